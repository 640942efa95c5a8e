"""What every frame needs: a draft over its clause, and whether the clause tells that it did not happen."""

import re

from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.model import EventType


def draft_of(
    kind: EventType, scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None, *,
    to: str | None = None, companies: tuple[str | None, ...] = (), people: tuple[str, ...] = (),
) -> Draft:  # fmt: skip
    """A draft quoted from its clause, or from its actor where that stands in an earlier one."""
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    if actor is not None and actor.end and actor.end <= clause.start:
        start = scene.skeleton.clean_span(actor.start, actor.end)[0]
    return Draft(
        kind, f"{kind}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=people, to=to, companies=tuple(c for c in dict.fromkeys(companies) if c),
    )  # fmt: skip


_CAME_TO_NOTHING = re.compile(
    r"\s?(?:一事|的事|计划)?(?:最终|终究|到底|也|却|还是)*(?:没有?|未能?)(?:谈|做|办|能)?(?:成|下文|实现|落地|结果)"
)
"""合并没有成."""


_NOT_THE_FIRST = re.compile(r"不是[^,，。;；]{0,10}?(?:头一回|头一次|头一遭|第一次|首次)")


def is_negated(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the clause says that it did not happen, asks whether it did, supposes it, or tells of a habit."""
    before = scene.before(clause, trigger.start, 10 if scene.language == "zh" else 24)
    if scene.language == "zh" and _CAME_TO_NOTHING.match(scene.text, trigger.end):
        return True
    if cue(scene.language, "negated").search(before):
        return True
    if scene.language == "zh" and _NOT_THE_FIRST.search(scene.text, clause.start, trigger.start):
        # 这不是A头一回对海外团队动刀: what other sentences tell.
        return True
    unreal = cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end)
    return bool(unreal or cue(scene.language, "habit").search(scene.text, clause.start, trigger.start))


def organisation_of(scene: Scene, person: Chunk | None) -> str | None:
    """Whom a person acts for: the organisation in the phrase, else the one that the text has told."""
    if person is None or not person.ids:
        return None
    return (person.org if not person.former else None) or scene.memory.employer.get(person.ids[0])
