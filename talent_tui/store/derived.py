"""The merged timeline, kept beside the user's caches so that looking something up need not merge again.

Only ever a copy: it counts for one version of the store's file and one version of the program, and whatever is wrong
with it, it is passed over.
"""

import contextlib
import os
import zlib
from pathlib import Path
from typing import Final

import msgspec

import talent_tui
from talent_tui.model import StoreError, Timeline
from talent_tui.store import files
from talent_tui.store.files import Stamp
from talent_tui.store.quiet import without_collector

_MERGING: Final = ("lexicon", "merging", "model")
"""The rooms of the program that a merged timeline depends on."""


class _Derived(msgspec.Struct, frozen=True):
    key: str
    timeline: Timeline


_decoder: Final = msgspec.msgpack.Decoder(_Derived)


def load_derived(folder: Path, store: Path, stamp: Stamp) -> Timeline | None:
    """The timeline that was merged from just this version of the store, if it was kept."""
    try:
        with without_collector():
            derived = _decoder.decode(_file(folder, store).read_bytes())
    except (OSError, msgspec.DecodeError, ValueError):
        return None
    return derived.timeline if derived.key == _key(store, stamp) else None


def save_derived(folder: Path, store: Path, stamp: Stamp, timeline: Timeline) -> None:
    """Keep a merged timeline for the next time, if the cache can be written."""
    with contextlib.suppress(OSError, StoreError):
        folder.mkdir(parents=True, exist_ok=True)
        files.put(_file(folder, store), msgspec.msgpack.encode(_Derived(_key(store, stamp), timeline)))


def _program() -> str:
    """The version of the program, and when what merging rests on was last changed: in a checkout that goes on."""
    folder = Path(talent_tui.__file__).parent
    with contextlib.suppress(OSError):
        changed = (
            entry.stat().st_mtime_ns for room in _MERGING for entry in os.scandir(folder / room) if entry.is_file()
        )
        return f"{talent_tui.__version__} {max(changed, default=0)}"
    return talent_tui.__version__


def _file(folder: Path, store: Path) -> Path:
    # Two stores whose paths have one sum take each other's place in the cache; the key tells them apart.
    return folder / f"{store.stem}-{zlib.crc32(str(store.absolute()).encode('utf-8', 'surrogatepass')):08x}.timeline"


def _key(store: Path, stamp: Stamp) -> str:
    return f"{_program()} {stamp.modified_ns} {stamp.size} {stamp.inode} {store.absolute()}"
