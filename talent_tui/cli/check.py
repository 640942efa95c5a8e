"""`talent-tui check`: a draft of one's own held against the timeline, sentence by sentence."""

import argparse
import json
import sys

from talent_tui.checking import Checked
from talent_tui.cli.console import paint, say
from talent_tui.cli.options import add_published, window_given, workspace
from talent_tui.days_in_words import day_words
from talent_tui.index import Index
from talent_tui.model import Event
from talent_tui.model.printable import one_line

HELP = "hold a draft against the timeline: what agrees, what contradicts, what is unknown"

_NOTHING_FOUND = 1
_CONTRADICTED = 4
_STYLES = {"agrees": "32", "contradicts": "31", "unknown": "2"}


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("draft", metavar="DRAFT", help="a text or Markdown file; - for standard input")
    add_published(parser)
    parser.add_argument("--json", action="store_true", help="print one object a sentence")


def run(options: argparse.Namespace) -> int:
    """4 where something contradicts the timeline, 1 where the timeline is empty, else 0."""
    from talent_tui import checking
    from talent_tui.unstored import read_draft, reader, simplified

    opened = workspace(options)
    if not opened.timeline.events:
        say("The timeline holds no events to check against; add articles with `talent-tui add PATH`.")
        return _NOTHING_FOUND
    index = opened.index
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    draft = read_draft(options.draft, opened.timeline, window_given(options), stdin)
    names = checking.Names(index)
    sentences = checking.sentences_of(draft.article, draft.tagged, draft.events, names)
    checked = checking.check(sentences, index, names, simplified, reader(opened.timeline))
    for one in checked:
        if options.json:
            print(_json(one, index))
        elif _says_something(one):
            _print(one, "draft" if options.draft == "-" else options.draft, index)
    counts = {verdict: sum(c.verdict == verdict for c in checked if _says_something(c)) for verdict in _STYLES}
    say(", ".join(f"{count} {verdict}" for verdict, count in counts.items()) + ".")
    return _CONTRADICTED if counts["contradicts"] else 0


def _says_something(one: Checked) -> bool:
    """Whether a sentence claims or denies something that an article might tell."""
    return bool(one.sentence.claims) or one.sentence.denies or one.passage is not None


def _json(one: Checked, index: Index) -> str:
    told: dict[str, object] = {
        "line": one.sentence.line,
        "column": one.sentence.column,
        "text": one.sentence.text,
        "verdict": one.verdict,
        "field": one.field,
        "events": [e.id for e in one.events],
    }
    if one.passage is not None:
        article, start, end = one.passage.place
        told["source"] = {
            "article": article,
            "start": start,
            "end": end,
            "quote": index.articles[article].text[start:end],
        }
    return json.dumps(told, ensure_ascii=False)


def _print(one: Checked, name: str, index: Index) -> None:
    """`FILE:LINE:COLUMN: verdict: sentence`, as editors read it; beneath a contradiction, what the sources say."""
    verdict = one.verdict if one.field is None else f"{one.verdict} ({one.field})"
    place = f"{one_line(name)}:{one.sentence.line}:{one.sentence.column}:"
    print(f"{place} {paint(verdict, _STYLES[one.verdict])}: {one_line(one.sentence.text)}")
    if one.verdict != "contradicts":
        return
    if one.passage is not None:
        article, start, end = one.passage.place
        told = index.articles[article]
        print(f"    “{one_line(told.text[start:end])}” ({one_line(told.outlet or told.title or told.file)})")
        return
    for event in one.events:
        print(f"    {day_words(event.date)}  {one_line(event.summary)} ({event.status})  {event.id}")
        for line in _sources(event, index):
            print(f"        {line}")


def _sources(event: Event, index: Index) -> list[str]:
    told = []
    for source in event.sources:
        article = index.articles.get(source.article)
        credit = ", ".join(source.outlets) or (article.title or article.file if article else source.article)
        told.append(one_line(f"“{source.quote}” ({credit})"))
    return told
