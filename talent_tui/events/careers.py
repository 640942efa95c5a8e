"""What the moves of one person say about each other: whoever leaves, leaves where he was last."""

from datetime import date

from talent_tui.events.draft import Draft

GUESSED = "employer left from context"
"""The reason to look twice that a dated move of the same person takes away."""


def follow_careers(drafts: list[Draft]) -> None:
    """Give the leaves whose clause does not say what is left the employer that the person's dated moves tell."""
    stations: dict[str, list[Draft]] = {}
    for draft in drafts:
        if _is_station(draft):
            for person in draft.people:
                stations.setdefault(person, []).append(draft)
    for draft in drafts:
        if draft.type == "leave" and draft.origin_guessed and len(draft.people) == 1:
            last = _last_before(draft, stations.get(draft.people[0], []))
            if last is not None:
                draft.from_, draft.companies = last.to, tuple(o for o in (last.to,) if o)
                draft.weak = [reason for reason in draft.weak if reason != GUESSED]


def _is_station(draft: Draft) -> bool:
    """Whether a draft tells where somebody works from then on."""
    if draft.status in ("planned", "denied", "rumoured") or draft.to is None:
        return False
    return draft.type in ("join", "return")


def _day(draft: Draft) -> date | None:
    return draft.date.value.start if draft.date is not None else None


def _last_before(leave: Draft, stations: list[Draft]) -> Draft | None:
    """The station that was the last one when somebody left: by their days, where all have one."""
    day = _day(leave)
    dated = [(d, s) for s in stations if (d := _day(s)) is not None]
    if day is None or len(dated) != len(stations):
        return None
    before = [(d, s.at, s) for d, s in dated if (d, s.at) < (day, leave.at) and s is not leave]
    return max(before, key=lambda x: x[:2])[2] if before else None
