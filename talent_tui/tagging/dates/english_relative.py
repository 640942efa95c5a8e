"""English dates that count from another day: yesterday, last Thursday, two years ago, the following day, so far."""

import re

from talent_tui.lexicon.dates import Unit, date_words
from talent_tui.tagging.dates.english_calendar import (
    MONTH,
    PART_WORDS,
    PARTS_OF_MONTH,
    PARTS_OF_YEAR,
    SEASON,
    SHIFTS,
    count_of,
    month_number,
    part_of,
    rule,
)
from talent_tui.tagging.dates.patterns import Rule, words
from talent_tui.tagging.dates.spec import (
    WEEKEND,
    Calendar,
    Counted,
    PartSoFar,
    Past,
    Recent,
    Spec,
    Vague,
    Weekday,
)

_W = date_words().english

_SEVERAL = frozenset({"several", "a few", "few", "a couple of", "a couple", "many", "some"})
_NUMBER = rf"(?P<n>[0-9]{{1,3}}|{words(_W.numbers)}|{words(_SEVERAL)})"
_WEEKDAY = rf"(?P<wd>{'|'.join(name.capitalize() for name in sorted(_W.weekdays))})(?![A-Za-z]|\.[a-z])"
_PART = r"(?:(?P<part>early|late|mid|(?:the )?(?:end|start|beginning|middle) of)[ -])?"
_UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("year", 1),
    "decade": ("year", 10),
}


def _unit_of(match: re.Match[str]) -> tuple[Unit, int]:
    return _UNITS[match["unit"].lower()]


def _nearest_month(match: re.Match[str]) -> Spec:
    """last December, this June, next March."""
    month, word = month_number(match["mon"]), match["rel"].lower().split()[-1]
    if word == "this":
        return Calendar(month=month, year_shift=0)
    return Calendar(month=month, nearest="before" if word in ("last", "past") else "after")


def _relative(match: re.Match[str]) -> Spec | None:
    """last week, this past month, early next year, last summer."""
    rel, unit, part = match["rel"].lower(), match["unit"].lower(), match["part"]
    shift = SHIFTS[rel.split()[-1]]
    if rel.endswith("past") and unit in _UNITS:
        return Past(*_UNITS[unit])
    if unit == "year":
        return Calendar(year_shift=shift, months=PARTS_OF_YEAR[part_of(part)] if part else None)
    if unit == "month":
        return Calendar(month_shift=shift, days=PARTS_OF_MONTH[part_of(part)] if part else None)
    if unit == "quarter":
        return Calendar(months=(1, 3), unit_shift=shift)
    if unit == "weekend":
        return Weekday(WEEKEND, shift)
    if unit == "week":
        return Counted("week", shift)
    return Calendar(year_shift=shift, months=_W.seasons[unit])


def _current(unit: str) -> Calendar | Counted:
    if unit == "year":
        return Calendar(year_shift=0)
    if unit == "month":
        return Calendar(month_shift=0)
    return Calendar(months=(1, 3), unit_shift=0) if unit == "quarter" else Counted("week", 0)


def _ago(match: re.Match[str]) -> Spec | None:
    """two years ago, three days later, a week earlier; several months ago claims no day."""
    if match["n"].lower() in _SEVERAL:
        return Vague()
    unit, factor = _unit_of(match)
    way = match["way"].lower()
    ahead = way in ("later", "from now", "hence") or way.startswith("after")
    count = count_of(match["n"]) * factor * (1 if ahead else -1)
    loose = way not in ("ago", "from now", "hence")
    if match["half"]:
        months = 12 * count + (6 if count > 0 else -6)
        return Counted("month", months, loose=loose, approximate=True) if unit == "year" else None
    return Counted(unit, count, loose=loose, approximate=unit != "day")


def _past(match: re.Match[str]) -> Spec:
    if match["n"].lower() in _SEVERAL:
        return Recent()
    unit, factor = _unit_of(match)
    return Past(unit, factor * count_of(match["n"]))


def _weekday(match: re.Match[str]) -> Spec:
    day = _W.weekdays[match["wd"].lower()]
    rel = (match["rel"] or "").lower()
    # The coming and the past Friday are the nearest ones, whatever their week.
    return Weekday(day, SHIFTS[rel]) if rel in ("last", "this", "next") else Weekday(day)


def _named(match: re.Match[str]) -> Spec:
    """the following day, that same year."""
    unit, count = _W.named[match[0].lower()]
    if unit == "year":
        return Calendar(year_shift=count, named=True)
    if unit == "month":
        return Calendar(month_shift=count, named=True)
    return Counted(unit, count, named=True)


def _first_words(table: dict[str, int] | dict[str, tuple[Unit, int]]) -> str:
    return " ".join(sorted({phrase.split()[0] for phrase in table}))


_COUNT_WORDS = "# several few many some " + " ".join(_W.numbers)

RULES: tuple[Rule, ...] = (
    rule(
        "last this next past",
        rf"(?P<rel>[Ll]ast|[Tt]his past|[Tt]his|[Nn]ext|[Pp]ast) {MONTH}(?! [0-9])",
        _nearest_month,
    ),
    rule(
        f"last this next previous coming past {PART_WORDS}",
        rf"{_PART}(?P<rel>last|this past|this coming|this|next|the previous|the coming|the past|the current|past) "
        rf"(?P<unit>week(?:end)?|month|year|quarter|{SEASON})(?![A-Za-z]|-(?:long|old)| of )",
        _relative,
        any_case=True,
    ),
    rule(
        "the end start beginning late early",
        r"(?:the )?(?P<part>end|start|beginning|middle|late|early)(?: of| in)? the month",
        lambda m: Calendar(month_shift=0, days=PARTS_OF_MONTH[part_of(m["part"])]),
        any_case=True,
    ),
    rule(
        "month",
        r"month[- ]end(?![A-Za-z])",
        lambda m: Calendar(month_shift=0, days=PARTS_OF_MONTH["end"]),
        any_case=True,
    ),
    # on the 15th
    rule(
        "the",
        r"(?:(?<=[Oo]n )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=[Uu]ntil ))the (?P<d>[0-3]?[0-9])(?:st|nd|rd|th)"
        r"(?: of the month)?(?=$|[,.;:)]| (?:he|she|it|they|we|the|at|and|after)\b)",
        lambda m: Calendar(day=int(m["d"])) if 1 <= int(m["d"]) <= 31 else None,
    ),
    # by autumn, in the fall
    rule(
        f"the {' '.join(_W.seasons)}",
        r"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=[Uu]ntil ))"
        rf"(?:the (?P<s1>{SEASON})|(?P<s2>spring|summer|autumn|winter))(?=$|[,.;:)]| (?:he|she|it|they|we)\b)",
        lambda m: Calendar(months=_W.seasons[m["s1"] or m["s2"]]),
    ),
    rule(
        "earlier later",
        r"(?P<when>earlier|later) (?:this|in the) (?P<unit>year|month|week|quarter)(?![A-Za-z])",
        lambda m: PartSoFar(_current(m["unit"].lower()), rest=m["when"].lower() == "later"),
        any_case=True,
    ),
    rule(
        "earlier",
        rf"earlier in {MONTH}(?! \d)",
        lambda m: PartSoFar(Calendar(month=month_number(m["mon"]))),
        any_case=True,
    ),
    rule("so year", r"so far this year|year[- ]to[- ]date", lambda m: PartSoFar(Calendar(year_shift=0)), any_case=True),
    rule("earlier later", r"(?:earlier|later) today", lambda m: Counted("day", 0), any_case=True),
    rule(
        _first_words(_W.days),
        rf"{words(_W.days)}(?![A-Za-z])",
        lambda m: Counted("day", _W.days[m[0].lower()]),
        any_case=True,
    ),
    rule(_first_words(_W.named), rf"{words(_W.named)}(?![A-Za-z])", _named, any_case=True),
    rule(
        _COUNT_WORDS,
        rf"{_NUMBER}(?P<half> and a half)? (?P<unit>day|week|month|year|decade)s?(?: and a half)? "
        r"(?P<way>ago|earlier|later|from now|hence|(?:before|after) (?:that|then)|(?:before|after)(?=[.,;]|$))"
        r"(?![A-Za-z]| than)",
        _ago,
        any_case=True,
    ),
    rule("half", r"half a year ago", lambda m: Counted("month", -6, approximate=True), any_case=True),
    rule(
        "the past last these previous",
        rf"(?:the |these )?(?:past|last|previous) {_NUMBER} (?P<unit>day|week|month|year|quarter|decade)s?(?![A-Za-z])",
        _past,
        any_case=True,
    ),
    rule("recent", r"recent (?:days|weeks|months|years|quarters)", lambda m: Recent(), any_case=True),
    rule(
        f"{' '.join(_W.weekdays)} last this next past coming",
        rf"(?:(?P<rel>[Ll]ast|[Tt]his past|[Tt]his coming|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming) )?{_WEEKDAY}",
        _weekday,
    ),
    rule(
        "the",
        rf"the (?:following|next) {_WEEKDAY}",
        lambda m: Weekday(_W.weekdays[m["wd"].lower()], named=True),
        any_case=True,
    ),
    rule("the", r"the weekend(?! of)", lambda m: Weekday(WEEKEND), any_case=True),
)
