"""On what occasion something was said, and what became of a release: `occasions.toml`."""

import re
from functools import cache

from talent_tui.lexicon.tables import load


@cache
def occasion_words() -> dict[str, tuple[str, ...]]:
    """Each occasion and the words that tell it, in simplified script and lower case."""
    return load("occasions", dict[str, tuple[str, ...]])


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((w for ws in occasion_words().values() for w in ws), key=lambda w: (-len(w), w))
    return re.compile("|".join(rf"(?<![a-z]){re.escape(w)}" if w[0].isascii() else re.escape(w) for w in words))


@cache
def _occasion_of() -> dict[str, str]:
    return {word: occasion for occasion, words in occasion_words().items() for word in words}


def occasions_in(text: str) -> frozenset[str]:
    """The occasions that a text in lower case and simplified script names."""
    return frozenset(_occasion_of()[word] for word in _pattern().findall(text))
