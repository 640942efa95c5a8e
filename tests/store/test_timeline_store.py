"""The store keeps what it acknowledged, refuses what it does not know and loses nothing to damage."""

import json
import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from talent_tui.model import ArticleRecord, Correction, EditEvent, Member, StoreError
from talent_tui.store import TimelineStore, back_up, check, repair, restore
from talent_tui.store.storage import LinesStorage, RecordDB
from tests.factories import make_event, make_record, make_records
from tests.torture import torture

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def record(number: int, text: str | None = None) -> ArticleRecord:
    event = make_event("join", [f"Ines Holm {number}"], None, "Brightmere", quote=f"第{number}人加入澜舟石。")
    return make_record(event, file=f"文 {number}.txt", text=text)


@pytest.fixture
def store(tmp_path: Path) -> TimelineStore:
    return TimelineStore(tmp_path / "一 个 文件夹" / "时间线.json")


def unread(_: ArticleRecord) -> ArticleRecord:
    raise AssertionError("nothing is worked out again here")


def ids(store: TimelineStore) -> list[str]:
    return [r.article.id for r in store.load()]


def test_a_store_that_does_not_exist_is_empty_and_is_not_made_by_looking(store: TimelineStore) -> None:
    assert store.load() == []
    assert not store.path.parent.exists()


def test_what_is_put_in_comes_out_equal(store: TimelineStore) -> None:
    records = make_records(60, seed=3)
    store.change(records)
    assert store.load() == sorted(records, key=lambda r: r.article.id)


def test_change_replaces_drops_and_keeps_the_rest_byte_for_byte(store: TimelineStore) -> None:
    one, two, three = record(1), record(2), record(3)
    store.change([one, two])
    line = next(x for x in store.path.read_bytes().splitlines() if one.article.id.encode() in x).rstrip(b",")
    store.change([three], drop=[two.article.id, "unknown-id"])
    assert ids(store) == sorted([one.article.id, three.article.id])
    assert any(x.rstrip(b",") == line for x in store.path.read_bytes().splitlines())


def test_the_file_does_not_depend_on_the_order_of_changes(tmp_path: Path) -> None:
    first, second = TimelineStore(tmp_path / "a.json"), TimelineStore(tmp_path / "b.json")
    records = [record(n) for n in range(6)]
    first.change(records)
    for one in reversed(records):
        second.change([one])
    assert first.path.read_bytes() == second.path.read_bytes()


def test_one_record_a_line_in_plain_json(store: TimelineStore) -> None:
    store.change([record(n) for n in range(4)])
    lines = store.path.read_text("utf-8").splitlines()
    assert sum('"article":{"id":' in line for line in lines) == 4
    told = json.loads("\n".join(lines))
    assert list(told) == ["meta", "articles", "corrections"]
    assert told["meta"]["format"]["schema"] == 1


def test_tinydb_reads_the_file_through_our_storage_and_by_itself(store: TimelineStore) -> None:
    kept = record(1)
    store.change([kept])
    ours = RecordDB(store.path, storage=LinesStorage).table("articles")
    assert len(ours) == 1
    with TinyDB(store.path, encoding="utf-8") as plain:
        plain.table_class.document_id_class = str
        try:
            assert plain.table("articles").all()[0]["article"]["id"] == kept.article.id
        finally:
            plain.table_class.document_id_class = int


def test_the_version_before_is_kept(store: TimelineStore) -> None:
    store.change([record(1)])
    before = store.path.read_bytes()
    store.change([record(2)])
    assert store.path.with_name(store.path.name + ".bak").read_bytes() == before


def test_a_change_of_several_writes_keeps_what_was_before_it_and_before_its_last_write(store: TimelineStore) -> None:
    backup, step = (store.path.with_name(store.path.name + end) for end in (".bak", ".step.bak"))
    versions = []
    for number in range(4):
        store.change([record(number)], first=number < 2)
        versions.append(store.path.read_bytes())
    assert (backup.read_bytes(), step.read_bytes()) == (versions[0], versions[2])
    store.path.write_bytes(versions[3][:300])
    repair(store, unread)
    assert set(ids(store)) >= {record(n).article.id for n in range(3)}, "the newest version kept goes first"
    store.change([record(9)])
    assert not step.exists(), "older than the backup, it would only bring back what is gone"


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.99])
def test_a_truncated_file_is_said_never_overwritten_and_repaired_whole(store: TimelineStore, share: float) -> None:
    records = [record(n) for n in range(8)]
    store.change(records[:7])
    store.change(records[7:])
    whole = store.path.read_bytes()
    damaged = whole[: int(len(whole) * share)]
    store.path.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"damaged.*store repair"):
        store.load()
    with pytest.raises(StoreError, match="damaged"):
        store.change([record(9)])
    assert store.path.read_bytes() == damaged
    assert not all(f.good for f in check(store))
    kept = list(store.path.parent.glob("*.damaged-*"))
    assert [k.read_bytes() for k in kept] == [damaged], "set aside at opening, once"
    with pytest.raises(StoreError, match=kept[0].name):
        store.load()
    assert repair(store, unread)[0].good
    assert list(store.path.parent.glob("*.damaged-*")) == kept
    saved = set(ids(store))
    assert {r.article.id for r in records[:7]} <= saved
    assert all(f.good for f in check(store))


def test_damage_in_one_line_costs_that_line_only(store: TimelineStore) -> None:
    records = [record(n) for n in range(5)]
    store.change(records)
    lines = store.path.read_bytes().splitlines(keepends=True)
    hit = next(i for i, line in enumerate(lines) if records[2].article.id.encode() in line)
    lines[hit] = lines[hit][:40] + b"\x00\xff" + lines[hit][40:]
    store.path.write_bytes(b"".join(lines))
    saved, lost = repair(store, unread)
    assert "4 articles were saved" in saved.sentence
    assert records[2].article.id in lost.sentence
    assert ".damaged-" in lost.sentence
    assert set(ids(store)) == {r.article.id for r in records} - {records[2].article.id}


def correction(number: int, note: str = "seen") -> Correction:
    event = record(1).events[0]
    return Correction(number, NOON, EditEvent(event.id, (Member(event.id),), event.type, note=note))


def test_corrections_are_kept_beside_the_articles_in_the_order_of_their_numbers(store: TimelineStore) -> None:
    store.change([record(1)], corrections=[correction(2), correction(10), correction(1)])
    store.change([record(2)])
    store.change(corrections=[correction(2, "otherwise")])
    assert list(store.contents().corrections.values()) == [correction(1), correction(2, "otherwise"), correction(10)]
    assert len(store.load()) == 2
    assert "3 corrections" in check(store)[0].sentence


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_repair_saves_corrections_too(store: TimelineStore, share: float) -> None:
    store.change([record(n) for n in range(3)], corrections=[correction(n) for n in range(1, 9)])
    store.change([record(5)], corrections=[correction(9)])
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: int(len(whole) * share)])
    assert "corrections" in repair(store, unread)[0].sentence
    assert {*range(1, 9)} <= store.contents().corrections.keys()
    assert {record(n).article.id for n in range(3)} <= set(ids(store))


def test_a_damaged_correction_costs_itself_only(store: TimelineStore) -> None:
    store.change([record(1)], corrections=[correction(1), correction(2), correction(3)])
    store.path.write_text(store.path.read_text("utf-8").replace('"number":2', '"number":"two"'), "utf-8")
    assert not check(store)[0].good
    repair(store, unread)
    assert list(store.contents().corrections) == [1, 3]
    assert ids(store) == [record(1).article.id]


def test_a_changed_text_is_noticed(store: TimelineStore) -> None:
    store.change([record(1, text="第1人加入澜舟石。原话")])
    store.path.write_text(store.path.read_text("utf-8").replace("原话", "假话"), "utf-8")
    assert any("not the one that was read" in f.sentence for f in check(store) if not f.good)


def test_repairing_a_whole_file_changes_nothing(store: TimelineStore) -> None:
    store.change([record(1)])
    before = store.path.read_bytes()
    assert "nothing was changed" in repair(store, unread)[0].sentence
    assert store.path.read_bytes() == before


def test_restore_brings_the_version_before_and_keeps_the_present_one(store: TimelineStore) -> None:
    store.change([record(1)])
    store.change([record(2)])
    present = store.path.read_bytes()
    assert restore(store).good
    assert ids(store) == [record(1).article.id]
    assert [p.read_bytes() for p in store.path.parent.glob("*.before-restore-*")] == [present]


def test_a_backup_never_overwrites(store: TimelineStore, tmp_path: Path) -> None:
    store.change([record(1)])
    target = tmp_path / "copy.json"
    assert back_up(store, target).good
    assert target.read_bytes() == store.path.read_bytes()
    with pytest.raises(StoreError, match="exists"):
        back_up(store, target)
    assert back_up(store).good
    assert back_up(store).good
    assert len(list(store.path.parent.glob("*.backup-*"))) == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            '{"meta": {"format": {"schema": 99, "generator": "9.0"}}, "articles": {"x": {"new": 1}}}',
            r"newer .*\(9\.0\) in schema 99.*up to 1",
        ),
        ('{"meta": {"format": {"schema": 99}}, "articles": {}}', "newer"),
        ('{"meta": {}, "articles": {}}', "no timeline"),
        ('{"hello": 1}', "no timeline"),
        ("not json at all", "no timeline"),
        ("[]", "no timeline"),
        ('{"meta": {"format": {"schema": 1}}, "articles": {"x"', "damaged.*no backup"),
    ],
)
def test_what_is_not_ours_is_refused_in_one_sentence_and_left_alone(
    store: TimelineStore, content: str, sentence: str
) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_text(content)
    with pytest.raises(StoreError, match=sentence):
        store.load()
    with pytest.raises(StoreError):
        store.change([record(1)])
    copies = list(store.path.parent.glob("*.damaged-*"))
    assert [c.read_text() for c in copies] == ([content] if "damaged" in sentence else [])
    if not copies:
        with pytest.raises(StoreError, match=sentence):
            repair(store, unread)
    assert store.path.read_text() == content


def test_a_link_to_a_store_stays_a_link(tmp_path: Path) -> None:
    real = TimelineStore(tmp_path / "real.json")
    real.change([record(1)])
    link = tmp_path / "link.json"
    link.symlink_to(real.path)
    TimelineStore(link).change([record(2)])
    assert link.is_symlink()
    assert len(real.load()) == 2


def test_permissions_of_the_file_stay(store: TimelineStore) -> None:
    store.change([record(1)])
    store.path.chmod(0o600)
    store.change([record(2)])
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        TimelineStore(tmp_path).load()


def test_a_failed_write_leaves_the_old_file(store: TimelineStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.change([record(1)])
    before = store.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        store.change([record(2)])
    monkeypatch.undo()
    assert store.path.read_bytes() == before
    assert not [p for p in store.path.parent.iterdir() if p.name.endswith(".new")]


def _add_many(path: str, first: int) -> None:
    store = TimelineStore(Path(path))
    for number in range(first, first + 10):
        store.change([record(number)])


def test_two_processes_adding_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add_many, args=(str(path), first)) for first in (0, 100)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [w.exitcode for w in workers] == [0, 0]
    assert len(TimelineStore(path).load()) == 20


def _take_lock_and_die(path: str) -> None:
    with TimelineStore(Path(path)).writing():
        os._exit(9)


def test_a_dead_process_holds_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    worker = multiprocessing.get_context("spawn").Process(target=_take_lock_and_die, args=(str(path),))
    worker.start()
    worker.join(60)
    assert worker.exitcode == 9
    TimelineStore(path).change([record(1)])
    assert len(TimelineStore(path).load()) == 1


def test_a_reader_is_not_kept_out_by_a_writer(store: TimelineStore) -> None:
    store.change([record(1)])
    with store.writing():
        assert len(TimelineStore(store.path).load()) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    outcome = torture(12, tmp_path, seed=7)
    assert outcome.lost == 0
    assert min(outcome.articles, outcome.corrections) > 0
