"""Events as lines of text: one each, aligned, plain where nobody watches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from talent_tui.cli.console import aligned, paint, watched
from talent_tui.days_in_words import day_words
from talent_tui.model import Event
from talent_tui.model.printable import one_line

if TYPE_CHECKING:
    from talent_tui.index import Index

_STYLES = {"denied": "31", "rumoured": "33", "planned": "33"}
_LIMITS = (None, 34, None, None, 28, 36, 72, 28, None)
_MARK, _STATUS = 0, 3


def print_events(events: Sequence[Event], index: "Index", *, quote: bool = False, indent: str = "") -> None:
    """Print events one a line on standard output, with their sentences beneath if asked for."""
    lines = aligned([row(e, index) for e in events], _LIMITS if watched() else ())
    for event, cells in zip(events, lines, strict=True):
        style = _STYLES.get(event.status, "")
        cells[_STATUS] = paint(cells[_STATUS], style)
        cells[_MARK] = paint(cells[_MARK], "31" if cells[_MARK] == "!" else "33")
        print(indent + "  ".join(cells).rstrip())
        if quote:
            for source in event.sources:
                print(f"{indent}     “{one_line(source.quote)}”")


def when(event: Event) -> str:
    """The days, as precisely as they are known: never a day for a range."""
    span = event.date
    if span.edtf is None:
        return "no day"
    if span.basis == "none":
        return f"by {span.end.isoformat()}" if span.end else "no day"
    return span.edtf


def people(event: Event, index: "Index") -> str:
    """Who the event is about."""
    return ", ".join(index.label("person", p) for p in event.people)


def ends(event: Event, index: "Index") -> str:
    """From where to where, or else the organisations that take part."""
    if event.from_ or event.to:
        start = index.label("company", event.from_) if event.from_ else ""
        goal = index.label("company", event.to) if event.to else ""
        return f"{start} > {goal}".strip()
    return ", ".join(index.label("company", c) for c in event.companies)


def mark(event: Event) -> str:
    """What to beware of.

    "!" where sources contradict each other or someone denies it, "?" where the sentence should be read first, "v" where
    a person vouched for it.
    """
    if event.conflicts or event.status == "denied":
        return "!"
    if event.verified is not None:
        return "v"
    return "?" if event.certainty == "check" else " "


def row(event: Event, index: "Index") -> list[str]:
    """The cells of an event: mark, days, type, status, who, where, summary, outlets and sources, id."""
    outlets = ", ".join(dict.fromkeys(o for s in event.sources for o in s.outlets))
    count = len({s.article for s in event.sources})
    cells = [
        mark(event),
        day_words(event.date),
        event.type,
        event.status,
        people(event, index) or "-",
        ends(event, index) or "-",
        event.summary,
        f"{outlets or '-'} ({count})",
        event.id,
    ]
    return [cells[0], *(one_line(c) for c in cells[1:])]
