"""News paragraphs of our own with names that no list can know (names-unseen.toml): who is found, who falsely."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from talent_tui import reading
from talent_tui.lexicon.names import default_names
from talent_tui.model import Company, Person
from talent_tui.tagging.names import Names
from talent_tui.tagging.names.articles import names_of_article

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "names-unseen.toml").read_text("utf-8"))["case"]
GAPS = {"people": 9, "organisations": 7}
FALSE = {"people": 0, "organisations": 0}
"""How many names of the table may be missed in all, and how many found that are none; no rule tells these yet."""


def read(text: str) -> Names:
    article = reading.read(reading.Source("news.txt", text.encode()))
    return names_of_article(article, reading.clean(article), default_names())


def compare(wanted: list[str], found: tuple[Person, ...] | tuple[Company, ...]) -> tuple[list[str], list[str]]:
    """The names that are missed, and the entries that are none of the wanted ones."""
    left: list[Person | Company] = list(found)
    missed = []
    for name in wanted:
        entry = next((entry for entry in left if name in (entry.name, *entry.aliases)), None)
        if entry is None:
            missed.append(name)
        else:
            left.remove(entry)
    return missed, [entry.name for entry in left]


@pytest.mark.parametrize("kind", ["people", "organisations"])
def test_who_is_found_and_who_is_not(kind: str) -> None:
    missed: list[str] = []
    false: list[str] = []
    for case in CASES:
        names = read(case["text"])
        gone, extra = compare(case[kind], names.people if kind == "people" else names.companies)
        missed += gone
        false += extra
    assert len(false) <= FALSE[kind], false
    assert len(missed) <= GAPS[kind], missed


def test_a_team_has_its_owner_as_parent_and_is_tied_with_its_short_name() -> None:
    names = read("毛一帆离开蔚来，加入驰岳汽车，负责驰岳智驾团队。驰岳方面称，智驾团队不会裁员。")
    firms = {company.name: company for company in names.companies}
    team = firms["驰岳智驾团队"]
    assert team.parent == firms["驰岳汽车"].id
    assert "智驾团队" in team.aliases
    assert "驰岳" in firms["驰岳汽车"].aliases


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("副总裁单若水宣布离职。", "shan-ruoshui"),
        ("副总裁解长庚宣布离职。", "xie-changgeng"),
        ("首席科学家周晟宇宣布离职。", "zhou-shengyu"),
        ("研究员李茜茹（Xiru Li）宣布离职。", "li-xiru"),
    ],
)
def test_ids_follow_the_usual_reading_or_the_latin_name(text: str, ident: str) -> None:
    assert [person.id for person in read(text).people] == [ident]
