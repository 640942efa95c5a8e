"""What the screens look like, driven by keys, at two sizes. The pictures lie in `__snapshots__`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from talent_tui.model import Timeline
from talent_tui.tui.app import TalentApp
from tests.tui.story import Shelf

SIZES = {"80x24": (80, 24), "160x48": (160, 48)}
STATES: dict[str, list[str]] = {
    "timeline": [],
    "timeline-below": ["down", "down", "down"],
    "folded": ["minus"],
    "marked": ["space", "space"],
    "people": ["p", "j"],
    "companies": ["c"],
    "types": ["t"],
    "outlets": ["o"],
    "filtered": ["c", "space", "t", "j", "space"],
    "excluded": ["c", "space", "j", "x"],
    "together": ["c", "space", "j", "space", "m"],
    "switched-off": ["c", "space", "t", "space", "b", "space", "right", "exclamation_mark"],
    "nothing-left": ["slash", *"nobody", "enter"],
    "search": ["slash", *"lrc"],
    "days": ["d", *"2025-06..2025-07"],
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
    "light": ["ctrl+t"],
    "terminal-colours": ["ctrl+t", "ctrl+t", "p"],
}


class SnapCompare(Protocol):
    def __call__(
        self, app: TalentApp, *, press: list[str], terminal_size: tuple[int, int], run_before: object = None
    ) -> bool: ...


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("keys", STATES.values(), ids=STATES.keys())
def test_screen(snap_compare: SnapCompare, keys: list[str], size: tuple[int, int]) -> None:
    async def still(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        for field in pilot.app.screen.query("Input"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        await pilot.pause()

    assert snap_compare(TalentApp(Shelf()), press=[], terminal_size=size, run_before=still)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_welcome(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    assert snap_compare(TalentApp(Shelf(Timeline())), press=[], terminal_size=size, run_before=settle)


def test_every_picture_belongs_to_a_test() -> None:
    pictures = {path.stem for path in (Path(__file__).parent / "__snapshots__" / "test_snapshots").glob("*.svg")}
    wanted = len(STATES) * len(SIZES) + len(SIZES)
    assert len(pictures) in (0, wanted)
