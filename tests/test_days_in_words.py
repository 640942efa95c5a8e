"""Days in words: never more precise than the text."""

import pytest

from talent_tui.days_in_words import day_words
from talent_tui.model import DateSpan
from tests.factories import span, undated


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (span("2025-06-28"), "Sat 28 Jun 2025"),
        (span("2025-06", "2025-06-01", "2025-06-30"), "Jun 2025"),
        (span("2025", "2025-01-01", "2025-12-31"), "2025"),
        (span("2025-06-11/2025-06-20", "2025-06-11", "2025-06-20"), "between 11 and 20 Jun 2025"),
        (span("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06", extent="during"), "30 Jun to 6 Jul 2025"),
        (span("2024-12/2025-02", "2024-12-01", "2025-02-28"), "between Dec 2024 and Feb 2025"),
        (span("[..2025-08-31]", None, "2025-08-31"), "by 31 Aug 2025"),
        (span("2025-07-01/..", "2025-07-01", None), "from 1 Jul 2025 on"),
        (span("2023~", "2023-01-01", "2023-12-31"), "about 2023"),
        (span("201X", "2010-01-01", "2019-12-31"), "2010s"),
        (undated("2025-07-02"), "no day, told by 2 Jul 2025"),
        (DateSpan(None, None, None, "上周四", "unresolved"), 'no day ("上周四")'),
        (DateSpan(None, None, None, None, "none"), "no day"),
    ],
)
def test_day_words(value: DateSpan, words: str) -> None:
    assert day_words(value) == words
