"""News outlets that no list has: in title marks beside a verb of reporting, at an article's head, in its source."""

import re

from talent_tui.lexicon.names import NameLexicon, name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.lexicon_forms import known_outlet
from talent_tui.tagging.names.page import HAN, Page, lines_with_offsets

_TITLED = re.compile(rf"《([{HAN}A-Za-z0-9 ·]{{2,24}})》")
_REPORTS_AFTER = re.compile(
    r"^(?:杂志|周刊|网站|新闻|记者|中文网|日前|近日|今日|昨日|当日|率先|独家|最新|在)?[^，。；\n]{0,8}?(?:报道|报导|专访|引述|援引|称|披露|刊登|刊发|记者|采访|爆料|透露|强调|指出|的消息|的一篇|匿名|获悉|了解到|总编辑|主编|社长|采访部"
    r"|证实|停刊|纸本|编辑部|母公司|发行人)"
)
_WORK_BEFORE = re.compile(
    r"(?:节目|播客|Podcast|podcast|电影|影集|剧集|电视剧|连续剧|游戏|手游|新作|系列|专辑|新书|书籍|著作|小说|纪录片|歌曲|论文|专栏|栏目)\s?$"
)
_WORK_AFTER = re.compile(
    r"^(?:的?(?:最后一集|首集|首播|停播|跳票|公测|内测|首发|上线|上映|热播|票房|制作人|玩家|开发|研发|主创|剧组|一书|这本书|中写))"
)
_MAGAZINE = re.compile(r"(?:杂志|周刊|日报|晚报|周报|时报|早报|双周刊|月刊|新闻网|商业评论)$")
"""Such a name in title marks is an outlet whatever stands beside it."""
_REPORTS_BEFORE = re.compile(
    r"(?:登上|登|刊于|刊登于|发表于|发表在|据|接受|向|告诉|援引|引述|引用|请求|对|根据|加盟|加入|离开|入职|从|在|于|旗下|卖给|把"
    r"|收购)了?$"
)
_HEAD = re.compile(rf"^[\s*_#>【\[]*([{HAN}]{{2,9}}?)\s?(?:网|讯)?\s*([\s·|｜,，—-]+)\s*\d{{4}}\s?[年./-]")
_SOURCE = re.compile(
    rf"(?:转载自|首发于|发自|(?<!图片)(?<!图)来源\s?[:：]|公众号\s?[:：“「\"]|来自微信公众号\s?[:：“「\"]?)\s?([{HAN}A-Za-z0-9]{{2,12}})(?=[\s,，。|（(\"”」\n]|$)"
)
_TOLD = re.compile(rf"(?:告诉|向|对)“([{HAN}A-Za-z]{{2,10}})”")
_ACCORDING = re.compile(
    rf"(?:据|援引|引述|接受)([{HAN}]{{2,8}})(?:等媒体)?(?:记者)?(?:报道|报导|爆料|消息|披露|独家|采访|专访)"
)
_LATIN_NAME = r"((?:The )?[A-Z][A-Za-z.&']+(?: [A-Z][A-Za-z.&']+){0,3})"
_LATIN_CREDITED = re.compile(
    rf"(?:据|援引|引述)\s?{_LATIN_NAME}\s?(?:等[^，。]{{0,6}}|的)?(?:报道|报导|消息|爆料|披露)"
)
_LATIN_TOLD = re.compile(rf"人士(?:向|对|告诉)\s?{_LATIN_NAME}(?=[,，。:：\s表透说])")
CREDITED = "an outlet that is credited"
"""Why a name was found that is surely an outlet's: 据CRN报道."""
_HEAD_LINES = 8
_DATELINE = 40
"""A line longer than this whose date stands behind a comma tells something: it signs no article."""
_TELLS = re.compile(r"[。！？!?]|(?:离开|离职|加入|出任|辞去|卸任|任)[^,，]{0,12}[,，]")


def find_outlets(page: Page, lexicon: NameLexicon) -> list[Found]:
    """Outlets by what stands around them. The run is the name without title marks.

    The lines that sign an article are a page's clutter, yet they name who published it: only they are read although
    masked.
    """
    found: list[Found] = []

    def add(start: int, end: int, why: str, signed: bool = False, weight: float = 4.2) -> None:
        if signed or not page.is_masked(start, end):
            form = page.text[start:end]
            known = known_outlet(lexicon, form) or known_outlet(lexicon, f"《{form}》")
            found.append(Found(start, end, "organisation", weight, why, form, known))

    titled = list(_TITLED.finditer(page.text))
    works = {match[1] for match in titled if _is_work(page, *match.span())}
    for match in titled:
        told = _REPORTS_AFTER.match(page.after(match.end(), 24)) or _REPORTS_BEFORE.search(
            page.before(match.start(), 8)
        )
        if match[1] not in works and (told or _MAGAZINE.search(match[1])):
            add(*match.span(1), "an outlet by its title marks", weight=5.2)
    for match in _TOLD.finditer(page.text):
        add(*match.span(1), "an outlet that somebody talks to")
    endings = tuple(name_words().outlet_endings)
    for match in _ACCORDING.finditer(page.text):
        if match[1].endswith(endings):
            add(*match.span(1), CREDITED)
    for pattern in (_LATIN_CREDITED, _LATIN_TOLD):
        for match in pattern.finditer(page.text):
            add(*match.span(1), CREDITED)
    for match in _SOURCE.finditer(page.text):
        add(*match.span(1), "the source of the article", True)
    for start, end in [line for line in lines_with_offsets(page.text) if line[1] > line[0]][:_HEAD_LINES]:
        head = _HEAD.match(page.text[start : min(end, start + 60)])
        if (
            head
            and (not set(head[2]) & set(",，") or _is_dateline(page.text[start:end]))
            and head[1] not in name_words().places
            and not head[1].endswith(("日", "时间", "发布", "发表", "更新", "者", "摘要", "导语", "截至"))
        ):
            add(start + head.start(1), start + head.end(1), "the head of the article", True)
    return found


def _is_dateline(line: str) -> bool:
    """Whether a line with a comma in front of its date signs an article: 都市晨报，5月3日."""
    return len(line) <= _DATELINE and not _TELLS.search(line)


def _is_work(page: Page, start: int, end: int) -> bool:
    """Whether what stands in title marks is a programme, a game or a book."""
    return bool(_WORK_BEFORE.search(page.before(start, 8)) or _WORK_AFTER.match(page.after(end, 8)))
