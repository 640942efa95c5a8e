"""The words of a lookup: each must be met, by a name, a type, a status, a time, an outlet or the text of an event."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from talent_tui.index import Days as DaysCondition
from talent_tui.index import Index, bits, fold
from talent_tui.lookup.names import Simplify, close_names
from talent_tui.lookup.times import Days, may_be_time, plain_days
from talent_tui.model import EVENT_TYPES, STATUSES, Entity

ReadDays = Callable[[str], Days | None]
"""Reads a time in words (去年10月, last june), seen from today; None where it is none."""

_LONGEST_TIME = 4
"""Words that a time is at most made of."""


class Query(NamedTuple):
    """Words, and the facets' values asked for: one of each facet's suffices. `since` and `until` are days, included.

    `people`, `companies`, `origins` and `goals` are ids; None where nothing is asked of them.
    """

    words: tuple[str, ...] = ()
    people: frozenset[str] | None = None
    companies: frozenset[str] | None = None
    origins: frozenset[str] | None = None
    goals: frozenset[str] | None = None
    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    outlets: tuple[str, ...] = ()
    days: Days | None = None


class Found(NamedTuple):
    """Positions in the index, in the order of time; the words that nothing fits; how the times were read.

    `undated` counts the events that only their missing date keeps from being found.
    """

    positions: list[int]
    missed: tuple[str, ...]
    times: tuple[tuple[str, Days], ...]
    undated: int

    def suggestions(self, index: Index) -> tuple[str, ...]:
        """Names that the words which nothing fits may be slips for."""
        entries: list[Entity] = [*index.people.values(), *index.companies.values()]
        return tuple(dict.fromkeys(name for word in self.missed for name in close_names(word, entries)))


def find(index: Index, query: Query, read_days: ReadDays | None = None, simplify: Simplify | None = None) -> Found:
    """The events that meet all of `query`."""
    found = _by_facets(index, query)
    times: list[tuple[str, Days]] = []
    missed: list[str] = []
    undated = index.undated
    dated_by = index.all
    if query.days is not None:
        dated_by &= index.matching(DaysCondition(*query.days))
    words = " ".join(query.words).split()
    at = 0
    while at < len(words):
        taken, days = _time_at(words, at, read_days)
        if days is not None:
            phrase = " ".join(words[at : at + taken])
            times.append((phrase, days))
            during = index.matching(DaysCondition(*days))
            if taken == 1 and phrase.isalpha():  # June may be a month or a woman
                during |= _word(index, phrase, simplify)
            dated_by &= during
        else:
            own = _word(index, words[at], simplify)
            if not own:
                missed.append(words[at])
            found &= own
        at += taken
    without_day = (found & undated & ~dated_by).bit_count() if times or query.days else 0
    return Found(bits.positions(found & dated_by, len(index.events)), tuple(missed), tuple(times), without_day)


def _by_facets(index: Index, query: Query) -> int:
    found = index.all
    wanted: tuple[tuple[str, Iterable[str] | None], ...] = (
        ("person", query.people),
        ("company", query.companies),
        ("type", query.types or None),
        ("status", query.statuses or None),
    )
    for facet, values in wanted:
        if values is not None:
            found &= _any(index, facet, values)
    if query.outlets:
        found &= _any(index, "outlet", (o for word in query.outlets for o in _outlets(index, fold(word))))
    if query.origins is not None:
        found &= bits.from_flags([e.from_ in query.origins for e in index.events])
    if query.goals is not None:
        found &= bits.from_flags([e.to in query.goals for e in index.events])
    return found


def _any(index: Index, facet: str, values: Iterable[str]) -> int:
    postings = index.facet(facet)  # type: ignore[arg-type]
    found = 0
    for value in values:
        if value in postings:
            found |= postings[value].bits
    return found


def _outlets(index: Index, word: str) -> list[str]:
    return [outlet for outlet in index.facet("outlet") if word in fold(outlet)]


def _word(index: Index, word: str, simplify: Simplify | None) -> int:
    """The events that one word fits; where none does as it is written, its form in simplified script is tried."""
    folded = fold(word)
    if folded in EVENT_TYPES:
        return _any(index, "type", (folded,))
    if folded in STATUSES:
        return _any(index, "status", (folded,))
    found = index.matching_text(word) | _any(index, "outlet", _outlets(index, folded))
    if not found and simplify is not None and not word.isascii():
        turned = simplify(word)
        if turned != word:
            found = index.matching_text(turned) | _any(index, "outlet", _outlets(index, fold(turned)))
    return found


def _time_at(words: Sequence[str], at: int, read_days: ReadDays | None) -> tuple[int, Days | None]:
    """How many words from `at` on make a time, and its days; (1, None) where none does. The longest reading wins."""
    plain = plain_days(words[at])
    if plain is not None:
        return 1, plain
    if read_days is None:
        return 1, None
    for taken in range(min(_LONGEST_TIME, len(words) - at), 0, -1):
        phrase = words[at : at + taken]
        text = " ".join(phrase)
        if not may_be_time(phrase):
            continue
        days = read_days(text)
        if days is not None:
            return taken, days
    return 1, None
