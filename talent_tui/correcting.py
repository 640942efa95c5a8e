"""From what a person says is wrong to a correction that lasts: names and days in their words, events by their id.

Looking at a timeline imports nothing that reads text; naming somebody whom no article names, or typing a day in words,
does.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, Literal, get_args

import msgspec
from msgspec import UNSET, UnsetType

from talent_tui.given_days import NOTHING, given_days
from talent_tui.model import (
    EVENT_TYPES,
    NO_DATE,
    STATUSES,
    AddEvent,
    ArticleRecord,
    Company,
    DateSpan,
    Deed,
    EditEvent,
    Entry,
    Event,
    EventType,
    Member,
    MergeEntities,
    Person,
    Reference,
    SplitEntity,
    Status,
    Timeline,
    UsageError,
)

Kind = Literal["person", "company"]
_ENTRIES_KEPT: Final = 12
"""So many entries are enough to find somebody again; beyond them a reference would only grow."""


class Wish(msgspec.Struct, frozen=True):
    """What an event should say, in a person's words; what is unset stays. Names may be ids, aliases or readings."""

    hidden: bool | UnsetType = UNSET
    type: str | UnsetType = UNSET
    date: str | UnsetType = UNSET
    people: tuple[str, ...] | UnsetType = UNSET
    from_: str | UnsetType = UNSET
    to: str | UnsetType = UNSET
    role: str | UnsetType = UNSET
    status: str | UnsetType = UNSET
    summary: str | UnsetType = UNSET
    note: str | UnsetType = UNSET
    verified: bool | UnsetType = UNSET


class Scene:
    """What the words of a person are read against: the timeline as it is now, and what it was made of."""

    def __init__(
        self,
        timeline: Timeline,
        records: Mapping[str, ArticleRecord],
        entries: Mapping[str, tuple[Entry, ...]],
        today: date,
    ) -> None:
        """`entries` are the articles' own entries of each person and organisation of the timeline."""
        self.timeline = timeline
        self.records = records
        self.today = today
        self._entries = entries

    def edit(self, event: Event, wish: Wish) -> EditEvent:
        """A change of one event. Raises UsageError where nothing is asked for, or nothing that can be."""
        if all(value is UNSET for value in msgspec.structs.astuple(wish)):
            raise UsageError(f"Say what to change of event {event.id}, such as --date, --hide, --verify or --note.")
        changes = self._values(wish, event)
        if wish.verified is not UNSET:
            changes["verified"] = self.today if wish.verified else None
        if wish.hidden is not UNSET:
            changes["hidden"] = wish.hidden
        return EditEvent(event.id, self._members(event), self._type_read(event), **changes)

    def add(self, wish: Wish, when: datetime, number: int) -> AddEvent:
        """An event of one's own. Raises UsageError where what happened is not said."""
        from talent_tui.events import search_text

        values = {f: v for f, v in self._values(wish, None).items() if v is not None}
        people: tuple[Reference, ...] = values.get("people", ())
        ends = [values[f] for f in ("from_", "to") if f in values]
        if "type" not in values:
            raise UsageError("Say what kind of event it is with --type, such as join, leave or deal.")
        if not (people or ends or "summary" in values):
            raise UsageError("Say who or what it is about: --people, --from, --to or --summary.")
        values.setdefault("date", NO_DATE)
        values.setdefault("summary", _summary(people, values))
        names = " ".join(r.name for r in (*people, *ends))
        ident = hashlib.sha256(f"{number} {when.isoformat()} {values['summary']}".encode()).hexdigest()[:10]
        return AddEvent(id=ident, search=search_text(f"{values['summary']} {names}"), **values)

    def merge(self, kind: Kind, keep: str, other: str) -> MergeEntities:
        """Two are one. Raises UsageError where a name means nobody, or both mean the same."""
        one, two = self._known(kind, keep), self._known(kind, other)
        if one.id == two.id:
            raise UsageError(f"{keep} and {other} are one already ({one.id}).")
        return MergeEntities(one, two)

    def split(self, name: str, articles: Sequence[str]) -> SplitEntity:
        """In some articles, a name means somebody else. Raises UsageError where that leaves nothing on either side."""
        found = [(k, e) for k in get_args(Kind) if (e := self._entity(k, name)) is not None]
        if len(found) != 1:
            both = f"{name} is a person and a firm; give an id."
            raise UsageError(both if found else _nobody("person or firm", name))
        kind, entity = found[0]
        entries = self._entries.get(entity.id, ())
        leaving = tuple(e for e in entries if e.article in articles)
        if not leaving:
            raise UsageError(f"{entity.name} is not named in these articles; there is nothing to split off.")
        if len(leaving) == len(entries):
            raise UsageError(f"{entity.name} is named in these articles only; name some of them, not all.")
        return SplitEntity(self._reference(kind, entity), leaving)

    def _values(self, wish: Wish, event: Event | None) -> dict[str, Any]:
        """The fields that are asked for, as values that last; None takes a value away."""
        out: dict[str, Any] = {}
        if wish.type is not UNSET:
            out["type"] = _one_of(wish.type, EVENT_TYPES, "type of event")
        if wish.status is not UNSET:
            out["status"] = _one_of(wish.status, STATUSES, "status")
        if wish.date is not UNSET:
            span = given_days(wish.date, self.today)
            out["date"] = msgspec.structs.replace(span, extent=event.date.extent) if event else span
        if wish.people is not UNSET:
            out["people"] = tuple(self._named("person", n) for n in wish.people if n.strip() not in NOTHING)
        for field in ("from_", "to"):
            name = getattr(wish, field)
            if name is not UNSET:
                out[field] = self._named("company", name) if name.strip() not in NOTHING else None
        for field in ("role", "note"):
            text = getattr(wish, field)
            if text is not UNSET:
                out[field] = text.strip() if text.strip() not in NOTHING else None
        if wish.summary is not UNSET:
            if not wish.summary.strip():
                raise UsageError("A summary cannot be empty.")
            out["summary"] = wish.summary.strip()
        return out

    def _members(self, event: Event) -> tuple[Member, ...]:
        """The articles' own events of a merged one, with their places."""
        own = {e.id: e for a in {s.article for s in event.sources} for e in self.records[a].events}
        found = []
        for ident in event.members or (event.id,):
            source = own[ident].sources[0] if ident in own else None
            found.append(Member(ident, source.article, source.start, source.end) if source else Member(ident))
        return tuple(found)

    def _type_read(self, event: Event) -> EventType:
        """The type as it was read, by which the event is found again should its id change."""
        if "type" not in event.edited:
            return event.type
        own = {e.id: e.type for a in {s.article for s in event.sources} for e in self.records[a].events}
        return own.get(event.id, event.type)

    def _named(self, kind: Kind, name: str) -> Reference:
        """Whom a name means; somebody new where nobody has it."""
        entity = self._entity(kind, name)
        return self._reference(kind, entity) if entity is not None else _made(kind, name.strip())

    def _known(self, kind: Kind, name: str) -> Reference:
        entity = self._entity(kind, name)
        if entity is None:
            raise UsageError(_nobody("person" if kind == "person" else "firm", name))
        return self._reference(kind, entity)

    def _reference(self, kind: Kind, entity: Person | Company) -> Reference:
        return Reference(
            kind, entity.id, entity.name, entity.readings, self._entries.get(entity.id, ())[:_ENTRIES_KEPT]
        )

    def _entity(self, kind: Kind, name: str) -> Person | Company | None:
        """The only one with that id, name, other name or reading, in this order. Raises UsageError for several."""
        table: Sequence[Person | Company] = self.timeline.people if kind == "person" else self.timeline.companies
        wanted = _plain(name)
        ways = (
            [e for e in table if e.id == name],
            [e for e in table if _plain(e.name) == wanted],
            [e for e in table if any(_plain(a) == wanted for a in e.aliases)],
            [e for e in table if wanted in e.readings],
        )
        found = next((way for way in ways if way), [])
        if len(found) > 1:
            raise UsageError(f"{name} may mean {', '.join(f'{e.name} ({e.id})' for e in found)}; give the id.")
        return found[0] if found else None


def described(deed: Deed) -> str:
    """A deed as a line that a person can read."""
    if isinstance(deed, MergeEntities):
        return f"{deed.other.name} ({deed.other.id}) is {deed.keep.name} ({deed.keep.id})"
    if isinstance(deed, SplitEntity):
        return f"{deed.entity.name} ({deed.entity.id}) is somebody else in {', '.join(e.article for e in deed.entries)}"
    if isinstance(deed, AddEvent):
        return f"added {deed.id}: {deed.date.edtf or 'no day'}, {deed.type}, {deed.summary}"
    told = []
    for field in ("type", "date", "people", "from_", "to", "role", "status", "summary", "note"):
        value = getattr(deed, field)
        if value is not UNSET:
            told.append(f"{field.rstrip('_')} = {_shown(value)}")
    if deed.verified is not UNSET:
        told.append("verified" if deed.verified else "no longer verified")
    if deed.hidden is not UNSET:
        told.append("hidden" if deed.hidden else "shown again")
    return f"{deed.event}: {'; '.join(told)}"


def _made(kind: Kind, name: str) -> Reference:
    """Somebody whom no article names."""
    from talent_tui.tagging.names.entries import readings_of, slug

    ident = slug(name, "person" if kind == "person" else "organisation")
    ident = ident or f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
    return Reference(kind, ident, name, readings_of(name, ()))


def _summary(people: Sequence[Reference], values: Mapping[str, Any]) -> str:
    """One line for an event that nobody described: `Ines Holm: join, from Ombra, to Brightmere`."""
    told = [values["type"]]
    told += [f"{side} {values[field].name}" for field, side in (("from_", "from"), ("to", "to")) if field in values]
    told += [f"as {values['role']}"] if "role" in values else []
    who = ", ".join(p.name for p in people)
    return f"{who}: {', '.join(told)}" if who else ", ".join(told)


def _plain(name: str) -> str:
    return re.sub(r"[\s·・•.\-’'_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def _one_of(value: str, known: Sequence[EventType] | Sequence[Status], what: str) -> str:
    if value not in known:
        raise UsageError(f"{value} is no {what}; it is one of {', '.join(known)}.")
    return value


def _nobody(what: str, name: str) -> str:
    return f"The timeline knows no {what} {name}; look them up with `talent-tui find {name}`."


def _shown(value: object) -> str:
    if isinstance(value, DateSpan):
        return value.edtf or "no day"
    if isinstance(value, Reference):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(_shown(v) for v in value) or "nobody"
    return "nothing" if value is None else str(value)
