"""Appointments: a new title, team or boss, or the loss of one, inside an organisation."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.appointees import WHO_RUNS, appointee, from_elsewhere
from talent_tui.events.arguments import BY, behind, following
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.movers import in_context, moves
from talent_tui.events.newcomers import GOES_TO, another_employer, comes_from, new_employer, one_house
from talent_tui.events.no_post import is_no_post
from talent_tui.events.origins import where_he_worked
from talent_tui.events.posts import A_JOB, branch_of, named_unit, unit_of, whole_firm
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG, PERSON
from talent_tui.events.titles import role_in, role_of, role_within
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_THE_SEAT = re.compile(
    r"了?\s?(?:[^,，。;；\ue000-\ue005]{0,8}的)?(?:权杖|帅印|印信|兵符|接力棒|大旗|大权|位[子置]|交椅|宝座|棒子|担子|摊子|方向盘|教鞭)"
)
"""接过权杖: a post without its title."""
_THE_BOARD = re.compile(r"\s(?:\ue001(?:['’]s)?|its|the)\s(?:[a-z]+\s){0,2}board\b(?!\s(?:room|member|meeting|level))")
_CHANGES_HANDS = re.compile(r"换人|换将|换帅|易主|易人|更迭|空缺|悬空")
_CHANGE = re.compile(
    r"由|将|已|正式|宣布|任命|现在|改|转|调|开始|起|如今|新|获|被|交|此后|随后|后来|协同|出任|并|则|又|直接"
)


_RESUME = re.compile(r"曾|此前|之前|历任|先后|早年|早期|过去|期间|以来|一直|时期")


def appoint(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """由X出任Y, A任命X为Y, X升任Y, X向Z汇报; A named X Y, X became Y."""
    if is_no_post(scene, clause, trigger):
        return
    who = appointee(scene, clause, trigger)
    if who is None or who.kind != "person":
        return
    comes = scene.language == "zh" and scene.text.endswith("来自", 0, who.start)
    if is_a(trigger.word, "fills_gap") and not _CLAUSE_ENDS.match(scene.text, trigger.end):
        # 补上芯片这块短板: no post.
        return
    if is_a(trigger.word, "needs_person_near") and who.end <= clause.start:
        return
    if is_a(trigger.word, "needs_in_charge") and not _IN_CHARGE.match(scene.text, who.end):
        return
    if is_a(trigger.word, "state") and not _is_event(scene, clause, trigger):
        return
    if scene.language == "en" and _is_reporting(trigger):
        yield from _reports(scene, clause, trigger, who)
        return
    role = role_of(scene, clause, trigger)
    elsewhere = new_employer(scene, clause, trigger, who)
    unit = unit_of(scene, clause, trigger, who)
    if role is not None and unit is not None and unit not in scene.orgs(clause.start, clause.end):
        unit = whole_firm(scene, unit, role)
    unit = branch_of(scene, unit, role) if role is not None and unit is not None else unit
    named = named_unit(scene, clause, trigger)
    known = scene.memory.employer.get(who.ids[0]) if len(who.ids) == 1 else None
    hired = known or trigger.word.startswith("受聘")
    if is_a(trigger.word, "engages") and not who.org and named and hired and scene.memory.parent(named) != known:
        # 今年又受聘成为大学的教授: a second employer.
        for draft in moves(scene, clause, trigger, "join", who, None, named, "engaged"):
            draft.role, draft.from_ = role, None
            yield draft
        return
    comes = comes or (who.former and is_a(trigger.word, "gives_post_to_object") and not one_house(scene, who.org, unit))
    if elsewhere is None and (comes or is_a(trigger.word, "engages")) and who.org and unit and who.org != unit:
        # 美光前主管X获聘出任CEO: somebody from elsewhere comes with the post.
        for draft in moves(scene, clause, trigger, "join", who, who.org, unit, "engaged"):
            draft.role = role
            yield draft
        return
    worked = where_he_worked(scene, who) if len(who.ids) == 1 else None
    worked = worked or (_lent_by(scene, trigger, who, role) if named is not None else None)
    if worked is not None and unit is not None and elsewhere is None and not one_house(scene, worked, unit):
        # 在A做研究的X给B当起了首席科学家.
        for draft in moves(scene, clause, trigger, "join", who, worked, unit, "post at a new employer"):
            draft.role = role
            yield draft
        return
    source = comes_from(scene, clause, trigger, who, named)
    if source is not None:
        # 从A转任B执行长, 由A调任: from one employer to another, with the post.
        for draft in moves(scene, clause, trigger, "join", who, *source, "post at a new employer"):
            draft.role = role
            if named is None:
                draft.weak.append("employer from context")
            yield draft
        return
    moved_on = another_employer(scene, trigger, who, named)
    if moved_on is not None and named is not None:
        # 2024年从C被挖到A,今年转任B执行长: from A, as the text has told.
        for draft in moves(scene, clause, trigger, "join", who, None, named, "post at a new employer"):
            draft.role = role
            yield draft
        return
    if elsewhere is None and is_a(trigger.word, "bare_post") and not _is_bare_post(scene, clause, trigger, role):
        return
    if elsewhere is not None:
        old = scene.memory.about if who.title and not who.org and scene.memory.about != elsewhere else None
        for draft in moves(scene, clause, trigger, "join", who, old, elsewhere, "post at a new employer"):
            draft.role = role
            if old is not None:
                draft.weak.append("origin from context")
            yield draft
        return
    if role is None and is_a(trigger.word, "takes_office"):
        # 总经理X2018年上任: the title that he has by now. CEO换人,X上任: whose post is free.
        earlier = scene.clause_before(clause) if scene.language == "zh" else None
        free = earlier is not None and _CHANGES_HANDS.search(scene.text, earlier.start, earlier.end)
        role = who.title or (role_within(scene.text[earlier.start : earlier.end]) if free and earlier else None)
    chosen = is_a(trigger.word, "gives_post") and scene.language == "en" and _A_SEARCH.search(scene.text)
    seat = (_THE_SEAT if scene.language == "zh" else _THE_BOARD).match(scene.text, trigger.end, clause.end)
    if role is None and is_a(trigger.word, "needs_role") and not chosen and not seat:
        return
    if _only_an_aim(scene, clause, trigger):
        return
    runs = WHO_RUNS.match(scene.text, who.head + 1) if scene.language == "en" else None
    if runs is not None and named is None and unit == scene.skeleton.name(runs.start(1)).entity:
        # X, who runs A, will take over: not A, but what the text is about.
        unit = scene.memory.firm or unit
    outside = from_elsewhere(scene, clause, trigger, who, unit) if scene.language == "en" else None
    if outside is not None:
        # X, late of A, became chief executive of B: with the post comes the employer.
        for draft in moves(scene, clause, trigger, "join", who, outside, unit, "post at a new employer"):
            draft.role = role
            yield draft
        return
    if is_a(trigger.word, "needs_unit_word") and not A_JOB.search(scene.text, trigger.end, clause.end):
        return
    for one, title in _each_his_own(scene, clause, trigger, who) or [(who, role)]:
        for draft in drafts(scene, clause, trigger, one, unit, title, "appoint"):
            draft.predecessor = _predecessor(scene, clause, trigger, who)
            if draft.weak and unit is not None and unit in {scene.memory.employer.get(p) for p in draft.predecessor}:
                # A的X从Y手里接过董事长一职: where Y is, whatever is known of X.
                draft.weak = ["organisation of the one before"]
            yield draft


_OF_THE_FIRM = re.compile(r"\ue001\s?的")
_BESIDE_HIS_JOB = re.compile(r"董事(?!长)|监事|顾问|委员|理事|会长|教授|评委|代言|嘉宾|主席团|合伙人|导师|院士|形象")


def _lent_by(scene: Scene, trigger: Trigger, who: Chunk, role: str | None) -> str | None:
    """A的X出任B首席科学家: comes from A, unless the post is one that he may hold beside his own."""
    if scene.language != "zh" or len(who.ids) != 1 or who.implied or who.end > trigger.start or role is None:
        return None
    ours = _OF_THE_FIRM.match(scene.text, who.start) and not _BESIDE_HIS_JOB.search(role)
    return who.org if ours else None


_AND = {"zh": re.compile(r"[、和与及]|以及"), "en": re.compile(r",? and |, ")}
_RESPECTIVELY = re.compile(r",?\s?respectively\b")


def _each_his_own(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> list[tuple[Chunk, str | None]]:
    """X、Y分别出任主席和CEO; X and Y became chairman and president, respectively: each his own title."""
    chinese = scene.language == "zh"
    parts = scene.text[who.end : trigger.end] if chinese else scene.text[clause.end - 1 : clause.end + 16]
    if len(who.ids) < 2 or not ("分别" in parts if chinese else _RESPECTIVELY.search(parts)):
        return []
    titles = [
        part.strip(f" {ORG}'s的,，。.") for part in _AND[scene.language].split(scene.text[trigger.end : clause.end])
    ]
    if len(titles) != len(who.ids) or not all((role_within if chinese else role_in)(title) for title in titles):
        return []
    return [
        (msgspec.structs.replace(who, ids=(person,), orgs=tuple(o for o in who.orgs if o[0] == person)), title)
        for person, title in zip(who.ids, titles, strict=True)
    ]


def _is_reporting(trigger: Trigger) -> bool:
    """Whether a word tells whom somebody reports to."""
    return "report" in trigger.word or "answer" in trigger.word


_CLAUSE_ENDS = re.compile(r"了?\s?(?:[,，。;；、]|$)")
_REPLACES = re.compile(r"^(?:了)?(?:[^,，。\ue000-\ue005]{0,12}的)?[^,，。\ue000-\ue005]{0,6}$")


_OUT_OF_HANDS = re.compile(r"(?:从|自)[^,，。\ue000-\ue005]{0,6}$|\bfrom\s(?:his\s)?(?:predecessor\s)?$")


def _predecessor(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> tuple[str, ...]:
    """Whose post it was, where the clause itself says: 接替Y, 从Y手中接过, succeeds Y, takes over from Y."""
    if scene.language == "zh" and is_a(trigger.word, "replaces_whom") and behind(scene, who, BY["zh"]):
        # X去年11月被Y接替: X had it.
        old = in_context(scene, clause, trigger) or next((c for c in scene.chunks if c.kind == "person"), None)
        return old.ids if old is not None and not set(old.ids) & set(who.ids) else ()
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


def _reports(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> Iterator[Draft]:
    """X will report to Z."""
    boss = following(scene, clause, trigger, ("person",), gap=30)
    if boss is None or boss.ids == who.ids:
        return
    for draft in drafts(scene, clause, trigger, who, unit_of(scene, clause, trigger, who), None, "reports to"):
        draft.people = (*draft.people, *boss.ids)
        yield draft


_IN_CHARGE = re.compile(
    r"(?:,\s(?:who|whom|whose)\s[^,;.]{3,60},|,?)\s(?:[a-z]+\s)?"
    r"(?:in (?:charge|command|control|his place|her place|the (?:chair|job|hot seat|top job|post))"
    r"|at the (?:helm|head|top|wheel|controls)|on top|forward as)\b"
)
_CANDIDATE = re.compile(
    r"\b(?:running|contend\w+|candidates?|front-?runners?|favou?rites?|tipped|hop(?:es|ed|ing)|wants?|wanted|ambitions?"
    r"|chances?|race|likely|groomed|keen|unwilling|reluctant|asked|offered|refused|declined|supposed|needed|who|how)\s$"
)
"""In the running to succeed him: nobody has the post."""
_A_SEARCH = re.compile(r"\b(?:board|search|successors?|succeed|replace|job|post|role|chief|boss|top)\b")


def _only_an_aim(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """X left A to run a shop: what nobody knows by name is no post at A."""
    if scene.language != "en" or not trigger.word.lower().startswith("to "):
        return False
    if _CANDIDATE.search(scene.before(clause, trigger.start, 60)):
        return True
    left = any(
        {"leave"} & set(t.frames) and not {"appoint"} & set(t.frames) and t.end <= trigger.start
        for t in clause.triggers
    )
    return left and not any(c.kind == "org" for c in scene.right(clause, trigger.end))


def _is_event(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a state word tells of a change: dated, or with a word of change; a résumé line is none."""
    before = scene.text[clause.start : trigger.start]
    dated = bool(scene.dates(clause.start, clause.end)) or _goes_on(scene, clause, trigger)
    reports = _is_reporting(trigger)
    if scene.language == "en" and not dated and not reports and not _WHO.match(scene.text, clause.start):
        # In May A left; B inherited his team: the sentence is dated, and no relative clause only describes.
        dated = bool(scene.dates(0, clause.start))
    if _RESUME.search(before) and not dated:
        return False
    # A relative clause describes: 负责o1模型的推理专家X.
    if scene.language == "zh" and re.search(rf"的[^,，]{{0,12}}{PERSON}", scene.text[trigger.end : clause.end]):
        return False
    return dated or bool(_CHANGE.search(before[-12:]))


_WHO = re.compile(r"\s*(?:who|whose|which|where)\b")
_THEN = re.compile(r"此后|随后|之后|其后|后来|现|转|改|赴|接着|继而|最终|旋即|再")


def _goes_on(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """此后赴美,担任顾问; 离开A,到B担任顾问; X退休,Y担任CEO: an earlier clause tells the change that this is part of."""
    earlier = scene.clauses[: scene.clauses.index(clause)]
    if not earlier or scene.language != "zh" or _RESUME.search(scene.text, earlier[-1].start, clause.end):
        return False
    own = any(c.kind == "person" for c in clause.chunks) or GOES_TO.search(scene.text, clause.start, trigger.start)
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
    here = unit in scene.orgs(clause.start, clause.end) or (
        unit == who.org and not who.implied and who.end > clause.start
    )
    named = here or unit == who.org or unit in scene.orgs(0, len(scene.text))
    yield Draft(
        "appoint", f"{rule}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=who.ids, to=unit, companies=companies, role=role,
        # Measured on articles not seen before: right in 10 cases of 24 where another clause names the organisation.
        weak=[] if here else ["organisation from another clause" if named else "organisation from context"],
    )  # fmt: skip
