"""Groups that grow by joining: union-find, with at most one item of each article in a group."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Groups(Generic[T]):
    """Items, each in a group of its own until joined.

    `article_of` names the article of an item: a join that would put two items of one article into a group is refused.
    None allows every join. Near-linear: the smaller group's articles are added to the larger's.
    """

    def __init__(self, items: Iterable[T], article_of: Callable[[T], str] | None) -> None:
        """Every item alone."""
        self._items = tuple(items)
        self._above = {item: item for item in self._items}
        self._size = dict.fromkeys(self._items, 1)
        self._articles = None if article_of is None else {item: {article_of(item)} for item in self._items}

    def find(self, item: T) -> T:
        """The item that stands for the group of `item`."""
        top = item
        while self._above[top] != top:
            top = self._above[top]
        while self._above[item] != top:
            self._above[item], item = top, self._above[item]
        return top

    def join(self, one: T, other: T) -> bool:
        """Make one group of two. False where they would hold two items of one article."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        if self._size[a] < self._size[b]:
            a, b = b, a
        if self._articles is not None:
            if not self._articles[a].isdisjoint(self._articles[b]):
                return False
            self._articles[a] |= self._articles.pop(b)
        self._above[b] = a
        self._size[a] += self._size[b]
        return True

    def join_all(self, items: list[T]) -> None:
        """Join every item to the first one's group, as far as that is allowed."""
        for item in items[1:]:
            self.join(items[0], item)

    def members(self) -> list[list[T]]:
        """All groups, in the order of their first items; members in the order given."""
        found: dict[T, list[T]] = {}
        for item in self._items:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
