"""Events to text that others read: programs (JSON, JSON lines, CSV) and people (Markdown). Prints nothing itself."""

from collections.abc import Callable
from typing import Final

from talent_tui.export.cards import card_of_firm, card_of_person
from talent_tui.export.citations import STYLES
from talent_tui.export.csv import to_csv
from talent_tui.export.html import to_html
from talent_tui.export.json import to_json, to_jsonl
from talent_tui.export.markdown import to_markdown
from talent_tui.export.subset import subset
from talent_tui.model import Timeline

FORMATS: Final[dict[str, Callable[[Timeline], bytes]]] = {
    "json": to_json,
    "jsonl": to_jsonl,
    "csv": to_csv,
    "markdown": to_markdown,
    "html": to_html,
}
"""Each format's name and what writes it, as UTF-8."""

__all__ = [
    "FORMATS", "STYLES", "card_of_firm", "card_of_person", "subset", "to_csv", "to_html", "to_json", "to_jsonl",
    "to_markdown",
]  # fmt: skip
