"""Whom two articles mean: one person by a full name, never by a surname; two namesakes stay two."""

import pytest

from talent_tui.merging import merge
from talent_tui.model import Company, Person
from tests.factories import company, make_event, make_record, person


def people_of(*entries: Person, firms: tuple[str, ...] = ("ombra", "ombra", "ombra")) -> tuple[Person, ...]:
    """The timeline's people, where each entry stands in an article of its own and joins a firm there."""
    records = [
        make_record(make_event("join", [p.id], None, firm, quote=f"第{n}篇"), people=[p], file=f"{n}.txt")
        for n, (p, firm) in enumerate(zip(entries, firms, strict=False))
    ]
    return merge(records).people


ONE = {
    "the same full name": (person("林若川", ident="a"), person("林若川", ident="b")),
    "a name given beside the other's": (person("林若川", "Ruochuan Lin", ident="a"), person("Ruochuan Lin", ident="b")),
    "case, width and joints aside": (person("Tobin Varga", ident="a"), person("Ｔｏｂｉｎ VARGA", ident="b")),
    "two ways to join a transcription": (person("托宾·瓦尔加", ident="a"), person("托宾•瓦尔加", ident="b")),
    "both give the same other full name": (
        person("托宾·瓦尔加", "Tobin Varga", ident="a"),
        person("Tobin Varga", "Varga", ident="b"),
    ),
}

TWO = {
    "a surname": (person("Tobin Varga", "Varga", ident="a"), person("Varga", ident="b")),
    "two of one surname": (person("Tobin Varga", "Varga", ident="a"), person("Ilse Varga", "Varga", ident="b")),
    "two who are known by surname only": (person("Varga", ident="a"), person("Varga", ident="b")),
    "a transcribed surname": (person("托宾·瓦尔加", "瓦尔加", ident="a"), person("瓦尔加", ident="b")),
    "a nickname": (person("林若川", "小林", ident="a"), person("林知溪", "小林", ident="b")),
    "a title with a surname": (
        person("Tobin Varga", "Dr. Varga", ident="a"),
        person("Ilse Varga", "Dr. Varga", ident="b"),
    ),
    "two Chinese names of one spelling": (
        person("林若川", "Ruochuan Lin", ident="a"),
        person("林偌川", "Ruochuan Lin", ident="b"),
    ),
}


@pytest.mark.parametrize(("one", "other"), ONE.values(), ids=ONE.keys())
def test_one_person(one: Person, other: Person) -> None:
    assert len(people_of(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), TWO.values(), ids=TWO.keys())
def test_two_people(one: Person, other: Person) -> None:
    assert len(people_of(one, other)) == 2


def test_a_surname_that_a_third_article_reveals_ties_nobody() -> None:
    bare, other, full = person("瓦尔加", ident="a"), person("瓦尔加", ident="b"), person("托宾·瓦尔加", ident="c")
    assert len(people_of(bare, other, full)) == 3


def test_namesakes_with_careers_that_never_meet_stay_two() -> None:
    one, other = person("林若川", ident="lin-ruochuan"), person("林若川", ident="lin-ruochuan")
    found = people_of(one, other, firms=("ombra", "harbour-hospital"))
    assert [p.id for p in found] == ["lin-ruochuan", "lin-ruochuan-2"]


def test_a_third_article_that_knows_both_firms_makes_them_one() -> None:
    entries = [person("林若川", ident="lin-ruochuan")] * 3
    records = [
        make_record(
            make_event("join", ["lin-ruochuan"], None, firm, quote=f"{firm}迎来她"), people=[entries[0]], file=firm
        )
        for firm in ("ombra", "harbour-hospital")
    ]
    both = make_event("join", ["lin-ruochuan"], "harbour-hospital", "ombra", quote="她离开医院")
    assert len(merge([*records, make_record(both, people=[entries[0]], file="both")]).people) == 1


def test_the_chinese_form_of_a_chinese_name_is_shown() -> None:
    latin = [Person(f"p{n}", "Ruochuan Lin") for n in range(3)]
    chinese = Person("lin-ruochuan", "林若川", ("Ruochuan Lin", "林總"), ("linruochuan", "lrc"))
    (found,) = people_of(*latin[:2], chinese)
    assert found.name == "林若川"
    assert found.aliases == ("Ruochuan Lin", "林總")
    assert found.readings == ("linruochuan", "lrc")


def test_the_latin_form_of_any_other_name_is_shown() -> None:
    (found,) = people_of(person("托宾·瓦尔加", "Tobin Varga", ident="a"), person("Tobin Varga", ident="b"))
    assert found.name == "Tobin Varga"


def companies_of(*entries: Company) -> tuple[Company, ...]:
    records = [
        make_record(make_event("freeze", [], None, None, companies=[c.id], quote=f"{n}号"), companies=[c], file=f"{n}")
        for n, c in enumerate(entries)
    ]
    return merge(records).companies


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        ((company("Ombra", ident="a"), company("OMBRA", ident="b")), 1),
        ((company("墨岭智能", "Inkridge", ident="a"), company("Inkridge", ident="b")), 1),
        ((company("星桥智能", "星桥", ident="a"), company("星桥资本", "星桥", ident="b")), 2),
        (
            (
                company("星桥智能", "星桥", ident="a"),
                company("星桥资本", "星桥", ident="b"),
                company("星桥", ident="c"),
            ),
            3,
        ),
        ((company("星桥智能", "星桥", ident="a"), company("星桥", ident="c")), 1),
        ((company("Ombra", "Ombra Works", ident="a"), company("Ombra Ltd", "Ombra Works", ident="b")), 1),
    ],
    ids=["spelling", "other name", "short form of two", "short form of two, alone", "short form of one", "long form"],
)
def test_organisations(entries: tuple[Company, ...], count: int) -> None:
    assert len(companies_of(*entries)) == count


def test_two_entries_of_one_article_are_never_tied() -> None:
    one, other = company("Ombra", ident="a"), company("OMBRA", ident="b")
    event = make_event("freeze", companies=["a", "b"], quote="两家都停了")
    assert len(merge([make_record(event, companies=[one, other])]).companies) == 2


def test_ids_are_shared_by_nobody_else() -> None:
    event = make_event("join", ["ford"], None, "ford-motors", companies=["ford", "ford-motors"], quote="福特去福特")
    other = make_record(event, people=[person("Ayla Ford", ident="ford")], companies=[company("Ford", ident="ford")])
    timeline = merge([other])
    assert {p.id for p in timeline.people}.isdisjoint(c.id for c in timeline.companies)
