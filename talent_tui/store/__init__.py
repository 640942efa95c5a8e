"""Each article's text and its own events, in one file that loses nothing. The only room that knows TinyDB."""

from typing import TYPE_CHECKING

from talent_tui.store.derived import load_derived, save_derived
from talent_tui.store.files import Stamp, put
from talent_tui.store.own import About, Opened, OwnFile
from talent_tui.store.quiet import without_collector
from talent_tui.store.timeline import Contents, TimelineStore

if TYPE_CHECKING:
    from talent_tui.store.care import Finding, back_up, check, repair, restore

__all__ = [
    "About",
    "Contents",
    "Finding",
    "Opened",
    "OwnFile",
    "Stamp",
    "TimelineStore",
    "back_up",
    "check",
    "load_derived",
    "put",
    "repair",
    "restore",
    "save_derived",
    "without_collector",
]


def __getattr__(name: str) -> object:
    """What looks after a file is imported when it is wanted: opening a timeline does not wait for it."""
    if name in __all__:
        from talent_tui.store import care

        return getattr(care, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
