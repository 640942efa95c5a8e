"""On what occasion something was said, what became of a release, what was stopped: `occasions.toml`."""

import re
from functools import cache

from talent_tui.lexicon.tables import load

Occasions = dict[str, dict[str, tuple[str, ...]]]


@cache
def occasion_words() -> Occasions:
    """For each family of event types its occasions and the words that tell them, in lower case."""
    return load("occasions", Occasions)


@cache
def _pattern(family: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    words = {w: occasion for occasion, told in occasion_words().get(family, {}).items() for w in told}
    if not words:
        return None
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    told = "|".join(rf"(?<![a-z]){re.escape(w)}" if w[0].isascii() else re.escape(w) for w in longest_first)
    return re.compile(told), words


def occasions_in(text: str, family: str) -> frozenset[str]:
    """The occasions of a family of event types that a text in lower case names; none for a family without any."""
    known = _pattern(family)
    if known is None:
        return frozenset()
    pattern, words = known
    return frozenset(words[word] for word in pattern.findall(text))
