"""Texts against the events that they tell, by topic: `cases/*.toml`."""

import re
from collections import Counter

import pytest

from talent_tui.model import EVENT_TYPES, STATUSES
from tests.events.case import FIELDS, GAPS, Case, cases, complaints, read, shown

CASES = cases()


def _parameter(number: int, case: Case) -> object:
    gap = pytest.mark.xfail(strict=True, reason=case.because, raises=AssertionError)
    return pytest.param(case, id=f"{case.topic}-{number}", marks=[gap] if case.topic == GAPS else [])


@pytest.mark.parametrize("case", [_parameter(number, case) for number, case in enumerate(CASES)])
def test_case(case: Case) -> None:
    record = read(case)
    wrong = complaints(case, record)
    found = [shown(event, record) for event in record.events]
    assert not wrong, "\n".join([case.text.strip(), *wrong, "found:", *found])


def test_cases_are_well_formed() -> None:
    for case in CASES:
        assert case.none or case.events or case.absent or case.topic in ("no-event", GAPS), case.text
        assert not (case.none and case.events), case.text
        assert bool(case.because) == (case.topic == GAPS), case.text
        assert case.absent <= set(EVENT_TYPES)
        for event in case.events:
            assert event.keys() <= FIELDS, event
            assert event["type"] in EVENT_TYPES
            assert event.get("status", "confirmed") in STATUSES


def test_no_two_texts_are_alike_but_for_figures() -> None:
    shapes = Counter(re.sub(r"\d+", "0", case.text.strip()) for case in CASES)
    assert [shape for shape, count in shapes.items() if count > 1] == []
