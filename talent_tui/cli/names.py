"""`talent-tui names`: whom the program sees in a text, under which name, and why."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence

from talent_tui.cli.console import aligned, paint, say, watched
from talent_tui.model import Article, Company, Entity, NameMention, Person
from talent_tui.model.printable import one_line

HELP = "print the people and organisations of a text, every form of each, and the reasons"

_NOTHING_FOUND = 1
_LIMITS = (None, 28, None, 60, None)


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", metavar="FILE", help="an article; - for standard input")
    parser.add_argument("--json", action="store_true", help="print entries and mentions as one JSON object")


def run(options: argparse.Namespace) -> int:
    """0, or 1 where the text names nobody."""
    from talent_tui.workspace import names_of_file

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    article, people, companies, mentions = names_of_file(options.file, stdin)
    if options.json:
        print(json.dumps(as_json(article, people, companies, mentions), ensure_ascii=False, indent=1))
        return 0 if mentions else _NOTHING_FOUND
    if not mentions:
        say("The text names nobody.")
        return _NOTHING_FOUND
    rows = [*_rows("person", people, article, mentions), *_rows("organisation", companies, article, mentions)]
    heading, *lines = aligned([["what", "name", "times", "as", "why"], *rows], _LIMITS if watched() else ())
    print(paint("  ".join(heading).rstrip(), "2"))
    for line in lines:
        print("  ".join(line).rstrip())
    return 0


def as_json(
    article: Article, people: Sequence[Person], companies: Sequence[Company], mentions: Sequence[NameMention]
) -> dict[str, object]:
    """People, companies and mentions; offsets are code points of the article's text."""
    return {
        "people": [{"id": p.id, "name": p.name, "aliases": p.aliases, "readings": p.readings} for p in people],
        "companies": [
            {"id": c.id, "name": c.name, "aliases": c.aliases, "readings": c.readings, "parent": c.parent}
            for c in companies
        ],
        "mentions": [
            {"start": m.start, "end": m.end, "text": article.text[m.start : m.end], "kind": m.kind, "entity": m.entity}
            | {"why": m.why}
            for m in mentions
        ],
    }


def _rows(kind: str, entries: Sequence[Entity], article: Article, mentions: Sequence[NameMention]) -> list[list[str]]:
    """One row an entry, those named most often first."""
    places: dict[str, list[NameMention]] = {entry.id: [] for entry in entries}
    for mention in mentions:
        if mention.kind == kind:
            places[mention.entity].append(mention)
    rows = []
    ordered: list[Entity] = sorted(entries, key=lambda entry: (-len(places[entry.id]), entry.name))
    for entry in ordered:
        mine = places[entry.id]
        forms = Counter(one_line(article.text[m.start : m.end]) for m in mine)
        written = ", ".join(f"{form} x{times}" if times > 1 else form for form, times in forms.items())
        reasons = "; ".join(dict.fromkeys(m.why for m in mine))
        rows.append([kind, one_line(entry.name), str(len(mine)), written, reasons])
    return rows
