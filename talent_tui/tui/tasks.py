"""What takes a while: adding articles, and working on one again under another day of publication.

The work is done in a thread that touches no widget; what it tells comes back through the app.
"""

import glob
import os
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import Worker, get_current_worker

from talent_tui.given import NOTHING, Given, window
from talent_tui.index import Index
from talent_tui.model import Article, Publication, TalentError
from talent_tui.model.printable import one_line
from talent_tui.tui.strings import counted, say

if TYPE_CHECKING:
    from talent_tui.adding import AddResult
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.browser import BrowserScreen

SHORTEST_ARTICLE = 60
"""Characters below which a pasted text is hardly an article."""


class _StoppedError(Exception):
    """The person gave up."""


class Tasks:
    """The part of the browser that changes the timeline."""

    reading: Worker[None] | None = None

    @property
    def _browser(self) -> "BrowserScreen":
        return cast("BrowserScreen", self)

    @property
    def is_working(self) -> bool:
        """Whether something is being read."""
        return self.reading is not None and self.reading.is_running

    def do_add(self) -> None:
        """Type the path of an article or a folder."""
        self._browser.open_prompt("add", "")

    def do_publication(self) -> None:
        """Type the day on which the article of this event came out."""
        self._browser.open_prompt("published", "")
        self._browser.talent.prepare_days()

    def stop_reading(self) -> None:
        """Stop after the article that is being read; what was read is kept."""
        if self.reading is not None:
            self.reading.cancel()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Once a task has ended, there is nothing to stop any more: the footer says so."""
        if event.worker.is_finished:
            self._browser.footer.refresh()

    def add(self, path: str) -> None:
        """Read what is at `path` and show it."""
        path = os.path.expanduser(path.strip())  # noqa: PTH111 - a pattern is no path
        if path:
            self.reading = self._add(self._browser.talent, path, None, NOTHING)

    def add_pasted(self, text: str) -> None:
        """Read an article from the clipboard; a short text is none."""
        if len(text) < SHORTEST_ARTICLE:
            self._browser.footer.tell(say("pasted.short", characters=counted("character", len(text))))
        elif self.is_working:
            self._browser.footer.tell(say("not.idle"))
        else:
            self._browser.footer.tell(say("pasted.reading"))
            self.reading = self._look_at(self._browser.talent, text)

    @work(thread=True, exclusive=True, group="task")
    def _look_at(self, app: "TalentApp", text: str) -> None:
        """What a pasted text says of itself."""
        try:
            article, held = app.workspace.article_in(_stream(text))
        except TalentError as error:
            app.call_from_thread(app.tell, str(error))
            return
        app.call_from_thread(self._ask, text, article, held)

    def _ask(self, text: str, article: Article, held: bool) -> None:
        """Ask for what a pasted text does not say of itself, then read it for good."""
        app = self._browser.talent

        def go_on(given: Given | None) -> None:
            if given is None:
                app.tell(say("pasted.dropped"))
            else:
                app.tell(say("pasted.reading"))
                self.reading = self._add(app, "-", text, given)

        if article.published.basis == "stated" and article.outlet and article.url:
            go_on(NOTHING)
        else:
            self._browser.footer.hush()
            app.open_pasted(article, held, go_on)

    def publish(self, article_id: str, start: date, end: date) -> None:
        """Work on an article again, as it came out between these days."""
        self.reading = self._publish(self._browser.talent, article_id, window(start, end))

    @work(thread=True, exclusive=True, group="task")
    def _add(self, app: "TalentApp", path: str, pasted: str | None, given: Given) -> None:
        worker = get_current_worker()
        stdin = _stream(pasted) if pasted is not None else None
        done: list[AddResult] = []
        article: str | None = None
        trouble = ""

        def progress(number: int, count: int, name: str) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            app.call_from_thread(app.tell, say("add.progress", number=number, count=count, name=one_line(name)))

        try:
            for result in app.workspace.add([path], stdin=stdin, progress=progress, **given._asdict()):
                done.append(result)
                trouble = result.message or trouble
                article = result.article or article
        except _StoppedError:
            self._finish(app, say("add.stopped"))
            return
        except TalentError as error:
            trouble = str(error)
        told = f"{_outcome(done)} {trouble}".strip()
        self._finish(app, told, article if pasted is not None else None)

    @work(thread=True, exclusive=True, group="task")
    def _publish(self, app: "TalentApp", article_id: str, published: Publication) -> None:
        told = say("published.done")
        try:
            for result in app.workspace.reread([article_id], published=published):
                told = result.message or told
        except TalentError as error:
            told = str(error)
        self._finish(app, told)

    def _finish(self, app: "TalentApp", told: str, article: str | None = None) -> None:
        try:
            index = app.workspace.index
        except TalentError as error:
            app.call_from_thread(app.tell, str(error))
            return
        app.call_from_thread(app.adopt, index, told)
        if article is not None:
            app.call_from_thread(self._show_article, index, article, told)

    def _show_article(self, index: Index, article: str, told: str) -> None:
        """Show what an article that was pasted tells and nothing else, and say if nobody knows when it came out."""
        if index.articles[article].published.basis == "unknown":
            told = f"{told} {say('pasted.unknown')}"
        if index.events_of("article", article):
            self._browser.go(self._browser.with_cleared().only("article", article))
            self._browser.timeline.action_end(-1)
            told = f"{told} {say('pasted.shown')}"
        else:
            self._browser.talent.open_article(article)
        self._browser.talent.tell(told)


def _outcome(done: "Sequence[AddResult]") -> str:
    """What became of what was added, in words."""
    new = [r for r in done if r.state in ("added", "replaced")]
    known = [r for r in done if r.state == "unchanged"]
    told = [
        say(key, articles=counted("article", len(results)), events=counted("event", sum(r.events for r in results)))
        for key, results in (("add.done", new), ("add.known", known))
        if results
    ]
    return " ".join(told) or say("add.nothing")


def _stream(text: str) -> BytesIO:
    return BytesIO(text.encode("utf-8", "replace"))


def completed(path: str) -> str:
    """`path` as far as it can be completed from what lies on the disk; folders end with a separator."""
    typed = os.path.expanduser(path)  # noqa: PTH111
    found = sorted(glob.glob(glob.escape(typed) + "*"))  # noqa: PTH207
    if not found:
        return path
    common = os.path.commonprefix(found)  # noqa: RUF071 - character by character is what is wanted
    if len(found) == 1 and os.path.isdir(common):  # noqa: PTH112
        common = common.rstrip(os.sep) + os.sep
    return common if len(common) > len(typed) else path
