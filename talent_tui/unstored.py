"""Read a text without keeping anything of it. Importing this imports nothing that reads text; its functions do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from talent_tui import adding
from talent_tui.model import Article, ArticleRecord, Event, Publication, Tagged, Timeline, UnreadableError

if TYPE_CHECKING:
    from talent_tui.lexicon.names import NameLexicon

_LEAST_LATIN = 4
_LEAST_HAN = 3


class Draft(NamedTuple):
    """A text of the user's own: as read, as the taggers see it, and the events that it tells."""

    article: Article
    tagged: Tagged
    events: tuple[Event, ...]


def simplified(text: str) -> str:
    """A text in simplified script, for names that are typed in the other one."""
    from talent_tui.reading.script import simplify

    return simplify(text)


def read_records(
    paths: Sequence[str], published: Publication | None = None, stdin: BinaryIO | None = None
) -> list[ArticleRecord]:
    """What the articles tell, without a store. Raises UnreadableError for the first that cannot be read."""
    from talent_tui import pipeline, reading

    names = adding.names()
    records = {}
    for source in reading.find_sources(paths, stdin):
        if isinstance(source, UnreadableError):
            raise source
        record = pipeline.process(source, published, names)
        records[record.article.id] = record
    return list(records.values())


def read_draft(
    path: str, timeline: Timeline, published: Publication | None = None, stdin: BinaryIO | None = None
) -> Draft:
    """What a draft tells, read with the names of a timeline as names that are known.

    Raises UnreadableError where there is no such text.
    """
    from talent_tui import events, reading, tagging

    article = reading.read(reading.one_source(path, stdin))
    tagged = tagging.tag(article, reading.clean(article), _with_names_of(timeline), published)
    return Draft(article, tagged, events.extract(article, tagged))


def reader(timeline: Timeline) -> Callable[[Article], Tagged]:
    """What reads a stored article's text again, with the names of the timeline."""
    from talent_tui import reading, tagging

    names = _with_names_of(timeline)
    return lambda article: tagging.tag(article, reading.clean(article), names, article.published)


def _with_names_of(timeline: Timeline) -> "NameLexicon":
    """The names that are known anyway, and those of the timeline that they lack.

    A short form that others may bear too counts only beside its whole name.
    """
    from dataclasses import replace

    from talent_tui.lexicon.names import OrganisationFact, PersonFact

    known = adding.names()
    facts: list[PersonFact | OrganisationFact] = [*known.people.values(), *known.organisations.values()]
    held = {form.casefold() for fact in facts for form in (fact.name, *fact.also)}
    people, firms = dict(known.people), dict(known.organisations)
    for person in timeline.people:
        if person.id not in people and person.id not in firms and person.name.casefold() not in held:
            whole = tuple(a for a in person.aliases if (" " in a if a.isascii() else _is_long(a)))
            rest = tuple(a for a in person.aliases if a not in whole)
            people[person.id] = PersonFact(person.name, whole, rest)
    for firm in timeline.companies:
        if firm.id not in firms and firm.id not in people and firm.name.casefold() not in held:
            also = tuple(a for a in firm.aliases if _is_long(a))
            rest = tuple(a for a in firm.aliases if a not in also)
            parent = firm.parent if firm.parent in firms else None
            firms[firm.id] = OrganisationFact(firm.name, firm.kind, parent, also, rest)
    return replace(known, people=people, organisations=firms)


def _is_long(name: str) -> bool:
    return len(name) >= (_LEAST_LATIN if name.isascii() else _LEAST_HAN)
