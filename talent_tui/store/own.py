"""A small file of the user's own state: tables of documents, as safe from crashes as the timeline itself.

Such a file is a comfort, not the truth: whatever is wrong with it, reading it never fails and never stops the program.
A damaged or foreign file is set aside under a dated name before anything is put in its place, with whatever of it is
whole carried over, and what is missing taken from the backup. One of a newer version is left alone and not written to:
the newer program, run again, finds it as it was.
"""

import contextlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

import talent_tui
from talent_tui.model import StoreError
from talent_tui.store import files
from talent_tui.store.files import Stamp

if TYPE_CHECKING:
    from filelock import FileLock

Documents = dict[str, dict[str, msgspec.Raw]]
"""Tables by name, their documents by id, as raw JSON."""

_LOCK_SECONDS: Final = 5.0
"""How long to wait for another program: these files are small, and their writers done in an instant."""

_decoder: Final = msgspec.json.Decoder(Documents)


class About(msgspec.Struct, frozen=True):
    """What the file says about itself: what it holds, in which form, by whom written, and for which timeline."""

    kind: str
    schema: int
    generator: str = ""
    timeline: str = ""


class Opened(NamedTuple):
    """What could be read. `kept` is the copy of a file that was damaged, `trouble` why nothing can be written."""

    tables: Documents
    kept: Path | None = None
    trouble: str = ""


class _NotOursError(Exception):
    """The file is damaged, or no file of this kind."""


class OwnFile:
    """One such file. Readers see a whole version and take no lock; writers take turns."""

    def __init__(self, path: Path, about: About, fits: Callable[[str, msgspec.Raw], bool]) -> None:
        """`fits(table, document)` tells whether a document is what its table holds; those of unknown tables fit."""
        self.path = path
        self.about = msgspec.structs.replace(about, generator=talent_tui.__version__)
        self._fits = fits

    def stamp(self) -> Stamp | None:
        """Changes whenever the file does; None where there is none."""
        return files.stamp(self.path)

    def open(self) -> Opened:
        """All documents that can be had; a file that is not whole is set aside. Never fails."""
        try:
            return Opened(self._read())
        except _NotOursError:
            pass
        except StoreError as error:
            return Opened({}, trouble=str(error))
        try:
            with self._locked():
                return self._mended()
        except StoreError as error:
            return Opened(self._salvaged(), trouble=str(error))

    @contextlib.contextmanager
    def writing(self) -> Iterator[Opened]:
        """Be the only writer, with all documents as they are now. Raises StoreError where nothing can be written."""
        with self._locked():
            try:
                opened = Opened(self._read())
            except _NotOursError:
                opened = self._mended()
            yield opened

    def put(self, opened: Opened, table: str, put: Mapping[str, object], drop: Collection[str] = ()) -> None:
        """Put documents into a table, in place of those with their ids, and drop others, in one write.

        Called while `writing`, with what that gave. When this returns, the change is on the disk. Raises StoreError;
        the file is then as it was.
        """
        from tinydb.table import Document

        from talent_tui.store import storage

        held = storage.HeldStorage({name: dict(documents) for name, documents in opened.tables.items()})
        held.write({**held.tables, "meta": {"about": self.about}})
        documents = storage.RecordDB(held, storage=lambda tables: tables).table(table)
        known = (held.tables.get(table) or {}).keys()
        documents.remove(doc_ids=sorted({*drop, *put} & known))  # type: ignore[arg-type]
        documents.insert_multiple(
            Document(_fields(value), doc_id=ident)  # type: ignore[arg-type]
            for ident, value in put.items()
        )
        self._write(held.tables, files.write)

    # Reading

    def _read(self) -> Documents:
        """All documents, none without a file. Raises _NotOursError, and StoreError for one of a newer version."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StoreError(_unkept(files.reason(error), self.path)) from error
        try:
            tables = _decoder.decode(data)
            stated = msgspec.json.decode(tables["meta"]["about"], type=About)
        except (msgspec.DecodeError, KeyError, UnicodeDecodeError) as error:
            raise _NotOursError from error
        if stated.kind != self.about.kind:
            raise _NotOursError
        if stated.schema > self.about.schema:
            why = f"written by a newer talent-tui, {stated.generator or 'of unknown version'}; update this one"
            raise StoreError(_unkept(why, self.path))
        if not all(self._fits(name, document) for name, table in tables.items() for document in table.values()):
            raise _NotOursError
        return tables

    def _salvaged(self) -> Documents:
        """Every whole document of a damaged file, and of its backup those that it lacks."""
        found: Documents = {}
        for path in (self.path, files.backup_of(self.path)):
            with contextlib.suppress(OSError):
                for name, ident, document in _whole_lines(path.read_bytes()):
                    if name != "meta" and self._fits(name, document):
                        found.setdefault(name, {}).setdefault(ident, document)
        return found

    # Writing

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import Timeout

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock: FileLock = files.lock_of(self.path, _LOCK_SECONDS)
            lock.acquire()
        except Timeout as error:
            raise StoreError(_unkept("another talent-tui is writing them", self.path)) from error
        except FileExistsError as error:
            raise StoreError(_unkept("a file is in the way of their folder", self.path)) from error
        except OSError as error:
            raise StoreError(_unkept(files.reason(error), self.path)) from error
        try:
            yield
        finally:
            lock.release()

    def _mended(self) -> Opened:
        """Set a damaged file aside and put what is whole in its place. Raises StoreError."""
        with contextlib.suppress(_NotOursError):  # another program may have done it meanwhile
            return Opened(self._read())
        kept = files.keep_aside(self.path, files.read(self.path) or b"")
        tables = self._salvaged()
        self._write({**tables, "meta": {"about": self.about}}, files.put)
        return Opened(tables, kept)

    def _write(self, tables: Mapping[str, Mapping[str, Any]], write: Callable[[Path, bytes], None]) -> None:
        from talent_tui.store import storage

        try:
            write(self.path, storage.encode_tables(tables))
        except StoreError as error:
            cause = error.__cause__
            why = files.reason(cause) if isinstance(cause, OSError) else str(error)
            raise StoreError(_unkept(why, self.path)) from error


def _unkept(why: str, path: Path) -> str:
    return f"Views and session are not kept ({why}): {path}"


def _fields(value: object) -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(msgspec.json.encode(value), type=dict[str, msgspec.Raw])


def _whole_lines(data: bytes) -> Iterator[tuple[str, str, msgspec.Raw]]:
    """Table, id and document of each line that is whole: every document stands on a line of its own."""
    table = ""
    for line in data.split(b"\n"):
        text = line.strip().removesuffix(b",")
        with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
            if text.endswith(b": {"):
                table = msgspec.json.decode(text.removesuffix(b": {"), type=str)
            elif text.startswith(b'"'):
                for ident, document in msgspec.json.decode(b"{" + text + b"}", type=dict[str, msgspec.Raw]).items():
                    yield table, ident, document
