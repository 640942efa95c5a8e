"""Numbers as news writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_tui.lexicon.numerals import NUMBER, number

CASES: list[tuple[str, float | int | None]] = [
    ("12", 12),
    ("0.5", 0.5),
    ("1,998", 1998),
    ("12,345,678", 12_345_678),
    ("2千", 2000),
    ("12.5万", 125_000),
    ("14.3亿", 1_430_000_000),
    ("3万亿", 3_000_000_000_000),
    ("3兆", 3_000_000_000_000),
    ("12 亿", 1_200_000_000),
    ("零", 0),
    ("十", 10),
    ("十五", 15),
    ("二十", 20),
    ("百", 100),
    ("一百零五", 105),
    ("一百二十", 120),
    ("三千", 3000),
    ("十万", 100_000),
    ("千万", 10_000_000),
    ("两万五千", 25_000),
    ("一亿二千万", 120_000_000),
    ("一万亿", 1_000_000_000_000),
    ("二〇二五", 2025),
    ("两", 2),
    ("俩", 2),
    ("", None),
    ("万", None),
    ("半", None),
    ("三千多", None),
    ("1,99", None),
    ("1.2.3", None),
    ("1e5", None),
    ("abc", None),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_value(text: str, value: float | int | None) -> None:
    assert number(text) == value


def _chinese(value: int) -> str:
    """A whole number below ten thousand in characters, as it is taught at school."""
    digits = "零一二三四五六七八九"
    out, zero = "", False
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + unit
            zero = False
        else:
            zero = True
    return out or "零"


@given(st.integers(0, 9999), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_characters_and_digits_are_worth_the_same(value: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert number(f"{value}{word}") == value * factor
    if value:
        assert number(_chinese(value) + word) == value * factor


@given(st.text(alphabet="零一二两三十百千万亿兆0123456789,. ", max_size=40) | st.text(max_size=40))
def test_any_text_has_a_value_or_none(text: str) -> None:
    for match in re.finditer(NUMBER, text):
        value = number(match.group())
        assert value is None or value >= 0
    assert number(f" {text}\n") == number(text)
