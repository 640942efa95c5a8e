"""Raw text as the grammar reads it: simplified script, plain digits and letters, the same length as before."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE |= {0x3000: 0x20, 0xFF0F: 0x2F, 0xFF0E: 0x2E, 0xFF05: 0x25, 0xFF0B: 0x2B, 0x00A0: 0x20}
_SEEN = re.compile("[㐀-鿿]")


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


def fold(text: str) -> str:
    """`text` in simplified script with full-width digits and letters made plain; offsets stay as they are."""
    text = text.translate(_WIDE)
    if not _SEEN.search(text):
        return text
    simplified: str = _converter().convert(text)
    if len(simplified) == len(text):
        return simplified
    return "".join(_same_length(piece) for piece in re.split(r"(?<=[\n。])", text))


def _same_length(piece: str) -> str:
    converted: str = _converter().convert(piece)
    if len(converted) == len(piece):
        return converted
    return "".join(c if len(one := _converter().convert(c)) != 1 else one for c in piece)
