"""Views and sessions on the disk: what is kept, what undoing does, and what damage may come over the file."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_tui.desk import LONGEST_NAME, Desk, SavedView, Session, key_of
from talent_tui.index import Filters, Remembered
from talent_tui.model import StoreError, UsageError
from tests.torture import torture_desk

JOINS = Remembered(Filters().toggled("type", "join"), ("join",))
LEAVES = Remembered(Filters().toggled("type", "leave"), ("leave",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "状 态" / "desk.json"


@pytest.fixture
def desk(path: Path) -> Desk:
    return Desk(path)


def names(desk: Desk) -> list[str]:
    return [view.name for view in desk.views.values()]


def test_a_view_is_on_the_disk_when_it_is_saved(desk: Desk, path: Path) -> None:
    desk.save("  Who  joined ", JOINS)
    desk.save("离开", LEAVES)
    again = Desk(path)
    assert names(again) == ["Who joined", "离开"]
    assert again.views == desk.views
    assert again.named("who JOINED") == desk.named("Who joined")
    assert again.trouble == ""


def test_the_same_name_is_replaced_only_if_that_is_wanted(desk: Desk, path: Path) -> None:
    desk.save("Moves", JOINS)
    assert desk.save("ｍoves", LEAVES) is None
    assert Desk(path).views["moves"].shown == JOINS
    assert desk.save("MOVES", LEAVES, replace=True) is not None
    assert names(Desk(path)) == ["MOVES"]
    assert Desk(path).views["moves"].shown == LEAVES


def test_renaming_deleting_and_undoing(desk: Desk, path: Path) -> None:
    desk.save("a", JOINS)
    desk.save("b", LEAVES)
    assert desk.rename("a", "b") is None, "that name is taken"
    assert desk.rename("a", "A") is not None, "its own name in other letters is not"
    assert names(Desk(path)) == ["A", "b"]
    desk.rename("a", "b", replace=True)
    assert [view.shown for view in Desk(path).views.values()] == [JOINS]
    desk.delete("b")
    assert Desk(path).views == {}
    seen = []
    while desk.can_undo:
        assert desk.undo()
        seen.append(names(Desk(path)))
    assert seen == [["b"], ["A", "b"], ["a", "b"], ["a"], []]
    assert not desk.undo()


def test_two_programs_lose_none_of_each_others_views(desk: Desk, path: Path) -> None:
    other = Desk(path)
    desk.save("mine", JOINS)
    assert other.changed()
    other.save("theirs", LEAVES)
    assert names(Desk(path)) == ["mine", "theirs"]
    assert other.delete("mine")
    assert desk.rename("mine", "x") is None
    assert not desk.undo(), "what another has changed since is left alone"
    assert names(Desk(path)) == ["theirs"]
    assert desk.save("THEIRS", JOINS) is None, "a name is taken by whoever was first"


def test_a_session_leaves_the_views_and_the_views_the_session(desk: Desk, path: Path) -> None:
    session = Session(JOINS, event="e1", marked=("e2",), folded=True, upper={"left": "type"})
    desk.save("a", JOINS)
    desk.keep(session)
    desk.save("b", LEAVES)
    again = Desk(path)
    assert again.session == session
    assert names(again) == ["a", "b"]


def test_each_timeline_has_a_desk_of_its_own_and_links_lead_to_the_same(own_folders: None, tmp_path: Path) -> None:
    one, two, link = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "link.json"
    one.write_text("{}")
    link.symlink_to(one)
    Desk.of(one).save("of one", JOINS)
    assert names(Desk.of(two)) == []
    assert names(Desk.of(link)) == ["of one"]
    assert names(Desk.of(Path(os.path.relpath(one)))) == ["of one"]
    memory = Desk.of(None)
    memory.save("forgotten", JOINS)
    assert names(memory) == ["forgotten"]
    assert names(Desk.of(None)) == []


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError):
        desk.save(name, JOINS)


@pytest.mark.parametrize("name", ["\udce4", "\x1b[31m", "[bold]", "../../etc", "a\tb", "“名”", "\u202e"])
def test_any_other_name_is_kept(desk: Desk, path: Path, name: str) -> None:
    view = desk.save(name, JOINS)
    assert view is not None
    assert list(Desk(path).views.values()) == [view]


_NAMES = st.sampled_from(["a", "b", "B", "c"])
_DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), _NAMES, st.sampled_from([JOINS, LEAVES]), st.booleans()),
        st.tuples(st.just("rename"), _NAMES, _NAMES, st.booleans()),
        st.tuples(st.just("delete"), _NAMES),
    ),
    max_size=12,
)


@given(_DEEDS)
def test_undoing_goes_back_through_all_that_was_done(deeds: list[tuple[Any, ...]]) -> None:
    desk = Desk()
    states = [dict(desk.views)]
    for deed, name, *rest in deeds:
        if deed == "save":
            done = desk.save(name, rest[0], replace=rest[1]) is not None
        elif deed == "rename":
            done = desk.rename(name.lower(), rest[0], replace=rest[1]) is not None
        else:
            done = desk.delete(name.lower())
        assert done or dict(desk.views) == states[-1], "what is refused changes nothing"
        assert [key_of(view.name) for view in desk.views.values()] == list(desk.views)
        if done:
            states.append(dict(desk.views))
    while desk.can_undo:
        assert dict(desk.views) == states.pop()
        assert desk.undo()
    assert states == [{}]
    assert desk.views == {}


# Damage


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) * 2 // 3],
    "empty": lambda data: b"",
    "zeros": lambda data: bytes(len(data)),
    "one view destroyed": lambda data: data.replace(b'{"name":"b"', b'{"na##:"b"'),
    "a view that is none": lambda data: data.replace(b'"facet":"type","value":"leave"', b'"facet":"tpye","value":"x"'),
    "somebody else's": lambda data: b'{"version": 3, "folders": []}',
    "another of our files": lambda data: data.replace(b'"talent-tui desk"', b'"talent-tui other"'),
    "no JSON": lambda data: b"\xff\xfe not json",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_file_that_is_not_whole_is_set_aside_and_told(
    desk: Desk, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    desk.save("a", JOINS)
    desk.save("b", LEAVES)
    desk.keep(Session(JOINS))
    broken = damage(path.read_bytes())
    path.write_bytes(broken)

    again = Desk(path)
    assert names(again) == ["a", "b"], "what is whole, and the backup's"
    kept = list(path.parent.glob("desk.damaged-*.json"))
    assert [one.read_bytes() for one in kept] == [broken]
    assert str(kept[0]) in again.trouble
    assert "\n" not in again.trouble
    again.save("c", JOINS)
    last = Desk(path)
    assert last.trouble == ""
    assert names(last) == ["a", "b", "c"]
    assert [one.read_bytes() for one in kept] == [broken]


def test_damage_that_comes_while_the_app_runs_is_set_aside_before_anything_is_written(desk: Desk, path: Path) -> None:
    desk.save("a", JOINS)
    desk.keep(Session())
    path.write_bytes(b"{")
    desk.save("b", LEAVES)
    assert names(Desk(path)) == ["a", "b"]
    assert [one.read_bytes() for one in path.parent.glob("desk.damaged-*.json")] == [b"{"]


def test_a_newer_file_is_left_alone(desk: Desk, path: Path) -> None:
    desk.save("a", JOINS)
    newer = path.read_bytes().replace(b'"schema":1,"generator":"', b'"schema":2,"generator":"9.')
    path.write_bytes(newer)
    again = Desk(path)
    assert again.views == {}
    assert again.session is None
    assert "newer talent-tui, 9." in again.trouble
    with pytest.raises(StoreError, match="newer"):
        again.save("b", JOINS)
    with pytest.raises(StoreError, match="newer"):
        again.keep(Session(LEAVES))
    assert path.read_bytes() == newer


def test_what_a_later_version_adds_to_a_file_of_this_schema_stays(desk: Desk, path: Path) -> None:
    desk.save("a", JOINS)
    path.write_bytes(path.read_bytes().replace(b'"views": {', b'"notes": {\n"n": {"x":1}\n},\n"views": {'))
    Desk(path).save("b", LEAVES)
    assert b'"n": {"x":1}' in path.read_bytes()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_full_disk_is_one_sentence_and_costs_nothing(desk: Desk, path: Path, request: pytest.FixtureRequest) -> None:
    desk.save("a", JOINS)
    before = path.read_bytes()
    request.getfixturevalue("full_disk")
    with pytest.raises(StoreError, match=r"not kept \(No space left on device\): .*desk.json"):
        desk.save("b", LEAVES)
    with pytest.raises(StoreError, match="not kept"):
        desk.keep(Session(LEAVES))
    assert names(desk) == ["a"]
    assert desk.session is None
    assert "No space left" in desk.trouble
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    desk = Desk(tmp_path / "file" / "desk.json")
    assert "not kept" in desk.trouble
    with pytest.raises(StoreError, match="not kept"):
        desk.save("a", JOINS)
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_damaged_file_that_cannot_be_set_aside_is_read_as_far_as_it_goes_and_stays(
    desk: Desk, path: Path, request: pytest.FixtureRequest
) -> None:
    desk.save("a", JOINS)
    desk.save("b", LEAVES)
    broken = path.read_bytes()[:-4]
    path.write_bytes(broken)
    request.getfixturevalue("full_disk")
    again = Desk(path)
    assert names(again) == ["a", "b"]
    assert again.trouble
    with pytest.raises(StoreError):
        again.save("c", JOINS)
    assert path.read_bytes() == broken


def test_a_view_says_when_it_was_saved(desk: Desk) -> None:
    view = desk.save("a", JOINS)
    assert isinstance(view, SavedView)
    assert view.saved.tzinfo is not None


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_random_moments_no_view_and_no_session_is_lost(tmp_path: Path) -> None:
    outcome = torture_desk(12, tmp_path, seed=7)
    assert outcome.lost == 0
    assert min(outcome.views, outcome.sessions) > 0
