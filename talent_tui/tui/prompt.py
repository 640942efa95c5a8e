"""One line to type into, above the panes: a search, days, a path."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from talent_tui.model.printable import one_line
from talent_tui.tui.strings import say

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp


class Field(Input):
    """What is typed into. Enter is the end of it: the app holds what is typed behind it until that is dealt with.

    The framework does what enter means only after the key has gone through all the widgets around the field, while
    letters are put in right away, so that `meta`, enter, `j` typed fast would search for metaj.
    """

    def __init__(self) -> None:
        """Empty."""
        super().__init__(id="prompt-input", compact=True, select_on_focus=False)


class Prompt(Horizontal):
    """Hidden until it is opened for something; what is typed is told at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]

    class Typed(Message):
        """The text changed."""

        def __init__(self, purpose: str, text: str) -> None:
            """`purpose` is what the prompt was opened for."""
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Entered(Typed):
        """Enter was pressed."""

    class GivenUp(Typed):
        """Escape was pressed."""

    class Completed(Typed):
        """Tab was pressed."""

    class Stepped(Message):
        """Up or down was pressed, while the text stays."""

        def __init__(self, step: int) -> None:
            """1 is down."""
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        """Closed."""
        super().__init__(id="prompt")
        self.purpose = ""
        self.display = False

    def compose(self) -> ComposeResult:
        """Label, input, and what is made of it."""
        yield Static(id="prompt-label", markup=False)
        yield Field()
        yield Static(id="prompt-echo", markup=False)

    @property
    def field(self) -> Field:
        """Where text is typed."""
        return self.query_one(Field)

    def open(self, purpose: str, text: str) -> None:
        """Open for `purpose` (`search`, `days`, `published`, `add`, `correct`), with a text to begin with."""
        self.purpose = purpose
        self.display = True
        self.query_one("#prompt-label", Static).update(Content(f" {say(f'{purpose}.label')} "))
        self.echo("")
        with self.field.prevent(Input.Changed):
            self.field.value = text
        self.field.placeholder = say(f"{purpose}.hint")
        self.field.cursor_position = len(text)
        if purpose == "search":
            # The search of before stays to be changed with the arrow keys, and gives way to what is typed.
            self.field.select_all()
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Hide."""
        self.purpose = ""
        self.display = False

    def echo(self, text: str) -> None:
        """Say what is made of the text."""
        self.query_one("#prompt-echo", Static).update(Content(f" {one_line(text)} " if text else ""))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell at once."""
        event.stop()
        if self.purpose:
            self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.screen.post_message(self.Entered(self.purpose, event.value))
        self.screen.call_later(self.app.call_later, cast("TalentApp", self.app).type_on)

    def action_give_up(self) -> None:
        """Escape."""
        self.post_message(self.GivenUp(self.purpose, self.field.value))

    def action_complete(self) -> None:
        """Tab."""
        self.post_message(self.Completed(self.purpose, self.field.value))

    def put(self, text: str) -> None:
        """Put a completed text in the place of what was typed."""
        self.field.value = text
        self.field.cursor_position = len(text)

    def action_step(self, step: int) -> None:
        """Up and down move through what is found."""
        self.post_message(self.Stepped(step))
