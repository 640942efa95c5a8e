"""Appointments: a new title, team or boss, or the loss of one, inside an organisation."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import OBJECT, behind, following, marked, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.movers import in_context, mover, moves
from talent_tui.events.moves import employer_in_context
from talent_tui.events.posts import named_unit, role_in, role_of, role_within, unit_of
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG, PERSON
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a

_CHANGE = re.compile(
    r"由|将|已|正式|宣布|任命|现在|改|转|调|开始|起|如今|新|获|被|交|此后|随后|后来|协同|出任|并|则|又|直接"
)
_RESUME = re.compile(r"曾|此前|之前|历任|先后|早年|早期|过去|期间|以来|一直|时期")


def appoint(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """由X出任Y, A任命X为Y, X升任Y, X向Z汇报; A named X Y, X became Y."""
    if _blocked(scene, clause, trigger) or _AS_BEFORE.search(scene.text, clause.start, trigger.start):
        return
    if _DESCRIBED.match(scene.text, trigger.end) and not _AFTER_HIM.match(scene.text, trigger.end):
        return
    who = _appointee(scene, clause, trigger)
    if who is None or who.kind != "person":
        return
    if is_a(trigger.word, "needs_person_near") and who.end <= clause.start:
        return
    if is_a(trigger.word, "state") and not _is_event(scene, clause, trigger):
        return
    if scene.language == "en" and "report" in trigger.word:
        yield from _reports(scene, clause, trigger, who)
        return
    role = role_of(scene, clause, trigger)
    elsewhere = _new_employer(scene, clause, trigger, who)
    unit = unit_of(scene, clause, trigger, who)
    named = named_unit(scene, clause, trigger)
    known = scene.memory.employer.get(who.ids[0]) if len(who.ids) == 1 else None
    if is_a(trigger.word, "engages") and not who.org and named and known and scene.memory.parent(named) != known:
        # 今年又受聘成为大学的教授: a second employer.
        for draft in moves(scene, clause, trigger, "join", who, None, named, "engaged"):
            draft.role, draft.from_ = role, None
            yield draft
        return
    if elsewhere is None and is_a(trigger.word, "engages") and who.org and unit and who.org != unit:
        # 美光前主管X获聘出任CEO: somebody from elsewhere comes with the post.
        for draft in moves(scene, clause, trigger, "join", who, who.org, unit, "engaged"):
            draft.role = role
            yield draft
        return
    if elsewhere is None and is_a(trigger.word, "bare_post") and not _is_bare_post(scene, clause, trigger, role):
        return
    if elsewhere is not None:
        for draft in moves(scene, clause, trigger, "join", who, None, elsewhere, "post at a new employer"):
            draft.role = role
            yield draft
        return
    if role is None and is_a(trigger.word, "needs_role"):
        return
    if is_a(trigger.word, "needs_unit_word") and not _A_JOB.search(scene.text, trigger.end, clause.end):
        return
    for draft in drafts(scene, clause, trigger, who, unit, role, "appoint"):
        draft.predecessor = _predecessor(scene, clause, trigger, who)
        yield draft


_REPLACES = re.compile(r"^(?:了)?(?:[^,，。\ue000-\ue005]{0,12}的)?[^,，。\ue000-\ue005]{0,6}$")
_OUT_OF_HANDS = re.compile(r"(?:从|自)[^,，。\ue000-\ue005]{0,6}$|\bfrom\s(?:his\s)?(?:predecessor\s)?$")


def _predecessor(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> tuple[str, ...]:
    """Whose post it was, where the clause itself says: 接替Y, 从Y手中接过, succeeds Y, takes over from Y."""
    for chunk in clause.chunks:
        if chunk.kind != "person" or not chunk.ids or set(chunk.ids) & set(who.ids):
            continue
        between = scene.text[trigger.end : chunk.start]
        replaces = is_a(trigger.word, "replaces_whom") and chunk.start >= trigger.end and (
            _REPLACES.match(between) if scene.language == "zh" else len(between) <= 24
        )  # fmt: skip
        if replaces or behind(scene, chunk, _OUT_OF_HANDS):
            return chunk.ids
    return ()


_ENDS_A_WORD = re.compile(r"(?:^|[,，;；、\s\ue000-\ue003年月日后时并就也即起仍将现改])$")


def _is_bare_post(scene: Scene, clause: Clause, trigger: Trigger, role: str | None) -> bool:
    """任CEO, X做总裁: one character and the title, nothing else."""
    rest = re.sub(r"[\ue001\s,，。;；]", "", scene.text[trigger.end : clause.end])
    return role is not None and len(rest) <= len(role) + 2 and bool(_ENDS_A_WORD.search(scene.text[: trigger.start]))


_GOES_TO = re.compile(
    rf"(?:去|到|赴|前往|转往|转去|转到|加入|跳到)\s?[^,，。{ORG}{PERSON}]{{0,10}}({ORG})[^,，。]{{0,3}}$"
)


def _new_employer(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> str | None:
    """到Figma当首席设计官: a post somewhere else is a move."""
    if scene.language != "zh" or len(who.ids) != 1:
        return None
    match = _GOES_TO.search(scene.text, clause.start, trigger.start)
    if match is None:
        return None
    org = scene.skeleton.name(match.start(1)).entity
    return org if org not in (who.org, scene.memory.employer.get(who.ids[0])) else None


_AS_BEFORE = re.compile(r"依旧|依然|仍旧|仍然|仍[由归]|继续[由归]|一直[由归]|仍将?由")
_LEADS = (
    r"(?:带|管|负责|领导|带领|牵头|掌管|执掌|统管|接管|接手|主管|率领|操盘|统筹|兼任|主导"
    r"|暂代|代管|代理|直管|暂管|分管|署任|接任|出任|担任|继任)"
)
_HANDS_OVER = re.compile(rf"\s?(?:来|暂时|直接|全权|亲自)?{_LEADS}")
_LED_UNIT = re.compile(rf"\s?(?:来|亲自)?{_LEADS}的[^,，。]{{0,16}}?{ORG}")


def assign(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A unit is put into somebody's hands: X团队由P带, X归P, X交给P, 由P领导的X团队, P管X."""
    if _AS_BEFORE.search(scene.text, clause.start, trigger.end + 1):
        return
    if trigger.word in ("管", "带"):
        yield from _takes(scene, clause, trigger)
        return
    if scene.language == "en":
        yield from _handed(scene, clause, trigger)
        return
    who = following(scene, clause, trigger, ("person",), gap=10)
    if who is None:
        return
    led = _LED_UNIT.match(scene.text, who.end)
    if led is not None:
        yield from drafts(scene, clause, trigger, who, scene.skeleton.name(led.end() - 1).entity, None, "assign")
        return
    unit = next((c.ids[0] for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
    if trigger.word == "给了" and not _A_POST.search(scene.text[clause.start : trigger.start]):
        return
    if unit is None and trigger.word != "由":
        # 成立Seed,交给X带: what the clause before is about.
        position = scene.clauses.index(clause)
        earlier = [c for c in scene.clauses[position - 1].chunks if c.kind == "org"] if position else []
        unit = scene.memory.founded_here or (earlier[-1].ids[0] if earlier else None)
    if unit is None and _A_POST.search(scene.text[clause.start : trigger.start]):
        unit = employer_in_context(scene, who, clause.start)
    if unit is None or (trigger.word == "由" and not _HANDS_OVER.match(scene.text, who.end)):
        return
    for draft in drafts(scene, clause, trigger, who, unit, None, "assign"):
        draft.predecessor = _giver(scene, clause, trigger, who)
        yield draft


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
        if led is not None or _A_JOB.search(scene.text, clause.start, trigger.start):
            unit = led.ids[0] if led is not None else employer_in_context(scene, who, clause.start)
            yield from drafts(
                scene, clause, trigger, who, unit, role_in(scene.text[clause.start : trigger.start]), "goes to"
            )
        return
    giver = subject(scene, clause, trigger, ("person", "org"))
    role = role_of(scene, clause, trigger) or role_in(scene.text[trigger.end : who.start] if who else "")
    if who is None or (role is None and not _A_JOB.search(scene.text, trigger.end, who.start)):
        return
    named = None if giver is None else giver.ids[0] if giver.kind == "org" else giver.org
    unit = named or employer_in_context(scene, giver or who, clause.start)
    yield from drafts(scene, clause, trigger, who, unit, role, "handed to")


_INTRODUCES = re.compile(r"(?:,|:|\sis|\swill be|\swould be|\swas)?\s(?:[A-Za-z'’-]+\s){0,4}$")


def _succeeded(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X made way for Y; a successor: Y. X himself belongs to it, unless the text tells his leaving."""
    who = next((c for c in scene.chunks if c.kind == "person" and c.start >= trigger.end), None)
    if who is None or not _INTRODUCES.match(scene.text[trigger.end : who.start]) or who.start - trigger.end > 30:
        return
    old = subject(scene, clause, trigger, ("person",)) if trigger.word.lower() != "successor" else None
    unit = (old.org if old is not None else None) or who.org or employer_in_context(scene, old or who, clause.start)
    for draft in drafts(scene, clause, trigger, who, unit, None, "succeeds"):
        draft.predecessor = old.ids if old is not None else ()
        yield draft


_A_JOB = re.compile(
    r"\b(?:role|post|job|seat|chair|title|reins|position|duties|leadership|helm|team|unit|division|group|business|programme|department|maker|firm|company|brand)\b"
)
_A_POST = re.compile(
    r"(?:工作|职务|职位|一职|岗位|业务|事务|职责|体系|摊子|位子|位置|席位|部门?|线|组|团队|中心|板块)[^,，。]{0,6}$"
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


def lose_role(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X失去对…的管理权, X卸任Y: the loss of a role inside the organisation."""
    who = marked(scene, clause, OBJECT[scene.language], ("person",)) or subject(scene, clause, trigger, ("person",))
    who = who or in_context(scene, clause, trigger)
    if who is None or cue(scene.language, "negated").search(scene.before(clause, trigger.start, 8)):
        return
    rest = scene.text[trigger.start : clause.end]
    role = role_of(scene, clause, trigger)
    if role is None and len(rest) <= len(trigger.word) + 2 and not who.former:
        # 负责人X卸任: what nothing behind it names is the title that X has.
        role = who.title
    if role is None and is_a(trigger.word, "stops_being"):
        role = role_within(scene.text[clause.start : trigger.start])
        if role is None:
            return
    if role is None and not re.search(
        r"权|职|岗|团队|部门|管|边缘化|停职|交出|group|team|unit|division|role|title|post|job|duties", rest
    ):
        return
    unit = named_unit(scene, clause, trigger) or employer_in_context(scene, who, clause.start)
    yield from drafts(scene, clause, trigger, who, unit, role, "loses role")


_DESCRIBED = re.compile(r"的(?!是)")
"""接手的裴宁, 杰克主持的播客: the post only describes."""


def _reports(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> Iterator[Draft]:
    """X will report to Z."""
    boss = following(scene, clause, trigger, ("person",), gap=30)
    if boss is None or boss.ids == who.ids:
        return
    for draft in drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "reports to"):
        draft.people = (*draft.people, *boss.ids)
        yield draft


def _blocked(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if scene.language == "en" and re.match(r"\s*whom\b", scene.text[clause.start : trigger.start]):
        return True
    before = scene.before(clause, trigger.start, 10)
    if cue(scene.language, "negated").search(before):
        return True
    return bool(cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end))


def _appointee(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    if scene.language == "en":
        inverted = _IN_HIS_PLACE.match(scene.text, clause.start, clause.end)
        if inverted is not None and inverted.end() > trigger.end:
            return next((c for c in scene.chunks if c.kind == "person" and c.start >= inverted.end() - 1), None)
        passive = re.search(r"\b(?:was|were|been|be|is|are)\s(?:\w+ly\s)?$", scene.before(clause, trigger.start, 20))
        bare = not scene.text[clause.start : trigger.start].strip(" ,:")
        given = following(scene, clause, trigger, ("person",), gap=40)
        if is_a(trigger.word, "gives_post") and not passive and bare and given is None:
            # Mark Chen, made chief research officer in March: the participle describes who stands before the comma.
            return subject(scene, clause, trigger, ("person",))
        if is_a(trigger.word, "gives_post") and not passive:
            return given
        return subject(scene, clause, trigger, ("person",))
    marked_person = marked(scene, clause, OBJECT["zh"], ("person",), until=trigger.start)
    if marked_person is not None:
        return marked_person
    successor = _AFTER_HIM.match(scene.text, trigger.end)
    if successor is not None:
        # 接替他的是来自B的Y: whom the sentence names last.
        return next((c for c in scene.chunks if c.kind == "person" and c.end > successor.end()), None)
    if is_a(trigger.word, "gives_post_to_object"):
        behind_it = following(scene, clause, trigger, ("person",), gap=16)
        if behind_it is not None:
            return behind_it
    who = mover(scene, clause, trigger)
    return who if who is not None and who.kind == "person" else None


_IN_HIS_PLACE = re.compile(
    r"\s*(?:taking (?:over|his place|her place|the (?:job|reins|helm))|replacing|succeeding|stepping in)\b"
    r"[^,.;]{0,50}?\b(?:is|was|will be|comes)\s",
    re.IGNORECASE,
)
_AFTER_HIM = re.compile(
    rf"\s?(?:{PERSON}|[他她])?(?:的)?(?:工作|职务|职位|位置|岗位|一职)?的(?:人选)?(?:是|为|则是|将是|正是)"
)


def _is_event(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a state word tells of a change: dated, or with a word of change; a résumé line is none."""
    before = scene.text[clause.start : trigger.start]
    dated = bool(scene.dates(clause.start, clause.end)) or _goes_on(scene, clause)
    if _RESUME.search(before) and not dated:
        return False
    # A relative clause describes: 负责o1模型的推理专家X.
    if scene.language == "zh" and re.search(rf"的[^,，]{{0,12}}{PERSON}", scene.text[trigger.end : clause.end]):
        return False
    return dated or bool(_CHANGE.search(before[-12:]))


_THEN = re.compile(r"此后|随后|之后|其后|后来|现|转|改|赴|接着|继而|最终|旋即|再")


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """此后赴美,担任顾问; 总裁X退休,Y与Z担任临时CEO: an earlier clause tells the change that this one is part of."""
    earlier = scene.clauses[: scene.clauses.index(clause)]
    if not earlier or scene.language != "zh" or _RESUME.search(scene.text, earlier[-1].start, clause.end):
        return False
    own = any(c.kind == "person" for c in clause.chunks)
    left = any({"leave", "lose_role"} & set(t.frames) for c in earlier[-1:] for t in c.triggers)
    return left if own else bool(_THEN.search(scene.text, earlier[-1].start, earlier[-1].end))


def drafts(
    scene: Scene, clause: Clause, trigger: Trigger, who: Chunk, unit: str | None, role: str | None, rule: str
) -> Iterator[Draft]:
    """One draft for a clause that gives several people one post."""
    start = scene.skeleton.clean_span(
        min(clause.start, who.start) if who.start >= clause.start - 60 else clause.start, clause.end
    )[0]
    end = scene.skeleton.clean_span(clause.start, clause.end)[1]
    employer = scene.memory.parent(unit)
    companies = tuple(o for o in dict.fromkeys((unit, employer)) if o)
    named = unit is not None and (unit == who.org or unit in scene.orgs(0, len(scene.text)))
    yield Draft(
        "appoint", f"{rule}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=who.ids, to=unit, companies=companies, role=role,
        weak=[] if named else ["organisation from context"],
    )  # fmt: skip
