"""Whom a post brings to a new employer, and from where."""

import re

from talent_tui.events.arguments import FROM, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG, PERSON
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a


def one_house(scene: Scene, one: str | None, other: str | None) -> bool:
    """Whether two organisations are a firm and a part of it, or parts of one firm."""
    return scene.memory.parent(one) == scene.memory.parent(other)


GOES_TO = re.compile(
    rf"(?:去|到|来(?!自)|赴|前往|转往|转去|转到|加入|跳到)\s?[^,，。{ORG}{PERSON}]{{0,10}}({ORG})[^,，。]{{0,3}}$"
)


def new_employer(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> str | None:
    """到Figma当首席设计官: a post somewhere else is a move."""
    if scene.language != "zh" or len(who.ids) != 1:
        return None
    match = GOES_TO.search(scene.text, clause.start, trigger.start)
    if match is None:
        return None
    org = scene.skeleton.name(match.start(1)).entity
    # Whom the text has told to have left it, came to it before.
    there = org == scene.memory.employer.get(who.ids[0]) and org != scene.memory.left.get(who.ids[0])
    return None if org == who.org or there else org


def comes_from(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, named: str | None) -> tuple[str, str] | None:
    """Old and new employer, where a post is told with the firm that somebody comes from."""
    if scene.language != "zh" or len(who.ids) != 1:
        return None
    before = scene.clause_before(clause)
    if named is not None and before is not None and _CAME_OVER.search(scene.text, before.start, before.end):
        # 刚从A的财务官任上过来,出任B总裁.
        old = marked(scene, before, FROM["zh"], ("org", "group"))
        from_ = (old.ids[0] if old.kind == "org" else old.org) if old is not None else None
        return (from_, named) if from_ is not None and not one_house(scene, from_, named) else None
    old = marked(scene, clause, FROM["zh"], ("org",), until=trigger.start)
    new = named or (scene.memory.firm if is_a(trigger.word, "transfers") else None)
    if old is None and new is not None and is_a(trigger.word, "transfers") and who.org and not who.implied:
        # A联合创始人X转任B CEO: what he is says where from.
        return (who.org, new) if not who.former and not one_house(scene, who.org, new) and named is not None else None
    if old is None or new is None or len(old.ids) != 1 or old.start < who.start:
        return None
    parents = scene.memory.parent(old.ids[0]), scene.memory.parent(new)
    return (old.ids[0], new) if parents[0] != parents[1] else None


def another_employer(scene: Scene, trigger: Trigger, who: Chunk, named: str | None) -> str | None:
    """Whom somebody worked for, as far as the text has told, who takes over a post at another firm."""
    if scene.language != "zh" or named is None or len(who.ids) != 1 or not is_a(trigger.word, "transfers"):
        return None
    memory, person = scene.memory, who.ids[0]
    old = memory.joined_here.get(person) or memory.employer.get(person)
    house = {*memory.house(named), memory.parent(named)}
    return old if house.isdisjoint({*memory.house(old), memory.parent(old)}) else None


_CAME_OVER = re.compile(r"(?:过来|转来|调来|跳来|赶来|而来|走来|出来)\s?[,，]?\s?$")
