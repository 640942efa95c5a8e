"""Simplified and traditional script: which one a text is in, and the text in simplified.

Which script a character belongs to is read off the two national character sets: GB 2312 holds the simplified ones,
Big5 the traditional, and what stands in both says nothing.
"""

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from talent_tui.model import Language

if TYPE_CHECKING:
    from opencc import OpenCC


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿" or char >= "\U00020000"


def language_of(text: str) -> Language:
    """The language of most of the text, by counting: a Han character weighs as much as ten Latin letters."""
    counts = Counter(text)
    han = {char: count for char, count in counts.items() if _is_han(char)}
    latin = sum(count for char, count in counts.items() if char.isascii() and char.isalpha())
    if sum(han.values()) * 10 < latin:
        return "en"
    in_gb = _encodable(han, "gb2312")
    in_big5 = _encodable(han, "big5")
    simplified = sum(count for char, count in han.items() if char in in_gb and char not in in_big5)
    traditional = sum(count for char, count in han.items() if char in in_big5 and char not in in_gb)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def simplify(text: str) -> str:
    """`text` in simplified script, character for character: its length and its lines stay as they are.

    In a text that is mostly simplified, lines without a traditional character are left alone, since characters that
    both scripts share (乾 in a name) would be read as traditional ones.
    """
    outside = {char for char in set(text) if _is_han(char)}
    outside -= _encodable(outside, "gb2312")
    if not outside:
        return text
    traditional = frozenset(char for char in outside if _converted(char) != char)
    if not traditional:
        return text
    everywhere = language_of(text) == "zh-Hant"
    return "\n".join(
        _converted(line) if everywhere or not traditional.isdisjoint(line) else line for line in text.split("\n")
    )


def _encodable(chars: dict[str, int] | set[str], encoding: str) -> set[str]:
    return set("".join(chars).encode(encoding, "ignore").decode(encoding))


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


def _converted(line: str) -> str:
    converted: str = _converter().convert(line)
    if len(converted) == len(line):
        return converted
    chars = (_converter().convert(char) for char in line)
    return "".join(new if len(new) == 1 else old for new, old in zip(chars, line, strict=True))
