"""Which one a name means: where several fit, a person at a terminal is asked, and anyone else is told which."""

import sys
from collections.abc import Mapping, Sequence
from typing import TypeVar

from talent_tui.cli.console import say, watched
from talent_tui.cli.selection import nobody, simplify
from talent_tui.model import Company, Person, UsageError
from talent_tui.model.printable import one_line

E = TypeVar("E", Person, Company)


def choose(name: str, entries: Mapping[str, E], kind: str) -> E:
    """The entry that `name` means.

    Raises UsageError where several do and nobody is there to ask, NobodyError where nobody does.
    """
    from talent_tui import lookup

    found = lookup.named(name, entries, simplify).entries
    if not found:
        raise nobody(name, kind, lookup.close_names(name, entries.values()))
    if len(found) == 1:
        return found[0]
    say(f"{name} fits {len(found)}:")
    for number, entry in enumerate(found, 1):
        say(f"  {number}  {_told(entry)}")
    if not (watched(sys.stderr) and sys.stdin is not None and sys.stdin.isatty()):
        raise UsageError(f"Give more of the name than {name}, or the id that stands behind it.")
    return _asked(found)


def _asked(found: Sequence[E]) -> E:
    while True:
        print("Which one? ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer.strip():
            raise UsageError("None was chosen.")
        if answer.strip().isdecimal() and 1 <= int(answer) <= len(found):
            return found[int(answer) - 1]
        say(f"Type a number from 1 to {len(found)}, or nothing to leave.")


def _told(entry: Person | Company) -> str:
    aliases = f" ({', '.join(entry.aliases[:3])})" if entry.aliases else ""
    return one_line(f"{entry.name}{aliases}  {entry.id}")
