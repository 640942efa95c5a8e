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
from talent_tui.tagging.dates.context import Context, Named, NamedYear
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
    Vague,
    Weekday,
    WeekOf,
    Years,
    is_written,
)
from talent_tui.tagging.dates.tense import Tense, tense_of

FAR_AHEAD = timedelta(days=45)
"""In a clause without tense, a bare month that begins later than this belongs to the year before: news is told of the
past. Parts of a year, and what is usually scheduled, may lie up to half a year ahead."""
SCHEDULED_AHEAD = timedelta(days=183)
FAR_BEHIND = timedelta(days=31)
"""In a clause about the future, a bare month that lies further back than this belongs to the year after."""

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_SENTENCE_START = re.compile(
    r"(?:^|[。！？!?\n；;“「『]|\.\s)[\s\"'“]*(?:到了|直到|等到|早在|就在|而在|而|在|从|自|自从|截至|到|至|[Ii]n |[Bb]y |[Ss]ince |[Bb]ack in |[Ii]n the |[Tt]he )?$"
)
_CLAUSE_START = re.compile(r"(?:^|[\s，,。；;：:！!？?“”「」『』、（(]|就在|而在|而|早在|但|可是?|其实)$")


class Resolved(NamedTuple):
    """The days of an expression, None where none can be told, with what that rests on."""

    stretch: Stretch | None
    basis: Basis
    because: str | None
    tense: Tense | None


class _Unresolvable(Exception):
    """The text names nothing to count from."""


class _NoDate(Exception):
    """The words are no date expression here."""


def resolve(text: str, found: Sequence[Expression], ref: date | None) -> list[Resolved | None]:
    """Days for each expression, counted from `ref` where the text says so; None where it proves to be no date."""
    return _Pass(text, ref).run(found)


class _Pass:
    def __init__(self, text: str, ref: date | None) -> None:
        self.text = text
        self.context = Context(ref)
        self.tense: Tense | None = None
        self.ahead = FAR_AHEAD
        self.because: list[str] = []
        self.here: Expression
        self.words = ""
        self.sentence_start = 0

    def run(self, found: Sequence[Expression]) -> list[Resolved | None]:
        out: list[Resolved | None] = []
        previous = 0
        for index, expression in enumerate(found):
            gap = self.text[previous : expression.start]
            if "\n" in gap:
                self.context.new_line()
            for edge in _SENTENCE_END.finditer(gap):
                self.sentence_start = previous + edge.end()
            previous = expression.end
            stop = found[index + 1].start if index + 1 < len(found) else len(self.text)
            out.append(self._one(expression, stop))
        return out

    def _one(self, expression: Expression, stop: int) -> Resolved | None:
        self.here, self.because = expression, []
        self.words = self.text[expression.start : expression.end]
        told = tense_of(self.text, expression.start, expression.end, stop, expression.english)
        self.tense = told.tense if told.sure else None
        self.ahead = SCHEDULED_AHEAD if told.ahead else FAR_AHEAD
        spec = expression.spec
        basis: Basis = "explicit" if is_written(spec) else "relative"
        try:
            stretch = self._days(spec)
        except _NoDate:
            return None
        except _Unresolvable:
            if any(isinstance(part, Calendar) and not _lacks_year(part) for part in _parts(spec)):
                self.context.new_line()
            if expression.needs_antecedent or (_is_named(spec) and not self.context.lost):
                # 节日当天, 会议第二天: no date of the text is meant.
                return None
            # What counts from a day that nobody knows is as unknown.
            self.context.forget()
            return Resolved(None, "unresolved", None, told.tense)
        except (ValueError, OverflowError):
            # 2月30日, 一万年后: no day of the calendar.
            return Resolved(None, "unresolved", None, told.tense)
        if isinstance(spec, Vague):
            return Resolved(None, basis, None, told.tense)
        self._remember(expression, stretch)
        return Resolved(stretch, basis, "; ".join(dict.fromkeys(self.because)) or None, told.tense)

    # -- what is remembered ------------------------------------------------------------------------------------------

    def _remember(self, expression: Expression, stretch: Stretch) -> None:
        context, spec = self.context, expression.spec
        bound = isinstance(spec, Open) and spec.side == "until"
        while isinstance(spec, Open | About | WeekOf):
            spec = spec.of
        if isinstance(spec, Recent | Past | PartSoFar):
            return
        if stretch.start is None or stretch.end is None:
            edge = stretch.end or stretch.start
            if edge is None:
                return
            stretch = cal.one_day(edge) if stretch.first == "day" else stretch
        named = Named(stretch, self.text[expression.start : expression.end], expression.end)
        if stretch.start is not None and stretch.end is not None and not bound:
            context.name(named)
        last = spec.last if isinstance(spec, Range) else spec
        edge = stretch.end or stretch.start
        if edge is not None and isinstance(last, Calendar):
            self._remember_place(expression, last, edge)

    def _remember_place(self, expression: Expression, last: Calendar, edge: date) -> None:
        """What later dates of the line may borrow: the year, the month, the day before."""
        context = self.context
        if not _lacks_year(last):
            winter = last.months is not None and last.months[1] > 12
            month = edge.month if last.month is not None or last.month_shift is not None else None
            passing = month is None and self.text.startswith("的", expression.end)
            context.line_year = NamedYear(edge.year - winter, month, self._is_topic(expression) and not passing)
            if passing:
                # 上年度的奖金5月才发: the year belongs to a noun, not to what happens.
                context.line_year = None
        elif context.line_year is not None and context.line_year.year == edge.year and last.month is not None:
            context.line_year = context.line_year._replace(month=last.month)
        if last.month is not None or last.month_shift is not None:
            context.line_month = (edge.year, edge.month)
            context.line_day = last.day
        elif last.months is not None or last.day is None:
            context.line_month = None
        if last.day is not None:
            context.line_day = last.day
            if last.month is not None:
                context.days_known.setdefault(last.day, set()).add(last.month)
                if last.year is not None:
                    context.known[last.month, last.day] = last.year

    def _is_topic(self, expression: Expression) -> bool:
        """Whether the expression opens its sentence, so that what follows is told of its year."""
        return bool(_SENTENCE_START.search(self.text[max(0, expression.start - 12) : expression.start]))

    # -- the values --------------------------------------------------------------------------------------------------

    def _ref(self) -> date:
        if self.context.ref is None:
            raise _Unresolvable
        self.because.append(f"publication {self.context.ref.isoformat()}")
        return self.context.ref

    def _days(self, spec: Spec) -> Stretch:
        match spec:
            case Calendar():
                return self._calendar(spec)
            case Counted():
                return self._counted(spec)
            case Weekday():
                return self._weekday(spec)
            case Past():
                return self._past(spec)
            case Recent():
                return Stretch(None, self._ref())
            case Vague():
                return Stretch(None, None)
            case Years():
                return cal.whole_decade(spec.first)
            case WeekOf():
                inner = self._days(spec.of)
                return self._week_of(inner, spec.weekend)
            case PartSoFar():
                return self._so_far(spec)
            case Range():
                return self._range(spec)
            case Open():
                return self._open(spec)
            case About():
                return self._days(spec.of)._replace(approximate=True)
            case Damaged():
                months = self.context.days_known.get(spec.day, set())
                if len(months) != 1:
                    self.because.append("the month's digit is lost")
                    raise _Unresolvable
                self.because.append("the only month that the text names with this day")
                return self._calendar(Calendar(month=next(iter(months)), day=spec.day))

    def _week_of(self, inner: Stretch, weekend: bool) -> Stretch:
        if inner.start is None:
            raise _Unresolvable
        week = cal.whole_week(inner.start)
        if weekend and week.start is not None:
            return Stretch(week.start + timedelta(days=5), week.end)
        return week

    def _so_far(self, spec: PartSoFar) -> Stretch:
        unit, ref = self._days(spec.of), self._ref()
        return Stretch(ref, unit.end) if spec.rest else Stretch(unit.start, ref)

    def _past(self, spec: Past) -> Stretch:
        if spec.within and (self.tense == "future" or (self.tense is None and spec.unit != "week")):
            # 三天内完成: how long it may take.
            raise _NoDate
        ref = self._ref()
        if spec.unit in ("day", "week"):
            return Stretch(ref - timedelta(days=spec.count * (7 if spec.unit == "week" else 1) - 1), ref)
        months = spec.count * (12 if spec.unit == "year" else 1)
        return Stretch(cal.same_day_months_before(ref, months) + timedelta(days=1), ref)

    def _open(self, spec: Open) -> Stretch:
        if spec.side == "until" and self.tense is None and isinstance(spec.of, Calendar) and self.words.endswith("前"):
            # 月底前付清: a term lies ahead.
            self.tense = "future" if spec.of.month is None and spec.of.year is None else None
        if spec.side == "from" and self.tense is None and isinstance(spec.of, Weekday):
            # 周一起: from the one to come.
            self.tense = "future"
        inner = self._days(spec.of)
        if spec.side == "until":
            return Stretch(None, inner.end or inner.start, approximate=inner.approximate)
        if inner.start is None:
            raise _Unresolvable
        if spec.side == "from":
            return Stretch(inner.start, None)
        ref = self._ref()
        if inner.start > ref:
            return Stretch(inner.start, None)
        return Stretch(inner.start, ref, inner.first, "day")

    def _counted(self, spec: Counted) -> Stretch:
        if spec.named:
            anchor = self._anchor(spec.unit)
            if anchor is None or anchor.stretch.start is None:
                raise _Unresolvable
            if self.here.needs_antecedent and self.text.find("\n", anchor.end, self.here.start) >= 0:
                raise _Unresolvable
            base = anchor.stretch.end if spec.count > 0 and spec.unit == "day" else anchor.stretch.start
            self.because.append(f"counted from {anchor.words}")
            return self._away(spec, base or anchor.stretch.start)
        if spec.loose:
            return self._away(spec, self._loose_base(spec))
        return self._away(spec, self._ref())

    def _anchor(self, unit: str, *, loose: bool = False) -> Named | None:
        """The date named before to count from: the latest. What may also count from publication (`loose`) starts from
        a plan only within its sentence or for another plan."""
        context = self.context
        since = self.sentence_start if loose and self.tense != "future" else 0
        ahead = context.anchor_ahead(unit, since)
        behind = context.anchor(unit)
        if ahead is not None and (behind is None or ahead.end > behind.end):
            return ahead
        return behind

    def _loose_base(self, spec: Counted) -> date:
        """What 三个月后 counts from: the date just before it, else publication."""
        anchor = self._anchor(spec.unit, loose=True)
        part = self.context.year
        if spec.unit == "month" and part is not None and part is not anchor and self._named_in_sentence():
            first, last = part.stretch.start, part.stretch.end
            if first is not None and last is not None and last - first <= SCHEDULED_AHEAD:
                # 2022年底……半年后: from the end of a part of a year.
                self.because.append(f"counted from {part.words}")
                return last
        if anchor is not None and anchor.stretch.start is not None:
            between = self.text[anchor.end : self.here.start]
            same_sentence = len(between) < 200 and not _SENTENCE_END.search(between)
            if spec.count > 0 or self.here.english:
                near = same_sentence or self.tense != "future"
            else:
                # 两周前 counts from publication, unless it sets a scene before the date that its sentence is about.
                clause = self.text[max(0, self.here.start - 3) : self.here.start]
                near = (
                    same_sentence
                    and spec.unit == "day"
                    and bool(_CLAUSE_START.search(clause))
                    and self.context.day is self.context.year
                )
            if near:
                self.because.append(f"counted from {anchor.words}")
                return anchor.stretch.start
        if spec.count > 0 and self.tense != "future" and (self.tense == "past" or self._named_in_sentence()):
            # Told of the past, or from a date that is too vague to count in this unit from (2013年……三周后).
            raise _Unresolvable
        return self._ref()

    def _named_in_sentence(self) -> bool:
        named = self.context.year
        return named is not None and named.end > self.sentence_start

    def _away(self, spec: Counted, base: date) -> Stretch:
        if spec.unit == "day":
            return cal.one_day(base + timedelta(days=spec.count))._replace(approximate=spec.approximate)
        if spec.unit == "week":
            return cal.whole_week(base, spec.count)._replace(approximate=spec.approximate)
        if spec.unit == "month":
            return cal.whole_month(*cal.month_shift(base, spec.count))._replace(approximate=spec.approximate)
        if spec.anniversary:
            return cal.one_day(cal.same_day_months_before(base, -12 * spec.count))
        return cal.whole_year(base.year + spec.count)._replace(approximate=spec.approximate)

    def _weekday(self, spec: Weekday) -> Stretch:
        first, length = (5, 2) if spec.day == WEEKEND else (spec.day, 1)
        if spec.named:
            anchor = self._anchor("day")
            if anchor is None or anchor.stretch.start is None:
                raise _Unresolvable
            self.because.append(f"counted from {anchor.words}")
            base = anchor.stretch.start
        else:
            base = self._ref()
        if spec.week is not None:
            day = base - timedelta(days=base.weekday()) + timedelta(days=7 * spec.week + first)
        elif self.tense == "future":
            self.because.append("the clause tells of the future")
            day = base + timedelta(days=(first - base.weekday() - 1) % 7 + 1)
        else:
            day = base - timedelta(days=(base.weekday() - first) % 7)
        return Stretch(day, day + timedelta(days=length - 1))

    # -- calendar dates ----------------------------------------------------------------------------------------------

    def _calendar(self, spec: Calendar) -> Stretch:
        if spec.unit_shift is not None:
            ref = self._ref()
            quarter = (ref.month - 1) // 3 + spec.unit_shift
            return cal.months_of(ref.year, 3 * quarter + 1, 3 * quarter + 3)
        if spec.named:
            return self._named_calendar(spec)
        if spec.month_shift is not None:
            year, month = cal.month_shift(self._ref(), spec.month_shift)
            return _place(spec, year, month)
        if spec.year is not None:
            return _place(spec, spec.year, spec.month)
        if spec.year_shift is not None:
            return _place(spec, self._ref().year + spec.year_shift, spec.month)
        if spec.nearest is not None and spec.month is not None:
            ref = self._ref()
            behind = spec.nearest == "before"
            year = ref.year - (spec.month >= ref.month) if behind else ref.year + (spec.month <= ref.month)
            return _place(spec, year, spec.month)
        if spec.month is None and spec.months is None:
            return self._without_month(spec)
        return self._without_year(spec)

    def _named_calendar(self, spec: Calendar) -> Stretch:
        """同年9月, 次月5日: year or month counted from a date named before."""
        anchor = self._anchor("month" if spec.month_shift is not None else "year")
        if anchor is None or anchor.stretch.start is None or anchor.stretch.end is None:
            raise _Unresolvable
        if self.here.needs_antecedent and self.text.find("\n", anchor.end, self.here.start) >= 0:
            raise _Unresolvable
        self.because.append(f"counted from {anchor.words}")
        base = (
            anchor.stretch.end
            if anchor.stretch.end.month < 3 < anchor.stretch.start.month and False
            else anchor.stretch.start
        )
        if spec.month_shift is not None:
            return _place(spec, *cal.month_shift(base, spec.month_shift))
        return _place(spec, base.year + (spec.year_shift or 0), spec.month)

    def _without_month(self, spec: Calendar) -> Stretch:
        """28日, 月底: the month named before in the line, else that of publication, else the one before."""
        context = self.context
        if context.line_month is not None:
            year, month = context.line_month
            day = spec.day or (spec.days or (1, 1))[0]
            if context.line_day is not None and context.line_day >= 25 and day <= 5 and spec.day is not None:
                # 6月30日……1日: the days run on into the next month.
                year, month = cal.month_shift(date(year, month, 1), 1)
            self.because.append(f"month {year}-{month:02d} named before")
            return _place(spec, year, month)
        ref = self._ref()
        stretches = [_place_if_any(spec, *cal.month_shift(ref, shift)) for shift in (0, -1, 1, -2, 2)]
        this, before, after, earlier, later = stretches
        if self.tense == "future":
            self.because.append("the clause tells of the future")
            chosen = this if this and this.end and this.end >= ref else after or later
        else:
            chosen = this if this and this.start and this.start <= ref else before or earlier
        if chosen is None:
            raise _Unresolvable
        return chosen

    def _without_year(self, spec: Calendar) -> Stretch:
        context = self.context
        if spec.month is not None and spec.day is not None and (year := context.known.get((spec.month, spec.day))):
            self.because.append(f"written with its year {year} before")
            return _place(spec, year, spec.month)
        named = self._borrowed_year(spec)
        if named is not None:
            year = named.year
            self.because.append(f"year {year} named before")
            stretch = _place_if_any(spec, year, spec.month)
            later = _place_if_any(spec, year + 1, spec.month)
            if (
                named.month is not None
                and spec.month is not None
                and spec.month < named.month
                and later is not None
                and later.start is not None
                and context.ref is not None
                and later.start <= context.ref
            ):
                # 去年8月……1月底: told in the order of time.
                return later
            if stretch is not None and (context.ref is None or year != context.ref.year):
                return stretch
            if context.ref is not None:
                return self._rolled(spec, year, context.ref)
            raise _Unresolvable
        ref = self._ref()
        return self._rolled(spec, ref.year, ref)

    def _borrowed_year(self, spec: Calendar) -> NamedYear | None:
        """The year named before in the line, if a date without year belongs to it.

        Not to a year that is still to come, unless this is told of the future too; and a day of the month does not
        belong to a bare year that is mentioned in passing (他2018年入职，6月28日离开).
        """
        named = self.context.line_year
        if named is None:
            return None
        ref = self.context.ref
        if ref is not None and named.year > ref.year and self.tense != "future":
            return None
        if named.month is None and not named.topic and (spec.day is not None or spec.days is not None):
            return named if ref is None or named.year == ref.year else None
        return named

    def _rolled(self, spec: Calendar, year: int, ref: date) -> Stretch:
        """The year that the clause's tense asks for; leap days take the nearest year that has one."""
        stretch = _place_if_any(spec, year, spec.month)
        if stretch is None:
            step = 1 if self.tense == "future" else -1
            for away in range(1, 9):
                if (stretch := _place_if_any(spec, year + step * away, spec.month)) is not None:
                    return stretch
            raise _Unresolvable
        if stretch.start is None or stretch.end is None:
            return stretch
        if self.tense == "future" and stretch.end < ref - FAR_BEHIND:
            self.because.append("the clause tells of the future")
            return _place_if_any(spec, year + 1, spec.month) or stretch
        if (
            stretch.start
            > (ref if self.tense == "past" else ref + (self.ahead if spec.month is not None else SCHEDULED_AHEAD))
            and self.tense != "future"
        ):
            self.because.append("the clause tells of the past" if self.tense else "too far ahead")
            return _place_if_any(spec, year - 1, spec.month) or stretch
        return stretch

    # -- ranges ------------------------------------------------------------------------------------------------------

    def _range(self, spec: Range) -> Stretch:
        first, last = spec.first, spec.last
        if _lacks_year(first) and isinstance(last, Calendar) and not _lacks_year(last) and not last.named:
            return self._range_from_end(first, last)
        tense = self.tense
        if tense == "future":
            # A range that reaches past publication is still to come though it has begun.
            self.tense = None
            trial = self._range_from_start(first, last)
            self.tense = tense
            ref = self.context.ref
            if ref is None or trial.end is None or trial.end >= ref - FAR_BEHIND:
                return trial
        return self._range_from_start(first, last)

    def _range_from_start(self, first: Spec, last: Spec) -> Stretch:
        begin = self._days(first)
        if begin.start is None:
            raise _Unresolvable
        end = self._end_after(begin, first, last)
        if end.end is None:
            raise _Unresolvable
        if end.end < begin.start:
            begin, end = end, begin
        approximate = begin.approximate or end.approximate
        return Stretch(begin.start, end.end, begin.first, end.last, approximate)

    def _end_after(self, begin: Stretch, first: Spec, last: Spec) -> Stretch:
        """The end of a range: what it lacks it takes from the beginning, and it comes after it."""
        assert begin.start is not None
        if isinstance(last, Weekday) and last.week is None and not last.named:
            day = 5 if last.day == WEEKEND else last.day
            at = begin.start + timedelta(days=(day - begin.start.weekday()) % 7)
            return Stretch(at, at + timedelta(days=1 if last.day == WEEKEND else 0))
        if isinstance(last, Calendar) and last.named:
            shift = last.year_shift or 0
            if last.month_shift is not None:
                return _place(last, *cal.month_shift(begin.start, last.month_shift))
            return _place(last, begin.start.year + shift, last.month)
        if isinstance(last, Counted) and (last.named or last.loose):
            return self._away(last, begin.start)
        if isinstance(last, Calendar) and _lacks_year(last):
            year = begin.start.year
            if last.month is None and last.months is None:
                year, month = begin.start.year, begin.start.month
                after = _place_if_any(last, year, month)
                if after is None or after.end is None or after.end < begin.start:
                    after = _place(last, *cal.month_shift(begin.start, 1))
                return after
            after = _place_if_any(last, year, last.month)
            if after is None or after.end is None or after.end < begin.start:
                after = _place(last, year + 1, last.month)
            return after
        return self._days(last)

    def _range_from_end(self, first: Spec, last: Calendar) -> Stretch:
        """11月到2025年1月: the first end takes its year from the last."""
        end = self._days(last)
        if end.start is None or end.end is None or not isinstance(first, Calendar):
            raise _Unresolvable
        if first.month is None and first.months is None:
            begin = _place(first, end.start.year, end.start.month)
            if begin.start and begin.start > end.end:
                begin = _place(first, *cal.month_shift(end.start, -1))
        else:
            begin = _place(first, end.start.year, first.month)
            if begin.start and begin.start > end.end:
                begin = _place(first, end.start.year - 1, first.month)
        return Stretch(begin.start, end.end, begin.first, end.last)


def _parts(spec: Spec) -> tuple[Spec, ...]:
    """The expressions that one is made of."""
    if isinstance(spec, Range):
        return spec.first, spec.last
    return (spec.of,) if isinstance(spec, Open | About | WeekOf | PartSoFar) else (spec,)


def _is_named(spec: Spec) -> bool:
    """Whether it counts from a date named before in the text."""
    while isinstance(spec, Open | About | WeekOf | PartSoFar):
        spec = spec.of
    return isinstance(spec, Calendar | Counted | Weekday) and spec.named


def _lacks_year(spec: Spec) -> bool:
    return (
        isinstance(spec, Calendar)
        and spec.year is None
        and spec.year_shift is None
        and spec.month_shift is None
        and spec.nearest is None
        and spec.unit_shift is None
    )


def _place(spec: Calendar, year: int, month: int | None) -> Stretch:
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


def _place_if_any(spec: Calendar, year: int, month: int | None) -> Stretch | None:
    try:
        return _place(spec, year, month)
    except ValueError:
        return None
