"""Numbers as they are written in news: 12, 1,998, 14.3, 一百二十, 两, 三千多, 12.5万, 3亿."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES = _SMALL | _LARGE

CHINESE = "零一二三四五六七八九〇两俩仨十百千万亿"
NUMBER = rf"(?:\d{{1,15}}(?:,\d{{3}}){{0,6}}(?:\.\d{{1,6}})?|[{CHINESE}]{{1,12}})(?:\s?[多余来]?[十百千万亿兆]{{1,4}})?"
"""Pattern of a number, digits or Chinese, with its scale; 多 and the like may stand before the scale (20多亿)."""

_PARTS = re.compile(rf"(\d+(?:,\d{{3}})*(?:\.\d+)?|[{CHINESE}]+)?\s?([十百千万亿兆]*)")


def number(text: str) -> float | int | None:
    """The value of a number as `NUMBER` matches it; None for what is none (万, 十万火急).

    >>> number("14.3亿"), number("一百二十"), number("1,998"), number("两万五千")
    (1430000000, 120, 1998, 25000)
    """
    match = _PARTS.fullmatch(re.sub(r"[多余来](?=[十百千万亿兆])", "", text.strip()))
    if not match or not text.strip():
        return None
    figure, scale = match.groups()
    if figure is None:
        value: float | int | None = _chinese(scale)
        return value
    if figure[0].isdigit():
        plain = figure.replace(",", "")
        value = float(plain) if "." in plain else int(plain)
    else:
        value = _chinese(figure + scale)
        scale = ""
    if value is None:
        return None
    for unit in scale:
        value *= SCALES[unit]
    return round(value) if abs(value - round(value)) < 1e-6 * max(1, abs(value)) and value >= 1 else value


def _chinese(text: str) -> int | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        # 二〇二五 reads digit by digit.
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) < 16 else None
    total = section = digit = 0
    seen = False
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
            seen = True
        elif c in _SMALL:
            section += (digit or (1 if not seen or c == "十" else 0)) * _SMALL[c]
            digit, seen = 0, True
        else:
            section += digit
            # A scale behind a scale multiplies all before it (万亿).
            total = (total + section) * _LARGE[c] if section == 0 or _LARGE[c] > total else total + section * _LARGE[c]
            section = digit = 0
            seen = True
    value = total + section + digit
    return value if value or "零" in text or "〇" in text else None
