"""Recruiting that is not yet a move: approaches, offers, attempts to keep people; and figures of pay."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import BY, FROM, behind, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated, organisation_of
from talent_tui.events.movers import is_english_passive
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a

_WORK = re.compile(
    r"员|人才|团队|薪|奖金|加入|跳槽|研究|工程师|高管|职位|股权|离职"
    r"|staff|researcher|engineer|employee|talent|salary|bonus|job|team"
)
_BUYS = re.compile(r"收购|并购|私有化|洽谈|竞购|洽购|买下|入股|发行权|acqui|takeover|merger|buy", re.IGNORECASE)
_PAY_ITSELF = re.compile(r"的?[^,，。]{0,6}(?:年薪|月薪|日薪|时薪|底薪|薪水|薪资|工资)")
_TO_SOMEBODY = re.compile(r"(?:给|向|为)[^,，。]{0,4}(?:一位|一名|某|多位|多名|数位|数名)[^,，。]{0,14}$")
_TO_COME_OVER = re.compile(r"(?:请|邀|拉|挖|吸引|招)[^,，。]{0,14}(?:来|过来|加入|加盟|入职|过去|角|人)")
_OFFERED_BY = re.compile(r"(?:被|收到|来自|by\s|from\s)$")


_NOBODY_NAMED = re.compile(r"\s(?:as well|too|again)\s?[,.;]")
_FOR_A_FIRM = re.compile(
    r"\s(?:about\s|around\s|up\sto\s|more\sthan\s|nearly\s|a\s)?\ue003[^,.;]{0,30}?\bfor\s(?:the\s|its\s|a\s)?(?:[a-z-]+\s){0,4}"
    r"(?:\ue001|it\b|all\b|part\b|half\b|the (?:company|firm|whole|rest|business|group|lot)\b)"
)
_JUST_A_SUM = re.compile(
    r"\s(?:about\s|around\s|up\sto\s|more\sthan\s|nearly\s)?\ue003\s(?:in\s|on\s|last\s|that\s|this\s)?(?:cash\s)?\ue002"
)


_LEAST_BID = 1_000_000
"""A smaller sum buys no firm: offered $50 as a voucher."""


def is_bid(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Adobe offered $20 billion for Figma; Regeneron offered $256 million in May: a firm bids for another."""
    if trigger.word.lower() not in ("offered", "offers", "offer") or is_english_passive(scene, clause, trigger):
        return False
    if any(c.kind in ("person", "group") and c.ids for c in scene.right(clause, trigger.end)):
        return False
    actor = subject(scene, clause, trigger, ("org", "person"))
    if actor is None or actor.kind != "org":
        return False
    sums = scene.amounts(trigger.end, clause.end)
    if not sums or (sums[0].amount.value or 0) < _LEAST_BID:
        return False
    return bool(_FOR_A_FIRM.match(scene.text, trigger.end) or _JUST_A_SUM.match(scene.text, trigger.end))


def offer(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A向X开出…, X收到A的聘书, A挽留X; A offered X …"""
    if _NOBODY_NAMED.match(scene.text, trigger.end):
        # He is hiring as well.
        return
    around = scene.text[max(0, clause.start - 30) : clause.end + 30]
    whom = following(scene, clause, trigger, ("person",), gap=2)
    if is_a(trigger.word, "vague_offer") and not _WORK.search(around) and whom is None:
        return
    if cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end):
        return
    held_out = _TO_SOMEBODY.search(scene.text, clause.start, trigger.start)
    keeps = any(c.kind == "person" for c in scene.right(clause, trigger.end)) or bool(
        held_out or _TO_COME_OVER.search(scene.text, trigger.end, clause.end)
    )
    if trigger.word == "开出" and _PAY_ITSELF.match(scene.text, trigger.end) and not keeps:
        return
    if is_a(trigger.word, "names_a_sum") and _BUYS.search(scene.text):
        return
    approached: tuple[str, ...] = ()
    if scene.language == "en" and is_english_passive(scene, clause, trigger):
        # X has been approached by A.
        who = subject(scene, clause, trigger, ("person",))
        approached = who.ids if who is not None else ()
        agents = [c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, BY["en"])]
        actor = agents[0] if agents else None
    else:
        actor = subject(scene, clause, trigger, ("org", "person")) or marked(scene, clause, _OFFERED_BY, ("org",))
    if actor is None or not actor.ids:
        return
    draft = _by(scene, clause, trigger, actor)
    wanted = [c for c in scene.right(clause, trigger.end) if c.kind == "person"]
    draft.people = approached or tuple(dict.fromkeys((*draft.people, *(wanted[0].ids if wanted else ()))))
    draft.amounts = scene.amounts(0, len(scene.text))
    yield draft


_GOES_ON = re.compile(
    r"计划|试图|正在|继续|亲自|曾|多次|一直|开始|将|拟|要|大举|疯狂|积极|不断|频频|准备|打算|还|已|全力|加紧"
    r"|will|plans?|trying|tried|began|started|has been|is\b",
    re.IGNORECASE,
)
"""Words that make recruiting something that goes on, not the name of a thing."""
_AFTER_PEOPLE = re.compile(r"人|员|才|团队|目标|邮件|研究|工程师|挖|staff|researcher|engineer|talent|people")
_NAME_OF_A_THING = re.compile(r"\s?(?:过程|市场|节奏|宣传|人员|就像|经理|官|公告|启事|会|季)")


def recruiting(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """挖角, 招募, 招聘 without anybody named: planned, tried or going on."""
    if is_negated(scene, clause, trigger) or _NAME_OF_A_THING.match(scene.text, trigger.end):
        return
    if not _AFTER_PEOPLE.search(scene.text, trigger.start, clause.end):
        return
    group = next((c for c in scene.right(clause, trigger.end) if c.kind == "group" and c.count), None)
    actor = subject(scene, clause, trigger, ("org", "person"))
    if actor is None and group is not None and scene.memory.firm:
        actor = Chunk("org", clause.start, clause.start, (scene.memory.firm,))
    if actor is None or not actor.ids:
        return
    if actor.kind == "org" and group is None and not _GOES_ON.search(scene.before(clause, trigger.start, 14)):
        return
    draft = _by(scene, clause, trigger, actor)
    if not draft.orgs:
        # Ryan分析,由于是挖角…: somebody who speaks of it, for no firm.
        return
    draft.count = group.count if group else None
    draft.weak.append("recruiting without a name")
    yield draft


def _by(scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk) -> Draft:
    """An offer by `actor`, a person for the organisation that he belongs to."""
    to = actor.ids[0] if actor.kind == "org" else organisation_of(scene, actor)
    companies = (to, *scene.orgs(clause.start, clause.end))
    people = actor.ids[:1] if actor.kind == "person" else ()
    to = scene.memory.parent(to)
    return draft_of("offer", scene, clause, trigger, actor, to=to, companies=companies, people=people)


_ASKS_OVER = re.compile(r"[^,，。]{0,4}(?:邀|请|挖|招揽|延揽|拉拢|争取|吸引)")
_PAID_BY = re.compile(r"(?:在|为|给)\s?$")


def pay(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A figure for compensation, quoted with its sums."""
    sums = scene.amounts(clause.start, clause.end) or scene.amounts(0, len(scene.text))
    orgs = [o for o in scene.orgs(0, len(scene.text)) if not scene.memory.is_outlet(o)]
    org = _payer(scene, clause, trigger, orgs)
    who = subject(scene, clause, trigger, ("person",))
    if scene.language == "zh" and sums and _ASKS_OVER.match(scene.text, trigger.end, clause.end):
        # 以千万年薪邀她主持…: a sum held out to somebody is an offer.
        actor = subject(scene, clause, trigger, ("org", "person"))
        if actor is not None and actor.ids:
            held_out = _by(scene, clause, trigger, actor)
            wanted = [c for c in scene.right(clause, trigger.end) if c.kind == "person"]
            held_out.people = tuple(dict.fromkeys((*held_out.people, *(wanted[0].ids if wanted else ()))))
            held_out.amounts = sums
            yield held_out
            return
    here = scene.memory.joined_here.get(who.ids[0]) if who is not None and len(who.ids) == 1 else None
    org = here or org
    if not sums or org is None:
        return
    draft = draft_of("pay", scene, clause, trigger, None, to=org, companies=(org, *orgs))
    his = who is not None and len(who.ids) == 1 and _HIS_PAY.fullmatch(scene.text, who.end, trigger.start)
    draft.people = who.ids if who is not None and (here is not None or his) else ()
    paid = following(scene, clause, trigger, ("person",), gap=1) if trigger.word.lower() in ("paid", "pays") else None
    draft.people = paid.ids if paid is not None else draft.people
    given = _GIVEN_TO.search(scene.text, clause.start, trigger.end) if scene.language == "zh" else None
    if given is not None:
        draft.people = (scene.skeleton.name(given.start(1)).entity,)
    first, last = scene.skeleton.at(sums[0].start), scene.skeleton.at(sums[-1].start)
    draft.start, draft.end = scene.skeleton.clean_span(min(clause.start, first), max(clause.end, last + 1))
    draft.amounts = scene.amounts(0, len(scene.text))
    yield draft


_GIVEN_TO = re.compile(r"(?:授予|授出|发给|付给|支付给|给予|奖励|奖给)了?\s?(\ue000)")
"""董事会授予X九千万股股票: to whom."""
_HIS_PAY = re.compile(
    r"\s?(?:\ue002)?\s?(?:的|在\s?\ue001\s?的?|(?:一年)?(?:拿到?|领)了?的?)?(?:税前|总|首年|基本)?"
    r"|(?:'s|’s)\s(?:(?:annual|total|first-year|base|own|new)\s)*"
)
"""姚顺雨在腾讯年薪1亿元: whose pay it is."""


def _payer(scene: Scene, clause: Clause, trigger: Trigger, orgs: list[str]) -> str | None:
    source = marked(scene, clause, FROM[scene.language], ("org",))
    hires = any("hire" in t.frames for t in clause.triggers)
    if source is not None and not hires:
        # 从A拿到年薪…; who hires somebody from A for a sum, pays it himself.
        return source.ids[0]
    actor = subject(scene, clause, trigger, ("org", "group")) or marked(scene, clause, _PAID_BY, ("org",))
    org = (actor.ids[0] if actor.ids else actor.org) if actor else None
    return org if org in orgs else orgs[0] if orgs else scene.memory.firm or scene.memory.org
