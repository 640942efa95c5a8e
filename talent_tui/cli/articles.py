"""`talent-tui articles`: what the timeline was made of."""

import argparse
from collections import Counter

from talent_tui.cli.console import aligned, paint, say, watched
from talent_tui.cli.options import workspace
from talent_tui.model import Publication
from talent_tui.model.printable import one_line

HELP = "list the articles: id, day of publication, events, outlet, title, file"

_NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """0, or 1 where the timeline holds no article."""
    opened = workspace(options)
    articles = opened.articles()
    if not articles:
        say("The timeline holds no articles yet; add some with `talent-tui add PATH`.")
        return _NOTHING_FOUND
    told = Counter(article for e in opened.timeline.events for article in {s.article for s in e.sources})
    ordered = sorted(articles, key=lambda a: (a.published.end is None, a.published.end, a.published.start, a.file))
    rows = [
        [
            a.id,
            published_text(a.published),
            str(told[a.id]),
            one_line(a.outlet or "-"),
            one_line(a.title or "-"),
            one_line(a.file),
        ]
        for a in ordered
    ]
    limits = (None, None, None, 20, 48, None) if watched() else ()
    heading, *lines = aligned([["id", "published", "events", "outlet", "title", "file"], *rows], limits)
    print(paint("  ".join(heading), "2"))
    for line in lines:
        print("  ".join(line))
    return 0


def published_text(published: Publication) -> str:
    """The window of publication and how it is known, in a few characters."""
    if published.start is None and published.end is None:
        return "unknown"
    ends = [d.isoformat() if d else ".." for d in (published.start, published.end)]
    window = ends[0] if ends[0] == ends[1] else "/".join(ends)
    return window if published.basis == "stated" else f"{window} (inferred)"
