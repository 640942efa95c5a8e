"""`talent-tui explain`: why an event is in the timeline, and where it comes from."""

import argparse

from talent_tui.cli.articles import published_text
from talent_tui.cli.events import ends, people, when
from talent_tui.cli.options import workspace
from talent_tui.model.printable import one_line

HELP = "say why an event is in the timeline: its sentences, rules and contradictions"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("event", metavar="EVENT", help="an event's id, or the beginning of it")


def run(options: argparse.Namespace) -> int:
    """0; an id that names no event is wrong use."""
    opened = workspace(options)
    event = opened.event(options.event)
    index = opened.index
    articles = index.articles
    print(f"{event.id}  {event.type}  {event.status}  {event.certainty}")
    print(one_line(event.summary))
    facts = {
        "when": f"{when(event)} ({event.date.basis})" + (f": {event.date.because}" if event.date.because else ""),
        "who": people(event, index),
        "where": ends(event, index),
        "role": event.role,
        "sums": "; ".join(a.text for a in event.amounts),
        "count": event.count,
        "denies": event.denies,
        "members": " ".join(m for m in event.members if m != event.id),
        "verified": event.verified,
        "by hand": ", ".join(event.edited),
        "note": event.note,
        "hidden": "yes, as wrong" if event in opened.timeline.hidden else None,
    }
    for label, fact in facts.items():
        if fact not in (None, ""):
            print(f"{label:<8} {one_line(str(fact))}")
    for reason in event.why:
        print(f"because  {one_line(reason)}")
    for conflict in event.conflicts:
        values = "; ".join(f"{v.value} ({', '.join(v.articles)})" for v in conflict.values)
        print(f"differs  {conflict.field}: {one_line(values)}")
    for source in event.sources:
        article = articles[source.article]
        credit = ", ".join(source.outlets) or "no outlet"
        print(one_line(f"source   {article.file} {source.start}-{source.end}, {credit}, {source.status}"))
        print(
            one_line(f"         published {published_text(article.published)}; dated {source.date.edtf or 'nowhere'}")
        )
        print(one_line(f"         “{source.quote}”"))
    return 0
