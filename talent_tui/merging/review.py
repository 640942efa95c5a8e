"""What is most worth a look first: events that sources contradict or deny, and those that rest on a guess."""

from typing import Final, NamedTuple

from talent_tui.model import MOVES, Event, Timeline

_GRAVE: Final = frozenset({"date", "from", "to", "status", "amounts", "count"})
_CONTRADICTED, _CONTRADICTED_LIGHTLY, _DENIED, _UNSURE, _MOVE = 8, 3, 4, 2, 1


class Look(NamedTuple):
    """An event to look at, and why, in a few words each."""

    event: Event
    reasons: tuple[str, ...]


def worth_a_look(timeline: Timeline) -> tuple[Look, ...]:
    """The events that nobody vouched for and that speak against themselves, the gravest first.

    Contradictions on when, where and how much weigh most, then denials, then contradictions on a title, then guesses;
    between equals a move goes before what is only said, then the order of the timeline holds.
    """
    found = []
    for place, event in enumerate(timeline.events):
        if event.verified is not None or "added" in event.edited:
            continue
        weight, reasons = _weighed(event)
        if reasons:
            found.append((-weight, place, Look(event, reasons)))
    return tuple(look for _, _, look in sorted(found, key=lambda f: f[:2]))


def _weighed(event: Event) -> tuple[int, tuple[str, ...]]:
    weight, reasons = 0, []
    open_conflicts = [c for c in event.conflicts if c.field not in event.edited]
    for conflict in open_conflicts:
        weight += _CONTRADICTED if conflict.field in _GRAVE else _CONTRADICTED_LIGHTLY
        reasons.append(f"sources differ on {conflict.field}: {' / '.join(v.value for v in conflict.values)}")
    if event.status == "denied":
        weight += _DENIED
        reasons.append("denied")
    if event.certainty == "check" and not event.conflicts:  # a contradiction alone makes an event one to check
        weight += _UNSURE
        reasons.append("rests on a guess")
    return weight + (_MOVE if event.type in MOVES else 0), tuple(reasons)
