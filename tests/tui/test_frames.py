"""A large timeline's panes are brought up to date one a frame; whoever goes on finds them as they should be."""

from collections.abc import Iterator

import pytest

from talent_tui.tui import browser as browsing
from talent_tui.tui.frames import Frames
from tests.tui.test_browser import opened


@pytest.fixture(autouse=True)
def any_timeline_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "LARGE", 1)


def steps(done: list[str], name: str) -> Iterator[None]:
    for number in range(2):
        done.append(f"{name}{number}")
        yield


async def test_new_work_takes_the_place_of_what_is_due() -> None:
    async with opened() as (_, browser):
        done: list[str] = []
        frames = Frames(browser)
        frames.put(steps(done, "old"))
        frames.put(steps(done, "new"))
        frames.catch_up()
        frames.catch_up()
        assert done == ["new0", "new1"]


@pytest.mark.parametrize("keys", [("p", "space"), ("c", "space", "t", "space"), ("slash", *"lin"), ("c", "x", "u")])
async def test_all_panes_show_the_filters_in_the_end(keys: tuple[str, ...]) -> None:
    async with opened() as (pilot, browser):
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*keys)
        browser.frames.catch_up()
        for pane in browser.shown_facets():
            assert pane._counts == browser.view.counts(pane.facet), pane.facet
        assert browser.when._view is browser.view
        assert browser.detail.event is browser.event
        assert browser.timeline.count >= browser.view.shown


async def test_a_step_through_what_is_found_waits_for_the_search() -> None:
    async with opened("slash", *"lin", "down") as (pilot, browser):
        await pilot.pause()
        assert browser.view.filters is browser.history.now
        assert browser.event is browser.index.events[browser.view.positions[1]]
