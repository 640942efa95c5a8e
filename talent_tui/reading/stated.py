"""What an article says of itself around its text: title, outlet, author, address and day of publication.

Only the first and last lines are looked at, and only what is written there as such counts: a labelled field, a byline,
a dateline, a line that is nothing but a day. What is not stated stays None; nothing is taken from the file.
"""

import re
from datetime import date
from typing import NamedTuple

from talent_tui.lexicon.outlets import outlet_words
from talent_tui.model import UNKNOWN_PUBLICATION, Publication
from talent_tui.reading.days import DAY, day_of
from talent_tui.reading.script import simplify
from talent_tui.reading.widths import fold

_HEAD = 12
_TAIL = 15
_LONGEST = 300
_BYLINE = 70
_NOTICES = ("本文", "版权", "(本文", "文章来源", "This article was originally", "Originally published")
_TITLE_HAN = 60
_TITLE_LATIN = 160

_COLON = r"\s*[::：]\s*"
_SENTENCE_END = re.compile(r"[。！!？?；;.…][”’」』）)\"']*$")
_FULL_STOP = re.compile(r"(?:[。；;:：,，、]|[^.]\.|…)[”’」』）)\"']*$")
_TIME = r"(?:[\sT]*(?:上午|下午|晚上|凌晨)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}|[AaPp]\.?[Mm]\.?|[A-Z]{2,4}\b))*)"
_LABELLED_DAY = re.compile(
    rf"(?:(?:发布|发表|刊发|刊登|发稿|上线|首发|推送|原文|发文|出版|撰写)(?:时间|日期|于)?|时间|日期|日付"
    rf"|\b(?:first |originally )?(?:published|posted)(?: on| at)?|\b(?:publication )?date|\bpubdate)(?:{_COLON}|\s*)({DAY})",
    re.IGNORECASE,
)
_PUBLISHED_ON = re.compile(rf"(?:本文|文章|原文)[^。]{{0,12}}?于\s*({DAY})\s*(?:转载|转自|发布|发表|刊|首发|登|撰|写)")
_DAY_PUBLISHED = re.compile(rf"({DAY}){_TIME}?\s*(?:发布|发表|刊发|首发)(?:于|在|$)")
_UPDATED_DAY = re.compile(
    rf"(?:更新(?:时间|日期|于)?|\b(?:last )?(?:updated|modified)(?: on)?)(?:{_COLON}|\s*)({DAY})", re.IGNORECASE
)
_DATELINE = re.compile(rf"^[^。！？]{{0,24}}?({DAY})\s*(?:电|讯|消息|报道)")
_LATIN_DATELINE = re.compile(
    rf"^[A-Z][A-Za-z .,'/()-]{{0,60}}?({DAY})\s*(?:\([^)]{{2,30}}\)\s*)?(?:[-–—]{{1,2}}|/[A-Z])"
)
_STAMP = re.compile(rf"({DAY})({_TIME}?)")
_COUNTS = re.compile(
    r"(?:阅读|评论|浏览|点赞|播放|字数|人气|次|views?|comments?|min read|星期.|周[一二三四五六日]|[\d,.万kK+\s()（）|·•\[\]—–-])+",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?")

# A label stands at the beginning, behind a mark or a space; without a colon it must speak of the article itself.
_OUTLET_LABEL = re.compile(
    r"(?:(?:^|(?<=[\s,，。;；|丨()\[【(])|(?<=文章)|(?<=新闻)|(?<=稿件))(?:来源|稿源|出处|来自|媒体|公众号|转载自|转自|source|via)\s*[:|丨]"
    r"|(?:本文|文章|原文|^)[^。:]{0,24}?(?:转载自|转自|首发于|首发|原载于|原载|刊于|来自(?:微信)?公众号|来自)[:\s]*"
    r"|\boriginally published (?:by|in|on|at)[:\s])\s*(?P<value>.+)",
    re.IGNORECASE,
)
_OUTLET_HEAD = re.compile(
    r"^[(（【\[〔]?\s*(?P<value>[^\W\d_][\w.]{1,11}?)(?:\s?App)?\s?(?:综合)?(?:记者[^,，。]{0,12}?|[一-鿿]{0,4}?)"
    r"(?:(?:\d{4}\s?年\s?)?\d{1,2}\s?月)?\s?(?:\d{1,2}\s?日)?\s?(?:电|讯|消息|报道)(?:[)）】\]〕]|[,，:：|丨])"
)
_OUTLET_LATIN_HEAD = re.compile(r"^[A-Z][\w .,'/-]{0,60}\((?P<value>[A-Z][\w .&]{1,30})\)\s*[-–—]")
_AUTHOR_LABEL = re.compile(
    rf"(?:(?:作者|撰文|撰稿|(?<![本原全下正作])文)(?:{_COLON}|\s*[/|丨／]\s*)|(?:^|[\s(（【\[])(?:本报|见习|特约|实习)?记者(?:{_COLON}|\s+)|\bauthor{_COLON})(?P<value>.+)",
    re.IGNORECASE,
)
_AUTHOR_BY = re.compile(
    r"^(?:Written |Reported |Story )?[Bb]y:?\s+(?P<value>[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al)){0,4})(?=$|\s*[,|·•(]|\s+and\s|\s+[-–—]|\s+\d|\s+(?:Published|Updated))"
)
_AUTHOR_REPORTER = re.compile(r"^[(（【〔\[][^)）】〕\]]{0,8}?记者\s*(?P<value>[一-鿿]{2,4})\s*[/／]")
_ADDRESS_LABEL = re.compile(
    rf"(?:原文链接|原文地址|本文链接|本文地址|文章链接|文章地址|链接|网址|\burl|\blink|\bpermalink|\bsource)(?:{_COLON}|\s+)(?P<value>https?://[^\s<>\"'）)】]+)",
    re.IGNORECASE,
)
_ADDRESS_LINE = re.compile(r"^<?(https?://[^\s<>]+)>?$")
_VALUE_END = re.compile(
    r"[,，。;；|丨()（）\[\]【】<>\t]|\s{2,}|\s*(?:作者|编辑|责编|责任编辑|记者|撰文|时间|日期|发布|发表|更新|阅读|原文|标题|链接|来源|ID|编译|校对|文/)|\s+(?:19|20)\d\d|\s+https?:|/\s|\s/"
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


class Stated(NamedTuple):
    """What the article says of itself, in its own words and script."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Publication = UNKNOWN_PUBLICATION


class _Line(NamedTuple):
    """A line as written, stripped, and the same in simplified script."""

    written: str
    text: str


def stated_in(text: str) -> Stated:
    """Everything that `text` states of itself. Constant cost: the first and last lines only."""
    fields, body = _front_matter(text)
    head, tail = _ends(body)
    title = fields.get("title") or _title(head)
    around = [line for line in head if line.written != title]
    bylines = [*around, *tail]
    published = _stated_day(fields, around, tail)
    return Stated(
        title=title,
        outlet=fields.get("outlet") or _outlet(bylines, around),
        author=fields.get("author") or _author(bylines),
        url=fields.get("url") or _address(around, tail),
        published=published,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a Markdown file's front matter, by our names, and the text behind it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    names = {
        "title": "title", "标题": "title",
        "author": "author", "authors": "author", "作者": "author",
        "source": "outlet", "site": "outlet", "sitename": "outlet", "outlet": "outlet", "publisher": "outlet", "来源": "outlet",
        "url": "url", "link": "url", "canonical": "url", "链接": "url",
        "date": "date", "published": "date", "pubdate": "date", "日期": "date", "发布时间": "date",
    }  # fmt: skip
    fields: dict[str, str] = {}
    for line in found[1].splitlines():
        key, colon, value = line.partition(":")
        name = names.get(key.strip().lower())
        value = value.strip().strip("\"'[]").strip()
        if not (colon and name and value):
            continue
        if name == "outlet" and value.startswith(("http://", "https://")):
            name = "url"
        fields.setdefault(name, value)
    return fields, text[found.end() :]


def _ends(text: str) -> tuple[list[_Line], list[_Line]]:
    """The first and the last lines that hold anything, without those that are too long to be more than prose."""
    width = _LONGEST * 20
    if len(text) <= 2 * width:
        lines = [line for line in (raw.strip() for raw in text.splitlines()) if line]
        head, tail = lines[:_HEAD], lines[_HEAD:][-_TAIL:]
    else:
        head = [line for line in (raw.strip() for raw in text[:width].splitlines()) if line][:_HEAD]
        tail = [line for line in (raw.strip() for raw in text[-width:].splitlines()[1:]) if line][-_TAIL:]
    return [_line(line) for line in head], [_line(line) for line in tail]


def _line(written: str) -> _Line:
    return _Line(written, simplify(fold(written[:_LONGEST])))


def _title(head: list[_Line]) -> str | None:
    """The first line that is a heading or is short and no sentence, if something follows it."""
    for place, line in enumerate(head[:4]):
        heading = re.match(r"#{1,2}\s+(.+?)\s*#*$", line.written)
        if heading:
            return heading[1].strip("*_ ")
        labelled = re.match(rf"(?:标题|title){_COLON}(.+)", line.text, re.IGNORECASE)
        if labelled:
            return line.written[labelled.start(1) :].strip()
        if _is_byline(line.text) or _ADDRESS_LINE.match(line.text):
            continue
        han = sum("一" <= char <= "鿿" for char in line.written)
        longest = _TITLE_HAN if han * 3 > len(line.written) else _TITLE_LATIN
        if len(line.written) > longest or _FULL_STOP.search(line.written) or place + 1 == len(head):
            return None
        return line.written.strip("*_ ")
    return None


def _is_byline(text: str) -> bool:
    if _AUTHOR_BY.match(text) or (len(text) <= _BYLINE and (_OUTLET_LABEL.match(text) or _AUTHOR_LABEL.match(text))):
        return True
    stamp = _STAMP.search(text)
    return stamp is not None and (_is_only_day(text, stamp) or (bool(stamp[2]) and len(text) <= _BYLINE))


def _stated_day(fields: dict[str, str], head: list[_Line], tail: list[_Line]) -> Publication:
    if "date" in fields:
        given = day_of(fields["date"])
        if given:
            return _on(given, fields["date"])
    for pattern in (_LABELLED_DAY, _PUBLISHED_ON, _DAY_PUBLISHED):
        for line in (*head, *tail):
            found = pattern.search(line.text)
            if found and (len(line.text) <= _BYLINE or pattern is _PUBLISHED_ON) and (stated := day_of(found[1])):
                return _on(stated, found[0])
    for line in head:
        found = _STAMP.search(line.text)
        if (
            found
            and _UPDATED_DAY.search(line.text) is None
            and _is_stamp(line.text, found)
            and (stated := day_of(found[1]))
        ):
            return _on(stated, found[0])
    for line in head:
        found = _DATELINE.match(line.text) or _LATIN_DATELINE.match(line.text)
        if found and (stated := day_of(found[1])):
            return _on(stated, found[1])
    for line in tail:
        found = _STAMP.search(line.text)
        if found and _is_only_day(line.text, found) and (stated := day_of(found[1])):
            return _on(stated, found[0])
    for line in (*head, *tail):
        updated = _UPDATED_DAY.search(line.text)
        if updated and len(line.text) <= _BYLINE and (stated := day_of(updated[1])):
            return _on(stated, updated[0])
    return UNKNOWN_PUBLICATION


def _on(day: date, words: str) -> Publication:
    return Publication(day, day, "stated", words.strip())


def _is_stamp(text: str, found: re.Match[str]) -> bool:
    """Whether a line is a byline's: a day with a time of day, or set apart from nothing but an outlet, author or counts."""
    if len(text) > _BYLINE or _SENTENCE_END.search(text):
        return False
    if found[2] or _is_only_day(text, found):
        return True
    before, after = text[: found.start()], text[found.end() :]
    if (before and before[-1] not in " \t|丨·•(（[,，/—–-:：") or (after and after[0] not in " \t|丨·•)）],，/—–-"):
        return False
    rest = [
        part for part in re.split(r"[\s|丨·•/,，]+", _COUNTS.sub(" ", before) + "|" + _COUNTS.sub(" ", after)) if part
    ]
    whole = f"{before} {after}"
    return bool(_OUTLET_LABEL.search(whole) or _AUTHOR_LABEL.search(whole) or _AUTHOR_BY.match(text)) or any(
        outlet_words().looks_like_outlet(part) for part in rest
    )


def _is_only_day(text: str, found: re.Match[str]) -> bool:
    rest = _WEEKDAY.sub("", text[: found.start()] + " " + text[found.end() :])
    return not _COUNTS.sub("", rest).strip(" ,，.:：*_#>")


def _outlet(bylines: list[_Line], head: list[_Line]) -> str | None:
    words = outlet_words()
    for line in bylines:
        labelled = _OUTLET_LABEL.search(line.text)
        if labelled and (len(line.text) <= _BYLINE or line.text.startswith(_NOTICES)):
            value = _value(line, labelled)
            if value and simplify(value).lower() not in words.none and not value.startswith("http"):
                return value
    for line in head:
        found = _OUTLET_HEAD.match(line.text) or _OUTLET_LATIN_HEAD.match(line.text)
        if found and words.looks_like_outlet(found["value"]):
            return line.written[found.start("value") : found.end("value")].strip()
    for line in head:
        stamp = _STAMP.search(line.text)
        if stamp and len(line.text) <= _BYLINE and _is_stamp(line.text, stamp):
            for part in re.finditer(r"[^\s|丨·•/,，]+", line.text):
                if words.looks_like_outlet(part[0]):
                    return line.written[part.start() : part.end()]
    return None


def _author(bylines: list[_Line]) -> str | None:
    for line in bylines:
        found = _AUTHOR_BY.match(line.text) or _AUTHOR_REPORTER.match(line.text)
        if found is None and (len(line.text) <= _BYLINE or line.text.startswith(_NOTICES)):
            found = _AUTHOR_LABEL.search(line.text)
        if found:
            value = _value(line, found)
            if value:
                return value
    return None


def _value(line: _Line, found: re.Match[str]) -> str | None:
    """The value of a label: up to the next label or separator, in the script of the source."""
    start = found.start("value")
    text = line.text[start : found.end("value")]
    stop = _VALUE_END.search(text, 1)
    text = text[: stop.start()] if stop else text
    if re.search(r"[一-鿿]", text):
        text = re.split(r"(?<=[一-鿿])\s", text, maxsplit=1)[0]
    value = line.written[start : start + len(text)].strip(" 《》“”\"'「」*_:：@·-—")
    return value if 1 < len(value) <= 40 else None


def _address(head: list[_Line], tail: list[_Line]) -> str | None:
    for line in (*head, *tail):
        found = _ADDRESS_LABEL.search(line.written)
        if found:
            return found["value"]
    for line in head[:5]:
        found = _ADDRESS_LINE.match(line.written)
        if found:
            return found[1]
    return None
