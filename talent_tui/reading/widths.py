"""Full-width forms, odd spaces, hyphens, compatibility characters: one plain form each, character for character."""

import unicodedata

KEPT_WIDE = "，！？；："
"""Full-width marks that Chinese sentences are written with; they stay."""


def _folding() -> dict[int, str]:
    """One character for one: ASCII for its full-width form (but the Chinese sentence marks), one kind of space, of
    hyphen and of line end, and the ordinary character for its compatibility and radical form (in texts out of PDF)."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in KEPT_WIDE}
    table |= dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
    table |= dict.fromkeys([0x2010, 0x2011, 0xFE63], "-")
    table |= dict.fromkeys([0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029], "\n")
    table |= dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0)], " ")
    table |= {0xFF61: "。", 0xFF62: "「", 0xFF63: "」", 0xFF64: "、"}
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


_FOLDED = _folding()


def fold(text: str) -> str:
    """`text` with every character in its plain form; its length stays."""
    return text.translate(_FOLDED)
