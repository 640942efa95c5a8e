"""English calendar dates: months, days and years, their parts, and ranges that share one."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates.patterns import Builder, Rule, words
from talent_tui.tagging.dates.spec import Calendar, Range, Spec, Years

_W = date_words().english

_SHORT = {name for name in _W.months if len(name) <= 4 and name not in ("may", "june", "july")}
MONTH_NAMES = "|".join(
    sorted((name.capitalize() + (r"\.?" if name in _SHORT else "") for name in _W.months), key=lambda n: (-len(n), n))
)
MONTH = rf"(?P<mon>{MONTH_NAMES})(?![A-Za-z])"
YEAR = r"(?P<y>(?:19|20)[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9]|-[0-9])"
_NEXT_TO_YEAR = r"(?P<yr>(?:of )?(?:last|this|next) year)"
_AFTER_MONTH = (
    rf"(?:,? (?:of )?{YEAR}|,? {_NEXT_TO_YEAR}|,? (?:of )?(?P<nyr>the same|that same|that|the following|the next) year)"
)
_OF_YEAR = rf"(?:(?:,? | of | in )(?:{YEAR}|the year|{_NEXT_TO_YEAR}))"
_DAY = r"(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}|[.:][0-9]|%|[A-Za-z])"
_LAST_DAY = r"(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?"
JOIN = r"(?: ?[-–—] ?| to | through | until | till )"
PART = r"(?P<part>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of)"
PART_WORDS = "early late mid the beginning start middle end"
_ORDINAL = words(_W.ordinals)
SEASON = words(_W.seasons)
_COUNT = rf"(?P<n>[0-9]{{1,2}}|{words(_W.numbers)})"

PARTS_OF_MONTH = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31),
    "end": (21, 31),
}  # fmt: skip
PARTS_OF_YEAR = {
    "early": (1, 3), "beginning": (1, 3), "start": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (10, 12),
    "end": (10, 12),
}  # fmt: skip
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1, "following": 1,
}  # fmt: skip


def rule(first: str, pattern: str, build: Builder, *, any_case: bool = False) -> Rule:
    """A rule with the words, in lower case, that it begins with; # stands for a number."""
    return Rule(frozenset(first.split()), re.compile(pattern, re.IGNORECASE if any_case else 0), build)


def part_of(text: str) -> str:
    """The key of a part (the end of -> end)."""
    return text.lower().removeprefix("the ").split()[0]


def count_of(text: str) -> int:
    """The value of a number in digits or words."""
    return int(text) if text.isdigit() else _W.numbers[text.lower()]


def year_of(match: re.Match[str]) -> tuple[int | None, int | None, bool]:
    """The year of a match: a number, or a shift, and whether it counts from a date named before."""
    g = match.groupdict()
    if text := g.get("y"):
        return int(text), None, False
    if text := g.get("nyr"):
        return None, int(text.endswith(("following", "next"))), True
    if text := g.get("yr"):
        return None, SHIFTS[text.removeprefix("of ").split()[0].lower()], False
    return None, None, False


def month_number(text: str) -> int:
    """The number of a month's name or abbreviation."""
    return _W.months[text.lower().rstrip(".")]


def _dated(match: re.Match[str]) -> Spec | None:
    """Month and day, a run of days of one month, or the month (or a part of it) alone."""
    g = match.groupdict()
    year, shift, named = year_of(match)
    month = month_number(match["mon"])
    day, last = int(g.get("d") or 0), int(g.get("d2") or 0)
    if day > 31 or (g.get("d") and day == 0) or (last and not day < last <= 31):
        return None
    days = (day, last) if last else PARTS_OF_MONTH[part_of(g["part"] or "")] if g.get("part") else None
    return Calendar(
        year=year,
        month=month,
        day=None if last else day or None,
        days=days,
        spans=bool(last),
        year_shift=shift,
        named=named,
    )


def _told_before(match: re.Match[str]) -> Spec:
    """That November, the same May: of the year named before; the following May: the first one after that date."""
    after = match["which"].lower() in ("the following", "the next")
    month = month_number(match["mon"])
    return Calendar(month=month, year_shift=0, named=True, nearest="after" if after else None)


def _told_season(match: re.Match[str]) -> Spec:
    """That summer: of the year named before; the following summer: the first one after that date."""
    after = match["which"].lower() in ("the following", "the next")
    months = _W.seasons[match["season"].lower()]
    return Calendar(months=months, year_shift=0, named=True, nearest="after" if after else None)


def _week_of_month(match: re.Match[str]) -> Spec:
    """The first week of June is its first seven days, and so on."""
    year, shift, named = year_of(match)
    nth = _W.ordinals.get(match["nth"])
    days = (7 * nth - 6, 7 * nth) if nth else (25, 31)
    return Calendar(year=year, year_shift=shift, named=named, month=month_number(match["mon"]), days=days, spans=True)


def _in_year(match: re.Match[str], months: tuple[int, int], *, spans: bool = False) -> Calendar:
    year, shift, named = year_of(match)
    return Calendar(year=year, year_shift=shift, named=named, months=months, spans=spans)


def _months(match: re.Match[str]) -> Spec | None:
    first, last = month_number(match["ma"]), month_number(match["mon"])
    return None if first == last else _in_year(match, (first, last if last > first else last + 12), spans=True)


def _years(match: re.Match[str]) -> Spec | None:
    first, last = int(match["ya"]), int(match["yb"])
    return Range(Calendar(year=first), Calendar(year=last)) if first < last else None


def _quarter(match: re.Match[str]) -> Spec | None:
    g = match.groupdict()
    number = int(g["qn"] or 0) if g.get("qn") else _W.ordinals[(g["qo"] or "").lower()]
    return _in_year(match, (3 * number - 2, 3 * number))


def _half(match: re.Match[str]) -> Spec:
    g = match.groupdict()
    first = (g.get("hn") or g.get("ho") or "").lower() in ("1", "first")
    return _in_year(match, (1, 6) if first else (7, 12))


def _first_months(match: re.Match[str]) -> Spec | None:
    months = count_of(match["n"]) * (3 if match["unit"].lower() == "quarter" else 1)
    return _in_year(match, (1, months)) if 1 <= months <= 11 else None


def _decade(match: re.Match[str]) -> Spec:
    if match["dy"]:
        return Years(int(match["dy"]))
    tens = int(match["dt"])
    return Years((1900 if tens >= 30 else 2000) + tens)


_MONTH_WORDS = " ".join(_W.months)
_ORDINAL_WORDS = "the " + " ".join(_W.ordinals)

RULES: tuple[Rule, ...] = (
    # June 28, 2025; June 28; July 5-6; 28 June 2025; the 28th of June
    rule(_MONTH_WORDS, rf"{MONTH} {_DAY}(?:{JOIN}{_LAST_DAY}(?![0-9A-Za-z%]))?{_AFTER_MONTH}?", _dated),
    rule(
        "# the",
        rf"(?:[Tt]he )?(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{JOIN}{_LAST_DAY})? (?:of )?{MONTH}{_AFTER_MONTH}?",
        _dated,
    ),
    # that November, the following May
    rule(
        "that the",
        rf"(?P<which>[Tt]hat(?: same)?|[Tt]he (?:same|following|next)) {MONTH}(?! [0-9]{{1,2}}(?![0-9]))"
        r"(?!,? (?:19|20)[0-9]{2})",
        _told_before,
    ),
    rule(
        "that the",
        rf"(?P<which>[Tt]hat(?: same)?|[Tt]he (?:same|following|next)) (?P<season>{SEASON})\b",
        _told_season,
    ),
    # mid-August, early July 2025, the end of June, August 2019, March to May
    rule(f"{PART_WORDS} {_MONTH_WORDS}", rf"(?:{PART}[ -])?{MONTH}{_AFTER_MONTH}?", _dated),
    rule(
        f"the last final {' '.join(_W.ordinals)}",
        rf"(?:[Tt]he )?(?P<nth>{_ORDINAL}|last|final) week of {MONTH}(?! [0-9]{{1,2}}(?![0-9])){_AFTER_MONTH}?",
        _week_of_month,
    ),
    rule(
        _MONTH_WORDS,
        rf"(?P<ma>{MONTH_NAMES})(?: to | through | until |[-–—])(?:[Ll]ate |[Ee]arly )?{MONTH}"
        rf"(?! [0-9]{{1,2}}(?![0-9])){_AFTER_MONTH}?",
        _months,
    ),
    # early 2025, late in 2024, late last year, the start of the year, year-end
    rule(
        PART_WORDS,
        rf"{PART}(?: in)?[ -](?:{YEAR}|(?:the )?{_NEXT_TO_YEAR})",
        lambda m: _in_year(m, PARTS_OF_YEAR[part_of(m["part"])]),
    ),
    rule(
        "mid year late early end the",
        r"(?:the )?(?P<part>end|start|beginning|middle|late|early|mid)(?: of| in|-)? ?(?:the )?"
        r"year(?![- ]old|s)(?:-end)?",
        lambda m: _in_year(m, PARTS_OF_YEAR[part_of(m["part"])]),
        any_case=True,
    ),
    rule(
        "year",
        r"year(?:'s|’s)?[- ](?P<part>end|start)",
        lambda m: _in_year(m, PARTS_OF_YEAR[part_of(m["part"])]),
        any_case=True,
    ),
    # Q3 2025, 3Q 2025, the third quarter of 2025, H1, the second half of 2024, the first nine months of 2024
    rule("q", rf"Q(?P<qn>[1-4])(?![0-9A-Za-z])(?:(?:,? | of | ?['’])(?:{YEAR}|{_NEXT_TO_YEAR}))?", _quarter),
    rule("#", rf"(?P<qn>[1-4])Q(?![A-Za-z]) ?{YEAR}?", _quarter),
    rule(
        _ORDINAL_WORDS,
        rf"(?:the )?(?P<qo>{_ORDINAL})[- ]quarter(?![A-Za-z]){_OF_YEAR}?"
        r"(?! of (?:fiscal|the (?:game|match|season)|its))",
        _quarter,
        any_case=True,
    ),
    rule("h", rf"H(?P<hn>[12])(?![0-9A-Za-z-])(?:(?:,? | of )(?:{YEAR}|{_NEXT_TO_YEAR}))?", _half),
    rule(
        "the first second",
        rf"(?:the )?(?P<ho>first|second)[- ]half(?![A-Za-z]){_OF_YEAR}?(?! of |ers)",
        _half,
        any_case=True,
    ),
    rule(
        "the first",
        rf"(?:the )?first {_COUNT} (?P<unit>month|quarter)s (?:of|in) (?:{YEAR}|the year|{_NEXT_TO_YEAR})",
        _first_months,
        any_case=True,
    ),
    # summer 2024, the spring of 2026
    rule(
        f"the {' '.join(_W.seasons)}",
        rf"(?:the )?(?P<season>{SEASON})(?: of|,)? (?:{YEAR}|{_NEXT_TO_YEAR})",
        lambda m: _in_year(m, _W.seasons[m["season"].lower()]),
        any_case=True,
    ),
    # the 1990s, the late '90s
    rule(
        "# the early mid late",
        r"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?P<dy>(?:19|20)[0-9]0)|['’](?P<dt>[0-9]0))['’]?s(?![A-Za-z])",
        _decade,
        any_case=True,
    ),
    # 2018-2021, 2018; whether a number is a year the scan tells from what stands in front of it
    rule(
        "#",
        r"(?P<ya>(?:19|20)[0-9]{2})(?: ?[–—-] ?| to | through )(?P<yb>(?:19|20)[0-9]{2})(?![0-9]|[-/.][0-9])",
        _years,
    ),
    rule("#", rf"{YEAR}(?![A-Za-z/]|年)", lambda m: Calendar(year=int(m["y"]))),
)
