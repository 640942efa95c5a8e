"""`talent-tui remove`: take articles and their events out of the timeline."""

import argparse

from talent_tui.cli.console import say
from talent_tui.cli.options import workspace
from talent_tui.model.printable import one_line

HELP = "take articles and their events out of the timeline"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="an article's id or file")


def run(options: argparse.Namespace) -> int:
    """0 where all were found; nothing is removed otherwise."""
    opened = workspace(options)
    for article in opened.remove(options.articles):
        say(one_line(f"removed {article.id}  {article.file}"))
    opened.prepare()
    return 0
