"""One pass from left to right: at each place the longest word wins, be it a date or a word that only looks like one."""

import re
from collections import defaultdict

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates import chinese, english
from talent_tui.tagging.dates.patterns import DIGITS, NUMERALS, Rule
from talent_tui.tagging.dates.spec import Calendar, Counted, Expression, Range, Spec, Weekday

_W = date_words()


def _by_beginning() -> dict[str, tuple[Rule, ...]]:
    """The Chinese rules for each character, and for each two characters that only some begin with.

    Without those for what follows a number.
    """
    rules = [rule for rule in chinese.RULES if not (rule.after and rule.first <= _NUMBER_CHARACTERS)]
    beginnings = sorted({first for rule in rules for first in rule.first if first not in _NUMBER_CHARACTERS})
    return {
        beginning: tuple(rule for rule in rules if beginning in rule.first or beginning[0] in rule.first)
        for beginning in beginnings
    }


def _by_number() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """The Chinese rules for each first character of a number and the character behind the number."""
    table: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in chinese.RULES:
        for character in sorted(rule.first & _NUMBER_CHARACTERS):
            for after in sorted(set(rule.after)):
                table[character, after].append(rule)
    return {key: tuple(rules) for key, rules in table.items()}


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for rule in english.RULES:
        for word in sorted(rule.first):
            table[word].append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


def _stop_patterns() -> dict[str, re.Pattern[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word in _W.stop.words:
        table[word[0]].append(word)
    return {
        first: re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))
        for first, words in table.items()
    }


_NUMBER_CHARACTERS = frozenset(DIGITS + NUMERALS)
_CHINESE = _by_beginning()
_RULES_BY_NUMBER = _by_number()
_ENGLISH = _by_first_word()
_ENGLISH_NUMBERS = _ENGLISH["#"]
_STOP = _stop_patterns()
_PHRASES = re.compile(
    r"(?:" + "|".join(re.escape(p) for p in sorted(_W.stop.phrases, key=lambda p: (-len(p), p))) + ")(?![a-z])",
    re.IGNORECASE,
)
_PHRASE_WORDS = frozenset(re.split(r"[ .]", p)[0] for p in _W.stop.phrases)
_WORDS = _PHRASE_WORDS | _ENGLISH.keys() | {"every", "each"}
_SPECIAL = "每逢?？《农阴旧第"
_STOPS = frozenset(word[:2] for word in _W.stop.words)
_SINGLES = "".join(sorted(({b[0] for b in (*_CHINESE, *_STOP)} | set(_SPECIAL)) - _NUMBER_CHARACTERS))
_LIST = 16
"""Characters: how far before its 等 the last mark of a list stands."""


def _beginnings() -> str:
    """A pattern for the one or two characters that a date, or a word that only looks like one, can begin with."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for beginning in (*_CHINESE, *_STOPS):
        if beginning[0] in _SINGLES:
            seconds[beginning[0]].add(beginning[1:])
    alone = {first for first in _SINGLES if first in _SPECIAL or "" in seconds[first]}
    by_seconds: dict[str, list[str]] = defaultdict(list)
    for first in sorted(seconds.keys() - alone):
        by_seconds["".join(sorted(seconds[first]))].append(first)
    paired = (f"[{re.escape(''.join(firsts))}](?=[{re.escape(second)}])" for second, firsts in by_seconds.items())
    return "|".join((f"[{re.escape(''.join(sorted(alone)))}]", *paired))


_TRIGGER = re.compile(rf"[0-9]+|[A-Za-z]+|[{NUMERALS}]+|(?=[{re.escape(_SINGLES)}])(?:{_beginnings()})")
"""Where a date or a word that only looks like one can begin: numbers and Latin words as wholes, else one character."""


def scan(text: str) -> list[Expression]:
    """All date expressions of `text`, in order and disjoint, before prefixes, suffixes and ranges are put to them."""
    found: list[Expression] = []
    cursor = 0
    for trigger in _TRIGGER.finditer(text):
        at, end = trigger.span()
        if at < cursor:
            if end <= cursor or text[at] not in NUMERALS:
                continue
            at = cursor
        first = text[at]
        best: Expression | None = None
        if "0" <= first <= "9":
            # A run of digits is one number: nothing begins inside it.
            best, cursor = _number(text, at, end), end
        elif first.isascii() and first != "?":
            word = trigger[0].lower()
            if word in _WORDS:
                best, cursor = _word(text, at, word, cursor)
        elif first in NUMERALS:
            best, cursor = _numeral(text, at, end, cursor)
        else:
            two = text[at : at + 2]
            rules = _CHINESE.get(two) or _CHINESE.get(first)
            if rules or two in _STOPS or first in _SPECIAL:
                best, cursor = _chinese(text, at, rules or (), cursor)
        if best is not None:
            found.append(best)
            cursor = max(cursor, best.end)
    return found


def _chinese(text: str, at: int, rules: tuple[Rule, ...], cursor: int) -> tuple[Expression | None, int]:
    """The date at a character, and from where to look on: behind the longer of it and a word that is none."""
    first = text[at]
    stop = 0
    if first == "上" and chinese.LASTING.match(text, at) and not _ends_list(text, at):
        return None, at + 1
    if (pattern := _STOP.get(first)) and (hit := pattern.match(text, at)):
        stop = hit.end()
    if first in _SPECIAL:
        if first == "《":
            title = chinese.TITLE.match(text, at)
            return None, title.end() if title else cursor
        name = chinese.RECURRING if first in "每逢" else chinese.ORDINAL if first == "第" else chinese.LUNAR
        if hit := name.match(text, at):
            stop = max(stop, hit.end())
    best = _longest(text, at, rules, max(stop, at))
    return best, cursor if best is not None else max(stop, cursor)


def _ends_list(text: str, at: int) -> bool:
    """Whether 等 in front of `at` closes a list (三家、四家等) rather than waits."""
    return text[at - 1] == "等" and "、" in text[max(0, at - _LIST) : at]


def _numeral(text: str, at: int, end: int, cursor: int) -> tuple[Expression | None, int]:
    """The date at a run of Chinese numerals, by what follows them: it may begin with one of the last of them."""
    after = text[end : end + 1]
    for start in (at, *range(max(at + 1, end - 3), end)):
        if start < cursor:
            continue
        rules = _RULES_BY_NUMBER.get((text[start], after), ())
        if rules or text[start : start + 2] in _STOPS:
            best, cursor = _chinese(text, start, rules, cursor)
            if best is not None:
                return best, cursor
    return None, cursor


def _longest(text: str, at: int, rules: tuple[Rule, ...], floor: int) -> Expression | None:
    """The rule that matches furthest, if further than `floor`; of equals the first."""
    best: Expression | None = None
    for rule in rules:
        match = rule.pattern.match(text, at)
        if match and match.end() > floor and (spec := rule.build(match)) is not None:
            end = match.end()
            while text[end - 1] in " \u3000":
                end -= 1
            best = Expression(at, end, spec, bool(rule.needs_antecedent) and match[0].startswith(rule.needs_antecedent))
            floor = end
    if best is not None and text[best.end : best.end + 2].lstrip()[:1] in ("(", "（"):
        best = _with_bracket(text, best)
    return best


def _with_bracket(text: str, found: Expression) -> Expression:
    """Take in a weekday or a day number in brackets: 6月26日（周四）, 周四（26日）."""
    bracket = chinese.BRACKET.match(text, found.end)
    if bracket is None:
        return found
    spec: Spec = found.spec
    if bracket["d"]:
        if not isinstance(spec, Weekday | Counted) or not 1 <= int(bracket["d"]) <= 31:
            return found
        year, month = (int(bracket[part]) if bracket[part] else None for part in ("y", "m"))
        # 上周五（21日） is counted from publication, whatever month the line has named; 周五（21日） need not be.
        near = month is None and (isinstance(spec, Counted) or spec.week is not None)
        spec = Calendar(year=year, month=month, day=int(bracket["d"]), nearest="before" if near else None)
    elif isinstance(spec, Calendar) and spec.day is None:
        return found
    return found._replace(end=bracket.end(), spec=spec)


def _number(text: str, at: int, end: int) -> Expression | None:
    """A date that begins with a number, if the number is no part of something longer (a version, an id, money)."""
    after = text[end : end + 1]
    rules = _RULES_BY_NUMBER.get((text[at], after), ())
    latin = end - at == 4 or after in _AFTER_ENGLISH_NUMBER
    if end - at > 4 or not (rules or latin):
        return None
    before = text[at - 1] if at else " "
    if (before in ".,:" and text[max(0, at - 2)].isdigit()) or (
        before in _BEFORE_IDENTIFIED and _IDENTIFIER.search(text[max(0, at - 8) : at])
    ):
        return None
    best = _longest(text, at, rules, at)
    if best is not None or not latin or before in "$€£¥#_/-":
        return best
    found = _longest(text, at, _ENGLISH_NUMBERS, at)
    return found._replace(english=True) if found is not None and _year_stands_alone(text, found) else None


_BEFORE_IDENTIFIED = frozenset("号本码列丁型n. 为是:：")
_AFTER_ENGLISH_NUMBER = frozenset(" sthnrdQ-–—")
_IDENTIFIER = re.compile(r"(?:版本号?|编号|型号|工号|单号|号码|密码|序列号|补丁|[Vv]ersion|[Nn]o\.)[为是:： ]?$")
"""What a number in front of which it stands is: no date."""


def _year_stands_alone(text: str, found: Expression) -> bool:
    """Whether a bare four-digit number is a year: behind a preposition of time, not in front of what it counts."""
    spec, before = found.spec, text[max(0, found.start - 12) : found.start]
    if isinstance(spec, Range):
        return before[-1:] in ("(", "（") or bool(english.PREPOSITION.search(before))
    if isinstance(spec, Calendar) and spec.year is not None and spec.month is None and spec.months is None:
        counts = english.COUNTED_NOUN.match(text, found.end)
        return counts is None and bool(english.YEAR_PREPOSITION.search(before))
    return True


def _word(text: str, at: int, word: str, cursor: int) -> tuple[Expression | None, int]:
    """The date at an English word, or a quarter or half (Q2, H1) in any text, and from where to look on."""
    if word in _PHRASE_WORDS and (phrase := _PHRASES.match(text, at)):
        return None, phrase.end()
    if word in ("every", "each") and (phrase := english.RECURRING.match(text, at)):
        return None, phrase.end()
    rules = _ENGLISH.get(word)
    return (None if rules is None else _english(text, at, word, rules)), cursor


def _english(text: str, at: int, word: str, rules: tuple[Rule, ...]) -> Expression | None:
    if at and (text[at - 1].isdigit() or text[at - 1] in "_/@#.-") and not _is_end_of_range(text, at, word):
        return None
    if word == "q" and text[max(0, at - 5) : at].endswith(("奥迪", "Audi ")):
        return None
    found = _longest(text, at, rules, at)
    if found is None or _is_fiscal(text, found):
        return None
    spec = found.spec
    if isinstance(spec, Calendar) and spec.month is not None and spec.day is None and spec.days is None:
        bare = spec.year is None and spec.year_shift is None and spec.nearest is None
        if bare and not _month_stands_alone(text, at, found.end):
            return None
    if isinstance(spec, Weekday) and english.NOT_A_WEEKDAY.search(text[max(0, at - 8) : at]):
        return None
    named = isinstance(spec, Calendar | Counted) and spec.named
    return found._replace(english=True, needs_antecedent=named)


def _is_end_of_range(text: str, at: int, word: str) -> bool:
    """Whether a month stands behind the hyphen of a range of days: June 28-July 2."""
    return text[at - 1] == "-" and text[max(0, at - 2) : at - 1].isdigit() and word in _W.english.months


def _is_fiscal(text: str, found: Expression) -> bool:
    """Whether a quarter or half is one of a financial year, whose months nobody knows."""
    part = isinstance(found.spec, Calendar) and found.spec.months is not None
    return part and text[max(0, found.start - 7) : found.start - 1].lower() == "fiscal"


def _month_stands_alone(text: str, at: int, end: int) -> bool:
    """Whether a month without day or year is one: behind a preposition, or no name and not followed by one."""
    before = text[max(0, at - 12) : at]
    follows = re.match(r" [A-Z]|[a-z]", text[end : end + 2])
    if english.PREPOSITION.search(before) or (english.WEAK_PREPOSITION.search(before) and not follows):
        return True
    word = text[at:end]
    if (
        word.startswith(("May", "March", "Mar", "Jan", "Jun.", "Dec.", "Sep", "Oct", "Nov", "Apr", "Aug."))
        and len(word) < 6
    ):
        return False
    return not follows
