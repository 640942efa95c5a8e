"""One person (career, other names, events) or one company (arrivals, departures, events)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from talent_tui.index import Facet, Index, Movement, Stay
from talent_tui.model import Event, Evidence
from talent_tui.model.printable import one_line
from talent_tui.tui import actions, wording
from talent_tui.tui.actions import Action
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, row_width, spread
from talent_tui.tui.screens import LineScreen
from talent_tui.tui.signs import SIGNS
from talent_tui.tui.strings import counted, say
from talent_tui.tui.timeline import status_piece, warnings
from talent_tui.tui.wrap import fit, wrap


class Target(NamedTuple):
    """What a line leads to: a facet and a value, or `event` and an id; `event` is what the line tells."""

    kind: Facet | Literal["event"]
    ident: str
    event: Event | None = None


class EntityScreen(LineScreen):
    """A person or a company; `enter` goes in, `backspace` comes back."""

    PLACE = "entity"
    BINDINGS = actions.bindings("entity")

    def __init__(self, facet: Facet, ident: str, index: Index) -> None:
        """`facet` is `person` or `company`."""
        super().__init__()
        self.facet = facet
        self.ident = ident
        self.index = index

    def lay_out(self) -> None:
        """All sections, one below the other."""
        width = self.lines.line_width
        index, ident = self.index, self.ident
        events = index.events_of(self.facet, ident)
        name = one_line(index.label(self.facet, ident))
        head = spread(
            [Piece(f" {name} ", "strong"), Piece(f" {say(f'one.{self.facet}')}")],
            [Piece(f"{counted('event', len(events))} ")],
            width,
        )
        rows: list[tuple[Row, object | None]] = []
        entity = index.people.get(ident) if self.facet == "person" else index.companies.get(ident)
        if entity is not None:
            names = ", ".join(one_line(alias) for alias in entity.aliases)
            readings = ", ".join(entity.readings)
            for key, text in (("view.aliases", names), ("view.readings", readings)):
                if text:
                    told = say(key, names=text)
                    rows += [([Piece(" " + told[a:b], "faint")], None) for a, b in wrap(told, width - 2)]
        company = index.companies.get(ident) if self.facet == "company" else None
        if company is not None and company.parent is not None:
            parent = one_line(wording.company_name(index, company.parent))
            rows.append(([Piece(" " + say("view.parent", name=parent), "company")], Target("company", company.parent)))
        if self.facet == "person":
            rows += self._career(index.career(ident), width)
        else:
            rows += self._movements("view.arrivals", "view.from", index.arrivals(ident), width)
            rows += self._movements("view.departures", "view.to", index.departures(ident), width)
        rows += _heading(say("view.events", count=len(events)), width)
        rows += [(_event(event, index, width), Target("event", event.id, event)) for event in events]
        self.lines.fill(head, rows, self._place_in(rows))

    def _place_in(self, rows: Sequence[tuple[Row, object | None]]) -> int | None:
        """Where the cursor goes: to the line that says the same as the one it is on, else as near as can be."""
        before, at = self.lines.rows, self.lines.cursor
        if at >= len(before):
            return None
        wanted = _sense(before[at][1])
        if at < len(rows) and _sense(rows[at][1]) == wanted:
            return at
        return next((line for line, (_, target) in enumerate(rows) if _sense(target) == wanted), at)

    def follow(self, index: Index) -> None:
        """The timeline changed: what is told of this one may have, too."""
        self.index = index
        self._lay_out()

    def _career(self, stays: tuple[Stay, ...], width: int) -> list[tuple[Row, object | None]]:
        rows = _heading(say("view.career"), width)
        if not stays:
            return [*rows, ([Piece(" " + say("view.career.none"), "faint")], None)]
        for stay in stays:
            row: Row = [
                Piece(" "),
                Piece(fit(stay_days(stay), wording.day_cells("full") * (2 if width > 110 else 1) + 8), "date"),
                Piece(" "),
                Piece(one_line(wording.company_name(self.index, stay.company)), "company"),
            ]
            if stay.roles:
                row.append(Piece("  " + one_line(", ".join(stay.roles))))
            if not stay.sure:
                row.append(Piece(f"  {say('view.unsure')}", "warn"))
            told = index_event(self.index, stay.events)
            rows.append((row, Target("company", stay.company, told)))
        return rows

    def _movements(
        self, heading: str, key: str, found: tuple[Movement, ...], width: int
    ) -> list[tuple[Row, object | None]]:
        rows = _heading(say(heading, count=len(found)), width)
        if not found:
            return [*rows, ([Piece(" " + say("view.none"), "faint")], None)]
        for movement in found:
            event = movement.event
            names = ", ".join(one_line(self.index.label("person", person)) for person in movement.people)
            if not names:
                names = counted("person", event.count) if event.count is not None else say("view.nobody")
            row: Row = [
                Piece(" "),
                _day(event),
                Piece(" "),
                status_piece(event.status),
                *warnings(event),
                Piece(names, "person"),
            ]
            if movement.other is not None:
                other = one_line(wording.company_name(self.index, movement.other))
                row += [Piece("  "), Piece(say(key, name=other), "company")]
            if event.role and event.to == self.ident:
                row.append(Piece("  " + one_line(event.role)))
            one = len(movement.people) == 1
            target = Target("person", movement.people[0], event) if one else Target("event", event.id, event)
            rows.append((row, target))
        return rows

    def why_not(self, action: Action) -> str | None:
        """Going in needs something under the cursor."""
        if action.id == "go_in" and self.lines.target is None:
            return say("not.value")
        if action.id in ("read", "copy", "copy_markdown", "copy_fact") and self.told is None:
            return say("not.told")
        return None

    @property
    def told(self) -> tuple[Event, Evidence] | None:
        """The event that the line under the cursor tells, with its first source."""
        target = self.lines.target
        event = target.event if isinstance(target, Target) else None
        return (event, event.sources[0]) if event is not None and event.sources else None

    def do_read(self) -> None:
        """The article that tells what the line tells, at the place."""
        if self.told is not None:
            event, source = self.told
            self.talent.open_article(source.article, event.id, source.start)

    def to_copy(self) -> tuple[list[tuple[Event, Evidence]], Index]:
        """The event under the cursor, with its first source."""
        return ([self.told] if self.told is not None else []), self.index

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A double click goes in."""
        if event.times == 2 and event.line is not None and self.lines.target is not None:
            self.do_go_in()

    def do_go_in(self) -> None:
        """To the company, the person or the event under the cursor."""
        target = self.lines.target
        if isinstance(target, Target):
            if target.kind == "event":
                self.talent.show_event(target.ident)
            else:
                self.talent.open_entity(target.kind, target.ident)

    def do_filter_by(self) -> None:
        """Back to the timeline, filtered by this one."""
        self.talent.filter_by(self.facet, self.ident)


def _sense(target: object | None) -> tuple[str, ...]:
    """What a line leads to and tells, by ids, which outlive a change of the timeline."""
    if not isinstance(target, Target):
        return ()
    return (target.kind, target.ident, target.event.id if target.event is not None else "")


def stay_days(stay: Stay) -> str:
    """From when to when, as far as it is told."""
    begin = one_line(wording.day_text(stay.begin)) if stay.begin is not None else ""
    end = one_line(wording.day_text(stay.end)) if stay.end is not None else ""
    if begin and end:
        return say("view.dates", begin=begin, end=end)
    if begin:
        return say("view.since", day=begin)
    return say("view.until", day=end) if end else say("view.dates.unknown")


def index_event(index: Index, idents: Sequence[str]) -> Event | None:
    """The first of these events that is there."""
    found = (index.position(ident) for ident in idents)
    return next((index.events[at] for at in found if at is not None), None)


def _heading(text: str, width: int) -> list[tuple[Row, object | None]]:
    row: Row = [Piece(f" {text} ", "heading")]
    row.append(Piece(SIGNS.rule * max(width - row_width(row) - 1, 0), "faint"))
    return [([], None), (row, None)]


def _day(event: Event) -> Piece:
    day = one_line(wording.day_text(event.date))
    return Piece(fit(day, max(wording.day_cells("full"), cell_len(day))), "date" if event.date.is_dated else "faint")


def _event(event: Event, index: Index, width: int) -> Row:
    return [
        Piece(" "),
        _day(event),
        Piece(" "),
        status_piece(event.status),
        *warnings(event),
        Piece(one_line(wording.summary(event, index))),
    ]
