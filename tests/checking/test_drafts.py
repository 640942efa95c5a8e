"""How many planted mistakes the check finds in drafts about the sample articles, and how many right it accuses.

The sentences were written before the check was; its rules were then set with them in view, so these figures are floors
that must hold, not an estimate for other drafts.
"""

import tomllib
from pathlib import Path

import pytest

from talent_tui.checking import Checked, Names, check, sentences_of
from talent_tui.unstored import read_draft, read_records, reader, simplified
from talent_tui.workspace import Workspace, sample_paths

FOLDER = Path(__file__).parent / "drafts"

FOUND = 0.70
ACCUSED = 0.05
"""Shares of mistakes found, at least, and of right sentences accused, at most."""


@pytest.fixture(scope="module")
def opened() -> Workspace:
    return Workspace.in_memory(read_records([str(p) for p in sample_paths()]))


def checked(name: str, opened: Workspace, folder: Path) -> list[Checked]:
    """Each sentence of the table, checked; those in English as a draft of their own."""
    texts = [s["text"] for s in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["sentence"]]
    english = [t for t in texts if sum(c.isascii() for c in t) > 0.8 * len(t)]
    results: list[Checked] = []
    for number, part in enumerate((english, [t for t in texts if t not in english])):
        file = folder / f"{name}-{number}.md"
        file.write_text("\n\n".join(part), "utf-8")
        draft = read_draft(str(file), opened.timeline)
        index = opened.index
        names = Names(index)
        sentences = sentences_of(draft.article, draft.tagged, draft.events, names)
        told = check(sentences, index, names, simplified, reader(opened.timeline))
        assert [one.sentence.text for one in told] == part
        results += told
    return results


def test_mistakes_are_found(opened: Workspace, tmp_path: Path) -> None:
    results = checked("mistakes", opened, tmp_path)
    missed = [f"{one.verdict}: {one.sentence.text}" for one in results if one.verdict != "contradicts"]
    assert len(missed) <= (1 - FOUND) * len(results), "\n".join(missed)


def test_the_right_are_not_accused(opened: Workspace, tmp_path: Path) -> None:
    results = checked("right", opened, tmp_path)
    accused = [f"{one.field}: {one.sentence.text}" for one in results if one.verdict == "contradicts"]
    assert len(accused) <= ACCUSED * len(results), "\n".join(accused)
