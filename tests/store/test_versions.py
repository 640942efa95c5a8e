"""Stores of every schema there ever was keep opening; the steps from one to the next are tried with a made-up one."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from talent_tui.export import to_json
from talent_tui.model import RECORD_SCHEMA, StoreError
from talent_tui.store import TimelineStore, check, migrations, timeline
from talent_tui.workspace import Workspace
from tests.factories import make_event, make_record

STORES = sorted((Path(__file__).parents[1] / "data" / "stores").glob("schema-*.json"))


def test_there_is_a_store_of_every_schema() -> None:
    assert [s.name for s in STORES] == [f"schema-{n}.json" for n in range(1, RECORD_SCHEMA + 1)]


@pytest.fixture(params=STORES, ids=lambda s: s.stem)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    copy = tmp_path / "timeline.json"
    shutil.copy(request.param, copy)
    return copy


def test_it_opens_whole_and_looking_leaves_it_alone(earlier: Path) -> None:
    before = earlier.read_bytes()
    opened = Workspace.open(earlier)
    join = next(e for e in opened.timeline.events if e.type == "join")
    assert (join.verified, join.note, join.to) == (date(2024, 6, 1), "看过公告", "lan-zhou-shi")
    assert [e.type for e in opened.timeline.events] == ["join", "deal", "leave"]
    assert [c.undone is not None for c in opened.corrections()] == [False, True, False, True]
    assert all(f.good for f in check(TimelineStore(earlier)))
    assert to_json(opened.timeline)
    assert earlier.read_bytes() == before


def test_it_is_rewritten_with_the_next_change_and_kept_as_backup(earlier: Path) -> None:
    before = earlier.read_bytes()
    store = TimelineStore(earlier)
    held = store.contents()
    added = make_record(make_event("join", ["x"], None, "tern"))
    store.change([added])
    assert earlier.with_name("timeline.json.bak").read_bytes() == before
    assert store.contents().records == {**held.records, added.article.id: added}
    assert store.contents().corrections == held.corrections
    assert json.loads(earlier.read_bytes())["meta"]["format"]["schema"] == RECORD_SCHEMA


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the next schema called `articles` what this one calls `texts`."""

    def rename(tables: migrations.Tables) -> migrations.Tables:
        return {("articles" if name == "texts" else name): rows for name, rows in tables.items()}

    monkeypatch.setitem(migrations.STEPS, RECORD_SCHEMA, rename)
    for module in (migrations, timeline):
        monkeypatch.setattr(module, "RECORD_SCHEMA", RECORD_SCHEMA + 1)


@pytest.mark.usefixtures("next_schema")
def test_a_step_is_taken_in_memory_and_written_with_the_next_change(tmp_path: Path) -> None:
    record = make_record(make_event("join", ["x"], None, "tern"))
    path = tmp_path / "t.json"
    TimelineStore(path).change([record])
    old = path.read_text("utf-8").replace('"articles": {', '"texts": {').replace('"schema":2', '"schema":1')
    path.write_text(old, "utf-8")
    assert TimelineStore(path).load() == [record]
    assert path.read_text("utf-8") == old
    other = make_record(make_event("leave", ["x"], "tern"))
    TimelineStore(path).change([other])
    told = json.loads(path.read_text("utf-8"))
    assert list(told) == ["meta", "articles", "corrections"]
    assert told["meta"]["format"]["schema"] == 2
    assert len(told["articles"]) == 2


def test_a_schema_without_a_step_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text('{"meta": {"format": {"schema": 0}}, "articles": {}}')
    for use in (TimelineStore(path).load, TimelineStore(path).change):
        with pytest.raises(StoreError, match="schema 0, which this talent-tui cannot read"):
            use()


def test_a_newer_store_is_refused_by_everything_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    text = (
        '{"meta": {"format": {"schema": 9, "generator": "9.1"}}, "articles": {}, "corrections": {"1": {"deed": "x"}}}'
    )
    path.write_text(text)
    opened = Workspace.open(path)
    for use in (lambda: opened.timeline, opened.corrections, opened.take_back, lambda: list(opened.reread(None))):
        with pytest.raises(StoreError, match=r"newer talent-tui \(9\.1\)"):
            use()
    assert path.read_text() == text
