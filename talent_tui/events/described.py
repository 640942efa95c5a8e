"""Dates that a clause gives to another word than the one that is read: what describes a person or a firm."""

import re

from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.model import DateMention

_ATTRIBUTE = re.compile(r"[^,，。;；、]{0,18}")
_OF_SOMEBODY = re.compile(r"的\ue001?[^,，。;；的\ue001-\ue005]{0,6}\ue000")


def attributive(scene: Scene, trigger: Trigger, date_at: int) -> bool:
    """前一年秋天从B离开的X空降A, 接替明年5月退休的Y: a day and a word that only describe a person."""
    if scene.language != "zh" or date_at >= trigger.start or not _OF_SOMEBODY.match(scene.text, trigger.end):
        return False
    # 8月接替离职的X: the day of the word in between.
    between = any(date_at < t.start < trigger.start and "leave" not in t.frames for t in scene.triggers)
    return not between and _ATTRIBUTE.fullmatch(scene.text, date_at + 1, trigger.start) is not None


_CROWNED = re.compile(r"的[“「]?[^,，。;；的\ue000-\ue005]{2,14}?\ue000")
"""2020年的“冠军基金经理”X: the year of a title."""


_THIS_ONE = re.compile(r"[这那][位名]\s?$")


def describes_somebody(scene: Scene, at: int, date_at: int) -> bool:
    """Whether a date belongs to another word, which only describes a person, or to his title."""
    if scene.language == "zh" and date_at < at and _CROWNED.match(scene.text, date_at + 1):
        return True
    if scene.language == "zh" and date_at < at and _THIS_ONE.search(scene.text, 0, date_at):
        # 这位2014年加盟A的科学家宣布离开: when he came.
        return next((t.start for t in scene.triggers if t.start > date_at), at) != at
    return any(t.start != at and attributive(scene, t, date_at) for t in scene.triggers)


def in_attribute(scene: Scene, at: int, date_at: int) -> bool:
    """离开了十年前创办的A: the span belongs to a verb that only describes."""
    if describes_somebody(scene, at, date_at):
        return True
    verb = next((t for t in scene.triggers if date_at < t.start <= date_at + 8 and t.start != at), None)
    if verb is None or not scene.text.startswith(("的\ue001", "的 \ue001"), verb.end):
        return False
    return not any(mark in scene.text[date_at : verb.start] for mark in "，,、")


def counts_to_another(scene: Scene, clause: Clause, at: int, where: int, mention: DateMention) -> bool:
    """Whether a span counted from what is told (两年后) stands right before another word of the clause."""
    words = mention.value.text or ""
    if not words.endswith(("后", "後")):
        return False
    return any(at < t.start and where < t.start <= where + 3 for t in clause.triggers)
