"""Returns: who comes back to a former employer, or is brought back."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import FROM, OBJECT, behind, following, is_preposed, marked
from talent_tui.events.draft import Draft
from talent_tui.events.movers import PEOPLE, mover, moves, unreal
from talent_tui.events.moves import ONLY_NAMED, ONWARD
from talent_tui.events.origins import origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_OLD_EMPLOYER = re.compile(
    r"老东家|前东家|旧东家|老雇主"
    r"|former employer|old employer|previous employer|old desks?\b|old job|old shop|old firm"
)


_TO_WHICH = frozenset({"重返", "重回", "返回", "回归", "回到", "重归"})
_TO_SOMETHING_ELSE = re.compile(
    r"了?(?!公司|老东家|前东家|旧东家|母公司|集团|娘家|本行|团队|时|后|的|，|,|。|并|任|担|出|当|做|掌|执|与|和)[\u4e00-\u9fff]{2}"
)
_VETERAN_NOW = re.compile(
    r",\san?\s(?:former\s|onetime\s)?(\ue001)\s(?:veteran|alum\w*|man|woman|engineer|executive)\s(?:who is\s)?"
    r"(?:now|currently|lately|most recently)\s(?:at|with|running|of|leading)\s[^,\ue000\ue001]{0,30}?(\ue001),"
)
"""X, an Intel veteran now at SiFive, returns on February 1."""


_TOO = re.compile(r"也|一并|一同|同时|双双|随同|跟着")
_FOUNDER = re.compile(r"创始人|创办人|联创|元老")


def back(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X重返A, X从A回到B, 回了老东家; X returned to A."""
    if unreal(scene, clause, trigger):
        return
    target = following(scene, clause, trigger, ("org",), gap=12)
    source = None
    if target is not None and scene.language == "en" and behind(scene, target, FROM["en"]):
        # Came back from A: to where he once was.
        source, target = target, None
        onward = marked(scene, Clause(trigger.end, clause.end, scene.right(clause, trigger.end), []), ONWARD, ("org",))
        target = onward if onward is not None and onward.ids != source.ids else None
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if is_a(trigger.word, "rehires"):
        who = following(scene, clause, trigger, ("person",), gap=30 if scene.language == "en" else 12) or who
    who = who or mover(scene, clause, trigger)
    if who is None:
        return
    to, guessed, came = target.ids[0] if target else None, False, None
    veteran = _VETERAN_NOW.match(scene.text, who.head + 1) if scene.language == "en" and target is None else None
    if veteran is not None:
        old, now = (scene.skeleton.name(veteran.start(group)).entity for group in (1, 2))
        yield from moves(scene, clause, trigger, "return", who, now, old, "return")
        return
    if target is not None and target.word and scene.language == "zh":
        # 三年后被请回公司: the one that he had left.
        to, guessed = next((scene.memory.left[p] for p in who.ids if p in scene.memory.left), to), True
    if target is None and trigger.word in _TO_WHICH and _TO_SOMETHING_ELSE.match(scene.text, trigger.end):
        # 重返产业第一线: no firm.
        return
    if to is None and scene.language == "zh" and is_a(trigger.word, "returns_bare"):
        # A董事会敲定由他回锅, A的Y宣布他“回家”: to A.
        acting = [c for c in scene.left(clause, who.start) if not is_preposed(scene, c)]
        here = [o for c in acting for o in (c.ids if c.kind == "org" else (c.org,)) if o]
        here = [o for o in here if not scene.memory.is_outlet(o)]
        to = here[0] if len(here) == 1 else None
        if to is None and _TOO.search(scene.text, clause.start, trigger.start):
            # X回到A,Y和Z也一并归队: to A, from where X comes.
            gone = next(iter(reversed(scene.memory.joined_here)), None)
            to, came = scene.memory.joined_here.get(gone or ""), scene.memory.former.get(gone or "")
    if to is None and scene.language == "en":
        # OpenAI's X announced that Y was returning: to OpenAI.
        told = [t for t in clause.triggers if "say" in t.frames and t.end <= trigger.start]
        teller = (
            next((c for c in scene.left(clause, told[0].start) if c.kind in ("person", "org")), None) if told else None
        )
        if teller is not None and not set(teller.ids) & set(who.ids):
            to = teller.ids[0] if teller.kind == "org" else teller.org
            to = None if to is not None and scene.memory.is_outlet(to) else to
    if to is None and _OLD_EMPLOYER.search(scene.text, trigger.start, min(clause.end, trigger.end + 16)):
        to = next((scene.memory.former[p] for p in who.ids if p in scene.memory.former), None) or who.org
    if to is None and is_a(trigger.word, "returns_bare"):
        left = {**scene.memory.former, **scene.memory.left}
        to = next((left[p] for p in who.ids if p in left), None)
        if to is None and who.title and _FOUNDER.search(who.title):
            # 创办人X回锅: to the firm that is spoken of.
            to = who.org or scene.memory.firm
    if (
        to is None
        and is_a(trigger.word, "returns_bare")
        and who.kind == "person"
        and not scene.text.startswith("的", trigger.end)
    ):
        # X, 74, will return on Tuesday: to the firm that is spoken of.
        away = next((scene.memory.employer.get(p) for p in who.ids), None)
        to = scene.memory.about if source is None and away in (None, scene.memory.about) else None
        guessed = to is not None
    if to is None and source is not None and scene.memory.firm not in source.ids:
        to = scene.memory.firm
    boss = subject(scene, clause, trigger, ("org",)) if to is None and is_a(trigger.word, "rehires") else None
    if boss is not None and boss.ids and not scene.memory.is_outlet(boss.ids[0]):
        to = boss.ids[0]
    if to is None and is_a(trigger.word, "rehires"):
        orgs = [o for o in scene.orgs(0, trigger.start) if not scene.memory.is_outlet(o)]
        to, guessed = (orgs[-1], guessed) if orgs else (scene.memory.actor or scene.memory.firm, True)
    if to is None or (target is not None and ONLY_NAMED.match(scene.text, target.end)):
        return
    from_ = origin(scene, clause, who, to) or (came if came != to else None)
    yield from moves(scene, clause, trigger, "return", who, from_, to, "return", guessed=guessed)
