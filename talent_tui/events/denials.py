"""Denials: who disputes what. The statement stays a statement; what it disputes becomes an event of status `denied`.

A denied claim told as fact is the worst error that the program can make, so in doubt the nearest claim is taken for
what is denied.
"""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.lexicon.cues import cue

_REFERS = re.compile(
    r"这[一个些]?(?:说法|消息|传闻|传言|数字|报道|指控|言论|观点|猜测)|该(?:说法|消息|传闻|传言|数字|报道|指控)|此(?:说法?|事|消息|数字|传闻)|上述|对此|其言论|的(?:言论|说法|报道)|假新闻|report|claim|rumou?r|figure|that"
)
_CLAIMS = frozenset(
    {"join", "leave", "return", "appoint", "offer", "found", "reorganise", "freeze", "deal", "release", "pay"}
)


def deny(drafts: list[Draft], scenes: list[Scene]) -> list[Draft]:
    """Tie each denial to its claim and set the claim's status, over a whole article. `drafts` are in reading order.

    What the denial itself repeats of an earlier claim (否认有任何并购协议) goes; the claim stands where it was told.
    """
    number = {s.skeleton.sentence.start: i for i, s in enumerate(scenes)}
    repeats: set[int] = set()
    for scene in scenes:
        _leave_open(scene, drafts, number)
        cue_match = cue(scene.language, "denied").search(scene.text)
        if cue_match is None:
            continue
        here = number[scene.skeleton.sentence.start]
        statement = next((d for d in drafts if d.type == "statement" and number.get(d.sentence) == here), None)
        for claim in _claims(scene, drafts, number, here, scene.skeleton.starts[cue_match.start()], repeats):
            claim.status = "denied"
            if statement is not None and statement.denies is None:
                statement.denies = claim
    return [d for d in drafts if id(d) not in repeats]


_UNCONFIRMED = re.compile(r"(?:没有|未|尚未|并未)(?:得到|获|获得|经)?[^,，。]{0,10}证实|unconfirmed|not be confirmed")


def _leave_open(scene: Scene, drafts: list[Draft], number: dict[int, int]) -> None:
    """What the text says is not confirmed is a rumour."""
    if _UNCONFIRMED.search(scene.text) is None:
        return
    here = number[scene.skeleton.sentence.start]
    near = [d for d in drafts if d.type in _CLAIMS and 0 <= here - number.get(d.sentence, 0) <= 1]
    if near and near[-1].status in ("planned", "reported"):
        near[-1].status = "rumoured"


def _claims(
    scene: Scene, drafts: list[Draft], number: dict[int, int], here: int, at: int, repeats: set[int]
) -> list[Draft]:
    claims = [d for d in drafts if d.type in _CLAIMS]
    sums = {a.amount.value for a in scene.amounts(0, len(scene.text)) if a.amount.value}
    same_sum = [d for d in claims if sums & {a.amount.value for a in d.amounts} and d.type in ("offer", "pay", "deal")]
    if same_sum:
        earlier = [d for d in same_sum if number.get(d.sentence, 0) < here]
        repeats.update(id(d) for d in same_sum if earlier and number.get(d.sentence) == here and d.at > at)
        return [d for d in same_sum if id(d) not in repeats]
    behind = [d for d in claims if number.get(d.sentence) == here and d.at > at]
    before = [d for d in claims if d.at < at and here - number.get(d.sentence, 0) <= 3]
    refers = _REFERS.search(scene.text)
    if behind and not (refers and scene.skeleton.starts[refers.start()] < behind[0].at):
        earlier = [d for d in before if d.type == behind[0].type and set(d.orgs) & set(behind[0].orgs)]
        if earlier:
            repeats.add(id(behind[0]))
            return earlier[-1:]
        return behind[:1]
    quoted = set(_people(scene))
    by_speaker = [d for d in claims if d.speaker in quoted and number.get(d.sentence, 0) < here and d.speaker]
    if refers and re.search(r"言论|说法", refers.group()) and by_speaker:
        return by_speaker[-1:]
    hedged = [d for d in before if d.status in ("reported", "rumoured")]
    deniers = {*scene.orgs(0, len(scene.text)), *(scene.memory.employer.get(p) for p in quoted)}
    own = [d for d in hedged if set(d.people) & quoted or set(d.orgs) & deniers]
    if own and not refers:
        # Who denies right after hearsay about him, denies the hearsay.
        return own[-1:]
    if before and (refers or _TALKS.search(scene.text)):
        talks = [d for d in before if d.type == "deal"] if _TALKS.search(scene.text) else []
        return (talks or before)[-1:]
    near = [d for d in before if here - number.get(d.sentence, 0) <= 2 and d.type not in ("offer", "pay")]
    # In doubt the nearest claim: to tell a denied one as fact would be worse.
    return near[-1:] if _DENIES.search(scene.text) else []


_DENIES = re.compile(r"否认|驳斥|反驳|辟谣|\bden(?:y|ies|ied)\b")
_TALKS = re.compile(
    r"no (?:such )?(?:talks|deal|agreement)|not in talks|没有(?:任何)?(?:谈判|接触|协议|计划)", re.IGNORECASE
)


def _people(scene: Scene) -> list[str]:
    return [c.ids[0] for c in scene.chunks if c.kind == "person" and c.ids]
