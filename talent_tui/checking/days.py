"""Whether two dates may be one, where a draft or an article leaves out the year."""

import re
from datetime import date, timedelta
from typing import Final

from talent_tui.lexicon.numerals import NUMBER, number
from talent_tui.model import DateSpan

_YEAR: Final = 366


def is_narrow(span: DateSpan) -> bool:
    """Whether the span is a year or less."""
    return span.start is not None and span.end is not None and (span.end - span.start).days <= _YEAR


_ENGLISH_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_day(span: DateSpan) -> tuple[int, int] | None:
    """The month and the day that an expression names, whatever the year."""
    if span.start is not None and span.start == span.end:
        return span.start.month, span.start.day
    text = (span.text or "").lower()
    chinese = re.search(rf"({NUMBER})月({NUMBER})[日号]", text)
    if chinese:
        month, day = number(chinese[1]), number(chinese[2])
        return (int(month), int(day)) if month and day else None
    english = re.search(
        rf"\b({'|'.join(_ENGLISH_MONTHS)})[a-z]*\.? (\d{{1,2}})\b|\b(\d{{1,2}}) ({'|'.join(_ENGLISH_MONTHS)})", text
    )
    if english:
        name, day_text = english[1] or english[4], english[2] or english[3]
        return _ENGLISH_MONTHS.index(name) + 1, int(day_text)
    return None


_A_YEAR_IN_WORDS: Final = re.compile(
    r"\d{4}|[零〇一二三四五六七八九]{2,4}年|\d\d年|[今去前明后當当隔次同]年|\byear\b", re.IGNORECASE
)


def _without_its_year(ours: DateSpan, theirs: DateSpan) -> bool:
    """Whether month and day are the same and the year of ours stands in another sentence, if anywhere."""
    one, other = month_day(ours), month_day(theirs)
    if one is None or not ours.text or _A_YEAR_IN_WORDS.search(ours.text):
        return False
    if one == other:
        return True
    first, last = theirs.start, theirs.end
    if first is None or last is None or first.year != last.year or (last - first).days > _A_SPAN:
        return False
    return (first.month, first.day) <= one <= (last.month, last.day)


_A_SPAN: Final = 31
"""Days of a span that a day may be one of."""


def meet(ours: DateSpan, theirs: DateSpan) -> bool:
    """Whether two days may be one: they overlap, or, where a year is missing, month and day do."""
    if _without_its_year(ours, theirs):
        return True
    if ours.start and ours.end:
        if theirs.start and theirs.end:
            return theirs.start <= ours.end and theirs.end >= ours.start
        if theirs.start:
            return theirs.start <= ours.end
        if theirs.end and theirs.basis != "none":
            return ours.start <= theirs.end <= ours.end + timedelta(days=_YEAR)
        if theirs.is_dated:
            return False
    one, other = month_day(ours), month_day(theirs)
    if one is None:
        return True
    if other is not None:
        return one == other
    if not theirs.start or not theirs.end or theirs.start.year != theirs.end.year:
        return False
    return (theirs.start.month, theirs.start.day) <= one <= (theirs.end.month, theirs.end.day)


def overlap(a: DateSpan, b: DateSpan) -> bool:
    """Whether two spans share a day; an open side has no end."""
    return (a.start or date.min) <= (b.end or date.max) and (b.start or date.min) <= (a.end or date.max)


def width(span: DateSpan) -> int:
    """How many days a span has; more than any number where a side is open."""
    if span.start is None or span.end is None:
        return date.max.toordinal()
    return (span.end - span.start).days + 1


def says_day(quotes: str, span: DateSpan) -> bool:
    """Whether a quotation names the month (and the day, where the span is one) that the span claims."""
    start, end = span.start, span.end
    if start is None or end is None or (end - start).days > _A_SPAN:
        return False
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", quotes)
    if years and str(start.year) not in years:
        return False
    month = rf"(?<!\d)0?{start.month}月|\b{_ENGLISH_MONTHS[start.month - 1]}"
    day = rf"(?<!\d)0?{start.day}(?:日|号|\b)" if start == end else ""
    return re.search(month, quotes) is not None and (not day or re.search(day, quotes) is not None)
