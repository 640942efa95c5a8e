"""Careers, arrivals and departures from moves."""

from talent_tui.index import Index
from talent_tui.model import Event, Timeline
from tests.factories import company, make_event, person

CAST = (person("Ilse Varga", ident="ilse"), person("陈远", ident="chen"))
FIRMS = (company("Fernway", ident="fern"), company("Kestrel", ident="kestrel"), company("Ombra", ident="ombra"))


def index(*events: Event) -> Index:
    return Index(Timeline((), CAST, FIRMS, events))


def test_a_move_ends_one_stay_and_begins_another() -> None:
    made = index(
        make_event("join", ["ilse"], None, "fern", day="2021-03-01", ident="e1"),
        make_event("appoint", ["ilse"], None, "fern", day="2022-01-01", role="Head of Research", ident="e2"),
        make_event("join", ["ilse"], "fern", "kestrel", day="2024-05-02", ident="e3"),
    )
    fern, kestrel = made.career("ilse")
    assert (fern.company, str(fern.begin and fern.begin.edtf), str(fern.end and fern.end.edtf)) == (
        "fern", "2021-03-01", "2024-05-02",
    )  # fmt: skip
    assert fern.roles == ("Head of Research",)
    assert fern.events == ("e1", "e2", "e3")
    assert fern.is_over
    assert not kestrel.is_over
    assert kestrel.end is None


def test_a_stay_whose_beginning_nobody_tells_has_none() -> None:
    (stay,) = index(make_event("leave", ["chen"], "ombra", None, ident="e1")).career("chen")
    assert stay.begin is None
    assert stay.is_over


def test_a_person_who_returns_has_two_stays() -> None:
    made = index(
        make_event("join", ["chen"], "fern", "kestrel", day="2025-07-01", ident="e1"),
        make_event("return", ["chen"], "kestrel", "fern", day="2025-08-01", ident="e2"),
    )
    assert [(stay.company, stay.is_over) for stay in made.career("chen")] == [
        ("fern", True), ("kestrel", True), ("fern", False),
    ]  # fmt: skip


def test_denied_moves_are_no_career_and_planned_ones_end_nothing() -> None:
    made = index(
        make_event("join", ["chen"], None, "fern", day="2025-01-01", ident="e1"),
        make_event("join", ["chen"], "fern", "kestrel", day="2025-07-01", status="planned", ident="e2"),
        make_event("join", ["chen"], "fern", "ombra", day="2025-07-02", status="denied", ident="e3"),
    )
    assert [(stay.company, stay.is_over, stay.sure) for stay in made.career("chen")] == [
        ("fern", False, True), ("kestrel", False, False),
    ]  # fmt: skip


def test_arrivals_and_departures_say_from_where_and_where_to() -> None:
    made = index(
        make_event("join", ["ilse"], "fern", "kestrel", day="2025-01-01", ident="e1"),
        make_event("leave", ["chen"], "kestrel", None, day="2025-02-01", ident="e2"),
        make_event("deal", [], None, "kestrel", day="2025-02-01", ident="e3"),
    )
    assert [(m.people, m.other) for m in made.arrivals("kestrel")] == [(("ilse",), "fern")]
    assert [(m.people, m.other) for m in made.departures("kestrel")] == [(("chen",), None)]
    assert [(m.people, m.other) for m in made.departures("fern")] == [(("ilse",), "kestrel")]


def test_any_members_id_finds_a_merged_event() -> None:
    import msgspec

    merged = msgspec.structs.replace(make_event("deal", ident="a1"), members=("a1", "b2"))
    made = index(make_event("join", ["chen"], None, "fern", day="2020-01-01", ident="z"), merged)
    assert made.position("b2") == made.position("a1") == 1
    assert made.position("nothing") is None


def test_a_denial_is_found_by_any_member_of_what_it_denies() -> None:
    import msgspec

    merged = msgspec.structs.replace(make_event("offer", ["chen"], None, "fern", ident="a1"), members=("a1", "b2"))
    denial = make_event("statement", ["chen"], ident="z", denies="b2")
    made = index(merged, denial, make_event("deal", ident="y"))
    assert [event.id for event in made.denials(merged)] == ["z"]
    assert made.denials(denial) == ()
