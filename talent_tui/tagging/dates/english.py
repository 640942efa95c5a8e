"""The English grammar: patterns tried at the first word or number of an expression, and their typed values."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates.patterns import Builder, Rule, words
from talent_tui.tagging.dates.spec import (
    WEEKEND,
    Calendar,
    Counted,
    Open,
    PartSoFar,
    Past,
    Range,
    Recent,
    Spec,
    Unit,
    Vague,
    Weekday,
    Years,
)

_W = date_words().english

_SHORT = {name: number for name, number in _W.months.items() if len(name) <= 4 and name != "may"}
_MONTH_NAMES = "|".join(
    sorted(
        (
            rf"{name.capitalize()}\.?" if name in _SHORT and name not in ("june", "july") else name.capitalize()
            for name in _W.months
        ),
        key=lambda name: (-len(name), name),
    )
)
_MONTH = rf"(?P<mon>{_MONTH_NAMES})(?![A-Za-z])"
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9]|-[0-9])"
_DAY = r"(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}|[.:][0-9]|%|[A-Za-z])"
_THIS_YEAR = r"(?P<yr>(?:of )?(?:last|this|next) year)"
_AFTER_MONTH = (
    rf"(?:,? (?:of )?{_YEAR}|,? {_THIS_YEAR}|,? (?:of )?(?P<nyr>the same|that same|that|the following|the next) year)"
)
_SOON = r"(?P<q>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of)"
_NUMBER = rf"(?P<n>[0-9]{{1,3}}|{words(_W.numbers)}|several|a few|few|a couple of|a couple|many|some)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_ORDINAL = words(_W.ordinals)
_SEASON = words(_W.seasons)
_WEEKDAY = rf"(?P<wd>{'|'.join(name.capitalize() for name in sorted(_W.weekdays))})(?![A-Za-z]|\.[a-z])"
_SEVERAL = frozenset({"several", "a few", "few", "a couple of", "a couple", "many", "some"})

_PART_OF_MONTH = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
}
_PART_OF_YEAR = {
    "early": (1, 3),
    "beginning": (1, 3),
    "start": (1, 3),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (10, 12),
    "end": (10, 12),
}
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def _part(text: str) -> str:
    key = text.lower().removeprefix("the ").split()[0]
    return key


def _year_of(match: re.Match[str]) -> tuple[int | None, int | None]:
    g = match.groupdict()
    if g.get("y"):
        return int(g["y"] or "0"), None
    if g.get("nyr"):
        return None, int((g["nyr"] or "").endswith(("following", "next")))
    if g.get("yr"):
        return None, _SHIFTS[(g["yr"] or "").removeprefix("of ").split()[0]]
    return None, None


def _named_year(match: re.Match[str]) -> bool:
    """Whether the year is that of a date named before (October of the same year)."""
    return bool(match.groupdict().get("nyr"))


def _month_number(text: str) -> int:
    return _W.months[text.lower().rstrip(".")]


def _dated(match: re.Match[str]) -> Spec | None:
    """Month and day, a run of days of one month, or the month (or a part of it) alone."""
    g = match.groupdict()
    month = _month_number(match["mon"])
    year, shift = _year_of(match)
    day = int(g["d"]) if g.get("d") else None
    if day is not None and not 1 <= day <= 31:
        return None
    if g.get("d2"):
        last = int(g["d2"] or "0")
        if not (day and day < last <= 31):
            return None
        return Calendar(
            year=year, year_shift=shift, month=month, days=(day, last), spans=True, named=_named_year(match)
        )
    days = _PART_OF_MONTH[_part(g["q"] or "")] if g.get("q") else None
    return Calendar(year=year, year_shift=shift, month=month, day=day, days=days, named=_named_year(match))


def _month_relative(match: re.Match[str]) -> Spec | None:
    month, word = _month_number(match["mon"]), match["rel"].lower().split()[-1]
    if word == "this":
        return Calendar(month=month, year_shift=0)
    return Calendar(month=month, nearest="before" if word in ("last", "past") else "after")


def _year_part(match: re.Match[str]) -> Spec:
    year, shift = _year_of(match)
    if year is None and shift is None:
        shift = None
    return Calendar(year=year, year_shift=shift, months=_PART_OF_YEAR[_part(match["q"])])


def _relative(match: re.Match[str]) -> Spec | None:
    shift, unit = _SHIFTS[match["rel"].lower().split()[-1]], match["unit"].lower()
    if match["rel"].lower().endswith("past") and unit != "weekend":
        return Past(unit, 1) if unit in ("day", "week", "month", "year") else None  # type: ignore[arg-type]
    part = match.groupdict().get("part")
    if unit == "year":
        return Calendar(year_shift=shift, months=_PART_OF_YEAR[_part(part)] if part else None)
    if unit == "month":
        return Calendar(month_shift=shift, days=_PART_OF_MONTH[_part(part)] if part else None)
    if unit == "quarter":
        return Calendar(months=(1, 3), unit_shift=shift)
    if unit == "weekend":
        return Weekday(WEEKEND, shift)
    if unit == "week":
        return Counted("week", shift)
    months = _W.seasons.get(unit)
    return Calendar(year_shift=shift, months=months) if months else None


def _so_far(match: re.Match[str]) -> Spec | None:
    unit, rest = match["unit"].lower(), match["when"].lower() == "later"
    base: Spec = (
        Calendar(year_shift=0)
        if unit == "year"
        else Calendar(month_shift=0)
        if unit == "month"
        else Calendar(months=(1, 3), unit_shift=0)
        if unit == "quarter"
        else Counted(unit, 0)  # type: ignore[arg-type]
    )
    return base if unit == "day" else PartSoFar(base, rest=rest)


def _so_far_today(match: re.Match[str]) -> Spec:
    return Counted("day", 0)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _W.numbers[text.lower()]


def _ago(match: re.Match[str]) -> Spec | None:
    if match["n"].lower() in _SEVERAL:
        return Vague()
    count, unit = _count(match["n"]), match["unit"].lower()
    word = match["way"].lower()
    sign = 1 if word in ("later", "from now", "hence", "on") else -1
    loose = word in ("later", "earlier", "before")
    if unit == "decade":
        unit, count = "year", 10 * count
    if match["half"]:
        if unit != "year":
            return None
        return Counted("month", sign * (12 * count + 6), loose=loose, approximate=True)
    return Counted(unit, sign * count, loose=loose, approximate=unit != "day")  # type: ignore[arg-type]


def _half_year_ago(match: re.Match[str]) -> Spec:
    return Counted("month", -6, approximate=True)


def _past(match: re.Match[str]) -> Spec | None:
    unit = match["unit"].lower()
    if unit == "decade":
        return Past("year", 10)
    if unit == "quarter":
        unit, factor = "month", 3
    else:
        factor = 1
    if match["n"] is None:
        return Past(unit, factor)  # type: ignore[arg-type]
    if match["n"].lower() in _SEVERAL:
        return Recent()
    return Past(unit, factor * _count(match["n"]))  # type: ignore[arg-type]


def _quarter(match: re.Match[str]) -> Spec | None:
    g = match.groupdict()
    number = int(g["qn"] or 0) if g.get("qn") else _W.ordinals[(g["qo"] or "").lower()]
    year, shift = _year_of(match)
    return Calendar(year=year, year_shift=shift, months=(3 * number - 2, 3 * number)) if 1 <= number <= 4 else None


def _half(match: re.Match[str]) -> Spec | None:
    g = match.groupdict()
    first = (g.get("hn") or "1") == "1" if g.get("hn") else (g.get("ho") or "").lower() == "first"
    year, shift = _year_of(match)
    return Calendar(year=year, year_shift=shift, months=(1, 6) if first else (7, 12))


def _first_months(match: re.Match[str]) -> Spec | None:
    count = _count(match["n"]) if match["n"].lower() not in _SEVERAL else 0
    year, shift = _year_of(match)
    if match["last"].lower() == "last" or not 1 <= count <= 11:
        return None
    unit = 3 if match["unit"].lower() == "quarter" else 1
    return Calendar(year=year, year_shift=shift, months=(1, min(12, unit * count)))


def _season(match: re.Match[str]) -> Spec | None:
    year, shift = _year_of(match)
    return Calendar(year=year, year_shift=shift, months=_W.seasons[match["season"].lower()])


def _weekday(match: re.Match[str]) -> Spec | None:
    day = _W.weekdays[match["wd"].lower()]
    rel = (match["rel"] or "").lower().strip()
    if not rel:
        return Weekday(day)
    return (
        Weekday(day, _SHIFTS[rel.split()[-1]])
        if rel not in ("this past", "past", "coming", "this coming")
        else Weekday(day)
    )


def _weekend(match: re.Match[str]) -> Spec | None:
    return Weekday(WEEKEND)


def _decade(match: re.Match[str]) -> Spec | None:
    if match["dy"]:
        return Years(int(match["dy"]))
    tens = int(match["dt"])
    return Years((1900 if tens >= 30 else 2000) + tens)


def _month_range(match: re.Match[str]) -> Spec | None:
    last = _month_number(match["mon"])
    first = _month_number(match["ma"])
    year, shift = _year_of(match)
    return (
        Calendar(year=year, year_shift=shift, months=(first, last if last >= first else last + 12), spans=True)
        if first != last
        else None
    )


def _year_range(match: re.Match[str]) -> Spec | None:
    first, last = int(match["ya"]), match["yb"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Range(Calendar(year=first), Calendar(year=end)) if first < end else None


def _rule(first: str, pattern: str, build: Builder, ignore_case: bool = False) -> Rule:
    """A rule with the words, in lower case, that it begins with; a # stands for a number."""
    return Rule(first, re.compile(pattern, re.IGNORECASE if ignore_case else 0), build)


_MONTH_WORDS = " ".join(_W.months)
_SOON_WORDS = "early late mid the beginning start middle end"
_COUNT_WORDS = "# " + " ".join(_W.numbers) + " several few many some"
_JOIN = r"(?: ?[-–—] ?| to | through | until | till )"
_PREPOSITION = (
    r"(?<![A-Za-z])(?:[Ii]n|[Oo]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]etween|[Ff]or|[Bb]ack in|[Aa]s of"
    r"|[Aa]round|[Tt]his|[Ll]ate|[Ee]arly|[Mm]id|[Bb]eginning|[Ss]tarting|[Ee]nding|[Pp]ast)[ -]$"
)
PREPOSITION = re.compile(_PREPOSITION)
"""What stands in front of a bare month or year that is one; matched against the characters before it."""
WEAK_PREPOSITION = re.compile(r"(?<![A-Za-z])(?:[Aa]nd|[Oo]r|[Tt]he) $")
"""Enough for a month that no capital follows (the May deadline, April and May)."""
RECURRING = re.compile(
    rf"(?:every|each) (?:other )?(?:{'|'.join(_W.weekdays)})(?:(?:,| and|, and| or) (?:every |each )?(?:{'|'.join(_W.weekdays)}))*",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"(?<![A-Za-z])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]etween|[Aa]round|[Tt]hrough|[Aa]s of|[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd of) $"
)
"""What stands in front of a bare four-digit year."""

RULES: tuple[Rule, ...] = (
    # June 28, 2025; June 28; July 5-6
    _rule(
        _MONTH_WORDS,
        rf"{_MONTH} {_DAY}(?:{_JOIN}(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]))?{_AFTER_MONTH}?",
        _dated,
    ),
    # 28 June 2025, 28th of June
    _rule(
        "# the",
        rf"(?:[Tt]he )?(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{_JOIN}(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?)? (?:of )?{_MONTH}{_AFTER_MONTH}?",
        _dated,
    ),
    # mid-August, early July 2025, the end of June, August 2019
    _rule(f"{_SOON_WORDS} {_MONTH_WORDS}", rf"(?:{_SOON}[ -])?{_MONTH}{_AFTER_MONTH}?", _dated),
    # last December, next March
    _rule(
        "last this next past",
        rf"(?P<rel>[Ll]ast|[Tt]his past|[Tt]his|[Nn]ext|[Pp]ast) {_MONTH}(?! [0-9])",
        _month_relative,
    ),
    # from March through May (the second month may lack its own preposition)
    _rule(
        _MONTH_WORDS,
        rf"(?P<ma>{_MONTH_NAMES})(?: to | through | until |[-–—])(?:[Ll]ate |[Ee]arly )?{_MONTH}(?! [0-9]{{1,2}}(?![0-9])){_AFTER_MONTH}?",
        _month_range,
    ),
    # early 2025, late in 2024, the end of 2026, late last year, early next year
    _rule(_SOON_WORDS, rf"{_SOON}(?: in)?[ -](?:{_YEAR}|(?:the )?{_THIS_YEAR})", _year_part),
    _rule(
        "mid year late early end the",
        r"(?:the )?(?P<q>[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Ll]ate|[Ee]arly|[Mm]id)(?: of| in|-)? ?(?:the )?year(?![- ]old|s)(?:-end)?",
        _year_part,
        True,
    ),
    _rule("year", r"year(?:'s|’s)?[- ](?P<q>end|start)", _year_part, True),
    _rule(
        "the end start beginning late early",
        r"(?:the )?(?P<q>end|start|beginning|middle|late|early)(?: of| in)? the (?P<unit>month|quarter)",
        lambda m: Calendar(month_shift=0, days=_PART_OF_MONTH[_part(m["q"])]) if m["unit"] == "month" else None,
        True,
    ),
    # last week, this month, next quarter, late last month
    _rule(
        "last this next previous coming past early late the mid end",
        rf"(?:(?P<part>early|late|mid|(?:the )?(?:end|start|beginning|middle) of)[ -])?(?P<rel>last|this past|this coming|this|next|the previous|the coming|the past|the current|past) (?P<unit>week(?:end)?|month|year|quarter|{_SEASON})(?![A-Za-z]|-(?:long|old)| of )",
        _relative,
        True,
    ),
    # earlier this year, later this month
    _rule(
        "earlier later",
        r"(?P<when>earlier|later) (?:this|in the) (?P<unit>year|month|week|quarter)(?![A-Za-z])",
        _so_far,
        True,
    ),
    _rule(
        "so year", r"(?:so far (?P<x>this year)|year[- ]to[- ]date)", lambda m: PartSoFar(Calendar(year_shift=0)), True
    ),
    _rule("earlier later", r"(?:earlier|later) today", _so_far_today, True),
    # yesterday, tomorrow, the following day
    _rule(
        " ".join({w.split()[0] for w in _W.days}),
        rf"{words(_W.days)}(?![A-Za-z])",
        lambda m: Counted("day", _W.days[m[0].lower()]),
        True,
    ),
    _rule(
        " ".join({w.split()[0] for w in _W.named}),
        rf"{words(_W.named)}(?![A-Za-z])",
        lambda m: _named(m[0].lower()),
        True,
    ),
    _rule(
        "two three four five six",
        r"(?:two|three|four|five|six) (?:days?) later(?! than)",
        lambda m: Counted("day", _count(m[0].split()[0]), loose=True),
        True,
    ),
    # two years ago, three days later, half a year ago
    _rule(
        _COUNT_WORDS,
        rf"{_NUMBER}(?P<half> and a half)? {_UNIT}(?: and a half)? (?P<way>ago|earlier|later|from now|hence)(?![A-Za-z]| than)",
        _ago,
        True,
    ),
    _rule("half", r"half a year ago", _half_year_ago, True),
    # over the past three months, in the last week, in recent weeks
    _rule(
        "the past last these previous",
        rf"(?:the |these )?(?:past|last|previous) {_NUMBER} (?P<unit>day|week|month|year|quarter|decade)s?(?![A-Za-z])",
        _past,
        True,
    ),
    _rule("recent", r"recent (?:days|weeks|months|years|quarters)", lambda m: Recent(), True),
    # Q3 2025, the third quarter of 2025, H1, the second half of 2024
    _rule(
        "q",
        rf"Q(?P<qn>[1-4])(?![0-9A-Za-z])(?:(?:,? | of | ?['’])(?:{_YEAR}|{_THIS_YEAR}))?(?! (?:[Ff]iscal|FY))",
        _quarter,
    ),
    _rule("# ", rf"(?P<qn>[1-4])Q(?![A-Za-z]) ?{_YEAR}?", _quarter),
    _rule(
        "the first second third fourth",
        rf"(?:the )?(?P<qo>{_ORDINAL})[- ]quarter(?![A-Za-z])(?:(?:,? | of | in )(?:{_YEAR}|the year|{_THIS_YEAR}))?(?! of (?:fiscal|the (?:game|match|season)|its))",
        _quarter,
        True,
    ),
    _rule("h", rf"H(?P<hn>[12])(?![0-9A-Za-z-])(?:(?:,? | of )(?:{_YEAR}|{_THIS_YEAR}))?", _half),
    _rule(
        "the first second",
        rf"(?:the )?(?P<ho>first|second)[- ]half(?![A-Za-z])(?:(?:,? | of | in )(?:{_YEAR}|the year|{_THIS_YEAR}))?(?! of |ers)",
        _half,
        True,
    ),
    _rule(
        "the first last",
        rf"(?:the )?(?P<last>first|last) {_NUMBER} (?P<unit>month|quarter)s (?:of|in) (?:{_YEAR}|the year|{_THIS_YEAR})",
        _first_months,
        True,
    ),
    # summer 2024, the spring of 2026
    _rule(
        f"the {' '.join(_W.seasons)}",
        rf"(?:the )?(?P<season>{_SEASON})(?: of|,)? (?:{_YEAR}|{_THIS_YEAR})",
        _season,
        True,
    ),
    # Monday, last Thursday, this coming Friday
    _rule(
        f"{' '.join(_W.weekdays)} last this next past coming",
        rf"(?:(?P<rel>[Ll]ast|[Tt]his past|[Tt]his coming|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming) )?{_WEEKDAY}",
        _weekday,
    ),
    _rule("the over", r"the weekend(?! of)", _weekend, True),
    # the 1990s, the late '90s
    _rule(
        "# the early mid late",
        r"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?P<dy>(?:19|20)[0-9]0)|['’](?P<dt>[0-9]0))['’]?s(?![A-Za-z])",
        _decade,
        True,
    ),
    # 2018-2021 behind a preposition is checked by the scan
    _rule(
        "#",
        r"(?P<ya>(?:19|20)[0-9]{2})(?: ?[–—-] ?| to | through )(?P<yb>(?:19|20)[0-9]{2})(?![0-9]|[-/.][0-9])",
        _year_range,
    ),
    _rule("#", rf"{_YEAR}(?![A-Za-z/]|年)", lambda m: Calendar(year=int(m["y"]))),
)


def _named(text: str) -> Spec:
    unit, count = _W.named[text]
    return _named_unit(unit, count)


def _named_unit(unit: Unit, count: int) -> Spec:
    if unit == "year":
        return Calendar(year_shift=count, named=True)
    if unit == "month":
        return Calendar(month_shift=count, named=True)
    return Counted(unit, count, named=True)


MONTH_NAME = re.compile(rf"(?:{_MONTH_NAMES})$")
WEEKDAY_DATE = re.compile(r",? ?\(?(?:the )?$")
"""Between a weekday and the date that it belongs to: Monday, June 30."""
NOT_A_WEEKDAY = re.compile(
    r"(?:[Ee]very|[Ee]ach|[Mm]ost|[Bb]lack|[Cc]yber|[Gg]ood|[Ff]at|[Hh]oly|[Aa]|[Aa]ny|[Oo]ne|[Ss]uper) $"
)
WEEK_OF = re.compile(
    r"(?:the |The )?(?P<what>week|weekend) (?:of|beginning|starting|ending|that began|that started)(?: on)? (?:the )?$"
)
"""In front of a date: the week that it lies in."""

__all__ = ["MONTH_NAME", "NOT_A_WEEKDAY", "PREPOSITION", "RULES", "STRONG", "WEEKDAY_DATE", "WEEK_OF", "Open"]
