"""The few signs that the app draws, each one cell wide.

Some terminals set up for Chinese draw characters of "ambiguous" width (Unicode TR 11) over two cells. The signs used in
aligned columns are none of these. The others, which decorate (bars, rules, arrows), have a plain twin: set
`TALENT_TUI_SIGNS=plain` to get those.
"""

import os
from typing import NamedTuple

from talent_tui.model import Status

STATUS: dict[Status, str] = {
    "confirmed": "\N{CHECK MARK}",
    "reported": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "rumoured": "?",
    "planned": "+",
    "denied": "\N{BALLOT X}",
}
"""One sign a status, of unambiguous width, always shown beside the word."""


class Signs(NamedTuple):
    """Signs that decorate."""

    arrow: str
    dash: str
    rule: str
    bar: str
    hatch: str
    trace: str
    margin: str
    columns: str


RICH = Signs("→", "–", "─", "▁▂▃▄▅▆▇█", "░", ".", "▌", "│")
PLAIN = Signs("->", "-", "-", "_.::++##", "'", ".", "|", "|")


def signs() -> Signs:
    """The signs that the environment asks for."""
    return PLAIN if os.environ.get("TALENT_TUI_SIGNS", "").strip().lower() == "plain" else RICH


SIGNS = signs()
