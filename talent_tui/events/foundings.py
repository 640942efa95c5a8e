"""Foundings: who sets up what, inside which firm."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import behind, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated, organisation_of
from talent_tui.events.founders import founder_told_next, founders_of, is_founded, leaders_told_before
from talent_tui.events.movers import in_context
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_UNIT = re.compile(
    r"公司|基金|实验室|团队|部门|小组|研究院|办公室|事业部|工作室|中心|作战室|company|firm|lab|Lab|studio|unit|team|office|business|start-up|startup|venture|fund\b"
)
_LED_BY = re.compile(r"由\s?$|led by\s$")
_SINCE = re.compile(r"\s?(?:至今|以来|之初|初期|后|时|之时|的)|\s?[者人]")
_A_NEW_NAME = re.compile(
    r"了?\s?(?!于|至|以|时|后|的|之|多|不|仅|已|近|超)[\u4e00-\u9fffA-Za-z·]{2,8}\s?(?:[,，。;；]|$)"
)
"""成立造父智能: what is new has a name that nobody knows yet."""
_SETS_UP = re.compile("创[办立建设]|成立")
_INSIDE_THE_FIRM = re.compile(r"在(?:集团|公司|体系)(?:内部|内|里)")
_KIND_OF_FIRM = re.compile(r"公司|团队|企业|者|板|圈|型|项目|投资|大赛|孵化|环境|氛围|潮|热")
"""抢着去创业公司拿期权: nobody founds one."""
_A_NEW_FIRM = re.compile(
    r"(?:一?家|一个|自己的)?(?!这|该|那)[^,，。;；、\ue000-\ue005]{0,14}?(?:公司|企业|工作室|初创|新创|基金)(?!的|内|里|上|会|经理)"
)
"""开了一家做编程工具的公司: its name is not told."""
_TOGETHER = re.compile(r"拉上|联合|联手|携手|共同|一起|合资|合作|出资|牵头|主导|孵化")
_WHICH = re.compile(
    r"\s*(?:(?:the|an?)\s(?:[\w'-]+\s){1,5}?)?(?:which|that)\s|\s*the\s(?:[\w'-]+\s){0,4}?"
    r"(?:company|firm|lab|studio|start-up|startup|business|fund|outfit|shop)\s(?=\ue000|he\b|she\b|they\b)"
)
_PUT_IN = re.compile(
    r"(?:出资|投入|注资|注册资本为?)[^,，。;；\ue000-\ue002]{0,6}\ue003"
    r"|\b(?:put(?:s|ting)?\s(?:in|up)|invest(?:s|ed|ing)?|contribut(?:es|ed|ing))\s(?:[a-z]+\s){0,2}\ue003"
)
"""What the founders pay for it, which may stand in the clause before or behind (A与B合资成立C，A出资3亿元)."""
_SPLIT_FROM = re.compile(
    r"从\s?(\ue001)[^,，。]{0,6}(?:分|拆|孵化|剥离|独立|内部)|在\s?(?P<inside>\ue001)(?:集团|公司)?内部"
)
_WHO_ONCE = re.compile(
    r"\b(?:chief|boss|head|executive|officer|engineer|founder|researcher|veteran|manager|director|scientist|man|woman)"
    r"\swho\s(?:had\s)?(?:co-)?$"
)
_HE_FOUNDED = re.compile(
    r"\b(?:start-?up|company|firm|business|outfit|lab|studio|venture|fund|site|app|maker|group)\s(?:that\s|which\s)?"
    r"(?:he|she|they)\s(?:had\s|once\s|earlier\s)?$"
)
_SOME_THING = re.compile(r"\s(?:an?|its|their|the|two|three|another|more|new)\s")
_A_PRODUCT = re.compile(
    r"\b(?:an?|its|the)\s(?:[a-z-]+\s){0,3}(?:service|app|product|tool|site|channel|show|programme|program|model|chatbot"
    r"|game|device|phone|car|robot|drug)\s(?:that\s|which\s)?(?:was\s|were\s)?$"
)
_UNIT_BEHIND = re.compile(
    r"\s?(?:的|在|位于)?[^,，。\ue000-\ue004]{0,8}?"
    r"(?:办公室|实验室|团队|部门|研究院|研发中心|分公司|事业部|工作室|小组|中心|工厂|门店)"
)


def found(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A成立了B, X创立B, B成立于…; X founded B. `to` is the parent, if any."""
    text = scene.text
    if is_negated(scene, clause, trigger):
        return
    if scene.language == "zh" and text.startswith("的", trigger.end):
        yield from _told_backwards(scene, clause, trigger)
        return
    if _SINCE.match(text, trigger.end) or (trigger.word.endswith("创业") and _KIND_OF_FIRM.match(text, trigger.end)):
        return
    thing = _SOME_THING.match(text, trigger.end) if scene.language == "en" and "launch" in trigger.word else None
    unit = _UNIT.search(text, trigger.end, min(clause.end, trigger.end + 40))
    if thing is not None and unit is None and following(scene, clause, trigger, ("org",), gap=44) is None:
        # Google launched a new phone: a release, where no firm is named behind the word.
        return
    if scene.language == "en" and "launch" in trigger.word and _A_PRODUCT.search(text, clause.start, trigger.start):
        # A streaming service launched in March.
        return
    his = scene.language == "en" and _HE_FOUNDED.search(text, clause.start, trigger.start)
    if his and not scene.dates(trigger.end, clause.end):
        # A bought B, the start-up he founded: a line of his career without a day.
        return
    if text[: trigger.start].endswith(("从", "自", "自从")):
        return
    names_unit = bool(_UNIT.search(text, trigger.end, min(clause.end, trigger.end + 40)))
    next_to_it = following(scene, clause, trigger, ("org",), gap=4)
    if is_a(trigger.word, "needs_unit") and not names_unit and next_to_it is None:
        return
    if is_a(trigger.word, "founds_what_follows") and next_to_it is None and not _A_NEW_FIRM.match(text, trigger.end):
        return
    actor = subject(scene, clause, trigger) or in_context(scene, clause, trigger)
    once = _WHO_ONCE.search(text, clause.start, trigger.start) if scene.language == "en" else None
    if once is not None and actor is not None and actor.kind == "org":
        # X, the former Tesla chief who founded the battery maker: not Tesla.
        actor = next((c for c in reversed(scene.chunks) if c.kind == "person" and c.end <= clause.start), None)
        created, parent = _what(scene, clause, trigger, actor, names_unit)
        created = created or scene.memory.firm
    else:
        created, parent = _what(scene, clause, trigger, actor, names_unit)
    if trigger.word == "创业" and created is None and actor is not None and actor.kind == "person":
        # 秘塔的X2018年创业: what he is said to belong to.
        created, parent = actor.org, None
    if is_a(trigger.word, "opens_shop") and actor is not None and actor.kind == "person":
        created, parent = scene.memory.headed or scene.memory.firm, None
    if created is None and names_unit and (named := _named_next(scene, clause)) is not None:
        created, parent = named, None
    people, by = founders_of(scene, clause, trigger, actor)
    new = created is None and actor is not None and _A_NEW_NAME.match(text, trigger.end)
    if new and actor is not None and actor.kind == "person":
        # 2015年在集团内部创办神奇工场: what has a day, by a word that means nothing else.
        new = _SETS_UP.search(trigger.word) if scene.dates(clause.start, trigger.start) else None
        if new and _INSIDE_THE_FIRM.search(text, clause.start, trigger.start):
            parent = next((scene.memory.employer.get(p) for p in people), parent)
    elif new and actor is not None and actor.ids:
        parent = None if _TOGETHER.search(text, clause.start, trigger.start) else actor.ids[0]
        people = ()
    if (created is None and not (names_unit or new or trigger.word.endswith("创业"))) or not (
        created or parent or people or new
    ):
        return
    leaders = following(scene, clause, trigger, ("person",), gap=24)
    if leaders is not None and behind(scene, leaders, _LED_BY, 8):
        people = (*people, *leaders.ids)
    own = actor.org if actor is not None and not people and not actor.former else None
    partners = scene.orgs(clause.start, trigger.start) if new else []
    companies: tuple[str | None, ...] = (
        parent,
        created,
        *partners,
        own,
        None if by is None or by.former or created else by.org,
    )
    if by is not None and by.kind == "org" and parent is None and scene.language == "zh" and len(by.ids) == 1:
        # B由A孵化成立: whoever sets it up is the parent.
        parent, companies = by.ids[0], (by.ids[0], *companies)
    to = parent if parent != created else None
    if scene.language == "zh" and re.search(r"合资|双方|两家|两方", text[clause.start : trigger.end]):
        to = None
        companies = (*companies, *scene.orgs(clause.start, trigger.end))
    split = _SPLIT_FROM.search(text)
    if to is None and split is not None:
        to = scene.skeleton.name(split.start("inside" if split["inside"] else 1)).entity
        companies = (to, *companies)
    own_firm = scene.language == "zh" and created is not None and bool(people) and to is None
    if own_firm and trigger.word != "创业" and scene.memory.employer.get(people[0]) == created:
        # 雷军宣布成立小米汽车: a branch of the founder's own firm.
        to = created
    scene.memory.founded_here = created
    if not people and created is not None:
        people = founder_told_next(scene, clause, created) or leaders_told_before(scene, created)
    draft = draft_of("found", scene, clause, trigger, actor, to=to, companies=companies, people=people)
    draft.amounts = [m for put in _PUT_IN.finditer(text) for m in scene.amounts(put.end() - 1, put.end())]
    yield draft


_IS_WHAT = re.compile(r"是[^,，。\ue000-\ue005]{0,4}$")
_THAT_IS = re.compile(r"\s?(?:[这那正就便也都则它]|该公司|公司)*是[^,，。\ue000-\ue005]{0,4}")
_BY = re.compile(r"由[^,，。\ue000-\ue005]{0,6}$")
_NAMED_AFTER = re.compile(r"的[^,，。\ue000-\ue005]{0,10}")
_THE_FIRM_BY = re.compile(r"(?:这|那)(?:家|个|间)?由[^,，。\ue000-\ue005]{0,6}$")
_A_FIRM = re.compile(r"的[^,，。\ue000-\ue005]{0,8}(?:公司|企业|团队|工作室|品牌|厂|平台|实验室)")
_ON_A_DAY = re.compile(r"[^,，。;；\ue000\ue001]{0,4}\ue002[^,，。;；\ue000\ue001]{0,6}")
_THIS_FIRM = re.compile(r"的\s?(?:这家|该)")


def _told_backwards(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A是X2017年创办的; X2015年创办的这家公司."""
    who = next((c for c in scene.left(clause, trigger.start) if c.kind == "person" and c.ids), None)
    if who is None:
        return
    if _THE_FIRM_BY.search(scene.text[clause.start : who.start]) and _A_FIRM.match(scene.text, trigger.end):
        # A还在排队:这家由X创立的公司,…: A, which was named last.
        before = [c.ids[-1] for c in scene.chunks if c.kind == "org" and c.end <= clause.start]
        firm = before[-1] if before else scene.memory.actor or scene.memory.firm
        if firm is not None:
            draft = draft_of("found", scene, clause, trigger, who, companies=(firm,), people=who.ids)
            if not before:
                draft.weak.append("organisation from context")
            yield draft
        return
    after = next((c for c in scene.right(clause, trigger.end) if c.kind == "org"), None)
    if (
        after is not None
        and _BY.search(scene.text[: who.start])
        and _NAMED_AFTER.fullmatch(scene.text, trigger.end, after.start)
    ):
        # 2013年由X创办的平台A.
        yield draft_of("found", scene, clause, trigger, who, companies=after.ids[:1], people=who.ids)
        return
    close = after is not None and scene.text[trigger.end : after.start].strip() in ("的", "的“")
    if after is not None and close and _ON_A_DAY.fullmatch(scene.text, who.end, trigger.start):
        # 收购了X2019年创办的A.
        yield draft_of("found", scene, clause, trigger, who, companies=after.ids[:1], people=who.ids)
        return
    thing = next((c for c in scene.left(clause, who.start) if c.kind == "org"), None)
    if thing is None or not _IS_WHAT.search(scene.text[thing.end : who.start]):
        near = [c for c in scene.chunks if c.kind == "org" and c.end <= who.start]
        thing = near[-1] if near and _THAT_IS.fullmatch(scene.text, clause.start, who.start) else None
    if thing is None and _THIS_FIRM.match(scene.text, trigger.end):
        thing = next((c for c in scene.right(clause, trigger.end) if c.kind == "org"), None)
    if thing is not None:
        yield draft_of("found", scene, clause, trigger, who, companies=thing.ids[:1], people=who.ids)


def _what(
    scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None, names_unit: bool
) -> tuple[str | None, str | None]:
    """What is founded, and its parent."""
    if is_founded(scene, clause, trigger):
        thing = next((c for c in reversed(scene.chunks) if c.kind == "org" and c.end <= trigger.start), None)
        return (thing.ids[0] if thing is not None else None), None
    if scene.language == "en" and _WHICH.match(scene.text, clause.start, trigger.start):
        # A, which X set up: what stands before the "which".
        thing = next((c for c in reversed(scene.chunks) if c.kind == "org" and c.end <= clause.start), None)
        return (thing.ids[0] if thing is not None else scene.memory.firm), None
    new = following(scene, clause, trigger, ("org",), gap=36)
    if new is None:
        behind_it = scene.right(clause, trigger.end)
        new = next((c for c in behind_it if c.kind == "org" and c.start - trigger.end <= 44), None)
    created = new.ids[0] if new is not None else None
    parent = None
    if new is not None and _UNIT_BEHIND.match(scene.text, new.end):
        # OpenAI办公室: the organisation named is the parent of the unit.
        created, parent = None, new.ids[0]
    if actor is not None and actor.kind == "org":
        by_somebody = marked(scene, clause, _BY, ("person",), until=trigger.start)
        together = by_somebody is None and _TOGETHER.search(scene.text, actor.end, trigger.start)
        if created is None and not names_unit and together:
            # (前身叫B,)A拉上C一起成立: B is what they found.
            before = [c for c in scene.chunks if c.kind == "org" and c.end <= clause.start]
            joint = before[-1].ids[0] if before else scene.memory.actor or scene.memory.firm
            return (joint if joint != actor.ids[0] else None), actor.ids[0]
        if created is None and not names_unit:
            # 该公司成立于2015年: the subject itself was founded.
            return actor.ids[0], parent
        return created, actor.ids[0]
    company = scene.memory.companies.get(created or "")
    own = organisation_of(scene, actor) if actor is not None and actor.kind == "person" else None
    if own is not None and actor is not None and own == next((scene.memory.left.get(p) for p in actor.ids), None):
        # 离开A,次年成立B工作室: no part of A.
        own = None
    if company is not None and company.kind == "team" and own is not None and own != created:
        # X发信,新设B部: a part of the firm that X leads.
        return created, own
    if actor is not None and actor.kind == "person" and created is None and parent is None and names_unit:
        firm = _NEW_FIRM.search(scene.text, trigger.end, min(clause.end, trigger.end + 40))
        if actor.title and _FOUNDER.search(actor.title):
            # 创办人X1988年成立公司: the one that he is the founder of.
            return actor.org or scene.memory.employer.get(actor.ids[0]), None
        return created, None if firm else scene.memory.employer.get(actor.ids[0])
    founder = actor.ids[0] if actor is not None and actor.kind == "person" and actor.ids else None
    outside = founder is not None and company is not None and scene.memory.employer.get(founder) != company.parent
    if company is not None and company.parent in scene.memory.companies and not outside:
        return created, company.parent
    return created, parent


_IS_CALLED = re.compile(
    r"\s*(?:取名|起名|定名|名字|名)?(?:叫|为|作)[^,，。\ue000-\ue005]{0,3}\ue001|\s*取名[^,，。\ue000-\ue005]{0,2}\ue001"
)
_FOUNDER = re.compile(r"创[始办]人|[Ff]ounder")
_NEW_FIRM = re.compile(r"公司|企业|基金|company|firm|start-?up|venture|business|fund\b")


def _named_next(scene: Scene, clause: Clause) -> str | None:
    """自己办了家公司,叫A: the clause behind gives its name."""
    there = scene.clause_behind(clause) if scene.language == "zh" else None
    match = _IS_CALLED.match(scene.text, there.start, there.end) if there is not None else None
    return scene.skeleton.name(match.end() - 1).entity if match is not None else None
