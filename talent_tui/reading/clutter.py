"""Which lines of a page are furniture: menus, credits, notices, other stories. Bylines too: nothing happens in them.

Line by line and careful: a line of prose is kept unless it opens as a notice does.
"""

import re
from collections.abc import Iterator

from talent_tui.lexicon.clutter import clutter_patterns
from talent_tui.model import Span

_SENTENCE_END = re.compile(r"[。！？!?；;….][”’」』）)\"'》】]*$")
_ADDRESS = re.compile(r"(?:\d+\s*[、.)]\s*)?https?://\S+$")
_STAMP = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s*[T ]?\s*\d{1,2}:\d\d")
_SHORT = 40
_HEADLINE = 80
_REST_OF_CREDIT = 40


def find_clutter(text: str) -> Iterator[Span]:
    """The runs of `text` (clean: simplified, widths folded) that must yield nothing, in order."""
    patterns = clutter_patterns()
    below_heading = False
    start = 0
    for line in text.split("\n"):
        content = line.strip().lower()
        span = Span(start, start + len(line))
        start += len(line) + 1
        if not content:
            continue
        prose = _is_prose(content)
        if patterns.sections.fullmatch(content):
            below_heading = True
            yield span
        elif (
            patterns.lines.fullmatch(content)
            or patterns.beginnings.match(content)
            or _ADDRESS.match(content)
            or (not prose and len(content) <= _SHORT and patterns.short_beginnings.match(content))
            or (not prose and len(content) <= _HEADLINE and _is_stamp(content))
            or (below_heading and not prose)
        ):
            yield span
        else:
            below_heading = False
            credit = None if prose else patterns.endings.search(content)
            if credit is not None and len(content) - credit.end() <= _REST_OF_CREDIT:
                indent = len(line) - len(line.lstrip())
                yield Span(span.start + indent + credit.start(), span.end)


def _is_prose(content: str) -> bool:
    return bool(_SENTENCE_END.search(content)) or (len(content) > 3 * _HEADLINE)


def _is_stamp(content: str) -> bool:
    """A day with a time of day and little else: the line under a headline."""
    found = _STAMP.search(content)
    return found is not None and len(content) - (found.end() - found.start()) <= _SHORT
