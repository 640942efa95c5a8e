"""From what a user names to bytes: files, folders, patterns, standard input. Nothing here looks into a text."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from talent_tui.model import UnreadableError

SUFFIXES = frozenset({".htm", ".html", ".markdown", ".md", ".txt", ".xhtml"})
"""What is taken from a folder; a file that is named itself is read whatever its suffix."""

LIMIT = 20_000_000
"""Bytes. An article, a saved page too, is far smaller; what is larger is a book, an archive or a mistake."""

STANDARD_INPUT = "standard input"


class Source(NamedTuple):
    """An input before anything is known of it: its name for people and its bytes."""

    name: str
    data: bytes


def find_sources(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Source | UnreadableError]:
    """The inputs that `paths` name, in the order given; "-" is standard input.

    A path that exists as it is written is that file or folder, even if it looks like a pattern or an option. A folder
    gives its articles, recursively and sorted, without hidden files. What is missing or cannot be read is yielded as an
    error, and the others follow.
    """
    for path in paths:
        if path == "-":
            yield _read_stream(stdin)
        elif "\0" in path:
            yield UnreadableError(f"{path!r} is no path: it holds a NUL character.")
        elif os.path.lexists(path):
            yield from _of_path(path)
        elif glob.has_magic(path):
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
            if not found:
                yield UnreadableError(f"Nothing matches {path}; check the pattern.")
            for one in found:
                yield from _of_path(one)
        else:
            yield UnreadableError(f"{path} does not exist; check the path.")


def one_source(path: str, stdin: BinaryIO | None = None) -> Source:
    """The first input that `path` names. Raises UnreadableError where it names none or it cannot be read."""
    source = next(find_sources([path], stdin), None)
    if source is None:
        raise UnreadableError(f"{path} holds no article; name a file.")
    if isinstance(source, UnreadableError):
        raise source
    return source


def _of_path(path: str) -> Iterator[Source | UnreadableError]:
    if not Path(path).is_dir():
        yield _read_file(path)
        return
    refused: list[UnreadableError] = []
    empty = True
    for folder, subfolders, files in os.walk(
        path, onerror=lambda error: refused.append(_unreadable(str(error.filename), error))
    ):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                empty = False
                yield _read_file(str(Path(folder, name)))
    yield from refused
    if empty and not refused:
        yield UnreadableError(f"{path} holds no articles; they are looked for as {', '.join(sorted(SUFFIXES))}.")


def _read_file(path: str) -> Source | UnreadableError:
    try:
        mode = Path(path).stat().st_mode
        # A pipe that the shell opened for us (process substitution) ends; any other pipe or device may not.
        if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and path.startswith(("/dev/fd/", "/proc/self/fd/"))):
            return UnreadableError(f"{path} is no file that can be read to its end; give a text file.")
        with Path(path).open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    return _within_limit(path, data)


def _read_stream(stdin: BinaryIO | None) -> Source | UnreadableError:
    if stdin is None:
        return UnreadableError("There is no standard input to read; name a file instead of -.")
    try:
        data = stdin.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        return _unreadable(STANDARD_INPUT, error)
    return _within_limit(STANDARD_INPUT, data)


def _within_limit(name: str, data: bytes) -> Source | UnreadableError:
    if len(data) > LIMIT:
        return UnreadableError(f"{name} is larger than {LIMIT // 1_000_000} MB; cut it into its articles.")
    return Source(name, data)


def _unreadable(name: str, error: Exception) -> UnreadableError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableError(f"{name} cannot be read: {reason}.")
