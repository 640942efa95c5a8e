"""What finding dates costs beside other libraries, and how it grows: `python -m benchmarks.dates [ARTICLE …]`.

Without articles the sample is read. Each figure is processor time, the best of three over all articles, one after
another, everything loaded before. dateparser is the one that we depend on; jionlp is compared where it is installed
(`pip install talent-tui[bench]`). Neither is asked for the same: jionlp finds and parses Chinese time expressions with
the day of publication given, dateparser searches with it as its base.
"""

import contextlib
import io
import random
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from talent_tui import locations
from talent_tui.model import Publication
from talent_tui.tagging.dates import find_dates
from talent_tui.tagging.dates.folding import fold

_TIMES = 3
_DAY = date(2025, 7, 2)
_PUBLISHED = Publication(_DAY, _DAY, "stated")
_MEGABYTE = 1_000_000
_HOSTILE = {"digits": "0123456789", "date characters": "年月日一二三"}


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:]] or locations.sample_paths()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    size = sum(map(len, texts))
    print(f"{len(texts)} articles, {size:,} characters")
    ours = _report("talent-tui", size, lambda: sum(len(find_dates(fold(t), _PUBLISHED)) for t in texts))
    for name, count in _others(texts):
        theirs = _report(name, size, count)
        print(f"{'':<12} talent-tui is {theirs / ours:.1f} times as fast")
    for name, alphabet in _HOSTILE.items():
        print(f"a megabyte of {name} at 1, 2 and 4 times: {', '.join(_growth(alphabet))}")


def _others(texts: list[str]) -> list[tuple[str, Callable[[], int]]]:
    """The other libraries that are installed, each with a function that counts the dates it finds."""
    from dateparser.search import search_dates

    base = datetime(_DAY.year, _DAY.month, _DAY.day)
    settings = {"RELATIVE_BASE": base}
    out: list[tuple[str, Callable[[], int]]] = [
        (
            "dateparser",
            lambda: sum(
                len(search_dates(line, languages=["zh", "en"], settings=settings) or ())
                for text in texts
                for line in text.splitlines()
                if line.strip()
            ),
        )
    ]
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import jionlp
    except ImportError:
        print("jionlp is not installed: pip install talent-tui[bench]")
        return out
    stamp = base.timestamp()
    jionlp.ner.extract_time("昨天", time_base=stamp)
    out.insert(
        0, ("jionlp", lambda: sum(len(jionlp.ner.extract_time(t, time_base=stamp, with_parsing=True)) for t in texts))
    )
    return out


def _report(name: str, size: int, run: Callable[[], int]) -> float:
    """Seconds of the best run, after printing what it did."""
    seconds, found = min(_timed(run) for _ in range(_TIMES))
    print(f"{name:<12} {seconds * 1000:9.1f} ms  {size / seconds:12,.0f} chars/s  {found} dates")
    return seconds


def _timed(run: Callable[[], int]) -> tuple[float, int]:
    begun = time.process_time()
    found = run()
    return time.process_time() - begun, found


def _growth(alphabet: str) -> list[str]:
    chance = random.Random(1)
    out = []
    for times in (1, 2, 4):
        text = "".join(chance.choices(alphabet, k=times * _MEGABYTE))
        seconds, _ = _timed(lambda text=text: len(find_dates(text, _PUBLISHED)))  # type: ignore[misc]
        out.append(f"{seconds:.1f} s")
    return out


if __name__ == "__main__":
    main()
