"""Files that survive a crash: written beside, flushed to disk, put in place in one step, the version before kept."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from talent_tui.model import StoreError

if TYPE_CHECKING:
    from filelock import FileLock

_LOCK_SECONDS = 60.0


class Stamp(NamedTuple):
    """What changes whenever a store is written: every write makes a new file."""

    modified_ns: int
    size: int
    inode: int


def stamp(path: Path) -> Stamp | None:
    """The file's stamp, None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return Stamp(state.st_mtime_ns, state.st_size, state.st_ino)


def backup_of(path: Path) -> Path:
    """Where the version before the last change is kept: before the whole of an `add`, however often that wrote."""
    return path.with_name(path.name + ".bak")


def step_of(path: Path) -> Path:
    """Where a change of several writes keeps the version before the last one, and at its end a copy of it all."""
    return path.with_name(path.name + ".step.bak")


def backups_of(path: Path) -> list[Path]:
    """The versions kept that there are, the newest first."""
    return [kept for kept in (step_of(path), backup_of(path)) if kept.exists()]


def read(path: Path) -> bytes | None:
    """The whole file, None where there is none. Raises StoreError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except IsADirectoryError as error:
        raise StoreError(f"{path} is a folder; name a file for the timeline with --store.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({reason(error)}); the timeline was left as it is.") from error


def write(path: Path, data: bytes, *, first: bool = True) -> None:
    """Put `data` in place of the file in one step; what was there is kept.

    The `first` write of a change makes it the backup; a later one keeps it as the version of the step before, so that
    the backup stays what the user had before the change. Whatever happens on the way, the file is either the old one or
    the new one, whole. Raises StoreError.
    """
    _put(path, data, keep=_keep_backup if first else _keep_step)


def put(path: Path, data: bytes) -> None:
    """Like `write`, but the backups stay what they are: for a file that is damaged, or kept under another name."""
    _put(path, data, keep=lambda _: None)


def _put(path: Path, data: bytes, keep: Callable[[Path], None]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write_flushed(beside, data, like=path)
        keep(path)
        beside.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise StoreError(f"{path} could not be written ({reason(error)}); what was there is as it was.") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def set_aside(path: Path, label: str) -> Path:
    """Keep a copy of the file under a dated name that nothing has yet, and return it. Raises StoreError."""
    for copy in _dated(path, label, datetime.now()):
        try:
            with path.open("rb") as source, copy.open("xb") as target:
                shutil.copymode(path, copy)
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            return copy
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError(f"{path} could not be copied to {copy} ({reason(error)}); nothing was changed.") from error
    raise StoreError(f"Too many copies of {path} beside it; move some away.")


def keep_damaged(path: Path, data: bytes) -> Path:
    """Keep a damaged file's bytes under the date of its last change, once, however often it is opened.

    Raises OSError.
    """
    for copy in _dated(path, "damaged", datetime.fromtimestamp(path.stat().st_mtime)):
        if not copy.exists():
            beside = copy.with_name(f".{copy.name}.{os.getpid()}.new")
            try:
                _write_flushed(beside, data, like=path)
                beside.replace(copy)
            finally:
                beside.unlink(missing_ok=True)
            return copy
        if copy.read_bytes() == data:
            return copy
    raise OSError(errno.EEXIST, "too many copies of it")


def keep_aside(path: Path, data: bytes) -> Path:
    """`keep_damaged` where nothing may go on without a copy. Raises StoreError."""
    try:
        return keep_damaged(path, data)
    except OSError as error:
        raise StoreError(f"{path} could not be copied beside it ({reason(error)}); nothing was changed.") from error


def _dated(path: Path, label: str, when: datetime) -> Iterator[Path]:
    """Names beside the file that say what it is and of when."""
    for number in range(1, 1000):
        suffix = f"-{number}" if number > 1 else ""
        yield path.with_name(f"{path.stem}.{label}-{when:%Y%m%d-%H%M%S}{suffix}{path.suffix}")


def lock_of(path: Path, seconds: float = _LOCK_SECONDS) -> "FileLock":
    """The lock of the file's writers, waited for so many seconds.

    It can be taken again by who holds it; the system frees a dead process's.
    """
    from filelock import FileLock

    return FileLock(path.with_name(path.name + ".lock"), timeout=seconds)


@contextlib.contextmanager
def locked(path: Path, lock: "FileLock") -> Iterator[None]:
    """Be the only writer of the file; readers are not kept out. Raises StoreError where another writes for long."""
    from filelock import Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise StoreError(f"Another talent-tui is writing {path}; try again when it is done.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({reason(error)}); choose another place with --store.") from error
    try:
        yield
    finally:
        lock.release()


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or str(error)).rstrip(".")


def _write_flushed(path: Path, data: bytes, like: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        with contextlib.suppress(OSError):
            path.chmod(like.stat().st_mode & 0o7777)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_backup(path: Path) -> None:
    """Make the present file the backup; what an earlier change kept of its steps is older than that."""
    if _keep(path, backup_of(path)):
        step_of(path).unlink(missing_ok=True)


def _keep_step(path: Path) -> None:
    _keep(path, step_of(path))


def _keep(path: Path, kept: Path) -> bool:
    """Keep the present file, if there is one, without a moment in which neither it nor the kept one is there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.bak")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    try:
        os.link(path, beside)
    except FileNotFoundError:
        return False
    except OSError:  # a file system without hard links
        shutil.copy2(path, beside)
    beside.replace(kept)
    return True


def _flush_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system can (Windows cannot open folders)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EBADF, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
