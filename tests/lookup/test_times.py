"""Times in plain figures, and which words are worth reading as one."""

from datetime import date

import pytest

from talent_tui.lookup import plain_days
from talent_tui.lookup.times import may_be_time


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025/6/8", "2025-06-08", "2025-06-08"),
        ("2025.06.28", "2025-06-28", "2025-06-28"),
        ("2025年6月", "2025-06-01", "2025-06-30"),
        ("2025年6月28日", "2025-06-28", "2025-06-28"),
        ("2025-06..2025-07", "2025-06-01", "2025-07-31"),
        ("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06"),
        ("2025-06..", "2025-06-01", None),
        ("..2025", None, "2025-12-31"),
    ],
)
def test_plain(typed: str, start: str | None, end: str | None) -> None:
    expected = tuple(date.fromisoformat(d) if d else None for d in (start, end))
    assert plain_days(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "..", "2025-13", "2025-02-30", "0700", "GPT-4", "june", "2025-07..2025-06", "1..2..3"]
)
def test_not_plain(typed: str) -> None:
    assert plain_days(typed) is None


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("june", True),
        ("last june", True),
        ("june 28 2025", True),
        ("三 天前", False),
        ("去年10月", True),
        ("上周", True),
        ("上海", False),
        ("月之暗面", False),
        ("GPT-4", False),
        ("40", False),
        ("last", False),
        ("june holm", False),
    ],
)
def test_may_be_time(words: str, may: bool) -> None:
    assert may_be_time(words.split()) is may
