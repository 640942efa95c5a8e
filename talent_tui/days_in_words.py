"""Days in words, with no more precision than the text gives, in the words of any language."""

from datetime import date
from typing import Final, NamedTuple

from talent_tui.model import DateSpan, Publication
from talent_tui.model.days import CalendarUnit, unit_of


class DayWords(NamedTuple):
    """How a language writes days: templates for `str.format`.

    `day`, `month` and `year` take {year}, {month} (its name) and {day}; `weekday` takes {weekday} and the {day} as
    `day` writes it. What both ends of a range share is told once: by the first where `year_leads`
    (2025年6月11日至20日), else
    by the last (11 to 20 Jun 2025); the other is written by `day_of_year`, or by `day_of_month` where they share the
    month too. `has_years` is False where the year is told elsewhere. `undated` takes the {day} by which publication
    tells it, `unresolved` the {words} of the text.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str = "{day} {month} {year}"
    day_of_year: str = "{day} {month}"
    day_of_month: str = "{day}"
    month: str = "{month} {year}"
    month_of_year: str = "{month}"
    year: str = "{year}"
    decade: str = "{year}s"
    weekday: str = "{weekday} {day}"
    between: str = "between {first} and {last}"
    during: str = "{first} to {last}"
    since: str = "from {day} on"
    until: str = "by {day}"
    about: str = "about {day}"
    undated: str = "no day, told by {day}"
    nothing: str = "no day"
    unresolved: str = 'no day ("{words}")'
    published: str = "{day}"
    inferred: str = "{day} (inferred)"
    unpublished: str = "day of publication unknown"
    year_leads: bool = False
    has_years: bool = True


ENGLISH: Final = DayWords(
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)


def day_words(span: DateSpan, words: DayWords = ENGLISH) -> str:
    """When something happened: `Sat 28 Jun 2025`, `Jun 2025`, `between 11 and 20 Jun 2025`, `by 31 Aug 2025`, `no day`.

    Where the text gives no day of its own, the bound that publication sets is told, as what it is.
    """
    if not span.is_dated:
        if span.text:
            return words.unresolved.format(words=span.text)
        return words.undated.format(day=_written(span.end, "day", words)) if span.end else words.nothing
    told = range_words(span.start, span.end, during=span.extent == "during", words=words)
    return words.about.format(day=told) if span.edtf is not None and ("~" in span.edtf or "%" in span.edtf) else told


def range_words(first: date | None, last: date | None, *, during: bool = False, words: DayWords = ENGLISH) -> str:
    """A stretch of days, None on an open side; `during` where something went on through it."""
    if first is None and last is None:
        return words.nothing
    if first is None or last is None:
        day = first or last
        assert day is not None
        return (words.until if first is None else words.since).format(day=_written(day, "day", words))
    if first == last:
        return weekday_words(first, words)
    unit = unit_of(first, last)
    if unit == "year" and first.year == last.year:
        return words.year.format(year=f"{first.year:04}")
    if unit == "year" and first.year % 10 == 0 and last.year - first.year == 9:
        return words.decade.format(year=first.year)
    if unit == "month" and (first.year, first.month) == (last.year, last.month):
        return _written(first, unit, words)
    begin, end = _ends(first, last, unit, words)
    return (words.during if during else words.between).format(first=begin, last=end)


def weekday_words(day: date, words: DayWords = ENGLISH) -> str:
    """A day with its weekday."""
    return words.weekday.format(weekday=words.weekdays[day.weekday()], day=_written(day, "day", words))


def publication_words(published: Publication, words: DayWords = ENGLISH) -> str:
    """When an article came out, and whether that is stated or worked out."""
    first, last = published.start or published.end, published.end or published.start
    if first is None or last is None or published.basis == "unknown":
        return words.unpublished
    told = words.published.format(day=range_words(first, last, words=words))
    return told if published.basis == "stated" else words.inferred.format(day=told)


def _ends(first: date, last: date, unit: CalendarUnit, words: DayWords) -> tuple[str, str]:
    """Both ends of a range; what they share is told by one of them."""
    shares_year = first.year == last.year
    shares_month = shares_year and first.month == last.month and unit == "day"
    if words.year_leads:
        return (
            _written(first, unit, words),
            _written(last, unit, words, with_year=not shares_year, with_month=not shares_month),
        )
    return (
        _written(first, unit, words, with_year=not shares_year, with_month=not shares_month),
        _written(last, unit, words),
    )


def _written(day: date, unit: CalendarUnit, words: DayWords, *, with_year: bool = True, with_month: bool = True) -> str:
    with_year = with_year and words.has_years
    if unit == "year":
        template = words.year
    elif unit == "month":
        template = words.month if with_year else words.month_of_year
    elif not with_month:
        template = words.day_of_month
    else:
        template = words.day if with_year else words.day_of_year
    return template.format(year=f"{day.year:04}", month=words.months[day.month - 1], day=day.day)
