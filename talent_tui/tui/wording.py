"""What a row says, as plain text: days in words, names, moves. Knows nothing of the screen."""

from datetime import date
from typing import Literal

from talent_tui.index import Choice, Condition, Days, Index, Place, Words
from talent_tui.model import DateSpan, Event, Publication
from talent_tui.model.days import CalendarUnit, unit_of
from talent_tui.tui.signs import SIGNS
from talent_tui.tui.strings import say

Form = Literal["full", "short"]
"""`full` tells the year; `short` leaves it out, for rows that stand under a heading with it."""


def month_name(month: int) -> str:
    """A month's short name; months count from 1."""
    return say("months").split()[month - 1]


def _words(day: date, unit: CalendarUnit, *, year: bool, month: bool = True) -> str:
    if unit == "year":
        return f"{day.year:04}"
    parts = [str(day.day)] if unit == "day" else []
    if month:
        parts.append(month_name(day.month))
    if year:
        parts.append(f"{day.year:04}")
    return " ".join(parts)


def weekday_day(day: date, form: Form = "full") -> str:
    """A day with its weekday: `Thu 26 Jun 2025`."""
    return f"{say('weekdays').split()[day.weekday()]} {_words(day, 'day', year=form == 'full')}"


def _range_words(first: date, last: date, unit: CalendarUnit, form: Form) -> tuple[str, str]:
    """Both ends of a range; what they share (the year, the month of days) is told once, at the end."""
    with_year = form == "full" or first.year != last.year
    same_month = unit == "day" and (first.year, first.month) == (last.year, last.month)
    begin = _words(first, unit, year=first.year != last.year, month=not same_month)
    return begin, _words(last, unit, year=with_year)


def day_text(span: DateSpan, form: Form = "full") -> str:
    """When something happened, with no more precision than the text gives.

    A range in which it happened on some day reads "between … and …" (short: "11..20 Jun"), one through which it went on
    "…–…".
    """
    if not span.is_dated:
        if span.text:
            return say("day.unknown", words=span.text)
        return say("day.none") if form == "full" else say("day.none.short")
    text = _bounded(span, form)
    return say("day.about", day=text) if span.edtf is not None and ("~" in span.edtf or "%" in span.edtf) else text


def _bounded(span: DateSpan, form: Form) -> str:
    first, last = span.start, span.end
    if first is None or last is None:
        bound = first or last
        assert bound is not None
        unit: CalendarUnit = "day"
        return say("day.from" if last is None else "day.by", day=_words(bound, unit, year=form == "full"))
    if first == last:
        return weekday_day(first, form)
    unit = unit_of(first, last)
    if unit == "year" and first.year == last.year:
        return f"{first.year:04}"
    if unit == "year" and first.year % 10 == 0 and last.year - first.year == 9:
        return say("day.decade", year=first.year)
    if unit == "month" and (first.year, first.month) == (last.year, last.month):
        return _words(first, "month", year=form == "full")
    begin, end = _range_words(first, last, unit, form)
    if span.extent == "during":
        return f"{begin}{SIGNS.dash}{end}"
    return say("day.between" if form == "full" else "day.between.short", first=begin, last=end)


def publication_text(published: Publication) -> str:
    """When an article came out, and whether that is stated or worked out."""
    first, last = published.start or published.end, published.end or published.start
    if published.basis == "unknown" or first is None or last is None:
        return say("detail.published.unknown")
    if first == last:
        day = weekday_day(first)
    else:
        begin, end = _range_words(first, last, "day", "full")
        day = say("day.between", first=begin, last=end)
    return say("detail.published" if published.basis == "stated" else "detail.published.inferred", day=day)


def range_text(first: date | None, last: date | None) -> str:
    """A range of days that a person filters by."""
    if first is not None and last is not None:
        if first == last:
            return weekday_day(first)
        unit = unit_of(first, last)
        if (unit == "year" and first.year == last.year) or (
            unit == "month" and (first.year, first.month) == (last.year, last.month)
        ):
            return _words(first, unit, year=True)
        begin, end = _range_words(first, last, unit, "full")
        return say("filter.days", first=begin, last=end)
    if first is not None:
        return say("filter.days.since", first=_words(first, "day", year=True))
    assert last is not None
    return say("filter.days.until", last=_words(last, "day", year=True))


def condition_text(condition: Condition, index: Index) -> str:
    """A filter as the breadcrumb names it."""
    if isinstance(condition, Words):
        return say("filter.words", query=condition.query)
    if isinstance(condition, Days):
        return range_text(condition.start, condition.end)
    assert isinstance(condition, Choice)
    label = index.label(condition.facet, condition.value)
    return say("filter.not", label=label) if condition.excluded else label


def heading_key(where: Place) -> tuple[int, ...]:
    """What tells the heading of one row from that of another, cheap to get for each event."""
    if where.kind == "unpublished":
        return (3,)
    if where.kind == "undated":
        return (2, where.last.toordinal())
    first, last = where.first, where.last
    if first.year == last.year or (last - first).days < 31:
        return (0, first.year)
    return (1, first.year, last.year)


def heading(where: Place) -> str:
    """The heading that a row stands under: its year, or all its years; for what has no date its publication."""
    key = heading_key(where)
    if key[0] == 3:
        return say("day.unpublished")
    if key[0] == 2:
        return say("day.published", day=weekday_day(where.last))
    if key[0] == 0:
        return f"{where.first.year:04}"
    return f"{key[1]:04}{SIGNS.dash}{key[2]:04}"


def company_name(index: Index, ident: str | None) -> str:
    """The name of an organisation, its id if nothing is known of it, and nothing for None."""
    return "" if ident is None else index.label("company", ident)


def summary(event: Event, index: Index) -> str:
    """One line that tells the event: its own summary, else who, from where, to where."""
    if event.summary:
        return event.summary
    who = ", ".join(index.label("person", person) for person in event.people)
    move = f" {SIGNS.arrow} ".join(
        name for name in (company_name(index, event.from_), company_name(index, event.to)) if name
    )
    return ": ".join(part for part in (who, move or event.type) if part)


def one_origin(event: Event) -> tuple[int, int]:
    """How many articles tell an event, and how many origins they credit. Those that credit one outlet are one."""
    articles = {source.article for source in event.sources}
    origins = {source.outlets or (source.article,) for source in event.sources}
    return len(articles), len(origins)
