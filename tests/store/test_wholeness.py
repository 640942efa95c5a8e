"""Ids that lead nowhere are told, each by itself, and set right from a backup or from the text."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

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
)
from talent_tui.store import TimelineStore, check, repair
from tests.factories import make_event, make_record, person, span

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def whole() -> ArticleRecord:
    """An article whose move somebody denies."""
    join = make_event("join", ["ines"], "ombra", "brightmere", quote="Ines joins Brightmere", ident="claimclaim")
    no = make_event("statement", ["ines"], quote="Ines denies it", speaker="ines", denies="claimclaim", ident="denial")
    return make_record(join, no, people=[person("Ines Holm", ident="ines")], file="一.txt")


def changed(record: ArticleRecord, **fields: object) -> ArticleRecord:
    """The record with other values in the event that denies, which has a value in every field."""
    first, second = record.events
    second = msgspec.structs.replace(second, **fields)
    return msgspec.structs.replace(record, events=(first, second))


def elsewhere(event: Event) -> Event:
    source = msgspec.structs.replace(event.sources[0], article="000000000000")
    return msgspec.structs.replace(event, sources=(source,))


LOST: dict[str, tuple[Callable[[ArticleRecord], ArticleRecord], str]] = {
    "person": (lambda r: changed(r, people=("nobody",)), "person nobody"),
    "company": (lambda r: changed(r, companies=("nofirm",)), "company nofirm"),
    "from": (lambda r: changed(r, from_="nofirm"), "from nofirm"),
    "to": (lambda r: changed(r, to="nofirm"), "to nofirm"),
    "speaker": (lambda r: changed(r, speaker="nobody"), "speaker nobody"),
    "denied event": (lambda r: changed(r, denies="nothing"), "denied event nothing"),
    "article": (
        lambda r: msgspec.structs.replace(r, events=(r.events[0], elsewhere(r.events[1]))),
        "article 000000000000",
    ),
    "one id twice": (lambda r: changed(r, id="claimclaim"), "2 events of article .* one id, claimclaim"),
    "quotation": (
        lambda r: changed(r, sources=(msgspec.structs.replace(r.events[1].sources[0], start=0),)),
        "1 quotations",
    ),
}


@pytest.fixture
def store(tmp_path: Path) -> TimelineStore:
    return TimelineStore(tmp_path / "线.json")


def bad(store: TimelineStore) -> str:
    return "\n".join(f.sentence for f in check(store) if not f.good)


def test_a_whole_article_is_called_whole(store: TimelineStore) -> None:
    store.change([whole()])
    assert bad(store) == ""


@pytest.mark.parametrize("kind", LOST)
def test_what_leads_nowhere_is_told_and_worked_out_again_from_the_text(store: TimelineStore, kind: str) -> None:
    damage, told = LOST[kind]
    other = make_record(make_event("join", ["tobin"], None, "ombra"), file="二.txt")
    store.change([damage(whole()), other])
    before = store.path.read_bytes()
    assert re.search(told, bad(store))
    asked: list[str] = []

    def reread(record: ArticleRecord) -> ArticleRecord:
        asked.append(record.article.id)
        return whole()

    said = repair(store, reread)
    assert all(f.good for f in said)
    assert asked == [whole().article.id]
    assert "一.txt" in said[1].sentence
    assert bad(store) == ""
    assert {r.article.id: r for r in store.load()} == {r.article.id: r for r in (whole(), other)}
    assert [p.read_bytes() for p in store.path.parent.glob("*.damaged-*")] == [before]


def test_a_whole_record_of_the_backup_goes_before_another_reading(store: TimelineStore) -> None:
    removed = make_record(make_event("join", ["tobin"], None, "ombra"), file="二.txt")
    store.change([whole(), removed])
    store.change([changed(whole(), to="nofirm")], drop=[removed.article.id])
    assert repair(store, lambda _: pytest.fail("the backup has it"))[0].good
    assert store.load() == [whole()]


def test_an_article_under_anothers_id_and_an_event_of_two_articles(store: TimelineStore) -> None:
    twin = make_record(make_event("join", ["tobin"], None, "ombra", ident="claimclaim"), file="二.txt")
    store.change([whole(), twin])
    assert "2 articles have an event claimclaim" in bad(store)
    text = store.path.read_text("utf-8").replace(f'"{twin.article.id}": ', '"ffffffffffff": ')
    store.path.write_text(text, "utf-8")
    assert "stands under the id ffffffffffff" in bad(store)


class Idle(NamedTuple):
    deed: Deed
    told: str


NOBODY = Reference("person", "nobody", "Nobody", (), (Entry("000000000000", "nobody"),))
INES = Reference("person", "ines", "Ines Holm")
WAITING = {
    "edit of an article's event": Idle(
        EditEvent("gone", (Member("gone", "000000000000", 0, 4),), "join", note="x"), "article 000000000000"
    ),
    "edit of no event": Idle(EditEvent("gone", (Member("gone"),), "join", note="x"), "event gone"),
    "merge": Idle(MergeEntities(INES, NOBODY), "Nobody, who is"),
    "split": Idle(SplitEntity(NOBODY, NOBODY.entries), "Nobody in articles"),
}


@pytest.mark.parametrize("kind", WAITING)
def test_a_correction_that_finds_nothing_is_told_and_waits(store: TimelineStore, kind: str) -> None:
    one = Correction(7, NOON, WAITING[kind].deed)
    store.change([whole()], corrections=[one])
    said = [f for f in check(store) if "Correction 7" in f.sentence]
    assert [f.good for f in said] == [True], "an article that was taken out may come back"
    assert WAITING[kind].told in said[0].sentence
    repair(store, lambda _: pytest.fail("nothing is broken"))
    assert store.contents().corrections == {7: one}


def test_corrections_that_find_something_are_not_spoken_of(store: TimelineStore) -> None:
    event = whole().events[0]
    place = event.sources[0]
    deeds: list[Deed] = [
        EditEvent(event.id, (Member(event.id),), "join", note="x"),
        EditEvent("old", (Member("old", place.article, place.start, place.end),), "join", note="read again"),
        AddEvent("own-1", "join", span("2026-01-02"), "one's own", (NOBODY,)),
        EditEvent("own-1", (Member("own-1"),), "join", note="x"),
        MergeEntities(INES, INES),
    ]
    store.change([whole()], corrections=[Correction(n, NOON, d) for n, d in enumerate(deeds, 1)])
    assert not [f for f in check(store) if "Correction" in f.sentence]
