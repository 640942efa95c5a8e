"""All that a person can do, in one table: it feeds the bindings, the footer, the palette and the help.

What an action is called and what help says of it stands in the catalogue of strings, under `do.ID` and `help.ID`.
"""

from typing import Literal, NamedTuple

from textual.binding import Binding

Place = Literal["facet", "timeline", "detail", "when", "crumbs", "reader", "entity", "views", "welcome", "help"]
"""Where the keyboard is: a pane of the browser, or another screen."""

_BROWSER: frozenset[Place] = frozenset({"facet", "timeline", "detail", "when", "crumbs"})
_LISTS: frozenset[Place] = frozenset({"timeline", "detail"})
_TOLD: frozenset[Place] = _LISTS | {"reader", "entity"}
_EVERYWHERE: frozenset[Place] = _BROWSER | {"reader", "entity", "views", "welcome"}


class Action(NamedTuple):
    """Something to do. `keys` are Textual's names; `shown` is how the first of them is written for people.

    `weight` orders the footer, greatest first; 0 keeps an action out of it.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    places: frozenset[Place]
    weight: int = 0


def _at(*places: Place) -> frozenset[Place]:
    return frozenset(places)


ACTIONS: tuple[Action, ...] = (
    # What the pane under the cursor is for
    Action("toggle", ("space",), "space", _at("facet"), 100),
    Action("exclude", ("x",), "x", _at("facet"), 95),
    Action("open_value", ("enter",), "enter", _at("facet"), 90),
    Action("together", ("m",), "m", _at("facet"), 60),
    Action("order", ("=",), "=", _at("facet"), 20),
    Action("detail", ("enter",), "enter", _at("timeline"), 100),
    Action("mark", ("space",), "space", _at("timeline"), 50),
    Action("read", ("enter", "r"), "enter", _at("detail"), 100),
    Action("read", ("r",), "r", _at("timeline"), 62),
    Action("read", ("r",), "r", _at("entity"), 60),
    Action("fold", ("minus",), "-", _at("timeline"), 45),
    Action("only", ("enter",), "enter", _at("when"), 100),
    Action("span", ("space",), "space", _at("when"), 95),
    Action("zoom_in", ("plus", "greater_than_sign", "right_square_bracket"), "+", _at("when"), 90),
    Action("zoom_out", ("minus", "less_than_sign", "left_square_bracket"), "-", _at("when"), 85),
    Action("switch", ("space",), "space", _at("crumbs"), 100),
    Action("turn", ("enter",), "enter", _at("crumbs"), 80),
    Action("pin", ("exclamation_mark",), "!", _at("crumbs"), 90),
    Action("remove", ("x", "delete"), "x", _at("crumbs"), 95),
    Action("go_in", ("enter",), "enter", _at("entity"), 100),
    Action("filter_by", ("space", "f"), "space", _at("entity"), 95),
    Action("show_event", ("enter",), "enter", _at("reader"), 100),
    Action("next_event", ("n",), "n", _at("reader"), 95),
    Action("previous_event", ("N",), "N", _at("reader"), 90),
    Action("open_view", ("enter",), "enter", _at("views"), 100),
    Action("rename_view", ("r",), "r", _at("views"), 98),
    Action("delete_view", ("x", "delete"), "x", _at("views"), 96),
    Action("undo_view", ("u", "ctrl+z"), "u", _at("views"), 94),
    Action("go_back", ("backspace", "escape"), "backspace", _at("entity", "reader", "views"), 92),
    # Filters
    Action("search", ("slash",), "/", _BROWSER, 80),
    Action("next_match", ("n",), "n", _BROWSER, 0),
    Action("previous_match", ("N",), "N", _BROWSER, 0),
    Action("days", ("d",), "d", _BROWSER, 30),
    Action("undo", ("u", "ctrl+z"), "u", _BROWSER, 72),
    Action("redo", ("ctrl+r", "U"), "ctrl+r", _BROWSER, 70),
    Action("clear", ("X",), "X", _BROWSER, 55),
    Action("back", ("escape",), "esc", _BROWSER, 65),
    Action("views", ("V",), "V", _BROWSER, 33),
    Action("save_view", ("S",), "S", _BROWSER | {"views"}, 31),
    # Copying
    Action("copy", ("y",), "y", _TOLD, 58),
    Action("copy_markdown", ("Y",), "Y", _TOLD, 0),
    Action("copy_fact", ("C",), "C", _TOLD, 0),
    Action("edit", ("e",), "e", _LISTS | {"reader"}, 28),
    # Changing the timeline
    Action("add", ("a",), "a", _BROWSER, 16),
    Action("publication", ("D",), "D", _LISTS, 27),
    # Correcting
    Action("review", ("R",), "R", _BROWSER, 15),
    Action("verify", ("v",), "v", _LISTS, 56),
    Action("wrong", ("x",), "x", _LISTS, 54),
    Action("correct", ("E",), "E", _LISTS, 29),
    Action("take_back", ("Z",), "Z", _BROWSER),
    # Panes
    Action("next_pane", ("tab",), "tab", _BROWSER, 40),
    Action("previous_pane", ("shift+tab",), "shift+tab", _BROWSER),
    Action("left", ("h", "left"), "h", _BROWSER),
    Action("right", ("l", "right"), "l", _BROWSER),
    Action("timeline", ("T",), "T", _BROWSER),
    Action("person", ("p",), "p", _BROWSER, 35),
    Action("company", ("c",), "c", _BROWSER, 34),
    Action("type", ("t",), "t", _BROWSER),
    Action("status", ("s",), "s", _BROWSER),
    Action("outlet", ("o",), "o", _BROWSER),
    Action("article", ("A",), "A", _BROWSER),
    Action("when", ("w",), "w", _BROWSER, 24),
    Action("crumbs", ("b",), "b", _BROWSER, 26),
    Action("zoom", ("z",), "z", _BROWSER, 22),
    # Going
    Action("jump", ("g",), "g", _BROWSER, 32),
    Action("palette", ("ctrl+p", "colon"), "ctrl+p", _BROWSER, 18),
    Action("close", ("escape", "backspace", "q", "question_mark"), "esc", _at("help"), 100),
    Action("sample", ("s",), "s", _at("welcome"), 100),
    Action("theme", ("ctrl+t",), "ctrl+t", _EVERYWHERE),
    Action("help", ("question_mark",), "?", _EVERYWHERE, 110),
    Action("quit", ("q", "ctrl+q"), "q", _EVERYWHERE, 105),
)


AHEAD = frozenset({"slash", "d", "S"})
"""Keys that open a line to type into. They go before all others, lest what is typed right after them be lost."""


def available_at(place: Place) -> tuple[Action, ...]:
    """All actions that make sense at `place`, in the order of the table."""
    return tuple(action for action in ACTIONS if place in action.places)


def for_key(key: str, place: Place) -> Action | None:
    """What a key does at `place`."""
    return next((action for action in available_at(place) if key in action.keys), None)


def bindings(*places: Place) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """One binding for each key that does something at one of `places`; the screen then asks `for_key`."""
    keys = dict.fromkeys(key for place in places for action in available_at(place) for key in action.keys)
    return [Binding(key, f"press('{key}')", show=False, priority=key in AHEAD) for key in keys]
