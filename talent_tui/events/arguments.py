"""Who acts, on whom, from where, to where: the phrases around a trigger, for Chinese and for English."""

import re

import msgspec

from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.scene import Clause, Scene
from talent_tui.lexicon.word_classes import is_a

ACTORS = ("person", "org", "group")

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


_IT_IS_WHO = re.compile(r"(?:的(?:则|正|就|便|还|也)?|反倒|反而|倒)是\s?$")
_HELD = re.compile(r"(?:任|当过|做过)\s?$")


def behind(scene: Scene, chunk: Chunk, pattern: re.Pattern[str], width: int = 40) -> bool:
    """Whether a phrase stands directly behind one of the words of `pattern`."""
    return bool(pattern.search(scene.text[max(0, chunk.start - width) : chunk.start]))


def subject(scene: Scene, clause: Clause, trigger: Trigger, kinds: tuple[str, ...] = ACTORS) -> Chunk | None:
    """The phrase that acts: before the trigger, behind no preposition; else that of an earlier clause.

    In a chain of clauses without their own subject (X加入A,后跳槽至B) the first one's subject acts on.
    """
    his_man = _HIS_MAN.match(scene.text, clause.start, trigger.start) if scene.language == "en" else None
    if his_man is not None and "person" in kinds:
        # Y, an X lieutenant who had been installed as …: Y.
        before = [c for c in scene.chunks if c.kind == "person" and c.ids and 0 <= clause.start - c.end <= 1]
        if before:
            return msgspec.structs.replace(before[-1], ids=before[-1].ids[-1:], orgs=())
    found = _free(scene, clause, trigger.start, kinds)
    if found is not None:
        return found
    if scene.language == "en" and _WHO.match(scene.text, clause.start, clause.end):
        # X, who joined in 2021: the relative clause's subject stands right before it.
        near = [c for c in scene.chunks if c.kind in kinds and c.ids and 0 <= clause.start - c.end <= 3]
        if near:
            return near[-1]
    position = scene.clauses.index(clause)
    if scene.language == "en" and not position and _PARTICIPLE_FIRST.match(scene.text, clause.start, trigger.end):
        # Before joining A in 2020, X had…: whoever acts in the main clause.
        for later in scene.clauses[position + 1 : position + 3]:
            main = next((c for c in later.chunks if c.kind in kinds and (c.ids or c.kind == "group")), None)
            if main is not None and not is_preposed(scene, main) and not modifies(scene, main, later.end):
                return main
    for number, earlier in reversed(list(enumerate(scene.clauses[:position]))):
        if (
            scene.language == "en"
            and not _GOES_ON.match(scene.text, clause.start)
            and _APPOSED.match(scene.text, scene.clauses[number + 1].start)
        ):
            # …that Bannon, its leader and a former Apple man, would leave: whom the apposition describes.
            last = earlier.chunks[-1] if earlier.chunks else None
            if (
                last is not None
                and last.kind in kinds
                and last.ids
                and not scene.text[last.end : earlier.end].strip(" ,")
                and not behind(scene, last, _BESIDE)
            ):
                return last
        found = _announced(scene, earlier, kinds) or _free(scene, earlier, earlier.end, kinds, first=True)
        if found is not None and scene.language == "en" and _only_describes_them(scene, number, found):
            continue
        if found is not None and _heads(scene, earlier, found):
            return found
    return None


def _announced(scene: Scene, clause: Clause, kinds: tuple[str, ...]) -> Chunk | None:
    """X宣布Y加盟A,出任…: Y goes on, of whom the clause tells something, not X who says it."""
    said = next((t for t in clause.triggers if "say" in t.frames), None) if scene.language == "zh" else None
    if said is None or "person" not in kinds:
        return None
    told = [t.start for t in clause.triggers if t.start > said.end and _TELLS_OF & {*t.frames}]
    for chunk in clause.chunks:
        at = next((at for at in told if chunk.end <= at), None)
        named = chunk.kind == "person" and chunk.ids and said.end <= chunk.start
        if named and at is not None and not is_preposed(scene, chunk) and not _WHOSE.match(scene.text, chunk.end):
            return chunk
    return None


_WHOSE = re.compile(r"\s?的")
_TELLS_OF = frozenset({"join", "return", "leave", "appoint"})


def _only_describes_them(scene: Scene, number: int, group: Chunk) -> bool:
    """The three, OpenAI alumni all, started A: what says who they are does not act."""
    clause = scene.clauses[number]
    if not number or not group.generic or clause.triggers or not any(group is c for c in clause.chunks):
        return False
    before = scene.clauses[number - 1].chunks
    close = bool(before) and before[-1].kind in ("person", "pronoun") and clause.start - before[-1].end <= 1
    rest = scene.text[clause.start : group.start] + scene.text[group.end : clause.end]
    return close and rest.strip(" ,") in ("", "all", "both", "each")


_HIS_MAN = re.compile(
    r"\s(?:an?|the|his|her|one)\s(?:[a-z-]+\s){0,2}\ue000(?:['’]s)?\s(?:[a-z-]+\s){0,2}"
    r"(?:lieutenant|prot[eé]g[eé]e?|ally|aide|confidante?|loyalist|deputy|appointee|hire|recruit|associate|acolyte"
    r"|advis[eo]r|friend|man|woman|disciple|pupil|trustee)\s(?:who|whom)\s"
)
_PARTICIPLE_FIRST = re.compile(
    r"\s*(?:(?:and|but|soon|shortly|just|only|\w+ (?:days?|weeks?|months?|years?))\s)*"
    r"(?:(?:after|before|since|on|upon|by|while|when|instead of)\s(?:having\s|first\s|being\s)?|newly\s|until\s)?"
    r"(?:having\s(?:joined|left|quit|founded|started|resigned)|[A-Za-z][a-z]+ing|hired|poached|founded|lured|appointed"
    r"|named|promoted|sacked|fired|ousted|dismissed)\b",
    _I,
)
"""A participle that opens the sentence and whose subject the next clause names."""
_APPOSED = re.compile(
    r"\s(?:its|an?|the|his|her|who|whose|former|formerly|then|until|another|one of|both|most recently"
    r"|hired|poached|lured|promoted|named|made|brought|recruited|appointed)\b",
    _I,
)
_GOES_ON = re.compile(r"\s*(?:as\s[^,;]{3,40}\s)?(?:and|but|then|or)\b", _I)
"""A paid for B, until then the leader, and carried off …: the main clause goes on."""
_BESIDE = re.compile(r"\b(?:with|alongside|together with|along with)\s(?:his\s|her\s|the\s)?$", _I)
_WHO = re.compile(r"\s*(?:who|which)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"[\s•·*\-–—]*[\"“]?(?:(?:and|but|while|as|when|so|then|meanwhile|yet|his|her|its|their|the)\s"
    r"|(?:on\s|in\s|by\s|at\s|last\s|earlier\s|that\s|this\s|the same\s|that same\s)?\ue002\s|that same (?:day|week"
    r"|month|year)\s)*(?:[a-z-]+\s)?$",
    re.I,
)
_RELATIVE = re.compile(r"\s*(?:who|which|whose|that|where|an?\s)", re.I)


def acting_firm(scene: Scene, until: int) -> str | None:
    """Who acts in the English sentence before a place: the firm that is the subject of the last main clause."""
    found = None
    for clause in scene.clauses:
        if clause.start >= until:
            break
        if _RELATIVE.match(scene.text, clause.start) or _APPOSED.match(scene.text, clause.start):
            continue
        verb = next((t.start for t in clause.triggers), clause.end)
        for chunk in clause.chunks:
            if chunk.start >= min(verb, until):
                break
            # Started a drone maker, CyPhy Works: a name alone says what was meant before it.
            alone = clause is not scene.clauses[0] and not clause.triggers
            named_only = alone and not scene.text[chunk.end : clause.end].strip(" .,;:")
            acts = chunk.kind == "org" and chunk.ids and not named_only and not is_preposed(scene, chunk)
            if (
                acts
                and not scene.memory.is_outlet(chunk.ids[0])
                and _HEAD_AT.search(scene.text[clause.start : chunk.start])
            ):
                found = chunk.ids[0]
                break
    return found


_HEAD_AT = re.compile(r"^[^\ue000\ue001]*$")


_SAYS_THAT = re.compile(r"\b(?:that|said|says)\s(?:(?:its|his|her|their|the|an?|former)\s)*(?:[a-z-]+\s){0,4}$")


def _heads(scene: Scene, clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase opens its English clause; one inside an apposition or a relative clause is no subject."""
    if scene.language != "en":
        return True
    lead = scene.text[clause.start : chunk.start]
    if _SAYS_THAT.search(lead):
        # A said that X, its …, will leave: X heads a sentence within the sentence.
        return True
    if lead.strip() == "whose":
        # B, whose founder, X, joined as …: the subject of the relative clause.
        return True
    return not _RELATIVE.match(lead) and bool(_HEAD.fullmatch(lead))


def _free(scene: Scene, clause: Clause, at: int, kinds: tuple[str, ...], *, first: bool = False) -> Chunk | None:
    chunks = clause.chunks if first else scene.left(clause, at)
    if not first and scene.language == "en" and _AND_DOES.search(scene.text[clause.start : at]):
        # A paid B and took on its staff: who does the one does the other.
        chunks = chunks[::-1]
    for chunk in chunks:
        fits = chunk.kind in kinds and (chunk.ids or chunk.kind == "group")
        if fits and not is_preposed(scene, chunk) and not modifies(scene, chunk, at):
            return chunk
    return None


_AND_DOES = re.compile(
    r"\b(?:and|but|then|or)\s(?:(?:then|later|also|soon|now|has|have|had|will|would|is|are|was|were|been|\w+ly)\s)*$",
    _I,
)
_MODIFIER = re.compile(r"[^,，。\ue000-\ue005向对从给把将在为]{0,8}?的(?![话时])")


_IS_WHAT = re.compile(r"\s?(?:曾|原|本|正|就|也|还|都|乃)?(?:是|为)(?!了)")


def modifies(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Whether a phrase only describes the next one (他弟弟杰克主持的播客)."""
    if scene.language == "en":
        # Elon Musk's xAI: whose it is, is not who acts.
        return chunk.kind == "person" and scene.text[chunk.end - 2 : chunk.end] in ("'s", "’s")
    if chunk.kind == "group":
        return False
    if chunk.word in ("他", "她") and not scene.text.startswith("的", chunk.end):
        return False
    if any(
        t.start == chunk.end and {"leave", "join", "return"} & set(t.frames) and not scene.text.startswith("的", t.end)
        for t in scene.triggers
    ):
        # X告别待了17年的A: what X does; the 的 belongs to its object.
        return False
    if _IS_WHAT.match(scene.text, chunk.end):
        # X是《质量效应》的主笔,2003年进入A: the 的 belongs to what he is.
        return False
    if scene.text.startswith("因", chunk.end):
        # X因隐瞒与下属的恋情被解职: the 的 belongs to the reason.
        return False
    match = _MODIFIER.match(scene.text, chunk.end)
    return match is not None and match.end() < at


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


def leader_of(scene: Scene, until: int | None = None) -> tuple[str, ...]:
    """The person who opens the sentence and so does what it goes on to tell: 扎克伯格…,亲自推动…重组."""
    first = next((c for c in scene.chunks if c.kind in ("person", "org", "group")), None)
    if first is None or first.kind != "person" or len(first.ids) != 1 or is_preposed(scene, first):
        return ()
    clause = next(c for c in scene.clauses if c.start <= first.start < c.end)
    others = [
        c
        for c in scene.chunks
        if until is not None
        and c.kind == "org"
        and clause.end <= c.start
        and c.end <= until
        and not is_preposed(scene, c)
    ]
    if others:
        # 他走之前,A刚给…:成立B: A has taken over as the one who acts.
        return ()
    said = [t.word for t in clause.triggers if "say" in t.frames]
    if any(not is_a(word, "announces") and not is_a(word, "describes") for word in said):
        # Ryan告诉记者,Meta成立了…: who only tells does nothing.
        return ()
    if scene.language == "zh" and until is None and any(_MOVES & set(t.frames) for t in clause.triggers):
        # 李航2017年加盟字节,AI Lab则并入Seed: he only moved.
        own = [c for c in scene.chunks if c.kind == "org" and c.start >= clause.end and not is_preposed(scene, c)]
        if own:
            return ()
    return () if modifies(scene, first, len(scene.text)) else first.ids


_MOVES = frozenset({"join", "return", "leave"})
