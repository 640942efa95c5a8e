"""TinyDB's view of the file: tables of documents by id, one document a line, in a stable order.

Documents that nobody touches pass from the old file to the new as the bytes they are, so adding an article costs
reading and writing the file once and no more.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from talent_tui.store import files

_FIRST: Final = ("meta", "articles", "corrections")

Tables = dict[str, dict[str, Any]]

_decoder: Final = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


class LinesStorage(Storage):
    """One file of JSON. Documents are read as raw JSON; what is written may be raw or plain values."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before it is needed."""
        self._path = path

    def read(self) -> Tables | None:
        """All tables, None where there is no file. Raises msgspec.DecodeError for what is no JSON of this shape."""
        data = files.read(self._path)
        return decode_tables(data) if data else None

    def write(self, data: Mapping[str, Mapping[str, Any]], *, first: bool = True) -> None:
        """Put the tables in place of the file; `first` as in `files.write`. Raises StoreError."""
        files.write(self._path, encode_tables(data), first=first)


class HeldStorage(Storage):
    """Keeps TinyDB's writes in memory, so that a change of many documents is one write of the file at its end."""

    def __init__(self, tables: Tables) -> None:
        """Start from tables that were read."""
        self.tables = tables

    def read(self) -> Tables:
        """The tables as they are now."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Take the tables as they are now."""
        self.tables = data


class RecordTable(Table):
    """A table whose documents are found by text ids: an article's id is its document's."""

    document_id_class = str  # type: ignore[assignment]


class RecordDB(TinyDB):
    """TinyDB with text ids."""

    table_class = RecordTable


def decode_tables(data: bytes) -> Tables:
    """Tables of raw documents. Raises msgspec.DecodeError."""
    return _decoder.decode(data)


def encode_tables(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The file's bytes: one document a line, tables in their order, documents by id."""
    encode = msgspec.json.encode
    parts: list[bytes] = [b"{\n"]
    names = sorted(tables, key=lambda n: (_FIRST.index(n) if n in _FIRST else len(_FIRST), n))
    for place, name in enumerate(names):
        table = tables[name]
        parts += (encode(name), b": {\n")
        for number, ident in enumerate(sorted(table)):
            parts += (b",\n" if number else b"", encode(ident), b": ", encode(table[ident]))
        parts += (b"\n" if table else b"", b"},\n" if place + 1 < len(names) else b"}\n")
    parts.append(b"}\n")
    return b"".join(parts)
