"""The saved views: each with what it filters by and how many events it shows now."""

from collections.abc import Mapping
from typing import Final

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from talent_tui.desk import Desk, SavedView
from talent_tui.index import Choice, Filters, Index, Recalled, View, recall
from talent_tui.model.printable import one_line
from talent_tui.tui import actions
from talent_tui.tui.actions import Action
from talent_tui.tui.footer import Footer
from talent_tui.tui.lines import LineView
from talent_tui.tui.naming import NamingScreen
from talent_tui.tui.painting import Piece, Row, spread
from talent_tui.tui.prompt import Prompt
from talent_tui.tui.screens import FixedLines, LineScreen
from talent_tui.tui.strings import counted, say
from talent_tui.tui.wording import condition_text
from talent_tui.tui.wrap import fit, wrap

LOOK_EVERY: Final = 2.0
"""Seconds between two looks whether another program changed the views."""

_NAME: Final = 28
"""Cells for a name, at most; a third of the line where that is less."""


class ViewsScreen(NamingScreen, LineScreen):
    """A view a line; `enter` brings its filters back."""

    PLACE = "views"
    BINDINGS = actions.bindings("views")

    def __init__(self, desk: Desk, index: Index, now: Filters) -> None:
        """The views of `desk`, counted in `index`; `now` are the filters in force."""
        super().__init__()
        self.desk = desk
        self.index = index
        self.now = now
        self._recalled: Mapping[str, Recalled] = {}
        self._counts: Mapping[str, int] = {}
        self._renaming = ""
        self._views: Mapping[str, SavedView] = {}

    def compose(self) -> ComposeResult:
        """The line to type into, the list, the footer."""
        yield Prompt()
        yield FixedLines(name="lines")
        yield Footer(self.place, self.why_not)

    def on_mount(self) -> None:
        """Count, and look now and then whether another program changed something."""
        self.views_changed()
        self.set_interval(LOOK_EVERY, self._look)

    # What it shows

    @property
    def key(self) -> str | None:
        """The view under the cursor."""
        target = self.lines.target
        return target if isinstance(target, str) else None

    def follow(self, index: Index) -> None:
        """The timeline changed: the counts do too."""
        self.index = index
        self.views_changed()

    def views_changed(self) -> None:
        """Show the views as they are, then count them."""
        self._views = self.desk.views
        self._recalled = {key: recall(view.shown, self.index) for key, view in self.desk.views.items()}
        self.lay_out()
        self._count(self.index, self._recalled)

    def _look(self) -> None:
        if self.desk.changed():
            self.talent.with_desk(self.desk.reload, lambda _: self.views_changed())
        elif self.desk.views != self._views:  # read again on the way, when something else was kept
            self.views_changed()

    @work(thread=True, exclusive=True, group="counts")
    def _count(self, index: Index, recalled: Mapping[str, Recalled]) -> None:
        worker = get_current_worker()
        counts = {key: View(index, one.filters).shown for key, one in recalled.items() if not worker.is_cancelled}
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, counts)

    def _counted(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        if self.is_attached:
            self.lay_out()

    def lay_out(self) -> None:
        """A line for each view."""
        kept, before = self.key, self.lines.cursor
        width = self.lines.line_width
        views = self._views
        longest = max((cell_len(one_line(view.name)) for view in views.values()), default=0)
        room = min(longest, _NAME, width // 3)
        rows: list[tuple[Row, object | None]] = [
            (self._row(key, view, room, width), key) for key, view in views.items()
        ]
        if not rows:
            rows = _told(say("views.none"), "faint", width)
        if self.desk.trouble:
            rows += [([], None), *_told(one_line(self.desk.trouble), "warn", width)]
        head = spread(
            [Piece(f" {say('pane.views')} ", "strong"), Piece(f"{len(views)}" if views else "")],
            [Piece(f"{counted('event', len(self.index.events))} ")],
            width,
        )
        cursor = next((line for line, (_, key) in enumerate(rows) if kept and key == kept), min(before, len(rows) - 1))
        self.lines.fill(head, rows, cursor)
        self.footer.refresh()

    def _row(self, key: str, view: SavedView, room: int, width: int) -> Row:
        recalled = self._recalled.get(key, Recalled(view.shown.filters))
        count = str(self._counts[key]) if key in self._counts else say("views.counting")
        name = one_line(view.name)
        row: Row = [
            Piece(" * " if recalled.filters == self.now else "   ", "accent"),
            Piece(f"{count:>{len(str(len(self.index.events)))}}", "" if self._counts.get(key) else "faint"),
            Piece("  "),
            Piece(fit(name, room), "strong"),
            Piece("  "),
        ]
        for number, condition in enumerate(recalled.filters.conditions):
            style = "" if condition.enabled else "off"
            if isinstance(condition, Choice) and condition.excluded and condition.enabled:
                style = "struck"
            sign = "" if condition.enabled else "o "
            row += [Piece(", " if number else "", "faint")]
            row += [Piece(f"{sign}{one_line(condition_text(condition, self.index))}", style)]
        gone = ", ".join(map(one_line, recalled.gone))
        lost: Row = [Piece(f"  {say('views.gone', names=gone)} ", "warn")] if gone else []
        if cell_len(gone) > width // 2:
            lost = [Piece(fit(lost[0].text, width // 2), "warn")]
        return spread(row, lost, width)

    # Keys

    def why_not(self, action: Action) -> str | None:
        """What a view is needed for needs one under the cursor."""
        if action.id in ("open_view", "rename_view", "delete_view") and self.key is None:
            return say("not.view")
        if action.id == "undo_view" and not self.desk.can_undo:
            return say("not.undo")
        return say("not.filters") if action.id == "save_view" and not self.now.conditions else None

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A double click opens."""
        if event.times == 2 and event.line is not None and self.key is not None:
            self.do_open_view()

    def do_open_view(self) -> None:
        """Bring the view's filters back."""
        if self.key is not None:
            self.talent.open_view(self.key)

    def do_delete_view(self) -> None:
        """Drop the view, which can be undone."""
        key = self.key
        if key is not None:
            told = say("said.view.deleted", name=one_line(self._views[key].name))
            self.change_views(lambda: self.desk.delete(key), told)

    def do_undo_view(self) -> None:
        """Take the last change back."""
        self.change_views(self.desk.undo, say("said.view.undone"))

    def do_save_view(self) -> None:
        """Name the filters in force."""
        self.prompt.open("save_view", "")

    def do_rename_view(self) -> None:
        """Type another name."""
        key = self.key
        if key is not None:
            self._renaming = key
            self.prompt.open("rename_view", self._views[key].name)

    @property
    def _own(self) -> str | None:
        return self._renaming if self.prompt.purpose == "rename_view" else None

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Say whether the name is taken."""
        self.echo_name(event.text, self._own)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Keep the name."""
        if not self.may_be_named(event.text, self._own):
            return
        self._close_prompt()
        if event.purpose == "save_view":
            self.save_view(event.text, self.now)
        else:
            self.rename_view(self._renaming, event.text)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """As it was."""
        self._close_prompt()

    def _close_prompt(self) -> None:
        self.prompt.close()
        self.set_focus(self.lines)


def _told(text: str, style: str, width: int) -> list[tuple[Row, object | None]]:
    return [([Piece(f" {text[start:end]}", style)], None) for start, end in wrap(text, width - 2)]
