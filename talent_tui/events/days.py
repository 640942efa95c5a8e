"""What becomes of days once a sentence is read: one for each, vague ones seen from a day, the finished span."""

import re
from datetime import date

from talent_tui.events.dating import NEAR, WHO_DID
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.model import NO_DATE, DateMention, DateSpan, Publication

_IN_TURN = re.compile(r"先后|分别|相继|依次")


def one_after_another(scene: Scene, clause: Clause, trigger: Trigger, drafts: list[Draft]) -> None:
    """X、Y先后于4月、9月离任: to everybody his own day."""
    days = [m for i, m in scene.dates(clause.start, trigger.start)]
    each = all(len(d.people) == 1 for d in drafts) and len(drafts) == len(days) > 1
    if scene.language == "zh" and each and _IN_TURN.search(scene.text, clause.start, trigger.start):
        for draft, day in zip(drafts, days, strict=True):
            draft.date, draft.date_because = day, None


_ON_THE_DAY = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:的)?(第一天|首日|头一天|当天|当日|首晚)")
_BESIDE_THE_STORY = re.compile(r"\s*(?:who|whom|whose|which|where|(?:first\s)?(?:set up|founded|hired|bought|born))\b")


_LOOKS_BACK = re.compile(r"\s*(?:当初|早年|当年|早在|早些年)")


def told_beside(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence that looks back, an English relative clause or a participle tells it.

    X, whom A hired in 2013, began to cut: not in 2013. But: X, who quit in May, was replaced by Y.
    """
    if scene.language == "zh":
        # 当初他从A来到B,那是2019年: what the text goes on to tell was not in 2019.
        return draft.type in ("join", "return") and _LOOKS_BACK.match(scene.text) is not None
    if draft.type == "leave" or draft.is_loss:
        return False
    at = scene.skeleton.at(draft.at)
    clause = scene.clause_at(at)
    return (
        clause is not None
        and clause is not scene.clauses[0]
        and bool(_BESIDE_THE_STORY.match(scene.text, clause.start) or WHO_DID.match(scene.text, clause.start, at))
    )


def day_of_event(scene: Scene, told: list[Draft]) -> DateMention | None:
    """停摆的第一天: the first day of what was told before with that word."""
    for match in _ON_THE_DAY.finditer(scene.text):
        word = match[1]
        for draft in reversed(told):
            value = draft.date.value if draft.date is not None else None
            lasts = value is not None and value.start is not None and value.start != value.end
            if lasts and value is not None and value.start is not None and draft.rule.endswith(f":{word}"):
                start, end = scene.skeleton.clean_span(match.start(), match.end())
                words = scene.words(start, end)
                day = value.start
                span = DateSpan(day.isoformat(), day, day, words, "relative", because=f"counted from {value.text}")
                return DateMention(start, end, span)
    return None


def seen_from(mention: DateMention, anchor: date | None, published: Publication) -> DateMention:
    """近期 in what somebody said or did on a day means up to that day, not up to publication."""
    value = mention.value
    vague = (
        value.start is None and value.end is not None and value.end == published.end and NEAR.search(value.text or "")
    )
    if anchor is None or not vague or value.end is None or anchor >= value.end:
        return mention
    span = DateSpan(
        f"[..{anchor.isoformat()}]", None, anchor, value.text, "relative", value.extent, "the day of the telling"
    )
    return DateMention(mention.start, mention.end, span, mention.tense)


def span_of(draft: Draft, published: Publication) -> DateSpan:
    """The date of a finished draft."""
    if draft.date is not None:
        value = draft.date.value
        if draft.date_because and value.because is None:
            return DateSpan(
                value.edtf, value.start, value.end, value.text, value.basis, value.extent, draft.date_because
            )
        return value
    if draft.status in ("planned",) or draft.dateless or published.end is None:
        return NO_DATE
    return DateSpan(
        f"[..{published.end.isoformat()}]", None, published.end, None, "none", because="no date in the text"
    )
