"""What holds for every text: spans lie in it, days are in order, what is written reads back, nothing raises."""

import calendar
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.lexicon.dates import date_words
from talent_tui.model import DateSpan, Publication
from talent_tui.tagging.dates import calendar as cal
from talent_tui.tagging.dates import find_dates
from talent_tui.tagging.dates.folding import fold
from talent_tui.tagging.dates.lines import dates_of_text

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
_W = date_words()
PIECES = st.sampled_from(
    [
        *_W.years, *_W.named_years, *_W.months, *_W.named_months, *_W.weeks, *_W.days, *_W.named_days, *_W.recent.words,
        *_W.stop.words, *_W.tense.past, *_W.tense.future, *_W.month_parts, *_W.year_parts, *_W.english.days,
        *_W.english.named, *"年月日号周一二三四五六七八九十百〇0123456789前后初底末中春夏秋冬",
        "到", "至", "-", "—", "截至", "自", "以来", "起", "，", "。", "\n", " ", "（", "）", "?月", "个月", "半年",
        "世纪", "年代", "民国", "第", "季度", "Q3",
        "May 5", "mid-", "early ", "2025", "9999年", "2月30日", "since ", "by ", " to ", "three days later", "June",
    ]
)  # fmt: skip


def _check(text: str, published: Publication) -> None:
    at = 0
    for mention in dates_of_text(text, published):
        value = mention.value
        assert at <= mention.start < mention.end <= len(text)
        assert value.text == text[mention.start : mention.end]
        if value.start is not None and value.end is not None:
            assert value.start <= value.end
        assert (value.edtf is None) == (value.start is None and value.end is None)
        if value.basis == "unresolved":
            assert value.edtf is None
        at = mention.end


@settings(max_examples=150, deadline=None)
@given(st.text(), DAYS)
def test_any_text(text: str, day: date) -> None:
    _check(text, Publication(day, day, "stated"))
    _check(text, Publication())


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14), DAYS, st.integers(0, 20))
def test_any_heap_of_date_words(pieces: list[str], day: date, width: int) -> None:
    _check("".join(pieces), Publication(day, day + timedelta(days=width), "inferred"))


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _numerals(day: date) -> str:
    digits = "〇一二三四五六七八九"

    def small(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")

    return "".join(digits[int(c)] for c in str(day.year)) + f"年{small(day.month)}月{small(day.day)}日"


def _republic(day: date) -> str:
    return f"民國{day.year - 1911}年{day.month}月{day.day}日"


def _english(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.day}, {day.year}"


@settings(max_examples=80, deadline=None)
@given(DAYS, st.sampled_from([_chinese, _numerals, _republic, _english, date.isoformat]))
def test_a_written_day_reads_back(day: date, write: object) -> None:
    words = write(day)  # type: ignore[operator]
    (mention,) = dates_of_text(f"（{words}）", Publication())
    assert (mention.value.start, mention.value.end, mention.value.edtf) == (day, day, day.isoformat())
    assert mention.value.text == words


STRETCHES = st.one_of(
    DAYS.map(cal.one_day),
    st.builds(cal.whole_month, st.integers(1950, 2049), st.integers(1, 12)),
    st.builds(cal.whole_year, st.integers(1950, 2049)),
    st.builds(
        lambda y, a, b: cal.months_of(y, a, a + b), st.integers(1950, 2049), st.integers(1, 12), st.integers(1, 5)
    ),
    st.builds(lambda d, n: cal.Stretch(d, d + timedelta(days=n)), DAYS, st.integers(1, 400)),
)


@settings(max_examples=150, deadline=None)
@given(STRETCHES, st.booleans())
def test_edtf_says_the_same_days(stretch: cal.Stretch, approximate: bool) -> None:
    text = cal.edtf(stretch._replace(approximate=approximate))
    assert text is not None
    parsed = edtf.parse_edtf(text)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    if not approximate:
        assert stretch.start is not None and stretch.end is not None
        assert tuple(first[:3]) == (stretch.start.year, stretch.start.month, stretch.start.day)
        assert tuple(last[:3]) == (stretch.end.year, stretch.end.month, stretch.end.day)


@pytest.mark.parametrize(
    ("text", "written"),
    [("九十年代", "199X"), ("截至2025年6月30日", "[..2025-06-30]"), ("自2025年7月1日起", "2025-07-01/..")],
)
def test_open_and_vague_forms_are_edtf(text: str, written: str) -> None:
    (mention,) = dates_of_text(text, Publication())
    assert mention.value.edtf == written
    assert edtf.parse_edtf(written) is not None


def test_unresolved_keeps_its_words() -> None:
    (mention,) = find_dates("上周四他走了", Publication())
    assert mention.value == DateSpan(None, None, None, "上周四", "unresolved")
