"""Chinese organisations by all that stands beside them in the whole text, whatever they are called: 蔚来, 京东, 智谱.

One place seldom tells a firm (加入腾讯) from a word of the language (加入竞争). Each kind of context counts once for a
form, a form that is no word counts more, and a person's verbs count against it.
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.names import name_cues, name_words
from talent_tui.tagging.names.backwards import Back, Word, is_made_up, name_stops
from talent_tui.tagging.names.candidates import Found, count_forms
from talent_tui.tagging.names.chinese import is_chinese_name
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.foreign import is_transliteration
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_LONGEST = 5
_ENOUGH = 2.7
_SURE = 3.6
"""From this score on a form is a firm even where it could be somebody's name."""
_JOINED, _CONTEXT, _ROLE, _NEUTRAL, _BOTH_SIDES, _BOUNDED, _LISTED = 1.5, 1.0, 0.8, 0.4, 2.0, 0.6, 1.0
_RARE = 0.7
_TWO = 2
_LIST_MARK = re.compile(rf"(?<=[{HAN}])、(?=[{HAN}])")
_LIST_ENDS = re.compile(r"[、和与及等，。；]|$")
_ALSO_FIRST = frozenset("大小中上新")
"""Characters that end other names, but begin some, where a single one follows: 大疆, 小鹏, 中芯."""
_OPENS = "从在与和由的被向前原对跟把给让、"


class _Patterns(NamedTuple):
    joined: re.Pattern[str]
    before: re.Pattern[str]
    role: re.Pattern[str]
    after: re.Pattern[str]
    neutral: re.Pattern[str]
    around: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    cues = name_cues()

    def one_of(words: tuple[str, ...]) -> str:
        return f"(?:{any_of(words)})"

    return _Patterns(
        joined=re.compile(
            rf"(?P<cue>{one_of(cues.vote_joined)}|从[^，。；、\n]{{2,12}}?(?:转到|转至|跳到|跳来|来到|转进|去了|进了))了?(?:[^，。；、\n]{{2,10}}?(?:公司|企业|平台|厂商|机构|车企|大厂|巨头))?"
        ),
        before=re.compile(
            rf"(?P<cue>{one_of(cues.vote_before)})了?(?:美国|德国|日本|英国|法国|韩国|荷兰|瑞典|以色列)?"
        ),
        role=re.compile(one_of(cues.vote_role)),
        after=re.compile(
            rf"(?:的?(?:前|原|现任|前任|新任)?(?P<cue>{one_of(cues.vote_after)})"
            rf"|(?:于|在)?(?:\d{{4}}年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?P<dated>登陆|上市|挂牌|敲钟|递表|注册成立|破产)"
            rf"|由[^，。；\n]{{2,14}}?(?P<by>创立|创办|创建|成立))"
        ),
        neutral=re.compile(
            r"(?:也|则|已|将|均|都|随后|当天|昨日|今日|正式|方面|对此|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日){0,3}"
            rf"(?P<cue>{one_of(cues.vote_neutral)})"
        ),
        around=re.compile(rf"(?:从|由|自|在)([{HAN}]{{2,{_LONGEST}}}?){one_of(cues.vote_around)}"),
    )


class _Votes:
    """What speaks for each form: kinds of context with their weights, and where the form stands."""

    def __init__(self) -> None:
        self.kinds: dict[str, dict[str, float]] = defaultdict(dict)
        self.words: dict[str, tuple[Word, ...]] = {}
        self.at: dict[str, set[int]] = defaultdict(set)

    def add(self, form: str, words: list[Word], kind: str, weight: float) -> None:
        self.kinds[form][kind] = max(weight, self.kinds[form].get(kind, 0.0))
        self.words.setdefault(form, tuple(words))
        self.at[form].add(words[0].start)


def find_voted(page: Page, taken: bytearray, known: list[Found]) -> list[Found]:
    """Organisations by votes. `taken` marks what is known already; `known` are names found without doubt."""
    votes = _Votes()
    patterns = _patterns()
    ends, back = dict(page.words), Back(page)
    for pattern, weight in ((patterns.joined, _JOINED), (patterns.before, _CONTEXT)):
        for match in pattern.finditer(page.text):
            _forward(page, taken, ends, match.end(), votes, match["cue"], weight)
    for match in patterns.role.finditer(page.text):
        _forward(page, taken, ends, match.end(), votes, "role", _ROLE)
    for pattern, weight in ((patterns.after, _CONTEXT), (patterns.neutral, _NEUTRAL)):
        for match in pattern.finditer(page.text):
            if page.begins[match.start()] or not _HAN.match(match.group()):
                cue = next(group for group in match.groups() if group)
                _backward(page, taken, back, match.start(), votes, cue, weight)
    for match in patterns.around.finditer(page.text):
        words = _tokens(page, taken, ends, match.start(1), match.end(1))
        if words and words[-1].end == match.end(1):
            votes.add(match[1], words, "around", _BOTH_SIDES)
    _list_members(page, taken, ends, back, votes)
    firm_starts = {item.start for item in known if item.kind == "organisation"}
    firm_ends = {item.end for item in known if item.kind == "organisation"}
    longer = {item.start: item.end for item in known if item.kind == "organisation"}
    counts = count_forms(page.text, votes.kinds)
    scores = {form: _score(page, form, votes, firm_starts, firm_ends, counts) for form in votes.kinds}
    return [
        Found(start, start + len(form), "organisation", 3.95 if scores[form] >= _SURE else 2.7, "words beside it", form)
        for form, at in votes.at.items()
        if scores[form] >= _ENOUGH and not _has_better_part(form, scores)
        for start in at
        if longer.get(start, 0) <= start + len(form)
    ]


def _list_members(page: Page, taken: bytearray, ends: dict[int, int], back: Back, votes: _Votes) -> None:
    """Members of lists (腾讯、阿里巴巴、蚂蚁集团), so that a firm may vouch for those beside it."""
    for match in _LIST_MARK.finditer(page.text):
        right = _tokens(page, taken, ends, match.end(), match.end() + _LONGEST)
        if right and _LIST_ENDS.match(page.text, right[-1].end) and right[-1].end - match.end() >= 2:
            votes.add(page.text[match.end() : right[-1].end], right, "member", 0.0)
        left = [word for word in back.walk(match.start(), _LONGEST) if not taken[word.start]][::-1]
        if not left or match.start() - left[0].start < 2:
            continue
        if not any(_is_stop(page.text[word.start : word.end]) for word in left):
            votes.add(page.text[left[0].start : match.start()], left, "member", 0.0)


def _is_stop(word: str) -> bool:
    never, generic, chars = name_stops()
    return word in never or word in generic or (len(word) == 1 and word in chars) or word in _no_firms()


@cache
def _no_firms() -> frozenset[str]:
    words = name_words()
    return frozenset((*name_cues().vote_never, *words.places, *words.team_stops, *words.bylines))


def _tokens(page: Page, taken: bytearray, ends: dict[int, int], start: int, stop: int) -> list[Word]:
    """The words from an offset on, none of them a stop word, none known, no further than `stop`."""
    words: list[Word] = []
    at = start
    if page.text[at : at + 1] in _ALSO_FIRST and ends.get(at) == at + 1 and ends.get(at + 1) == at + 2:
        words.append(Word(at, at + 1))
        at += 1
    while at < stop and (end := ends.get(at)) is not None and end - start <= _LONGEST:
        if taken[at] or page.masked[at] or _is_stop(page.text[at:end]):
            break
        words.append(Word(at, end))
        at = end
    return words


def _forward(
    page: Page, taken: bytearray, ends: dict[int, int], start: int, votes: _Votes, kind: str, weight: float
) -> None:
    words = _tokens(page, taken, ends, start, start + _LONGEST)
    for size in range(1, len(words) + 1):
        end = words[size - 1].end
        if end - start < 2:
            continue
        following = page.text[end : ends.get(end, end)]
        bounded = not following or _is_stop(following)
        votes.add(page.text[start:end], words[:size], kind, weight)
        if bounded:
            votes.add(page.text[start:end], words[:size], "bounded", _BOUNDED)


def _backward(page: Page, taken: bytearray, back: Back, end: int, votes: _Votes, kind: str, weight: float) -> None:
    words = [word for word in back.walk(end, _LONGEST) if not page.masked[word.start]]
    for size in range(1, len(words) + 1):
        word = words[size - 1]
        text = page.text[word.start : word.end]
        if taken[word.start] or end - word.start > _LONGEST or not _HAN.match(text) or _is_stop(text):
            break
        if end - word.start < 2:
            continue
        form = page.text[word.start : end]
        part = words[:size][::-1]
        votes.add(form, part, kind, weight)
        before = page.text[word.start - 1 : word.start]
        if not before or not _HAN.match(before) or before in _OPENS:
            votes.add(form, part, "bounded", _BOUNDED)


def _newness(page: Page, words: tuple[Word, ...]) -> float:
    """How much a form looks like a name because it is no word, or one that is seldom seen."""
    seen = [frequency(page.text[a:b]) for a, b in words]
    if len(words) > 1:
        if is_made_up(page, list(words)):
            return 1.0
        if is_transliteration("".join(page.text[a:b] for a, b in words)):
            return _RARE
        return 0.3 if min(seen) < 100 and max(seen) < 30_000 else -1.5
    return next((value for limit, value in _SEEN if seen[0] < limit), -1.5)


_SEEN = ((30, 1.0), (120, 0.7), (1000, 0.1), (3000, -0.6), (15_000, -1.2))
"""How often the dictionary has seen a word, and what that says for a name: 华为 373, 公司 45604."""


def _score(page: Page, form: str, votes: _Votes, starts: set[int], ends: set[int], counts: dict[str, int]) -> float:
    kinds = votes.kinds[form]
    at = votes.at[form]
    if form in _no_firms() or form in name_words().generic:
        return 0.0
    listed = any(
        (page.text[start - 1 : start] in "、和与及" and start - 1 in ends)
        or (page.text[start + len(form) : start + len(form) + 1] in "、和与及" and start + len(form) + 1 in starts)
        for start in at
    )
    new = _newness(page, votes.words[form])
    strong = sum(weight for kind, weight in kinds.items() if weight >= _CONTEXT)
    if not strong and listed and new >= _RARE and "member" in kinds:
        return _ENOUGH
    neutral = sum(weight == _NEUTRAL for weight in kinds.values())
    if not strong and (neutral < _TWO or new < _RARE or is_chinese_name(form)):
        return 0.0
    score = sum(kinds.values()) + new + _LISTED * listed + 0.2 * min(counts[form] - 1, 3)
    if score < _ENOUGH:
        return 0.0
    person = max(beside(page, start, start + len(form)).person for start in at)
    if person >= 2.5 and strong < 3.0:
        return 0.0
    return score - 0.4 * max(person - 1.5, 0.0)


def _has_better_part(form: str, scores: dict[str, float]) -> bool:
    """Whether a shorter form inside this one, or a longer one around it, has more votes: 蔚来|担任."""
    parts = (form[a:b] for a in range(len(form)) for b in range(a + 2, len(form) + 1) if b - a < len(form))
    return any(scores.get(part, 0.0) > scores[form] for part in parts)
