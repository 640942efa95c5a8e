"""What is filtered by: one immutable state, of which every pane is a function.

A `Filters` is a row of conditions in the order in which a person made them. Each can be switched off without being
lost, and pinned so that clearing leaves it. Within a facet one included value suffices (unless the facet asks for all
of them in one event); facets must all be met; an excluded value rules an event out.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from talent_tui.index.facets import Facet


class Choice(msgspec.Struct, frozen=True, tag="choice"):
    """A value of a facet, asked for or ruled out."""

    facet: Facet
    value: str
    excluded: bool = False
    enabled: bool = True
    pinned: bool = False


class Words(msgspec.Struct, frozen=True, tag="words"):
    """A text search."""

    query: str
    enabled: bool = True
    pinned: bool = False


class Days(msgspec.Struct, frozen=True, tag="days"):
    """A range of days, first and last included, None on an open side."""

    start: date | None
    end: date | None
    enabled: bool = True
    pinned: bool = False


Condition = Choice | Words | Days


class Filters(msgspec.Struct, frozen=True):
    """All conditions. There is at most one `Words` and one `Days`, and one `Choice` for a value.

    `together` are the facets, sorted, of which an event must have all included values.
    """

    conditions: tuple[Condition, ...] = ()
    together: tuple[Facet, ...] = ()

    def choice(self, facet: Facet, value: str) -> Choice | None:
        """The condition on that value, be it switched off."""
        for condition in self.conditions:
            if isinstance(condition, Choice) and condition.facet == facet and condition.value == value:
                return condition
        return None

    def values(self, facet: Facet, *, excluded: bool) -> tuple[str, ...]:
        """The included or excluded values of `facet` that are in force, in the order in which they were chosen."""
        return tuple(
            condition.value
            for condition in self.conditions
            if isinstance(condition, Choice)
            and condition.enabled
            and condition.facet == facet
            and condition.excluded == excluded
        )

    @property
    def words(self) -> Words | None:
        """The text search, be it switched off."""
        return next((c for c in self.conditions if isinstance(c, Words)), None)

    @property
    def days(self) -> Days | None:
        """The range of days, be it switched off."""
        return next((c for c in self.conditions if isinstance(c, Days)), None)

    @property
    def in_force(self) -> tuple[Condition, ...]:
        """The conditions that are switched on."""
        return tuple(condition for condition in self.conditions if condition.enabled)

    def toggled(self, facet: Facet, value: str, *, excluded: bool = False) -> "Filters":
        """Ask for a value (or rule it out); what is asked for already is dropped, the opposite is turned round."""
        old = self.choice(facet, value)
        if old is None:
            return self._with((*self.conditions, Choice(facet, value, excluded)))
        if old.excluded == excluded and old.enabled:
            return self.without(old)
        return self.replaced(old, msgspec.structs.replace(old, excluded=excluded, enabled=True))

    def only(self, facet: Facet, value: str) -> "Filters":
        """Ask for a value, whatever was asked of it before."""
        old = self.choice(facet, value)
        if old is None:
            return self.toggled(facet, value)
        return self.replaced(old, msgspec.structs.replace(old, excluded=False, enabled=True))

    def searched(self, query: str) -> "Filters":
        """Search for `query`; an empty one drops the search."""
        return self._single(self.words, Words(query) if query.strip() else None)

    def dated(self, start: date | None, end: date | None) -> "Filters":
        """Keep to a range of days; both None drops the range."""
        return self._single(self.days, None if start is None and end is None else Days(start, end))

    def without(self, condition: Condition) -> "Filters":
        """Drop a condition."""
        return self._with(c for c in self.conditions if c != condition)

    def switched(self, condition: Condition) -> "Filters":
        """Switch a condition off, or on again."""
        return self.replaced(condition, msgspec.structs.replace(condition, enabled=not condition.enabled))

    def pinned(self, condition: Condition) -> "Filters":
        """Pin a condition, so that `cleared` leaves it, or unpin it."""
        return self.replaced(condition, msgspec.structs.replace(condition, pinned=not condition.pinned))

    def turned(self, condition: Condition) -> "Filters":
        """Turn an included value into an excluded one and back; other conditions stay."""
        if not isinstance(condition, Choice):
            return self
        return self.replaced(condition, msgspec.structs.replace(condition, excluded=not condition.excluded))

    def cleared(self) -> "Filters":
        """Only what is pinned."""
        return self._with(c for c in self.conditions if c.pinned)

    def shortened(self) -> "Filters":
        """Without the newest condition that is not pinned."""
        for condition in reversed(self.conditions):
            if not condition.pinned:
                return self.without(condition)
        return self

    def together_toggled(self, facet: Facet) -> "Filters":
        """Ask for all included values of `facet` in one event, or for any of them again."""
        together = set(self.together) ^ {facet}
        return msgspec.structs.replace(self, together=tuple(sorted(together)))

    def replaced(self, old: Condition, new: Condition) -> "Filters":
        """With `new` in the place of `old`."""
        return self._with(new if condition == old else condition for condition in self.conditions)

    def _single(self, old: Words | Days | None, new: Words | Days | None) -> "Filters":
        if new is None:
            return self if old is None else self.without(old)
        if old is None:
            return self._with((*self.conditions, new))
        return self.replaced(old, msgspec.structs.replace(new, pinned=old.pinned))

    def _with(self, conditions: Iterable[Condition]) -> "Filters":
        return msgspec.structs.replace(self, conditions=tuple(conditions))
