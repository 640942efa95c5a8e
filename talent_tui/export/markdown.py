"""A timeline for people: a heading a year, a line an event, its sources beneath. Nothing from an article is markup."""

from typing import Final

from talent_tui.export.escaping import in_markdown
from talent_tui.export.names import namer
from talent_tui.model import Event, Timeline

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
    told = [f"**{in_markdown(event.date.edtf or 'no day given')}** {in_markdown(event.summary)}"]
    marks: list[str] = [event.status] if event.status != "confirmed" else []
    marks += ["to check"] if event.certainty == "check" else []
    marks += [f"verified {event.verified}"] if event.verified else []
    marks += ["by hand"] if event.edited else []
    if marks:
        told.append(f"({', '.join(marks)})")
    lines = ["- " + " ".join(told) + (f" [{in_markdown(people)}]" if people and people not in event.summary else "")]
    for source in event.sources:
        credit = ", ".join(source.outlets) or titles.get(source.article, source.article)
        lines.append(f"  - “{in_markdown(source.quote)}” ({in_markdown(credit)})")
    for conflict in event.conflicts:
        values = "; ".join(f"{v.value} ({', '.join(titles.get(a, a) for a in v.articles)})" for v in conflict.values)
        lines.append(f"  - Sources differ on {conflict.field}: {in_markdown(values)}")
    if event.note:
        lines.append(f"  - Note: {in_markdown(event.note)}")
    return lines


def _year(event: Event) -> str:
    day = event.date.start or event.date.end
    return str(day.year) if day else _UNDATED
