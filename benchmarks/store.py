"""What adding to and looking into a large timeline costs, beside plain JSON: `python -m benchmarks.store [EVENTS …]`.

Each figure is the best of three. Ratios are to what any program must pay: reading the file and parsing it with the
standard library's `json` (lookups), or parsing it with a fast parser and writing it once (adding). The fast parser is
orjson where it is installed, else msgspec. Plain TinyDB, which parses and writes with `json`, stands beside for scale.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB

from talent_tui.store import TimelineStore
from tests.factories import make_records

_TIMES = 3


def main() -> None:
    sizes = [int(a) for a in sys.argv[1:]] or [1_000, 20_000]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = folder
        for size in sizes:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    path = folder / f"{size}.json"
    TimelineStore(path).change(make_records(size))
    new = make_records(20, seed=1)
    parse, dump, fast = _fast_json()

    def add_one() -> None:
        store = TimelineStore(path)
        store.load()
        store.change(new)

    def plain_rewrite() -> None:
        data = dump(parse(path.read_bytes()))
        beside = folder / "plain.json"
        beside.write_bytes(data)
        with beside.open("rb") as file:
            os.fsync(file.fileno())

    print(f"{size} events, {path.stat().st_size / 1e6:.1f} MB")
    floor = best(plain_rewrite)
    _line(f"parse and write with {fast}", floor)
    _line("add one article", best(add_one), floor)
    if size <= 20_000:
        naive = folder / f"{size}-tinydb.json"
        documents = [msgspec.to_builtins(r) for r in make_records(size)]
        with TinyDB(naive) as database:
            database.insert_multiple(documents)
            _line("add one article with plain TinyDB", best(lambda: database.insert(documents[0])), floor)

    loading = _process(f"import json; json.load(open({str(path)!r}, encoding='utf-8'))")
    lookup = f"from talent_tui.main import main; main(['find', 'lanzhou', '陈', '--store', {str(path)!r}])"
    _line("a process that parses with json", loading)
    began = time.perf_counter()
    _run(lookup)
    _line("lookup that has to merge", time.perf_counter() - began, loading)
    _line("lookup", _process(lookup), loading)


def best(deed: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _process(code: str) -> float:
    return best(lambda: _run(code))


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)


def _fast_json() -> tuple[Callable[[bytes], Any], Callable[[Any], bytes], str]:
    try:
        import orjson  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return msgspec.json.decode, msgspec.json.encode, "msgspec"
    return orjson.loads, orjson.dumps, "orjson"


def _line(what: str, seconds: float, floor: float | None = None) -> None:
    ratio = f"  {seconds / floor:5.2f} times" if floor else ""
    print(f"  {what:<36} {seconds * 1000:8.0f} ms{ratio}")


if __name__ == "__main__":
    main()
