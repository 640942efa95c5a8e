"""Chinese organisations that no list has: by their ending (某某科技), and by what stands beside them (某某创始人).

An ending tells where a name stops; where it starts is settled by the words in front and by the whole text: of
过档汇朗资本 and 汇朗资本 the one that the text has more often is the name.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found, count_forms
from talent_tui.tagging.names.context import beside, clues
from talent_tui.tagging.names.firm_forms import base
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_LATIN_CHAR = re.compile(r"[A-Za-z0-9&]")
_COUNTED = re.compile(r"^[一二两三四五六七八九十几数多每各半\d]+[家个款名位项种支场次批条座所成套轮大]?$")
_LATIN_BEHIND = re.compile(r"\s?[（(]\s?[A-Z]")
_RARE = 60
_WORD_BY_ITSELF = 30_000
"""A character that jieba's dictionary has seen alone so often is a word (着, 过, 走), no part of a made-up name."""
_COMMON = 1000


_OPENS_NAME = ("公司", "厂商", "商家", "供应商")
"""A word that ends so says what the name behind it is, and is no part of it."""
_CLAUSE_ENDS = re.compile(rf"[^{HAN}A-Za-z0-9]|$")


class _Word(NamedTuple):
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = name_words()

    def pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(ending) for ending in sorted(endings, key=lambda e: (-len(e), e))))

    return pattern((*words.firm_endings, *words.firm_endings_weak)), pattern(words.team_endings)


@cache
def _strong() -> frozenset[str]:
    return frozenset(name_words().firm_endings)


@cache
def _stops() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that never stand in a firm's name, generic ones that do not make one, single characters that end one."""
    words = name_words()
    generic = frozenset(words.generic)
    said = frozenset(words.titles) | frozenset(words.speech) | frozenset(words.moves)
    return frozenset(words.firm_stops) | said, generic, frozenset(words.firm_stop_chars)


class Back:
    """Walks the words of a page backwards from an offset to where a name may begin."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.starts = {end: start for start, end in page.words}

    def walk(self, end: int, width: int, extra: frozenset[str] = frozenset()) -> list[_Word]:
        """The words in front of `end`, nearest first, up to `width` characters, none of them a stop word."""
        never, _, chars = _stops()
        words: list[_Word] = []
        at, text = end, self.page.text
        while at > 0 and end - at < width:
            start = self.starts.get(at)
            if start is None:
                start = at
                while start > 0 and at - start < 16 and _LATIN_CHAR.match(text[start - 1]):
                    start -= 1
                if start == at or not text[start].isalpha():
                    break
            word = text[start:at]
            if (
                word in never
                or word in extra
                or word.endswith(_OPENS_NAME)
                or (len(word) == 1 and word in chars)
                or _COUNTED.match(word)
            ):
                break
            if self.page.is_masked(start, at):
                break
            words.append(_Word(start, at))
            at = start
        return words


def _is_rare(page: Page, word: _Word) -> bool:
    """Whether the dictionary does not know the word well."""
    text = page.text[word.start : word.end]
    return len(text) == 1 or not _HAN.match(text) or frequency(text) < _RARE


def is_made_up(page: Page, words: list[_Word]) -> bool:
    """Whether the words are none of the language: two single characters in a row, or Latin letters."""
    single = 0
    for word in words:
        text = page.text[word.start : word.end]
        single = single + 1 if len(text) == 1 and frequency(text) < _WORD_BY_ITSELF else 0
        if single >= 2 or not _HAN.match(text):
            return True
    return False


def find_firms(page: Page, taken: bytearray, sure: list[Found]) -> list[Found]:
    """Organisations by their ending, teams to which something happens, firms by their neighbours.

    `taken` marks what is known already; `sure` are names that are found without doubt.
    """
    firm_ending, team_ending = _patterns()
    back = Back(page)
    beside_words = [
        *_called(page, taken),
        *_by_neighbour(page, taken, back, {item.end for item in sure if item.kind == "organisation"}),
    ]
    ended = _by_ending(page, taken, back, firm_ending, frozenset(item.form for item in beside_words))
    owners = frozenset(short for item in ended if (short := base(item.form)))
    return [
        *ended,
        *_teams(page, back, team_ending, {item.start for item in sure if item.kind == "organisation"}, owners),
        *beside_words,
    ]


_KIND_OF_FIRM = re.compile(rf"公司[{HAN}]{{2}}")
"""车用电子公司某某科技: what stands in front of 公司 says what the firm makes."""


class _Ended(NamedTuple):
    ending: str
    end: int
    words: list[_Word]
    """In reading order; the name begins at one of them."""


def _by_ending(
    page: Page, taken: bytearray, back: Back, pattern: re.Pattern[str], named: frozenset[str]
) -> list[Found]:
    """`named` are firms that are known by what stands beside them: one with an ending is the same."""
    ended: list[_Ended] = []
    counts: Counter[str] = Counter()
    for match in pattern.finditer(page.text):
        start, end = match.span()
        if (page.cut[end] and not _title_follows(page, end)) or page.is_masked(start, end) or 1 in taken[start:end]:
            continue
        if page.text.startswith(("团队", "部门", "事业部"), end):
            continue
        words = back.walk(start, 10)
        clear = next((at for at, word in enumerate(words) if taken[word.start] or taken[word.end - 1]), len(words))
        words = words[:clear]
        if not words or page.cut[start]:
            continue
        if match.group() not in _strong() and _KIND_OF_FIRM.match(page.text, end) and not is_made_up(page, words[::-1]):
            continue
        ended.append(_Ended(match.group(), end, words[::-1]))
        counts.update(page.text[word.start : end] for word in words)
    places: dict[str, list[tuple[int, int, _Ended, list[_Word]]]] = defaultdict(list)
    for item in ended:
        words = _name_words(page, item, counts)
        if words:
            start = words[0].start
            places[page.text[start : item.end]].append((start, item.end, item, words))
    found = []
    for form, at in places.items():
        if form[: -len(at[0][2].ending)] in named or _is_firm(page, at, form):
            found += [
                Found(start, end, "organisation", 3.3, "ending of an organisation", form) for start, end, *_ in at
            ]
    return found


def _name_words(page: Page, item: _Ended, counts: Counter[str]) -> list[_Word]:
    """The words of the name in front of its ending, or none."""
    words = item.words
    text = page.text
    _, generic, _ = _stops()
    best = (
        max(counts[text[word.start : item.end]] for word in words if item.end - len(item.ending) - word.start >= 2)
        if (item.end - len(item.ending) - words[0].start >= 2)
        else 0
    )
    if best == 0:
        return []
    most = [word for word in words if counts[text[word.start : item.end]] == best]
    words = [word for word in words if word.start >= most[0].start]
    rare = next((at for at, word in enumerate(words) if _is_rare(page, word)), None)
    if rare and best == 1 and item.end - len(item.ending) - words[rare].start >= 2:
        words = words[rare:]
    while words and text[words[0].start : words[0].end] in generic:
        words = words[1:]
    if not words or item.end - len(item.ending) - words[0].start < 2:
        return []
    return words


def _is_firm(page: Page, at: list[tuple[int, int, _Ended, list[_Word]]], form: str) -> bool:
    _, _, item, words = at[0]
    firm = max(_evidence(page, start, end) for start, end, *_ in at)
    made_up = is_made_up(page, words)
    rare = any(_is_rare(page, word) for word in words)
    often = len(at) > 1
    if item.ending in ("大学", "学院", "研究院", "研究所"):
        return True
    if item.ending not in _strong() and all(beside(page, start, end).person >= 2.5 for start, end, *_ in at):
        return False
    if item.ending in _strong():
        return made_up or rare or firm >= 0.7 or often
    if made_up:
        return firm >= 0.7 or often or any(_LATIN_BEHIND.match(page.after(end, 4)) for _, end, *_ in at)
    return firm + 0.7 * rare + 0.7 * often >= _WEAK_ENDING


_WEAK_ENDING = 2.7


def _evidence(page: Page, start: int, end: int) -> float:
    """What stands beside a firm: the words of `beside`, and that a clause begins or ends here."""
    firm = beside(page, start, end).firm
    opens = not start or bool(_CLAUSE_ENDS.match(page.text[start - 1]))
    closes = bool(_CLAUSE_ENDS.match(page.text[end : end + 1]))
    return firm + 0.7 * (firm >= 2 and (opens or closes))


def _title_follows(page: Page, end: int) -> bool:
    """Whether a title runs on though the dictionary makes one word of it: 长河银行|行长."""
    return page.after(end, 8).startswith(name_words().titles)


@cache
def _places() -> frozenset[str]:
    return frozenset(name_words().places)


def _is_place(word: str) -> bool:
    """Whether a word names a town or a country: a team with its firm and its place is one by name."""
    return word in _places()


_STAFF_AFTER = re.compile(
    r"[”」]?(?:的?(?:\d+|[一二两三四五六七八九十几数多]+)[名位个多人]|的?(?:成员|骨干|员工|工程师|研究员))"
)
_STAFF_BEFORE = re.compile(r"(?:来自|负责|带领|领导|率领|执掌|接管|联系了?|接触了?|挖走了?)$")


def _teams(
    page: Page, back: Back, pattern: re.Pattern[str], firm_starts: set[int], owners: frozenset[str]
) -> list[Found]:
    """Teams and departments that something happens to: split, merged, founded, given to somebody.

    `owners` are short names of firms: of a team with such a name it is enough that its staff is spoken of.
    """
    known = clues()
    team_stops = frozenset(name_words().team_stops)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    happens: dict[str, bool] = defaultdict(bool)
    for match in pattern.finditer(page.text):
        if page.is_masked(*match.span()) or page.cut[match.start()] or page.cut[match.end()]:
            continue
        words = _team_words(page, back, match.start(), team_stops)
        if not words or match.start() - words[-1].start < 2:
            continue
        start, end = words[-1].start, match.end()
        if start and page.text[start - 1] in "大小多超新":
            continue
        form = page.text[start:end]
        places[form].append((start, end))
        named = any(word.start in firm_starts for word in words) and _is_place(page.text[words[0].start : words[0].end])
        owned = any(
            form.startswith(owner) and len(form) - len(owner) >= 4
            for owner in (form[:2], form[:3], form[:4])
            if owner in owners
        )
        named |= owned and bool(_STAFF_AFTER.match(page.after(end)) or _STAFF_BEFORE.search(page.before(start)))
        if named or known.team_event_after.match(page.after(end)) or known.team_event_before.search(page.before(start)):
            happens[form] = True
    return [
        Found(start, end, "organisation", 3.1, "a team to which something happens", form)
        for form, at in places.items()
        if happens[form]
        for start, end in at
    ]


_WORK = frozenset(("加盟", "投资", "设计", "研发", "开发", "销售", "生产", "制造", "采购", "创新", "运营"))
"""Verbs that also say what a department does."""


def _team_words(page: Page, back: Back, end: int, stops: frozenset[str]) -> list[_Word]:
    """The words of a team's name in front of 团队, 中心 and the like, nearest first."""
    start = back.starts.get(end, end)
    if page.text[start:end] in _WORK and not page.text.startswith("团队", end):
        return [_Word(start, end), *back.walk(start, 8, stops)]
    return back.walk(end, 10, stops)


_TRIGGER_AFTER = re.compile(
    r"(?:的?(?:首席|董事长|前高管|发言人)|的[^，。的]{0,4}(?:主管|总监|经理|工程师)|完成|获得?(?=[^，。]{0,12}(?:投资|融资))|的?(?:联合)?(?:创始人|创办人)|CEO|CTO|董事长|首席执行官|首席技术官|首席科学家|总裁|来到|跳槽|干了|待了|宣布|公告|员工|的员工|公司|高管|前高管|董事会)"
)
_DESCRIBES = re.compile(r"公司|企业|品牌|平台|厂商")
_OPENERS = "从在前原由与和向对"
_LISTED = re.compile(r"[、和与及或]")
_LIST_GOES_ON = re.compile(r"[、和与及等的，。]")
_TRIGGER_BEFORE = re.compile(
    r"(?:加入|入职|跳槽到|跳槽至|转投|加盟|创办了?|创立了?|离开|任职于|就职于|供职于|来自|收购了?|投资了?|品牌|平台|公司|企业|新创|初创|创企)[“「]?"
)


_KIND = r"(?:公司|企业|品牌|平台|工作室|实验室|机构|基金|初创|厂商|独角兽|车企|巨头|媒体|连锁店|游戏厂)"
_NAME = rf"([{HAN}A-Za-z0-9]{{2,10}})"
_CALLED = re.compile(
    rf"(?:名为|名叫|叫做|取名|命名为)(?:[“「]{_NAME}[”」]|([{HAN}]{{2,6}}?))的[{HAN}]{{0,8}}?{_KIND}"
    rf"|(?:公司|企业|品牌|平台|工作室|基金|独角兽|车企)[“「]{_NAME}[”」]"
)


def _called(page: Page, taken: bytearray) -> list[Found]:
    """Names that the text introduces as such: 一家名为“沉木”的公司, 新品牌“木日”."""
    found = []
    for match in _CALLED.finditer(page.text):
        start, end = match.span(match.lastindex or 0)
        if 1 not in taken[start:end] and not page.is_masked(start, end):
            found.append(Found(start, end, "organisation", 3.5, "called so in the text", page.text[start:end]))
    return found


def _newness(page: Page, words: list[_Word]) -> float:
    """1 for words that are none of the language, less for words that are seldom seen, 0 for common ones."""
    if any(len(word := page.text[a:b]) > 1 and frequency(word) >= _COMMON for a, b in words):
        return 0.0
    if is_made_up(page, words):
        return 1.0
    return 0.7 if len(words) == 1 and _is_rare(page, words[0]) else 0.0


def _by_neighbour(page: Page, taken: bytearray, back: Back, firm_ends: set[int]) -> list[Found]:
    """Short made-up names in front of a title or behind a verb that asks for a firm."""
    text = page.text
    never, generic, chars = _stops()
    places: dict[str, dict[int, float]] = defaultdict(dict)
    ends = dict(page.words)
    for match in _TRIGGER_AFTER.finditer(text):
        words = back.walk(match.start(), 6, generic)[::-1]
        if words and words[-1].end == match.start():
            start, end = words[0].start, words[-1].end
            if end - start >= 2 and _HAN.match(text[start]) and 1 not in taken[start:end]:
                alone = not start or not _HAN.match(text[start - 1]) or text[start - 1] in _OPENERS
                titled = (
                    0.5 if alone and not match.group().startswith(("员工", "的员工", "公司", "宣布", "公告")) else 0.0
                )
                new = _newness(page, words)
                places[text[start:end]][start] = new * (1.0 + titled if alone else 0.5)
    behind = [match.end() for match in _TRIGGER_BEFORE.finditer(text)]
    listed = {match.end() for match in _LISTED.finditer(text) if match.start() in firm_ends}
    for start in [*behind, *sorted(listed)]:
        at = start
        words = []
        while at - start < 6 and at in ends:
            word = text[at : ends[at]]
            if word in never or word in generic or (len(word) == 1 and word in chars) or taken[at]:
                break
            words.append(_Word(at, ends[at]))
            at = ends[at]
        if 2 <= at - start <= 6 and not page.is_masked(start, at) and not _DESCRIBES.match(text, at):
            alone = at == len(text) or not _HAN.match(text[at])
            if start in listed:
                alone = bool(_LIST_GOES_ON.match(text, at))
            at_form = places[text[start:at]]
            bounded = alone or bool(_TRIGGER_AFTER.match(text, at))
            at_form[start] = at_form.get(start, 0.0) + _newness(page, words) * (1.5 if bounded else 0.9)
    counts = count_forms(text, places)
    return [
        Found(start, start + len(form), "organisation", 2.6, "words beside it", form)
        for form, at in places.items()
        if sum(at.values()) >= 1.4 or (sum(at.values()) >= 1.0 and counts[form] > 2)
        for start in at
    ]
