"""`talent-tui add`: read articles and keep their events."""

import argparse
import sys

from talent_tui.cli.options import add_published, positive, typed, window_given, workspace
from talent_tui.cli.outcome import follow

HELP = "read articles and add their events to the timeline"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or pattern; - for standard input")
    add_published(parser)
    parser.add_argument("--name", metavar="NAME", help="call the article so instead of by its path")
    parser.add_argument(
        "--jobs", type=positive, default=1, metavar="N", help="work with so many processes (default: 1)"
    )


def run(options: argparse.Namespace) -> int:
    """0 where everything was read, 3 where some input could not be."""
    opened = workspace(options)
    stdin = None
    if "-" in options.paths and sys.stdin is not None:
        stdin = sys.stdin.buffer
    code = follow(
        lambda progress: opened.add(
            options.paths,
            published=window_given(options),
            name=typed(options.name) if options.name else None,
            stdin=stdin,
            progress=progress,
            jobs=options.jobs,
        )
    )
    opened.prepare()
    return code
