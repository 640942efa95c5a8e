"""Kill a writing process at random moments, many times, and look for anything lost: `python -m tests.torture [TIMES]`.

A child adds articles one by one, corrects their events and takes corrections back, and writes down each change that the
store acknowledged. It is killed with SIGKILL after a random while. Afterwards the store must open, be whole, and hold
everything acknowledged. Exits with 1 on any loss.
"""

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

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

        def acknowledged(*words: object) -> None:
            file.write(" ".join(map(str, words)) + "\n")
            file.flush()
            os.fsync(file.fileno())

        number = first
        while True:
            record = make_record(make_event("join", [f"Person {number}"], None, "Ombra"), file=f"{number}.txt")
            store.change([record])
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


def _correction(contents: Contents, record: ArticleRecord, note: str) -> Correction:
    event = record.events[0]
    deed = EditEvent(event.id, (Member(event.id, record.article.id),), event.type, note=note)
    return Correction(max(contents.corrections, default=0) + 1, _NOON, deed)


def torture(times: int, folder: Path, seed: int = 0) -> Outcome:
    """Kill `times` children, one after the other, and compare what they wrote down with what is there."""
    rng = random.Random(seed)
    store, journal = TimelineStore(folder / "时间 线.json"), folder / "journal"
    journal.touch()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["talent_tui.store.storage", "tests.factories"])
    for number in range(times):
        child = context.Process(target=write_until_killed, args=(str(store.path), str(journal), number * 100_000))
        child.start()
        time.sleep(rng.uniform(0, _LONGEST_SECONDS))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
    # The last line may have been cut off by a kill: what was not written down whole was not acknowledged.
    told = [line.split(" ", 2) for line in journal.read_text().splitlines(keepends=True) if line.endswith("\n")]
    articles = [words[1].strip() for words in told if words[0] == "article" and len(words) == 2]
    corrections = [words for words in told if len(words) == 3]
    try:
        held = store.contents()
    except StoreError:
        return Outcome(len(articles), len(corrections), len(articles) + len(corrections))
    lost = sum(a not in held.records for a in articles) + sum(not _held(words, held) for words in corrections)
    whole = all(f.good for f in check(store))
    return Outcome(len(articles), len(corrections), lost + (0 if whole else 1))


def _held(words: list[str], held: Contents) -> bool:
    """Whether the log has the correction, as noted, and taken back if that was acknowledged."""
    kind, number, note = words
    there = held.corrections.get(int(number))
    if there is None or not isinstance(there.deed, EditEvent) or there.deed.note != note.strip():
        return False
    return kind == "correction" or there.undone is not None


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        outcome = torture(times, Path(folder))
    print(
        f"{times} times killed; {outcome.articles} articles and {outcome.corrections} corrections acknowledged, "
        f"{outcome.lost} lost"
    )
    sys.exit(1 if outcome.lost else 0)


if __name__ == "__main__":
    main()
