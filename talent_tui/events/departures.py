"""Leaving: who goes, from where, and when that is really a move to somewhere else or a layoff."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import BY, behind, following, is_preposed, marked
from talent_tui.events.careers import GUESSED
from talent_tui.events.chunks import Chunk
from talent_tui.events.described import attributive
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, organisation_of
from talent_tui.events.employers import employer_in_context
from talent_tui.events.leavers import leaver
from talent_tui.events.losses import lose_role
from talent_tui.events.movers import PEOPLE, mover, moves, unreal
from talent_tui.events.origins import origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import DATE
from talent_tui.events.staying import keeps_a_post
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.word_classes import is_a

_FOR = re.compile(
    r"\b(?:for|to join)\s(?:rival\s|the\s)?(?:[a-z-]+\s){0,3}$"
    r"|\bfor\s(?:the|a|an|its|another)\s(?:[a-z'’-]+\s){0,3}(?:job|post|role|position|chair|seat)\s(?:at|with|in)\s(?:the\s)?$"
    r"|\bto\s(?:run|lead|head|become|be|serve as|take over)\s(?:the\s)?$"
    r"|\bto\s(?:become|be|lead|run|head|start)\s[^,.;]{0,40}?\b(?:at|of|for)\s(?:the\s)?$"
)


_TO_A_FIRM = re.compile(r"\bto\s(?:the\s|rival\s)?$")
_LEAVES_A_PLACE = {
    "zh": re.compile(
        r"了?\s?(?!公司|团队|这[家里]|该|原|前|老东家|旧东家|岗|职|一线|管理|后|时|之|去|并|和|创业|的|是|因|已|将|也|就|并非)[\u4e00-\u9fff]"
        r"[^\ue000-\ue005]{0,7}(?:[,，。]|$)"
    ),
    "en": re.compile(
        r"\s(?:the|an?|his|her|their)\s(?!(?:[a-z-]+\s)?(?:company|firm|bank|team|start-?up|job|post|role|studio"
        r"|paper|group|lab|board|business)\b)"
        r"[^\ue000-\ue005]{1,24}(?:[,.]|$)"
        r"|\s(?:empty|vacant|open|unfilled|behind|without|out|untouched|unchanged)\b"
        r"|\s(?:the\s[a-z]+|it|them|him|her|\ue001)\s(?:an?|with|without|free|open|exposed|short|no|little"
        r"|as\s(?:an?\s|the\s)?(?:\w+\s)?(?:shell|shadow|ruin|wreck|husk|rump|largest|biggest|only|sole|last))\b"
    ),
}
"""离开会场, left the meeting: no employer is left."""


_OUT_OF_IT = re.compile(r"(?:公司|团队|集团|那里|那儿)?(?:出来|离开|退|出走)(?!吃|接|迎|见|透|散|走走|抽|,登|，登)")


_LONG_GONE = re.compile(r"(?:了)?(?:多年|已久|许久|数年|好几年)的")
"""退休多年的创办人X: only describes who does something now."""


_HIS_POST_AT = re.compile(
    r"\s(?:the|his|her|an?|their)\s(?:[A-Za-z'’-]+\s){0,4}?"
    r"(?:chair|job|post|role|seat|position|desk|helm|perch|office|professorship)\s(?:at|of)\s(?:the\s)?(\ue001)"
)
_STILL_OTHERS = re.compile(r"的\s?[,，]?\s?(?:还有|另有|也有|则?是|便是|正是|包括)")


_WALKS_OFF = re.compile(r"\s?(?:[,，。；;！!”」）)]|$|好几|一批|不少|大半|两|三|\d)")
"""走了, 要走: somebody leaves where the clause ends there, or counts who does."""


_DESCRIBED = re.compile(r"(?<=离开|告别|辞别|作别|挥别|开了|别了)了?[^,，。;；]{0,26}?的\s?(\ue001)(?!的)")
"""离开了他和Y十年前一起创办的A."""


_TOLD_TO_GO = re.compile(
    r"(?:要|要求|叫|逼|呼吁|敦促|喊话|促请|促)(?:\ue001的?)?(?:他|她|其|\ue000)[^,，。;；]{0,6}$|(?:要求|呼吁|敦促|喊话|促请|促)[^,，。;；]{0,10}$"
)
"""要他立刻辞职: nobody has gone yet."""
_REASON_FOR = re.compile(
    r"[^,，。;；\ue000]{0,8}?(?:,|，)?(?:主要|其实|完全|正)?(?:是因为|是由于|是为了|是出于|的(?:真正)?(?:原因|理由|决定)|(?:原因|理由|手续|事宜))"
)
"""离开A是因为…: spoken of, and told elsewhere."""
_ONLY_TALK = re.compile(r"的(?:传闻|传言|消息|说法|报道|风声|流言)")
"""否认X将离职的传闻: told only as talk, but told."""
_TALK = re.compile(
    r"\s(?:the\s|all\s|any\s)?(?:talk|reports?|claims?|rumou?rs?|suggestions?|speculation|idea|as|it|them)\b"
)
_THIS_ONE = re.compile(
    r"了?\s?(?:这|那)[家间]?(?:[^,，。;；\ue000\ue001]{1,14}的|自己[^,，。;；]{1,12}的)?(?:公司|企业|机构|团队|银行|平台|大厂)"
)
"""离开这家他刚接手不久的公司: what was named last."""


def _nobody_goes(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the word only speaks of a departure: demanded, explained, long past, or talk that is dismissed."""
    text, end = scene.text, trigger.end
    if scene.language == "zh":
        if _LONG_GONE.match(text, end) or _TOLD_TO_GO.search(text, clause.start, trigger.start):
            return True
        return _REASON_FOR.match(text, end) is not None and not scene.dates(clause.start, clause.end)
    word = trigger.word.lower()
    if word.startswith("dismiss") and _TALK.match(text, end):
        return True
    # Was coaxed out of retirement: he comes.
    return word == "retirement" and text.endswith(("out of ", "from "), 0, trigger.start)


def leave(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X离开A, A的X离职, X辞去A…职务; X left A, X stepped down from A. With 加入B in the sentence it is a join."""
    if unreal(scene, clause, trigger):
        return
    if is_a(trigger.word, "leaves_from"):
        firm = following(scene, clause, trigger, ("org",), gap=2)
        school = firm is not None and scene.memory.companies[firm.ids[0]].kind == "university"
        if firm is None or school or not _OUT_OF_IT.match(scene.text, firm.end):
            # 从数据里看出来, 从A总部出来吃饭: nobody leaves a firm.
            return
    if is_a(trigger.word, "stays_until") and not scene.text.startswith(DATE, trigger.end):
        return
    if _nobody_goes(scene, clause, trigger):
        return
    if keeps_a_post(scene, trigger):
        yield from lose_role(scene, clause, trigger)
        return
    if "separate ways" in trigger.word.lower() and not scene.orgs(clause.start, clause.end):
        # X and Y went their separate ways: two people did.
        return
    left_behind = following(scene, clause, trigger, PEOPLE) if trigger.word.lower() == "leaving" else None
    if left_behind is not None and _TO_DO_IT.match(scene.text, left_behind.end):
        # …, leaving Y to take over: Y is the one who stays.
        return
    talk = _ONLY_TALK.match(scene.text, trigger.end) if scene.language == "zh" else None
    if scene.text.startswith("的", trigger.end) and not talk and not _STILL_OTHERS.match(scene.text, trigger.end):
        yield from _described_leaver(scene, clause, trigger)
        return
    if is_a(trigger.word, "walks") and not _WALKS_OFF.match(scene.text, trigger.end):
        return
    if _LEAVES_A_PLACE[scene.language].match(scene.text[trigger.end : clause.end]) and is_a(
        trigger.word, "leaves_what"
    ):
        return
    if is_a(trigger.word, "gives_up") and not _NOTHING_BUT_A_DATE.match(scene.text, trigger.end):
        return
    if is_a(trigger.word, "hands_in") and not _NOTICE.match(scene.text, trigger.end, clause.end):
        return
    if is_a(trigger.word, "lets_many_go") and scene.language == "zh":
        here = scene.left(clause, trigger.start)
        team = next((c for c in here if c.kind == "org"), None)
        if team is not None and not any(c.kind in PEOPLE for c in here):
            # 金融事业群整个被裁: a unit, not a person.
            yield from cut(scene, clause, trigger, None, team.ids[0])
            return
    if scene.language == "zh" and is_a(trigger.word, "parts_from"):
        yield from _parted(scene, clause, trigger)
        return
    who = leaver(scene, clause, trigger)
    if who is None or (who.kind != "person" and is_a(trigger.word, "person_only")):
        return
    apposed = not scene.text[clause.start : trigger.start].strip() and scene.text.startswith(",", who.end)
    if is_a(trigger.word, "goes_nearby") and not (0 <= trigger.start - who.end <= 2 or apposed):
        # Said that 17,000 jobs, or a tenth, would go: not the one who says it.
        return
    target = following(scene, clause, trigger, ("org",), gap=16 if scene.language == "en" else 8)
    if target is not None and any(trigger.end <= t.start < target.start for t in clause.triggers):
        # said his goodbyes and set up B: the other word's object.
        target = None
    if target is None and scene.language == "zh" and (described := _DESCRIBED.match(scene.text, trigger.end)):
        target = next((c for c in clause.chunks if c.kind == "org" and c.start == described.start(1)), None)
    if target is None and scene.language == "zh" and scene.text.startswith(("公司", "了公司"), trigger.end):
        # 卸任A的CEO并离开公司: A.
        firms = [o for o in scene.orgs(clause.start, trigger.start) if not scene.memory.is_outlet(o)]
        target = Chunk("org", trigger.end, trigger.end, tuple(firms[-1:])) if firms else None
    if target is None and scene.language == "zh" and _THIS_ONE.match(scene.text, trigger.end):
        named = [o for o in scene.orgs(0, trigger.start) if not scene.memory.is_outlet(o)]
        target = Chunk("org", trigger.end, trigger.end, tuple(named[-1:])) if named else None
    if target is not None and scene.language == "en" and _ANOTHER_CLAUSE.search(scene.text[trigger.end : target.start]):
        # Plans to step down once A completes its takeover.
        target = None
    alone = trigger.word.lower().startswith(("struck out", "strikes out", "striking out"))
    founded: tuple[str, ...] = ()
    if alone and target is not None and scene.text[trigger.end : target.start].rstrip().endswith("with"):
        # Struck out on her own with B: what she founds.
        founded, target = target.ids, None
        yield draft_of("found", scene, clause, trigger, who, people=who.ids, companies=founded)
    if target is None and scene.language == "zh" and "辞" in trigger.word:
        # 向A递了辞呈: from A.
        target = marked(scene, clause, _TO_THE_FIRM, ("org",), until=trigger.start)
    post = _HIS_POST_AT.match(scene.text, trigger.end, clause.end) if scene.language == "en" else None
    if target is None and post is not None:
        # Left the chief executive's chair at A for B.
        target = next((c for c in clause.chunks if c.kind == "org" and c.start <= post.end() - 1 < c.end), None)
    between = scene.text[trigger.end : target.start] if target is not None and post is None else ""
    farewell = trigger.word.lower().endswith(("goodbye", "farewell")) and between.strip() in ("to", "to the")
    if scene.language == "en" and " to " in between and not farewell:
        # left in 2019 to start B: that is what he went to do. But: said goodbye to B.
        target = None
    noun = trigger.word.lower().startswith(("departure", "exit"))
    rest = scene.right(clause, who.end)
    onward = next((c for c in rest if c.kind == "org" and behind(scene, c, _TO_A_FIRM)), None) if noun else None
    if onward is not None:
        # The departure of X to B.
        yield from moves(scene, clause, trigger, "join", who, who.org, onward.ids[0], "left for")
        return
    aim = next((c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, _FOR, 60)), None)
    if target is not None and aim is not None and target.start == aim.start:
        target = None
    by = marked(scene, clause, BY[scene.language], ("org", "group"), until=trigger.end)
    agent = (by.ids[0] if by.ids else by.org) if by else None
    if scene.language == "en" and is_a(trigger.word, "lets_go") and who.start >= trigger.end and agent is None:
        # Uber fired X: who does it is who he leaves.
        boss = subject(scene, clause, trigger, ("org",))
        agent = boss.ids[0] if boss is not None else None
        if _THE_BOARD.search(scene.before(clause, trigger.start, 24)):
            # Returned to A after the board had fired X: the board of what was named last.
            named = [c.ids[0] for c in scene.chunks if c.kind == "org" and c.ids and c.end <= trigger.start]
            agent = named[-1] if named else None
        target = None if agent is not None else target
    if agent is None and is_a(trigger.word, "parts_from") and who.start >= trigger.end:
        # A parted ways with X, or A's chief did.
        boss = subject(scene, clause, trigger, ("org", "person"))
        if boss is not None:
            agent = boss.ids[0] if boss.kind == "org" else organisation_of(scene, boss)
        target = None if agent is not None else target
    if target is None and agent is None and is_a(trigger.word, "follows_out") and scene.memory.left:
        # His deputy went after him: the firm that he has just left.
        agent = list(scene.memory.left.values())[-1]
    if scene.language == "zh" and is_a(trigger.word, "lets_go") and who.start >= trigger.end and agent is None:
        # A发公告开除X: who does it is who he leaves.
        boss = subject(scene, clause, trigger, ("org",))
        agent = boss.ids[0] if boss is not None else None
    from_ = (target.ids[0] if target else None) or agent
    if from_ is None and is_a(trigger.word, "goes_alone"):
        # Who leaves to found something leaves the employer named before, not what he founded.
        acting = [c for c in scene.chunks if c.kind == "org" and c.end <= trigger.start and not is_preposed(scene, c)]
        named = [o for c in acting for o in c.ids if o != who.org and not scene.memory.is_outlet(o)]
        named = [o for o in named if not scene.is_end_of_move(o)]
        from_ = named[-1] if named else None
    if from_ is None and len(who.ids) == 1:
        # Came from A to B in June and gave up in August; 告别A,去了B,2023年初辞职: what he has just joined.
        joined = scene.memory.joined_here.get(who.ids[0])
        from_ = joined if joined is not None and trigger.start > clause.start else None
    if from_ is None and scene.language == "zh" and len(who.ids) == 1 and _OLD_FIRM.match(scene.text, trigger.end):
        # A原总经理X……她离开老东家: A.
        once = (o for c in scene.chunks if c.kind == "person" and c.former for p, o in c.orgs if p == who.ids[0])
        from_ = next(once, None) or scene.memory.former.get(who.ids[0])
    from_ = from_ or origin(scene, clause, who, None)
    if from_ is None and scene.language == "zh" and len(who.ids) == 1:
        # 小米当天也发了公告,确认他因个人原因辞职: whoever confirms that it has lost him to another.
        old = scene.memory.former.get(who.ids[0])
        teller = next((c for c in scene.chunks if c.kind == "org" and c.end <= trigger.start), None)
        from_ = old if old is not None and teller is not None and old in teller.ids else None
    guessed = from_ is None or (who.implied and from_ == who.org)
    if from_ is None:
        from_ = employer_in_context(scene, who, trigger.start)
    from_ = None if from_ in founded else from_
    if scene.language == "en" and aim is not None:
        for draft in moves(scene, clause, trigger, "join", who, from_, aim.ids[0], "left for"):
            # Whom somebody leads today says nothing of whom he left years ago.
            draft.origin_guessed = guessed and any(leaders().get(p) == from_ for p in draft.people)
            yield draft
        return
    if who.kind == "group" and is_a(trigger.word, "lets_many_go"):
        yield from cut(scene, clause, trigger, who.count, from_)
        return
    for draft in moves(scene, clause, trigger, "leave", who, from_, None, "leave"):
        # 富士康前副总裁X2019年加入和硕,…,隔年6月去职: the phrase of an earlier clause may be long out of date.
        draft.origin_guessed = guessed or (who.end <= clause.start and from_ == who.org)
        if guessed:
            draft.weak.append(GUESSED)
        yield draft
    if is_a(trigger.word, "goes_alone") and who.ids and not any("found" in t.frames for t in scene.triggers):
        # 2023年出来单干: what he founds has no name yet.
        yield draft_of("found", scene, clause, trigger, who, people=who.ids)


def _parted(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A与X分道扬镳, X与A分手: X leaves A."""
    with_whom = marked(scene, clause, _WITH, ("person", "org"), until=trigger.start)
    if with_whom is None:
        # 2014年加入A,次年初即分道扬镳: from A.
        alone = mover(scene, clause, trigger)
        firm_left = scene.memory.joined_here.get(alone.ids[0]) if alone is not None and len(alone.ids) == 1 else None
        if alone is not None and firm_left is not None and scene.dates(clause.start, trigger.start):
            yield from moves(scene, clause, trigger, "leave", alone, firm_left, None, "leave")
        return
    if not with_whom.ids:
        return
    other = next((c for c in scene.left(clause, with_whom.start) if c.kind in ("person", "org") and c.ids), None)
    if other is None or {other.kind, with_whom.kind} != {"person", "org"}:
        return
    who, firm = (other, with_whom) if other.kind == "person" else (with_whom, other)
    employer = who.org or next((scene.memory.employer.get(p) for p in who.ids), None)
    if employer is not None and scene.memory.house(employer).isdisjoint(scene.memory.house(*firm.ids)):
        # 京东的X与腾讯分手: two firms do.
        return
    yield from moves(scene, clause, trigger, "leave", who, firm.ids[0], None, "leave")


_WITH = re.compile(r"(?:与|和|同|跟)\s?$")


def _described_leaver(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """接替明年5月底退休的X, 去年秋天从A离开的X: told in passing, with a day of its own; or a tally of who has left."""
    tally = next((c for c in scene.chunks if c.kind == "group" and c.count and c.start >= trigger.end), None)
    if tally is not None and _SO_MANY.fullmatch(scene.text, trigger.end, tally.start):
        # 年初至今离任的基金经理已超过250人.
        yield from moves(scene, clause, trigger, "leave", tally, origin(scene, clause, None, None), None, "leave")
        return
    if not any(attributive(scene, trigger, at) for at, _ in scene.dates(clause.start, trigger.start)):
        return
    who = next((c for c in scene.chunks if c.kind == "person" and c.head > trigger.end), None)
    if who is None:
        return
    from_ = origin(scene, clause, None, None) or who.org or employer_in_context(scene, who, trigger.start)
    yield from moves(scene, clause, trigger, "leave", who, from_, None, "leave")


_OLD_FIRM = re.compile(r"了?\s?(?:这家|那家)?(?:老东家|前东家|旧东家|老雇主)")
_SO_MANY = re.compile(r"的[^,，。;；\ue000-\ue005]{0,10}(?:有|达|达到|共|已|已经|就|多达|已有|足有|合计)+\s?")
_TO_THE_FIRM = re.compile(r"向\s?$")
_NOTHING_BUT_A_DATE = re.compile(r"\s(?:in\s|on\s|that\s|last\s|after\s|only\s|just\s)*\ue002")
_NOTICE = re.compile(
    r"\s(?:his|her|their|the)\s[^,.;]{0,30}?\b(?:notice|resignation|badge|title|keys|papers|card|letter|pass|post"
    r"|job)\b"
)


_TO_DO_IT = re.compile(r"\s(?:alone\s)?(?:to\s[a-z]+|in\s(?:\w+\s)?(?:charge|command|control)|as\s|at the helm)\b")


_ANOTHER_CLAUSE = re.compile(r"\b(?:once|after|when|before|as|while|because|if|since|until|where|and|that|which)\s")


_THE_BOARD = re.compile(r"\b(?:the|its) (?:board|directors|owners|management)\s(?:had\s|has\s)?$")


def cut(scene: Scene, clause: Clause, trigger: Trigger, count: int | None, org: str | None) -> Iterator[Draft]:
    """32名员工被裁: people let go by number are the employer's layoff."""
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    companies = tuple(o for o in dict.fromkeys((org, scene.memory.parent(org))) if o)
    yield Draft(
        "freeze", f"freeze:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start, companies=companies, count=count,
    )  # fmt: skip
