"""Text of an article made safe to show: no character of it can command a terminal or turn the direction of writing."""

import re
from typing import Final

_UNSEEN: Final = "\N{REPLACEMENT CHARACTER}"
_HALVES: Final = re.compile("[\ud800-\udfff]")


def _table() -> dict[int, str]:
    table: dict[int, str] = {c: chr(0x2400 + c) for c in range(0x20)}  # the pictures that Unicode has for controls
    table.update({0x09: " ", 0x0B: " ", 0x0C: " ", 0x0D: " ", 0x7F: "\N{SYMBOL FOR DELETE}"})
    del table[0x0A]
    directions = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    invisible = (*range(0x80, 0xA0), 0xFFF9, 0xFFFA, 0xFFFB, *range(0xE0000, 0xE0080))
    table.update(dict.fromkeys((*directions, *invisible), _UNSEEN))
    table.update({0x2028: "\n", 0x2029: "\n"})
    return table


_TABLE: Final = _table()


def printable(text: str) -> str:
    """The text with every control, escape and bidirectional override shown as a harmless sign; line breaks stay.

    As many characters as before, so offsets hold. Half surrogates, which no terminal can be sent, are replaced too.
    """
    safe = text.translate(_TABLE)
    return _HALVES.sub(_UNSEEN, safe)


def counted(count: int, noun: str) -> str:
    """So many of a thing, for messages of the commands: `1 event`, `2 events`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def one_line(text: str) -> str:
    """`printable` text with every run of white space, line breaks included, as one space."""
    return " ".join(printable(text).split())
