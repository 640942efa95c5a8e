"""What keys and clicks do in the browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from talent_tui.given import GIVEN_BY_USER, Given
from talent_tui.index import Choice, Days
from talent_tui.model import Article, Publication, Timeline
from talent_tui.tui.app import TalentApp
from talent_tui.tui.browser import BrowserScreen
from talent_tui.tui.entity import EntityScreen, Target
from talent_tui.tui.help import HelpScreen
from talent_tui.tui.jump import JumpScreen
from talent_tui.tui.pasted import PastedScreen
from talent_tui.tui.reader import ReaderScreen
from talent_tui.tui.welcome import WelcomeScreen
from tests.tui.story import STORY, Shelf


@asynccontextmanager
async def opened(
    *keys: str, size: tuple[int, int] = (120, 40), shelf: Shelf | None = None
) -> AsyncIterator[tuple[Pilot[None], BrowserScreen]]:
    app = TalentApp(shelf or Shelf())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        yield pilot, app.browser


def showing(pilot: Pilot[None]) -> object:
    return pilot.app.screen


def ids(browser: BrowserScreen) -> list[str]:
    return list(browser.view.event_ids)


async def test_space_asks_for_the_value_under_the_cursor_and_again_no_longer() -> None:
    async with opened("p", "space") as (pilot, browser):
        value = browser.facet_pane("person").value
        assert list(browser.history.now.conditions) == [Choice("person", value or "")]
        assert ids(browser) == [e.id for e in browser.index.events if value in e.people]
        await pilot.press("space")
        assert browser.history.now.conditions == ()


async def test_panes_filter_one_another_but_not_themselves() -> None:
    async with opened("c", "space") as (_, browser):
        people, firms = browser.facet_pane("person"), browser.facet_pane("company")
        view = browser.view
        assert view.hidden > 0
        assert dict(view.counts("company")) == dict(view.index.totals("company"))
        assert dict(view.counts("person")) != dict(view.index.totals("person"))
        assert firms.value == "beizhu"
        assert people.values


async def test_x_excludes() -> None:
    async with opened("c", "x") as (_, browser):
        assert all(
            "beizhu" not in event.companies for event in map(browser.index.events.__getitem__, browser.view.positions)
        )


async def test_all_chosen_values_in_one_event() -> None:
    async with opened("c", "space", "j", "space") as (pilot, browser):
        apart = browser.view.shown
        await pilot.press("m")
        assert browser.history.now.together == ("company",)
        assert 0 < browser.view.shown < apart


async def test_undo_and_redo_go_through_all_that_was_filtered_by() -> None:
    async with opened("c", "space", "t", "space", "T") as (pilot, browser):
        both = browser.history.now
        await pilot.press("u", "u")
        assert browser.history.now.conditions == ()
        await pilot.press("ctrl+r", "ctrl+r")
        assert browser.history.now == both


async def test_a_search_filters_while_it_is_typed_and_escape_gives_it_up() -> None:
    async with opened("slash", *"linr") as (pilot, browser):
        assert browser.view.shown < browser.view.total
        assert browser.prompt.display
        await pilot.press("escape")
        assert browser.view.shown == browser.view.total
        assert not browser.history.can_undo
        await pilot.press("slash", *"oyl", "enter")
        assert set(ids(browser)) == {"e06", "e07", "e10"}
        assert browser.focused is browser.timeline
        await pilot.press("u")
        assert browser.view.shown == browser.view.total


async def test_n_goes_through_the_matches_of_a_search_that_is_switched_off() -> None:
    async with opened("slash", *"oyl", "enter", "b", "space", "T", "home", "n") as (pilot, browser):
        assert browser.view.hidden == 0
        first = browser.event
        await pilot.press("n")
        assert first is not None
        assert browser.event is not None
        assert {first.id, browser.event.id} <= {"e06", "e07", "e10"}
        assert first.id != browser.event.id
        await pilot.press("N")
        assert browser.event.id == first.id


async def test_the_cursor_stays_on_its_event_when_filters_change() -> None:
    async with opened("end") as (pilot, browser):
        event = browser.event
        assert event is not None
        await pilot.press("slash", *"kestrel", "enter")
        assert browser.event is not None
        assert browser.event.id == event.id


async def test_days_are_typed_echoed_and_applied() -> None:
    async with opened("d", *"2025-06..2025-07") as (pilot, browser):
        await pilot.press("enter")
        assert browser.history.now.days == Days(date(2025, 6, 1), date(2025, 7, 31))
        assert set(ids(browser)) == {"e02", "e04", "e07", "e11"}
        await pilot.press("d", *["backspace"] * 30, "enter")
        assert browser.history.now.days is None


async def test_days_that_are_not_understood_stay_in_the_prompt() -> None:
    async with opened("d", *"zzz", "enter") as (_, browser):
        assert browser.prompt.display
        assert browser.history.now.days is None


async def test_a_range_is_chosen_in_the_chart() -> None:
    async with opened("w", "home", "space", "right", "right", "space") as (_, browser):
        days = browser.history.now.days
        assert days is not None
        assert days.start is not None
        assert days.end is not None
        assert (days.end - days.start).days > 31


async def test_filters_are_switched_pinned_turned_and_removed_in_their_row() -> None:
    async with opened("c", "space", "t", "space", "b", "space") as (pilot, browser):
        assert [c.enabled for c in browser.history.now.conditions] == [False, True]
        await pilot.press("exclamation_mark", "X")
        assert [c.pinned for c in browser.history.now.conditions] == [True]
        await pilot.press("space", "enter")
        choice = browser.history.now.conditions[0]
        assert isinstance(choice, Choice)
        assert choice.excluded
        await pilot.press("x")
        assert browser.history.now.conditions == ()


async def test_escape_steps_back_one_at_a_time() -> None:
    async with opened("c", "space", "z") as (pilot, browser):
        assert browser.zoomed is not None
        await pilot.press("escape")
        assert not browser.zoomed
        await pilot.press("escape")
        assert browser.focused is browser.timeline
        assert browser.history.now.conditions
        await pilot.press("escape")
        assert browser.history.now.conditions == ()


async def test_what_is_not_to_be_had_says_why() -> None:
    async with opened("u") as (_, browser):
        assert "nothing to undo" in browser.footer.message


async def test_undated_events_fold_under_their_publication() -> None:
    async with opened() as (pilot, browser):
        lines = browser.timeline.count
        await pilot.press("minus")
        assert browser.timeline.count < lines
        assert browser.view.hidden == 0
        await pilot.press("minus")
        assert browser.timeline.count == lines


async def test_enter_goes_into_a_person_a_company_and_comes_back() -> None:
    async with opened("p", "enter") as (pilot, browser):
        assert isinstance(pilot.app.screen, EntityScreen)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, EntityScreen)
        assert pilot.app.screen.facet == "company"
        await pilot.press("backspace", "backspace")
        assert showing(pilot) is browser


async def test_a_view_filters_the_timeline() -> None:
    async with opened("p", "enter", "space") as (pilot, browser):
        assert showing(pilot) is browser
        assert browser.view.hidden > 0


async def test_an_article_opens_at_its_event_and_leads_back_to_the_timeline() -> None:
    async with opened("r") as (pilot, browser):
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.current is not None
        source, event = screen.current
        assert screen.article.text[source.start : source.end] == source.quote
        await pilot.press("n")
        assert screen.current is not None
        assert screen.current[1].id != event.id
        wanted = screen.current[1].id
        await pilot.press("enter")
        assert showing(pilot) is browser
        assert browser.event is not None
        assert browser.event.id == wanted


async def test_go_to_anything_by_name() -> None:
    async with opened("g", *"lrc", "enter") as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, EntityScreen)
        assert screen.ident == "lin-ruochuan"


async def test_the_palette_does_what_is_chosen() -> None:
    async with opened("ctrl+p", *"types of events", "enter") as (_, browser):
        assert browser.focused is browser.facet_pane("type")


async def test_an_event_that_filters_hide_is_shown_all_the_same_and_that_can_be_undone() -> None:
    async with opened("slash", *"lrc", "enter") as (pilot, browser):
        filters = browser.history.now
        browser.show("e01")
        await pilot.pause()
        assert browser.event is not None
        assert browser.event.id == "e01"
        await pilot.press("u")
        assert browser.history.now == filters


async def test_help_opens_for_the_pane_and_closes() -> None:
    async with opened("question_mark") as (pilot, browser):
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert showing(pilot) is browser


@pytest.mark.parametrize(("size", "sides"), [((80, 24), 1), ((120, 40), 2), ((200, 60), 2)])
async def test_narrow_terminals_show_one_side_at_a_time(size: tuple[int, int], sides: int) -> None:
    async with opened("c", size=size) as (pilot, browser):
        assert browser.focused is browser.facet_pane("company")
        shown = [side for side in ("left", "right") if browser.query_one(f"#{side}").display]
        assert len(shown) == sides
        await pilot.press("p")
        assert browser.query_one("#left").display


async def test_resizing_keeps_the_place() -> None:
    async with opened("c", "space", "T", "end", size=(160, 50)) as (pilot, browser):
        event = browser.event
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert browser.event is event
        assert browser.query_one("#left").display != browser.query_one("#right").display


async def test_a_click_filters_and_a_click_in_the_row_of_filters_switches() -> None:
    async with opened() as (pilot, browser):
        await pilot.click("#facet-company", offset=(4, 1))
        await pilot.pause()
        assert browser.history.now.values("company", excluded=False) == ("beizhu",)
        await pilot.click("#facet-company", offset=(4, 2), shift=True)
        await pilot.pause()
        assert len(browser.history.now.values("company", excluded=True)) == 1
        start, _, number = browser.crumbs._spans[0]
        assert number == 0
        await pilot.click("#crumbs", offset=(start + 1, 0))
        await pilot.pause()
        assert not browser.history.now.conditions[0].enabled


async def test_the_wheel_zooms_the_chart() -> None:
    async with opened("w") as (_, browser):
        unit = browser.when.unit
        assert browser.when.zoom(1) or browser.when.zoom(-1)
        assert browser.when.unit != unit


async def test_a_timeline_that_another_process_changed_is_read_again_and_the_place_is_kept() -> None:
    shelf = Shelf()
    async with opened("c", "space", "T", "end", shelf=shelf) as (pilot, browser):
        event = browser.event
        assert event is not None
        filters = browser.history.now
        shelf.newer = Timeline(STORY.articles, STORY.people, STORY.companies, STORY.events[1:])
        app = pilot.app
        assert isinstance(app, TalentApp)
        app._look()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert browser.view.total == len(STORY.events) - 1
        assert browser.history.now == filters
        assert browser.event is not None
        assert browser.event.id == event.id


async def test_an_open_page_follows_a_changed_timeline_with_the_cursor_on_what_it_was_on() -> None:
    shelf = Shelf()
    async with opened("p", "enter", "end", shelf=shelf) as (pilot, _):
        app = pilot.app
        assert isinstance(app, TalentApp)
        page = app.screen
        assert isinstance(page, EntityScreen)
        told = page.told
        assert told is not None
        before = page.index.events_of(page.facet, page.ident)
        assert len(before) > 1
        gone = before[0]
        kept = tuple(event for event in STORY.events if event.id != gone.id)
        shelf.newer = Timeline(STORY.articles, STORY.people, STORY.companies, kept)
        app._look()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert showing(pilot) is page
        shown = [target.event.id for _, target in page.lines.rows if isinstance(target, Target) and target.event]
        assert gone.id not in shown
        assert page.told is not None
        assert page.told[0].id == told[0].id


@pytest.mark.parametrize("keys", [(), ("c", "space"), ("slash", "l"), ("p", "enter"), ("ctrl+t", "g")])
async def test_no_color_is_no_colour_and_the_cursor_is_still_told(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(*keys) as (pilot, _):
        styles = [s.style for strip in pilot.app.screen._compositor.render_strips() for s in strip if s.style]
        assert not [style for style in styles if style.color or style.bgcolor]
        assert any(style.reverse or style.underline for style in styles)
        app = pilot.app
        assert isinstance(app, TalentApp)
        assert app.kept_theme == "talent-dark"


async def test_an_empty_timeline_says_what_to_do_and_offers_the_sample() -> None:
    app = TalentApp(Shelf(Timeline()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, BrowserScreen)
        assert app.screen.view.total == len(STORY.events)


async def test_marked_events_are_copied_together(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str, write: object) -> str:
        copied.append(text)
        return "a tool"

    monkeypatch.setattr("talent_tui.tui.clipboard.copy", copy)
    async with opened("home", "space", "space", "C") as (pilot, browser):
        assert len(copied[-1].splitlines()) == 2
        assert "a tool" in browser.footer.message
        await pilot.press("Y")
        assert copied[-1].count("\n> *") == 2


async def test_q_leaves() -> None:
    app = TalentApp(Shelf())
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0


async def test_what_is_typed_right_behind_the_search_key_is_not_lost() -> None:
    app = TalentApp(Shelf())
    async with app.run_test(size=(120, 40)) as pilot:
        for letter in ("slash", "o", "y", "l"):
            app.post_message(Key(letter, "/" if letter == "slash" else letter))
        await pilot.pause()
        await pilot.pause()
        assert app.browser.prompt.field.value == "oyl"


@pytest.mark.parametrize("turns", range(40))
async def test_keys_behind_enter_keep_their_order_however_far_apart_they_come(turns: int) -> None:
    app = TalentApp(Shelf())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in ("slash", "o", "y", "enter", "slash", "l", "enter", "c"):
            app.post_message(Key(key, {"slash": "/", "enter": "\r"}.get(key, key)))
            for _ in range(turns):
                await asyncio.sleep(0)
        companies = app.browser.facet_pane("company")
        for _ in range(20):
            if app.browser.focused is not companies:
                await pilot.pause()
        words = app.browser.history.now.words
        assert words is not None
        assert words.query == "l"
        assert app.browser.focused is companies


async def test_a_slash_is_text_while_something_is_typed() -> None:
    async with opened("slash", *"a", "slash", *"d") as (_, browser):
        assert browser.prompt.field.value == "a/d"


async def test_days_in_words_are_read_against_today() -> None:
    async with opened("d") as (pilot, browser):
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*"june 2025")
        await pilot.pause()
        assert str(browser.prompt.query_one("#prompt-echo").render()).strip() == "= Jun 2025"
        await pilot.press("enter")
        assert browser.history.now.days == Days(date(2025, 6, 1), date(2025, 6, 30))


async def test_a_path_is_added_and_its_events_come() -> None:
    shelf = Shelf(Timeline(STORY.articles, STORY.people, STORY.companies, STORY.events[:2]))
    async with opened("a", *"news.txt", "enter", shelf=shelf) as (pilot, browser):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert browser.view.total == len(STORY.events)
        assert browser.footer.message == "1 article added with 11 events."
        await pilot.press("a", *"news.txt", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert browser.footer.message == "1 article there already, with 11 events."


async def test_tab_completes_a_path(tmp_path: Path) -> None:
    (tmp_path / "article-one.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    async with opened("a") as (pilot, browser):
        browser.prompt.put(f"{tmp_path}/art")
        await pilot.press("tab")
        await pilot.pause()
        assert browser.prompt.field.value == f"{tmp_path}/article-one.txt"
        browser.prompt.put(f"{tmp_path}/fo")
        await pilot.press("tab")
        await pilot.pause()
        assert browser.prompt.field.value == f"{tmp_path}/folder/"


async def test_the_day_of_publication_is_set_for_the_article_of_the_event() -> None:
    shelf = Shelf()
    async with opened("end", "D", *"2025-07-02", "enter", shelf=shelf) as (pilot, browser):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert shelf.published is not None
        names, published = shelf.published
        assert browser.event is not None
        assert names == [browser.event.sources[0].article]
        assert published == Publication(date(2025, 7, 2), date(2025, 7, 2), "stated", "given by the user")


PASTED = "林若川于昨天离开青崖科技。" * 10


@asynccontextmanager
async def pasted(*keys: str) -> AsyncIterator[tuple[Pilot[None], BrowserScreen, Shelf]]:
    """The form for a pasted article, and keys pressed in it; the story's form knows the outlet."""
    shelf = Shelf()
    async with opened(shelf=shelf) as (pilot, browser):
        pilot.app.post_message(Paste(PASTED))
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, PastedScreen)
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot, browser, shelf


def echo(pilot: Pilot[None], field: str) -> str:
    return str(pilot.app.screen.query_one(f"#pasted-{field}-echo").render())


async def test_a_short_text_that_is_pasted_is_no_article() -> None:
    async with opened() as (pilot, browser):
        pilot.app.post_message(Paste("短"))
        await pilot.pause()
        assert browser.footer.message == "What was pasted is too short for an article (1 character)."


async def test_a_pasted_article_is_asked_for_what_it_does_not_say_and_then_shown() -> None:
    async with pasted(*"2025-07-02", "enter", "enter", *"https://tide.example/7", "enter") as (pilot, browser, shelf):
        assert shelf.pasted.decode() == PASTED
        day = Publication(date(2025, 7, 2), date(2025, 7, 2), "stated", GIVEN_BY_USER)
        assert shelf.given == Given(day, None, "https://tide.example/7")
        assert showing(pilot) is browser
        assert "1 article added" in browser.footer.message
        assert browser.history.now.values("article", excluded=False) == (STORY.articles[0].id,)
        await pilot.press("u")
        assert browser.view.hidden == 0


async def test_the_form_shows_what_the_text_gives_away() -> None:
    async with pasted() as (pilot, _, _):
        assert echo(pilot, "published") == "= published between 1 and 6 Jul 2025 (inferred)"
        assert pilot.app.screen.query_one("#pasted-outlet", Input).value == "晚潮新闻"


async def test_escape_adds_a_pasted_article_as_it_is_and_ctrl_g_drops_it() -> None:
    async with pasted(*"2025", "escape") as (_, _, shelf):
        assert (shelf.given, shelf.pasted.decode()) == (Given(), PASTED)
    async with pasted(*"2025", "ctrl+g") as (_, browser, shelf):
        assert shelf.pasted == b""
        assert browser.footer.message == "It was not added."


async def test_the_mouse_goes_from_line_to_line_of_the_form() -> None:
    async with pasted() as (pilot, _, shelf):
        for field, typed in (("url", "https://tide.example/7"), ("published", "2025-07-02")):
            await pilot.click(f"#pasted-{field}")
            assert pilot.app.focused is pilot.app.screen.query_one(f"#pasted-{field}")
            await pilot.press(*typed)
        await pilot.click("#pasted-url")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        day = Publication(date(2025, 7, 2), date(2025, 7, 2), "stated", GIVEN_BY_USER)
        assert shelf.given == Given(day, None, "https://tide.example/7")


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ("zzz", "published", "not a date that is understood"),
        ("..2025-07-02", "published", "both ends are needed: 2025-06-30..2025-07-06"),
        ("www.tide.example", "url", "an address begins with https:// or http://, without blanks"),
    ],
)
async def test_what_the_form_does_not_understand_stays_in_it(typed: str, field: str, told: str) -> None:
    before = ["enter", "enter"] if field == "url" else []
    async with pasted(*before, *typed, "enter") as (pilot, _, shelf):
        assert isinstance(pilot.app.screen, PastedScreen)
        assert echo(pilot, field) == told
        assert shelf.pasted == b""


async def test_days_in_words_are_echoed_in_the_form_before_they_apply() -> None:
    async with pasted(*"july 2 2025") as (pilot, _, _):
        assert echo(pilot, "published") == "= Wed 2 Jul 2025"


async def test_a_page_of_a_person_copies_and_reads_what_its_lines_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str, write: object) -> str:
        copied.append(text)
        return "a tool"

    monkeypatch.setattr("talent_tui.tui.clipboard.copy", copy)
    async with opened("g", *"lrc", "enter", "y") as (pilot, _):
        assert isinstance(showing(pilot), EntityScreen)
        assert "林若川与三名同事" in copied[-1]
        await pilot.press("r")
        reader = showing(pilot)
        assert isinstance(reader, ReaderScreen)
        assert reader.current is not None
    async with opened() as (pilot, browser):
        browser.talent.open_entity("company", "luxi")
        await pilot.pause()
        await pilot.press("home", "y")
        assert isinstance(pilot.app.screen, EntityScreen)
        assert pilot.app.screen.footer.message == "copy: this line tells no event"


async def test_articles_that_tell_no_event_are_listed_and_open() -> None:
    silent = Article("0" * 12, "0" * 64, "今天天气很好。", "weather.txt", "天气", None, None, None, Publication())
    shelf = Shelf(Timeline((*STORY.articles, silent), STORY.people, STORY.companies, STORY.events))
    async with opened("A", "end", shelf=shelf) as (pilot, browser):
        pane = browser.facet_pane("article")
        assert pane.value == silent.id
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


@pytest.mark.parametrize("typed", ["harbour post", "2025-07-08", "8 Jul", "青石"])
async def test_articles_are_found_by_outlet_and_day(typed: str) -> None:
    async with opened("g") as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, JumpScreen)
        found = [goal for goal in screen.goals(typed) if goal.kind == "article"]
        assert found
        wanted = STORY.articles[1] if typed == "harbour post" else STORY.articles[0]
        assert found[0].ident == wanted.id


async def test_going_from_event_to_event_does_not_break_the_text_elsewhere() -> None:
    async with opened("r", size=(80, 12)) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.pause()
        breaks = list(screen._starts)
        await pilot.press("n")
        await pilot.pause()
        assert screen._starts == breaks
