"""Which panes of the browser show, by the size of the terminal and what a person has asked for."""

from typing import TYPE_CHECKING

from textual.widget import Widget

from talent_tui.index import Facet
from talent_tui.tui.facets import FacetPane

if TYPE_CHECKING:
    from talent_tui.tui.browser import BrowserScreen

COLUMNS: dict[str, tuple[Facet, ...]] = {
    "left": ("person", "type", "article"),
    "right": ("company", "status", "outlet"),
}
"""The facets on either side. The first has a place of its own where there is room for two."""

NARROW = 100
"""Columns below which only one side shows."""

TALL = 44
"""Lines from which on each side has room for two facets."""


def is_narrow(screen: "BrowserScreen") -> bool:
    """Whether only one side shows."""
    return screen.app.size.width < NARROW


def side_of(facet: Facet) -> str:
    """`left` or `right`."""
    return "left" if facet in COLUMNS["left"] else "right"


def choose(screen: "BrowserScreen", facet: Facet) -> None:
    """Let a facet be one of those that show."""
    side = side_of(facet)
    screen.side = side
    if facet == COLUMNS[side][0]:
        screen.upper[side] = facet
    elif screen.app.size.height >= TALL:
        screen.lower[side] = facet
    else:
        screen.upper[side] = screen.lower[side] = facet
    arrange(screen)


def arrange(screen: "BrowserScreen") -> None:
    """Show and hide panes. One that newly shows is given the view."""
    tall, narrow = screen.app.size.height >= TALL, is_narrow(screen)
    zoomed = screen.zoomed
    before = set(screen.query(FacetPane).filter(".on"))
    for side, facets in COLUMNS.items():
        first = facets[0]
        shown = {first, screen.lower[side]} if tall else {screen.upper[side]}
        for facet in facets:
            pane = screen.facet_pane(facet)
            on = facet in shown and zoomed in (None, pane)
            pane.share(facets if not tall else facets[1:], alone=not tall or facet != first)
            pane.set_class(tall and facet != first, "lower")
            pane.set_class(on, "on")
            pane.display = on
        column = screen.query_one(f"#{side}")
        own = isinstance(zoomed, FacetPane) and side_of(zoomed.facet) == side
        column.display = own or (zoomed is None and (not narrow or screen.side == side))
        column.set_class(own, "zoomed")
    screen.timeline.display = zoomed in (None, screen.timeline)
    screen.when.display = zoomed in (None, screen.when)
    screen.detail.display = zoomed in (None, screen.detail)
    screen.query_one("#panes").display = zoomed is None or zoomed not in (screen.when, screen.detail)
    for wide in (screen.when, screen.detail):
        wide.set_class(wide is zoomed, "zoomed")
    for pane in screen.query(FacetPane).filter(".on"):
        if pane not in before:
            screen.show_facet(pane)
    focused = screen.focused
    if focused is not None and not (focused.display and all(node.display for node in focused.ancestors_with_self)):
        screen.set_focus(zoomed or screen.timeline)


def panes_in_order(screen: "BrowserScreen") -> list[Widget]:
    """The panes that show, in the order in which `tab` goes through them."""
    sides: dict[str, list[Widget]] = {}
    for side, facets in COLUMNS.items():
        shown = screen.query_one(f"#{side}").display
        sides[side] = [pane for pane in map(screen.facet_pane, facets) if shown and pane.display]
    panes = [*sides["left"], screen.timeline, *sides["right"], screen.detail, screen.when, screen.crumbs]
    return [pane for pane in panes if pane.display]
