"""`talent-tui export`: the timeline, or a part of it, for other programs and for people."""

import argparse
from pathlib import Path

from talent_tui.cli.console import write_data
from talent_tui.cli.options import typed, workspace
from talent_tui.cli.selection import add_filters, is_filtered, range_given, select
from talent_tui.export import FORMATS, subset

HELP = "print the timeline as JSON, JSON lines, CSV, Markdown or a web page"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="only what `find` finds for these words")
    parser.add_argument("--format", choices=list(FORMATS), default="json", help="(default: json)")
    parser.add_argument("--output", metavar="FILE", help="write to a file, in one step, instead of standard output")
    add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """0, an empty timeline too."""
    days = range_given(options)
    opened = workspace(options)
    timeline = opened.timeline
    if options.words or is_filtered(options):
        chosen = {e.id for e in select(opened.index, options, [typed(w) for w in options.words], days).events}
        timeline = subset(timeline, (e for e in timeline.events if e.id in chosen))
    data = FORMATS[options.format](timeline)
    if options.output:
        from talent_tui.workspace import save

        save(Path(options.output), data)
        return 0
    write_data(data)
    return 0
