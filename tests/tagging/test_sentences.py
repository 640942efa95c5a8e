"""Where sentences end: punctuation of both scripts, closing marks, lines, abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_tui.tagging.sentences import split

CASES = [
    ("他走了。她来了！真的？", ["他走了。", "她来了！", "真的？"]),
    ("逗号，分号；顿号、都不算。", ["逗号，分号；顿号、都不算。"]),
    ("他说：“走！”然后走了。", ["他说：“走！”", "然后走了。"]),
    ("「我辭職了。」她說。", ["「我辭職了。」", "她說。"]),
    ("（他走了。）她来了。", ["（他走了。）", "她来了。"]),
    ("什么？？！没什么。", ["什么？？！", "没什么。"]),
    ("等等……还有一件事。", ["等等……", "还有一件事。"]),
    ("版本3.5发布，售价$1.2万。", ["版本3.5发布，售价$1.2万。"]),
    ("Mr. Smith left. He joined IBM.", ["Mr. Smith left.", "He joined IBM."]),
    ("It cost $3.5 billion. Then U.S. firms came.", ["It cost $3.5 billion.", "Then U.S. firms came."]),
    ("J. K. Lindqvist wrote it.", ["J. K. Lindqvist wrote it."]),
    ("“Stop.” He left.", ["“Stop.”", "He left."]),
    ("Ann left IBM. -Bob stayed. $META hired.", ["Ann left IBM.", "-Bob stayed.", "$META hired."]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("It ends at 5 p.m. sharp, not at six.", ["It ends at 5 p.m. sharp, not at six."]),
    ("Visit example.com today.", ["Visit example.com today."]),
    ("标题没有句号\n正文第一句。", ["标题没有句号", "正文第一句。"]),
    ("  空 格 。  ", ["空 格 。"]),
    ("。。。", []),
    ("", []),
    ("他走了。 ”她说。", ["他走了。", "”她说。"]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES, ids=[text[:20] for text, _ in CASES])
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in split(text)] == sentences


def test_lines_are_counted_from_0_and_empty_ones_count() -> None:
    assert [s.line for s in split("一。二。\n\n三。\r\n四。")] == [0, 0, 2, 3]


@given(st.text(alphabet="ab。！？.!?”’）) \n\r\x0b\u2028A1", max_size=200) | st.text(max_size=200))
def test_sentences_are_in_order_disjoint_and_leave_no_word_out(text: str) -> None:
    sentences = split(text)
    at = 0
    for sentence in sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        assert not any(c.isalnum() for c in text[at : sentence.start])
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        assert len(piece.splitlines()) == 1
        at = sentence.end
    assert not any(c.isalnum() for c in text[at:])
    assert [s.line for s in sentences] == sorted(s.line for s in sentences)
