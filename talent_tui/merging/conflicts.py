"""What the sources of one happening contradict each other on, and who says what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from talent_tui.merging.agreement import Sum, Told, days_apart, roles_agree, same_goal, sums_differ
from talent_tui.model import Conflict, ConflictValue, Publication, Status

_CAUTION: Final[dict[Status, int]] = {"confirmed": 0, "reported": 1, "planned": 2, "rumoured": 3, "denied": 4}
_FACTS: Final = frozenset({"confirmed", "reported"})

Company = Callable[[str], str]
"""From an organisation's id to its name."""


def conflicts(
    told: Sequence[Told],
    standing: Sequence[Told],
    name_of: Company,
    related: Callable[[str, str], bool],
) -> tuple[Conflict, ...]:
    """The contradicting fields, in a fixed order. `standing` are those of `told` whose status is not outdated."""
    found = [
        _differing("amounts", _amounts(told)),
        _differing("count", {t.article: str(t.event.count) for t in told if t.event.count is not None}),
        _differing("date", _dates(told)),
        _differing("from", _origins(told, name_of, related)),
        _differing("role", _roles(told)),
        _differing("status", _statuses(standing)),
        _differing("to", _goals(told, name_of, related)),
    ]
    return tuple(c for c in found if c)


def standing(told: Sequence[Told], published: Mapping[str, Publication]) -> list[Told]:
    """The accounts that news has not overtaken: a plan is outdated once it is told as done.

    Only a plan that is told later than every account of the fact stands against them.
    """
    done = [published[t.article].end for t in told if t.event.status in _FACTS]
    if not done:
        return list(told)
    last_done = max((d for d in done if d), default=None)

    def stands(one: Told) -> bool:
        told_on = published[one.article].start
        return one.event.status != "planned" or bool(last_done and told_on and told_on > last_done)

    return [one for one in told if stands(one)]


def most_cautious(statuses: Iterable[Status]) -> Status:
    """The status that promises least: a denial before a rumour, a plan, a report, a confirmed fact."""
    return max(statuses, key=lambda s: _CAUTION[s])


def _differing(field: str, values: Mapping[str, str]) -> Conflict | None:
    """A conflict where articles (keys) give different values."""
    by_value: dict[str, list[str]] = {}
    for article in sorted(values):
        by_value.setdefault(values[article], []).append(article)
    if len(by_value) < 2:
        return None
    return Conflict(field, tuple(ConflictValue(value, tuple(by_value[value])) for value in sorted(by_value)))


def _apart(told: Sequence[Told], differ: Callable[[Told, Told], bool]) -> bool:
    return any(differ(a, b) for i, a in enumerate(told) for b in told[i + 1 :])


def _amounts(told: Sequence[Told]) -> dict[str, str]:
    with_sums = [t for t in told if t.sums]
    if not _apart(with_sums, lambda a, b: sums_differ(a.sums, b.sums)):
        return {}
    first_text: dict[frozenset[Sum], str] = {}
    for one in with_sums:
        first_text.setdefault(one.sums, "–".join(a.text for a in one.event.amounts if a.value is not None))
    return {t.article: first_text[t.sums] for t in with_sums}


def _dates(told: Sequence[Told]) -> dict[str, str]:
    dated = [t for t in told if t.event.date.is_dated and t.event.date.edtf]
    if not _apart(dated, lambda a, b: days_apart(a.event.date, b.event.date) > 0):
        return {}
    return {t.article: str(t.event.date.edtf) for t in dated}


def _roles(told: Sequence[Told]) -> dict[str, str]:
    with_role = [t for t in told if t.event.role]
    if not _apart(with_role, lambda a, b: not roles_agree(str(a.event.role), str(b.event.role))):
        return {}
    return {t.article: str(t.event.role) for t in with_role}


def _statuses(told: Sequence[Told]) -> dict[str, str]:
    """Confirmed against reported is no contradiction."""
    if len({"fact" if t.event.status in _FACTS else t.event.status for t in told}) < 2:
        return {}
    return {t.article: t.event.status for t in told}


def _origins(told: Sequence[Told], name_of: Company, related: Callable[[str, str], bool]) -> dict[str, str]:
    with_origin = [t for t in told if t.event.from_]
    if not _apart(with_origin, lambda a, b: not related(str(a.event.from_), str(b.event.from_))):
        return {}
    return {t.article: name_of(str(t.event.from_)) for t in with_origin}


def _goals(told: Sequence[Told], name_of: Company, related: Callable[[str, str], bool]) -> dict[str, str]:
    with_goal = [t for t in told if t.event.to and t.event.type != "found"]  # a joint venture has several parents
    if not _apart(with_goal, lambda a, b: not same_goal(a.event, b.event, related)):
        return {}
    return {t.article: name_of(str(t.event.to)) for t in with_goal}
