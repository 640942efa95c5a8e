"""Layoffs, hiring freezes and closures: who cuts, how many."""

import re
from collections.abc import Iterator
from functools import cache

from talent_tui.events.arguments import BY, marked
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated, organisation_of
from talent_tui.events.reorganisations import parents
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.names import name_words
from talent_tui.lexicon.word_classes import is_a

_CONCERNS = re.compile(r"涉及|波及|影响|共|约|合计|占|affect|about|some|around")


def _how_many(scene: Scene, clause: Clause, trigger: Trigger) -> int | None:
    """The number of people let go: of the clause, else of the next one (裁员,涉及约千人)."""
    position = scene.clauses.index(clause)
    if is_a(trigger.word, "needs_people_before") and scene.language == "en":
        # 17,000 jobs, or a tenth of the workforce, would go.
        near = [c for c in scene.chunks if trigger.start - 100 <= c.start < trigger.start and c.kind == "group"]
        if counted := next((c.count for c in near if c.count is not None), None):
            return counted
    if scene.language == "en" and (told := _A_NUMBER_OF_CUTS.search(scene.text, clause.start, trigger.end)):
        return int(told[1].replace(",", ""))
    for there in scene.clauses[position : position + 2]:
        if there is not clause and not _CONCERNS.search(scene.text, there.start, there.end):
            break
        count = next((c.count for c in there.chunks if c.kind == "group" and c.count is not None), None)
        if count is not None:
            return count
    return None


_STAFF_OR_PLACE = re.compile(
    r"招|人|员|岗|职|店|厂|部门|团队|办公室|频道|产线|分部|工作室|业务|job|staff|workforce|position|role|hiring|people|employee|worker|store"
    r"|plant"
    r"|office|studio|factory|operation"
)
_SHARE_OF_STAFF = re.compile(
    r"(?:将?近|约|超|超过|逾|至少|大约|了)*(?:[一二三四五六七八九两]成|\d[\d.]*[%％]|百分之|一半|半数|大半|[三四五六七八九十]分之)[一二三四五六七八九十几多]?"
    r"(?:多|以上|左右|上下)?的?(?:人|员工|团队|岗位|编制)?\s*(?:$|[,，。;；、])"
)
"""裁了近三成: of the staff, where nothing else is named (砍了三成预算)."""
_A_PRODUCT = re.compile(
    r"了?[^,，。;；]{0,10}(?:新机|机型|车型|新车|新品|产品|手机|型号|新款|一代|预算|成本|开支|价格|订单)"
)
"""砍掉了新机: no people."""
_STAFF_NUMBERS = re.compile(r"员工|职工|人员|员额|人手|团队|编制|人力")
_PART = re.compile(
    r"\b(?:business|unit|division|arm|branch|site|desk|newsroom|line|fab|campus|restaurant|showroom|bureau|warehouse|depot|mine"
    r"|mill|project|programme|lab)s?\b"
)
"""What is closed besides offices and plants; what is merely cut may be costs."""
_A_NUMBER_OF_CUTS = re.compile(
    r"\b([1-9]\d{0,2}(?:,\d{3})*|[1-9]\d*)\s(?:[a-z]+\s)?(?:job (?:cuts?|losses)|redundancies|lay-?offs|dismissals)\b"
)
_A_SHARE = re.compile(
    r"\b\d[\d,.]*(?:%| per ?cent)?\sof (?:them|its|their|the|all)\b|\ba (?:tenth|fifth|sixth|quarter|third|half) of\b"
)
_PEOPLE_GO = re.compile(
    r"\s(?:[^,.;]|,(?=\d)){0,50}?(?:people|staff|jobs?|workers?|employees|engineers|\d)\b[^,.;]{0,24}?\sgo\b"
)
_OF_A_DEAL = re.compile(
    r"\b(?:purchase|deal|sale|round|takeover|transaction|acquisition|merger|books|listing)\s(?:\w+\s)?$", re.I
)
"""The purchase closed in July: a deal, not a shop, is closed."""
_A_MARKET = re.compile(
    r"\s(?:the\s)?(?:[A-Z][\w-]+|(?:[a-z]+\s){0,2}(?:markets?|countr(?:y|ies)|regions?|states?|cities)\b)(?!['’])"
)


@cache
def _leaves_place() -> re.Pattern[str]:
    """撤出上海, 撤出中国市场: a place or a market is given up."""
    return re.compile(rf"了?\s?(?:{'|'.join(map(re.escape, name_words().places))}|[^,，。;；]{{0,8}}市场)")


_A_DAY_OF_IT = re.compile(r"\s?的?(?:第一天|首日|头一天|最后一天|当天)")
_SPOKEN_OF = re.compile(
    r"的|\s?(?:期间|传闻|潮|风波|时|背后|原因|事件|危机|不意味|并不|对于|是指|通知来|名单|赔偿|补偿|方案|计划书|的消息|这件|这一"
    r"|之后|以后|后[,，])"
)


_DISPUTED = re.compile(r"(?:辟谣|否认|澄清|驳斥)了?$")
"""辟谣裁员传闻: what was told and is denied."""


def _only_says(trigger: Trigger) -> bool:
    """Whether a word tells of something without doing it, as announcing does."""
    return "say" in trigger.frames and not is_a(trigger.word, "announces")


_OTHERS_DO = re.compile(r"\b(?:the|its|their|an?)\s(?:[a-z-]+\s){1,3}(?:had\s|has\s|have\s)?$")


def freeze(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A裁员N人, A停摆, A暂停招聘; A laid off N people."""
    if is_negated(scene, clause, trigger) or _A_DAY_OF_IT.match(scene.text, trigger.end):
        return
    if scene.text[: trigger.start].endswith(("对", "谈", "谈到", "关于")):
        # 对裁员并不陌生: spoken of.
        return
    rest = scene.text[trigger.end : clause.end]
    closes = is_a(trigger.word, "closes_part")
    if is_a(trigger.word, "needs_people") and not (
        _STAFF_OR_PLACE.search(rest)
        or (closes and _PART.search(rest))
        or _SHARE_OF_STAFF.match(rest)
        or (trigger.word == "撤出" and _leaves_place().match(rest))
    ):
        return
    lead = scene.text[clause.start : trigger.start]
    if scene.language == "zh" and _A_PRODUCT.match(rest) and not _STAFF_OR_PLACE.search(rest):
        return
    if is_a(trigger.word, "counts_staff_down") and not _STAFF_NUMBERS.search(lead):
        return
    if is_a(trigger.word, "needs_people_before"):
        # 9,000 jobs, a tenth of the total, would go: the subject may stand before an apposition.
        in_front = lead if scene.language == "zh" else scene.text[max(0, trigger.start - 100) : trigger.start]
        near = [c for c in scene.chunks if trigger.start - 100 <= c.start < trigger.start]
        if not (
            _STAFF_OR_PLACE.search(in_front)
            or _A_SHARE.search(in_front)
            or any(c.kind == "group" and c.count for c in near)
        ):
            return
    if is_a(trigger.word, "lets_go_behind") and not _PEOPLE_GO.match(scene.text, trigger.end):
        return
    if scene.language == "en" and (
        _OF_A_DEAL.search(lead)
        or (is_a(trigger.word, "leaves_market") and not _A_MARKET.match(scene.text, trigger.end))
    ):
        return
    if _SPOKEN_OF.match(rest) and not scene.dates(clause.start, clause.end) and not _DISPUTED.search(lead):
        # Something that is spoken of, not told.
        return
    actor = subject(scene, clause, trigger) or marked(scene, clause, BY[scene.language], ("org",))
    org = None
    if actor is not None and actor.ids and actor.kind == "org" and scene.memory.is_outlet(actor.ids[0]):
        # TechCrunch wrote that 300 jobs would go: not its own.
        actor = None
    if actor is not None and actor.kind == "person":
        org = organisation_of(scene, actor)
    elif actor is not None:
        org = actor.ids[0] if actor.kind == "org" else actor.org
    guessed = org is None
    if org is None and actor is not None and actor.kind == "group" and scene.language == "en":
        # Ford is slimming: in November it said 4,000 jobs would go.
        named = (c.ids[0] for c in scene.left(clause, actor.start) if c.kind == "org" and c.ids)
        org = next((o for o in named if not scene.memory.is_outlet(o)), None)
    gone = [c for c in scene.left(clause, trigger.start) if c.kind == "person" and len(c.ids) == 1]
    if org is None and scene.language == "en" and gone:
        # That day X resigned and 350 people were told to go: at the firm that he worked for.
        org = organisation_of(scene, gone[0])
    org = org or scene.memory.firm or scene.memory.org
    if org is None:
        return
    # Meta bought A and froze hiring at its unit: A belongs to the other verb.
    other = any(t.start < trigger.start and not _only_says(t) for t in clause.triggers) and scene.language == "en"
    orgs = [org, *scene.orgs(trigger.start if other else clause.start, clause.end)]
    draft = draft_of("freeze", scene, clause, trigger, actor, companies=(*orgs, *parents(scene, orgs)))
    told = any(_only_says(t) for t in clause.triggers if t.start < trigger.start)
    if scene.language == "en" and actor is not None:
        own = scene.clause_at(actor.start)
        told = told or (own is not None and any(_only_says(t) for t in own.triggers))
    alone = actor is not None and actor.kind == "person" and len(actor.ids) == 1
    elsewhere = actor is not None and actor.end <= clause.start
    if elsewhere and scene.language == "en" and _OTHERS_DO.search(scene.text, clause.start, trigger.start):
        # X had resigned, and in April the new owners pulled the plug: not X.
        alone = False
    if actor is not None and alone and not told and (scene.language == "en" or actor.start >= clause.start):
        # He cut 1,072 jobs: who does it, not who only speaks of it.
        draft.people = actor.ids
    draft.count = _how_many(scene, clause, trigger)
    if guessed:
        draft.weak.append("organisation from context")
    yield draft
