"""Dates that count from another day become days: 昨天, 次日, 三个月后, 上周四, 过去一周."""

import re
from datetime import date, timedelta

from talent_tui.tagging.dates import calendar as cal
from talent_tui.tagging.dates.calendar import Stretch
from talent_tui.tagging.dates.context import Named
from talent_tui.tagging.dates.situation import SCHEDULED_AHEAD, NoDateError, Situation, UnresolvableError
from talent_tui.tagging.dates.spec import WEEKEND, Counted, Past, Unit, Weekday

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_CLAUSE_START = re.compile(r"(?:^|[\s，,。；;：:！!？?“”「」『』、（(]|就在|而在|而|早在|但|可是?|其实)$")
_NEAR = 200
"""Characters: a sentence that names its date further back than this has moved on."""


def counted_days(spec: Counted, at: Situation) -> Stretch:
    """The unit that lies so many away from publication or from a date named before. Raises UnresolvableError."""
    if spec.named:
        latest = at.anchor("year")
        if spec.unit == "day" and not spec.count and latest is not None and _is_behind_all_days(latest, at):
            # 胡跃飞去年12月离任,董事会同日聘…: whatever day of that month it was.
            at.because.append(f"counted from {latest.words}")
            return Stretch(latest.start, latest.last)
        anchor = at.antecedent(spec.unit)
        told = at.context.anchor(spec.unit) if _ANNOUNCED.match(at.text, at.here.end) else None
        if told is not None and anchor.start > told.start:
            # 5月30日宣布X由9月1日起出任…同日公布的还有…: the day of the news.
            at.because[-1] = f"counted from {told.words}"
            anchor = told
        return away(spec, anchor.last if spec.count > 0 and spec.unit == "day" else anchor.start)
    return away(spec, _loose_base(spec, at) if spec.loose else at.ref())


_ANNOUNCED = re.compile(r"\s?(?:公布|宣布|公告|披露|发布|官宣|对外)")


def _is_behind_all_days(latest: Named, at: Situation) -> bool:
    """Whether the sentence itself names a month and no day before it."""
    day = at.anchor("day")
    return at.in_sentence(latest) and latest.precision == "month" and not at.in_sentence(day)


def away(spec: Counted, base: date) -> Stretch:
    """The unit that lies `spec.count` away from the one that `base` lies in."""
    if spec.unit == "day":
        found = cal.one_day(base + timedelta(days=spec.count))
    elif spec.unit == "week":
        found = cal.whole_week(base, spec.count)
    elif spec.unit == "month":
        found = cal.whole_month(*cal.month_shift(base, spec.count))
    elif spec.anniversary:
        found = cal.one_day(cal.same_day_months_before(base, -12 * spec.count))
    else:
        found = cal.whole_year(base.year + spec.count)
    return found._replace(approximate=spec.approximate)


_BEHIND_A_DEED = re.compile(
    r"[\u4e00-\u9fffA-Za-z](?<![在于约近将过到至这那短整满又等再了的])(?<!大概|大约|预计|计划|其中|目前|现在|仅仅|将近|此后|之后|随后|最快|最迟|最早)$"
)
_SO_LONG_AFTER = re.compile(
    r"[,，][^,，。；;]*?(?:加入|加盟|入职|离职|离开|辞职|上任|卸任|退休|成立|创办|创立|上市|收购|接任|出任|履新|任职|掌权|接手|开业)"
    r"了?[^,，。；;\d]{0,8}$"
)
_TOLD_ON = 90
"""Characters between a date and a sentence that opens with so many days after it."""


def _loose_base(spec: Counted, at: Situation) -> date:
    """What 三个月后 counts from: the date just before it, else publication."""
    anchor = at.anchor(spec.unit, loose=True)
    if not spec.count:
        # 8月2日晚间宣布…;中心即日起交给Y: from the day on which it was told.
        if anchor is not None and at.in_sentence(anchor) and at.here.start - anchor.end < _TOLD_ON:
            return anchor.start
        return at.ref()
    latest = at.context.year
    if (
        spec.unit == "month"
        and latest is not None
        and latest is not anchor
        and at.in_sentence(latest)
        and latest.last - latest.start <= SCHEDULED_AHEAD
    ):
        # 2022年底……半年后: from the end of a part of a year.
        at.because.append(f"counted from {latest.words}")
        return latest.last
    if anchor is not None:
        between = at.text[anchor.end : at.here.start] if at.here.start - anchor.end < _NEAR else None
        same_sentence = between is not None and not _SENTENCE_END.search(between)
        if spec.count > 0 and same_sentence and between is not None and _SO_LONG_AFTER.search(between):
            # 今年5月,在加入A十年后,X离开: so long after a deed of which the sentence is not told.
            raise NoDateError
        if spec.count > 0 or at.here.english:
            # 1月2日…。四天后,A要…: the story goes on from its date, whatever the clause says of what is to come.
            told_on = at.opens_sentence() and at.here.start - anchor.end < _TOLD_ON and anchor.line == at.line
            counts = same_sentence or told_on or at.tense != "future"
        else:
            # 两周前 counts from publication, unless it sets a scene before the date that its sentence is about.
            clause = at.text[max(0, at.here.start - 3) : at.here.start]
            counts = same_sentence and spec.unit == "day" and anchor is latest and bool(_CLAUSE_START.search(clause))
        if counts:
            at.because.append(f"counted from {anchor.words}")
            return anchor.start
    if spec.count > 0 and at.tense != "future" and _BEHIND_A_DEED.search(at.text, 0, at.here.start):
        # 卸任CEO一年后: counted from a deed whose day nobody tells.
        raise NoDateError
    if spec.count > 0 and at.tense != "future" and (at.tense == "past" or at.in_sentence(latest)):
        # Told of the past, or from a date that is too vague to count in this unit from (2013年……三周后).
        raise UnresolvableError
    return at.ref()


def weekday_days(spec: Weekday, at: Situation) -> Stretch:
    """The weekday (or weekend) of a week, else the latest up to publication, or the next that the clause foretells."""
    first, length = (5, 2) if spec.day == WEEKEND else (spec.day, 1)
    base = at.antecedent("day").start if spec.named else at.ref()
    if spec.named and spec.week is None:
        # The following Monday: the first one after the day named before.
        day = base + timedelta(days=(first - base.weekday() - 1) % 7 + 1)
    elif spec.week is not None:
        day = base + timedelta(days=7 * spec.week + first - base.weekday())
    elif at.tense == "future":
        at.because.append("the clause tells of the future")
        day = base + timedelta(days=(first - base.weekday() - 1) % 7 + 1)
    else:
        day = base - timedelta(days=(base.weekday() - first) % 7)
    return Stretch(day, day + timedelta(days=length - 1))


def past_days(spec: Past, at: Situation) -> Stretch:
    """The last so many units, the day of publication being the last day."""
    if spec.within and (at.tense == "future" or (at.tense is None and spec.unit != "week")):
        # 三天内完成: how long it may take.
        raise NoDateError
    return up_to(spec.unit, spec.count, at.ref())


def up_to(unit: Unit, count: int, last: date) -> Stretch:
    """So many units, of which `last` is the last day."""
    if unit in ("day", "week"):
        return Stretch(last - timedelta(days=count * (7 if unit == "week" else 1) - 1), last)
    months = count * (12 if unit == "year" else 1)
    return Stretch(cal.same_day_months_before(last, months) + timedelta(days=1), last)
