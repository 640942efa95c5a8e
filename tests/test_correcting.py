"""What a person says is wrong, from their words to the disk and back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from talent_tui.correcting import Wish, described
from talent_tui.export import to_json
from talent_tui.given_days import given_days
from talent_tui.model import Correction, Event, StoreError, UsageError
from talent_tui.workspace import Workspace

HOLM = "2024年3月5日,砚北科技宣布,伊内斯·霍姆(Ines Holm)从奥博加入公司,出任首席科学家。"
AGAIN = "据悉,伊内斯·霍姆(Ines Holm)2024年3月5日离开奥博,加入砚北科技,任首席科学家。"
VARGA = "2024年4月9日,托宾·瓦尔加(Tobin Varga)离开布莱特。"
TODAY = date(2026, 3, 1)


pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for name, text in (("a.txt", HOLM), ("b.txt", AGAIN), ("c.txt", VARGA)):
        (tmp_path / name).write_text(text, "utf-8")
    made = Workspace.open(tmp_path / "时 间" / "线.json")
    list(made.add([str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]))
    return made


def join(workspace: Workspace) -> Event:
    return next(e for e in workspace.timeline.events if e.type == "join")


def test_the_two_accounts_are_one_event_before_anything_is_corrected(workspace: Workspace) -> None:
    assert len(join(workspace).members) == 2


def test_a_correction_is_on_the_disk_and_survives_reading_again(workspace: Workspace) -> None:
    event = join(workspace)
    workspace.edit(event.id, Wish(date="2024-03", to="新公司", note="见公告", verified=True))
    assert workspace.path is not None
    again = Workspace.open(workspace.path)
    before = to_json(again.timeline)
    assert (join(again).date.edtf, join(again).note) == ("2024-03", "见公告")
    assert join(again).verified == date.today()
    list(again.reread(None))
    assert to_json(Workspace.open(workspace.path).timeline) == before
    again.remove(["a.txt"])
    assert join(again).note == "见公告", "the other member finds it"
    again.remove(["b.txt"])
    assert again.idle_corrections() == {1}


def test_every_member_and_the_beginning_of_its_id_names_the_event(workspace: Workspace) -> None:
    for member in join(workspace).members:
        workspace.edit(member[:7], Wish(note=member))
        assert join(workspace).note == member


def test_taking_back_goes_from_the_last_one_and_is_logged(workspace: Workspace) -> None:
    plain = to_json(workspace.timeline)
    event = join(workspace)
    workspace.edit(event.id, Wish(hidden=True))
    workspace.edit(event.id, Wish(note="x"))
    assert workspace.timeline.hidden
    assert workspace.take_back().number == 2
    assert workspace.take_back().number == 1
    assert to_json(workspace.timeline) == plain
    with pytest.raises(UsageError, match="no correction to take back"):
        workspace.take_back()
    assert [c.undone is not None for c in workspace.corrections()] == [True, True]
    workspace.edit(event.id, Wish(note="y"))
    workspace.edit(event.id, Wish(summary="z"))
    assert workspace.take_back(3).number == 3
    assert (join(workspace).note, join(workspace).summary) == (None, "z")


def test_two_open_timelines_number_their_corrections_one_after_the_other(workspace: Workspace) -> None:
    other = Workspace.open(workspace.path)
    assert join(other)
    workspace.edit(join(workspace).id, Wish(note="one"))
    assert other.changed()
    assert other.edit(join(other).id, Wish(role="二")).number == 2
    workspace.reload()
    assert (join(workspace).note, join(workspace).role) == ("one", "二")


@pytest.mark.parametrize("query", ["离开车间", "離開車間", "吴棠"])
def test_an_event_of_ones_own_is_found_in_either_script(workspace: Workspace, query: str) -> None:
    workspace.add_event(Wish(type="leave", people=("吴棠",), summary="吴棠离开车间", date="2025-06"))
    assert [event.summary for event in workspace.index.search(query)] == ["吴棠离开车间"]


def test_an_event_of_ones_own(workspace: Workspace) -> None:
    workspace.add_event(Wish(type="leave", people=("Ines Holm", "吴棠"), from_="砚北科技", date="june 2025"))
    event = next(e for e in workspace.timeline.events if "added" in e.edited)
    names = {p.id: p.name for p in workspace.timeline.people}
    assert [names[p] for p in event.people] == [names[join(workspace).people[0]], "吴棠"]
    assert (event.date.edtf, event.from_, event.sources) == ("2025-06", join(workspace).to, ())
    assert workspace.index.search("wutang")[0].id == event.id
    workspace.edit(event.id, Wish(hidden=True))
    assert event.id not in {e.id for e in workspace.timeline.events}


def test_people_are_made_one_and_two_again(workspace: Workspace) -> None:
    before, events = len(workspace.timeline.people), len(workspace.timeline.events)
    workspace.merge_entities("person", "Tobin Varga", "Ines Holm")
    assert len(workspace.timeline.people) == before - 1
    merged = next(p for p in workspace.timeline.people if "Ines Holm" in (p.name, *p.aliases))
    assert "Tobin Varga" in (merged.name, *merged.aliases)
    workspace.take_back()
    workspace.split_entity("Ines Holm", ["b.txt"])
    assert len(workspace.timeline.people) == before + 1
    assert len(workspace.timeline.events) == events + 1, "two people make two moves"


WRONG: dict[str, tuple[Callable[[Workspace], Correction], str]] = {
    "nothing to change": (lambda w: w.edit(join(w).id, Wish()), "Say what to change"),
    "no such event": (lambda w: w.edit("zzzz", Wish(note="x")), "No event has the id zzzz; .*find"),
    "no such type": (lambda w: w.edit(join(w).id, Wish(type="moved")), "moved is no type"),
    "no such status": (lambda w: w.edit(join(w).id, Wish(status="true")), "true is no status"),
    "no date": (lambda w: w.edit(join(w).id, Wish(date="gestern?")), "is no date"),
    "backwards": (lambda w: w.edit(join(w).id, Wish(date="2024-05/2024-04")), "ends before it begins"),
    "no summary": (lambda w: w.edit(join(w).id, Wish(summary=" ")), "cannot be empty"),
    "an event without a type": (lambda w: w.add_event(Wish(people=("x",))), "--type"),
    "an event about nothing": (lambda w: w.add_event(Wish(type="join")), "who or what"),
    "merge with nobody": (lambda w: w.merge_entities("person", "Ines Holm", "Nobody"), "no person Nobody"),
    "merge with oneself": (lambda w: w.merge_entities("person", "Ines Holm", "伊内斯·霍姆"), "one already"),
    "split everything": (lambda w: w.split_entity("Ines Holm", ["a.txt", "b.txt"]), "some of them, not all"),
    "split nothing": (lambda w: w.split_entity("Ines Holm", ["c.txt"]), "nothing to split off"),
    "split in no article": (lambda w: w.split_entity("Ines Holm", ["z.txt"]), "no article z.txt"),
    "take back what is not": (lambda w: w.take_back(7), "No correction 7"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(workspace: Workspace, name: str) -> None:
    assert workspace.path is not None
    before = workspace.path.read_bytes()
    do, sentence = WRONG[name]
    with pytest.raises(UsageError, match=sentence):
        do(workspace)
    assert workspace.path.read_bytes() == before


def test_a_correction_that_cannot_be_written_is_not_shown_either(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from talent_tui.store import files

    def full(_: Path, data: bytes, like: Path) -> None:
        raise OSError(28, "No space left on device")

    plain = to_json(workspace.timeline)
    monkeypatch.setattr(files, "_write_flushed", full)
    with pytest.raises(StoreError, match="No space left"):
        workspace.edit(join(workspace).id, Wish(note="x"))
    assert to_json(workspace.timeline) == plain
    assert workspace.corrections() == ()


@pytest.mark.parametrize(
    ("typed", "edtf", "start", "end"),
    [
        ("2024", "2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03", "2024-02-03"),
        ("2024-02-03/2024-02-08", "2024-02-03/2024-02-08", "2024-02-03", "2024-02-08"),
        ("2024-02/2024-03", "2024-02-01/2024-03-31", "2024-02-01", "2024-03-31"),
        ("../2024-02", "[..2024-02-29]", None, "2024-02-29"),
        ("2024-02-03/..", "2024-02-03/..", "2024-02-03", None),
        ("去年10月", "2025-10", "2025-10-01", "2025-10-31"),
        ("june 2025", "2025-06", "2025-06-01", "2025-06-30"),
        ("-", None, None, None),
    ],
)
def test_days_as_they_are_typed(typed: str, edtf: str | None, start: str | None, end: str | None) -> None:
    span = given_days(typed, TODAY)
    assert span.edtf == edtf
    assert (span.start, span.end) == tuple(date.fromisoformat(d) if d else None for d in (start, end))
    assert span.because == "set by hand"


@pytest.mark.parametrize("typed", ["2024-13", "2024-02-30", "soonish", "../..", "2024-1-1-1", "06/07/2025"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        given_days(typed, TODAY)


def test_corrections_read_as_lines(workspace: Workspace) -> None:
    event = join(workspace)
    done = workspace.edit(event.id, Wish(date="2024-03", people=("Ines Holm",), to="-", hidden=True))
    name = next(p.name for p in workspace.timeline.people if p.id == event.people[0])
    assert described(done.deed) == f"{event.id}: date = 2024-03; people = {name}; to = nothing; hidden"
