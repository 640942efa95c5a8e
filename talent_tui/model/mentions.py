"""What the taggers find in one article: spans with a typed value. All offsets are in the clean text."""

from typing import Literal

import msgspec

from talent_tui.model.dates import DateSpan, Publication
from talent_tui.model.entities import Company, Person
from talent_tui.model.events import Amount
from talent_tui.model.text import CleanText, Sentence


class DateMention(msgspec.Struct, frozen=True):
    """A date expression and the days it stands for. `tense` is the clause's, where it says."""

    start: int
    end: int
    value: DateSpan
    tense: Literal["past", "future"] | None = None


class NameMention(msgspec.Struct, frozen=True):
    """One place where a person or an organisation is named. `entity` is the id of its entry; `why` the rule."""

    start: int
    end: int
    kind: Literal["person", "organisation"]
    entity: str
    why: str


class AmountMention(msgspec.Struct, frozen=True):
    """A sum of money, as written and as a number."""

    start: int
    end: int
    amount: Amount


class Tagged(msgspec.Struct, frozen=True):
    """An article as the taggers leave it for the event rules: every list is sorted by `start`."""

    clean: CleanText
    published: Publication
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    names: tuple[NameMention, ...]
    amounts: tuple[AmountMention, ...]
    people: tuple[Person, ...]
    companies: tuple[Company, ...]
    careers: dict[str, tuple[str, ...]] = {}
    """Of people, the organisations of the article that they are known to have worked for, the newest first."""
