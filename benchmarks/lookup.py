"""What a lookup costs beside a process that only loads the store with `json`: `python -m benchmarks.lookup [EVENTS]`.

Each figure is the best of five processes, loading and looking up in turn. The bound to keep to is 1.5 times.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from talent_tui.store import TimelineStore
from tests.factories import make_records

_TIMES = 5
_BOUND = 1.5

LOOKUPS = (
    ("find", "chen"),
    ("find", "陈远"),
    ("find", "2025-06", "join", "--limit", "20"),
    ("find", "--since", "2025", "--status", "denied", "--json"),
    ("who", "Varga"),
    ("firm", "Brightmere"),
    ("on", "2025-06-28"),
    ("completion", "--names", "people", "--", "chen"),
)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "DATA", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = folder
        path = Path(folder) / "store.json"
        TimelineStore(path).change(make_records(size))
        print(f"{size} events, {path.stat().st_size / 1e6:.1f} MB")
        loading = [sys.executable, "-c", f"import json; json.load(open({str(path)!r}, encoding='utf-8'))"]
        commands = {" ".join(words): [*_PROGRAM, "--store", str(path), *words] for words in LOOKUPS}
        first = _seconds(commands["find chen"])
        taken: dict[str, list[float]] = {name: [] for name in ("json", *commands)}
        for _ in range(_TIMES):
            taken["json"].append(_seconds(loading))
            for name, command in commands.items():
                taken[name].append(_seconds(command))
        floor = min(taken["json"])
        for name, times in taken.items():
            _line(name, min(times), floor)
        _line("the first lookup after a change made elsewhere (merges)", first, floor)
        worst = max(min(times) for times in taken.values()) / floor
        print(f"  {'within' if worst <= _BOUND else 'BEYOND'} {_BOUND} times: {worst:.2f} at most")


_PROGRAM = (sys.executable, "-m", "talent_tui")


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - began


def _line(what: str, seconds: float, floor: float) -> None:
    print(f"  {what:<58} {seconds * 1000:6.0f} ms  {seconds / floor:5.2f} times")


if __name__ == "__main__":
    main()
