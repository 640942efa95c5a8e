"""One page that opens offline: people, timeline and firms that filter one another, with evidence, and fit to print.

Nothing of an article is markup: all of it travels as JSON inside a script element in which no "<" and no "&" is left,
and the page's own script sets it as text. A content policy forbids the page to load or send anything.
"""

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

import talent_tui
from talent_tui.days_in_words import day_words, publication_words
from talent_tui.model import Article, Company, Entity, Event, Evidence, Person, Timeline
from talent_tui.model.printable import one_line

_PARTS: Final = Path(__file__).parent / "page"

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{hash}'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="talent-tui {version}">
<title>Timeline</title>
<style>
{style}</style>
</head>
<body>
<header><h1>Timeline</h1><input id="words" type="search" placeholder="Search" aria-label="Search">
<span id="count" class="count" role="status"></span><span id="chips"></span>
<button id="clear" hidden>Clear</button></header>
<main>
<nav aria-label="People"><h2>People</h2><div id="person"></div></nav>
<section id="events" aria-label="Events"><noscript>This page needs its own script; nothing is loaded from anywhere.</noscript></section>
<nav aria-label="Firms"><h2>Firms</h2><div id="company"></div></nav>
</main>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""  # noqa: E501


def to_html(timeline: Timeline) -> bytes:
    """The page, in UTF-8: the same bytes for the same timeline."""
    script = (_PARTS / "page.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = _PAGE.format(
        hash=f"sha256-{digest}",
        version=talent_tui.__version__,
        style=(_PARTS / "page.css").read_text("utf-8"),
        data=_data(timeline),
        script=script,
    )
    return page.encode()


def _data(timeline: Timeline) -> str:
    """What the page shows, as JSON that cannot end its element or open another."""
    articles = {a.id: a for a in timeline.articles}
    named: Counter[str] = Counter(i for e in timeline.events for i in {*e.people, *_firms(e)})

    def entries(known: tuple[Person, ...] | tuple[Company, ...]) -> list[tuple[str, str]]:
        told = [(e.id, one_line(e.name)) for e in known if named[e.id]]
        return sorted(told, key=lambda entry: (-named[entry[0]], entry[1]))

    everyone: tuple[Entity, ...] = (*timeline.people, *timeline.companies)
    forms = {e.id: " ".join((e.name, *e.aliases, *e.readings)) for e in everyone}
    data = {
        "people": entries(timeline.people),
        "companies": entries(timeline.companies),
        "events": [_event(e, articles, forms) for e in timeline.events],
    }
    text = msgspec.json.encode(data).decode()
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _event(event: Event, articles: dict[str, Article], forms: dict[str, str]) -> dict[str, Any]:
    day = event.date.start or event.date.end if event.date.is_dated else None
    firms = _firms(event)
    outlets = dict.fromkeys(o for s in event.sources for o in s.outlets)
    search = " ".join((event.search, event.summary, *(forms.get(i, "") for i in (*event.people, *firms)), *outlets))
    return {
        "id": event.id,
        "year": str(day.year) if day else "No day",
        "day": one_line(day_words(event.date)),
        "type": event.type,
        "status": event.status,
        "check": event.certainty == "check",
        "verified": event.verified.isoformat() if event.verified else None,
        "summary": one_line(event.summary),
        "people": event.people,
        "companies": firms,
        "conflicts": [
            (c.field, one_line("; ".join(f"{v.value} ({len(v.articles)})" for v in c.values))) for c in event.conflicts
        ],
        "sources": [_source(s, articles.get(s.article)) for s in event.sources],
        "search": one_line(search).lower(),
    }


def _source(source: Evidence, article: Article | None) -> tuple[str, str, str | None]:
    """Quotation, credit, address (of the web, or none)."""
    credit = [", ".join(source.outlets)] if source.outlets else []
    url = None
    if article is not None:
        credit += [article.title or article.file, publication_words(article.published)]
        url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return one_line(source.quote), one_line(", ".join(credit)), url


def _firms(event: Event) -> tuple[str, ...]:
    moved = (c for c in (event.from_, event.to) if c is not None)
    return tuple(dict.fromkeys((*moved, *event.companies)))
