"""Names that mean the same, gathered by union and find."""

import re
from collections.abc import Iterable

from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.readings import plain_latin


class Groups:
    """Keys that mean the same. The smallest key of a group stands for it, so that the order of ties does not matter."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._up = {key: key for key in keys}

    def root(self, key: str) -> str:
        """The key that stands for the group."""
        while self._up[key] != key:
            self._up[key] = self._up[self._up[key]]
            key = self._up[key]
        return key

    def tie(self, one: str, other: str) -> None:
        """Make two groups one, unless the lexicon knows both and knows them for two."""
        a, b = self.root(one), self.root(other)
        if a != b and not (a.startswith("#") and b.startswith("#")):
            self._up[max(a, b)] = min(a, b)


def key_of(found: Found) -> str:
    """What a form is grouped by: the lexicon's id, else its letters without case, spaces, dots and hyphens."""
    if found.known:
        return f"#{found.known}"
    return f"{found.kind[0]}:{re.sub(r'[ .·-]', '', plain_latin(found.form))}"
