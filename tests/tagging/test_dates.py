"""Dates against the cases of `dates.toml`, read as `dates --jsonl` reads them: raw, in either script."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from talent_tui.model import Publication
from talent_tui.tagging.dates.lines import dates_of_text, published_on

DEFAULT_REF = "2025-07-16"


def _cases() -> list[tuple[str, dict[str, Any]]]:
    table = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))
    return [(name, case) for name, cases in table.items() for case in cases]


CASES = _cases()


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{case['text'][:24]}" for name, case in CASES])
def test_case(name: str, case: dict[str, Any]) -> None:
    ref = case.get("ref", DEFAULT_REF)
    published = Publication() if ref == "unknown" else published_on(ref)
    found = dates_of_text(case["text"], published)
    told = [(m.value.text, m.value.edtf or "") for m in found]
    assert told == [tuple(pair) for pair in case.get("dates", [])]


def test_no_two_cases_are_alike_but_for_digits() -> None:
    shapes = Counter("".join("0" if c.isdigit() else c for c in case["text"]) for _, case in CASES)
    assert [shape for shape, count in shapes.items() if count > 1] == []


def test_half_of_the_cases_are_traps_or_second_pass() -> None:
    hard = sum(name.startswith(("trap", "antecedent", "tense", "window", "unknown", "damaged")) for name, _ in CASES)
    assert len(CASES) >= 200
    assert hard * 2 >= len(CASES)
