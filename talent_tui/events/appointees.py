"""Who gets a post, and where somebody who gets it comes from."""

import re

from talent_tui.events.arguments import BY, OBJECT, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.movers import mover
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import PERSON
from talent_tui.events.subjects import somebodys_man, subject
from talent_tui.events.titles import role_of
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_LATE_OF = re.compile(
    r"(?:,\s(?:(?:formerly|late|lately|previously|until (?:now|then|recently)|most recently|an?|the)\s)+"
    r"(?:[a-z-]+\s){0,3}?)?\s?(?:of|from|at|with)\s(?:(?:the|an?)\s(?:[a-z-]+\s){0,4}?)?(\ue001)",
    re.IGNORECASE,
)


_WHOM_IT_HAD = re.compile(
    r"(?:,\s[^,;.\ue000]{0,30})?\swhom\s(\ue001)\s(?:(?:had|only|itself|just|has)\s)*(?:hired|poached|snared|lured|recruited|nabbed"
    r"|brought|taken|picked|landed)\b"
)
"""X, a veteran of C whom B had snared only in July, takes the role: from B."""
WHO_RUNS = re.compile(
    r",\swho\s(?:now\s|currently\s|until now\s|has\s)?(?:runs?|ran|heads?|headed|leads?|led)\s"
    r"(?:the\s)?(\ue001)(?!['’]s)"
)
"""Meg O'Neill, who runs Woodside, will take over: with the post comes the employer."""


def from_elsewhere(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, unit: str | None) -> str | None:
    """Where somebody who gets a post comes from, if the words right behind the name say so: X of A, X, late of A."""
    if unit is None or len(who.ids) != 1 or is_a(trigger.word, "state"):
        return None
    if trigger.word.lower().startswith(("promot", "elevat")):
        # Nestle promoted Nespresso's X: from within.
        return None
    memory = scene.memory
    match = _LATE_OF.match(scene.text, who.head + 1) or WHO_RUNS.match(scene.text, who.head + 1)
    match = match or _WHOM_IT_HAD.match(scene.text, who.head + 1)
    org = scene.skeleton.name(match.start(1)).entity if match is not None else None
    if org is None and is_a(trigger.word, "gives_post") and who.start >= trigger.end:
        giver = subject(scene, clause, trigger, ("org",))
        known = memory.employer.get(who.ids[0])
        org = known if giver is not None and known is not None and giver.ids[0] == unit else None
    if org is None and who.org and not who.implied and who.start >= trigger.end:
        # Named Google's X, or the former A president X: the phrase itself says where from.
        org = who.org if is_a(trigger.word, "gives_post") or is_a(trigger.word, "hands_over") else None
    if org is None and who.org and not who.implied and _OWNS.match(scene.text, who.start):
        # Google's X became OpenAI's chief scientist.
        org = who.org if unit in scene.orgs(clause.start, clause.end) else None
    if (
        org is None
        and who.end <= trigger.start
        and role_of(scene, clause, trigger)
        and unit in scene.orgs(clause.start, clause.end)
    ):
        # X left A in July. In September he became B's chief.
        org = memory.left.get(who.ids[0])
    if org is None or memory.is_outlet(org):
        return None
    family = {unit, memory.parent(unit)}
    return org if family.isdisjoint({*memory.house(org), memory.parent(org)}) else None


_OWNS = re.compile(r"\ue001['’]s\s")
_BRINGS = frozenset({"hire", "return", "offer"})


def appointee(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """Who gets the post that a trigger tells of."""
    if scene.language == "en":
        inverted = _IN_HIS_PLACE.match(scene.text, clause.start, clause.end)
        if inverted is not None and inverted.end() > trigger.end:
            return next((c for c in scene.chunks if c.kind == "person" and c.start >= inverted.end() - 1), None)
        swapped = _REPLACED_WITH.match(scene.text, trigger.end) if "replac" in trigger.word.lower() else None
        if swapped is not None:
            # Frontier replaced its chief X with Y.
            return next((c for c in scene.chunks if c.kind == "person" and c.start <= swapped.end() < c.end), None)
        if (his_man := somebodys_man(scene, clause, trigger)) is not None:
            return his_man
        passive = re.search(r"\b(?:was|were|been|be|is|are)\s(?:\w+ly\s)?$", scene.before(clause, trigger.start, 20))
        bare = not scene.text[clause.start : trigger.start].strip(" ,:")
        if is_a(trigger.word, "gets_somebody"):
            # It got a new chief executive in June, X, late of A.
            title = _NEW_BOSS.match(scene.text, trigger.end)
            return next((c for c in scene.chunks if title and c.kind == "person" and c.start == title.end()), None)
        given = following(scene, clause, trigger, ("person",), gap=40)
        if given is not None and any(trigger.end <= t.start < given.start for t in clause.triggers):
            # X, appointed in October to replace Y: the other verb's object.
            given = None
        if is_a(trigger.word, "gives_post") and not passive and bare and given is None:
            # Mark Chen, made chief research officer in March: the participle describes who stands before the comma.
            return subject(scene, clause, trigger, ("person",))
        if is_a(trigger.word, "gives_post") and not passive:
            return given
        if trigger.word.lower().startswith("to "):
            # Brought in X from A to run operations: whom the verb before brings.
            brought = [t.end for t in clause.triggers if t.end <= trigger.start and _BRINGS & set(t.frames)]
            near = next((c for c in scene.left(clause, trigger.start) if c.kind == "person" and c.ids), None)
            if brought and near is not None and near.start >= brought[-1] and near.word.lower() not in ("he", "she"):
                return near
        return subject(scene, clause, trigger, ("person",))
    if is_a(trigger.word, "replaces_whom") and (agent := marked(scene, clause, BY["zh"], ("person",))) is not None:
        # X被Y接替: Y gets the post.
        return agent
    marked_person = marked(scene, clause, OBJECT["zh"], ("person",), until=trigger.start)
    marked_person = marked_person or marked(scene, clause, _HANDED_TO, ("person",), until=trigger.start)
    if marked_person is not None:
        return marked_person
    successor = AFTER_HIM.match(scene.text, trigger.end)
    if successor is not None:
        # 接替他的是来自B的Y: whom the sentence names last.
        return next((c for c in scene.chunks if c.kind == "person" and c.end > successor.end()), None)
    by_somebody = _BY_SOMEBODY.search(scene.text, clause.start, trigger.start)
    if (by_somebody and not trigger.word.startswith(("升", "晋", "转", "改", "调"))) or _WHOEVER.match(
        scene.text, trigger.end
    ):
        # 由冲津雅浩接任, 接替他的孙宏娟: whose name nobody has found, is not who was named before.
        return None
    after_him = _WHO_TAKES_OVER.match(scene.text, trigger.end)
    if after_him is not None:
        # 接替他的Y是A老人: Y gets the post.
        return next((c for c in scene.chunks if c.kind == "person" and c.start <= after_him.end() - 1 < c.end), None)
    if is_a(trigger.word, "gives_post_to_object"):
        behind_it = following(scene, clause, trigger, ("person",), gap=16)
        if behind_it is not None:
            return behind_it
    who = mover(scene, clause, trigger)
    instead_of = [t for t in clause.triggers if is_a(t.word, "replaces_whom") and t.end <= trigger.start]
    if who is not None and instead_of and _RIGHT_BEHIND.fullmatch(scene.text, instead_of[-1].end, who.start):
        # X取代Y出任Z: X gets the post.
        who = next((c for c in scene.left(clause, instead_of[-1].start) if c.kind == "person"), None)
    return who if who is not None and who.kind == "person" else None


_RIGHT_BEHIND = re.compile(r"了?(?:原|前|现)?(?:任)?[^,，。;；\ue000-\ue005]{0,6}")


_HANDED_TO = re.compile(r"(?:交|让|传|留|移|转)(?:给|由|予)了?\s?$")
"""团队交给X接管: to whom it is handed, takes it over."""
_NEW_BOSS = re.compile(
    r"\s(?:[a-z-]+\s){0,3}?(?:chief|boss|head|president|chair\w*|director|editor|CEO|CFO|COO|CTO|leader|officer"
    r"|executive"
    r"|manager)(?:\s[a-z]+){0,3}(?:\s(?:in|on|last|this)?\s?\ue002|\s(?:of|for|at)\s[^,.;]{1,30})?(?:,|:"
    r"|\sin)\s(?=\ue000)"
)
_REPLACED_WITH = re.compile(
    r"\s(?:[A-Za-z'’-]+\s|\ue001\s){0,4}\ue000(?:,\s(?:who|whose|its|the|an?)\s[^,;.\ue000]{3,80},|,)?\swith\s(?:[A-Za-z'’&,-]+\s|\ue001(?:'s)?\s){0,6}(?=\ue000)"
)
_IN_HIS_PLACE = re.compile(
    r"\s*(?:taking (?:over|his place|her place|the (?:job|reins|helm))|replacing|succeeding|stepping in)\b"
    r"[^,.;]{0,50}?\b(?:is|was|will be|comes)\s",
    re.IGNORECASE,
)


_BY_SOMEBODY = re.compile(r"由[^,，。;；\ue000-\ue005他她其]{2,8}$")
_WHOEVER = re.compile(r"(?:他|她)的[\u4e00-\u9fff]{2,4}(?:是|来自|曾)(?!由)")
_WHO_TAKES_OVER = re.compile(rf"(?:{PERSON}|[他她])的[^,，。;；\ue000-\ue005]{{0,8}}{PERSON}")


AFTER_HIM = re.compile(
    rf"\s?(?:{PERSON}|[他她])?(?:的)?(?:工作|职务|职位|位置|岗位|一职)?的(?:人选)?(?:是|为|则是|将是|正是)"
)
