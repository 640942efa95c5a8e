"""Typing: a search that filters as it is typed, days, the path of an article, a pasted article."""

from typing import TYPE_CHECKING, cast

from textual import events

from talent_tui.index import Filters
from talent_tui.tui.days import plain_days, read_days
from talent_tui.tui.prompt import Prompt
from talent_tui.tui.strings import counted, say
from talent_tui.tui.tasks import completed
from talent_tui.tui.wording import range_text

if TYPE_CHECKING:
    from talent_tui.tui.browser import BrowserScreen

_DAYS = ("days", "published")
"""What is typed as days."""


class Entry:
    """The part of the browser that has to do with the line to type into."""

    _before_prompt: Filters | None = None

    @property
    def _browser(self) -> "BrowserScreen":
        return cast("BrowserScreen", self)

    @property
    def settled(self) -> Filters:
        """The filters without what is only being typed."""
        return self._before_prompt or self._browser.history.now

    def open_prompt(self, purpose: str, text: str) -> None:
        """Type something: a search, days, a path."""
        self._before_prompt = self._browser.history.now
        self._browser.prompt.open(purpose, text)

    def do_search(self) -> None:
        """Type a search."""
        words = self._browser.history.now.words
        self.open_prompt("search", words.query if words is not None else "")

    def do_days(self) -> None:
        """Type a range of days."""
        days = self._browser.history.now.days
        text = "" if days is None else "..".join(day.isoformat() if day else "" for day in (days.start, days.end))
        self.open_prompt("days", text)
        if not self._browser.talent.days_ready:
            self._browser.talent.prepare_days()

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Search while typing; echo what is made of days."""
        before = self._before_prompt
        if before is None:
            return
        if event.purpose == "search":
            self._browser.history.amend(before.searched(event.text))
            self._browser.show_found(event.text, self._echo_found)
        elif event.purpose in _DAYS:
            self.echo_days()
        elif event.purpose == "save_view":
            self._browser.echo_name(event.text)

    def _echo_found(self) -> None:
        view = self._browser.view
        if self._browser.prompt.purpose == "search":
            self._browser.prompt.echo(say("events.some", shown=view.shown, events=counted("event", view.total)))

    def echo_days(self) -> None:
        """Say what is made of the days in the prompt. What is not plain waits until the grammar has been loaded."""
        text = self._browser.prompt.field.value
        if self._browser.prompt.purpose not in _DAYS:
            return
        days = read_days(text, self._browser.talent) if self._browser.talent.days_ready else plain_days(text)
        if not text.strip():
            self._browser.prompt.echo(say("days.empty") if self._browser.prompt.purpose == "days" else "")
        elif days is not None:
            self._browser.prompt.echo(say("days.reading", days=range_text(*days)))
        else:
            self._browser.prompt.echo(say("days.unread") if self._browser.talent.days_ready else "")

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Keep what was typed."""
        before = self._before_prompt
        if before is None:
            return
        if event.purpose == "search":
            self._close_prompt(before)
            self._browser.go(before.searched(event.text))
            return
        if event.purpose == "add":
            self._close_prompt(before)
            self._browser.add(event.text)
            return
        if event.purpose == "correct":
            self._close_prompt(before)
            self._browser.corrected(event.text)
            return
        if event.purpose == "save_view":
            if self._browser.may_be_named(event.text):
                self._close_prompt(before)
                self._browser.save_view(event.text, before)
            return
        days = read_days(event.text, self._browser.talent) if event.text.strip() else (None, None)
        if days is None:
            self._browser.prompt.echo(say("days.unread"))
            return
        if event.purpose == "published" and event.text.strip() and None in days:
            self._browser.prompt.echo(say("pasted.open"))
            return
        self._close_prompt(before)
        if event.purpose == "days":
            self._browser.go(before.dated(*days))
            return
        source = self._browser.source
        start, end = days
        if source is not None and start is not None and end is not None:
            self._browser.publish(source.article, start, end)

    def on_paste(self, event: events.Paste) -> None:
        """A text that is pasted where nothing is typed is an article."""
        event.stop()
        self._browser.add_pasted(event.text)

    def on_prompt_completed(self, event: Prompt.Completed) -> None:
        """Tab completes a path."""
        if event.purpose == "add":
            self._browser.prompt.put(completed(event.text))

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """As it was before."""
        if self._before_prompt is not None:
            self._close_prompt(self._before_prompt)
            self._browser.show_view()

    def on_prompt_stepped(self, event: Prompt.Stepped) -> None:
        """Through the events that are found, while typing."""
        self._browser.frames.catch_up()
        self._browser.timeline.action_cursor(event.step)

    def _close_prompt(self, before: Filters) -> None:
        self._browser.history.amend(before)
        self._before_prompt = None
        self._browser.prompt.close()
        self._browser.set_focus(self._browser.timeline)
