"""What moves tell about one person or one firm: stays at employers, arrivals and departures."""

from collections.abc import Iterable
from typing import NamedTuple

from talent_tui.model import DateSpan, Event

_UNCERTAIN = frozenset({"denied", "planned", "rumoured"})


class Stay(NamedTuple):
    """A person's time at one organisation. `begin` and `end` are None where no event tells them.

    `roles` in the order in which they were told. `events` are the ids that it rests on. `sure` is False where it rests
    on a move that is planned, rumoured or denied.
    """

    company: str
    begin: DateSpan | None
    end: DateSpan | None
    roles: tuple[str, ...]
    events: tuple[str, ...]
    is_over: bool
    sure: bool = True


class Movement(NamedTuple):
    """Someone who came to an organisation or left it: `other` is where from or where to, if the text says."""

    event: Event
    people: tuple[str, ...]
    other: str | None


class _Open:
    def __init__(self, company: str, begin: DateSpan | None, event: Event, sure: bool = True) -> None:
        self.company = company
        self.begin = begin
        self.end: DateSpan | None = None
        self.roles: list[str] = [event.role] if event.role and event.to == company else []
        self.events = [event.id]
        self.is_over = False
        self.sure = sure

    def closed(self) -> Stay:
        return Stay(
            self.company, self.begin, self.end, tuple(dict.fromkeys(self.roles)), tuple(dict.fromkeys(self.events)),
            self.is_over, self.sure,
        )  # fmt: skip


def career(person: str, events: Iterable[Event]) -> tuple[Stay, ...]:
    """The stays of `person` at organisations, by the moves among `events`, which must be in the order of time.

    Denied moves are left out. Planned and rumoured ones stand for themselves: they end no stay.
    """
    stays: list[_Open] = []

    def current(company: str) -> _Open | None:
        return next((s for s in reversed(stays) if s.company == company and not s.is_over and s.sure), None)

    def leave(company: str, event: Event) -> None:
        stay = current(company)
        if stay is None:
            stay = _Open(company, None, event)
            stays.append(stay)
        stay.events.append(event.id)
        stay.end, stay.is_over = event.date, True

    for event in events:
        if person not in event.people or event.status == "denied":
            continue
        if event.type in ("join", "return") and event.to is not None:
            if event.status in _UNCERTAIN:
                stays.append(_Open(event.to, event.date, event, sure=False))
                continue
            if event.from_ is not None and event.from_ != event.to:
                leave(event.from_, event)
            stay = current(event.to)
            if stay is None:
                stays.append(_Open(event.to, event.date, event))
            else:
                stay.events.append(event.id)
                if event.role:
                    stay.roles.append(event.role)
        elif event.type == "leave" and event.from_ is not None and event.status not in _UNCERTAIN:
            leave(event.from_, event)
        elif event.type == "appoint" and event.to is not None and event.status not in _UNCERTAIN:
            stay = current(event.to)
            if stay is None:
                stays.append(_Open(event.to, None, event))
            else:
                stay.events.append(event.id)
                if event.role:
                    stay.roles.append(event.role)
    return tuple(stay.closed() for stay in stays)


def arrivals(company: str, events: Iterable[Event]) -> tuple[Movement, ...]:
    """Who came to `company`, and from where, in the order of `events`."""
    return tuple(
        Movement(event, event.people, event.from_)
        for event in events
        if event.type in ("join", "return") and event.to == company
    )


def departures(company: str, events: Iterable[Event]) -> tuple[Movement, ...]:
    """Who left `company`, and where to, in the order of `events`."""
    return tuple(
        Movement(event, event.people, event.to)
        for event in events
        if event.type in ("join", "return", "leave") and event.from_ == company and event.to != company
    )
