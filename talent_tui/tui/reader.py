"""The reader: an article's text, its events marked in the margin."""

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from talent_tui.index import Index
from talent_tui.model import Article, Event, Evidence
from talent_tui.model.printable import one_line, printable
from talent_tui.tui import actions
from talent_tui.tui.actions import Action
from talent_tui.tui.context import forms, highlights, pieces
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, spread
from talent_tui.tui.screens import LineScreen
from talent_tui.tui.signs import SIGNS
from talent_tui.tui.strings import say
from talent_tui.tui.wording import publication_text, summary, type_text
from talent_tui.tui.wrap import wrap

if TYPE_CHECKING:
    pass

WIDEST = 100
"""Cells that a line of text takes at most: longer ones are tiring to read."""

MARGIN = 3


class ReaderScreen(LineScreen):
    """One article."""

    PLACE = "reader"
    SCROLL_ONLY = True
    BINDINGS = actions.bindings("reader")

    def __init__(self, article: Article, index: Index, event_id: str | None = None, at: int | None = None) -> None:
        """Open `article` at the event, or at a character of its text."""
        super().__init__()
        self.article = article
        self.index = index
        self.told: list[tuple[Evidence, Event]] = sorted(
            ((s, e) for e in index.events_of("article", article.id) for s in e.sources if s.article == article.id),
            key=lambda pair: (pair[0].start, pair[0].end, pair[1].id),
        )
        self.number = next((i for i, (_, e) in enumerate(self.told) if e.id == event_id), -1)
        if self.number < 0 and at is not None:
            self.number = next((i for i, (s, _) in enumerate(self.told) if s.start >= at), -1)
        self._starts: list[int] = []

    @property
    def current(self) -> tuple[Evidence, Event] | None:
        """The event that the reader stands at, with where this article tells it."""
        return self.told[self.number] if 0 <= self.number < len(self.told) else None

    def lay_out(self) -> None:
        """Break the text into lines and mark the events."""
        width = min(self.lines.line_width - MARGIN - 1, WIDEST)
        shown = printable(self.article.text)
        spans = wrap(shown, width)
        self._starts = [start for start, _ in spans]
        current = self.current
        words = forms(current[1], self.index) if current is not None else {}
        begin, end = (current[0].start, current[0].end) if current is not None else (0, 0)
        marks = [
            mark._replace(start=mark.start + begin, end=mark.end + begin)
            for mark in highlights(shown[begin:end], words)
        ]
        rows: list[tuple[Row, object | None]] = []
        told = iter(self.told)
        nearest = next(told, None)
        reach = 0
        for start, stop in spans:
            while nearest is not None and nearest[0].start < max(stop, start + 1):
                reach = max(reach, nearest[0].end)
                nearest = next(told, None)
            here = current is not None and begin < stop and start < end
            sign = (SIGNS.margin if here else SIGNS.columns) if start < reach else " "
            row: Row = [Piece(f" {sign} ", "accent" if here else "faint")]
            for left, right in _cut(start, stop, begin, end):
                inside = here and begin <= left < end
                parts = pieces(left, right, marks) if inside else [(left, right, "")]
                row += [Piece(shown[i:j], kind or ("strong" if inside else "")) for i, j, kind in parts]
            rows.append((row, start))
        line = max(bisect_right(self._starts, begin) - 1, 0) if current is not None else None
        self.lines.fill(self._head(), rows, line)
        if line is not None:
            self.lines.scroll_to(y=max(line - self.lines.visible_lines // 3, 0), animate=False)

    def _head(self) -> Row:
        article = self.article
        left: Row = [Piece(f" {one_line(article.title or article.file)} ", "strong")]
        if article.outlet:
            left.append(Piece(f" {one_line(article.outlet)} "))
        left.append(Piece(f" {publication_text(article.published)}"))
        if not self.told:
            right = say("reader.none")
        else:
            right = say("reader.events", number=self.number + 1 if self.number >= 0 else "-", count=len(self.told))
        return spread(left, [Piece(f" {right} ")], self.lines.line_width)

    def why_not(self, action: Action) -> str | None:
        """Events are needed for what is about events."""
        if action.id in ("next_event", "previous_event") and not self.told:
            return say("not.events")
        if action.id in ("show_event", "copy", "copy_markdown", "copy_fact") and self.current is None:
            return say("not.event")
        return None

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click on a marked line goes to its event."""
        if event.line is None or event.line >= len(self._starts):
            return
        start = self._starts[event.line]
        stop = self._starts[event.line + 1] if event.line + 1 < len(self._starts) else len(self.article.text)
        for number, (source, _) in enumerate(self.told):
            if source.start < stop and start < source.end:
                self.number = number
                self.lay_out()
                return

    def _go(self, step: int) -> None:
        if self.number < 0:
            here = self._starts[self.lines.cursor] if self._starts else 0
            after = [i for i, (s, _) in enumerate(self.told) if s.start >= here]
            self.number = (after[0] if after else 0) if step > 0 else (after[0] - 1 if after else len(self.told) - 1)
        else:
            self.number += step
        self.number %= len(self.told)
        self.lay_out()
        _, event = self.told[self.number]
        self.footer.tell(f"{type_text(event.type)}: {summary(event, self.index)}")

    def do_next_event(self) -> None:
        """The next event of the article."""
        self._go(1)

    def do_previous_event(self) -> None:
        """The one before."""
        self._go(-1)

    def do_show_event(self) -> None:
        """The event in the timeline."""
        if self.current is not None:
            self.talent.show_event(self.current[1].id)

    def do_edit(self) -> None:
        """The article in an editor."""
        cursor = self.lines.cursor
        self.talent.edit(self.article.id, self._starts[cursor] if cursor < len(self._starts) else 0)

    def to_copy(self) -> tuple[list[tuple[Event, Evidence]], Index]:
        """The event that the reader stands at, as this article tells it."""
        return ([(self.current[1], self.current[0])] if self.current is not None else []), self.index


def _cut(start: int, stop: int, begin: int, end: int) -> list[tuple[int, int]]:
    """The run from `start` to `stop` cut where the one from `begin` to `end` begins and ends."""
    cuts = sorted({start, stop, min(max(begin, start), stop), min(max(end, start), stop)})
    return [(a, b) for a, b in pairwise(cuts) if a < b] or [(start, stop)]
