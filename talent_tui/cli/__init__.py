"""The commands, one module each: `HELP`, `configure(parser)` and `run(options) -> exit code`.

Standard output carries data and nothing else; messages go to standard error, one sentence each. Only the module of the
command at hand is imported.
"""

import argparse
import importlib
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Final

import talent_tui
from talent_tui.cli.console import prepare_streams
from talent_tui.cli.options import STORE_HELP, add_store

COMMANDS: Final[dict[str, str]] = {
    name: f"talent_tui.cli.{name}"
    for name in (
        "add", "articles", "remove", "reread", "export", "find", "who", "firm", "on", "cite", "check", "explain",
        "edit", "review", "dates", "names", "store", "completion",
    )
} | {"-": "talent_tui.cli.peek"}  # fmt: skip
"""Each command and its module, in the order in which help lists them."""


def build_parser(names: Iterable[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """The parser of the command line, with all commands or those named."""
    parser = argparse.ArgumentParser(
        prog="talent-tui",
        description="Read news articles, get a dated timeline of who moved where, and browse it. "
        "Without a command, the app opens.",
        epilog="Exit codes: 0 good, 1 nothing found, 2 wrong use, 3 some inputs could not be read, "
        "4 `check` found a contradiction.",
    )
    parser.add_argument("--version", action="version", version=f"talent-tui {talent_tui.__version__}")
    parser.add_argument("--store", metavar="FILE", help=STORE_HELP)
    parser.add_argument("--sample", action="store_true", help="open the app on the sample articles, keeping nothing")
    parser.add_argument(
        "--fresh", action="store_true", help="open the app without the filters and the place it was left with"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name in names:
        module = _module(name)
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        add_store(command)
        module.configure(command)
    return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; `command` is None where the app is to open. Exits with 2 on wrong use."""
    parser = build_parser(_needed(argv))
    options = parser.parse_args(argv)
    if options.command is not None and (options.sample or options.fresh):
        parser.error(f"{'--sample' if options.sample else '--fresh'} is for opening the app, not for a command")
    return options


def run(argv: Sequence[str]) -> int:
    """Run the command that `argv` names and return its exit code. Raises TalentError, for people to read."""
    return run_parsed(parse(argv))


def run_parsed(options: argparse.Namespace) -> int:
    """Run the command that was parsed."""
    prepare_streams()
    code: int = _module(options.command).run(options)
    return code


def _needed(argv: Sequence[str]) -> Iterable[str]:
    """The commands that a command line has to do with: the one it names, none to open the app, all to give help."""
    words = iter(argv)
    for word in words:
        if word == "--store":
            next(words, None)
        elif word == "-" or not word.startswith("-"):
            return [word] if word in COMMANDS else COMMANDS
        elif word in ("-h", "--help"):
            return COMMANDS
    return ()


def _module(name: str) -> ModuleType:
    return importlib.import_module(COMMANDS[name])
