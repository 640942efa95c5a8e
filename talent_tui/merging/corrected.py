"""A merged timeline as a person corrected it. What was read stays what it is; this is made anew each time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import UNSET

from talent_tui.merging.entities import Tied
from talent_tui.merging.names import fold
from talent_tui.model import (
    EDITABLE,
    AddEvent,
    Company,
    Correction,
    EditEvent,
    Event,
    Member,
    Person,
    Reference,
    Timeline,
)

_ADDED: Final = "added"
_SOURCELESS_WHY: Final = "a person added it"


class _Cast:
    """The people and organisations of a timeline, as references find them; those that nobody names are made."""

    def __init__(self, timeline: Timeline, tied: Tied) -> None:
        self.people = {p.id: p for p in timeline.people}
        self.companies = {c.id: c for c in timeline.companies}
        self._entries = {"person": tied.person_of, "company": tied.company_of}
        self._named: dict[str, dict[str, list[str]]] = {"person": {}, "company": {}}
        for kind, table in (("person", self.people), ("company", self.companies)):
            for entity in table.values():
                self._named[kind].setdefault(fold(entity.name), []).append(entity.id)

    def find(self, who: Reference) -> str:
        """The id of whom a reference means."""
        homes = self._entries[who.kind]
        for entry in who.entries:
            if entry in homes:
                return homes[entry]
        bearers = self._named[who.kind].get(fold(who.name), [])
        if len(bearers) == 1:
            return bearers[0]
        if who.id in bearers:
            return who.id
        ident, number = who.id, 1
        while ident in self.people or ident in self.companies:
            number += 1
            ident = f"{who.id}-{number}"
        if who.kind == "person":
            self.people[ident] = Person(ident, who.name, (), who.readings)
        else:
            self.companies[ident] = Company(ident, who.name, (), who.readings)
        self._named[who.kind][fold(who.name)] = [ident]
        return ident


class _Events:
    """The events, found by the ids of their members or, where re-reading gave them other ids, by their place."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.by_id = {e.id: e for e in events}
        self._types_read = {e.id: e.type for e in self.by_id.values()}
        self._home = {m: e.id for e in self.by_id.values() for m in (*e.members, e.id)}
        self._told: dict[str, list[tuple[int, int, str]]] | None = None

    def add(self, event: Event) -> None:
        self.by_id[event.id] = event
        self._home[event.id] = event.id
        self._types_read[event.id] = event.type

    def find(self, edit: EditEvent) -> list[str]:
        """The ids of the events that an edit is about."""
        found = [self._home.get(m.id) or self._placed(m, edit) for m in edit.members]
        return sorted({ident for ident in found if ident is not None})

    def _placed(self, member: Member, edit: EditEvent) -> str | None:
        """The event of the same type that shares most characters with the member's place in its article."""
        if self._told is None:
            self._told = {}
            for event in self.by_id.values():
                for source in event.sources:
                    self._told.setdefault(source.article, []).append((source.start, source.end, event.id))
        best: tuple[int, str] | None = None
        for start, end, ident in sorted(self._told.get(member.article, ())):
            shared = min(end, member.end) - max(start, member.start)
            if shared > 0 and self._types_read[ident] == edit.type_was and (best is None or shared > best[0]):
                best = shared, ident
        return best[1] if best else None


def correct_events(timeline: Timeline, corrections: Sequence[Correction], tied: Tied) -> Timeline:
    """The timeline with events edited, added and hidden. `corrections` are those in force, in their order.

    Sorting is left to the caller. A correction that finds nothing any more changes nothing and is kept.
    """
    cast, events = _Cast(timeline, tied), _Events(timeline.events)
    hidden: dict[str, bool] = {}
    for correction in corrections:
        deed = correction.deed
        if isinstance(deed, AddEvent):
            events.add(_added(deed, correction, cast))
        elif isinstance(deed, EditEvent):
            for ident in events.find(deed):
                events.by_id[ident] = _edited(events.by_id[ident], deed, cast)
                if deed.hidden is not UNSET:
                    hidden[ident] = deed.hidden
    gone = {ident for ident, is_hidden in hidden.items() if is_hidden}
    return msgspec.structs.replace(
        timeline,
        people=tuple(cast.people[p] for p in sorted(cast.people)),
        companies=tuple(cast.companies[c] for c in sorted(cast.companies)),
        events=tuple(_pointing(e, gone) for e in events.by_id.values() if e.id not in gone),
        hidden=tuple(events.by_id[i] for i in sorted(gone)),
        corrections=tuple(corrections),
    )


def unfound(timeline: Timeline, corrections: Iterable[Correction]) -> set[int]:
    """The numbers of the edits that find no event now, because an article was removed or reads otherwise."""
    events = _Events((*timeline.events, *timeline.hidden))
    return {c.number for c in corrections if isinstance(c.deed, EditEvent) and not events.find(c.deed)}


def _pointing(event: Event, gone: set[str]) -> Event:
    """A denial of what was hidden stays a statement of its own."""
    return msgspec.structs.replace(event, denies=None) if event.denies in gone else event


def _edited(event: Event, edit: EditEvent, cast: _Cast) -> Event:
    given: dict[str, object] = {f: v for f in EDITABLE if (v := getattr(edit, f)) is not UNSET}
    given.pop("hidden", None)
    people, firms = given.get("people"), {f: given[f] for f in ("from_", "to") if f in given}
    if isinstance(people, tuple):
        given["people"] = tuple(dict.fromkeys(cast.find(p) for p in people))
    for field, firm in firms.items():
        given[field] = cast.find(firm) if isinstance(firm, Reference) else None
    if firms:
        given["companies"] = _companies(event, given)
    if given.get("verified"):
        given["certainty"] = "sure"
    told = {f.rstrip("_") for f in given} - {"note", "verified", "companies", "certainty"}
    return msgspec.structs.replace(event, edited=tuple(sorted({*event.edited, *told})), **given)


def _companies(event: Event, given: Mapping[str, object]) -> tuple[str, ...]:
    """Those that take part, with a new end in place of the old one."""
    before = {event.from_, event.to}
    ends = [e for e in (given.get("from_", event.from_), given.get("to", event.to)) if isinstance(e, str)]
    return tuple(dict.fromkeys((*ends, *(c for c in event.companies if c not in before))))


def _added(deed: AddEvent, correction: Correction, cast: _Cast) -> Event:
    from_ = cast.find(deed.from_) if deed.from_ else None
    to = cast.find(deed.to) if deed.to else None
    return Event(
        id=deed.id,
        type=deed.type,
        date=deed.date,
        people=tuple(dict.fromkeys(cast.find(p) for p in deed.people)),
        from_=from_,
        to=to,
        companies=tuple(dict.fromkeys(c for c in (from_, to) if c)),
        role=deed.role,
        status=deed.status,
        certainty="sure",
        amounts=(),
        count=None,
        speaker=None,
        denies=None,
        summary=deed.summary,
        sources=(),
        members=(deed.id,),
        why=(f"{_SOURCELESS_WHY} on {correction.when.date().isoformat()}",),
        search=deed.search or deed.summary.casefold(),
        edited=(_ADDED,),
        note=deed.note,
    )
