"""Saved web pages: the main text, one paragraph a line, and what the page's metadata state.

Metadata count only as written in the page (meta elements, JSON-LD, time elements). Nothing is guessed from the body
or the address: a library's guess of the day is often another article's.
"""

import itertools
import json
import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from talent_tui.model import UNKNOWN_PUBLICATION, Publication, Repair
from talent_tui.reading.bylines import is_byline, line_of
from talent_tui.reading.days import day_of
from talent_tui.reading.decoding import decode
from talent_tui.reading.stated import Stated, stated_in

_SUFFIXES = frozenset({".htm", ".html", ".xhtml"})
_BEGINNING = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?>(?:<!--.{0,2000}?-->\s*)*)(?:<!doctype\s+html|<html)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_DAY_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dcterms.issued", "date", "apub:time", "weibo: article:create_at", "og:release_date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "title", "dc.title", "headline")
_OUTLET_NAMES = ("og:site_name", "application-name", "mediaid", "source", "publisher", "dc.publisher")
_AUTHOR_NAMES = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_ADDRESS_NAMES = ("og:url", "twitter:url")
_ARTICLE_KINDS = frozenset(
    {
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "TechArticle",
        "OpinionNewsArticle",
        "WebPage",
    }
)


_LINES_UNDER_HEADING = 5


class Page(NamedTuple):
    """A page's main text and what it states of itself."""

    text: str
    stated: Stated
    repairs: tuple[Repair, ...]


def is_page(name: str, data: bytes) -> bool:
    """Whether an input is a web page: by its name, or because it begins as one."""
    return PurePath(name).suffix.lower() in _SUFFIXES or bool(_BEGINNING.match(data[:4000]))


def read_page(data: bytes) -> Page:
    """The main text of a page, or all its visible text where no main text can be told; "" where there is none."""
    declared = _CHARSET.search(data[:4000])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    tree = _tree(decoded.text)
    if tree is None:
        return Page("", Stated(), ())
    stated = _stated(tree)
    seen = _visible_text(tree)
    text = _main_text(decoded.text) or seen
    # What the metadata leave out may stand under the heading, inside the main text or just outside of it.
    inside = stated_in(f"{stated.title}\n{text}" if stated.title else text)
    under = _under_heading(seen, stated.title or inside.title)
    sources = (stated, inside, under)
    return Page(
        text,
        Stated(
            title=_given(one.title for one in sources),
            outlet=_given(one.outlet for one in sources),
            author=_given(one.author for one in sources),
            url=_given(one.url for one in sources),
            published=next((one.published for one in sources if one.published.start), UNKNOWN_PUBLICATION),
        ),
        # Their places are those of the page's source, not of the main text.
        tuple(Repair(repair.kind, repair.count, 0, repair.example) for repair in decoded.repairs),
    )


def _given(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _under_heading(seen: str, title: str | None) -> Stated:
    """What the visible lines right under the title state; nothing where the title is not seen."""
    lines = seen.split("\n")
    if title not in lines:
        return Stated()
    at = lines.index(title)
    under = [line_of(line) for line in lines[at + 1 : at + 1 + _LINES_UNDER_HEADING]]
    bylines = list(itertools.takewhile(is_byline, under))
    return stated_in("\n".join([title or "", *(line.written for line in bylines)]))


def _tree(html: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as parser

    # The parser takes neither NULs nor a declaration of an encoding in what is already text.
    plain = re.sub(r"^\s*<\?xml[^>]{0,200}>", "", html.replace("\0", ""))
    if not plain.strip():
        return None
    try:
        return parser.document_fromstring(plain, parser=parser.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _main_text(html: str) -> str:
    from trafilatura import extract

    # Its complaints about odd pages are no news to a user; without a handler they would reach the terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text = extract(
            html,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            deduplicate=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # A page can break the extractor in any way; its visible text remains.
        return ""
    return text or ""


def _visible_text(tree: Any) -> str:
    """All text that a reader would see, a block a line."""
    from lxml import etree

    blocks = {
        "p", "div", "br", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section",
        "article", "header", "footer", "blockquote", "pre", "title", "body", "hr", "figure", "figcaption", "main",
    }  # fmt: skip
    unseen = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea"}
    pieces: list[str] = []
    skipping = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not skipping and node.tail:
                pieces.append(node.tail)
            continue
        hidden = node.tag in unseen
        if event == "start":
            skipping += hidden
            if not skipping:
                pieces.append(("\n" if node.tag in blocks else "") + (node.text or ""))
            continue
        skipping -= hidden
        if not skipping:
            pieces.append(("\n" if node.tag in blocks else "") + (node.tail or ""))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _stated(tree: Any) -> Stated:
    meta = _meta(tree)
    linked = list(_linked_data(tree))

    def named(names: tuple[str, ...]) -> str | None:
        return next((meta[name] for name in names if meta.get(name)), None)

    outlet = named(_OUTLET_NAMES[:1]) or _first(linked, "publisher") or named(_OUTLET_NAMES)
    author = _first(linked, "author") or named(_AUTHOR_NAMES)
    if author and author.startswith(("http://", "https://")):
        author = None
    title = named(_TITLE_NAMES[:2]) or _first(linked, "headline") or _heading(tree, outlet)
    url = named(_ADDRESS_NAMES) or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    return Stated(
        title=title,
        outlet=outlet,
        author=author,
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=_day(meta, linked, tree),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Meta elements by name, lower case; the first of each."""
    out: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = " ".join((node.get("content") or "").split())
        if name and content:
            out.setdefault(name.strip().lower(), content)
    return out


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles among a page's JSON-LD objects."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting[:0] = item
            elif isinstance(item, dict):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind in _ARTICLE_KINDS for kind in kinds):
                    yield item
                if isinstance(item.get("@graph"), list):
                    waiting[:0] = item["@graph"]


def _first(linked: list[dict[str, Any]], field: str) -> str | None:
    for item in linked:
        value = item.get(field)
        names = [_name(one) for one in (value if isinstance(value, list) else [value])]
        joined = ", ".join(name for name in names if name)
        if joined:
            return joined
    return None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _heading(tree: Any, outlet: str | None) -> str | None:
    """The only first-level heading, else the title without the outlet's name behind a separator."""
    headings = [" ".join(node.text_content().split()) for node in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1:
        return headings[0]
    for node in tree.iter("title"):
        title = " ".join((node.text or "").split())
        if outlet and title.endswith(outlet):
            title = title[: -len(outlet)].rstrip(" -_|–—·")
        return title or None
    return None


def _day(meta: dict[str, str], linked: list[dict[str, Any]], tree: Any) -> Publication:
    for item in linked:
        words = item.get("datePublished")
        day = day_of(words) if isinstance(words, str) else None
        if day:
            return Publication(day, day, "stated", f"datePublished {words}")
    for name in _DAY_NAMES:
        day = day_of(meta[name]) if name in meta else None
        if day:
            return Publication(day, day, "stated", f"{name} {meta[name]}")
    times = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime | //article//header//time/@datetime")
    for words in times:
        day = day_of(words)
        if day:
            return Publication(day, day, "stated", f"time {words}")
    return UNKNOWN_PUBLICATION
