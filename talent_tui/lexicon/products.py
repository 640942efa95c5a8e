"""Who makes what: `products.toml`."""

import re
from functools import cache

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.tables import load


@cache
def _products() -> tuple[re.Pattern[str], dict[str, str]]:
    table = load("products", dict[str, str])
    names = any_of(table)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{names})(?![A-Za-z])"), table


def makers(text: str) -> list[str]:
    """Ids of the makers of the products named in a text, in order, with repeats."""
    pattern, table = _products()
    return [table[m.group()] for m in pattern.finditer(text)]
