"""Score the program on the answer keys: `python -m tests.quality [--second] [--misses]`. Exits with 1 below a floor.

The second set was written by others without sight of the program, in other trades, and is measured apart: how far the
first set flatters.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from talent_tui.merging import merge
from talent_tui.model import ArticleRecord, Publication, TalentError
from talent_tui.pipeline import process
from talent_tui.reading import Source
from tests.quality.accounts import (
    FIXTURES,
    Account,
    account_of_key,
    account_of_record,
    in_terms_of,
    key_paths,
    load_key,
)
from tests.quality.clusters import load_clusters, score_clusters
from tests.quality.figures import Score, f1, figures, score_article, total
from tests.quality.floors import FLOORS, SECOND_FLOORS, breaches, load_floors
from tests.quality.pairing import Pairing, pair_up
from tests.quality.report import misses, table, verdict


class Scored(NamedTuple):
    """An article that the program read, beside its key."""

    key: Account
    record: ArticleRecord
    pairing: Pairing
    score: Score


def score_key(path: Path, articles: Path, tell_day: bool = False) -> Scored:
    """Let the program read the article of a key, alone. `tell_day` gives it the day of publication that the key has."""
    content = load_key(path)
    article = articles / content["article"]
    window = account_of_key(content, "").published
    told_day = Publication(window.start, window.end, "stated") if tell_day and window.start else None
    record = process(Source(article.name, article.read_bytes()), published=told_day)
    key = account_of_key(content, record.article.text)
    told = in_terms_of(account_of_record(record), key)
    pairing = pair_up(key, told)
    return Scored(key, record, pairing, score_article(key, told, pairing))


def cluster_figures(path: Path, scored: Sequence[tuple[str, Scored]]) -> dict[str, float]:
    """How well events of different articles were brought together, all articles in one timeline."""
    core = frozenset(f"{stem}:{h.id}" for stem, s in scored for h in s.key.happenings if h.core)
    told_as = {f"{stem}:{p.key.id}": p.told.id for stem, s in scored for p in s.pairing.pairs}
    score = score_clusters(load_clusters(path), core, told_as, merge(s.record for _, s in scored).events)
    return {
        "merged F1": f1(score["merged precision"].value, score["merged recall"].value),
        "contradictions": score["contradictions"].value,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 0 good, 1 a floor is broken, 3 an article cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=(__doc__ or "").strip())
    parser.add_argument("names", nargs="*", help="only these articles (the keys' names, no floors)")
    parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or told without cause")
    parser.add_argument("--second", action="store_true", help="the second set of fixtures, with its own floors")
    parser.add_argument("--keys", type=Path, help="folder of answer keys (no floors)")
    parser.add_argument("--articles", type=Path, help="folder of their articles")
    parser.add_argument("--tell-day", action="store_true", help="give each article the day that its key has")
    options = parser.parse_args(arguments)
    fixtures = FIXTURES / "second" if options.second else FIXTURES
    guarded = options.keys is None and not options.names and not options.tell_day
    options.keys = options.keys or fixtures / "keys"
    options.articles = options.articles or fixtures / "articles"
    paths = [p for p in key_paths(options.keys) if not options.names or p.stem in options.names]
    if not paths:
        parser.error(f"no answer key of that name in {options.keys}")
    try:
        scored = [(path.stem, score_key(path, options.articles, options.tell_day)) for path in paths]
    except TalentError as error:
        print(error, file=sys.stderr)
        return 3
    rows = {stem: figures(s.score) for stem, s in scored}
    rows["total"] = figures(total(s.score for _, s in scored))
    clusters = options.keys / "clusters.json"
    if clusters.exists() and not options.names:
        rows["total"] |= cluster_figures(clusters, scored)
    if options.misses:
        for stem, s in scored:
            print(stem, *misses(s.pairing), sep="\n")
    print(table(rows))
    floors = load_floors(SECOND_FLOORS if options.second else FLOORS) if guarded else None
    broken = breaches(rows["total"], *floors) if floors else []
    if broken:
        print(verdict(broken), file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
