"""The keys: those of the pane that one came from first, then those that work everywhere."""

from talent_tui.model import STATUSES
from talent_tui.tui import actions
from talent_tui.tui.actions import Action, Place, available_at
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row
from talent_tui.tui.screens import LineScreen
from talent_tui.tui.signs import SIGNS, STATUS
from talent_tui.tui.strings import say
from talent_tui.tui.wording import status_text
from talent_tui.tui.wrap import fit

_KEYS = 22

_NAMES = {
    "slash": "/", "minus": "-", "plus": "+", "greater_than_sign": ">", "less_than_sign": "<", "colon": ":",
    "right_square_bracket": "]", "left_square_bracket": "[", "exclamation_mark": "!", "question_mark": "?",
    "escape": "esc",
}  # fmt: skip


def key_names(action: Action) -> str:
    """All keys of an action as people write them."""
    return " ".join(_NAMES.get(key, key) for key in action.keys)


def sections(place: Place) -> list[tuple[str, list[Action]]]:
    """What can be done at `place`: what only this pane has, then the rest."""
    available = available_at(place)
    here = [a for a in available if len(a.places) == 1]
    rest = [a for a in available if len(a.places) > 1]
    return [(say("help.here"), here), (say("help.everywhere"), rest)]


def key_table() -> str:
    """All keys as a Markdown table, for the guide."""
    places = {
        "facet": "people, companies, ...",
        "when": "chart",
        "crumbs": "row of filters",
        "entity": "person, company",
        "views": "saved views",
    }
    rows = ["| where | keys | what they do |", "| --- | --- | --- |"]
    for action in actions.ACTIONS:
        named = [places.get(place, place) for place in sorted(action.places)]
        where = "everywhere" if len(named) > 4 else ", ".join(named)
        keys = " ".join(f"`{name}`" for name in key_names(action).split(" "))
        rows.append(f"| {where} | {keys} | {say(f'help.{action.id}')} |")
    rows.append(f"| everywhere | {say('help.moving.keys')} | {say('help.moving.help')} |")
    return "\n".join(rows) + "\n"


class HelpScreen(LineScreen):
    """What every key does."""

    PLACE = "help"
    SCROLL_ONLY = True
    BINDINGS = actions.bindings("help")

    def __init__(self, place: Place) -> None:
        """Help for `place`."""
        super().__init__()
        self.asked_at = place

    def do_close(self) -> None:
        """Back."""
        self.app.pop_screen()

    def lay_out(self) -> None:
        """Sections of keys."""
        rows: list[tuple[Row, object | None]] = []
        for heading, told in sections(self.asked_at):
            if told:
                rows.append(([], None))
                rows.append(([Piece(f" {heading}", "heading")], None))
                rows += [
                    ([Piece("  "), Piece(fit(key_names(a), _KEYS), "key"), Piece(say(f"help.{a.id}"))], None)
                    for a in told
                ]
        rows.append(([], None))
        rows.append(([Piece(f" {say('help.moving')}", "heading")], None))
        rows.append(([Piece("  "), Piece(say("help.moving.keys"), "key")], None))
        rows.append(([Piece("  "), Piece(say("help.moving.help"))], None))
        rows.append(([], None))
        rows.append(([Piece(f" {say('help.signs')}", "heading")], None))
        signs = "   ".join(f"{STATUS[status]} {status_text(status)}" for status in STATUSES)
        rows.append(([Piece(f"  {signs}")], None))
        rows.append(([Piece(f"  {SIGNS.hatch} {say('help.hatch')}   != {say('help.conflict')}")], None))
        title: Row = [Piece(f" {say('help.title')} ", "strong")]
        self.lines.fill(title, rows)

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click on the title closes."""
        if event.line is None:
            self.do_close()
