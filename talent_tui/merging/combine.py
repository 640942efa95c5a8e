"""Make one event of several accounts of one happening, keeping all evidence and saying what contradicts."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from talent_tui.merging.agreement import Told, money, width
from talent_tui.merging.conflicts import conflicts, most_cautious, standing
from talent_tui.model import Amount, DateSpan, Event, EventType, Publication

T = TypeVar("T", bound=Hashable)

_TELLING: Final[dict[EventType, int]] = {"return": 0, "join": 1, "appoint": 2, "leave": 3}
"""Of the types that stand for one move, the one that says most comes first."""
_DOUBTFUL: Final = frozenset({"date", "from", "to", "status"})


def alone(event: Event) -> Event:
    """An event that only one article tells."""
    return msgspec.structs.replace(event, members=(event.id,))


def combine(
    told: Sequence[Told],
    published: Mapping[str, Publication],
    name_of: Callable[[str], str],
    related: Callable[[str, str], bool],
) -> Event:
    """One event of several, `told` in the order of their ids. Its id is the smallest.

    The day is the narrowest that one source states, in its words: never an intersection that nobody wrote. The status
    is the most cautious of those that news has not overtaken.
    """
    events = [t.event for t in told]
    first = min(events, key=_fullness)
    ids = tuple(sorted(e.id for e in events))
    valid = standing(told, published) or told
    differing = conflicts(told, valid, name_of, related)
    doubtful = any(c.field in _DOUBTFUL for c in differing)
    return Event(
        id=ids[0],
        type=min((e.type for e in events), key=lambda kind: (_TELLING.get(kind, 9), kind != first.type, kind)),
        date=headline_date(events),
        people=_union((e.people for e in events), first.people),
        from_=_commonest([e.from_ for e in events if e.from_], first.from_),
        to=_commonest([e.to for e in events if e.to], first.to),
        companies=_union((e.companies for e in events), first.companies),
        role=first.role or next((e.role for e in events if e.role), None),
        status=most_cautious(t.event.status for t in valid),
        certainty="check" if doubtful or all(e.certainty == "check" for e in events) else "sure",
        amounts=_amounts(events),
        count=_commonest([e.count for e in events if e.count is not None], first.count),
        speaker=first.speaker or next((e.speaker for e in events if e.speaker), None),
        denies=first.denies or next((e.denies for e in events if e.denies), None),
        summary=first.summary,
        sources=tuple(sorted((s for e in events for s in e.sources), key=lambda s: (s.article, s.start, s.end))),
        conflicts=differing,
        members=ids,
        why=tuple(dict.fromkeys(reason for e in events for reason in e.why)),
        search="\n".join(dict.fromkeys(e.search for e in events)),
    )


def headline_date(events: Sequence[Event]) -> DateSpan:
    """The narrowest span that one source states; what is written before what is counted, then the earlier.

    Where no source claims a day, the bound that publication sets goes before words alone, and these before nothing.
    """
    order = {"explicit": 0, "relative": 1, "none": 2, "unresolved": 3}

    def rank(event: Event) -> tuple[bool, int, int, str, str]:
        span = event.date
        nothing = span.edtf is None and span.text is None
        return not span.is_dated, width(span), 9 if nothing else order[span.basis], span.edtf or "9999", event.id

    return min(events, key=rank).date


def _fullness(event: Event) -> tuple[int, int, bool, str]:
    """The account that says most comes first: the more telling type, then the more fields filled."""
    said = (
        sum((event.from_ is not None, event.to is not None, event.role is not None, event.count is not None))
        + bool(event.people)
        + bool(event.amounts)
        + event.date.is_dated
    )
    return _TELLING.get(event.type, 9), -said, event.certainty != "sure", event.id


def _commonest(values: Sequence[T], otherwise: T | None) -> T | None:
    """What most sources say; between equals, what the fullest account says, else the first in order."""
    if not values:
        return otherwise
    counts = Counter(values)
    most = max(counts.values())
    best = [v for v in counts if counts[v] == most]
    return otherwise if otherwise in best else min(best, key=str)


def _union(groups: Iterable[tuple[str, ...]], first: tuple[str, ...]) -> tuple[str, ...]:
    """Everyone named, those of the fullest account first and in its order."""
    return (*first, *sorted({item for group in groups for item in group} - set(first)))


def _amounts(events: Sequence[Event]) -> tuple[Amount, ...]:
    """All sums told, each once; vague ones only where no source gives a figure."""
    known: dict[Hashable, Amount] = {}
    for amount in (a for e in events for a in e.amounts):
        known.setdefault(money(amount) if amount.value is not None else amount.text, amount)
    exact = [a for a in known.values() if a.value is not None]
    return tuple(exact or known.values())
