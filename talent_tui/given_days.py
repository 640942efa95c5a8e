"""Days that a person sets by hand, as a date that a timeline can hold.

Dates in ISO 8601 import nothing that reads text; days in words do.
"""

import re
from datetime import date
from typing import Final

import msgspec

from talent_tui.model import NO_DATE, DateSpan, UsageError
from talent_tui.model.days import unit_days

NOTHING: Final = ("", "-")
"""What a person types to take a value away."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIGURES = re.compile(r"[\d\s./-]+")
"""Figures that are no date in ISO 8601 may be one in several other orders, so they are none."""
_BECAUSE: Final = "set by hand"


def given_days(text: str, today: date) -> DateSpan:
    """The days that a person typed: ISO 8601 (`2025-06`, `2025-06-01/2025-06-08`, `../2025-06-30`), words, or
    `-` for none.

    Raises UsageError where they mean nothing.
    """
    text = text.strip()
    if text in NOTHING:
        return msgspec.structs.replace(NO_DATE, because=_BECAUSE)
    days = _iso_days(text)
    if days is None and not _FIGURES.fullmatch(text):
        from talent_tui.typed_days import read_days

        days = read_days(text, today)
    if days is None:
        raise UsageError(f"{text} is no date; type one like 2025-06-28, 2025-06 or 2025-06-01/2025-06-08, - for none.")
    start, end = days
    return DateSpan(_edtf(start, end), start, end, None, "explicit", because=_BECAUSE)


def _iso_days(text: str) -> tuple[date | None, date | None] | None:
    first, slash, last = text.partition("/")
    low = (None, None) if slash and first in ("", "..") else _iso_unit(first)
    high = (None, None) if slash and last in ("", "..") else _iso_unit(last) if slash else low
    if low is None or high is None or (low[0] is None and high[1] is None):
        return None
    if low[0] is not None and high[1] is not None and low[0] > high[1]:
        raise UsageError(f"{text} ends before it begins.")
    return low[0], high[1]


def _iso_unit(text: str) -> tuple[date, date] | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        return unit_days(year or 0, month, day)
    except ValueError:
        return None


def _edtf(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return f"[..{end}]" if end else f"{start}/.."
    if start == end:
        return start.isoformat()
    if (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31)):
        return f"{start.year:04d}"
    if (start, end) == _iso_unit(f"{start.year:04d}-{start.month:02d}"):
        return f"{start.year:04d}-{start.month:02d}"
    return f"{start}/{end}"
