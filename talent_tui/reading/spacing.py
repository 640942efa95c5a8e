"""Spaces that stand inside a Chinese name: 王　强 between longer names of a list, 周立 民 where a filter put one in."""

import re
from functools import lru_cache

from talent_tui.lexicon.names import name_words
from talent_tui.model import Span
from talent_tui.reading.script import simplify

_HAN = "㐀-䶿一-鿿"
_NAME = rf"[{_HAN}](?:[{_HAN}][ \u3000]|[ \u3000]{{1,4}})[{_HAN}]"
_APART = re.compile(
    rf"(?<![{_HAN}])(?P<item>{_NAME})(?=[、，,。；;（(）)]|[和与與及等为為任])"
    rf"|(?<=[长長师師席裁理官事监監书書任授])(?P<titled>{_NAME})(?![{_HAN}]{{2}}(?:[ \u3000]|$))"
)
"""A name that is an item of a list, or one right behind a title."""
_SPACES = re.compile(r"[ \u3000]+")


def find_spaces_in_names(text: str) -> list[Span]:
    """The spaces, in order, wherever a name that stands once like a name is written so.

    What stands around them has to be a surname and characters that people are called by.
    """
    names = {match["item"] or match["titled"] for match in _APART.finditer(text)}
    forms = [re.escape(name) for name in sorted(names) if _is_name(simplify(_SPACES.sub("", name)))]
    if not forms:
        return []
    found = re.finditer("|".join(forms), text)
    return [Span(*space.span()) for match in found for space in _SPACES.finditer(text, *match.span())]


def _is_name(characters: str) -> bool:
    surnames, given = _characters()
    return characters[0] in surnames and all(char in given for char in characters[1:])


@lru_cache(maxsize=1)
def _characters() -> tuple[frozenset[str], frozenset[str]]:
    words = name_words()
    unlikely = words.rare_as_surname + words.hardly_surname
    return frozenset("".join(words.surnames.values())) - frozenset(unlikely), frozenset(words.given)
