"""Appointments: a new title, team or boss, or the loss of one, inside an organisation."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import OBJECT, behind, following, marked, subject
from talent_tui.events.chunks import Chunk, Trigger
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import DATE, MONEY, ORG, PERSON
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.roles import roles

_STATES = frozenset(
    "担任 任职 负责 领导 掌管 主管 主持 带队 执掌 统管 分管 坐镇 率领 代理 操盘".split()
    + ["serves as", "reports to", "report to"]
)
"""Words that also tell what somebody is, not only what he becomes."""

_CHANGE = re.compile(
    r"由|将|已|正式|宣布|任命|现在|改|转|调|开始|起|如今|新|获|被|交|此后|随后|后来|协同|出任|并|则|又|直接"
)
_RESUME = re.compile(r"曾|此前|之前|历任|先后|早年|早期|过去|期间|以来|一直|时期")
_ROLE_END = re.compile(
    rf"[,，。;；:：!！?？“”\"()（）{DATE}{MONEY}{PERSON}]|一职|职务|的职|的头衔|之职|和|并|后|时|期间|以|,|的(?=\S{{0,6}}$)"
)


def appoint(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """由X出任Y, A任命X为Y, X升任Y, X向Z汇报; A named X Y, X became Y."""
    if _blocked(scene, clause, trigger):
        return
    who = _appointee(scene, clause, trigger)
    if who is None or who.kind != "person":
        return
    if trigger.word in _STATES and not _is_event(scene, clause, trigger):
        return
    role = role_of(scene, clause, trigger)
    if role is None and trigger.word in ("升", "转任", "调往", "负责", "领导", "当选", "代理", "named", "added"):
        if trigger.word not in ("负责", "领导"):
            return
    yield from drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), role, "appoint")


_LEADS = r"(?:带|管|负责|领导|带领|牵头|掌管|执掌|统管|接管|接手|主管|率领|操盘|统筹|兼任|主导)"
_HANDS_OVER = re.compile(rf"\s?(?:来|暂时|直接|全权|亲自)?{_LEADS}")
_LED_UNIT = re.compile(rf"\s?(?:来|亲自)?{_LEADS}的[^,，。]{{0,16}}?{ORG}")


def assign(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A unit is put into somebody's hands: X团队由P带, X归P, X交给P, 由P领导的X团队, P管X."""
    if trigger.word in ("管", "带"):
        yield from _takes(scene, clause, trigger)
        return
    who = following(scene, clause, trigger, ("person",), gap=10)
    if who is None:
        return
    led = _LED_UNIT.match(scene.text, who.end)
    if led is not None:
        yield from drafts(scene, clause, trigger, who, scene.skeleton.name(led.end() - 1).entity, None, "assign")
        return
    unit = next((c for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
    if unit is None or (trigger.word == "由" and not _HANDS_OVER.match(scene.text, who.end)):
        return
    yield from drafts(scene, clause, trigger, who, unit.ids[0], None, "assign")


def _takes(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """夏中谱管算法, in a sentence that is dated or tells of a new order."""
    who = next((c for c in scene.left(clause, trigger.start) if c.kind == "person" and c.end == trigger.start), None)
    rest = scene.text[trigger.end : clause.end].strip(" ,，。")
    if who is None or not 1 < len(rest) <= 12 or not scene.dates(0, len(scene.text)):
        return
    yield from drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "assign")


def report_to(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X向Z汇报: a change of boss names both."""
    boss = marked(scene, clause, _TOWARDS, ("person",), until=trigger.start)
    before = [c for c in scene.chunks if c.kind == "person" and c.ids and boss is not None and c.end <= boss.start]
    who = before[-1] if before else None
    if who is None and scene.memory.person:
        who = Chunk("person", clause.start, clause.start, scene.memory.person)
    if boss is None or who is None or boss.ids == who.ids:
        return
    for draft in drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "reports to"):
        draft.people = (*draft.people, *boss.ids)
        yield draft


_TOWARDS = re.compile(r"(?:向|对)\s?$")


def lose_role(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X失去对…的管理权, X卸任Y: the loss of a role inside the organisation."""
    who = marked(scene, clause, OBJECT[scene.language], ("person",)) or subject(scene, clause, trigger, ("person",))
    if who is None or cue(scene.language, "negated").search(scene.before(clause, trigger.start, 8)):
        return
    role = role_of(scene, clause, trigger)
    rest = scene.text[trigger.start : clause.end]
    if role is None and not re.search(r"权|职|岗|团队|部门|管|边缘化|停职|role|title|post", rest):
        return
    yield from drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), role, "loses role")


def _blocked(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    before = scene.before(clause, trigger.start, 10)
    if cue(scene.language, "negated").search(before):
        return True
    return bool(cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end))


def _appointee(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    if scene.language == "en":
        passive = re.search(r"\b(?:was|were|been|be|is|are)\s(?:\w+ly\s)?$", scene.before(clause, trigger.start, 20))
        if (
            trigger.word.lower()
            in (
                "named",
                "appointed",
                "promoted",
                "elevated",
                "names",
                "appoints",
                "promotes",
                "elected",
                "installed",
                "tapped",
                "naming",
                "appointing",
            )
            and not passive
        ):
            return following(scene, clause, trigger, ("person",), gap=40)
        return subject(scene, clause, trigger, ("person",))
    marked_person = marked(scene, clause, OBJECT["zh"], ("person",), until=trigger.start)
    if marked_person is not None:
        return marked_person
    if trigger.word in ("任命", "委任", "提拔", "派任", "授予", "聘为", "聘任"):
        behind_it = following(scene, clause, trigger, ("person",), gap=16)
        if behind_it is not None:
            return behind_it
    return subject(scene, clause, trigger, ("person",))


def _is_event(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a state word tells of a change: dated, or with a word of change; a résumé line is none."""
    before = scene.text[clause.start : trigger.start]
    dated = bool(scene.dates(clause.start, clause.end))
    if _RESUME.search(before) and not dated:
        return False
    # A relative clause describes: 负责o1模型的推理专家X.
    if scene.language == "zh" and re.search(rf"的[^,，]{{0,12}}{PERSON}", scene.text[trigger.end : clause.end]):
        return False
    return dated or bool(_CHANGE.search(before[-12:]))


def role_of(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """The title behind an appointment: 出任[首席人工智能官], named [chief executive] of …"""
    text = scene.text[trigger.end : clause.end]
    if scene.language == "en":
        text = (
            re.sub(rf"^[^{PERSON}]{{0,60}}{PERSON}(?:'s)?", "", text)
            if re.match(rf"[^{PERSON}]{{0,60}}{PERSON}", text)
            else text
        )
        match = re.match(
            rf"\s*(?:as\s)?(?:its\s|the\s|an?\s|their\s|his\s|her\s)?((?:[A-Za-z&'-]+\s){{0,5}}?(?:{'|'.join(sorted(roles('en').titles, key=len, reverse=True))}))\b",
            text,
            re.I,
        )
        return match[1].strip() if match else None
    text = re.sub(rf"^\s*{PERSON}?\s*[了为成任作]?\s*{ORG}?\s*的?\s*(?:新任|新|全球|该公司|公司)?", "", text)
    text = re.sub(rf"^[^{PERSON}]{{0,14}}{PERSON}\s*(?:为|担任|出任|任)?", "", text)
    cut = _ROLE_END.search(text)
    role = (text[: cut.start()] if cut else text).strip(" 「」“”为了" + ORG)
    if not 2 <= len(role) <= 24 or not re.search("|".join(map(re.escape, roles("zh").titles)), role):
        return None
    return role.replace(ORG, "")


def unit_of(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> str | None:
    """The unit or employer that gives the title."""
    inside = next(
        (c for c in scene.right(clause, trigger.start) if c.kind == "org" and c.start - trigger.end <= 40), None
    )
    if inside is not None and scene.language == "en":
        return inside.ids[0]
    if inside is not None and inside.start - trigger.end <= 8:
        return inside.ids[0]
    actor = next(
        (
            c
            for c in scene.left(clause, trigger.start)
            if c.kind == "org" and not behind(scene, c, re.compile(r"(?:从|自|离开|据)\s?$"))
        ),
        None,
    )
    if actor is not None:
        return actor.ids[0]
    if inside is not None:
        return inside.ids[0]
    position = scene.clauses.index(clause)
    for earlier in reversed(scene.clauses[:position]):
        found = next((c for c in earlier.chunks if c.kind == "org" and not behind(scene, c, _NOT_THE_UNIT)), None)
        if found is not None:
            return found.ids[0]
    if who.org and not who.former:
        return who.org
    return scene.memory.org or scene.memory.topic


_NOT_THE_UNIT = re.compile(r"(?:从|自|据|将|把|对|与|和|及|向|前)\s?$")


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
    yield Draft(
        "appoint", f"{rule}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=who.ids, to=unit, companies=companies, role=role,
    )  # fmt: skip
