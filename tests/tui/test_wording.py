"""What rows say of days, wherever they stand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from talent_tui.model import DateSpan, Publication
from talent_tui.tui.wording import day_cells, day_text, publication_text, range_text
from tests.factories import span, undated

DURING = {"extent": "during"}


@pytest.mark.parametrize(
    ("when", "full", "short"),
    [
        (span("2025-06-26"), "Thu 26 Jun 2025", "Thu 26 Jun"),
        (span("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06", **DURING), "30 Jun–6 Jul 2025", "30 Jun–6 Jul"),
        (span("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06"), "between 30 Jun and 6 Jul 2025",
         "30 Jun..6 Jul"),
        (span("2025-06-11/2025-06-20", "2025-06-11", "2025-06-20"), "between 11 and 20 Jun 2025",
         "11..20 Jun"),
        (span("x", "2024-12-30", "2025-01-02"), "between 30 Dec 2024 and 2 Jan 2025",
         "30 Dec..2 Jan"),
        (span("[..2025-08-31]", None, "2025-08-31"), "by 31 Aug 2025", "by 31 Aug"),
        (span("2025-07-01/..", "2025-07-01", None), "from 1 Jul 2025", "from 1 Jul"),
        (span("2025-06", "2025-06-01", "2025-06-30"), "Jun 2025", "Jun"),
        (span("2024-02", "2024-02-01", "2024-02-29"), "Feb 2024", "Feb"),
        (span("2025", "2025-01-01", "2025-12-31"), "2025", "2025"),
        (span("2023~", "2023-01-01", "2023-12-31"), "about 2023", "~2023"),
        (span("199X", "1990-01-01", "1999-12-31"), "1990s", "1990s"),
        (span("2023/2025", "2023-01-01", "2025-12-31", **DURING), "2023–2025", "2023–2025"),
        (span("2025-07/2025-09", "2025-07-01", "2025-09-30"), "between Jul and Sep 2025", "Jul..Sep"),
        (span("2025-07/2025-09", "2025-07-01", "2025-09-30", **DURING), "Jul–Sep 2025", "Jul–Sep"),
        (undated("2025-07-04"), "no date in the text", "no date"),
        (DateSpan(None, None, None, "上周四", "unresolved"), '"上周四", day unknown', "day unknown"),
    ],
)  # fmt: skip
def test_days_are_told_with_no_more_precision_than_they_have(when: DateSpan, full: str, short: str) -> None:
    assert (day_text(when), day_text(when, "short")) == (full, short)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2025, 6, 26), date(2025, 6, 26), "Thu 26 Jun 2025"),
        (date(2025, 6, 1), date(2025, 6, 30), "Jun 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 6, 1), date(2025, 8, 31), "Jun to Aug 2025"),
        (date(2025, 6, 2), None, "from 2 Jun 2025"),
        (None, date(2025, 6, 2), "until 2 Jun 2025"),
    ],
)
def test_ranges_that_a_person_chose(first: date | None, last: date | None, text: str) -> None:
    assert range_text(first, last) == text


@pytest.mark.parametrize(
    ("when", "full", "short"),
    [
        (span("2025-06-26"), "2025年6月26日 周四", "6月26日 周四"),
        (span("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06", **DURING), "2025年6月30日至7月6日",
         "6月30日至7月6日"),
        (span("2025-06-11/2025-06-20", "2025-06-11", "2025-06-20"), "2025年6月11日至20日间某日", "6月11日..20日"),
        (span("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02"), "2024年12月30日至2025年1月2日间某日",
         "12月30日..1月2日"),
        (span("[..2025-08-31]", None, "2025-08-31"), "不晚于2025年8月31日", "不晚于8月31日"),
        (span("2025-06", "2025-06-01", "2025-06-30"), "2025年6月", "6月"),
        (span("2023~", "2023-01-01", "2023-12-31"), "约2023年", "约2023年"),
        (span("2025-07/2025-09", "2025-07-01", "2025-09-30"), "2025年7月至9月间某日", "7月..9月"),
        (undated("2025-07-04"), "文中无日期", "无日期"),
    ],
)  # fmt: skip
def test_days_in_chinese(in_chinese: None, when: DateSpan, full: str, short: str) -> None:
    assert (day_text(when), day_text(when, "short")) == (full, short)


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(0, 30), st.booleans())
def test_short_days_fit_their_column(first: date, length: int, vague: bool) -> None:
    last = first + timedelta(days=length)
    value = DateSpan(f"{first}{'~' if vague else ''}", first, last, None, "explicit")
    assert cell_len(day_text(value, "short")) <= day_cells("short") + vague


def test_an_inferred_publication_says_so() -> None:
    window = Publication(date(2025, 7, 1), date(2025, 7, 6), "inferred")
    assert publication_text(window) == "published between 1 and 6 Jul 2025 (inferred)"
    assert publication_text(Publication()) == "publication unknown"
