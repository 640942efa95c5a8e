"""What a row says, as plain text: days in words, names, moves. Knows nothing of the screen."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from rich.cells import cell_len

from talent_tui.days_in_words import DayWords, day_words, publication_words, range_words, weekday_words
from talent_tui.index import Choice, Condition, Days, Facet, Index, Place, Words
from talent_tui.model import EVENT_TYPES, STATUSES, DateSpan, Event, EventType, Publication, Status
from talent_tui.tui.signs import SIGNS
from talent_tui.tui.strings import has, say

Form = Literal["full", "short", "chosen"]
"""`full` tells the year; `short` leaves it out, for rows that stand under a heading with it; `chosen` is for the days
that a person filters by."""

_LEFT_OUT = ("months", "weekdays", "year_leads", "has_years")


@cache
def words_of(form: Form) -> DayWords:
    """How the catalogue writes days in that form."""
    texts = {
        field: say(f"day.{form}.{field}" if has(f"day.{form}.{field}") else f"day.{field}")
        for field in DayWords._fields
        if field not in _LEFT_OUT
    }
    return DayWords(
        months=tuple(say("months").split()),
        weekdays=tuple(say("weekdays").split()),
        **{**texts, "during": texts["during"].replace("{dash}", SIGNS.dash)},
        year_leads=say("day.year_leads") == "yes",
        has_years=form != "short",
    )


def day_text(span: DateSpan, form: Form = "full") -> str:
    """When something happened, with no more precision than the text gives.

    A range in which it happened on some day reads "between … and …" (short: "11..20 Jun"), one through which it went on
    "…–…".
    """
    return day_words(span, words_of(form))


def day_cells(form: Form) -> int:
    """How many cells a column of such days takes; what is seldom longer juts out rather than be cut."""
    return int(say("day.short.cells" if form == "short" else "day.cells"))


def publication_text(published: Publication) -> str:
    """When an article came out, and whether that is stated or worked out."""
    return publication_words(published, words_of("full"))


def range_text(first: date | None, last: date | None) -> str:
    """A range of days that a person filters by."""
    return range_words(first, last, words=words_of("chosen"))


def weekday_day(day: date) -> str:
    """A day with its weekday: `Thu 26 Jun 2025`."""
    return weekday_words(day, words_of("full"))


def month_name(day: date, *, with_year: bool) -> str:
    """A month: `Jun`, `Jun 2025`."""
    words = words_of("full")
    template = words.month if with_year else words.month_of_year
    return template.format(month=words.months[day.month - 1], year=f"{day.year:04}")


def day_name(day: date) -> str:
    """A day without its weekday: `26 Jun 2025`."""
    words = words_of("full")
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=f"{day.year:04}")


def status_text(status: Status) -> str:
    """A status in words."""
    return say(f"status.{status}")


def type_text(kind: EventType) -> str:
    """A type of event in words."""
    return say(f"type.{kind}")


@cache
def status_cells() -> int:
    """The cells that the longest status takes."""
    return max(cell_len(status_text(status)) for status in STATUSES)


@cache
def type_cells() -> int:
    """The cells that the longest type of event but for rare ones takes."""
    return max(cell_len(type_text(kind)) for kind in EVENT_TYPES)


def field_text(field: str) -> str:
    """A field of an event in words."""
    return say(f"field.{field}") if has(f"field.{field}") else field


def label(index: Index, facet: Facet, value: str) -> str:
    """A value of a facet as people call it."""
    if facet == "status" and value in STATUSES:
        return status_text(value)
    if facet == "type" and value in EVENT_TYPES:
        return type_text(value)
    return index.label(facet, value)


def condition_text(condition: Condition, index: Index) -> str:
    """A filter as the breadcrumb names it."""
    if isinstance(condition, Words):
        return say("filter.words", query=condition.query)
    if isinstance(condition, Days):
        return range_text(condition.start, condition.end)
    assert isinstance(condition, Choice)
    named = label(index, condition.facet, condition.value)
    return say("filter.not", label=named) if condition.excluded else named


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


def heading_keys(places: Iterable[Place]) -> list[tuple[int, ...]]:
    """The same for each of many places, most of which are days of one year."""
    return [
        (0, where.first.year) if where.kind == "dated" and where.first.year == where.last.year else heading_key(where)
        for where in places
    ]


def heading(where: Place) -> str:
    """The heading that a row stands under: its year, or all its years; for what has no date its publication."""
    key = heading_key(where)
    if key[0] == 3:
        return say("heading.unpublished")
    if key[0] == 2:
        return say("heading.published", day=weekday_day(where.last))
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
    return ": ".join(part for part in (who, move or type_text(event.type)) if part)


def one_origin(event: Event) -> tuple[int, int]:
    """How many articles tell an event, and how many origins they credit. Those that credit one outlet are one."""
    articles = {source.article for source in event.sources}
    origins = {source.outlets or (source.article,) for source in event.sources}
    return len(articles), len(origins)
