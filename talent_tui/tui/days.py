"""Days that a person types: what they mean, seen from today."""

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")

Range = tuple[date | None, date | None]


def read_iso(text: str) -> tuple[date, date] | None:
    """First and last day of `2025`, `2025-06` or `2025-06-28`; None for anything else."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def read_range(text: str) -> Range | None:
    """`A..B`, with either end left out for an open side; None where an end is no plain date."""
    low, dots, high = text.partition("..")
    if not dots:
        return read_iso(text)
    first = read_iso(low) if low.strip() else None
    last = read_iso(high) if high.strip() else None
    if (low.strip() and first is None) or (high.strip() and last is None) or (first is None and last is None):
        return None
    start, end = first[0] if first else None, last[1] if last else None
    return None if start is not None and end is not None and start > end else (start, end)


def read_days(text: str, app: "TalentApp") -> Range | None:
    """What a person means by `text`, today; None where it is not understood.

    Plain dates are read at once; for all else the grammar is loaded, unless it is already.
    """
    plain = read_range(text)
    return plain if plain is not None else app.read_days(text)
