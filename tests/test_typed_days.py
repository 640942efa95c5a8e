"""Days as a person types them."""

from datetime import date

import pytest

from talent_tui.typed_days import read_days

TODAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("去年10月", "2025-10-01", "2025-10-31"),
        ("2025年6月28日", "2025-06-28", "2025-06-28"),
        ("上周", "2026-03-09", "2026-03-15"),
        ("last week", "2026-03-09", "2026-03-15"),
        ("june 2025", "2025-06-01", "2025-06-30"),
        ("last june", "2025-06-01", "2025-06-30"),
        ("June 28, 2025", "2025-06-28", "2025-06-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("yesterday", "2026-03-17", "2026-03-17"),
        ("去年6月..去年8月", "2025-06-01", "2025-08-31"),
        ("june 2025 to august 2025", "2025-06-01", "2025-08-31"),
        ("june 2025..", "2025-06-01", None),
    ],
)
def test_what_is_typed_is_read_against_today(typed: str, first: str | None, last: str | None) -> None:
    found = read_days(typed, TODAY)
    assert found is not None
    assert [day and day.isoformat() for day in found] == [first, last]


@pytest.mark.parametrize("typed", ["", "zzz", "GPT-4.1", "..", "2025-08..2025-06", "x" * 10_000])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_days(typed, TODAY) is None
