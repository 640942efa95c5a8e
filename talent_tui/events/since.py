"""When something began that has been so since: empty since June 7, at A since 2019."""

import re
from calendar import monthrange
from datetime import date

from talent_tui.model import DateMention, DateSpan

_A_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
_A_YEAR = re.compile(r"since (?:the )?(?:\d{4}|last year)$", re.IGNORECASE)


def is_since(mention: DateMention) -> bool:
    """Whether the words of a date say since when something has been so."""
    return (mention.value.text or "").lower().startswith("since ")


def began(mention: DateMention) -> DateMention:
    """The day, month or year that stands behind "since", and no more of the time up to now; any other date as it is."""
    value = mention.value
    if value.start is None or not is_since(mention):
        return mention
    words, start = value.text or "", value.start
    if _A_YEAR.match(words):
        edtf, end = f"{start:%Y}", date(start.year, 12, 31)
    elif _A_DAY.search(words):
        edtf, end = start.isoformat(), start
    else:
        edtf, end = f"{start:%Y-%m}", date(start.year, start.month, monthrange(start.year, start.month)[1])
    span = DateSpan(edtf, start, end, value.text, value.basis, because=value.because)
    return DateMention(mention.start, mention.end, span, mention.tense)
