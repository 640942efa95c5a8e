"""Who leaves, and who held a post until when."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import OBJECT, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.employers import employer_in_context
from talent_tui.events.movers import PEOPLE, is_english_passive, mover, moves
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_ATTRIBUTIVE = re.compile(r"retiring|departing|exiting|leaving", re.IGNORECASE)
_WHERE = re.compile(r"\s*where\b")
_HELD = re.compile(r"\b(?:was|were|been|served|worked|ran|led|headed)\b")
_STAYS = re.compile(r"\b(?:stay|remain|carr(?:y|ies)|keep|continu|hold)\w*\b")
_UNTIL_WHEN = re.compile(r"\s(?:[a-z]+\s){0,2}\ue002")


def held_until(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X was A's chief scientist until May 2024: then he left."""
    who = subject(scene, clause, trigger, ("person",))
    if who is None or not _UNTIL_WHEN.match(scene.text, trigger.end):
        return
    between = scene.text[who.end : trigger.start]
    if _STAYS.search(between):
        return
    orgs = scene.orgs(who.end, trigger.start)
    if not orgs and scene.language == "en":
        orgs = [c.ids[0] for c in clause.chunks if c.kind == "org" and who.end <= c.start and c.end <= trigger.start]
    if not orgs and trigger.word.lower() == "lasted until":
        employer = employer_in_context(scene, who, trigger.start)
        yield from moves(scene, clause, trigger, "leave", who, employer, None, "held until")
    if not orgs and _WHERE.match(scene.text, clause.start):
        # A, where X worked until 2017.
        orgs = [c.ids[-1] for c in scene.chunks if c.kind == "org" and c.end <= clause.start][-1:]
    if len(orgs) == 1 and _HELD.search(between):
        yield from moves(scene, clause, trigger, "leave", who, orgs[0], None, "held until")


_HIS_NOTICE = re.compile(
    r"\s?(?:先生|女士)?(?:提交|递交|呈交|提出|送达|发来|出具)?的(?:书面|正式|口头|一份|一封|突然|主动)*"
)


def _whose_notice(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """董事会收到总裁X递交的书面辞职报告: whose notice it is, whoever was named before."""
    near = next((c for c in scene.left(clause, trigger.start) if c.kind == "person"), None)
    if scene.language != "zh" or near is None:
        return None
    return near if _HIS_NOTICE.fullmatch(scene.text, near.end, trigger.start) else None


_OF_WHOM = re.compile(r"\sof\s(?:(?:[A-Za-z&.-]+|\ue001(?:'s|’s)?)\s){0,6}?\ue000")


def leaver(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """The phrase of whom a word of leaving is told: 被A解雇的X, X's notice, the departure of X, A fired X."""
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    who = who or _whose_notice(scene, clause, trigger) or mover(scene, clause, trigger)
    if who is None or who.generic or (who.kind == "group" and who.word == "context"):
        # 紧随X离职之后: the leaving is a noun, but it happened.
        near = [c for c in scene.left(clause, trigger.start) if c.kind == "person" and trigger.start - c.end <= 4]
        who = near[0] if near else None
    attributive = following(scene, clause, trigger, ("person",), gap=1) if scene.language == "en" else None
    if attributive is not None and _ATTRIBUTIVE.fullmatch(trigger.word):
        # took over from the retiring X.
        return attributive
    noun = trigger.word.lower().startswith(("departure", "exit"))
    of = trigger.end - len(" of") if noun and trigger.word.lower().endswith(" of") else trigger.end
    of_whom = _OF_WHOM.match(scene.text, of) if scene.language == "en" else None
    if of_whom is not None:
        # Announced the retirement of X: not who announces it.
        return next((c for c in scene.chunks if c.start <= of_whom.end() - 1 < c.end), who)
    if is_a(trigger.word, "parts_from"):
        who = following(scene, clause, trigger, PEOPLE) or who
    if scene.language == "en" and is_a(trigger.word, "lets_go") and not is_english_passive(scene, clause, trigger):
        return following(scene, clause, trigger, PEOPLE)
    if who is None and is_a(trigger.word, "lets_go"):
        who = following(scene, clause, trigger, PEOPLE)
    return who
