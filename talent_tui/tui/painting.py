"""How the app puts text on the screen: pieces with the name of a style, drawn as they are.

Nothing in a piece is markup, and what could command a terminal has been made harmless.
"""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from talent_tui.model.printable import printable
from talent_tui.tui.theme import looks_of
from talent_tui.tui.wrap import fit


class Piece(NamedTuple):
    """A run of text in one style ('' is the widget's own)."""

    text: str
    style: str = ""


Row = list[Piece]


def row_width(row: Row) -> int:
    """Cells that a row takes."""
    return sum(cell_len(piece.text) for piece in row)


def spread(left: Row, right: Row, width: int) -> Row:
    """`left` at the left end and `right` at the right end of `width` cells; `left` gives way."""
    room = max(width - row_width(right), 0)
    kept = clip(left, room)
    return [*kept, Piece(" " * (room - row_width(kept))), *right]


def clip(row: Row, width: int) -> Row:
    """The first `width` cells of a row."""
    kept: Row = []
    for piece in row:
        size = cell_len(piece.text)
        if size <= width:
            kept.append(piece)
            width -= size
            continue
        kept.append(Piece(fit(piece.text, width), piece.style))
        break
    return kept


_NOTHING = Style.null()


def look(widget: Widget, name: str) -> Style:
    """The style of that name, to be laid over the widget's own."""
    return looks_of(widget.app.theme_variables)[name] if name else _NOTHING


def ground_of(widget: Widget) -> str:
    """The look of what a widget is painted on: panes lie on a surface, bars on the background."""
    return "bare" if widget.has_class("bar") else "ground"


def paint(widget: Widget, row: Row, width: int, over: Style | None = None) -> Strip:
    """A row as a line of `width` cells; `over` (a cursor's style, say) is laid over all of it."""
    looks = looks_of(widget.app.theme_variables)
    base, top = looks[ground_of(widget)], over or _NOTHING
    segments = [
        Segment(
            printable(piece.text).replace("\n", " "),
            base + looks[piece.style] + top if piece.style else base + top,
        )
        for piece in row
        if piece.text
    ]
    return Strip(segments).adjust_cell_length(width, base + top)
