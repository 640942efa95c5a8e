"""Which event of the program is which event of the key, one to one, and what is wrong with each pair."""

from dataclasses import dataclass
from typing import NamedTuple

from talent_tui.model import MOVES
from tests.quality.accounts import Account, Happening

FAMILIES = (
    frozenset({"join", "leave", "return", "appoint"}),
    frozenset({"offer"}),
    frozenset({"pay"}),
    frozenset({"found", "reorganise", "freeze"}),
    frozenset({"deal"}),
    frozenset({"release"}),
    frozenset({"statement", "report"}),
)
"""Types that two readers of the same sentence may choose differently and still mean the same happening."""

SAME_PLACE = 0.2
"""Share of the shorter quotation that must lie in the other: less is a neighbouring clause."""

SAME_CAST = 0.5
"""Share of all who take part that must be common to two events told in different places."""


class Pair(NamedTuple):
    """An event of the key and the program's event that tells it."""

    key: Happening
    told: Happening

    @property
    def is_exact_in_days(self) -> bool:
        """Same first and last day; where the key claims none, any day that does not contradict it."""
        if self.key.dated:
            return self.key.days == self.told.days
        return not self.told.dated or days_agree(self.key, self.told)

    @property
    def is_right_in_ends(self) -> bool:
        """Same organisations at both ends. Only a move is wrong for naming an end that the key leaves open."""
        move = self.key.type in MOVES
        return all(
            mine == theirs if theirs or move else True
            for mine, theirs in ((self.told.origin, self.key.origin), (self.told.target, self.key.target))
        )

    @property
    def faults(self) -> tuple[str, ...]:
        """What keeps the pair from being strictly right: type, people, from/to, date."""
        checks = (
            ("type", self.key.type == self.told.type),
            ("people", self.key.people == self.told.people),
            ("from/to", self.is_right_in_ends),
            ("date", self.is_exact_in_days),
        )
        return tuple(name for name, right in checks if not right)

    @property
    def is_printable(self) -> bool:
        """Whether a writer who prints it after one look prints the truth: the day and, of a move, the ends."""
        is_move = self.key.type in MOVES or self.told.type in MOVES
        return self.is_exact_in_days and (self.is_right_in_ends or not is_move)


@dataclass(frozen=True)
class Pairing:
    """All pairs of an article, the key's events that nobody told, and what was told without cause."""

    pairs: tuple[Pair, ...]
    missed: tuple[Happening, ...]
    uncalled: tuple[Happening, ...]


def days_agree(one: Happening, other: Happening) -> bool:
    """Whether some day lies in both spans; an open side has no end."""
    starts = [h.start for h in (one, other) if h.start]
    ends = [h.end for h in (one, other) if h.end]
    return not starts or not ends or max(starts) <= min(ends)


def common_place(one: Happening, other: Happening) -> float:
    """Share of the shorter quotation that the two have in common, from 0 to 1; the best of all places."""
    best = 0.0
    for a, b in one.spans:
        for c, d in other.spans:
            shorter = min(b - a, d - c)
            if shorter > 0:
                best = max(best, (min(b, d) - max(a, c)) / shorter)
    return best


def affinity(key: Happening, told: Happening) -> float | None:
    """How much two events look like one, the more the better; None if they cannot be one."""
    if not any(key.type in family and told.type in family for family in FAMILIES):
        return None
    if key.type in MOVES and (key.people or told.people) and not key.people & told.people:
        return None
    everybody = key.cast | told.cast
    cast = len(key.cast & told.cast) / len(everybody) if everybody else 1.0
    place = common_place(key, told)
    told_there = place >= SAME_PLACE and (cast > 0 or not key.cast)
    told_elsewhere = cast >= SAME_CAST and days_agree(key, told)
    if not (told_there or told_elsewhere):
        return None
    same_people = key.people == told.people
    same_days = key.days == told.days
    return 3 * cast + 2 * (key.type == told.type) + 2 * place + same_people + same_days + 0.5 * key.core


def pair_up(key: Account, told: Account) -> Pairing:
    """Pair the events of two accounts that use the same ids.

    The closest pair first: affinity is the same from both sides, so this is the one stable matching, and it does not
    depend on the order of the events.
    """
    candidates = []
    for wanted in key.happenings:
        for mine in told.happenings:
            closeness = affinity(wanted, mine)
            if closeness is not None:
                candidates.append((-closeness, wanted.id, mine.id, Pair(wanted, mine)))
    candidates.sort(key=lambda row: row[:3])
    found: set[str] = set()
    used: set[str] = set()
    pairs = []
    for _, wanted_id, mine_id, pair in candidates:
        if wanted_id not in found and mine_id not in used:
            pairs.append(pair)
            found.add(wanted_id)
            used.add(mine_id)
    return Pairing(
        pairs=tuple(pairs),
        missed=tuple(h for h in key.happenings if h.core and h.id not in found),
        uncalled=tuple(h for h in told.happenings if h.id not in used),
    )
