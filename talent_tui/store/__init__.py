"""Each article's text and its own events, in one file that loses nothing. The only room that knows TinyDB."""

from talent_tui.store.care import Finding, back_up, check, repair, restore
from talent_tui.store.derived import load_derived, save_derived
from talent_tui.store.files import Stamp, put
from talent_tui.store.own import About, Opened, OwnFile
from talent_tui.store.quiet import without_collector
from talent_tui.store.timeline import Contents, TimelineStore

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
