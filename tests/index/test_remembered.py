"""Filters that are kept and brought back to a timeline that may have changed meanwhile."""

from datetime import date

import msgspec
import pytest
from hypothesis import given

from talent_tui.index import Choice, Days, Filters, Index, Remembered, View, Words, recall, remember
from talent_tui.model import Company, Person, Timeline
from tests.factories import make_event, make_record, person
from tests.index.test_view import filter_states, timelines

MAREN = person("Maren Varga", "瓦尔加")
INES = person("Ines Holm")


def index_of(*people: Person, file: str = "a.txt") -> Index:
    record = make_record(make_event("join", [p.id for p in people], None, "Ombra"), file=file, title="两则消息")
    return Index(Timeline((record.article,), tuple(people), (Company("Ombra", "Ombra"),), record.events))


BOTH = index_of(MAREN, INES)
ASKED = Filters().toggled("person", MAREN.id).toggled("person", INES.id, excluded=True).searched("x")
TWINS = (person("Maren Varga", ident="one"), person("M. Varga", "Maren Varga", ident="two"))


@pytest.mark.parametrize(
    ("later", "values", "gone"),
    [
        pytest.param(BOTH, ["maren-varga", "ines-holm"], [], id="nothing changed"),
        pytest.param(index_of(MAREN), ["maren-varga"], ["Ines Holm"], id="one is gone and told by name"),
        pytest.param(index_of(INES, person("Maren Varga", ident="mv")), ["mv", "ines-holm"], [], id="another id"),
        pytest.param(
            index_of(INES, person("M. Varga", "Maren Varga", ident="mv")), ["mv", "ines-holm"], [], id="made one"
        ),
        pytest.param(index_of(INES, *TWINS), ["ines-holm"], ["Maren Varga"], id="two bear the name: nobody guesses"),
        pytest.param(index_of(), [], ["Maren Varga", "Ines Holm"], id="all gone"),
    ],
)
def test_what_is_there_comes_back_and_what_is_gone_is_told(later: Index, values: list[str], gone: list[str]) -> None:
    filters, told = recall(remember(ASKED, BOTH), later)
    assert [c.value for c in filters.conditions if isinstance(c, Choice)] == values
    assert list(told) == gone
    assert filters.words == Words("x")


def test_types_and_statuses_are_never_gone_and_outlets_and_articles_are() -> None:
    filters = Filters().toggled("type", "deal").toggled("outlet", "晚潮").toggled("article", "no such id")
    kept, gone = recall(remember(filters, BOTH), BOTH)
    assert kept == Filters().toggled("type", "deal")
    assert gone == ("晚潮", "no such id")


def test_an_article_that_was_added_again_with_a_correction_is_the_same_by_its_title() -> None:
    old, new = (next(iter(index.articles)) for index in (BOTH, index_of(MAREN, file="b.txt")))
    later = index_of(MAREN, file="b.txt")
    filters = recall(remember(Filters().toggled("article", old), BOTH), later).filters
    assert filters.values("article", excluded=False) == (new if old != new else old,)


@pytest.mark.parametrize(
    "filters",
    [
        Filters((Days(None, None),)),
        Filters((Words(" "),)),
        Filters((Words("a"), Words("b"), Days(None, date(2025, 1, 1)), Days(date(2025, 1, 1), None))),
        Filters((Choice("type", "join"), Choice("type", "join", excluded=True)), ("type", "type", "person")),
    ],
    ids=["an empty range", "an empty search", "two of each", "a value twice"],
)
def test_what_no_person_can_have_made_is_made_sound(filters: Filters) -> None:
    kept = recall(Remembered(filters), BOTH).filters
    assert sum(isinstance(c, Words) for c in kept.conditions) <= 1
    assert sum(isinstance(c, Days) for c in kept.conditions) <= 1
    assert all(c != Days(None, None) and c != Words(" ") for c in kept.conditions)
    assert len(set(kept.together)) == len(kept.together)
    assert recall(Remembered(kept), BOTH).filters == kept


def test_halves_of_characters_do_not_hinder_keeping() -> None:
    broken = person("欧阳\ud83d", ident="broken")
    index = index_of(broken)
    remembered = remember(Filters().toggled("person", "broken").searched("\udce4b"), index)
    assert msgspec.json.decode(msgspec.json.encode(remembered), type=Remembered) == remembered
    assert recall(remembered, index).gone == ()


@given(timelines, timelines, filter_states())
def test_kept_as_json_and_brought_back_nothing_is_lost_in_silence(
    now: Timeline, later: Timeline, filters: Filters
) -> None:
    before, after = Index(now), Index(later)
    written = msgspec.json.encode(remember(filters, before))
    kept, gone = recall(msgspec.json.decode(written, type=Remembered), after)
    assert len(kept.conditions) + len(gone) == len(filters.conditions)
    for condition in kept.conditions:
        assert condition in filters.conditions
    same, missing = recall(remember(filters, before), before)
    if not missing:
        assert View(before, same).event_ids == View(before, filters).event_ids
    assert recall(remember(same, before), before).filters == same


@pytest.mark.parametrize("names", [(), ("x",), ("x", "y", "z", "w")])
def test_names_that_do_not_belong_to_the_conditions_are_passed_over(names: tuple[str, ...]) -> None:
    assert recall(Remembered(ASKED, names), BOTH).filters == ASKED
