"""`talent-tui who`: a person's card: names, career as the moves tell it, the latest events."""

import argparse
from typing import TYPE_CHECKING

from talent_tui.cli.choosing import choose
from talent_tui.cli.console import aligned, paint, write_data
from talent_tui.cli.events import print_events
from talent_tui.cli.options import positive, typed, workspace
from talent_tui.days_in_words import day_words
from talent_tui.model import Person
from talent_tui.model.printable import one_line

if TYPE_CHECKING:
    from talent_tui.index import Index, Stay

HELP = "print a person's card: names, career, latest events"

_LATEST = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("name", nargs="+", metavar="NAME", help="any name, in either script; pinyin and initials too")
    parser.add_argument("--limit", type=positive, metavar="N", default=_LATEST, help=f"latest events ({_LATEST})")
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")
    parser.add_argument("--json", action="store_true", help="print the person, the career and all events as JSON")


def run(options: argparse.Namespace) -> int:
    """0, 1 where nobody is called so, 2 where several are and nobody is there to ask."""
    opened = workspace(options)
    index = opened.index
    person = choose(typed(" ".join(options.name)), index.people, "person")
    events = index.events_of("person", person.id)
    career = index.career(person.id)
    if options.json:
        from talent_tui.export import card_of_person

        write_data(card_of_person(opened.timeline, person, career, events))
        return 0
    print(paint(one_line(person.name), "1"))
    if person.aliases:
        print(f"also: {one_line(', '.join(person.aliases))}")
    if career:
        print("\ncareer, as the moves tell it")
        for line in aligned([_stay(stay, index) for stay in career]):
            print(f"  {'  '.join(line).rstrip()}")
    _print_latest(person, options.limit, options.quote, index)
    return 0


def _stay(stay: "Stay", index: "Index") -> list[str]:
    begin = f"since {day_words(stay.begin)}" if stay.begin is not None else ""
    end = f"until {day_words(stay.end)}" if stay.end is not None else ""
    when = ", ".join(part for part in (begin, end) if part) or ("until some day" if stay.is_over else "since some day")
    doubt = "" if stay.sure else "planned or rumoured only"
    return [one_line(index.label("company", stay.company)), when, one_line("; ".join((*stay.roles, doubt)).strip("; "))]


def _print_latest(person: Person, limit: int, quote: bool, index: "Index") -> None:
    events = index.events_of("person", person.id)
    if not events:
        return
    shown = events[-limit:]
    rest = f", the latest {len(shown)} of {len(events)}" if len(shown) < len(events) else ""
    print(f"\nevents{rest}")
    print_events(shown, index, quote=quote, indent="  ")
