"""The browser: the screen that owns the one state of filters, of which all its panes are functions."""

import gc
from collections.abc import Callable, Iterator
from functools import cached_property

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import Reactive
from textual.widget import Widget

from talent_tui.desk import Session
from talent_tui.index import FACETS, Facet, Filters, History, Index, View, Words
from talent_tui.model import Event
from talent_tui.tui import actions, navigation
from talent_tui.tui.actions import Action, Place
from talent_tui.tui.crumbs import CrumbBar
from talent_tui.tui.detail import DetailPane
from talent_tui.tui.entry import Entry
from talent_tui.tui.facets import FacetPane
from talent_tui.tui.footer import Footer
from talent_tui.tui.frames import Frames
from talent_tui.tui.keeping import SavedViews
from talent_tui.tui.layout import COLUMNS, NARROW, TALL, arrange, panes_in_order
from talent_tui.tui.lines import LineView
from talent_tui.tui.naming import NamingScreen
from talent_tui.tui.prompt import Prompt
from talent_tui.tui.review import Review
from talent_tui.tui.strings import say
from talent_tui.tui.timeline import TimelinePane
from talent_tui.tui.when import WhenPane

_WIDTHS = [(0, "-narrow"), (NARROW, "-medium"), (150, "-wide")]
_HEIGHTS = [(0, "-short"), (32, "-middling"), (TALL, "-tall")]
LARGE = 5000
"""Events from which on counts and the chart are worked out in a thread, after the first rows show."""
_PLACES: tuple[tuple[type[Widget], Place], ...] = (
    (FacetPane, "facet"), (TimelinePane, "timeline"), (DetailPane, "detail"), (WhenPane, "when"), (CrumbBar, "crumbs"),
)  # fmt: skip


class BrowserScreen(navigation.Navigation, Review, Entry, SavedViews, NamingScreen):
    """People | timeline | companies, time above, the event below."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS = actions.bindings("facet", "timeline", "detail", "when", "crumbs")
    AUTO_FOCUS = "#timeline"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As any screen has it, but that panes paint themselves when they are gone to or left, and nothing else changes."""

    def __init__(self, index: Index, before: Session | None = None) -> None:
        """Browse `index`, at first as in the session `before`."""
        super().__init__()
        self.index = index
        self._session = before
        self.history = History()
        self.view: View = index.view(self.history.now)
        self.side = "left"
        self.upper: dict[str, Facet] = {"left": "person", "right": "company"}
        self.lower: dict[str, Facet] = {"left": "type", "right": "status"}
        self.zoomed: Widget | None = None
        self.frames = Frames(self)
        self.is_shown = False
        """Whether it can take keys: before, they wait."""
        self.warming: Index | None = None
        self.warmed: Index | None = None

    def compose(self) -> ComposeResult:
        """All panes; which of them show is a matter of layout."""
        keys = {action.id: action.shown for action in actions.ACTIONS}
        facet_keys: dict[Facet, str] = {facet: keys[facet] for facet in FACETS}
        yield CrumbBar(name="crumbs")
        yield Prompt()
        yield WhenPane(name="when")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                for facet in COLUMNS["left"]:
                    yield FacetPane(facet, COLUMNS["left"], facet_keys, name=f"facet-{facet}")
            yield TimelinePane(name="timeline")
            with Vertical(id="right"):
                for facet in COLUMNS["right"]:
                    yield FacetPane(facet, COLUMNS["right"], facet_keys, name=f"facet-{facet}")
        yield DetailPane(name="detail")
        yield Footer(self.place, self.why_not)

    def on_mount(self) -> None:
        """Show everything, or what was shown the last time."""
        self.bring_back(self._session)

    def show_first(self, event: str | None) -> None:
        """Show the filters as they are, with the cursor on an event."""
        arrange(self)  # panes of facets are given their counts as they are laid out
        self._show_rows(event)
        if self._is_ready:
            self.when.show(self.view)
        self.show_event()
        self.is_shown = True

    def on_resize(self) -> None:
        """The layout follows the size of the terminal."""
        arrange(self)

    # The panes

    @cached_property
    def timeline(self) -> TimelinePane:
        """The pane in the middle."""
        return self.query_one(TimelinePane)

    @cached_property
    def detail(self) -> DetailPane:
        """The pane below."""
        return self.query_one(DetailPane)

    @cached_property
    def when(self) -> WhenPane:
        """The chart above."""
        return self.query_one(WhenPane)

    @cached_property
    def crumbs(self) -> CrumbBar:
        """The row of filters."""
        return self.query_one(CrumbBar)

    def facet_pane(self, facet: Facet) -> FacetPane:
        """The pane of a facet, shown or not."""
        return self.query_one(f"#facet-{facet}", FacetPane)

    def place(self) -> Place:
        """Where the keyboard is."""
        for kind, place in _PLACES:
            if isinstance(self.focused, kind):
                return place
        return "timeline"

    @property
    def event(self) -> Event | None:
        """The event under the timeline's cursor."""
        return self.timeline.event

    # The state

    def show_view(self, keep: str | None = None) -> None:
        """Make every pane show the filters as they are; the timeline's cursor goes to the event `keep`.

        Of a large timeline the rows come first, and each of the other panes with a frame of its own.
        """
        self._show_rows(keep)
        self._go_on_with(self._show_around())

    def show_found(self, query: str, then: Callable[[], None]) -> None:
        """The same while a search is being typed, which takes frames of its own; `then` follows the rows."""
        self._go_on_with(self._find(query, then))

    def _find(self, query: str, then: Callable[[], None]) -> Iterator[None]:
        yield from self.index.searching(query)
        self._show_rows(None)
        then()
        yield
        yield from self._show_around()

    def _go_on_with(self, work: Iterator[None]) -> None:
        self.frames.put(work)
        if len(self.index.events) < LARGE:
            self.frames.catch_up()

    def _show_rows(self, keep: str | None) -> None:
        self.view = self.index.view(self.history.now)
        self.crumbs.show(self.view)
        self.timeline.show(self.view, keep)

    def _show_around(self) -> Iterator[None]:
        for pane in sorted(self.shown_facets(), key=lambda pane: not pane.has_focus):
            self.show_facet(pane)
            yield
        self.show_event()
        yield
        if self._is_ready:
            self.when.show(self.view)

    @property
    def _is_ready(self) -> bool:
        """Whether all is worked out that panes need but the timeline, or takes no time worth a thought."""
        return self.warmed is self.index or len(self.index.events) < LARGE

    def show_facet(self, pane: FacetPane) -> None:
        """Give a pane its counts; of a large timeline once they are worked out, for rows should show first."""
        if self._is_ready:
            pane.show(self.view)
        elif self.warming is not self.index:
            self.warming = self.index
            self.call_after_refresh(self._warm, self.index)

    @work(thread=True, group="warm")
    def _warm(self, index: Index) -> None:
        from talent_tui.tui.jump import names_of

        index.warm()
        names_of(index)
        self.app.call_from_thread(self._warmed, index)

    def _warmed(self, index: Index) -> None:
        self.warmed = index
        gc.freeze()  # what was worked out stays, like the timeline itself
        if index is self.index:
            self.frames.put(self._show_around())

    def shown_facets(self) -> Iterator[FacetPane]:
        """The facet panes that can be seen; the others need no counts."""
        return (pane for pane in self.query(FacetPane) if pane.display)

    def show_event(self) -> None:
        """Show the event under the cursor in full."""
        self.detail.show(self.event, self.index)
        self.footer.refresh()

    def go(self, filters: Filters) -> None:
        """Filter by `filters`, as a step that can be undone."""
        if self.history.go(filters):
            self.show_view()

    def adopt(self, index: Index) -> None:
        """Browse another index with the same filters, at the same event."""
        self.index = index
        self.show_view()

    # Keys

    def do(self, action: Action) -> bool:
        """Do an action; then other keys may be had."""
        self.frames.catch_up()
        done = super().do(action)
        if done:
            self.footer.refresh()
        return done

    def do_undo(self) -> None:
        """Undo the last change of filters."""
        if self.history.undo() is not None:
            self.show_view()
            self.footer.tell(say("said.undone"))

    def do_redo(self) -> None:
        """Do again what was undone."""
        if self.history.redo() is not None:
            self.show_view()
            self.footer.tell(say("said.redone"))

    def do_clear(self) -> None:
        """Drop all filters that are not pinned."""
        self.go(self.history.now.cleared())
        self.footer.tell(say("said.cleared"))

    def do_back(self) -> None:
        """One step back: out of what is begun, out of a pane, out of the newest filter."""
        if self.is_working:
            self.stop_reading()
        elif self.when.begun is not None:
            self.when.begun = None
            self.when.refresh()
        elif self.zoomed is not None:
            self.do_zoom()
        elif self.focused is not self.timeline:
            self.set_focus(self.timeline)
        else:
            self.go(self.history.now.shortened())

    # Facets

    def _facet(self) -> FacetPane | None:
        return self.focused if isinstance(self.focused, FacetPane) else None

    def on_facet_pane_toggle(self, event: FacetPane.Toggle) -> None:
        """A value was clicked."""
        self.go(self.history.now.toggled(event.facet, event.value, excluded=event.excluded))

    def on_facet_pane_switch(self, event: FacetPane.Switch) -> None:
        """Another facet was asked for."""
        self.go_to_facet(event.facet)

    def do_toggle(self) -> None:
        """Ask for the value under the cursor."""
        self._toggle(excluded=False)

    def do_exclude(self) -> None:
        """Rule it out."""
        self._toggle(excluded=True)

    def _toggle(self, *, excluded: bool) -> None:
        pane = self._facet()
        if pane is not None and pane.value is not None:
            self.go(self.history.now.toggled(pane.facet, pane.value, excluded=excluded))

    def do_together(self) -> None:
        """Ask for all chosen values in one event, or for any."""
        pane = self._facet()
        if pane is not None:
            self.go(self.history.now.together_toggled(pane.facet))

    def do_order(self) -> None:
        """By number of events or by name."""
        pane = self._facet()
        if pane is not None:
            pane.reorder()

    # Time

    def on_when_pane_chosen(self, event: WhenPane.Chosen) -> None:
        """A period was clicked; the same again drops it."""
        now = self.history.now
        days = now.days
        same = days is not None and days.enabled and (days.start, days.end) == (event.start, event.end)
        self.go(now.dated(None, None) if same else now.dated(event.start, event.end))

    def do_only(self) -> None:
        """Keep to the period under the cursor, or to the range that was begun."""
        chosen = self.when.chosen
        if chosen is not None:
            self.when.begun = None
            self.on_when_pane_chosen(WhenPane.Chosen(*chosen))

    def do_span(self) -> None:
        """Begin a range, or end it."""
        if self.when.begun is None:
            self.when.begun = self.when.cursor
            self.when.refresh()
            self.footer.tell(say("said.range"))
        else:
            self.do_only()

    def do_zoom_in(self) -> None:
        """To finer periods."""
        if not self.when.zoom(1):
            self.footer.tell(say("not.zoom.in"))

    def do_zoom_out(self) -> None:
        """To coarser periods."""
        if not self.when.zoom(-1):
            self.footer.tell(say("not.zoom.out"))

    # The row of filters

    def on_crumb_bar_switch(self, event: CrumbBar.Switch) -> None:
        """A filter was clicked."""
        self.go(self.history.now.switched(event.condition))

    def on_crumb_bar_asked(self, event: CrumbBar.Asked) -> None:
        """All that can be done, for the mouse."""
        self.do_palette()

    def _on_crumb(self, change: str) -> None:
        condition = self.crumbs.condition
        if condition is not None:
            self.go(getattr(self.history.now, change)(condition))

    def do_switch(self) -> None:
        """Off, or on again."""
        self._on_crumb("switched")

    def do_pin(self) -> None:
        """Pin it, or not."""
        self._on_crumb("pinned")

    def do_remove(self) -> None:
        """Drop it."""
        self._on_crumb("without")

    def do_turn(self) -> None:
        """Exclude instead of asking for, and back."""
        self._on_crumb("turned")

    # The lists

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        """The detail follows the timeline."""
        self.footer.hush()
        if event.view is self.timeline:
            self.show_event()

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A double click goes in."""
        if event.times == 2 and event.line is not None:
            if event.view is self.detail:
                self.do_read()
            elif event.view is self.timeline:
                self.do_detail()

    def on_descendant_focus(self) -> None:
        """What can be done depends on the pane."""
        self.footer.refresh()

    def next_panes(self) -> list[Widget]:
        """The panes that can be gone to, in the order of `tab`."""
        return panes_in_order(self)

    def why_not(self, action: Action) -> str | None:
        """Why an action is not to be had here and now, None if it is."""
        return navigation.why_not(self, action)

    @property
    def has_search(self) -> Words | None:
        """The search, be it switched off."""
        return self.history.now.words

    def with_cleared(self) -> Filters:
        """No conditions at all, pinned ones switched off."""
        now = self.history.now.cleared()
        return msgspec.structs.replace(
            now, conditions=tuple(msgspec.structs.replace(c, enabled=False) for c in now.conditions)
        )
