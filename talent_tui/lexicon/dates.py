"""Words for dates: `dates.toml`, where each table says what it means; how they combine is grammar, in tagging/dates."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from talent_tui.lexicon.tables import load

Unit = Literal["day", "week", "month", "year"]


class WordList(msgspec.Struct, frozen=True):
    """Words that all mean the same, or that only need to be known."""

    words: list[str]


class Pairs(msgspec.Struct, frozen=True):
    """Two units in one word: the offsets of the first and the last."""

    days: dict[str, tuple[int, int]]
    years: dict[str, tuple[int, int]]


class Marks(msgspec.Struct, frozen=True):
    """Words in front of or behind a date that open a side of it or make it approximate."""

    about_before: list[str]
    about_behind: list[str]
    since_behind: list[str]
    until_before: list[str]


class Tense(msgspec.Struct, frozen=True):
    """Words that tell whether a clause speaks of the past or the future. `not_tense` hides those it contains;
    `planned` tells of what was once expected, which may lie on either side; `scheduled` are verbs that need no other
    word to tell of the future (8月20日举行)."""

    future: list[str]
    past: list[str]
    planned: list[str]
    reporting: list[str]
    scheduled: list[str]
    not_tense: list[str] = []


class Stop(msgspec.Struct, frozen=True):
    """Words and, for English, phrases in lower case that contain a date word but name no date."""

    phrases: list[str]
    words: list[str]


class EnglishDates(msgspec.Struct, frozen=True):
    """The English words, all in lower case."""

    days: dict[str, int]
    months: dict[str, int]
    named: dict[str, tuple[Unit, int]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    tense: Tense
    weekdays: dict[str, int]


class DateWords(msgspec.Struct, frozen=True):
    """The whole table."""

    days: dict[str, int]
    english: EnglishDates
    marks: Marks
    month_parts: dict[str, tuple[int, int]]
    months: dict[str, int]
    named_days: dict[str, int]
    named_months: dict[str, int]
    named_weeks: dict[str, int]
    named_years: dict[str, int]
    needs_antecedent: WordList
    pairs: Pairs
    recent: WordList
    seasons: dict[str, tuple[int, int]]
    spring_festival: dict[str, date]
    stop: Stop
    tense: Tense
    weekdays: dict[str, int]
    weeks: dict[str, int]
    year_parts: dict[str, tuple[int, int]]
    year_seasons: dict[str, int]
    years: dict[str, int]


@cache
def date_words() -> DateWords:
    """The table that ships with the program."""
    return load("dates", DateWords)
