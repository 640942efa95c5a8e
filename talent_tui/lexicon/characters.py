"""The characters that Chinese news is mostly made of: `characters.toml`."""

from functools import cache

import msgspec

from talent_tui.lexicon.tables import load


class Characters(msgspec.Struct, frozen=True):
    """`common` are runs of simplified characters, the most common first."""

    common: list[str]


@cache
def common_characters() -> frozenset[str]:
    """The common characters in simplified script."""
    return frozenset("".join(load("characters", Characters).common))
