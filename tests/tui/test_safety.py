"""No text of an article commands the terminal or the app."""

import re

import pytest
from textual.strip import Strip

from talent_tui.tui.app import TalentApp
from tests.tui.story import Shelf

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
SCREENS = {
    "timeline": ["end"],
    "detail": ["end", "enter", "j"],
    "reader": ["end", "r"],
    "articles": ["A"],
    "outlets": ["o"],
    "palette": ["g", *"oyl"],
    "person": ["g", *"oyl", "enter"],
    "article's name": ["g", *"[bold]"],
}


def lines(app: TalentApp) -> list[Strip]:
    width, height = app.size
    return list(app.screen._compositor.render_strips()) if width and height else []


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS.keys())
async def test_controls_never_reach_the_screen_and_markup_stays_text(keys: list[str]) -> None:
    app = TalentApp(Shelf())
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        shown = "\n".join(strip.text for strip in lines(app))
        for strip in lines(app):
            for segment in strip:
                assert not CONTROL.search(segment.text)
                assert segment.control is None
                assert "@click" not in (segment.style.meta if segment.style else {})
        assert "[" in shown


async def test_text_that_looks_like_an_action_does_nothing_when_clicked() -> None:
    app = TalentApp(Shelf())
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        shown = [strip.text for strip in lines(app)]
        row = next(i for i, text in enumerate(shown) if "[@click=app.quit]" in text)
        await pilot.click(offset=(shown[row].index("欧阳岚"), row))
        await pilot.pause()
        assert app.is_running
        assert app.return_code in (None, 0)


async def test_what_is_copied_is_harmless_too() -> None:
    from talent_tui.tui.citation import copies

    shelf = Shelf()
    for event in shelf.index.events:
        for form in ("event", "markdown", "fact"):
            text = copies([(event, event.sources[0])], shelf.index, form)
            assert not CONTROL.search(text)
