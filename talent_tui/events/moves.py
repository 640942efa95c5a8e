"""Moves: join, hire, return, leave. Who goes from where to where, one draft a person."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.arguments import BY, FROM, OBJECT, behind, came_from_several, following, marked, origin, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.cues import cue
from talent_tui.model import EventType

PEOPLE = ("person", "group")
_OLD_EMPLOYER = re.compile(r"老东家|前东家|旧东家|老雇主|former employer|old employer")


def join(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X加入Y, 从A跳槽至B, 离开A加盟B, 让X加入Y; X joined Y (from Z)."""
    target = following(scene, clause, trigger, ("org",), gap=44 if scene.language == "en" else 14)
    if target is None and trigger.word in ("跳槽", "转投", "空降", "入职", "报到"):
        target = marked(scene, clause, _TOWARDS, ("org",), until=trigger.start)
    if target is None:
        return
    if unreal(scene, clause, trigger):
        return
    to = target.ids[0]
    who = _mover(scene, clause, trigger, target)
    if who is None or to in who.ids or who.generic:
        return
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, who, to), to, "join")


_TOWARDS = re.compile(r"(?:到|至|往|向|进入?)\s?$")


def _mover(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk) -> Chunk | None:
    caused = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if caused is not None:
        return caused
    # 跳槽至Meta的Lucas Beyer: the relative clause's own subject stands behind it.
    if scene.language == "zh" and re.match(r"\s?的", scene.text[target.end : target.end + 2]):
        for chunk in scene.right(clause, target.end):
            if chunk.kind == "person":
                return chunk
    return subject(scene, clause, trigger, PEOPLE)


def hire(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A从B挖来X, A挖走B的X, X被A挖走, 将X引入A; A hired X (from B), X was hired by A."""
    if unreal(scene, clause, trigger):
        return
    passive = _is_passive(scene, clause, trigger)
    if passive:
        who = subject(scene, clause, trigger, PEOPLE)
        hirer = (
            marked(scene, clause, BY[scene.language], ("org",))
            if scene.language == "zh"
            else _by_agent(scene, clause, trigger)
        )
    else:
        who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start) or following(
            scene, clause, trigger, PEOPLE, gap=22
        )
        hirer = subject(scene, clause, trigger, ("org",)) or _named_hirer(scene, clause, trigger)
    if who is None and passive is False:
        who = _possessed(scene, clause, trigger)
    if who is None or (who.kind == "group" and who.generic):
        return
    to = hirer.ids[0] if hirer else None
    target = following(scene, clause, trigger, ("org",), gap=6)
    if target is not None and trigger.word in ("引入", "引进", "招至麾下") and who.start < trigger.start:
        to = target.ids[0]
    if to is None:
        to = scene.memory.org if scene.language == "zh" and not hirer else None
    if to is None or to in who.ids:
        return
    several = came_from_several(scene, clause)
    from_ = None if several else origin(scene, clause, who, to) or _from_object(scene, clause, trigger, to)
    for draft in moves(scene, clause, trigger, "join", who, from_, to, "hire"):
        draft.companies = tuple(o for o in (*draft.companies, *several) if o)
        yield draft


def _possessed(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """People behind a further organisation: 挖走了OpenAI多模态团队的Bi."""
    for chunk in scene.right(clause, trigger.end):
        if chunk.kind in PEOPLE and not chunk.generic and chunk.start - trigger.end < 30:
            return chunk
    return None


def _from_object(scene: Scene, clause: Clause, trigger: Trigger, to: str) -> str | None:
    found = following(scene, clause, trigger, ("org",), gap=4)
    return found.ids[0] if found and found.ids[0] != to and len(found.ids) == 1 else None


def _named_hirer(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """A person who hires does it for the firm in the phrase: Meta CEO扎克伯格挖来…."""
    boss = subject(scene, clause, trigger, ("person",))
    org = (boss.org or scene.memory.employer.get(boss.ids[0])) if boss else None
    return Chunk("org", 0, 0, (org,)) if org else None


def _is_passive(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if scene.language == "en":
        return is_english_passive(scene, clause, trigger)
    return bool(re.search(r"被[^,，。]{0,20}$", scene.before(clause, trigger.start, 24)))


def is_english_passive(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a form of "be" stands before a participle ("was hired", not "is hiring")."""
    if trigger.word.endswith("ing"):
        return False
    return bool(
        re.search(r"\b(?:was|were|been|being|is|are|be|got)\s(?:\w+ly\s)?$", scene.before(clause, trigger.start, 24))
    )


def _by_agent(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    agents = [c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, BY["en"])]
    return agents[0] if agents else None


def back(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X重返A, X从A回到B, 回了老东家; X returned to A."""
    if unreal(scene, clause, trigger):
        return
    target = following(scene, clause, trigger, ("org",), gap=12)
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start) or subject(
        scene, clause, trigger, PEOPLE
    )
    if who is None:
        return
    to = target.ids[0] if target else None
    if to is None and _OLD_EMPLOYER.search(scene.text, trigger.start, min(clause.end, trigger.end + 16)):
        to = who.org
    if trigger.word in ("重新聘用", "rehired") and to is None:
        to = scene.memory.org
    if to is None:
        return
    from_ = origin(scene, clause, who, to)
    yield from moves(scene, clause, trigger, "return", who, from_, to, "return")


def leave(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X离开A, A的X离职, X辞去A…职务; X left A, X stepped down from A. With 加入B in the sentence it is a join."""
    if unreal(scene, clause, trigger):
        return
    # 紧随X离职之后, X的离职: the leaving is a noun, but it happened.
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start) or subject(
        scene, clause, trigger, PEOPLE
    )
    if who is None or who.kind == "group" and who.generic:
        near = [c for c in scene.left(clause, trigger.start) if c.kind == "person" and trigger.start - c.end <= 4]
        who = near[0] if near else None
    if who is None and trigger.word in ("解雇", "开除", "解聘", "炒掉", "fired", "dismissed", "ousted"):
        who = following(scene, clause, trigger, PEOPLE)
    if who is None:
        return
    target = following(scene, clause, trigger, ("org",), gap=16 if scene.language == "en" else 8)
    by = marked(scene, clause, BY[scene.language], ("org",), until=trigger.end)
    from_ = (target.ids[0] if target else None) or (by.ids[0] if by else None) or origin(scene, clause, who, None)
    guessed = from_ is None
    if from_ is None:
        from_ = (
            next((scene.memory.employer[p] for p in who.ids if p in scene.memory.employer), None) or scene.memory.org
        )
    if scene.language == "en" and target is not None:
        to = next((c for c in scene.right(clause, target.end) if c.kind == "org" and behind(scene, c, _FOR)), None)
        if to is not None:
            yield from moves(scene, clause, trigger, "join", who, from_, to.ids[0], "left for")
            return
    for draft in moves(scene, clause, trigger, "leave", who, from_, None, "leave"):
        if guessed:
            draft.weak.append("employer left from context")
        yield draft


_FOR = re.compile(r"\b(?:for|to join)\s(?:rival\s|the\s)?(?:[a-z-]+\s){0,3}$")


def moves(
    scene: Scene,
    clause: Clause,
    trigger: Trigger,
    kind: EventType,
    who: Chunk,
    from_: str | None,
    to: str | None,
    rule: str,
) -> Iterator[Draft]:
    """One draft a person; one with a count for people without names. Lists are followed to their ends.

    三名研究员——X、Y和Z names its members behind; X, Y and several researchers in front; 两名A员工和两名B员工 has two counts.
    """
    named = _members(scene, who)
    if named is not None:
        who = named
    for other in scene.coordinated(who)[:-1]:
        if other.generic:
            continue
        here = (
            other.org if other.org not in (None, to) else (from_ if who.org is None or other.kind == "person" else None)
        )
        yield from _one(scene, clause, trigger, kind, other, here, to, rule)
    yield from _one(scene, clause, trigger, kind, who, from_, to, rule)


_NAMES_MEMBERS = re.compile(r"\s*(?:——|—|--|:|：|\(|（|,|，)?\s*(?:即|包括|分别是|分别为|也就是|including|namely)?\s*")


def _members(scene: Scene, who: Chunk) -> Chunk | None:
    """The names behind a counted group, where they are just as many."""
    if who.kind != "group" or who.count is None:
        return None
    for chunk in scene.chunks:
        if chunk.start >= who.end and chunk.kind == "person":
            fits = len(chunk.ids) == who.count and _NAMES_MEMBERS.fullmatch(scene.text, who.end, chunk.start)
            return msgspec.structs.replace(chunk, org=chunk.org or who.org) if fits else None
    return None


def _one(
    scene: Scene,
    clause: Clause,
    trigger: Trigger,
    kind: EventType,
    who: Chunk,
    from_: str | None,
    to: str | None,
    rule: str,
) -> Iterator[Draft]:
    memory = scene.memory
    employer = memory.parent(to) if kind in ("join", "return") else to
    start, end = scene.skeleton.clean_span(
        min(clause.start, who.start) if who.end <= clause.end else clause.start, clause.end
    )
    at = scene.skeleton.starts[trigger.start]
    if who.end <= clause.start:
        start = scene.skeleton.clean_span(who.start, who.end)[0]
    own = dict(who.orgs)
    common = tuple(o for o in dict.fromkeys((from_, to, employer, *((who.org,) if who.org else ()))) if o)
    several = len(who.ids) > 1
    for person in who.ids or (None,):
        mine = from_
        if several and own.get(person or "") and own[person or ""] != to:
            mine = own[person or ""]
        if mine is None and person and kind in ("join", "return") and memory.employer.get(person) not in (to, employer):
            mine = memory.employer.get(person)
        yield Draft(
            kind, f"{rule}:{trigger.word}", start, end, at, scene.skeleton.sentence.line, scene.skeleton.sentence.start,
            people=(person,) if person else (), from_=mine, to=employer, companies=common,
            count=who.count if person is None else None, group=person is None,
        )  # fmt: skip


_COULD = re.compile(r"可以|可能会?(?=$|[^,，]{0,4}$)|能够|应该|需要|必须|愿意|宁愿|会(?=$)|\bcan\b|\bshould\b|\bmust\b")


def unreal(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether what the trigger names did not happen and is not planned: negated, only tried, asked, supposed."""
    before = scene.before(clause, trigger.start, 14 if scene.language == "zh" else 30)
    negated = cue(scene.language, "negated").search(before)
    if negated:
        return True
    tried = cue(scene.language, "tried").search(before) or _COULD.search(before)
    if tried and not re.search(r"成功|已经?|计划|拟|打算|正在|plans? to|considering|in talks|close to", before):
        return True
    return bool(cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end))
