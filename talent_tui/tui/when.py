"""The chart of events over time: bars for what is known to the period, hatching for what may have been in it."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from talent_tui.index import Bin, Unit, View, bins_of
from talent_tui.tui.painting import Piece, Row, look, paint, row_width, spread
from talent_tui.tui.signs import SIGNS
from talent_tui.tui.strings import say
from talent_tui.tui.wording import day_name, month_name, range_text

UNITS: tuple[Unit, ...] = ("year", "month", "day")
EIGHTHS = 8


class WhenPane(Widget, can_focus=True):
    """Bars by year, month or day. It filters nothing: it tells which days were chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,right,l", "step(1)", show=False),
        Binding("k,left,h", "step(-1)", show=False),
        Binding("home", "step(-1000000)", show=False),
        Binding("end,G", "step(1000000)", show=False),
    ]

    class Chosen(Message):
        """Keep to the days from `start` to `end`."""

        def __init__(self, start: date, end: date) -> None:
            """First and last day, both included."""
            super().__init__()
            self.start = start
            self.end = end

    def __init__(self, *, name: str) -> None:
        """An empty chart."""
        super().__init__(id=name)
        self.unit: Unit | None = None
        self.cursor = 0
        self.begun: int | None = None
        self._view: View | None = None
        self._bins: Sequence[Bin] = ()
        self._first = 0
        self._zoomed = False
        self._day: date | None = None

    @property
    def bins(self) -> Sequence[Bin]:
        """All periods, empty ones too."""
        return self._bins

    def show(self, view: View) -> None:
        """Show the events of `view` over time, all filters but the range of days."""
        fresh = self._view is None or view.index is not self._view.index
        self._view = view
        if fresh and not self._zoomed:
            self.unit = None
        self._count()

    @property
    def zoomed_to(self) -> tuple[Unit, date] | None:
        """The unit that a person has zoomed to, and the first day of the period under the cursor."""
        if not self._zoomed or self.unit is None or not self._bins:
            return None
        return self.unit, self._bins[self.cursor].start

    def zoom_to(self, unit: Unit, day: date | None) -> None:
        """Show that unit from the next time on, with the cursor on the period of `day`."""
        self.unit, self._day, self._zoomed = unit, day, True

    def _count(self) -> None:
        view = self._view
        days = view.index.days if view is not None else None
        if view is None or days is None:
            self._bins = ()
        else:
            if self.unit is None:
                self.unit = self._fitting(*days)
            kept = self._bins[self.cursor].start if self.cursor < len(self._bins) else self._day
            self._day = None
            self._bins = view.histogram(self.unit, *days)
            if kept is not None:
                self.cursor = next((i for i, one in enumerate(self._bins) if one.end >= kept), len(self._bins) - 1)
            else:
                self.cursor = max(range(len(self._bins)), key=lambda i: (self._bins[i].certain, i), default=0)
        self.refresh()

    def _fitting(self, first: date, last: date) -> Unit:
        """The finest unit whose periods all fit, months where even years do not."""
        room = max((self.size.width or self.app.size.width) - 2, 20)
        if (last - first).days < room:
            return "day"
        return "month" if len(bins_of(first, last, "month")) <= room else "year"

    def zoom(self, step: int) -> bool:
        """To finer units (1) or coarser ones (-1); False at the end."""
        if self.unit is None:
            return False
        at = UNITS.index(self.unit) + step
        if not 0 <= at < len(UNITS):
            return False
        self.begun = None
        middle = self._bins[self.cursor]
        self.unit = UNITS[at]
        self._zoomed = True
        self._count()
        inside = [i for i, one in enumerate(self._bins) if one.end >= middle.start and one.start <= middle.end]
        if inside:
            self.cursor = max(inside, key=lambda i: self._bins[i].certain + self._bins[i].spread)
        self.refresh()
        return True

    @property
    def chosen(self) -> tuple[date, date] | None:
        """The days from where the range was begun to the cursor, or of the period under it."""
        if not self._bins:
            return None
        low, high = sorted((self.cursor, self.cursor if self.begun is None else self.begun))
        return self._bins[low].start, self._bins[high].end

    def action_step(self, step: int) -> None:
        """Move the cursor over the periods."""
        if self._bins:
            self.cursor = max(0, min(self.cursor + step, len(self._bins) - 1))
            self.refresh()

    # Drawing

    def _bar_width(self) -> int:
        room = self.size.width - 2
        return max(1, min(8, room // max(len(self._bins), 1)))

    def _window(self) -> tuple[int, int]:
        """First period that is drawn, and how many: around the cursor."""
        fit = max((self.size.width - 2) // self._bar_width(), 1)
        last_first = max(len(self._bins) - fit, 0)
        if self.cursor < self._first:
            self._first = self.cursor
        elif self.cursor >= self._first + fit:
            self._first = self.cursor - fit + 1
        self._first = min(self._first, last_first)
        return self._first, min(fit, len(self._bins) - self._first)

    def render_line(self, y: int) -> Strip:
        """The title, the bars from top to bottom, the axis."""
        width, height = self.size
        if y == 0:
            return paint(self, self._title(width), width, look(self, "title-focus" if self.has_focus else "title"))
        if not self._bins:
            return paint(self, [Piece(f" {say('when.none')}" if y == 1 else "", "faint")], width)
        if y == height - 1:
            return paint(self, self._axis(width), width)
        return paint(self, self._bars(height - 1 - y, height - 2), width)

    def _title(self, width: int) -> Row:
        row: Row = [Piece(f" {say('pane.when')} ", "strong")]
        if not self._bins or self.unit is None or self._view is None:
            return row
        row.append(Piece(say(f"when.unit.{self.unit}") + "  "))
        if self.has_focus:
            days = self.chosen
            assert days is not None
            one = self._bins[self.cursor]
            row.append(Piece(f"{range_text(*days)}: {one.certain}", "accent"))
            if one.spread >= 0.05:
                row.append(Piece(f" +{one.spread:.1f} {SIGNS.hatch}", "accent"))
        elsewhere = self._view.index.unbounded
        right: Row = [Piece(say("when.undated", count=elsewhere) + " ", "faint")] if elsewhere else []
        return spread(row, right if row_width(row) + row_width(right) < width else [], width)

    def _bars(self, level: int, levels: int) -> Row:
        """Level 1 is the lowest line of bars."""
        first, count = self._window()
        width = self._bar_width()
        peak = max((one.certain + one.spread for one in self._bins), default=0) or 1
        scale = levels * EIGHTHS / peak
        low, high = sorted((self.cursor, self.cursor if self.begun is None else self.begun))
        days = self._view.filters.days if self._view is not None else None
        row: Row = [Piece(" ")]
        for i in range(first, first + count):
            one = self._bins[i]
            solid = one.certain * scale
            if one.certain:
                solid = max(solid, 1)
            total = max(solid + one.spread * scale, 1 if one.spread >= 0.05 else 0)
            floor = (level - 1) * EIGHTHS
            gap = 1 if width > 2 else 0
            inside = days is None or not days.enabled or (
                (days.end is None or one.start <= days.end) and (days.start is None or one.end >= days.start)
            )  # fmt: skip
            style = "bar" if inside else "faint"
            if self.has_focus and low <= i <= high:
                style = "range"
            if solid >= floor + 1:
                glyph = SIGNS.bar[min(int(solid - floor), EIGHTHS) - 1]
            elif total > floor and one.spread >= 0.05 and solid < floor + EIGHTHS:
                glyph = SIGNS.hatch if total - floor >= EIGHTHS / 2 or solid > floor else SIGNS.trace
                style = "range" if style == "range" else "hatch"
            else:
                glyph, style = " ", ""
            row += [Piece(glyph * (width - gap), style), Piece(" " * gap)]
        return row

    def _axis(self, width: int) -> Row:
        first, count = self._window()
        bar = self._bar_width()
        cells = [" "] * (width + 1)
        free = 0
        for i in range(first, first + count):
            label = self._label(self._bins[i].start, i == first)
            at = 1 + (i - first) * bar
            size = cell_len(label)
            if label and at >= free and at + size <= width:
                cells[at : at + size] = _in_cells(label)
                free = at + size + 1
        cells = cells[:width]
        row: Row = [Piece("".join(cells), "faint")]
        if self.has_focus and first <= self.cursor < first + count:
            at = 1 + (self.cursor - first) * bar
            parts = (cells[:at], cells[at : at + bar], cells[at + bar :])
            row = [Piece("".join(p), style) for p, style in zip(parts, ("faint", "range", "faint"), strict=True)]
        return row

    def _label(self, start: date, first: bool) -> str:
        if self.unit == "year":
            return f"{start.year:04}"
        if self.unit == "month":
            if start.month == 1:
                return f"{start.year:04}"
            if first:
                return month_name(start, with_year=True)
            return month_name(start, with_year=False) if self._bar_width() >= 4 or start.month == 7 else ""
        if start.day == 1 or first:
            return day_name(start)
        return str(start.day) if start.day % 5 == 0 and self._bar_width() >= 3 else ""

    # Mouse and focus

    def on_click(self, event: events.Click) -> None:
        """A click keeps to that period; with shift, to the range from the cursor."""
        if not self._bins or event.y == 0:
            return
        first, count = self._window()
        at = first + max(event.x - 1, 0) // self._bar_width()
        if at < first + count:
            self.begun = self.cursor if event.shift else None
            self.cursor = at
            days = self.chosen
            self.begun = None
            self.refresh()
            if days is not None:
                self.post_message(self.Chosen(*days))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel zooms in."""
        event.stop()
        self.zoom(1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel zooms out."""
        event.stop()
        self.zoom(-1)

    def on_resize(self) -> None:
        """A chart that nobody has zoomed takes the unit that fits."""
        days = self._view.index.days if self._view is not None else None
        if not self._zoomed and days is not None and self._fitting(*days) != self.unit:
            self.unit = None
            self._count()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.begun = None
        self.refresh()


def _in_cells(text: str) -> list[str]:
    """The characters of a text, each wide one with an empty cell behind it."""
    return [part for character in text for part in (character, *[""] * (cell_len(character) - 1))]
