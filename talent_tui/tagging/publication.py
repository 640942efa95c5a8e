"""When an article came out: stated in it, else a window inferred from its text, else unknown.

The inferred window begins with the newest dated event of the lead and ends the day after, or where words of the text
bound it (this week, before Spring Festival). It is given only where the year is beyond doubt and nothing that is told
as past lies after it: a wrong day of publication would move every relative date of the article.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from talent_tui.lexicon.dates import date_words
from talent_tui.model import UNKNOWN_PUBLICATION, Article, DateMention, Publication, Sentence
from talent_tui.tagging.dates import expressions, resolve_all
from talent_tui.tagging.dates.spec import Calendar, Counted, Expression, Open, Range, Spec, Weekday
from talent_tui.tagging.dates.tense import tense_of

LONGEST = timedelta(days=14)
"""No inferred window is longer: a longer one helps nobody to resolve a date."""
_LEAD = 0.5
"""The newest event of a news article stands in its first half; a day deep in the text may be background."""
_RELATED = timedelta(days=45)
"""Bare days belong to the year that puts them this close to the newest day that names its year."""

_UNTOLD = timedelta(days=7)
"""A day whose clause tells no tense may be the newest event only this close behind one that is surely past."""

_YESTERDAY = re.compile("([昨今前])(?:天|日|晚)?[(（]")
_BEFORE_FESTIVAL = re.compile("(?:春节|农历新年|年关)(?:之)?前")
_WEEKDAY_BESIDE = re.compile("[(（]?(?:周|星期|礼拜)([一二三四五六日天])")
_THIS_WEEK = ("这周", "这一周")
_SHIFTS = {"今": 0, "昨": 1, "前": 2}


class _Told(NamedTuple):
    """A day that the text tells as past, and where."""

    day: date
    words: str
    start: int


def publication_of(article: Article, text: str, sentences: Sequence[Sentence]) -> Publication:
    """The window of publication of `article`, whose clean text is `text`: stated, inferred or unknown.

    `because` of an inferred window names the words that it rests on. `sentences` are not needed for what is inferred
    today and may be empty.
    """
    if article.published.basis != "unknown":
        return article.published
    return infer(text)


def infer(text: str) -> Publication:
    """The window that the text itself leaves for its publication; unknown unless it is sure within `LONGEST`."""
    found = expressions(text)
    known = resolve_all(text, found, UNKNOWN_PUBLICATION)
    # A year borrowed from a date before may be wrong: only what is written, or counted from it, is evidence.
    sure = [m for m in known if "named before" not in (m.value.because or "")]
    newest = _newest_with_year(text, sure) or _newest_by_weekday(text, found, sure)
    if newest is None:
        return UNKNOWN_PUBLICATION
    if newest.start > _LEAD * len(text) and len(text) > 400:
        return UNKNOWN_PUBLICATION
    newer = _newer_bare_day(text, found, newest)
    if newer is None:
        return UNKNOWN_PUBLICATION
    newest = newer
    if (said := _said_from_day(text, newest)) is not None:
        return said
    if _told_later_in_year(text, found, newest.day) or _opens_from_publication(text, found, newest):
        return UNKNOWN_PUBLICATION
    start, end, bound = _bound(text, found, newest.day)
    if _told_after(text, found, end):
        return UNKNOWN_PUBLICATION
    return Publication(start, end, "inferred", f"newest event {newest.words}, {bound}")


def _newest_with_year(text: str, known: Sequence[DateMention]) -> _Told | None:
    """The newest past day whose year the text names, unless a later month or year is told as past too."""
    days = [
        _Told(m.value.end, m.value.text or "", m.start)
        for m in known
        if m.value.end is not None and m.tense != "future" and (m.value.start == m.value.end or m.value.start is None)
    ]
    if not days:
        return None
    newest = max(days, key=lambda told: (told.day, -told.start))
    for mention in known:
        start = mention.value.start
        if start is not None and start > newest.day and mention.tense != "future" and not _ahead(text, mention):
            return None
    return newest


def _ahead(text: str, mention: DateMention) -> bool:
    """Whether a later date without tense is plainly a plan: the newest event's own year end, or 2026年的计划."""
    return bool(
        re.match("[^，。,.;；]{0,8}(?:计划|目标|规划|预算|预测|财年)", text[mention.end : mention.end + 12])
    ) or bool(
        re.search(
            "(?:计划|目标|规划|预算|预测|改到|推迟到|延期到|延至|定在)[^，。,.;；]{0,8}$",
            text[max(0, mention.start - 12) : mention.start],
        )
    )


def _newest_by_weekday(text: str, found: Sequence[Expression], known: Sequence[DateMention]) -> _Told | None:
    """The newest bare day, where weekdays beside bare days leave one year (6月30日到7月6日这周, 6月26日周四)."""
    years = [m.value.end.year for m in known if m.value.end is not None and m.tense != "future"]
    if not years:
        return None
    fits = [year for year in (max(years), max(years) + 1) if _weekdays_agree(text, found, year)]
    if len(fits) != 1:
        return None
    mentions = resolve_all(text, found, _on(date(fits[0], 12, 31)))
    days = [
        _Told(m.value.end, m.value.text or "", m.start)
        for m in mentions
        if m.value.end is not None and m.value.start == m.value.end and m.value.end.year == fits[0]
        and m.tense != "future" and m.value.basis == "explicit"
    ]  # fmt: skip
    latest = max((m.value.start for m in known if m.value.start is not None and m.tense != "future"), default=None)
    newest = max(days, key=lambda told: (told.day, -told.start), default=None)
    return newest if newest is not None and latest is not None and newest.day >= latest else None


def _weekdays_agree(text: str, found: Sequence[Expression], year: int) -> bool | None:
    """Whether the bare days that have a weekday beside them fall on it in `year`; None without any."""
    agreed: bool | None = None
    weekdays = date_words().weekdays
    for expression in found:
        spec = expression.spec
        if isinstance(spec, Range) and _is_bare_day(spec.first) and _is_bare_day(spec.last):
            if not text[: expression.end].endswith(_THIS_WEEK):
                continue
            first, last = _day_in(spec.first, year), _day_in(spec.last, year)
            if first is None or last is None or (last - first).days != 6 or first.weekday() != 0:
                return False
            agreed = True
        elif _is_bare_day(spec):
            beside = _WEEKDAY_BESIDE.search(text[expression.start : expression.end + 5].replace(" ", ""))
            day = _day_in(spec, year)
            if beside is None:
                continue
            if day is None or day.weekday() != weekdays[beside[1]]:
                return False
            agreed = True
    return agreed


def _is_bare_day(spec: Spec) -> bool:
    return isinstance(spec, Calendar) and spec.month is not None and spec.day is not None and spec.year is None


def _day_in(spec: Spec, year: int) -> date | None:
    try:
        return date(year, spec.month or 1, spec.day or 1) if isinstance(spec, Calendar) else None
    except ValueError:
        return None


def _newer_bare_day(text: str, found: Sequence[Expression], newest: _Told) -> _Told | None:
    """The newest day without year that follows `newest` closely, as if the article came out soon after that, or it.

    None where a day that may as well be still to come would move it by more than a week.
    """
    untold: _Told | None = None
    for mention in resolve_all(text, found, _on(newest.day + _RELATED)):
        value = mention.value
        if (
            value.basis == "explicit"
            and value.start is not None
            and value.start == value.end
            and mention.tense != "future"
            and newest.day < value.start <= newest.day + _RELATED
            and not _is_to_begin(text, mention)
        ):
            told = _Told(value.start, value.text or "", mention.start)
            if mention.tense == "past":
                newest = told
            elif untold is None or told.day > untold.day:
                untold = told
    if untold is None or untold.day <= newest.day:
        return newest
    return untold if untold.day - newest.day <= _UNTOLD else None


def _is_to_begin(text: str, mention: DateMention) -> bool:
    """Whether a day without tense is one on which something that was settled before begins (11月1日到任)."""
    return mention.tense is None and tense_of(text, mention.start, mention.end, len(text), False).ahead


def _told_later_in_year(text: str, found: Sequence[Expression], newest: date) -> bool:
    """Whether a month or day without year, told as past, lies behind the newest day: of this year or the one before?"""
    bare = {e.start: e.spec for e in found if isinstance(e.spec, Calendar) and e.spec.month is not None}
    return any(
        m.value.start is not None
        and m.value.start > newest
        and isinstance(spec := bare.get(m.start), Calendar)
        and spec.year is None
        and spec.year_shift is None
        and (m.tense == "past" or (m.tense is None and spec.day is not None and not _is_to_begin(text, m)))
        for m in resolve_all(text, found, _on(date(newest.year, 12, 31)))
    )


def _opens_from_publication(text: str, found: Sequence[Expression], newest: _Told) -> bool:
    """Whether the text tells of yesterday or last Friday before it names its newest day, which may be background."""
    first = next((e for e in found if _needs_room(e.spec)), None)
    named_week = any(isinstance(e.spec, Range) and text[: e.end].endswith(_THIS_WEEK) for e in found)
    return first is not None and first.start < newest.start and first.end <= newest.start and not named_week


def _said_from_day(text: str, newest: _Told) -> Publication | None:
    """昨日（28日): the day of publication itself, where the newest day is named like that."""
    named = _YESTERDAY.match(text, newest.start)
    if named is None:
        return None
    day = newest.day + timedelta(days=_SHIFTS[named[1]])
    return Publication(day, day, "inferred", f"the text calls {newest.words} so")


def _bound(text: str, found: Sequence[Expression], newest: date) -> tuple[date, date, str]:
    """The first and last day on which the article can have come out, and why."""
    limit = newest + LONGEST
    this_week = next((text[e.start : e.end] for e in found if _is_this_week(e.spec)), None)
    for expression in found:
        spec = expression.spec
        if isinstance(spec, Range) and text[: expression.end].endswith(_THIS_WEEK):
            first, last = _day_in(spec.first, newest.year), _day_in(spec.last, newest.year)
            if first is not None and last is not None and newest <= last <= limit:
                words = text[expression.start : expression.end]
                return (max(newest, first) if this_week else newest), last, f"and {this_week or words} is {words}"
    if this_week is not None:
        # An event of a weekend is often told in the week after.
        sunday = newest + timedelta(days=6 - newest.weekday())
        return newest, sunday if newest.weekday() < 5 else sunday + timedelta(days=7), f"the week of {this_week}"
    festival = date_words().spring_festival.get(str(newest.year))
    if _BEFORE_FESTIVAL.search(text) and festival is not None and newest < festival:
        return newest, min(festival - timedelta(days=1), limit), "before Spring Festival"
    if any(_needs_room(e.spec) for e in found):
        return newest, newest + timedelta(days=7), "days counted from publication within a week"
    return newest, newest + timedelta(days=1), "the day after"


def _is_this_week(spec: Spec) -> bool:
    """Whether it names the week of publication or a day of it."""
    if isinstance(spec, Weekday):
        return spec.week == 0
    return isinstance(spec, Counted) and spec.unit == "week" and spec.count == 0 and not spec.named


def _needs_room(spec: Spec) -> bool:
    """Whether a bare weekday, yesterday or last week is told: such events may be newer than any dated one."""
    while isinstance(spec, Open):
        spec = spec.of
    return (isinstance(spec, Weekday) and not spec.named) or (
        isinstance(spec, Counted) and spec.unit in ("day", "week") and not spec.named and not spec.loose
    )


def _told_after(text: str, found: Sequence[Expression], end: date) -> bool:
    """Whether, published on `end`, the text would tell something of this year as past that lies after it."""
    this_year = {e.start for e in found if isinstance(e.spec, Calendar) and e.spec.year_shift == 0}
    return any(
        m.tense == "past" and m.start in this_year and m.value.start is not None and m.value.start > end
        for m in resolve_all(text, found, _on(end))
    )


def _on(day: date) -> Publication:
    return Publication(day, day, "inferred")
