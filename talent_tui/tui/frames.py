"""Work for the screen in pieces, one a frame, so that no key ever waits for more than one of them."""

from collections.abc import Iterator

from textual.screen import Screen

FRAME = 1 / 60
"""Seconds from one piece to the next: the framework paints the screen as often."""


class Frames:
    """What a screen has still to show. Between two pieces it is painted, and keys are taken."""

    def __init__(self, screen: "Screen[None]") -> None:
        """Nothing is due on `screen`."""
        self._screen = screen
        self._due: Iterator[None] | None = None
        self._is_waiting = False

    def put(self, work: Iterator[None]) -> None:
        """Do `work` from the next frame on, one step of it a frame, in the place of all that is still due."""
        self._due = work
        self._wait()

    def catch_up(self) -> None:
        """Do all that is due now: who goes on from here wants every pane as it should be."""
        while self._due is not None:
            self._step()

    def _step(self) -> None:
        work = self._due
        if work is not None and next(work, self) is self and self._due is work:
            self._due = None

    def _wait(self) -> None:
        if self._due is not None and not self._is_waiting:
            self._is_waiting = True
            self._screen.set_timer(FRAME, self._go_on)

    def _go_on(self) -> None:
        self._is_waiting = False
        self._step()
        self._wait()
