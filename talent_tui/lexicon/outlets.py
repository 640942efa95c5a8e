"""How the names of news outlets look: `outlets.toml`."""

from functools import cache

import msgspec

from talent_tui.lexicon.tables import load


class OutletWords(msgspec.Struct, frozen=True):
    """Simplified script, lower case: endings of outlets' names, whole names, and words that name no outlet."""

    endings: list[str]
    names: frozenset[str]
    none: frozenset[str]

    def looks_like_outlet(self, name: str) -> bool:
        """Whether `name` (any case, simplified) is known as an outlet or has the form of one."""
        lower = name.lower()
        return lower in self.names or (
            len(lower) > 2 and lower.endswith(tuple(self.endings)) and lower not in self.none
        )


@cache
def outlet_words() -> OutletWords:
    """The table that ships with the program."""
    return load("outlets", OutletWords)
