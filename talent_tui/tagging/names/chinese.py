"""Chinese personal names that no list has: a surname, one or two characters of a given name, and what stands beside.

A name is judged over all the places where the text has it, because one place alone seldom says where it ends: 谢炎汇报
could be a name of three characters, but 汇报 is a word, and 向CTO stands in front.
"""

import re
from collections import defaultdict
from functools import cache

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.chinese_lists import THRESHOLD, Place, vouch_in_lists
from talent_tui.tagging.names.context import beside, moves_behind
from talent_tui.tagging.names.page import HAN, Page, dictionary_people, frequency

_SELDOM_ALONE = 1000
"""A character that jieba's dictionary has seen alone less often than this is, where it stands alone, part of a name."""
_COMMON_WORD = 3000
_PLAIN_SURNAMES = frozenset(
    "李王刘陈杨赵吴徐孙朱郭罗郑梁谢宋邓冯韩曹彭蔡潘董袁蒋杜魏吕丁沈姚卢崔汪范廖邹孟秦邱薛闫侯陶贺郝龚邵洪熊顾汤黎施阎尹庄柯葛俞骆柳翟裴"
)
"""Common surnames that are hardly the beginning of a word."""
_NAMESAKES = 600
"""A dictionary that has seen 李强 or 李娜 less often than this has seen somebody's namesake, not a word."""
_HAN = re.compile(rf"[{HAN}]")
_ITEM = re.compile(r"\s*(?:\d{1,2}\s?[.、)）·．]|[（(]\d{1,2}[)）]|[·*—–-]|[①-⑳])?\s*$")
"""What a line of a list begins with, in front of a name."""
_LATIN_IN_BRACKETS = re.compile(r"\s?[（(]\s?([A-Z][A-Za-z'.-]+(?:\s?[A-Z][A-Za-z'.-]*){0,3})\s?[)）,，]")
_LATIN_BEFORE = re.compile(r"[A-Z][a-z]+\s?[A-Z][a-z]+\s?[（(]\s?$")
_FALSE_NAME = re.compile(rf"[小老阿大][{HAN}](?=\s?[（(](?:化名|应受访者))")
_OPENS_LINE = re.compile(r"[,，:：（(|｜—–-]")
_FIRM_AHEAD = 0.9
"""So much more for a firm than for a person beside it counts against a name."""
_THREE_CHARACTERS = 0.4
"""So much speaks for three characters against two: most Chinese names have three."""
_TITLED = 2.5
_MOVES = 0.4
"""What a verb of moves behind a name adds to what any act does."""
_FULL = 3
_ALSO_FUNCTION_WORDS = "于向"
"""Common surnames among those that are function words nearly everywhere."""
_NO_FUNCTION_WORD = 7.5
"""What a title in front gives back to a surname that is a function word elsewhere: 副总裁于立国."""
_KNOWN_WORD = 200
_QUOTES = ("“", "”", "「", "」", '"', "'")
_ADVERBS = "是则也还就却仍均都已曾将便又再"
_LIST_BEHIND = re.compile(r"[和与及]\s?[A-Z]")
_NUMERALS, _MEASURES = frozenset("一二两三四五六七八九十几"), frozenset("轮批代届个名位家款年月天次番波条场")
_DONE = frozenset("了过着")
"""What stands behind a verb: 张峰|发了, not 张峰发|了."""
_COUNTED = re.compile(r"[\d零一二三四五六七八九十百千万亿两几多数第每某各该这那]$")


@cache
def surnames() -> frozenset[str]:
    """All surnames, of one and of two characters."""
    words = name_words()
    return frozenset("".join(words.surnames.values())) | frozenset(words.compound_surnames)


def is_chinese_name(form: str) -> bool:
    """Whether a form is built like a Chinese name: surname, then one or two characters (no middle dot)."""
    if not all(_HAN.match(char) for char in form):
        return False
    if form[:2] in name_words().compound_surnames:
        return 3 <= len(form) <= 4
    return 2 <= len(form) <= 3 and form[0] in surnames()


@cache
def _given_chars() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = name_words()
    chars = (words.given, words.not_given, words.seldom_given, words.rare_as_surname)
    return tuple(frozenset(each) for each in chars)  # type: ignore[return-value]


def could_be_given(char: str) -> bool:
    """Whether a character is usual in given names and hardly anything else."""
    given, never, seldom, _ = _given_chars()
    return char in given and char not in never and char not in seldom


@cache
def _words_of_news() -> frozenset[str]:
    """Words of moves and firms that the dictionary may lack (车企, 高管): no part of a name."""
    words = name_words()
    lists = (words.firm_stops, words.generic, words.titles, words.moves, words.speech, words.team_endings)
    return frozenset(word for each in lists for word in each if len(word) == 2)


_RARE_NAME, _FAMOUS = 3, 30
"""How often the dictionary has seen a word that may be a name: less says nothing, more is mostly another word."""


_FALSE = 9.0
_WEEKDAY = re.compile("周[一二三四五六日末](?:$|[晚早夜午上下中凌清傍前后起间又再已将])")
"""周一晚: a day, though 周 is a surname."""


def form_score(name: str) -> float:
    """How much a run of characters looks like a Chinese name by itself, without what stands beside it."""
    if _WEEKDAY.match(name):
        return -_FALSE
    given, never, seldom, rare = _given_chars()
    size = 2 if name[:2] in name_words().compound_surnames else 1
    score = 0.6 if size == 2 else 0.0
    rest = name[size:]
    seen = frequency(name)
    for at, char in enumerate(rest, 1):
        score += 0.45 if char in given or frequency(char) < _SELDOM_ALONE else -0.1
        if char in never:
            score -= 2.0
        elif char in seldom and not (len(rest) == 2 and frequency(rest)):
            score -= 0.9 if at == len(rest) else 0.4
    if size == 1 and name[0] in name_words().hardly_surname:
        score -= 2.5 if frequency(rest) < 20 or len(rest) == 1 else 9.0
    elif name[0] in rare and size == 1:
        score -= 1.1 if len(rest) == 1 else 0.7
    if len(rest) == 2 and rest[1] in "和与及":
        score -= 0.9
    if name[:2] in _words_of_news() or rest in _words_of_news():
        score -= 2.5
    if seen == 0 and all(char not in never for char in rest):
        score += 0.4
    if _RARE_NAME <= seen < _FAMOUS and len(name) == _FULL and name in dictionary_people():
        # 李建国, 王曙光: the dictionary has it as a name.
        return score
    if seen > _RARE_NAME:
        usual = size == 1 and name[0] in _PLAIN_SURNAMES and all(char in given for char in rest)
        score -= 0.4 if usual and seen < _NAMESAKES else 1.0 if seen < 60 else 2.5
    if len(rest) == 2 and frequency(rest) > 400:
        score -= 0.7 if frequency(rest) < _COMMON_WORD else 1.4
    if len(rest) == 2 and frequency(name[:size] + rest[0]) > 800:
        score -= 1.0
    return score


def _starts(page: Page) -> list[int]:
    """Where a Chinese name may begin: at a surname that starts a word, or right behind a title."""
    text, names = page.text, surnames()
    places = []
    for at, char in enumerate(text[:-1]):
        if char not in names and text[at : at + 2] not in names:
            continue
        if page.masked[at]:
            continue
        if page.cut[at] and not _behind_title(page, at):
            continue
        if text[at : at + 2] in name_words().compound_surnames and _behind_title(page, at + 1):
            # 董事长|孙知远, not 董事|长孙知远.
            continue
        if at and text[at - 1 : at + 1] in _words_of_news():
            # 官|宣: a word that the dictionary lacks.
            continue
        places.append(at)
    return places


def _behind_title(page: Page, at: int) -> bool:
    """Whether a whole title ends here: 行销长|白若彤, though 长白 is a word; but not in 师|傅."""
    return page.before(at, 8).endswith(name_words().titles)


def _place(page: Page, start: int, end: int, starts: set[int], ends: set[int]) -> Place:
    text = page.text
    before, after = page.before(start), page.after(end)
    clue = beside(page, start, end)
    score = clue.person - 0.5 * clue.thing
    if _LATIN_IN_BRACKETS.match(after) or _LATIN_BEFORE.search(before):
        score += 3.0
    titled = clue.person >= _TITLED and not page.cut[start] and _behind_title(page, start)
    moves = moves_behind(page, end)
    score += _MOVES * moves
    score -= _cut_at_end(page, end) if titled else (0.0, 0.8, 0.8 if moves else 2.6)[page.cut[end]]
    if titled and text[start] in _ALSO_FUNCTION_WORDS and end - start == _FULL:
        score += _NO_FUNCTION_WORD
    if page.cut[start]:
        score -= 0.5
    if _DESCRIBED_BY_WORK.search(before):
        # 管了多年组件的李文学2023年离职.
        score += 0.9
    if _TAKEN_AWAY.match(text, end) and _OBJECT_BEFORE.search(before):
        # 把百度的骆清扬挖了过来.
        score += 2.0
    if text[start - 1 : start] == "的" and start - 1 in ends:
        # 景顺长城基金的鲍无可: somebody or something of a firm.
        score += 0.5
    if clue.firm - clue.person >= _FIRM_AHEAD and not moves:
        score -= 1.2
    if not before or not _HAN.match(before[-1]) or _DAY_BEFORE.search(before):
        score += 0.6
        if len(item := page.before(start, 6)) < 6 and _ITEM.match(item) and _OPENS_LINE.match(after):
            score += 0.8
        if before.endswith(("、", "，", ",", "：", ":", "“", "「", " ")) or not before:
            score += 0.2
    if not after or not _HAN.match(after[0]) or _LIST_BEHIND.match(after):
        score += 0.6
    if text[end - 1] in "和与及" and after[:1].isascii() and after[:1].isalpha():
        score -= 2.0
    if end - start == 2 and _orphan(page, end):
        score -= 1.5
    if (end in starts or (before.endswith(("、", "和", "与", "及")) and start - 1 in ends)) and clue.person < 2:
        score -= 2.5
    if after and after[0] in _ADVERBS:
        score += 0.5
    if text[end - 1] in "或也又还即亦" and after[:1] in "将会可能":
        # 屈远|或将投奔: the adverb, not the end of a name.
        score -= 3.0
    if text[end - 1] == "申" and after[:1] == "请":
        # 庞康|申请辞去: the verb, not the end of a name.
        score -= 4.0
    if text[end - 1] in "原现曾" and after[:1] in "是任为在":
        # 王刚|原是教授: the adverb, not the end of a name.
        score -= 3.0
    if text[end - 1] == "自" and _WHEN.match(after):
        # 高宏|自去年11月起: the preposition, not the end of a name.
        score -= 5.0
    if text[end - 1] == "为" and _IS.match(after):
        # 王良|为1995年入行的老员工: the verb, not the end of a name.
        score -= 3.0
    if end - start == _FULL and after.startswith("等人"):
        score += 1.0
    if end - start == _FULL and after[:1] in _DONE:
        score -= 1.5
    if text[end - 1] in _NUMERALS and after[:1] in _MEASURES:
        score -= 3.0
    if before and _COUNTED.search(before):
        score -= 1.5
    if text[start - 1 : start] == "《" or text[end : end + 1] == "》":
        score -= 2.5
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start:
        score -= 2.0
    if _HAS_A_POST.match(text, end):
        score += 1.5
    if clue.byline:
        score -= 6.0
    return Place(start, end, score)


_TAKEN_AWAY = re.compile(r"(?:也|都|一并)?(?:给)?(?:挖|请|招|拉|聘|收|揽)(?:了)?(?:过来|过去|走|来|去|进|入|至|到)")
_OBJECT_BEFORE = re.compile(r"(?:把|将)[^,，。;；]{0,12}$")
_DESCRIBED_BY_WORK = re.compile(
    r"(?:接(?:替|任|棒|班|手)(?:他|她|其)?|继任|空降|新来)的$|(?:^|[,，。;；、])(?:主?管|做|带|掌舵|分管|负责|干|跟随|研究)[了过]?[^,，。;；]{1,10}的$"
)
_HAS_A_POST = re.compile(r"的[^,，。;；的]{0,14}?(?:一职|职务|职位|辞呈|辞职|请辞|任职资格|任期|任命)")
"""解除孙知远的行政总裁一职: only people have posts."""
_WHEN = re.compile(r"[\d今去前昨上本]|小|幼|此")
_DAY_BEFORE = re.compile(r"\d{1,4}[年月日号]$")
_IS = re.compile(r"[\d一该本首前现原其当集某两三]|公司|全")


def _cut_at_end(page: Page, end: int) -> float:
    """What it costs to end inside a word of the dictionary; less where another one begins here (于立|国资历: 资历)."""
    if page.cut[end] == 2 and frequency(page.text[end : end + 2]) >= _KNOWN_WORD:
        return 0.8
    return (0.0, 0.8, 2.6)[page.cut[end]]


def _orphan(page: Page, end: int) -> bool:
    """Whether the next character would be left alone though it seldom stands alone: the name goes on."""
    if not page.begins[end] or not page.begins[min(end + 1, len(page.text))]:
        return False
    char = page.text[end : end + 1]
    return bool(_HAN.match(char)) and frequency(char) < _SELDOM_ALONE


def find_chinese(page: Page, taken: bytearray, sure: list[Found]) -> list[Found]:
    """Chinese people that no list has.

    `taken` marks characters that belong to something already known; `sure` are names found without doubt.
    """
    firms = [item for item in sure if item.kind == "organisation"]
    text = page.text
    places: dict[str, list[Place]] = defaultdict(list)
    compounds = name_words().compound_surnames
    firm_starts, firm_ends = {item.start for item in firms}, {item.end for item in firms}
    for start in _starts(page):
        size = 2 if text[start : start + 2] in compounds else 1
        for given in (1, 2):
            end = start + size + given
            if end > len(text) or 1 in taken[start:end] or page.is_masked(start, end):
                continue
            if not all(_HAN.match(char) for char in text[start:end]):
                continue
            places[text[start:end]].append(_place(page, start, end, firm_starts, firm_ends))
    aliases = [
        Found(*match.span(), "person", 3.5, "a false name, said so", match.group())
        for match in _FALSE_NAME.finditer(text)
        if match.group()[1] in surnames() and not page.is_masked(*match.span())
    ]
    aliases += _given_by_title(page, taken)
    scores = {form: _judge(form, at) for form, at in places.items()}
    _settle_length(scores, places)
    vouch_in_lists(page, scores, places, [item for item in sure if item.kind == "person"])
    return aliases + [
        Found(place.start, place.end, "person", 3.0 + min(scores[form], 9.0) / 10, "Chinese name", form)
        for form, at in places.items()
        if scores[form] >= THRESHOLD
        for place in at
        if place.score > -2.0
    ]


def _given_by_title(page: Page, taken: bytearray) -> list[Found]:
    """Chinese names of foreigners, which begin with no surname (总经理泰睿德): three rare characters behind a title."""
    given, never, seldom, _ = _given_chars()
    found = []
    for start, _ in page.words:
        end = start + 3
        form = page.text[start:end]
        if len(form) < 3 or form[0] in surnames() or 1 in taken[start:end] or page.is_masked(start, end):
            continue
        if not all(page.begins[at] for at in (start + 1, start + 2, end)) or not _behind_title(page, start):
            continue
        if any(char in never or char in seldom or not _HAN.match(char) for char in form):
            continue
        usual = sum(char in given or frequency(char) < _SELDOM_ALONE for char in form)
        clue = beside(page, start, end)
        after = page.after(end, 1)
        closed = not after or not _HAN.match(after) or clue.person >= 4.0
        if usual == 3 and closed and clue.person >= 2.5 and clue.firm < 2 and not clue.byline:
            found.append(Found(start, end, "person", 3.1, "name behind a title", form))
    return found


def _judge(form: str, at: list[Place]) -> float:
    """One score for all places of a form: the two best ones count, and that the text keeps naming it."""
    best = sorted((place.score for place in at), reverse=True)
    score = form_score(form) + best[0] + (0.5 * max(best[1], 0.0) if len(best) > 1 else 0.0)
    return score + min(len(best) - 1, 3) * 0.4


def _settle_length(scores: dict[str, float], places: dict[str, list[Place]]) -> None:
    """Of 王佳 and 王佳佳 at the same places keep one: the longer where it always goes on so, else the better one."""
    for form in list(places):
        short = form[:-1]
        if short not in scores or len(form) < 3:
            continue
        always = len(places[form]) == len(places[short])
        often = len(places[form]) >= 2
        if always and often and scores[form] > scores[short] - 2.5:
            scores[short] = -9.0
        elif not always and len(places[short]) > len(places[form]) and scores[short] >= THRESHOLD and not often:
            scores[form] = min(scores[form], -9.0) if scores[form] < scores[short] + 1.5 else scores[form]
        elif scores[form] >= scores[short] - (_THREE_CHARACTERS if always else 0.0):
            if always:
                scores[short] = -9.0
        else:
            scores[form] = -9.0
