"""`talent-tui review`: what is most worth a look first, as a plain list."""

import argparse

from talent_tui.cli.console import say
from talent_tui.cli.events import ends, people, when
from talent_tui.cli.options import positive, workspace
from talent_tui.model.printable import one_line

HELP = "list the events most worth a look first: contradicted, denied, unsure"

_NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--limit", type=positive, default=20, metavar="N", help="at most so many (default: 20)")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where nothing is left to look at."""
    opened = workspace(options)
    queue = opened.queue()
    if not queue:
        say("Nothing is left to look at.")
        return _NOTHING_FOUND
    index = opened.index
    for event, reasons in queue[: options.limit]:
        who = people(event, index) or "-"
        print(one_line(f"{event.id}  {when(event)}  {event.type}  {who}  {ends(event, index) or '-'}  {event.summary}"))
        for reason in reasons:
            print(one_line(f"            {reason}"))
    left = len(queue) - options.limit
    if left > 0:
        say(f"{left} more; --limit shows more of them. `talent-tui edit EVENT --verify` takes an event off the list.")
    return 0
