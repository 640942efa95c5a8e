"""The properties by which events can be filtered, and which events have which value."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal

from talent_tui.index import bits
from talent_tui.model import Event

Facet = Literal["person", "company", "type", "status", "outlet", "article"]

FACETS: tuple[Facet, ...] = ("person", "company", "type", "status", "outlet", "article")


def _companies(event: Event) -> tuple[str, ...]:
    if event.from_ is None and event.to is None:
        return event.companies
    moved = tuple(company for company in (event.from_, event.to) if company is not None)
    return (*moved, *event.companies)


def _people(event: Event) -> tuple[str, ...]:
    return event.people


def _types(event: Event) -> tuple[str, ...]:
    return (event.type,)


def _statuses(event: Event) -> tuple[str, ...]:
    return (event.status,)


def _outlets(event: Event) -> tuple[str, ...]:
    return tuple(outlet for source in event.sources for outlet in source.outlets)


def _articles(event: Event) -> tuple[str, ...]:
    return tuple(source.article for source in event.sources)


VALUES: Mapping[Facet, Callable[[Event], tuple[str, ...]]] = {
    "person": _people,
    "company": _companies,
    "type": _types,
    "status": _statuses,
    "outlet": _outlets,
    "article": _articles,
}
"""An event's values of each facet, perhaps repeated. A firm counts whether people left it, came to it or took part."""


class Postings:
    """The events that have one value of a facet."""

    def __init__(self, positions: list[int], size: int) -> None:
        """`positions` ascending, out of `size` events."""
        self.positions = positions
        self._size = size

    def __len__(self) -> int:
        """How many events have the value."""
        return len(self.positions)

    @cached_property
    def bits(self) -> int:
        """The same as a bitset."""
        return bits.from_positions(self.positions, self._size)

    @property
    def is_sparse(self) -> bool:
        """Whether counting event by event is cheaper than intersecting bitsets."""
        return len(self.positions) * bits.SPARSE < self._size


def postings(facet: Facet, events: tuple[Event, ...]) -> dict[str, Postings]:
    """For each value of `facet`, its events; values in the order of their first event."""
    found: dict[str, list[int]] = {}
    values = VALUES[facet]
    with bits.without_collector():
        for position, event in enumerate(events):
            for value in values(event):
                known = found.get(value)
                if known is None:
                    found[value] = [position]
                elif known[-1] != position:
                    known.append(position)
    return {value: Postings(positions, len(events)) for value, positions in found.items()}
