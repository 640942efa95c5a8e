"""`talent-tui on`: what happened around a day."""

import argparse
from datetime import date, timedelta

from talent_tui.cli.console import say, write_data
from talent_tui.cli.events import print_events
from talent_tui.cli.options import typed, workspace
from talent_tui.cli.selection import days_given, days_text
from talent_tui.index import Filters, Place

HELP = "print what happened around a day"

_AROUND = 3
_BROAD = 62
"""Days beyond which a span tells too little of when to be told for a day."""
_NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("date", nargs="+", metavar="DATE", help="2025-06-28, 2025-06, 去年10月, last friday")
    parser.add_argument(
        "--around", type=_days, default=_AROUND, metavar="N", help=f"days before and after, too (default: {_AROUND})"
    )
    parser.add_argument("--all", action="store_true", help="also what is only known to within more than two months")
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")
    parser.add_argument("--json", action="store_true", help="print a timeline of these events, as `export` does")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where nothing happened."""
    start, end = days_given(" ".join(options.date))
    start, end = _moved(start, -options.around), _moved(end, options.around)
    opened = workspace(options)
    index = opened.index
    found = list(index.view(Filters().dated(start, end)).positions)
    narrow = found
    if not options.all:
        narrow = [i for i in found if index.places[i].bounded and _width(index.places[i]) <= _BROAD]
    say(f"{days_text((start, end))}:")
    if len(narrow) < len(found):
        say(f"{len(found) - len(narrow)} known only roughly were left out; --all prints them too.")
    if not narrow:
        say(f"Nothing is known to have happened around {typed(' '.join(options.date))}.")
        return _NOTHING_FOUND
    events = [index.events[i] for i in narrow]
    if options.json:
        from talent_tui.export import subset, to_json

        write_data(to_json(subset(opened.timeline, events)))
        return 0
    print_events(events, index, quote=options.quote)
    return 0


def _width(place: Place) -> int:
    return (place.last - place.first).days + 1


def _moved(day: date | None, by: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) > 36600:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days")
    return int(text)
