"""What the moves of one person say about each other: whoever leaves, leaves where he was last."""

from bisect import bisect_left
from datetime import date

from talent_tui.events.draft import Draft
from talent_tui.lexicon.word_classes import is_a

GUESSED = "employer left from context"
"""The reason to look twice that a dated move of the same person takes away."""
KNOWN = "employer known from elsewhere"
"""What is told in place of such a reason where the lexicon knows the employer: it is not the article that says so."""
_FROM_CONTEXT = frozenset({"employer from context", KNOWN})


def follow_careers(drafts: list[Draft]) -> None:
    """Give moves whose clause does not say what is left, or gone back to, what the person's dated moves tell."""
    stations = _stations(drafts)
    alone = [d for d in drafts if len(d.people) == 1 and d.type in ("join", "return", "leave")]
    leaves: dict[str, list[Draft]] = {}
    for draft in alone:
        if draft.type == "leave":
            leaves.setdefault(draft.people[0], []).append(draft)
    # In the order of time: what a return is found to be is what the next one leaves.
    for draft in sorted(alone, key=lambda d: (_day(d) or date.max, d.at)):
        person = draft.people[0]
        mine = stations.get(person, [])
        if draft.type == "join":
            _where_he_was(draft, mine)
        last = _last_before(draft, mine)
        if draft.type == "return" and _day(draft) is None and draft.status == "confirmed" and mine:
            # He has gone home to A, which he left for B in 2020: as of today, from B.
            last = mine[-1][2]
        if last is None or last.to is None:
            continue
        if draft.type == "leave" and draft.origin_guessed:
            draft.from_, draft.companies = last.to, (last.to,)
            draft.weak = [reason for reason in draft.weak if reason != GUESSED]
        elif draft.type == "return" and _FROM_CONTEXT & {*draft.weak} and _left_it(last, draft, leaves.get(person, [])):
            # 1997年进入A,2006年退休,三年后被请回公司: to A.
            draft.to, draft.companies = last.to, (last.to,)
        elif draft.type == "return" and draft.from_ is None and not _left_it(last, draft, leaves.get(person, [])):
            if last.to not in draft.orgs:
                draft.from_, draft.companies = last.to, (last.to, *draft.companies)
                draft.weak.append("origin from context")
        elif (
            draft.type == "join"
            and draft.from_ is None
            and last.to not in draft.orgs
            and _moves_on(draft)
            and not _left_it(last, draft, leaves.get(person, []))
        ):
            # 2016年加入A……2019年转任B: from A.
            draft.from_, draft.companies = last.to, (last.to, *draft.companies)
            draft.weak.append("origin from context")
        if draft.type == "join" and last.to != draft.to and _was_there(draft, mine):
            # 2005年加入A……2009年转投B……2023年又加入A: he comes back.
            draft.type = "return"


def _where_he_was(draft: Draft, stations: list[tuple[date, int, Draft]]) -> None:
    """A hired X away from B; he had come over from C in 2000: to B, where the clause does not say it."""
    day = _day(draft)
    if day is None or "employer from context" not in draft.weak:
        return
    after = bisect_left(stations, (day, draft.at + 1), key=lambda s: s[:2])
    later = stations[after][2] if after < len(stations) else None
    if later is not None and later.to == draft.to and later.from_ not in (None, draft.from_, draft.to):
        draft.to = later.from_
        draft.companies = tuple(o for o in (draft.from_, draft.to) if o)


def _was_there(draft: Draft, stations: list[tuple[date, int, Draft]]) -> bool:
    """Whether an earlier station of the person is the employer that he joins."""
    day = _day(draft)
    before = bisect_left(stations, (day, draft.at), key=lambda s: s[:2]) if day is not None else 0
    return any(station.to == draft.to for _, _, station in stations[:before])


def _moves_on(draft: Draft) -> bool:
    return any(is_a(draft.word, kind) for kind in ("moves_away", "transfers"))


def _left_it(station: Draft, later: Draft, leaves: list[Draft]) -> bool:
    """Whether the person, of whom all leaves are given, is told to have left a station before a later move."""
    days = (_day(d) for d in leaves if d.from_ == station.to)
    begun, until = _day(station), _day(later)
    return any(d is not None and begun is not None and until is not None and begun <= d < until for d in days)


def _stations(drafts: list[Draft]) -> dict[str, list[tuple[date, int, Draft]]]:
    """Where each person worked, in the order of time; of nobody who has a station without a day."""
    stations: dict[str, list[tuple[date, int, Draft]]] = {}
    undated: set[str] = set()
    for draft in filter(_is_station, drafts):
        day = _day(draft)
        for person in draft.people:
            if day is None and draft.type == "return":
                # As of today: no station before it is unknown for that.
                continue
            if day is None:
                undated.add(person)
            else:
                stations.setdefault(person, []).append((day, draft.at, draft))
    return {p: sorted(found, key=lambda s: s[:2]) for p, found in stations.items() if p not in undated}


def _is_station(draft: Draft) -> bool:
    """Whether a draft tells where somebody works from then on."""
    if draft.status in ("planned", "denied", "rumoured") or draft.to is None:
        return False
    return draft.type in ("join", "return")


def _day(draft: Draft) -> date | None:
    return draft.date.value.start if draft.date is not None else None


def _last_before(move: Draft, stations: list[tuple[date, int, Draft]]) -> Draft | None:
    """The station that was the last one before a move: by their days."""
    day = _day(move)
    if day is None:
        return None
    before = bisect_left(stations, (day, move.at), key=lambda s: s[:2])
    return stations[before - 1][2] if before else None
