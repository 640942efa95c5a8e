"""The timeline in memory: facets, counts, search, filters that undo, careers.

An `Index` is built once from a `Timeline` and never changes; a `View` is what one set of `Filters` shows of it. This
room draws nothing and stores nothing: panes and commands read it.
"""

from talent_tui.index.careers import Movement, Stay, arrivals, career, departures
from talent_tui.index.facets import FACETS, Facet
from talent_tui.index.filters import Choice, Condition, Days, Filters, Words
from talent_tui.index.histogram import Bin, Unit, bins_of, histogram
from talent_tui.index.history import History
from talent_tui.index.index import Index, View
from talent_tui.index.placement import Place, place
from talent_tui.index.remembered import Recalled, Remembered, recall, remember
from talent_tui.index.search import fold

__all__ = [
    "FACETS", "Bin", "Choice", "Condition", "Days", "Facet", "Filters", "History", "Index", "Movement", "Place",
    "Recalled", "Remembered", "Stay", "Unit", "View", "Words", "arrivals", "bins_of", "career", "departures", "fold",
    "histogram", "place", "recall", "remember",
]  # fmt: skip
