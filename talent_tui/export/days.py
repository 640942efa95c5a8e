"""Days in plain English words, with no more precision than the text gives."""

from datetime import date

from talent_tui.model import DateSpan, Publication
from talent_tui.model.days import CalendarUnit, unit_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_words(span: DateSpan) -> str:
    """When something happened: `Sat 28 Jun 2025`, `Jun 2025`, `between 11 and 20 Jun 2025`, `by 31 Aug 2025`, `no day`.

    Where the text gives no day of its own, the bound that publication sets is told, as what it is.
    """
    if not span.is_dated:
        if span.text:
            return f'no day ("{span.text}")'
        return f"no day, told by {_day(span.end)}" if span.end else "no day"
    words = range_words(span.start, span.end, during=span.extent == "during")
    return f"about {words}" if span.edtf is not None and ("~" in span.edtf or "%" in span.edtf) else words


def range_words(first: date | None, last: date | None, *, during: bool = False) -> str:
    """A stretch of days, None on an open side; `during` where something went on through it."""
    if first is None and last is None:
        return "no day"
    if first is None or last is None:
        return f"from {_day(first)} on" if first is not None else f"by {_day(last)}"
    if first == last:
        return f"{_WEEKDAYS[first.weekday()]} {_day(first)}"
    unit = unit_of(first, last)
    if unit == "year" and first.year == last.year:
        return f"{first.year:04}"
    if unit == "year" and first.year % 10 == 0 and last.year - first.year == 9:
        return f"{first.year}s"
    if unit == "month" and (first.year, first.month) == (last.year, last.month):
        return _words(first, "month")
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    begin = _words(first, unit, year=not same_year, month=not (unit == "day" and same_month))
    end = _words(last, unit)
    return f"{begin} to {end}" if during else f"between {begin} and {end}"


def publication_words(published: Publication) -> str:
    """When an article came out, and whether that is stated or worked out."""
    if published.start is None and published.end is None:
        return "day of publication unknown"
    words = range_words(published.start, published.end)
    return words if published.basis == "stated" else f"{words} (inferred)"


def _day(day: date | None) -> str:
    return _words(day, "day") if day is not None else "?"


def _words(day: date, unit: CalendarUnit, *, year: bool = True, month: bool = True) -> str:
    if unit == "year":
        return f"{day.year:04}"
    parts = [str(day.day)] if unit == "day" else []
    parts += [_MONTHS[day.month - 1]] if month else []
    parts += [f"{day.year:04}"] if year else []
    return " ".join(parts)
