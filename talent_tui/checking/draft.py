"""A draft as sentences, each with what it claims, in the timeline's people and firms."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from talent_tui.checking.names import Names
from talent_tui.checking.passages import Passage, passages_of
from talent_tui.model import NO_DATE, Amount, Article, DateSpan, Event, Tagged


class Claim(NamedTuple):
    """One thing that a sentence claims, as an event in the timeline's ids.

    `loose` where no event was read and only who, when and how much of the sentence are known.
    """

    event: Event
    loose: bool


class DraftSentence(NamedTuple):
    """A sentence and where it stands: `line` and `column` count from 1, columns in characters.

    `passage` is the sentence as those of the articles are read, `named` are the people and firms, `days` the dates that
    it names anywhere.
    """

    text: str
    line: int
    column: int
    claims: tuple[Claim, ...]
    passage: Passage
    named: frozenset[str] = frozenset()
    days: tuple[DateSpan, ...] = ()
    denies: bool = False
    """Whether it tells between two of those named that something did not happen, of which no claim is read."""


_DENIES = re.compile(
    r"(?:没有|没|并未|从未|未曾|未|并非)(?!来|必|经)|\b(?:did|has|have|had|was|were|is|are|will|would|does|do)"
    r"(?:\snot\b|n['’]t\b|\snever\b)|\bnever\b"
)


def sentences_of(article: Article, tagged: Tagged, events: Sequence[Event], names: Names) -> tuple[DraftSentence, ...]:
    """All sentences of a draft, in order."""
    turn = names.turn(tagged)
    passages = passages_of(article, tagged, turn, names.sounding)
    clean = tagged.clean
    starts = [clean.stored(s.start, s.end).start for s in tagged.sentences]
    lines = _line_starts(article.text)
    told: dict[int, list[Event]] = {}
    for event in events:
        at = bisect_right(starts, event.sources[0].start) - 1
        told.setdefault(max(at, 0), []).append(_turned(event, turn))
    out = []
    for number, sentence in enumerate(tagged.sentences):
        span = clean.stored(sentence.start, sentence.end)
        line = bisect_right(lines, span.start) - 1
        own = told.get(number, [])
        claims = [Claim(e, False) for e in own]
        loose = _loose(tagged, sentence.start, sentence.end, own, turn)
        text = article.text[span.start : span.end]
        claims += [Claim(_with_text(loose, text, clean.text[sentence.start : sentence.end]), True)] if loose else []
        named = frozenset(turn(m.entity) for m in tagged.names if sentence.start <= m.start < sentence.end)
        days = tuple(m.value for m in tagged.dates if sentence.start <= m.start < sentence.end)
        column = span.start - lines[line] + 1
        denies = not claims and len(named) > 1 and _DENIES.search(clean.text, sentence.start, sentence.end) is not None
        out.append(DraftSentence(text, line + 1, column, tuple(claims), passages[number], named, days, denies))
    return tuple(out)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _turned(event: Event, turn: Callable[[str], str]) -> Event:
    return msgspec.structs.replace(
        event,
        people=tuple(turn(p) for p in event.people),
        from_=turn(event.from_) if event.from_ else None,
        to=turn(event.to) if event.to else None,
        companies=tuple(turn(c) for c in event.companies),
        speaker=turn(event.speaker) if event.speaker else None,
    )


def _loose(tagged: Tagged, start: int, end: int, own: Iterable[Event], turn: Callable[[str], str]) -> Event | None:
    """A claim of the sums of a sentence that none of its events tells."""
    told = {a.value for e in own for a in e.amounts}
    sums = tuple(
        a.amount
        for a in tagged.amounts
        if start <= a.start < end and a.amount.value is not None and a.amount.value not in told
    )
    names = [m for m in tagged.names if start <= m.start < end]
    people = tuple(dict.fromkeys(turn(m.entity) for m in names if m.kind == "person"))
    firms = tuple(dict.fromkeys(turn(m.entity) for m in names if m.kind == "organisation"))
    if not sums or not (people or firms):
        return None
    return _event(people, firms, sums)


def _event(people: tuple[str, ...], firms: tuple[str, ...], sums: tuple[Amount, ...]) -> Event:
    return Event(
        "", "report", NO_DATE, people, None, None, firms, None, "reported", "check", sums, None, None, None, "", ()
    )


def _with_text(event: Event, text: str, clean: str) -> Event:
    return msgspec.structs.replace(event, summary=text, search=f"{text}\n{clean}".casefold())
