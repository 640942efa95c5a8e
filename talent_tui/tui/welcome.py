"""What an empty timeline shows: what to do, and the sample to look around with."""

from textual import work
from textual.worker import get_current_worker

from talent_tui.model import TalentError
from talent_tui.tui import actions
from talent_tui.tui.painting import Piece, Row
from talent_tui.tui.screens import LineScreen
from talent_tui.tui.strings import say


class WelcomeScreen(LineScreen):
    """Nothing here yet."""

    PLACE = "welcome"
    SCROLL_ONLY = True
    BINDINGS = actions.bindings("welcome")

    def lay_out(self) -> None:
        """A few lines."""
        rows: list[tuple[Row, object | None]] = [
            ([], None),
            ([Piece("  " + say("welcome.title"), "strong")], None),
            ([], None),
            ([Piece("  " + say("welcome.add"))], None),
            ([], None),
            ([Piece("      " + say("welcome.command"), "key")], None),
            ([], None),
            ([Piece("  " + say("welcome.sample"))], None),
            ([], None),
            ([Piece("  " + say("welcome.quit"), "faint")], None),
        ]
        self.lines.fill([Piece(f" {say('app')}", "strong")], rows)

    def do_sample(self) -> None:
        """Add the sample."""
        self.footer.tell(say("welcome.adding"))
        self._add_sample()

    @work(thread=True, exclusive=True)
    def _add_sample(self) -> None:
        worker = get_current_worker()
        workspace = self.talent.workspace
        try:
            workspace.add_sample()
            workspace.index  # noqa: B018 - built here, away from the screen's thread
        except TalentError as error:
            self.app.call_from_thread(self.footer.tell, say("welcome.failed", error=str(error)))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self.talent.begin)
