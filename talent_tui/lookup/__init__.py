"""What a person types at a lookup, read against a timeline: names, times, words, and what may have been meant.

Reads the index alone. What needs more (times in words, the other script) is handed in as a function, so that nothing
heavy is imported where plain forms do.
"""

from talent_tui.lookup.names import Named, close_names, named
from talent_tui.lookup.query import Found, Query, ReadDays, find
from talent_tui.lookup.times import Days, plain_days

__all__ = ["Days", "Found", "Named", "Query", "ReadDays", "close_names", "find", "named", "plain_days"]
