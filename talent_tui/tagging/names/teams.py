"""Teams and departments that something happens to, by the ending of their name."""

import re
from collections import defaultdict
from functools import cache

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.backwards import Back, Word
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import clues
from talent_tui.tagging.names.page import HAN, Page


@cache
def _places() -> frozenset[str]:
    return frozenset(name_words().places)


def _is_place(word: str) -> bool:
    """Whether a word names a town or a country: a team with its firm and its place is one by name."""
    return word in _places()


_STAFF_AFTER = re.compile(
    r"[”」]?(?:的?(?:\d+|[一二两三四五六七八九十几数多]+)[名位个多人]|的?(?:成员|骨干|员工|工程师|研究员))"
)
_LATER = re.compile(
    r"(?:于|在)?(?:\d{1,2}月|\d{1,2}日|上周|上月|近日|日前|年底|去年|今年|随后){1,2}[^，。；]{0,3}?(?:并入|划入|解散|裁撤|撤销|拆分|遭裁|被裁)"
)
_LONG_NAME = 8
_PERSON_OF = re.compile(rf"的(?:前|原)?[{HAN}]{{2,6}}?(?:宣布|离职|加入|辞|卸任|转投|已)")
"""A member by name who comes or goes, behind a team whose name is long enough to be its own."""
_MEMBER = re.compile(rf"的[{HAN}]{{2,3}}(?=[,，。、]|宣布|离|辞|加入|已)")
_BIG_MODEL = ("大模型", "大语言模型")
_STAFF_BEFORE = re.compile(r"(?:来自|负责|带领|领导|率领|执掌|接管|联系了?|接触了?|挖走了?)$")


def find_teams(
    page: Page, back: Back, pattern: re.Pattern[str], firm_starts: set[int], owners: frozenset[str]
) -> list[Found]:
    """Teams and departments that something happens to: split, merged, founded, given to somebody.

    `owners` are short names of firms: of a team with such a name it is enough that its staff is spoken of.
    """
    team_stops = frozenset(name_words().team_stops)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    happens: dict[str, bool] = defaultdict(bool)
    for match in pattern.finditer(page.text):
        if page.is_masked(*match.span()) or page.cut[match.end()]:
            continue
        if match.group() == "组" and not page.begins[match.start()]:
            continue
        words = _team_words(page, back, *match.span(), team_stops)
        if not words or match.start() - words[-1].start < 2:
            continue
        start, end = words[-1].start, match.end()
        if page.text.startswith(_BIG_MODEL, max(0, start - 1)):
            start -= 1
        elif start and page.text[start - 1] in "大小多超新":
            continue
        form = page.text[start:end]
        places[form].append((start, end))
        named = any(word.start in firm_starts for word in words) and _is_place(page.text[words[0].start : words[0].end])
        owned = any(
            form.startswith(owner) and len(form) - len(owner) >= 4
            for owner in (form[:2], form[:3], form[:4])
            if owner in owners
        )
        if match.group().startswith("事业") and _MEMBER.match(page.after(end)):
            happens[form] = True
        if match.group() == "团队" and len(form) >= _LONG_NAME and _PERSON_OF.match(page.after(end)):
            happens[form] = True
        named |= owned and bool(_STAFF_AFTER.match(page.after(end)) or _STAFF_BEFORE.search(page.before(start)))
        if named or _LATER.match(page.after(end)) or _something_happens(page, start, end):
            happens[form] = True
    _latin_units(page, places, happens)
    _listed_alike(page, places, happens)
    return [
        Found(start, end, "organisation", 3.1, "a team to which something happens", form)
        for form, at in places.items()
        if happens[form]
        for start, end in at
    ]


_WORK = frozenset(("加盟", "投资", "设计", "研发", "开发", "销售", "生产", "制造", "采购", "创新", "运营"))
"""Verbs that also say what a department does."""
_TRADE = frozenset(
    ("移动", "海外", "消费", "在线", "商用", "公共", "城市", "线上", "线下", "国际", "平台", "企业", "投资", "机器人")
)
"""Words that end the search for a firm's name, but say what a team does."""


def _team_words(page: Page, back: Back, end: int, close: int, stops: frozenset[str]) -> list[Word]:
    """The words of a team's name in front of 团队, 中心 and the like, nearest first; the ending goes to `close`."""
    if page.cut[end]:
        # 海外|业务部: the dictionary has the department; what stands in front tells it from others.
        start = back.starts.get(close, close)
        before = back.starts.get(start, start)
        kind = page.text[before:start]
        told = end - start == 2 and len(kind) >= 2 and kind not in _no_kinds() and not page.is_masked(before, start)
        return [Word(start, end), Word(before, start)] if told else []
    start = back.starts.get(end, end)
    if page.text[start:end] in _WORK and not page.text.startswith("团队", end):
        return [Word(start, end), *back.walk(start, 8, stops)]
    return back.walk(end, 12, stops, _TRADE)


@cache
def _no_kinds() -> frozenset[str]:
    """Words that do not say which department: what somebody does, is or says."""
    words = name_words()
    return frozenset((*words.moves, *words.speech, *words.titles, *words.team_stops))


_POST_BEFORE = re.compile(r"(?:[出升接兼担调转改卸连署]任|执掌|由原?|卸下)$")


@cache
def _post_after() -> re.Pattern[str]:
    """调任X部负责人: the unit in which somebody gets or loses a post takes part in what happens."""
    titles = any_of(name_words().titles)
    return re.compile(f"(?:代理|执行|常务|副)?(?:{titles})")


@cache
def _head_changes() -> re.Pattern[str]:
    """自动驾驶中心负责人李力耘卸任: whoever has the title gets, keeps or loses it."""
    titles = any_of(name_words().titles)
    return re.compile(
        f"(?:代理|执行|常务|副)?(?:{titles})(?:兼[{HAN}]{{2,6}})?[{HAN}]{{2,3}}(?:则|也|将|已|正式|随即){{0,2}}"
        "(?:卸任|接班|接任|接棒|接手|升任|改任|转任|调任|留任|不再|下课|被免|免职|交棒|让位|被撤换|到任|上任)"
    )


def _something_happens(page: Page, start: int, end: int) -> bool:
    """Whether a unit is set up, moved or given a head where it is named."""
    known, before, after = clues(), page.before(start), page.after(end)
    return bool(
        known.team_event_after.match(after)
        or known.team_event_before.search(before)
        or _head_changes().match(page.after(end, 40))
        or (_POST_BEFORE.search(before) and _post_after().match(after))
    )


_LATIN_UNIT = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z&]*(?: [A-Z][A-Za-z&]*){0,2} ?(?:事业部|事业群|部门|部|团队|实验室|中心)"
)


def _latin_units(page: Page, places: dict[str, list[tuple[int, int]]], happens: dict[str, bool]) -> None:
    """AI Infra部: a unit of a Chinese firm with a Latin name."""
    for match in _LATIN_UNIT.finditer(page.text) if not page.is_latin else ():
        start, end = match.span()
        if page.is_masked(start, end) or page.cut[end]:
            continue
        form = match.group()
        places[form].append((start, end))
        if _something_happens(page, start, end):
            happens[form] = True


_LIST_GAP = re.compile(r"[、,，]|[和与及]")


def _listed_alike(page: Page, places: dict[str, list[tuple[int, int]]], happens: dict[str, bool]) -> None:
    """拆出A部、B部和C部: what happens to the first unit of a list happens to all."""
    opens: dict[int, list[str]] = defaultdict(list)
    for form, at in places.items():
        for start, _ in at:
            opens[start].append(form)
    for end, form in sorted((end, form) for form, at in places.items() for _, end in at):
        gap = _LIST_GAP.match(page.text, end)
        for other in opens[gap.end()] if gap and happens[form] else ():
            happens[other] |= form[-1] == other[-1]
