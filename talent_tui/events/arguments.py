"""On whom, from where, to where: the phrases around a trigger, for Chinese and for English."""

import re

from talent_tui.events.chunks import Chunk
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger

_I = re.IGNORECASE
_PREPOSITIONS = {
    "zh": re.compile(
        r"(?:从|自|据|对|向|为|给|比|在|与|和|以|同|跟|针对|关于|被|遭|由|让|令|使|将|把|受|获|经|(?<!甚)至|到|(?<!至)于|是|替|离开|来自|包括|给了"
        r"|伙拍|联同|拉上|拉着|联合|联手|携手|携同|带着|带领|率领|率|携|跟着|随着|随)\s?[“「]?$"
    ),
    "en": re.compile(
        r"\b(?:from|to|at|by|for|with|of|in|on|against|about|including|than|into|behind|under|after|between|per)\s"
        r"(?:the\s|its\s|his\s|her\s)?$",
        _I,
    ),
}
_WHAT_IT_IS = (
    "(?:美国|英国|德国|法国|日本|韩国|荷兰|以色列|加拿大|瑞士|瑞典|印度|新加坡|欧洲|硅谷|台湾|香港|海外|国外"
    "|对手|劲敌|友商|竞品|东家)"
)
"""Where a firm is, or what it is to the other: 从英国Wayve, 从老对手A."""
FROM = {
    "zh": re.compile(
        r"(?:从|由|自|来自|离开|脱离|告别|辞别)了?\s?(?:(?:自己|他|她)[^,，。\ue000-\ue005]{0,10}的)?\s?[“「]?$"
        r"|(?:从|(?<![自理缘])由)[^,，。的\ue000-\ue005]{0,8}(?:公司|企业|巨头|厂商|车企|机构|银行|大厂|同行)[“「]?$"
        rf"|从[^,，。\ue000-\ue005]{{0,6}}{_WHAT_IT_IS}的?[“「]?$"
    ),
    "en": re.compile(
        r"\b(?:from|away from|left|leaving|leaves|quit|quits|out of)\s(?!for\b|to\b)(?:the\s|rival\s|its\srival\s)?"
        r"(?:(?!for\b|to\b)[a-z-]+\s){0,3}$",
        _I,
    ),
}
BY = {"zh": re.compile(r"(?:被|遭到?|获得?|受|经)\s?$"), "en": re.compile(r"\bby\s(?:the\s)?(?:[a-z-]+\s){0,3}$", _I)}
OBJECT = {
    "zh": re.compile(r"(?:将|把|让|令|使|说服|邀请|由来自|由|劝|请|拉|力邀|任命|委任|聘请|成功让)\s?$"),
    "en": re.compile(r"(?!)"),
}
"""Words that mark where somebody comes from, who does it, and on whom it is done."""

_TO_A_FIRM = re.compile(
    r"(?:从|自|向|对|由|给|为|被|与|和|将|把|替|同)[^,，。\ue000-\ue005]{1,10}"
    r"(?:公司|企业|巨头|商|厂|集团|团队|机构|平台|媒体|创企|新秀|独角兽|对手)\s?$"
    rf"|从[^,，。\ue000-\ue005]{{0,6}}{_WHAT_IT_IS}的?\s?$"
)
"""A preposition and what the firm is: 向数据标注公司Scale AI."""


_CONJUNCTION = re.compile(r"\b(?:after|before|since|until|as)\s(?:the\s)?$", _I)
_VERB_FOLLOWS = re.compile(
    r"\s(?:had|has|have|was|were|is|are|will|would|did|\w+ed|paid|bought|sold|left|took"
    r"|made|began|became|won|lost|hit|cut|put|set|shut|quit|went|came|gave|got|held|kept|led|ran|said|told|sent|spent|stood"
    r"|struck|threw|wrote|chose|fell|brought|built|split|spun)\b"
)
_OBJECT_GAP = re.compile(r"[了到至去\s]{0,2}")
_TAKES_ALONG = re.compile(
    r"(?:与|和|同|跟)(?:两位|几位|一众)?(?:同事|搭档|师弟|师兄|同学|伙伴|好友|老友|校友|室友|同乡|老部下|学生|老师|朋友)[^,，。\ue000-\ue005]{0,3}$"
    r"|(?:伙拍|联同|拉上|拉着|叫上|联合|联手|携手|携同|带着|带上)(?:了)?[^,，。\ue000-\ue005]{0,6}$"
)
"""拉上师弟X: whom somebody takes along does not act himself."""
_OF_LONG = re.compile(r"(?:多年|已久|许久|数年)的")
_TAKES_OBJECT = frozenset({"join", "return", "leave", "found"})


def is_preposed(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase stands behind a preposition or as the object of a verb, so that it does not act."""
    if scene.language == "zh" and chunk.kind == "person" and behind(scene, chunk, _TAKES_ALONG, 12):
        return True
    if chunk.kind == "group" and chunk.generic and scene.language == "zh" and behind(scene, chunk, _HELD, 4):
        # 曾任A助理总裁,2022年当选董事长: what somebody was, does not act.
        return True
    if chunk.kind == "person" and chunk.org and scene.text.endswith("来自", 0, chunk.start):
        # 来自A的X当选: where he comes from belongs to him.
        return False
    if scene.language == "zh" and chunk.kind == "person" and behind(scene, chunk, _IT_IS_WHO, 6):
        # 最早动身的是X,2024年回了A: X does it.
        return False
    if (
        scene.language == "zh"
        and behind(scene, chunk, _AS_FOR, 4)
        and any(0 <= t.start - chunk.end <= 6 for t in scene.triggers)
    ):
        # 对于A收购B的传闻: A does it.
        return False
    if behind(scene, chunk, _PREPOSITIONS[scene.language]):
        # Four days after SoftBank had put in…: a conjunction, where a verb follows.
        clause_begins = scene.language == "en" and behind(scene, chunk, _CONJUNCTION)
        return not (clause_begins and _VERB_FOLLOWS.match(scene.text, chunk.end))
    if _OF_LONG.match(scene.text, chunk.start):
        # 退休多年的创办人X: he is described, not acted on.
        return False
    takes = _TAKES_OBJECT | {"appoint"} if chunk.kind == "group" and chunk.generic else _TAKES_OBJECT
    if any(_OBJECT_GAP.fullmatch(scene.text, t.end, chunk.start) for t in scene.triggers if takes & set(t.frames)):
        return True
    return scene.language == "zh" and chunk.kind == "org" and behind(scene, chunk, _TO_A_FIRM, 16)


_AS_FOR = re.compile(r"(?:对于|针对|关于|至于)\s?$")
_IT_IS_WHO = re.compile(r"(?:的(?:则|正|就|便|还|也)?|反倒|反而|倒)是\s?$")
_HELD = re.compile(r"(?:任|当过|做过)\s?$")


def behind(scene: Scene, chunk: Chunk, pattern: re.Pattern[str], width: int = 40) -> bool:
    """Whether a phrase stands directly behind one of the words of `pattern`."""
    return bool(pattern.search(scene.text[max(0, chunk.start - width) : chunk.start]))


def marked(
    scene: Scene, clause: Clause, pattern: re.Pattern[str], kinds: tuple[str, ...], until: int | None = None
) -> Chunk | None:
    """The phrase of the clause that stands behind a marking word (从X, 被X, 由X), the last before `until`."""
    found = None
    for chunk in clause.chunks:
        if until is not None and chunk.start >= until:
            break
        if chunk.kind in kinds and behind(scene, chunk, pattern):
            found = chunk
    return found


def agent_behind(scene: Scene, clause: Clause, at: int, kinds: tuple[str, ...]) -> Chunk | None:
    """Who does it in an English passive, behind `at`: was hired by A, was denied in Davos by X."""
    return next((c for c in scene.right(clause, at) if c.kind in kinds and behind(scene, c, BY["en"])), None)


def following(scene: Scene, clause: Clause, trigger: Trigger, kinds: tuple[str, ...], gap: int = 14) -> Chunk | None:
    """The first phrase of `kinds` behind the trigger with at most `gap` other characters between."""
    at = trigger.end
    for chunk in scene.right(clause, trigger.end):
        if chunk.start - at > gap:
            return None
        if chunk.kind == "person" and scene.language == "zh" and _WHOSE_KIN.match(scene.text, chunk.end):
            # 由X之子Y兼着: Y, not X.
            at = chunk.end
            continue
        if chunk.kind in kinds and (chunk.ids or chunk.kind == "group"):
            return part_of(scene, clause, chunk) if chunk.kind == "org" else chunk
        if chunk.kind == "group" and chunk.generic and chunk.org and "org" in kinds:
            # 加入Meta的人才名单: the organisation inside the phrase is what the verb means.
            return Chunk("org", chunk.start, chunk.start + 1, (chunk.org,), head=chunk.start)
        if chunk.kind in ("person", "org", "group", "pronoun"):
            return None
        at = chunk.end
    return None


_WHOSE_KIN = re.compile(
    r"(?:之|的)(?:子|女|弟|兄|妻|妹|姐|长子|次子|长女|次女|儿子|女儿|弟弟|妹妹|侄子|女婿|妻子|丈夫|胞弟|老部下|副手|前同事|学生|师弟"
    r"|老同学|搭档)[^,，。;；\ue000-\ue005]{0,4}\ue000"
)
WHOSE_PART = re.compile(
    r"\s?(?:集团)?(?:旗下|麾下|控股|参股|投资|孵化)的?(?:子公司|品牌|公司)?的?\s?"
    r"|(?:在[^,，。;；\ue000-\ue005]{1,4})?的?(?:合资公司|合资企业|子公司|附属公司|关联公司|联营公司)\s?"
)


def part_of(scene: Scene, clause: Clause, chunk: Chunk) -> Chunk:
    """转投A旗下的B: B, which A is only named to own."""
    behind_it = next((c for c in scene.right(clause, chunk.end) if c.kind == "org" and c.ids and not c.word), None)
    owned = behind_it is not None and WHOSE_PART.fullmatch(scene.text, chunk.end, behind_it.start)
    return behind_it if owned and behind_it is not None else chunk
