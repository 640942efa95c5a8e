"""What one rule proposes: a run of the text that may be a name."""

from collections.abc import Iterable
from typing import NamedTuple

from talent_tui.tagging.names.page import Kind


class Found(NamedTuple):
    """A run that a rule takes for a name, with the reason in a few words.

    `weight` settles which of two overlapping runs stays: lexicon 5, sure rules 4, rules by context 3, by form 2.
    `known` is the lexicon's id, None for a name that no list has. `form` is the name as the rules compare it.
    """

    start: int
    end: int
    kind: Kind
    weight: float
    why: str
    form: str
    known: str | None = None


def occurrences(text: str, forms: Iterable[str]) -> list[tuple[str, int, int]]:
    """Every place where one of the forms stands, overlapping ones too: form, start, end; found in one pass."""
    from ahocorasick_rs import AhoCorasick

    patterns = list(dict.fromkeys(forms))
    if not patterns:
        return []
    automaton = AhoCorasick(patterns, store_patterns=False)
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    return [(patterns[pattern], start, end) for pattern, start, end in matches]


def count_forms(text: str, forms: Iterable[str]) -> dict[str, int]:
    """How often each form stands in the text, all counted in one pass."""
    counts = dict.fromkeys(forms, 0)
    for form, _, _ in occurrences(text, counts):
        counts[form] += 1
    return counts


def without_overlaps(found: list[Found]) -> list[Found]:
    """The runs that stay: heavier before lighter, longer before shorter, earlier before later; sorted by start."""
    taken: list[Found] = []
    used: set[int] = set()
    for item in sorted(found, key=lambda f: (-f.weight, f.start - f.end, f.start, f.kind)):
        places = range(item.start, item.end)
        if not any(place in used for place in places):
            used.update(places)
            taken.append(item)
    return sorted(taken)
