"""The English grammar: rules tried at the first word or number of an expression, and what stands in front of one."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates import english_calendar, english_relative

RULES = english_calendar.RULES + english_relative.RULES

PREPOSITION = re.compile(
    r"(?<![A-Za-z])(?:[Ii]n|[Oo]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Bb]efore"
    r"|[Aa]fter|[Bb]etween|[Ff]or|[Aa]round|[Tt]his|[Ll]ate|[Ee]arly|[Mm]id|[Bb]eginning|[Ss]tarting|[Ee]nding"
    r"|[Pp]ast)[ -]$"
)
"""What stands in front of a month that is one, not a name or a verb."""

WEAK_PREPOSITION = re.compile(r"(?<![A-Za-z])(?:[Aa]nd|[Oo]r|[Tt]he) $")
"""Enough for a month that no capital follows (the May deadline, April and May)."""

YEAR_PREPOSITION = re.compile(
    r"(?<![A-Za-z])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]etween|[Aa]round"
    r"|[Tt]hrough|[Aa]s of|[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd of) $"
)
"""What stands in front of a bare four-digit year."""

COUNTED_NOUN = re.compile(
    r" (?:[a-z]+ )?(?:cars|chips|companies|customers|dollars|employees|engineers|GPUs|hours|items|jobs|km|members|miles"
    r"|models|papers|parts|patents|people|robots|rows|shares|staff|stores|students|suppliers|tokens|units|users"
    r"|vehicles|workers|yen|yuan)\b"
)
"""What a four-digit number counts, so that it is no year."""

_WEEKDAYS = "|".join(date_words().english.weekdays)
RECURRING = re.compile(
    rf"(?:every|each) (?:other )?(?:{_WEEKDAYS})(?:(?:,| and|, and| or) (?:every |each )?(?:{_WEEKDAYS}))*",
    re.IGNORECASE,
)
"""Days that come again: no dates."""

NOT_A_WEEKDAY = re.compile(
    r"(?:[Ee]very|[Ee]ach|[Mm]ost|[Bb]lack|[Cc]yber|[Gg]ood|[Ff]at|[Hh]oly|[Aa]|[Aa]ny|[Oo]ne|[Ss]uper) $"
)
"""In front of a weekday that is no certain day."""

WEEKDAY_DATE = re.compile(r",? ?\(?(?:the )?$")
"""Between a weekday and the date that it belongs to: Monday, June 30."""

UP_TO = re.compile(
    rf"(?:[Tt]he )?(?:(?P<n>{'|'.join(sorted(date_words().english.numbers))}|[0-9]{{1,2}}) )?"
    r"(?P<unit>week|month|year)s? (?:to|through) $"
)
"""In front of a date: the units that end with it (the week to July 11, the three months to June)."""

WEEK_OF = re.compile(
    r"(?:the |The )?(?P<what>week|weekend) (?:of|beginning|starting|ending|that began|that started)(?: on)? (?:the )?$"
)
"""In front of a date: the week that it lies in."""
