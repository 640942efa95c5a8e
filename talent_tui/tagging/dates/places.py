"""Calendar dates become days: what they lack comes from the line, else from publication and the clause's tense."""

import re
from datetime import date

from talent_tui.tagging.dates import calendar as cal
from talent_tui.tagging.dates.calendar import Stretch
from talent_tui.tagging.dates.context import NamedYear
from talent_tui.tagging.dates.situation import FAR_BEHIND, SCHEDULED_AHEAD, Situation, UnresolvableError
from talent_tui.tagging.dates.spec import Calendar, Spec

_MONTH_END = 25
_MONTH_START = 5


def lacks_year(spec: Spec) -> bool:
    """Whether it is a calendar date whose year must come from elsewhere."""
    return (
        isinstance(spec, Calendar)
        and spec.year is None
        and spec.year_shift is None
        and spec.month_shift is None
        and spec.nearest is None
        and spec.unit_shift is None
    )


def place(spec: Calendar, year: int, month: int | None) -> Stretch:
    """The days of a calendar date whose year and month are known. Raises ValueError where there is no such day."""
    if month is not None:
        if spec.day is not None:
            return cal.one_day(date(year, month, spec.day))
        if spec.days is not None:
            return cal.days_of_month(year, month, *spec.days)
        return cal.whole_month(year, month)
    if spec.months is not None:
        first, last = spec.months
        return cal.whole_month(year, first) if first == last else cal.months_of(year, first, last)
    return cal.whole_year(year)


def place_if_any(spec: Calendar, year: int, month: int | None) -> Stretch | None:
    """The days, or None where there is no such day (29 February of most years)."""
    try:
        return place(spec, year, month)
    except ValueError:
        return None


def calendar_days(spec: Calendar, at: Situation) -> Stretch:
    """The days that a calendar date stands for. Raises UnresolvableError, or ValueError where there is no such day."""
    if spec.unit_shift is not None:
        ref = at.ref()
        quarter = (ref.month - 1) // 3 + spec.unit_shift
        return cal.months_of(ref.year, 3 * quarter + 1, 3 * quarter + 3)
    first = spec.months[0] if spec.month is None and spec.months is not None else spec.month
    if spec.named and spec.nearest is not None and first is not None:
        base = at.antecedent("month").start
        return place(spec, base.year + (first <= base.month), spec.month)
    if spec.named:
        base = at.antecedent("month" if spec.month_shift is not None else "year").start
        if spec.month_shift is not None:
            return place(spec, *cal.month_shift(base, spec.month_shift))
        return place(spec, base.year + (spec.year_shift or 0), spec.month)
    if spec.month_shift is not None:
        return place(spec, *cal.month_shift(at.ref(), spec.month_shift))
    if spec.year is not None:
        return place(spec, spec.year, spec.month)
    if spec.year_shift is not None:
        return place(spec, at.ref().year + spec.year_shift, spec.month)
    if spec.nearest is not None and spec.month is not None:
        ref = at.ref()
        if spec.nearest == "before":
            return place(spec, ref.year - (spec.month >= ref.month), spec.month)
        return place(spec, ref.year + (spec.month <= ref.month), spec.month)
    if spec.month is None and spec.months is None:
        return _without_month(spec, at)
    return _without_year(spec, at)


def _without_month(spec: Calendar, at: Situation) -> Stretch:
    """28日, 月底: the month named before in the line, else that of publication, else the one before."""
    context = at.context
    if context.line_month is not None and spec.nearest is None:
        year, month = context.line_month
        if spec.day is not None and spec.day <= _MONTH_START and (context.line_day or 0) >= _MONTH_END:
            # 6月30日……1日: the days run on into the next month.
            year, month = cal.month_shift(date(year, month, 1), 1)
        at.because.append(f"month {year}-{month:02d} named before")
        return place(spec, year, month)
    ref = at.ref()
    this, before, after, earlier, later = (
        place_if_any(spec, *cal.month_shift(ref, shift)) for shift in (0, -1, 1, -2, 2)
    )
    if at.tense == "future":
        at.because.append("the clause tells of the future")
        chosen = this if this and this.end and this.end >= ref else after or later
    else:
        chosen = this if this and this.start and this.start <= ref else before or earlier
    if chosen is None:
        raise UnresolvableError
    return chosen


def _without_year(spec: Calendar, at: Situation) -> Stretch:
    """6月28日, 三季度, 年底: the year named before in the line, else that of publication or one beside it."""
    context = at.context
    if spec.month is not None and spec.day is not None and (year := context.known.get((spec.month, spec.day))):
        at.because.append(f"written with its year {year} before")
        return place(spec, year, spec.month)
    named = _borrowed_year(spec, at)
    if named is None and (year := _story_year(spec, at)) is not None:
        at.because.append(f"goes on from a day of {year}")
        return place(spec, year, spec.month)
    if named is None:
        ref = at.ref()
        return _rolled(spec, ref.year, ref, at)
    if at.tense == "future" and context.ref is not None and named.year < context.ref.year and not at.in_sentence(named):
        # 2025年1月发布……。下一代预计4月推出: what is to come in a sentence of its own is to come from publication on.
        return _rolled(spec, context.ref.year, context.ref, at)
    at.because.append(f"year {named.year} named before")
    if context.ref is None:
        return place(spec, named.year, spec.month)
    had_been = at.here.english and spec.day is not None and _HAD_BEEN.search(at.text, at.sentence_start, at.here.start)
    if named.month is not None and spec.month is not None and spec.month < named.month and not had_been:
        if spec.day is not None and named.year + 1 < context.ref.year and not at.in_sentence(named):
            # 2021年11月创立……。8月2日……: a day that would turn the year once more is news.
            return _rolled(spec, context.ref.year, context.ref, at)
        later = place_if_any(spec, named.year + 1, spec.month)
        if later is not None and later.start is not None and later.start <= context.ref:
            # 去年8月……1月底: told in the order of time.
            return later
    if named.year != context.ref.year and (stretch := place_if_any(spec, named.year, spec.month)) is not None:
        return stretch
    return _rolled(spec, named.year, context.ref, at)


def _story_year(spec: Calendar, at: Situation) -> int | None:
    """2023年11月17日……。(new paragraph) 11月19日: days of one month told one after the other are of one year."""
    last, ref = at.context.day, at.context.ref
    if last is None or ref is None or spec.month is None or spec.day is None or at.tense == "future":
        return None
    goes_on = last.start.month == spec.month and last.start.day <= spec.day and last.start.year < ref.year
    return last.start.year if goes_on and at.here.start - last.end <= _STORY_REACH else None


_HAD_BEEN = re.compile(r"\bhad\s(?:\w+\s){1,4}(?:on\s|in\s)?$")
"""Took over in May 2022. It had been shut on April 28: of the same year, not the next."""
_STORY_REACH = 200
"""Characters between two days of one story."""


_AND_THEN = re.compile(r"(?:,|\band|\bbut)\s(?:[A-Za-z'’&.-]+\s){1,8}(?:in\s|this\s|last\s)?$")


_DESCRIBES = re.compile(
    r",\s(?:who|whom|whose|which|where|hired|poached|appointed|promoted|founded|set up)\b[^,.;]*(?<=\d{4})$"
)


def _borrowed_year(spec: Calendar, at: Situation) -> NamedYear | None:
    """The year named before in the line, if a date without year belongs to it.

    Not to a year that is still to come, unless this is told of the future too. A bare year that is mentioned in passing
    holds for the months of its sentence only, and not for their days (他2018年入职，6月28日离开).
    """
    named, ref = at.context.line_year, at.context.ref
    if named is None or ref is None:
        return named
    if named.year > ref.year and at.tense is None and at.in_sentence(named):
        # 总监明年年底退休,印章则在3月1日先交给副手: still told of next year.
        return named
    if named.year > ref.year and at.tense != "future":
        return None
    passing = named.month is None and not named.topic
    if passing and named.year != ref.year and (spec.day is not None or spec.days is not None):
        return None
    if passing and not at.in_sentence(named):
        return None
    if passing and at.here.english and named.year < ref.year and _AND_THEN.search(at.text, named.end, at.here.start):
        # Joined in 2019 and left in May: this year's.
        return None
    if at.here.english and named.year < ref.year - 1 and _DESCRIBES.search(at.text, max(0, named.end - 90), named.end):
        # A, where X worked until 2017, hired Y in February: what only describes somebody dates nothing else.
        return None
    return named


def _rolled(spec: Calendar, year: int, ref: date, at: Situation) -> Stretch:
    """The year that the clause's tense asks for; leap days take the nearest year that has one."""
    stretch = place_if_any(spec, year, spec.month)
    if stretch is None:
        step = 1 if at.tense == "future" else -1
        others = (place_if_any(spec, year + step * away, spec.month) for away in range(1, 9))
        stretch = next((other for other in others if other is not None), None)
        if stretch is None:
            raise UnresolvableError
        return stretch
    if stretch.start is None or stretch.end is None:
        return stretch
    if at.tense == "future":
        if stretch.end >= ref - FAR_BEHIND:
            return stretch
        at.because.append("the clause tells of the future")
        return place_if_any(spec, year + 1, spec.month) or stretch
    room = SCHEDULED_AHEAD if spec.month is None else at.ahead
    if stretch.start <= (ref if at.tense == "past" else ref + room):
        return stretch
    at.because.append("the clause tells of the past" if at.tense else "news is told of the past")
    return place_if_any(spec, year - 1, spec.month) or stretch
