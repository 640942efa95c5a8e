"""Small pieces that the patterns of both languages are put together from."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from talent_tui.tagging.dates.spec import Spec
from talent_tui.lexicon.numerals import number

SPACE = "[ \u3000]?"
NUMERAL = "(?:[0-9]{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})"
"""A month's or a day's number."""
JOIN = f"{SPACE}(?:到|至|——|--|[-–—－~～―])(?:了)?{SPACE}"
"""Between the ends of a range."""

Builder = Callable[[re.Match[str]], Spec | None]


class Rule(NamedTuple):
    """A pattern, tried where its first characters stand, and what a match means (None: no date after all)."""

    pattern: re.Pattern[str]
    build: Builder
    needs_antecedent: tuple[str, ...] = ()
    """Beginnings that make it a date only behind a date named before."""


def words(table: Iterable[str]) -> str:
    """An alternation of literal words, longest first, so that the longest wins."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(table, key=lambda w: (-len(w), w))) + ")"


@cache
def small_number(text: str) -> int:
    """The value of a day's, month's or count's numeral; 0 for none.

    >>> small_number("二十八"), small_number("07"), small_number("两")
    (28, 7, 2)
    """
    value = number(text.replace("廿", "二十").replace("卅", "三十"))
    return int(value) if value is not None else 0


def four_digits(text: str) -> int:
    """二〇二五 and 2025, read digit by digit."""
    return int(text.translate(_DIGITS))


_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
