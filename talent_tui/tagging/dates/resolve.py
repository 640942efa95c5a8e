"""The second pass: expressions in the order of the text become days.

The conventions are those of the answer keys (section Dates): what is missing is taken from what was named before in the
line, else from publication; the clause's tense decides the year of a bare month and the side of a bare weekday.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from talent_tui.model import Basis
from talent_tui.tagging.dates import calendar as cal
from talent_tui.tagging.dates.calendar import Stretch
from talent_tui.tagging.dates.context import Named, NamedYear
from talent_tui.tagging.dates.counting import away, counted_days, past_days, up_to, weekday_days
from talent_tui.tagging.dates.places import calendar_days, lacks_year, place, place_if_any
from talent_tui.tagging.dates.situation import FAR_BEHIND, NoDateError, Situation, UnresolvableError
from talent_tui.tagging.dates.spec import (
    WEEKEND,
    About,
    Calendar,
    Counted,
    Damaged,
    Expression,
    Open,
    PartSoFar,
    Past,
    Range,
    Recent,
    Spec,
    UpTo,
    Vague,
    Weekday,
    WeekOf,
    Years,
    is_named,
    is_written,
    parts,
)
from talent_tui.tagging.dates.tense import Tense

_WISH = re.compile("(?:希望|想要|要求|目标|承诺|答应|争取|保证|打算)[^，。；,;]{0,8}$")


class Resolved(NamedTuple):
    """The days of an expression, None where none can be told, with what that rests on."""

    stretch: Stretch | None
    basis: Basis
    because: str | None
    tense: Tense | None


def resolve(text: str, found: Sequence[Expression], ref: date | None) -> list[Resolved | None]:
    """Days for each expression, counted from `ref` where the text says so; None where it proves to be no date."""
    at = Situation(text, ref)
    out: list[Resolved | None] = []
    for index, expression in enumerate(found):
        at.move(expression, found[index + 1].start if index + 1 < len(found) else len(text))
        out.append(_resolve_one(expression, at))
    return out


def _resolve_one(expression: Expression, at: Situation) -> Resolved | None:
    spec = expression.spec
    basis: Basis = "explicit" if is_written(spec) else "relative"
    stretch: Stretch | None = None
    try:
        stretch = _days(spec, at)
    except NoDateError:
        return None
    except UnresolvableError:
        if any(isinstance(part, Calendar) and not lacks_year(part) for part in parts(spec)):
            at.context.new_line()
        if expression.needs_antecedent or (is_named(spec) and not at.context.lost):
            # 节日当天, 会议第二天: no date of the text is meant.
            return None
        # What counts from a day that nobody knows is as unknown.
        at.context.forget()
        basis = "unresolved"
    except (ValueError, OverflowError):
        # 2月30日, 一万年后: no day of the calendar.
        basis = "unresolved"
    if isinstance(spec, Vague):
        stretch = None
    elif stretch is not None:
        _remember(expression, stretch, at)
    return Resolved(stretch, basis, "; ".join(dict.fromkeys(at.because)) or None, at.told)


def _days(spec: Spec, at: Situation) -> Stretch:
    match spec:
        case Calendar():
            return calendar_days(spec, at)
        case Counted():
            return counted_days(spec, at)
        case Weekday():
            return weekday_days(spec, at)
        case Past():
            return past_days(spec, at)
        case Recent():
            if at.tense == "future" and at.words == "这段时间":
                # 会用这段时间休息: the time that the sentence is about.
                raise NoDateError
            return Stretch(None, at.ref())
        case Vague():
            return Stretch(None, None)
        case Years():
            return cal.whole_decade(spec.first)
        case About():
            return _days(spec.of, at)._replace(approximate=True)
        case WeekOf():
            return _week_of(spec, at)
        case UpTo():
            return _up_to(spec, at)
        case PartSoFar():
            unit, ref = _days(spec.of, at), at.ref()
            return Stretch(ref, unit.end) if spec.rest else Stretch(unit.start, min(unit.end or ref, ref))
        case Range():
            return _range(spec, at)
        case Open():
            return _open(spec, at)
        case Damaged():
            return _damaged(spec, at)


def _week_of(spec: WeekOf, at: Situation) -> Stretch:
    inner = _days(spec.of, at)
    if inner.start is None:
        raise UnresolvableError
    week = cal.whole_week(inner.start)
    return Stretch(inner.start + timedelta(days=5 - inner.start.weekday()), week.end) if spec.weekend else week


def _up_to(spec: UpTo, at: Situation) -> Stretch:
    end = _days(spec.of, at)
    if end.end is None:
        raise UnresolvableError
    if end.first == "month" and spec.unit != "week":
        months = spec.count * (12 if spec.unit == "year" else 1)
        first = cal.whole_month(*cal.month_shift(end.end, 1 - months))
        return Stretch(first.start, end.end, "month", "month")
    return up_to(spec.unit, spec.count, end.end)


def _damaged(spec: Damaged, at: Situation) -> Stretch:
    """?月29日: stays open unless the text names exactly one month with that day."""
    months = at.context.days_known.get(spec.day, set())
    if len(months) != 1:
        at.because.append("the month's digit is lost")
        raise UnresolvableError
    at.because.append("the only month that the text names with this day")
    return calendar_days(Calendar(month=next(iter(months)), day=spec.day), at)


def _open(spec: Open, at: Situation) -> Stretch:
    bare = isinstance(spec.of, Calendar) and spec.of.month is None and spec.of.year is None
    term = spec.side == "until" and bare and at.words.endswith("前")
    if at.tense is None and (term or (spec.side == "from" and isinstance(spec.of, Weekday))):
        # 月底前付清, 周一起: a term, and a beginning, lie ahead.
        at.tense = "future"
    elif term and _WISH.search(at.text[max(0, at.here.start - 12) : at.here.start]):
        # 他说过希望年底前完成: the wish looks ahead, whenever it was told.
        at.tense = "future"
    inner = _nearest(spec.of, at) if at.words.lower().startswith("effective") else _days(spec.of, at)
    if spec.side == "until":
        return Stretch(None, inner.end or inner.start, approximate=inner.approximate)
    if inner.start is None:
        raise UnresolvableError
    if spec.side == "from":
        return Stretch(inner.start, None)
    ref = at.ref()
    return Stretch(inner.start, None) if inner.start > ref else Stretch(inner.start, ref, inner.first, "day")


def _nearest(spec: Spec, at: Situation) -> Stretch:
    """Effective July 1: of the year in which that is nearest to publication, whatever the clause tells of."""
    tense, because, found = at.tense, list(at.because), []
    for at.tense in ("past", "future"):
        at.because[:] = because
        found.append(_days(spec, at))
    at.tense = tense
    ref = at.ref()
    return min(found, key=lambda stretch: abs((stretch.start - ref).days) if stretch.start else 0)


# -- ranges ------------------------------------------------------------------------------------------------------------


def _range(spec: Range, at: Situation) -> Stretch:
    first, last = spec.first, spec.last
    if isinstance(first, Calendar) and lacks_year(first) and isinstance(last, Calendar):
        whole = not (last.named or lacks_year(last))
        if whole:
            return _range_from_end(first, last, at)
    if at.tense == "future":
        # A range that reaches publication is still to come though it has begun.
        at.tense = None
        trial = _range_from_start(first, last, at)
        at.tense = "future"
        ref = at.context.ref
        if ref is None or trial.end is None or trial.end >= ref - FAR_BEHIND:
            return trial
    return _range_from_start(first, last, at)


def _range_from_start(first: Spec, last: Spec, at: Situation) -> Stretch:
    begin = _days(first, at)
    if begin.start is None:
        raise UnresolvableError
    end = _end_after(begin.start, last, at)
    if end.end is None:
        raise UnresolvableError
    if end.end < begin.start:
        begin, end = end, begin
    return Stretch(begin.start, end.end, begin.first, end.last, begin.approximate or end.approximate)


def _end_after(begin: date, last: Spec, at: Situation) -> Stretch:
    """The end of a range: what it lacks it takes from the beginning, and it comes after it."""
    if isinstance(last, Weekday) and last.week is None and not last.named:
        day, length = (5, 2) if last.day == WEEKEND else (last.day, 1)
        first = begin + timedelta(days=(day - begin.weekday()) % 7)
        return Stretch(first, first + timedelta(days=length - 1))
    if isinstance(last, Counted) and (last.named or last.loose):
        return away(last, begin)
    if not isinstance(last, Calendar):
        return _days(last, at)
    if last.named:
        if last.month_shift is not None:
            return place(last, *cal.month_shift(begin, last.month_shift))
        return place(last, begin.year + (last.year_shift or 0), last.month)
    if not lacks_year(last):
        return calendar_days(last, at)
    if last.month is None and last.months is None:
        after = place_if_any(last, begin.year, begin.month)
        on = cal.month_shift(begin, 1)
    else:
        after = place_if_any(last, begin.year, last.month)
        on = (begin.year + 1, last.month or 0)
    if after is not None and after.end is not None and after.end >= begin:
        return after
    return place(last, on[0], on[1] or None)


def _range_from_end(first: Calendar, last: Calendar, at: Situation) -> Stretch:
    """11月到2025年1月: the first end takes its year from the last."""
    end = calendar_days(last, at)
    if end.start is None or end.end is None:
        raise UnresolvableError
    if first.month is None and first.months is None:
        begin = place(first, end.start.year, end.start.month)
        before = cal.month_shift(end.start, -1)
    else:
        begin = place(first, end.start.year, first.month)
        before = (end.start.year - 1, first.month or 0)
    if begin.start is not None and begin.start > end.end:
        begin = place(first, before[0], before[1] or None)
    return Stretch(begin.start, end.end, begin.first, end.last)


# -- what is remembered ------------------------------------------------------------------------------------------------


def _remember(expression: Expression, stretch: Stretch, at: Situation) -> None:
    """Keep what later expressions may count from or borrow."""
    spec = expression.spec
    bound = isinstance(spec, Open) and spec.side == "until"
    while isinstance(spec, Open | About | WeekOf | UpTo):
        spec = spec.of
    edge = stretch.end or stretch.start
    context = at.context
    if context.line_year is not None and _is_from_publication(spec):
        # 2017年创办……上周二辞职: the story is back at publication, the year holds for this sentence only.
        context.line_year = context.line_year._replace(month=None, topic=False)
    if isinstance(spec, Recent | Past | PartSoFar) or edge is None:
        return
    if (not bound or expression.english) and not _looks_back(edge, at):
        start, precision = stretch.start or edge, stretch.precision
        context.name(Named(start, edge, precision, at.words, expression.end, at.line))
    last = spec.last if isinstance(spec, Range) else spec
    if isinstance(last, Calendar):
        _remember_place(last, edge, at)


_DESCRIBES = re.compile(r",\s(?:who|whom|whose|which|where)\b[^,.;]*$")


def _looks_back(edge: date, at: Situation) -> bool:
    """Left on November 20, 2022. X, whom he had picked in February 2020, …: the story does not go on from 2020."""
    latest = at.context.year
    inner = at.here.english and _DESCRIBES.search(at.text, max(0, at.here.start - 90), at.here.start)
    return bool(inner) and latest is not None and edge < latest.start


def _is_from_publication(spec: Spec) -> bool:
    """Whether it is a day or week that counts from publication."""
    if isinstance(spec, Counted):
        return not (spec.named or spec.loose) and spec.unit in ("day", "week")
    return isinstance(spec, Weekday) and not spec.named


def _remember_place(last: Calendar, edge: date, at: Situation) -> None:
    """What later dates of the line may borrow: the year, the month, the day before."""
    context = at.context
    with_month = last.month is not None or last.month_shift is not None
    if not lacks_year(last):
        winter = last.months is not None and last.months[1] > 12
        # 上年度的奖金5月才发: a year that belongs to a noun is not that of what happens.
        passing = not with_month and at.text.startswith("的", at.here.end)
        month = edge.month if with_month else None
        # 自2020年起 is no time of the story.
        topic = (at.opens_sentence() and not isinstance(at.here.spec, Open)) or at.sets_scene()
        named = NamedYear(edge.year - winter, month, topic, at.here.end)
        context.line_year = None if passing else named
    elif context.line_year is not None and context.line_year.year == edge.year and last.month is not None:
        context.line_year = context.line_year._replace(month=last.month)
    if with_month:
        context.line_month = (edge.year, edge.month)
    elif last.months is not None or last.day is None:
        context.line_month = None
    context.line_day = last.day if with_month or last.day is not None else context.line_day
    if last.day is not None and last.month is not None:
        context.days_known.setdefault(last.day, set()).add(last.month)
        if last.year is not None:
            context.known[last.month, last.day] = last.year
