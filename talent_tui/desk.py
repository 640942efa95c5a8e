"""A person's desk for one timeline: the views saved under names, and how the app was left.

The desk lies in the user's state folder (`$XDG_STATE_HOME/talent-tui/desks`), not beside the timeline: timelines are
shared, put under version control and opened from folders that cannot be written, while what one looks at is one's own.
Its file is named by the timeline's real path, so that several timelines never mix and a link leads to the same desk as
what it points to. A timeline that is moved starts with an empty desk; its old file stays, and says in its first lines
which timeline it was for.

Two programs may share a desk: views are read again under the file's lock before each change, so neither's are lost; of
two sessions the last one kept stays. Nothing here can stop the app: where a desk cannot be read or written, one
sentence says so and the app goes on.
"""

import hashlib
import threading
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from talent_tui import locations
from talent_tui.index import Facet, Remembered, Unit
from talent_tui.model import StoreError, UsageError
from talent_tui.store import About, Opened, OwnFile

SCHEMA: Final = 1
LONGEST_NAME: Final = 80
"""Characters that a view's name may have."""

_KIND: Final = "talent-tui desk"
_LAST: Final = "last"


class SavedView(msgspec.Struct, frozen=True):
    """Filters that a person gave a name to."""

    name: str
    shown: Remembered
    saved: datetime


class Session(msgspec.Struct, frozen=True):
    """How the app was left. Panes are named by their ids, `upper` and `lower` are the facets shown on either side.

    `unit` and `day` are the chart's if a person has zoomed it; `orders` are the facets not in their first order. What
    a version does not know of it is passed over.
    """

    shown: Remembered = Remembered()
    event: str | None = None
    pane: str = "timeline"
    zoomed: str | None = None
    side: str = "left"
    upper: dict[str, Facet] = {}
    lower: dict[str, Facet] = {}
    unit: Unit | None = None
    day: date | None = None
    folded: bool = False
    marked: tuple[str, ...] = ()
    orders: dict[str, str] = {}
    theme: str = ""


Views = Mapping[str, SavedView]
"""By key."""

_Wanted = dict[str, SavedView | None]
"""What views are to be, by key, None where there is to be none."""


class _Change(NamedTuple):
    """What undoing needs."""

    before: _Wanted
    after: _Wanted


_views: Final = msgspec.json.Decoder(SavedView)
_sessions: Final = msgspec.json.Decoder(Session)
_decoders: Final[Mapping[str, msgspec.json.Decoder[SavedView] | msgspec.json.Decoder[Session]]] = {
    "views": _views,
    "session": _sessions,
}


def cleaned(name: str) -> str:
    """A view's name as it is kept. Raises UsageError for one that nobody could read."""
    text = unicodedata.normalize("NFC", " ".join(name.encode("utf-8", "replace").decode("utf-8").split()))
    if not text:
        raise UsageError("Type a name for the view.")
    if len(text) > LONGEST_NAME:
        raise UsageError(f"That name has {len(text)} characters; {LONGEST_NAME} are the most.")
    return text


def key_of(name: str) -> str:
    """What two names have in common that are the same to a person: capitals and widths make no difference."""
    return unicodedata.normalize("NFKC", name).casefold()


class Desk:
    """Views and session of one timeline. Threads take turns; what returns without an error is on the disk."""

    def __init__(self, path: Path | None = None, timeline: Path | None = None) -> None:
        """The desk in the file `path`, for `timeline`; without a file it is forgotten with the program."""
        about = About(_KIND, SCHEMA, timeline=str(timeline or ""))
        self._file = OwnFile(path, about, _fits) if path is not None else None
        self._stamp: object = None
        self._turns = threading.RLock()
        self._changes: list[_Change] = []
        self.views: Views = {}
        """By key, in the order of their names."""
        self.session: Session | None = None
        self.trouble = ""
        """What was wrong with the file when it was last read or written, as one sentence; '' if nothing was."""
        self.reload()

    @classmethod
    def of(cls, timeline: Path | None) -> "Desk":
        """The desk for a timeline's file; for one in memory, a desk in memory."""
        if timeline is None:
            return cls()
        real = timeline.expanduser().resolve()
        mark = hashlib.sha256(str(real).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        shown = str(real).encode("utf-8", "replace").decode("utf-8")
        return cls(locations.state_folder() / "desks" / f"{mark}.json", Path(shown))

    # Reading

    def changed(self) -> bool:
        """Whether another program wrote the file since it was read."""
        return self._file is not None and self._file.stamp() != self._stamp

    def reload(self) -> None:
        """Read the file again. Never fails: see `trouble`."""
        if self._file is None:
            return
        with self._turns:
            self._stamp = self._file.stamp()
            self._take(self._file.open())

    def _take(self, opened: Opened) -> None:
        self._order({key: _views.decode(document) for key, document in opened.tables.get("views", {}).items()})
        last = opened.tables.get("session", {}).get(_LAST)
        self.session = _sessions.decode(last) if last is not None else None
        self.trouble = opened.trouble
        if opened.kept is not None:
            self._stamp = self._file.stamp() if self._file is not None else None
            self.trouble = f"Views and session were damaged; {len(self.views)} views were saved: {opened.kept}"

    def _order(self, views: Views) -> None:
        self.views = dict(sorted(views.items(), key=lambda one: (key_of(one[1].name), one[0])))

    def named(self, name: str) -> SavedView | None:
        """The view of that name, however it is written."""
        return self.views.get(key_of(" ".join(name.split())))

    # Changing views

    def save(self, name: str, shown: Remembered, *, replace: bool = False) -> SavedView | None:
        """Keep filters under a name. None where another view bears it, unless that is to be replaced.

        Raises UsageError for a name that is none, StoreError where it could not be written.
        """
        view = SavedView(cleaned(name), shown, datetime.now(UTC).replace(microsecond=0))
        key = key_of(view.name)

        def after(views: Views) -> _Wanted | None:
            return None if key in views and not replace else {key: view}

        return view if self._change(after) else None

    def rename(self, key: str, name: str, *, replace: bool = False) -> SavedView | None:
        """Give a view another name. None where another view bears it (unless that is to be replaced), or it is gone.

        Raises as `save` does.
        """
        new = cleaned(name)
        to = key_of(new)
        renamed: list[SavedView] = []

        def after(views: Views) -> _Wanted | None:
            if key not in views or (to in views and to != key and not replace):
                return None
            renamed.append(msgspec.structs.replace(views[key], name=new))
            return {key: None, to: renamed[0]}

        return renamed[0] if self._change(after) else None

    def delete(self, key: str) -> bool:
        """Drop a view; False where it is gone already. Raises StoreError."""
        return self._change(lambda views: {key: None} if key in views else None)

    @property
    def can_undo(self) -> bool:
        """Whether a view was changed here since the program began."""
        return bool(self._changes)

    def undo(self) -> bool:
        """Take the last change of a view back; False where another program changed it since. Raises StoreError."""
        with self._turns:
            if not self._changes:
                return False
            last = self._changes[-1]

            def before(views: Views) -> _Wanted | None:
                return last.before if all(views.get(key) == view for key, view in last.after.items()) else None

            undone = self._change(before, undoing=True)
            self._changes.pop()
            return undone

    def _change(self, wanted: Callable[[Views], _Wanted | None], *, undoing: bool = False) -> bool:
        """Make views what `wanted` says of those that there are now; False where it says nothing."""
        with self._turns:
            if self._file is None:
                return self._settle(wanted(self.views), None, undoing)
            with self._writing(self._file) as opened:
                return self._settle(wanted(self.views), opened, undoing)

    def _settle(self, wanted: _Wanted | None, opened: Opened | None, undoing: bool) -> bool:
        if wanted is None:
            return False
        put = {key: view for key, view in wanted.items() if view is not None}
        drop = wanted.keys() - put.keys()
        before = {key: self.views.get(key) for key in wanted}
        if opened is not None:
            self._write(opened, "views", put, drop)
        self._order({**{key: view for key, view in self.views.items() if key not in drop}, **put})
        if not undoing:
            self._changes.append(_Change(before, wanted))
        return True

    # The session

    def keep(self, session: Session) -> None:
        """Keep how the app is now. Raises StoreError; what was kept before is then still there."""
        with self._turns:
            if self._file is not None:
                with self._writing(self._file) as opened:
                    self._write(opened, "session", {_LAST: session}, ())
            self.session = session

    @contextmanager
    def _writing(self, file: OwnFile) -> Iterator[Opened]:
        try:
            with file.writing() as opened:
                self._take(opened)
                yield opened
        except StoreError as error:
            self.trouble = str(error)
            raise

    def _write(self, opened: Opened, table: str, put: Mapping[str, object], drop: Collection[str]) -> None:
        assert self._file is not None
        self._file.put(opened, table, put, drop)
        self._stamp = self._file.stamp()


def _fits(table: str, document: msgspec.Raw) -> bool:
    """Whether a document is what its table holds."""
    decoder = _decoders.get(table)
    try:
        return decoder is None or decoder.decode(document) is not None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
