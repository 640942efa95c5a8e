"""A table for spreadsheets: one event a row. No cell is ever a formula."""

import csv
import io
from typing import Final

from talent_tui.export.names import namer, outlets
from talent_tui.model import Timeline
from talent_tui.model.printable import printable

_COLUMNS: Final = (
    "id", "date", "start", "end", "basis", "type", "people", "from", "to", "companies", "role", "status", "certainty",
    "amounts", "count", "summary", "outlets", "articles", "quotes", "conflicts",
    "verified", "by hand", "note",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


def to_csv(timeline: Timeline) -> bytes:
    """UTF-8 with a byte order mark, without which spreadsheets misread Chinese; "; " between the values of a cell.

    A cell whose text a spreadsheet would take for a formula begins with an apostrophe.
    """
    name = namer(timeline)
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for event in timeline.events:
        span = event.date
        cells = (
            event.id,
            span.edtf or "",
            span.start.isoformat() if span.start else "",
            span.end.isoformat() if span.end else "",
            span.basis,
            event.type,
            "; ".join(name(p) for p in event.people),
            name(event.from_),
            name(event.to),
            "; ".join(name(c) for c in event.companies),
            event.role or "",
            event.status,
            event.certainty,
            "; ".join(a.text for a in event.amounts),
            "" if event.count is None else str(event.count),
            event.summary,
            "; ".join(outlets(event)),
            "; ".join(dict.fromkeys(s.article for s in event.sources)),
            "; ".join(s.quote for s in event.sources),
            "; ".join(f"{c.field}: {' / '.join(v.value for v in c.values)}" for c in event.conflicts),
            event.verified.isoformat() if event.verified else "",
            "; ".join(event.edited),
            event.note or "",
        )
        rows.writerow([_inert(cell) for cell in cells])
    return (_BYTE_ORDER_MARK + out.getvalue()).encode()


def _inert(cell: str) -> str:
    """The text as a spreadsheet may show it: it calculates nothing and commands nothing."""
    text = printable(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
