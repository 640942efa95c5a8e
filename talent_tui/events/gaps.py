"""What the gap of an English entry may hold, where not everything will do: split its time into four parts."""

import re

from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_FIRM = (
    r"(?:it|them|\ue001(?:'s)?"
    r"|the\s(?:[a-z-]+\s)?(?:company|firm|start-?up|group|chain|bank|retailer|maker|business|studio|lab))"
)
_SHAPES = {
    "sets_up": re.compile(rf"\s{_FIRM}\sup\b(?!\s(?:for|as)\b)"),
    "ends_project": re.compile(r"\s(?:the|its|a|their)\s(?:[A-Za-z\ue001-]+\s){0,3}(?:project|programme|program)\b"),
    "ends_career": re.compile(
        r"\s(?:his|her|an?|their|more than|nearly|almost|some)?\s?(?:(?!about\b|of\b|with\b|on\b)[\w-]+\s){0,3}?"
        r"(?:years?|career|stint|decades?|spell|run|tenure)\b"
    ),
    "takes_private": re.compile(
        rf"\s{_FIRM}(?:\s[a-z]+)?\sprivate\b(?!\s(?:[a-z]+\s)?(?:talks|matters?|life|jet|equity))"
    ),
}
_PART = re.compile(
    r"\b(?:teams?|units?|divisions?|groups?|business(?:es)?|labs?|arms?|departments?|compan(?:y|ies)|firms?|operations?"
    r"|brands?|studios?|subsidiar(?:y|ies)|branch(?:es)?|functions?|staff|engineers|researchers)\b"
)


def fills_gap(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether what stands in the gap of an entry is what that entry is about."""
    for name, shape in _SHAPES.items():
        if is_a(trigger.word, name) and not shape.match(scene.text, trigger.end):
            return False
    if is_a(trigger.word, "moves_unit"):
        return len(scene.orgs(clause.start, clause.end)) > 1 or bool(_PART.search(scene.text, trigger.end, clause.end))
    return True
