"""Deals: investments, acquisitions, talks, going public."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.disputes import is_disputed
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated
from talent_tui.events.movers import is_english_passive, unreal
from talent_tui.events.no_deal import is_no_deal
from talent_tui.events.payers import dealer_of, investors_in, only_investor, payer_of
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a
from talent_tui.model import AmountMention

_FUNDING = re.compile(r"轮|融资|投资|资金|注资|领投|跟投|参投")
"""拿到5亿元融资, not 拿到5亿元的薪酬."""
_RIGHTS = re.compile(r"权益|股权|股份|许可|专利|商业化|开发权|经营权|独家|授权|资产|管线")
"""What is granted to another firm."""
_TALKS = re.compile(r"洽购|谈判|洽谈|竞购|in talks|close to")
_AIM = re.compile(r"(?:对|向|把|将|与|和|给)\s?$")


def deal(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A收购B, A对B进行投资, A融资N元(由C领投), A与B谈判; A bought B for N. `to` is who pays."""
    if is_negated(scene, clause, trigger) and not (scene.language == "en" and is_disputed(scene.text, trigger.start)):
        return
    word = trigger.word
    if word.lower().startswith("to ") and unreal(scene, clause, trigger):
        return
    if _CLOSES_OTHER.match(scene.text, trigger.start):
        # Closing a search that had run all summer.
        return
    if is_a(word, "closes_deal"):
        yield from _closed(scene, clause, trigger)
        return
    bare = is_a(word, "closes_what") and len(scene.orgs(clause.start, clause.end)) < 2
    if is_a(word, "told_again") or (bare and scene.memory.deal[1] and not scene.amounts(clause.start, clause.end)):
        yield from _told_again(scene, clause, trigger)
        return
    if is_a(word, "needs_sum_next") and not _SUM_NEXT.match(scene.text, trigger.end, clause.end + 1):
        return
    if scene.language == "en" and _HAVING.search(scene.text, clause.start, trigger.start):
        # Pulled the plug, having sunk $10 billion into it: what it has cost.
        return
    if _A_LOSS.match(scene.text, trigger.end):
        # Took a $1 billion charge: no money changes hands.
        return
    if is_a(word, "needs_sum") and not scene.amounts(clause.start, clause.end):
        return
    if word.lower().startswith("team") and following(scene, clause, trigger, ("person",), gap=24) is not None:
        # Teamed up with X: two people did.
        return
    if word.lower() == "ordered" and not _HOW_MANY.search(scene.text, trigger.end, clause.end):
        # Had ordered the team broken up: no goods.
        return
    if is_a(word, "needs_round") and not _A_ROUND.match(scene.text, trigger.end):
        return
    if is_a(word, "needs_firm_next"):
        bought = following(scene, clause, trigger, ("org",), gap=24)
        if bought is None or scene.memory.companies[bought.ids[0]].kind == "team":
            return
    if is_a(word, "needs_org_behind") and following(scene, clause, trigger, ("person",), gap=40) is not None:
        # Led by its founder: no round.
        return
    orgs = scene.orgs(clause.start, clause.end)
    orgs += [c.ids[0] for c in clause.chunks if c.kind == "org" and c.word and c.ids[0] not in orgs]
    formerly = {c.org for c in clause.chunks if c.kind == "person" and c.former}
    orgs = [o for o in orgs if o not in formerly or any(o in c.ids for c in clause.chunks if c.kind == "org")]
    if scene.language == "en":
        # Bloomberg wrote that they wanted $1 billion: who tells takes no part.
        orgs = [o for o in orgs if not scene.memory.is_outlet(o)]
    sums = scene.amounts(clause.start, clause.end) or _sums_beside(scene, _is_funding(word))
    listing = is_a(word, "lists") and _is_listing(scene, clause, trigger)
    if listing:
        # 在港交所挂牌: the exchange takes no part.
        orgs = [o for o in orgs if scene.memory.companies[o].kind != "body"]
    seller = subject(scene, clause, trigger, ("org",))
    parties = {*orgs, *(seller.ids if seller is not None else ())}
    who = subject(scene, clause, trigger, ("person", "org", "group")) if scene.language == "en" else None
    acts = who is not None and who.kind == "person" and not is_english_passive(scene, clause, trigger)
    if who is not None and acts and orgs:
        parties |= set(who.ids)
    claimed = cue(scene.language, "hearsay").search(scene.text) or cue(scene.language, "denied").search(scene.text)
    rumoured = bool(parties) and claimed
    if len(orgs) > 1 and not sums and all(scene.memory.companies[o].kind == "team" for o in orgs):
        # A中心与B中心合并: parts of one firm, no purchase.
        return
    if (
        is_a(word, "needs_party")
        and not scene.amounts(0, len(scene.text))
        and len(parties) < 2
        and not listing
        and not rumoured
        and not _OF_THE_FIRM_ITSELF.match(scene.text, trigger.end)
    ):
        return
    if is_a(word, "needs_funding_word") and not _FUNDING.search(scene.text, trigger.end, clause.end):
        return
    if is_a(word, "on_exchange") and not cue(scene.language, "exchange").search(
        scene.words(*scene.skeleton.clean_span(clause.start, clause.end))
    ):
        return
    if is_no_deal(scene, clause, trigger):
        return
    if is_a(word, "ends_deal") and not _WHAT_ENDS.search(scene.text, clause.start, clause.end):
        return
    if is_a(word, "needs_rights") and not _RIGHTS.search(scene.text, clause.start, trigger.start):
        return
    nameless = any(c.kind == "pronoun" and c.word.startswith(("该", "这家")) for c in scene.left(clause, trigger.start))
    actor, guessed = None if nameless else dealer_of(scene, clause, trigger), False
    target = following(scene, clause, trigger, ("org", "person"), gap=26)
    if actor is None and target is None and marked(scene, clause, _AIM, ("org",)) is None:
        named = [o for o in scene.orgs(0, len(scene.text)) if not scene.memory.is_outlet(o)]
        if listing:
            named = [o for o in named if scene.memory.companies[o].kind != "body"]
        if not orgs and (firm := scene.memory.founded_here or scene.memory.firm):
            named.insert(0, firm)
        talk = cue(scene.language, "hearsay").search(scene.text, clause.start, trigger.start)
        if not named or not (listing or rumoured or talk or sums):
            return
        actor, guessed = Chunk("org", clause.start, clause.start, (named[0],)), True
    if actor is not None and actor.kind == "org" and scene.memory.is_outlet(actor.ids[0]):
        # CNBC spoke of a takeover: who tells does not buy.
        actor = None
    payer = payer_of(scene, clause, trigger, actor)
    if payer is None and is_a(word, "raises"):
        payer = only_investor(scene)
    own = target.ids if target is not None and target.kind == "org" else (target.org,) if target is not None else ()
    investors = investors_in(scene, clause) if is_a(word, "in_round") else []
    companies = (payer, *(actor.ids if actor else ()), *own, *orgs, *investors)
    if scene.language == "en" and not any(companies) and scene.memory.firm:
        companies = (scene.memory.firm,)
    draft = draft_of("deal", scene, clause, trigger, actor, to=payer, companies=companies)
    draft.amounts = sums
    if (
        who is not None
        and acts
        and not is_a(word, "is_noun")
        and (
            who.start >= clause.start
            or _WHO_DOES.match(scene.text, clause.start)
            or _ONLY_DESCRIBED.fullmatch(scene.text, who.end, clause.start)
        )
    ):
        # Bob Iger, who bought A; Eric Schmidt took a stake in B: a person who acts belongs to it.
        draft.people = who.ids
    hand = _IN_WHOSE_HANDS.search(scene.text, trigger.end) if scene.language == "zh" else None
    if hand is not None and not any(
        "deal" in t.frames for t in scene.triggers if trigger.end <= t.start < hand.start()
    ):
        # A入股B,经手的正是X.
        draft.people = (scene.skeleton.name(hand.end() - 1).entity,)
    elif scene.language == "zh" and (boss := subject(scene, clause, trigger, ("person",))) is not None:
        # X又拍板以49亿元买下A.
        decides = boss.start >= clause.start and _DECIDES.search(scene.text, boss.end, trigger.start)
        draft.people = boss.ids if decides else draft.people
    buyer = following(scene, clause, trigger, ("person",), gap=1) if _TO_WHOM.search(word) else None
    if buyer is not None and payer is None:
        # 作价7000万元,卖给他本人.
        draft.people = buyer.ids
    if _TALKS.search(scene.text, clause.start, clause.end):
        draft.weak.append("talks")
    if guessed:
        draft.weak.append("organisation from context")
    yield draft


_IN_WHOSE_HANDS = re.compile(
    r"[,，]\s?(?:经手|操盘|主导|操刀|牵线|拍板|促成|经办)(?:这笔|此次|这次|这桩)?(?:投资|交易|收购|买卖)?的(?:人)?(?:正|就|便|则)?是\s?\ue000"
)
_DECIDES = re.compile(r"拍板|主导|操盘|牵头|亲自")
_OF_THE_FIRM_ITSELF = re.compile(r"了?(?:该|上市)?公司[^,，。;；]{0,14}(?:股份|股权|控制权|控股权)")
"""B公告,A拟收购公司63.62%的股份: B's."""
_HOW_MANY = re.compile(r"\d|\ue003|\b(?:dozens?|hundreds?|thousands?|jets?|planes?|aircraft|ships?|chips?)\b")
_HAVING = re.compile(r"\b(?:after\s)?having\s(?:already\s|so far\s)?$")
_TO_WHOM = re.compile(r"(?:[卖售投]|转让|出让|转手)[回]?(?:给|予)$")


def _is_funding(word: str) -> bool:
    """Whether the word tells of money that comes in, not of something bought."""
    return any(is_a(word, name) for name in ("raises", "in_round", "lists"))


def _sums_beside(scene: Scene, funding: bool) -> list[AmountMention]:
    """The sums of the sentence, but none told with a deal of the other sort: went public, …, agreed to buy B for 9."""
    return [
        amount
        for other in scene.clauses
        if {_is_funding(t.word) for t in other.triggers if "deal" in t.frames} != {not funding}
        for amount in scene.amounts(other.start, other.end)
    ]


def _is_listing(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether going public is told with its day, or planned."""
    before = scene.clause_before(clause)
    opens = before if before is not None and not before.triggers else clause
    if scene.language == "en" and is_disputed(scene.text, trigger.start):
        # Talk that A is to float is wrong.
        return True
    planned = cue(scene.language, "planned").search(scene.text[clause.start : trigger.start + 1])
    until = clause.end if scene.language == "en" else trigger.end
    return bool(scene.dates(opens.start, until) or planned)


def _closed(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """…宣布收购B,2024年4月交割: the same parties, on another day."""
    closed = _CLOSES_WHAT.match(scene.text, trigger.end) if trigger.word.startswith("完成") else None
    if closed is not None:
        # 三个月后完成对B的控股.
        thing = scene.skeleton.name(closed.start(1)).entity
        actor = subject(scene, clause, trigger, ("org",))
        payer = actor.ids[0] if actor is not None and thing not in actor.ids else scene.memory.firm
        yield draft_of("deal", scene, clause, trigger, actor, to=payer, companies=(payer, thing))
        return
    if trigger.word == "完成" and not _THE_DEAL.search(scene.text, clause.start, trigger.start):
        return
    parties = scene.orgs(0, clause.start)
    if is_a(trigger.word, "withdraws"):
        # 2023年9月递交招股书,次年3月撤回: the same listing, on another day.
        told = [t for c in scene.clauses for t in c.triggers if t.start < clause.start and is_a(t.word, "lists")]
        if told and scene.dates(clause.start, trigger.start):
            yield draft_of("deal", scene, clause, trigger, None, companies=tuple(parties or [scene.memory.firm]))
        return
    if scene.dates(clause.start, clause.end) and len(parties) > 1 and not scene.memory.is_outlet(parties[0]):
        yield draft_of("deal", scene, clause, trigger, None, to=parties[0], companies=tuple(parties))


_CLOSES_OTHER = re.compile(
    r"clos\w+\s(?:a|an|the|its|their|his|her|one|another)\s(?!(?:[a-z-]+\s){0,3}(?:deal|acquisition|purchase|merger|takeover|sale"
    r"|transaction|round|buyout|buy-out|investment|tender|offering)\b)"
)
_CLOSES_WHAT = re.compile(
    r"了?\s?对[^,，。\ue000-\ue005]{0,8}(\ue001)[^,，。]{0,14}?(?:控股|收购|并购|投资|入股|增资|私有化|战略投资|要约|合并|交割)"
)
_THE_DEAL = re.compile(r"交易|收购|并购|合并|买卖|出售|此案|本案")
_SUM_NEXT = re.compile(
    r"\s(?:about|around|some|nearly|almost|more than|over|up to|as much as|at least|roughly|another|a further|a|an|just"
    r"|only|between|close to|less than|under|its|their|a total of|well over|the)?"
    r"(?:\s(?:further|total of|extra|additional|fresh))?"
    r"\s?\ue003"
)
_WHAT_ENDS = re.compile(
    r"收购|并购|交易|合作|合并|协议|分拆|上市|融资|投资|要约|出售|重组|谈判|合约|合同|定增|发行|项目"
)
"""What may be ended that was a deal: 终止交易, not 终止比赛."""
_A_LOSS = re.compile(r"[^,.;]{0,16}\ue003\s(?:loss|charge|hit|write-?(?:down|off)|impairment|fine|penalty)\b")
_A_ROUND = re.compile(r"\s[^,.;]{0,50}?\b(?:rounds?|funding|financing|investment|series [a-f]|raise)\b", re.IGNORECASE)
_WHO_DOES = re.compile(r"\s*who\b")
_ONLY_DESCRIBED = re.compile(r",[^,;.]{2,60},\s?")


def _told_again(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """The $4.7 billion deal was announced on July 1: the deal told before, on another day."""
    payer, parties = scene.memory.deal
    if not parties or not scene.dates(clause.start, clause.end):
        return
    draft = draft_of("deal", scene, clause, trigger, None, to=payer, companies=(payer, *parties))
    draft.amounts = scene.amounts(clause.start, clause.end)
    draft.weak.append("parties from the deal told before")
    yield draft
