"""Confirmations: what was told as hearsay until the firm itself said that it is so."""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene

_CONFIRMED = {
    "zh": re.compile(
        r"(?<![未没不])(?<!没有)(?<!尚未)(?<!拒绝)(?<!无法)(?:确认|证实|承认)(?:了)?"
        r"(?:属实|(?:这一|此|该|上述|这则|这个|相关)(?:消息|说法|传闻|事|报道|人事|变动|任命)|此事|消息属实)"
        r"|(?:对此|就此)(?:予以|表示|加以)?(?:确认|证实)|(?<![不未])予以(?:证实|确认)|确有(?:其事|此事)|消息(?<!不)属实"
    ),
    "en": re.compile(
        r"(?<!not )(?<!n't )(?<!neither )\bconfirm(?:ed|s)\s(?:it|this|that|the\s(?:[a-z]+\s)?"
        r"(?:news|moves?|reports?|departures?|hires?|hiring|appointments?|deal|talks|changes?|exits?))\b"
    ),
}
_REACH = 2
"""Sentences back in which a confirmation looks for what it confirms."""
_HEDGED = ("reported", "rumoured")


def confirm(drafts: list[Draft], scenes: list[Scene]) -> list[Draft]:
    """The drafts, hearsay made fact where its firm says right behind it that it is so."""
    places = [scene.skeleton.sentence.start for scene in scenes]
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.status in _HEDGED and draft.type != "statement":
            told.setdefault(draft.sentence, []).append(draft)
    for number, scene in enumerate(scenes):
        match = _CONFIRMED[scene.language].search(scene.text)
        if match is None:
            continue
        at = scene.skeleton.starts[match.start()]
        near = [d for place in places[max(0, number - _REACH) : number + 1] for d in told.get(place, ()) if d.at < at]
        speakers = scene.memory.house(*scene.orgs(0, match.start()))
        ours = [d for d in near if not speakers or not scene.memory.house(*d.orgs).isdisjoint(speakers)]
        for draft in ours:
            if draft.sentence == ours[-1].sentence:
                draft.status = "confirmed"
    return drafts
