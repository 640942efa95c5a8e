"""Find which events of different articles are the same happening.

Only events that share a particular thing (a person, an organisation, a speaker) are compared, so the cost stays near
linear: in a block of events larger than a limit, each is compared with its neighbours in time only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from talent_tui.merging.agreement import FAMILY, SAME, Judge, Told, is_odd
from talent_tui.merging.groups import Groups
from talent_tui.model import Event

_BLOCK: Final = 40
"""Blocks up to this size are compared all with all."""
_NEIGHBOURS: Final = 12
"""In a larger block, each event is compared with so many of those that follow it in time."""

Key = tuple[str, ...]


def same_happenings(told: Sequence[Told], related: Callable[[str, str], bool]) -> list[list[int]]:
    """Groups of indexes into `told`, which is sorted; each group holds at most one event of an article.

    The pairs that agree best are joined first, and a group takes in another only where every member agrees with every
    member: no chain of look-alikes ties two ends that contradict each other.
    """
    judge = Judge(related)
    scores: dict[tuple[int, int], float] = {}
    for i, j in _candidates(told):
        score = judge.score(told[i], told[j])
        if score >= SAME:
            scores[i, j] = score
    groups: Groups[int] = Groups(range(len(told)), article_of=lambda i: told[i].article)
    members: dict[int, list[int]] = {}
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        a, b = groups.find(i), groups.find(j)
        if a == b:
            continue
        ones, others = members.get(a, [a]), members.get(b, [b])
        if all(_agree(judge, told, scores, x, y) for x in ones for y in others) and groups.join(i, j):
            members[groups.find(i)] = ones + others
    return groups.members()


def _agree(judge: Judge, told: Sequence[Told], scores: dict[tuple[int, int], float], x: int, y: int) -> bool:
    pair = (x, y) if x < y else (y, x)
    if pair in scores:
        return True
    return judge.score(told[pair[0]], told[pair[1]]) >= 0


def _candidates(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing, each once, the smaller first."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for key in _keys(one.event):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for i, j in _pairs(told, blocks[key]):
            pair = (i, j) if i < j else (j, i)
            if told[i].article != told[j].article and pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(told: Sequence[Told], block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= _BLOCK:
        yield from combinations(block, 2)
        return
    by_time = sorted(block, key=lambda i: (_moment(told[i].event), told[i].event.id))
    for place, i in enumerate(by_time):
        for j in by_time[place + 1 : place + 1 + _NEIGHBOURS]:
            yield i, j


def _moment(event: Event) -> str:
    """Where an event stands in time, as text to sort by: its last day, else its first."""
    day = event.date.end or event.date.start
    return day.isoformat() if day else "9999"


def _keys(event: Event) -> Iterator[Key]:
    """What two accounts of one happening must have in common, per family of types."""
    family = FAMILY[event.type]
    if family == "move":
        if event.people:
            yield (family, *sorted(event.people))
        else:
            yield family, event.type, event.from_ or "", event.to or ""
        return
    if family in ("statement", "offer") and event.people:
        yield (family, *sorted(event.people))
        if family == "statement":
            return
    if family == "deal":
        for amount in event.amounts:
            if amount.value is not None and is_odd(float(amount.value)):
                yield family, "sum", f"{amount.value} {amount.currency}", event.to or ""
    if family in ("found", "deal"):
        particular = sorted({c for c in event.companies if c != event.to})
        for company in particular:
            yield family, company
        if not particular:
            yield family, event.to or ""
        return
    for company in sorted({*event.companies, *(c for c in (event.from_, event.to) if c)}):
        yield family, company
