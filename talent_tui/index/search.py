"""Text search: words in an event's own text, or the names and readings of those who take part in it.

Every word of a query must be found. A word is found in an event's folded text, or in a name of one of its people or
firms, or at the start of a reading of theirs (`zsj`, `zhaosheng` for 赵晟佳), or as its type or status in full
(`leave`, `denied`), which the rows show.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from talent_tui.index import bits
from talent_tui.index.facets import Postings
from talent_tui.model import Company, Entity, Event, Person

SHORTEST_READING = 2
"""One letter begins too many readings to mean anyone."""

AT_ONCE = 20_000
"""Texts that one step of a search goes through: less than a frame's worth."""


def fold(text: str) -> str:
    """Text as it is compared: compatibility forms unified, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def haystack(event: Event) -> str:
    """The folded text of an event; what was prepared when it was added, else its summary and quotations."""
    if event.search:
        return event.search
    return fold("\n".join((event.summary, *(source.quote for source in event.sources))))


def names_of(entity: Entity) -> tuple[str, ...]:
    """All folded names of a person or a firm."""
    return tuple(fold(name) for name in (entity.name, *entity.aliases))


def reads_as(entity: Entity, word: str) -> bool:
    """Whether a folded word begins one of the entity's readings."""
    return len(word) >= SHORTEST_READING and any(reading.startswith(word) for reading in entity.readings)


class Searcher:
    """Finds the events of a query."""

    def __init__(
        self,
        events: tuple[Event, ...],
        people: Mapping[str, Person],
        companies: Mapping[str, Company],
        by_person: Mapping[str, Postings],
        by_company: Mapping[str, Postings],
    ) -> None:
        """`by_person` and `by_company` tell the events of each id."""
        self._texts = [haystack(event) for event in events]
        self._shown = [(event.type, event.status) for event in events]
        self._kinds = set(self._shown)
        named: list[tuple[Entity, Postings]] = [
            *((people[id_], found) for id_, found in by_person.items() if id_ in people),
            *((companies[id_], found) for id_, found in by_company.items() if id_ in companies),
        ]
        self._entities = [(entity, names_of(entity), found) for entity, found in named]
        self._words: dict[str, int] = {}

    def find(self, query: str) -> int:
        """The set of events in which every word of `query` is found; all of them for a blank query."""
        found = bits.everything(len(self._texts))
        for word in fold(query).split():
            found &= self._find_word(word)
        return found

    def searching(self, query: str) -> Iterator[None]:
        """Look for the words of `query` in steps of some milliseconds; after the last `find` knows them."""
        for word in fold(query).split():
            if word not in self._words:
                yield from self._look_for(word)

    def _find_word(self, word: str) -> int:
        if word not in self._words:
            for _ in self._look_for(word):
                pass
        return self._words[word]

    def _look_for(self, word: str) -> Iterator[None]:
        members = bytearray()
        for start in range(0, len(self._texts), AT_ONCE):
            members += bytearray([word in text for text in self._texts[start : start + AT_ONCE]])
            yield
        if any(word in shown for shown in self._kinds):
            for position, shown in enumerate(self._shown):
                members[position] |= word in shown
            yield
        for found in self._matching(word):
            for position in found.positions:
                members[position] = 1
        yield
        if len(self._words) > 200:
            self._words.clear()
        self._words[word] = bits.from_mask(members)

    def _matching(self, word: str) -> Iterable[Postings]:
        for entity, names, found in self._entities:
            if any(word in name for name in names) or reads_as(entity, word):
                yield found
