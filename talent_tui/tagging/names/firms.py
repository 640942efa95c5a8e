"""Chinese organisations that no list has, by their ending (某某科技).

An ending tells where a name stops; where it starts is settled by the words in front and by the whole text: of
过档汇朗资本 and 汇朗资本 the one that the text has more often is the name.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.backwards import Back, Word, is_made_up, is_rare, name_stops
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.firm_forms import base
from talent_tui.tagging.names.introduced import find_by_neighbour, find_called
from talent_tui.tagging.names.page import HAN, Page, frequency
from talent_tui.tagging.names.teams import find_teams

_LATIN_BEHIND = re.compile(r"\s?[（(]\s?[A-Z]")
_OF_A_BOARD = re.compile(
    r"(?:战略|审计|提名|薪酬|考核|风险|风控|投资决策|合规|可持续发展|ESG|关联交易|治理|独立董事)[^，,。；;、]{0,8}委员会$"
)
"""董事会战略委员会: a committee of a board, no organisation."""
_CLAUSE_ENDS = re.compile(rf"[^{HAN}A-Za-z0-9]|$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = name_words()

    def pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(any_of(endings))

    return pattern((*words.firm_endings, *words.firm_endings_weak)), pattern(words.team_endings)


@cache
def _strong() -> frozenset[str]:
    return frozenset(name_words().firm_endings)


@cache
def _places() -> frozenset[str]:
    return frozenset(name_words().places)


def find_firms(page: Page, taken: bytearray, sure: list[Found]) -> list[Found]:
    """Organisations by their ending, teams to which something happens, firms by their neighbours.

    `taken` marks what is known already; `sure` are names that are found without doubt.
    """
    firm_ending, team_ending = _patterns()
    back = Back(page)
    beside_words = [
        *find_called(page, taken),
        *find_by_neighbour(page, taken, back, {item.end for item in sure if item.kind == "organisation"}),
    ]
    ended = _by_ending(page, taken, back, firm_ending, frozenset(item.form for item in beside_words))
    ended += _by_code(page, taken)
    owners = frozenset(short for item in ended if (short := base(item.form)))
    return [
        *ended,
        *find_teams(page, back, team_ending, {item.start for item in sure if item.kind == "organisation"}, owners),
        *beside_words,
    ]


_CODE = re.compile(
    rf"([{HAN}]{{2,14}})(?:-[A-Z]{{1,2}})?\s?[（(]\s?(?:[A-Z]{{2,6}}\s?[:：]\s?)?\d{{4,6}}(?:\.[A-Z]{{2}})?\s?[）)]"
)
_KIND_BEFORE = re.compile(
    r".*(?:的|公司|企业|巨头|龙头|品牌|厂商|旗下|其中|包括|以及|由|与|和|及|获|向|将|把|对|据|日|月|年|称"
    r"|(?:饮品|制造|供应|运营|零售|开发|经销|分销|服务|地产|代工|设备|生产|承包|出版|发展|贸易|食品|服装)商)"
)


def _by_code(page: Page, taken: bytearray) -> list[Found]:
    """饮品商天喔国际(01219): what has a code on an exchange is a firm, whatever its name."""
    found = []
    for match in _CODE.finditer(page.text):
        start, end = match.span(1)
        kind = _KIND_BEFORE.match(page.text, start, end - 1)
        start = kind.end() if kind is not None else start
        if 2 <= end - start <= 8 and 1 not in taken[start:end] and not page.is_masked(start, end):
            found.append(Found(start, end, "organisation", 3.6, "a code on an exchange", page.text[start:end]))
    return found


_KIND_OF_FIRM = re.compile(rf"公司[{HAN}]{{2}}")
"""车用电子公司某某科技: what stands in front of 公司 says what the firm makes."""


_SCHOOLS = ("大学", "科学院")
"""Their names may begin with a country or a general word: 新加坡国立大学, 中国科学技术大学."""


class _Ended(NamedTuple):
    ending: str
    end: int
    words: list[Word]
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
        if page.text.startswith(("团队", "部门", "事业部"), end) or _OF_A_BOARD.search(page.text, 0, end):
            continue
        words = back.walk(start, 10)
        school = match.group().endswith(_SCHOOLS)
        clear = next((at for at, word in enumerate(words) if 1 in taken[word.start : word.end]), len(words))
        if school and clear < len(words) and page.text[words[clear].start : words[clear].end] in _places():
            clear += 1
        words = words[:clear]
        if not words or page.cut[start]:
            continue
        if match.group() not in _strong() and _KIND_OF_FIRM.match(page.text, end) and not is_made_up(page, words[::-1]):
            continue
        ended.append(_Ended(match.group(), end, words[::-1]))
        counts.update(page.text[word.start : end] for word in words)
    places: dict[str, list[tuple[int, int, _Ended, list[Word]]]] = defaultdict(list)
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


def _name_words(page: Page, item: _Ended, counts: Counter[str]) -> list[Word]:
    """The words of the name in front of its ending, or none."""
    words = item.words
    text = page.text
    _, generic, _ = name_stops()
    best = (
        max(counts[text[word.start : item.end]] for word in words if item.end - len(item.ending) - word.start >= 2)
        if (item.end - len(item.ending) - words[0].start >= 2)
        else 0
    )
    if best == 0:
        return []
    most = [word for word in words if counts[text[word.start : item.end]] == best]
    words = [word for word in words if word.start >= most[0].start]
    rare = next((at for at, word in enumerate(words) if is_rare(page, word)), None)
    if rare and best == 1 and item.end - len(item.ending) - words[rare].start >= 2:
        words = words[rare:]
    forms = [text[word.start : word.end] for word in words]
    if any(form in generic for form in forms) and all(form in generic or form in _places() for form in forms):
        return []
    while words and text[words[0].start : words[0].end] in generic and not item.ending.endswith(_SCHOOLS):
        words = words[1:]
    if not words or item.end - len(item.ending) - words[0].start < 2:
        return []
    return words


def _is_firm(page: Page, at: list[tuple[int, int, _Ended, list[Word]]], form: str) -> bool:
    _, _, item, words = at[0]
    firm = max(_evidence(page, start, end) for start, end, *_ in at)
    made_up = is_made_up(page, words)
    rare = any(is_rare(page, word) for word in words)
    often = len(at) > 1
    if item.ending in ("大学", "学院", "研究院", "研究所"):
        return True
    if any(word.end - word.start > _LONGEST_PART and frequency(page.text[word.start : word.end]) for word in words):
        # 从头到尾不见汽车: an idiom is no part of a name.
        return False
    if item.ending not in _strong() and all(beside(page, start, end).person >= 2.5 for start, end, *_ in at):
        return False
    if item.ending in _strong():
        return made_up or rare or firm >= 0.7 or often
    if made_up:
        return firm >= 0.7 or often or any(_LATIN_BEHIND.match(page.after(end, 4)) for _, end, *_ in at)
    return firm + 0.7 * rare + 0.7 * often >= _WEAK_ENDING


_WEAK_ENDING = 2.7
_LONGEST_PART = 3
"""Characters: a longer word of the dictionary is an idiom or a country."""


def _evidence(page: Page, start: int, end: int) -> float:
    """What stands beside a firm: the words of `beside`, and that a clause begins or ends here."""
    firm = beside(page, start, end).firm
    opens = not start or bool(_CLAUSE_ENDS.match(page.text[start - 1]))
    closes = bool(_CLAUSE_ENDS.match(page.text[end : end + 1]))
    return firm + 0.7 * (firm >= 2 and (opens or closes))


def _title_follows(page: Page, end: int) -> bool:
    """Whether a title runs on though the dictionary makes one word of it: 长河银行|行长."""
    return page.after(end, 8).startswith(name_words().titles)
