"""Who is one and who is two, as a person said: corrections of the groups that names alone gave."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from talent_tui.merging.names import fold
from talent_tui.model import Company, Deed, Entry, MergeEntities, Person, Reference, SplitEntity

Local = tuple[str, str]
"""An entry of one article: the article's id and the entry's own id."""


class Regrouped(NamedTuple):
    """Groups of entries, and the name that a person chose for the groups (by their first member) they merged."""

    groups: list[list[Local]]
    names: dict[Local, str]


def regroup(
    groups: list[list[Local]],
    entries: Mapping[Local, Person] | Mapping[Local, Company],
    kind: Literal["person", "company"],
    deeds: Sequence[Deed],
) -> Regrouped:
    """Apply the merges and splits of one kind, in their order. What they speak of and nobody names is passed over."""
    mine = [
        d
        for d in deeds
        if (isinstance(d, MergeEntities) and d.keep.kind == kind)
        or (isinstance(d, SplitEntity) and d.entity.kind == kind)
    ]
    if not mine:
        return Regrouped(groups, {})
    now = [list(g) for g in groups]
    chosen: dict[Local, str] = {}
    for deed in mine:
        home = {local: number for number, group in enumerate(now) for local in group}
        if isinstance(deed, MergeEntities):
            _merge(now, chosen, _found(deed.keep, now, home, entries), _found(deed.other, now, home, entries), deed)
        elif isinstance(deed, SplitEntity):
            _split(now, chosen, home, deed)
    now = [g for g in now if g]
    return Regrouped(now, {g[0]: chosen[m] for g in now for m in reversed(g) if m in chosen})


def _merge(
    groups: list[list[Local]], chosen: dict[Local, str], keep: int | None, other: int | None, deed: MergeEntities
) -> None:
    if keep is None or other is None or keep == other:
        return
    chosen.update(dict.fromkeys((*groups[keep], *groups[other]), deed.keep.name))
    groups[keep] = groups[keep] + groups[other]
    groups[other] = []


def _split(groups: list[list[Local]], chosen: dict[Local, str], home: Mapping[Local, int], deed: SplitEntity) -> None:
    """The part that is split off stands last, so that the rest keeps its id, and has its own name again."""
    leaving: dict[int, list[Local]] = {}
    for entry in sorted(set(deed.entries)):
        if entry in home:
            leaving.setdefault(home[entry], []).append((entry.article, entry.ident))
    for number, part in leaving.items():
        if len(part) < len(groups[number]):
            groups[number] = [m for m in groups[number] if m not in part]
            groups.append(part)
            for local in part:
                chosen.pop(local, None)


def _found(
    who: Reference,
    groups: Sequence[Sequence[Local]],
    home: Mapping[Local, int],
    entries: Mapping[Local, Person] | Mapping[Local, Company],
) -> int | None:
    """The group that a reference means: that of its first entry which is still there, else the only one of its name."""
    for entry in who.entries:
        if entry in home:
            return home[entry]
    wanted = fold(who.name)
    named = [n for n, group in enumerate(groups) if any(fold(entries[m].name) == wanted for m in group)]
    return named[0] if len(named) == 1 else None


def entries_of(homes: Mapping[Local, str]) -> dict[str, tuple[Entry, ...]]:
    """For each id of the timeline the articles' entries that became it, in order."""
    found: dict[str, list[Entry]] = {}
    for local in sorted(homes):
        found.setdefault(homes[local], []).append(Entry(*local))
    return {ident: tuple(entries) for ident, entries in found.items()}
