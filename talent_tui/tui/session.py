"""How the app is left, and how it comes back: filters, panes, the place in each of them, marks, theme.

A session is taken down every few seconds and when a person leaves, if anything has changed; so little is lost even when
the terminal is closed. Nothing of it is trusted when it comes back: a pane, an event or a theme that is not there any
more is passed over.
"""

from typing import TYPE_CHECKING, Final

import msgspec
from textual.widget import Widget

from talent_tui.desk import Session
from talent_tui.index import FACETS, Facet, History, recall, remember
from talent_tui.tui.facets import ORDERS
from talent_tui.tui.layout import COLUMNS
from talent_tui.tui.theme import CYCLE

if TYPE_CHECKING:
    from talent_tui.tui.browser import BrowserScreen

KEEP_EVERY: Final = 3.0
"""Seconds between two looks whether there is something to take down."""


class Keeper:
    """Knows whether the session has to be taken down.

    One that started afresh while another is kept does not take that one's place by mere moving about: only by a deed
    (filters, marks, folding, layout, zoom, theme).
    """

    def __init__(self, *, waits_for_a_deed: bool) -> None:
        """Nothing is due before `begin`."""
        self._waits = waits_for_a_deed
        self._last: Session | None = None

    def begin(self, session: Session) -> None:
        """What the app shows at first; this is no news."""
        self._last = session

    def is_due(self, session: Session) -> bool:
        """Whether `session` says something new."""
        if self._last is None or session == self._last:
            return False
        return not self._waits or _deeds(session) != _deeds(self._last)

    def kept(self, session: Session) -> None:
        """`session` is on the disk."""
        self._last = session
        self._waits = False


def _deeds(session: Session) -> Session:
    """What of a session is more than moving about."""
    return msgspec.structs.replace(session, event=None, pane="", day=None)


def take(browser: "BrowserScreen", theme: str) -> Session:
    """The session as it is now. What is being typed is not part of it yet."""
    chart = browser.when.zoomed_to
    return Session(
        shown=remember(browser.settled, browser.index),
        event=browser.event.id if browser.event is not None else None,
        pane=_name(browser, browser.focused) or "timeline",
        zoomed=_name(browser, browser.zoomed),
        side=browser.side,
        upper=dict(browser.upper),
        lower=dict(browser.lower),
        unit=chart[0] if chart is not None else None,
        day=chart[1] if chart is not None else None,
        folded=browser.timeline.folded,
        marked=tuple(sorted(browser.timeline.marked)),
        orders={facet: order for facet in FACETS if (order := browser.facet_pane(facet).order) != ORDERS[0]},
        theme=theme,
    )


def put_back(browser: "BrowserScreen", session: Session) -> tuple[str, ...]:
    """Make the browser what it was, before it first shows anything; undoing leads to no filters at all.

    Returns the names of what was filtered by and is not in the timeline any more.
    """
    recalled = recall(session.shown, browser.index)
    browser.history = History()
    browser.history.go(recalled.filters)
    if session.side in COLUMNS:
        browser.side = session.side
    for now, then in ((browser.upper, session.upper), (browser.lower, session.lower)):
        now.update({side: facet for side, facet in then.items() if facet in COLUMNS.get(side, ())})
    for side, facets in COLUMNS.items():
        if browser.lower[side] == facets[0]:
            browser.lower[side] = facets[1]
    for facet, order in session.orders.items():
        if facet in FACETS and order in ORDERS:
            browser.facet_pane(_facet(facet)).order = order
    if session.unit is not None:
        browser.when.zoom_to(session.unit, session.day)
    browser.timeline.folded = session.folded
    positions = (browser.index.position(ident) for ident in session.marked)
    browser.timeline.marked = {browser.index.events[at].id for at in positions if at is not None}
    browser.zoomed = _panes(browser).get(session.zoomed or "")
    return recalled.gone


def focus(browser: "BrowserScreen", session: Session) -> None:
    """Go to the pane where the keyboard was, if it shows."""
    pane = _panes(browser).get(session.pane)
    if pane is browser.crumbs and not browser.history.now.conditions:
        return
    if pane is not None and pane in browser.next_panes():
        browser.set_focus(pane)


def theme_of(session: Session | None, otherwise: str) -> str:
    """The theme that was chosen."""
    return session.theme if session is not None and session.theme in CYCLE else otherwise


def _facet(name: str) -> Facet:
    return FACETS[[str(facet) for facet in FACETS].index(name)]


def _panes(browser: "BrowserScreen") -> dict[str, Widget]:
    panes: list[Widget] = [browser.timeline, browser.detail, browser.when, browser.crumbs]
    panes += [browser.facet_pane(facet) for facet in FACETS]
    return {pane.id or "": pane for pane in panes}


def _name(browser: "BrowserScreen", widget: Widget | None) -> str | None:
    return next((name for name, pane in _panes(browser).items() if pane is widget), None)
