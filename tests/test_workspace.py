"""An open timeline: what adding, removing and re-reading leave behind, in whatever order, by however many processes."""

import io
from datetime import date
from pathlib import Path
from random import Random

import pytest

from talent_tui.adding import AddResult
from talent_tui.export import to_json
from talent_tui.given import GIVEN_BY_USER
from talent_tui.model import Publication, UsageError
from talent_tui.workspace import Workspace, sample_paths

HOLM = "2024年3月5日,澜舟石宣布,伊内斯·霍姆(Ines Holm)从奥博加入公司,出任首席科学家。"
VARGA = "2024年4月9日,托宾·瓦尔加(Tobin Varga)离开布莱特。"
DUNMORE = "2024年5月2日,布莱特任命艾拉·邓莫尔(Ayla Dunmore)为首席财务官。"


pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "文 章"
    made.mkdir()
    for name, text in (("a.txt", HOLM), ("b.txt", VARGA), ("c.txt", DUNMORE)):
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "时间线.json")


def added(workspace: Workspace, *paths: Path | str, **options: object) -> list[AddResult]:
    return list(workspace.add([str(p) for p in paths], **options))  # type: ignore[arg-type]


def states(results: list[AddResult]) -> list[str]:
    return [r.state for r in results]


def test_content_is_identity(workspace: Workspace, folder: Path) -> None:
    assert states(added(workspace, folder)) == ["added", "added", "added"]
    assert states(added(workspace, folder)) == ["unchanged", "unchanged", "unchanged"]
    copy = folder / "z.txt"
    copy.write_text(HOLM, "utf-8")
    assert states(added(workspace, copy)) == ["unchanged"]
    assert len(workspace.articles()) == 3


def test_the_backup_is_what_was_there_before_the_whole_of_an_add(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talent_tui.workspace._BATCH", 1)
    assert workspace.path is not None
    added(workspace, folder / "a.txt")
    before = workspace.path.read_bytes()
    added(workspace, folder)
    backup, step = (workspace.path.with_name(workspace.path.name + end) for end in (".bak", ".step.bak"))
    assert backup.read_bytes() == before
    assert step.read_bytes() == workspace.path.read_bytes(), "all of a long add is in two files"
    workspace.path.write_bytes(workspace.path.read_bytes()[:400])
    workspace.repair()
    assert len(workspace.articles()) == 3
    assert "1 articles were restored" in workspace.restore()[0].sentence
    assert workspace.path.read_bytes() == before


def test_an_event_that_leads_nowhere_is_mended_from_the_text(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder)
    assert workspace.path is not None
    workspace.path.with_name(workspace.path.name + ".step.bak").unlink()
    kept = workspace.path.read_text("utf-8")
    workspace.path.write_text(kept.replace('"to":"', '"to":"nowhere-'), "utf-8")
    assert not any(f.good for f in workspace.check())
    assert all(f.good for f in workspace.repair())
    assert all(f.good for f in workspace.check())
    assert workspace.path.read_text("utf-8") == kept


def test_the_same_path_with_new_content_replaces_the_old(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder / "a.txt")
    (folder / "a.txt").write_text(VARGA, "utf-8")
    assert states(added(workspace, folder / "a.txt")) == ["replaced"]
    assert [a.text for a in workspace.articles()] == [VARGA]


def test_a_path_that_changed_hands_loses_no_article(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder / "a.txt")
    (folder / "a.txt").write_text(DUNMORE, "utf-8")
    (folder / "b.txt").write_text(HOLM, "utf-8")
    added(workspace, folder / "a.txt", folder / "b.txt")
    assert {a.text for a in workspace.articles()} == {DUNMORE, HOLM}


def test_texts_from_a_pipe_do_not_replace_each_other(workspace: Workspace) -> None:
    for text in (HOLM, VARGA):
        assert states(added(workspace, "-", stdin=io.BytesIO(text.encode()))) == ["added"]
    assert len(workspace.articles()) == 2


def test_a_name_stands_for_the_path(workspace: Workspace, folder: Path) -> None:
    added(workspace, "-", stdin=io.BytesIO(HOLM.encode()), name="Harbour Post, page 3")
    assert [a.file for a in workspace.articles()] == ["Harbour Post, page 3"]
    with pytest.raises(UsageError, match="one article"):
        added(workspace, folder, name="all of them")


def test_what_cannot_be_read_is_told_and_the_others_are_kept(workspace: Workspace, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x00\x01\x02" * 900)
    results = added(workspace, folder, folder / "none.txt")
    assert states(results) == ["added", "unreadable", "added", "unreadable"]
    assert all(r.message and "\n" not in r.message for r in results if r.state == "unreadable")
    assert len(workspace.articles()) == 2


def test_a_day_that_the_user_gives_counts_and_is_kept_when_reread(workspace: Workspace, folder: Path) -> None:
    window = Publication(date(2024, 5, 1), date(2024, 5, 3), "stated", GIVEN_BY_USER)
    added(workspace, folder / "c.txt")
    assert states(added(workspace, folder / "c.txt", published=window)) == ["replaced"]
    assert states(added(workspace, folder / "c.txt", published=window)) == ["unchanged"]
    assert states(list(workspace.reread(None))) == ["unchanged"]
    assert workspace.articles()[0].published == window


def test_an_outlet_and_an_address_that_the_user_gives_count_and_are_kept(workspace: Workspace, folder: Path) -> None:
    def origin() -> tuple[str | None, str | None, str]:
        (article,) = workspace.articles()
        return article.outlet, article.url, article.published.basis

    harbour = {"outlet": "Harbour Post", "url": "https://harbour.example/7"}
    day = Publication(date(2024, 5, 1), date(2024, 5, 1), "stated", GIVEN_BY_USER)
    assert states(added(workspace, folder / "c.txt", **harbour)) == ["added"]
    assert origin() == ("Harbour Post", "https://harbour.example/7", "inferred")
    assert states(added(workspace, folder / "c.txt", **harbour)) == ["unchanged"]
    assert states(added(workspace, folder / "c.txt", published=day)) == ["replaced"]
    assert origin() == ("Harbour Post", "https://harbour.example/7", "stated")
    assert states(added(workspace, folder / "c.txt", outlet="Tide")) == ["replaced"]
    assert origin() == ("Tide", "https://harbour.example/7", "stated")
    assert states(list(workspace.reread(None, url="https://tide.example"))) == ["replaced"]
    assert origin() == ("Tide", "https://tide.example", "stated")
    assert states(list(workspace.reread(None))) == ["unchanged"]
    with pytest.raises(UsageError, match="one article"):
        added(workspace, folder, url="https://tide.example")


def test_an_article_in_a_stream_is_looked_at_and_not_kept(workspace: Workspace) -> None:
    article, held = workspace.article_in(io.BytesIO(HOLM.encode()))
    assert (article.text, held) == (HOLM, False)
    assert workspace.articles() == ()
    added(workspace, "-", stdin=io.BytesIO(HOLM.encode()), outlet="Tide")
    article, held = workspace.article_in(io.BytesIO(HOLM.encode()))
    assert (article.outlet, held) == ("Tide", True)


def test_remove_by_id_beginning_file_or_name(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder)
    by_text = {a.text: a for a in workspace.articles()}
    gone = workspace.remove([by_text[HOLM].id[:6], str(folder / "b.txt")])
    assert {a.text for a in gone} == {HOLM, VARGA}
    workspace.remove(["c.txt"])
    assert workspace.articles() == ()
    with pytest.raises(UsageError, match="no article"):
        workspace.remove(["c.txt"])


def test_nothing_is_removed_where_one_name_is_wrong(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder)
    with pytest.raises(UsageError):
        workspace.remove(["a.txt", "nobody.txt"])
    assert len(workspace.articles()) == 3


def test_another_process_is_noticed_and_its_articles_are_kept(tmp_path: Path, folder: Path) -> None:
    one, other = Workspace.open(tmp_path / "t.json"), Workspace.open(tmp_path / "t.json")
    assert one.timeline.articles == ()
    assert not one.changed()
    added(other, folder / "a.txt")
    assert one.changed()
    added(one, folder / "b.txt")
    assert {a.text for a in one.articles()} == {HOLM, VARGA}
    assert not one.changed()
    assert other.changed()
    other.reload()
    assert len(other.articles()) == 2


def test_an_interrupted_add_keeps_what_was_worked_out_and_goes_on(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        added(workspace, folder, progress=stop)
    again = Workspace.open(tmp_path / "时间线.json")
    assert states(added(again, folder)) == ["unchanged", "unchanged", "added"]


def test_progress_counts_to_the_total(workspace: Workspace, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    added(workspace, folder, progress=lambda done, total, name: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


AGAIN = "据悉,伊内斯·霍姆(Ines Holm)2024年3月5日离开奥博,加入澜舟石,任首席科学家。"
DENIED = "澜舟石发言人2024年3月7日否认伊内斯·霍姆(Ines Holm)已经加入公司。"


@pytest.mark.parametrize("seed", range(5))
def test_exports_are_equal_whatever_the_order_the_detours_and_the_number_of_processes(
    tmp_path: Path, seed: int
) -> None:
    """Add in any order and in any portions, by one process or several, take out, put back and read again."""
    random, home = Random(seed), tmp_path
    texts = {"a.txt": HOLM, "b.txt": VARGA, "c.txt": DUNMORE, "d.txt": AGAIN, "e.txt": DENIED}
    for name, text in texts.items():
        (home / name).write_text(text, "utf-8")
    plain, detour = Workspace.open(home / "plain.json"), Workspace.open(home / "detour.json")
    added(plain, *(home / name for name in texts))
    left = list(texts)
    random.shuffle(left)
    while left:
        size = random.randint(1, 3)
        portion, left = left[:size], left[size:]
        added(detour, *(home / name for name in portion), jobs=random.choice((1, 2, 3)))
        if random.random() < 0.5:
            gone = random.choice(detour.articles()).file
            detour.remove([gone])
            left.append(gone)
        if random.random() < 0.3:
            list(detour.reread(None))
    assert to_json(detour.timeline) == to_json(plain.timeline)


def test_files_below_the_timelines_folder_are_named_from_there(tmp_path: Path, folder: Path) -> None:
    beside, elsewhere = Workspace.open(tmp_path / "t.json"), Workspace.open(tmp_path / "other" / "t.json")
    added(beside, folder / "a.txt")
    added(elsewhere, folder / "a.txt")
    assert [a.file for a in beside.articles()] == ["文 章/a.txt"]
    assert [a.file for a in elsewhere.articles()] == [(folder / "a.txt").as_posix()]


def test_events_are_found_by_the_beginning_of_an_id(workspace: Workspace, folder: Path) -> None:
    added(workspace, folder)
    event = workspace.timeline.events[0]
    assert workspace.event(event.id[:6]) == event
    with pytest.raises(UsageError, match="No event has the id"):
        workspace.event("zzzzzzzz")


def test_the_sample_opens_in_memory() -> None:
    made = Workspace.sample()
    assert made.path is None
    assert len(made.articles()) == len(sample_paths()) > 0
    assert made.timeline.events
    assert not made.changed()
