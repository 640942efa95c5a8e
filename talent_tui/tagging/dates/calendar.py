"""Days, and how they are written down in EDTF: stretches of the calendar with a precision at each end.

Extended Date/Time Format is ISO 8601-2: https://www.loc.gov/standards/datetime/
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from talent_tui.model.days import unit_days

Precision = Literal["day", "month", "year", "decade", "century"]


class Stretch(NamedTuple):
    """First and last day, None on an open side, and how finely each end is told (for EDTF, not for the days).

    `approximate` is EDTF's `~`; `open_start` writes a missing first day as `[..X]` (some time up to and including X), a
    missing last day is always `X/..`.
    """

    start: date | None
    end: date | None
    first: Precision = "day"
    last: Precision = "day"
    approximate: bool = False

    @property
    def precision(self) -> Precision:
        """The coarser of the two ends; a stretch of several units is as coarse as the next unit up would be."""
        if self.start is None or self.end is None:
            return self.first if self.end is None else self.last
        length = (self.end - self.start).days
        return "day" if length < 1 else "month" if length < 31 else "year"


def whole_month(year: int, month: int) -> Stretch:
    """The month; months below 1 and above 12 run into the years before and after."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(*unit_days(year, month), "month", "month")


def months_of(year: int, first: int, last: int) -> Stretch:
    """From the first month to the last, both counted in `year` (13 is January of the next)."""
    return Stretch(whole_month(year, first).start, whole_month(year, last).end, "month", "month")


def whole_year(year: int) -> Stretch:
    """The calendar year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year", "year")


def whole_decade(first_year: int) -> Stretch:
    """The ten years from a year that ends in 0."""
    return Stretch(date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade", "decade")


def one_day(day: date) -> Stretch:
    """The day alone."""
    return Stretch(day, day)


def whole_week(day: date, weeks: int = 0) -> Stretch:
    """Monday to Sunday of the week `weeks` away from the one that `day` lies in."""
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return Stretch(monday, monday + timedelta(days=6))


def days_of_month(year: int, month: int, first: int, last: int) -> Stretch:
    """From one day of a month to another, neither past its end. Raises ValueError if the first is."""
    end = monthrange(year, month)[1]
    return Stretch(date(year, month, first), date(year, month, min(last, end)))


def month_shift(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie `months` away from the month of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def same_day_months_before(day: date, months: int) -> date:
    """The same day of the month `months` earlier, or that month's last."""
    year, month = month_shift(day, -months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def edtf(stretch: Stretch) -> str | None:
    """The stretch in EDTF; None where both sides are open.

    >>> edtf(whole_month(2025, 6)), edtf(Stretch(None, date(2025, 6, 30))), edtf(months_of(2025, 7, 9))
    ('2025-06', '[..2025-06-30]', '2025-07/2025-09')
    """
    mark = "~" if stretch.approximate else ""
    if stretch.start is None:
        return None if stretch.end is None else f"[..{stretch.end.isoformat()}]"
    if stretch.end is None:
        return f"{_written(stretch.start, 'day')}{mark}/.."
    first, last = _written(stretch.start, stretch.first), _written(stretch.end, stretch.last)
    if first == last:
        return first + mark
    if "X" in first + last:
        first, last = stretch.start.isoformat()[:4], stretch.end.isoformat()[:4]
    return f"{first}{mark}/{last}{mark}"


def _written(day: date, precision: Precision) -> str:
    text = day.isoformat()
    if precision == "day":
        return text
    if precision == "month":
        return text[:7]
    if precision == "year":
        return text[:4]
    return text[:3] + "X" if precision == "decade" else text[:2] + "XX"
