"""What several commands take from their options and the environment."""

import argparse
import os
from datetime import date
from typing import TYPE_CHECKING

from talent_tui.locations import chosen_store
from talent_tui.model import Publication, UsageError

if TYPE_CHECKING:
    from talent_tui.workspace import Workspace


def workspace(options: argparse.Namespace) -> "Workspace":
    """The timeline that the command is about."""
    from talent_tui.workspace import Workspace

    return Workspace.open(chosen_store(options.store))


STORE_HELP = "the timeline's file (default: $TALENT_TUI_STORE, else one in your data folder)"


def add_store(parser: argparse.ArgumentParser) -> None:
    """The option `--store` after a command; it goes before one that stands in front of it."""
    parser.add_argument("--store", metavar="FILE", default=argparse.SUPPRESS, help=STORE_HELP)


def typed(text: str) -> str:
    """What a user typed, also where the system's settings know nothing beyond ASCII. Not for paths."""
    return os.fsencode(text).decode("utf-8", "replace")


def add_published(parser: argparse.ArgumentParser) -> None:
    """The option `--published`."""
    parser.add_argument(
        "--published",
        metavar="DAY|START/END",
        type=_window,
        help="when the article came out, a day (2025-07-02) or a window of days; it goes before what the text states",
    )


def add_origin(parser: argparse.ArgumentParser) -> None:
    """The options `--outlet` and `--url`."""
    parser.add_argument("--outlet", metavar="NAME", help="who published it; goes before what the text states")
    parser.add_argument("--url", metavar="ADDRESS", help="its address on the web; goes before what the text states")


def origin_given(options: argparse.Namespace) -> tuple[str | None, str | None]:
    """The outlet and the address that the user gave, if any. Raises UsageError for what is neither."""
    from talent_tui.given import address, outlet

    return (
        outlet(typed(options.outlet)) if options.outlet is not None else None,
        address(typed(options.url)) if options.url is not None else None,
    )


def window_given(options: argparse.Namespace) -> Publication | None:
    """The window of publication that the user gave, if any."""
    if options.published is None:
        return None
    from talent_tui.given import window

    start, end = options.published
    return window(start, end)


def _window(text: str) -> tuple[date, date]:
    """A day or START/END, in ISO 8601."""
    try:
        first, _, last = text.partition("/")
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if last.strip() else start
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no day (2025-07-02) and no window (2025-07-01/2025-07-06)"
        ) from None
    if end < start:
        raise argparse.ArgumentTypeError(f"the window {text} ends before it begins")
    return start, end


def positive(text: str) -> int:
    """A whole number from 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return number


def chosen(names: list[str], everything: bool) -> list[str] | None:
    """The articles that a command is about, None for all. Raises UsageError where it is not clear which."""
    if everything and names:
        raise UsageError("Give either articles or --all.")
    if not everything and not names:
        raise UsageError("Name the articles (`talent-tui articles` lists them), or give --all.")
    return None if everything else names
