"""What a person corrected holds, whatever becomes of the articles; what nobody corrected stays as it was read."""

from datetime import UTC, date, datetime
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.export import to_json
from talent_tui.merging import merge, merge_base, unfound, worth_a_look
from talent_tui.model import (
    AddEvent,
    ArticleRecord,
    Correction,
    Deed,
    EditEvent,
    Entry,
    Event,
    Member,
    MergeEntities,
    Reference,
    SplitEntity,
    Timeline,
)
from tests.factories import company, make_event, make_record, make_records, person, span

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def log(*deeds: Deed) -> list[Correction]:
    return [Correction(n, NOON, deed) for n, deed in enumerate(deeds, start=1)]


def about(event: Event, **changes: object) -> EditEvent:
    own = tuple(Member(event.id, s.article, s.start, s.end) for s in event.sources)
    return EditEvent(event.id, own, event.type, **changes)  # type: ignore[arg-type]


def told(quote: str = "伊内斯·霍姆从奥博加入澜舟石", **changes: object) -> ArticleRecord:
    event = make_event("join", ["holm"], "ombra", "lanstone", quote=quote, **changes)  # type: ignore[arg-type]
    return make_record(event, people=[person("伊内斯·霍姆", ident="holm")], title=quote[:4])


def only(timeline: Timeline) -> Event:
    (event,) = timeline.events
    return event


def firm(name: str) -> Reference:
    return Reference("company", name.lower(), name)


def test_an_edit_changes_what_it_names_and_marks_it() -> None:
    record = told()
    edit = about(record.events[0], date=span("2025-07-09"), to=firm("Brightmere"), note="seen the filing", role=None)
    event = only(merge([record], log(edit)))
    assert (event.date, event.to, event.from_) == (span("2025-07-09"), "brightmere", "ombra")
    assert event.companies == ("ombra", "brightmere")
    assert event.note == "seen the filing"
    assert event.edited == ("date", "role", "to")
    assert event.sources == merge([record]).events[0].sources
    assert any(c.id == "brightmere" for c in merge([record], log(edit)).companies)


def test_later_corrections_go_before_earlier_ones_and_what_was_taken_back_counts_nothing() -> None:
    record = told()
    first, second = about(record.events[0], date=span("2025-07-01")), about(record.events[0], date=span("2025-07-02"))
    assert only(merge([record], log(first, second))).date.edtf == "2025-07-02"
    taken_back = msgspec.structs.replace(log(first, second)[1], undone=NOON)
    assert only(merge([record], [taken_back, log(first)[0]])).date.edtf == "2025-07-01"
    assert taken_back not in merge([record], [taken_back]).corrections


def test_what_is_hidden_is_nowhere_but_not_lost() -> None:
    record = told()
    timeline = merge([record], log(about(record.events[0], hidden=True)))
    assert timeline.events == ()
    assert [e.id for e in timeline.hidden] == [record.events[0].id]
    shown = merge([record], log(about(record.events[0], hidden=True), about(record.events[0], hidden=False)))
    assert [e.id for e in shown.events] == [record.events[0].id]


def test_a_denial_of_what_was_hidden_points_nowhere() -> None:
    claim = make_event("join", ["holm"], None, "lanstone", ident="aaaaaaaaaa", status="denied")
    denial = make_event("statement", ["holm"], quote="霍姆否认", denies="aaaaaaaaaa", speaker="holm")
    record = make_record(claim, denial)
    timeline = merge([record], log(about(record.events[0], hidden=True)))
    assert [e.denies for e in timeline.events] == [None]


def test_verified_is_sure_and_says_when() -> None:
    record = told(certainty="check")
    event = only(merge([record], log(about(record.events[0], verified=date(2026, 3, 1)))))
    assert (event.verified, event.certainty, event.edited) == (date(2026, 3, 1), "sure", ())


def test_any_members_id_finds_the_merged_event() -> None:
    one, other = told(), told("6月28日,霍姆离开奥博,入职澜舟石")
    for record in (one, other):
        event = only(merge([one, other], log(about(record.events[0], note="yes"))))
        assert (len(event.members), event.note) == (2, "yes")


def test_an_event_whose_id_changed_is_found_by_its_place() -> None:
    record = told()
    edit = about(record.events[0], note="yes")
    longer = msgspec.structs.replace(
        record.events[0],
        id="ffffffffff",
        sources=(msgspec.structs.replace(record.events[0].sources[0], start=record.events[0].sources[0].start + 2),),
    )
    reread = msgspec.structs.replace(record, events=(longer,))
    assert only(merge([reread], log(edit))).note == "yes"
    retyped = about(record.events[0], type="return")
    assert only(merge([reread], log(retyped, edit))).note == "yes", "what it was read as counts"
    otherwise = msgspec.structs.replace(reread, events=(msgspec.structs.replace(longer, type="deal"),))
    assert only(merge([otherwise], log(edit))).note is None


def test_a_correction_waits_for_its_article() -> None:
    one, other = told(), told("澜舟石任命唐砚为首席财务官")
    log_ = log(about(one.events[0], note="yes"))
    without = merge([other], log_)
    assert [e.note for e in without.events] == [None]
    assert unfound(without, log_) == {1}
    again = merge([one, other], log_)
    assert unfound(again, log_) == set()
    assert "yes" in [e.note for e in again.events]


def test_an_event_of_ones_own_has_no_source_and_can_be_edited() -> None:
    own = AddEvent(
        "0123456789", "found", span("2025-05-01"), "Ines Holm founds Tern", (Reference("person", "holm", "Ines Holm"),)
    )
    edit = EditEvent("0123456789", (Member("0123456789"),), "found", status="reported")
    timeline = merge([told()], log(own, edit))
    event = next(e for e in timeline.events if e.id == "0123456789")
    assert (event.sources, event.edited, event.status) == ((), ("added", "status"), "reported")
    assert timeline.events[0].id == "0123456789", "sorted by day with the others"
    assert {e.people for e in timeline.events} == {("holm",), ("holm-2",)}, "another name is another person"


def people(timeline: Timeline) -> set[tuple[str, ...]]:
    return {(p.name, *p.aliases) for p in timeline.people}


def test_two_people_are_made_one_and_their_moves_with_them() -> None:
    one = make_record(make_event("join", ["holm"], "ombra", "tern"), people=[person("Ines Holm", ident="holm")])
    other = make_record(
        make_event("join", ["h"], "ombra", "tern", quote="伊娜加入"), people=[person("伊娜", ident="h")], file="b"
    )
    firms = [company("Ombra"), company("Tern")]
    one, other = (msgspec.structs.replace(r, companies=tuple(firms)) for r in (one, other))
    assert len(merge([one, other]).events) == 2
    keep = Reference("person", "holm", "Ines Holm", (), (Entry(one.article.id, "holm"),))
    deed = MergeEntities(keep, Reference("person", "h", "伊娜"))
    timeline = merge([one, other], log(deed))
    assert people(timeline) == {("Ines Holm", "伊娜")}
    assert len(only(timeline).sources) == 2


def test_a_name_is_split_into_two_people_and_the_rest_keeps_the_id() -> None:
    records = [
        make_record(
            make_event("statement", ["lin-mu"], quote=f"林牧说{n}", speaker="lin-mu"),
            people=[person("林牧", ident="lin-mu")],
            file=str(n),
        )
        for n in range(3)
    ]
    leaving = Entry(records[1].article.id, "lin-mu")
    deed = SplitEntity(Reference("person", "lin-mu", "林牧"), (leaving,))
    timeline = merge(records, log(deed))
    assert [p.id for p in timeline.people] == ["lin-mu", "lin-mu-2"]
    assert merge_base(records, log(deed)).entries["lin-mu-2"] == (leaving,)
    rest = Reference("person", "", "", (), merge_base(records).entries["lin-mu"])
    back = MergeEntities(Reference("person", "lin-mu", "林牧", (), (leaving,)), rest)
    assert len(merge(records, log(deed, back)).people) == 1


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_articles_and_of_the_log_never_matters(random: Random, seed: int) -> None:
    records = make_records(80, seed=seed, per_article=8, people=8)
    deeds = random_deeds(records, Random(seed))
    expected = to_json(merge(records, log(*deeds)))
    shuffled = log(*deeds)
    random.shuffle(records)
    random.shuffle(shuffled)
    assert to_json(merge(records, shuffled)) == expected


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_every_correction_finds_its_event_and_taking_all_back_leaves_no_trace(seed: int) -> None:
    records = make_records(60, seed=seed % 5, per_article=6, people=6)
    corrections = log(*random_deeds(records, Random(seed)))
    timeline = merge(records, corrections)
    assert unfound(timeline, corrections) == set()
    own = {e.id for r in records for e in r.events} | {c.deed.id for c in corrections if isinstance(c.deed, AddEvent)}
    assert {m for e in (*timeline.events, *timeline.hidden) for m in e.members} == own
    known = {*(p.id for p in timeline.people), *(c.id for c in timeline.companies)}
    assert all({*e.people, *e.companies} <= known for e in timeline.events)
    undone = [msgspec.structs.replace(c, undone=NOON) for c in corrections]
    assert to_json(merge(records, undone)) == to_json(merge(records))


def random_deeds(records: list[ArticleRecord], random: Random) -> list[Deed]:
    timeline = merge(records)
    known = merge_base(records).entries
    deeds: list[Deed] = []
    for _ in range(6):
        event = random.choice([e for r in records for e in r.events])
        way = random.randrange(6)
        one, two = (
            Reference("person", p.id, p.name, p.readings, known[p.id][:2]) for p in random.sample(timeline.people, 2)
        )
        if way == 0:
            deeds.append(about(event, hidden=True))
        elif way == 1:
            deeds.append(about(event, date=span("2024-02-11"), people=(one, two), from_=None))
        elif way == 2:
            deeds.append(AddEvent(f"{random.randrange(16**10):010x}", "join", span("2024-03-01"), "x", (one,)))
        elif way == 3:
            deeds.append(MergeEntities(one, two))
        elif way == 4:
            deeds.append(SplitEntity(one, known[one.id][:1]))
        else:
            deeds.append(about(event, verified=date(2026, 1, 1), note="seen"))
    return deeds


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({}, []),
        ({"certainty": "check"}, ["rests on a guess"]),
        ({"status": "denied"}, ["denied"]),
        ({"status": "rumoured"}, []),
    ],
)
def test_what_is_worth_a_look(change: dict[str, Any], reasons: list[str]) -> None:
    assert [r for look in worth_a_look(merge([told(**change)])) for r in look.reasons] == reasons


def test_contradictions_come_first_and_what_is_verified_never() -> None:
    one, other = told(status="denied"), told("6月28日,霍姆离开奥博,入职澜舟石")
    guess = make_record(make_event("deal", [], None, "tern", certainty="check"), file="c")
    queue = worth_a_look(merge([one, other, guess]))
    assert [look.event.type for look in queue] == ["join", "deal"]
    assert queue[0].reasons == ("sources differ on status: confirmed / denied", "denied")
    seen = about(other.events[0], verified=date(2026, 1, 1))
    assert [look.event.type for look in worth_a_look(merge([one, other, guess], log(seen)))] == ["deal"]
    fixed = about(other.events[0], status="confirmed")
    assert [look.event.type for look in worth_a_look(merge([one, other, guess], log(fixed)))] == ["deal"]
