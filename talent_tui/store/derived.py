"""The merged timeline, kept beside the user's caches so that looking something up need not merge again.

Only ever a copy: it counts for one version of the store's file and one version of the program, and whatever is wrong
with it, it is passed over.
"""

import contextlib
import hashlib
from pathlib import Path
from typing import Final

import msgspec

import talent_tui
from talent_tui.model import StoreError, Timeline
from talent_tui.store import files
from talent_tui.store.files import Stamp
from talent_tui.store.quiet import without_collector


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


def _file(folder: Path, store: Path) -> Path:
    return folder / f"{hashlib.sha256(str(store.absolute()).encode()).hexdigest()[:24]}.timeline"


def _key(store: Path, stamp: Stamp) -> str:
    return f"{talent_tui.__version__} {stamp.modified_ns} {stamp.size} {stamp.inode} {store.absolute()}"
