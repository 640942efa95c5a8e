"""Giving a name to what is shown: typing it, being asked before another view of that name is replaced."""

from collections.abc import Callable

from talent_tui.desk import cleaned, key_of
from talent_tui.index import Filters, remember
from talent_tui.model import UsageError
from talent_tui.model.printable import one_line
from talent_tui.tui.prompt import Prompt
from talent_tui.tui.screens import KeyedScreen
from talent_tui.tui.strings import say


class NamingScreen(KeyedScreen):
    """A screen with a line to type into, on which views can be named. A name that is taken has to be entered twice."""

    _taken: str | None = None

    @property
    def prompt(self) -> Prompt:
        """The line to type into."""
        return self.query_one(Prompt)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is being typed, keys are text."""
        return not (action == "press" and self.prompt.display and self.prompt.field.has_focus)

    def echo_name(self, text: str, own: str | None = None) -> None:
        """Say that a name is taken while it is typed; a view's `own` name (its key) is not."""
        self._taken = None
        view = self.talent.desk.named(text)
        if view is not None and key_of(view.name) != own:
            self.prompt.echo(say("name.taken", name=one_line(view.name)))
        else:
            self.prompt.echo("")

    def may_be_named(self, text: str, own: str | None = None) -> bool:
        """Whether a name can be taken: one that another view bears only at the second time."""
        try:
            name = cleaned(text)
        except UsageError as error:
            self.prompt.echo(str(error))
            return False
        key = key_of(name)
        if key in (own, self._taken) or self.talent.desk.named(name) is None:
            return True
        self.echo_name(name, own)
        self._taken = key
        return False

    def save_view(self, text: str, filters: Filters) -> None:
        """Keep `filters` under a name that may be taken."""
        desk, replaces = self.talent.desk, self._taken is not None
        self._taken = None
        shown = remember(filters, self.talent.browser.index)
        self.change_views(
            lambda: desk.save(text, shown, replace=replaces) is not None,
            say("said.view.saved", name=one_line(cleaned(text))),
        )

    def rename_view(self, key: str, text: str) -> None:
        """Give the view `key` a name that may be taken."""
        desk, replaces = self.talent.desk, self._taken is not None
        self._taken = None
        self.change_views(
            lambda: desk.rename(key, text, replace=replaces) is not None,
            say("said.view.renamed", name=one_line(cleaned(text))),
        )

    def change_views(self, change: Callable[[], bool], told: str) -> None:
        """Change views without holding up the screen, and say `told`, or that another program was faster."""

        def changed(done: bool) -> None:
            self.talent.tell(told if done else say("said.view.changed"))
            screen = self.talent.screen
            if isinstance(screen, NamingScreen):
                screen.views_changed()

        self.talent.with_desk(change, changed)

    def views_changed(self) -> None:
        """Views are not what they were."""
