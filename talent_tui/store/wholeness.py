"""Whether what a timeline's file holds hangs together: texts, quotations, and every id that leads somewhere."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from talent_tui.model import (
    AddEvent,
    ArticleRecord,
    Correction,
    EditEvent,
    Entity,
    Entry,
    Event,
    MergeEntities,
    Reference,
    SplitEntity,
    in_force,
)


def text_is_whole(record: ArticleRecord) -> bool:
    """Whether the text is the one that was read: all else of a record can be worked out from it again."""
    return hashlib.sha256(record.article.text.encode("utf-8", "surrogatepass")).hexdigest() == record.article.digest


def problems(record: ArticleRecord) -> list[str]:
    """What is wrong with one article's record, in a sentence each."""
    article = record.article
    where = f"article {article.id} ({article.file})"
    if not text_is_whole(record):
        return [f"The text of {where} is not the one that was read."]
    found = []
    wrong = sum(s.quote != article.text[s.start : s.end] for e in record.events for s in e.sources)
    if wrong:
        found.append(f"{wrong} quotations of {where} do not stand in its text.")
    return [*found, *_nowhere(record, where)]


def doubled(records: Mapping[str, ArticleRecord]) -> list[str]:
    """Articles that stand under another's id, and ids that events of two articles have, in a sentence each."""
    found = [
        f"Article {r.article.id} ({r.article.file}) stands under the id {ident}."
        for ident, r in records.items()
        if ident != r.article.id
    ]
    homes = Counter(i for r in records.values() for i in {e.id for e in r.events})
    return found + [f"{count} articles have an event {ident}." for ident, count in sorted(homes.items()) if count > 1]


def waiting(records: Iterable[ArticleRecord], log: Iterable[Correction]) -> list[str]:
    """The corrections in force that find nothing now, in a sentence each. They are no damage: they wait."""
    held = list(records)
    told = {e.id for r in held for e in r.events}
    articles = {r.article.id: r for r in held}
    entries: set[Entry] = set()
    names: set[str] = set()
    for record in held:
        known: tuple[Entity, ...] = (*record.people, *record.companies)
        entries.update(Entry(record.article.id, entity.id) for entity in known)
        names.update(entity.name.casefold() for entity in known)
    found = []

    def is_there(who: Reference) -> bool:
        return not entries.isdisjoint(who.entries) or who.name.casefold() in names

    for correction in in_force(log):
        deed, lost = correction.deed, ""
        if isinstance(deed, AddEvent):
            told.add(deed.id)
        elif isinstance(deed, EditEvent):
            if told.isdisjoint(m.id for m in deed.members) and not _placed(deed, articles):
                gone = sorted({m.article for m in deed.members if m.article} - articles.keys())
                lost = f"event {deed.event}"
                lost += f" of article {', '.join(gone)}, which is" if gone else ", which is"
        elif isinstance(deed, MergeEntities):
            lost = ", ".join(w.name for w in (deed.keep, deed.other) if not is_there(w))
            lost += ", who is" if lost else ""
        elif isinstance(deed, SplitEntity) and entries.isdisjoint(deed.entries):
            lost = f"{deed.entity.name} in articles that are"
        if lost:
            found.append(f"Correction {correction.number} is about {lost} not there now; it waits and changes nothing.")
    return found


def _placed(edit: EditEvent, articles: Mapping[str, ArticleRecord]) -> bool:
    """Whether an event of the type stands where a member stood: another reading gave it another id."""
    return any(
        event.type == edit.type_was and any(s.start < m.end and m.start < s.end for s in event.sources)
        for m in edit.members
        if m.article in articles
        for event in articles[m.article].events
    )


def _nowhere(record: ArticleRecord, where: str) -> Iterator[str]:
    """Ids that lead to nobody and nothing in the record."""
    people, firms = {p.id for p in record.people}, {c.id for c in record.companies}
    told = Counter(e.id for e in record.events)
    for event in record.events:
        for field, ident in _lost(event, people, firms, told, record.article.id):
            yield f"Event {event.id} of {where} leads nowhere: {field} {ident} is not there."
    for ident, count in told.items():
        if count > 1:
            yield f"{count} events of {where} have one id, {ident}."


def _lost(
    event: Event, people: set[str], firms: set[str], told: Mapping[str, int], article: str
) -> Iterator[tuple[str, str]]:
    yield from (("person", p) for p in event.people if p not in people)
    yield from (("company", c) for c in event.companies if c not in firms)
    yield from (
        (field, end) for field, end in (("from", event.from_), ("to", event.to)) if end is not None and end not in firms
    )
    if event.speaker is not None and event.speaker not in people | firms:
        yield "speaker", event.speaker
    if event.denies is not None and event.denies not in told:
        yield "the denied event", event.denies
    yield from (("the source's article", s.article) for s in event.sources if s.article != article)
