"""Going about: from pane to pane, to a value or an event by name, into articles, people and firms, and copying."""

from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from talent_tui.index import Facet, Index, bits
from talent_tui.model import Event, Evidence
from talent_tui.tui.actions import Action
from talent_tui.tui.facets import FacetPane
from talent_tui.tui.layout import arrange, choose
from talent_tui.tui.strings import say

if TYPE_CHECKING:
    from talent_tui.tui.browser import BrowserScreen


CORRECTING = ("verify", "wrong", "correct")
"""What changes the event under the cursor."""


class Navigation:
    """The part of the browser that goes places; it changes no filter but to show what is asked for."""

    @property
    def _browser(self) -> "BrowserScreen":
        return cast("BrowserScreen", self)

    # From pane to pane

    def _step(self, step: int) -> None:
        panes = self._browser.next_panes()
        focused = self._browser.focused
        at = panes.index(focused) if focused in panes else 0
        self._browser.set_focus(panes[(at + step) % len(panes)])

    def do_next_pane(self) -> None:
        """The next pane."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """The pane before."""
        self._step(-1)

    def do_left(self) -> None:
        """The pane on the left."""
        self._sideways(-1)

    def do_right(self) -> None:
        """The pane on the right."""
        self._sideways(1)

    def _sideways(self, step: int) -> None:
        browser = self._browser
        row: list[Widget] = [*self._column("left"), browser.timeline, *self._column("right")]
        at = row.index(browser.focused) if browser.focused in row else row.index(browser.timeline)
        current = row[at]
        while 0 <= at + step < len(row):
            at += step
            if row[at].parent is not current.parent or row[at] is browser.timeline:
                browser.set_focus(row[at])
                return

    def _column(self, side: str) -> list[Widget]:
        column = self._browser.query_one(f"#{side}")
        return [pane for pane in column.children if pane.display] if column.display else []

    def go_to_facet(self, facet: Facet) -> None:
        """Go to the pane of a facet; show it if it is hidden."""
        browser = self._browser
        browser.zoomed = None
        choose(browser, facet)
        browser.set_focus(browser.facet_pane(facet))

    def do_person(self) -> None:
        """People."""
        self.go_to_facet("person")

    def do_company(self) -> None:
        """Companies."""
        self.go_to_facet("company")

    def do_type(self) -> None:
        """Types of events."""
        self.go_to_facet("type")

    def do_status(self) -> None:
        """Statuses."""
        self.go_to_facet("status")

    def do_outlet(self) -> None:
        """Outlets."""
        self.go_to_facet("outlet")

    def do_article(self) -> None:
        """Articles."""
        self.go_to_facet("article")

    def _go_to_pane(self, pane: Widget) -> None:
        if self._browser.zoomed is not None:
            self._browser.zoomed = None
            arrange(self._browser)
        self._browser.set_focus(pane)

    def do_when(self) -> None:
        """The chart."""
        self._go_to_pane(self._browser.when)

    def do_crumbs(self) -> None:
        """The row of filters."""
        self._go_to_pane(self._browser.crumbs)

    def do_timeline(self) -> None:
        """The timeline."""
        self._go_to_pane(self._browser.timeline)

    def do_detail(self) -> None:
        """The event in full."""
        self._go_to_pane(self._browser.detail)

    def do_zoom(self) -> None:
        """The whole screen for one pane, or back."""
        browser = self._browser
        browser.zoomed = browser.focused if browser.zoomed is None else None
        if browser.zoomed is browser.crumbs:
            browser.zoomed = None
        arrange(browser)

    def do_fold(self) -> None:
        """Fold what has no date, or unfold it."""
        self._browser.timeline.fold()
        self._browser.show_event()

    def do_mark(self) -> None:
        """Mark the event and go on to the next."""
        timeline = self._browser.timeline
        if timeline.event is not None:
            timeline.marked ^= {timeline.event.id}
            timeline.refresh()
            timeline.action_cursor(1)

    # To an event

    def show(self, event_id: str) -> None:
        """Put the timeline's cursor on an event; filters that hide it are cleared, which can be undone."""
        browser = self._browser
        if not browser.timeline.go_to(event_id):
            browser.history.go(browser.with_cleared())
            browser.show_view(keep=event_id)
            browser.footer.tell(say("said.hidden"))
        browser.show_event()
        self.do_timeline()

    def do_next_match(self) -> None:
        """The next event that matches the search."""
        self._match(1)

    def do_previous_match(self) -> None:
        """The match before."""
        self._match(-1)

    def _match(self, step: int) -> None:
        browser = self._browser
        words, at = browser.has_search, browser.timeline.position
        if words is None or at is None:
            return
        found = browser.index.matching(words) & browser.view.bits
        matches = bits.positions(found, len(browser.index.events))
        beyond = [p for p in matches if (p > at if step > 0 else p < at)]
        if not beyond:
            browser.footer.tell(say("not.more"))
            return
        browser.timeline.go_to(browser.index.events[beyond[0] if step > 0 else beyond[-1]].id)
        browser.show_event()

    # Into people, firms and articles

    def do_open_value(self) -> None:
        """The view of a person or a company; for another value, its events."""
        pane = self._browser.focused
        if isinstance(pane, FacetPane) and pane.value is not None:
            if pane.facet in ("person", "company"):
                self._browser.talent.open_entity(pane.facet, pane.value)
            elif pane.facet == "article":
                self._browser.talent.open_article(pane.value)
            else:
                self._browser.do_toggle()

    def do_read(self) -> None:
        """The article at the place of the source under the cursor."""
        source = self.source
        if source is not None and self._browser.event is not None:
            self._browser.talent.open_article(source.article, self._browser.event.id, source.start)

    def do_edit(self) -> None:
        """The article in an editor."""
        source = self.source
        if source is not None:
            self._browser.talent.edit(source.article, source.start)

    @property
    def source(self) -> Evidence | None:
        """The source under the cursor of the detail, else the event's first."""
        browser = self._browser
        if browser.focused is browser.detail:
            return browser.detail.source
        event = browser.event
        return event.sources[0] if event is not None and event.sources else None

    def to_copy(self) -> tuple[list[tuple[Event, Evidence]], Index]:
        """The marked events, else the one under the cursor with the source that is shown."""
        browser = self._browser
        marked = [e for e in browser.index.events if e.id in browser.timeline.marked]
        chosen = [(e, e.sources[0]) for e in marked if e.sources]
        source, event = self.source, browser.event
        if not chosen and event is not None and source is not None:
            chosen = [(event, source)]
        return chosen, browser.index

    def do_jump(self) -> None:
        """To anything by name."""
        self._browser.talent.open_jump(with_actions=False)

    def do_palette(self) -> None:
        """Anything by name."""
        self._browser.talent.open_jump(with_actions=True)


def why_not(browser: "BrowserScreen", action: Action) -> str | None:
    """Why an action of the browser is not to be had here and now, None if it is."""
    now = browser.history.now
    pane = browser.focused
    facet = pane if isinstance(pane, FacetPane) else None
    reasons: dict[str, tuple[bool, str]] = {
        "undo": (browser.history.can_undo, "not.undo"),
        "redo": (browser.history.can_redo, "not.redo"),
        "save_view": (bool(now.conditions), "not.filters"),
        "clear": (any(not c.pinned for c in now.conditions), "not.filters"),
        "back": (
            any(not c.pinned for c in now.conditions)
            or pane is not browser.timeline
            or browser.zoomed is not None
            or browser.is_working,
            "not.back",
        ),
        "next_match": (now.words is not None, "not.search"),
        "previous_match": (now.words is not None, "not.search"),
        "fold": (browser.timeline.has_undated, "not.undated"),
    }  # fmt: skip
    for name in ("toggle", "exclude", "open_value"):
        reasons[name] = (facet is not None and facet.value is not None, "not.value")
    chosen = len(now.values(facet.facet, excluded=False)) if facet is not None else 0
    reasons["together"] = (
        facet is not None and (chosen > 1 or facet.facet in now.together),
        "not.chosen",
    )  # fmt: skip
    for name in ("switch", "turn", "pin", "remove"):
        reasons[name] = (browser.crumbs.condition is not None, "not.filters")
    for name in ("only", "span", "zoom_in", "zoom_out"):
        reasons[name] = (bool(browser.when.bins), "not.histogram")
    has_event = browser.event is not None
    for name in ("detail", "mark", "read", "copy", "copy_markdown", "copy_fact", "edit", "publication", *CORRECTING):
        reasons[name] = (has_event, "not.event")
    if browser.is_working:
        reasons |= dict.fromkeys(("add", "publication", "take_back", *CORRECTING), (False, "not.idle"))
    possible, key = reasons.get(action.id, (True, ""))
    return None if possible else say(key)
