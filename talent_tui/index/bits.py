"""Sets of events as Python integers: bit `i` stands for the event at position `i`.

Intersections and counts of such sets run at memory speed without any library, and an integer is immutable.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import compress

_DIGITS = bytes.maketrans(b"01", b"\x00\x01")

SPARSE = 64
"""A value that fewer than one event in this many has is counted event by event, which is then the cheaper way."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Build many small values that hold no cycles without the collector going through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def from_positions(positions: Iterable[int], size: int) -> int:
    """The set of `positions`, each in `0..size-1`."""
    buffer = bytearray((size + 7) // 8)
    for position in positions:
        buffer[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(buffer, "little")


def from_flags(flags: Sequence[bool]) -> int:
    """The set of positions whose flag is true."""
    return from_positions(compress(range(len(flags)), flags), len(flags))


def mask(bits: int, size: int) -> bytes:
    """One byte a position, 1 for a member and 0 for others."""
    return format(bits, "b").zfill(size).encode().translate(_DIGITS)[::-1] if size else b""


def positions(bits: int, size: int) -> list[int]:
    """The members in ascending order."""
    return list(compress(range(size), mask(bits, size)))


def everything(size: int) -> int:
    """The set of all positions."""
    return (1 << size) - 1
