"""What an open timeline holds in memory: records and corrections as the file has them, and what is made of them.

Read when first asked for; every change goes to the disk first and is then ours.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from talent_tui import locations
from talent_tui.model import AddEvent, ArticleRecord, Correction, EditEvent, Timeline
from talent_tui.store import Stamp, TimelineStore, load_derived, save_derived, without_collector

if TYPE_CHECKING:
    from talent_tui.merging import Base

_WORTH_KEEPING: Final = 30
"""Events from which on a merged timeline is kept for the next time: merging imports and reads as much for a few."""


class Holding:
    """The records and corrections of a store, or of none, and the timeline that they make."""

    def __init__(self, store: TimelineStore | None, records: Iterable[ArticleRecord] = ()) -> None:
        """Without a store, `records` are all there is."""
        self.store = store
        self._records: dict[str, ArticleRecord] | None = None if store else {r.article.id: r for r in records}
        self._corrections: dict[int, Correction] = {}
        self._stamp: Stamp | None = None
        self._base: Base | None = None
        self._timeline: Timeline | None = None

    @property
    def records(self) -> dict[str, ArticleRecord]:
        """The records by id. Raises StoreError."""
        if self._records is None:
            assert self.store is not None
            stamp = self.store.stamp()
            if self._timeline is not None and stamp != self._stamp:
                self._base = self._timeline = None
            self._stamp = stamp
            self._records, self._corrections = self.store.contents()
        return self._records

    @property
    def corrections(self) -> dict[int, Correction]:
        """The log by number, with what was taken back. Raises StoreError."""
        _ = self.records
        return self._corrections

    @property
    def timeline(self) -> Timeline:
        """Everything merged and corrected. Raises StoreError."""
        if self._timeline is None:
            self._timeline = self._merged()
        return self._timeline

    @property
    def base(self) -> "Base":
        """The merged timeline before events are corrected: kept, so that a correction of an event costs no merging."""
        from talent_tui.merging import merge_base

        records = self.records.values()
        if self._base is None:
            self._base = merge_base(records, self._corrections.values())
        return self._base

    def changed(self) -> bool:
        """Whether another process wrote the file since it was loaded."""
        loaded = self._records is not None or self._timeline is not None
        return self.store is not None and loaded and self.store.stamp() != self._stamp

    def forget(self) -> None:
        """The next question reads the file again."""
        if self.store is not None:
            self._records = None
        self._base = self._timeline = None

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer, with the newest records loaded. Raises StoreError."""
        if self.store is None:
            yield
            return
        with self.store.writing():
            if self._records is None or self.store.stamp() != self._stamp:
                self.forget()
                _ = self.records
            yield

    def change(self, put: Sequence[ArticleRecord], drop: Sequence[str], *, first: bool = True) -> bool:
        """Write a change and make it ours; whether there was one. Called while writing. Raises StoreError.

        The backup stays what was there before the `first` write of a change that takes several.
        """
        if not put and not drop:
            return False
        records = self.records
        if self.store is not None:
            self.store.change(put, drop, first=first)
            self._stamp = self.store.stamp()
        for ident in drop:
            records.pop(ident, None)
        records.update({r.article.id: r for r in put})
        self._base = self._timeline = None
        return True

    def keep_copy(self) -> None:
        """Keep a second copy of what a long change wrote."""
        if self.store is not None:
            self.store.keep_copy()

    def next_number(self) -> int:
        """The number of the next correction. Called while writing."""
        return max(self.corrections, default=0) + 1

    def log(self, correction: Correction) -> Correction:
        """Put a correction into the log, or in place of the one with its number. Called while writing."""
        if self.store is not None:
            self.store.change(corrections=[correction])
            self._stamp = self.store.stamp()
        self._corrections[correction.number] = correction
        if not isinstance(correction.deed, EditEvent | AddEvent):
            self._base = None
        self._timeline = None
        return correction

    def _merged(self) -> Timeline:
        """The timeline, from the last time if nothing changed since."""
        folder = locations.cache_folder()
        stamp = self.store.stamp() if self.store is not None else None
        if self.store is not None and (self._records is None or stamp == self._stamp):
            kept = load_derived(folder, self.store.path, stamp) if stamp else None
            if kept is not None:
                self._stamp = stamp
                return kept
        from talent_tui.merging import correct

        with without_collector():
            merged = correct(self.base, self._corrections.values())
        if self.store is not None and self._stamp is not None and len(merged.events) >= _WORTH_KEEPING:
            save_derived(folder, self.store.path, self._stamp, merged)
        return merged
