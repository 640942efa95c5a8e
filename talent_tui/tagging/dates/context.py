"""What the text has named so far: the dates that later words count from, and the years and months they borrow."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from talent_tui.tagging.dates.calendar import Precision


class Named(NamedTuple):
    """A date named before: its first and last day, how finely it is told, its words and where they end."""

    start: date
    last: date
    precision: Precision
    words: str
    end: int
    line: int


class NamedYear(NamedTuple):
    """A year that the line has named, with what tells whether later dates of the line belong to it."""

    year: int
    month: int | None
    """The month named with it, None for the year alone."""
    topic: bool
    """It opens its sentence (2018年，……), so that what follows is told of that year."""
    end: int
    """Where its words end in the text."""


@dataclass(slots=True)
class Context:
    """The state of the second pass over one text, for one day of publication (None: unknown).

    Years and months named before hold for their line only: a paragraph later a bare month belongs to publication.
    """

    ref: date | None
    day: Named | None = None
    month: Named | None = None
    year: Named | None = None
    ahead: Named | None = None
    """The latest date that lies after publication: a plan, from which past events are not counted."""
    line_year: NamedYear | None = None
    line_month: tuple[int, int] | None = None
    line_day: int | None = None
    lost: bool = False
    """A date was named whose days are unknown."""
    known: dict[tuple[int, int], int] = field(default_factory=dict)
    """Years of the month and day that were written out in full."""
    days_known: dict[int, set[int]] = field(default_factory=dict)
    """Months that each day of the month was written with."""

    def new_line(self) -> None:
        """Forget what holds for a line only."""
        self.line_year = self.line_month = self.line_day = None

    def forget(self) -> None:
        """A date was named whose days are unknown: nothing can be counted from the ones before it any more."""
        self.day = self.month = self.year = self.ahead = None
        self.lost = True

    def name(self, named: Named) -> None:
        """Remember a date; whatever counts in coarser units may start from it too."""
        if self.ref is not None and named.start > self.ref:
            self.ahead = named
            return
        self.year = named
        if named.precision != "year":
            self.month = named
        if named.precision == "day":
            self.day = named

    def anchor(self, unit: str) -> Named | None:
        """The latest date up to publication that is told finely enough to count in `unit` from."""
        return self.year if unit == "year" else self.month if unit == "month" else self.day

    def anchor_ahead(self, unit: str, since: int) -> Named | None:
        """The latest planned date, if it stands at or behind offset `since` and is told finely enough."""
        if self.ahead is None or self.ahead.end < since:
            return None
        precision = self.ahead.precision
        fine = unit == "year" or precision == "day" or (unit == "month" and precision == "month")
        return self.ahead if fine else None
