"""What the articles' sentences tell against a draft's sentence, where no event says it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from talent_tui.checking.alike import Against, best_of, may_be_one, shares_firms
from talent_tui.checking.compare import Field
from talent_tui.checking.days import is_narrow, meet, month_day
from talent_tui.checking.figures import THINGS, Figure
from talent_tui.checking.library import Library, Match
from talent_tui.checking.order import Order
from talent_tui.checking.passages import Passage
from talent_tui.checking.swaps import Swaps
from talent_tui.index import Index
from talent_tui.lexicon.concepts import opposites_of
from talent_tui.model import DateSpan

_RELATED: Final = 0.25
"""A sentence that shares so much may be where the draft has a figure from."""
_KINDS: Final = frozenset({"people", "times", "percent", "age", "years", "months", "weeks", "shops", "teams"})

_DONE: Final = re.compile(r"已经?(?!故)|如期|完成|卖给了|买下了|\balready\b|\bhas since\b|\bcompleted\b")
_PLANNED: Final = re.compile(
    r"预计|有望|计划|打算|拟(?!人)|即将|洽谈|谈判|将(?!军|领|来)"
    r"|\b(?:expected|plans?|planned|will|would|intends?|in talks|set to|due to|about to)\b"
)
_DOUBTS: Final = frozenset({"deny", "delay", "drop", "unconfirmed"})
_NEGATED: Final = re.compile(r"没有|未|并非|不是|\bnot\b|n't\b|\bno\b|\bnever\b")


class Teller:
    """Holds sentences of a draft against those of the articles."""

    def __init__(self, library: Library, root: Callable[[str], str], index: Index) -> None:
        """`root` turns a laboratory or an office to its owner, `index` is of the timeline."""
        self._library = library
        known = frozenset(index.people.keys() | index.companies.keys())
        outlets = frozenset(c.id for c in index.companies.values() if c.kind == "outlet")
        self._swaps = Swaps(library, root, known, outlets)
        self._order = Order(library, root, index)
        self.out_of_time = self._order.out_of_time

    def against(self, passage: Passage) -> Against | None:
        """The first field on which the articles tell otherwise, None where they do not."""
        matches = [m for m in self._library.matches(passage) if may_be_one(self._library, passage, m)]
        if not matches:
            return None
        related = [m.passage for m in matches if m.share >= _RELATED]
        same = [m for m in matches if shares_firms(self._library, passage, m.passage)]
        best = best_of(matches)
        checks = (
            self._sums(passage, same, related),
            self._figures(passage, same, related),
            self._status(passage, best),
            self._order.against(passage, best),
            self._days(passage, same),
            self._swaps.against(passage, best),
        )
        return next((a for found in checks for a in found), None)

    def excuses(self, passage: Passage, field: Field) -> bool:
        """Whether an article's sentence says what an event seemed to contradict."""
        matches = self._library.matches(passage)
        if field == "amounts":
            told = {s.amount.value for m in best_of(matches)[:1] for s in m.passage.sums}
            return bool(passage.sums) and {s.amount.value for s in passage.sums} <= told
        if field == "role":
            return self._swaps.has_posts(passage)
        if field == "status":
            return any(self._tells_as_it_is(passage, m.passage) for m in best_of(matches)[:1])
        return False

    @staticmethod
    def _tells_as_it_is(ours: Passage, theirs: Passage) -> bool:
        """Whether an article tells it as done as well, or the draft as it is planned: for a day, or put off."""
        if _DONE.search(theirs.text) and not _PLANNED.search(theirs.text):
            return True
        doubts = ours.speaks_of & _DOUBTS
        if doubts:
            return doubts <= theirs.speaks_of
        days = [d.value for d in ours.days if is_narrow(d.value) or month_day(d.value)]
        planned = bool(days) and all(any(meet(d, t.value) for t in theirs.days) for d in days)
        return planned and not _DONE.search(ours.text)

    def _sums(self, passage: Passage, matches: Sequence[Match], related: Sequence[Passage]) -> Iterator[Against]:
        told = [s.amount for p in related for s in p.sums]
        best = best_of(matches, lambda p: bool(p.sums))
        for mention in passage.sums:
            ours = mention.amount
            if ours.value is None:
                words = _vague(ours.text)
                if not words or any(_vague(a.text) == words for a in told):
                    continue
                for match in best:
                    if any(_vague(s.amount.text) not in ("", words) for s in match.passage.sums):
                        yield Against("amounts", match.passage)
                continue
            if any(a.value is not None and _close(a.value, ours.value) for a in told):
                continue
            for match in best:
                theirs = [s.amount for s in match.passage.sums if s.amount.value is not None]
                if any(a.currency == ours.currency for a in theirs):
                    yield Against("amounts", match.passage)

    def _figures(self, passage: Passage, matches: Sequence[Match], related: Sequence[Passage]) -> Iterator[Against]:
        told = {(f.kind, f.value) for p in related for f in p.figures}
        for figure in passage.figures:
            if (
                not (figure.kind in _KINDS or figure.kind.startswith(THINGS))
                or figure.value <= 1
                or (figure.kind, figure.value) in told
            ):
                continue
            for match in best_of(matches, _counting(figure.kind)):
                if passage.speaks_of and not passage.speaks_of & match.passage.speaks_of:
                    continue
                yield Against("count", match.passage)

    def _days(self, passage: Passage, matches: Sequence[Match]) -> Iterator[Against]:
        best = best_of(matches, lambda p: any(is_narrow(d.value) for d in p.days))
        near = [m.passage for m in matches if m.share >= 0.3]
        told = [d.value for p in near for d in p.days] + [d for p in near for d in self._days_before(p)]
        for mention in passage.days:
            ours = mention.value
            if not is_narrow(ours) and month_day(ours) is None:
                continue
            if any(meet(ours, theirs) for theirs in told):
                continue
            for match in best:
                theirs = [d.value for d in match.passage.days if is_narrow(d.value)]
                if theirs and not any(meet(ours, t) for t in theirs):
                    yield Against("date", match.passage)

    def _days_before(self, passage: Passage) -> Iterator[DateSpan]:
        """The days of the two sentences before: what happened then may be told without them."""
        at = self._library.position(passage)
        for before in self._library.passages[max(0, at - 2) : at]:
            if before.place[0] == passage.place[0]:
                yield from (d.value for d in before.days)

    def _status(self, passage: Passage, best: Sequence[Match]) -> Iterator[Against]:
        ours = passage.speaks_of
        for match in best:
            theirs = match.passage.speaks_of.union(*(p.speaks_of for p in self._library.after(match.passage)))
            theirs -= {"confirm"} if "unconfirmed" in theirs else set()
            for concept in ours:
                if concept in theirs or set(opposites_of(concept)) & ours:
                    continue
                if set(opposites_of(concept)) & theirs:
                    yield Against("status", match.passage)
        if not _DONE.search(passage.text) or _PLANNED.search(passage.text) or _NEGATED.search(passage.text):
            return
        if best and all(_PLANNED.search(m.passage.text) and not _DONE.search(m.passage.text) for m in best):
            yield Against("status", best[0].passage)


def _is_telling(figure: Figure) -> bool:
    return figure.value > 1 and (figure.kind in _KINDS or figure.kind.startswith(THINGS))


def _counting(kind: str) -> Callable[[Passage], bool]:
    """Whether a sentence counts several of a kind."""
    return lambda passage: any(f.kind == kind and f.value > 1 for f in passage.figures)


def _vague(text: str) -> str:
    """The magnitude of a vague sum (数百亿), empty for another."""
    match = re.search(r"(?:数|几|上)([十百千万亿]+)", text)
    return match[1] if match else ""


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.01 * max(abs(a), abs(b))
