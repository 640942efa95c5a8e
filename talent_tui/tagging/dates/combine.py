"""What stands beside a date and changes what it covers: ranges, 截至, 以来, 起, 前, 左右, as of, since, by."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates import english, english_calendar
from talent_tui.tagging.dates.patterns import JOIN, words
from talent_tui.tagging.dates.spec import (
    About,
    Calendar,
    Counted,
    Expression,
    Open,
    PartSoFar,
    Past,
    Range,
    Recent,
    Spec,
    Unit,
    UpTo,
    Vague,
    Weekday,
    WeekOf,
    Years,
)

_M = date_words().marks
_JOIN = re.compile(JOIN)
_ENGLISH_JOIN = re.compile(r" (?:to|through|until|till|thru) (?:the )?| ?[-–—] ?")
_COUNTED_TO = re.compile(r",? (?:in|on) ")
_ON_DAY = re.compile(" (?:on )?")
_OF_WEEK = re.compile(" (?:of )?")
_BETWEEN_JOIN = re.compile(r" and (?:the )?")
_FROM_WORDS = re.compile(r"(?:自从|自|从|由)[ \u3000]?$")
_UNTIL_BEFORE = re.compile(rf"{words(_M.until_before)}[ \u3000]?(?:了|至|到)?(?:[一-鿿]{{2,5}}时间)?$")
_ABOUT_BEFORE = re.compile(rf"{words(_M.about_before)}$")
_UNTIL_BEHIND = re.compile(
    "[ \u3000]?(?:之前|以前|前(?!后|夕|往|去|来|述|途|线|景|端|者|提(?!交|出|供)|锋|任|员|首席|总裁|总经理|高管|副|董事"
    "|主席|主管|研究|雇|台|列|[A-Z0-9]|[一二三四五六七八九十两几]+(?:个|大|名|位|季|周|天|月)))"
)
_SINCE_BEHIND = re.compile(rf"[ \u3000]?(?:{words(_M.since_behind)}(?![年日天晚早后])|来(?=[，,]))")
_FROM_BEHIND = re.compile(
    "[ \u3000]?(?:起(?!诉|薪|草|来|飞|码|家|伏|因|义|初|用|步|价|底|火|哄|了|作用|名|点|源)|开始)"
)
_ABOUT_BEHIND = re.compile(rf"[ \u3000]?{words(_M.about_behind)}(?!浮动|波动|游|级|司机)")
_ENOUGH = re.compile("[ \u3000]?(?:为止|止(?![步损跌盈血境住痛]))")
_BELONGS = re.compile("[ \u3000]?这(?:一|个)?(?:周|星期|礼拜|月|天)(?![一二三四五六日末])|期间(?!费)")

_ENGLISH_UNTIL = re.compile(
    r"(?<![A-Za-z])(?:[Aa]s of|[Bb]y|[Bb]efore|[Nn]o later than|[Pp]rior to|[Uu]p to)(?: about)?(?: the)? $"
)
_ENGLISH_SINCE = re.compile(r"(?<![A-Za-z])[Ss]ince(?: at least)?(?: about)?(?: the)? $")
_ENGLISH_FROM = re.compile(r"(?<![A-Za-z])(?:[Ss]tarting|[Bb]eginning|[Ee]ffective|[Aa]s from)(?: from| on| in)? $")
_ENGLISH_ONWARD = re.compile(r" (?:on(?:wards?)(?![A-Za-z])|on(?=[,.;]))")
_ENGLISH_FROM_WORD = re.compile(r"(?<![A-Za-z])[Ff]rom $")
_ENGLISH_CLAUSE_FROM = re.compile(r"(?:^|[.;:,!?\n\"“][ \n]?|\band )(?P<from>[Ff]rom )$")
_ENGLISH_BETWEEN = re.compile(r"(?<![A-Za-z])[Bb]etween (?:the )?$")
_ENGLISH_ABOUT = re.compile(r"(?<![A-Za-z])(?:[Aa]round|[Aa]bout|[Cc]irca|[Rr]oughly) $")

_TERMS: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}
_LOOK_BACK = 24


def combine(text: str, found: list[Expression]) -> list[Expression]:
    """Join what belongs together; the expressions stay in order and disjoint."""
    out: list[Expression] = []
    at = 0
    while at < len(found):
        here = found[at]
        at += 1
        while at < len(found):
            joined = _join(text, here, found[at])
            if joined is None:
                break
            here = joined
            at += 1
        floor = out[-1].end if out else 0
        ceiling = found[at].start if at < len(found) else len(text)
        out.append(_beside(text, here, floor, ceiling))
    return out


def _join(text: str, first: Expression, last: Expression) -> Expression | None:
    """The two as one expression, if they are: a range, or a date and its weekday."""
    gap = text[first.end : last.start]
    if len(gap) > 9:
        return None
    if first.english and last.english:
        if isinstance(first.spec, Weekday) and _has_day(last.spec) and english.WEEKDAY_DATE.fullmatch(gap):
            return last._replace(start=first.start)
        if (
            gap == " ("
            and _has_day(first.spec)
            and isinstance(last.spec, Weekday)
            and text[last.end : last.end + 1] == ")"
        ):
            return first._replace(end=last.end + 1)
        if _COUNTED_TO.fullmatch(gap) and isinstance(first.spec, Counted) and isinstance(last.spec, Calendar):
            # two years ago in January 2019
            return last._replace(start=first.start)
        if (week := _week_and_day(first.spec, last.spec, gap)) is not None:
            return Expression(first.start, last.end, week, english=True)
        if _ENGLISH_JOIN.fullmatch(gap) and _can_range(first.spec) and _can_range(last.spec):
            return Expression(first.start, last.end, Range(first.spec, last.spec), english=True)
        if (
            _BETWEEN_JOIN.fullmatch(gap)
            and _can_range(first.spec)
            and _can_range(last.spec)
            and _ENGLISH_BETWEEN.search(text[max(0, first.start - _LOOK_BACK) : first.start])
        ):
            return Expression(first.start, last.end, Range(first.spec, last.spec), english=True)
        return None
    if gap == "的" and isinstance(first.spec, Counted) and isinstance(last.spec, Calendar):
        # 两天后的7月3日, 四年前的2019年
        return last._replace(start=first.start)
    if gap == "" and _is_part_of_month(first.spec) and _is_part_of_month(last.spec):
        # 6月底7月初
        return Expression(first.start, last.end, Range(first.spec, last.spec), first.needs_antecedent)
    if gap.strip(" \u3000") == "" and not isinstance(first.spec, Weekday):
        whole = _has_day(first.spec) or isinstance(first.spec, Range)
        # 6月26日周四, 6月28日当天, 6月30日到7月6日这周
        if whole and (
            (isinstance(last.spec, Weekday) and last.spec.week is None)
            or (isinstance(last.spec, Counted) and last.spec.count == 0 and last.spec.named)
            or (isinstance(first.spec, Range) and isinstance(last.spec, Counted) and last.spec.unit == "week")
        ):
            return first._replace(end=last.end)
    if _JOIN.fullmatch(gap) and _can_range(first.spec) and _can_range(last.spec):
        return Expression(first.start, last.end, Range(first.spec, last.spec), first.needs_antecedent)
    return None


def _week_and_day(first: Spec, last: Spec, gap: str) -> Weekday | None:
    """Two weeks ago on Tuesday, on Tuesday of last week: that day of that week."""
    week, day = (first, last) if isinstance(last, Weekday) else (last, first)
    if not (isinstance(week, Counted) and week.unit == "week" and isinstance(day, Weekday)):
        return None
    if week.named or week.loose or day.named or day.week is not None:
        return None
    between = _ON_DAY if week is first else _OF_WEEK
    return Weekday(day.day, week.count) if between.fullmatch(gap) else None


def _has_day(spec: Spec) -> bool:
    return (isinstance(spec, Calendar) and spec.day is not None) or (isinstance(spec, Counted) and spec.unit == "day")


def _is_part_of_month(spec: Spec) -> bool:
    return isinstance(spec, Calendar) and spec.days is not None and not spec.spans


def _can_range(spec: Spec) -> bool:
    return isinstance(spec, Calendar | Counted | Weekday | Years)


def _beside(text: str, found: Expression, floor: int, ceiling: int) -> Expression:
    """Take in the words in front of and behind an expression that change what it covers.

    `floor` and `ceiling` are where its neighbours end and begin.
    """
    before = text[max(floor, found.start - _LOOK_BACK) : found.start]
    if found.english:
        return _english_beside(text, found, before)
    return _chinese_beside(text, found, before, ceiling)


def _chinese_beside(text: str, found: Expression, before: str, ceiling: int) -> Expression:
    spec, start, end = found.spec, found.start, found.end
    if isinstance(spec, Recent | Vague | Past):
        return found
    if isinstance(spec, Range) and (more := _BELONGS.match(text, end, ceiling)):
        end = more.end()
    loose = isinstance(spec, Counted) and spec.loose
    if not loose and (about := _ABOUT_BEHIND.match(text, end, ceiling)):
        spec, end = About(spec), about.end()
    if about := _ABOUT_BEFORE.search(before):
        spec, start = About(spec), start - len(about[0])
        before = before[: -len(about[0])]
    if until := _UNTIL_BEFORE.search(before):
        behind = _ENOUGH.match(text, end, ceiling) or _UNTIL_BEHIND.match(text, end, ceiling)
        return found._replace(
            start=start - len(until[0]), end=behind.end() if behind else end, spec=Open(spec, "until")
        )
    origin = _FROM_WORDS.search(before)
    if since := _SINCE_BEHIND.match(text, end, ceiling):
        return found._replace(
            start=start - len(origin[0]) if origin else start, end=since.end(), spec=Open(spec, "since")
        )
    if begin := _FROM_BEHIND.match(text, end, ceiling):
        if "起" in begin[0] or (origin and not isinstance(spec, Range)):
            return found._replace(
                start=start - len(origin[0]) if origin else start, end=begin.end(), spec=Open(spec, "from")
            )
    elif not loose and not isinstance(spec, PartSoFar) and (until := _UNTIL_BEHIND.match(text, end, ceiling)):
        return found._replace(start=start, end=until.end(), spec=Open(spec, "until"))
    if origin and isinstance(spec, Range):
        start -= len(origin[0])
    return found._replace(start=start, end=end, spec=spec)


def _english_beside(text: str, found: Expression, before: str) -> Expression:
    spec, start, end = found.spec, found.start, found.end
    if isinstance(spec, Recent | Vague | Past):
        return found
    if (week := english.WEEK_OF.search(before)) and (_has_day(spec) or (isinstance(spec, Calendar) and spec.days)):
        if isinstance(spec, Calendar) and spec.days:
            return found._replace(start=start - len(week[0]))
        spec, start = WeekOf(spec, weekend=week["what"] == "weekend"), start - len(week[0])
        before = before[: -len(week[0])]
    if (term := english.UP_TO.search(before)) and isinstance(spec, Calendar) and spec.month is not None:
        unit, count = _TERMS[term["unit"]], english_calendar.count_of(term["n"] or "1")
        return found._replace(start=start - len(term[0]), spec=UpTo(spec, unit, count))
    if about := _ENGLISH_ABOUT.search(before):
        spec, start = About(spec), start - len(about[0])
        before = before[: -len(about[0])]
    if not isinstance(spec, Range | PartSoFar):
        if until := _ENGLISH_UNTIL.search(before):
            return found._replace(start=start - len(until[0]), end=end, spec=Open(spec, "until"))
        if since := _ENGLISH_SINCE.search(before):
            return found._replace(start=start - len(since[0]), end=end, spec=Open(spec, "since"))
        if begin := _ENGLISH_FROM.search(before):
            return found._replace(start=start - len(begin[0]), end=end, spec=Open(spec, "from"))
        whole = not isinstance(spec, Weekday | Years) and not (isinstance(spec, Calendar) and spec.spans)
        if whole and (begin := _ENGLISH_CLAUSE_FROM.search(before)):
            return found._replace(start=start - len(begin["from"]), end=end, spec=Open(spec, "from"))
        if (begin := _ENGLISH_FROM_WORD.search(before)) and (onward := _ENGLISH_ONWARD.match(text, end)):
            return found._replace(start=start - len(begin[0]), end=onward.end(), spec=Open(spec, "from"))
    return found._replace(start=start, end=end, spec=spec)
