"""Lines of a given width in cells, for text that mixes Chinese and Latin script. Knows nothing of the screen."""

from rich.cells import cell_len

from talent_tui.index.search import fold

_CLOSING = frozenset("，。、；：？！）】》」』〉”’…,.;:?!)]}%")
"""What must not begin a line."""

_OPENING = frozenset("（【《「『〈“‘([{")
"""What must not end a line."""


def _is_wide(character: str) -> bool:
    return cell_len(character) == 2


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of `text` begin and end (half-open), each at most `width` cells wide.

    Lines break at line feeds, behind spaces, and between Chinese characters; a word wider than a line is cut. A blank
    at the end of a line belongs to it and may stick out. Linear in the length of the text.
    """
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    start = cells = 0
    fallback = -1
    i = 0
    while i < len(text):
        character = text[i]
        if character == "\n":
            lines.append((start, i))
            start, cells, fallback = i + 1, 0, -1
            i += 1
            continue
        size = cell_len(character)
        if cells + size > width and character != " ":
            cut = fallback if fallback > start else i
            lines.append((start, cut))
            start, fallback = cut, -1
            cells = cell_len(text[start:i])
            continue
        cells += size
        i += 1
        if i < len(text) and _may_break(character, text[i]):
            fallback = i
    lines.append((start, len(text)))
    return lines


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def fit(text: str, width: int) -> str:
    """`text` cut or padded with blanks to exactly `width` cells."""
    if width <= 0:
        return ""
    missing = width - cell_len(text)
    if missing >= 0:
        return text + " " * missing
    cells = 0
    for i, character in enumerate(text):
        size = cell_len(character)
        if cells + size > width:
            return text[:i] + " " * (width - cells)
        cells += size
    return text


def fuzzy(query: str, name: str) -> int | None:
    """How badly a folded query fits a name: 0 is best, None does not fit.

    The letters of the query must follow one another in the name, gaps allowed; beginnings and unbroken runs are better.
    """
    return fits(query, fold(name))


def fits(query: str, folded: str) -> int | None:
    """The same for a name that is folded already."""
    at = folded.find(query)
    if at >= 0:
        inside = at > 0 and folded[at - 1].isascii() and folded[at - 1].isalnum()
        return at + 50 * inside + (len(folded) > len(query))
    position, first, gaps = -1, -1, 0
    for letter in query:
        found = folded.find(letter, position + 1)
        if found < 0:
            return None
        if first < 0:
            first = found
        elif found != position + 1:
            gaps += found - position
        position = found
    return 100 + first + 3 * gaps
