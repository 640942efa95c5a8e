"""What a date expression says, before anyone knows which day it was written: the typed values of the grammar.

Shifts count units (last year = -1). `named` marks what counts from a date named before in the text (同年, 次日) rather
than from publication.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]
Side = Literal["until", "since", "from"]

WEEKEND = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar: whichever of year, month, day are told; what is missing comes from context.

    `months` is a part of a year (a quarter: 7 to 9), `days` a part of a month (31 is its last). Year and month are
    numbers, or shifts.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    named: bool = False
    spans: bool = False
    """`months` or `days` are a range in the text's words (6月28—30日), not a part that has a name."""
    nearest: Literal["before", "after"] | None = None
    """Last December, next March: the latest such month before publication's, or the first after it; with a day alone:
    counted from publication, whatever month was named."""
    unit_shift: int | None = None
    """With `months` a quarter long: counted from the quarter of publication (上季度); `months` is then ignored."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit so many away: 昨天, 上周, 三个月后. `loose` ones (三个月后) may count from publication or a named date."""

    unit: Unit
    count: int
    named: bool = False
    loose: bool = False
    approximate: bool = False
    anniversary: bool = False
    """一年前的今天: the same day, not the whole year."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday is 0, `WEEKEND` both days), in a week counted from publication's, or alone (`week` None)."""

    day: int
    week: int | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """The last `count` units, the day of publication being the last day."""

    unit: Unit
    count: int
    within: bool = False
    """N日内: a duration unless the clause speaks of the past."""


@dataclass(frozen=True, slots=True)
class Recent:
    """Up to publication, nothing said about since when."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Several months ago: counted, but no day can be claimed."""


@dataclass(frozen=True, slots=True)
class Years:
    """Years by their numbers: a decade."""

    first: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, that a date lies in."""

    of: "Spec"
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class UpTo:
    """So many units of which the last day of another expression is the last: the week to July 11."""

    of: "Spec"
    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class PartSoFar:
    """Earlier this year: from the unit's first day to publication; `rest`: from publication to its last day."""

    of: "Spec"
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Damaged:
    """A day whose month lost its digit to damage."""

    day: int


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one expression to the last day of another; what one lacks it takes from the other."""

    first: "Spec"
    last: "Spec"


@dataclass(frozen=True, slots=True)
class Open:
    """截至X, X前 (`until`), X以来 (`since`, up to publication), 自X起 (`from`)."""

    of: "Spec"
    side: Side


@dataclass(frozen=True, slots=True)
class About:
    """Approximately: 6月28日前后."""

    of: "Spec"


Spec = (
    Calendar
    | Counted
    | Weekday
    | Past
    | Recent
    | Vague
    | Years
    | WeekOf
    | UpTo
    | PartSoFar
    | Damaged
    | Range
    | Open
    | About
)


class Expression(NamedTuple):
    """A date expression in the text. `needs_antecedent`: it is one only behind a date named before."""

    start: int
    end: int
    spec: Spec
    needs_antecedent: bool = False
    english: bool = False


def is_written(spec: Spec) -> bool:
    """Whether a year, month or day is written in it (an `explicit` date) rather than counted."""
    match spec:
        case Calendar():
            if spec.named or (spec.year_shift or 0) != 0 or spec.month_shift is not None or spec.nearest:
                return False
            return spec.year is not None or spec.month is not None or spec.day is not None
        case Years() | Damaged():
            return True
        case Range():
            return is_written(spec.first)
        case Open() | About() | WeekOf() | UpTo() | PartSoFar():
            return is_written(spec.of) and not isinstance(spec, PartSoFar)
        case _:
            return False


def parts(spec: Spec) -> tuple[Spec, ...]:
    """The expressions that one is made of."""
    if isinstance(spec, Range):
        return spec.first, spec.last
    return (spec.of,) if isinstance(spec, Open | About | WeekOf | UpTo | PartSoFar) else (spec,)


def is_named(spec: Spec) -> bool:
    """Whether it counts from a date named before in the text."""
    while isinstance(spec, Open | About | WeekOf | UpTo | PartSoFar):
        spec = spec.of
    return isinstance(spec, Calendar | Counted | Weekday) and spec.named
