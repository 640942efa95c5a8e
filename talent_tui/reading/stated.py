"""What an article says of itself around its text: title, outlet, author, address and day of publication.

Only the first and last lines are looked at, and only what is written there as such counts (see `bylines`). What is not
stated stays None; nothing is taken from the file.
"""

import re
from typing import NamedTuple

from talent_tui.model import UNKNOWN_PUBLICATION, Publication
from talent_tui.reading.bylines import (
    LONGEST,
    Line,
    is_address,
    is_byline,
    line_of,
    stated_address,
    stated_author,
    stated_day,
    stated_outlet,
)
from talent_tui.reading.clutter import is_furniture
from talent_tui.reading.days import day_of

_HEAD = 12
_TAIL = 15
_TITLE_HAN = 60
_TITLE_LATIN = 160

_HEADING = re.compile(r"#{1,2}\s+(.+?)\s*#*$")
_TITLE_LABEL = re.compile(r"(?:标题|title)\s*:\s*(?P<value>.+)", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?:[。；;:：,，、]|[^.]\.|…)[”’」』）)\"']*$")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELDS = {
    "title": ("title", "标题"),
    "author": ("author", "authors", "作者"),
    "outlet": ("outlet", "publisher", "site", "sitename", "source", "来源"),
    "url": ("canonical", "link", "url", "链接"),
    "date": ("date", "pubdate", "published", "发布时间", "日期"),
}
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words}


class Stated(NamedTuple):
    """What the article says of itself, in its own words and script."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Publication = UNKNOWN_PUBLICATION


def stated_in(text: str) -> Stated:
    """Everything that `text` states of itself. Constant cost: the first and last lines only."""
    fields, body = _front_matter(text)
    head, tail = _ends(body)
    title, head = _title(head)
    day = day_of(fields.get("date", ""))
    if day:
        published = Publication(day, day, "stated", fields["date"])
    else:
        stated = stated_day(head, tail)
        published = Publication(stated.day, stated.day, "stated", stated.words) if stated else UNKNOWN_PUBLICATION
    return Stated(
        title=fields.get("title") or title,
        outlet=fields.get("outlet") or stated_outlet(head, tail),
        author=fields.get("author") or stated_author(head, tail),
        url=fields.get("url") or stated_address(head, tail),
        published=published,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a Markdown file's front matter, by our names, and the text behind it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields: dict[str, str] = {}
    for line in found[1].splitlines():
        key, colon, value = line.partition(":")
        field = _FIELD_OF.get(key.strip().lower())
        value = value.strip().strip("\"'[]").strip()
        if not (colon and field and value):
            continue
        if field == "outlet" and value.startswith(("http://", "https://")):
            field = "url"
        fields.setdefault(field, value)
    return fields, text[found.end() :]


def _ends(text: str) -> tuple[list[Line], list[Line]]:
    """The first and the last lines that hold anything, out of the first and last thousands of characters."""
    width = LONGEST * 20
    if len(text) <= 2 * width:
        lines = _filled(text)
        head, tail = lines[:_HEAD], lines[_HEAD:][-_TAIL:]
    else:
        head = _filled(text[:width])[:_HEAD]
        tail = _filled("\n".join(text[-width:].splitlines()[1:]))[-_TAIL:]
    return [line_of(line) for line in head], [line_of(line) for line in tail]


def _filled(text: str) -> list[str]:
    return [line for line in (raw.strip() for raw in text.splitlines()) if line]


def _title(head: list[Line]) -> tuple[str | None, list[Line]]:
    """The title and the other lines: a heading, or the first line that is short and no sentence, if more follows."""
    for place, line in enumerate(head[:5]):
        others = head[:place] + head[place + 1 :]
        heading = _HEADING.match(line.written)
        if heading:
            return heading[1].strip("*_ "), others
        labelled = _TITLE_LABEL.match(line.text)
        if labelled:
            return line.written[labelled.start("value") :].strip(), others
        if is_byline(line) or is_address(line) or is_furniture(line.text):
            continue
        han = sum("一" <= char <= "鿿" for char in line.written)
        longest = _TITLE_HAN if han * 3 > len(line.written) else _TITLE_LATIN
        if len(line.written) > longest or _NO_TITLE.search(line.written) or len(head) == 1:
            return None, head
        return line.written.strip("*_ "), others
    return None, head
