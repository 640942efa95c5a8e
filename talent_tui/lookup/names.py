"""Which person or firm a name means: any alias, either script, a reading, a part; and whom a slip may have meant."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Generic, Literal, NamedTuple, TypeVar

from talent_tui.index import fold
from talent_tui.model import Company, Person

E = TypeVar("E", Person, Company)

How = Literal["id", "name", "reading", "part", "beginning"]
"""By what an entry was found, the surest first: its id, a whole name, a whole reading, a word of a name (or several
characters in a row), the beginning of a reading or of a word."""

Simplify = Callable[[str], str]

_JOINTS = re.compile(r"[\s·•‧・.,'’\-_]+")
_LEAST_READING = 2
_LEAST_PART = 2
_CLOSE = 0.7
"""How alike a slip and a name must be, 0 to 1, for the name to be suggested."""


class Named(NamedTuple, Generic[E]):
    """The entries that a name fits best, all found in the same way; none where `how` is None."""

    entries: tuple[E, ...]
    how: How | None


def bare(name: str) -> str:
    """A name as it is compared: folded, without blanks, points, hyphens and apostrophes."""
    return _JOINTS.sub("", fold(name))


def named(name: str, entries: Mapping[str, E], simplify: Simplify | None = None) -> Named[E]:
    """The entries that `name` fits best, by id.

    `simplify` (traditional to simplified script) is only called where the name, as it is written, fits nobody.
    """
    found = _named(name, entries, bare)
    if found.entries or simplify is None or name.isascii():
        return found
    turn = simplify
    return _named(name, entries, lambda text: bare(text if text.isascii() else turn(text)))


def _named(name: str, entries: Mapping[str, E], key: Callable[[str], str]) -> Named[E]:
    wanted = key(name)
    if not wanted:
        return Named((), None)
    if name in entries:
        return Named((entries[name],), "id")
    words = fold(name)
    tiers: dict[How, dict[str, E]] = {"name": {}, "reading": {}, "part": {}, "beginning": {}}
    for ident in sorted(entries):
        entry = entries[ident]
        how = _fit(entry, wanted, words, key)
        if how is not None:
            tiers[how][ident] = entry
    for how, found in tiers.items():
        if found:
            return Named(tuple(found.values()), how)
    return Named((), None)


def _fit(entry: Person | Company, wanted: str, words: str, key: Callable[[str], str]) -> How | None:
    forms = [key(form) for form in (entry.name, *entry.aliases)]
    if wanted in forms:
        return "name"
    readings = entry.readings
    if len(wanted) >= _LEAST_READING and wanted in readings:
        return "reading"
    if len(wanted) < _LEAST_PART:
        return None
    ascii_only = wanted.isascii()
    pieces = [fold(form).split() for form in (entry.name, *entry.aliases)] if ascii_only else []
    if any(words in piece for piece in pieces) or (not ascii_only and any(wanted in form for form in forms)):
        return "part"
    begun = any(p.startswith(words) for p in chain.from_iterable(pieces)) or any(f.startswith(wanted) for f in forms)
    if begun or (ascii_only and any(r.startswith(wanted) for r in readings)):
        return "beginning"
    return None


def close_names(name: str, entries: Iterable[Person | Company], most: int = 3) -> tuple[str, ...]:
    """Names of entries that `name` may be a slip for, the closest first."""
    wanted = bare(name)
    if not wanted:
        return ()
    scored: list[tuple[float, str]] = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for entry in entries:
        best = max((_alike(matcher, form) for form in _forms(entry)), default=0.0)
        if best >= _CLOSE or (not wanted.isascii() and best >= _least(wanted)):
            scored.append((-best, entry.name))
    return tuple(dict.fromkeys(n for _, n in sorted(scored)))[:most]


def _least(wanted: str) -> float:
    """A Chinese name is short: one wrong character of three is two thirds."""
    return 0.66 if len(wanted) >= 3 else _CLOSE


def _forms(entry: Person | Company) -> Sequence[str]:
    words = [w for form in (entry.name, *entry.aliases) if " " in form for w in form.split() if len(w) > 3]
    return [bare(form) for form in (entry.name, *entry.aliases, *entry.readings, *words)]


def _alike(matcher: "SequenceMatcher[str]", form: str) -> float:
    matcher.set_seq1(form)
    if matcher.real_quick_ratio() < 0.6 or matcher.quick_ratio() < 0.6:
        return 0.0
    return matcher.ratio()
