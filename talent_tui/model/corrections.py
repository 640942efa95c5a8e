"""What a person corrects. Kept apart from what was extracted, and applied whenever the timeline is made.

Corrections hold on to what articles hold (an event's id, a place in a text, an article's entry of a name), so that they
find their event or person again after merging, re-reading, removing and adding.
"""

import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from talent_tui.model.dates import DateSpan
from talent_tui.model.events import EventType, Status


class Entry(NamedTuple):
    """An article's own entry of a person or an organisation: the article's id and the entry's id within it."""

    article: str
    ident: str


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person or an organisation that a correction speaks of.

    Found by any of its `entries`, else by its name; where the timeline has neither, `id`, `name` and `readings` make
    it anew.
    """

    kind: Literal["person", "company"]
    id: str
    name: str
    readings: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


class Member(msgspec.Struct, frozen=True):
    """An article's own event: its id, and its place in the article should another reading give it another id."""

    id: str
    article: str = ""
    start: int = 0
    end: int = 0


class EditEvent(msgspec.Struct, frozen=True, tag_field="deed", tag="edit", rename={"from_": "from"}):
    """Change what an event says. What is unset stays as it was read; None takes a value away.

    `event` is the id that it had, `type_was` its type, `members` the articles' own events that it stood for.
    """

    event: str
    members: tuple[Member, ...]
    type_was: EventType
    hidden: bool | UnsetType = UNSET
    type: EventType | UnsetType = UNSET
    date: DateSpan | UnsetType = UNSET
    people: tuple[Reference, ...] | UnsetType = UNSET
    from_: Reference | UnsetType | None = UNSET
    to: Reference | UnsetType | None = UNSET
    role: str | UnsetType | None = UNSET
    status: Status | UnsetType = UNSET
    summary: str | UnsetType = UNSET
    note: str | UnsetType | None = UNSET
    verified: datetime.date | UnsetType | None = UNSET


class AddEvent(msgspec.Struct, frozen=True, tag_field="deed", tag="add", rename={"from_": "from"}):
    """An event of one's own. It has no source; `search` is the folded text that a search looks into."""

    id: str
    type: EventType
    date: DateSpan
    summary: str
    people: tuple[Reference, ...] = ()
    from_: Reference | None = None
    to: Reference | None = None
    role: str | None = None
    status: Status = "confirmed"
    note: str | None = None
    search: str = ""


class MergeEntities(msgspec.Struct, frozen=True, tag_field="deed", tag="merge"):
    """Two people, or two organisations, are one; it bears the name of `keep`."""

    keep: Reference
    other: Reference


class SplitEntity(msgspec.Struct, frozen=True, tag_field="deed", tag="split"):
    """What the given `entries` name is somebody else than the rest of those that were tied to `entity`."""

    entity: Reference
    entries: tuple[Entry, ...]


Deed = EditEvent | AddEvent | MergeEntities | SplitEntity

EDITABLE: tuple[str, ...] = (
    "hidden", "type", "date", "people", "from_", "to", "role", "status", "summary", "note", "verified",
)  # fmt: skip
"""The fields of `EditEvent` that change an event."""


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry of the log: what was done, when (UTC), and when it was taken back. They hold in order of `number`."""

    number: int
    when: datetime.datetime
    deed: Deed
    undone: datetime.datetime | None = None

    @property
    def ident(self) -> str:
        """The number as text that sorts as the numbers do."""
        return f"{self.number:08d}"


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that nobody took back, in their order."""
    return sorted((c for c in corrections if c.undone is None), key=lambda c: c.number)
