"""Text as it is read for meaning, with a map back to the text as it was stored.

Offsets are sacred. The stored text of an article is never changed; a `CleanText` is what the taggers read instead:
damage mended, script simplified, widths folded. Every clean character knows which characters of the stored text it
stands for, so that a quotation is always exactly `article.text[start:end]`.

All offsets, here and everywhere, are code points, half-open. Mentions are in *clean* offsets; `Evidence` is in
*stored* offsets, and `CleanText.stored` is the one way from the first to the second.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import msgspec


class Span(NamedTuple):
    """A half-open run of characters, `start <= end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two runs share a character."""
        return self.start < other.end and other.start < self.end


class CleanText(msgspec.Struct, frozen=True):
    """A text for the taggers, and where each of its characters came from.

    `starts[i]` and `ends[i]` are the run of the stored text that clean character `i` stands for; both are None where
    nothing was inserted or dropped, so that clean and stored offsets are the same. `blocked` are runs that must yield
    nothing: damage that was detected but not mended, and a saved page's clutter. Blocked runs are sorted, disjoint, and
    in clean offsets.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None
    blocked: tuple[Span, ...] = ()

    def stored(self, start: int, end: int) -> Span:
        """The run of the stored text that clean characters `start` to `end` stand for."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether any character of the run must yield nothing."""
        # Blocked runs are disjoint and sorted, so only the last one that begins before `end` can reach into the run.
        i = bisect_left(self.blocked, (end, 0))
        return i > 0 and self.blocked[i - 1].end > start


class Sentence(NamedTuple):
    """A sentence in clean offsets; `line` counts the lines (paragraphs) of the text from 0."""

    start: int
    end: int
    line: int
