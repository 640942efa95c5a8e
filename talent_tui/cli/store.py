"""`talent-tui store`: look after the timeline's file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from talent_tui.cli.console import say
from talent_tui.cli.options import add_store, workspace

if TYPE_CHECKING:
    from talent_tui.workspace import Finding

HELP = "check the timeline's file, repair it, back it up, restore it"

_DAMAGED = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    deeds = parser.add_subparsers(dest="deed", metavar="check|repair|backup|restore", required=True)
    deeds.add_parser("check", help="whether the file is whole, quotations stand in their texts and ids lead somewhere")
    deeds.add_parser("repair", help="save what is whole of a file and mend the rest; the file as it was is kept")
    copy = deeds.add_parser("backup", help="copy the file")
    copy.add_argument("file", nargs="?", metavar="FILE", help="where to (default: a dated name beside it)")
    back = deeds.add_parser("restore", help="put the version before the last change, or another copy, in its place")
    for deed in deeds.choices.values():
        add_store(deed)
    back.add_argument(
        "file", nargs="?", metavar="FILE", help="which copy (default: the version before the last change)"
    )


def run(options: argparse.Namespace) -> int:
    """0 where all is well or was made so, 3 where the file is damaged."""
    opened = workspace(options)
    file = Path(options.file) if getattr(options, "file", None) else None
    deeds: dict[str, Callable[[], list[Finding]]] = {
        "check": opened.check,
        "repair": opened.repair,
        "backup": lambda: opened.back_up(file),
        "restore": lambda: opened.restore(file),
    }
    findings = deeds[options.deed]()
    for good, sentence in findings:
        if good:
            print(sentence)
        else:
            say(sentence)
    return 0 if all(good for good, _ in findings) else _DAMAGED
