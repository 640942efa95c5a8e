"""Views against a naive recount, over random timelines and filters."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.index import FACETS, Choice, Days, Facet, Filters, History, Index, Words
from talent_tui.index.facets import VALUES
from talent_tui.index.placement import overlaps, place
from talent_tui.model import (
    STATUSES,
    Article,
    Company,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Person,
    Publication,
    Status,
    Timeline,
)
from tests.factories import make_records

PEOPLE = tuple(
    Person(f"p{i}", name, (), readings)
    for i, (name, readings) in enumerate([("陈远", ("chenyuan", "cy")), ("Ilse Varga", ()), ("欧阳岚", ("ouyanglan",))])
)
FIRMS = tuple(Company(f"c{i}", name) for i, name in enumerate(["青崖科技", "Kestrel Works", "北渚资本", "Fernway"]))
TYPES: tuple[EventType, ...] = ("join", "leave", "deal")
ARTICLES = (
    Article("a0", "0", "", "a0.txt", published=Publication(date(2025, 7, 2), date(2025, 7, 4), "inferred")),
    Article("a1", "1", "", "a1.txt"),
    Article("a2", "2", "", "a2.txt", published=Publication(date(2025, 1, 9), date(2025, 1, 9), "stated")),
)

days = st.dates(date(2024, 11, 1), date(2025, 8, 1))


@st.composite
def spans(draw: st.DrawFn) -> DateSpan:
    kind = draw(st.sampled_from(["day", "range", "by", "from", "none"]))
    start = draw(days)
    if kind == "none":
        return DateSpan(None, None, None, None, "none")
    end = start + timedelta(days=draw(st.integers(0, 90))) if kind == "range" else start
    return DateSpan("x", None if kind == "by" else start, None if kind == "from" else end, "x", "explicit")


@st.composite
def events(draw: st.DrawFn) -> Event:
    when = draw(spans())
    people = draw(st.lists(st.sampled_from([p.id for p in PEOPLE]), unique=True, max_size=3))
    firms = draw(st.lists(st.sampled_from([c.id for c in FIRMS]), unique=True, max_size=3))
    status: Status = draw(st.sampled_from(list(STATUSES)))
    sources = tuple(
        Evidence(a, 0, 1, "x", tuple(draw(st.lists(st.sampled_from(["晚潮", "Ledger"]), max_size=2))), status, when)
        for a in draw(st.lists(st.sampled_from([a.id for a in ARTICLES]), unique=True, min_size=1, max_size=2))
    )
    return Event(
        id=draw(st.uuids()).hex[:10],
        type=draw(st.sampled_from(list(TYPES))),
        date=when,
        people=tuple(people),
        from_=firms[0] if len(firms) > 1 else None,
        to=firms[-1] if firms else None,
        companies=tuple(firms),
        role=None,
        status=status,
        certainty="sure",
        amounts=(),
        count=None,
        speaker=None,
        denies=None,
        summary="",
        sources=sources,
        search=draw(st.sampled_from(["合并 merger", "paper 论文", "", "robot"])),
    )


timelines = st.lists(events(), max_size=25, unique_by=lambda event: event.id).map(
    lambda told: Timeline(ARTICLES, PEOPLE, FIRMS, tuple(told))
)
VALUE: dict[Facet, list[str]] = {
    "person": [p.id for p in PEOPLE],
    "company": [c.id for c in FIRMS],
    "type": list(TYPES),
    "status": list(STATUSES),
    "outlet": ["晚潮", "Ledger", "nobody"],
    "article": [a.id for a in ARTICLES],
}


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    facet: Facet = draw(st.sampled_from(list(FACETS)))
    value = draw(st.sampled_from(VALUE[facet]))
    return Choice(facet, value, draw(st.booleans()), draw(st.sampled_from([True, True, False])))


@st.composite
def filter_states(draw: st.DrawFn) -> Filters:
    chosen = draw(st.lists(choices(), max_size=5, unique_by=lambda c: (c.facet, c.value)))
    conditions: list[Choice | Words | Days] = list(chosen)
    if draw(st.booleans()):
        query = draw(
            st.sampled_from(
                ["PAPER", "ouy", "cy", "合并", "ilse", "论文 paper", "kestrel ｒobot", "leave", "denied cy", "leav"]
            )
        )
        conditions.append(Words(query, draw(st.booleans())))
    if draw(st.booleans()):
        start = draw(st.none() | days)
        conditions.append(Days(start, (start or date(2025, 1, 1)) + timedelta(days=draw(st.integers(0, 200)))))
    together = draw(st.lists(st.sampled_from(list(FACETS)), unique=True, max_size=2))
    return Filters(tuple(conditions), tuple(sorted(together)))


NAMES: dict[str, Person | Company] = {**{p.id: p for p in PEOPLE}, **{c.id: c for c in FIRMS}}


def has_word(event: Event, word: str) -> bool:
    named = [NAMES[id_] for id_ in (*event.people, *event.companies)]
    return (
        word in event.search
        or word in (event.type, event.status)
        or any(word in entity.name.lower() for entity in named)
        or any(reading.startswith(word) for entity in named for reading in entity.readings)
    )


def passes(event: Event, filters: Filters, skip: Facet | None = None) -> bool:
    articles = {a.id: a for a in ARTICLES}
    for condition in filters.in_force:
        if isinstance(condition, Words):
            folded = condition.query.lower().replace("ｒ", "r")
            if not all(has_word(event, word) for word in folded.split()):
                return False
        elif isinstance(condition, Days) and not overlaps(place(event, articles), condition.start, condition.end):
            return False
    for facet in FACETS:
        if facet == skip and facet not in filters.together:
            continue
        own = set(VALUES[facet](event))
        wanted = set(filters.values(facet, excluded=False))
        if wanted and not (wanted <= own if facet in filters.together else wanted & own):
            return False
        if own & set(filters.values(facet, excluded=True)):
            return False
    return True


@settings(max_examples=150, deadline=None)
@given(timelines, filter_states())
def test_a_view_agrees_with_a_naive_recount(timeline: Timeline, filters: Filters) -> None:
    index = Index(timeline)
    view = index.view(filters)
    visible = [event.id for event in index.events if passes(event, filters)]
    assert list(view.event_ids) == visible
    assert (view.shown, view.hidden) == (len(visible), len(timeline.events) - len(visible))
    for facet in FACETS:
        counted = Counter(
            value
            for event in timeline.events
            if passes(event, filters, skip=facet)
            for value in set(VALUES[facet](event))
        )
        assert {value: count for value, count in view.counts(facet).items() if count} == dict(counted)
        assert {value: count for value, count in index.totals(facet).items() if count} == Counter(
            value for event in timeline.events for value in set(VALUES[facet](event))
        )
    assert set(index.totals("article")) >= set(index.articles)
    for condition in filters.conditions:
        fewer = filters.without(condition)
        assert view.without(condition) == sum(passes(e, fewer) for e in timeline.events) - len(visible)


@settings(max_examples=60, deadline=None)
@given(timelines)
def test_events_stand_in_the_order_of_time_whatever_the_order_given(timeline: Timeline) -> None:
    index = Index(timeline)
    keys = [where.sort_key() for where in index.places]
    assert keys == sorted(keys)
    assert sorted(event.id for event in index.events) == sorted(event.id for event in timeline.events)


@settings(max_examples=60, deadline=None)
@given(st.lists(filter_states(), min_size=1, max_size=8), st.integers(1, 8))
def test_undo_and_redo_go_back_and_forth_through_the_states(states: list[Filters], steps: int) -> None:
    history = History()
    passed = [history.now]
    passed.extend(state for state in states if history.go(state))
    steps = min(steps, len(passed) - 1)
    for back in range(1, steps + 1):
        assert history.undo() == passed[-1 - back]
    for forth in reversed(range(steps)):
        assert history.redo() == passed[-1 - forth]
    assert not history.can_redo
    assert history.redo() is None


def test_a_new_step_gives_up_what_could_be_redone() -> None:
    history = History()
    history.go(Filters().toggled("person", "p0"))
    history.undo()
    history.go(Filters().toggled("person", "p1"))
    assert not history.can_redo
    assert history.undo() == Filters()
    assert history.undo() is None


def test_large_facets_are_counted_like_small_ones() -> None:
    records = make_records(1500, seed=4)
    timeline = Timeline(
        tuple(record.article for record in records),
        tuple({p.id: p for record in records for p in record.people}.values()),
        tuple({c.id: c for record in records for c in record.companies}.values()),
        tuple({e.id: e for record in records for e in record.events}.values()),
    )
    index = Index(timeline)
    filters = Filters().toggled("type", "join").searched("青崖")
    view = index.view(filters)
    assert 0 < view.shown < view.total
    expected = Counter(p for position in view.positions for p in set(index.events[position].people))
    assert {value: count for value, count in view.counts("person").items() if count} == dict(expected)
