"""Joining, told from the side of who moves."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.arguments import FROM, OBJECT, behind, following, marked
from talent_tui.events.arrivals import to_the_firm_itself
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.movers import PEOPLE, mover, moves, unreal
from talent_tui.events.origins import each_from, origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.since import is_since
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a

_TOWARDS = re.compile(r"(?:到|至|往|向|来|去|赴|在|进入?)\s?[^,，。\ue000-\ue005]{0,8}$")


ONWARD = re.compile(r"\b(?:to|for|into|aboard)\s(?:the\s|rival\s|its\srival\s)?$")


_AT = re.compile(r"\bat\s(?:the\s|rival\s)?$")


_WHICH = re.compile(r"\s*which\s(?:he|she|they|\ue000)\s(?:had\s|has\s|later\s|then\s|only\s)*")
_BARELY = re.compile(r"\s?(?:不到|没几天|才|仅|还不到|不足|短短|未满)|[^,，]{0,4}(?:期间|之前|前夕)")


_BOARD = re.compile(r"\s?(?:的)?\s?(?:公司)?董事会|'s board|\sboard")


ONLY_NAMED = re.compile(
    r"\s?的[^,，。]{0,6}?(?:文件|合同|协议|计划|打算|可能|想法|邀请|机会|条件|意愿|人数|比例|offer)"
)
"""重返OpenAI的雇佣文件: a paper is no move."""


_IS_SAID_TO_BE = re.compile(r"\s?(?:，|,)?(?:完全|其实|无疑|只)?是(?!在|从|由|因|为了|\ue002)")
"""坦言加入A是做了一件傻事: spoken of, not told."""
_UNNAMED = re.compile(
    r"了?(?:另)?一(?:家|间|所)[^,，。;；\ue000-\ue005]{0,20}?(?:公司|企业|机构|基金|工作室|大厂|巨头|独角兽|银行|券商|车企|初创)"
    r"|\s(?:an?|another|some)\s(?:[a-z-]+\s){0,4}(?:start-?up|company|firm|fund|bank|rival|maker|studio|university)\b(?!\s(?:called|named|founded|run|led))"
)
"""去了一家芯片公司, joined a rival: which one is not told."""


def _to_an_unnamed_firm(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """Who joins a firm without a name leaves his own, if the text says which."""
    who = mover(scene, clause, trigger)
    if who is None or who.kind != "person":
        return
    from_ = origin(scene, clause, who, None) or next((scene.memory.employer.get(p) for p in who.ids), None)
    told = any("leave" in t.frames for t in scene.triggers if t.start < trigger.start)
    if from_ is not None and not told:
        yield from moves(scene, clause, trigger, "leave", who, from_, None, "leave")


_TITLE = r"[a-z][a-z -]{1,24}(?:chief|head|president|officer|chair\w*|director|manager|boss|executive)"
_BETWEEN_POSTS = re.compile(rf"(?:\w+)?\sfrom\s(?:the\s|being\s)?{_TITLE}\sto\s(?:the\s)?{_TITLE}\b")
_JOINED_TOO = re.compile(
    r"了?的(?:还有|另有|也有|则?是|包括)[^,，。;；\ue000-\ue005]{0,8}(?=\ue001?[^,，。;；\ue000-\ue005]{0,8}\ue000)"
)


def _joined_too(scene: Scene, clause: Clause, trigger: Trigger, at: int) -> Iterator[Draft]:
    who = next((c for c in scene.chunks if c.kind == "person" and c.end > at), None)
    memory = scene.memory
    to = next((memory.employer.get(p) for p in (*memory.person, *memory.people) if p in memory.employer), None)
    if who is not None and to is not None and not set(who.ids) & {*memory.person}:
        yield from moves(
            scene, clause, trigger, "join", who, who.org if who.org != to else None, to, "join", guessed=True
        )


_VETERAN = re.compile(r"的(?:前|原)?(\ue001)[^,，。;；的\ue000-\ue005]{0,10}(\ue000)")


def _long_there(scene: Scene, clause: Clause, trigger: Trigger, match: re.Match[str]) -> Iterator[Draft]:
    who = next((c for c in scene.chunks if c.kind == "person" and c.start <= match.start(2) < c.end), None)
    if who is not None and scene.dates(clause.start, trigger.start):
        firm = scene.skeleton.name(match.start(1)).entity
        yield from moves(scene, clause, trigger, "join", who, None, firm, "join")


_ONE_OF = re.compile(r"(?:的)?(?:正式)?(?:人(?=\s?[,，。;；]|$)|员工|一员)")


def join(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X加入Y, 从A跳槽至B, 离开A加盟B, 让X加入Y, 从A过来; X joined Y (from Z)."""
    if is_a(trigger.word, "swaps"):
        yield from _swapped(scene, clause, trigger)
        return
    if scene.language == "en" and _BETWEEN_POSTS.match(
        scene.text, trigger.end if "from" not in trigger.word else trigger.start
    ):
        # Moved from finance chief to chief executive of A.
        return
    too = _JOINED_TOO.match(scene.text, trigger.end) if scene.language == "zh" else None
    if too is not None:
        # X加入A。与他一同加入的还有B的Y: Y too goes to A.
        yield from _joined_too(scene, clause, trigger, too.end())
        return
    veteran = _VETERAN.match(scene.text, trigger.end) if scene.language == "zh" else None
    if veteran is not None and is_a(trigger.word, "starts_work_bare"):
        # 2015年就入职的A元老X: A.
        yield from _long_there(scene, clause, trigger, veteran)
        return
    target = following(scene, clause, trigger, ("org",), gap=44 if scene.language == "en" else 14)
    comes_from = target is None or behind(scene, target, FROM["en"])
    if scene.language == "en" and comes_from and is_a(trigger.word, "comes_over"):
        # X moved from A to B; X came over to B from A. But: joined A in 2005 and went back to B.
        onward = marked(scene, Clause(trigger.end, clause.end, scene.right(clause, trigger.end), []), ONWARD, ("org",))
        target = onward or target
    if scene.language == "en" and _WHICH.fullmatch(scene.text, clause.start, trigger.start):
        # …was OpenAI, which she joined in May: what stands in front.
        before = [c for c in scene.chunks if c.kind == "org" and 0 <= clause.start - c.end <= 1]
        target = before[-1] if before else target
    if target is not None and behind(scene, target, FROM[scene.language]):
        target = None
    if trigger.word.lower() == "followed":
        target = None
    if is_a(trigger.word, "transferred_from") and marked(scene, clause, FROM["zh"], ("org",)) is None:
        return
    if is_a(trigger.word, "been_there"):
        yield from _since_when(scene, clause, trigger)
        return
    if is_a(trigger.word, "needs_at") and (target is None or not behind(scene, target, _AT)):
        return
    if is_a(trigger.word, "enters_next") and (target is None or target.start > trigger.end + 1):
        return
    if is_a(trigger.word, "becomes_one_of") and not (
        target is not None and target.start <= trigger.end + 1 and _ONE_OF.match(scene.text, target.end)
    ):
        return
    if target is None and is_a(trigger.word, "has_no_object"):
        target = marked(scene, clause, _TOWARDS, ("org",), until=trigger.start)
    if unreal(scene, clause, trigger):
        return
    if target is not None and _BARELY.match(scene.text, target.end) and not scene.dates(clause.start, trigger.start):
        # 入职A不到一个月,便…: the clause only says how long; who works there is noted.
        who = _joiner(scene, clause, trigger, target)
        for person in who.ids if who is not None else ():
            scene.memory.employer[person] = target.ids[0]
        return
    if is_a(trigger.word, "starts_work"):
        yield from _started_work(scene, clause, trigger, target)
        return
    led_by = (
        following(scene, clause, trigger, ("person",), gap=1) if target is None and scene.language == "zh" else None
    )
    his_firm = scene.memory.employer.get(led_by.ids[0]) if led_by is not None and len(led_by.ids) == 1 else None
    if led_by is not None and his_firm is not None and is_a(trigger.word, "moves_away"):
        # 童欣同年投奔了他: the firm of whom he joins.
        who = mover(scene, clause, trigger)
        if who is not None and who.kind == "person" and not set(who.ids) & set(led_by.ids):
            from_ = origin(scene, clause, who, his_firm)
            yield from moves(scene, clause, trigger, "join", who, from_, his_firm, "join", guessed=True)
        return
    if target is None and "the same" in trigger.word and scene.text.startswith(" as ", trigger.end):
        # Made the same trip as X: where to is told of him.
        return
    unnamed = _UNNAMED.match(scene.text, trigger.end)
    if target is not None and unnamed is not None and scene.dates(unnamed.end(), target.start):
        # Joined a start-up in 2015 and A in 2019: A not in 2015.
        return
    if target is None and unnamed is not None:
        yield from _to_an_unnamed_firm(scene, clause, trigger)
        return
    if target is None:
        yield from to_the_firm_itself(scene, clause, trigger)
        return
    if ONLY_NAMED.match(scene.text, target.end):
        return
    if (
        scene.language == "zh"
        and _IS_SAID_TO_BE.match(scene.text, target.end)
        and not scene.dates(clause.start, trigger.start)
    ):
        return
    if _BOARD.match(scene.text, target.end):
        return
    to = target.ids[0]
    who = _joiner(scene, clause, trigger, target)
    if who is None or to in who.ids or who.generic:
        return
    if _describes(scene, clause, trigger, who, target):
        return
    if len(who.ids) == len(target.ids) > 1 and "分别" in scene.text[who.end : trigger.start]:
        # X和Y分别加入A和B.
        for person, org in zip(who.ids, target.ids, strict=True):
            one = msgspec.structs.replace(who, ids=(person,), orgs=())
            yield from moves(scene, clause, trigger, "join", one, None, org, "join")
        return
    each = each_from(scene, target.end) if len(who.ids) == 2 else None
    if each is not None:
        for person, firm in zip(who.ids, each, strict=True):
            one = msgspec.structs.replace(who, ids=(person,), orgs=())
            yield from moves(scene, clause, trigger, "join", one, firm, to, "join")
        return
    from_ = origin(scene, clause, who, to)
    if from_ is None and who.start >= target.end:
        # 跳槽至Meta的负责o1模型的专家X: what somebody built tells where he worked.
        made = [m for m in makers(scene.text[target.end : who.end]) if m != to and m in scene.memory.companies]
        from_ = made[0] if made else None
    second = bool(_SECOND_JOB.search(scene.text, clause.start, trigger.start))
    for draft in moves(scene, clause, trigger, "join", who, from_, to, "join"):
        # 兼职加入A: nothing is left for it.
        draft.from_ = None if second else draft.from_
        yield draft
    taken = marked(scene, clause, _TAKING, ("group", "person"), until=trigger.start) if scene.language == "zh" else None
    if taken is not None and (taken.count or taken.ids) and who.kind == "person" and not set(taken.ids) & set(who.ids):
        # 带着十余名同事投奔A, 带着下属Y投奔A.
        yield from moves(scene, clause, trigger, "join", taken, taken.org or from_, to, "join")
    if scene.language == "en":
        along = marked(scene, Clause(target.end, clause.end, scene.right(clause, target.end), []), _ALONG, ("person",))
        if along is not None and not set(along.ids) & set(who.ids):
            # X went to B in July with his colleague Y.
            old = along.org if along.org != to else from_
            yield from moves(scene, clause, trigger, "join", along, old, to, "join")


_TAKING = re.compile(
    r"(?:带着|带领|带上|带走|率领|拉着|拉上|[带率携])了?\s?(?:[他她]的)?(?:两位|几位)?(?:得力|昔日|心腹)?(?:下属|部下|旧部|同事|副手|助手|爱将|干将|门生|徒弟|学生|搭档|伙伴)?\s?$"
)
_ALONG = re.compile(
    r"\b(?:with|alongside|together with|along with|taking|bringing)\s(?:(?:his|her|their|a|the)\s)?"
    r"(?:former\s|fellow\s)?"
    r"(?:(?:colleagues?|co-?founders?|partners?|deput(?:y|ies)|team-?mates?|engineers?|researchers?)\s)?$"
)


def _started_work(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk | None) -> Iterator[Draft]:
    """X was named chief executive of A and started work eight days later: at A."""
    who = mover(scene, clause, trigger)
    if who is None or who.kind != "person" or len(who.ids) != 1:
        return
    memory, person = scene.memory, who.ids[0]
    to = target.ids[0] if target is not None else memory.joined_here.get(person) or memory.employer.get(person)
    if to is None or not scene.dates(clause.start, clause.end):
        return
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, None, to), to, "started work")


_THERE_SINCE = re.compile(r"\s(?:the\s)?(\ue001)\s(\ue002)")


def _since_when(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X, who had been at A since 2019: then he came."""
    match = _THERE_SINCE.match(scene.text, trigger.end)
    day = scene.date_at(match.start(2)) if match is not None else None
    who = mover(scene, clause, trigger)
    if match is None or day is None or who is None or who.kind != "person" or not is_since(day):
        return
    to = scene.skeleton.name(match.start(1)).entity
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, None, to), to, "there since")


_RELATIVE = re.compile(r"的(?!\s?(?:[,，。;；]|$))")
"""加入A的名单, not 是去年从B转投A的."""
_FIRST_DAY = re.compile(r"\s?的(?:第一天|首日|头一天)")
_SECOND_JOB = re.compile(r"兼职|兼任")


def _describes(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, target: Chunk) -> bool:
    """X晒出了加入Meta的人才名单: the joining only describes what X does something with."""
    if scene.language != "zh" or who.start > trigger.start or not _RELATIVE.match(scene.text, target.end):
        return False
    if re.match(r"的(?:消息|决定|事实|意愿)", scene.text[target.end : target.end + 4]):
        return False
    return any(who.end <= t.start and t.end <= trigger.start for t in clause.triggers)


def _joiner(scene: Scene, clause: Clause, trigger: Trigger, target: Chunk) -> Chunk | None:
    if scene.language == "zh" and _FIRST_DAY.match(scene.text, target.end):
        # 5月6日是X入职A的第一天.
        return next((c for c in scene.left(clause, trigger.start) if c.kind == "person"), None)
    caused = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    if caused is not None and not caused.generic:
        return caused
    # 跳槽至Meta的Lucas Beyer: the relative clause's own subject stands behind it.
    if scene.language == "zh" and re.match(r"\s?的", scene.text[target.end : target.end + 2]):
        for chunk in scene.right(clause, target.end):
            if chunk.kind == "person":
                return chunk
            if chunk.kind == "group" and _THERE_ARE.fullmatch(scene.text, target.end, chunk.start):
                return chunk
    return mover(scene, clause, trigger)


_IN_EXCHANGE = re.compile(r"\bfor\s(?:[a-z'-]+\s){0,3}$")


def _swapped(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X swapped A for B, or for Y's start-up: from A to B."""
    who = mover(scene, clause, trigger)
    left = following(scene, clause, trigger, ("org",), gap=24)
    gained = [c for c in scene.right(clause, trigger.end) if behind(scene, c, _IN_EXCHANGE)]
    if who is None or left is None or not gained or gained[0].kind not in ("org", "person"):
        return
    to = gained[0].ids[0] if gained[0].kind == "org" else scene.memory.employer.get(gained[0].ids[0])
    if to is not None and to not in left.ids:
        yield from moves(scene, clause, trigger, "join", who, left.ids[0], to, "swapped")


_THERE_ARE = re.compile(r"\s?的[^,，。\ue000-\ue005]{0,10}(?:有|达|达到|共|超过|约|多达|已有|足有)\s?")
