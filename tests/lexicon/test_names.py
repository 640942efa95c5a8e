"""The lexicon of names: its tables agree with each other, a user's file adds to it and overrides it."""

from pathlib import Path

import pytest

from talent_tui.lexicon.names import (
    NameLexicon,
    OrganisationFact,
    PersonFact,
    default_names,
    name_cues,
    name_sounds,
    name_words,
)
from talent_tui.lexicon.tables import load, load_facts
from talent_tui.model import CleanText, UnreadableError
from talent_tui.tagging.names import find_names


def test_every_parent_is_an_entry() -> None:
    organisations = default_names().organisations
    assert [fact.parent for fact in organisations.values() if fact.parent and fact.parent not in organisations] == []


def test_no_form_is_two_organisations() -> None:
    owners: dict[str, set[str]] = {}
    near: dict[tuple[str, str | None], set[str]] = {}
    for key, fact in default_names().organisations.items():
        for form in (fact.name, *fact.also, *fact.context):
            owners.setdefault(form, set()).add(key)
        for form in fact.near:
            near.setdefault((form, fact.parent), set()).add(key)
    assert {form: who for form, who in owners.items() if len(who) > 1} == {}
    assert {form: who for form, who in near.items() if len(who) > 1 or form[0] in owners} == {}


def test_no_full_form_is_two_people() -> None:
    owners: dict[str, set[str]] = {}
    for key, fact in default_names().people.items():
        for form in (fact.name, *fact.also):
            owners.setdefault(form, set()).add(key)
    assert {form: who for form, who in owners.items() if len(who) > 1} == {}


def test_what_is_no_name_is_no_strong_form() -> None:
    names = default_names()
    strong = {form for fact in names.people.values() for form in (fact.name, *fact.also)}
    for fact in names.organisations.values():
        strong |= {form for form in (fact.name, *fact.also) if form not in fact.context}
    assert strong & set(names.things) == set()


@pytest.mark.parametrize("table", ["people", "organisations", "not_names"])
def test_tables_are_sorted(table: str) -> None:
    lines = (Path(__file__).parents[2] / "talent_tui" / "lexicon" / f"{table}.toml").read_text(encoding="utf-8")
    keys = [
        line.split(" = ")[0].strip(' ",')
        for line in lines.splitlines()
        if line.startswith(('  "', '"')) or " = {" in line
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize(("table", "kind"), [("people", PersonFact), ("organisations", OrganisationFact)])
def test_the_quick_reading_of_facts_is_what_toml_says(table: str, kind: type[PersonFact | OrganisationFact]) -> None:
    facts = load(table, dict[str, kind])  # type: ignore[valid-type]
    assert load_facts(table, dict[str, kind]) == facts  # type: ignore[valid-type]
    assert list(load_facts(table, dict[str, kind])) == list(facts)  # type: ignore[valid-type]


def test_all_tables_load() -> None:
    assert name_words().titles and name_cues().firm_before and name_sounds().latin


def test_emptied_keeps_outlets_and_what_is_no_name() -> None:
    emptied = default_names().emptied()
    assert not emptied.people
    assert {fact.kind for fact in emptied.organisations.values()} == {"outlet"}
    assert emptied.things == default_names().things


def test_a_user_adds_and_overrides(tmp_path: Path) -> None:
    own = tmp_path / "names.toml"
    own.write_text(
        '[people]\nqin-lanzhou = { name = "秦岚舟", also = ["老秦"] }\n'
        '[organisations]\napple = { name = "苹果公司", also = ["Apple Inc."] }\n'
        'bard = { name = "Bard" }\n',
        encoding="utf-8",
    )
    names = default_names().with_user(own)
    text = "老秦离开苹果公司，去了Bard。"
    found = find_names(CleanText(text), (), names, text)
    assert [person.name for person in found.people] == ["秦岚舟"]
    assert [company.name for company in found.companies] == ["苹果公司", "Bard"]


def test_a_mistake_in_a_users_file_is_one_sentence(tmp_path: Path) -> None:
    own = tmp_path / "names.toml"
    own.write_text('[people]\nx = { nome = "Y" }\n', encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"names\.toml.*understands"):
        default_names().with_user(own)
    with pytest.raises(UnreadableError, match="cannot be read"):
        default_names().with_user(tmp_path / "missing.toml")


def test_careers_are_of_organisations_that_are_named() -> None:
    names = NameLexicon(
        people={"ines-holm": PersonFact("Ines Holm", firms=("brightmere-labs", "kestrel", "tarn"))},
        organisations={
            "brightmere": OrganisationFact("Brightmere", "firm"),
            "brightmere-labs": OrganisationFact("Brightmere Labs", "lab", "brightmere"),
            "kestrel": OrganisationFact("Kestrel", "firm"),
            "tarn": OrganisationFact("Tarn", "firm"),
        },
    )
    careers = names.named_careers(["ines-holm", "nobody"], {"brightmere", "tarn"})
    assert careers == {"ines-holm": ("brightmere", "tarn")}
