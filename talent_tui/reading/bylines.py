"""Bylines, datelines, credits and notices: the lines in which an article names its outlet, author and day.

Lines are given in simplified script with widths folded (`Line`), so that one pattern serves both scripts. Every answer
is in the words and the script of the source.
"""

import itertools
import re
from datetime import date
from typing import NamedTuple

from talent_tui.lexicon.clutter import clutter_patterns
from talent_tui.lexicon.outlets import outlet_words
from talent_tui.reading.days import DAY, day_of
from talent_tui.reading.script import simplify
from talent_tui.reading.widths import fold

LONGEST = 300
"""Characters of a line that are looked at; bylines are short, and what opens a paragraph stands at its beginning."""

_BYLINE = 70
_PARAGRAPH = 10
_MARKS = str.maketrans("：；，！？*", ":;,!? ")
_QUOTED = re.compile(r"^[> ]+")
_NOTICES = ("本文", "(本文", "版权", "文章来源", "This article was originally", "Originally published")
_GAP = r"(?:^|(?<=[\s,，。;；|丨·•/()\[\]【】]))"
_COLON = r"\s*[:|丨/]\s*"

_TIME = (
    r"(?:[\sT,]*(?:上午|下午|晚上|凌晨)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?"
    r"(?:\s*(?:Z\b|[+-]\d{2}:?\d{2}|[AaPp]\.?[Mm]\b\.?|[A-Z]{2,4}\b))*)"
)
_STAMP = re.compile(rf"({DAY})({_TIME}?)")
_LABELLED_DAY = re.compile(
    rf"(?:(?:(?:发布|发表|刊发|刊登|发稿|上线|首发|推送|发文|出版)(?:时间|日期|于)?|{_GAP}(?:时间|日期))"
    rf"|\b(?:first |originally )?(?:published|posted)(?: on| at)?|{_GAP}(?:publication )?date)[:\s]*({DAY})",
    re.IGNORECASE,
)
_DAY_IN_NOTICE = re.compile(rf"(?:本文|文章|原文)[^。]{{0,12}}?于\s*({DAY})\s*(?:转载|转自|发布|发表|刊|首发|登)")
_DAY_BEFORE_LABEL = re.compile(rf"({DAY}){_TIME}?\s*(?:发布|发表|刊发|首发)(?:于|在|$)")
_UPDATED_DAY = re.compile(
    rf"(?:更新(?:时间|日期|于)?|\b(?:last )?(?:updated|modified)(?: on)?)[:\s]*({DAY})", re.IGNORECASE
)
_DATELINE = re.compile(rf"^[^。!！?？]{{0,24}}?({DAY})\s*(?:电|讯|消息|报道)")
_LATIN_DATELINE = re.compile(
    rf"^[A-Z][A-Za-z .,'/()-]{{0,60}}?({DAY})\s*(?:\([^)]{{2,30}}\)\s*)?(?:[-–—]{{1,2}}|/[A-Z])"
)
_COUNTS = re.compile(
    rf"(?:{_GAP}|(?<=\d))(?:次?(?:阅读|评论|浏览|点赞|播放)|字数|人气|views?|comments?|min read"
    r"|星期.|周[一二三四五六日]"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)(?=$|[\s\d:,()|丨·•/\[\]])"
    r"|\d[\d.,]*[万kKwW+]*|[\s()|丨/·•\[\]—–*_:>#,-]+",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。！!？?；;.…][”’」』)\"']*$")
_SEPARATOR = r"[\s|丨·•/,，()\[\]*_]"
_DESK = re.compile(
    r"(?:本[报刊社台网]|(?:[一-鿿]{0,4}(?:编辑|评论|采访|采编|报道|新闻|财经|科技|经济|产业|内容|专题)(?:部|组|中心|室))"
    r"|[一-鿿]{1,4}(?:频道|栏目|专栏)|小编)$"
)
_NAME = re.compile(r"[一-鿿]{2,3}$|[A-Z][A-Za-z.'-]+$")
_PLACE = r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,3}(?:, [A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z]{1,20})?)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_PLACE_AND_DAY = re.compile(
    rf"\(?(?:{_PLACE}\s?(?:,|[-–—]{{1,2}}|[|·])\s?{_WEEKDAY}{DAY}|[A-Z]{{3,}}(?: [A-Z]{{2,}}){{0,2}}\s{_WEEKDAY}{DAY}"
    rf"|[一-鿿]{{2,4}}\s?[,|·]\s?{DAY}|{DAY}\s?(?:写于|发自|于)\s?[一-鿿]{{2,6}})\)?"
    rf"|\((?:[一-鿿]{{2,4}}\s{DAY}|{DAY}[\s,]{{1,2}}(?:[一-鿿]{{2,4}}|{_PLACE}))\)"
)
"""A place and a day, alone on a line: LONDON, 12 February 2026."""

# A label stands behind a gap; without a colon it must speak of the article itself.
_OUTLET = re.compile(
    rf"(?:(?:{_GAP}|(?<=文章)|(?<=新闻)|(?<=稿件))(?:来源|稿源|出处|来自|媒体|公众号|转载自|转自|source|via)\s*[:|丨]"
    r"|(?:本文|文章|原文)[^。:]{0,24}?(?:转载自|转自|首发于|首发|原载于|原载|刊于|来自(?:微信)?公众号|来自)[:\s]*"
    r"|^(?:转载自|转自|首发于|原载于?)[:\s]*"
    r"|\boriginally published (?:by|in|on|at)[:\s])\s*(?P<value>.+)",
    re.IGNORECASE,
)
_REPORTER = re.compile(rf"^(?P<lead>[一-鿿]{{2,6}})记者{_COLON}")
_WIRE = re.compile(
    r"^[(【\[〔]?\s*(?P<lead>[^\s\d(【\[〔,。:]{2,20}?)\s?(?:App)?\s?(?:(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?)?(?:\d{1,2}\s?日\s?)?"
    r"(?:综合)?(?:电|讯|消息|报道)(?:[)】\]〕,:|丨]|\s)"
)
_BRACKETED = re.compile(r"^[(【\[〔](?P<lead>[^)】\]〕]{2,20})[)】\]〕]")
_OUTLET_OF_LATIN_WIRE = re.compile(r"^[A-Z][\w .,'/-]{0,60}\((?P<value>[A-Z][\w .&]{1,30})\)\s*[-–—]")
_AUTHOR = re.compile(
    rf"(?:{_GAP}(?:(?:作者|撰文|撰稿){_COLON}|文\s*[/|丨:]\s*|author\s*:\s*"
    rf"|[一-鿿]{{0,6}}记者{_COLON}|(?:本报|见习|特约|实习)?记者\s+))(?P<value>.+)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"^[一-鿿]{0,6}(?:编辑|责编|校对|摄影|制图|编译|运营|监制|审校|排版|插图|美编)\s*[:|丨/]")
_AUTHOR_BY = re.compile(
    r"^\s*(?:(?:Written|Reported|Story)\s+)?[Bb]y:?\s+"
    r"(?P<value>[A-Z][\w.'’-]{0,30}(?:\s+(?:[A-Z][\w.'’-]{0,30}|de|van|von|der|bin|al)){0,4})"
    r"(?=\s*$|\s*[,|·•(]|\s+and\s|\s+[-–—]|\s+\d|\s+(?:Published|Updated))"
)
_AUTHOR_OF_WIRE = re.compile(r"^[(【〔\[][^)】〕\]]{0,8}?记者\s*(?P<value>[一-鿿]{2,4})\s*/")
_NO_OUTLET = re.compile(rf"{DAY}|\d{{2,4}}年|\d{{1,2}}月|(?:on |in )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}\b")
"""What stands behind "first published" when it is no outlet."""
_VALUE_END = re.compile(
    r"[,，。;；|丨()\[\]【】<>\t]|\s{2,}|\s+(?:19|20)\d\d|\s+https?:|/\s|\s/|\s[·•]"
    r"|\s*(?:作者|编辑|责编|责任编辑|记者|撰文|时间|日期|发布|发表|更新|阅读|原文|标题|链接|来源|ID\b|编译|校对|文/)"
)
_ADDRESS = re.compile(
    r"(?:原文链接|原文地址|本文链接|本文地址|文章链接|文章地址|链接|网址|\burl|\blink|\bpermalink|\bsource)"
    r"(?:\s*:\s*|\s+)(?P<value>https?://[^\s<>\"'）)】]+)",
    re.IGNORECASE,
)
_ADDRESS_LINE = re.compile(r"^<?(?P<value>https?://[^\s<>]+)>?$")


class Line(NamedTuple):
    """A line as written, stripped, and as far as it is looked at the same in simplified script with ASCII marks."""

    written: str
    text: str


class StatedDay(NamedTuple):
    """A day and the words that state it."""

    day: date
    words: str


def line_of(written: str) -> Line:
    """The line for a stretch of text; offsets in `text` are offsets in `written`."""
    written = written.strip()
    text = simplify(fold(written[:LONGEST])).translate(_MARKS)
    return Line(written, _QUOTED.sub(lambda found: " " * len(found[0]), text))


def is_byline(line: Line) -> bool:
    """Whether a line names outlet, author or day of the article and tells nothing else."""
    text = line.text
    if len(text) > _BYLINE or _SENTENCE_END.search(text):
        return False
    start = len(text) - len(text.lstrip())
    if any(pattern.match(text, start) for pattern in (_AUTHOR_BY, _OUTLET, _AUTHOR)) or _CREDIT.match(text):
        return True
    stamp = _STAMP.search(text)
    return stamp is not None and _is_stamp(line, stamp)


def is_only_day(line: Line) -> bool:
    """Whether a line is nothing but a day, perhaps with a time, a weekday and counts of readers."""
    text = line.text
    stamp = _STAMP.search(text)
    return stamp is not None and len(text) <= _BYLINE and not _leftovers(text, stamp)


def is_address(line: Line) -> bool:
    """Whether a line is nothing but a web address."""
    return bool(_ADDRESS_LINE.match(line.text))


def stated_day(head: list[Line], tail: list[Line]) -> StatedDay | None:
    """The day of publication that the first lines (without the title) or the last state, the surest first."""
    for pattern in (_LABELLED_DAY, _DAY_IN_NOTICE, _DAY_BEFORE_LABEL):
        for line in (*head, *tail):
            found = pattern.search(line.text)
            if found and (len(line.text) <= _BYLINE or pattern is _DAY_IN_NOTICE) and (day := day_of(found[1])):
                return StatedDay(day, _words(line, found))
    for line in _opening(head):
        stamp = _STAMP.search(line.text)
        if stamp and not _UPDATED_DAY.search(line.text) and is_byline(line) and (day := day_of(stamp[1])):
            return StatedDay(day, _words(line, stamp))
    for line in head:
        dateline = _DATELINE.match(line.text) or _LATIN_DATELINE.match(line.text)
        if dateline and (day := day_of(dateline[1])):
            return StatedDay(day, line.written[slice(*dateline.span(1))])
    for line in _closing([*head, *tail]):
        stamp = _STAMP.search(line.text)
        if stamp and is_byline(line) and (day := day_of(stamp[1])):
            return StatedDay(day, _words(line, stamp))
    for line in (*head, *tail):
        updated = _UPDATED_DAY.search(line.text)
        if updated and len(line.text) <= _BYLINE and (day := day_of(updated[1])):
            return StatedDay(day, _words(line, updated))
    return None


def _opening(lines: list[Line]) -> list[Line]:
    """The lines before the first paragraph: a day further down is another story's, or one that is told of."""
    return list(itertools.takewhile(lambda line: not _is_paragraph(line), lines))


def _closing(lines: list[Line]) -> list[Line]:
    """The bylines and notices right behind the last paragraph: below a headline stand other stories' days."""
    behind = list(itertools.takewhile(lambda line: not _is_paragraph(line), reversed(lines)))[::-1]
    if len(behind) == len(lines):
        return []
    patterns = clutter_patterns()
    return list(
        itertools.takewhile(
            lambda line: is_byline(line) or patterns.lines.fullmatch(line.text) or patterns.beginnings.match(line.text),
            behind,
        )
    )


def _is_paragraph(line: Line) -> bool:
    return len(line.text) > _PARAGRAPH and (len(line.text) > 2 * _BYLINE or bool(_SENTENCE_END.search(line.text)))


def stated_outlet(head: list[Line], tail: list[Line]) -> str | None:
    """The outlet: labelled, in a notice, at the head of a wire story, or beside the day."""
    words = outlet_words()
    for line in (*head, *tail):
        labelled = _OUTLET.search(line.text)
        if labelled and (len(line.text) <= _BYLINE or line.text.startswith(_NOTICES)):
            value = _value(line, labelled)
            if value and _NO_OUTLET.match(simplify(fold(value))):
                continue
            if value and simplify(value).lower() not in words.none and not value.startswith("http"):
                return value
    for line in head:
        outlet = _outlet_of_wire(line)
        if outlet:
            return outlet
    for line, below in zip(head, [*head[1:], Line("", "")], strict=False):
        stamp = _STAMP.search(line.text)
        if stamp and is_byline(line):
            return _beside_day(line, stamp)
        # A masthead of its own, above the day.
        if is_only_day(below) and (words.looks_like_outlet(line.text) or line.text.startswith("The ")):
            return line.written if len(line.text) <= 40 and not _SENTENCE_END.search(line.text) else None
    return None


def _outlet_of_wire(line: Line) -> str | None:
    """The agency or paper at the head of a story; in Chinese a place or a reporter may follow it without a gap."""
    words = outlet_words()
    latin = _OUTLET_OF_LATIN_WIRE.match(line.text)
    if latin and words.looks_like_outlet(latin["value"]):
        return line.written[slice(*latin.span("value"))]
    wire = _WIRE.match(line.text) or _BRACKETED.match(line.text) or _REPORTER.match(line.text)
    if wire:
        start = wire.start("lead")
        end = start + len(wire["lead"].partition("记者")[0])
        for stop in range(end, start + 1, -1):
            if words.looks_like_outlet(line.text[start:stop]):
                return line.written[start:stop]
    return None


def stated_author(head: list[Line], tail: list[Line]) -> str | None:
    """The author or reporter whom a byline or a notice names."""
    for line in (*head, *tail):
        found = _AUTHOR_BY.match(line.text) or _AUTHOR_OF_WIRE.match(line.text)
        if found is None and (len(line.text) <= _BYLINE or line.text.startswith(_NOTICES)):
            found = _AUTHOR.search(line.text)
        value = _value(line, found) if found else None
        if value:
            return value
    return None


def stated_address(head: list[Line], tail: list[Line]) -> str | None:
    """The article's own address: labelled, or alone on one of the first lines."""
    for line in (*head, *tail):
        labelled = _ADDRESS.search(line.text)
        if labelled:
            return line.written[slice(*labelled.span("value"))]
    alone = (_ADDRESS_LINE.match(line.written) for line in head[:5])
    return next((found["value"] for found in alone if found), None)


def _is_stamp(line: Line, stamp: re.Match[str]) -> bool:
    """Whether a day makes its line a byline: with a time of day, alone, or set apart beside an outlet or author."""
    text = line.text
    left = _leftovers(text, stamp)
    if not left or stamp[2]:
        return sum(len(part[0]) for part in left) <= 30
    if _PLACE_AND_DAY.fullmatch(text.strip()):
        return True
    before, after = text[: stamp.start()], text[stamp.end() :]
    if not re.search(rf"(?:^|{_SEPARATOR}|:)$", before) or not re.match(rf"$|{_SEPARATOR}", after):
        return False
    if _OUTLET.search(text) or _AUTHOR.search(text) or _AUTHOR_BY.match(text):
        return True
    # A rule or a wide gap sets apart what is no clause; behind a lone space the name must look like an outlet's.
    apart = bool(re.search(r"(?:[|丨·•/]\s*|\s{2,})$", before) or re.match(r"\s*[|丨·•/]|\s{2,}", after))
    short = len(left) <= 3 and all(len(part[0]) <= 12 for part in left)
    if len(left) <= 2 and all(_DESK.match(part[0]) for part in left):
        return True
    # A full-width space is set between a day and a name, hardly ever between a day and a clause.
    gaps = line.written[max(0, stamp.start() - 1) : stamp.start()] + line.written[stamp.end() : stamp.end() + 1]
    if "\u3000" in gaps and all(_NAME.match(part[0]) or _DESK.match(part[0]) for part in left):
        return True
    return (apart and short) or any(outlet_words().looks_like_outlet(part[0]) for part in left)


def _leftovers(text: str, stamp: re.Match[str]) -> list[re.Match[str]]:
    """The words of a line beside its day, without counts, weekdays and marks."""
    blank = " " * (stamp.end() - stamp.start())
    rest = text[: stamp.start()] + blank + text[stamp.end() :]
    rest = _COUNTS.sub(lambda found: " " * len(found[0]), rest)
    return list(re.finditer(r"[^\s，]+", rest))


_LATIN_NAME = re.compile(r"(?:^|[|·/–—-]\s*|\s{2})((?:The )?[A-Z][\w'&.]*(?: [A-Z&][\w'&.]*){1,4})\s*[,|·/–—-]?\s*$")
"""The Limmat Ledger, October 14, 2025."""


def _beside_day(line: Line, stamp: re.Match[str]) -> str | None:
    left = _leftovers(line.text, stamp)
    author = _AUTHOR.search(line.text) or _AUTHOR_BY.match(line.text)
    names = [part for part in left if author is None or part.end() <= author.start()]
    for part in names:
        if outlet_words().looks_like_outlet(part[0]):
            return line.written[slice(*part.span())]
    before = _LATIN_NAME.search(line.text, 0, stamp.start())
    if before and outlet_words().looks_like_outlet(before[1]):
        return line.written[slice(*before.span(1))]
    # Where the author is named as such, what stands before the day is the outlet.
    if author and len(names) == 1 and names[0].end() <= stamp.start():
        return line.written[slice(*names[0].span())]
    return None


def _value(line: Line, found: re.Match[str]) -> str | None:
    """The value of a label: up to the next label or separator, in the script of the source."""
    start = found.start("value")
    text = line.text[start : found.end("value")]
    stop = _VALUE_END.search(text, 1)
    text = text[: stop.start()] if stop else text
    if re.search(r"[一-鿿]", text):
        text = re.split(r"(?<=[一-鿿])\s", text, maxsplit=1)[0]
    value = line.written[start : start + len(text)].strip(" [《》“”\"'「」*_:：@·-—")
    return value if 1 < len(value) <= 40 else None


def _words(line: Line, found: re.Match[str]) -> str:
    return line.written[slice(*found.span())].strip()
