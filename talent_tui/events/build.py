"""Drafts to events: quotation, wording, certainty, id."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast

from talent_tui.events.certainty import Doubts, is_doubtful
from talent_tui.events.days import span_of
from talent_tui.events.draft import Draft
from talent_tui.model import Article, Company, Event, Evidence, Person, Tagged

LONGEST_QUOTE = 160
"""Characters of a quotation: a sentence, not a page (the answer keys' bound)."""

LONGEST_TABLE = 400
"""Characters of a table of figures."""


def build(
    draft: Draft, article: Article, tagged: Tagged, certainty: Doubts, ident: str, denied_id: str | None
) -> Event:
    """The finished event of one draft. `denied_id` is the id of the event that a denial is about."""
    start, end = _quotation(draft, tagged)
    stored = tagged.clean.stored(start, end)
    date = span_of(draft, tagged.published)
    people = {p.id: p for p in tagged.people}
    companies = {c.id: c for c in tagged.companies}
    outlets = tuple(companies[o].name for o in draft.outlets if o in companies) or (
        (article.outlet,) if article.outlet else ()
    )
    quote = article.text[stored.start : stored.end]
    doubts = certainty.about(draft, tagged.clean.text[start:end])
    evidence = Evidence(article.id, stored.start, stored.end, quote, outlets, draft.status, date)
    amounts = tuple(a.amount for a in draft.amounts if start <= a.start and a.end <= end)
    summary = wording(draft, people, companies, tagged.clean.text[start:end], article.language)
    return Event(
        id=ident,
        type=draft.type,
        date=date,
        people=draft.people,
        from_=draft.from_,
        to=draft.to,
        companies=_parties(draft, companies),
        role=draft.role,
        status=draft.status,
        certainty="check" if is_doubtful(doubts) else "sure",
        amounts=amounts,
        count=draft.count,
        speaker=draft.speaker,
        denies=denied_id,
        summary=summary,
        sources=(evidence,),
        why=_reasons(draft, doubts),
        search=search_text(" ".join((summary, quote, *_names(draft, people, companies)))),
    )


def _reasons(draft: Draft, doubts: Sequence[str]) -> tuple[str, ...]:
    """The rule, where its date comes from if not from its own clause, and the doubts."""
    dated = (f"date from {draft.date_because}",) if draft.date_because else ()
    return (f"rule {draft.rule}", *dated, *doubts)


def _parties(draft: Draft, companies: Mapping[str, Company]) -> tuple[str, ...]:
    """The organisations that take part; an outlet that only tells is none."""
    told_by = {o for o in draft.outlets if o in companies and draft.type != "report"}
    return tuple(o for o in draft.orgs if o not in told_by or o in (draft.from_, draft.to, draft.speaker))


def event_ids(drafts: Sequence[Draft], article: Article) -> list[str]:
    """Ten hexadecimal digits each from the article's digest, the place and the people: the same for the same text.

    One word may tell two tallies (两名甲员工和两名乙员工加入): those after the first are told apart by their ends.
    """
    given: dict[str, None] = {}
    for draft in drafts:
        key = "|".join((article.digest, draft.type, str(draft.at), *draft.people))
        ident = _ten_digits(key)
        while ident in given:
            key = f"{key}|{draft.from_}|{draft.to}"
            ident = _ten_digits(key)
        given[ident] = None
    return list(given)


def _ten_digits(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def _quotation(draft: Draft, tagged: Tagged) -> tuple[int, int]:
    """The draft's clauses, without the marks around them, the date in front included if it is near."""
    text, start, end = tagged.clean.text, draft.start, draft.end
    if (
        draft.date is not None
        and draft.sentence <= draft.date.start < start
        and end - draft.date.start <= LONGEST_QUOTE
    ):
        start = draft.date.start
    if draft.amounts and draft.type in ("deal", "found", "freeze", "offer", "pay"):
        # The sum belongs to what is quoted, if it stands near.
        first, last = draft.amounts[0].start, draft.amounts[-1].end
        if max(end, last) - min(start, first) <= LONGEST_QUOTE:
            start, end = min(start, first), max(end, last)
    while start < end and text[start] in " ,，、;；:：。\n\t)）":
        start += 1
    while end > start and text[end - 1] in " ,，、;；:：\n\t(（“「":
        end -= 1
    for stored_end in (end,):
        span = tagged.clean.stored(start, stored_end)
        if span.end - span.start > (LONGEST_TABLE if draft.table else LONGEST_QUOTE):
            # Keep the telling word inside.
            if draft.at - start > LONGEST_QUOTE // 2:
                start = max(start, min(draft.at - LONGEST_QUOTE // 3, end - LONGEST_QUOTE * 2 // 3))
            end = min(end, start + LONGEST_QUOTE * 4 // 5)
    return start, end


def _names(draft: Draft, people: Mapping[str, Person], companies: Mapping[str, Company]) -> list[str]:
    out: list[str] = []
    for person in draft.people:
        if person in people:
            out += [people[person].name, *people[person].aliases]
    for org in draft.orgs:
        if org in companies:
            out += [companies[org].name, *companies[org].aliases]
    return out


def wording(
    draft: Draft, people: Mapping[str, Person], companies: Mapping[str, Company], quote: str, language: str
) -> str:
    """One line that a person can read without the article, in the article's language and script."""
    english = language == "en"

    def org(ident: str | None) -> str:
        return companies[ident].name if ident is not None and ident in companies else ""

    joiner = " and " if english else "、"
    doers, beside = _doers(draft)
    who, other = (joiner.join(people[p].name for p in some if p in people) for some in (doers, beside))
    if not who and draft.type in ("join", "leave", "return"):
        who = (
            ("1 person" if draft.count == 1 else f"{draft.count or 'several'} people")
            if english
            else (f"{draft.count}人" if draft.count else "多人")
        )
    from_, to = org(draft.from_), org(draft.to)
    if draft.type in ("join", "return", "leave", "appoint") and (who or english):
        text = (_english if english else _chinese)(draft, who, other, from_, to)
    else:
        text = re.sub(r"\s+", " ", quote).strip()
        actor = who or org(draft.speaker) or org(draft.to) or next((org(o) for o in draft.orgs), "")
        if who:
            # "that he started with Y" says nothing of X: each of the people has to be named.
            known = all(
                any(n in text for n in (people[p].name, *people[p].aliases)) for p in draft.people if p in people
            )
        else:
            ident = draft.speaker or draft.to or next(iter(draft.orgs), "")
            known = ident not in companies or any(n in text for n in (actor, *companies[ident].aliases))
        if actor and not known:
            text = f"{actor}: {text}" if english else f"{actor}：{text}"
        if len(text) > 120:
            text = text[:119] + "…"
    return _converter("s2t")(text) if language == "zh-Hant" else text


def _doers(draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it, and who only takes part in it: the boss to whom somebody reports, who had the post before."""
    if draft.rule.startswith("reports to"):
        return draft.people[:1], draft.people[1:]
    before = draft.predecessor if draft.type == "appoint" and not draft.is_loss else ()
    doers = tuple(p for p in draft.people if p not in before)
    return (doers, tuple(p for p in draft.people if p in before)) if doers else (draft.people, ())


def _chinese(draft: Draft, who: str, other: str, from_: str, to: str) -> str:
    role = f"，任{draft.role}" if draft.role else ""
    if draft.type == "join":
        return f"{who}{f'从{from_}' if from_ else ''}加入{to}{role}"
    if draft.type == "return":
        return f"{who}{f'从{from_}' if from_ else ''}回到{to}{role}"
    if draft.type == "leave":
        return f"{who}离开{from_}" if from_ else f"{who}离职"
    if draft.is_loss:
        return f"{who}不再任{to}{draft.role or '原职'}"
    if draft.rule.startswith("reports to"):
        return f"{who}向{other}汇报（{to}）" if other else f"{who}改换上级（{to}）"
    if other:
        return f"{who}接替{other}任{to}{draft.role}" if draft.role else f"{who}接替{other}（{to}）"
    return f"{who}任{to}{draft.role}" if draft.role else f"{who}负责{to}"


def _english(draft: Draft, who: str, other: str, from_: str, to: str) -> str:
    s = "" if " and " in who or who.endswith(" people") else "s"
    role = f" as {draft.role}" if draft.role else ""
    at = f" at {to}" if to else ""
    if draft.type == "join":
        return f"{who} join{s} {to}" + (f" from {from_}" if from_ else "") + role
    if draft.type == "return":
        return f"{who} return{s} to {to}" + (f" from {from_}" if from_ else "") + role
    if draft.type == "leave":
        return f"{who} leave{s} {from_}".rstrip()
    if draft.is_loss:
        return f"{who} lose{s} a role{at}"
    if draft.rule.startswith("reports to"):
        return f"{who} report{s} to {other}{at}" if other else f"{who} report{s} to somebody else{at}"
    if other:
        return f"{who} succeed{s} {other}{role}{at}"
    return f"{who} become{s} {draft.role}{at}" if draft.role else f"{who} take{s} over{at}"


@cache
def _converter(config: str) -> Callable[[str], str]:
    import opencc

    return cast("Callable[[str], str]", opencc.OpenCC(config).convert)


def search_text(text: str) -> str:
    """What a search looks into: lower case, compatibility forms folded, both scripts."""
    plain = unicodedata.normalize("NFKC", text).lower()
    simple, traditional = _converter("t2s")(plain), _converter("s2t")(plain)
    return simple if simple == traditional else f"{simple}\n{traditional}"
