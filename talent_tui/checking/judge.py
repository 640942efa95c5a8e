"""The verdict on each sentence of a draft."""

from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

from talent_tui.checking.compare import Comparer, Comparison, Field
from talent_tui.checking.draft import Claim, DraftSentence
from talent_tui.checking.library import Library
from talent_tui.checking.names import Names
from talent_tui.checking.passages import Passage
from talent_tui.checking.sources import Read, passages_for
from talent_tui.checking.told import Teller
from talent_tui.index import Index
from talent_tui.model import Event

Verdict = Literal["agrees", "unknown", "contradicts"]

_WORST: Final[dict[Verdict, int]] = {"agrees": 0, "unknown": 1, "contradicts": 2}
_SLACK: Final = 0.5
"""An event that agrees goes before one that contradicts, even if it shares so much less with the claim."""
_MOST: Final = 3


class Checked(NamedTuple):
    """A sentence with its verdict, the worst of its claims.

    `field` is what is contradicted (None else), `events` those that it agrees with or contradicts, the closest first;
    `passage` is an article's sentence that contradicts it where no event does.
    """

    sentence: DraftSentence
    verdict: Verdict
    field: Field | None
    events: tuple[Event, ...]
    passage: Passage | None = None


def check(
    sentences: Sequence[DraftSentence], index: Index, names: Names, simplify: Callable[[str], str], read: Read
) -> tuple[Checked, ...]:
    """Hold each sentence against the timeline: against its events, then against the sentences of its articles."""
    comparer = Comparer(index, simplify)
    named = [s.passage.people | s.passage.firms | s.passage.around for s in sentences]
    library = Library(passages_for(named, index, names, read), comparer.root)
    teller = Teller(library, comparer.root, index)
    return tuple(_told(_checked(sentence, index, comparer), index, teller) for sentence in sentences)


def _told(checked: Checked, index: Index, teller: Teller) -> Checked:
    """The verdict with what the articles' sentences tell, where no event contradicts."""
    if checked.verdict == "contradicts":
        if checked.field is None or not teller.excuses(checked.sentence.passage, checked.field):
            return checked
        checked = Checked(checked.sentence, "unknown", None, ())
    turned = teller.out_of_time(checked.sentence.passage)
    if turned:
        return Checked(checked.sentence, "contradicts", "order", turned)
    against = teller.against(checked.sentence.passage)
    if against is None or (against.who is not None and any(_takes_part(against.who, e) for e in checked.events)):
        return checked
    article, start, end = against.passage.place
    told = [
        e
        for e in index.events_of("article", article)
        if any(s.article == article and s.start < end and start < s.end for s in e.sources)
    ]
    return Checked(checked.sentence, "contradicts", against.field, tuple(told[:_MOST]), against.passage)


def _takes_part(who: str, event: Event) -> bool:
    """Whether somebody is in an event that agrees with the sentence."""
    return who in (*event.people, *event.companies, event.from_, event.to)


def _checked(sentence: DraftSentence, index: Index, comparer: Comparer) -> Checked:
    verdicts = [_judged(claim, sentence, index, comparer) for claim in sentence.claims]
    told = [v for v, claim in zip(verdicts, sentence.claims, strict=True) if v[0] != "unknown" or _weighs(claim)]
    if not told:
        return Checked(sentence, "unknown", None, ())
    worst: Verdict = max((v[0] for v in told), key=_WORST.__getitem__)
    field = next((v[1] for v in told if v[0] == worst), None)
    events = tuple(dict.fromkeys(e for v in told if v[0] == worst for e in v[2]))
    return Checked(sentence, worst, field, events[:_MOST])


def _weighs(claim: Claim) -> bool:
    """Whether not knowing of a claim says something: what somebody said need not be on the timeline."""
    return not claim.loose and claim.event.type not in ("statement", "report")


def _judged(
    claim: Claim, sentence: DraftSentence, index: Index, comparer: Comparer
) -> tuple[Verdict, Field | None, tuple[Event, ...]]:
    compared = [
        c
        for event in _candidates(claim.event, index)
        if (c := comparer.compare(claim.event, event, loose=claim.loose)) is not None
    ]
    if not compared:
        return "unknown", None, ()
    compared.sort(key=lambda c: (-c.shared, len(c.contradicted), c.event.id))
    agreeing = [c for c in compared if not c.contradicted]
    against = [c for c in compared if c.contradicted]
    if agreeing:
        covered = {field for c in agreeing for field in c.agreed}
        against = [
            c
            for c in against
            if not covered.issuperset(c.contradicted) and c.shared > agreeing[0].shared - _SLACK - len(c.agreed)
            if c.shared > agreeing[0].shared + _SLACK or (len(c.contradicted) == 1 and len(c.agreed) >= 1)
        ]
    against = [c for c in against if not comparer.excused(c, claim.event, sentence).issuperset(c.contradicted)]
    if agreeing and not against:
        return "agrees", None, tuple(c.event for c in agreeing)
    if not against:
        return "unknown", None, ()
    best = against[0]
    return "contradicts", _field(best), _beside(against, best)


def _field(comparison: Comparison) -> Field:
    return comparison.contradicted[0]


def _beside(against: Sequence[Comparison], best: Comparison) -> tuple[Event, ...]:
    return tuple(c.event for c in against if c.shared >= best.shared - _SLACK)


def _candidates(claim: Event, index: Index) -> list[Event]:
    """Events that have a person or a firm in common with the claim, each once, in the order of time."""
    positions: set[int] = set()
    for person in claim.people:
        found = index.facet("person").get(person)
        positions.update(found.positions if found else ())
    for firm in {c for c in (*claim.companies, claim.from_, claim.to) if c}:
        found = index.facet("company").get(firm)
        positions.update(found.positions if found else ())
    return [index.events[i] for i in sorted(positions)]
