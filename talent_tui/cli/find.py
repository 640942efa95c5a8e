"""`talent-tui find`: events by name, in either script or as one would type it, by firm, type, day, outlet or text."""

import argparse
import sys

from talent_tui.cli.console import say, write_data
from talent_tui.cli.events import print_events
from talent_tui.cli.options import positive, typed, workspace
from talent_tui.cli.selection import add_filters, is_filtered, range_given, select
from talent_tui.model import UsageError
from talent_tui.model.printable import counted

HELP = "print the events in which all words are found, one a line"

_NOTHING_FOUND = 1
_ON_A_SCREEN = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="a name (pinyin and initials too), a firm, a type (join), a status (denied), a time (2025-06, last june), "
        "an outlet, or a word of the text",
    )
    add_filters(parser)
    parser.add_argument("--limit", type=positive, metavar="N", help="print at most so many, the latest ones")
    parser.add_argument("--all", action="store_true", help=f"print all, also beyond {_ON_A_SCREEN} on a terminal")
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")
    parser.add_argument("--json", action="store_true", help="print a timeline of what is found, as `export` does")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where nothing was found."""
    words = [typed(w) for w in options.words]
    if not words and not is_filtered(options) and not options.all:
        raise UsageError("Say what to find: words, filters, or --all.")
    days = range_given(options)
    opened = workspace(options)
    if not opened.timeline.events:
        say("The timeline holds no events yet; add articles with `talent-tui add PATH`.")
        return _NOTHING_FOUND
    index = opened.index
    found = select(index, options, words, days)
    if found.undated:
        say(f"{counted(found.undated, 'event')} without a day {'was' if found.undated == 1 else 'were'} left out.")
    if not found.events:
        say(f"Nothing was found for {' '.join(words) or 'these filters'}.")
        return _NOTHING_FOUND
    limit = options.limit or (_ON_A_SCREEN if sys.stdout.isatty() and not options.all else None)
    shown = found.events[-limit:] if limit else found.events
    if options.json:
        from talent_tui.export import subset, to_json

        write_data(to_json(subset(opened.timeline, shown)))
        return 0
    if len(shown) < len(found.events) and not options.limit:
        say(f"The latest {len(shown)} of {counted(len(found.events), 'event')}; --all prints them all.")
    print_events(shown, index, quote=options.quote)
    return 0
