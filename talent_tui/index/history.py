"""Undo and redo: a plain stack of states."""

from talent_tui.index.filters import Filters

LIMIT = 500
"""How many steps back are kept."""


class History:
    """Where the filters were, are, and were before an undo."""

    def __init__(self, now: Filters | None = None) -> None:
        """Start at `now`, with nothing to undo."""
        self.now = now or Filters()
        self._before: list[Filters] = []
        self._after: list[Filters] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before this one."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a state was left by an undo."""
        return bool(self._after)

    def go(self, to: Filters) -> bool:
        """Move on to a new state; False where nothing changes. What could be redone is given up."""
        if to == self.now:
            return False
        self._before.append(self.now)
        del self._before[:-LIMIT]
        self._after.clear()
        self.now = to
        return True

    def amend(self, to: Filters) -> None:
        """Put `to` in the place of this state without a step of its own, as while a search is being typed."""
        self.now = to

    def undo(self) -> Filters | None:
        """Back to the state before, None where there is none."""
        if not self._before:
            return None
        self._after.append(self.now)
        self.now = self._before.pop()
        return self.now

    def redo(self) -> Filters | None:
        """Forward again to the state that the last undo left, None where there is none."""
        if not self._after:
            return None
        self._before.append(self.now)
        self.now = self._after.pop()
        return self.now
