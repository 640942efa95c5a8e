"""English posts that change hands without a word of naming: succeeded by Y, made permanent, given to Y."""

import re
from collections.abc import Iterator

from talent_tui.events.appointees import from_elsewhere
from talent_tui.events.appointments import drafts
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import organisation_of
from talent_tui.events.employers import employer_in_context
from talent_tui.events.movers import in_context, moves
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.titles import role_in
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue


def succeeded_by(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X was succeeded by Y: Y has the post of X, at whatever X led."""
    rest = Clause(clause.start, len(scene.text), scene.chunks, [])
    new = next((c for c in scene.right(rest, trigger.end) if c.kind == "person" and c.ids), None)
    if new is None or not _DIRECTLY.fullmatch(scene.text, trigger.end, new.start):
        return
    if cue("en", "negated").search(scene.before(clause, trigger.start, 24)):
        return
    if _ON_STAGE.match(scene.text, new.end):
        return
    old = subject(scene, clause, trigger, ("person",))
    old = None if old is None or set(old.ids) & set(new.ids) else old
    if old is None and trigger.word.lower().startswith("hand"):
        # Documents handed over to X: no post.
        return
    unit = (old.org if old is not None and not old.former else None) or _unit_in_front(scene, clause, trigger)
    gone = [scene.memory.former.get(p) for p in old.ids if p in scene.memory.joined_here] if old is not None else []
    if gone and gone[0] is not None:
        # X left A for B and was replaced by Y: at A.
        unit = gone[0]
    unit = unit or (employer_in_context(scene, old or new, clause.start))
    outside = from_elsewhere(scene, clause, trigger, new, unit)
    if outside is not None:
        # Was replaced by Y of B: with the post comes the employer.
        for draft in moves(scene, clause, trigger, "join", new, outside, unit, "post at a new employer"):
            draft.role = old.title if old is not None else None
            yield draft
        return
    for draft in drafts(scene, clause, trigger, new, unit, old.title if old is not None else None, "succeeds"):
        draft.predecessor = old.ids if old is not None else ()
        if old is not None and old.org is None:
            draft.weak.append("organisation from context")
        yield draft


_ON_STAGE = re.compile(
    r"[^,.;]{0,30}\bon (?:the|a) (?:panel|stage|cover|list|programme|program|show|podium|committee)\b"
)
_DIRECTLY = re.compile(r"\s(?:(?:the|its|his|her|their|an?|former|then|current|longtime|[A-Za-z&'’-]+|\ue001)\s){0,6}")


def _unit_in_front(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """What the one before led: head of A, … was succeeded by."""
    orgs = [c for c in scene.chunks if c.kind == "org" and c.end <= trigger.start and _OF.search(scene.text[: c.start])]
    return orgs[-1].ids[0] if orgs else None


_OF = re.compile(r"\b(?:of|at|as|runs?|running|led|heads?|headed)\s(?:the\s)?$")
_A_POST = re.compile(
    r"\b(?:job|post|role|title|position|chief|chair|boss|interim|acting|seat|director|president|editor)\b"
)
_STAND_IN = re.compile(r"\binterim|\bacting\b", re.IGNORECASE)


def made_permanent(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X has the job for good; A struck the word "interim" from X's title: X has the post from then on."""
    if cue("en", "negated").search(scene.before(clause, trigger.start, 24)):
        return
    stand_in = _STAND_IN.search(scene.text, trigger.start, clause.end)
    if not stand_in and not _A_POST.search(scene.text, clause.start, trigger.start):
        return
    if not stand_in and not _HAS.search(scene.text, clause.start, trigger.end):
        return
    who = subject(scene, clause, trigger, ("person",)) or in_context(scene, clause, trigger)
    if who is None and scene.memory.person:
        who = Chunk("person", clause.start, clause.start, scene.memory.person, word="context")
    if who is None or len(who.ids) != 1:
        return
    boss = subject(scene, clause, trigger, ("org",))
    unit = (boss.ids[0] if boss is not None else None) or organisation_of(scene, who)
    unit = unit or employer_in_context(scene, who, clause.start)
    yield from drafts(scene, clause, trigger, who, unit, role_in(scene.text[clause.start : clause.end]), "permanent")


_HAS = re.compile(
    r"\b(?:has|had|have|got|gets|get|given|gave|gives|handed|took|takes|take|offered|confirmed|made|keeps?)\b"
)
