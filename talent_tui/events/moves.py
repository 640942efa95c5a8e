"""Moves told from the mover's side: join, return, leave."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.arguments import BY, FROM, OBJECT, behind, following, is_preposed, marked, origin, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.movers import PEOPLE, is_english_passive, mover, moves, unreal
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a

_OLD_EMPLOYER = re.compile(
    r"老东家|前东家|旧东家|老雇主"
    r"|former employer|old employer|previous employer|old desks?\\b|old job|old shop|old firm"
)
_TOWARDS = re.compile(r"(?:到|至|往|向|来|去|赴|在|进入?)\s?[^,，。\ue000-\ue005]{0,8}$")
_AT = re.compile(r"\bat\s(?:the\s|rival\s)?$")
_FOR = re.compile(
    r"\b(?:for|to join)\s(?:rival\s|the\s)?(?:[a-z-]+\s){0,3}$"
    r"|\bto\s(?:run|lead|head)\s(?:the\s)?$"
    r"|\bto\s(?:become|be|lead|run|head|start)\s[^,.;]{0,40}?\b(?:at|of|for)\s(?:the\s)?$"
)
_LEAVES_A_PLACE = {
    "zh": re.compile(
        r"了?\s?(?!公司|团队|这[家里]|该|原|前|老东家|旧东家|岗|职|一线|管理|后|时|之|去|并|和|创业|的|是|因|已|将|也|就|并非)[\u4e00-\u9fff]"
        r"[^\ue000-\ue005]{0,7}(?:[,，。]|$)"
    ),
    "en": re.compile(
        r"\s(?:the|an?|his|her|their)\s(?!(?:[a-z-]+\s)?(?:company|firm|bank|team|start-?up|job|post|role|studio|paper|group|lab|board|business)\b)"
        r"[^\ue000-\ue005]{1,24}(?:[,.]|$)"
    ),
}
"""离开会场, left the meeting: no employer is left."""
_STILL_OTHERS = re.compile(r"的\s?[,，]?\s?(?:还有|另有|也有|则?是|便是|正是|包括)")
_WALKS_OFF = re.compile(r"\s?(?:[,，。；;！!”」）)]|$|好几|一批|不少|大半|两|三|\d)")
"""走了, 要走: somebody leaves where the clause ends there, or counts who does."""
_BARELY = re.compile(r"\s?(?:不到|没几天|才|仅|还不到|不足|短短|未满)|[^,，]{0,4}(?:期间|之前|前夕)")
_BOARD = re.compile(r"\s?(?:的)?\s?(?:公司)?董事会|'s board|\sboard")
_ONLY_NAMED = re.compile(
    r"\s?的[^,，。]{0,6}?(?:文件|合同|协议|计划|打算|可能|想法|邀请|机会|条件|传闻|意愿|人数|比例|offer)"
)
"""重返OpenAI的雇佣文件: a paper is no move."""


def join(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X加入Y, 从A跳槽至B, 离开A加盟B, 让X加入Y, 从A过来; X joined Y (from Z)."""
    if is_a(trigger.word, "swaps"):
        yield from _swapped(scene, clause, trigger)
        return
    target = following(scene, clause, trigger, ("org",), gap=44 if scene.language == "en" else 14)
    if target is not None and behind(scene, target, FROM[scene.language]):
        target = None
    if trigger.word.lower() == "followed":
        target = None
    if is_a(trigger.word, "needs_at") and (target is None or not behind(scene, target, _AT)):
        return
    if is_a(trigger.word, "enters_next") and (target is None or target.start > trigger.end + 1):
        return
    if target is None and is_a(trigger.word, "has_no_object"):
        target = marked(scene, clause, _TOWARDS, ("org",), until=trigger.start)
    if unreal(scene, clause, trigger):
        return
    if target is not None and _BARELY.match(scene.text, target.end) and not scene.dates(clause.start, trigger.start):
        # 入职A不到一个月,便…: the clause only says how long; who works there is noted.
        who = _joiner(scene, clause, trigger, target)
        for person in who.ids if who is not None else ():
            scene.memory.employer[person] = target.ids[0]
        return
    if target is None:
        yield from _to_the_firm_itself(scene, clause, trigger)
        return
    if _ONLY_NAMED.match(scene.text, target.end):
        return
    if _BOARD.match(scene.text, target.end):
        return
    to = target.ids[0]
    who = _joiner(scene, clause, trigger, target)
    if who is None or to in who.ids or who.generic:
        return
    if _describes(scene, clause, trigger, who, target):
        return
    if len(who.ids) == len(target.ids) > 1 and "分别" in scene.text[who.end : trigger.start]:
        # X和Y分别加入A和B.
        for person, org in zip(who.ids, target.ids, strict=True):
            one = msgspec.structs.replace(who, ids=(person,), orgs=())
            yield from moves(scene, clause, trigger, "join", one, None, org, "join")
        return
    from_ = origin(scene, clause, who, to)
    if from_ is None and who.start >= target.end:
        # 跳槽至Meta的负责o1模型的专家X: what somebody built tells where he worked.
        made = [m for m in makers(scene.text[target.end : who.end]) if m != to and m in scene.memory.companies]
        from_ = made[0] if made else None
    yield from moves(scene, clause, trigger, "join", who, from_, to, "join")


def _describes(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, target: Chunk) -> bool:
    """X晒出了加入Meta的人才名单: the joining only describes what X does something with."""
    if scene.language != "zh" or who.start > trigger.start or not scene.text.startswith("的", target.end):
        return False
    if re.match(r"的(?:消息|决定|事实|意愿)", scene.text[target.end : target.end + 4]):
        return False
    return any(who.end <= t.start and t.end <= trigger.start for t in clause.triggers)


def _to_the_firm_itself(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """今年4月才从A过来, will join on May 4 from A: to the firm that the article is about."""
    if trigger.word.lower() == "followed":
        yield from _followed(scene, clause, trigger)
        return
    if is_a(trigger.word, "comes_along"):
        gone = list(scene.memory.joined_here.values())
        who = mover(scene, clause, trigger)
        if gone and who is not None and who.kind == "person":
            origin_ = next((f for p, f in scene.memory.former.items() if p in scene.memory.joined_here), None)
            yield from moves(scene, clause, trigger, "join", who, origin_, gone[-1], "join")
        return
    led = marked(scene, clause, _FOLLOWING, ("person",), until=trigger.start)
    new = next((scene.memory.employer[p] for p in led.ids if p in scene.memory.employer), None) if led else None
    if led is not None and new is not None:
        # 5名老部属已随X过档: to where X has gone.
        others = [c for c in scene.left(clause, trigger.start) if c.kind in PEOPLE and c.end <= led.start]
        old = next((scene.memory.former[p] for p in led.ids if p in scene.memory.former), None)
        if others:
            yield from moves(scene, clause, trigger, "join", others[0], old, new, "join")
        return
    if scene.language == "en" and scene.memory.firm and _BARE_JOIN.match(scene.text, trigger.end):
        # …, who joined in 2014: the firm that the paragraph is about.
        who = mover(scene, clause, trigger)
        if who is not None and who.kind == "person":
            for draft in moves(scene, clause, trigger, "join", who, None, scene.memory.firm, "join"):
                draft.weak.append("employer from context")
                yield draft
        return
    source = marked(scene, clause, FROM[scene.language], ("org",))
    if source is None and is_a(trigger.word, "arrives"):
        yield from _announced(scene, clause, trigger)
        return
    to = scene.memory.firm
    if source is None or to is None or to in source.ids or len(source.ids) > 1:
        return
    if not is_a(trigger.word, "comes_over"):
        return
    described = next((c for c in scene.right(clause, trigger.end) if c.kind == "person"), None)
    relative = described is not None and scene.text[trigger.end : described.start] == "的"
    who = described if relative else mover(scene, clause, trigger)
    if who is None:
        return
    for draft in moves(scene, clause, trigger, "join", who, source.ids[0], to, "join"):
        draft.weak.append("employer from context")
        yield draft


def _followed(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """Y followed him: to where he has just gone."""
    first = following(scene, clause, trigger, ("person",), gap=2)
    who = mover(scene, clause, trigger)
    memory = scene.memory
    if first is None or who is None or not first.ids or first.ids[0] not in memory.former:
        return
    new, old = memory.employer.get(first.ids[0]), memory.former[first.ids[0]]
    if new is not None and new != old:
        yield from moves(scene, clause, trigger, "join", who, old, new, "followed")


_BARE_JOIN = re.compile(r"\s(?:in\s|on\s|last\s|earlier\s)?\ue002|\s?[,.;]")
_FOLLOWING = re.compile(r"(?:随|跟随|跟着|追随|随着)\s?$")


def _announced(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A宣布, X加盟: to the organisation that announces it."""
    position = scene.clauses.index(clause)
    told = next((t.start for t in clause.triggers if "say" in t.frames and t.start < trigger.start), clause.start)
    announcers = [
        c for earlier in scene.clauses[: position + 1] for c in earlier.chunks
        if c.end <= told and c.kind == "org" and not is_preposed(scene, c) and not scene.memory.is_outlet(c.ids[0])
    ]  # fmt: skip
    who = next((c for c in scene.left(clause, trigger.start) if c.kind == "person"), None)
    founded = scene.memory.founded_here
    if who is None or not (announcers or founded):
        return
    to = founded or announcers[-1].ids[0]
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, who, to), to, "join")


def _joiner(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk) -> Chunk | None:
    caused = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if caused is not None:
        return caused
    # 跳槽至Meta的Lucas Beyer: the relative clause's own subject stands behind it.
    if scene.language == "zh" and re.match(r"\s?的", scene.text[target.end : target.end + 2]):
        for chunk in scene.right(clause, target.end):
            if chunk.kind == "person":
                return chunk
            if chunk.kind == "group" and _THERE_ARE.fullmatch(scene.text, target.end, chunk.start):
                return chunk
    return mover(scene, clause, trigger)


_IN_EXCHANGE = re.compile(r"\bfor\s(?:[a-z'-]+\s){0,3}$")


def _swapped(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X swapped A for B, or for Y's start-up: from A to B."""
    who = mover(scene, clause, trigger)
    left = following(scene, clause, trigger, ("org",), gap=24)
    gained = [c for c in scene.right(clause, trigger.end) if behind(scene, c, _IN_EXCHANGE)]
    if who is None or left is None or not gained or gained[0].kind not in ("org", "person"):
        return
    to = gained[0].ids[0] if gained[0].kind == "org" else scene.memory.employer.get(gained[0].ids[0])
    if to is not None and to not in left.ids:
        yield from moves(scene, clause, trigger, "join", who, left.ids[0], to, "swapped")


_THERE_ARE = re.compile(r"\s?的[^,，。\ue000-\ue005]{0,10}(?:有|达|达到|共|超过|约|多达|已有|足有)\s?")


def back(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X重返A, X从A回到B, 回了老东家; X returned to A."""
    if unreal(scene, clause, trigger):
        return
    target = following(scene, clause, trigger, ("org",), gap=12)
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if scene.language == "en" and is_a(trigger.word, "rehires"):
        who = following(scene, clause, trigger, ("person",), gap=30) or who
    who = who or mover(scene, clause, trigger)
    if who is None:
        return
    to = target.ids[0] if target else None
    if to is None and _OLD_EMPLOYER.search(scene.text, trigger.start, min(clause.end, trigger.end + 16)):
        to = next((scene.memory.former[p] for p in who.ids if p in scene.memory.former), None) or who.org
    if to is None and is_a(trigger.word, "returns_bare"):
        left = {**scene.memory.former, **scene.memory.left}
        to = next((left[p] for p in who.ids if p in left), None)
    if to is None and is_a(trigger.word, "rehires"):
        orgs = [o for o in scene.orgs(0, trigger.start) if not scene.memory.is_outlet(o)]
        to = orgs[-1] if orgs else scene.memory.actor or scene.memory.firm
    if to is None or (target is not None and _ONLY_NAMED.match(scene.text, target.end)):
        return
    yield from moves(scene, clause, trigger, "return", who, origin(scene, clause, who, to), to, "return")


def leave(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X离开A, A的X离职, X辞去A…职务; X left A, X stepped down from A. With 加入B in the sentence it is a join."""
    if unreal(scene, clause, trigger):
        return
    if scene.text.startswith("的", trigger.end) and not _STILL_OTHERS.match(scene.text, trigger.end):
        return
    if is_a(trigger.word, "walks") and not _WALKS_OFF.match(scene.text, trigger.end):
        return
    if _LEAVES_A_PLACE[scene.language].match(scene.text[trigger.end : clause.end]) and is_a(
        trigger.word, "leaves_what"
    ):
        return
    who = _leaver(scene, clause, trigger)
    if is_a(trigger.word, "lets_many_go"):
        team = next((c for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
        if (
            team is not None
            and team.end >= clause.start
            and not any(c.kind in PEOPLE for c in scene.left(clause, trigger.start))
        ):
            # 金融事业群整个被裁: a unit, not a person.
            yield from cut(scene, clause, trigger, msgspec.structs.replace(team, count=None), team.ids[0])
            return
    if who is None:
        return
    target = following(scene, clause, trigger, ("org",), gap=16 if scene.language == "en" else 8)
    if target is not None and any(trigger.end <= t.start < target.start for t in clause.triggers):
        # said his goodbyes and set up B: the other word's object.
        target = None
    if target is not None and scene.language == "en" and " to " in scene.text[trigger.end : target.start]:
        # left in 2019 to start B: that is what he went to do.
        target = None
    aim = next((c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, _FOR, 60)), None)
    if target is not None and aim is not None and target.start == aim.start:
        target = None
    by = marked(scene, clause, BY[scene.language], ("org", "group"), until=trigger.end)
    agent = (by.ids[0] if by.ids else by.org) if by else None
    if scene.language == "en" and is_a(trigger.word, "lets_go") and who.start >= trigger.end and agent is None:
        # Uber fired X: who does it is who he leaves.
        boss = subject(scene, clause, trigger, ("org",))
        agent = boss.ids[0] if boss is not None else None
        target = None if agent is not None else target
    from_ = (target.ids[0] if target else None) or agent
    if from_ is None and is_a(trigger.word, "goes_alone"):
        # Who leaves to found something leaves the employer named before, not what he founded.
        from_ = next((o for o in reversed(scene.orgs(0, trigger.start)) if o != who.org), None)
    from_ = from_ or origin(scene, clause, who, None)
    guessed = from_ is None
    if from_ is None:
        from_ = employer_in_context(scene, who, trigger.start)
    if scene.language == "en" and aim is not None:
        yield from moves(scene, clause, trigger, "join", who, from_, aim.ids[0], "left for")
        return
    if who.kind == "group" and is_a(trigger.word, "lets_many_go"):
        yield from cut(scene, clause, trigger, who, from_)
        return
    for draft in moves(scene, clause, trigger, "leave", who, from_, None, "leave"):
        if guessed:
            draft.weak.append("employer left from context")
        yield draft


_HELD = re.compile(r"\b(?:was|were|been|served|worked|ran|led|headed)\b")
_UNTIL_WHEN = re.compile(r"\s(?:[a-z]+\s){0,2}\ue002")


def held_until(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X was A's chief scientist until May 2024: then he left."""
    who = subject(scene, clause, trigger, ("person",))
    if who is None or not _UNTIL_WHEN.match(scene.text, trigger.end):
        return
    between = scene.text[who.end : trigger.start]
    orgs = scene.orgs(who.end, trigger.start)
    if not orgs and trigger.word.lower() == "lasted until":
        employer = employer_in_context(scene, who, trigger.start)
        yield from moves(scene, clause, trigger, "leave", who, employer, None, "held until")
    if len(orgs) == 1 and _HELD.search(between):
        yield from moves(scene, clause, trigger, "leave", who, orgs[0], None, "held until")


def cut(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, org: str | None) -> Iterator[Draft]:
    """32名员工被裁: people let go by number are the employer's layoff."""
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    companies = tuple(o for o in dict.fromkeys((org, scene.memory.parent(org))) if o)
    yield Draft(
        "freeze", f"freeze:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start, companies=companies, count=who.count,
    )  # fmt: skip


def _leaver(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    who = who or mover(scene, clause, trigger)
    if who is None or who.generic or (who.kind == "group" and who.word == "context"):
        # 紧随X离职之后: the leaving is a noun, but it happened.
        near = [c for c in scene.left(clause, trigger.start) if c.kind == "person" and trigger.start - c.end <= 4]
        who = near[0] if near else None
    if is_a(trigger.word, "parts_from"):
        who = following(scene, clause, trigger, PEOPLE) or who
    if scene.language == "en" and is_a(trigger.word, "lets_go") and not is_english_passive(scene, clause, trigger):
        return following(scene, clause, trigger, PEOPLE)
    if who is None and is_a(trigger.word, "lets_go"):
        who = following(scene, clause, trigger, PEOPLE)
    return who


def employer_in_context(scene: Scene, who: Chunk, at: int) -> str | None:
    """Whom somebody works for where the phrase does not say: told before, else in the sentence, else spoken of here."""
    memory = scene.memory
    known = next((memory.employer[p] for p in who.ids if p in memory.employer), None)
    if known:
        return memory.employer_of_unit(known)
    others = {c.org for c in scene.chunks if c.kind == "person" and c.org and c.ids != who.ids}
    if who.former and who.org:
        others.add(who.org)
    orgs = [o for o in scene.orgs(0, at) if not memory.is_outlet(o) and o not in others and not scene.is_parent(o)]
    orgs = [o for o in orgs if not scene.is_end_of_move(o)]
    if orgs:
        return memory.employer_of_unit(memory.firm if memory.firm in orgs else orgs[-1])
    return memory.parent(memory.firm)
