"""Chinese organisations by their neighbours: 一家名为“沉木”的公司, 加入砺帆, 砺芯创始人."""

import re
from collections import defaultdict

from talent_tui.tagging.names.backwards import Back, Word, is_made_up, is_rare, name_stops
from talent_tui.tagging.names.candidates import Found, count_forms
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_COMMON = 1000
_TRIGGER_AFTER = re.compile(
    r"(?:的?(?:首席|董事长|前高管|发言人)|的[^，。的]{0,4}(?:主管|总监|经理|工程师)|完成|获得?(?=[^，。]{0,12}(?:投资|融资))|的?(?:联合)?(?:创始人|创办人)|CEO|CTO|董事长|首席执行官|首席技术官|首席科学家|总裁|来到|跳槽|干了|待了|宣布|公告|员工|的员工|公司|高管|前高管|董事会)"
)
_DESCRIBES = re.compile(r"公司|企业|品牌|平台|厂商")
_OPENERS = "从在前原由与和向对"
_LISTED = re.compile(r"[、和与及或]")
_LIST_GOES_ON = re.compile(r"[、和与及等的，。]")
_TRIGGER_BEFORE = re.compile(
    r"(?:成立|另立|创设|加入|入职|跳槽到|跳槽至|转投|加盟|创办了?|创立了?|离开|任职于|就职于|供职于|来自|收购了?|投资了?|品牌|平台|公司|企业|新创|初创|创企)[“「]?"
)


_KIND = r"(?:公司|企业|品牌|平台|工作室|实验室|机构|基金|初创|厂商|独角兽|车企|巨头|媒体|连锁店|游戏厂)"
_NAME = rf"([{HAN}A-Za-z0-9]{{2,10}})"
_SHORT_NAME = rf"([{HAN}A-Za-z0-9]{{2,6}})"
_SHORT_HAN = rf"[{HAN}]{{2,6}}"
_CALLED = re.compile(
    rf"(?:名为|名叫|叫做|取名|命名为)(?:[“「]{_NAME}[”」]|([{HAN}]{{2,6}}?))的[{HAN}]{{0,8}}?{_KIND}"
    rf"|{_KIND}[，,](?:名字?|取名|起名)?叫(?:作|做)?({_SHORT_HAN})(?=[。，,；;])"
    rf"|{_KIND}[，,]?(?:取名|定名|命名|名|暂定名)(?:为|叫)?[“「]{_NAME}[”」]"
    rf"|(?:公司|企业|品牌|(?:电商|出行|招聘|社交|打车|外卖|交易)平台|工作室|基金|独角兽|车企|厂商|新创)[“「]{_SHORT_NAME}[”」]"
    rf"|(?:创办|创立|创建)了?[{HAN}]{{2,10}}?(?:应用|平台|网站|社区|软件|App|APP|品牌|公司|工作室)"
    rf"([A-Za-z][A-Za-z0-9.]{{2,20}}|[{HAN}]{{2,5}})(?=[，。,；;、]|$)"
)


def find_called(page: Page, taken: bytearray) -> list[Found]:
    """Names that the text introduces as such: 一家名为“沉木”的公司, 新品牌“木日”."""
    found = []
    for match in _CALLED.finditer(page.text):
        start, end = match.span(match.lastindex or 0)
        if 1 not in taken[start:end] and not page.is_masked(start, end):
            found.append(Found(start, end, "organisation", 3.5, "called so in the text", page.text[start:end]))
    return found


def _newness(page: Page, words: list[Word]) -> float:
    """1 for words that are none of the language, less for words that are seldom seen, 0 for common ones."""
    if any(len(word := page.text[a:b]) > 1 and frequency(word) >= _COMMON for a, b in words):
        return 0.0
    if is_made_up(page, words):
        return 1.0
    return 0.7 if len(words) == 1 and is_rare(page, words[0]) else 0.0


def find_by_neighbour(page: Page, taken: bytearray, back: Back, firm_ends: set[int]) -> list[Found]:
    """Short made-up names in front of a title or behind a verb that asks for a firm."""
    text = page.text
    never, generic, chars = name_stops()
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
            words.append(Word(at, ends[at]))
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
