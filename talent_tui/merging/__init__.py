"""One timeline out of the events of many articles. Derived from the records, never stored as truth.

The same records give the same timeline, byte for byte, in whatever order they come.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from talent_tui.merging.agreement import Told
from talent_tui.merging.combine import alone, combine
from talent_tui.merging.corrected import correct_events, unfound
from talent_tui.merging.entities import Tied, tie
from talent_tui.merging.happenings import same_happenings
from talent_tui.merging.regroup import entries_of
from talent_tui.merging.review import Look, worth_a_look
from talent_tui.model import ArticleRecord, Correction, Entity, Entry, Event, Timeline, in_force

__all__ = ["Base", "Look", "correct", "merge", "merge_base", "moment", "unfound", "worth_a_look"]


class Base(NamedTuple):
    """A merged timeline before its events are corrected, and what each article's entries became."""

    timeline: Timeline
    tied: Tied

    @property
    def entries(self) -> dict[str, tuple[Entry, ...]]:
        """For each person and organisation the articles' own entries that became it."""
        return entries_of(self.tied.person_of) | entries_of(self.tied.company_of)


def merge(records: Iterable[ArticleRecord], corrections: Iterable[Correction] = ()) -> Timeline:
    """Everything that the articles tell together, as a person corrected it.

    People and organisations are tied by strong evidence; events of different articles that are the same happening
    become one, with all evidence and every contradiction. Events are sorted by `moment`, all else by id.
    """
    log = tuple(corrections)
    return correct(merge_base(records, log), log)


def correct(base: Base, corrections: Iterable[Correction]) -> Timeline:
    """The merged timeline with the corrections of events that are in force."""
    log = in_force(corrections)
    if not log:
        return base.timeline
    corrected = correct_events(base.timeline, log, base.tied)
    return msgspec.structs.replace(corrected, events=tuple(sorted(corrected.events, key=moment)))


def merge_base(records: Iterable[ArticleRecord], corrections: Iterable[Correction] = ()) -> Base:
    """Everything that the articles tell together; of the corrections, only who is one and who is two counts here."""
    ordered = sorted(records, key=lambda r: r.article.id)
    tied = tie(ordered, [c.deed for c in in_force(corrections)])
    parents = {c.id: c.parent for c in tied.companies if c.parent}
    names = {c.id: c.name for c in tied.companies}
    published = {r.article.id: r.article.published for r in ordered}
    forms = _forms(tied)

    def related(one: str, other: str) -> bool:
        return one == other or parents.get(one) == other or parents.get(other) == one

    def strip(event: Event) -> list[str]:
        bearers = (*event.people, *event.companies, event.from_, event.to, event.speaker)
        return sorted({f for b in bearers if b for f in forms.get(b, ())}, key=lambda f: (-len(f), f))

    told = [Told(_shared(e, r, tied), r.article.id, strip) for r in ordered for e in r.events]
    told.sort(key=lambda t: t.event.id)
    by_id = {t.event.id: t for t in told}
    for one in told:
        claim = by_id.get(one.event.denies or "")
        one.claim = claim if claim is not None and claim.event.denies is None else None
    merged = []
    for group in same_happenings(told, related):
        if len(group) == 1:
            merged.append(alone(told[group[0]].event))
        else:
            merged.append(combine([told[i] for i in group], published, names.__getitem__, related))
    return Base(Timeline(tuple(r.article for r in ordered), tied.people, tied.companies, _settled(merged)), tied)


def moment(event: Event) -> tuple[date, date, str]:
    """Where an event stands on the timeline: its first day, or its last where it begins nowhere; undated ones last."""
    start, end = event.date.start, event.date.end
    return start or end or date.max, end or date.max, event.id


def _shared(event: Event, record: ArticleRecord, tied: Tied) -> Event:
    """The article's event in the timeline's ids."""
    article = record.article.id

    def firm(ident: str) -> str:
        return tied.company_of.get((article, ident), ident)

    def person(ident: str) -> str:
        return tied.person_of.get((article, ident), ident)

    speaker = event.speaker
    if speaker is not None:
        speaker = person(speaker) if (article, speaker) in tied.person_of else firm(speaker)
    return msgspec.structs.replace(
        event,
        people=tuple(dict.fromkeys(person(p) for p in event.people)),
        from_=firm(event.from_) if event.from_ else None,
        to=firm(event.to) if event.to else None,
        companies=tuple(dict.fromkeys(firm(c) for c in event.companies)),
        speaker=speaker,
    )


def _forms(tied: Tied) -> dict[str, tuple[str, ...]]:
    entries: tuple[Entity, ...] = (*tied.people, *tied.companies)
    return {e.id: tuple(n.casefold() for n in (e.name, *e.aliases)) for e in entries}


def _settled(events: Sequence[Event]) -> tuple[Event, ...]:
    """Sorted, with `denies` pointing to the merged event."""
    home = {member: e.id for e in events for member in e.members}
    pointed = (
        msgspec.structs.replace(e, denies=home.get(e.denies, e.denies))
        if e.denies and home.get(e.denies) != e.denies
        else e
        for e in events
    )
    return tuple(sorted(pointed, key=moment))
