"""Whole days as bylines and page metadata write them: numbers with separators, 年月日, English months.

Only forms that name year, month and day beyond doubt: 07/08/2025 may be two days and is none.
"""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"

_NUMERIC = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})(?:\s?[日号])?|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))"
)
_REPUBLIC = re.compile(r"民国\s?(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s?(\d{{1,2}})(?:st|nd|rd|th)?,?\s?((?:19|20)\d\d)", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s-]({_MONTH})[,\s-]\s?((?:19|20)\d\d)", re.IGNORECASE)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")

DAY = (
    r"(?:(?<!\d)(?:19|20)\d\d(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}(?:\s?[日号])?|-\d{1,2}-\d{1,2}(?!\d)|/\d{1,2}/\d{1,2}(?!\d)|\.\d{1,2}\.\d{1,2}(?!\d))"
    r"|民国\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    rf"|\b{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s?(?:19|20)\d\d"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}[,\s-]\s?(?:19|20)\d\d)"
)
"""A pattern, without groups of its own, for what `day_of` understands in running text."""


def day_of(words: str) -> date | None:
    """The first whole day that `words` write (simplified script), or None."""
    found = _NUMERIC.search(words)
    if found:
        return _day(found[1], found[2] or found[5], found[3] or found[6])
    found = _REPUBLIC.search(words)
    if found:
        return _day(str(int(found[1]) + 1911), found[2], found[3])
    found = _MONTH_FIRST.search(words)
    if found:
        return _day(found[3], str(_month(found[1])), found[2])
    found = _DAY_FIRST.search(words)
    if found:
        return _day(found[3], str(_month(found[2])), found[1])
    found = _COMPACT.fullmatch(words.strip())
    return _day(found[1], found[2], found[3]) if found else None


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
