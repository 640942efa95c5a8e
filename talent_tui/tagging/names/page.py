"""A text made ready for the name rules: marks folded, words cut, places that must yield nothing masked."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from talent_tui.model import CleanText, Sentence

if TYPE_CHECKING:
    import jieba

Kind = Literal["person", "organisation"]

HAN = r"\u3400-\u9fff"
LETTER = r"A-Za-z\u00c0-\u024f"
_NO_NAMES = re.compile(
    r"https?://[^\s\u3000-\u9fff]+|www\.[^\s\u3000-\u9fff]+|(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9.-]+"
)
_FOLD = str.maketrans(
    {"•": "·", "‧": "·", "・": "·", "．": "·", "∙": "·", "’": "'", "‘": "'", "\u00a0": " ", "\u2011": "-"}
)
_RARE = 60
_WORD = re.compile(rf"[{HAN}]+")


@dataclass(frozen=True)
class Page:
    """A text and what every rule asks about it. All offsets are those of the clean text.

    `text` has middle dots, apostrophes and spaces folded, one character for one. `words` are the jieba words of its
    Chinese runs as (start, end); `cut` tells for each offset whether it lies inside a word of the dictionary (1: one
    that is hardly ever seen, 2: any other). `masked` tells for each character whether it must yield nothing.
    `is_latin` is true of a text in Latin script.
    """

    text: str
    words: tuple[tuple[int, int], ...]
    cut: bytes
    begins: bytes
    masked: bytes
    sentences: tuple[Sentence, ...]
    is_latin: bool

    def is_masked(self, start: int, end: int) -> bool:
        """Whether a character of the run must yield nothing."""
        return 1 in self.masked[start:end]

    def splits_word(self, start: int, end: int) -> bool:
        """Whether the run begins or ends in the middle of a word of the dictionary that reaches beyond it."""
        return bool(self.cut[start] or self.cut[end])

    def before(self, start: int, width: int = 24) -> str:
        """Up to `width` characters of the same line in front of an offset."""
        left = self.text[max(0, start - width) : start]
        return left.rpartition("\n")[2]

    def after(self, end: int, width: int = 24) -> str:
        """Up to `width` characters of the same line behind an offset."""
        return self.text[end : end + width].partition("\n")[0]


@cache
def segmenter() -> "jieba.Tokenizer":
    """jieba with its dictionary loaded, its cache in our own folder, silent."""
    import logging

    import jieba
    from platformdirs import user_cache_path

    jieba.setLogLevel(logging.ERROR)
    folder = user_cache_path("talent-tui", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        jieba.dt.tmp_dir = str(folder)
    except OSError:
        pass  # jieba then uses the system's folder for temporary files
    jieba.initialize()
    return jieba.dt


def frequency(word: str) -> int:
    """How often jieba's dictionary has seen the word; 0 for one that it does not hold."""
    return segmenter().FREQ.get(word) or 0


_REASON = re.compile("因(?:为|个人|身体|健康|家庭|工作|涉嫌|违反|违纪|违规|不满|业绩|年龄|任期|病|故|公司|与|在)")


_TAKES = frozenset("拉叫带捎喊联")
"""With 上 behind it: takes somebody along."""


@cache
def dictionary_people() -> frozenset[str]:
    """Names of three characters that jieba's dictionary marks as names of people. Read once, when one is asked for."""
    import jieba

    out = set()
    with jieba.get_module_res("dict.txt") as lines:
        for line in lines:
            if line.rstrip().endswith(b" nr"):
                word = line.split(b" ", 1)[0].decode()
                if len(word) == 3:
                    out.add(word)
    return frozenset(out)


def prepare(clean: CleanText, sentences: tuple[Sentence, ...]) -> Page:
    """The page of a clean text."""
    text = clean.text.translate(_FOLD)
    size = len(text)
    masked = bytearray(size)
    for span in clean.blocked:
        masked[span.start : span.end] = b"\1" * (span.end - span.start)
    for match in _NO_NAMES.finditer(text):
        masked[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    cut, begins = bytearray(size + 1), bytearray(size + 1)
    words: list[tuple[int, int]] = []
    han = 0
    for run in _WORD.finditer(text):
        han += run.end() - run.start()
        at = run.start()
        for word in segmenter().cut(run.group(), HMM=False):
            end = at + len(word)
            words.append((at, end))
            begins[at] = 1
            if _REASON.match(text, end - 1) or (word == "上周" and text[at - 1 : at] in _TAKES):
                # 艾铁成|因个人原因: 成因 is no word here; 拉上|周立诚: nor is 上周.
                begins[end - 1] = 1
            elif end - at > 1:
                cut[at + 1 : end] = (b"\1" if frequency(word) < _RARE else b"\2") * (end - at - 1)
            at = end
        begins[at] = 1
    return Page(
        text=text,
        words=tuple(words),
        cut=bytes(cut),
        begins=bytes(begins),
        masked=bytes(masked),
        sentences=sentences,
        is_latin=han * 8 < size,
    )


def lines_with_offsets(text: str) -> list[tuple[int, int]]:
    """The lines of a text as (start, end), line break left out."""
    marks = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    return [(a + 1, b) for a, b in pairwise(marks)]
