"""Going to anything by name, and (as the command palette) doing anything by name."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from talent_tui.index import Index, bits, fold
from talent_tui.model import Article, Entity
from talent_tui.model.printable import one_line
from talent_tui.tui import wording
from talent_tui.tui.actions import Action
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, spread
from talent_tui.tui.screens import FixedLines
from talent_tui.tui.strings import say
from talent_tui.tui.wrap import fits, fuzzy

MOST = 60
"""How many are listed."""

EVENTS = 20
"""How many of these may be events."""


class Goal(NamedTuple):
    """Something to go to or to do. `note` says what it is; `reason` why it is not to be had."""

    kind: str
    ident: str
    label: str
    note: str
    reason: str | None = None


Named = tuple[Goal, tuple[str, ...]]
"""Something to go to, and the folded names that it is found by."""

_known: tuple[Index, tuple[list[Named], list[Named]]] | None = None


class JumpScreen(ModalScreen[Goal | None]):
    """Type a name, choose, go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("up,ctrl+p", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
    ]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        index: Index,
        actions: Sequence[tuple[Action, str | None]] = (),
        views: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`actions` are what can be done, each with the reason why it is not to be had just now; `views` have names."""
        super().__init__()
        self.views = views
        self.index = index
        self.actions = actions
        self._names, self._articles = names_of(index)

    def compose(self) -> ComposeResult:
        """Input and list."""
        purpose = "palette" if self.actions else "jump"
        with Vertical(id="jump-box"):
            yield Input(placeholder=say(f"{purpose}.hint"), compact=True)
            yield FixedLines(name="jump-list")

    def on_mount(self) -> None:
        """What there is before anything is typed."""
        self.find("")

    def find(self, query: str) -> None:
        """List what fits."""
        goals = self.goals(query)
        lines = self.query_one(FixedLines)
        lines.can_focus = False
        width = max(lines.size.width, 40)
        rows: list[tuple[Row, object | None]] = [(_row(goal, width), goal) for goal in goals]
        if not rows:
            rows = [([Piece(" " + say("jump.none"), "faint")], None)]
        title = say("palette.label" if self.actions else "jump.label")
        lines.fill([Piece(f" {title}", "strong")], rows, 0)

    def goals(self, query: str) -> list[Goal]:
        """What fits `query`, best first; actions before things where they fit as well."""
        folded = " ".join(fold(query).split())
        scored: list[tuple[int, int, Goal]] = []
        for action, reason in self.actions:
            label = say(f"help.{action.id}")
            score = fuzzy(folded, f"{say(f'do.{action.id}')} {label}")
            if score is not None:
                scored.append((score, 0, Goal("action", action.id, label, action.shown, reason)))
        for key, name in self.views if folded else ():
            score = fuzzy(folded, name)
            if score is not None:
                scored.append((score, 0, Goal("view", key, one_line(name), say("one.view"))))
        if folded:
            for order, (goal, names) in enumerate(self._names):
                scores = [score for name in names if (score := fits(folded, name)) is not None]
                if scores:
                    scored.append((min(scores), 1 + order, goal))
            for goal, names in self._articles:
                scores = [score for name in names if folded in name and (score := fits(folded, name)) is not None]
                if scores:
                    scored.append((min(scores) + 1, len(self._names) + 1, goal))
        elif not self.actions:
            first = [*self._names[:MOST], *self._articles[:MOST]]
            scored += [(1, order, goal) for order, (goal, _) in enumerate(first)]
        scored.sort(key=lambda one: one[:2])
        goals = [goal for _, _, goal in scored[:MOST]]
        if len(folded) > 1:
            found = bits.positions(self.index.matching_text(query), len(self.index.events))[:EVENTS]
            for position in found:
                event = self.index.events[position]
                day = wording.day_text(event.date)
                goals.append(Goal("event", event.id, one_line(wording.summary(event, self.index)), one_line(day)))
        return goals

    def on_input_changed(self, event: Input.Changed) -> None:
        """List anew."""
        event.stop()
        self.find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go."""
        event.stop()
        self._choose()

    def _choose(self) -> None:
        goal = self.query_one(FixedLines).target
        if isinstance(goal, Goal):
            self.dismiss(goal)

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click goes."""
        event.stop()
        if event.line is not None:
            self._choose()

    def action_step(self, step: int) -> None:
        """Another line."""
        lines = self.query_one(FixedLines)
        lines.move_to(max(0, min(lines.cursor + step, lines.count - 1)))


def names_of(index: Index) -> tuple[list[Named], list[Named]]:
    """People and companies, and articles, with what each is found by. Worked out once an index."""
    global _known
    if _known is None or _known[0] is not index:
        people, firms = index.people.values(), index.companies.values()
        entities = [*_entities(index, "person", people), *_entities(index, "company", firms)]
        _known = index, (entities, [_article(article) for article in index.articles.values()])
    return _known[1]


def _entities(index: Index, facet: str, entities: Iterable[Entity]) -> list[Named]:
    found: list[Named] = []
    totals = index.totals("person" if facet == "person" else "company")
    for entity in entities:
        count = totals.get(entity.id, 0)
        if count:
            note = f"{say(f'one.{facet}')}  {count}"
            goal = Goal(facet, entity.id, one_line(entity.name), note)
            found.append((goal, tuple(map(fold, (entity.name, *entity.aliases, *entity.readings)))))
    found.sort(key=lambda pair: -totals[pair[0].ident])
    return found


def _article(article: Article) -> Named:
    """An article, and what it is found by: its title, its outlet, and its day in figures and in words."""
    title, outlet = one_line(article.title or article.file), one_line(article.outlet or "")
    day = article.published.start if article.published.start == article.published.end else None
    told = wording.weekday_day(day) if day is not None else ""
    note = "  ".join(part for part in (outlet, told or say("one.article")) if part)
    names = (title, outlet, f"{outlet} {title}", day.isoformat() if day is not None else "", told)
    return Goal("article", article.id, title, note), tuple(fold(name) for name in names if name)


def _row(goal: Goal, width: int) -> Row:
    style = "faint" if goal.reason is not None else {"person": "person", "company": "company"}.get(goal.kind, "")
    note = goal.note if goal.reason is None else f"{goal.reason}  {goal.note}"
    return spread([Piece(f" {goal.label}", style)], [Piece(f"  {note} ", "faint")], width)
