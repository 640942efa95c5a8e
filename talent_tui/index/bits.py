"""Sets of events as Python integers: bit `i` stands for the event at position `i`.

Intersections and counts of such sets run at memory speed without any library, and an integer is immutable.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import compress

_DIGITS = bytes.maketrans(b"01", b"\x00\x01")
_FIGURES = bytes.maketrans(b"\x00\x01", b"01")

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
    members = bytearray(size)
    for position in positions:
        members[position] = 1
    return from_mask(members)


def from_flags(flags: Sequence[bool]) -> int:
    """The set of positions whose flag is true."""
    return from_mask(bytes(flags))


def from_mask(members: bytes | bytearray) -> int:
    """The set of positions whose byte is 1; the others are 0."""
    return int(members[::-1].translate(_FIGURES), 2) if members else 0


def mask(bits: int, size: int) -> bytes:
    """One byte a position, 1 for a member and 0 for others."""
    return format(bits, "b").zfill(size).encode().translate(_DIGITS)[::-1] if size else b""


def positions(bits: int, size: int) -> list[int]:
    """The members in ascending order."""
    return list(compress(range(size), mask(bits, size)))


def everything(size: int) -> int:
    """The set of all positions."""
    return (1 << size) - 1
