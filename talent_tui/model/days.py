"""Whole units of the calendar: the days of a year, a month or a day, and the unit that a stretch of days is made of."""

from calendar import monthrange
from datetime import date
from typing import Literal

CalendarUnit = Literal["year", "month", "day"]


def unit_days(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    """First and last day of a year, of a month (from 1) or of a day. Raises ValueError where there is none such."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def unit_of(first: date, last: date) -> CalendarUnit:
    """The largest unit of whose whole ones the days from `first` to `last` are made."""
    if first.day != 1 or last != unit_days(last.year, last.month)[1]:
        return "day"
    return "year" if first.month == 1 and last.month == 12 else "month"
