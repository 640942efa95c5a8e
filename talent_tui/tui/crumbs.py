"""The row of filters: what is filtered by, how much that hides, each filter to be switched, pinned or removed."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from talent_tui.index import Choice, Condition, View
from talent_tui.model.printable import one_line
from talent_tui.tui.painting import Piece, Row, clip, paint, row_width
from talent_tui.tui.strings import counted, say
from talent_tui.tui.wording import condition_text
from talent_tui.tui.wrap import fit

LONGEST = 24
"""Cells that one filter may take."""


class CrumbBar(Widget, can_focus=True):
    """One line at the top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
    ]

    class Switch(Message):
        """Switch a filter off or on."""

        def __init__(self, condition: Condition) -> None:
            """`condition` as it is now."""
            super().__init__()
            self.condition = condition

    class Asked(Message):
        """The name of the app was clicked: what can be done?"""

    def __init__(self, *, name: str) -> None:
        """No filters."""
        super().__init__(id=name, classes="bar")
        self.cursor = 0
        self._view: View | None = None
        self._spans: list[tuple[int, int, int]] = []

    @property
    def condition(self) -> Condition | None:
        """The filter under the cursor."""
        conditions = self._view.filters.conditions if self._view is not None else ()
        return conditions[self.cursor] if self.cursor < len(conditions) else None

    def show(self, view: View) -> None:
        """Show the filters of `view`."""
        self._view = view
        self.cursor = max(0, min(self.cursor, len(view.filters.conditions) - 1))
        self.refresh()

    def action_step(self, step: int) -> None:
        """To the next filter or the one before."""
        if self._view is not None and self._view.filters.conditions:
            self.cursor = max(0, min(self.cursor + step, len(self._view.filters.conditions) - 1))
            self.refresh()

    def _crumb(self, number: int, condition: Condition) -> Row:
        assert self._view is not None
        label = one_line(condition_text(condition, self._view.index))
        label = fit(label, LONGEST).rstrip()
        style = "off" if not condition.enabled else "chosen"
        if isinstance(condition, Choice) and condition.excluded and condition.enabled:
            style = "struck"
        if self.has_focus and number == self.cursor:
            style = "cursor"
        sign = "o " if not condition.enabled else ("! " if condition.pinned else "")
        row: Row = [Piece(f" {sign}", style if style == "cursor" else "accent"), Piece(f"{label} ", style)]
        if self.has_focus and number == self.cursor:
            more = self._view.without(condition)
            if more:
                row.append(Piece(say("filter.hides", count=more) + " ", "faint"))
        return row

    def render_line(self, y: int) -> Strip:
        """The name of the app, the counts, the filters."""
        width = self.size.width
        row: Row = [Piece(f" {say('app')} ", "title-focus" if self.has_focus else "strong"), Piece(" ")]
        view = self._view
        self._spans = []
        if view is not None:
            if not view.filters.conditions:
                row.append(Piece(counted("event", view.total), "faint"))
            else:
                row.append(Piece(say("events.some", shown=view.shown, events=counted("event", view.total)) + " "))
                if view.hidden:
                    row.append(Piece(say("events.hidden", count=view.hidden), "faint"))
                row += self._all_crumbs(width - row_width(row))
        return paint(self, clip(row, width), width)

    def _all_crumbs(self, width: int) -> Row:
        """The filters that fit, those around the cursor first, and how many do not."""
        assert self._view is not None
        made = [self._crumb(i, condition) for i, condition in enumerate(self._view.filters.conditions)]
        together = [say("filter.together", facet=say(f"facet.{f}").lower()) for f in self._view.filters.together]
        first = 0
        while (
            first < min(self.cursor, len(made) - 1) and sum(map(row_width, made[first : self.cursor + 1])) > width - 6
        ):
            first += 1
        row: Row = [Piece(f" +{first}", "faint")] if first else []
        start = self.size.width - width
        for number in range(first, len(made)):
            left = len(made) - number - 1
            at = row_width(row)
            if at + row_width(made[number]) > width - (4 if left else 0) and number > self.cursor:
                row.append(Piece(f" +{left + 1}", "faint"))
                return row
            self._spans.append((start + at, start + at + row_width(made[number]), number))
            row += made[number]
        row += [Piece(f" & {text}", "accent") for text in together]
        return row

    def on_click(self, event: events.Click) -> None:
        """A click on a filter switches it, one on the name of the app asks what can be done."""
        if event.x < cell_len(say("app")) + 2:
            self.post_message(self.Asked())
        for start, end, number in self._spans:
            if start <= event.x < end and self._view is not None:
                self.cursor = number
                self.post_message(self.Switch(self._view.filters.conditions[number]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
