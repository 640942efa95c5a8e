"""The sentences around a quotation, and the words in it that matter."""

import pytest

from talent_tui.index import Index
from talent_tui.tui.context import forms, highlights, pieces, surroundings
from tests.tui.story import STORY

TEXT = "甲来了。乙走了,丙说。丁没有回答!\n戊在家。"


@pytest.mark.parametrize(
    ("quote", "read_with"),
    [
        ("乙走了,丙说。", "甲来了。乙走了,丙说。丁没有回答!"),
        ("甲来了。", "甲来了。乙走了,丙说。"),
        ("戊在家。", "丁没有回答!\n戊在家。"),
        ("乙走了", "甲来了。乙走了,丙说。丁没有回答!"),
    ],
)
def test_a_quotation_is_read_with_the_sentence_before_and_after(quote: str, read_with: str) -> None:
    start = TEXT.index(quote)
    begin, stop = surroundings(TEXT, start, start + len(quote))
    assert TEXT[begin:stop] == read_with


def test_an_english_full_stop_ends_a_sentence_and_a_decimal_point_does_not() -> None:
    text = "It was late. She paid $1.5 billion. He left. Nobody spoke."
    start = text.index("She")
    begin, stop = surroundings(text, start, start + len("She paid"))
    assert text[begin:stop] == "It was late. She paid $1.5 billion. He left."


def test_an_endless_sentence_is_cut() -> None:
    text = "字" * 10_000
    begin, stop = surroundings(text, 5000, 5010)
    assert stop - begin < 400


def test_the_longest_of_overlapping_names_is_marked_and_latin_names_stand_alone() -> None:
    words = {"北渚": "company", "北渚智能": "company", "Kes": "company", "6月26日": "date"}
    found = highlights("6月26日,北渚智能和北渚、Kestrel、Kes", words)
    assert [(mark.start, mark.end, mark.kind) for mark in found] == [
        (0, 5, "date"), (6, 10, "company"), (11, 13, "company"), (22, 25, "company"),
    ]  # fmt: skip
    assert "".join("x" * (b - a) for a, b, _ in pieces(0, 25, found)) == "x" * 25


def test_an_event_knows_its_words() -> None:
    index = Index(STORY)
    event = next(event for event in index.events if event.id == "e02")
    words = forms(event, index)
    assert words["Lin Ruochuan"] == "person"
    assert words["北渚"] == "company"
    assert words["6月26日"] == "date"
