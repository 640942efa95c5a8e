"""Going through what is most worth a look: vouch for an event, hide it as wrong, put it right, take that back.

Changes are made in a thread that touches no widget, like all other work that takes a while.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from textual import work

from talent_tui.index import Index
from talent_tui.model import Event, TalentError, UsageError
from talent_tui.model.printable import one_line
from talent_tui.tui.strings import say
from talent_tui.tui.tasks import Tasks

if TYPE_CHECKING:
    from talent_tui.correcting import Wish
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.browser import BrowserScreen

_FIELDS: Final = {
    "type": "type", "date": "date", "people": "people", "from": "from_", "to": "to", "role": "role",
    "status": "status", "summary": "summary", "note": "note",
}  # fmt: skip
_SEPARATOR, _EQUALS = ";", "="


class Review(Tasks):
    """The part of the browser that corrects."""

    looking_at: str | None = None
    """The event that the queue has brought up; once it is dealt with, the next one comes."""

    @property
    def _screen(self) -> "BrowserScreen":
        return cast("BrowserScreen", self)

    def do_review(self) -> None:
        """Go to the next event of the queue."""
        self._go_on(self._screen.event.id if self._screen.event is not None else None)

    def do_verify(self) -> None:
        """Vouch for the event, or no longer."""
        event = self._screen.event
        if event is not None:
            verified = event.verified is None
            told = say("said.verified") if verified else say("said.unverified")
            self._correct(event, _wish(verified=verified), told)

    def do_wrong(self) -> None:
        """Hide the event."""
        event = self._screen.event
        if event is not None:
            self._correct(event, _wish(hidden=True), say("said.wrong"))

    def do_correct(self) -> None:
        """Type what the event should say."""
        event = self._screen.event
        if event is not None:
            self._screen.open_prompt("correct", as_line(event, self._screen.index))

    def do_take_back(self) -> None:
        """Undo the last correction."""
        app = self._screen.talent
        self.reading = self._change(app, lambda: app.workspace.take_back(), say("said.taken.back"), None)

    def corrected(self, line: str) -> None:
        """Change the event under the cursor into what was typed."""
        event = self._screen.event
        if event is None:
            return
        try:
            wish = wish_of(line, as_line(event, self._screen.index))
        except UsageError as error:
            self._screen.footer.tell(str(error))
            return
        if wish != _wish():
            self._correct(event, wish, say("said.corrected"))

    def _correct(self, event: Event, wish: "Wish", told: str) -> None:
        app = self._screen.talent
        queued = event.id if self.looking_at == event.id else None
        self.reading = self._change(app, lambda: app.workspace.edit(event.id, wish), told, queued)

    @work(thread=True, exclusive=True, group="task")
    def _change(self, app: "TalentApp", change: Callable[[], object], told: str, queued: str | None) -> None:
        following = self._following(app, queued) if queued is not None else None
        try:
            change()
        except TalentError as error:
            app.call_from_thread(app.tell, str(error))
            return
        self._finish(app, told)
        if queued is not None:
            app.call_from_thread(self._go_on, following, told)

    def _following(self, app: "TalentApp", queued: str) -> str | None:
        """The event that comes just before where the queue goes on once `queued` is dealt with."""
        ids = [event.id for event, _ in app.workspace.queue()]
        at = ids.index(queued) if queued in ids else 0
        return ids[at - 1] if at > 0 else None

    def _go_on(self, after: str | None, told: str = "") -> None:
        """To the event of the queue that follows `after`, or to the first."""
        screen = self._screen
        queue = screen.talent.workspace.queue()
        if not queue:
            self.looking_at = None
            screen.footer.tell(f"{told} {say('review.done')}".strip())
            return
        ids = [event.id for event, _ in queue]
        at = ids.index(after) + 1 if after in ids else 0
        if at == len(ids):
            at = 0
        event, reasons = queue[at]
        self.looking_at = event.id
        screen.show(event.id)
        said = say("review.at", number=at + 1, count=len(queue), reasons=one_line("; ".join(reasons)))
        screen.footer.tell(f"{told} {said}".strip())


def _wish(**fields: Any) -> "Wish":
    from talent_tui.correcting import Wish  # imported when something is corrected, for a quick start

    return Wish(**fields)


def as_line(event: Event, index: Index) -> str:
    """What an event says, as one line that can be changed: `type=join; date=2025-06-28; people=…`."""
    values = {
        "type": event.type,
        "date": event.date.edtf or "-",
        "people": ", ".join(index.label("person", p) for p in event.people),
        "from": index.label("company", event.from_) if event.from_ else "",
        "to": index.label("company", event.to) if event.to else "",
        "role": event.role or "",
        "status": event.status,
        "note": event.note or "",
    }
    return f"{_SEPARATOR} ".join(f"{name}{_EQUALS}{_plain(value)}" for name, value in values.items())


def wish_of(line: str, before: str) -> "Wish":
    """What a person changed in the line. Raises UsageError for what is no field of an event."""
    old, new = _fields(before), _fields(line)
    changed = {name: value for name, value in new.items() if old.get(name) != value}
    unknown = [name for name in changed if name not in _FIELDS]
    if unknown:
        raise UsageError(say("correct.unknown", name=unknown[0], names=", ".join(_FIELDS)))
    wish: dict[str, Any] = {_FIELDS[name]: value or "-" for name, value in changed.items() if name != "people"}
    if "people" in changed:
        parts = changed["people"].replace("，", ",").split(",")
        wish["people"] = tuple(name for part in parts if (name := part.strip()))
    return _wish(**wish)


def _fields(line: str) -> dict[str, str]:
    found = {}
    for part in line.replace("；", _SEPARATOR).split(_SEPARATOR):
        name, equals, value = part.partition(_EQUALS)
        if equals:
            found[name.strip()] = value.strip()
        elif part.strip():
            raise UsageError(say("correct.unread", part=one_line(part)))
    return found


def _plain(value: str) -> str:
    """A value without the signs that part fields."""
    return one_line(value).replace(_SEPARATOR, ",").replace(_EQUALS, "-")
