"""The timeline: visible events by day under headings of years, undated ones under their publication."""

from bisect import bisect_left, bisect_right
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


def warnings(event: Event) -> Row:
    """What speaks against printing an event after one look: it is a guess, or its sources differ."""
    guessed = [Piece(f"{say('check')} ", "warn")] if event.certainty == "check" else []
    return [*guessed, *([Piece("!= ", "bad")] if event.conflicts else [])]


def status_piece(status: Status) -> Piece:
    """The sign and the word of a status, as wide as those of any other."""
    return Piece(f"{STATUS[status]} {fit(wording.status_text(status), wording.status_cells())} ", STATUS_STYLE[status])


class Group(NamedTuple):
    """Events under one heading: the rank of the first among those that show, its line, how many, whether folded."""

    rank: int
    line: int
    size: int
    heading: str
    folded: bool


class TimelinePane(LineView):
    """Events, one a line."""

    def __init__(self, *, name: str) -> None:
        """An empty timeline."""
        super().__init__(name=name)
        self.folded = False
        self.marked: set[str] = set()
        self._view: View | None = None
        self._lines: list[int] = []
        """Positions of events in the index; below zero a group's heading: -1 is that of the first."""
        self._groups: list[Group] = []
        self._is_full = False
        self._keys: tuple[Index, list[tuple[int, ...]]] | None = None

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        position = self.position
        return None if position is None or self._view is None else self._view.index.events[position]

    @property
    def position(self) -> int | None:
        """Where that event stands in the index."""
        found = self._lines[self.cursor] if self.cursor < len(self._lines) else -1
        return found if found >= 0 else None

    def show(self, view: View, keep: str | None = None) -> None:
        """Show the events of `view`; the cursor stays on its event (or `keep`), else goes to the next that is left."""
        wanted = keep or (self.event.id if self.event is not None else None)
        self._view = view
        target = view.index.position(wanted) if wanted is not None else None
        self._lay_out(view)
        self.set_count(len(self._lines), self._nearest_line(view, target) if target is not None else 0)

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
        if self._line_of(self._view, position) is None:
            self.fold()
        self.put_cursor(self._nearest_line(self._view, position))
        return True

    def _group_of(self, rank: int) -> Group:
        return self._groups[bisect_right(self._groups, rank, key=lambda group: group.rank) - 1]

    def _line_of(self, view: View, position: int) -> int | None:
        """The line of an event that shows, None where it is folded."""
        rank = bisect_left(view.positions, position)
        group = self._group_of(rank)
        return None if group.folded else group.line + rank - group.rank

    def _nearest_line(self, view: View, position: int) -> int:
        """The line of an event, else of the next one that is left, else the last."""
        rank = bisect_left(view.positions, position)
        if rank >= len(view.positions):
            return len(self._lines) - 1
        group = self._group_of(rank)
        return group.line + (0 if group.folded else rank - group.rank)

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
            self._keys = (index, wording.heading_keys(index.places))
        return self._keys[1]

    def _lay_out(self, view: View) -> None:
        lines: list[int] = []
        self._groups = []
        keys, places = self._keys_of(view.index), view.index.places
        rank = 0
        for _, group in groupby(view.positions, key=keys.__getitem__):
            members = list(group)
            dated = places[members[0]].kind == "dated"
            fold = self.folded and not dated
            if not self._is_full or not dated:
                lines.append(-1 - len(self._groups))
            heading = wording.heading(places[members[0]])
            self._groups.append(Group(rank, len(lines), len(members), heading, fold))
            rank += len(members)
            if not fold:
                lines += members
        self._lines = lines

    def can_choose(self, line: int) -> bool:
        """Headings are passed over."""
        return self._lines[line] >= 0

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
        position = self._lines[line]
        if position < 0:
            return self._heading_row(self._groups[-1 - position], width)
        assert self._view is not None
        index = self._view.index
        return self._event_row(index, index.events[position], width)

    def _heading_row(self, entry: Group, width: int) -> Row:
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
        row += [*warnings(event), Piece(one_line(wording.summary(event, index)))]
        if len(event.sources) > 1:
            return spread(row, [Piece(f" x{len(event.sources)} ", "faint")], width)
        return row
