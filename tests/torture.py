"""Kill a writing process at random moments, many times, and look for anything lost.

    python -m tests.torture [TIMES] [timeline|desk]

A child adds articles one by one, corrects their events and takes corrections back (`timeline`), or saves, renames and
deletes views and keeps sessions (`desk`), and writes down each change that was acknowledged. It is killed with SIGKILL
after a random while. Afterwards the file must open, be whole, and hold everything acknowledged; the desk's is opened
after each kill, as the app would. Exits with 1 on any loss.
"""

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TextIO

import msgspec

from talent_tui.desk import Desk, Session
from talent_tui.index import Filters, Remembered
from talent_tui.model import ArticleRecord, Correction, EditEvent, Member, StoreError
from talent_tui.store import Contents, TimelineStore, check
from tests.factories import make_event, make_record

_LONGEST_SECONDS = 0.4
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Outcome(NamedTuple):
    """What the store acknowledged, and how much of it is not there."""

    articles: int
    corrections: int
    lost: int


def write_until_killed(path: str, journal: str, first: int) -> None:
    """Add and correct for ever, writing each change down as soon as the store has it."""
    store = TimelineStore(Path(path))
    with Path(journal).open("a") as file:
        acknowledged = _writer(file)
        number = first
        while True:
            record = make_record(make_event("join", [f"Person {number}"], None, "Ombra"), file=f"{number}.txt")
            store.change([record], first=number % 4 == 0)  # a change of one write, or a later one of several
            acknowledged("article", record.article.id)
            note = f"note {number}"
            with store.writing():
                noted = _correction(store.contents(), record, note)
                store.change(corrections=[noted])
            acknowledged("correction", noted.number, note)
            if number % 3 == 0:
                store.change(corrections=[msgspec.structs.replace(noted, undone=_NOON)])
                acknowledged("undone", noted.number, note)
            number += 1


def _writer(file: TextIO) -> Callable[..., None]:
    """What writes a line of the journal and comes back when it is on the disk."""

    def write(*words: object) -> None:
        file.write(" ".join(map(str, words)) + "\n")
        file.flush()
        os.fsync(file.fileno())

    return write


def _told(journal: Path) -> list[list[str]]:
    """The words of each whole line: what a kill cut off was not acknowledged."""
    return [line.split() for line in journal.read_text().splitlines(keepends=True) if line.endswith("\n")]


def _correction(contents: Contents, record: ArticleRecord, note: str) -> Correction:
    event = record.events[0]
    deed = EditEvent(event.id, (Member(event.id, record.article.id),), event.type, note=note)
    return Correction(max(contents.corrections, default=0) + 1, _NOON, deed)


def torture(times: int, folder: Path, seed: int = 0) -> Outcome:
    """Kill `times` children, one after the other, and compare what they wrote down with what is there."""
    store, journal = TimelineStore(folder / "时间 线.json"), folder / "journal"
    _kill(times, seed, write_until_killed, store.path, journal, lambda: None)
    told = _told(journal)
    articles = [words[1] for words in told if words[0] == "article"]
    corrections = [[words[0], words[1], " ".join(words[2:])] for words in told if len(words) > 2]
    try:
        held = store.contents()
    except StoreError:
        return Outcome(len(articles), len(corrections), len(articles) + len(corrections))
    lost = sum(a not in held.records for a in articles) + sum(not _held(words, held) for words in corrections)
    whole = all(f.good for f in check(store))
    return Outcome(len(articles), len(corrections), lost + (0 if whole else 1))


def _kill(
    times: int,
    seed: int,
    work: Callable[[str, str, int], None],
    path: Path,
    journal: Path,
    look: Callable[[], None],
) -> None:
    """Let children work on `path`, one after the other, kill each, and `look` at what it leaves."""
    rng = random.Random(seed)
    journal.touch()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["talent_tui.store.storage", "talent_tui.desk", "tests.factories"])
    for number in range(times):
        child = context.Process(target=work, args=(str(path), str(journal), number * 100_000))
        child.start()
        time.sleep(rng.uniform(0, _LONGEST_SECONDS))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        look()


def _held(words: list[str], held: Contents) -> bool:
    """Whether the log has the correction, as noted, and taken back if that was acknowledged."""
    kind, number, note = words
    there = held.corrections.get(int(number))
    if there is None or not isinstance(there.deed, EditEvent) or there.deed.note != note.strip():
        return False
    return kind == "correction" or there.undone is not None


# Views and sessions


class DeskOutcome(NamedTuple):
    """What the desk acknowledged (views saved, renamed or deleted; sessions), and how much of it is not so."""

    views: int
    sessions: int
    lost: int


def keep_until_killed(path: str, journal: str, first: int) -> None:
    """Save, rename and delete views and keep sessions for ever. What is about to go is written down before it does."""
    desk = Desk(Path(path))
    with Path(journal).open("a") as file:
        note = _writer(file)
        number = first
        while True:
            shown = Remembered(Filters().searched(f"{number}"), ("",))
            desk.save(f"view{number}", shown)
            note("view", f"view{number}", number)
            desk.keep(Session(shown, event=f"{number}"))
            note("session", number)
            if number % 3 == 1:
                note("going", f"view{number}")
                desk.rename(f"view{number}", f"new{number}")
                note("gone", f"view{number}")
                note("view", f"new{number}", number)
            if number % 3 == 2:
                note("going", f"view{number}")
                desk.delete(f"view{number}")
                note("gone", f"view{number}")
            number += 1


def torture_desk(times: int, folder: Path, seed: int = 0) -> DeskOutcome:
    """Kill `times` children and open the desk after each; compare what they wrote down with what is there."""
    path, journal = folder / "状 态.json", folder / "journal"
    trouble: list[str] = []

    def look() -> None:
        desk = Desk(path)
        if desk.trouble:
            trouble.append(desk.trouble)

    _kill(times, seed, keep_until_killed, path, journal, look)
    told = _told(journal)
    saved = {words[1]: words[2] for words in told if words[0] == "view"}
    going = {words[1] for words in told if words[0] == "going"}
    gone = {words[1] for words in told if words[0] == "gone"}
    sessions = [int(words[1]) for words in told if words[0] == "session"]
    desk = Desk(path)
    held = {name: _query(view.shown) for name, view in desk.views.items()}
    lost = sum(held.get(name) != number for name, number in saved.items() if name not in going)
    lost += len(gone & held.keys())
    last = int(_query(desk.session.shown)) if desk.session is not None else -1
    lost += bool(sessions) and last < sessions[-1]
    return DeskOutcome(len(saved) + len(gone), len(sessions), lost + len(trouble))


def _query(shown: Remembered) -> str:
    words = shown.filters.words
    return words.query if words is not None else ""


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    kinds = sys.argv[2:] or ["timeline", "desk"]
    lost = 0
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder:
            if kind == "desk":
                kept = torture_desk(times, Path(folder))
                told, lost = f"{kept.views} changes of views and {kept.sessions} sessions", lost + kept.lost
            else:
                made = torture(times, Path(folder))
                told, lost = f"{made.articles} articles and {made.corrections} corrections", lost + made.lost
        print(f"{times} times killed; {told} acknowledged, {lost} lost")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
