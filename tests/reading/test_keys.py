"""Real damaged articles, where their keys lie beside the checkout (TALENT_TUI_KEYS)."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from talent_tui.reading import Source, clean, read

KEYS = Path(os.environ.get("TALENT_TUI_KEYS", "") or "/nonexistent")
pytestmark = pytest.mark.skipif(not (KEYS / "gold").is_dir(), reason="TALENT_TUI_KEYS names no folder with answer keys")


def cases() -> list[dict[str, Any]]:
    path = KEYS / "gold" / "garbled.json"
    return json.loads(path.read_text()) if path.is_file() else []


def source(name: str) -> Source:
    return Source(name, (KEYS / "articles" / name).read_bytes())


def test_every_leaked_reading_goes() -> None:
    total = 0
    for case in cases():
        if "pinyin inserted" in case["note"]:
            article = read(source(case["file"]))
            result = clean(article)
            stored = list(zip(result.starts or (), result.ends or (), strict=True))
            for start in case["starts"]:
                run = (start, start + len(case["garbled"]))
                assert article.text[slice(*run)] == case["garbled"]
                # One that stands inside a shifted run is blocked with it.
                blocked = [result.stored(*span) for span in result.blocked]
                assert run in stored or any(span.start <= start < span.end for span in blocked)
                total += 1
    assert total == 142


def test_shifted_runs_are_blocked() -> None:
    for case in cases():
        if "start" in case and "starts" not in case and len(case["garbled"]) > 5 and "!\n" not in case["garbled"]:
            article = read(source(case["file"]))
            result = clean(article)
            runs = [result.stored(*blocked) for blocked in result.blocked]
            place = case["start"] + len(case["garbled"]) // 2
            assert any(run.start <= place < run.end for run in runs), case["garbled"]
            assert all(run.end - run.start < 60 for run in runs if run.start <= place < run.end)


def test_nothing_is_found_in_clean_articles() -> None:
    seen = 0
    for path in sorted((KEYS / "articles").glob("*.txt")):
        if not path.name.startswith(("001", "004")):
            kinds = {repair.kind for repair in read(source(path.name)).repairs}
            assert kinds <= {"look-alike", "width"}
            seen += 1
    assert seen >= 5
