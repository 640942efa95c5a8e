"""Small pieces that the patterns of both languages are put together from."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.numerals import number
from talent_tui.tagging.dates.spec import Spec

SPACE = "[ \u3000]?"
DIGITS = "0123456789"
NUMERALS = "〇零○一二三四五六七八九十廿卅"
NUMERAL = "(?:[0-9]{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})"
"""A month's or a day's number."""
JOIN = f"{SPACE}(?:起?[到至]|——|--|[-–—－~～―])(?:了)?{SPACE}"
"""Between the ends of a range."""
LIST = f"{SPACE}[、和及]{SPACE}"
"""Between the members of a list."""
JOINS = "到至-–—－~～―、和及"
"""The characters that `JOIN` and `LIST` can begin with, besides a space."""

Builder = Callable[[re.Match[str]], Spec | None]


class Rule(NamedTuple):
    """A pattern and what a match means (None: no date after all).

    It is tried only where one of `first` stands: one or two characters, of an English rule a word (# for a number). If
    that begins a number, one of `after` must follow the number.
    """

    first: frozenset[str]
    pattern: re.Pattern[str]
    build: Builder
    after: str = ""
    needs_antecedent: tuple[str, ...] = ()
    """Beginnings that make it a date only behind a date named before."""


def rule(first: Iterable[str], pattern: str, build: Builder, *, after: str = "", needs: tuple[str, ...] = ()) -> Rule:
    """A rule with its pattern compiled; `first` are prefixes, a string gives its characters.

    Where `after` is given, a space may follow the number too.
    """
    return Rule(frozenset(first), re.compile(pattern), build, after + " \u3000" if after else "", needs)


def words(table: Iterable[str]) -> str:
    """An alternation of literal words, longest first, so that the longest wins."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(table, key=lambda w: (-len(w), w))) + ")"


def initials(*tables: Iterable[str]) -> set[str]:
    """What the words begin with: their first two characters."""
    return {word[:2] for table in tables for word in table}


def pairs(first: str, second: str) -> set[str]:
    """All prefixes of one of the first and one of the second characters."""
    return {a + b for a in first for b in second}


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
    return int(text.translate(_VALUES))


_VALUES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
