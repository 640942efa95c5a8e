"""Which sentences of the articles tell the same as a draft's: how much they must share, and what speaks against it."""

from collections.abc import Callable, Sequence, Set
from typing import Final, NamedTuple

from talent_tui.checking.compare import Field
from talent_tui.checking.library import Feature, Library, Match
from talent_tui.checking.passages import Passage
from talent_tui.lexicon.concepts import are_apart

_SAME: Final = 0.62
"""How much of what the draft's sentence says the article's must, to tell the same."""
_ENOUGH, _FOR_SHARE = 2.2, 1.3
"""What they must share besides, as `Match.score` weighs it, and how much less where it is all."""
SUBSTANCE, LITTLE_SUBSTANCE = 1.0, 0.4
"""What they must share besides names, and where they name the same person."""
_MUCH: Final = 2.0
_NAMELESS: Final = 0.75
"""How much must be the same where the draft's sentence names nobody."""
_LOOKED_AT: Final = 12
NEARLY: Final = 0.7
"""A match that shares so much of what the best one shares may tell the same too."""


class Against(NamedTuple):
    """A field that an article's sentence tells otherwise; `who` has the place of another."""

    field: Field
    passage: Passage
    who: str | None = None


def may_be_one(library: Library, ours: Passage, match: Match) -> bool:
    """Whether nothing speaks against two sentences telling the same: they name somebody in common, and not
    different people only; what they share between two languages is not the names alone.
    """
    theirs = match.passage
    if ours.people and theirs.people and not ours.people & (theirs.people | theirs.around):
        return False
    if are_apart(ours.speaks_of, theirs.speaks_of):
        return False
    if ours.english != theirs.english and match.substance < SUBSTANCE and match.score < _MUCH:
        return False
    meant = library.features(theirs) | library.around(theirs) | {("who", f) for f in library.topics(theirs)}
    named = any(f[0] == "who" for f in library.features(ours) & meant)
    return named or (not ours.named and match.share >= _NAMELESS)


def has_all(library: Library, theirs: Passage, who: Set[Feature]) -> bool:
    """Whether a sentence names all of those, or means them: the sentences before or the whole article name them."""
    topics = {("who", firm) for firm in library.topics(theirs)}
    return who <= library.features(theirs) | library.around(theirs) | topics


def shares_firms(library: Library, ours: Passage, theirs: Passage) -> bool:
    """Whether two sentences speak of one organisation, unless one of them names none."""
    own, others = library.firms(ours), library.firms(theirs)
    return not own or not others or any(has_all(library, theirs, {("who", firm)}) for firm in own)


def best_of(matches: Sequence[Match], tells: Callable[[Passage], bool] = lambda _: True) -> list[Match]:
    """The matches that tell the same as the draft, of those that tell something of a kind."""
    found = [m for m in matches[:_LOOKED_AT] if m.share >= _SAME and _is_enough(m) and tells(m.passage)]
    return [m for m in found if m.score >= NEARLY * matches[0].score]


def _is_enough(match: Match) -> bool:
    """The less of what the draft's sentence says is shared, the more it must be."""
    return match.score >= _ENOUGH - _FOR_SHARE * match.share
