"""Who is known to lead what: `leaders.toml`."""

from functools import cache

from talent_tui.lexicon.tables import load


@cache
def leaders() -> dict[str, str]:
    """Ids of people to ids of the organisations that they lead."""
    return load("leaders", dict[str, str])
