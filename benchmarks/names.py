"""What finding names costs, step by step, beside jieba's own tagger: `python -m benchmarks.names [ARTICLE …]`.

Without articles the sample is read. Each figure is the best of three, on simplified text, everything loaded before.
Growth is measured on the texts repeated, each copy with other names, up to sixteen times their length.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from talent_tui import locations, reading
from talent_tui.lexicon.names import default_names
from talent_tui.model import CleanText
from talent_tui.tagging.names import find_names
from talent_tui.tagging.names.chinese import find_chinese
from talent_tui.tagging.names.firms import find_firms
from talent_tui.tagging.names.foreign import find_dotted, find_undotted
from talent_tui.tagging.names.formed import find_formed
from talent_tui.tagging.names.known import find_known
from talent_tui.tagging.names.latin import find_latin
from talent_tui.tagging.names.outlets import find_outlets
from talent_tui.tagging.names.page import prepare
from talent_tui.tagging.names.voted import find_voted

_TIMES = 3


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:]] or locations.sample_paths()
    text = "\n".join(_clean(path) for path in paths)
    lexicon = default_names()
    clean = CleanText(text)
    find_names(clean, (), lexicon, text)
    whole = _best(lambda: find_names(clean, (), lexicon, text))
    beside = _best(lambda: _tagged(text))
    print(f"{len(text):,} characters")
    print(f"find_names        {whole * 1000:8.1f} ms  {len(text) / whole:12,.0f} chars/s")
    print(
        f"jieba.posseg.cut  {beside * 1000:8.1f} ms  {len(text) / beside:12,.0f} chars/s  ({whole / beside:.2f} of it)"
    )
    page = prepare(clean, ())
    known = find_known(page, lexicon)
    steps: dict[str, Callable[[], object]] = {
        "words": lambda: prepare(clean, ()),
        "lexicon": lambda: find_known(page, lexicon),
        "dotted": lambda: find_dotted(page, known.taken),
        "outlets": lambda: find_outlets(page, lexicon),
        "latin": lambda: find_latin(page, known.named, known.taken, known.found, frozenset()),
        "firms": lambda: find_firms(page, known.taken, known.found),
        "votes": lambda: find_voted(page, known.taken, known.found),
        "formed teams": lambda: find_formed(page, known.named),
        "undotted": lambda: find_undotted(page, known.taken),
        "chinese": lambda: find_chinese(page, known.taken, known.found),
    }
    for name, step in steps.items():
        took = _best(step)
        print(f"  {name:<15} {took * 1000:8.1f} ms  {took / whole:5.0%}")
    for times in (1, 4, 16):
        longer = "\n".join(text.replace("说", f"{n}说").replace("的", f"{n}的") for n in range(times))
        took = _best(lambda longer=longer: find_names(CleanText(longer), (), lexicon, longer))  # type: ignore[misc]
        print(f"{times:>3} times the text  {took * 1e6 / len(longer):6.2f} µs/char")


def _clean(path: Path) -> str:
    return reading.clean(reading.read(reading.Source(str(path), path.read_bytes()))).text


def _tagged(text: str) -> int:
    import jieba.posseg

    return sum(1 for _ in jieba.posseg.cut(text))


def _best(step: Callable[[], object]) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    logging.disable(logging.INFO)
    main()
