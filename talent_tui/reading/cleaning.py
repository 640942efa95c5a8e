"""Stored text to clean text: what the taggers read, with the way back to every character of the source.

Widths are folded, traditional script is simplified, leaked readings and invisible characters are left out. What is
damaged beyond that, and a page's furniture, stays in the text but is blocked. Nothing here changes the stored text.
"""

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from talent_tui.model import CleanText, Repair, Span
from talent_tui.reading.clutter import find_clutter
from talent_tui.reading.damage import find_damage
from talent_tui.reading.script import simplify
from talent_tui.reading.spacing import find_spaces_in_names
from talent_tui.reading.widths import KEPT_WIDE, fold

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]+")
_LOOKALIKE = re.compile(r"(?<=[a-z])Al(?![A-Za-z])|(?<![A-Za-z])Al(?=[一-鿿])")
_LOOKALIKE_APART = re.compile(r"(?<![A-Za-z])([A-Z][A-Za-z]+) Al(?![A-Za-z-])")
_RIGHT_APART = re.compile(r"(?<![A-Za-z])([A-Z][A-Za-z]+) AI(?![A-Za-z])")
_WIDE = re.compile("[\uff01-\uff5e]")


class Cleaned(NamedTuple):
    """A clean text and what had to be done for it."""

    text: CleanText
    repairs: tuple[Repair, ...]


@lru_cache(maxsize=2)
def clean_text(text: str) -> Cleaned:
    """`text` as the taggers read it. A pure function of the text, linear in its length."""
    damage = find_damage(text)
    lookalikes = _lookalikes(text)
    folded = _with(fold(text), damage.hyphens, "-")
    folded = _with(folded, lookalikes, "I")
    attached = {span.start for span in damage.readings}
    invisible = [Span(*found.span()) for found in _INVISIBLE.finditer(text)]
    dropped = sorted([*damage.readings, *invisible, *find_spaces_in_names(text)])
    starts: array[int] | None = None
    ends: array[int] | None = None
    if dropped:
        folded, starts, ends = _without(folded, dropped, attached)
    folded = simplify(folded)
    garbled = damage.shifted if starts is None else _moved(damage.shifted, dropped)
    blocked = _merged([*garbled, *find_clutter(folded)])
    repairs = (
        *_repair("pinyin", text, [Span(span.start - 1, span.end) for span in damage.readings]),
        *_repair("garbled", text, damage.shifted),
        *_repair("lost-character", text, [Span(max(0, at - 5), at + 2) for at in damage.hyphens]),
        *_repair("look-alike", text, [Span(max(0, at - 5), at + 1) for at in lookalikes]),
        *_repair("width", text, [Span(*found.span()) for found in _WIDE.finditer(text) if found[0] not in KEPT_WIDE]),
    )
    return Cleaned(CleanText(folded, starts, ends, blocked), repairs)


def _lookalikes(text: str) -> list[int]:
    """Places of an l that stands for the I of AI: at the end of a joined name, or where the text has both spellings."""
    found = [match.end() - 1 for match in _LOOKALIKE.finditer(text)]
    apart = list(_LOOKALIKE_APART.finditer(text))
    if apart:
        known = set(_RIGHT_APART.findall(text))
        found += [match.end() - 1 for match in apart if match[1] in known]
    return sorted(found)


def _with(text: str, places: list[int], char: str) -> str:
    if not places:
        return text
    chars = list(text)
    for place in places:
        chars[place] = char
    return "".join(chars)


def _without(text: str, dropped: list[Span], attached: set[int]) -> tuple[str, "array[int]", "array[int]"]:
    """`text` without the runs `dropped` (sorted, disjoint), and where each character came from.

    A run that starts in `attached` belongs to the character before it, which then stands for both.
    """
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    at = 0
    for run in (*dropped, Span(len(text), len(text))):
        pieces.append(text[at : run.start])
        starts.extend(range(at, run.start))
        ends.extend(range(at + 1, run.start + 1))
        if run.start in attached and ends:
            ends[-1] = run.end
        at = run.end
    return "".join(pieces), starts, ends


def _moved(runs: list[Span], dropped: list[Span]) -> list[Span]:
    """Runs of the stored text (sorted) in the offsets of the text without the runs `dropped`."""
    places = sorted({place for run in runs for place in run})
    moved: dict[int, int] = {}
    gone, at = 0, 0
    for place in places:
        while at < len(dropped) and dropped[at].end <= place:
            gone += dropped[at].end - dropped[at].start
            at += 1
        inside = place - dropped[at].start if at < len(dropped) and dropped[at].start < place else 0
        moved[place] = place - gone - inside
    return [Span(moved[run.start], moved[run.end]) for run in runs]


def _merged(runs: Iterable[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for run in sorted(runs):
        if run.start == run.end:
            continue
        if out and run.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, run.end))
        else:
            out.append(run)
    return tuple(out)


def _repair(kind: str, text: str, places: list[Span]) -> Iterable[Repair]:
    if places:
        first = places[0]
        yield Repair(kind, len(places), first.start, text[first.start : first.end])
