"""Sums of money in a clean text, with currency and value.

Conventions (the answer keys' guidelines): a range is two sums, the first of which borrows the currency of the second
(150万~200万美元); a vague figure (数千亿美元, 九位数) keeps its words and has no value.
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.money import money_words
from talent_tui.lexicon.numerals import NUMBER, number
from talent_tui.model import Amount, AmountMention

_RANGE = r"\s?(?:~|～|-|–|—|－|至|到|to)\s?"
_VAGUE = (
    r"十几[万亿]{1,2}|(?:数|几|上|近|多|好几)?[十百千万亿]{1,4}|数[十百千]{0,2}[万亿]{0,2}|几[十百千]{0,2}[万亿]{0,2}"
)
_FIGURES = re.compile(r"(?:[七八九十两三四五六]+|\d{1,2})位数")


class _Patterns(NamedTuple):
    chinese: re.Pattern[str]
    prefixed: re.Pattern[str]
    english: re.Pattern[str]
    bare: re.Pattern[str]
    context: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = money_words()

    def either(keys: dict[str, str] | dict[str, int] | list[str]) -> str:
        return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))

    latin_after = [k for k in words.after if k.isascii()]
    after = [k for k in words.after if not k.isascii()]
    scale = rf"(?:\s?(?i:{either(words.scales)})(?![A-Za-z])|\s?[十百千万亿兆]+)"
    figure = r"\d{1,15}(?:,\d{3}){0,6}(?:\.\d{1,6})?"
    return _Patterns(
        chinese=re.compile(
            rf"(?<!\d)(?:(?P<low>{NUMBER})(?P<lowcur>{either(after)})?{_RANGE})?"
            rf"(?P<high>{NUMBER}|{_VAGUE})(?P<more>[多余来几]?)\s?(?P<cur>{either(after)})(?![素件老首旦凶宝])"
        ),
        prefixed=re.compile(
            rf"(?P<cur>{either(words.before)})\s?(?P<low>{figure}{scale}?)"
            rf"(?:{_RANGE}(?:{either(words.before)})?\s?(?P<high>{figure}{scale}?))?"
        ),
        english=re.compile(
            rf"(?<![\d.,])(?P<low>{figure}{scale}?)(?:{_RANGE}(?P<high>{figure}{scale}?))?\s(?P<cur>{either(latin_after)})\b"
        ),
        bare=re.compile(
            rf"(?<![\d.A-Za-z第数几上近好])({NUMBER}(?<=[万亿]))(?![\d.人名位个台辆家次篇件条张片颗用字股平公吨倍多余份套部亩像美]|\s?[A-Za-z人名美])"
        ),
        context=re.compile(either(words.context["words"])),
    )


def find_amounts(text: str) -> tuple[AmountMention, ...]:
    """Every sum of money in `text`, sorted, none overlapping another."""
    found: list[AmountMention] = []
    taken: list[tuple[int, int]] = []

    def claim(start: int, end: int, value: float | int | None, currency: str | None) -> None:
        if not any(start < b and a < end for a, b in taken[-4:]):
            taken.append((start, end))
            found.append(AmountMention(start, end, Amount(value, currency, text[start:end])))

    patterns, words = _patterns(), money_words()
    for match in patterns.prefixed.finditer(text):
        currency = words.before[match["cur"]]
        high = match["high"]
        low_end, end = match.end("low"), match.end("low")
        if high:
            low = _scaled(match["low"], borrow=high)
            claim(match.start(), low_end, low, currency)
            claim(match.start("high"), match.end("high"), _scaled(high), currency)
        else:
            end = _skip_currency(text, end)
            claim(match.start(), end, _scaled(match["low"]), currency)
    taken.sort()
    prefixed = list(taken)
    for match in patterns.chinese.finditer(text):
        if any(match.start() < b and a < match.end() for a, b in _near(prefixed, match.start())):
            continue
        currency = words.after[match["cur"]]
        if match["low"]:
            low_text = match["low"].rstrip()
            claim(match.start("low"), match.start("low") + len(low_text), _low(low_text, match["high"]), currency)
            claim(match.start("high"), match.end(), number(match["high"]), currency)
        else:
            claim(match.start("high"), match.end(), _value(match["high"]), currency)
    taken.sort()
    for match in patterns.english.finditer(text):
        currency = words.after[match["cur"]]
        if any(match.start() < b and a < match.end() for a, b in _near(taken, match.start())):
            continue
        if match["high"]:
            found.append(
                _mention(text, match.start(), match.end("low"), _scaled(match["low"], match["high"]), currency)
            )
            found.append(_mention(text, match.start("high"), match.end(), _scaled(match["high"]), currency))
        else:
            found.append(_mention(text, match.start(), match.end(), _scaled(match["low"]), currency))
    taken = sorted((m.start, m.end) for m in found)
    found.extend(_bare(text, taken))
    return tuple(sorted(found, key=lambda m: m.start))


def _bare(text: str, taken: list[tuple[int, int]]) -> list[AmountMention]:
    """Sums without a currency (4年最高能拿到3亿, 九位数): only in a clause that speaks of money."""
    out = []
    patterns = _patterns()
    for match in [*patterns.bare.finditer(text), *_FIGURES.finditer(text)]:
        if any(match.start() < b and a < match.end() for a, b in _near(taken, match.start())):
            continue
        if patterns.context.search(text, max(0, match.start() - 24), match.end() + 12):
            value = None if match.re is _FIGURES else number(match.group())
            out.append(_mention(text, match.start(), match.end(), value, None))
    return out


def _near(spans: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """Spans of a sorted list that may touch position `at` or lie shortly behind it."""
    i = bisect_left(spans, (at, 0))
    return spans[max(0, i - 2) : i + 4]


def _mention(text: str, start: int, end: int, value: float | int | None, currency: str | None) -> AmountMention:
    return AmountMention(start, end, Amount(value, currency, text[start:end]))


def _value(figure: str) -> float | int | None:
    """None for a vague figure; 千万美元级别 means ten million."""
    return None if figure[0] in "数几上多好近" or "几" in figure else number(figure)


def _low(low: str, high: str) -> float | int | None:
    """The lower end of a range; 1.5到2亿 means 1.5亿."""
    bare = number(low)
    scale = re.search(r"[万亿兆]+$", high.strip())
    if scale and low.strip()[-1:].isdigit():
        return number(low.strip() + scale.group())
    return bare


def _scaled(figure: str, borrow: str | None = None) -> float | int | None:
    match = re.match(r"([\d,.]+)\s?(.*)$", figure.strip())
    if not match:
        return None
    unit = match[2].strip().lower()
    if not unit and borrow:
        other = re.match(r"[\d,.]+\s?(.*)$", borrow.strip())
        unit = other[1].strip().lower() if other else ""
    factor = money_words().scales.get(unit)
    if factor is None:
        return number(match[1].rstrip(".,") + unit)
    value = float(match[1].replace(",", "")) * factor
    return round(value) if abs(value - round(value)) < 1e-3 else value


def _skip_currency(text: str, end: int) -> int:
    """新台币143亿元 ends behind its 元."""
    return end + 1 if text[end : end + 1] == "元" else end
