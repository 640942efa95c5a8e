"""The last line: what can be done here, what cannot and why, and what has just been done."""

from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from talent_tui.model.printable import one_line
from talent_tui.tui.actions import Action, Place, available_at
from talent_tui.tui.painting import Piece, Row, clip, paint
from talent_tui.tui.strings import say


class Footer(Widget):
    """Keys for the place where the keyboard is; a message takes their place until the next key."""

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: Action) -> None:
            """`action` as the table has it."""
            super().__init__()
            self.action = action

    def __init__(self, place: Callable[[], Place], why_not: Callable[[Action], str | None]) -> None:
        """`place` tells where the keyboard is, `why_not` the reason why an action is not to be had."""
        super().__init__(id="footer", classes="bar")
        self._place = place
        self._why_not = why_not
        self._message = ""
        self._spans: list[tuple[int, int, Action]] = []

    @property
    def message(self) -> str:
        """What is said now, '' if the keys show."""
        return self._message

    def tell(self, message: str) -> None:
        """Say something instead of the keys."""
        self._message = one_line(message)
        self.refresh()

    def hush(self) -> None:
        """Show the keys again."""
        if self._message:
            self._message = ""
        self.refresh()

    def _keys(self, width: int) -> Row:
        place = self._place()
        row: Row = [Piece(" ")]
        self._spans = []
        at = 1
        actions = sorted((a for a in available_at(place) if a.weight), key=lambda a: -a.weight)
        kept: list[Action] = []
        room = width - 1
        for action in actions:
            size = len(action.shown) + cell_len(say(f"do.{action.id}")) + 3
            if size > room:
                continue
            room -= size
            kept.append(action)
        ends = [action for action in kept if action.id in ("help", "quit")]
        for action in [*(a for a in kept if a not in ends), *ends]:
            dim = self._why_not(action) is not None
            label = say(f"do.{action.id}")
            row += [
                Piece(action.shown, "faint" if dim else "key"),
                Piece(f" {label}", "faint" if dim else ""),
                Piece("  "),
            ]
            size = len(action.shown) + 1 + cell_len(label)
            self._spans.append((at, at + size, action))
            at += size + 2
        return row

    def render_line(self, y: int) -> Strip:
        """The message, or the keys."""
        width = self.size.width
        row = [Piece(f" {self._message}", "accent")] if self._message else self._keys(width)
        return paint(self, clip(row, width), width)

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        if self._message:
            self.hush()
            return
        for start, end, action in self._spans:
            if start <= event.x < end:
                self.post_message(self.Pressed(action))
