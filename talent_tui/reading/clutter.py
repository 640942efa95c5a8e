"""Which lines of a page are furniture: menus, credits, notices, other stories. Bylines too: nothing happens in them.

Line by line and careful: a line of prose is kept unless it opens as a notice does.
"""

import re
from collections.abc import Iterator

from talent_tui.lexicon.clutter import clutter_patterns
from talent_tui.model import Span
from talent_tui.reading.bylines import is_byline, line_of

_SENTENCE_END = re.compile(r"[。！？!?；;….][”’」』）)\"'》】]*$")
_LATIN_END = re.compile(r"[A-Za-z0-9)%]\.[”’)\"']*$")
_ADDRESS = re.compile(r"(?:\d+\s*[、.)]\s*)?https?://\S+$")
_SHORT = 40
_LONG = 240
_LATIN_SENTENCE = 60
_FIRST_LINES = 5
_REST_OF_CREDIT = 40


def find_clutter(text: str) -> Iterator[Span]:
    """The runs of `text` (clean: simplified, widths folded) that must yield nothing, in order."""
    patterns = clutter_patterns()
    below_heading = False
    start = 0
    filled = 0
    for line in text.split("\n"):
        content = line.strip()
        span = Span(start, start + len(line))
        start += len(line) + 1
        if not content:
            continue
        filled += 1
        if patterns.sections.fullmatch(content):
            below_heading = True
            yield span
        elif _is_clutter(line.strip(), among_first=filled <= _FIRST_LINES, below_heading=below_heading):
            yield span
        else:
            below_heading = False
            credit = None if _is_prose(content) else patterns.endings.search(content)
            if credit is not None and len(content) - credit.end() <= _REST_OF_CREDIT:
                indent = len(line) - len(line.lstrip())
                yield Span(span.start + indent + credit.start(), span.end)


def _is_clutter(line: str, *, among_first: bool, below_heading: bool) -> bool:
    return is_furniture(line) or (among_first and is_byline(line_of(line))) or (below_heading and not _is_prose(line))


def is_furniture(line: str) -> bool:
    """Whether a line (simplified, folded, any case) is a menu, a credit, a notice, a count or a bare address."""
    content = line.strip()
    patterns = clutter_patterns()
    return bool(
        patterns.lines.fullmatch(content)
        or patterns.beginnings.match(content)
        or _ADDRESS.match(content)
        or (len(content) <= _SHORT and not _is_prose(content) and patterns.short_beginnings.match(content))
    )


def _is_prose(content: str) -> bool:
    if _LATIN_END.search(content) and len(content) >= _LATIN_SENTENCE:
        return True
    return bool(_SENTENCE_END.search(content)) or len(content) > _LONG
