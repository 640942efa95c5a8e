"""One draft for one thing in a sentence, where several frames saw it."""

from datetime import timedelta

from talent_tui.events.careers import GUESSED
from talent_tui.events.draft import Draft
from talent_tui.events.origins import away_too_long
from talent_tui.lexicon.word_classes import is_a

_MOVES = ("join", "return")


def chosen(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without doubles: moves go before what they also look like. Order is kept."""
    out: list[Draft] = []
    _add_leaders(drafts)
    _posts_elsewhere(drafts)
    for draft in drafts:
        if _told_by_another(draft, drafts, out):
            continue
        twin = next((other for other in out if _alike(draft, other)), None)
        if twin is not None:
            # X, appointed in October to replace Y.
            replaces = draft.word.lower().removeprefix("to ") in ("replace", "succeed", "take over", "fill in")
            twin.predecessor = twin.predecessor or (draft.predecessor if replaces else ())
        if twin is None:
            out.append(draft)
            continue
        twin.predecessor = twin.predecessor or draft.predecessor
        if draft.type == "appoint" and twin.role is None and draft.role is not None:
            # 接替Y,兼任B总裁: the second clause says which post it is.
            twin.role, twin.to, twin.end = draft.role, draft.to or twin.to, max(twin.end, draft.end)
            twin.companies = tuple(dict.fromkeys((*draft.companies, *twin.companies)))
        elif draft.type == "deal" and twin.to == draft.to:
            # 拟出资20亿,入股B: what the second word adds belongs to the one deal.
            twin.companies = tuple(dict.fromkeys((*twin.companies, *draft.companies)))
            twin.amounts = twin.amounts or draft.amounts
    return [draft for draft in out if not _all_named(draft, out)]


def _all_named(group: Draft, drafts: list[Draft]) -> bool:
    """Whether all of a number of people are named beside it: two researchers, X and Y, left."""
    if group.people or not group.count or group.type not in (*_MOVES, "leave"):
        return False
    same = [d for d in drafts if (d.type, d.from_, d.to) == (group.type, group.from_, group.to)]
    return len({p for d in same for p in d.people}) == group.count


def _add_leaders(drafts: list[Draft]) -> None:
    """成立了B,由X牵头: whoever is put at the head of what the sentence founds belongs to the founding."""
    for founding in drafts:
        if founding.type != "found" or founding.people or founding.word.isascii():
            continue
        new = set(founding.companies) - {founding.to}
        leaders = [d for d in drafts if d.type == "appoint" and d.at > founding.at and d.to in new]
        if leaders and not leaders[0].rule.startswith(("loses", "reports")):
            founding.people = tuple(dict.fromkeys((*founding.people, *leaders[0].people)))


def _posts_elsewhere(drafts: list[Draft]) -> None:
    """离开A,出任B集团副总裁: a post at a firm that has nothing to do with the one just left is a move there."""
    for draft in drafts:
        if draft.type != "appoint" or not draft.rule.startswith("appoint:") or draft.word.isascii() or draft.weak:
            continue
        left = next((d for d in drafts if d.type == "leave" and d.people == draft.people and d.at < draft.at), None)
        if left is None or left.from_ is None or draft.to is None or set(left.orgs) & set(draft.orgs):
            continue
        if any(d.type in ("join", "return") and d.people == draft.people and left.at < d.at < draft.at for d in drafts):
            # 告别A投奔B,又接下C的CEO: he is at B by then.
            continue
        at_once = not happened_apart(left, draft) or _follows_soon(left, draft)
        if at_once and left.from_ != draft.to:
            draft.type, draft.from_, draft.rule = "join", left.from_, f"post at a new employer:{draft.word}"
            draft.companies = tuple(dict.fromkeys((left.from_, *draft.companies)))


_SOON = timedelta(days=150)
"""Who takes a post elsewhere within so many days comes from what he left."""


def _follows_soon(left: Draft, post: Draft) -> bool:
    """离开A,次月出任B副总经理: not 兼任, which may be one of several."""
    end = left.date.value.end if left.date is not None else None
    start = post.date.value.start if post.date is not None else None
    told = post.role is not None and "兼" not in post.role + post.word
    return told and end is not None and start is not None and timedelta(0) <= start - end <= _SOON


def _told_by_another(draft: Draft, drafts: list[Draft], out: list[Draft]) -> bool:
    """Whether another draft of the sentence tells it; that one takes over what this one knows more."""
    match draft.type:
        case "leave":
            cut = draft.group and any(d.type == "freeze" and d.count == draft.count for d in drafts)
            return cut or _leaves_to_join(draft, drafts)
        case "appoint":
            return _into_the_post(draft, drafts) or _joins_boss(draft, out)
        case "statement":
            if "announcement" in draft.weak and any(d.type != "statement" for d in drafts):
                return True
            return "only tells of the own move" in draft.weak and any(
                d.type in ("join", "return", "leave") and d.at > draft.at and d.people == draft.people for d in drafts
            )
        case "offer":
            moves = any(d.type in _MOVES and d.start <= draft.at < d.end for d in drafts)
            return moves or any(d.type == "offer" for d in out)
        case "pay":
            said = any(d.type in ("offer", "deal", "freeze") for d in drafts)
            return said or any(d.type == "pay" for d in out)
        case "deal":
            return _same_round(draft, out)
    return False


def _leaves_to_join(draft: Draft, drafts: list[Draft]) -> bool:
    """离开A,加入B is one move from A to B. Who is dismissed and comes back, left."""
    moves = [d for d in drafts if d.type in _MOVES and d.status not in ("planned", "rumoured")]
    returned = next((d for d in drafts if d.type == "return" and set(d.people) & set(draft.people)), None)
    if returned is not None:
        if GUESSED in draft.weak:
            # Who left and came back, left where he came back to, unless it was to another.
            draft.from_ = returned.from_ or returned.to
        if draft.from_ == returned.to:
            return False
    # joined A in 2016 and left in 2024: leaving what one joined is another event.
    mine = [d for d in moves if set(d.people) & set(draft.people) and d.to != draft.from_]
    if draft.people and mine and all(happened_apart(draft, move) for move in mine):
        # 7月底退休,10月回到A: two days, two events.
        for move in mine:
            if before(move, draft):
                # 2016年加入A,2024年离开B: not from B to A.
                continue
            left_on = draft.date.value.end if draft.date is not None else None
            if away_too_long(left_on, move.date.value.start if move.date is not None else None):
                # 2009年离开A,2011年加入B: not from A any more.
                continue
            move.from_ = move.from_ or (draft.from_ if move.to != draft.from_ else None)
            move.origin_guessed = move.origin_guessed and move.from_ != draft.from_
        return False
    for move in mine:
        if move.people == draft.people and move.to != draft.from_:
            told = draft.from_ is not None and not draft.origin_guessed
            if told and (move.from_ is None or move.origin_guessed):
                # 2021年离开A,转投B: what the sentence says goes before what was known of him.
                move.from_, move.origin_guessed = draft.from_, False
            move.from_ = move.from_ or draft.from_
    for move in moves:
        if draft.group and move.group and draft.count == move.count:
            # 约20人从A出走,投奔B: from A.
            move.from_ = move.from_ or (draft.from_ if draft.from_ != move.to else None)
    return bool(mine) or (draft.group and bool(moves)) or _joined_now(draft, moves)


def before(a: Draft, b: Draft) -> bool:
    """Whether one draft is dated wholly before another."""
    if a.date is None or b.date is None:
        return False
    end, start = a.date.value.end, b.date.value.start
    return end is not None and start is not None and end < start


def happened_apart(a: Draft, b: Draft) -> bool:
    """Whether two drafts are dated and have no day in common."""
    return before(a, b) or before(b, a)


def _joined_now(draft: Draft, moves: list[Draft]) -> bool:
    """Leaving what is just joined is another event only with a day of its own."""
    same = [d for d in moves if set(d.people) & set(draft.people) and d.to == draft.from_]
    return any(d.date == draft.date for d in same)


def _into_the_post(draft: Draft, drafts: list[Draft]) -> bool:
    """Joining and being given a post in one breath is the joining, with the post."""
    if draft.rule.startswith("reports to"):
        # Whom one reports to is told with both names.
        return False
    for other in drafts:
        together = other.type in _MOVES and set(other.people) & set(draft.people)
        if (other.status == "denied") != (draft.status == "denied") or happened_apart(other, draft):
            continue
        if together and (other.to in draft.orgs or draft.to in other.orgs):
            other.role = other.role or draft.role
            other.end = max(other.end, draft.end)
            if other.date is None:
                # X, poached from A, took charge of B last September.
                other.date, other.date_because = draft.date, draft.date_because
            return True
    return False


def _same_round(draft: Draft, drafts: list[Draft]) -> bool:
    """Who raises, who leads and who follows are one deal; whoever leads pays."""
    word = draft.word
    for other in drafts:
        if happened_apart(draft, other):
            continue
        if other.type != "deal" or not is_a(word, "in_round") or not is_a(other.word, "in_round"):
            continue
        if is_a(word, "leads_round") or (other.to is None and not is_a(other.word, "leads_round")):
            other.to = draft.to or other.to
        other.companies = tuple(dict.fromkeys((*other.companies, *draft.companies)))
        other.amounts = other.amounts or draft.amounts
        other.start, other.end = min(other.start, draft.start), max(other.end, draft.end)
        return True
    return False


def _joins_boss(draft: Draft, drafts: list[Draft]) -> bool:
    """X团队由A带,向B汇报: the boss joins the appointment of the same sentence."""
    if not draft.rule.startswith("reports to"):
        return False
    for other in drafts:
        if other.type == "appoint" and other.people[:1] == draft.people[:1] and not other.rule.startswith("reports"):
            other.people = tuple(dict.fromkeys((*other.people, *draft.people)))
            other.end = max(other.end, draft.end)
            return True
    return False


def _alike(a: Draft, b: Draft) -> bool:
    if a.type != b.type or a.people != b.people:
        return False
    if a.type == "deal":
        if happened_apart(a, b):
            return False
        shared = set(a.orgs) & set(b.orgs)
        return (
            not set(b.orgs) - set(a.orgs) or not set(a.orgs) - set(b.orgs) or (a.status == b.status and len(shared) > 1)
        )
    if a.type in ("freeze", "release"):
        # Two days are two occasions: laid off on Wednesday, to close by June.
        return a.date is None or b.date is None or a.date == b.date
    if a.type == "found":
        return bool(set(a.orgs) & set(b.orgs)) or not a.orgs or not b.orgs
    if a.type in ("statement", "reorganise", "report"):
        return True
    if a.group and b.group:
        return a.to == b.to and a.from_ == b.from_ and a.count == b.count
    if happened_apart(a, b):
        return False
    if a.type == "appoint" and a.role and b.role and a.role != b.role and a.date and b.date and a.date != b.date:
        # 2020年1月起任总裁,2022年1月当选董事长: two posts, each with its day.
        return False
    return a.to == b.to or (a.from_ == b.from_ and (a.from_ is not None or a.type == "appoint"))
