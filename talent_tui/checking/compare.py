"""How one claim stands to one event of the timeline: what they share, and on which fields they contradict."""

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from talent_tui.checking.days import meet, month_day, overlap, says_day, width
from talent_tui.checking.draft import DraftSentence
from talent_tui.index import Index
from talent_tui.lexicon.posts import posts_in
from talent_tui.merging.agreement import FAMILY, Told, likeness
from talent_tui.model import MOVES, DateSpan, Event

Field = Literal["date", "from", "to", "order", "people", "role", "amounts", "count", "status"]

_FACTS: Final = frozenset({"confirmed", "reported"})
_NARROW: Final = 31
_YEAR: Final = 366
_SAME_WORDS: Final = 0.35
"""How alike the words must be for a saying or a product, whose firms are in many events, to be the same."""
_SAME_HAPPENING: Final = 1.5
"""What a claim and an event that is no move must share: several parties, words, a sum or a day."""
_TALKS: Final = re.compile(
    r"洽谈|商谈|谈判|接洽|谈|拟|有意|考虑|\b(?:talks?|negotiat\w+|may|consider\w*|offer\w*|close to)\b"
)
_ATTRIBUTED: Final = re.compile(
    r"报道|消息|据|称|透露|表示|传|说|\b(?:reported|reports|according|said|says|rumou?red)\b"
)
"""Who passes on what somebody says does not tell it as a fact."""
_DONE: Final = re.compile(r"收购了|并购了|买下|已经?.{0,12}(?:收购|并购|入股)|完成.{0,6}收购|\b(?:acquired|bought)\b")


_SOLD: Final = re.compile(r"\b(?:sold|sells|selling|divest\w*|offload\w*)\b|出售|卖给|卖掉|卖出|售予|剥离")


class Comparison(NamedTuple):
    """A claim beside an event. `shared` weighs what they have in common, from 0; `contradicted` are the fields."""

    event: Event
    shared: float
    agreed: frozenset[Field]
    contradicted: tuple[Field, ...]


class Comparer:
    """Compares claims with events of one timeline."""

    def __init__(self, index: Index, simplify: Callable[[str], str]) -> None:
        """`simplify` turns titles to simplified script."""
        self._index = index
        self._simplify = simplify
        self._roots = _roots({c.id: c.parent for c in index.companies.values()})
        self._told: dict[str, Told] = {}

    def root(self, firm: str) -> str:
        """The firm at the top: laboratories and offices count as their owner."""
        return self._roots.get(firm, firm)

    def excused(self, comparison: Comparison, claim: Event, sentence: DraftSentence) -> frozenset[Field]:
        """Contradicted fields for which the sentence, or the source's own words, say the other thing as well.

        Then a clause may have been read wrongly, and nobody is to be accused on that.
        """
        event = comparison.event
        quotes = self._simplify("\n".join(s.quote for s in event.sources)).lower()
        roots = {self.root(n) for n in sentence.named}
        excused: set[Field] = set()
        if any(d.is_dated and overlap(d, event.date) for d in sentence.days) or says_day(quotes, claim.date):
            excused.add("date")
        ends: tuple[tuple[Field, str | None], ...] = (("from", event.from_), ("to", event.to))
        for field, firm in ends:
            if (firm is not None and self.root(firm) in roots) or self._another_time(field, claim, sentence):
                excused.add(field)
        if set(event.people) & sentence.named - set(claim.people):
            excused.add("people")
        if _ATTRIBUTED.search(self._simplify(sentence.text).lower()):
            excused.add("status")
        if claim.role and self._simplify(claim.role).lower() in quotes:
            excused.add("role")
        return frozenset(excused)

    def _another_time(self, field: Field, claim: Event, sentence: DraftSentence) -> bool:
        """Whether the firm claimed belongs to another move of the person, on another day that the sentence names."""
        firm = claim.from_ if field == "from" else claim.to
        others = [d for d in sentence.days if d.is_dated and d.edtf != claim.date.edtf]
        if firm is None or not others:
            return False
        moves = (e for person in claim.people for e in self._index.events_of("person", person))
        return any(
            (other := e.from_ if field == "from" else e.to) is not None
            and self.root(other) == self.root(firm)
            and any(e.date.is_dated and overlap(d, e.date) for d in others)
            for e in moves
        )

    def compare(self, claim: Event, event: Event, *, loose: bool = False) -> Comparison | None:
        """How they stand to one another; None where nothing says that they may be about the same happening."""
        if loose:
            return self._sums(claim, event)
        if FAMILY[claim.type] == "move":
            return self._move(claim, event) if event.type in MOVES else None
        if claim.type == event.type or {claim.type, event.type} <= {"offer", "pay"}:
            return self._other(claim, event)
        return None

    def _move(self, claim: Event, event: Event) -> Comparison | None:
        ours, theirs = set(claim.people), set(event.people)
        if not ours and not theirs:
            return self._tally(claim, event)
        if not ours & theirs or (ours - theirs and theirs - ours):
            return self._other_person(claim, event)
        mark = _Marks()
        leaving = claim.type == "leave"
        if leaving and (event.from_ is None or (event.type != "leave" and _is_open(event))):
            # That somebody would move, which was denied, says nothing of whether he left.
            return None
        if (
            claim.type == event.type == "appoint"
            and len(theirs) == 2
            and len(ours) == 1
            and event.people[0] not in ours
        ):
            # The second of two in an appointment may be who had the post before, or to whom one reports.
            return None
        if (claim.type == "appoint") != (event.type == "appoint") and not (claim.to and event.to):
            return None
        if claim.type == "appoint" and claim.role and not event.role:
            return None
        if self._swapped(claim, event):
            mark.no("order", 1.5)
        elif leaving:
            self._firm("from", claim.from_, event.from_, event, mark)
        else:
            self._firm("to", claim.to, event.to, event, mark)
            self._firm("from", claim.from_, event.from_, event, mark)
        self._date(claim, event, mark)
        self._role(claim, event, mark)
        if not leaving or event.type == "leave":  # that somebody left is not doubted where the next post is
            self._status(claim, event, mark)
        if not mark.agreed and "order" not in mark.contradicted:
            return None
        return mark.done(event)

    def _tally(self, claim: Event, event: Event) -> Comparison | None:
        """How many moved between the same firms, in days that meet or with all the same firms named."""
        if claim.count is None or event.count is None or not claim.to or not event.to:
            return None
        if self.root(claim.to) != self.root(event.to) or (claim.from_ is None) != (event.from_ is None):
            return None
        if claim.from_ and event.from_ and self.root(claim.from_) != self.root(event.from_):
            return None
        same = claim.count == event.count
        if not same and not _meet(claim.date, event, _NARROW) and set(claim.companies) - set(event.companies):
            return None
        mark = _Marks()
        mark.yes("to", 1)
        mark.put("count", same, 1)
        return mark.done(event)

    def _other_person(self, claim: Event, event: Event) -> Comparison | None:
        """The same post of the same firm in the same days, given to somebody else."""
        posts = posts_in(self._simplify(claim.role or "")) & posts_in(self._simplify(event.role or ""))
        boss = set(claim.people) & set(event.people)
        if not (posts or boss) or not claim.people or not event.people or not claim.to or not event.to:
            return None
        if self.root(claim.to) != self.root(event.to) or not _meet(claim.date, event, _NARROW):
            return None
        mark = _Marks()
        mark.yes("role", 1)
        mark.yes("to", 1)
        mark.no("people", 0)
        return mark.done(event)

    def _other(self, claim: Event, event: Event) -> Comparison | None:
        ours, theirs = self._parties(claim), self._parties(event)
        shared = ours & theirs
        people = set(claim.people) & set(event.people)
        if not shared and not people:
            return None
        alike = likeness(self._told_of(claim), self._told_of(event))
        mark = _Marks()
        mark.weight += 0.5 * min(len(shared), 3) + 0.5 * len(people) + 2 * alike
        self._amounts(claim, event, mark)
        if claim.type == "deal" and self._sells_what_it_bought(claim, event):
            mark.no("order", 0)
        if claim.count is not None and event.count is not None:
            mark.put("count", claim.count == event.count, 1)
        self._date(claim, event, mark)
        self._status(claim, event, mark)
        if claim.type == "found" and claim.people and event.people and not people:
            mark.no("people", 0)
        told = claim.type in ("statement", "report", "release")
        strong = alike >= _SAME_WORDS if told else mark.weight >= _SAME_HAPPENING
        if claim.type == "found" and not {c for c in shared if c != self.root(claim.to or "")} and alike < 0.3:
            return None
        return mark.done(event) if strong else None

    def _sells_what_it_bought(self, claim: Event, event: Event) -> bool:
        """Whether a claim tells as a sale what the event tells as a purchase by the same firm."""
        buyer, seller = event.to, next(iter(claim.companies), None)
        if buyer is None or seller is None or claim.to is not None or self.root(buyer) != self.root(seller):
            return False
        return _SOLD.search(claim.search) is not None and _SOLD.search(event.search) is None

    def _sums(self, claim: Event, event: Event) -> Comparison | None:
        shared = self._parties(claim) & self._parties(event) | (set(claim.people) & set(event.people))
        alike = likeness(self._told_of(claim), self._told_of(event))
        if not event.amounts or not shared or alike < 0.25:
            return None
        mark = _Marks()
        mark.weight += 0.5 * len(shared) + 2 * alike
        self._amounts(claim, event, mark)
        return mark.done(event) if mark.agreed or mark.contradicted else None

    def _parties(self, event: Event) -> set[str]:
        return {self.root(c) for c in (*event.companies, event.from_, event.to) if c}

    def _swapped(self, claim: Event, event: Event) -> bool:
        if not (claim.from_ and claim.to and event.from_ and event.to):
            return False
        ours, theirs = (self.root(claim.from_), self.root(claim.to)), (self.root(event.from_), self.root(event.to))
        return ours[0] != ours[1] and ours == (theirs[1], theirs[0])

    def _firm(self, field: Field, ours: str | None, theirs: str | None, event: Event, mark: "_Marks") -> None:
        if ours is None or theirs is None:
            return
        same = self.root(ours) == self.root(theirs) or self._disputed(field, ours, event)
        mark.put(field, same, 1)

    def _disputed(self, field: Field, firm: str, event: Event) -> bool:
        """Whether some source of a contradicted field says so."""
        name = self._index.label("company", firm)
        return any(c.field == field and any(v.value == name for v in c.values) for c in event.conflicts)

    def _date(self, claim: Event, event: Event, mark: "_Marks") -> None:
        if not claim.date.is_dated:
            return
        spans = [s for s in (event.date, *(s.date for s in event.sources)) if s.is_dated]
        if not spans:
            return
        same = any(overlap(claim.date, s) for s in spans)
        widest = min(max(width(claim.date), width(s)) for s in spans)
        mark.put("date", same, 1.0 if widest <= _NARROW else 0.75 if widest <= _YEAR else 0.25)

    def _role(self, claim: Event, event: Event, mark: "_Marks") -> None:
        if not claim.role or not event.role:
            mark.weight -= 1 if claim.role else 0  # who tells the post knows more of it
            return
        ours, theirs = posts_in(self._simplify(claim.role)), posts_in(self._simplify(event.role))
        said = {
            p for c in event.conflicts if c.field == "role" for v in c.values for p in posts_in(self._simplify(v.value))
        }
        if ours and theirs:
            mark.put("role", bool(ours & (theirs | said)), 1)
        elif self._simplify(claim.role) == self._simplify(event.role):
            mark.yes("role", 1)

    def _amounts(self, claim: Event, event: Event, mark: "_Marks") -> None:
        ours = {(float(a.value), a.currency) for a in claim.amounts if a.value is not None}
        theirs = {(float(a.value), a.currency) for a in event.amounts if a.value is not None}
        if not ours or not theirs:
            return
        same = any(_close(x, y) for x in ours for y in theirs)
        mark.put("amounts", same, 1.5)

    def _status(self, claim: Event, event: Event, mark: "_Marks") -> None:
        if claim.status not in _FACTS:
            return
        if _is_open(event):
            if event.status == "planned" and _only_later(claim, event):
                return
            mark.no("status", 0)
        elif claim.type == "deal" and _DONE.search(claim.search) and _TALKS.search(event.search):
            mark.no("status", 0)

    def _told_of(self, event: Event) -> Told:
        known = self._told.get(event.id) if event.id else None
        if known is None:
            known = Told(event, "", self._names)
            if event.id:
                self._told[event.id] = known
        return known

    def _names(self, event: Event) -> list[str]:
        index = self._index
        found: set[str] = set()
        for ident in (*event.people, *event.companies, event.from_, event.to, event.speaker):
            entry = index.people.get(ident or "") or index.companies.get(ident or "")
            if entry is not None:
                found.update(form.casefold() for form in (entry.name, *entry.aliases))
        return sorted(found, key=lambda form: (-len(form), form))


def _is_open(event: Event) -> bool:
    """Whether no source tells it as a fact: denied, planned or rumoured."""
    return event.status in ("denied", "planned", "rumoured") and not any(s.status in _FACTS for s in event.sources)


class _Marks:
    """What was found so far about one pair."""

    def __init__(self) -> None:
        self.weight = 0.0
        self.agreed: set[Field] = set()
        self.contradicted: list[Field] = []

    def yes(self, field: Field, weight: float) -> None:
        self.agreed.add(field)
        self.weight += weight

    def no(self, field: Field, weight: float) -> None:
        self.contradicted.append(field)
        self.weight += weight

    def put(self, field: Field, same: bool, weight: float) -> None:
        if same:
            self.yes(field, weight)
        else:
            self.no(field, 0)

    def done(self, event: Event) -> Comparison:
        return Comparison(event, self.weight, frozenset(self.agreed), tuple(self.contradicted))


def _roots(parents: Mapping[str, str | None]) -> dict[str, str]:
    roots = {}
    for ident in parents:
        at, seen = ident, {ident}
        while (up := parents.get(at)) is not None and up not in seen:
            seen.add(up)
            at = up
        roots[ident] = at
    return roots


def _meet(claimed: DateSpan, event: Event, within: int) -> bool:
    """Whether both are dated, narrowly, and share a day."""
    spans = (event.date, *(s.date for s in event.sources))
    return claimed.is_dated and any(
        s.is_dated and overlap(claimed, s) and max(width(s), width(claimed)) <= within for s in spans
    )


def _only_later(claim: Event, event: Event) -> bool:
    """A plan whose day has come is no contradiction to the deed told on that day."""
    if not claim.date.is_dated and month_day(claim.date) is None:
        return False
    return event.date.is_dated and meet(claim.date, event.date)


def _close(x: tuple[float, str | None], y: tuple[float, str | None]) -> bool:
    same_currency = x[1] == y[1] or x[1] is None or y[1] is None
    return same_currency and abs(x[0] - y[0]) <= 0.01 * max(x[0], y[0])
