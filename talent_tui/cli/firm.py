"""`talent-tui firm`: who came to a firm and who left it, its deals, and what else happened there."""

import argparse
from collections.abc import Sequence

from talent_tui.cli.choosing import choose
from talent_tui.cli.console import paint, write_data
from talent_tui.cli.events import print_events
from talent_tui.cli.options import positive, typed, workspace
from talent_tui.model import Event
from talent_tui.model.printable import one_line

HELP = "print a firm's arrivals, departures and deals"

_LATEST = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("name", nargs="+", metavar="NAME", help="any name of the firm")
    parser.add_argument("--limit", type=positive, metavar="N", default=_LATEST, help=f"latest of each kind ({_LATEST})")
    parser.add_argument("--quote", action="store_true", help="print each event's sentences beneath it")
    parser.add_argument("--json", action="store_true", help="print all of it as JSON")


def run(options: argparse.Namespace) -> int:
    """0, 1 where no firm is called so, 2 where several are and nobody is there to ask."""
    opened = workspace(options)
    index = opened.index
    firm = choose(typed(" ".join(options.name)), index.companies, "firm")
    events = index.events_of("company", firm.id)
    arrivals = [m.event for m in index.arrivals(firm.id)]
    departures = [m.event for m in index.departures(firm.id)]
    moved = {e.id for e in (*arrivals, *departures)}
    deals = [e for e in events if e.type == "deal"]
    others = [e for e in events if e.type != "deal" and e.id not in moved]
    parts = {"arrivals": arrivals, "departures": departures, "deals": deals, "others": others}
    if options.json:
        from talent_tui.export import card_of_firm

        write_data(card_of_firm(opened.timeline, firm, parts))
        return 0
    print(paint(one_line(firm.name), "1"))
    if firm.aliases:
        print(f"also: {one_line(', '.join(firm.aliases))}")
    if firm.parent:
        print(f"part of: {one_line(index.label('company', firm.parent))}")
    for title, part in parts.items():
        shown: Sequence[Event] = part[-options.limit :]
        if shown:
            print(f"\n{title}" + (f", the latest {len(shown)} of {len(part)}" if len(shown) < len(part) else ""))
            print_events(shown, index, quote=options.quote, indent="  ")
    return 0
