"""A part of a timeline: some events, and only those that have to do with them."""

from collections.abc import Iterable

import msgspec

from talent_tui.model import Event, Timeline


def subset(timeline: Timeline, events: Iterable[Event]) -> Timeline:
    """The timeline of `events` alone, with the articles, people and organisations that they name."""
    kept = tuple(events)
    named = {ident for e in kept for ident in (*e.people, *e.companies, e.from_, e.to, e.speaker) if ident is not None}
    parents = {c.parent for c in timeline.companies if c.id in named}
    told_by = {s.article for e in kept for s in e.sources}
    return msgspec.structs.replace(
        timeline,
        articles=tuple(a for a in timeline.articles if a.id in told_by),
        people=tuple(p for p in timeline.people if p.id in named),
        companies=tuple(c for c in timeline.companies if c.id in named or c.id in parents),
        events=kept,
    )
