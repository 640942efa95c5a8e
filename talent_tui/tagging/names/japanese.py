"""Japanese names in Chinese text: a surname of two characters, a given name of one or two (小池淳义, 岩田聪)."""

import re
from collections import defaultdict
from functools import cache

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.page import HAN, Page

_HAN = re.compile(rf"[{HAN}]")
_CLUE = 1.5
"""What must speak for a person in one of the places where the name stands."""


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    words = name_words()
    return frozenset(words.japanese_surnames), frozenset(words.not_given)


def japanese_surname(form: str) -> str | None:
    """The surname of a form built like a Japanese name, or None."""
    surnames, _ = _surnames()
    size = next((size for size in (3, 2) if form[:size] in surnames), 0)
    return form[:size] if size and size < len(form) <= size + 2 else None


def find_japanese(page: Page, taken: bytearray) -> list[Found]:
    """Japanese people that no list has, where a title or a verb says that a person is meant."""
    surnames, never = _surnames()
    text = page.text
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, _ in page.words:
        size = next((size for size in (3, 2) if text[start : start + size] in surnames), 0)
        if not size:
            continue
        for end in (start + size + 2, start + size + 1):
            given = text[start + size : end]
            fits = len(text[start:end]) == end - start and all(_HAN.match(char) and char not in never for char in given)
            if fits and not page.cut[end] and 1 not in taken[start:end] and not page.is_masked(start, end):
                places[text[start:end]].append((start, end))
                break
    return [
        Found(start, end, "person", 3.9, "Japanese name", form)
        for form, at in places.items()
        if any(
            (clue := beside(page, a, b)).person >= _CLUE and clue.person > clue.firm and not clue.byline for a, b in at
        )
        for start, end in at
    ]
