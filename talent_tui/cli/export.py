"""`talent-tui export`: the timeline for other programs and for people."""

import argparse
import sys
from pathlib import Path

from talent_tui.cli.options import workspace
from talent_tui.export import FORMATS

HELP = "print the timeline as JSON, JSON lines, CSV or Markdown"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--format", choices=list(FORMATS), default="json", help="(default: json)")
    parser.add_argument("--output", metavar="FILE", help="write to a file, in one step, instead of standard output")


def run(options: argparse.Namespace) -> int:
    """0, an empty timeline too."""
    data = FORMATS[options.format](workspace(options).timeline)
    if options.output:
        from talent_tui.workspace import save

        save(Path(options.output), data)
        return 0
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0
