"""Sentences of a draft and of the articles, in the same terms: who is named, of what is spoken, figures and days."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from talent_tui.checking.figures import Figure, Title, figures_in, titles_in
from talent_tui.lexicon.concepts import Concept, find_concepts
from talent_tui.model import AmountMention, Article, DateMention, Tagged

_BEFORE: Final = 2
"""Sentences of a paragraph before one, whose people and firms it may mean without naming them."""
_LATIN: Final = re.compile(r"[a-z][a-z0-9-]{2,}")
_EMPTY: Final = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "that",
        "this",
        "these",
        "those",
        "has",
        "had",
        "have",
        "been",
        "was",
        "were",
        "will",
        "would",
        "its",
        "his",
        "her",
        "their",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "after",
        "before",
        "about",
        "over",
        "into",
        "onto",
        "under",
        "than",
        "then",
        "there",
        "here",
        "also",
        "only",
        "just",
        "not",
        "but",
        "are",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "more",
        "most",
        "some",
        "any",
        "all",
        "other",
        "another",
        "own",
        "new",
        "said",
        "says",
        "say",
        "according",
        "told",
        "out",
        "off",
        "per",
        "via",
        "him",
        "she",
        "they",
        "them",
        "our",
        "your",
        "you",
        "can",
        "could",
        "may",
        "might",
        "did",
        "does",
        "done",
        "due",
    ]
)
"""Words that every English sentence may hold."""
_CAPITAL: Final = re.compile(r"\b[A-Z][a-z'’]{4,}\b")
_HAN: Final = re.compile(r"[㐀-鿿]{2,}")


class Named(NamedTuple):
    """A person or an organisation where it is named, by its id in the timeline."""

    start: int
    end: int
    is_person: bool
    ident: str


class Passage(NamedTuple):
    """A sentence. Offsets are those of `text`, the clean text in lower case.

    `around` are those whom the sentences before name.

    `place` is the article's id and the sentence's stored run, `words` pairs of Chinese characters and Latin words apart
    from names, sums, dates and figures.
    """

    place: tuple[str, int, int]
    text: str
    english: bool
    named: tuple[Named, ...]
    around: frozenset[str]
    concepts: tuple[Concept, ...]
    words: frozenset[str]
    figures: tuple[Figure, ...]
    titles: tuple[Title, ...]
    sums: tuple[AmountMention, ...]
    days: tuple[DateMention, ...]

    @property
    def people(self) -> frozenset[str]:
        """The ids of the people named."""
        return frozenset(n.ident for n in self.named if n.is_person)

    @property
    def firms(self) -> frozenset[str]:
        """The ids of the organisations named."""
        return frozenset(n.ident for n in self.named if not n.is_person)

    @property
    def speaks_of(self) -> frozenset[str]:
        """The concepts named, and the posts of its titles."""
        return frozenset({c.ident for c in self.concepts} | {f"post {p}" for t in self.titles for p in t.posts})


def passages_of(
    article: Article, tagged: Tagged, turn: Callable[[str], str], sounding: Callable[[str], str | None]
) -> list[Passage]:
    """The sentences of an article or a draft, in order.

    `turn` gives the timeline's ids, `sounding` the Chinese firm that a Latin word sounds like.
    """
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in tagged.clean.text)
    found: list[Passage] = []
    recent: list[tuple[int, frozenset[str]]] = []
    for sentence in tagged.sentences:
        start, end = sentence.start, sentence.end
        found_names = [
            Named(m.start - start, m.end - start, m.kind == "person", turn(m.entity))
            for m in tagged.names
            if start <= m.start < end
        ]
        for word in _CAPITAL.finditer(tagged.clean.text, start, end):
            firm = sounding(word.group())
            if firm and not any(n.start < word.end() - start and word.start() - start < n.end for n in found_names):
                found_names.append(Named(word.start() - start, word.end() - start, False, firm))
        named = tuple(sorted(found_names))
        sums = tuple(a for a in tagged.amounts if start <= a.start < end)
        days = tuple(d for d in tagged.dates if start <= d.start < end)
        stored = tagged.clean.stored(start, end)
        text = lower[start:end]
        runs = [(s.start - start, s.end - start) for s in sums] + [(d.start - start, d.end - start) for d in days]
        bare = _blanked(text, runs)
        nameless = _blanked(bare, ((n.start, n.end) for n in named))
        titles = tuple(titles_in(text))
        nameless = _blanked(nameless, ((t.start, t.end) for t in titles))
        concepts = tuple(find_concepts(nameless))
        latin = ((c.start, c.end) for c in concepts if text[c.start].isascii())
        around = [who for line, who in recent[-_BEFORE:] if line == sentence.line]
        found.append(
            Passage(
                (article.id, stored.start, stored.end),
                text,
                sum(c.isascii() for c in text) > 0.8 * len(text),
                named,
                frozenset().union(*around),
                concepts,
                _words(_blanked(nameless, latin)),
                tuple(figures_in(bare)),
                titles,
                sums,
                days,
            )
        )
        recent.append((sentence.line, frozenset(n.ident for n in named)))
    return found


def _blanked(text: str, runs: Iterable[tuple[int, int]]) -> str:
    for start, end in runs:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _words(text: str) -> frozenset[str]:
    pairs = {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}
    return frozenset(pairs | (set(_LATIN.findall(text)) - _EMPTY))
