"""Statements of named speakers, dated reports of outlets, offers and figures of pay."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import FROM, behind, marked, modifies, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.cues import cue
from talent_tui.model import EventType

_ACCORDING = re.compile(r"据\s?$")
_ANNOUNCES = ("宣布", "确认", "证实", "announced", "announces", "confirmed", "confirms", "通知")
_NOUNS = (
    "发言",
    "公开信",
    "内部信",
    "备忘录",
    "发布会",
    "memo",
    "声明",
    "异议",
    "预计",
    "认为",
    "介绍",
    "评价",
    "called",
    "added",
    "noted",
    "described",
)


def say(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X表示…, “…”X说, 据X披露; X said …. The speaker only, named: a person, or an organisation for itself."""
    speaker = speaker_of(scene, clause, trigger)
    if speaker is None or _DESCRIBES.match(scene.text, trigger.end):
        return
    if speaker.kind == "org" and (scene.memory.is_outlet(speaker.ids[0]) or _told_by_others(scene, speaker, trigger)):
        return
    if cue(scene.language, "negated").search(scene.before(clause, trigger.start, 3)) and trigger.word in (
        "透露",
        "回应",
        "评论",
    ):
        return
    if speaker.kind == "org" and trigger.word in _NOUNS and trigger.word not in ("声明", "异议"):
        return
    if trigger.word in ("预计", "认为", "介绍", "告知") and speaker.kind == "org":
        return
    draft = _draft("statement", scene, clause, trigger, speaker)
    draft.people = speaker.ids if speaker.kind == "person" else ()
    draft.speaker = speaker.ids[0]
    own = speaker.org or (scene.memory.employer.get(speaker.ids[0]) if speaker.kind == "person" else speaker.ids[0])
    about = scene.orgs(clause.start, len(scene.text))
    draft.companies = tuple(o for o in dict.fromkeys((own, *about)) if o)
    draft.amounts = scene.amounts(0, len(scene.text))
    if trigger.word in _ANNOUNCES:
        draft.weak.append("announcement")
    yield draft


_DESCRIBES = re.compile(r"的(?!是|话)")
"""Alexandr Wang晒出的名单: the saying only describes something."""


def _told_by_others(scene: Scene, speaker: Chunk, trigger: Trigger) -> bool:
    """《连线》报道称, OpenAI的消息源说: not the organisation itself speaks."""
    between = scene.text[speaker.end : trigger.start]
    return len(between) > 12 or bool(
        re.search(r"专访|采访|访问|受访|报道|报导|消息|爆料|杂志|媒体|记者|内部|员工|人士|首席|总监|\ue004", between)
    )


def speaker_of(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """Who says what a saying verb introduces or closes."""
    for chunk in scene.left(clause, trigger.start):
        if chunk.kind not in ("person", "org", "group"):
            continue
        if chunk.kind == "group" and chunk.org and re.search(r"发言人|官方|公关|spokes", chunk.word):
            # A spokesman speaks for the organisation.
            return Chunk("org", chunk.start, chunk.end, (chunk.org,))
        if chunk.kind == "group" or not chunk.ids:
            return None
        if modifies(scene, chunk, trigger.start):
            continue
        if behind(scene, chunk, _ACCORDING) or not behind(scene, chunk, _PREPOSED):
            return chunk if len(chunk.ids) == 1 or chunk.kind == "person" else None
    if scene.language == "en":
        # "…," said Jeff Wang: the speaker may stand behind the verb.
        inverted = [c for c in scene.right(clause, trigger.end) if c.kind == "person" and c.start - trigger.end <= 2]
        if inverted and re.match(r"said|says|wrote|told", trigger.word):
            return inverted[0]
    position = scene.clauses.index(clause)
    if position and not scene.text[clause.start : trigger.start].strip(" 并也还则又但同时就更曾特别在中上里"):
        earlier = [c for c in scene.clauses[position - 1].chunks if c.kind in ("person", "org") and c.ids]
        if earlier and not behind(scene, earlier[0], _PREPOSED):
            return earlier[0]
    return None


_PREPOSED = re.compile(
    r"(?:从|对|向|为|给|与|和|跟|被|由|将|把|让|在|告诉|包括)\s?[“「]?$|\b(?:to|from|at|by|for|with|of|in|on|against|about|including|than|that)\s(?:the\s)?$",
    re.I,
)


def report(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """An outlet publishes; only where the publishing itself is dated."""
    outlet = next((c for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
    if (
        outlet is None
        or trigger.start - outlet.end > 8
        or behind(scene, outlet, re.compile(r"(?:据|对|向|to|the)\s?$"))
    ):
        return
    if not any(i < trigger.start for i, _ in scene.dates(clause.start, clause.end)):
        return
    draft = _draft("report", scene, clause, trigger, outlet)
    draft.companies = tuple(dict.fromkeys((*outlet.ids, *scene.orgs(clause.end, len(scene.text))[:2])))
    yield draft


_VAGUE_OFFER = (
    "说服",
    "邀请",
    "接触",
    "待遇",
    "高薪",
    "invited",
    "offer",
    "offers",
    "洽谈",
    "拉拢",
    "游说",
    "retain",
    "offering",
    "接洽",
    "开出",
    "挽留",
    "留人",
    "面谈",
)


def offer(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """An approach, an offer, an attempt to keep someone: recruiting that is no move yet."""
    window = scene.text[max(0, clause.start - 30) : min(len(scene.text), clause.end + 30)]
    if trigger.word in _VAGUE_OFFER and not re.search(
        r"员|人才|团队|薪|奖金|加入|跳槽|研究|工程师|高管|职位|股权|离职|staff|researcher|engineer|employee|talent|salary|bonus|job|team",
        window,
    ):
        return
    if cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end):
        return
    if trigger.word in ("报价", "开价", "签约金", "offer", "offered", "offers") and _BUYS.search(scene.text):
        return
    actor = subject(scene, clause, trigger, ("org", "person")) or marked(
        scene, clause, re.compile(r"(?:被|收到|来自|by\s|from\s)$"), ("org",)
    )
    if actor is None or not actor.ids:
        return
    to = actor.ids[0] if actor.kind == "org" else actor.org or scene.memory.employer.get(actor.ids[0])
    draft = _draft("offer", scene, clause, trigger, actor, to=scene.memory.parent(to))
    draft.people = actor.ids[:1] if actor.kind == "person" else ()
    draft.amounts = scene.amounts(0, len(scene.text))
    draft.companies = tuple(o for o in dict.fromkeys((to, *scene.orgs(clause.start, clause.end))) if o)
    yield draft


_GOES_ON = re.compile(
    r"计划|试图|正在|继续|亲自|曾|多次|一直|开始|将|拟|要|大举|疯狂|积极|不断|频频|准备|打算|还|已|全力|加紧|will|plans?|trying|tried|began|started|has been|is\b",
    re.I,
)
"""Words that make recruiting something that goes on, not the name of a thing."""


_BUYS = re.compile(r"收购|并购|洽谈|竞购|入股|发行权|acqui|takeover|merger|buy", re.IGNORECASE)


def recruiting(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """挖角, 招募, 招聘 without anybody named: planned, tried or going on."""
    counted = any(c.kind == "group" and c.count for c in scene.right(clause, trigger.end))
    actor = subject(scene, clause, trigger, ("org", "person"))
    if actor is None and counted and scene.memory.topic:
        actor = Chunk("org", clause.start, clause.start, (scene.memory.topic,))
    if actor is None or not actor.ids:
        return
    before = scene.before(clause, trigger.start, 14)
    if actor.kind == "org" and not counted and not _GOES_ON.search(before):
        return
    if cue(scene.language, "negated").search(before) or cue(scene.language, "hypothetical").search(
        scene.text, clause.start, clause.end
    ):
        return
    if not re.search(
        r"人|员|才|团队|目标|邮件|研究|工程师|挖|staff|researcher|engineer|talent|people",
        scene.text[trigger.start : clause.end],
    ):
        return
    if re.match(
        r"\s?(?:流程|过程|行为|市场|节奏|宣传|人员|就像|经理|官|公告|启事|会|季)",
        scene.text[trigger.end : trigger.end + 4],
    ):
        return
    yield from offer_from(scene, clause, trigger, actor)


def offer_from(scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk) -> Iterator[Draft]:
    """An offer by `actor` (for the organisation that it belongs to)."""
    to = actor.ids[0] if actor.kind == "org" else actor.org or scene.memory.employer.get(actor.ids[0])
    draft = _draft("offer", scene, clause, trigger, actor, to=scene.memory.parent(to))
    draft.people = actor.ids[:1] if actor.kind == "person" else ()
    group = next((c for c in scene.right(clause, trigger.end) if c.kind == "group" and c.count), None)
    draft.count = group.count if group else None
    draft.companies = tuple(o for o in dict.fromkeys((to, *scene.orgs(clause.start, clause.end))) if o)
    draft.weak.append("recruiting without a name")
    yield draft


def pay(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A figure for compensation."""
    sums = scene.amounts(clause.start, clause.end) or scene.amounts(0, len(scene.text))
    if not sums:
        return
    actor = subject(scene, clause, trigger, ("org", "group")) or marked(
        scene, clause, re.compile(r"(?:在|为|给)\s?$"), ("org",)
    )
    payer = marked(scene, clause, FROM[scene.language], ("org",))
    org = (actor.ids[0] if actor.ids else actor.org) if actor else None
    orgs = [o for o in scene.orgs(0, len(scene.text)) if not scene.memory.is_outlet(o)]
    org = payer.ids[0] if payer else org if org in orgs else None
    org = org or (orgs[0] if orgs else None) or scene.memory.org
    if org is None:
        return
    draft = _draft("pay", scene, clause, trigger, actor, to=org)
    first, last = scene.skeleton.at(sums[0].start), scene.skeleton.at(sums[-1].start)
    start, end = min(clause.start, first), max(clause.end, last + 1)
    draft.start, draft.end = scene.skeleton.clean_span(start, end)
    draft.amounts = scene.amounts(0, len(scene.text))
    draft.companies = tuple(dict.fromkeys((org, *orgs)))
    yield draft


def _draft(
    kind: EventType, scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None, *, to: str | None = None
) -> Draft:
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    if actor is not None and actor.end and actor.end <= clause.start:
        start = scene.skeleton.clean_span(actor.start, actor.end)[0]
    return Draft(
        kind, f"{kind}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start, to=to,
    )  # fmt: skip
