"""The furniture of pages: `clutter.toml`."""

import re
from functools import cache

import msgspec

from talent_tui.lexicon.tables import load

# Spaces are few, so that a line of nothing else costs no more than its length.
_NUMBER = r"\s{0,3}\d[\d.]*\s{0,3}[万wk]?\+?\s{0,3}"


class ClutterWords(msgspec.Struct, frozen=True):
    """Wordings as written in the table, simplified and in lower case, "#" for a number."""

    beginnings: list[str]
    endings: list[str]
    lines: list[str]
    sections: list[str]
    short_beginnings: list[str]


class ClutterPatterns(msgspec.Struct, frozen=True):
    """The same as patterns over one line, in any case: `lines` and `sections` match all of it, the others a part."""

    beginnings: re.Pattern[str]
    endings: re.Pattern[str]
    lines: re.Pattern[str]
    sections: re.Pattern[str]
    short_beginnings: re.Pattern[str]


@cache
def clutter_patterns() -> ClutterPatterns:
    """The table that ships with the program."""
    words = load("clutter", ClutterWords)
    return ClutterPatterns(
        beginnings=_either(words.beginnings, "(?:{})"),
        endings=_either(words.endings, "(?:{})"),
        lines=_either(words.lines, r"(?:{})\W*"),
        sections=_either(words.sections, r"\W*(?:{})\W*"),
        short_beginnings=_either(words.short_beginnings, "(?:{})"),
    )


def _either(words: list[str], frame: str) -> re.Pattern[str]:
    choices = (
        # Marks may be the Chinese ones, and a colon may stand apart.
        re.escape(word)
        .replace(",", "[,，]")
        .replace(":", r"\s*[:：]")
        .replace(r"\|", r"\s*[|丨]")
        .replace(r"\#", _NUMBER)
        for word in words
    )
    return re.compile(frame.replace("{}", "|".join(choices)), re.IGNORECASE)
