"""From pairs to figures. A figure is a share of something that was asked, from 0 to 1; 1 where nothing was asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from talent_tui.model import MOVES
from tests.quality.accounts import UNKNOWN, Account, Happening
from tests.quality.pairing import Pairing

UNSETTLED = frozenset({"denied", "planned", "rumoured"})
LONGEST_QUOTE = 160
"""Characters a quotation may have, or thrice those of the key's: a sentence, not a page."""
WIDEST_WINDOW = 14
"""Days a window of publication may span and still say something."""


@dataclass
class Share:
    """`hits` out of `asked`."""

    hits: int = 0
    asked: int = 0

    @property
    def value(self) -> float:
        """The share, 1 where nothing was asked."""
        return self.hits / self.asked if self.asked else 1.0

    def count(self, hit: bool) -> None:
        """One more was asked, and it was right or not."""
        self.asked += 1
        self.hits += hit

    def add(self, hits: int, asked: int) -> None:
        """So many more were asked, so many of them right."""
        self.asked += asked
        self.hits += hits


@dataclass
class Score:
    """Everything counted, for one article or several. Addition makes totals: each event counts alike."""

    shares: dict[str, Share] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Share:
        return self.shares.setdefault(name, Share())

    def __add__(self, other: "Score") -> "Score":
        total = Score()
        for part in (self, other):
            for name, share in part.shares.items():
                total[name].add(share.hits, share.asked)
        return total


def total(scores: Iterable[Score]) -> Score:
    """All scores together."""
    return sum(scores, Score())


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _common(one: Iterable[float], other: Iterable[float]) -> int:
    return (Counter(one) & Counter(other)).total()


def _count_entities(score: Score, name: str, key: Mapping[str, object], told: Mapping[str, object]) -> None:
    known = sum(not ident.startswith(UNKNOWN) for ident in told)
    score[f"{name} precision"].add(known, len(told))
    score[f"{name} recall"].add(known, len(key))


def _count_evidence(score: Score, text: str, told: Happening, key: Happening | None) -> None:
    longest = max(LONGEST_QUOTE, 3 * len(key.quote) if key else 0)
    for start, end, quote in told.sources:
        score["evidence"].count(bool(quote) and text[start:end] == quote and len(quote) <= longest)


def score_article(key: Account, told: Account, pairing: Pairing) -> Score:
    """Count one article. `told` is in terms of the key's ids; `pairing` is of these two."""
    score = Score()
    by_key = {pair.key.id: pair for pair in pairing.pairs}
    by_told = {pair.told.id: pair for pair in pairing.pairs}
    for wanted in key.happenings:
        if wanted.core:
            pair = by_key.get(wanted.id)
            strict = pair is not None and not pair.faults
            score["found recall"].count(pair is not None)
            score["strict recall"].count(strict)
            if wanted.type in MOVES:
                score["moves recall"].count(strict)
    for mine in told.happenings:
        pair = by_told.get(mine.id)
        strict = pair is not None and not pair.faults
        score["found precision"].count(pair is not None)
        score["strict precision"].count(strict)
        if mine.type in MOVES:
            score["moves precision"].count(strict)
        if mine.sure:
            score["sure right"].count(pair is not None and pair.is_printable)
        score["sure share"].count(mine.sure)
        _count_evidence(score, told.text, mine, pair.key if pair else None)
    for pair in pairing.pairs:
        wanted, mine = pair
        if wanted.dated:
            score["date exact"].count(wanted.days == mine.days)
        score["status"].count(wanted.status == mine.status)
        common = _common(wanted.values, mine.values)
        score["amounts precision"].add(common, len(mine.values))
        score["amounts recall"].add(common, len(wanted.values))
        if mine.status in UNSETTLED:
            score["unsettled precision"].count(wanted.status == mine.status)
        if wanted.status in UNSETTLED:
            score["unsettled recall"].count(wanted.status == mine.status)
        if wanted.status == "denied":
            score["denied as fact"].count(mine.status == "confirmed")
    _count_entities(score, "people", key.people, told.people)
    _count_entities(score, "organisations", key.companies, told.companies)
    _count_publication(score, key, told)
    return score


def _count_publication(score: Score, key: Account, told: Account) -> None:
    """Right is a window that meets the key's and is not so wide that it says nothing; unknown must stay unknown."""
    wanted, mine = key.published, told.published
    if wanted.start is None or wanted.end is None:
        score["published"].count(mine.start is None and mine.end is None)
    elif mine.start is None or mine.end is None:
        score["published"].count(False)
    else:
        widest = max(WIDEST_WINDOW, (wanted.end - wanted.start).days)
        meets = wanted.start <= mine.end and mine.start <= wanted.end
        score["published"].count(meets and (mine.end - mine.start).days <= widest)


def _f1_of(name: str) -> Callable[[Score], float]:
    return lambda score: f1(score[f"{name} precision"].value, score[f"{name} recall"].value)


def _share_of(name: str) -> Callable[[Score], float]:
    return lambda score: score[name].value


def _denied_as_fact(score: Score) -> float:
    share = score["denied as fact"]
    return share.value if share.asked else 0.0


FIGURES: dict[str, Callable[[Score], float]] = {
    "found P": _share_of("found precision"),
    "found R": _share_of("found recall"),
    "found F1": _f1_of("found"),
    "strict F1": _f1_of("strict"),
    "moves strict F1": _f1_of("moves"),
    "date exact": _share_of("date exact"),
    "status": _share_of("status"),
    "people F1": _f1_of("people"),
    "organisations F1": _f1_of("organisations"),
    "amounts F1": _f1_of("amounts"),
    "evidence": _share_of("evidence"),
    "unsettled F1": _f1_of("unsettled"),
    "denied as fact": _denied_as_fact,
    "sure right": _share_of("sure right"),
    "sure share": _share_of("sure share"),
    "published": _share_of("published"),
}
"""The figures by name, in the order in which they are shown. All but `denied as fact` are the better the higher."""


def figures(score: Score) -> dict[str, float]:
    """All figures of a score, from 0 to 1."""
    return {name: work_out(score) for name, work_out in FIGURES.items()}
