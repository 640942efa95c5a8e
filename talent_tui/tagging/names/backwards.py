"""The words of a page walked backwards from where a name ends, and whether words are made up."""

import re
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_LATIN_CHAR = re.compile(r"[A-Za-z0-9&]")
_COUNTED = re.compile(r"^[一二两三四五六七八九十几数多每各半\d]+[家个款名位项种支场次批条座所成套轮大]?$")
_RARE = 60
_WORD_BY_ITSELF = 30_000
"""A character that jieba's dictionary has seen alone so often is a word (着, 过, 走), no part of a made-up name."""


_OPENS_NAME = ("公司", "厂商", "商家", "供应商")
"""A word that ends so says what the name behind it is, and is no part of it."""


class Word(NamedTuple):
    """A word of the page, from `start` to before `end`."""

    start: int
    end: int


@cache
def name_stops() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that never stand in a firm's name, generic ones that do not make one, single characters that end one."""
    words = name_words()
    generic = frozenset(words.generic)
    said = frozenset(words.titles) | frozenset(words.speech) | frozenset(words.moves)
    return frozenset(words.firm_stops) | said, generic, frozenset(words.firm_stop_chars)


class Back:
    """Walks the words of a page backwards from an offset to where a name may begin."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.starts = {end: start for start, end in page.words}

    def walk(
        self, end: int, width: int, extra: frozenset[str] = frozenset(), allowed: frozenset[str] = frozenset()
    ) -> list[Word]:
        """The words in front of `end`, nearest first, up to `width` characters, none of them a stop word.

        `extra` are further stop words, `allowed` are stop words that are none here.
        """
        never, _, chars = name_stops()
        words: list[Word] = []
        at, text = end, self.page.text
        while at > 0 and end - at < width:
            start = self.starts.get(at)
            if start is None:
                start = at
                while start > 0 and at - start < 16 and _LATIN_CHAR.match(text[start - 1]):
                    start -= 1
                if start == at or not text[start].isalpha():
                    break
            word = text[start:at]
            if word == "小" and words and words[-1].end - words[-1].start == 1:
                words.append(Word(start, at))
                break
            if (
                (word in never and word not in allowed)
                or word in extra
                or word.endswith(_OPENS_NAME)
                or (len(word) == 1 and word in chars)
                or _COUNTED.match(word)
            ):
                break
            if self.page.is_masked(start, at):
                break
            words.append(Word(start, at))
            at = start
        return words


def is_rare(page: Page, word: Word) -> bool:
    """Whether the dictionary does not know the word well."""
    text = page.text[word.start : word.end]
    return len(text) == 1 or not _HAN.match(text) or frequency(text) < _RARE


def is_made_up(page: Page, words: list[Word]) -> bool:
    """Whether the words are none of the language: two single characters in a row, or Latin letters."""
    single = 0
    for word in words:
        text = page.text[word.start : word.end]
        single = single + 1 if len(text) == 1 and frequency(text) < _WORD_BY_ITSELF else 0
        if single >= 2 or not _HAN.match(text):
            return True
    return False
