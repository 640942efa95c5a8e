"""`talent-tui completion`: completion for a shell, with the people and firms of the timeline."""

import argparse
from importlib import resources
from typing import Final

from talent_tui.cli.options import typed, workspace
from talent_tui.index import fold
from talent_tui.model import Entity, UsageError
from talent_tui.model.printable import one_line

HELP = "print completion for a shell: bash, zsh or fish"

SHELLS: Final = ("bash", "zsh", "fish")
KINDS: Final = ("people", "firms")
_MOST: Final = 200
"""More names than anyone reads through."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("shell", nargs="?", default="", metavar="SHELL|PREFIX", help="bash, zsh or fish")
    parser.add_argument("--names", choices=KINDS, help="print names that begin with PREFIX, as the scripts want them")


def run(options: argparse.Namespace) -> int:
    """0; the script on standard output, or names, one a line."""
    if options.names is None:
        if options.shell not in SHELLS:
            raise UsageError(f"Name a shell: {', '.join(SHELLS)}.")
        print(script(options.shell), end="")
        return 0
    index = workspace(options).index
    entries: list[Entity] = list((index.people if options.names == "people" else index.companies).values())
    for name in names(entries, typed(options.shell)):
        print(name)
    return 0


def script(shell: str) -> str:
    """The script for a shell, with all commands in it."""
    from talent_tui.cli import COMMANDS

    text = (resources.files("talent_tui.cli") / "completions" / f"talent-tui.{shell}").read_text("utf-8")
    return text.replace("@COMMANDS@", " ".join(c for c in COMMANDS if c != "-"))


def names(entries: list[Entity], prefix: str) -> list[str]:
    """Names that begin with `prefix`, or those of entries of which a reading does; in order, each once."""
    wanted = fold(prefix)
    found = {
        one_line(form)
        for e in entries
        for form in (e.name, *e.aliases)
        if fold(form).startswith(wanted) and (form == e.name or wanted)
    }
    found |= {one_line(e.name) for e in entries if len(wanted) > 1 and any(r.startswith(wanted) for r in e.readings)}
    return sorted(found)[:_MOST]
