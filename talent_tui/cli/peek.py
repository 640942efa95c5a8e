"""`talent-tui -`: the events of an article from standard input, at once and without keeping anything."""

import argparse
import sys

from talent_tui.cli.console import say, write_data
from talent_tui.cli.events import print_events
from talent_tui.cli.options import add_published, window_given
from talent_tui.model import UsageError

HELP = "print the events of an article from standard input, keeping nothing"

_NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_published(parser)
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")
    parser.add_argument("--json", action="store_true", help="print a timeline of it, as `export` does")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where the article tells no event."""
    from talent_tui.unstored import read_records
    from talent_tui.workspace import Workspace

    if sys.stdin is None:
        raise UsageError("There is no standard input to read; pipe an article in.")
    opened = Workspace.in_memory(read_records(["-"], window_given(options), sys.stdin.buffer))
    if options.json:
        from talent_tui.export import to_json

        write_data(to_json(opened.timeline))
        return 0
    index = opened.index
    if not index.events:
        say("The article tells no event.")
        return _NOTHING_FOUND
    print_events(index.events, index, quote=options.quote)
    return 0
