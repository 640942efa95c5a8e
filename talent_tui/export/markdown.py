"""A timeline for people: a heading a year, a line an event, its sources beneath. Nothing from an article is markup."""

import re
from typing import Final

from talent_tui.export.names import namer
from talent_tui.model import Event, Timeline
from talent_tui.model.printable import one_line

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~&])")
_UNDATED: Final = "Undated"


def to_markdown(timeline: Timeline) -> bytes:
    """The events in their order, as CommonMark in UTF-8."""
    name = namer(timeline)
    titles = {a.id: a.title or a.file for a in timeline.articles}
    lines = ["# Timeline", ""]
    year = ""
    for event in timeline.events:
        now = _year(event)
        if now != year:
            lines += ["", f"## {now}", ""] if year else [f"## {now}", ""]
            year = now
        lines += _entry(event, titles, "; ".join(name(p) for p in event.people))
    return ("\n".join(lines).rstrip() + "\n").encode()


def _entry(event: Event, titles: dict[str, str], people: str) -> list[str]:
    told = [f"**{_text(event.date.edtf or 'no day given')}** {_text(event.summary)}"]
    marks: list[str] = [event.status] if event.status != "confirmed" else []
    marks += ["to check"] if event.certainty == "check" else []
    marks += [f"verified {event.verified}"] if event.verified else []
    marks += ["by hand"] if event.edited else []
    if marks:
        told.append(f"({', '.join(marks)})")
    lines = ["- " + " ".join(told) + (f" [{_text(people)}]" if people and people not in event.summary else "")]
    for source in event.sources:
        credit = ", ".join(source.outlets) or titles.get(source.article, source.article)
        lines.append(f"  - “{_text(source.quote)}” ({_text(credit)})")
    for conflict in event.conflicts:
        values = "; ".join(f"{v.value} ({', '.join(titles.get(a, a) for a in v.articles)})" for v in conflict.values)
        lines.append(f"  - Sources differ on {conflict.field}: {_text(values)}")
    if event.note:
        lines.append(f"  - Note: {_text(event.note)}")
    return lines


def _year(event: Event) -> str:
    day = event.date.start or event.date.end
    return str(day.year) if day else _UNDATED


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))
