"""Read and change the timeline's file."""

import contextlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

import talent_tui
from talent_tui.model import RECORD_SCHEMA, ArticleRecord, Correction, StoreError
from talent_tui.store import files
from talent_tui.store.files import Stamp
from talent_tui.store.migrations import migrate
from talent_tui.store.quiet import without_collector

if TYPE_CHECKING:
    from filelock import FileLock


class Format(msgspec.Struct, frozen=True):
    """What the file says about itself."""

    schema: int
    generator: str = ""


class Stored(msgspec.Struct, frozen=True):
    """The whole file, typed."""

    meta: dict[str, Format]
    articles: dict[str, ArticleRecord] = {}
    corrections: dict[str, Correction] = {}


class DamagedError(StoreError):
    """The bytes are no whole timeline; `what` is wrong with them, in brackets."""

    def __init__(self, path: Path, error: msgspec.DecodeError | None) -> None:
        """`error` is what the parser said, None for a file that is empty."""
        self.what = told(error)
        super().__init__(f"{path} is damaged {self.what}.")


class Contents(NamedTuple):
    """What a timeline's file holds: the truth about each article, by id, and what a person corrected, by number."""

    records: dict[str, ArticleRecord]
    corrections: dict[int, Correction]


class _Head(msgspec.Struct, frozen=True):
    meta: dict[str, Format]


_stored: Final = msgspec.json.Decoder(Stored)
_BEGINNING: Final = b'{"meta":{'
_RECORD: Final = b'{"article":{"id":'
_head: Final = msgspec.json.Decoder(_Head)


class TimelineStore:
    """One timeline's file. Reading takes no lock and sees a whole version; writers take turns."""

    def __init__(self, path: Path) -> None:
        """`path` need not exist; a link is followed, so that writing does not replace it."""
        self.path = Path(path).resolve() if Path(path).is_symlink() else Path(path)
        self._held: FileLock | None = None

    def stamp(self) -> Stamp | None:
        """Changes whenever the file does; None where there is none."""
        return files.stamp(self.path)

    def load(self) -> list[ArticleRecord]:
        """All records, by id; none where there is no file. Raises StoreError for a file that is damaged or newer."""
        return list(self.contents().records.values())

    def contents(self) -> Contents:
        """All records and corrections; none where there is no file. Raises StoreError as `load` does."""
        data = files.read(self.path)
        if data is None or (not data and not files.backups_of(self.path)):
            return Contents({}, {})
        try:
            return decode(data, self.path)
        except DamagedError as error:
            raise self._said(error, data) from error

    def format(self) -> Format:
        """What a file that is written now says about itself."""
        return Format(RECORD_SCHEMA, talent_tui.__version__)

    def _lock(self) -> "FileLock":
        if self._held is None:
            self._held = files.lock_of(self.path)
        return self._held

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer: what is read inside stays true until the end."""
        with files.locked(self.path, self._lock()):
            yield

    def change(
        self,
        put: Sequence[ArticleRecord] = (),
        drop: Collection[str] = (),
        corrections: Sequence[Correction] = (),
        *,
        first: bool = True,
    ) -> None:
        """Put records in (in place of those with their ids) and drop others by article id, in one write.

        Corrections take the place of those with their numbers; none is ever dropped. When this returns, the change is
        on the disk; the backup is what was there before, or before the `first` write of a change that takes several.
        Raises StoreError; the file is then as it was.
        """
        from tinydb.table import Document

        from talent_tui.store import storage

        with files.locked(self.path, self._lock()):
            file = storage.LinesStorage(self.path)
            try:
                tables = file.read()
                if tables is None and files.backups_of(self.path) and self.stamp() is not None:
                    raise DamagedError(self.path, None)
                _refuse_newer(tables, self.path)
            except (msgspec.DecodeError, DamagedError) as error:
                raise self._said(error, files.read(self.path) or b"") from error
            held = storage.HeldStorage(migrate(tables, self.path) if tables else {"corrections": {}})
            database = storage.RecordDB(held, storage=lambda tables: tables)
            held.write({**held.tables, "meta": {"format": self.format()}})
            articles = database.table("articles")
            gone = {*drop, *(r.article.id for r in put)}
            present = (held.tables.get("articles") or {}).keys()
            articles.remove(doc_ids=sorted(gone & present))  # type: ignore[arg-type]
            articles.insert_multiple(Document(_fields(r), doc_id=r.article.id) for r in put)  # type: ignore[arg-type]
            if corrections:
                log = database.table("corrections")
                known = (held.tables.get("corrections") or {}).keys()
                log.remove(doc_ids=sorted({c.ident for c in corrections} & known))  # type: ignore[arg-type]
                log.insert_multiple(Document(_fields(c), doc_id=c.ident) for c in corrections)  # type: ignore[arg-type]
            file.write(held.tables, first=first)

    def keep_copy(self) -> None:
        """Keep a second copy of a change that took several writes, or that made the file, so that all of it is in two
        files. The next change does away with it. Where it cannot be written, there is none.
        """
        with contextlib.suppress(StoreError), files.locked(self.path, self._lock()):
            data = files.read(self.path)
            if data:
                files.put(files.step_of(self.path), data)

    def _said(self, error: "msgspec.DecodeError | DamagedError", data: bytes) -> StoreError:
        """The sentence for a file that is no whole timeline: what is wrong, where a copy of it is kept, what to do."""
        if not is_ours(data) and not files.backups_of(self.path):
            return foreign(self.path)
        what = error.what if isinstance(error, DamagedError) else told(error)
        try:
            kept = f"is kept as {files.keep_damaged(self.path, data)}"
        except OSError as refused:
            kept = f"could not be made ({files.reason(refused)})"
        backups = " and ".join(map(str, files.backups_of(self.path)))
        source = f"takes the others from {backups}" if backups else "there is no backup to take the others from"
        return StoreError(
            f"{self.path} is damaged {what}; it was left as it is, and a copy of it {kept}: "
            f"`talent-tui store repair` saves every whole record and {source}."
        )


def decode(data: bytes, path: Path) -> Contents:
    """The records and corrections in a file's bytes, whatever version wrote them. Raises StoreError, naming `path`."""
    try:
        with without_collector():
            stored = _stored.decode(data)
        if _is_older(stored.meta):
            stored = _stored.decode(_migrated(data, path))
    except msgspec.DecodeError as error:
        head = _head_of(data)
        _refuse_newer_format(head, path)
        if not _is_older(head):
            raise DamagedError(path, error) from error
        try:
            stored = _stored.decode(_migrated(data, path))
        except msgspec.DecodeError as still:
            raise DamagedError(path, still) from still
    _refuse_newer_format(stored.meta, path)
    return Contents(stored.articles, {c.number: c for c in stored.corrections.values()})


def is_ours(data: bytes) -> bool:
    """Whether the bytes are, or once were, a timeline of this program, however damaged; somebody else's file is not."""
    beginning = b"".join(data[:64].split())
    return beginning.startswith(_BEGINNING) or _BEGINNING.startswith(beginning) or _RECORD in data


def foreign(path: Path) -> StoreError:
    """The sentence for a file that is somebody else's."""
    return StoreError(f"{path} is no timeline of talent-tui; nothing was changed. Name another file with --store.")


def told(error: msgspec.DecodeError | None) -> str:
    """What a parser says, in brackets and on one line."""
    return f"({' '.join(str(error).split())})" if error else "(it is empty)"


def _fields(record: ArticleRecord | Correction) -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(msgspec.json.encode(record), type=dict[str, msgspec.Raw])


def _refuse_newer(tables: dict[str, dict[str, msgspec.Raw]] | None, path: Path) -> None:
    if tables is None:
        return
    try:
        meta = {k: msgspec.json.decode(v, type=Format) for k, v in tables.get("meta", {}).items()}
    except msgspec.DecodeError as error:
        raise DamagedError(path, error) from error
    _refuse_newer_format(meta, path)


def _head_of(data: bytes) -> dict[str, Format] | None:
    """What a file says about itself, None where even that cannot be read."""
    try:
        return _head.decode(data).meta
    except msgspec.DecodeError:
        return None


def _is_older(meta: dict[str, Format] | None) -> bool:
    return meta is not None and "format" in meta and meta["format"].schema < RECORD_SCHEMA


def _migrated(data: bytes, path: Path) -> bytes:
    """The file's bytes as this version would have written them. Raises msgspec.DecodeError, StoreError."""
    from talent_tui.store import storage

    return storage.encode_tables(migrate(storage.decode_tables(data), path))


def _refuse_newer_format(meta: dict[str, Format] | None, path: Path) -> None:
    if meta is None:
        return
    stated = meta.get("format")
    if stated is None:
        raise foreign(path)
    if stated.schema > RECORD_SCHEMA:
        raise StoreError(
            f"{path} was written by a newer talent-tui ({stated.generator or 'unknown version'}) in schema "
            f"{stated.schema}; this one ({talent_tui.__version__}) knows schemas up to {RECORD_SCHEMA}: "
            "update it to open the file, which was left as it is."
        )
