"""Saved views by keys and mouse: named, counted, brought back, renamed, deleted, undone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from talent_tui.desk import Desk
from talent_tui.index import Filters, remember
from talent_tui.model import Timeline
from talent_tui.tui.app import TalentApp
from talent_tui.tui.browser import BrowserScreen
from talent_tui.tui.views import ViewsScreen
from tests.tui.story import EVENTS, STORY, Shelf

WITHOUT_OUYANG = msgspec.structs.replace(
    STORY,
    people=tuple(p for p in STORY.people if p.id != "ouyang-lan"),
    events=tuple(e for e in STORY.events if "ouyang-lan" not in e.people),
)
BUSY = ["c", "space", "j", "x", "t", "space", "b", "exclamation_mark", "l", "l", "space", "slash", *"bei", "enter"]
"""Asked for and pinned, excluded, switched off, searched for."""


@asynccontextmanager
async def opened(
    *keys: str, desk: Desk | None = None, shelf: Shelf | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], TalentApp]]:
    app = TalentApp(shelf or Shelf(), desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        yield pilot, app


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what is done beside the screen."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def rows(app: TalentApp) -> list[str]:
    """The lines of the list of views."""
    screen = app.screen
    assert isinstance(screen, ViewsScreen)
    return ["".join(piece.text for piece in row).rstrip() for row, _ in screen.lines.rows]


def said(app: TalentApp) -> str:
    screen = app.screen
    assert isinstance(screen, BrowserScreen | ViewsScreen)
    return screen.footer.message


def desk_with(path: Path | None = None, /, **views: Filters) -> Desk:
    """A desk with views of the story."""
    desk = Desk(path)
    for name, filters in views.items():
        desk.save(name, remember(filters, Shelf().index))
    return desk


async def test_filters_are_named_and_come_back_just_as_they_were() -> None:
    async with opened(*BUSY, "S", *"busy", "enter") as (pilot, app):
        filters = app.browser.history.now
        assert len(filters.conditions) == 4
        assert [c.enabled for c in filters.conditions].count(False) == 1
        assert [c.pinned for c in filters.conditions].count(True) == 1
        assert said(app) == 'Saved as "busy" (V lists the views).'
        assert app.browser.focused is app.browser.timeline
        shown = app.browser.view.shown
        await press(pilot, "X", "b", "x", "T", "V")
        assert rows(app)[0].split()[:2] == [str(shown), "busy"]
        await press(pilot, "enter")
        assert app.screen is app.browser
        assert app.browser.history.now == filters
        assert said(app) == f'"busy": {shown} of 11 events (u undoes).'
        await press(pilot, "u")
        assert app.browser.history.now == Filters()


async def test_the_counts_follow_the_timeline() -> None:
    shelf = Shelf()
    desk = desk_with(ouyang=Filters().toggled("person", "ouyang-lan"), joins=Filters().toggled("type", "join"))
    async with opened("V", desk=desk, shelf=shelf) as (pilot, app):
        assert [row.split()[:2] for row in rows(app)] == [["3", "joins"], ["3", "ouyang"]]
        shelf.newer = msgspec.structs.replace(STORY, events=EVENTS[:5])
        await pilot.pause(2.2)
        await press(pilot)
        assert [row.split()[:2] for row in rows(app)] == [["1", "joins"], ["0", "ouyang"]]
        assert app.screen.query_one("#lines").has_focus


async def test_what_is_gone_is_told_and_the_rest_opens() -> None:
    asked = Filters().toggled("person", "ouyang-lan").toggled("type", "join").toggled("company", "beizhu")
    async with opened("V", desk=desk_with(mix=asked), shelf=Shelf(WITHOUT_OUYANG)) as (pilot, app):
        assert rows(app)[0].endswith("gone: 欧阳岚")
        await press(pilot, "enter")
        assert app.browser.history.now == asked.without(asked.conditions[0])
        assert said(app).startswith("No longer in the timeline and left out: 欧阳岚.")
        await press(pilot, "V")
        assert rows(app)[0].endswith("gone: 欧阳岚"), "the view itself is as it was saved"


async def test_a_taken_name_is_asked_about_before_it_is_replaced() -> None:
    desk = desk_with(meta=Filters().toggled("type", "leave"))
    async with opened("c", "space", "S", *"Meta", desk=desk) as (pilot, app):
        before = desk.views["meta"]
        await press(pilot, "enter")
        assert app.browser.prompt.display
        assert desk.views["meta"] == before
        await press(pilot, "x", "backspace", "enter")
        assert app.browser.prompt.display, "typing asks anew"
        await press(pilot, "enter")
        assert desk.views["meta"].name == "Meta"
        assert desk.views["meta"].shown.filters == app.browser.history.now
        await press(pilot, "V", "u")
        assert desk.views["meta"] == before


async def test_escape_gives_naming_up() -> None:
    async with opened("c", "space", "S", *"abc", "escape") as (pilot, app):
        assert app.desk.views == {}
        assert app.browser.view.hidden > 0
        await press(pilot, "S", "enter")
        assert app.browser.prompt.display, "no name is none"


async def test_renaming_deleting_and_undoing() -> None:
    desk = desk_with(a=Filters().toggled("type", "join"), b=Filters().toggled("type", "leave"))
    async with opened("V", "j", "r", "backspace", *"z z", "enter", desk=desk) as (pilot, app):
        assert [view.name for view in desk.views.values()] == ["a", "z z"]
        assert said(app) == 'Renamed to "z z" (u undoes).'
        await press(pilot, "home", "x")
        assert [view.name for view in desk.views.values()] == ["z z"]
        assert said(app) == '"a" was deleted (u brings it back).'
        await press(pilot, "u", "u")
        assert [view.name for view in desk.views.values()] == ["a", "b"]
        await press(pilot, "r", "backspace", "b", "enter")
        assert len(desk.views) == 2, "renaming to a name that is taken is asked about"
        await press(pilot, "escape", "escape")
        assert app.screen is app.browser


async def test_saving_from_the_list_takes_the_filters_that_are_set() -> None:
    async with opened("c", "space", "V", "S", *"here", "enter") as (_, app):
        assert [view.shown.filters for view in app.desk.views.values()] == [app.browser.history.now]
        assert rows(app)[0].startswith(" * ")


async def test_without_filters_or_views_the_reason_is_said() -> None:
    async with opened("S") as (pilot, app):
        assert said(app) == "save view: no filter is set"
        await press(pilot, "V")
        assert rows(app)[0].startswith(" No view is saved yet")
        await press(pilot, "enter")
        assert said(app) == "open: no view is under the cursor"
        await press(pilot, "u")
        assert said(app) == "undo: nothing to undo"


async def test_the_palette_and_going_by_name_know_the_views() -> None:
    desk = desk_with(谁离开了=Filters().toggled("type", "leave"))
    for keys in (["ctrl+p", *"离开了"], ["g", *"谁离"]):
        async with opened(*keys, "enter", desk=desk) as (_, app):
            assert app.browser.history.now == Filters().toggled("type", "leave")
    async with opened("ctrl+p", *"saved views", "enter", desk=desk) as (_, app):
        assert isinstance(app.screen, ViewsScreen)


async def test_the_mouse_does_all_of_it() -> None:
    desk = desk_with(a=Filters().toggled("type", "join"), b=Filters().toggled("type", "leave"))
    async with opened(desk=desk) as (pilot, app):
        await pilot.click("#crumbs", offset=(3, 0))
        await press(pilot, *"list the saved")
        await pilot.click("#jump-list", offset=(5, 1))
        await press(pilot)
        assert isinstance(app.screen, ViewsScreen)
        await pilot.click("#lines", offset=(8, 2))
        await press(pilot)
        assert app.screen.key == "b"
        line = app.screen.footer.render_line(0).text
        await pilot.click("#footer", offset=(line.index("x delete"), 0))
        await press(pilot)
        assert list(desk.views) == ["a"]
        await pilot.click("#lines", offset=(8, 1), times=2)
        await press(pilot)
        assert app.browser.history.now == Filters().toggled("type", "join")


async def test_another_programs_views_come_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    async with opened("V", desk=Desk(path)) as (pilot, app):
        desk_with(path, theirs=Filters().toggled("type", "join"))
        await pilot.pause(2.2)
        await press(pilot)
        assert rows(app)[0].split()[:2] == ["3", "theirs"]


async def test_a_disk_that_refuses_is_one_sentence_and_the_app_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with opened(desk=Desk(tmp_path / "file" / "desk.json")) as (pilot, app):
        assert said(app).startswith("Views and session are not kept (Not a directory): ")
        await press(pilot, "c", "space", "S", *"abc", "enter")
        assert said(app).startswith("Views and session are not kept (")
        await press(pilot, "V")
        assert any("not kept" in row for row in rows(app))
        await press(pilot, "escape", "u")
        assert app.browser.history.now == Filters()


@pytest.mark.parametrize("name", ["[bold]x[/bold]", "\x1b[31m", "\u202eabc", "@click"])
async def test_a_name_is_text(name: str) -> None:
    async with opened("V", desk=desk_with(**{name: Filters().searched("x")})) as (_, app):
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert name.strip("\x1b\u202e")[:3] in shown


async def test_an_empty_timeline_has_no_views_to_name() -> None:
    async with opened(shelf=Shelf(Timeline())) as (_, app):
        assert app.desk.views == {}
