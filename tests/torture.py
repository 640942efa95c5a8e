"""Kill an adding process at random moments, many times, and look for anything lost: `python -m tests.torture [TIMES]`.

A child adds articles one by one and writes down each that the store acknowledged. It is killed with SIGKILL after a
random while. Afterwards the store must open, be whole, and hold every acknowledged article. Exits with 1 on any loss.
"""

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from talent_tui.model import StoreError
from talent_tui.store import TimelineStore, check
from tests.factories import make_event, make_record

_LONGEST_SECONDS = 0.4


def add_until_killed(path: str, journal: str, first: int) -> None:
    """Add articles for ever, writing each one's id down as soon as the store has it."""
    store = TimelineStore(Path(path))
    with Path(journal).open("a") as file:
        number = first
        while True:
            record = make_record(make_event("join", [f"Person {number}"], None, "Ombra"), file=f"{number}.txt")
            store.change([record], drop=())
            file.write(record.article.id + "\n")
            file.flush()
            os.fsync(file.fileno())
            number += 1


def torture(times: int, folder: Path, seed: int = 0) -> tuple[int, int]:
    """Kill `times` children; the number of acknowledged articles and of lost ones."""
    rng = random.Random(seed)
    store, journal = TimelineStore(folder / "timeline.json"), folder / "journal"
    journal.touch()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["talent_tui.store.storage", "tests.factories"])
    for number in range(times):
        child = context.Process(target=add_until_killed, args=(str(store.path), str(journal), number * 100_000))
        child.start()
        time.sleep(rng.uniform(0, _LONGEST_SECONDS))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
    acknowledged = [line for line in journal.read_text().split() if len(line) == 12]
    try:
        held = {r.article.id for r in store.load()}
    except StoreError:
        return len(acknowledged), len(acknowledged)
    whole = all(f.good for f in check(store))
    return len(acknowledged), sum(a not in held for a in acknowledged) + (0 if whole else 1)


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        acknowledged, lost = torture(times, Path(folder))
    print(f"{times} times killed, {acknowledged} articles acknowledged, {lost} lost")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
