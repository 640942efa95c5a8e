"""Damage that copying did to Chinese text: readings leaked in, bytes shifted, hyphens lost.

Some sites' text went through a program that searched GBK *bytes* for certain characters and put "(pinyin)" behind each
hit. Where the hit was a character, its reading leaked into the text: 發(fā)現(xiàn). Where the two bytes belonged to
two neighbours, it cut both, and from there every pair of bytes is read one off, until an ASCII byte is swallowed and
the pairs fall into step again. A cut at the bytes of ！ or ？ leaves just ! or ? or both.

Readings are found exactly. Shifted runs are found and told, never mended here. All offsets are in the stored text.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from talent_tui.lexicon.characters import common_characters
from talent_tui.model import Span
from talent_tui.reading.script import simplify

_HAN = "㐀-䶿一-鿿豈-﫿"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = rf"[a-zü{_TONED}]{{1,7}}"
_LEAK = re.compile(rf"(?<=([{_HAN}]))[(（]({_SYLLABLE})[)）]")
_TONE_FREE = str.maketrans(_TONED, "aaaaeeeeiiiioooouuuuüüüünnnm")

_CUT_READING = re.compile(rf"(?<=[{_HAN}])\?({_SYLLABLE})\)")
_CUT_MARK = re.compile(rf"(?:\?!|[?!])(?=[{_HAN}])")
_CUT_AND_RUN = re.compile(r"(?:\?!|(?<!\?)[?!])[^\x00-\x7f]+\Z")
_CUT_DATE = re.compile(r"(?:\?!)?\?月\d{1,2}[日号號]?")
_LOST_HYPHEN = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,12})\?(?=\d)")
_HYPHEN = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,12})[-‐‑](?=\d)")
_READING_BEHIND = re.compile(rf"\({_SYLLABLE}\)")
_WORD = re.compile(r"[A-Za-z0-9]")
_MARKS = frozenset("，。、；：？！“”‘’（）《》「」『』—…·")
_LONGEST_RUN = 200
_CLEAR = 1.5
_CLEAR_BEFORE_WORD = 4.0
"""How many common characters more the other pairing of a run must give (see `_gain`). More is asked for where the run
does not end in a lone swallowed letter: behind a question in clean text a Latin word or a rare character may follow
soon. Measured: of 32,000 places in clean text of both scripts, read as if a cut stood before each, none is mistaken."""


class Damage(NamedTuple):
    """What was found, each list sorted: leaked readings with their brackets, shifted runs, places of lost hyphens."""

    readings: list[Span]
    shifted: list[Span]
    hyphens: list[int]


def find_damage(text: str) -> Damage:
    """All damage of `text` that can be told from clean writing."""
    shifted = _shifted(text)
    readings = [span for span in _readings(text) if not any(run.overlaps(span) for run in _near(shifted, span))]
    return Damage(readings, shifted, _hyphens(text))


def _near(runs: list[Span], span: Span) -> list[Span]:
    at = bisect_left(runs, Span(span.start, span.end))
    return runs[max(0, at - 1) : at + 1]


def _readings(text: str) -> list[Span]:
    """Brackets that hold nothing but a reading of the character before them.

    A syllable with a tone mark counts whichever tone it has, since dictionaries differ; one without counts only where
    the reading itself is toneless (的(de)), so that true brackets (AI公司(xai)) stay.
    """
    return [Span(*found.span()) for found in _LEAK.finditer(text) if _is_reading(found[1], found[2])]


@lru_cache(maxsize=4096)
def _is_reading(char: str, syllable: str) -> bool:
    plain = syllable.translate(_TONE_FREE)
    known = _known_readings(char)
    if plain == syllable:
        return syllable in known
    return plain in {reading.translate(_TONE_FREE) for reading in known}


def _known_readings(char: str) -> frozenset[str]:
    # Costs a quarter of a second to import: only a text with such a bracket pays for it.
    from pypinyin import pinyin

    return frozenset(pinyin(char, heteronym=True, errors="ignore")[0]) if pinyin(char, errors="ignore") else frozenset()


def _hyphens(text: str) -> list[int]:
    """Question marks that were a non-breaking hyphen (GPT?4), where the same text writes the name with a hyphen too."""
    found = list(_LOST_HYPHEN.finditer(text))
    if not found:
        return []
    hyphened = set(_HYPHEN.findall(text))
    return [match.end() - 1 for match in found if match[1] in hyphened]


def _shifted(text: str) -> list[Span]:
    runs = [Span(*found.span()) for found in _CUT_DATE.finditer(text)]
    for found in _CUT_READING.finditer(text):
        # The run lies behind the cut, or before it if the cut brought the bytes back into step.
        run = _run_behind(text, found.end(), None)
        start = found.start() if run else _cut_before(text, found.start())
        runs.append(Span(start, run.end if run else found.end()))
    for found in _CUT_MARK.finditer(text):
        # Of 。 A1 or the whole is gone; a cut at the bytes of ？ may leave the first byte of the next character too.
        orphans = (b"\xa1", b"\xbf") if found[0] == "?" else (b"\xa1",)
        found_runs = [run for orphan in orphans if (run := _run_behind(text, found.end(), orphan))]
        if found_runs:
            runs.append(Span(found.start(), max(run.end for run in found_runs)))
    return _joined(runs)


def _cut_before(text: str, end: int) -> int:
    """Where the run that ends at `end` began: at another cut's mark, with nothing but wide characters between."""
    found = _CUT_AND_RUN.search(text, max(0, end - _LONGEST_RUN), end)
    return found.start() if found else end


def _run_behind(text: str, start: int, orphan: bytes | None) -> Span | None:
    """The shifted run that begins at `start`, if there is one, with the reading that leaked in right behind it."""
    end, paired = _paired_one_off(text[start : start + _LONGEST_RUN], orphan)
    lone = text[start + end - 1 : start + end].isascii() and not _WORD.match(text, start + end)
    if not paired or _gain(text[start : start + end], paired) < (_CLEAR if lone else _CLEAR_BEFORE_WORD):
        return None
    reading = _READING_BEHIND.match(text, start + end)
    return Span(start, reading.end() if reading else start + end)


def _paired_one_off(text: str, orphan: bytes | None) -> tuple[int, str]:
    """Pair the bytes of `text` one off: how many characters it takes until they fall into step, and what they say.

    `orphan` is the byte before the first; None if it is unknown, then the first byte of `text` is left out. They fall
    into step where an ASCII byte ends a pair or stands alone, or where it was swallowed and left a question mark. A
    reading that leaked in on the way is passed over. (0, "") where they never do.
    """
    said: list[str] = []
    pending = orphan or b""
    place = 0
    while place < len(text):
        char = text[place]
        if char == "(" and (reading := _READING_BEHIND.match(text, place)):
            place = reading.end()
            continue
        place += 1
        if char.isascii():
            if not pending or not (char == "?" or "@" <= char <= "~"):
                break
            if char != "?":
                said.append((pending + char.encode()).decode("gbk", "replace"))
            return place, "".join(said)
        try:
            pair = char.encode("gbk")
        except UnicodeEncodeError:
            break
        if pending:
            said.append((pending + pair[:1]).decode("gbk", "replace"))
        pending = pair[1:]
        if pending < b"\x80":
            return place, "".join(said)
    return 0, ""


def _gain(run: str, paired: str) -> float:
    """How much more ordinary than `run` its bytes are when `paired` one off, in common characters."""
    return _ordinariness(paired) - _ordinariness(_READING_BEHIND.sub("", run))


def _ordinariness(run: str) -> int:
    """Common characters and Chinese marks less those outside the 3,755 most used ones."""
    common = common_characters()
    return sum(1 if char in common or char in _MARKS else 0 if _in_first_level(char) else -1 for char in simplify(run))


def _in_first_level(char: str) -> bool:
    """Whether GB 2312 has the character among its 3,755 most used ones (rows 16 to 55)."""
    try:
        return b"\xb0" <= char.encode("gb2312")[:1] <= b"\xd7"
    except UnicodeEncodeError:
        return False


def _joined(runs: list[Span]) -> list[Span]:
    out: list[Span] = []
    for run in sorted(runs):
        if out and run.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, run.end))
        else:
            out.append(run)
    return out
