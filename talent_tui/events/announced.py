"""The day of the news, where an English text dates nothing else: …, A said on Sunday; it announced it on Friday."""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.model import DateMention

TOLD_ON = "the day on which it was told"
"""Why an event has the day of its telling: the guidelines give it the day of the news if nothing else dates it."""

_SAID_ON = re.compile(
    r"\s*(?:as\s)?(?:[^,;.]{0,50}\s)?"
    r"(?:said|wrote|reported|announced|disclosed|confirmed|told\s[^,;.]{3,24}|showed|revealed)"
    r"\s(?:late\s)?(?:on\s|in\s)?(?P<date>\ue002)\s?[.]?\s*$"
)
_NEWS = (
    r"(?:changes?|moves?|decision|appointments?|departures?|deal|cuts|plan|news|reshuffle|purchase|resignations?|exits?"
    r"|sale|merger|lay-?offs|shake-?up|handover|hires?)"
)
_ANNOUNCED = re.compile(
    r"\b(?:announced|disclosed|confirmed|revealed|unveiled|made)\s(?:the|his|her|its|their|that|this|both)\s"
    rf"(?:[a-z]+\s){{0,2}}{_NEWS}\s(?:public\s)?(?:late\s)?(?:on\s|in\s)?(?P<date>\ue002)"
)
_IS_NEWS = re.compile(
    rf"\s*The {_NEWS} (?:was|were) (?:announced|disclosed|made public|confirmed|revealed) (?:late )?"
    r"(?:on )?(?P<date>\ue002)"
)


def told_on(scene: Scene, clause: Clause) -> DateMention | None:
    """The day of a saying that ends the sentence behind `clause`: A has parted with X, it said on Sunday."""
    last = scene.clauses[-1]
    if (
        scene.language != "en"
        or last.start <= clause.start
        or not any({"say", "publish"} & set(t.frames) for t in last.triggers)
    ):
        return None
    match = _SAID_ON.fullmatch(scene.text[last.start : last.end])
    return _day_at(scene, last.start + match.start("date")) if match is not None else None


def date_from_news(scene: Scene, told: list[Draft], before: list[Draft]) -> list[Draft]:
    """What a sentence tells, once it has dated the undated drafts of the sentence `before` that it is the news of."""
    match = (_ANNOUNCED.search(scene.text) or _IS_NEWS.match(scene.text)) if scene.language == "en" else None
    undated = [d for d in before if d.date is None and d.status != "planned" and d.type != "statement"]
    named = {i for c in scene.chunks if c.kind == "org" and not c.word for i in c.ids}
    undated = [d for d in undated if d.line == scene.skeleton.sentence.line and (not named or named & set(d.orgs))]
    if match is None or not undated or any("announcement" not in d.weak for d in told):
        return told
    for draft in undated:
        draft.date, draft.date_because = _day_at(scene, match.start("date")), TOLD_ON
    return []


def _day_at(scene: Scene, at: int) -> DateMention | None:
    day = scene.date_at(at)
    return day if day is not None and day.value.is_dated else None
