"""The furniture of pages: `clutter.toml`."""

import re
from functools import cache

import msgspec

from talent_tui.lexicon.tables import load


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
    choices = (re.escape(word).replace(r"\#", r"\s*\d[\d.,]*\s*[万wk+]*\s*") for word in words)
    # A colon may be the Chinese one, and stand apart.
    alternatives = "|".join(choices).replace(":", r"\s*[:：]").replace(r"\|", r"\s*[|丨]")
    return re.compile(frame.replace("{}", alternatives), re.IGNORECASE)
