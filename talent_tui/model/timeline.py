"""What is kept for each article, and the timeline that all of them make together."""

import msgspec

from talent_tui.model.article import Article
from talent_tui.model.corrections import Correction
from talent_tui.model.entities import Company, Person
from talent_tui.model.events import Event

EXPORT_SCHEMA = "talent-timeline/1"
"""Schema of the JSON export."""

RECORD_SCHEMA = 1
"""Schema of a stored record; a store says which one it holds."""


class ArticleRecord(msgspec.Struct, frozen=True):
    """The truth about one article: its text and its own people, companies and events, ids local to the article.

    `generator` is the version of the program that worked it out.
    """

    article: Article
    people: tuple[Person, ...]
    companies: tuple[Company, ...]
    events: tuple[Event, ...]
    generator: str


class Timeline(msgspec.Struct, frozen=True):
    """Everything that the articles tell together: events merged, ids of people and companies shared.

    Derived from records and corrections, never stored as truth. `events` are sorted by day (see `merging`), the others
    by id. `hidden` are events that a person took for wrong: out of sight everywhere, but not lost. `corrections` are
    those in force, in their order.
    """

    articles: tuple[Article, ...] = ()
    people: tuple[Person, ...] = ()
    companies: tuple[Company, ...] = ()
    events: tuple[Event, ...] = ()
    hidden: tuple[Event, ...] = ()
    corrections: tuple[Correction, ...] = ()
