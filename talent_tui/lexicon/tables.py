"""Read one TOML table of the lexicon into its typed value."""

from importlib import resources
from pathlib import Path
from typing import TypeVar

import msgspec

from talent_tui.model import UnreadableError

T = TypeVar("T")


def load(name: str, kind: type[T]) -> T:
    """The table `name`.toml that ships with the program, as a `kind`. Callers keep the answer."""
    data = (resources.files(__package__) / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(data, type=kind)


def load_file(path: Path, kind: type[T]) -> T:
    """A user's own table. Raises UnreadableError with one sentence that names the file and the mistake."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}.") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UnreadableError(f"{path} is no lexicon that talent-tui understands: {error}.") from error
