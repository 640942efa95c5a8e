"""How far two events of different articles speak for being the same happening.

A score below zero means that something speaks against it; `SAME` and more, that they are one. The weights were set by
hand so that a pair needs either one particular thing in common (a person's move to an employer, a sum, a founded
laboratory) or a time and words that agree; the scores of `tests/merging` and of the answer keys guard them.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from talent_tui.lexicon.occasions import occasions_in
from talent_tui.model import Amount, DateSpan, Event, EventType

SAME: Final = 2.0
"""From this score on, two events are one happening."""
NEVER: Final = -1.0
_NARROW_DAYS: Final = 10
_ONCE_A_WEEK, _ONCE_A_MONTH = 7, 31
_OF_A_FIRM: Final = frozenset({"deal", "found", "freeze", "reorganise"})
_NEAR_SUM: Final = 1.5
"""Two sums of which one is at most this many times the other may be one sum that is told differently."""

Sum = tuple[float, str | None]
"""A sum's value and currency."""

_WORDS = re.compile(r"[a-z]+|\d[\d.]*|[㐀-鿿]+")

FAMILY: Final[dict[EventType, str]] = {
    "join": "move", "return": "move", "leave": "move", "appoint": "move", "offer": "offer", "pay": "offer",
    "found": "found", "reorganise": "reorganise", "freeze": "freeze", "deal": "deal", "release": "release",
    "statement": "statement", "report": "report",
}  # fmt: skip
"""Types that articles use for one happening stand in one family."""


class Told:
    """One article's own event, in the timeline's ids, with what comparing it needs (worked out when first asked)."""

    __slots__ = ("__dict__", "article", "claim", "event", "strip")

    def __init__(
        self, event: Event, article: str, strip: Callable[[Event], list[str]], claim: "Told | None" = None
    ) -> None:
        """`strip` gives the names of those who take part, the longest first; `claim` is what the event denies."""
        self.claim = claim
        self.event = event
        self.article = article
        self.strip = strip

    @cached_property
    def text(self) -> str:
        """What is told, in lower case and, where it was worked out, in simplified script too."""
        return self.event.search or self.event.sources[0].quote.casefold()

    @cached_property
    def occasions(self) -> frozenset[str]:
        """On what occasion it was said, what became of what was to come out, what was stopped, which round it was."""
        return occasions_in(self.text, FAMILY[self.event.type])

    @cached_property
    def words(self) -> frozenset[str]:
        """Latin words, figures and pairs of characters of what is told, without the names of those who take part."""
        text = self.text
        for name in self.strip(self.event):
            text = text.replace(name, " ")
        found: set[str] = set()
        for run in _WORDS.findall(text):
            if run[0] >= "㐀":
                found.update(run[i : i + 2] for i in range(len(run) - 1))
            elif len(run) > 2 or run[0].isdigit():
                found.add(run)
        return frozenset(found)

    @cached_property
    def sums(self) -> frozenset[Sum]:
        """The sums of money that the event tells, as numbers."""
        return frozenset((float(a.value), a.currency) for a in self.event.amounts if a.value is not None)


def likeness(a: Told, b: Told) -> float:
    """How alike the words are, 0 to 1: shared words over the geometric mean of the two counts."""
    if not a.words or not b.words:
        return 0.0
    return float(len(a.words & b.words) / (len(a.words) * len(b.words)) ** 0.5)


def days_apart(a: DateSpan, b: DateSpan) -> int:
    """0 where the spans share a day or one claims none, else the days between them. Open sides reach for ever."""
    if a.start and b.end and a.start > b.end:
        return (a.start - b.end).days
    if b.start and a.end and b.start > a.end:
        return (b.start - a.end).days
    return 0


def width(span: DateSpan) -> int:
    """How many days a span covers; an open or missing side counts as for ever."""
    if span.start is None or span.end is None:
        return date.max.toordinal()
    return (span.end - span.start + timedelta(days=1)).days


def sums_differ(a: frozenset[Sum], b: frozenset[Sum]) -> bool:
    """Whether both tell sums, and none in common.

    Sums in two currencies do not differ, since nobody knows the rate that was counted with; one figure in two
    currencies does.
    """
    pairs = [(x, y) for x in a for y in b]
    if any(_is_one(x, y) for x, y in pairs):
        return False
    return any(_comparable(x, y) or _close(x[0], y[0]) for x, y in pairs)


def sums_agree(a: frozenset[Sum], b: frozenset[Sum]) -> frozenset[Sum]:
    """The sums of one that are among the other's."""
    return frozenset(x for x in a if any(_is_one(x, y) for y in b))


def sums_are_near(a: frozenset[Sum], b: frozenset[Sum]) -> bool:
    """Whether some sum of one may be a different account of some sum of the other."""
    return any(not _comparable(x, y) or max(x[0], y[0]) <= _NEAR_SUM * min(x[0], y[0]) for x in a for y in b)


def _comparable(x: Sum, y: Sum) -> bool:
    return x[1] == y[1] or x[1] is None or y[1] is None


def _close(x: float, y: float) -> bool:
    return abs(x - y) <= 0.01 * max(x, y)


def _is_one(x: Sum, y: Sum) -> bool:
    return _comparable(x, y) and _close(x[0], y[0])


def is_odd(value: float) -> bool:
    """Whether a sum is a particular one, no round figure: three significant digits (14.3 billion) that few share."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0")) >= 3


def money(amount: Amount) -> tuple[float | int | None, str | None]:
    """What makes two spellings of a sum one: its value and currency."""
    return amount.value, amount.currency


class Judge:
    """Scores pairs of events; `related` tells whether two organisations are the same or one belongs to the other."""

    def __init__(self, related: Callable[[str, str], bool]) -> None:
        """Judge by what is known of the organisations."""
        self._related = related

    def score(self, a: Told, b: Told) -> float:
        """How far the two speak for being one happening. Symmetric."""
        x, y = a.event, b.event
        apart = days_apart(x.date, y.date)
        if apart and apart > self._leeway(x, y):
            return NEVER
        family = FAMILY[x.type]
        if family == "move":
            return self._move(a, b, apart) if x.people and y.people else self._tally(a, b, apart)
        return self._other(family, a, b, apart)

    def _leeway(self, x: Event, y: Event) -> int:
        """How many days two accounts of one happening may lie apart: what nobody does twice in a month tolerates most.

        Two days in a row may be one day in two time zones. Whatever is tolerated is told as a contradiction.
        """
        if FAMILY[x.type] == "move" and x.people:
            once = x.to == y.to if x.to and y.to else x.from_ is not None and x.from_ == y.from_ and x.type == y.type
            if once and "appoint" not in (x.type, y.type):
                return _ONCE_A_MONTH
        elif FAMILY[x.type] in _OF_A_FIRM:
            return _ONCE_A_WEEK
        return 1 if max(width(x.date), width(y.date)) == 1 else 0

    def _move(self, a: Told, b: Told, apart: int) -> float:
        x, y = a.event, b.event
        if set(x.people) != set(y.people):
            return NEVER
        kinds = {x.type, y.type}
        if "leave" in kinds:
            if kinds == {"leave"} and not self._fits(x.from_, y.from_):
                return NEVER
            if kinds != {"leave"}:
                move, leave = (x, y) if y.type == "leave" else (y, x)
                one = move.from_ and leave.from_ and self._related(move.from_, leave.from_)
                if not one or width(leave.date) > 62 or width(move.date) > 62:
                    return NEVER
        elif not same_goal(x, y, self._related):
            same_origin = x.from_ and y.from_ and self._related(x.from_, y.from_)
            if "appoint" in kinds or not same_origin or max(width(x.date), width(y.date)) > 31:
                return NEVER
        score = 2.0 + self._time(x.date, y.date, apart) + likeness(a, b)
        if "leave" not in kinds:
            score += 0.5 * (x.to == y.to)
            if x.from_ and y.from_:
                score += 0.5 if self._related(x.from_, y.from_) else -0.5
        if "appoint" in kinds and x.role and y.role:
            if kinds == {"appoint"} and not roles_agree(x.role, y.role):
                return NEVER
            score += 0.5 if roles_agree(x.role, y.role) else -1.0
        return score + 0.5 * (x.type == y.type)

    def _tally(self, a: Told, b: Told, apart: int) -> float:
        """Moves of unnamed people are one happening only if number, origin and goal are the same."""
        x, y = a.event, b.event
        if x.people or y.people or x.type != y.type or x.from_ != y.from_ or x.to != y.to:
            return NEVER
        if x.count != y.count and likeness(a, b) < 0.5:
            return NEVER
        return (
            0.5 + self._time(x.date, y.date, apart) + 2 * likeness(a, b) + (x.count is not None and x.count == y.count)
        )

    def _other(self, family: str, a: Told, b: Told, apart: int) -> float:
        x, y = a.event, b.event
        alike = likeness(a, b)
        score = 3 * alike + self._time(x.date, y.date, apart) + 0.75 * self._share(x, y)
        if x.people or y.people:
            same, any_same = set(x.people) == set(y.people), bool(set(x.people) & set(y.people))
            if not any_same and family in ("statement", "offer", "report"):
                if (x.people and y.people) or family == "statement":
                    return NEVER
                score -= 0.25
            score += 0.5 if same else 0.0
        founded = family == "found" and self._particular(x) & self._particular(y)
        if x.to and y.to and not founded and not self._related(x.to, y.to):  # a joint venture has several parents
            return NEVER
        if a.sums and b.sums:
            common = sums_agree(a.sums, b.sums)
            if common:
                score += 2.0 if any(is_odd(value) for value, _ in common) else 1.25
            elif not sums_are_near(a.sums, b.sums) and not (family == "deal" and a.occasions & b.occasions):
                return NEVER
            else:
                score -= 0.25
        if family in ("found", "deal"):
            goals = self._particular(x) & self._particular(y)
            if self._particular(x) and self._particular(y):
                if not goals:
                    return NEVER
                score += 1.25
            elif family == "deal":
                score -= 0.5
        if family == "freeze":
            score += 0.5  # a firm seldom does so
        return score + self._occasion(a, b) + self._claims(a, b)

    def _claims(self, a: Told, b: Told) -> float:
        """Denials of one claim are likely one; of two claims, they are two."""
        if a.claim is None or b.claim is None:
            return 0.0
        same = FAMILY[a.claim.event.type] == FAMILY[b.claim.event.type] and self.score(a.claim, b.claim) >= 0
        return 0.5 if same else NEVER * 10

    def _occasion(self, a: Told, b: Told) -> float:
        if not a.occasions or not b.occasions:
            return 0.0
        if not a.occasions & b.occasions:
            return NEVER * 10 if a.event.type == "deal" else -0.75  # an A round is no B round
        return 1.5 if a.event.type == "statement" else 1.0

    def _particular(self, event: Event) -> set[str]:
        """The organisations that an event is about, apart from the one that does it."""
        return {c for c in event.companies if c != event.to}

    def _share(self, x: Event, y: Event) -> float:
        """Whether the organisations of one are among the other's: a sentence seldom names all that take part."""
        one, other = set(x.companies), set(y.companies)
        return len(one & other) / min(len(one), len(other)) if one and other else 0.0

    def _fits(self, one: str | None, other: str | None) -> bool:
        return one is None or other is None or self._related(one, other)

    def _time(self, x: DateSpan, y: DateSpan, apart: int) -> float:
        """How much the days speak for one happening: closed, narrow spans that meet say most, open ones nothing."""
        if apart:
            return 0.0 if apart == 1 else -0.5
        wider = max(width(x), width(y))
        if wider <= _NARROW_DAYS:
            return 1.0
        if wider <= 31:
            return 0.75
        if wider <= 366:
            return 0.25
        return 0.0


def same_goal(x: Event, y: Event, related: Callable[[str, str], bool]) -> bool:
    """Whether both may lead to one organisation, be it that one names the laboratory and the other its owner."""
    if x.to is None or y.to is None or related(x.to, y.to):
        return True
    return x.to in y.companies and y.to in x.companies


def roles_agree(one: str, other: str) -> bool:
    """Whether two titles may be the same post: one holds the other, or they share half of their characters or words.

    Titles in different scripts cannot be told apart by their letters, so they agree.
    """
    x, y = one.casefold().replace(" ", ""), other.casefold().replace(" ", "")
    if x in y or y in x:
        return True
    han_x, han_y = any(c >= "㐀" for c in x), any(c >= "㐀" for c in y)
    if han_x != han_y:
        return True
    units_x, units_y = (set(x), set(y)) if han_x else (set(one.casefold().split()), set(other.casefold().split()))
    return 2 * len(units_x & units_y) >= min(len(units_x), len(units_y)) + 1
