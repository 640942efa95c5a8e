"""Times in plain figures, which need no grammar of dates: `2025`, `2025-06`, `2025/6/28`, `2025-06..2025-08`."""

import re
from collections.abc import Sequence
from datetime import date

from talent_tui.model.days import unit_days

Days = tuple[date | None, date | None]
"""First and last day, both included; None on an open side."""

_PLAIN = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?")
_RANGE = re.compile(r"\.\.|(?<=\d{4}-\d\d-\d\d)/|(?<=\d{4}-\d\d)/(?=\d{4})")
_YEARS = range(1900, 2100)

_CHINESE_WORDS = re.compile(
    r"(?!\d+$)[\d一二三四五六七八九十零〇两年月日号周週星期礼拜禮天上下本这這去今前后後昨明初中底末旬季度春夏秋冬半个個早晚间間]{2,}"
)
_COUNT = re.compile(r"\d{1,4}(?:st|nd|rd|th)?,?")
_FILLERS = frozenset(("of", "the", "a", "ago", "early", "late", "mid", "last", "this", "next", "past"))
_TIME_WORD = re.compile(
    r"yesterday|today|spring|summer|autumn|fall|winter|(?:day|week|weekend|month|year|quarter)s?|q[1-4]|h[12]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mid|early|late)-\w+",
    re.IGNORECASE,
)


def plain_days(text: str) -> Days | None:
    """The days of a plain year, month, day or `A..B` of these; None for anything else, impossible days too."""
    parts = _RANGE.split(text.strip())
    if len(parts) == 1:
        return _one(parts[0])
    if len(parts) != 2:
        return None
    low = _one(parts[0]) if parts[0].strip() else (None, None)
    high = _one(parts[1]) if parts[1].strip() else (None, None)
    if low is None or high is None:
        return None
    start, end = low[0], high[1]
    if (start is None and end is None) or (start is not None and end is not None and start > end):
        return None
    return start, end


def may_be_time(words: Sequence[str]) -> bool:
    """Whether a person who types these words may mean a time, so that the grammar of dates is worth its cost."""
    if any(_CHINESE_WORDS.fullmatch(word) for word in words):
        return all(_CHINESE_WORDS.fullmatch(word) or _COUNT.fullmatch(word) for word in words)
    plain = [_COUNT.fullmatch(word) is not None or word.lower() in _FILLERS for word in words]
    named = [_TIME_WORD.fullmatch(word.rstrip(",")) is not None for word in words]
    return any(named) and all(p or n for p, n in zip(plain, named, strict=True))


def _one(text: str) -> Days | None:
    found = _PLAIN.fullmatch(text.strip())
    groups = (found[1], found[3], found[4]) if found else None
    if groups is None:
        chinese = _CHINESE.fullmatch(text.strip())
        if chinese is None:
            return None
        groups = (chinese[1], chinese[2], chinese[3])
    year, month, day = (int(part) if part else None for part in groups)
    assert year is not None
    if year not in _YEARS:
        return None
    try:
        return unit_days(year, month, day)
    except ValueError:
        return None
