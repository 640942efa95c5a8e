"""Joining, told from the side of who moves."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.arguments import FROM, OBJECT, acting_firm, behind, following, is_preposed, marked
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.movers import PEOPLE, mover, moves, unreal
from talent_tui.events.origins import origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a

_TOWARDS = re.compile(r"(?:到|至|往|向|来|去|赴|在|进入?)\s?[^,，。\ue000-\ue005]{0,8}$")


ONWARD = re.compile(r"\b(?:to|for|into|aboard)\s(?:the\s|rival\s|its\srival\s)?$")


_AT = re.compile(r"\bat\s(?:the\s|rival\s)?$")


_BARELY = re.compile(r"\s?(?:不到|没几天|才|仅|还不到|不足|短短|未满)|[^,，]{0,4}(?:期间|之前|前夕)")


_BOARD = re.compile(r"\s?(?:的)?\s?(?:公司)?董事会|'s board|\sboard")


ONLY_NAMED = re.compile(
    r"\s?的[^,，。]{0,6}?(?:文件|合同|协议|计划|打算|可能|想法|邀请|机会|条件|传闻|意愿|人数|比例|offer)"
)
"""重返OpenAI的雇佣文件: a paper is no move."""


def join(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X加入Y, 从A跳槽至B, 离开A加盟B, 让X加入Y, 从A过来; X joined Y (from Z)."""
    if is_a(trigger.word, "swaps"):
        yield from _swapped(scene, clause, trigger)
        return
    target = following(scene, clause, trigger, ("org",), gap=44 if scene.language == "en" else 14)
    if scene.language == "en" and is_a(trigger.word, "comes_over"):
        # X moved from A to B; X came over to B from A.
        onward = marked(scene, Clause(trigger.end, clause.end, scene.right(clause, trigger.end), []), ONWARD, ("org",))
        target = onward or target
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
    if is_a(trigger.word, "starts_work"):
        yield from _started_work(scene, clause, trigger, target)
        return
    if target is None:
        yield from _to_the_firm_itself(scene, clause, trigger)
        return
    if ONLY_NAMED.match(scene.text, target.end):
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
    if scene.language == "en":
        along = marked(scene, Clause(target.end, clause.end, scene.right(clause, target.end), []), _ALONG, ("person",))
        if along is not None and not set(along.ids) & set(who.ids):
            # X went to B in July with his colleague Y.
            old = along.org if along.org != to else from_
            yield from moves(scene, clause, trigger, "join", along, old, to, "join")


_ALONG = re.compile(
    r"\b(?:with|alongside|together with|along with|taking|bringing)\s(?:(?:his|her|their|a|the)\s)?"
    r"(?:former\s|fellow\s)?"
    r"(?:(?:colleagues?|co-?founders?|partners?|deput(?:y|ies)|team-?mates?|engineers?|researchers?)\s)?$"
)


def _started_work(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk | None) -> Iterator[Draft]:
    """X was named chief executive of A and started work eight days later: at A."""
    who = mover(scene, clause, trigger)
    if who is None or who.kind != "person" or len(who.ids) != 1:
        return
    memory, person = scene.memory, who.ids[0]
    to = target.ids[0] if target is not None else memory.joined_here.get(person) or memory.employer.get(person)
    if to is None or not scene.dates(clause.start, clause.end):
        return
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, None, to), to, "started work")


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
    aboard = is_a(trigger.word, "comes_aboard")
    if scene.language == "en" and scene.memory.firm and (aboard or _BARE_JOIN.match(scene.text, trigger.end)):
        # …, who joined in 2014: the firm that the paragraph is about.
        who = mover(scene, clause, trigger)
        if (
            who is not None
            and trigger.word.lower().startswith("arrive")
            and not _ARRIVES.fullmatch(scene.text, who.end, trigger.start)
        ):
            # Were back before the month arrived: nobody comes to a firm.
            return
        if who is not None and who.kind == "person":
            acting = acting_firm(scene, clause.start)
            # A bought B, whose founder joined: A, not B again.
            firm = acting if acting is not None and scene.memory.firm == who.org else scene.memory.firm
            old = origin(scene, clause, None, firm) or (who.org if firm == acting != scene.memory.firm else None)
            for draft in moves(scene, clause, trigger, "join", who, old, firm, "join"):
                draft.weak.append("employer from context")
                yield draft
        return
    source = marked(scene, clause, FROM[scene.language], ("org",))
    if source is None:
        announced = list(_announced(scene, clause, trigger)) if is_a(trigger.word, "arrives") else []
        bare = scene.language == "zh" and is_a(trigger.word, "joins_bare")
        yield from announced
        if not announced and bare and _ENDS_THERE.match(scene.text, trigger.end):
            yield from _entered(scene, clause, trigger)
        return
    to = scene.memory.firm
    if to is None or to in source.ids or len(source.ids) > 1:
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


def _entered(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A引入的外部人员包括:B前总裁X,2017年11月入职: at the firm that opens the sentence, else the one spoken of."""
    who = mover(scene, clause, trigger)
    done = scene.text[: trigger.start].endswith(("已", "已经", "正式"))
    if who is None or who.kind != "person" or not (done or scene.dates(clause.start, trigger.start)):
        return
    opens = next((c for c in scene.chunks if c.kind == "org" and c.end <= who.start), None)
    hires = opens is not None and any("hire" in t.frames for t in scene.triggers if t.start < who.start)
    known = next((scene.memory.employer.get(p) for p in who.ids), None)
    to = opens.ids[0] if hires and opens is not None else known if known != who.org else None
    to = to or scene.memory.firm
    if to is None or (who.org == to and who.former):
        return
    for draft in moves(scene, clause, trigger, "join", who, who.org if who.org != to else None, to, "entered"):
        draft.weak.append("employer from context")
        yield draft


_ENDS_THERE = re.compile(r"了?\s?(?:[,，。;；、)）]|$|(?:担任|出任|任|负责|做|教|当|至今))")


def _followed(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """Y followed him: to where he has just gone."""
    first = following(scene, clause, trigger, ("person",), gap=2)
    who = mover(scene, clause, trigger)
    memory = scene.memory
    if first is None and who is not None and memory.left and _ONLY_WHEN.match(scene.text, trigger.end):
        # X left A in 2023; Y followed in February.
        old = who.org or list(memory.left.values())[-1]
        yield from moves(scene, clause, trigger, "leave", who, old, None, "followed")
        return
    if first is None or who is None or not first.ids or first.ids[0] not in memory.former:
        return
    new, old = memory.employer.get(first.ids[0]), memory.former[first.ids[0]]
    named = next((c for c in scene.right(clause, first.end) if c.kind == "org" and behind(scene, c, _TO_WHERE)), None)
    new = named.ids[0] if named is not None else new
    if new is not None and new != old:
        yield from moves(scene, clause, trigger, "join", who, old, new, "followed")


_ONLY_WHEN = re.compile(r"(?:\ssuit)?\s(?:in\s|on\s|only\s|late in\s|early in\s)?\ue002|\ssuit\b|(?:\ssuit)?\s?[.;]")
_TO_WHERE = re.compile(r"\b(?:to|into|over to|out to)\s(?:the\s|rival\s)?$")


_ARRIVES = re.compile(
    r"(?:\s(?:only|just|himself|herself|had|has|first|then|later|finally|duly|also|who))*,?\s?(?:who)?\s?"
)


_BARE_JOIN = re.compile(
    r"\s(?:(?:back|only|again)\s)?(?:in\s|on\s|last\s|earlier\s)?\ue002|\s?[,.;]|\s(?:as|from)\s(?!a result)",
    re.IGNORECASE,
)


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
    founded, firm = scene.memory.founded_here, scene.memory.firm
    here = firm if who is not None and who.start >= clause.start and firm not in (None, who.org) else None
    if who is None or not (announcers or founded or here):
        return
    to = founded or (announcers[-1].ids[0] if announcers else here)
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, who, to), to, "join")


def _joiner(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk) -> Chunk | None:
    caused = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if caused is not None and not caused.generic:
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


_INSIDE = re.compile(
    r",\s(?:who|whose|whom|an?\s(?:former\s|onetime\s|long-?time\s)?(?:[a-z-]+\s){0,3}(?:of|at|from)|once|formerly"
    r"|previously|late)\b[^,;.]*$"
)


def only_describes(scene: Scene, org: str) -> bool:
    """Whether an organisation stands only in what describes a person: who once ran A; a veteran of A."""
    places = [i for i, m in scene.skeleton.mentions.items() if getattr(m, "entity", None) == org]
    return bool(places) and all(_INSIDE.search(scene.text[:i]) for i in places)


def employer_in_context(scene: Scene, who: Chunk, at: int) -> str | None:
    """Whom somebody works for where the phrase does not say: told before, else in the sentence, else spoken of here."""
    memory = scene.memory
    known = next((memory.employer[p] for p in who.ids if p in memory.employer), None)
    if known:
        return memory.employer_of_unit(known)
    if memory.headed and memory.headed != who.org:
        return memory.headed
    others = {c.org for c in scene.chunks if c.kind == "person" and c.org and c.ids != who.ids}
    if who.former and who.org:
        others.add(who.org)
    orgs = [o for o in scene.orgs(0, at) if not memory.is_outlet(o) and o not in others and not scene.is_parent(o)]
    orgs = [o for o in orgs if not scene.is_end_of_move(o)]
    if scene.language == "en" and orgs:
        acting = acting_firm(scene, at)
        inner = [o for o in orgs if only_describes(scene, o)]
        orgs = [acting] if acting in orgs and acting is not None else [o for o in orgs if o not in inner]
    if orgs:
        return memory.employer_of_unit(memory.about if memory.about in orgs else orgs[-1])
    return memory.parent(memory.about)
