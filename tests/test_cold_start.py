"""What opening, looking up and exporting must not import: everything that only reading articles needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from talent_tui.workspace import Workspace
from tests.factories import make_event, make_record

BANNED = (
    "jieba", "dateparser", "opencc", "pypinyin", "lxml", "trafilatura", "numpy", "onnxruntime", "ahocorasick_rs",
    "charset_normalizer",
)  # fmt: skip

_REPORT = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.__stderr__))
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.json"
    from talent_tui.store import TimelineStore

    TimelineStore(path).change([make_record(make_event("join", ["Ines Holm"], None, "Brightmere"))])
    return path


def modules_after(code: str, tmp_path: Path) -> set[str]:
    """The top-level modules that a fresh interpreter has imported after running `code`."""
    run = subprocess.run(
        [sys.executable, "-c", _REPORT + code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "XDG_CACHE_HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path),
        },
        check=False,
    )
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("["), run.stderr
    return {name.partition(".")[0] for name in json.loads(last)}


@pytest.mark.parametrize(
    "command",
    [
        ["find", "Holm"],
        ["find", "2025-06", "--person", "Holm", "--since", "2025年6月", "--json"],
        ["who", "Holm"],
        ["firm", "Brightmere"],
        ["on", "2025-06-28"],
        ["completion", "--names", "people"],
        ["export"],
        ["export", "--format", "csv"],
        ["export", "--format", "html", "--company", "Brightmere"],
        ["articles"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_commands_that_look_import_nothing_that_reads(command: list[str], store: Path, tmp_path: Path) -> None:
    argv = [*command, "--store", str(store)] if command != ["--version"] else command
    found = modules_after(f"from talent_tui.main import main; main({argv!r})", tmp_path)
    assert "talent_tui" in found
    assert found.isdisjoint(BANNED)
    assert "textual" not in found


def test_the_app_imports_nothing_that_reads(tmp_path: Path) -> None:
    found = modules_after("import talent_tui.main, talent_tui.workspace, talent_tui.tui", tmp_path)
    assert "talent_tui" in found
    assert found.isdisjoint(BANNED)


def test_a_workspace_merges_and_indexes_without_the_pipeline(store: Path, tmp_path: Path) -> None:
    code = (
        f"from talent_tui.workspace import Workspace; w = Workspace.open({str(store)!r}); assert w.index.search('holm')"
    )
    assert modules_after(code, tmp_path).isdisjoint(BANNED)
    assert len(Workspace.open(store).timeline.events) == 1
