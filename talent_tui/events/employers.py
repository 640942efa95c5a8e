"""Whom somebody works for where the phrase does not say."""

import re

from talent_tui.events.centre import firm_at
from talent_tui.events.chunks import Chunk
from talent_tui.events.scene import Scene
from talent_tui.events.subjects import acting_firm

_INSIDE = re.compile(
    r",\s(?:who|whose|whom|an?\s(?:former\s|onetime\s|long-?time\s)?(?:[a-z-]+\s){0,3}(?:of|at|from)|once|formerly"
    r"|previously|late|the\s(?:[a-z-]+\s){0,3}(?:owner|parent|maker|rival)\sof)\b[^,;.]*$"
)


def _places(scene: Scene, org: str) -> list[int]:
    """Where in the sentence an organisation is named, in skeleton offsets."""
    return [i for i, m in scene.skeleton.mentions.items() if getattr(m, "entity", None) == org]


def only_describes(scene: Scene, org: str) -> bool:
    """Whether an organisation stands only in what describes a person: who once ran A; a veteran of A."""
    places = _places(scene, org)
    return bool(places) and all(_INSIDE.search(scene.text[:i]) for i in places)


def named_before(scene: Scene, at: int) -> list[str]:
    """The organisations in front of a place that do not only describe somebody, in order."""
    named = [c.ids[0] for c in scene.chunks if c.kind == "org" and c.end <= at]
    return [o for o in named if not only_describes(scene, o)]


_TEACHES = re.compile(r"\ue001[^,，。;；、\ue000-\ue005]{0,8}(?:教授|博士|硕士|校友|学者|讲师|毕业)")


def _teaches_there(scene: Scene, org: str) -> bool:
    """联合创始人、多伦多大学教授X离开: from the firm, not from the university."""
    places = _places(scene, org)
    return bool(places) and all(_TEACHES.match(scene.text, i) for i in places)


def firm_of_sentence(scene: Scene) -> str | None:
    """At Nissan, Renault's old ally, X replaced Y: what an English sentence is set in is where it happened."""
    org = firm_at(scene) if scene.language == "en" else None
    return None if org is None or scene.memory.is_outlet(org) else org


def employer_in_context(scene: Scene, who: Chunk, at: int) -> str | None:
    """Whom somebody works for where the phrase does not say: told before, else in the sentence, else spoken of here."""
    memory = scene.memory
    if (opens := firm_of_sentence(scene)) is not None:
        return opens
    known = next((memory.employer[p] for p in who.ids if p in memory.employer), None)
    if known and not _before_he_came(scene, who, at):
        return memory.employer_of_unit(known)
    if scene.language == "zh" and memory.vacated and _TOO.search(scene.text[max(0, at - 2) : at]):
        # A的X离职;两个月后,Y也走了: from A as well.
        return memory.vacated[0]
    if memory.headed and memory.headed != who.org:
        return memory.headed
    if scene.language == "zh" and _ANOTHER.search(scene.text, 0, who.head):
        # A的联合创始人X走了;另一位联合创始人Y也走了: from A.
        firms = [c.org for c in scene.chunks if c.kind == "person" and c.org and not c.former and c.end <= who.start]
        if firms:
            return memory.employer_of_unit(firms[-1])
    others = {c.org for c in scene.chunks if c.kind == "person" and c.org and c.ids != who.ids}
    if who.former and who.org:
        others.add(who.org)
    orgs = [o for o in scene.orgs(0, at) if not memory.is_outlet(o) and o not in others and not scene.is_parent(o)]
    orgs = [o for o in orgs if not scene.is_end_of_move(o) and not _teaches_there(scene, o)]
    if scene.language == "en" and orgs:
        acting = acting_firm(scene, at)
        inner = [o for o in orgs if only_describes(scene, o)]
        orgs = [acting] if acting in orgs and acting is not None else [o for o in orgs if o not in inner]
    if orgs:
        return memory.employer_of_unit(memory.about if memory.about in orgs else orgs[-1])
    if scene.language == "zh" and (boss := _announces(scene, at)) is not None:
        return memory.employer_of_unit(boss)
    founded = _founded_later(scene, at)
    if memory.about in founded:
        # 他递了辞呈,转身创办A: not from A.
        before = memory.orgs if len(memory.orgs) == 1 else (memory.topic,)
        return next((o for o in before if o and o not in founded), None)
    return memory.parent(memory.employs if scene.language == "en" else memory.about)


def _announces(scene: Scene, at: int) -> str | None:
    """A的CEO X发文称,公司已…,CTO一职由Y接手: the firm of the boss who tells it."""
    said = next((t.start for t in scene.triggers if "say" in t.frames and t.start < at), None)
    boss = next((c for c in scene.chunks if c.kind in ("person", "org")), None)
    told = said is not None and boss is not None and boss.kind == "person" and boss.end <= said
    return boss.org if told and boss is not None and boss.title and not boss.former else None


def _before_he_came(scene: Scene, who: Chunk, at: int) -> bool:
    """Whether the clause tells of a day before the one on which somebody came to where he works by now.

    2026年1月5日,A宣布X加盟。…2025年1月17日,他辞职: not from A.
    """
    since = next((scene.memory.employed[p] for p in who.ids if p in scene.memory.employed), None)
    clause = scene.clause_at(at)
    if since is None or clause is None:
        return False
    opens = scene.clause_before(clause) or clause
    days = [m.value.end for _, m in scene.dates(opens.start, clause.end)]
    return bool(days) and days[-1] is not None and days[-1] < since


_ANOTHER = re.compile(r"(?:另一|另外一|又一)(?:位|名|个)[^,，。;；\ue000\ue001]{0,10}$")
_TOO = re.compile(r"也|亦")


def _founded_later(scene: Scene, at: int) -> set[str]:
    """What the sentence goes on to say was set up."""
    founded: set[str] = set()
    for clause in scene.clauses:
        for trigger in clause.triggers:
            told = "found" in trigger.frames and not scene.text.startswith("的", trigger.end)
            if told and trigger.start > at:
                founded.update(scene.orgs(trigger.end, clause.end))
    return founded
