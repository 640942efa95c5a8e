"""Foreign names written in Chinese characters: 萨姆·奥尔特曼 with its dot, and 奥尔特曼 without.

Such names use few characters, so a run of them that is no word of the dictionary is a name; whether a person's or a
firm's is for the words beside it to say.
"""

import re
from collections import defaultdict
from functools import cache

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.chinese import surnames
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.page import HAN, Page, frequency

_CHAR = rf"(?![和与及])[{HAN}]"
_MARK = re.compile(rf"(?<=[{HAN}A-Z.])[·-](?=[{HAN}A-Z])")
_INITIALS = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\.?(?=[·-])")
"""Letters that stand for a name: RJ·斯卡林奇, 塞缪尔·L·杰克逊."""
_LEFT = re.compile(rf"(?:{_CHAR}){{1,8}}$")
_RIGHT = re.compile(rf"(?:{_CHAR}){{1,10}}")
_COMMON_WORD = 120
_COMMON_WORD_LEFT = 900
_KIN = re.compile(r"(?:弟弟|哥哥|兄弟|妻子|丈夫|儿子|女儿|父亲|母亲|妹妹|姐姐|前妻|侄子|兄长|胞弟)$")


@cache
def _letters() -> frozenset[str]:
    return frozenset(name_words().transliteration)


def is_transliteration(form: str) -> bool:
    """Whether all characters are ones that foreign names are written with."""
    letters = _letters()
    return all(char in letters or char in "·-" for char in form)


def _words_by_place(page: Page) -> tuple[dict[int, int], dict[int, int]]:
    return dict(page.words), {end: start for start, end in page.words}


def _is_part(form: str) -> bool:
    """Whether a form may be a part of a name with a dot, which has a few characters more (瑞秋·…)."""
    letters = _letters()
    return all(char in letters or char in _BESIDE_A_DOT or char in "·-" for char in form)


_BESIDE_A_DOT = frozenset("秋烈汗各因伍黛歇廉堡墨斐素楚裴倪侯雪坤帝贡姬")


def _reach_right(page: Page, at: int, stop: int, ends: dict[int, int]) -> int:
    """How far a name that begins at `at` goes: word by word while the characters are those of foreign names."""
    first = True
    while at < stop:
        end = min(ends.get(at, at + 1), stop)
        word = page.text[at:end]
        if not _is_part(word):
            prefix = 0
            while first and prefix < len(word) and _is_part(word[prefix]):
                prefix += 1
            return at + prefix if first and prefix >= 2 and frequency(word) < _COMMON_WORD else at
        if not first and len(word) > 1 and frequency(word) >= _COMMON_WORD:
            return at
        at, first = end, False
    return at


def _reach_left(page: Page, end: int, stop: int, starts: dict[int, int]) -> int:
    at, first = end, True
    while at > stop:
        start = max(starts.get(at, at - 1), stop)
        word = page.text[start:at]
        if not _is_part(word) or (not first and len(word) > 1 and frequency(word) >= _COMMON_WORD_LEFT):
            while first and at > start and _is_part(page.text[at - 1]):
                at -= 1
            return at
        at, first = start, False
    return at


def find_dotted(page: Page, taken: bytearray) -> list[Found]:
    """Names with a middle dot: 萨姆·奥尔特曼, 亚历山大·王, 阿里尔·赫伯特-沃斯."""
    places = _words_by_place(page)
    found = []
    done = 0
    for mark in _MARK.finditer(page.text):
        if mark.start() < done:
            continue
        start, end = _dotted_name(page, mark.start(), done, taken, places)
        if end <= mark.end() or "·" not in page.text[start:end] or 1 in taken[start:end] or page.is_masked(start, end):
            continue
        done = end
        clue = beside(page, start, end)
        if not clue.byline:
            found.append(Found(start, end, "person", 4.0, "foreign name with a dot", page.text[start:end]))
    return found


_MOST_PARTS = 6
"""Parts of a name behind its first one: no name has more, and a line of hyphens has no end."""


def _dotted_name(
    page: Page, mark: int, done: int, taken: bytearray, places: tuple[dict[int, int], dict[int, int]]
) -> tuple[int, int]:
    """Where the name around a dot or hyphen begins and ends; its end is the mark where there is none."""
    text = page.text
    ends, starts = places
    head = page.before(mark, 8)
    if initials := re.search(r"(?<![A-Za-z])[A-Z]{1,2}\.?$", head):
        start = mark - len(initials.group())
    elif run := _LEFT.search(head):
        first = max(mark - len(run.group()), done)
        limit = max((at + 1 for at in range(first, mark) if taken[at]), default=first)
        start = _reach_left(page, mark, limit, starts)
    else:
        start = mark
    if start >= mark:
        return mark, mark
    end = mark
    for _ in range(_MOST_PARTS):
        reach = _part_end(page, end + 1, ends) if text[end : end + 1] in ("·", "-") else end
        if reach <= end + 1:
            break
        end = reach
    return start, end


def _part_end(page: Page, at: int, ends: dict[int, int]) -> int:
    """Where a part of a name ends that begins behind a dot or a hyphen: letters, or characters of foreign names."""
    if initials := _INITIALS.match(page.text, at):
        return initials.end()
    run = _RIGHT.match(page.text, at)
    reach = _reach_right(page, at, run.end(), ends) if run else at
    if reach == at and page.text[at : at + 1] in surnames() and _ENDS_HERE.match(page.text, at + 1):
        # 戴维·刘与…: a Chinese surname behind a foreign given name.
        return at + 1
    return reach


_ENDS_HERE = re.compile(rf"[^{HAN}]|$|[与和及跟同则将已曾也都又的在从由等]")
_INITIALS_FIRST = re.compile(rf"(?<![A-Za-z.])(?:[A-Z]\.){{1,3}}(?=[{HAN}])")


def find_initialled(page: Page, taken: bytearray) -> list[Found]:
    """Names that begin with letters and have no dot in the middle: P.B.巴拉吉."""
    ends, _ = _words_by_place(page)
    found = []
    for letters in _INITIALS_FIRST.finditer(page.text):
        start, end = letters.start(), _part_end(page, letters.end(), ends)
        if end - letters.end() < 2 or 1 in taken[start:end] or page.is_masked(start, end):
            continue
        clue = beside(page, start, end)
        if clue.person >= clue.firm:
            found.append(Found(start, end, "person", 4.0, "foreign name with initials", page.text[start:end]))
    return found


def find_undotted(page: Page, taken: bytearray) -> list[Found]:
    """Runs of characters of foreign names without a dot that are no words: 扎克伯格, 奥尔特曼; 杰克 behind 弟弟."""
    runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    words = list(page.words)
    index = 0
    while index < len(words):
        start, end = words[index]
        index += 1
        word = page.text[start:end]
        if not is_transliteration(word) or taken[start] or (len(word) > 1 and frequency(word) >= _COMMON_WORD):
            if is_transliteration(word) and len(word) >= 2 and _KIN.search(page.before(start, 4)) and not taken[start]:
                runs[word].append((start, end))
            continue
        while index < len(words) and words[index][0] == end:
            following = page.text[words[index][0] : words[index][1]]
            if not is_transliteration(following) or taken[words[index][0]]:
                break
            if len(following) > 1 and frequency(following) >= _COMMON_WORD:
                break
            end = words[index][1]
            index += 1
        form = page.text[start:end]
        if 3 <= len(form) <= 7 or (len(form) == 2 and _KIN.search(page.before(start, 4)) and not _goes_on(page, end)):
            runs[form].append((start, end))
    return [item for form, places in runs.items() for item in _judge(page, form, places)]


def _goes_on(page: Page, end: int) -> bool:
    """Whether a Chinese name may go on here with one more character: 女儿高海|纯."""
    return bool(page.begins[end]) and page.text[end : end + 1] in name_words().given


def _judge(page: Page, form: str, places: list[tuple[int, int]]) -> list[Found]:
    person = firm = 0.0
    for start, end in places:
        if page.is_masked(start, end):
            return []
        clue = beside(page, start, end)
        kin = 3.0 if _KIN.search(page.before(start, 4)) else 0.0
        person += min(clue.person, 3.0) + kin
        firm += clue.firm if clue.firm >= 2 else 0.0
    if firm >= 2 and firm > person:
        return [Found(a, b, "organisation", 3.0, "foreign name of a firm", form) for a, b in places]
    if person >= 1.5 and (len(places) > 1 or person >= 2.5):
        return [Found(a, b, "person", 3.95, "foreign name", form) for a, b in places]
    return []
