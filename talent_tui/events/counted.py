"""Days counted in the sentence itself: four days after A had put in, five months before B left."""

import re
from datetime import date, timedelta

from talent_tui.events.scene import Clause, Scene
from talent_tui.model import DateMention, DateSpan

_DAYS_AFTER = re.compile(r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|a)\s(days?|weeks?)\s(after|before)\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"a": 1} | {word: n for n, word in enumerate(_NUMBERS, 1)}


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def counted_after(scene: Scene, clause: Clause, at: int) -> DateMention | None:
    """On August 22 A did…, four days after B had put in $2 billion: B did it on August 18."""
    if scene.language == "en" and (coarse := _months_after(scene, clause, at)) is not None:
        return coarse
    match = _DAYS_AFTER.search(scene.text, clause.start, at) if scene.language == "en" else None
    earlier = [m for _, m in scene.dates(0, clause.start) if m.value.start is not None and m.value.start == m.value.end]
    if match is None or not earlier or match.start() - clause.start > 6:
        return None
    step = timedelta(days=_number(match[1]) * (7 if match[2].startswith("week") else 1))
    day = earlier[-1].value.start
    assert day is not None
    day = day - step if match[3] == "after" else day + step
    start, end = scene.skeleton.clean_span(match.start(), match.end())
    span = DateSpan(
        day.isoformat(), day, day, scene.words(start, end), "relative", because="counted from the day before it"
    )
    return DateMention(start, end, span)


_MONTHS_AFTER = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|a)\s(months?|years?)\s(?:or so\s)?(after|before)\b"
)


def _months_after(scene: Scene, clause: Clause, at: int) -> DateMention | None:
    """In February 2025, five months after X walked out: about September 2024."""
    match = _MONTHS_AFTER.search(scene.text, clause.start, at)
    earlier = [m.value for _, m in scene.dates(0, clause.start) if m.value.start is not None]
    if match is None or not earlier or match.start() - clause.start > 6:
        return None
    base = earlier[-1].start
    assert base is not None
    count = _number(match[1]) * (-1 if match[3] == "after" else 1)
    start, end = scene.skeleton.clean_span(match.start(), match.end())
    words, because = scene.words(start, end), "counted from the date before it"
    if match[2].startswith("year"):
        year = base.year + count
        span = DateSpan(f"{year}~", date(year, 1, 1), date(year, 12, 31), words, "relative", because=because)
        return DateMention(start, end, span)
    months = base.year * 12 + base.month - 1 + count
    first, then = date(months // 12, months % 12 + 1, 1), date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    span = DateSpan(f"{first:%Y-%m}~", first, then - timedelta(days=1), words, "relative", because=because)
    return DateMention(start, end, span)
