"""Keys that come faster than what they mean is done: each goes to where the one before it leads."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.widgets import Input

from talent_tui.tui.browser import BrowserScreen
from talent_tui.tui.prompt import Field

if TYPE_CHECKING:
    _App = App[None]
else:
    _App = object


class TypeAhead(_App):
    """The app's part in the order of keys."""

    _entered: Field | None = None
    """The field in which enter was pressed, until what was entered has been dealt with."""
    _ahead: tuple[events.Event, ...] = ()
    """What was typed in the meantime."""

    async def on_event(self, event: events.Event) -> None:
        """Hold back what is typed while what was entered is being dealt with; do what a key means at once elsewhere.

        The framework would first send a key up from the focused widget through all that it lies in, while the next
        one is already on its way to a widget that the first may be about to leave.
        """
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._entered is not None:
            if self._entered.is_attached:
                self._ahead += (event,)
                return
            await self.type_on()  # its screen was closed before it came to that
        if isinstance(event, events.Key):
            field = self.focused
            if isinstance(field, Field) and event.key == "enter":
                self._entered = field
            elif self._is_browsing and (
                await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)
            ):
                return
        await super().on_event(event)

    @property
    def _is_browsing(self) -> bool:
        """Whether keys mean something to the browser, which takes them, and not to a line to type into."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return isinstance(screen, BrowserScreen) and screen.is_shown and not isinstance(self.focused, Input)

    async def type_on(self) -> None:
        """What was entered has been dealt with: what was typed behind it goes to where the keyboard is now."""
        self._entered = None
        ahead, self._ahead = self._ahead, ()
        for event in ahead:
            await self.on_event(event)
