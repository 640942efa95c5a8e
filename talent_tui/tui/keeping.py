"""The app's and the browser's parts in what outlives them: saved views and the session.

What is read from and written to the disk for them never holds up the screen, and never stops the app: what fails is
said in the status line.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual import work

from talent_tui.desk import Desk, SavedView, Session
from talent_tui.index import recall
from talent_tui.model import TalentError
from talent_tui.model.printable import one_line
from talent_tui.tui import session
from talent_tui.tui.strings import counted, say

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.browser import BrowserScreen

Made = TypeVar("Made")


class Keeping:
    """The app's part."""

    parting = ""
    """What is to be said when the screen is the shell's again."""

    def keep_on(self, desk: Desk, *, fresh: bool) -> None:
        """Keep views and sessions on `desk`; start with the last session unless `fresh`."""
        self.desk = desk
        self.before = None if fresh else desk.session
        self._turns = asyncio.Lock()
        self._keeper = session.Keeper(waits_for_a_deed=self.before is None and desk.session is not None)
        self._said = desk.trouble
        self._failed = False

    @property
    def _app(self) -> "TalentApp":
        return cast("TalentApp", self)

    def open_views(self) -> None:
        """The list of saved views."""
        from talent_tui.tui.views import ViewsScreen

        browser = self._app.browser
        self._app.push_screen(ViewsScreen(self.desk, browser.index, browser.settled))

    def open_view(self, key: str) -> None:
        """The timeline, filtered as a saved view says."""
        view = self.desk.views.get(key)
        if view is not None:
            self._app.to_browser().open_view(view)

    def with_desk(self, deed: Callable[[], Made], then: Callable[[Made], None]) -> None:
        """Read or write the desk in a thread, one deed after the other, and go on `then` with what that made."""
        self._with_desk(deed, then)

    @work(group="desk")
    async def _with_desk(self, deed: Callable[[], Made], then: Callable[[Made], None]) -> None:
        async with self._turns:
            try:
                made = await asyncio.to_thread(deed)
            except TalentError as error:
                self._app.tell(str(error))
                return
        then(made)

    def begin_keeping(self) -> None:
        """From now on what changes is news. Say what was wrong with what was kept."""
        if self._said:
            self._app.tell(self._said)
        self._keeper.begin(session.take(self._app.browser, self._app.kept_theme))
        self._app.set_interval(session.KEEP_EVERY, self.keep_session)

    def keep_session(self) -> None:
        """Take the session down if there is something new."""
        now = session.take(self._app.browser, self._app.kept_theme)
        if self._keeper.is_due(now):
            self._keeper.kept(now)
            self.with_desk(lambda: self._try_to_keep(now), self._say_once)

    def keep_at_last(self) -> None:
        """The same before the app ends; what fails is said to the shell."""
        now = session.take(self._app.browser, self._app.kept_theme)
        if self._keeper.is_due(now) or self._failed:
            self.parting = self._try_to_keep(now)

    def _try_to_keep(self, now: Session) -> str:
        try:
            self.desk.keep(now)
        except TalentError as error:
            return str(error)
        return ""

    def _say_once(self, trouble: str) -> None:
        """A disk that refuses is tried again with each change, but need not be complained of each time."""
        if trouble and trouble != self._said:
            self._app.tell(trouble)
        self._said = trouble
        self._failed = bool(trouble)


class SavedViews:
    """The browser's part."""

    @property
    def _browser(self) -> "BrowserScreen":
        return cast("BrowserScreen", self)

    def do_views(self) -> None:
        """The list of saved views."""
        self._browser.talent.open_views()

    def do_save_view(self) -> None:
        """Name the filters."""
        self._browser.open_prompt("save_view", "")

    def open_view(self, view: SavedView) -> None:
        """Filter as a saved view does, which can be undone; say what of it is not to be had."""
        browser = self._browser
        recalled = recall(view.shown, browser.index)
        browser.go(recalled.filters)
        shown, events = browser.view.shown, counted("event", browser.view.total)
        self.tell_view(say("said.view", name=one_line(view.name), shown=shown, events=events), recalled.gone)
        browser.set_focus(browser.timeline)

    def bring_back(self, before: Session | None) -> None:
        """Show everything at first, or what was shown in the session `before`."""
        browser = self._browser
        gone = session.put_back(browser, before) if before is not None else ()
        browser.show_first(before.event if before is not None else None)
        if before is not None:
            session.focus(browser, before)
            if browser.history.now.conditions or gone:
                shown, events = browser.view.shown, counted("event", browser.view.total)
                self.tell_view(say("said.session", shown=shown, events=events), gone)

    def tell_view(self, told: str, gone: tuple[str, ...]) -> None:
        """Say what is shown now, and what it should be filtered by that is gone."""
        lost = say("said.gone", names=", ".join(map(one_line, gone))) if gone else ""
        self._browser.footer.tell(f"{lost} {told}".strip())
