"""Read one TOML table of the lexicon into its typed value."""

import re
from importlib import resources
from pathlib import Path
from typing import TypeVar

import msgspec

from talent_tui.model import UnreadableError

T = TypeVar("T")

_FACT = re.compile(r'"?([a-z0-9-]+)"? = (\{ .* \})')
_FIELD = re.compile(r'(?<=[{,] )([a-z]+) = (?=["\[])')
"""A fact, one a line (`id = { name = "…", also = ["…"] }`), and a field of it."""


def load(name: str, kind: type[T]) -> T:
    """The table `name`.toml that ships with the program, as a `kind`. Callers keep the answer."""
    data = (resources.files(__package__) / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(data, type=kind)


def load_facts(name: str, kind: type[T]) -> T:
    """The table `name`.toml of one fact a line, as `load` gives it, in a fraction of the time.

    The two tables of names are long, and the standard parser of TOML takes as long for them as reading an article.
    Each line is JSON but for its `=`; a line that is anything else leaves the whole table to the parser.
    """
    text = (resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    facts = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            fact = _FACT.fullmatch(line)
            if fact is None:
                return load(name, kind)
            fields = _FIELD.sub(r'"\1":', fact[2])
            facts.append(f'"{fact[1]}":{fields}')
    return msgspec.json.decode("{" + ",".join(facts) + "}", type=kind)


def load_file(path: Path, kind: type[T]) -> T:
    """A user's own table. Raises UnreadableError with one sentence that names the file and the mistake."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}.") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UnreadableError(f"{path} is no lexicon that talent-tui understands: {error}.") from error
