"""`talent-tui edit`: put right what was read wrongly, vouch for it, add to it; and take that back again."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import UNSET

from talent_tui.cli.console import say
from talent_tui.cli.options import positive, typed, workspace
from talent_tui.correcting import Wish, described
from talent_tui.model import EVENT_TYPES, STATUSES, Correction, EditEvent, UsageError
from talent_tui.model.printable import one_line

if TYPE_CHECKING:
    from talent_tui.workspace import Workspace

HELP = "correct an event, vouch for it, add one; merge or split people and firms; undo that"

_NOTHING_FOUND = 1
_WORDS = ("type", "date", "from_", "to", "role", "status", "summary", "note")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("event", nargs="?", metavar="EVENT", help="an event's id, or the beginning of it")
    says = parser.add_argument_group("what the event should say (- takes a value away)")
    says.add_argument("--type", choices=EVENT_TYPES)
    says.add_argument("--date", metavar="DAYS", help="2025-06-28, 2025-06, 2025-06-01/2025-06-08, ../2025-06-30")
    says.add_argument("--people", nargs="+", metavar="NAME", help="everyone it is about, by name or id")
    says.add_argument("--from", dest="from_", metavar="FIRM")
    says.add_argument("--to", metavar="FIRM")
    says.add_argument("--role", metavar="TITLE")
    says.add_argument("--status", choices=STATUSES)
    says.add_argument("--summary", metavar="TEXT")
    says.add_argument("--note", metavar="TEXT", help="a remark of yours")
    sight = parser.add_mutually_exclusive_group()
    sight.add_argument("--hide", action="store_const", const=True, dest="hidden", help="it is wrong; show it nowhere")
    sight.add_argument("--show", action="store_const", const=False, dest="hidden", help="show it again")
    trust = parser.add_mutually_exclusive_group()
    trust.add_argument("--verify", action="store_const", const=True, dest="verified", help="you vouch for it, today")
    trust.add_argument("--unverify", action="store_const", const=False, dest="verified", help="you do not any more")
    deeds = parser.add_argument_group("instead of one event").add_mutually_exclusive_group()
    deeds.add_argument("--add", action="store_true", help="add an event of your own (with --type and the like)")
    deeds.add_argument("--merge-people", nargs=2, metavar=("KEEP", "OTHER"), help="two people are one")
    deeds.add_argument("--merge-firms", nargs=2, metavar=("KEEP", "OTHER"), help="two firms are one")
    deeds.add_argument(
        "--split", nargs="+", metavar="NAME", help="NAME ARTICLE…: in these articles the name means somebody else"
    )
    deeds.add_argument("--list", action="store_true", help="what was corrected, and when (of one event, if given)")
    deeds.add_argument(
        "--undo", nargs="?", type=positive, const=0, metavar="NUMBER", help="take back the last one, or that number"
    )


def run(options: argparse.Namespace) -> int:
    """0; 1 where there is nothing to list. What cannot be done is wrong use, and nothing is changed then."""
    opened = workspace(options)
    if options.list:
        return _list(opened, options.event)
    done = _deed(options)(opened)
    if done.undone is not None:
        say(f"Number {done.number} was taken back: {one_line(described(done.deed))}.")
    else:
        say(f"Noted as number {done.number}: {one_line(described(done.deed))}. `talent-tui edit --undo` takes it back.")
    return 0


def _deed(options: argparse.Namespace) -> "Callable[[Workspace], Correction]":
    """What is asked for. Raises UsageError where that is nothing, or two things at once."""
    wish = _wish(options)
    whole = _whole(options)
    if whole is not None:
        if options.event or wish != Wish():
            raise UsageError("Ask for one thing at a time: undoing, merging and splitting go without an event.")
        return whole
    if options.add:
        if options.event:
            raise UsageError("An event that is added gets an id of its own; leave EVENT out.")
        return lambda w: w.add_event(wish)
    if not options.event:
        raise UsageError("Name the event to correct (`talent-tui find` shows ids), or --add, --list, --undo.")
    return lambda w: w.edit(options.event, wish)


def _whole(options: argparse.Namespace) -> "Callable[[Workspace], Correction] | None":
    """What is asked for that is about no one event."""
    if options.undo is not None:
        return lambda w: w.take_back(options.undo or None)
    if options.merge_people:
        return lambda w: w.merge_entities("person", *map(typed, options.merge_people))
    if options.merge_firms:
        return lambda w: w.merge_entities("company", *map(typed, options.merge_firms))
    if options.split:
        return lambda w: w.split_entity(typed(options.split[0]), options.split[1:])
    return None


def _wish(options: argparse.Namespace) -> Wish:
    words = {field: typed(value) for field in _WORDS if (value := getattr(options, field)) is not None}
    people = tuple(map(typed, options.people)) if options.people is not None else UNSET
    hidden = UNSET if options.hidden is None else options.hidden
    verified = UNSET if options.verified is None else options.verified
    return Wish(people=people, hidden=hidden, verified=verified, **words)


def _list(opened: "Workspace", event_id: str | None) -> int:
    """The log, one correction a line, oldest first."""
    log = opened.corrections()
    if event_id is not None:
        event = opened.event(event_id)
        about = {event.id, *event.members}
        log = tuple(c for c in log if isinstance(c.deed, EditEvent) and about & {m.id for m in c.deed.members})
    if not log:
        say("Nothing was corrected.")
        return _NOTHING_FOUND
    idle = opened.idle_corrections()
    for correction in log:
        waiting = "  (its event is not there now)" if correction.number in idle else ""
        print(one_line(_line(correction)) + waiting)
    return 0


def _line(correction: Correction) -> str:
    undone = f"  (taken back {correction.undone:%Y-%m-%d %H:%M} UTC)" if correction.undone else ""
    return f"{correction.number}  {correction.when:%Y-%m-%d %H:%M} UTC  {described(correction.deed)}{undone}"
