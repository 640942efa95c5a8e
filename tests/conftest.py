"""What tests in several folders share."""

import os
from pathlib import Path

import pytest

os.environ["TALENT_TUI_LANG"] = "en"  # what tests read does not depend on whose machine they run on


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, cache and settings in a folder of the test's own."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name))
