"""Figures that are no sums and no dates (how many people, shops, times, per cent), and titles, with their places."""

import re
from functools import cache
from typing import Final, NamedTuple

from talent_tui.lexicon.numerals import NUMBER, number
from talent_tui.lexicon.posts import posts_in
from talent_tui.lexicon.roles import roles

_UNITS: Final = {
    "people": "人|名|位|员工|职员",
    "times": "倍",
    "percent": "%|％|个百分点",
    "tenths": "成",
    "age": "岁",
    "months": "个月",
    "weeks": "周",
    "days": "天|日",
    "years": "年",
    "shops": "家[^，。,]{0,3}店|间[^，。,]{0,3}店",
    "teams": "个[^，。,人]{0,4}(?:团队|部门|小组|部分)|支[^，。,]{0,4}(?:团队|队伍)",
}  # fmt: skip
_ENGLISH_UNITS: Final = {
    "times": r"times|-?fold",
    "percent": r"%|per ?cent",
    "age": r"(?:-| )years?[ -]old",
    "years": r"[ -]years?",
    "months": r"[ -]months?",
    "weeks": r"[ -]weeks?",
    "days": r"[ -]days?",
    "shops": r"(?:[a-z'-]+ ){0,4}?(?:shops?|stores?|outlets)",
    "teams": r"(?:[a-z'-]+ ){0,3}?(?:teams?|parts|units|divisions|groups)",
}
_WORDS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ENGLISH: Final = {word: n for n, word in enumerate(_WORDS, 1)} | {
    word: n * 10 for n, word in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 3)
}
_ENGLISH_NUMBER: Final = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(sorted(_ENGLISH, key=len, reverse=True))}"
_TITLE_LENGTH: Final = 14


THINGS: Final = "things: "
"""Begins the kind of what an English plural counts."""


class Figure(NamedTuple):
    """A number of something. `kind` says of what, so that only like is held against like."""

    start: int
    end: int
    kind: str
    value: float


class Title(NamedTuple):
    """A title and the posts that it names."""

    start: int
    end: int
    posts: frozenset[str]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    chinese_people = "|".join(sorted(map(re.escape, roles("zh").people), key=len, reverse=True))
    units = {**_UNITS, "people": rf"{_UNITS['people']}|个(?:{chinese_people})|个[^，。,的]{{0,6}}(?:{chinese_people})"}
    chinese = "|".join(f"(?P<{kind}>{unit})" for kind, unit in units.items())
    people = "|".join(sorted({*map(re.escape, roles("en").people), "people", "jobs", "staff"}, key=len, reverse=True))
    english = "|".join(f"(?P<{kind}>{unit})" for kind, unit in _ENGLISH_UNITS.items())
    return (
        re.compile(rf"(?P<number>{NUMBER})[多余来]?\s?(?:{chinese})"),
        re.compile(
            rf"(?<![\w.,$£€¥-])(?P<number>{_ENGLISH_NUMBER})\s?(?:(?:{english})"
            rf"|(?P<people>(?:[a-z'-]+ ){{0,3}}?(?:{people}))|(?:[a-z'-]+ )?(?P<thing>[a-z]{{3,}}s)|(?P<bare>))"
            r"(?![a-z])"
        ),
    )


def figures_in(text: str) -> list[Figure]:
    """The counted things of a text (simplified script, lower case) whose sums and dates were blanked out."""
    chinese, english = _patterns()
    found = []
    for pattern, english_too in ((chinese, False), (english, True)):
        for match in pattern.finditer(text):
            words = match["number"]
            value = _ENGLISH.get(words) or (float(words.replace(",", "")) if english_too else number(words))
            kind = next(k for k, v in match.groupdict().items() if k != "number" and v is not None)
            if value is None or kind == "bare":
                continue
            if kind == "thing":
                kind = f"{THINGS}{match['thing']}"
            if kind == "tenths":
                kind, value = "percent", value * 10
            found.append(Figure(match.start(), match.end(), kind, float(value)))
    return found


_TITLE: Final = re.compile(
    r"首席[^，。、；：,;:的和与在是为从（(\s]{1,10}?(?:官|师|家|长)|(?:财务|技术|执行|营运|运营|行销|营销|产品|人资|策略|资讯|信息)长"
    r"|总编辑|主编|总经理|董事长|主席|行政总裁|联席总裁|副总裁|总裁|合伙人|制作人"
    r"|(?<![a-z])(?:chief [a-z]+(?: intelligence)? officer|chief ai officer|chief (?:executive|scientist|economist)"
    r"|finance chief|editor-in-chief|chair(?:man|woman)|general manager|vice[ -]president|president|partner"
    r"|ceo|cfo|coo|cto|cmo|cpo|cro)(?![a-z])"
)
"""Titles that name a post: a head, a leader or a researcher may be anybody's word for somebody."""


def titles_in(text: str) -> list[Title]:
    """The titles in a text (simplified script, lower case)."""
    found = []
    for match in _TITLE.finditer(text):
        posts = posts_in(match.group().replace("-", " "))
        if posts:
            found.append(Title(match.start(), match.end(), posts))
    return found
