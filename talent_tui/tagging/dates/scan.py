"""One pass from left to right: at each place the longest word wins, be it a date or a word that only looks like one."""

import re
from collections import defaultdict

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates import chinese, english
from talent_tui.tagging.dates.patterns import Rule
from talent_tui.tagging.dates.spec import Calendar, Counted, Expression, Range, Spec, Weekday

_W = date_words()


def _by_first_character() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for first, rule in chinese.RULES:
        for character in sorted(set(first)):
            table[character].append(rule)
    return {character: tuple(rules) for character, rules in table.items()}


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for first, rule in english.RULES:
        for word in dict.fromkeys(first.split()):
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


_CHINESE = _by_first_character()
_ENGLISH = _by_first_word()
_NUMBERS = _ENGLISH["#"]
_STOP = _stop_patterns()
_PHRASES = re.compile(
    r"(?:" + "|".join(re.escape(p) for p in sorted(_W.stop.phrases, key=lambda p: (-len(p), p))) + ")(?![a-z])",
    re.IGNORECASE,
)
_PHRASE_WORDS = frozenset(re.split(r"[ .]", p)[0] for p in _W.stop.phrases)
_ORDINAL = re.compile(
    r"第(?![二三]年|[二三四][天日])[0-9一二三四五六七八九十百]{1,4}(?:个[年月周季天星]|[周届期年月])(?!度)"
)
_SPECIAL = "每逢?？《农阴旧第"
_NUMERALS = "〇零○一二三四五六七八九十廿卅"
_AFTER_DIGITS = frozenset("年月日号天周个季星礼半多世代上下/.-—–~～－―至到、和及QH ' ’sthnrd\u3000")
"""What a number can be followed by in a date; a number of four digits may stand alone."""


def _trigger() -> re.Pattern[str]:
    """Where a date or a word that only looks like one can begin: numbers and words as wholes, else one character.

    Characters that begin no date but a word of the lexicon need that word's second character too.
    """
    rules = {c for c in _CHINESE if not c.isascii()} | set(_SPECIAL)
    seconds: dict[str, set[str]] = defaultdict(set)
    for word in _W.stop.words:
        if word[0] not in rules:
            seconds[word[0]].add(word[1])
    words = "|".join(f"{c}[{re.escape(''.join(sorted(after)))}]" for c, after in sorted(seconds.items()))
    singles = "".join(sorted(rules - set(_NUMERALS)))
    return re.compile(rf"[0-9]+|[A-Za-z]+|[{_NUMERALS}]+|[{re.escape(singles)}]|{words}")


_TRIGGER = _trigger()
_AFTER_NUMERALS = _AFTER_DIGITS | {w[1] for w in _W.stop.words if w[0] in _NUMERALS}
_TITLE = re.compile("《[^《》\n]{1,60}》")
_NOTHING: tuple[Rule, ...] = ()


def scan(text: str) -> list[Expression]:
    """All date expressions of `text`, in order and disjoint, before prefixes, suffixes and ranges are put to them."""
    found: list[Expression] = []
    cursor = 0
    for trigger in _TRIGGER.finditer(text):
        at, end = trigger.span()
        if at < cursor:
            if end <= cursor or text[at] not in _NUMERALS:
                continue
            at = cursor
        first = text[at]
        if "0" <= first <= "9":
            # A run of digits is one number: nothing begins inside it.
            best, cursor = _number(text, at, end), end
        elif first in _NUMERALS:
            best, cursor = _numeral(text, at, end, cursor)
        elif first.isascii() and first != "?":
            best, cursor = _word(text, at, trigger[0].lower(), cursor)
        else:
            best, cursor = _chinese(text, at, cursor)
        if best is not None:
            found.append(best)
            cursor = max(cursor, best.end)
    return found


def _chinese(text: str, at: int, cursor: int) -> tuple[Expression | None, int]:
    """The date at a character, and from where to look on: behind the longer of it and a word that is none."""
    first = text[at]
    stop = 0
    if (pattern := _STOP.get(first)) and (hit := pattern.match(text, at)):
        stop = hit.end()
    if first in _SPECIAL:
        if first in "每逢" and (hit := chinese.RECURRING.match(text, at)):
            stop = max(stop, hit.end())
        elif first in "农阴旧" and (hit := chinese.LUNAR.match(text, at)):
            stop = max(stop, hit.end())
        elif first == "第" and (hit := _ORDINAL.match(text, at)):
            stop = max(stop, hit.end())
        elif first == "《" and (hit := _TITLE.match(text, at)):
            # Titles are names: what looks like a date in them dates the work, if anything.
            return None, hit.end()
    best = _longest(text, at, _CHINESE.get(first, _NOTHING), max(stop, at))
    return best, cursor if best is not None else max(stop, cursor)


def _numeral(text: str, at: int, end: int, cursor: int) -> tuple[Expression | None, int]:
    """The date at a run of Chinese numerals, if what follows them can make one."""
    after = text[end : end + 1]
    if after not in _AFTER_NUMERALS:
        return None, cursor
    best, cursor = _chinese(text, at, cursor)
    if best is None and end - at > 1:
        for inner in range(max(at + 1, end - 3, cursor), end):
            best, cursor = _chinese(text, inner, cursor)
            if best is not None or cursor > inner:
                break
    return best, cursor


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
    if best is not None:
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
        spec = Calendar(month=int(bracket["m"]) if bracket["m"] else None, day=int(bracket["d"]))
    elif isinstance(spec, Calendar) and spec.day is None:
        return found
    return found._replace(end=bracket.end(), spec=spec)


def _number(text: str, at: int, end: int) -> Expression | None:
    """A date that begins with a number, if the number is no part of something longer (a version, an id, money)."""
    if end - at > 4 or (end - at < 4 and text[end : end + 1] not in _AFTER_DIGITS):
        return None
    before = text[at - 1] if at else ""
    if before in ".,:" and at > 1 and text[at - 2].isdigit():
        return None
    if _IDENTIFIER.search(text[max(0, at - 8) : at]):
        return None
    best = _longest(text, at, _CHINESE[text[at]], at)
    if best is not None:
        return best
    if before in "$€£¥#_/-" and before:
        return None
    found = _longest(text, at, _NUMBERS, at)
    if found is None or not _year_stands_alone(text, found):
        return None
    return found._replace(english=True)


_IDENTIFIER = re.compile(r"(?:版本号?|编号|型号|工号|单号|号码|密码|序列号|补丁|[Vv]ersion|[Nn]o\.)[为是:： ]?$")
"""What a number in front of which it stands is: no date."""
_COUNTED_NOUN = re.compile(
    r" (?:[a-z]+ )?(?:employees|people|staff|jobs|stores|users|customers|suppliers|engineers|workers|shares|units|parts|companies|patents|items|models|papers|cars|vehicles|robots|chips|dollars|yuan|yen|miles|km|students|members|rows|tokens|GPUs|hours)\b"
)


def _year_stands_alone(text: str, found: Expression) -> bool:
    """Whether a bare four-digit number is a year: behind a preposition of time, not in front of what it counts."""
    spec = found.spec
    if isinstance(spec, Calendar) and spec.year is not None and spec.month is None and spec.months is None:
        return bool(english.STRONG.search(text[max(0, found.start - 12) : found.start])) and not _COUNTED_NOUN.match(
            text, found.end
        )
    if isinstance(spec, Range):
        return bool(english.PREPOSITION.search(text[max(0, found.start - 12) : found.start])) or text[
            max(0, found.start - 1) : found.start
        ] in ("(", "（")
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
    if at and (text[at - 1].isdigit() or text[at - 1] in "_/@#.-"):
        return None
    if word == "q" and text[max(0, at - 5) : at].endswith(("奥迪", "Audi ")):
        return None
    found = _longest(text, at, rules, at)
    if found is None:
        # 2025年Q3 has been read with its year; a bare Q2 in a Chinese text is read by the same English rule.
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
