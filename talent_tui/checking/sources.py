"""Which articles a draft speaks of, and their sentences."""

from collections.abc import Callable, Collection, Iterable
from typing import Final

from talent_tui.checking.names import Names
from talent_tui.checking.passages import Passage, passages_of
from talent_tui.index import Index
from talent_tui.model import Article, Tagged

_EACH, _MOST = 5, 80
"""Articles that are read again for a sentence, and for a draft: reading one takes about a twentieth of a second."""
_LEAST_LATIN: Final = 4

Read = Callable[[Article], Tagged]
"""Reads a stored article's text again."""


def passages_for(sentences: Iterable[Collection[str]], index: Index, names: Names, read: Read) -> list[Passage]:
    """The sentences of the articles that the sentences of a draft are likely from.

    Of each, `sentences` has the people and firms it names, ids of the timeline: the fewer articles name one, the more
    it counts.
    """
    wanted = [frozenset(named) for named in sentences]
    naming = _naming(frozenset().union(*wanted), index)
    chosen: dict[str, float] = {}
    for named in wanted:
        scores: dict[str, float] = {}
        for ident in named:
            for article in naming.get(ident, ()):
                scores[article] = scores.get(article, 0.0) + 1 / len(naming[ident])
        best = sorted(scores, key=lambda a: (-scores[a], a))[:_EACH]
        for article in best:
            chosen[article] = max(chosen.get(article, 0.0), scores[article])
    found: list[Passage] = []
    for article in sorted(sorted(chosen, key=lambda a: (-chosen[a], a))[:_MOST]):
        tagged = read(index.articles[article])
        found += passages_of(index.articles[article], tagged, names.turn(tagged), names.sounding)
    return found


def _naming(idents: Iterable[str], index: Index) -> dict[str, list[str]]:
    """The articles in whose text each of the people and firms is named."""
    forms = {ident: _forms(ident, index) for ident in idents}
    found: dict[str, list[str]] = {ident: [] for ident in forms}
    for article in index.articles.values():
        text = article.text.casefold()
        for ident, bearers in forms.items():
            if any(form in text for form in bearers):
                found[ident].append(article.id)
    return found


def _forms(ident: str, index: Index) -> list[str]:
    entry = index.people.get(ident) or index.companies.get(ident)
    if entry is None:
        return []
    forms = {form.casefold() for form in (entry.name, *entry.aliases)}
    return sorted(f for f in forms if len(f) >= (_LEAST_LATIN if f.isascii() else 2))
