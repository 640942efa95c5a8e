"""Words for money: `money.toml`."""

from functools import cache

import msgspec

from talent_tui.lexicon.tables import load


class MoneyWords(msgspec.Struct, frozen=True):
    """Currency words by the side of the figure they stand on, scale words, and the words that make a bare 3亿 a sum."""

    after: dict[str, str]
    before: dict[str, str]
    context: dict[str, list[str]]
    scales: dict[str, int]


@cache
def money_words() -> MoneyWords:
    """The table that ships with the program."""
    return load("money", MoneyWords)
