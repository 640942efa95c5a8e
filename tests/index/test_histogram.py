"""Events over time: empty periods stay, vague dates are spread."""

from datetime import date
from itertools import pairwise

import pytest

from talent_tui.index import Index, Unit, bins_of
from talent_tui.model import DateSpan, Timeline
from tests.factories import make_event, span, undated


def view(*spans: DateSpan) -> Index:
    events = tuple(make_event("deal", day=day, ident=f"e{i}") for i, day in enumerate(spans))
    return Index(Timeline((), (), (), events))


def test_empty_periods_are_kept_and_every_certain_event_counts_once() -> None:
    index = view(span("2024-11-03"), span("2025-02-07"), span("2025-02-09"))
    bins = index.view_of_all().histogram("month", date(2024, 11, 1), date(2025, 2, 28))
    assert [(b.start.isoformat(), b.certain) for b in bins] == [
        ("2024-11-01", 1), ("2024-12-01", 0), ("2025-01-01", 0), ("2025-02-01", 2),
    ]  # fmt: skip
    assert all(b.spread == 0 for b in bins)


def test_a_vague_date_is_spread_by_days_and_never_counted_as_certain() -> None:
    index = view(span("2025", "2025-01-01", "2025-12-31"))
    bins = index.view_of_all().histogram("month", date(2025, 1, 1), date(2025, 12, 31))
    assert [b.certain for b in bins] == [0] * 12
    assert sum(b.spread for b in bins) == pytest.approx(1)
    assert bins[0].spread == pytest.approx(31 / 365)
    (year,) = index.view_of_all().histogram("year", date(2025, 1, 1), date(2025, 12, 31))
    assert (year.certain, year.spread) == (1, 0)


def test_what_nobody_dates_and_what_is_open_on_a_side_makes_no_bar() -> None:
    index = view(undated("2025-07-04"), span("[..2025-06-30]", None, "2025-06-30"), span("2025-06-30"))
    (june,) = index.view_of_all().histogram("month", date(2025, 6, 1), date(2025, 6, 30))
    assert (june.certain, june.spread) == (1, 0)


@pytest.mark.parametrize(
    ("unit", "first", "last", "count"),
    [
        ("year", date(2019, 5, 1), date(2021, 1, 1), 3),
        ("month", date(2019, 12, 31), date(2020, 1, 1), 2),
        ("day", date(2024, 2, 28), date(2024, 3, 1), 3),
        ("day", date(9999, 12, 30), date(9999, 12, 31), 2),
        ("year", date(9999, 1, 1), date(9999, 12, 31), 1),
        ("month", date(2025, 2, 1), date(2025, 1, 1), 0),
    ],
)
def test_periods_follow_one_another_without_gaps(unit: Unit, first: date, last: date, count: int) -> None:
    periods = bins_of(first, last, unit)
    assert len(periods) == count
    for (_, end), (start, _) in pairwise(periods):
        assert (start - end).days == 1
