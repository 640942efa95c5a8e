"""Follow an `add` or a `reread`: a progress bar where a person watches, one line an article where nobody does."""

import sys
from collections.abc import Callable, Iterator

from talent_tui.adding import AddResult, Progress
from talent_tui.cli.console import say, watched
from talent_tui.model.printable import counted, one_line

NOT_READ = 3


def follow(start: Callable[[Progress | None], Iterator[AddResult]]) -> int:
    """Run the work and tell what became of each input, on standard error; the exit code."""
    if watched(sys.stderr):
        return _with_bar(start)
    results = []
    for result in start(None):
        say(_line(result))
        results.append(result)
    return _code(results)


def _with_bar(start: Callable[[Progress | None], Iterator[AddResult]]) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    results = []
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, name="")

        def progress(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=one_line(name)[-40:])

        for result in start(progress):
            results.append(result)
            if result.state == "unreadable":
                console.print(Text(_line(result)))
    console.print(Text(_summary(results)))
    return _code(results)


def _line(result: AddResult) -> str:
    if result.state == "unreadable":
        return one_line(result.message or f"{result.name} cannot be read.")
    return one_line(f"{result.state} {result.article}  {counted(result.events, 'event')}  {result.name}")


def _summary(results: list[AddResult]) -> str:
    counts = {
        state: sum(r.state == state for r in results) for state in ("added", "replaced", "unchanged", "unreadable")
    }
    told = [f"{n} {state}" for state, n in counts.items() if n]
    events = sum(r.events for r in results)
    return (
        f"{', '.join(told) or 'nothing to do'}; {counted(events, 'event')} in {'it' if len(results) == 1 else 'them'}."
    )


def _code(results: list[AddResult]) -> int:
    return NOT_READ if any(r.state == "unreadable" for r in results) else 0
