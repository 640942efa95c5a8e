"""Which events a command is about: words and filters, the same for every command that has them."""

import argparse
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from talent_tui.cli.console import say
from talent_tui.cli.options import typed
from talent_tui.model import EVENT_TYPES, STATUSES, Company, Event, Person, UsageError

if TYPE_CHECKING:
    from talent_tui.index import Index
    from talent_tui.lookup import Days

E = TypeVar("E", Person, Company)


class Selected(NamedTuple):
    """The events, in the order of time, and how many only their missing day keeps out."""

    events: list[Event]
    undated: int


class NobodyError(UsageError):
    """A filter names nobody of the timeline."""

    exit_code = 1


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that narrow a timeline down. Several of one kind: any of them."""
    group = parser.add_argument_group("filters")
    many = {"action": "append", "default": []}
    group.add_argument("--person", metavar="NAME", help="any name of a person, pinyin and initials too", **many)  # type: ignore[arg-type]
    group.add_argument("--company", metavar="NAME", help="any name of a firm that takes part", **many)  # type: ignore[arg-type]
    group.add_argument("--from", dest="origin", metavar="NAME", help="the firm that people come from", **many)  # type: ignore[arg-type]
    group.add_argument("--to", dest="goal", metavar="NAME", help="the firm that people go to, or that pays", **many)  # type: ignore[arg-type]
    group.add_argument("--type", choices=EVENT_TYPES, help="what happened", **many)  # type: ignore[arg-type]
    group.add_argument("--status", choices=STATUSES, help="how sure it was when told", **many)  # type: ignore[arg-type]
    group.add_argument("--outlet", metavar="NAME", help="who tells it", **many)  # type: ignore[arg-type]
    group.add_argument("--verified", action="store_true", help="only what a person vouched for (`edit --verify`)")
    group.add_argument("--since", metavar="DAY", help="from this day on: 2025-06, 去年10月, last june")
    group.add_argument("--until", metavar="DAY", help="up to this day, included")


def is_filtered(options: argparse.Namespace) -> bool:
    """Whether any filter was given."""
    names = ("person", "company", "origin", "goal", "type", "status", "outlet", "verified", "since", "until")
    return any(getattr(options, name) for name in names)


def select(index: "Index", options: argparse.Namespace, words: list[str], days: "Days | None") -> Selected:
    """The events that meet the words and the filters; says on standard error how times and slips were understood.

    `days` are those of `range_given`. Raises NobodyError where a filter names nobody.
    """
    from talent_tui import lookup

    query = lookup.Query(
        words=tuple(words),
        people=_idents(options.person, index.people, "person"),
        companies=_idents(options.company, index.companies, "firm"),
        origins=_idents(options.origin, index.companies, "firm"),
        goals=_idents(options.goal, index.companies, "firm"),
        types=frozenset(options.type),
        statuses=frozenset(options.status),
        outlets=tuple(typed(o) for o in options.outlet),
        days=days,
    )
    found = lookup.find(index, query, read_days, simplify)
    for phrase, days in found.times:
        if lookup.plain_days(phrase) is None:
            say(f"{phrase}: {days_text(days)}")
    guesses = found.suggestions(index)
    if guesses:
        say(f"Nothing is called {', '.join(found.missed)}; did you mean {' or '.join(guesses)}?")
    events = [index.events[i] for i in found.positions]
    if options.verified:
        events = [e for e in events if e.verified is not None]
    return Selected(events, found.undated)


def days_text(days: "Days") -> str:
    """A range of days in words."""
    from talent_tui.days_in_words import range_words

    return range_words(*days)


def read_days(text: str) -> "Days | None":
    """A time in words, seen from today. Imports what reads text, so plain forms go elsewhere first."""
    from talent_tui.typed_days import read_days as read

    return read(text, date.today())


def simplify(text: str) -> str:
    """Traditional to simplified script. Imports OpenCC, so it is asked only where a name as written fits nobody."""
    from talent_tui.unstored import simplified

    return simplified(text)


def days_given(text: str) -> "Days":
    """The days that an option or an argument means. Raises UsageError where it is no time."""
    from talent_tui.lookup import plain_days

    wanted = typed(text)
    days = plain_days(wanted) or read_days(wanted)
    if days is None:
        raise UsageError(f"{wanted} is no time that is understood; write it like 2025-06-28, 2025-06 or 去年10月.")
    return days


def range_given(options: argparse.Namespace) -> "Days | None":
    """The days from `--since` to `--until`. Raises UsageError where one is no time."""
    since, until = options.since, options.until
    if since is None and until is None:
        return None
    start = days_given(since)[0] if since else None
    end = days_given(until)[1] if until else None
    if start is not None and end is not None and start > end:
        raise UsageError(f"--since {since} lies behind --until {until}.")
    return start, end


def _idents(names: list[str], entries: Mapping[str, E], kind: str) -> frozenset[str] | None:
    if not names:
        return None
    from talent_tui import lookup

    idents: set[str] = set()
    for name in map(typed, names):
        found = lookup.named(name, entries, simplify).entries
        if not found:
            raise nobody(name, kind, lookup.close_names(name, entries.values()))
        if len(found) > 1:
            say(f"{name} fits {len(found)}: {', '.join(sorted(e.name for e in found)[:5])}; all of them are taken.")
        idents.update(e.id for e in found)
    return frozenset(idents)


def nobody(name: str, kind: str, guesses: tuple[str, ...]) -> NobodyError:
    """The error for a name that fits nobody, with what may have been meant."""
    hint = f"did you mean {' or '.join(guesses)}?" if guesses else "`talent-tui find` looks into the texts too."
    return NobodyError(f"The timeline knows no {kind} called {name}; {hint}")
