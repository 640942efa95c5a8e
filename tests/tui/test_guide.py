"""The guide tells the keys that the app has, and shows pictures that are there."""

import re
from pathlib import Path

import pytest

from talent_tui.tui.help import key_table

DOCS = Path(__file__).parents[2] / "docs"

pytestmark = pytest.mark.skipif(not (DOCS / "guide.md").exists(), reason="the guide is not in this distribution")


def test_the_guide_has_all_keys() -> None:
    assert key_table() in (DOCS / "guide.md").read_text(encoding="utf-8"), "run: make pictures"


def test_every_picture_of_the_guide_is_there() -> None:
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", (DOCS / "guide.md").read_text(encoding="utf-8"))
    assert len(pictures) > 5
    assert all((DOCS / picture).exists() for picture in pictures)
