"""The tables of the lexicon: each loads, agrees with the others, is sorted where it says so, and repeats nothing."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from talent_tui import lexicon
from talent_tui.events.frames import FRAMES
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.money import money_words
from talent_tui.lexicon.names import default_names, name_words
from talent_tui.lexicon.outlets import outlet_words
from talent_tui.lexicon.roles import roles
from talent_tui.lexicon.verbs import frames_of, gapped, trigger_pattern, verb_words
from talent_tui.tagging.names.readings import plain_latin

FOLDER = Path(lexicon.__file__).parent
TABLES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
SORTED_BY_KEY = ["leaders", "organisations", "people", "products", "word_classes"]
"""Tables of facts that a reader looks up by their first word."""


def _lists(value: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list inside a table, with the path of keys that leads to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{name}.{key}")
    elif isinstance(value, list):
        yield name, value


@pytest.mark.parametrize("name", TABLES)
def test_no_list_has_a_word_twice(name: str) -> None:
    twice = {
        path: [w for w, n in Counter(map(str, words)).items() if n > 1] for path, words in _lists(TABLES[name], name)
    }
    assert {path: words for path, words in twice.items() if words} == {}


@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_empty_or_padded(name: str) -> None:
    words = [(path, w) for path, listed in _lists(TABLES[name], name) for w in listed if isinstance(w, str)]
    assert [(path, w) for path, w in words if not w.strip() or "\n" in w] == []


@pytest.mark.parametrize("name", SORTED_BY_KEY)
def test_facts_are_sorted(name: str) -> None:
    keys = list(TABLES[name])
    assert keys == sorted(keys)


def test_classes_of_words_are_sorted_and_of_the_verb_table() -> None:
    known = {w.lower() for frames in verb_words().values() for words in frames.values() for w in words}
    for name, words in TABLES["word_classes"].items():
        assert words == sorted(words), name
        assert [w for w in words if w.lower() not in known] == [], name


def test_leaders_are_known_people_and_lead_known_organisations() -> None:
    names = default_names()
    assert [p for p in leaders() if p not in names.people] == []
    assert [o for o in leaders().values() if o not in names.organisations] == []


def test_products_have_known_makers() -> None:
    makers: dict[str, str] = TABLES["products"]
    assert [o for o in makers.values() if o not in default_names().organisations] == []


def test_parents_are_known_and_nobody_is_his_own() -> None:
    organisations = default_names().organisations
    for ident, fact in organisations.items():
        seen = {ident}
        while fact.parent is not None:
            assert fact.parent not in seen, ident
            seen.add(fact.parent)
            fact = organisations[fact.parent]


def test_employers_of_people_are_known() -> None:
    names = default_names()
    assert [(p, f) for p, fact in names.people.items() for f in fact.firms if f not in names.organisations] == []


def test_ids_are_slugs_that_no_two_share() -> None:
    names = default_names()
    for ident in (*names.people, *names.organisations):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", ident), ident
    assert names.people.keys() & names.organisations.keys() == set()


def test_a_full_name_belongs_to_one_person_or_organisation() -> None:
    names = default_names()
    for facts in (names.people, names.organisations):
        forms = Counter(form for fact in facts.values() for form in {fact.name, *fact.also})
        assert [form for form, count in forms.items() if count > 1] == []


def test_the_latin_names_of_one_person_share_a_word() -> None:
    """Two people under one entry once put a laboratory's head into the chair of a fashion house."""

    def words(name: str) -> set[str]:
        return set(re.split(r"[ .-]+", plain_latin(name).lower()))

    for ident, fact in default_names().people.items():
        latin = [
            words(name) for name in (fact.name, *fact.also) if " " in name and not re.search("[\u4e00-\u9fff]", name)
        ]
        assert not latin or set.intersection(*latin) - {""}, ident


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cues_are_patterns_that_match_no_empty_text(language: str) -> None:
    for kind, patterns in TABLES["cues"][language].items():
        for pattern in patterns:
            assert re.compile(pattern).fullmatch("") is None, (kind, pattern)
        assert cue(language, kind).search("") is None
    assert TABLES["cues"]["zh"].keys() == TABLES["cues"]["en"].keys()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_frame_of_the_verb_table_has_a_reader(language: str) -> None:
    assert set(verb_words()[language]) - {"ignore"} <= set(FRAMES)
    pattern = trigger_pattern(language)
    for words in verb_words()[language].values():
        for word in words:
            head, _, tail = word.partition(" … ")
            match = pattern.search(f" {head} ")
            assert match is not None, word
            assert match["word"] == head, "a longer word must not lose against a shorter one"
            assert word.lower() in frames_of(language)
            if tail:
                follows = [pattern for pattern, entry in gapped(language)[head.lower()] if entry == word.lower()]
                assert [bool(p.match(f" the {tail} of it")) for p in follows] == [True], word
                assert not any(p.match(f", the {tail}") for p in follows), "a gap ends with its clause"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_verb_is_of_a_frame_and_ignored(language: str) -> None:
    ignored = set(verb_words()[language]["ignore"])
    told = {w for frame, words in verb_words()[language].items() if frame != "ignore" for w in words}
    assert ignored & told == set()


def test_the_other_tables_load() -> None:
    assert all(
        re.fullmatch("[A-Z]{3}", code) for code in (*money_words().after.values(), *money_words().before.values())
    )
    assert all(factor > 1 for factor in money_words().scales.values())
    assert all(roles(language).titles and roles(language).people for language in ("zh", "en"))
    assert outlet_words().endings
    assert name_words().surnames
    assert name_words().titles
