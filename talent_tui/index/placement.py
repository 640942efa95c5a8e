"""Where an event stands on the timeline: its days if it has any, else the publication that tells it.

A place orders rows; it claims nothing. What a person reads about an event's day comes from its `DateSpan`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from talent_tui.model import Article, DateSpan, Event

Kind = Literal["dated", "undated", "unpublished"]
"""`dated`: the text claims days; `undated`: it claims none, so the event stands under its article's publication;
`unpublished`: it claims none and nobody knows when the article came out."""


class Place(NamedTuple):
    """First and last day (inclusive) where an event stands. An open side takes the day of the other one.

    `bounded` says that the text bounds the event on both sides, so that it can be counted in a stretch of days.
    """

    kind: Kind
    first: date
    last: date
    bounded: bool

    def sort_key(self) -> tuple[bool, int, int, int]:
        """Rows by day; a wide span before the days in it, what has no date after the dated ones of that day."""
        return (
            self.kind == "unpublished",
            self.first.toordinal() if self.kind == "dated" else self.last.toordinal(),
            self.kind == "undated",
            -self.last.toordinal(),
        )


NOWHERE = Place("unpublished", date.max, date.max, False)


def place(event: Event, articles: Mapping[str, Article]) -> Place:
    """Where `event` stands. An undated event told by several articles stands under the earliest publication."""
    span = event.date
    if span.is_dated:
        first, last = span.start or span.end, span.end or span.start
        assert first is not None and last is not None
        return Place("dated", min(first, last), max(first, last), span.start is not None and span.end is not None)
    windows = []
    for source in event.sources:
        article = articles.get(source.article)
        if article is not None:
            start, end = article.published.start, article.published.end
            if start is not None or end is not None:
                windows.append((end or start, start or end))
    if not windows:
        return NOWHERE
    end, start = min(windows, key=lambda window: window[0] or date.max)
    assert start is not None and end is not None
    return Place("undated", start, end, False)


def overlaps(where: Place, start: date | None, end: date | None) -> bool:
    """Whether a dated event may fall into the days from `start` to `end` (inclusive, None is open).

    A span open on one side counts by the day that its text names: "by 31 August" is no hit for a year before.
    """
    if where.kind != "dated":
        return False
    return (end is None or where.first <= end) and (start is None or where.last >= start)


def precision(span: DateSpan) -> int | None:
    """How many days a span covers, None where it is open or claims none."""
    if span.start is None or span.end is None:
        return None
    return (span.end - span.start).days + 1
