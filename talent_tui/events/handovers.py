"""Hand-overs: a unit or a post put into somebody's hands, a successor, a new boss to report to."""

import re
from collections.abc import Iterator

from talent_tui.events.appointees import from_elsewhere
from talent_tui.events.appointments import drafts
from talent_tui.events.arguments import behind, following, marked
from talent_tui.events.centre import firm_at
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.employers import employer_in_context
from talent_tui.events.losses import lose_role
from talent_tui.events.movers import in_context, moves
from talent_tui.events.posts import A_JOB, AS_BEFORE, unit_of
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG
from talent_tui.events.subjects import subject
from talent_tui.events.titles import role_in, role_of, role_within
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_LEADS = (
    r"(?:带|管|负责|领导|带领|牵头|掌管|执掌|统管|接管|接手|主管|率领|操盘|统筹|兼任|主导"
    r"|暂代|代管|代理|兼着|兼|直管|暂管|分管|署任|接任|出任|担任|继任|补上|递补|填补|顶上|补位|接过|接下|坐镇|领军|带队|挂帅|领衔|打理|主持|掌舵|统领|一肩挑|一把抓|挑大梁|兼管|操刀|亲掌|亲管|亲领|督军|坐纛|说了算|当家|主事|做主|拍住上)"
)


_HANDS_OVER = re.compile(rf"\s?(?:来|暂时|直接|全权|亲自来?)?{_LEADS}")


_NOTHING_BEHIND = re.compile(r"了?\s?(?:[,，。;；]|$)")
_NO_UNIT = re.compile(r"(?:净利|利润|收入|收益|所得|奖金|版权|股份|股权|功劳|责任)[^,，。;；]{0,10}$")
"""净利润全部归X: no post."""
_LED_UNIT = re.compile(rf"\s?(?:来|亲自)?{_LEADS}的[^,，。]{{0,16}}?{ORG}")


def assign(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A unit is put into somebody's hands: X团队由P带, X归P, X交给P, 由P领导的X团队, P管X."""
    if AS_BEFORE.search(scene.text, clause.start, trigger.end + 1):
        return
    if (
        trigger.word == "由"
        and scene.text[: trigger.start].endswith("现")
        and not scene.dates(clause.start, clause.end)
    ):
        return
    if trigger.word in ("管", "带"):
        yield from _takes(scene, clause, trigger)
        return
    if scene.language == "en":
        yield from _handed(scene, clause, trigger)
        return
    who = following(scene, clause, trigger, ("person",), gap=10)
    if who is None and _NOTHING_BEHIND.match(scene.text, trigger.end) and trigger.word in ("交棒", "交班"):
        yield from lose_role(scene, clause, trigger)
        return
    if who is None or _NO_UNIT.search(scene.text, clause.start, trigger.start):
        return
    if trigger.word == "由" and any("found" in t.frames and t.start >= who.end for t in clause.triggers):
        # 由X牵头成立: a founding.
        return
    if not scene.dates(clause.start, clause.end) and "至今" in scene.text[who.end : clause.end]:
        # 由X掌舵至今: as it has been.
        return
    led = _LED_UNIT.match(scene.text, who.end)
    if led is not None:
        yield from drafts(scene, clause, trigger, who, scene.skeleton.name(led.end() - 1).entity, None, "assign")
        return
    unit = next((c.ids[0] for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
    if unit is None and (post := _post_given(scene, clause, trigger)) is not None:
        unit = post
    if trigger.word == "给了" and not _A_POST.search(scene.text[clause.start : trigger.start]):
        return
    if unit is None and trigger.word == "由" and (before := scene.clause_before(clause)) is not None:
        # 西瓜视频一并划给A,由X统管: A.
        given = _GIVEN_TO.search(scene.text, before.start, before.end)
        unit = scene.skeleton.name(given.start(1)).entity if given is not None else None
    if unit is None and trigger.word != "由":
        # 成立Seed,交给X带: what the clause before is about.
        before = scene.clause_before(clause)
        # 他转投B,帅印交到Y手里: not the one of B.
        earlier = [c for c in before.chunks if c.kind == "org" and not scene.ends_a_move(c.start)] if before else []
        earlier = [c for c in earlier if not scene.memory.is_outlet(c.ids[0])]
        unit = scene.memory.founded_here or (earlier[-1].ids[0] if earlier else None)
    lead = scene.text[clause.start : trigger.start]
    role = role_within(lead) if _GIVES.search(lead) else None
    giver = subject(scene, clause, trigger, ("person",)) if role is not None else None
    left = scene.memory.vacated
    yields = trigger.word.startswith(_YIELDS)
    if (
        unit is None
        and left is not None
        and left[1] == scene.skeleton.sentence.start
        and (yields or _A_POST.search(lead))
    ):
        # A的X被解职,位子当天交给Y.
        unit = left[0]
    if unit is None and yields and giver is None:
        # X也让位予Y: at whatever X leads.
        giver = subject(scene, clause, trigger, ("person",)) or in_context(scene, clause, trigger)
    changed = trigger.word in ("改由", "转由") and _ONLY_HANDS_OVER.match(scene.text, who.end)
    if unit is None and (role is not None or _A_POST.search(lead) or changed or (yields and giver is not None)):
        unit = employer_in_context(scene, giver or who, clause.start)
    vacated = _vacated_before(scene, clause) if unit is None and _ONLY_HANDS_OVER.match(scene.text, who.end) else None
    if vacated is not None:
        unit, role = employer_in_context(scene, vacated, clause.start), vacated.title
    if unit is None or (trigger.word == "由" and not _HANDS_OVER.match(scene.text, who.end)):
        return
    for draft in drafts(scene, clause, trigger, who, unit, role, "assign"):
        draft.predecessor = _giver(scene, clause, trigger, who)
        yield draft


_GIVEN_TO = re.compile(
    r"(?:划给|划归|并入|归入|并到|归到|合并到|合并进|装进|交给|归)了?\s?(\ue001)(?:旗下|名下|团队)?[,，]"
)
_YIELDS = ("让位", "让贤", "传位", "交棒", "交班")
"""Words that hand on the post of whoever acts."""
_GIVES_IT = re.compile(r"(?:把|将)\s?$")


def _post_given(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """把A首席执行官的位子让给X: whose post it is."""
    posts = [c for c in scene.left(clause, trigger.start) if c.kind == "group" and c.generic and c.org]
    return posts[0].org if posts and behind(scene, posts[0], _GIVES_IT) else None


_ONLY_HANDS_OVER = re.compile(rf"\s?(?:来|暂时|直接|全权|亲自)?{_LEADS}\s?(?:[,，。;；]|$)")


def _vacated_before(scene: Scene, clause: Clause) -> Chunk | None:
    """首席财务官X离职,由Y代理: whose post it is that Y gets."""
    earlier = scene.clause_before(clause)
    if earlier is None or not any({"leave", "lose_role"} & set(t.frames) for t in earlier.triggers):
        return None
    return next((c for c in earlier.chunks if c.kind == "person" and len(c.ids) == 1 and c.title), None)


_GIVES = re.compile(r"把|将")


def _giver(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> tuple[str, ...]:
    """Who hands his post on: 宿华把CEO的位子让给程一笑."""
    lead = scene.text[clause.start : trigger.start]
    giver = subject(scene, clause, trigger, ("person",)) if _GIVES.search(lead) and trigger.word != "由" else None
    return giver.ids if giver is not None and giver.start >= clause.start and not set(giver.ids) & set(who.ids) else ()


_TO_WHOM = re.compile(r"\b(?:to|over to|on to)\s(?:his\s|her\s|the\s|its\s)?$")


def _handed(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A hands the role of Y to X: X has it from then on."""
    who = next((c for c in scene.right(clause, trigger.end) if c.kind == "person" and behind(scene, c, _TO_WHOM)), None)
    if is_a(trigger.word, "names_successor"):
        yield from _succeeded(scene, clause, trigger)
        return
    if who is not None and is_a(trigger.word, "goes_to_whom"):
        # His seat went to X; the lab passed to X.
        led = subject(scene, clause, trigger, ("org",))
        led = led if led is not None and led.end >= trigger.start - 2 else None
        if led is not None or A_JOB.search(scene.text, clause.start, trigger.end):
            unit = led.ids[0] if led is not None else employer_in_context(scene, who, clause.start)
            outside = from_elsewhere(scene, clause, trigger, who, unit)
            if outside is not None:
                # His seat went to X, formerly of A.
                yield from moves(scene, clause, trigger, "join", who, outside, unit, "post at a new employer")
                return
            yield from drafts(
                scene, clause, trigger, who, unit, role_in(scene.text[clause.start : trigger.start]), "goes to"
            )
        return
    giver = subject(scene, clause, trigger, ("person", "org"))
    role = role_of(scene, clause, trigger) or role_in(scene.text[trigger.end : who.start] if who else "")
    handed = scene.orgs(trigger.end, who.start) if who is not None else []
    own = giver is not None and giver.kind == "person" and _HIS_OWN.match(scene.text, trigger.end)
    before = giver.ids if own and giver is not None and who is not None and not set(giver.ids) & set(who.ids) else ()
    if handed and role is None and who is not None and is_a(trigger.word, "hands_over"):
        # Handed over A to X.
        for draft in drafts(scene, clause, trigger, who, handed[0], None, "handed to"):
            draft.predecessor = before
            yield draft
        return
    given = following(scene, clause, trigger, ("person",), gap=1) if is_a(trigger.word, "hands_over") else None
    if who is None and given is not None and _CHARGE.match(scene.text, given.end):
        # Handed X sole charge of its bank.
        who = given
    elif who is None or (role is None and not A_JOB.search(scene.text, trigger.end, who.start)):
        return
    named = None if giver is None else giver.ids[0] if giver.kind == "org" else giver.org
    if named is None and giver is None:
        named = firm_at(scene)
    unit = named or employer_in_context(scene, giver or who, clause.start)
    outside = from_elsewhere(scene, clause, trigger, who, unit)
    if outside is not None:
        # Will hand the top job to Google's X.
        for draft in moves(scene, clause, trigger, "join", who, outside, unit, "post at a new employer"):
            draft.role = role
            yield draft
        return
    for draft in drafts(scene, clause, trigger, who, unit, role, "handed to"):
        draft.predecessor = before
        yield draft


_CHARGE = re.compile(
    r"\s(?:the\s)?(?:sole|full|overall|joint|day-to-day)?\s?(?:charge|control|command|responsibility)\s(?:of|for)\b"
    r"|\sthe\s(?:keys|reins)\s(?:to|of)\b"
)
_HIS_OWN = re.compile(
    r"\s(?:over\s)?(?:\ue001|the (?:company|firm|business|bank|studio|keys|reins|crown|helm|baton)"
    r"|(?:his|her)\s(?!team\b)\w+)"
)
"""Bob handed the company, or his job, to Joe: whose it was before. A boss who hands out a role had it not himself."""
_WHOSE = re.compile(r"\s(?:to|of|for)\s(?!be\b)")
_INTRODUCES = re.compile(
    r"(?:\s(?:at|as|in|for)\s[^,.;]{1,40})?"
    r"(?:,|:|\scomes|\scame|\sis|\swill be|\swould be|\swas)?\s(?:[A-Za-z'’-]+\s){0,4}$"
)


def _succeeded(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X made way for Y; a successor: Y. X himself belongs to it, unless the text tells his leaving."""
    who = next((c for c in scene.chunks if c.kind == "person" and c.start >= trigger.end), None)
    if trigger.word.lower() == "successor" and _WHOSE.match(scene.text, trigger.end):
        # Hopes to name a successor to X: he had the post.
        return
    if who is None or not _INTRODUCES.match(scene.text[trigger.end : who.start]) or who.start - trigger.end > 50:
        return
    old = subject(scene, clause, trigger, ("person",)) if trigger.word.lower() != "successor" else None
    unit = (old.org if old is not None else None) or who.org or employer_in_context(scene, old or who, clause.start)
    for draft in drafts(scene, clause, trigger, who, unit, None, "succeeds"):
        draft.predecessor = old.ids if old is not None else ()
        yield draft


_A_POST = re.compile(
    r"(?:遗缺|空缺|缺口|担子|棒子|大权|工作|职务|职位|一职|岗位|业务|事务|职责|帅印|接力棒|权杖|体系|摊子|位子|位置|椅子|交椅|宝座|席位|部门?|线|组|团队|中心|板块|产品|商业化|市场|运营|财务|供应链"
    r"|法务|销售|人力资源|公关|战略|投资|海外|电商|直播|广告|渠道|条线|区域|大区)[^,，。]{0,6}$"
)


def _takes(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """夏中谱管算法, in a sentence that is dated or tells of a new order."""
    who = next((c for c in scene.left(clause, trigger.start) if c.kind == "person" and c.end == trigger.start), None)
    rest = scene.text[trigger.end : clause.end].strip(" ,，。")
    if who is None or not 1 < len(rest) <= 12 or not scene.dates(0, len(scene.text)):
        return
    if rest.startswith(("着", "领", "来", "走", "出", "到")) or any(c.start >= trigger.end for c in clause.chunks):
        return
    yield from drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "assign")


def report_to(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X向Z汇报: a change of boss names both."""
    boss = marked(scene, clause, _TOWARDS, ("person",), until=trigger.start)
    before = [
        c
        for c in scene.chunks
        if boss is not None and c.kind == "person" and c.ids and c.end <= boss.start and not behind(scene, c, _TOWARDS)
    ]
    who = before[-1] if before else None
    if who is None and scene.memory.person:
        who = Chunk("person", clause.start, clause.start, scene.memory.person)
    if boss is None or who is None or boss.ids == who.ids:
        return
    for draft in drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "reports to"):
        draft.people = (*draft.people, *boss.ids)
        yield draft


_TOWARDS = re.compile(r"(?:向|对|找|跟)\s?$")
