"""What the screens look like, driven by keys, at three sizes. The pictures lie in `__snapshots__`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from talent_tui.model import Timeline
from talent_tui.tui.app import TalentApp
from tests.tui.story import Shelf

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
FIRST_VIEW = ["c", "space", "t", "space", "S", *"arrivals", "enter"]
SECOND_VIEW = ["X", "p", "x", "slash", *"bei", "enter", "b", "space", "S", *"谁来了", "enter"]
STATES: dict[str, list[str]] = {
    "timeline": [],
    "timeline-below": ["down", "down", "down"],
    "folded": ["minus"],
    "marked": ["space", "space"],
    "people": ["p", "j"],
    "companies": ["c"],
    "types": ["t"],
    "outlets": ["o"],
    "statuses": ["s"],
    "articles": ["A", "j"],
    "add": ["a", *"news/"],
    "publication": ["D", *"2025-07-02"],
    "correct": ["E"],
    "review": ["R"],
    "filtered": ["c", "space", "t", "j", "space"],
    "excluded": ["c", "space", "j", "x"],
    "together": ["c", "space", "j", "space", "m"],
    "switched-off": ["c", "space", "t", "space", "b", "space", "right", "exclamation_mark"],
    "nothing-left": ["slash", *"nobody", "enter"],
    "search": ["slash", *"lrc"],
    "days": ["d", *"2025-06..2025-07"],
    "days-unread": ["d", *"zzz", "enter"],
    "when": ["w"],
    "when-months": ["w", "plus"],
    "when-range": ["w", "space", "left", "left"],
    "detail": ["j", "enter", "j"],
    "zoomed": ["j", "enter", "z"],
    "reason": ["u"],
    "reader": ["j", "r"],
    "reader-next": ["j", "r", "n"],
    "hostile": ["end", "r"],
    "person": ["p", "enter"],
    "company": ["c", "enter"],
    "jump": ["g", *"bei"],
    "palette": ["ctrl+p", *"un"],
    "help": ["question_mark"],
    "help-facet": ["p", "question_mark"],
    "views-none": ["V"],
    "views": [*FIRST_VIEW, *SECOND_VIEW, "V", "j"],
    "view-named": [*FIRST_VIEW, "S", *"arriv"],
    "view-asked": [*FIRST_VIEW, "S", *"arrivals", "enter"],
    "light": ["ctrl+t"],
    "terminal-colours": ["ctrl+t", "ctrl+t", "p"],
}


class SnapCompare(Protocol):
    def __call__(
        self, app: TalentApp, *, press: list[str], terminal_size: tuple[int, int], run_before: object = None
    ) -> bool: ...


async def hold_still(pilot: Pilot[None]) -> None:
    """Let no cursor blink, and what is done beside the screen be done."""
    for _ in range(3):
        # What a worker has done may start the next one: an article is added, then the timeline is read anew.
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("keys", STATES.values(), ids=STATES.keys())
def test_screen(snap_compare: SnapCompare, keys: list[str], size: tuple[int, int]) -> None:
    async def still(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await hold_still(pilot)

    assert snap_compare(TalentApp(Shelf()), press=[], terminal_size=size, run_before=still)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_welcome(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    assert snap_compare(TalentApp(Shelf(Timeline())), press=[], terminal_size=size, run_before=settle)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_pasted(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    async def paste(pilot: Pilot[None]) -> None:
        pilot.app.post_message(Paste("林若川于昨天离开青崖科技。\n" * 9))
        for _ in range(2):
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
        await pilot.press(*"2025-07-02", "tab", "tab", *"www.tide.example", "enter")
        await hold_still(pilot)

    assert snap_compare(TalentApp(Shelf()), press=[], terminal_size=size, run_before=paste)


IN_CHINESE = ("timeline", "filtered", "detail", "person", "when-months", "help", "jump")


@pytest.mark.parametrize("state", IN_CHINESE)
def test_chinese(snap_compare: SnapCompare, in_chinese: None, state: str) -> None:
    async def still(pilot: Pilot[None]) -> None:
        await pilot.press(*STATES[state])
        await hold_still(pilot)

    assert snap_compare(TalentApp(Shelf()), press=[], terminal_size=SIZES["80x24"], run_before=still)


def test_every_picture_belongs_to_a_test() -> None:
    pictures = {path.stem for path in (Path(__file__).parent / "__snapshots__" / "test_snapshots").glob("*.svg")}
    wanted = (len(STATES) + 2) * len(SIZES) + len(IN_CHINESE)
    assert len(pictures) in (0, wanted)
