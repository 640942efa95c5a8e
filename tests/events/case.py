"""Cases of events, read from `cases/*.toml`, and what a text must give to satisfy one.

A case is a `text` of one to four sentences, the day on which it was `published` (none: unknown), and its `events`, each
a table of the fields that matter: `type`, `people` and `speaker` (names), `from`, `to` and `with` (organisations, as
written or by their usual names; "" for none), `date` (EDTF; "" where no day is claimed), `status`, `role`, `count`,
`amounts` (values; "vague" for one without). Every listed event must come out, each from another one found, and no move
that is not listed. `optional = true` allows an event without asking for it. `absent` lists types that may not come out
at all; `none = true` allows nothing at all. `because` says why a gap is one.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from talent_tui.given import GIVEN_BY_USER
from talent_tui.model import MOVES, ArticleRecord, Entity, Event, Publication
from talent_tui.pipeline import process
from talent_tui.reading import Source

Listed = dict[str, Any]

FOLDER = Path(__file__).parent / "cases"
GAPS = "known-gaps"
FIELDS = frozenset(
    {"type", "people", "speaker", "from", "to", "with", "date", "status", "role", "count", "amounts", "optional"}
)


class Case(NamedTuple):
    topic: str
    text: str
    published: date | None
    events: tuple[Listed, ...]
    absent: frozenset[str]
    none: bool
    because: str


@cache
def cases() -> tuple[Case, ...]:
    """All cases, by file and in the order of their files."""
    return tuple(
        Case(
            path.stem,
            table["text"],
            table.get("published"),
            tuple(table.get("events", ())),
            frozenset(table.get("absent", ())),
            table.get("none", False),
            table.get("because", ""),
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    )


def read(case: Case) -> ArticleRecord:
    """The case's text as an article of its own."""
    day = case.published
    published = Publication(day, day, "stated", GIVEN_BY_USER) if day else None
    return process(Source("case.txt", case.text.encode()), published)


def complaints(case: Case, record: ArticleRecord) -> list[str]:
    """What is wrong with the events of a record, one line each; empty where the case is satisfied."""
    required = [e for e in case.events if not e.get("optional")]
    allowed = [e for e in case.events if e.get("optional")]
    pairs = _pair(required, record)
    out = [f"missing: {_line(wanted)}" for i, wanted in enumerate(required) if i not in pairs]
    for number, event in enumerate(record.events):
        if number in pairs.values() or any(matches(wanted, event, record) for wanted in allowed):
            continue
        if event.type in MOVES or event.type in case.absent or case.none:
            out.append("unlisted: " + shown(event, record))
    return out


def entities(record: ArticleRecord) -> tuple[Entity, ...]:
    """The people and the organisations that were seen."""
    people: tuple[Entity, ...] = record.people
    return people + record.companies


def shown(event: Event, record: ArticleRecord) -> str:
    """An event in one line, in the words of a case."""
    names = {e.id: e.name for e in entities(record)}
    told: Listed = {
        "type": event.type,
        "people": [names[p] for p in event.people],
        "speaker": names.get(event.speaker or "", ""),
        "from": names.get(event.from_ or "", ""),
        "to": names.get(event.to or "", ""),
        "with": [names[c] for c in event.companies],
        "date": event.date.edtf or "",
        "status": event.status,
        "role": event.role or "",
        "count": event.count,
        "amounts": [a.text if a.value is None else a.value for a in event.amounts],
    }
    return _line({key: value for key, value in told.items() if value not in ("", None, [])})


def matches(wanted: Listed, event: Event, record: ArticleRecord) -> bool:
    """Whether an event has every field that a case lists."""
    forms = {e.id: {e.name, *e.aliases} for e in entities(record)}

    def is_named(name: str, ident: str | None) -> bool:
        return ident is None if not name else name in forms.get(ident or "", set())

    def are_named(names: list[str], idents: tuple[str, ...]) -> bool:
        return len(names) == len(idents) and all(any(is_named(n, i) for i in idents) for n in names)

    found: dict[str, bool] = {
        "type": event.type == wanted["type"],
        "people": are_named(wanted.get("people", []), event.people),
        "speaker": is_named(wanted.get("speaker", ""), event.speaker),
        "from": is_named(wanted.get("from", ""), event.from_),
        "to": is_named(wanted.get("to", ""), event.to),
        "with": all(any(is_named(n, c) for c in event.companies) for n in wanted.get("with", [])),
        "date": (event.date.edtf or "") == wanted.get("date"),
        "status": event.status == wanted.get("status"),
        "role": (event.role or "") == wanted.get("role"),
        "count": event.count == wanted.get("count"),
        "amounts": ["vague" if a.value is None else a.value for a in event.amounts] == wanted.get("amounts"),
    }
    return all(good for field, good in found.items() if field in wanted)


def _pair(wanted: list[Listed], record: ArticleRecord) -> dict[int, int]:
    """As many listed events as can be, each with an event of its own (augmenting paths)."""
    fitting = [[n for n, e in enumerate(record.events) if matches(w, e, record)] for w in wanted]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for number in fitting[i]:
            if number not in tried:
                tried.add(number)
                if number not in taken or place(taken[number], tried):
                    taken[number] = i
                    return True
        return False

    for i in range(len(wanted)):
        place(i, set())
    return {i: number for number, i in taken.items()}


def _line(told: Listed) -> str:
    return " ".join(f"{key}={','.join(map(str, v)) if isinstance(v, list) else v}" for key, v in told.items())


CASE_TEXTS = tuple(case.text for case in cases())
