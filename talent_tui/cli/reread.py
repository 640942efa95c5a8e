"""`talent-tui reread`: work on stored articles again, after an update of the program or of its names."""

import argparse

from talent_tui.cli.options import add_origin, add_published, chosen, origin_given, window_given, workspace
from talent_tui.cli.outcome import follow

HELP = "work on stored articles again, with today's program and names"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="an article's id or file")
    parser.add_argument("--all", action="store_true", help="all articles")
    add_published(parser)
    add_origin(parser)


def run(options: argparse.Namespace) -> int:
    """0, or 3 where an article could not be worked on."""
    outlet, url = origin_given(options)
    opened = workspace(options)
    names = chosen(options.articles, options.all)
    published = window_given(options)
    code = follow(lambda progress: opened.reread(names, published=published, outlet=outlet, url=url, progress=progress))
    opened.prepare()
    return code
