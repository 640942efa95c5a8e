"""How sure a telling is, and who says so.

Order, from the guidelines: what has not happened yet is `planned`; a guess is `rumoured`; what an outlet or unnamed
sources say is `reported`; all else is told as fact. `denied` is settled over the whole article, see `denials`.
"""

import re
from datetime import timedelta

from talent_tui.events.disputes import is_disputed, is_disputed_in_chinese
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.model import Publication, Status

_OBJECT_MARK = re.compile(
    r"将(?![由在于与和会被])(?:[^,，\ue000-\ue005]{0,16}\ue000|\ue001|(?:其|他|她|原|这|该|人|超级|公司|员工|团队))"
)
"""将 before its object (将X提拔为…) is no future."""


_ONLY_TALK = re.compile(r"[^,，。]{0,14}的(?:传闻|传言|流言|风声)")
"""A要卖给B的传闻: the claim is only talk."""
_RUMOURED_BEHIND = re.compile(r"\b(?:is|are|was|were) (?:widely )?rumou?red\b", re.IGNORECASE)
_DENIED_HERE = re.compile(r"否认|驳斥|辟谣")
"""A否认X加盟: what the clause goes on to name is what is denied."""


def status_of(scene: Scene, clause: Clause, trigger: Trigger) -> Status:
    """Status of what a trigger tells."""
    language = scene.language
    at = trigger.start
    if language == "en" and is_disputed(scene.text, at):
        return "denied"
    if language == "zh" and (
        _DENIED_HERE.search(scene.text, clause.start, at) or is_disputed_in_chinese(scene.text, at)
    ):
        return "denied"
    # An English trigger may hold its own "will"; a Chinese one only ends the lookahead of 将.
    before = scene.text[clause.start : trigger.end if language == "en" else at + 1]
    lead = scene.text[max(0, clause.start - 40) : at]
    if cue(language, "rumoured").search(before) or cue(language, "hearsay").search(lead):
        return "rumoured"
    if language == "en" and _RUMOURED_BEHIND.search(scene.text, at, clause.end):
        return "rumoured"
    if language == "zh" and _ONLY_TALK.match(scene.text, trigger.end, clause.end):
        return "rumoured"
    if _planned(before, language) or _planned_before(scene, clause, trigger) or _planned_alike(scene, clause, trigger):
        return "planned"
    return status_told(scene, clause, trigger)


def status_told(scene: Scene, clause: Clause, trigger: Trigger) -> Status:
    """How something is told that is no guess and no plan: by an outlet or unnamed sources, or as a fact."""
    language, at = scene.language, trigger.start
    lead = scene.text[max(0, clause.start - 40) : at]
    if _an_outlet_tells(scene, at):
        return "reported"
    if language == "en" and (cue("en", "reported").search(scene.text, at) or _outlet_behind(scene, at)):
        # …, two people briefed on the matter said; …, The Information reported.
        return "reported"
    if cue(language, "reported").search(lead) or cue(language, "reported").search(scene.text[: clause.end]):
        return "reported"
    return "confirmed"


_OUTLET_SAYS = re.compile(
    r"(\ue001)(?:\s(?:had|has|first|also|then|later|itself)|\s(?:on\s|in\s|last\s)?\ue002)*\s(?:said|says|wrote"
    r"|writes|written|spoke|speaks"
    r"|claimed|claims|revealed|reveals|carried|ran|broke|put|puts|quoted|learned|learnt|had it)\b"
)
"""CNBC said that A had raised $10 billion; Bloomberg wrote that …"""
_AN_OUTLET = re.compile(
    r",\san?\s(?:[a-z-]+\s){0,3}(?:newsletter|newspaper|magazine|website|site|blog|outlet|publication|daily|weekly"
    r"|broadcaster|news agency|wire|tabloid|paper|podcast),\s(?:\w+\s){0,2}(?:reported|wrote|said|claimed|published)\b"
)
"""A, a newsletter, reported that …: no list needs to have it."""
_CHINESE_OUTLET_SAYS = re.compile(
    r"(\ue001)[^,，。;；\ue000\ue001\ue003]{0,8}(?:称|说|指|写道|披露|援引|引述|曝|爆|独家)"
)
"""路透社称A正洽谈…: an outlet says it."""
_REPORTED_BEHIND = re.compile(r",\s(?:the\s)?(\ue001)\s(?:has\s|had\s|first\s)*report(?:s|ed)\b")


def _outlet_behind(scene: Scene, at: int) -> bool:
    match = _REPORTED_BEHIND.search(scene.text, at)
    return match is not None and scene.memory.is_outlet(scene.skeleton.name(match.start(1)).entity)


def _an_outlet_tells(scene: Scene, at: int) -> bool:
    """《A》报道,…: an outlet and a word of publishing before what is told."""
    says = _OUTLET_SAYS if scene.language == "en" else _CHINESE_OUTLET_SAYS
    if any(scene.memory.is_outlet(scene.skeleton.name(m.start(1)).entity) for m in says.finditer(scene.text, 0, at)):
        return True
    if scene.language == "en" and _AN_OUTLET.search(scene.text, 0, at):
        return True
    told = [t.start for t in scene.triggers if "publish" in t.frames and t.start < at]
    return bool(told) and any(scene.memory.is_outlet(o) for o in scene.orgs(0, told[-1]))


def _planned_before(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """拟出资30亿元,入股…: the plan reaches a clause without its own subject."""
    earlier = scene.clause_before(clause)
    if scene.language != "zh" or earlier is None or scene.left(clause, trigger.start):
        return False
    if re.search(r"已|了", scene.text[clause.start : trigger.end + 1]):
        return False
    return bool(re.search(r"拟|计划|打算|准备|有意", scene.text[earlier.start : earlier.end]))


def _planned_alike(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """宣布X将出任董事长,Y出任CEO: one announcement, both to come."""
    earlier = scene.clause_before(clause)
    if scene.language != "zh" or earlier is None or re.search(r"已|了", scene.text[clause.start : trigger.end + 1]):
        return False
    same = [t for t in earlier.triggers if set(t.frames) & set(trigger.frames) & {"appoint", "assign"}]
    return bool(same) and _planned(scene.text[earlier.start : same[0].start + 1], "zh")


def _planned(before: str, language: str) -> bool:
    if language == "zh":
        before = _OBJECT_MARK.sub("", before)
    ends = [match.end() for match in cue(language, "planned").finditer(before)]
    return bool(ends) and not (language == "zh" and re.search(r"已|了", before[ends[-1] :]))


def outlets_of(scene: Scene, outlets: frozenset[str]) -> tuple[str, ...]:
    """Outlets that the sentence credits (据彭博社报道, The Information reported)."""
    if not cue(scene.language, "reported").search(scene.text) and not any(
        "publish" in t.frames for t in scene.triggers
    ):
        return ()
    return tuple(o for o in scene.orgs(0, len(scene.text)) if o in outlets)


def settle(draft: Draft, status: Status) -> None:
    """Give a draft its status: statements happened, whatever they tell of; an expected figure is a guess."""
    if draft.type in ("statement", "report") and status in ("planned", "rumoured", "denied"):
        status = "confirmed"
    elif draft.type == "pay" and status == "planned":
        status = "rumoured"
    draft.status = status


_BEGUN = timedelta(days=8)
"""Up to this length, a span that began before publication is going on rather than to come."""


def begun(scene: Scene, draft: Draft, published: Publication) -> bool:
    """Whether what is told as coming had begun when the article came out (本周将停工, told in that week).

    Not where the day is that of an announcement: 周二公告,拟收购A.
    """
    if _day_of_announcement(scene, draft):
        return False
    value = draft.date.value if draft.date is not None else None
    if draft.status != "planned" or value is None or value.start is None or published.start is None:
        return False
    if value.start > published.start or value.end is None:
        return False
    return value.end < published.start or value.end - value.start <= _BEGUN


def _day_of_announcement(scene: Scene, draft: Draft) -> bool:
    if scene.language != "zh" or draft.date is None:
        return False
    starts = scene.skeleton.starts
    return any(
        draft.date.start < starts[t.start] < draft.at and _PLANS.match(scene.text, t.end)
        for t in scene.triggers
        if {"say", "publish"} & set(t.frames)
    )


_PLANS = re.compile(r"了?\s?[,，:：]?\s?[^,，。;；]{0,16}?(?:拟|计划|打算|有意|准备)")


def dated_after(draft: Draft, published: Publication) -> bool:
    """Whether the day of a draft lies wholly after publication, or is a term that ends after it (3月底前)."""
    value = draft.date.value if draft.date is not None else None
    if value is None or published.end is None:
        return False
    day = value.start or value.end
    return day is not None and day > published.end


def to_come(draft: Draft, published: Publication) -> bool:
    """Whether a deed told as a fact has a day after publication: then it is a plan, whatever the words."""
    return draft.status == "confirmed" and draft.type not in ("statement", "report") and dated_after(draft, published)
