"""Filters that outlive their timeline: kept with the names of what they ask for, and brought back later.

A timeline changes between two openings: articles are taken out, people are made one, ids change with another reading.
So each condition is kept with the name that people know its value by. Bringing it back, a value that is there by its id
is taken as it is; one that is not, but whose name just one person, firm, article or outlet bears today, is taken to be
that one; any other is left out and told by name, for a filter that nobody can see would be a lie.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from talent_tui.index.facets import Facet
from talent_tui.index.filters import Choice, Condition, Days, Filters, Words
from talent_tui.index.index import Index


class Remembered(msgspec.Struct, frozen=True):
    """Filters, and for each of their conditions the name of its value ('' for words and days)."""

    filters: Filters = Filters()
    names: tuple[str, ...] = ()


class Recalled(NamedTuple):
    """Filters as they can be had today. `gone` names what they asked for and is not there any more."""

    filters: Filters
    gone: tuple[str, ...] = ()


def remember(filters: Filters, index: Index) -> Remembered:
    """`filters` with the names that `index` has for their values, as text that any file can hold."""
    conditions = tuple(_storable(condition) for condition in filters.conditions)
    names = tuple(_clean(index.label(c.facet, c.value)) if isinstance(c, Choice) else "" for c in conditions)
    return Remembered(msgspec.structs.replace(filters, conditions=conditions), names)


def recall(remembered: Remembered, index: Index) -> Recalled:
    """What was remembered, as far as the timeline of `index` has it. Fit for whatever a file may say."""
    filters = remembered.filters
    names = remembered.names if len(remembered.names) == len(filters.conditions) else ("",) * len(filters.conditions)
    kept: list[Condition] = []
    gone: list[str] = []
    for condition, name in zip(filters.conditions, names, strict=True):
        if not isinstance(condition, Choice):
            kept.append(condition)
            continue
        value = _value_today(condition, name, index)
        if value is None:
            gone.append(name or condition.value)
        else:
            kept.append(msgspec.structs.replace(condition, value=value))
    sound = tuple(_sound(kept))
    asked = {c.facet for c in sound if isinstance(c, Choice)}
    together = tuple(sorted({facet for facet in filters.together if facet in asked}))
    return Recalled(Filters(sound, together), tuple(gone))


def _value_today(choice: Choice, name: str, index: Index) -> str | None:
    if choice.facet in ("type", "status") or _is_there(choice.facet, choice.value, index):
        return choice.value
    found = {value for value, names in _named(choice.facet, index) if name and name in names}
    return found.pop() if len(found) == 1 else None


def _is_there(facet: Facet, value: str, index: Index) -> bool:
    entities = {"person": index.people, "company": index.companies, "article": index.articles}.get(facet, {})
    return value in entities or value in index.facet(facet)


def _named(facet: Facet, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    if facet == "article":
        for article in index.articles.values():
            yield article.id, (_clean(index.label("article", article.id)),)
    elif facet in ("person", "company"):
        for entity in (index.people if facet == "person" else index.companies).values():
            yield entity.id, tuple(_clean(name) for name in (entity.name, *entity.aliases))


def _sound(conditions: list[Condition]) -> Iterator[Condition]:
    """The conditions that a person could have made: each value once, one search, one range of days."""
    seen: set[object] = set()
    for condition in conditions:
        what: object = type(condition)
        if isinstance(condition, Choice):
            what = (condition.facet, condition.value)
        empty = (
            condition.start is None and condition.end is None
            if isinstance(condition, Days)
            else isinstance(condition, Words) and not condition.query.strip()
        )
        if what not in seen and not empty:
            seen.add(what)
            yield condition


def _storable(condition: Condition) -> Condition:
    if isinstance(condition, Words):
        return msgspec.structs.replace(condition, query=_clean(condition.query))
    return condition


def _clean(text: str) -> str:
    """`text` without halves of characters, which no file in UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
