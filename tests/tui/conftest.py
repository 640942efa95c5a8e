"""What tests of the app share."""

from collections.abc import Iterator

import pytest

from talent_tui.tui import strings, wording
from talent_tui.tui.chinese import CHINESE


@pytest.fixture
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app in Chinese."""
    kept = (wording.words_of, wording.status_cells, wording.type_cells)
    monkeypatch.setattr(strings, "_catalogue", CHINESE)
    for one in kept:
        one.cache_clear()
    yield
    monkeypatch.undo()
    for one in kept:
        one.cache_clear()
