"""What the full screens share: one list of lines, the footer, and keys from the table of actions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.screen import Screen

from talent_tui.index import Index
from talent_tui.tui import actions
from talent_tui.tui.actions import Action, Place
from talent_tui.tui.footer import Footer
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Row
from talent_tui.tui.strings import say

if TYPE_CHECKING:
    from talent_tui.index import Index
    from talent_tui.model import Event, Evidence
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.citation import Form


class FixedLines(LineView):
    """Lines that are laid out beforehand. A line's target is what `enter` goes to; None is passed over."""

    def __init__(self, *, name: str, scroll_only: bool = False) -> None:
        """With `scroll_only` the cursor stands on every line."""
        super().__init__(name=name)
        self.scroll_only = scroll_only
        self.head: Row = []
        self.rows: Sequence[tuple[Row, object | None]] = ()

    def fill(self, head: Row, rows: Sequence[tuple[Row, object | None]], cursor: int | None = None) -> None:
        """Show these lines."""
        self.head, self.rows = head, rows
        self.set_count(len(rows), cursor)

    @property
    def target(self) -> object | None:
        """What the cursor stands on."""
        return self.rows[self.cursor][1] if self.cursor < len(self.rows) else None

    def title(self, width: int) -> Row:
        """As given."""
        return self.head

    def row(self, line: int, width: int) -> Row:
        """As given."""
        return self.rows[line][0]

    def can_choose(self, line: int) -> bool:
        """Lines with a target."""
        return self.scroll_only or self.rows[line][1] is not None


class KeyedScreen(Screen[None]):
    """A screen on which the table of actions says what a key does, in `do_…` methods named by the action."""

    def place(self) -> Place:
        """Where the keyboard is."""
        raise NotImplementedError

    @property
    def footer(self) -> Footer:
        """The last line."""
        return self.query_one(Footer)

    @property
    def talent(self) -> "TalentApp":
        """The app."""
        return cast("TalentApp", self.app)

    def why_not(self, action: Action) -> str | None:
        """Why an action is not to be had, None if it is."""
        return None

    def follow(self, index: Index) -> None:
        """Show another state of the timeline, where the screen shows one that changes."""

    def action_press(self, key: str) -> None:
        """Do what the key means here, or say why that is not to be had."""
        action = actions.for_key(key, self.place())
        if action is not None:
            self.do(action)

    def do(self, action: Action) -> bool:
        """Do an action, or say why it is not to be had; whether it was done."""
        self.footer.hush()
        reason = self.why_not(action)
        if reason is not None:
            self.footer.tell(f"{say(f'do.{action.id}')}: {reason}")
            return False
        getattr(self, f"do_{action.id}")()
        return True

    def to_copy(self) -> "tuple[Sequence[tuple[Event, Evidence]], Index] | None":
        """The events that the copying keys take here, each with one of its sources, and the index that names them."""
        return None

    def do_copy(self) -> None:
        """The events as citations."""
        self._copy("event")

    def do_copy_markdown(self) -> None:
        """As Markdown."""
        self._copy("markdown")

    def do_copy_fact(self) -> None:
        """The bare facts."""
        self._copy("fact")

    def _copy(self, form: "Form") -> None:
        """Put what is to be copied into the clipboard and say how that was done."""
        from talent_tui.tui import clipboard
        from talent_tui.tui.citation import copies, what

        chosen = self.to_copy()
        if chosen is None or not chosen[0]:
            return
        events, index = chosen
        how = clipboard.copy(copies(events, index, form), self.talent.send)
        told = say("said.copied", what=what(form, len(events)), how=how) if how else say("said.not.copied")
        self.footer.tell(told)

    def on_footer_pressed(self, event: Footer.Pressed) -> None:
        """A click on a key does what the key does."""
        self.do(event.action)

    def do_help(self) -> None:
        """The keys."""
        self.talent.open_help(self.place())

    def do_theme(self) -> None:
        """The next theme."""
        self.talent.next_theme()

    def do_quit(self) -> None:
        """Leave."""
        self.talent.leave()


class LineScreen(KeyedScreen):
    """A screen of one list."""

    PLACE: Place
    AUTO_FOCUS = "#lines"
    SCROLL_ONLY = False

    def compose(self) -> ComposeResult:
        """The list and the footer."""
        yield FixedLines(name="lines", scroll_only=self.SCROLL_ONLY)
        yield Footer(lambda: self.PLACE, self.why_not)

    @property
    def lines(self) -> FixedLines:
        """The list."""
        return self.query_one(FixedLines)

    def on_resize(self) -> None:
        """Lay out when the width is known, and again for another width."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        self.lay_out()
        self.footer.refresh()

    def lay_out(self) -> None:
        """Fill the list for the width that it has."""
        raise NotImplementedError

    def place(self) -> Place:
        """Everywhere on the screen the same."""
        return self.PLACE

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        """Messages go when the cursor moves, and other things may be had."""
        self.footer.hush()

    def do_go_back(self) -> None:
        """To where one came from."""
        self.app.pop_screen()
