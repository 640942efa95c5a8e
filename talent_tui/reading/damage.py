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
_CUT_MARK = re.compile(rf"\?!|[?!](?=[{_HAN}])")
_CUT_DATE = re.compile(r"(?:\?!)?\?(?=月\d)(?:月\d{1,2}[日号號]?)")
_LOST_HYPHEN = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,12})\?(?=\d)")
_WIDE_RUN = re.compile(r"[^\x00-\x7f\s]{0,200}")
_WIDE_RUN_BACKWARDS = 60
_SWALLOWED = re.compile(r"[@-~]")


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
    hyphened = set(re.findall(r"(?<![A-Za-z])([A-Za-z]{1,12})[-‐‑](?=\d)", text))
    return [match.end() - 1 for match in found if match[1] in hyphened]


def _shifted(text: str) -> list[Span]:
    runs = [Span(*found.span()) for found in _CUT_DATE.finditer(text)]
    runs += [_around_cut_reading(text, found) for found in _CUT_READING.finditer(text)]
    for found in _CUT_MARK.finditer(text):
        run = _after_cut_mark(text, found)
        if run is not None:
            runs.append(run)
    return _joined(runs)


def _around_cut_reading(text: str, found: re.Match[str]) -> Span:
    """C?pin) is a cut in itself; the shifted bytes lie behind it, or before it if it brought them back into step."""
    start, end = found.span()
    behind = _swallowing_end(text, end)
    if behind is not None and _gain(text[end:behind], b"") > 0:
        reading = re.compile(rf"\({_SYLLABLE}\)").match(text, behind)
        return Span(start, reading.end() if reading else behind)
    before = start
    while before > max(0, start - _WIDE_RUN_BACKWARDS) and not text[before - 1].isascii():
        before -= 1
    if before and text[before - 1] in "?!" and before < start:
        before -= 1
        if text[before] == "!" and before and text[before - 1] == "?":
            before -= 1
        return Span(before, end)
    return Span(start, end)


def _after_cut_mark(text: str, found: re.Match[str]) -> Span | None:
    """The shifted run behind ?!, ? or ! if there is one: it swallows an ASCII character and makes sense one byte off.

    After ! the byte A1 is missing (the first of 。“”《「), after a lone ? the byte BF.
    """
    start, end = found.span()
    stop = _swallowing_end(text, end)
    if stop is None or stop - end < 3:
        return None
    orphan = b"\xbf" if found[0] == "?" else b"\xa1"
    if _gain(text[end:stop], orphan) <= 0:
        return None
    reading = re.compile(rf"\({_SYLLABLE}\)").match(text, stop)
    return Span(start, reading.end() if reading else stop)


def _swallowing_end(text: str, start: int) -> int | None:
    """The end of the run from `start` of characters beyond ASCII with the ASCII character that a shift would swallow.

    That is a letter or another trail byte of GBK, or a question mark, which stands for what is none.
    """
    found = _WIDE_RUN.match(text, start)
    stop = found.end() if found else start
    if stop == start or stop >= len(text):
        return None
    if text[stop] == "?" or _SWALLOWED.match(text[stop]):
        return stop + 1
    return None


def _gain(run: str, orphan: bytes) -> float:
    """How much more ordinary `run` is when its bytes are paired one off, `orphan` before them; 0 or less: it is not.

    Without an orphan the first byte is left out. Both sides are means per character. The margin keeps clean text
    clean: its own pairs are ordinary, its shifted ones are not.
    """
    stem = run[:-1] if run.endswith("?") else run
    try:
        data = stem.encode("gb18030")
    except UnicodeEncodeError:
        return 0.0
    shifted = (orphan + data if orphan else data[1:]).decode("gbk", "replace")
    return _ordinariness(shifted) - _ordinariness(run) - 0.3


def _ordinariness(run: str) -> float:
    common = common_characters()
    chars = simplify(run[:-1] if run[-1:].isascii() else run)
    score = 0.0
    for char in chars:
        if char in common or char in "，。、；：？！“”‘’（）《》「」『』—…·":
            score += 1
        elif not _in_first_level(char):
            # An ASCII character inside the run counts here too: the shift would have ended at it.
            score -= 1
    return score / max(1, len(chars))


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
