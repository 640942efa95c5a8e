"""Draw the guide's pictures from the app itself, on the sample articles: `make pictures`."""

import asyncio
import os
import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TALENT_TUI_LANG"] = "en"

from rich.cells import cell_len

from talent_tui.tui.app import TalentApp
from talent_tui.tui.help import key_table
from talent_tui.workspace import Workspace

FOLDER = Path(__file__).parent / "pictures"
GUIDE = Path(__file__).parent / "guide.md"
BEGIN, END = "<!-- keys: written by `make pictures` -->\n", "<!-- end of keys -->"


class Picture(NamedTuple):
    """A screen: its size in cells and the keys that lead to it."""

    columns: int
    lines: int
    keys: tuple[str, ...]


def _saved(name: str, *keys: str) -> tuple[str, ...]:
    """The keys that filter, and those that give what shows a name."""
    return (*keys, "S", *("space" if letter == " " else letter for letter in name), "enter")


PICTURES: dict[str, Picture] = {
    "browser": Picture(150, 40, ("c", "space", "t", "space", "T", "j", "j", "j", "j")),
    "narrow": Picture(80, 24, ("g", *"scale", "enter", "backspace", "end", "pageup")),
    "search": Picture(120, 32, ("slash", *"meta 143")),
    "filters": Picture(120, 32, ("c", "space", "j", "x", "t", "space", "b", "space", "right", "exclamation_mark")),
    "views": Picture(
        100,
        16,
        (
            *_saved("Who joined Meta", "c", "space", "t", "space"),
            *_saved("未证实的Meta消息", "X", "slash", *"meta", "enter", "s", "x"),
            *_saved("Summer 2025", "X", "d", *"2025-06..2025-08", "enter"),
            "V",
            "j",
        ),
    ),
    "when": Picture(120, 32, ("w", "plus", "left", "space", "right", "right")),
    "company": Picture(120, 32, ("c", "enter")),
    "reader": Picture(120, 32, ("c", "space", "T", "j", "j", "r")),
    "light": Picture(120, 32, ("ctrl+t", "c", "space", "T")),
}


async def draw(workspace: Workspace, picture: Picture) -> str:
    """The screen as SVG, without the passing message of the last key."""
    app = TalentApp(workspace)
    async with app.run_test(size=(picture.columns, picture.lines)) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        for field in app.screen.query("Input"):
            field.set_reactive(type(field).cursor_blink, False)  # type: ignore[attr-defined]
        await pilot.pause()
        return with_cell_widths(app.export_screenshot())


_TEXT = re.compile(r'(<text [^>]*textLength=")([0-9.]+)("[^>]*>)([^<]*)(?=</text>)')
_CELL = 12.2
"""Width of a terminal cell in an exported picture."""


def with_cell_widths(svg: str) -> str:
    """The picture with its runs as long as they are in cells: the export counts characters, and squeezes Chinese."""

    def widened(match: re.Match[str]) -> str:
        return f"{match[1]}{cell_len(unescape(match[4])) * _CELL:.1f}{match[3]}{match[4]}"

    return _TEXT.sub(widened, svg)


def write_keys() -> None:
    """Put the table of keys into the guide."""
    before, rest = GUIDE.read_text(encoding="utf-8").split(BEGIN)
    GUIDE.write_text(f"{before}{BEGIN}{key_table()}{END}{rest.split(END)[1]}", encoding="utf-8")


def main() -> None:
    """Draw all of them, and write the keys."""
    write_keys()
    FOLDER.mkdir(exist_ok=True)
    workspace = Workspace.sample()
    for name, picture in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(draw(workspace, picture)), encoding="utf-8")


if __name__ == "__main__":
    main()
