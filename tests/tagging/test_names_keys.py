"""Names on whole articles with answer keys: our own fixtures, and real ones where they lie beside the checkout."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from talent_tui import reading
from talent_tui.lexicon.names import NameLexicon, default_names
from talent_tui.tagging.names.articles import names_of_article
from tests.quality.accounts import FIXTURES, fold_all, tie

REAL = Path(os.environ.get("TALENT_TUI_KEYS", "") or "/nonexistent")
MOST_LOST = 0.08
"""What the figures may lose without the lexicon's people and firms."""


class Score(NamedTuple):
    """F1 of people and of organisations over all articles."""

    people: float
    companies: float


def score(keys: Path, articles: Path, lexicon: NameLexicon) -> Score:
    counts = {"people": [0, 0, 0], "companies": [0, 0, 0]}
    for path in sorted(keys.glob("*.json")):
        key: Any = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(key, dict) or "people" not in key:
            continue
        file = articles / key["article"]
        article = reading.read(reading.Source(str(file), file.read_bytes()))
        found = names_of_article(article, reading.clean(article), lexicon)
        for kind, entries in (("people", found.people), ("companies", found.companies)):
            wanted = {entry["id"]: fold_all([entry["name"], *entry["aliases"]]) for entry in key[kind]}
            told = {entry.id: fold_all([entry.name, *entry.aliases]) for entry in entries}
            for at, number in enumerate((len(tie(told, wanted)), len(told), len(wanted))):
                counts[kind][at] += number
    return Score(*(2 * hits / (told + wanted) for hits, told, wanted in counts.values()))


def test_our_own_articles() -> None:
    got = score(FIXTURES / "keys", FIXTURES / "articles", default_names())
    assert got.people >= 0.96
    assert got.companies >= 0.92


def test_without_people_and_firms_in_the_lexicon() -> None:
    full = score(FIXTURES / "keys", FIXTURES / "articles", default_names())
    bare = score(FIXTURES / "keys", FIXTURES / "articles", default_names().emptied())
    assert full.people - bare.people < MOST_LOST
    assert full.companies - bare.companies < MOST_LOST


@pytest.mark.skipif(not (REAL / "gold").is_dir(), reason="TALENT_TUI_KEYS names no folder with answer keys")
def test_real_articles() -> None:
    full = score(REAL / "gold", REAL / "articles", default_names())
    bare = score(REAL / "gold", REAL / "articles", default_names().emptied())
    assert full.people >= 0.96
    assert full.companies >= 0.92
    assert full.people - bare.people < MOST_LOST
    assert full.companies - bare.companies < MOST_LOST
