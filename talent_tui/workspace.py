"""All that one can do with an open timeline. The commands and the app talk to this and to nothing behind it.

Opening, looking and exporting import nothing that reads text; adding does.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from talent_tui import adding, locations, settling, store
from talent_tui.adding import AddResult, Known, Progress, Taken
from talent_tui.given import Given
from talent_tui.holding import Holding
from talent_tui.locations import sample_paths
from talent_tui.model import (
    Article,
    ArticleRecord,
    Correction,
    Deed,
    Event,
    Publication,
    Timeline,
    UsageError,
)

if TYPE_CHECKING:
    from talent_tui.correcting import Kind, Scene, Wish
    from talent_tui.index import Index
    from talent_tui.merging import Look
    from talent_tui.model import Company, DateMention, NameMention, Person
    from talent_tui.reading import Source
    from talent_tui.store import Finding

__all__ = [
    "AddResult", "Finding", "Workspace", "dates_of_file", "dates_of_lines", "names_of_file", "sample_paths", "save",
]  # fmt: skip

_BATCH: Final = 200
_BATCH_SECONDS: Final = 3.0
_WRITE_SHARE: Final = 20
"""An add writes when so many articles are done, or after so many seconds, but spends at most about a twentieth of its
time on writing, however large the store is."""


@dataclass
class _Run:
    """One add or reread: how often it wrote, whether there was a file before, what files it found for each article."""

    writes: int = 0
    made: bool = False
    claims: dict[str, set[str]] = field(default_factory=dict)


class Workspace:
    """An open timeline: a store's, or one in memory."""

    def __init__(self, path: Path | None, records: Iterable[ArticleRecord] = ()) -> None:
        """Use `open`, `in_memory` or `sample`."""
        self._held = Holding(store.TimelineStore(path) if path is not None else None, records)
        self._index: tuple[Timeline, Index] | None = None

    @classmethod
    def open(cls, path: str | Path | None) -> "Workspace":
        """The timeline in a file (None: the user's own). It need not exist; it is read when first asked for."""
        return cls(Path(path) if path else locations.default_store())

    @classmethod
    def in_memory(cls, records: Iterable[ArticleRecord] = ()) -> "Workspace":
        """A timeline that nothing is kept of."""
        return cls(None, records)

    @classmethod
    def sample(cls) -> "Workspace":
        """The sample articles, in memory. Takes a few seconds, for they are read there and then."""
        made = cls.in_memory()
        made.add_sample()
        return made

    @property
    def path(self) -> Path | None:
        """The timeline's file, None in memory."""
        return self._held.store.path if self._held.store else None

    @property
    def timeline(self) -> Timeline:
        """Everything that the articles tell together, as last loaded. Raises StoreError."""
        return self._held.timeline

    @property
    def index(self) -> "Index":
        """The timeline, ready to be filtered and searched."""
        timeline = self._held.timeline
        if self._index is None or self._index[0] is not timeline:
            from talent_tui.index import Index

            self._index = timeline, Index(timeline)
        return self._index[1]

    def prepare(self) -> None:
        """Merge a changed timeline now, so that the next lookup need not."""
        _ = self.timeline

    def changed(self) -> bool:
        """Whether another process wrote the timeline since it was loaded."""
        return self._held.changed()

    def reload(self) -> None:
        """Forget what was loaded; the next question reads the file again."""
        self._held.forget()

    def articles(self) -> tuple[Article, ...]:
        """All articles, by id."""
        return self.timeline.articles

    def record(self, article_id: str) -> ArticleRecord:
        """One article with its own events. Raises UsageError where there is none."""
        try:
            return self._held.records[article_id]
        except KeyError:
            raise UsageError(f"There is no article {article_id}; `talent-tui articles` lists them.") from None

    def event(self, event_id: str) -> Event:
        """The event that an id, the id of any of its members, or the beginning of one means. Raises UsageError."""
        events = (*self.timeline.events, *self.timeline.hidden)
        found = [e for e in events if event_id in (e.id, *e.members)]
        if not found and len(event_id) >= settling.SHORTEST_ID:
            found = [e for e in events if any(m.startswith(event_id) for m in (e.id, *e.members))]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{len(found)} events have ids that begin with {event_id}; give more of it.")
        raise UsageError(
            f"No event has the id {event_id}; `talent-tui find WORDS` prints an event a line, its id at the end."
        )

    def add(
        self,
        paths: Sequence[str],
        *,
        published: Publication | None = None,
        outlet: str | None = None,
        url: str | None = None,
        name: str | None = None,
        stdin: BinaryIO | None = None,
        progress: Progress | None = None,
        jobs: int = 1,
    ) -> Iterator[AddResult]:
        """Read articles and keep them. What is yielded is on the disk; an add that is cut short keeps what it yielded.

        An article is its content: the same content again changes nothing, another content under the same name takes
        the old one's place. `name` stands for the input's own name; `published`, `outlet` and `url` go before what it
        states. Raises UsageError and StoreError; what cannot be read is yielded, and the others follow.
        """
        from talent_tui import reading

        for option, value in (("--name", name), ("--url", url)):
            if value is not None and not adding.wants_one(paths):
                raise UsageError(f"{option} is for one article at a time; leave it out for several.")
        total = 0
        if progress is not None and "-" not in paths:
            total = sum(1 for _ in reading.find_sources(paths, None))
        sources = reading.find_sources(paths, stdin)
        if name is not None:
            sources = (s if isinstance(s, Exception) else reading.Source(name, s.data) for s in sources)
        yield from self._add(sources, Given(published, outlet, url), jobs, total, progress)

    def article_in(self, stdin: BinaryIO) -> tuple[Article, bool]:
        """The article in a stream, and whether the timeline holds it; nothing is kept. Raises UnreadableError.

        One that is held comes as it is held, another with its day of publication as far as its text gives it away.
        """
        from talent_tui import pipeline, reading

        article = reading.read(reading.one_source("-", stdin))
        held = self._held.records.get(article.id)
        if held is not None:
            return held.article, True
        return pipeline.extract(article, None, adding.names()).article, False

    def add_sample(self, progress: Progress | None = None) -> list[AddResult]:
        """Add the articles that ship with the program. Raises StoreError."""
        from talent_tui import reading

        paths = sample_paths()
        sources = (reading.Source(p.name, p.read_bytes()) for p in paths)
        return list(self._add(sources, Given(), 1, len(paths), progress))

    def remove(self, names: Sequence[str]) -> list[Article]:
        """Take articles out, named by id, the beginning of one, or file; return them. Raises UsageError, StoreError."""
        with self._held.writing():
            records = self._held.records
            gone = [one for name in names for one in self._named(name, records)]
            self._held.change([], [a.id for a in gone])
        return list(dict.fromkeys(gone))

    def reread(
        self,
        names: Sequence[str] | None,
        *,
        published: Publication | None = None,
        outlet: str | None = None,
        url: str | None = None,
        progress: Progress | None = None,
    ) -> Iterator[AddResult]:
        """Work on stored texts again, with today's program and names; None means all. What is yielded is on the disk.

        `published`, `outlet` and `url` as in `add`. Raises UsageError and StoreError.
        """
        from talent_tui import pipeline

        lexicon = adding.names()
        records = self._held.records
        wanted = [records[a.id] for name in names for a in self._named(name, records)] if names else [*records.values()]
        wanted = list({r.article.id: r for r in wanted}.values())
        if url is not None and len(wanted) > 1:
            raise UsageError("--url is for one article at a time; leave it out for several.")
        given = Given(published, outlet, url)

        def work() -> Iterator[Taken]:
            for record in wanted:
                article = record.article
                told = msgspec.structs.replace(record, article=adding.with_given(article, given))
                try:
                    new = pipeline.reprocess(told, published, lexicon)
                except Exception as error:
                    yield Taken(article.file, article.id, None, adding.broken(article.file, error))
                    continue
                yield Taken(article.file, article.id, None if new == record else new, None)

        yield from self._keep(work(), len(wanted), progress)

    def queue(self) -> "tuple[Look, ...]":
        """The events that are most worth a look first, and why: contradictions, denials, guesses."""
        from talent_tui.merging import worth_a_look

        return worth_a_look(self.timeline)

    def corrections(self) -> tuple[Correction, ...]:
        """The log of everything that was corrected, in its order, with what was taken back."""
        log = self._held.corrections
        return tuple(log[n] for n in sorted(log))

    def idle_corrections(self) -> set[int]:
        """The numbers of corrections in force whose event is not there now. They wait for it to come back."""
        from talent_tui.merging import unfound

        return unfound(self.timeline, self.timeline.corrections)

    def edit(self, event_id: str, wish: "Wish") -> Correction:
        """Correct one event, named by any of its ids. On the disk when this returns. Raises UsageError, StoreError."""
        with self._held.writing():
            return self._note(self._scene().edit(self.event(event_id), wish))

    def add_event(self, wish: "Wish") -> Correction:
        """Add an event of one's own. Raises UsageError, StoreError."""
        with self._held.writing():
            return self._note(self._scene().add(wish, _now(), self._held.next_number()))

    def merge_entities(self, kind: "Kind", keep: str, other: str) -> Correction:
        """Say that two people, or two firms, are one, which bears the first one's name. Raises as `edit` does."""
        with self._held.writing():
            return self._note(self._scene().merge(kind, keep, other))

    def split_entity(self, name: str, articles: Sequence[str]) -> Correction:
        """Say that a name means somebody else in some articles (named as in `remove`). Raises as `edit` does."""
        with self._held.writing():
            records = self._held.records
            ids = [a.id for named in articles for a in self._named(named, records)]
            return self._note(self._scene().split(name, ids))

    def take_back(self, number: int | None = None) -> Correction:
        """Undo the last correction in force, or the one of that number; the log keeps it. Raises UsageError."""
        with self._held.writing():
            standing = [c for c in self._held.corrections.values() if c.undone is None]
            wanted = [c for c in standing if number in (None, c.number)]
            if not wanted:
                raise UsageError(
                    "There is no correction to take back."
                    if number is None
                    else f"No correction {number} is in force; `talent-tui edit --list` shows them."
                )
            last = max(wanted, key=lambda c: c.number)
            return self._held.log(msgspec.structs.replace(last, undone=_now()))

    def check(self) -> "list[Finding]":
        """Whether the file is whole, every quotation stands in its text, and every id leads somewhere."""
        return store.check(self._on_disk())

    def repair(self) -> "list[Finding]":
        """Save what is whole of a file and mend the rest; the file as it was is kept. Raises StoreError."""

        def reread(record: ArticleRecord) -> ArticleRecord:
            from talent_tui import pipeline

            try:
                return pipeline.reprocess(record, names=adding.names())
            except Exception:  # whatever is wrong with the rest, the text is kept
                return msgspec.structs.replace(record, people=(), companies=(), events=())

        return self._cared_for(store.repair(self._on_disk(), reread))

    def back_up(self, target: Path | None = None) -> "list[Finding]":
        """Copy the file to `target`, or to a dated name beside it. Raises StoreError."""
        return [store.back_up(self._on_disk(), target)]

    def restore(self, source: Path | None = None) -> "list[Finding]":
        """Put the version before the last change (or `source`) in the file's place. Raises StoreError."""
        return self._cared_for([store.restore(self._on_disk(), source)])

    def _cared_for(self, findings: "list[Finding]") -> "list[Finding]":
        self.reload()
        return findings

    def _on_disk(self) -> store.TimelineStore:
        if self._held.store is None:
            raise UsageError("This timeline is in memory only; there is no file.")
        return self._held.store

    def _add(
        self,
        sources: "Iterable[Source | Exception]",
        given: Given,
        jobs: int,
        total: int,
        progress: Progress | None,
    ) -> Iterator[AddResult]:
        known = {i: Known(len(r.events), adding.about(r.article)) for i, r in self._held.records.items()}
        taken = adding.take(sources, known, given, jobs)  # type: ignore[arg-type]
        yield from self._keep(taken, total, progress)

    def _keep(self, taken: Iterator[Taken], total: int, progress: Progress | None) -> Iterator[AddResult]:
        """Write results in batches and yield them when they are on the disk."""
        waiting: list[Taken] = []
        run = _Run(made=self.path is not None and not self.path.exists())
        last, cost, done = time.monotonic(), 0.0, 0
        try:
            for one in taken:
                waiting.append(one)
                done += 1
                if progress is not None:
                    progress(done, max(total, done), one.name)
                pause = max(_BATCH_SECONDS, _WRITE_SHARE * cost)
                if len(waiting) >= _BATCH or time.monotonic() - last > pause:
                    began = time.monotonic()
                    batch, waiting = waiting, []
                    results = self._settle(batch, run)
                    last = time.monotonic()
                    cost = last - began
                    yield from results
        except BaseException:  # also an interrupt: what was worked out is not lost
            self._settle(waiting, run)
            raise
        results = self._settle(waiting, run)
        if run.writes > 1 or (run.made and run.writes):
            self._held.keep_copy()
        yield from results

    def _settle(self, batch: Sequence[Taken], run: "_Run") -> list[AddResult]:
        """Write a batch in one go. The backup stays what was there before the run."""
        if not batch:
            return []
        with self._held.writing():
            settled = settling.settle(batch, self._held.records, run.claims, self._folder)
            run.writes += self._held.change(settled.put, settled.drop, first=not run.writes)
        return settled.results

    def _named(self, name: str, records: dict[str, ArticleRecord]) -> list[Article]:
        """The articles that a user means by an id, the beginning of one, or a file."""
        return settling.named(name, records, self._folder)

    @property
    def _folder(self) -> Path | None:
        return self.path.parent if self.path else None

    def _scene(self) -> "Scene":
        """What a person's words are read against. Called while writing."""
        from talent_tui.correcting import Scene

        return Scene(self.timeline, self._held.records, self._held.base.entries, date.today())

    def _note(self, deed: Deed) -> Correction:
        """Put a deed into the log. Called while writing."""
        return self._held.log(Correction(self._held.next_number(), _now(), deed))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def save(path: Path, data: bytes) -> None:
    """Write a file of the user's in one step: whole or not at all. Raises StoreError."""
    store.put(path, data)


def dates_of_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each line `{"id", "text", "ref"}` the dates of its text as a line of JSON, or what is wrong with it."""
    from talent_tui.tagging.dates.lines import dates_of_lines as answers

    return answers(lines)


def dates_of_file(
    path: str, published: Publication | None = None, stdin: BinaryIO | None = None
) -> "tuple[Publication, tuple[DateMention, ...]]":
    """The window of publication of one article (given, stated or inferred) and its dates, offsets in its own text.

    Raises UnreadableError where there is no such text.
    """
    from talent_tui import reading
    from talent_tui.tagging.dates.articles import dates_of_article

    article = reading.read(reading.one_source(path, stdin))
    return dates_of_article(article, reading.clean(article), published)


def names_of_file(
    path: str, stdin: BinaryIO | None = None
) -> "tuple[Article, tuple[Person, ...], tuple[Company, ...], tuple[NameMention, ...]]":
    """One article and whom it names, with the user's own names too; offsets of mentions in its own text.

    Raises UnreadableError where there is no such text.
    """
    from talent_tui import reading
    from talent_tui.tagging.names.articles import names_of_article

    article = reading.read(reading.one_source(path, stdin))
    found = names_of_article(article, reading.clean(article), adding.names())
    return article, found.people, found.companies, found.mentions
