"""Which post a title names, whatever the language, so that titles can be told apart."""

import re
from functools import cache

from talent_tui.lexicon.tables import load


@cache
def _posts() -> dict[str, tuple[str, ...]]:
    return load("posts", dict[str, tuple[str, ...]])


def posts_in(title: str) -> frozenset[str]:
    """The ids of the posts that a title (simplified script) names. The longest word at a place counts alone."""
    text = title.lower().replace("-", " ")
    words = sorted(((w, post) for post, ws in _posts().items() for w in ws), key=lambda pair: (-len(pair[0]), pair))
    found = set()
    for word, post in words:
        pattern = rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
        text, times = re.subn(pattern, "\0", text)
        if times:
            found.add(post)
    return frozenset(found)
