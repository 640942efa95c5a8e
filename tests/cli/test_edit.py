"""`talent-tui edit` and `review`: what they print, the code they end with, and what they leave alone."""

import json
from pathlib import Path

import pytest

from talent_tui.cli import run
from talent_tui.model import UsageError
from talent_tui.store import TimelineStore
from tests.factories import company, make_event, make_record, person

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    event = make_event("join", ["lin"], "ombra", "tern", ident="aaaaaaaaaa", status="denied", quote="林若川去了")
    firms = [company("Ombra"), company("Tern"), company("Brightmere")]
    path = tmp_path / "t.json"
    TimelineStore(path).change([make_record(event, people=[person("林若川", "Lin", ident="lin")], companies=firms)])
    return path


class Told:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def told(store: Path, capsys: pytest.CaptureFixture[str]) -> "Asking":
    return Asking(store, capsys)


class Asking:
    def __init__(self, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.store, self.capsys = store, capsys

    def __call__(self, *argv: str) -> Told:
        code = run([*argv, "--store", str(self.store)])
        return Told(code, *self.capsys.readouterr())

    def events(self) -> list[dict[str, object]]:
        events: list[dict[str, object]] = json.loads(self("export").out)["events"]
        return events


def test_review_edit_undo(told: Asking) -> None:
    review = told("review")
    assert (review.code, review.out.splitlines()[0].split()[0]) == (0, "aaaaaaaaaa")
    assert "denied" in review.out.splitlines()[1]
    edit = told("edit", "aaaa", "--status", "confirmed", "--from", "Brightmere", "--verify", "--note", "rang her up")
    assert (edit.code, edit.out) == (0, "")
    assert "Noted as number 1" in edit.err
    (event,) = told.events()
    assert (event["status"], event["from"], event["note"]) == ("confirmed", "brightmere", "rang her up")
    assert event["edited"] == ["from", "status"]
    assert event["verified"]
    assert told("review").code == 1
    assert told("edit", "--undo").code == 0
    (event,) = told.events()
    assert event["status"] == "denied"
    assert {"edited", "verified", "note"}.isdisjoint(event)


def test_an_event_of_ones_own_has_nothing_to_cite(told: Asking) -> None:
    told("edit", "--add", "--type", "join", "--people", "Lin", "--to", "Ombra", "--date", "2025-06-01")
    (own,) = [e for e in told.events() if not e["sources"]]
    cited = told("cite", str(own["id"]))
    assert (cited.code, cited.out) == (1, "")
    assert "no source to cite" in cited.err


def test_hide_is_undone_by_show(told: Asking) -> None:
    told("edit", "aaaaaaaaaa", "--hide")
    assert told.events() == []
    assert told("find", "lin").code == 1
    assert "hidden" in told("explain", "aaaaaaaaaa").out
    told("edit", "aaaaaaaaaa", "--show")
    assert len(told.events()) == 1


def test_the_log_is_a_line_each(told: Asking) -> None:
    assert told("edit", "--list").code == 1
    told("edit", "aaaaaaaaaa", "--date", "2025-06")
    told("edit", "--merge-firms", "Ombra", "Tern")
    told("edit", "--undo", "1")
    lines = told("edit", "--list").out.splitlines()
    assert len(lines) == 2
    assert "aaaaaaaaaa: date = 2025-06" in lines[0]
    assert "taken back" in lines[0]
    assert "Tern (tern) is Ombra (ombra)" in lines[1]
    assert len(told("edit", "aaaaaaaaaa", "--list").out.splitlines()) == 1
    export = json.loads(told("export").out)
    assert [c["deed"]["deed"] for c in export["corrections"]] == ["merge"]


def test_tables_and_lists_tell_what_was_corrected(told: Asking) -> None:
    told("edit", "aaaaaaaaaa", "--to", "Brightmere", "--note", "rang *her* up", "--verify")
    table, text = told("export", "--format", "csv").out, told("export", "--format", "markdown").out
    assert "verified,by hand,note" in table.splitlines()[0]
    assert table.splitlines()[1].endswith(",to,rang *her* up")
    assert "by hand)" in text
    assert "verified 20" in text
    assert "  - Note: rang \\*her\\* up" in text


def test_an_export_without_corrections_has_no_table_of_them(told: Asking) -> None:
    assert "corrections" not in json.loads(told("export").out)


@pytest.mark.parametrize(
    "argv",
    [
        ["edit"],
        ["edit", "aaaaaaaaaa"],
        ["edit", "--add"],
        ["edit", "aaaaaaaaaa", "--add", "--type", "join"],
        ["edit", "aaaaaaaaaa", "--undo"],
        ["edit", "--undo", "--note", "x"],
        ["edit", "zzzzzzzz", "--hide"],
        ["edit", "aaaaaaaaaa", "--date", "1999-99"],
        ["edit", "--split", "林若川"],
        ["edit", "--merge-people", "林若川", "Nobody"],
    ],
    ids=" ".join,
)
def test_wrong_use_changes_nothing(told: Asking, argv: list[str]) -> None:
    before = told.store.read_bytes()
    with pytest.raises(UsageError):
        told(*argv)
    assert told.store.read_bytes() == before


@pytest.mark.parametrize("argv", [["--type", "moved"], ["--status", "true"], ["--hide", "--show"], ["--undo", "x"]])
def test_options_that_mean_nothing(told: Asking, argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        told("edit", "aaaaaaaaaa", *argv)
    assert stopped.value.code == 2
