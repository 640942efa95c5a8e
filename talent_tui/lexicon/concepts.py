"""What a sentence speaks of, whatever its words and its language."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import msgspec

from talent_tui.lexicon.tables import load


class _Table(msgspec.Struct, frozen=True):
    concepts: dict[str, tuple[str, ...]]
    apart: dict[str, tuple[str, ...]]
    opposites: dict[str, tuple[str, ...]]


class Concept(NamedTuple):
    """One place where a concept is named."""

    start: int
    end: int
    ident: str


_NOTHING: Final = "nothing"


@cache
def _table() -> _Table:
    return load("concepts", _Table)


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], tuple[tuple[re.Pattern[str], str], ...]]:
    """The pattern of all Chinese words and what they mean, and a pattern for each concept's English words."""
    chinese: dict[str, list[str]] = {}
    latin = []
    for ident, words in _table().concepts.items():
        for word in words:
            if not word.isascii() or (word[0].isalnum() and not word.isascii()):
                chinese.setdefault(word, []).append(ident)
        english = [re.escape(w).replace(r"\*", r"[a-z]*") for w in words if w.isascii()]
        if english:
            latin.append((re.compile(rf"(?<![a-z0-9])(?:{'|'.join(english)})(?![a-z])"), ident))
    longest = sorted(chinese, key=lambda w: (-len(w), w))
    pattern = re.compile("|".join(map(re.escape, longest)))
    return pattern, {w: tuple(ids) for w, ids in chinese.items()}, tuple(latin)


def find_concepts(text: str) -> Iterator[Concept]:
    """The concepts that a text (simplified script, lower case) names; the longest Chinese word at a place counts."""
    pattern, chinese, latin = _compiled()
    for match in pattern.finditer(text):
        for ident in chinese[match.group()]:
            if ident != _NOTHING:
                yield Concept(match.start(), match.end(), ident)
    if any("a" <= c <= "z" for c in text):
        for english, ident in latin:
            for match in english.finditer(text):
                yield Concept(match.start(), match.end(), ident)


def opposites_of(ident: str) -> tuple[str, ...]:
    """The concepts of which one excludes the given one: what is denied is not confirmed."""
    return _table().opposites.get(ident, ())


def are_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sentences name different ones of what a happening has only one of: an A round is no D round."""
    groups = [frozenset(group) for group in _table().apart.values()]
    return any(ours & g and theirs & g and not ours & theirs & g for g in groups)
