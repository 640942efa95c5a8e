"""The index of a timeline, and what a set of filters shows of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import compress, repeat

from talent_tui.index import bits
from talent_tui.index.careers import Movement, Stay, arrivals, career, departures
from talent_tui.index.facets import FACETS, Facet, Postings, postings
from talent_tui.index.filters import Choice, Condition, Days, Filters, Words
from talent_tui.index.histogram import Bin, Key, Unit, bins_of, histogram, keys_of
from talent_tui.index.placement import Place, overlaps, place
from talent_tui.index.search import Searcher
from talent_tui.model import Article, Company, Event, Person, Timeline

_KEPT_VIEWS = 64
UNITS: tuple[Unit, ...] = ("year", "month", "day")


class Index:
    """A timeline in memory, ready to be filtered. Immutable; positions of events are those of `events`."""

    def __init__(self, timeline: Timeline) -> None:
        """Sort and index the events; linear in their number but for the sort."""
        self.articles: Mapping[str, Article] = {article.id: article for article in timeline.articles}
        self.people: Mapping[str, Person] = {person.id: person for person in timeline.people}
        self.companies: Mapping[str, Company] = {company.id: company for company in timeline.companies}
        self.wrong = len(timeline.hidden)
        """How many events a person has hidden as wrong."""
        with bits.without_collector():
            places = [place(event, self.articles) for event in timeline.events]
            keys = [where.sort_key() for where in places]
            order = sorted(range(len(places)), key=keys.__getitem__)
        self.events: tuple[Event, ...] = tuple(map(timeline.events.__getitem__, order))
        self.places: tuple[Place, ...] = tuple(map(places.__getitem__, order))
        self.all = bits.everything(len(self.events))
        self._views: dict[Filters, View] = {}
        self._facets: dict[Facet, dict[str, Postings]] = {}
        self._sparse: dict[Facet, tuple[list[str], list[int]]] = {}
        self._periods: dict[Unit, list[Key]] = {}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        known: dict[str, int] = {}
        for position, event in enumerate(self.events):
            for member in event.members:
                known.setdefault(member, position)
        known.update((event.id, position) for position, event in enumerate(self.events))
        return known

    @cached_property
    def _searcher(self) -> Searcher:
        by_person, by_company = self.facet("person"), self.facet("company")
        return Searcher(self.events, self.people, self.companies, by_person, by_company)

    @cached_property
    def undated(self) -> int:
        """The set of events that their text does not date."""
        return bits.from_flags([where.kind != "dated" for where in self.places])

    @cached_property
    def unbounded(self) -> int:
        """How many events no stretch of days can be told for: without a date, or open on one side."""
        return sum(not where.bounded for where in self.places)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that any dated event bounded on both sides covers, None if there is none."""
        bounded = [where for where in self.places if where.bounded]
        if not bounded:
            return None
        return min(where.first for where in bounded), max(where.last for where in bounded)

    @cached_property
    def _denials(self) -> Mapping[str, tuple[Event, ...]]:
        found: dict[str, tuple[Event, ...]] = {}
        for event in [event for event in self.events if event.denies is not None]:
            assert event.denies is not None
            found[event.denies] = (*found.get(event.denies, ()), event)
        return found

    def denials(self, event: Event) -> tuple[Event, ...]:
        """The statements that deny an event, or one of its members."""
        known = self._denials
        told = (known.get(ident, ()) for ident in dict.fromkeys((event.id, *event.members)))
        return tuple(denial for denials in told for denial in denials)

    def position(self, event_id: str) -> int | None:
        """Where an event stands; the id of any of its members finds it."""
        return self._positions.get(event_id)

    def facet(self, facet: Facet) -> Mapping[str, Postings]:
        """The events of each value of a facet."""
        found = self._facets.get(facet)
        if found is None:
            found = self._facets[facet] = postings(facet, self.events)
        return found

    def is_counted(self, facet: Facet) -> bool:
        """Whether the events of each value of a facet are known already."""
        return facet in self._facets

    def warm(self) -> None:
        """Work out what the first filter, chart and search would wait for. May run in a thread of its own."""
        for facet in FACETS:
            self.sparse(facet)
            for found in self.facet(facet).values():
                if not found.is_sparse:
                    _ = found.bits
        for unit in UNITS:
            self.periods(unit)
        self.position("")
        self.matching_text("")

    def sparse(self, facet: Facet) -> tuple[list[str], list[int]]:
        """Each value that few events have, once for each of its events, and in step with these their positions."""
        known = self._sparse.get(facet)
        if known is None:
            owners: list[str] = []
            positions: list[int] = []
            for value, found in self.facet(facet).items():
                if found.is_sparse:
                    owners += repeat(value, len(found))
                    positions += found.positions
            known = self._sparse[facet] = owners, positions
        return known

    def periods(self, unit: Unit) -> list[Key]:
        """Where each event is counted in a chart by that unit."""
        found = self._periods.get(unit)
        if found is None:
            found = self._periods[unit] = keys_of(self.places, unit)
        return found

    def totals(self, facet: Facet) -> Mapping[str, int]:
        """How many events have each value, whatever the filters. An article that tells none has 0."""
        totals = {value: len(found) for value, found in self.facet(facet).items()}
        if facet == "article":
            totals |= {ident: 0 for ident in self.articles if ident not in totals}
        return totals

    def label(self, facet: Facet, value: str) -> str:
        """A value as people call it: a name for an id, a title for an article."""
        if facet == "person" and value in self.people:
            return self.people[value].name
        if facet == "company" and value in self.companies:
            return self.companies[value].name
        if facet == "article" and value in self.articles:
            article = self.articles[value]
            return article.title or article.file
        return value

    def search(self, query: str) -> tuple[Event, ...]:
        """The events in which every word of `query` is found, in the order of time."""
        return tuple(self.events[i] for i in bits.positions(self._searcher.find(query), len(self.events)))

    def matching_text(self, query: str) -> int:
        """The set of events in which every word of `query` is found."""
        return self._searcher.find(query)

    def searching(self, query: str) -> Iterator[None]:
        """What `matching_text` has to do for `query`, in steps of some milliseconds; after the last it is known."""
        return self._searcher.searching(query)

    def events_of(self, facet: Facet, value: str) -> tuple[Event, ...]:
        """The events that have a value, in the order of time."""
        found = self.facet(facet).get(value)
        return tuple(self.events[i] for i in found.positions) if found else ()

    def career(self, person: str) -> tuple[Stay, ...]:
        """A person's stays at organisations."""
        return career(person, self.events_of("person", person))

    def arrivals(self, company: str) -> tuple[Movement, ...]:
        """Who came to an organisation."""
        return arrivals(company, self.events_of("company", company))

    def departures(self, company: str) -> tuple[Movement, ...]:
        """Who left an organisation."""
        return departures(company, self.events_of("company", company))

    def view(self, filters: Filters) -> "View":
        """What `filters` show."""
        view = self._views.get(filters)
        if view is None:
            if len(self._views) >= _KEPT_VIEWS:
                self._views.clear()
            view = self._views[filters] = View(self, filters)
        return view

    def view_of_all(self) -> "View":
        """What no filter at all shows: everything."""
        return self.view(Filters())

    def matching(self, condition: Condition) -> int:
        """The set of events that one condition, taken alone, lets through."""
        if isinstance(condition, Words):
            return self._searcher.find(condition.query)
        if isinstance(condition, Days):
            start, end = condition.start, condition.end
            return bits.from_flags([overlaps(where, start, end) for where in self.places])
        own = self._bits(condition.facet, condition.value)
        return self.all & ~own if condition.excluded else own

    def _bits(self, facet: Facet, value: str) -> int:
        found = self.facet(facet).get(value)
        return found.bits if found else 0


class View:
    """The events that a set of filters lets through, and the counts that go with them."""

    def __init__(self, index: Index, filters: Filters) -> None:
        """Made by `Index.view`."""
        self.index = index
        self.filters = filters
        self._counts: dict[Facet, Mapping[str, int]] = {}

    @cached_property
    def _text(self) -> int:
        words = self.filters.words
        return self.index.matching(words) if words is not None and words.enabled else self.index.all

    @cached_property
    def _days(self) -> int:
        days = self.filters.days
        return self.index.matching(days) if days is not None and days.enabled else self.index.all

    @cached_property
    def _by_facet(self) -> Mapping[Facet, int]:
        chosen = {c.facet for c in self.filters.in_force if isinstance(c, Choice)}
        return {facet: self._facet_bits(facet) for facet in FACETS if facet in chosen}

    def _facet_bits(self, facet: Facet) -> int:
        wanted = [self.index._bits(facet, value) for value in self.filters.values(facet, excluded=False)]
        found = self.index.all
        if wanted and facet in self.filters.together:
            for own in wanted:
                found &= own
        elif wanted:
            found = 0
            for own in wanted:
                found |= own
        for value in self.filters.values(facet, excluded=True):
            found &= ~self.index._bits(facet, value)
        return found

    @cached_property
    def bits(self) -> int:
        """The set of visible events."""
        found = self._text & self._days
        for own in self._by_facet.values():
            found &= own
        return found

    @cached_property
    def positions(self) -> list[int]:
        """The visible events' positions, in the order of time."""
        return bits.positions(self.bits, len(self.index.events))

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The visible events' ids, in the order of time."""
        return tuple(self.index.events[i].id for i in self.positions)

    @cached_property
    def shown(self) -> int:
        """How many events are visible."""
        return self.bits.bit_count()

    @property
    def total(self) -> int:
        """How many events there are."""
        return len(self.index.events)

    @property
    def hidden(self) -> int:
        """How many events the filters hide."""
        return self.total - self.shown

    def without(self, condition: Condition) -> int:
        """How many more events would show if `condition` were dropped."""
        if not condition.enabled:
            return 0
        return self.index.view(self.filters.without(condition)).shown - self.shown

    def base(self, facet: Facet) -> int:
        """The set that a facet's counts are taken from: all filters but the facet's own.

        A facet that asks for all its values in one event obeys these too, so that a count says what one more leaves.
        """
        found = self._text & self._days
        for other, own in self._by_facet.items():
            if other != facet or facet in self.filters.together:
                found &= own
        return found

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """For each value of `facet`, how many events have it under all filters but the facet's own."""
        known = self._counts.get(facet)
        if known is None:
            known = self._counts[facet] = self._count(facet)
        return known

    def _count(self, facet: Facet) -> Mapping[str, int]:
        base = self.base(facet)
        if base == self.index.all:
            return self.index.totals(facet)
        flags = bits.mask(base, len(self.index.events))
        owners, positions = self.index.sparse(facet)
        counts = Counter(compress(owners, map(flags.__getitem__, positions)))
        return {
            value: counts[value] if found.is_sparse else (found.bits & base).bit_count()
            for value, found in self.index.facet(facet).items()
        }

    def histogram(self, unit: Unit, first: date, last: date) -> list[Bin]:
        """Events over time from `first` to `last`, under all filters but the range of days."""
        found = self._text
        for own in self._by_facet.values():
            found &= own
        keys = self.index.periods(unit)
        shown = keys if found == self.index.all else compress(keys, bits.mask(found, len(keys)))
        return histogram(shown, bins_of(first, last, unit), unit)
