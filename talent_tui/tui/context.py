"""What a quotation is read with: the sentence before and after it, and the words in it that matter."""

from collections.abc import Iterable
from typing import NamedTuple

from talent_tui.index import Index
from talent_tui.model import Event

_ENDS = frozenset("。！？!?\n")
_CLOSERS = frozenset("”’」』）)\"'")
REACH = 160
"""How many characters before and after a quotation are looked at, at most."""


class Highlight(NamedTuple):
    """A run of characters, half-open, and what it names: person, company, date or amount."""

    start: int
    end: int
    kind: str


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends with the character at `at`; a full stop only before a blank, for 1.5 has one too."""
    character = text[at]
    if character == ".":
        return at + 1 >= len(text) or text[at + 1].isspace() or text[at + 1] in _CLOSERS
    return character in _ENDS


def _trails(text: str, at: int) -> bool:
    """Whether the character at `at` belongs behind the end of a sentence."""
    return text[at] in _CLOSERS or text[at].isspace() or _ends(text, at)


def surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the sentence before and the sentence after `text[start:end]` reach.

    A quotation that is part of a sentence is read with the rest of it.
    """
    floor, ceiling = max(0, start - REACH), min(len(text), end + REACH)
    begin = start
    while begin > floor and _trails(text, begin - 1):
        begin -= 1
    while begin > floor and not _ends(text, begin - 1):
        begin -= 1
    while begin < start and _trails(text, begin):
        begin += 1
    stop = end
    if not any(_ends(text, at) for at in range(max(start, end - 2), end)):
        stop = _sentence_end(text, stop, ceiling)
    stop = _sentence_end(text, stop, ceiling)
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    return begin, stop


def _sentence_end(text: str, at: int, ceiling: int) -> int:
    """Behind the end of the sentence that begins at `at`, blanks before it passed over."""
    while at < ceiling and text[at].isspace():
        at += 1
    while at < ceiling and not _ends(text, at):
        at += 1
    while at < ceiling and not text[at].isspace() and _trails(text, at):
        at += 1
    return at


def forms(event: Event, index: Index) -> dict[str, str]:
    """The words of an event that matter, and what each of them is."""
    named: dict[str, str] = {}
    for ident in (*event.people, *((event.speaker,) if event.speaker else ())):
        person = index.people.get(ident)
        if person is not None:
            named.update(dict.fromkeys((person.name, *person.aliases), "person"))
    for ident in (*event.companies, *(c for c in (event.from_, event.to) if c)):
        company = index.companies.get(ident)
        if company is not None:
            named.update(dict.fromkeys((company.name, *company.aliases), "company"))
    for source in event.sources:
        if source.date.text:
            named[source.date.text] = "date"
    named.update({amount.text: "amount" for amount in event.amounts})
    return {form: kind for form, kind in named.items() if form.strip()}


def highlights(text: str, words: dict[str, str]) -> list[Highlight]:
    """Where the `words` stand in `text`; of those that overlap the longest. Sorted and disjoint."""
    taken = bytearray(len(text))
    found: list[Highlight] = []
    for word in sorted(words, key=len, reverse=True):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not any(taken[at:end]) and _stands_alone(text, at, end):
                taken[at:end] = b"\x01" * len(word)
                found.append(Highlight(at, end, words[word]))
            at = text.find(word, end)
    return sorted(found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A Latin word is no part of a longer one."""
    return not (
        (start > 0 and _is_latin(text[start]) and _is_latin(text[start - 1]))
        or (end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]))
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def pieces(start: int, end: int, marks: Iterable[Highlight]) -> list[tuple[int, int, str]]:
    """The run from `start` to `end` cut where highlights begin and end, each part with its kind or ''."""
    cut: list[tuple[int, int, str]] = []
    at = start
    for mark in marks:
        if mark.end <= at or mark.start >= end:
            continue
        if mark.start > at:
            cut.append((at, mark.start, ""))
        cut.append((max(mark.start, at), min(mark.end, end), mark.kind))
        at = min(mark.end, end)
    if at < end:
        cut.append((at, end, ""))
    return cut
