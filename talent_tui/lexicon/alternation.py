"""One pattern for one of many words, the longest that fits, built as a trie: its cost hardly grows with the words."""

import re
from collections.abc import Iterable

_END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` at a place: cat, cats, car become ca(?:t(?:s)?|r)."""
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _written(trie)


def _written(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(char) + _written(below) for char, below in sorted(node.items()) if char != _END]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{whole}?" if _END in node else whole
