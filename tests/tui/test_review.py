"""Going through the queue by keys: vouching, hiding, putting right, taking back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from talent_tui.correcting import Wish
from talent_tui.model import Event, UsageError
from talent_tui.tui.app import TalentApp
from talent_tui.tui.browser import BrowserScreen
from talent_tui.tui.review import as_line, wish_of
from talent_tui.workspace import Workspace
from tests.factories import company, make_event, make_record, person

FIRMS = [company("Ombra"), company("Tern"), company("Brightmere")]
PEOPLE = [person("林若川", ident="lin"), person("Tobin Varga", ident="varga")]


def records() -> Workspace:
    sure = make_event("join", ["lin"], "ombra", "tern", day="2025-06-01", quote="林若川去了特恩")
    guess = make_event("leave", ["varga"], "tern", day="2025-06-02", certainty="check", quote="瓦尔加走了")
    denied = make_event("join", ["varga"], None, "brightmere", day="2025-06-03", status="denied", quote="瓦尔加没来")
    return Workspace.in_memory([make_record(sure, guess, denied, people=PEOPLE, companies=FIRMS)])


@asynccontextmanager
async def opened(*keys: str) -> AsyncIterator[tuple[Pilot[None], BrowserScreen, Workspace]]:
    workspace = records()
    app = TalentApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in keys:
            await press(pilot, key)
        yield pilot, app.browser, workspace


async def press(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def current(browser: BrowserScreen) -> Event:
    assert browser.event is not None
    return browser.event


def shown(browser: BrowserScreen) -> int:
    return len(browser.index.events)


def types(workspace: Workspace) -> list[str]:
    return [f"{e.type} {e.status}" for e in workspace.timeline.events]


async def test_the_queue_is_gone_through_until_nothing_is_left() -> None:
    async with opened("R") as (pilot, browser, workspace):
        assert current(browser).status == "denied"
        await press(pilot, "R")
        assert current(browser).type == "leave"
        await press(pilot, "R")
        assert current(browser).status == "denied", "round again"
        await press(pilot, "v")
        assert current(browser).type == "leave", "the next comes by itself"
        await press(pilot, "x")
        assert workspace.queue() == ()
        assert types(workspace) == ["join confirmed", "join denied"]
        assert len(browser.index.events) == 2


async def test_an_event_outside_of_the_queue_stays_under_the_cursor() -> None:
    async with opened("v") as (pilot, browser, workspace):
        assert current(browser).verified is not None
        assert current(browser).id == workspace.timeline.events[0].id
        await press(pilot, "v")
        assert current(browser).verified is None
        await press(pilot, "Z")
        assert current(browser).verified is not None


async def test_wrong_is_taken_back() -> None:
    async with opened("x") as (pilot, browser, workspace):
        assert shown(browser) == 2
        assert "1 hidden as wrong" in "".join(piece.text for piece in browser.timeline.title(80))
        assert len(workspace.timeline.hidden) == 1
        await press(pilot, "Z")
        assert shown(browser) == 3
        await press(pilot, "Z")
        assert "no correction to take back" in browser.footer.message


async def test_a_line_puts_the_event_right() -> None:
    async with opened("E") as (pilot, browser, workspace):
        line = browser.prompt.field.value
        assert line.startswith("type=join; date=2025-06-01; people=林若川; from=Ombra; to=Tern")
        browser.prompt.field.value = line.replace("2025-06-01", "2025-05").replace("Tern", "Brightmere")
        await press(pilot, "enter")
        assert (current(browser).date.edtf, current(browser).to) == ("2025-05", "brightmere")
        assert current(browser).edited == ("date", "to")
        assert len(workspace.corrections()) == 1


async def test_a_line_that_is_not_understood_changes_nothing() -> None:
    async with opened("E") as (pilot, browser, workspace):
        browser.prompt.field.value = "when=yesterday"
        await press(pilot, "enter")
        assert "no field when" in browser.footer.message
        await press(pilot, "E")
        browser.prompt.field.value = "date=no such day"
        await press(pilot, "enter")
        assert "is no date" in browser.footer.message
        await press(pilot, "E")
        await press(pilot, "enter")
        assert workspace.corrections() == ()


BEFORE = "type=join; date=2025-06-01; people=A, B; from=X; to=; role=; status=reported; note="


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        (BEFORE, Wish()),
        (BEFORE.replace("from=X", "from="), Wish(from_="-")),
        (BEFORE.replace("A, B", "A，C"), Wish(people=("A", "C"))),
        (BEFORE.replace("A, B", ""), Wish(people=())),
        ("date=2025-07；note=见公告", Wish(date="2025-07", note="见公告")),
        ("summary=x = y", Wish(summary="x = y")),
        ("", Wish()),
    ],
)
def test_what_was_changed_in_the_line(line: str, wish: Wish) -> None:
    assert wish_of(line, BEFORE) == wish


@pytest.mark.parametrize("line", ["joined", "day=2025", "date=2025; oops"])
def test_what_is_no_field(line: str) -> None:
    with pytest.raises(UsageError):
        wish_of(line, BEFORE)


def test_a_line_that_nobody_changed_wishes_nothing() -> None:
    workspace = records()
    for event in workspace.timeline.events:
        line = as_line(event, workspace.index)
        assert wish_of(line, line) == Wish()
