"""The firm that an English text is about as it goes on: what the next sentence's "it" and left-out firm mean.

After centering theory (Grosz, Joshi and Weinstein, 1995): the firm that acts becomes the centre, unless a pronoun still
speaks of the one before it.
"""

import re

from talent_tui.events.scene import Scene
from talent_tui.events.subjects import acting_firm

_AT_A_FIRM = re.compile(
    r"[\s\"“]*(?:(?:And|But|Meanwhile|Elsewhere|So),?\s)?(?:(?:O|o)ver\s)?(?:[Aa]t|[Ii]nside|[Aa]s for)\s"
    r"(?:the\s)?(\ue001)(?=,|\sthe\s|\sitself)"
)
"""At Pinterest, Bill Ready arrived in June."""


_SAYS_A_FIRM = re.compile(r"[,”\"]\s(?:says|said|insists|insisted|argues|reckons)\s(?:the\s)?(\ue001)\s?[.]?\s*$")
"""Two heads are better, says Oracle."""


def firm_at(scene: Scene) -> str | None:
    """The firm that a sentence sets itself in: At A, …"""
    match = _AT_A_FIRM.match(scene.text)
    return scene.skeleton.name(match.start(1)).entity if match is not None else None


def centre_of(scene: Scene) -> str | None:
    """The firm that a sentence is about: the one that it is set in, or that acts in it, or whose boss does."""
    says = _SAYS_A_FIRM.search(scene.text)
    said_by = scene.skeleton.name(says.start(1)).entity if says is not None else None
    found = said_by or firm_at(scene) or acting_firm(scene, len(scene.text))
    if found is not None:
        return found
    first = next((c for c in scene.chunks if c.kind in ("person", "org", "group")), None)
    if first is None or first.kind == "org" or first.former or first.implied or not first.org:
        return None
    written = first.kind == "group" or scene.text[first.start : first.head].count("\ue001")
    return first.org if written and not scene.memory.is_outlet(first.org) else None


def move_centre(scene: Scene) -> None:
    """Note what the text is about after a sentence."""
    memory = scene.memory
    spoken_of = {c.ids[0] for c in scene.chunks if c.kind == "org" and c.ids and c.word}
    here = centre_of(scene)
    if here is None or (memory.centre in spoken_of and memory.centre_line == memory.current):
        if memory.centre in spoken_of:
            memory.centre_line = memory.current
        return
    memory.centre, memory.centre_line = here, memory.current
