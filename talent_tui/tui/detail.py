"""The pane below: one event in full, with each source's words and what stands around them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from talent_tui.index import Index
from talent_tui.model import Event, Evidence
from talent_tui.model.printable import one_line, printable
from talent_tui.tui import wording
from talent_tui.tui.context import forms, highlights, pieces, surroundings
from talent_tui.tui.lines import LineView
from talent_tui.tui.painting import Piece, Row, clip, row_width, spread
from talent_tui.tui.signs import SIGNS, STATUS
from talent_tui.tui.strings import counted, say
from talent_tui.tui.timeline import STATUS_STYLE
from talent_tui.tui.wrap import fit, wrap


class DetailLine(NamedTuple):
    """A line, and the source (by its number) that `enter` opens from it."""

    row: Row
    source: int


class DetailPane(LineView):
    """The event under the timeline's cursor."""

    def __init__(self, *, name: str) -> None:
        """Nothing yet."""
        super().__init__(name=name)
        self._event: Event | None = None
        self._index: Index | None = None
        self._made: tuple[int, list[DetailLine]] = (0, [])

    @property
    def event(self) -> Event | None:
        """The event that is shown."""
        return self._event

    @property
    def source(self) -> Evidence | None:
        """The source that the cursor stands in."""
        if self._event is None or not self._event.sources:
            return None
        lines = self._made[1]
        number = lines[self.cursor].source if self.cursor < len(lines) else 0
        return self._event.sources[min(number, len(self._event.sources) - 1)]

    def show(self, event: Event | None, index: Index) -> None:
        """Show an event; the same one keeps its place."""
        same = self._event is not None and event is not None and event.id == self._event.id and index is self._index
        self._event, self._index = event, index
        self._lay_out()
        if not same:
            self.cursor = 0
            self.scroll_to(y=0, animate=False)

    def on_resize(self, event: object) -> None:
        """Lines break elsewhere."""
        if self._made[0] != self.line_width:
            self._lay_out()
        self.reveal()

    def _lay_out(self) -> None:
        width = self.line_width
        lines: list[DetailLine] = []
        if not self.size.width:
            pass  # not laid out by the screen yet; a resize follows
        elif self._event is not None and self._index is not None:
            lines = lay_out(self._event, self._index, width)
        elif self._index is not None:
            lines = [DetailLine([Piece(" " + say("detail.nothing"), "faint")], 0)]
        self._made = (width, lines)
        self.set_count(len(lines))

    def title(self, width: int) -> Row:
        """Type, status, day."""
        event = self._event
        if event is None:
            return [Piece(f" {say('pane.detail')}", "strong")]
        row: Row = [
            Piece(f" {wording.type_text(event.type)} ", "strong"),
            Piece(f" {STATUS[event.status]} {wording.status_text(event.status)} ", STATUS_STYLE[event.status]),
        ]
        if event.certainty == "check":
            row.append(Piece(f" {say('check')} ", "warn"))
        row.append(Piece(f" {one_line(wording.day_text(event.date))}", "date" if event.date.is_dated else "faint"))
        articles, origins = wording.one_origin(event)
        right: Row = []
        if articles > 1:
            told = say("detail.origins", articles=counted("article", articles), origins=counted("origin", origins))
            right = [Piece(told + " ")]
        return spread(row, right, width)

    def row(self, line: int, width: int) -> Row:
        """As it was laid out."""
        return self._made[1][line].row

    def can_choose(self, line: int) -> bool:
        """Every line, so that the cursor scrolls the text."""
        return True


def lay_out(event: Event, index: Index, width: int) -> list[DetailLine]:
    """All lines that tell of an event, `width` cells wide."""
    lines = [DetailLine(row, 0) for row in _head(event, index, width)]
    lines += [DetailLine(row, 0) for row in _conflicts(event, index, width)]
    words = forms(event, index)
    for number, source in enumerate(event.sources):
        if lines:
            lines.append(DetailLine([], number))
        lines.extend(DetailLine(row, number) for row in _source(source, event, index, words, width))
    if event.why:
        lines.append(DetailLine([], 0))
        why = say("detail.why", why="; ".join(event.why))
        lines.extend(DetailLine([Piece(" " + why[a:b], "faint")], 0) for a, b in wrap(why, width - 2))
    return lines


def _head(event: Event, index: Index, width: int) -> list[Row]:
    summary = one_line(wording.summary(event, index))
    rows: list[Row] = [[Piece(" " + summary[a:b], "strong")] for a, b in wrap(summary, width - 2)]
    facts: list[Row] = []
    if event.people:
        facts.append(_listed(say("detail.who"), [index.label("person", p) for p in event.people], "person"))
    move: Row = []
    if event.from_ is not None:
        move.append(Piece(wording.company_name(index, event.from_), "company"))
    if event.from_ is not None or event.to is not None:
        move.append(Piece(f" {SIGNS.arrow} " if event.from_ is not None else f"{SIGNS.arrow} "))
    if event.to is not None:
        move.append(Piece(wording.company_name(index, event.to), "company"))
    others = [c for c in event.companies if c not in (event.from_, event.to)]
    if others:
        move.append(Piece(", " if move else ""))
        move.append(Piece(", ".join(wording.company_name(index, c) for c in others), "company"))
    if move:
        facts.append(move)
    if event.role:
        facts.append([Piece(f"{say('detail.role')} ", "faint"), Piece(one_line(event.role))])
    if event.count is not None:
        facts.append([Piece(f"{say('detail.count')} ", "faint"), Piece(str(event.count))])
    if event.amounts:
        facts.append(_listed(say("detail.sum"), [amount.text for amount in event.amounts], "amount"))
    day: Row = [Piece(f"{say('detail.day')} ", "faint"), Piece(one_line(wording.day_text(event.date)), "date")]
    if event.date.text and event.date.is_dated:
        day.append(Piece(" " + say("detail.words", words=one_line(event.date.text)), "faint"))
    if event.date.because:
        day.append(Piece(", " + say("detail.because", why=one_line(event.date.because)), "faint"))
    facts.append(day)
    facts += _by_hand(event)
    rows.extend(_flow(facts, width))
    rows.extend(_denials(event, index, width))
    return rows


def _by_hand(event: Event) -> list[Row]:
    """What a person corrected and noted."""
    facts: list[Row] = []
    if event.verified is not None:
        facts.append([Piece(say("detail.verified", day=event.verified.isoformat()), "good")])
    fields = ", ".join(wording.field_text(f) for f in event.edited if f != "added")
    if "added" in event.edited:
        facts.append([Piece(say("detail.added"), "warn")])
    if fields:
        facts.append([Piece(say("detail.edited", fields=fields), "warn")])
    if event.note:
        facts.append([Piece(f"{say('detail.note')} ", "faint"), Piece(one_line(event.note), "strong")])
    return facts


def _listed(label: str, names: Sequence[str], style: str) -> Row:
    return [Piece(f"{label} ", "faint"), Piece(one_line(", ".join(names)), style)]


def _flow(facts: Sequence[Row], width: int) -> list[Row]:
    """Facts side by side, as many in a line as fit."""
    rows: list[Row] = []
    current: Row = []
    for fact in facts:
        if current and row_width(current) + row_width(fact) + 3 > width - 1:
            rows.append(current)
            current = []
        current = [*current, Piece("   " if current else " "), *fact]
    return [*rows, current] if current else rows


def _denials(event: Event, index: Index, width: int) -> list[Row]:
    rows: list[Row] = []
    if event.denies is not None and (at := index.position(event.denies)) is not None:
        rows.append(
            [Piece(" " + say("detail.denies", summary=one_line(wording.summary(index.events[at], index))), "bad")]
        )
    rows += [
        [Piece(" " + say("detail.denied", summary=one_line(wording.summary(other, index))), "bad")]
        for other in index.denials(event)
    ]
    return [clip(row, width) for row in rows]


def _conflicts(event: Event, index: Index, width: int) -> list[Row]:
    """Each contradiction: the values side by side in columns, under each who says so."""
    rows: list[Row] = []
    for conflict in event.conflicts:
        rows.append([])
        rows.append(
            [Piece(" != ", "bad"), Piece(say("detail.conflict", field=wording.field_text(conflict.field)), "bad")]
        )
        column = max((width - 4) // max(len(conflict.values), 1) - 3, 8)
        values: Row = [Piece("    ")]
        tellers: list[list[str]] = []
        for number, value in enumerate(conflict.values):
            gap = f" {SIGNS.columns} " if number else ""
            values += [Piece(gap, "faint"), Piece(fit(one_line(value.value), column), "amount")]
            tellers.append([_teller(index, article) for article in value.articles])
        rows.append(values)
        for line in range(max((len(names) for names in tellers), default=0)):
            said: Row = [Piece("    ")]
            for number, names in enumerate(tellers):
                gap = f" {SIGNS.columns} " if number else ""
                said += [Piece(gap, "faint"), Piece(fit(names[line] if line < len(names) else "", column), "faint")]
            rows.append(said)
    return rows


def _teller(index: Index, article_id: str) -> str:
    article = index.articles.get(article_id)
    if article is None:
        return article_id
    return one_line(": ".join(part for part in (article.outlet, article.title or article.file) if part))


def _source(source: Evidence, event: Event, index: Index, words: dict[str, str], width: int) -> list[Row]:
    article = index.articles.get(source.article)
    title = one_line((article.title or article.file) if article is not None else source.article)
    told = f" {STATUS[source.status]} {wording.status_text(source.status)}"
    status: Row = [Piece(told, STATUS_STYLE[source.status])]
    day = wording.day_text(source.date)
    head: Row = [
        *status,
        Piece("  "),
        Piece(one_line(", ".join(source.outlets)) + "  " if source.outlets else "", "strong"),
        Piece(one_line(day), "date" if source.date.is_dated else "faint"),
        Piece(f"  {title}", "heading"),
    ]
    rows: list[Row] = [clip(head, width)]
    if article is not None:
        published = Piece(f"  {wording.publication_text(article.published)}", "faint")
        if row_width([*head, published]) <= width:
            rows = [[*head, published]]
        else:
            rows.append(clip([Piece(" "), published], width))
    text, start, end = source.quote, 0, len(source.quote)
    begin, stop = start, end
    if article is not None and article.text[source.start : source.end] == source.quote:
        text, start, end = article.text, source.start, source.end
        begin, stop = surroundings(text, start, end)
    shown = printable(text[begin:stop]).replace("\n", " ")
    marks = highlights(shown, words)
    for a, b in wrap(shown, width - 4):
        row: Row = [
            Piece(" "),
            Piece(SIGNS.margin if b > start - begin and a < end - begin else " ", "accent"),
            Piece(" "),
        ]
        for left, right in _edges(a, b, start - begin, end - begin):
            inside = start - begin <= left and right <= end - begin
            for i, j, kind in pieces(left, right, marks):
                row.append(Piece(shown[i:j], kind if kind and inside else ("quote" if inside else "faint")))
        rows.append(row)
    return rows


def _edges(a: int, b: int, start: int, end: int) -> list[tuple[int, int]]:
    """The run from a to b cut where the quotation begins and ends."""
    cuts = sorted({a, b, min(max(start, a), b), min(max(end, a), b)})
    return [(left, right) for left, right in pairwise(cuts) if left < right]
