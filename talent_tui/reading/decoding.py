"""Bytes to text: which encoding a file is in, without asking anyone.

UTF-8 is taken where the bytes are UTF-8 but for a few. Else the Chinese and Western encodings are tried, and the one
wins that gives the most ordinary text: characters that news is made of count for it, rare ones and undecodable bytes
against it. Line ends and all other characters stay as they are; only a byte order mark is dropped.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.characters import common_characters
from talent_tui.model import Repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "cp950", "cp1252")
_SAMPLE = 20_000
_WESTERN = frozenset("“”‘’–—…•·£€©®™°½éèêëáàâäãåæçñóòôöõøœúùûüíìîïßÉÈÁÀÂÄÅÆÇÑÓÖØÜÍ")
_CHINESE_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·　％～")
_LOST = "�"


class Decoded(NamedTuple):
    """A text, the encoding it was in, and the bytes that made no sense in it, if any."""

    text: str
    encoding: str
    repairs: tuple[Repair, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`. `declared` is what a page says of itself; it is believed if it decodes without a fault."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], encoding)
    for candidate in ("utf-8", _known(declared)):
        if candidate is not None:
            try:
                return Decoded(data.decode(candidate), candidate)
            except UnicodeDecodeError:
                continue
    if _is_damaged_utf8(data):
        return _replaced(data, "utf-8")
    return _replaced(data, max(_CANDIDATES, key=lambda encoding: _score(data, encoding)))


def _replaced(data: bytes, encoding: str) -> Decoded:
    """Decode with U+FFFD for what is undecodable, and say so."""
    text = data.decode(encoding, "replace")
    first = text.find(_LOST)
    if first < 0 or _LOST.encode() in data:
        return Decoded(text, encoding)
    example = text[max(0, first - 5) : first + 5]
    return Decoded(text, encoding, (Repair("encoding", text.count(_LOST), first, example),))


def _known(declared: str | None) -> str | None:
    """The codec for a declared charset; the Chinese ones in their largest form, as browsers read them."""
    if declared is None:
        return None
    name = declared.strip().lower().replace("_", "-")
    if name in ("gb2312", "gbk", "x-gbk", "gb-2312", "gb2312-80", "euc-cn"):
        return "gb18030"
    if name in ("big5", "big-5", "x-x-big5", "cn-big5", "big5-hkscs"):
        return "big5hkscs"
    if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        return "cp1252"
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs that turn bytes into bytes (base64, zip) have no place in a page.
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all characters beyond ASCII are whole in UTF-8: bytes of another encoding seldom are by chance."""
    text = data.decode("utf-8", "replace")
    lost = text.count(_LOST)
    whole = len(re.findall(r"[^\x00-\x7f�]", text))
    return whole >= 3 * lost


@cache
def _ordinary() -> tuple[frozenset[str], frozenset[str]]:
    """The common characters in both scripts, and the ordinary ones (first levels of GB 2312 and Big5)."""
    from opencc import OpenCC

    common = common_characters()
    traditional = frozenset(OpenCC("s2t").convert("".join(sorted(common))))
    first = bytes(b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
    first_big5 = bytes(
        b for lead in range(0xA4, 0xC7) for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)) for b in (lead, trail)
    )
    ordinary = frozenset(first.decode("gb2312", "ignore")) | frozenset(first_big5.decode("big5", "ignore"))
    return common | traditional, ordinary


def _score(data: bytes, encoding: str) -> float:
    """How ordinary the text would be, per byte beyond ASCII; about 0.5 for the right encoding, below 0 for a wrong one.

    The weights are set by hand: three rare characters outweigh one common one.
    """
    sample = data[:_SAMPLE]
    beyond = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    text = sample.decode(encoding, "replace")
    if text.endswith(_LOST) and len(data) > _SAMPLE:
        text = text[:-1]
    if encoding == "cp1252":
        return _western_score(text) / max(1, beyond)
    common, ordinary = _ordinary()
    score = 0.0
    for char in text:
        if char < "\x80":
            continue
        if char in common or char in _CHINESE_MARKS:
            score += 1
        elif char in ordinary:
            score += 0.2
        elif char == _LOST:
            score -= 3
        elif "一" <= char <= "鿿":
            score -= 0.6
        elif char in _WESTERN:
            score -= 0.2
        else:
            score -= 1
    return score / max(1, beyond)


def _western_score(text: str) -> float:
    score = 0.0
    before = " "
    for char in text:
        if char >= "\x80":
            # Western letters and marks stand among ASCII; bytes of Chinese come in rows.
            score += 0.6 if char in _WESTERN and before < "\x80" else -0.7
        before = char
    return score
