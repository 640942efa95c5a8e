"""The same happening told twice in one article is one event, with the evidence where it is told most fully."""

import re

from talent_tui.events.careers import GUESSED, KNOWN
from talent_tui.events.choose import before, happened_apart
from talent_tui.events.dating import SENTENCE_DATE
from talent_tui.events.draft import Draft

_LEFT_WHAT = frozenset({GUESSED, KNOWN})
_ANOTHER_FIRM = frozenset({"organisation from context", "organisation from another clause"})


def unite(drafts: list[Draft]) -> list[Draft]:
    """Drafts without repeats, in reading order. What a repeat knows more (a date, an origin) goes to the one kept."""
    kept: list[Draft] = []
    gone: dict[int, Draft] = {}
    by_key: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        key = _key(draft)
        twin = next((d for d in by_key.get(key, []) if _same(d, draft)), None)
        if twin is None:
            kept.append(draft)
            by_key.setdefault(key, []).append(draft)
        else:
            gone[id(draft)] = twin
            _absorb(twin, draft)
    for draft in kept:
        if draft.denies is not None:
            draft.denies = gone.get(id(draft.denies), draft.denies)
    _add_predecessors(kept)
    return _without_shadows(kept)


def _add_predecessors(drafts: list[Draft]) -> None:
    """Who had a post before belongs to the appointment, unless the loss is told as an event of its own."""
    going = [d for d in drafts if d.type in ("leave", "join", "return") or d.is_loss]
    for draft in drafts:
        if draft.type != "appoint" or not draft.predecessor:
            continue
        gone = {p for d in going if _gives_it_up(d, draft) for p in d.people}
        if not set(draft.predecessor) & gone:
            draft.people = tuple(dict.fromkeys((*draft.people, *draft.predecessor)))


def _gives_it_up(loss: Draft, post: Draft) -> bool:
    """Whether a departure or a loss may be that of a post: of the same house, if both are told."""
    if loss.type == "join" and before(loss, post):
        return False
    left = loss.to if loss.is_loss else loss.from_
    return left is None or post.to is None or bool(set(loss.orgs) & set(post.orgs))


def _key(draft: Draft) -> tuple[object, ...]:
    """Only drafts with equal keys can be the same."""
    if draft.type in ("join", "return"):
        return ("move", draft.people)
    if draft.type in ("found", "reorganise", "freeze", "release", "deal"):
        return (draft.type,)
    return (draft.type, draft.people)


def _same(a: Draft, b: Draft) -> bool:
    near = a.type in ("join", "return", "leave") and a.people and a.people == b.people and _within_a_month(a, b)
    if not near and happened_apart(a, b):
        return False
    if {a.type, b.type} == {"join", "return"} and _in_another_year(*((a, b) if a.type == "return" else (b, a))):
        return False
    if not a.people and not b.people and (a.status == "planned") != (b.status == "planned"):
        return False
    if a.type in ("join", "return", "leave"):
        if a.group and (a.count != b.count or a.count is None):
            return a.count == b.count and a.from_ == b.from_ and a.to == b.to
        return (a.to == b.to or None in (a.to, b.to)) and (
            a.from_ == b.from_ or None in (a.from_, b.from_) or bool(a.people)
        )
    if a.type == "appoint":
        return (
            a.people == b.people
            and (a.to == b.to or None in (a.to, b.to) or _one_post(a, b))
            and (a.role == b.role or None in (a.role, b.role))
            and abs(a.sentence - b.sentence) < 2000
        )
    if a.type == "statement":
        return a.speaker == b.speaker and (a.line == b.line or (a.date is None) == (b.date is None))
    shared = set(a.orgs) & set(b.orgs)
    if a.type == "deal" and {a.status, b.status} == {"confirmed", "denied"} and a.rule != b.rule:
        # Was granted a licence on a day; CNBC reported that A was buying B, which A denied: two things.
        done = a if a.status == "confirmed" else b
        if done.date is not None:
            return False
    if a.type == "deal":
        sums_a, sums_b = ({m.amount.value for m in d.amounts} for d in (a, b))
        return len(shared) >= 2 and bool(not sums_a or not sums_b or sums_a & sums_b)
    if a.type == "found":
        return set(a.orgs) == set(b.orgs) and (len(shared) >= 2 or not a.people or not b.people)
    if a.type == "freeze":
        return (
            bool(shared)
            and (a.count == b.count or None in (a.count, b.count))
            and a.rule.split(":")[1][:2] == b.rule.split(":")[1][:2]
        )
    if a.type == "reorganise":
        return set(a.orgs) == set(b.orgs)
    if a.type in ("offer", "pay"):
        sums_a, sums_b = ({m.amount.value for m in d.amounts} for d in (a, b))
        return a.to == b.to and bool(sums_a & sums_b)
    return False


def _one_post(a: Draft, b: Draft) -> bool:
    """Whether a post at a unit and one at its firm are the same: with one title, or where the firm is a guess.

    A团队改由执行长X统领……X3月上任执行长: two.
    """
    inside = a.to in b.orgs or b.to in a.orgs
    if any(_LEADS_ALL.search(d.role or "") for d in (a, b)) and None in (a.role, b.role):
        return False
    return inside and (a.role == b.role or bool({*a.weak, *b.weak} & _ANOTHER_FIRM))


_LEADS_ALL = re.compile(r"首席执行官|CEO|执行长|董事长|chief executive|chairman|chairwoman", re.IGNORECASE)


def _in_another_year(back: Draft, first: Draft) -> bool:
    """X is returning to the firm that had hired him in 1992: a year is written where it is not this one."""
    return back.date is None and first.date is not None and bool(_YEAR.search(first.date.value.text or ""))


_YEAR = re.compile(r"(?:19|20)\d\d")


def _within_a_month(a: Draft, b: Draft) -> bool:
    """Nobody leaves or joins the same place twice in a month: the report and its confirmation are one move."""
    days = [d.date.value.start or d.date.value.end for d in (a, b) if d.date is not None]
    return len(days) == 2 and None not in days and abs((days[0] - days[1]).days) <= 31  # type: ignore[operator]


def _absorb(kept: Draft, other: Draft) -> None:
    own = kept.date is not None and kept.date_because is None
    better = other.date is not None and (
        other.date_because is None
        or (
            kept.date is None
            and (kept.type in ("join", "leave", "return", "appoint") or kept.status == other.status == "denied")
        )
        or (own and other.date_because == SENTENCE_DATE)
    )
    if better and (not own or _tells_it_finer(kept, other)):
        kept.date, kept.date_because, kept.weak = other.date, other.date_because, other.weak
        kept.start, kept.end, kept.at, kept.sentence, kept.line = (
            other.start,
            other.end,
            other.at,
            other.sentence,
            other.line,
        )
        kept.amounts = other.amounts or kept.amounts
    if kept.type == "leave" and other.from_ and _LEFT_WHAT & {*kept.weak} and not _LEFT_WHAT & {*other.weak}:
        # 宣布年底退休,12月如期离开A: from A, as the text says.
        kept.from_, kept.companies = other.from_, other.companies
    kept.from_ = kept.from_ or other.from_
    kept.to = kept.to or other.to
    kept.role = kept.role or other.role
    if kept.type == "found":
        kept.people = tuple(dict.fromkeys((*kept.people, *other.people)))
    kept.companies = tuple(dict.fromkeys((*kept.companies, *other.companies)))
    if other.type == "return":
        kept.type = "return"
    if "denied" in (kept.status, other.status):
        kept.status = "denied"
    elif kept.status in ("planned", "rumoured") and other.status in ("confirmed", "reported"):
        kept.status = other.status


def _tells_it_finer(kept: Draft, other: Draft) -> bool:
    """宣布年底退休,12月如期离开: the second day lies within the first."""
    a, b = (d.date.value if d.date is not None else None for d in (kept, other))
    if a is None or b is None or None in (a.start, a.end, b.start, b.end):
        return False
    inside = a.start <= b.start and b.end <= a.end  # type: ignore[operator]
    return kept.type == "leave" and inside and (a.start, a.end) != (b.start, b.end)


def _without_shadows(drafts: list[Draft]) -> list[Draft]:
    """A leave of somebody who joins elsewhere from there is told by the join."""
    for draft in drafts:
        if draft.type == "leave" and GUESSED in draft.weak:
            joins = [d for d in drafts if d.type == "join" and set(d.people) & set(draft.people)]
            later = {d.to for d in joins if not before(d, draft)}
            draft.from_ = None if draft.from_ in later else draft.from_
    _mark_repeated_sayings(drafts)
    joined: dict[tuple[str, str | None], list[Draft]] = {}
    for move in drafts:
        if move.type in ("join", "return") and move.status != "planned":
            for person in move.people:
                joined.setdefault((person, move.from_), []).append(move)
    return [
        d
        for d in drafts
        if not d.people
        or d.type != "leave"
        or not all(any(not happened_apart(d, m) for m in joined.get((p, d.from_), ())) for p in d.people)
    ]


def _mark_repeated_sayings(drafts: list[Draft]) -> None:
    """An undated saying of somebody who is quoted more than once may be part of another."""
    sayings: dict[str | None, list[Draft]] = {}
    for draft in drafts:
        if draft.type == "statement":
            sayings.setdefault(draft.speaker, []).append(draft)
    for speaker, said in sayings.items():
        for draft in said:
            if speaker is not None and len(said) > 1 and draft.date is None:
                draft.weak.append("one of several sayings")
