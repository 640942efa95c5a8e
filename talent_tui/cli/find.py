"""`talent-tui find`: events by name, in either script or as one would type it, by firm, type, day, outlet or text."""

import argparse
from typing import TYPE_CHECKING

from talent_tui.cli.console import aligned, paint, say, watched
from talent_tui.cli.events import row
from talent_tui.cli.options import positive, typed, workspace
from talent_tui.model import EVENT_TYPES, STATUSES, Event

if TYPE_CHECKING:
    from talent_tui.index import Index

HELP = "print the events in which all words are found, one a line"

_NOTHING_FOUND = 1
_STYLES = {"denied": "31", "rumoured": "33", "planned": "33"}
_LIMITS = (None, 24, None, None, 28, 36, 72, 28, None)
_STATUS = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="WORD",
        help="a name (pinyin and initials too), a firm, a type (join), a status (denied), a day (2025-06), an outlet",
    )
    parser.add_argument("--limit", type=positive, metavar="N", help="print at most so many, the latest ones")
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where nothing was found."""
    opened = workspace(options)
    if not opened.timeline.events:
        say("The timeline holds no events yet; add articles with `talent-tui add PATH`.")
        return _NOTHING_FOUND
    index = opened.index
    words = [typed(w) for w in options.words]
    found = matching(index, words)
    if not found:
        say(f"Nothing was found for {' '.join(words)}.")
        return _NOTHING_FOUND
    if options.limit:
        found = found[-options.limit :]
    lines = aligned([row(e, index) for e in found], _LIMITS if watched() else ())
    for event, cells in zip(found, lines, strict=True):
        cells[_STATUS] = paint(cells[_STATUS], _STYLES.get(event.status, ""))
        print("  ".join(cells).rstrip())
        if options.quote:
            for source in event.sources:
                print(f"     {_quoted(source.quote)}")
    return 0


def matching(index: "Index", words: list[str]) -> list[Event]:
    """The events in which every word is found, in the order of time."""
    found: set[str] | None = None
    for word in " ".join(words).split():
        hits = {e.id for e in index.search(word)} | _by_field(index, word.casefold())
        found = hits if found is None else found & hits
    return [e for e in index.events if e.id in (found or ())]


def _by_field(index: "Index", word: str) -> set[str]:
    """Events whose type, status, day or outlet the word names."""
    if word in EVENT_TYPES:
        return {e.id for e in index.events if e.type == word}
    if word in STATUSES:
        return {e.id for e in index.events if e.status == word}
    hits = set()
    for event in index.events:
        day = event.date.edtf or ""
        if (word[:2].isdigit() and word in day) or any(word in o.casefold() for s in event.sources for o in s.outlets):
            hits.add(event.id)
    return hits


def _quoted(text: str) -> str:
    from talent_tui.model.printable import one_line

    return f"“{one_line(text)}”"
