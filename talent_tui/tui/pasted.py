"""What a pasted article does not say of itself: when it came out, where, under which address. All may stay unknown."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from talent_tui.given import Given, address, window
from talent_tui.lookup.times import plain_days
from talent_tui.model import Article, UsageError
from talent_tui.model.printable import one_line
from talent_tui.tui import wording
from talent_tui.tui.days import read_days
from talent_tui.tui.strings import say

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp

Field = Literal["published", "outlet", "url"]
FIELDS: tuple[Field, ...] = ("published", "outlet", "url")


class PastedScreen(ModalScreen[Given | None]):
    """A form of three lines. Gives what a person typed, None where the article is not to be added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_unknown", show=False),
        Binding("ctrl+g", "dismiss(None)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, article: Article, held: bool) -> None:
        """`article` as it was read; `held` says that the timeline has it already."""
        super().__init__()
        self.article = article
        self.held = held
        published = article.published
        stated = published.start == published.end and published.start is not None and published.basis == "stated"
        self.known: dict[Field, str] = {
            "published": str(published.start) if stated else "",
            "outlet": one_line(article.outlet or ""),
            "url": one_line(article.url or ""),
        }

    def compose(self) -> ComposeResult:
        """The article's name, three lines with what is made of each, and the keys."""
        title = one_line(self.article.title or self.article.text.strip().partition("\n")[0])
        with Vertical(id="pasted-box"):
            yield Static(f" {say('pasted.title', title=title)}", classes="title", markup=False)
            yield Static(f" {say('pasted.known' if self.held else 'pasted.new')}", classes="note", markup=False)
            for field in FIELDS:
                with Horizontal():
                    yield Static(f" {say(f'pasted.{field}')}", classes="label", markup=False)
                    yield Input(
                        self.known[field],
                        placeholder=say(f"pasted.{field}.hint"),
                        compact=True,
                        select_on_focus=False,
                        id=f"pasted-{field}",
                    )
                yield Static(id=f"pasted-{field}-echo", classes="echo", markup=False)
            yield Static(f" {say('pasted.keys')}", classes="note", markup=False)

    def on_mount(self) -> None:
        """Begin with the first line that is empty; say what the text gave away of its day."""
        empty = next((field for field in FIELDS if not self.known[field]), FIELDS[0])
        self.field(empty).focus()
        self.echo_days()
        if not self._talent.days_ready:
            self._talent.prepare_days()

    def field(self, name: Field) -> Input:
        """The line to type a field into."""
        return self.query_one(f"#pasted-{name}", Input)

    def _echo(self, name: Field, text: str) -> None:
        self.query_one(f"#pasted-{name}-echo", Static).update(text)

    @property
    def _days(self) -> tuple[date | None, date | None] | None:
        """The days that are typed; nothing at all is read as no day."""
        text = self.field("published").value.strip()
        if not text:
            return None, None
        return read_days(text, self._talent) if self._talent.days_ready else plain_days(text)

    @property
    def _talent(self) -> "TalentApp":
        return cast("TalentApp", self.app)

    def echo_days(self) -> None:
        """Say what is made of the days. What is not plain waits until the grammar of dates has been loaded."""
        days = self._days
        if days == (None, None):
            inferred = self.article.published.basis != "unknown"
            self._echo("published", f"= {wording.publication_text(self.article.published)}" if inferred else "")
        elif days is None:
            self._echo("published", say("days.unread") if self._talent.days_ready else "")
        elif None in days:
            self._echo("published", say("pasted.open"))
        else:
            self._echo("published", say("days.reading", days=wording.range_text(*days)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell at once what is made of what is typed."""
        event.stop()
        if event.input is self.field("published"):
            self.echo_days()
        elif event.input is self.field("url"):
            self._echo("url", "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the next line, from the last to the timeline."""
        event.stop()
        at = next(i for i, name in enumerate(FIELDS) if self.field(name) is event.input)
        if not self._is_understood(FIELDS[at]):
            return
        if at + 1 < len(FIELDS):
            self.field(FIELDS[at + 1]).focus()
            return
        wrong = next((name for name in FIELDS if not self._is_understood(name)), None)
        if wrong is None:
            self.dismiss(self.given())
        else:
            self.field(wrong).focus()

    def _is_understood(self, name: Field) -> bool:
        if name == "published":
            text = self.field(name).value.strip()
            days = read_days(text, self._talent) if text else (None, None)
            if days is None:
                self._echo(name, say("days.unread"))
            elif text and None in days:
                self._echo(name, say("pasted.open"))
            return days is not None and (not text or None not in days)
        if name == "url" and self.field(name).value.strip():
            try:
                address(self.field(name).value)
            except UsageError:
                self._echo(name, say("pasted.unaddressed"))
                return False
        return True

    def given(self) -> Given:
        """What a person typed that was not known before."""
        typed = {name: self.field(name).value.strip() for name in FIELDS}
        new = {name: text for name, text in typed.items() if text and text != self.known[name]}
        published = None
        if "published" in new:
            start, end = read_days(new["published"], self._talent) or (None, None)
            published = window(start, end) if start is not None and end is not None else None
        return Given(
            published,
            one_line(new["outlet"]) if "outlet" in new else None,
            address(new["url"]) if "url" in new else None,
        )

    def action_leave_unknown(self) -> None:
        """Add the article as it is."""
        self.dismiss(Given())
