"""Text from articles never commands the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_tui.model.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("林若川 joins 布莱特。", "林若川 joins 布莱特。"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x9b31m", "a�31m"),
        ("abc\u202edef\u202c", "abc�def�"),
        ("\u2066x\u2069\u200e\u200f\u061c", "�x����"),
        ("a\tb\r\nc\x0bd", "a b \nc d"),
        ("bell\x07 del\x7f nul\x00", "bell␇ del␡ nul␀"),
        ("half \ud800 a character", "half � a character"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_offsets_hold_and_nothing_commands(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert "\n" not in one_line(text)
    shown.encode()
