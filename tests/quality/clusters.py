"""Which events of different articles were taken for the same happening, against `clusters.json`."""

import json
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from talent_tui.model import Event
from tests.quality.figures import Score


def load_clusters(path: Path) -> list[dict[str, Any]]:
    """The clusters of a key: events as `article:event`, and fields on which the articles contradict each other."""
    clusters: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["clusters"]
    return clusters


def score_clusters(
    clusters: Iterable[Mapping[str, Any]], core: frozenset[str], told_as: Mapping[str, str], merged: Iterable[Event]
) -> Score:
    """Count the pairs of core events that are one happening, and the contradictions that are told.

    `told_as` gives for an event of a key (`article:event`) the id of the program's event of that article; `merged` are
    the events of the whole timeline, whose `members` those ids are.
    """
    score = Score()
    home = {member: event for event in merged for member in (*event.members, event.id)}
    where = {ident: home[mine].id for ident, mine in told_as.items() if mine in home}

    wanted: set[tuple[str, str]] = set()
    for cluster in clusters:
        wanted |= set(combinations(sorted(set(cluster["events"]) & core), 2))
        for conflict in cluster["conflicts"]:
            tellers = [home[told_as[ident]] for ident in cluster["events"] if told_as.get(ident) in home]
            score["contradictions"].count(
                any(told.field == conflict["field"] for event in tellers for told in event.conflicts)
            )
    together: dict[str, list[str]] = {}
    for ident in sorted(where.keys() & core):
        together.setdefault(where[ident], []).append(ident)
    made = {
        pair
        for group in together.values()
        for pair in combinations(group, 2)
        if pair[0].split(":")[0] != pair[1].split(":")[0]
    }
    score["merged precision"].add(len(wanted & made), len(made))
    score["merged recall"].add(len(wanted & made), len(wanted))
    return score
