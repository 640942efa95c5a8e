"""The last session comes back; `--fresh` starts without it, and does not take its place by looking about."""

import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from talent_tui.cli import parse
from talent_tui.desk import Desk, Session
from talent_tui.index import Filters, Remembered
from talent_tui.model import Timeline
from talent_tui.tui.app import TalentApp
from talent_tui.tui.session import Keeper
from tests.tui.story import STORY, Shelf

WIDE = (160, 48)


@asynccontextmanager
async def opened(
    path: Path, *keys: str, size: tuple[int, int] = WIDE, shelf: Shelf | None = None, fresh: bool = False
) -> AsyncIterator[tuple[Pilot[None], TalentApp]]:
    app = TalentApp(shelf or Shelf(), Desk(path), fresh=fresh)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        yield pilot, app


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.json"


async def left(path: Path, *keys: str, size: tuple[int, int] = WIDE, fresh: bool = False) -> None:
    """Start, press keys, leave."""
    async with opened(path, *keys, "q", size=size, fresh=fresh):
        pass


async def test_filters_and_the_event_under_the_cursor_come_back(path: Path) -> None:
    async with opened(path, "c", "space", "t", "x", "T", "end") as (pilot, app):
        filters, event = app.browser.history.now, app.browser.event
        assert filters.conditions
        await press(pilot, "q")
    async with opened(path) as (pilot, app):
        assert app.browser.history.now == filters
        assert app.browser.event == event
        shown = app.browser.view.shown
        assert app.browser.footer.message == f"As you left it: {shown} of 11 events (X clears, u undoes)."
        await press(pilot, "u")
        assert app.browser.history.now == Filters()


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        (["p"], "pane"),
        (["w"], "pane"),
        (["space"], "marked"),
        (["minus"], "folded"),
        (["w", "plus", "plus", "left", "T"], "day"),
        (["enter", "z"], "zoomed"),
        (["p", "z"], "zoomed"),
        (["A"], "lower"),
        (["p", "equals_sign", "T"], "orders"),
        (["ctrl+t", "ctrl+t"], "theme"),
        (["slash", *"oyl", "enter", "b"], "pane"),
    ],
    ids=["people", "chart", "marks", "folded", "zoomed chart", "zoomed detail", "zoomed people", "articles", "order",
         "theme", "filters"],
)  # fmt: skip
@pytest.mark.parametrize("size", [(80, 24), WIDE], ids=["80x24", "160x48"])
async def test_panes_places_and_theme_come_back(path: Path, keys: list[str], what: str, size: tuple[int, int]) -> None:
    await left(path, *keys, size=size)
    session = Desk(path).session
    assert session is not None
    assert getattr(session, what) != getattr(Session(), what)
    async with opened(path, size=size) as (pilot, app):
        app.keep_session()
        await press(pilot, "q")
    assert Desk(path).session == session


async def test_the_chart_is_as_near_as_it_was(path: Path) -> None:
    async with opened(path, "w", "plus", "plus") as (pilot, app):
        unit, chosen = app.browser.when.unit, app.browser.when.chosen
        assert unit == "day"
        await press(pilot, "q")
    async with opened(path) as (_, app):
        assert app.browser.when.unit == unit
        assert app.browser.when.chosen == chosen
        assert app.browser.focused is app.browser.when


async def test_a_change_of_the_timeline_leaves_the_chart_zoomed(path: Path) -> None:
    shelf = Shelf()
    async with opened(path, "w", "plus", "plus", shelf=shelf) as (pilot, app):
        chosen = app.browser.when.chosen
        shelf.newer = msgspec.structs.replace(STORY, events=STORY.events[:-1])
        await pilot.pause(2.2)
        await press(pilot)
        assert app.browser.when.unit == "day"
        assert app.browser.when.chosen == chosen


async def test_it_is_kept_while_one_works_not_only_at_the_end(path: Path) -> None:
    async with opened(path, "c", "space") as (pilot, app):
        await pilot.pause(3.3)
        await press(pilot)
        kept = Desk(path).session
        assert kept is not None
        assert kept.shown.filters == app.browser.history.now


async def test_what_is_only_being_typed_is_not_part_of_it(path: Path) -> None:
    async with opened(path, "c", "space", "slash", *"oyl") as (_, app):
        settled = app.browser.settled
        assert settled != app.browser.history.now
        app.keep_session()
        await app.workers.wait_for_complete()
    kept = Desk(path).session
    assert kept is not None
    assert kept.shown.filters == settled


async def test_fresh_starts_without_and_leaves_what_is_kept_until_something_is_done(path: Path) -> None:
    await left(path, "c", "space", "ctrl+t")
    kept = path.read_bytes()
    async with opened(path, "j", "j", "p", "w", "left", "T", fresh=True) as (pilot, app):
        assert app.browser.history.now == Filters()
        assert app.theme == "talent-dark"
        await press(pilot, "q")
    assert path.read_bytes() == kept, "looking about is nothing done"
    await left(path, "t", "space", fresh=True)
    session = Desk(path).session
    assert session is not None
    assert [c.facet for c in session.shown.filters.conditions if hasattr(c, "facet")] == ["type"]


async def test_looking_on_and_leaving_writes_nothing(path: Path) -> None:
    await left(path, "c", "space")
    kept = path.read_bytes()
    await left(path)
    assert path.read_bytes() == kept


async def test_an_empty_timeline_does_not_take_the_place_of_what_is_kept(path: Path) -> None:
    await left(path, "c", "space")
    kept = path.read_bytes()
    async with opened(path, "q", shelf=Shelf(Timeline())):
        pass
    assert path.read_bytes() == kept


async def test_what_is_gone_from_the_timeline_is_told(path: Path) -> None:
    await left(path, "slash", *"oyl", "enter", "p", "space", "T", "space")
    gone = msgspec.structs.replace(STORY, people=STORY.people[:2], events=STORY.events[:5])
    async with opened(path, shelf=Shelf(gone)) as (_, app):
        assert app.browser.footer.message.startswith("No longer in the timeline and left out: 欧阳岚.")
        assert [c for c in app.browser.history.now.conditions if hasattr(c, "facet")] == []
        assert app.browser.timeline.marked <= {e.id for e in STORY.events[:5]}


STRANGE = [
    Session(pane="no such pane", zoomed="footer", side="middle", theme="neon", event="?", marked=("x",)),
    Session(upper={"left": "company", "middle": "type"}, lower={"left": "person", "right": "company"}),
    Session(unit="day", day=date.max, orders={"person": "colour", "nobody": "name"}),
    Session(unit="year", day=date.min, shown=Remembered(Filters().searched("x"), ("one", "too many"))),
    Session(side="right", pane="facet-outlet", zoomed="facet-outlet", upper={"right": "outlet"}),
]


@pytest.mark.parametrize("session", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 10)], ids=str)
async def test_whatever_a_session_says_the_app_starts(path: Path, session: Session, size: tuple[int, int]) -> None:
    Desk(path).keep(session)
    async with opened(path, "j", "tab", "T", size=size) as (_, app):
        assert app.is_running
        assert app.browser.timeline.has_focus or app.browser.zoomed is not None


async def test_a_session_from_a_large_terminal_fits_a_small_one(path: Path) -> None:
    await left(path, "s", size=(200, 60))
    async with opened(path, size=(80, 24)) as (pilot, app):
        assert app.browser.focused is not None
        assert app.browser.focused.display
        await press(pilot, "j", "space")


async def test_a_disk_that_refuses_is_said_when_one_leaves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with opened(tmp_path / "file" / "desk.json", "c", "space") as (pilot, app):
        await press(pilot, "q")
        assert app.parting.startswith("Views and session are not kept (a file is in the way of their folder): ")


async def test_a_disk_that_refuses_is_tried_once_more_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with opened(path, "c") as (pilot, app):
        with monkeypatch.context() as full:
            full.setattr(os, "fsync", refuse)
            await press(pilot, "space")
            app.keep_session()
            await press(pilot)
            assert app.browser.footer.message.startswith("Views and session are not kept (No space left on device): ")
        filters = app.browser.history.now
        await press(pilot, "q")
        assert app.parting == ""
    session = Desk(path).session
    assert session is not None
    assert session.shown.filters == filters


async def test_a_damaged_file_is_told_and_the_app_starts(path: Path) -> None:
    await left(path, "c", "space")
    path.write_bytes(path.read_bytes()[:40])
    async with opened(path) as (_, app):
        assert app.browser.footer.message.startswith("Views and session were damaged")
        assert str(next(path.parent.glob("desk.damaged-*"))) in app.browser.footer.message


def test_only_a_deed_takes_the_place_of_another_session() -> None:
    first = Session(event="e1")
    keeper = Keeper(waits_for_a_deed=True)
    assert not keeper.is_due(first), "nothing is due before it has begun"
    keeper.begin(first)
    moved = msgspec.structs.replace(first, event="e2", pane="when", day=date(2025, 1, 1))
    assert not keeper.is_due(moved)
    done = msgspec.structs.replace(moved, marked=("e2",))
    assert keeper.is_due(done)
    keeper.kept(done)
    assert not keeper.is_due(done)
    assert keeper.is_due(msgspec.structs.replace(done, event="e3"))


def test_the_command_line_knows_fresh() -> None:
    assert parse(["--fresh"]).fresh
    assert not parse([]).fresh
