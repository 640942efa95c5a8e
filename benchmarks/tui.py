"""How fast the app is, beside what cannot be faster: a bare Textual app with a line-API list of the same rows.

Run it as `python -m benchmarks.tui`. All ratios come from one run on one machine; figures of different machines are not
to be compared. With DuckDB installed, its counts are timed beside ours.
"""

from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Header

if sys.argv[1:2] != ["bare"]:  # the bare app must not pay for what it does not use
    from talent_tui.index import FACETS, Filters, Index
    from talent_tui.model import Timeline
    from talent_tui.store import TimelineStore
    from talent_tui.tui.app import TalentApp
    from talent_tui.tui.browser import BrowserScreen
    from talent_tui.workspace import Workspace
    from tests.factories import make_records

ROUNDS = 7
STARTS = 15
SIZE = (120, 40)


class BareList(ScrollView, can_focus=True):
    """Rows of plain text, drawn when they are seen."""

    def __init__(self, rows: Sequence[str]) -> None:
        super().__init__()
        self.rows = rows
        self.show(rows)

    def show(self, rows: Sequence[str]) -> None:
        self.rows = rows
        self.virtual_size = Size(0, len(rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        from rich.segment import Segment

        line = y + self.scroll_offset.y
        text = self.rows[line] if line < len(self.rows) else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


class BareApp(App[None]):
    """Header, list, footer: what any app of this kind must do."""

    def __init__(self, rows: Sequence[str]) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield Header()
        yield BareList(self.rows)
        yield Footer()


class Shelf:
    """A timeline in memory."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        if self._index is None:
            self._index = Index(self.timeline)
        return self._index

    def changed(self) -> bool:
        return False

    def reload(self) -> None: ...

    def add_sample(self) -> None: ...

    def add(self, paths: Sequence[str], **options: Any) -> list[Any]:
        raise NotImplementedError

    def article_in(self, stdin: Any) -> Any:
        raise NotImplementedError

    def reread(self, names: Any, *, published: Any = None) -> list[Any]:
        raise NotImplementedError

    def edit(self, event_id: str, wish: Any) -> None:
        raise NotImplementedError

    def take_back(self) -> None:
        raise NotImplementedError

    def queue(self) -> list[Any]:
        return []


def timeline_of(count: int) -> Timeline:
    """An invented timeline of `count` events, articles' own events taken as they are."""
    records = make_records(count, seed=1)
    people = {p.id: p for record in records for p in record.people}
    firms = {c.id: c for record in records for c in record.companies}
    events = tuple(event for record in records for event in record.events)
    return Timeline(tuple(r.article for r in records), tuple(people.values()), tuple(firms.values()), events)


def median(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds that `action` takes, the median of `rounds`."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def first_rows(command: Sequence[str], wanted: str, cache: Path) -> float:
    """Seconds from starting a program in a terminal of its own until it has drawn `wanted`."""
    controller, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    own = {"XDG_CACHE_HOME": str(cache), "XDG_STATE_HOME": str(cache)}
    environment = {**os.environ, "TERM": "xterm-256color", **own}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs a program has its modules compiled
    environment["PYTHONPYCACHEPREFIX"] = str(cache / "compiled")
    began = time.perf_counter()
    program = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment)
    os.close(child)
    seen = b""
    try:
        while wanted.encode() not in seen:
            ready, _, _ = select.select([controller], [], [], 60)
            if not ready:
                raise TimeoutError(f"{wanted!r} never came")
            seen = seen[-200:] + os.read(controller, 65536)
        return time.perf_counter() - began
    finally:
        program.terminate()
        program.wait()
        os.close(controller)


def starts(commands: Sequence[Sequence[str]], wanted: str, cache: Path) -> list[float]:
    """The same for several programs in turn, the medians of several rounds after one that fills the caches."""
    rounds = [[first_rows(command, wanted, cache) for command in commands] for _ in range(STARTS + 1)][1:]
    return [statistics.median(taken) for taken in zip(*rounds, strict=True)]


def compare_starts(count: int, folder: Path) -> str:
    """One line: a bare app with as many rows, ours with as many events, the ratio."""
    store = folder / f"{count}.json"
    records = make_records(count, seed=1)
    kept = TimelineStore(store)
    with kept.writing():
        kept.change(records, [])
    rows = folder / f"{count}.txt"
    shown = Workspace.open(store).index
    rows.write_text("\n".join(event.summary for event in shown.events), encoding="utf-8")
    first = shown.events[0].summary[:6]
    bare, ours = starts(
        [
            [sys.executable, "-m", "benchmarks.tui", "bare", str(rows)],
            [sys.executable, "-m", "talent_tui", "--store", str(store)],
        ],
        first,
        folder,
    )
    times = f"bare {milliseconds(bare)}   ours {milliseconds(ours)}"
    return f"  {len(shown.events):7,} rows: {times}   ratio {ours / bare:.2f}"


async def drawn(app: App[Any], change: Callable[[], None]) -> float:
    """Seconds from a change until the screen is drawn anew."""
    began = time.perf_counter()
    change()
    app.screen._on_timer_update()
    app.screen._compositor.render_strips()
    return time.perf_counter() - began


def refilter(browser: BrowserScreen, filters: Filters) -> None:
    """All panes at once, though the app gives each a frame of its own."""
    browser.go(filters)
    browser.frames.catch_up()


async def refilter_ours(timeline: Timeline) -> float:
    app = TalentApp(Shelf(timeline))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        browser = app.browser
        assert browser is not None
        values = browser.facet_pane("company").values
        taken = []
        for value in values[: ROUNDS * 2]:
            index = browser.index
            index._views.clear()
            filters = Filters().toggled("company", value)
            taken.append(await drawn(app, partial(refilter, browser, filters)))
            await pilot.pause()
        return statistics.median(taken)


async def refilter_bare(timeline: Timeline) -> float:
    index = Index(timeline)
    rows = [event.summary for event in index.events]
    app = BareApp(rows)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        bare = app.query_one(BareList)
        taken = []
        for value in list(index.facet("company"))[: ROUNDS * 2]:

            def change(value: str = value) -> None:
                bare.show([row for row, event in zip(rows, index.events, strict=True) if value in event.companies])

            taken.append(await drawn(app, change))
            await pilot.pause()
        return statistics.median(taken)


FILTERING = ("c", "space", "j", "space", "t", "space", "X", "slash", "l", "i", "enter", "X")
MOVING = ("T", "j", "G", "k")


async def longest_block(timeline: Timeline) -> tuple[float, float]:
    """Seconds of the longest single piece of work on the screen's thread: under keys that filter, and under others."""
    shelf = Shelf(timeline)
    _ = shelf.index
    app = TalentApp(shelf)
    taken: list[float] = []
    run = asyncio.events.Handle._run

    def timed(handle: asyncio.events.Handle) -> None:
        began = time.perf_counter()
        run(handle)
        taken.append(time.perf_counter() - began)

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        gc.collect()
        gc.freeze()
        blocks = []
        for keys in (FILTERING, MOVING):
            taken.clear()
            asyncio.events.Handle._run = timed  # type: ignore[method-assign, assignment]
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            asyncio.events.Handle._run = run  # type: ignore[method-assign]
            blocks.append(max(taken))
        return blocks[0], blocks[1]


def crossfilter(timeline: Timeline) -> tuple[float, float]:
    """Seconds to index, and to count all facets anew under a new filter."""
    began = time.perf_counter()
    index = Index(timeline)
    for facet in FACETS:
        index.totals(facet)
    built = time.perf_counter() - began
    values = list(index.facet("company"))[:ROUNDS]
    for value in values:
        index.view(Filters().toggled("company", value)).counts("person")
    taken = []
    for value in values:
        index._views.clear()
        began = time.perf_counter()
        view = index.view(Filters().toggled("company", value).toggled("type", "join"))
        for facet in FACETS:
            view.counts(facet)
        assert view.positions is not None
        taken.append(time.perf_counter() - began)
    return built, statistics.median(taken)


def crossfilter_in_duckdb(timeline: Timeline) -> float | None:
    """Seconds that DuckDB takes for the same counts, None where it is not installed."""
    try:
        import duckdb  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    index = Index(timeline)
    connection = duckdb.connect()
    connection.execute("create table has (event integer, facet varchar, value varchar)")
    rows = [(p, f, v) for f in FACETS for v, found in index.facet(f).items() for p in found.positions]
    for at in range(0, len(rows), 50_000):
        part = rows[at : at + 50_000]
        connection.execute(
            "insert into has select unnest(?), unnest(?), unnest(?)", [list(c) for c in zip(*part, strict=True)]
        )

    def count(value: str) -> None:
        own = {"company": f"facet = 'company' and value = '{value}'", "type": "facet = 'type' and value = 'join'"}
        for facet in FACETS:
            kept = [f"event in (select event from has where {rule})" for name, rule in own.items() if name != facet]
            where = " and ".join([f"facet = '{facet}'", *kept])
            connection.execute(f"select value, count(*) from has where {where} group by value").fetchall()

    values = iter(list(index.facet("company")) * ROUNDS)
    return median(lambda: count(next(values)))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:8.1f} ms"


async def main() -> None:
    large = timeline_of(20_000)
    print("Start of the program to first rows")
    with tempfile.TemporaryDirectory() as folder:
        for count in (200, 20_000):
            print(compare_starts(count, Path(folder)))
    print("A filter key to repaint, 20,000 events")
    bare, ours = await refilter_bare(large), await refilter_ours(large)
    print(f"  bare list {milliseconds(bare)}   ours {milliseconds(ours)}   ratio {ours / bare:.2f}")
    print("Cross-filter refresh, all six facets")
    for count in (20_000, 100_000):
        timeline = large if count == 20_000 else timeline_of(count)
        built, ours = crossfilter(timeline)
        filtering, moving = await longest_block(timeline)
        print(
            f"  {count:7,} events: longest block under keys that filter {milliseconds(filtering)}"
            f"   that move {milliseconds(moving)}"
        )
        line = f"  {count:7,} events: index {milliseconds(built)}   refresh {milliseconds(ours)}"
        duck = crossfilter_in_duckdb(timeline)
        print(line + (f"   DuckDB {milliseconds(duck)}   ratio {ours / duck:.2f}" if duck is not None else ""))


if __name__ == "__main__":
    if sys.argv[1:2] == ["bare"]:
        BareApp(Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()).run()
    else:
        asyncio.run(main())
