"""Date expressions of a text and the days they stand for.

`scan` finds what looks like a date, `combine` puts to it what stands beside it, `resolve` counts the days in a second
pass over the whole text. Conventions (which days 年底 or 两周前 cover) are those of the project's answer keys.
"""

from collections.abc import Sequence
from datetime import date

from talent_tui.model import DateMention, DateSpan, Extent, Publication, Sentence
from talent_tui.tagging.dates.calendar import Stretch, edtf
from talent_tui.tagging.dates.combine import combine
from talent_tui.tagging.dates.resolve import Resolved, resolve
from talent_tui.tagging.dates.scan import scan
from talent_tui.tagging.dates.spec import About, Calendar, Expression, Open, Past, Range, Spec, UpTo

__all__ = ["expressions", "find_dates", "resolve_all"]


def expressions(text: str) -> list[Expression]:
    """What the dates of `text` say, before publication is known: in order, disjoint."""
    return combine(text, scan(text))


def find_dates(
    text: str, published: Publication, sentences: Sequence[Sentence] | None = None
) -> tuple[DateMention, ...]:
    """The dates of clean `text`, in order and disjoint, offsets in it.

    Where publication is a window of several days, what counts from it covers the days counted from all of them; where
    it is unknown, such dates are `unresolved`. Damaged dates (a month without its digit) are `unresolved` too, unless
    the text leaves one possibility. `sentences` may be left out: clauses are told by punctuation.
    """
    return resolve_all(text, expressions(text), published)


def resolve_all(text: str, found: Sequence[Expression], published: Publication) -> tuple[DateMention, ...]:
    """Mentions for expressions that were found in `text` before."""
    last = resolve(text, found, published.end or published.start)
    window = published.start is not None and published.end is not None and published.start != published.end
    first = resolve(text, found, published.start) if window else last
    out: list[DateMention] = []
    for expression, early, late in zip(found, first, last, strict=True):
        resolved = _union(early, late, published) if window else late
        if resolved is None:
            continue
        words = text[expression.start : expression.end]
        out.append(
            DateMention(expression.start, expression.end, _span(resolved, words, expression.spec), resolved.tense)
        )
    return tuple(out)


def _union(early: Resolved | None, late: Resolved | None, published: Publication) -> Resolved | None:
    """The days counted from the first and from the last day of publication, together."""
    if early is None or late is None:
        return late or early
    if early.stretch is None or late.stretch is None or early.stretch == late.stretch:
        return late
    a, b = early.stretch, late.stretch
    start: date | None = min(a.start, b.start) if a.start and b.start else None
    end: date | None = max(a.end, b.end) if a.end and b.end else None
    stretch = Stretch(start, end, a.first, b.last, b.approximate)
    return late._replace(stretch=stretch, because=f"publication {published.start}/{published.end}")


def _span(resolved: Resolved, words: str, spec: Spec) -> DateSpan:
    stretch = resolved.stretch
    extent: Extent = "during" if _goes_on(spec) else "within"
    if stretch is None:
        return DateSpan(None, None, None, words, resolved.basis, extent, resolved.because)
    return DateSpan(edtf(stretch), stretch.start, stretch.end, words, resolved.basis, extent, resolved.because)


def _goes_on(spec: Spec) -> bool:
    """Whether what is told with it went on through these days: a range, the past week, since March."""
    if isinstance(spec, About):
        return _goes_on(spec.of)
    if isinstance(spec, Calendar):
        return spec.spans
    return isinstance(spec, Range | Past | UpTo) or (isinstance(spec, Open) and spec.side == "since")
