"""How many events happened when: by year, month or day, with empty periods kept.

What is known to lie within a period counts there in full. What may have happened in any of several periods is spread
over them by days, and kept apart, so that vague dates never make a peak.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from talent_tui.index.placement import Place
from talent_tui.model.days import CalendarUnit, unit_days

Unit = CalendarUnit
"""How long a period is."""


class Bin(NamedTuple):
    """A period, first and last day included, with what happened in it.

    `certain` events lie wholly in it; `spread` is the share of those that may.
    """

    start: date
    end: date
    certain: int
    spread: float


def bin_start(day: date, unit: Unit) -> date:
    """The first day of the period that `day` lies in."""
    if unit == "year":
        return date(day.year, 1, 1)
    return date(day.year, day.month, 1) if unit == "month" else day


def bin_end(start: date, unit: Unit) -> date:
    """The last day of the period that begins at `start`."""
    if unit == "year":
        return unit_days(start.year)[1]
    return unit_days(start.year, start.month)[1] if unit == "month" else start


def bins_of(first: date, last: date, unit: Unit) -> list[tuple[date, date]]:
    """All periods from the one with `first` to the one with `last`, each as first and last day."""
    periods: list[tuple[date, date]] = []
    start = bin_start(first, unit)
    while start <= last:
        end = bin_end(start, unit)
        periods.append((start, end))
        if end == date.max:
            break
        start = end + timedelta(days=1)
    return periods


def _number(day: date, unit: Unit) -> int:
    if unit == "year":
        return day.year
    return day.year * 12 + day.month if unit == "month" else day.toordinal()


Key = int | tuple[date, date] | None
"""Where an event is counted: in the period of that number, spread over these days, or nowhere."""


def keys_of(places: Iterable[Place], unit: Unit) -> list[Key]:
    """Where each of `places` is counted.

    Events without a date, and those whose span is open on one side, are not counted: no period is theirs.
    """
    keys: list[Key] = []
    for where in places:
        if where.kind != "dated" or not where.bounded:
            keys.append(None)
            continue
        low = _number(where.first, unit)
        keys.append(low if low == _number(where.last, unit) else (where.first, where.last))
    return keys


def histogram(keys: Iterable[Key], periods: Sequence[tuple[date, date]], unit: Unit) -> list[Bin]:
    """Count events by their `keys` into `periods` (consecutive, as `bins_of` gives them)."""
    if not periods:
        return []
    certain = [0] * len(periods)
    spread = [0.0] * len(periods)
    base = _number(periods[0][0], unit)
    for key, count in Counter(keys).items():
        if key is None:
            continue
        if isinstance(key, int):
            if 0 <= key - base < len(periods):
                certain[key - base] += count
            continue
        first, last = key
        share = count / ((last - first).days + 1)
        low, high = _number(first, unit) - base, _number(last, unit) - base
        for i in range(max(low, 0), min(high, len(periods) - 1) + 1):
            start, end = periods[i]
            spread[i] += share * ((min(end, last) - max(start, first)).days + 1)
    return [Bin(start, end, certain[i], spread[i]) for i, (start, end) in enumerate(periods)]
