"""How the commands print: what people watch and what programs read, in UTF-8, whatever the system's settings."""

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size


def prepare_streams() -> None:
    """Make standard output and error take every character; what cannot be written is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(encoding="utf-8", errors="replace")


def say(sentence: str) -> None:
    """A message for people, on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def write_data(data: bytes) -> None:
    """Data for programs, on standard output, behind whatever was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def watched(stream: TextIO | None = None) -> bool:
    """Whether a person watches the stream (standard output if none is named) on a terminal that can move and colour."""
    out = stream if stream is not None else sys.stdout
    return bool(out is not None and out.isatty() and os.environ.get("TERM") != "dumb")


def coloured() -> bool:
    """Whether standard output may be coloured (https://no-color.org)."""
    return watched() and not os.environ.get("NO_COLOR")


def paint(text: str, style: str) -> str:
    """The text in an ANSI style ("1", "2", "31"…) where colour is welcome, else as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if style and coloured() else text


def clipped(text: str, cells: int) -> str:
    """The text in at most so many terminal cells, "~" at the end where something was cut."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(cells - 1, 0)).rstrip() + "~" if cells > 0 else ""


def aligned(rows: Sequence[Sequence[str]], limits: Sequence[int | None] = ()) -> list[list[str]]:
    """The cells of each row padded to their column's display width; the last column is left as it is.

    `limits` cuts columns to so many terminal cells; None leaves one uncut.
    """
    if not rows:
        return []
    columns = max(len(row) for row in rows)
    bounds = [*limits, *[None] * (columns - len(limits))]
    cut = [
        [clipped(c, bound) if bound is not None else c for c, bound in zip(row, bounds, strict=False)] for row in rows
    ]
    widths = [max(cell_len(row[i]) for row in cut if i < len(row)) for i in range(columns)]
    return [[c if i == columns - 1 else set_cell_size(c, widths[i]) for i, c in enumerate(row)] for row in cut]
