"""`talent-tui cite`: an event's sources, as a style guide wants them written."""

import argparse
from datetime import date

from talent_tui.cli.console import say
from talent_tui.cli.options import workspace
from talent_tui.export import STYLES

HELP = "print citations of an event's sources"


_NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("event", metavar="EVENT", help="an event's id, or the beginning of it")
    parser.add_argument("--style", choices=list(STYLES), default="chicago", help="(default: chicago)")
    parser.add_argument(
        "--accessed", type=date.fromisoformat, metavar="DAY", help="when web pages were read (default: today)"
    )


def run(options: argparse.Namespace) -> int:
    """0, 1 for an event without a source; an id that names no event is wrong use."""
    opened = workspace(options)
    event = opened.event(options.event)
    if not event.sources:
        say(f"{event.id} is an event of one's own: no article tells it, so there is no source to cite.")
        return _NOTHING_FOUND
    articles = opened.index.articles
    write = STYLES[options.style]
    told = [write(event, s, articles[s.article], options.accessed or date.today()) for s in event.sources]
    print(("\n\n" if options.style == "markdown" else "\n").join(dict.fromkeys(told)))
    return 0
