"""The app: opens screens over the workspace's timeline. What is filtered by belongs to the browser."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Protocol

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from talent_tui.desk import Desk
from talent_tui.index import Facet, Index
from talent_tui.model import Article, Event, Publication, TalentError
from talent_tui.tui.actions import ACTIONS, Place, available_at
from talent_tui.tui.browser import BrowserScreen
from talent_tui.tui.keeping import Keeping
from talent_tui.tui.screens import KeyedScreen
from talent_tui.tui.session import theme_of
from talent_tui.tui.strings import say
from talent_tui.tui.theme import COLOURLESS_CYCLE, CYCLE, DARK, LIGHT, TERMINAL_DEFAULTS, Colourless
from talent_tui.tui.typeahead import TypeAhead

if TYPE_CHECKING:
    from talent_tui.correcting import Wish
    from talent_tui.given import Given
    from talent_tui.lookup.times import Days
    from talent_tui.tui.jump import Goal
    from talent_tui.workspace import AddResult

LOOK_EVERY = 2.0
"""Seconds between two looks whether another process changed the timeline."""


class Timelines(Protocol):
    """What the app asks of a workspace."""

    @property
    def index(self) -> Index:
        """The timeline, indexed."""

    def changed(self) -> bool:
        """Whether another process wrote it."""

    def reload(self) -> None:
        """Forget what was loaded."""

    def add_sample(self) -> object:
        """Add the sample articles."""

    def add(
        self,
        paths: Sequence[str],
        *,
        published: Publication | None = None,
        outlet: str | None = None,
        url: str | None = None,
        stdin: BinaryIO | None = None,
        progress: "Callable[[int, int, str], None] | None" = None,
    ) -> "Iterable[AddResult]":
        """Read articles and keep them."""

    def article_in(self, stdin: BinaryIO) -> tuple[Article, bool]:
        """The article in a stream, and whether it is held."""

    def reread(self, names: Sequence[str] | None, *, published: Publication | None = None) -> "Iterable[AddResult]":
        """Work on stored articles again."""

    def edit(self, event_id: str, wish: "Wish") -> object:
        """Correct an event."""

    def take_back(self) -> object:
        """Undo the last correction."""

    def queue(self) -> Sequence[tuple[Event, tuple[str, ...]]]:
        """What is most worth a look, and why."""


# The screens that are not seen at first are imported when they are opened: that keeps the start quick.


class TalentApp(TypeAhead, Keeping, App[None]):
    """Browse a timeline."""

    CSS_PATH = "browser.tcss"
    TITLE = "talent-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Timelines, desk: Desk | None = None, *, fresh: bool = False) -> None:
        """Browse what `workspace` holds, as `desk` says that it was left, or `fresh`, as at the first time."""
        super().__init__()
        self.workspace = workspace
        self.keep_on(desk or Desk(), fresh=fresh or _is_empty(workspace.index))
        self.days_ready = False
        """Whether what reads typed days has been loaded."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._theme_of_colours = theme_of(self.before, DARK.name)
        if self.no_color:
            self._filters = [Colourless()]
        self._begin_with(COLOURLESS_CYCLE[0] if self.no_color else self._theme_of_colours)

    def _begin_with(self, theme: str) -> None:
        """Set a theme before anything is styled: a change of theme would have all styles worked out twice."""
        if theme not in (DARK.name, LIGHT.name):  # the terminal's own colours want more than other styles
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        for name, on in (
            (f"-theme-{theme}", True),
            ("-dark-mode", theme == DARK.name),
            ("-light-mode", theme == LIGHT.name),
        ):
            self.set_class(on, name, update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not set them."""
        return TERMINAL_DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """The browser. Over an empty timeline lies the welcome."""
        return BrowserScreen(self.workspace.index, self.before)

    def on_mount(self) -> None:
        """Welcome whoever has nothing yet; look for changes by others now and then."""
        if _is_empty(self.workspace.index):
            self._welcome()
        self.set_interval(LOOK_EVERY, self._look)
        self.call_after_refresh(self.begin_keeping)

    def begin(self) -> None:
        """Start anew with what there is now."""
        index = self.workspace.index
        browser = self.to_browser()
        browser.adopt(index)
        if _is_empty(index):
            self._welcome()

    def _welcome(self) -> None:
        from talent_tui.tui.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen())

    @property
    def browser(self) -> BrowserScreen:
        """The browser, which lies under all other screens."""
        return next(screen for screen in self.screen_stack if isinstance(screen, BrowserScreen))

    # Other screens

    def open_entity(self, facet: Facet | str, ident: str) -> None:
        """The view of a person or a company."""
        from talent_tui.tui.entity import EntityScreen

        self.push_screen(EntityScreen("person" if facet == "person" else "company", ident, self.browser.index))

    def open_article(self, article_id: str, event_id: str | None = None, at: int | None = None) -> None:
        """An article, at an event or a character."""
        from talent_tui.tui.reader import ReaderScreen

        article = self.browser.index.articles.get(article_id)
        if article is not None:
            self.push_screen(ReaderScreen(article, self.browser.index, event_id, at))
        else:
            self.tell(say("detail.missing"))

    def open_pasted(self, article: Article, held: bool, go_on: "Callable[[Given | None], None]") -> None:
        """Ask for what a pasted article does not say of itself."""
        from talent_tui.tui.pasted import PastedScreen

        self.push_screen(PastedScreen(article, held), go_on)

    def open_help(self, place: Place) -> None:
        """The keys at `place`."""
        from talent_tui.tui.help import HelpScreen

        self.push_screen(HelpScreen(place))

    def open_jump(self, *, with_actions: bool) -> None:
        """Go to, or do, anything by name."""
        from talent_tui.tui.jump import JumpScreen

        browser = self.browser
        named = [
            (action, browser.why_not(action))
            for action in available_at(browser.place())
            if action.id not in ("palette", "next_pane", "previous_pane", "left", "right")
        ]
        views = [(key, view.name) for key, view in self.desk.views.items()]
        jump = JumpScreen(self.browser.index, named if with_actions else (), views)
        self.push_screen(jump, self._jumped)

    def _jumped(self, goal: "Goal | None") -> None:
        browser = self.browser
        if goal is None:
            return
        if goal.kind == "action":
            browser.do(next(a for a in ACTIONS if a.id == goal.ident and browser.place() in a.places))
        elif goal.kind == "event":
            self.show_event(goal.ident)
        elif goal.kind == "article":
            self.open_article(goal.ident)
        elif goal.kind == "view":
            self.open_view(goal.ident)
        else:
            self.open_entity(goal.kind, goal.ident)

    # Back to the browser

    def to_browser(self) -> BrowserScreen:
        """The browser, after closing what lies over it."""
        while not isinstance(self.screen, BrowserScreen):
            self.pop_screen()
        return self.browser

    def show_event(self, event_id: str) -> None:
        """An event in the timeline."""
        self.to_browser().show(event_id)

    def filter_by(self, facet: Facet, value: str) -> None:
        """The timeline, filtered by a value."""
        browser = self.to_browser()
        browser.go(browser.history.now.only(facet, value))
        browser.set_focus(browser.timeline)

    # The world outside

    def tell(self, message: str) -> None:
        """Say something in the status line of the screen that shows."""
        screen = self.screen
        if isinstance(screen, KeyedScreen):
            screen.footer.tell(message)

    def send(self, sequence: str) -> None:
        """Send an escape sequence to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)

    def next_theme(self) -> None:
        """Dark, light, the terminal's own."""
        cycle = COLOURLESS_CYCLE if self.no_color else CYCLE
        at = cycle.index(self.theme) if self.theme in cycle else -1
        self.theme = cycle[(at + 1) % len(cycle)]
        self.tell(say("said.theme", name=self.theme))

    @property
    def kept_theme(self) -> str:
        """The theme to begin with the next time; a session without colours leaves the choice as it was."""
        return self._theme_of_colours if self.no_color else self.theme

    def leave(self) -> None:
        """Quit, and be found the same the next time."""
        self.keep_at_last()
        self.exit()

    async def action_quit(self) -> None:
        """The framework's own key for quitting."""
        self.leave()

    def read_days(self, text: str) -> "Days | None":
        """What a person means by days that are not plainly written, seen from today."""
        from talent_tui.typed_days import read_days

        return read_days(text, date.today())

    @work(thread=True, exclusive=True, group="days")
    def prepare_days(self) -> None:
        """Load what reads typed days while the person begins to type."""
        self.read_days("yesterday")
        self.days_ready = True
        self.call_from_thread(self._echo_days)

    def _echo_days(self) -> None:
        screen = self.screen
        (screen if hasattr(screen, "echo_days") else self.browser).echo_days()

    def edit(self, article_id: str, at: int) -> None:
        """Open an article's text in an editor, at character `at`."""
        from talent_tui.tui.editor import edit

        article = self.browser.index.articles.get(article_id)
        trouble = say("detail.missing") if article is None else edit(self, article, at)
        self.refresh()
        if trouble is not None:
            self.tell(trouble)

    # Changes by others

    def _look(self) -> None:
        browser = next((screen for screen in self.screen_stack if isinstance(screen, BrowserScreen)), None)
        if browser is None or browser.is_working:
            # The clock's last tick may come when the screens are closed already.
            return
        try:
            changed = self.workspace.changed()
        except TalentError:
            return
        if changed:
            self._reload()

    @work(thread=True, exclusive=True)
    def _reload(self) -> None:
        try:
            self.workspace.reload()
            index = self.workspace.index
        except TalentError as error:
            self.call_from_thread(self.tell, str(error))
            return
        self.call_from_thread(self.adopt, index, say("said.changed"))

    def adopt(self, index: Index, told: str) -> None:
        """Show another state of the timeline, at the same place if there is one, and say why."""
        if _is_empty(index) or _is_empty(self.browser.index):
            self.begin()
        else:
            self.browser.adopt(index)
            for screen in self.screen_stack:
                if isinstance(screen, KeyedScreen):
                    screen.follow(index)
        self.tell(told)


def _is_empty(index: Index) -> bool:
    return not index.events and not index.articles
