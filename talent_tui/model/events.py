"""Events: what happened, to whom, from where to where, when, how sure, and who says so."""

import datetime
from typing import Literal

import msgspec

from talent_tui.model.dates import DateSpan

EventType = Literal[
    "join", "leave", "return", "appoint", "offer", "found", "reorganise",
    "freeze", "deal", "release", "statement", "report", "pay",
]  # fmt: skip
"""`join` starts at an organisation; `leave` leaves, the text does not say where to; `return` goes back to a former
employer; `appoint` a new title, team, boss or loss of a role; `offer` recruiting that is not (yet) a move; `found`
something is set up; `reorganise` split, merged, dissolved; `freeze` layoffs, hiring freeze, shutdown; `deal`
investment, acquisition, talks; `release` a product or paper comes out, is delayed or dropped; `statement` a named
person or organisation says something; `report` an outlet publishes; `pay` a figure for compensation."""

EVENT_TYPES: tuple[EventType, ...] = EventType.__args__  # type: ignore[attr-defined]
MOVES: frozenset[EventType] = frozenset({"join", "leave", "return", "appoint"})

Status = Literal["confirmed", "reported", "rumoured", "planned", "denied"]
"""By the person, the organisation or the author as a fact; by an outlet or unnamed sources; guessed; not yet happened;
disputed by someone named."""

STATUSES: tuple[Status, ...] = Status.__args__  # type: ignore[attr-defined]

Certainty = Literal["sure", "check"]
"""`sure`: a writer may print it after one look; `check`: read the sentence first."""


class Amount(msgspec.Struct, frozen=True):
    """A sum of money. `value` is in units of `currency` (ISO 4217), None for a vague figure (数千亿美元)."""

    value: float | int | None
    currency: str | None
    text: str


class Evidence(msgspec.Struct, frozen=True):
    """Where an article tells an event: `quote` is exactly `article.text[start:end]`, a sentence or less.

    `outlets` are those that the sentence credits, else the article's own. `status` and `date` are as this source has
    them.
    """

    article: str
    start: int
    end: int
    quote: str
    outlets: tuple[str, ...]
    status: Status
    date: DateSpan


class ConflictValue(msgspec.Struct, frozen=True):
    """One of several values that sources give for a field, and the ids of the articles that give it."""

    value: str
    articles: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """A field on which the sources of one happening contradict each other."""

    field: str
    values: tuple[ConflictValue, ...]


class Event(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One happening. As an article's own event it has one source; merged, it carries all of them.

    `people` are ids of those who act or are acted on; `from_`, `to` and `companies` are ids of organisations. `speaker`
    is a person's or organisation's id. `denies` is the id of the event that a denial is about. `members` are the ids of
    the articles' own events that a merged event stands for (its own id is the smallest of them), empty before merging.
    `why` are the reasons, for people: the rule and what it rests on. `search` is the folded text that a search looks
    into, in both scripts.

    What a person corrected: `verified` is the day on which somebody vouched for it, `edited` the fields that a person
    set (`added` where the whole event is a person's own, without a source), `note` a person's remark.
    """

    id: str
    type: EventType
    date: DateSpan
    people: tuple[str, ...]
    from_: str | None
    to: str | None
    companies: tuple[str, ...]
    role: str | None
    status: Status
    certainty: Certainty
    amounts: tuple[Amount, ...]
    count: int | None
    speaker: str | None
    denies: str | None
    summary: str
    sources: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...] = ()
    members: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    search: str = ""
    verified: datetime.date | None = None
    edited: tuple[str, ...] = ()
    note: str | None = None
