"""The articles' sentences, and which of them tell what a draft's sentence tells, in other words or another language."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Set
from typing import Final, NamedTuple

from talent_tui.checking.passages import Passage
from talent_tui.model import DateSpan

_HAN_PAIR, _LATIN_WORD = 0.3, 0.6
"""Words find less than what they stand for, and pairs of characters overlap."""
_AROUND: Final = 0.5
"""Who is named by the sentences before weighs half."""

_MONTH: Final = 31
_SMALL: Final = 3
"""Up to this number, figures are too common to find anything."""
_OFTEN: Final = 3
"""An article names an organisation that it is about in so many sentences."""

Feature = tuple[str, str]
"""A kind (who, what, word) and what it is."""


class Match(NamedTuple):
    """A sentence of an article beside one of a draft.

    `score` weighs what they share, a thing that one sentence of many has counting as 1, and `substance` that without
    whom both name; `share` is how much of what the draft's sentence says they share.
    """

    passage: Passage
    score: float
    share: float
    substance: float


class Library:
    """Sentences that can be found by what they tell."""

    def __init__(self, passages: Iterable[Passage], root: Callable[[str], str]) -> None:
        """`root` turns a laboratory or an office to its owner."""
        self.passages = tuple(passages)
        self._root = root
        self._features = [self.features(p) for p in self.passages]
        self._around = [self.around(p) for p in self.passages]
        self._topics = self._topics_of_articles()
        self._position = {p.place: n for n, p in enumerate(self.passages)}
        seen = Counter(f for found in self._features for f in found)
        many = math.log1p(max(len(self.passages), 2))
        self._weight = {f: self._kind(f) * math.log1p(len(self.passages) / n) / many for f, n in seen.items()}

    def after(self, passage: Passage) -> list[Passage]:
        """The two sentences that follow one in its article."""
        at = self.position(passage)
        return [p for p in self.passages[at + 1 : at + 3] if p.place[0] == passage.place[0]]

    @staticmethod
    def _figures(passage: Passage) -> frozenset[tuple[str, object]]:
        """The figures, sums and single days of a sentence: two that have one in common likely tell the same."""
        return frozenset(
            {(f.kind, f.value) for f in passage.figures if f.value > _SMALL}
            | {("sum", s.amount.value) for s in passage.sums if s.amount.value is not None}
            | {("days", d.value.edtf) for d in passage.days if _is_narrow(d.value)}
        )

    def topics(self, passage: Passage) -> frozenset[str]:
        """The organisations that a sentence's article is about, so that the sentence may mean them without a name."""
        return self._topics.get(passage.place[0], frozenset())

    def features(self, passage: Passage) -> frozenset[Feature]:
        """Whom it names, of what it speaks, and its words."""
        who = {("who", self._root(n.ident)) for n in passage.named}
        return frozenset(who | {("what", c) for c in passage.speaks_of} | {("word", w) for w in passage.words})

    def features_within(self, passage: Passage, part: tuple[int, int]) -> frozenset[Feature]:
        """The features of a part of a sentence, given by its characters."""
        start, end = part
        who = {("who", self._root(n.ident)) for n in passage.named if start <= n.start < end}
        return frozenset(who | {("what", c.ident) for c in passage.concepts if start <= c.start < end})

    def firms(self, passage: Passage) -> frozenset[str]:
        """The organisations that a sentence names, laboratories as their owners."""
        return frozenset(self._root(f) for f in passage.firms)

    def weigh(self, features: Iterable[Feature]) -> float:
        """How much features find together."""
        return sum(self._weight.get(f, 0.0) for f in features)

    def around(self, passage: Passage) -> frozenset[Feature]:
        """Whom the sentences before name."""
        return frozenset(("who", self._root(i)) for i in passage.around)

    def position(self, passage: Passage) -> int:
        """Where one of the articles' sentences stands among `passages`."""
        return self._position[passage.place]

    def matches(self, passage: Passage, without: Set[Feature] = frozenset()) -> list[Match]:
        """The sentences that share something, the closest first; the features in `without` are passed over."""
        own = {f for f in self.features(passage) - without if f in self._weight}
        meant = {f for f in self.around(passage) - without if f in self._weight} - own
        whole = sum(self._weight[f] for f in own)
        spoken = sum(self._weight[f] for f in own if f[0] != "word")
        if not whole:
            return []
        found = []
        for other, features, around in zip(self.passages, self._features, self._around, strict=True):
            shared = own & features
            if not shared:
                continue
            same = self._figures(passage) & self._figures(other)
            loosely = ((own & around) | (meant & features)) - shared
            score = len(same) + sum(self._weight[f] for f in shared) + _AROUND * sum(self._weight[f] for f in loosely)
            words = sum(self._weight[f] for f in shared if f[0] == "word")
            told = sum(self._weight[f] for f in shared if f[0] == "what")
            said = whole if other.english == passage.english else spoken + words
            found.append(Match(other, score, min(score / said, 1.0), told + words + len(same)))
        return sorted(found, key=lambda m: (-m.score, m.passage.place))

    def _topics_of_articles(self) -> dict[str, frozenset[str]]:
        named: dict[str, Counter[str]] = {}
        for passage in self.passages:
            named.setdefault(passage.place[0], Counter()).update({self._root(f) for f in passage.firms})
        return {
            article: frozenset(f for f, n in counts.items() if n >= _OFTEN and n >= max(counts.values()) / 2)
            for article, counts in named.items()
        }

    @staticmethod
    def _kind(feature: Feature) -> float:
        kind, word = feature
        if kind == "who":
            return 1.5
        if kind == "word":
            return _LATIN_WORD if word.isascii() else _HAN_PAIR
        return 1.0


def _is_narrow(span: DateSpan) -> bool:
    return span.start is not None and span.end is not None and (span.end - span.start).days < _MONTH
