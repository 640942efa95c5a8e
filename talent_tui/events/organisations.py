"""What happens to organisations: founded, reorganised, frozen; deals and releases."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import BY, behind, following, is_preposed, marked, modifies, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.movers import is_english_passive
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.products import makers
from talent_tui.model import EventType

_UNNAMED = re.compile(
    r"公司|实验室|团队|部门|小组|研究院|办公室|事业部|工作室|中心|作战室|company|firm|lab|studio|unit|team|office|business|start-?up"
)
_NOT_A_UNIT = re.compile(
    r"联系|信任|关系|模型|系统|体系|机制|优势|目标|平台|标准|生态|品牌|专案|项目|记录|名单|奇迹|历史|委员会(?!会)|基金会?(?=\S)"
)


_FOUNDED_BY = re.compile(r"由[^,，。\ue000-\ue004]{0,8}$")
_SINCE = re.compile(r"\s?(?:至今|以来|之初|初期|后|时|之时|的)")
_UNIT_BEHIND = re.compile(
    r"\s?(?:的|在|位于)?[^,，。\ue000-\ue004]{0,8}?(?:办公室|实验室|团队|部门|研究院|研发中心|分公司|事业部|工作室|小组|中心|工厂|门店)"
)


def found(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A成立了B, X创立B, B成立于…; X founded B."""
    if trigger.word in ("组成了", "建立了", "搭建了", "拉起") and not _UNNAMED.search(
        scene.text, trigger.end, min(clause.end, trigger.end + 24)
    ):
        return
    if _negated(scene, clause, trigger):
        return
    if _SINCE.match(scene.text, trigger.end) or scene.text[: trigger.start].endswith(("从", "自", "自从")):
        return
    new = following(scene, clause, trigger, ("org",), gap=36) or next(
        (c for c in scene.right(clause, trigger.end) if c.kind == "org" and c.start - trigger.end <= 44), None
    )
    unit_of_new = new is not None and bool(_UNIT_BEHIND.match(scene.text, new.end))
    actor = subject(scene, clause, trigger)
    if scene.language == "zh" and re.match(r"\s?者|\s?人", scene.text[trigger.end : trigger.end + 2]):
        return
    people = tuple(actor.ids) if actor is not None and actor.kind == "person" else ()
    by = marked(scene, clause, _FOUNDED_BY, ("person", "group", "org"), until=trigger.start)
    if by is None and scene.language == "en" and is_english_passive(scene, clause, trigger):
        by = next((c for c in scene.right(clause, trigger.end) if behind(scene, c, BY["en"])), None)
        people = ()
    if not people and by is None and scene.language == "zh":
        people = leader_of(scene)
    if by is not None and by.kind == "person":
        people = by.ids
    parent: str | None = None
    created: str | None = new.ids[0] if new and not unit_of_new else None
    if new is not None and unit_of_new:
        parent = new.ids[0]
    if actor is not None and actor.kind == "org":
        if created is None and not _UNNAMED.search(scene.text, trigger.end, min(clause.end, trigger.end + 36)):
            # 该公司成立于2015年: the subject itself was founded.
            created = actor.ids[0]
        else:
            parent = actor.ids[0]
    elif actor is not None and actor.kind == "person" and created is None and parent is None:
        parent = (
            scene.memory.employer.get(actor.ids[0])
            if _UNNAMED.search(scene.text, trigger.end, min(clause.end, trigger.end + 36))
            else None
        )
    elif created is not None:
        company = scene.memory.companies.get(created)
        parent = company.parent if company and company.parent in scene.memory.companies else None
    if created is None and parent is None and not people:
        return
    if (
        created is None
        and trigger.word not in ("创业",)
        and not _UNNAMED.search(scene.text, trigger.end, min(clause.end, trigger.end + 40))
    ):
        return
    leaders = following(scene, clause, trigger, ("person",), gap=24)
    if leaders is not None and re.search(r"由\s?$|led by\s$", scene.text[max(0, leaders.start - 8) : leaders.start]):
        people = (*people, *leaders.ids)
    companies = (
        parent,
        created,
        *((actor.org,) if actor is not None and actor.org and not people else ()),
        *((by.org,) if by is not None and by.org else ()),
    )
    yield _draft(
        "found",
        scene,
        clause,
        trigger,
        actor,
        to=parent if parent != created else None,
        companies=companies,
        people=people,
    )


def leader_of(scene: Scene) -> tuple[str, ...]:
    """The person who opens the sentence and so does what it goes on to tell: 扎克伯格…,亲自推动…重组."""
    first = next((c for c in scene.chunks if c.kind in ("person", "org", "group")), None)
    if first is None or first.kind != "person" or len(first.ids) != 1 or is_preposed(scene, first):
        return ()
    return () if modifies(scene, first, len(scene.text)) else first.ids


def reorganise(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A重组, 把B拆成…, B并入C, 解散B; A merged B into C."""
    if _negated(scene, clause, trigger):
        return
    actor = subject(scene, clause, trigger, ("person", "org"))
    orgs = scene.orgs(clause.start, clause.end)
    if not orgs and actor is not None and actor.kind == "org":
        orgs = [*actor.ids]
    if not orgs and scene.memory.org:
        orgs = [scene.memory.org]
    if not orgs:
        return
    parents = [p for o in orgs if (p := scene.memory.parent(o)) and p != o]
    people = leader_of(scene) or (actor.ids if actor is not None and actor.kind == "person" else ())
    yield _draft("reorganise", scene, clause, trigger, actor, companies=(*orgs, *parents), people=people)


def freeze(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A裁员N人, A停摆, A暂停招聘; A laid off N people."""
    if _negated(scene, clause, trigger):
        return
    word = trigger.word.lower()
    rest = scene.text[trigger.end : clause.end]
    if word in (
        "cut",
        "cuts",
        "cutting",
        "裁",
        "closed",
        "closes",
        "closing",
        "suspended",
        "halted",
        "freeze",
        "frozen",
        "冻结",
        "关闭",
        "暂停所有",
    ):
        if not re.search(
            r"招|人|员|岗|职|店|厂|部门|团队|办公室|job|staff|workforce|position|role|hiring|people|employee|worker|store|plant|office|studio|factory|operation",
            rest,
        ):
            return
    if rest.startswith("的") and not scene.dates(clause.start, clause.end):
        return
    if re.match(r"\s?的?(?:第一天|首日|头一天|最后一天|当天)", rest):
        return
    if re.match(
        r"\s?(?:期间|传闻|潮|风波|时|背后|原因|事件|危机|不意味|并不|对于|是指|的消息|这件|这一)", rest
    ) and not scene.dates(clause.start, clause.end):
        return
    actor = subject(scene, clause, trigger, ("org", "group")) or marked(scene, clause, BY[scene.language], ("org",))
    org = None
    if actor is not None:
        org = actor.ids[0] if actor.kind == "org" else actor.org
    org = org or scene.memory.org or scene.memory.topic
    if org is None:
        return
    group = next((c for c in clause.chunks if c.kind == "group" and c.count is not None), None)
    orgs = [o for o in scene.orgs(clause.start, clause.end)]
    parents = [p for o in (org, *orgs) if (p := scene.memory.parent(o)) and p != o]
    draft = _draft("freeze", scene, clause, trigger, actor, companies=(org, *orgs, *parents))
    draft.count = group.count if group else None
    yield draft


_TALKS = re.compile(r"洽购|谈判|洽谈|竞购|in talks|close to")
_SELLS = ("出售", "卖给", "转让", "sold", "sells", "sell", "selling", "sale", "减持", "抛售")
_RAISES = (
    "融资",
    "募资",
    "募得",
    "募集",
    "领投",
    "跟投",
    "raised",
    "raises",
    "raising",
    "raise",
    "funding round",
    "led by",
    "fundraising",
    "fund-raising",
    "backed",
    "注资",
)
_LEAD_IS = re.compile(r"(?:的是|方为|方是|人为|者为)[^,，。\ue000-\ue005]{0,8}\ue001")
_LISTS = ("上市", "IPO", "公开募股", "上市申请", "递表", "go public", "initial public offering")


def deal(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A收购B, A对B进行投资, A融资N元(由C领投), A与B谈判; A bought B for N."""
    if _negated(scene, clause, trigger):
        return
    word = trigger.word.lower()
    orgs = scene.orgs(clause.start, clause.end)
    sums = scene.amounts(clause.start, clause.end) or scene.amounts(0, len(scene.text))
    if word in (
        "投资",
        "出售",
        "转让",
        "签约",
        "签订",
        "上市",
        "砸下",
        "拿下",
        "斥资",
        "sale",
        "stake",
        "paid",
        "paying",
        "bid",
        "investment",
        "valued",
        "valuation",
        "licence",
        "license",
        "buy",
        "raise",
        "raised",
        "sold",
        "sells",
        "sell",
        "buys",
        "减持",
        "增持",
        "backed",
        "sale",
    ):
        if not sums and len(orgs) < 2:
            return
    if re.match(
        r"\s?(?:人|者|圈|机构|方|基金|标的|银行|部|组合|公司(?!的))", scene.text[trigger.end : trigger.end + 3]
    ) and word in ("投资", "融资", "收购", "上市"):
        return
    actor = subject(scene, clause, trigger, ("org",))
    if actor is None:
        boss = subject(scene, clause, trigger, ("person",))
        org = (boss.org or scene.memory.employer.get(boss.ids[0])) if boss else None
        actor = Chunk("org", clause.start, clause.start, (org,)) if org else None
    target = following(scene, clause, trigger, ("org", "person"), gap=26)
    aim = marked(scene, clause, re.compile(r"(?:对|向|把|将|与|和|给)\s?$"), ("org",))
    if actor is None and target is None and aim is None:
        if not scene.memory.org or not scene.amounts(clause.start, clause.end):
            return
        actor = Chunk("org", clause.start, clause.start, (scene.memory.org,))
    passive = (
        is_english_passive(scene, clause, trigger)
        if scene.language == "en"
        else bool(re.search(r"被[^,，]{0,12}$", scene.before(clause, trigger.start, 16)))
    )
    payer = actor.ids[0] if actor else None
    others = [o for o in orgs if o != payer]
    if passive:
        agent = marked(scene, clause, BY[scene.language], ("org",))
        payer = agent.ids[0] if agent else None
    elif word in _SELLS:
        buyer = next(
            (
                c
                for c in clause.chunks
                if c.kind == "org" and behind(scene, c, re.compile(r"(?:给|予|予了|\bto\s)[^,，。\ue000-\ue004]{0,8}$"))
            ),
            None,
        )
        payer = buyer.ids[0] if buyer else None
    elif (lead_is := _LEAD_IS.match(scene.text, trigger.end)) is not None:
        payer = scene.skeleton.name(lead_is.end() - 1).entity
    elif word in _RAISES or word in _LISTS:
        lead = marked(scene, clause, re.compile(r"(?:由|从|来自|向|获得?|\bfrom\s|\bby\s)\s?$"), ("org",))
        payer = (
            lead.ids[0]
            if lead and actor and lead.ids != actor.ids
            else (actor.ids[0] if actor and word in ("领投", "跟投", "注资") else None)
        )
    companies = (
        payer,
        *((actor.ids) if actor else ()),
        *(target.ids if target and target.kind == "org" else ()),
        *others,
    )
    if target is not None and target.kind == "person" and target.org:
        companies = (*companies, target.org)
    draft = _draft("deal", scene, clause, trigger, actor, to=payer, companies=companies)
    draft.amounts = sums
    if _TALKS.search(scene.text, clause.start, clause.end):
        draft.weak.append("talks")
    yield draft


_PAPER = re.compile(
    r"(?:了|一份|一封|的|其|首份|the\s|an?\s)*\s?[^,，]{0,10}?(?:内部信|公开信|声明|公告|消息|通知|邮件|讯息|重大|财报|备忘录|帖|动态|视频|讲话|statement|memo|letter|announcement)"
)


def release(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A发布P, P推迟; A released P."""
    if _negated(scene, clause, trigger) or _PAPER.match(scene.text, trigger.end):
        return
    rest = scene.text[trigger.end : clause.end].strip("了 ,，。\n")
    actor = subject(scene, clause, trigger, ("org",))
    if re.match(r"\s?(?:会|者|方|日|节奏|团队|部门|线|效果|计划书|平台)", scene.text[trigger.end : trigger.end + 3]):
        return
    if trigger.word.lower() in (
        "放弃",
        "发表",
        "推迟",
        "搁置",
        "交付",
        "dropped",
        "published",
        "launch",
        "ship",
        "release",
        "delay",
        "延期",
        "延后",
    ):
        if len(rest) < 2 and not scene.dates(clause.start, clause.end):
            return
        if re.match(r"\s?(?:了|对|这|自己|工作|机会|收入|薪|权)", rest) and trigger.word == "放弃":
            return
    if any("statement" in t.frames for t in clause.triggers):
        return
    org = actor.ids[0] if actor else None
    if org is None:
        boss = subject(scene, clause, trigger, ("person",))
        org = (boss.org or scene.memory.employer.get(boss.ids[0])) if boss else None
    made = [m for m in makers(scene.text[clause.start : clause.end]) if m in scene.memory.companies]
    guessed = org is None and not made
    if scene.text[: trigger.start].endswith(("管", "负责", "主管", "带")):
        return
    org = org or (made[0] if made else None) or scene.memory.maker or scene.memory.topic
    if org is None:
        return
    draft = _draft("release", scene, clause, trigger, actor, companies=(org,))
    if guessed:
        draft.weak.append("organisation from context")
    yield draft


def _negated(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    before = scene.before(clause, trigger.start, 10 if scene.language == "zh" else 24)
    if cue(scene.language, "negated").search(before):
        return True
    return bool(cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end))


def _draft(
    kind: EventType, scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None, *,
    to: str | None = None, companies: tuple[str | None, ...] = (), people: tuple[str, ...] = (),
) -> Draft:  # fmt: skip
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    if actor is not None and actor.end and actor.end <= clause.start:
        start = scene.skeleton.clean_span(actor.start, actor.end)[0]
    return Draft(
        kind, f"{kind}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=people, to=to, companies=tuple(c for c in dict.fromkeys(companies) if c),
    )  # fmt: skip
