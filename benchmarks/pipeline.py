"""What reading an article costs, stage by stage, beside jieba's tagger: `python -m benchmarks.pipeline [ARTICLE …]`.

Without articles the sample is read. Each figure is the best of three, everything loaded before; the tagger reads the
same clean text. Growth is measured on the texts one after another, up to eight times over, each copy with other
figures so that no cache helps; memory is the peak of one pass over that.
"""

import logging
import re
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from talent_tui import events, locations, pipeline, reading, tagging
from talent_tui.lexicon.names import default_names
from talent_tui.model import Article, CleanText, Tagged

_TIMES = 3


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:]] or locations.sample_paths()
    sources = [reading.Source(str(p), p.read_bytes()) for p in paths]
    articles = [reading.read(s) for s in sources]
    clean = [reading.clean(a) for a in articles]
    tagged = [_tag(a, c) for a, c in zip(articles, clean, strict=True)]
    characters = sum(len(c.text) for c in clean)
    beside = _best(lambda: [_posseg(c.text) for c in clean])
    print(f"{len(paths)} articles, {characters:,} characters")
    print(f"{'stage':<18} {'ms':>8} {'chars/s':>12}  of posseg")
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [reading.read(s) for s in sources],
        "clean": lambda: [reading.clean(a) for a in articles],
        "tag": lambda: [_tag(a, c) for a, c in zip(articles, clean, strict=True)],
        "events": lambda: [events.extract(a, t) for a, t in zip(articles, tagged, strict=True)],
        "the whole": lambda: [pipeline.process(s) for s in sources],
        "jieba.posseg.cut": lambda: [_posseg(c.text) for c in clean],
    }
    for name, stage in stages.items():
        took = _best(stage)
        print(f"{name:<18} {took * 1000:8.1f} {characters / took:12,.0f}  {took / beside:9.2f}")
    _growth([a.text for a in articles])


def _growth(texts: list[str]) -> None:
    print(f"{'size':>6} {'characters':>12} {'µs/char':>9} {'peak MB':>9}")
    for times in (1, 2, 4, 8):
        text = "\n".join(_varied(t, n) for n in range(times) for t in texts)
        source = reading.Source("copies.txt", text.encode())
        took = _best(lambda source=source: pipeline.process(source))  # type: ignore[misc]
        tracemalloc.start()
        pipeline.process(source)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(f"{times:>5}x {len(text):>12,} {took / len(text) * 1e6:>9.2f} {peak:>9.1f}")


def _varied(text: str, number: int) -> str:
    """A copy with other figures."""
    return re.sub(r"\d(?=\d)", lambda m: str((int(m[0]) + number) % 9 + 1), text) if number else text


def _tag(article: Article, clean: CleanText) -> Tagged:
    return tagging.tag(article, clean, default_names(), None)


def _posseg(text: str) -> list[object]:
    import jieba.posseg

    return list(jieba.posseg.cut(text))


def _best(job: Callable[[], object]) -> float:
    job()
    times = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    logging.getLogger("jieba").setLevel(logging.WARNING)
    main()
