"""A person's and a firm's card as JSON: the entry, what the moves tell, and a timeline of the events."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from talent_tui.export.json import to_json
from talent_tui.export.subset import subset
from talent_tui.model import Company, DateSpan, Event, Person, Timeline


def card_of_person(
    timeline: Timeline, person: Person, career: Iterable[tuple[Any, ...]], events: Sequence[Event]
) -> bytes:
    """`{"person", "career", "timeline"}`; a stay has the fields of `index.Stay`, its days as EDTF."""
    stays = [
        {
            "company": stay[0],
            "begin": _edtf(stay[1]),
            "end": _edtf(stay[2]),
            "roles": stay[3],
            "events": stay[4],
            "is_over": stay[5],
            "sure": stay[6],
        }
        for stay in career
    ]
    return _lines({"person": _entry(person), "career": stays}, timeline, events)


def card_of_firm(timeline: Timeline, firm: Company, parts: Mapping[str, Sequence[Event]]) -> bytes:
    """`{"company", "arrivals", "departures", "deals", "others", "timeline"}`; the parts are ids of events."""
    told: dict[str, Any] = {"company": {**_entry(firm), "parent": firm.parent}}
    told |= {name: [e.id for e in events] for name, events in parts.items()}
    wanted = {e.id for events in parts.values() for e in events}
    return _lines(told, timeline, [e for e in timeline.events if e.id in wanted])


def _entry(entry: Person | Company) -> dict[str, Any]:
    return {"id": entry.id, "name": entry.name, "aliases": entry.aliases}


def _edtf(span: DateSpan | None) -> str | None:
    return span.edtf if span is not None else None


def _lines(told: dict[str, Any], timeline: Timeline, events: Sequence[Event]) -> bytes:
    rows = [msgspec.json.encode(key) + b": " + msgspec.json.encode(value) for key, value in told.items()]
    rows.append(b'"timeline": ' + to_json(subset(timeline, events)).rstrip())
    return b"{" + b",\n".join(rows) + b"}\n"
