"""`talent-tui add`: read articles and keep their events."""

import argparse
import sys
from io import BytesIO
from typing import BinaryIO

from talent_tui.cli.clipboard import paste
from talent_tui.cli.options import add_origin, add_published, origin_given, positive, typed, window_given, workspace
from talent_tui.cli.outcome import follow
from talent_tui.model import UsageError

HELP = "read articles and add their events to the timeline"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder or pattern; - for standard input")
    parser.add_argument("--clipboard", action="store_true", help="read an article from the clipboard")
    add_published(parser)
    add_origin(parser)
    parser.add_argument("--name", metavar="NAME", help="call the article so instead of by its path")
    parser.add_argument(
        "--jobs", type=positive, default=1, metavar="N", help="work with so many processes (default: 1)"
    )


def run(options: argparse.Namespace) -> int:
    """0 where everything was read, 3 where some input could not be."""
    if options.clipboard == bool(options.paths):
        raise UsageError("Name the files, folders or patterns to read, or give --clipboard alone.")
    outlet, url = origin_given(options)
    opened = workspace(options)
    paths: list[str] = options.paths
    stdin: BinaryIO | None = None
    if options.clipboard:
        paths, stdin = ["-"], BytesIO(paste())
    elif "-" in paths and sys.stdin is not None:
        stdin = sys.stdin.buffer
    code = follow(
        lambda progress: opened.add(
            paths,
            published=window_given(options),
            outlet=outlet,
            url=url,
            name=typed(options.name) if options.name else None,
            stdin=stdin,
            progress=progress,
            jobs=options.jobs,
        )
    )
    opened.prepare()
    return code
