"""Who founds: the subject and his partners, those behind a 由… or by …, those whom the next clause names."""

import re

from talent_tui.events.arguments import BY, behind, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.movers import is_english_passive
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import leader_of
from talent_tui.events.triggers import Trigger

_FOUNDED_BY = re.compile(r"由[^,，。\ue000-\ue004]{0,8}$")
_WITH = re.compile(
    r"\bwith\s(?:[a-z-]+\s){0,3}$|(?:和|与|同|跟|拉上|叫上|联手|携手|联合|带着)(?:\ue001)?[^,，。\ue000-\ue005]{0,10}$"
)
"""和大学室友X创办: partners of the founder."""
_BY_WHOM = re.compile(
    r"\s(?:(?:in|on|at)\s(?:the\s)?(?:\ue002|[A-Z][\w-]*)\s){0,3}by\s(?:the\s)?[^\ue000\ue001,;.]{0,40}[\ue000\ue001]"
)
_NAMES_THEM = re.compile(r"(?:[^,:;.\ue000\ue001]{0,30}[,:—–-])?\s?")
_FOUNDER_IS = re.compile(r"创[始办]人(?:兼[^,，。;；\ue000-\ue002]{1,8})?(?:分别)?(?:为|是|系|:|：)?\s?$")


def is_founded(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """A was founded by X; A, founded in 2023 by X, …; a start-up founded by X."""
    if scene.language != "en":
        return False
    return is_english_passive(scene, clause, trigger) or bool(_BY_WHOM.match(scene.text, trigger.end))


def founders_of(
    scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None
) -> tuple[tuple[str, ...], Chunk | None]:
    """The people who found, and the phrase of a 由… or by … that names who does."""
    by = marked(scene, clause, _FOUNDED_BY, ("person", "group", "org"), until=trigger.start)
    if by is None and is_founded(scene, clause, trigger):
        by = next((c for c in scene.right(clause, trigger.end) if behind(scene, c, BY["en"])), None)
        if by is not None and by.kind == "group":
            return _listed_behind(scene, by), by
        return (by.ids if by is not None and by.kind == "person" else ()), by
    if by is not None and by.kind == "person":
        return by.ids, by
    owner = _whose(scene, clause, actor) if scene.language == "zh" and actor is not None else ()
    if owner:
        return owner, by
    partners = [
        c
        for c in scene.chunks
        if c.kind == "person"
        and (c.end <= trigger.start or (scene.language == "en" and c.start < clause.end))
        and behind(scene, c, _WITH, 16)
        and (scene.language == "zh" or _goes_with(scene, c, trigger))
    ]
    if scene.language == "en" and re.match(r"\s*with whom\b", scene.text[clause.start : trigger.start]):
        partners += [c for c in scene.chunks if c.kind == "person" and c.end <= clause.start][-1:]
    beside = scene.coordinated(actor) if actor is not None and actor.kind == "person" else []
    if (
        scene.language == "zh"
        and actor is not None
        and any(c.start == p.start for c in (actor, *beside) for p in partners)
    ):
        # 他离开A,和老搭档Y、Z创办B: with whom the clause before is about.
        partners += [c for c in beside if c not in partners]
        here = [c for c in clause.chunks if c.kind == "person" and c.end <= actor.start and c not in partners]
        first = here or [c for c in scene.chunks if c.kind == "person" and c.end <= clause.start]
        return tuple(dict.fromkeys((*(first[-1].ids if first else ()), *scene.names(partners)))), by
    if actor is not None and actor.kind == "person":
        return scene.names([*beside, *partners]), by
    itself = (
        actor is not None and actor.start >= clause.start and not scene.text[trigger.end : clause.end].strip("了 ,，。")
    )
    leader = leader_of(scene, trigger.start) if by is None and scene.language == "zh" and not itself else ()
    memory = scene.memory
    if not leader and partners and scene.language == "zh" and memory.previous_line == scene.skeleton.sentence.line:
        # 次月便拉上X、Y成立B: with whom the sentence before is about.
        leader = tuple(p for p in memory.person if p not in scene.names(partners))
    return tuple(dict.fromkeys((*leader, *scene.names(partners)))) if leader else (), by


_HIS_OWN = re.compile(
    r"(?:\ue000|[他她])\s?(?:本人|自己|个人|亲手)?(?:打造|操刀|创办|创立)?的\s?(?:新公司|新基金)?\s?$"
)


def _whose(scene: Scene, clause: Clause, firm: Chunk) -> tuple[str, ...]:
    """他自己的A完成登记: whose it is, has founded it."""
    match = _HIS_OWN.search(scene.text, clause.start, firm.start) if firm.kind == "org" else None
    owner = next((c for c in scene.chunks if match and c.kind == "person" and c.start <= match.start() < c.end), None)
    return owner.ids if owner is not None else ()


def _listed_behind(scene: Scene, group: Chunk) -> tuple[str, ...]:
    """Founded by three researchers, X, Y and Z: who they are."""
    first = next((c for c in scene.chunks if c.start >= group.end and c.kind == "person"), None)
    if first is None or not _NAMES_THEM.fullmatch(scene.text, group.end, first.start):
        return ()
    return scene.names(scene.coordinated(first))


_LEADS_IT = re.compile(
    r"(?:等人)?(?:一起|共同|联手|联合)?(?:牵头|领衔|带队|发起|打造|操刀|组建|执掌)的\s?(?:[^,，。;；\ue000-\ue005]{0,8})$"
)


def leaders_told_before(scene: Scene, created: str) -> tuple[str, ...]:
    """X和Y牵头的A,今年2月成立: who leads it stands in front of its name."""
    thing = next((c for c in scene.chunks if c.kind == "org" and created in c.ids), None)
    before = [c for c in scene.chunks if thing is not None and c.kind == "person" and c.end <= thing.start]
    if thing is None or not before or not _LEADS_IT.fullmatch(scene.text, before[-1].end, thing.start):
        return ()
    return scene.names(scene.coordinated(before[-1]))


def founder_told_next(scene: Scene, clause: Clause, created: str) -> tuple[str, ...]:
    """A2月成立,创始人兼CEO为X: the clause behind names who set it up."""
    there = scene.clause_behind(clause)
    if there is None:
        return ()
    person = next((c for c in scene.chunks if c.start >= there.start and c.kind == "person"), None)
    if person is None or person.head >= there.end or person.org not in (None, created):
        return ()
    return scene.names(scene.coordinated(person)) if _FOUNDER_IS.search(scene.text[there.start : person.head]) else ()


def _goes_with(scene: Scene, partner: Chunk, trigger: Trigger) -> bool:
    """Whether no other word of founding stands nearer: who started A with X, and set up B."""
    others = [t for t in scene.triggers if "found" in t.frames and t.start != trigger.start]
    if partner.start > trigger.end:
        return not any(trigger.end <= t.start < partner.start for t in others)
    return not any(t.end <= partner.start for t in others)
