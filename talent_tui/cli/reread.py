"""`talent-tui reread`: work on stored articles again, after an update of the program or of its names."""

import argparse

from talent_tui.cli.options import add_published, chosen, window_given, workspace
from talent_tui.cli.outcome import follow

HELP = "work on stored articles again, with today's program and names"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="an article's id or file")
    parser.add_argument("--all", action="store_true", help="all articles")
    add_published(parser)


def run(options: argparse.Namespace) -> int:
    """0, or 3 where an article could not be worked on."""
    opened = workspace(options)
    names = chosen(options.articles, options.all)
    code = follow(lambda progress: opened.reread(names, published=window_given(options), progress=progress))
    opened.prepare()
    return code
