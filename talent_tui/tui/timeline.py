"""The timeline: visible events by day under headings of years, undated ones under their publication."""

from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from textual import events

from talent_tui.index import Index, View
from talent_tui.model import Event, Status
from talent_tui.model.printable import one_line
from talent_tui.tui import wording
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, row_width, spread
from talent_tui.tui.signs import SIGNS, STATUS
from talent_tui.tui.strings import counted, say
from talent_tui.tui.wrap import fit

FULL_FROM = 88
"""From this many cells on, rows tell their day in full, and need no heading for the year."""

TYPES_FROM = 64
"""From this many cells on, rows have a column for the type."""

STATUS_STYLE = {"confirmed": "good", "reported": "", "rumoured": "warn", "planned": "accent", "denied": "bad"}


def status_piece(status: Status) -> Piece:
    """The sign and the word of a status, as wide as those of any other."""
    return Piece(f"{STATUS[status]} {fit(wording.status_text(status), wording.status_cells())} ", STATUS_STYLE[status])


class Line(NamedTuple):
    """A heading (`position` None) or an event by its position in the index. `size` is what a heading stands over."""

    position: int | None
    heading: str = ""
    size: int = 0
    folded: bool = False


class TimelinePane(LineView):
    """Events, one a line."""

    def __init__(self, *, name: str) -> None:
        """An empty timeline."""
        super().__init__(name=name)
        self.folded = False
        self.marked: set[str] = set()
        self._view: View | None = None
        self._lines: list[Line] = []
        self._is_full = False
        self._line_of: dict[int, int] = {}
        self._keys: tuple[Index, list[tuple[int, ...]]] | None = None

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        position = self.position
        return None if position is None or self._view is None else self._view.index.events[position]

    @property
    def position(self) -> int | None:
        """Where that event stands in the index."""
        return self._lines[self.cursor].position if self.cursor < len(self._lines) else None

    def show(self, view: View, keep: str | None = None) -> None:
        """Show the events of `view`; the cursor stays on its event (or `keep`), else goes to the next that is left."""
        wanted = keep or (self.event.id if self.event is not None else None)
        self._view = view
        target = view.index.position(wanted) if wanted is not None else None
        self._lines = self._lay_out(view)
        self._line_of = {line.position: i for i, line in enumerate(self._lines) if line.position is not None}
        cursor = 0
        if target is not None:
            cursor = self._line_of.get(target, -1)
            if cursor < 0:
                later = next((i for p, i in self._line_of.items() if p > target), None)
                cursor = later if later is not None else len(self._lines) - 1
        self.set_count(len(self._lines), cursor)

    def on_resize(self, event: events.Resize) -> None:
        """A pane that has become wider or narrower may need headings or not."""
        super().on_resize(event)
        if (self.line_width >= FULL_FROM) != self._is_full and self._view is not None:
            self._is_full = not self._is_full
            self.show(self._view)

    def go_to(self, event_id: str) -> bool:
        """Put the cursor on an event; False where it is hidden."""
        if self._view is None:
            return False
        position = self._view.index.position(event_id)
        if position is None or not self._view.bits >> position & 1:
            return False
        if position not in self._line_of and self.folded:
            self.fold()
        self.put_cursor(self._line_of[position])
        return True

    def fold(self) -> None:
        """Fold the undated events under their headings, or unfold them."""
        self.folded = not self.folded
        if self._view is not None:
            self.show(self._view)

    @property
    def has_undated(self) -> bool:
        """Whether an event without a date is shown or folded."""
        return self._view is not None and bool(self._view.bits & self._view.index.undated)

    def _keys_of(self, index: Index) -> list[tuple[int, ...]]:
        if self._keys is None or self._keys[0] is not index:
            self._keys = (index, [wording.heading_key(where) for where in index.places])
        return self._keys[1]

    def _lay_out(self, view: View) -> list[Line]:
        lines: list[Line] = []
        keys, places = self._keys_of(view.index), view.index.places
        for _, group in groupby(view.positions, key=keys.__getitem__):
            members = list(group)
            fold = self.folded and places[members[0]].kind != "dated"
            if not self._is_full or places[members[0]].kind != "dated":
                lines.append(Line(None, wording.heading(places[members[0]]), len(members), fold))
            if not fold:
                lines.extend([Line(position) for position in members])
        return lines

    def can_choose(self, line: int) -> bool:
        """Headings are passed over."""
        return self._lines[line].position is not None

    def title(self, width: int) -> Row:
        """The name of the pane and how many events it shows."""
        if self._view is None:
            return []
        view = self._view
        count = counted("event", view.total) if not view.hidden else say(
            "events.some", shown=view.shown, events=counted("event", view.total)
        )  # fmt: skip
        right: Row = [Piece(f"{say('marked', count=len(self.marked))}  ", "accent")] if self.marked else []
        if view.index.wrong:
            right.append(Piece(f"{say('events.wrong', count=view.index.wrong)}  ", "faint"))
        return spread([Piece(f" {say('pane.timeline')}", "strong")], [*right, Piece(f"{count} ")], width)

    def row(self, line: int, width: int) -> Row:
        """A heading, or day, status, type and summary of an event."""
        entry = self._lines[line]
        if entry.position is None:
            return self._heading_row(entry, width)
        assert self._view is not None
        index = self._view.index
        return self._event_row(index, index.events[entry.position], width)

    def _heading_row(self, entry: Line, width: int) -> Row:
        left: Row = [Piece(f" {entry.heading} ", "heading")]
        right: Row = [Piece(f" {say('events.folded', count=entry.size)} ", "faint")] if entry.folded else []
        rule = width - row_width(left) - row_width(right) - 1
        return [*left, Piece(SIGNS.rule * max(rule, 0), "faint"), *right]

    def _event_row(self, index: Index, event: Event, width: int) -> Row:
        form: wording.Form = "full" if self._is_full else "short"
        day = one_line(wording.day_text(event.date, form))
        row: Row = [
            Piece("*" if event.id in self.marked else " ", "accent"),
            Piece(fit(day, max(wording.day_cells(form), cell_len(day))), "date" if event.date.is_dated else "faint"),
            Piece(" "),
            status_piece(event.status),
        ]
        if width >= TYPES_FROM:
            row.append(Piece(f"{fit(wording.type_text(event.type), wording.type_cells())} ", "faint"))
        if event.certainty == "check":
            row.append(Piece(f"{say('check')} ", "warn"))
        if event.conflicts:
            row.append(Piece("!= ", "bad"))
        row.append(Piece(one_line(wording.summary(event, index))))
        if len(event.sources) > 1:
            return spread(row, [Piece(f" x{len(event.sources)} ", "faint")], width)
        return row
