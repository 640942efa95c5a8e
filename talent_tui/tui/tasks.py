"""What takes a while: adding articles, and working on one again under another day of publication.

The work is done in a thread that touches no widget; what it tells comes back through the app.
"""

import glob
import os
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import Worker, get_current_worker

from talent_tui.index import Index
from talent_tui.model import Publication, TalentError
from talent_tui.model.printable import one_line
from talent_tui.tui.strings import say

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.browser import BrowserScreen

SHORTEST_ARTICLE = 60
"""Characters below which a pasted text is hardly an article."""

BY_USER = "given by the user"
"""Why a day of publication holds that a person has set; the pipeline keeps such a day."""


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

    def add(self, path: str) -> None:
        """Read what is at `path` and show it."""
        path = os.path.expanduser(path.strip())  # noqa: PTH111 - a pattern is no path
        if path:
            self.reading = self._add(self._browser.talent, path, None)

    def add_pasted(self, text: str) -> None:
        """Read an article from the clipboard; a short text is none."""
        if len(text) < SHORTEST_ARTICLE:
            self._browser.footer.tell(say("pasted.short", count=len(text)))
        elif self.is_working:
            self._browser.footer.tell(say("not.idle"))
        else:
            self._browser.footer.tell(say("pasted.reading"))
            self.reading = self._add(self._browser.talent, "-", text)

    def publish(self, article_id: str, start: date, end: date) -> None:
        """Work on an article again, as it came out between these days."""
        published = Publication(start, end, "stated", BY_USER)
        self.reading = self._publish(self._browser.talent, article_id, published)

    @work(thread=True, exclusive=True, group="task")
    def _add(self, app: "TalentApp", path: str, pasted: str | None) -> None:
        worker = get_current_worker()
        stdin = BytesIO(pasted.encode("utf-8", "replace")) if pasted is not None else None
        added = events = 0
        article: str | None = None
        trouble = ""

        def progress(number: int, count: int, name: str) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            app.call_from_thread(app.tell, say("add.progress", number=number, count=count, name=one_line(name)))

        try:
            for result in app.workspace.add([path], stdin=stdin, progress=progress):
                if result.message:
                    trouble = result.message
                else:
                    article = result.article
                    added += result.state in ("added", "replaced")
                    events += result.events
        except _StoppedError:
            self._finish(app, say("add.stopped"))
            return
        except TalentError as error:
            trouble = str(error)
        told = f"{say('add.done', added=added, events=events)} {trouble}".strip()
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
        """Go to the first event of an article that was pasted, and say if nobody knows when it came out."""
        found = index.events_of("article", article)
        if found:
            self._browser.show(found[0].id)
        if index.articles[article].published.basis == "unknown":
            told = f"{told} {say('pasted.unknown')}"
        self._browser.footer.tell(told)


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
