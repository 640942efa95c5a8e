"""A pane of a facet's values, with counts that obey all filters but its own."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.message import Message

from talent_tui.index import Facet, Index, View, fold
from talent_tui.model.printable import one_line
from talent_tui.tui import wording
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, row_width, spread
from talent_tui.tui.strings import say
from talent_tui.tui.wrap import fit

ORDERS = ("count", "name")


class FacetPane(LineView):
    """Values of one facet. It filters nothing: it tells what was clicked."""

    class Toggle(Message):
        """Ask for a value, or rule it out."""

        def __init__(self, facet: Facet, value: str, excluded: bool) -> None:
            """`value` of `facet`."""
            super().__init__()
            self.facet = facet
            self.value = value
            self.excluded = excluded

    class Switch(Message):
        """Show another facet in this place."""

        def __init__(self, facet: Facet) -> None:
            """`facet` is the one to show."""
            super().__init__()
            self.facet = facet

    def __init__(self, facet: Facet, neighbours: Sequence[Facet], keys: Mapping[Facet, str], *, name: str) -> None:
        """`neighbours` share the place of this pane, itself included; `keys` are the keys that go to them."""
        super().__init__(name=name)
        self.facet = facet
        self.neighbours = neighbours
        self.keys = keys
        self.order = "count"
        self.alone = True
        self.values: list[str] = []
        self._view: View | None = None
        self._index: Index | None = None
        self._counts: Mapping[str, int] = {}
        self._totals: Mapping[str, int] = {}
        self._names: Mapping[str, str] = {}
        self._sorted: tuple[str, list[str]] | None = None
        self._tabs: list[tuple[int, int, Facet]] = []

    @property
    def value(self) -> str | None:
        """The value under the cursor."""
        return self.values[self.cursor] if self.cursor < len(self.values) else None

    def share(self, neighbours: Sequence[Facet], *, alone: bool) -> None:
        """Share the place with `neighbours`, itself included; where it is `alone` its title names them."""
        if (self.neighbours, self.alone) != (neighbours, alone):
            self.neighbours, self.alone = neighbours, alone
            self.refresh()

    def show(self, view: View) -> None:
        """Show the counts of `view`; the cursor stays on its value. Nothing is reordered under a cursor in use."""
        fresh = view.index is not self._index
        self._view, self._index = view, view.index
        if fresh:
            self._sorted = None
            self._totals = view.index.totals(self.facet)
            self._names = {value: fold(wording.label(view.index, self.facet, value)) for value in self._totals}
        self._counts = view.counts(self.facet)
        if fresh or not self.has_focus:
            self.sort_values()
        self.refresh()

    def sort_values(self) -> None:
        """Put the values in order: those with events under the filters first."""
        if self._index is None:
            return
        kept = self.value
        if self._sorted is None or self._sorted[0] != self.order:
            names, totals = self._names, self._totals
            by_name = sorted(totals, key=lambda v: (names[v], v))
            ordered = by_name if self.order == "name" else sorted(by_name, key=lambda v: -totals[v])
            self._sorted = self.order, ordered
        self.values = self._sorted[1]
        if self.order == "count":
            counts = self._counts
            live = [value for value in self.values if counts.get(value)]
            if len(live) < len(self.values):
                self.values = [*live, *(value for value in self.values if not counts.get(value))]
        self.set_count(len(self.values), self.values.index(kept) if kept is not None and kept in self._totals else 0)

    def reorder(self) -> None:
        """By number of events, or by name."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.sort_values()

    def title(self, width: int) -> Row:
        """The facet's name, how many of its values have events; its siblings behind it if they share the place."""
        if self._view is None:
            return []
        live, count = sum(1 for found in self._counts.values() if found), len(self._totals)
        number = f"{live}/{count} " if live != count else f"{count} "
        row: Row = [Piece(f" {say(f'facet.{self.facet}')} ", "strong")]
        if self.facet in self._view.filters.together:
            row.append(Piece("& ", "accent"))
        self._tabs = []
        if self.alone:
            at = row_width(row)
            for sibling in self.neighbours:
                if sibling != self.facet:
                    name = f"{self.keys[sibling]}:{say(f'facet.{sibling}').lower()} "
                    if at + cell_len(name) + len(number) <= width:
                        self._tabs.append((at, at + cell_len(name), sibling))
                        row.append(Piece(name, "faint"))
                        at += cell_len(name)
        return spread(row, [Piece(number)], width)

    def row(self, line: int, width: int) -> Row:
        """Sign of the filter, name, count under the filters and count of all."""
        assert self._view is not None
        assert self._index is not None
        value = self.values[line]
        count, total = self._counts.get(value, 0), self._totals[value]
        number = f" {count}/{total} " if count != total else f" {total} "
        choice = self._view.filters.choice(self.facet, value)
        sign, style = "  ", "" if count else "faint"
        if choice is not None:
            sign = "- " if choice.excluded else "+ "
            style = "struck" if choice.excluded else "chosen"
            if not choice.enabled:
                sign, style = "o ", "off"
        name = one_line(wording.label(self._index, self.facet, value))
        kept = fit(name, max(width - len(sign) - len(number), 1))
        stripped = kept.rstrip()
        return [
            Piece(sign, "accent"),
            Piece(stripped, style),
            Piece(kept[len(stripped) :]),
            Piece(number, "" if count else "faint"),
        ]

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click filters (with shift it excludes); on the title it goes to a sibling."""
        event.stop()
        if event.line is None:
            for start, end, sibling in self._tabs:
                if start <= event.x < end:
                    self.post_message(self.Switch(sibling))
            return
        value = self.value
        if value is not None and event.line == self.cursor:
            self.post_message(self.Toggle(self.facet, value, event.with_shift))
