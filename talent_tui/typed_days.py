"""Days that a person types, read against today: our own grammar of dates first, then dateparser.

Not for articles: there, `tagging.dates` alone decides. Importing this imports what reads text.
"""

import re
from datetime import date, datetime, time

from talent_tui.model import DateMention, Publication
from talent_tui.model.days import unit_days
from talent_tui.tagging.dates import find_dates

Days = tuple[date | None, date | None]
"""First and last day, None on an open side."""

_BETWEEN = re.compile(r"\s*(?:\.\.|\s+(?:to|until)\s+|到|至)\s*", re.IGNORECASE)
_LONGEST = 80
"""Characters beyond which nobody is typing a date."""


def read_days(text: str, today: date) -> Days | None:
    """What `text` (`去年10月`, `june 2025`, `last week`, `2025-06..last month`) means today; None if nothing."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if ".." not in text:
        whole = _read(text, today)
        if whole is not None:
            return whole
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        return None
    low = _read(parts[0], today) if parts[0] else (None, None)
    high = _read(parts[1], today) if parts[1] else (None, None)
    if low is None or high is None:
        return None
    start, end = low[0], high[1]
    if (start is None and end is None) or (start is not None and end is not None and start > end):
        return None
    return start, end


def _read(text: str, today: date) -> Days | None:
    found = find_dates(text, Publication(today, today, "stated", "typed today"))
    if len(found) == 1 and _is_whole(found[0], text):
        span = found[0].value
        if span.start is not None or span.end is not None:
            return span.start, span.end
    bare = text.lower().removeprefix("last ")
    return _read_by_dateparser(text, today) or (_read(bare, today) if bare != text.lower() else None)


def _is_whole(mention: DateMention, text: str) -> bool:
    return not text[: mention.start].strip() and not text[mention.end :].strip()


def _read_by_dateparser(text: str, today: date) -> Days | None:
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["year"] if re.fullmatch(r"\D*\d{4}\D*", text) else [],
        "RETURN_TIME_AS_PERIOD": False,
    }
    parsed = DateDataParser(languages=["en", "zh"], settings=settings).get_date_data(text)
    if parsed is None or parsed.date_obj is None:
        return None
    day = parsed.date_obj.date()
    if parsed.period == "year":
        return unit_days(day.year)
    if parsed.period == "month":
        return unit_days(day.year, day.month)
    if parsed.period == "week":
        monday = date.fromordinal(day.toordinal() - day.weekday())
        return monday, date.fromordinal(monday.toordinal() + 6)
    return day, day
