"""Posts: the unit that gives an appointment its title."""

import re

from talent_tui.events.arguments import WHOSE_PART, behind, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.employers import employer_in_context, firm_of_sentence, named_before, only_describes
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a

_NOT_THE_UNIT = re.compile(
    r"(?:从|自|据|将|把|对|与|和|及|向|前|离开)\s?$|\b(?:from|to|joined|left|quit|for|with|than)\s(?:rival\s)?$"
)
_NOT_THE_ACTOR = re.compile(
    r"(?:从|自|离开|据|曾在|曾任职于|曾供职于|此前在|原在|原是)\s?$|\b(?:from|left|quit|leaving|quitting)\s(?:the\s|rival\s)?(?:[a-z-]+\s){0,3}$"
)
_COMES_FROM_IT = re.compile(r"\s?(?:出身|背景|系|旧部|旧人|老兵|资历)")
"""英特尔出身的X出任总裁: not at Intel."""
A_JOB = re.compile(
    r"\b(?:role|post|job|seat|chair|title|reins|position|duties|leadership|helm|team|unit|division|group|business"
    r"|programme|department|brief|portfolio|baton|keys|torch|mantle|responsibilities|desk|office|crown|controls"
    r"|operations|arm|branch|lab|studio|app|maker|firm|company|brand)\b"
)
"""What somebody may be given or may hand on."""
AS_BEFORE = re.compile(r"依旧|依然|仍旧|仍然|仍[由归]|继续[由归]|一直[由归]|仍将?由|(?:继续|仍|仍将)$")
"""Who leads as before has no new post: 继续|担任董事."""
_OF_SOME_FIRM = re.compile(
    r"\b(?:of|at)\s(?:an?|another|some)\s(?:[A-Za-z-]+\s){0,4}(?:company|firm|maker|start-up|startup|group|lab|bank"
    r"|studio)\b"
)
_TOP = re.compile(
    r"首席|CEO|CFO|CTO|COO|总裁|董事长|执行长|财务长|技术长|营运长|总经理|chief|president|chair", re.IGNORECASE
)
"""Titles of a whole firm rather than of one of its teams."""
_HAS_ITS_BOSS = re.compile(r"BU$|事业[部群]|事業[部群]|子公司|分公司|品牌$|集团$")
"""Parts of a firm that have a chief of their own: 华为车BU."""
_OF_THE_FIRM = re.compile(r"首席|CEO|CFO|CTO|COO|董事长|执行长|财务长|技术长|营运长|chief|chair", re.IGNORECASE)
"""The same where a unit was founded in the sentence: 总裁 and 总经理 may be the unit's."""


_TITLE_OF = re.compile(
    r"(?:,\s(?:who|whose|an?|the|its|one of|formerly|late of)\s[^;.]{3,90},)?\s(?:as\s|to be\s)?"
    r"(?:its\s|the\s)?(?:[a-z-]+\s){0,4}(?:chair\w*|chief|president|boss|head|director|editor"
    r"|executive|officer)(?:\s(?:and|executive|officer|chief|president|editor|[a-z-]+)){0,4}\s(?:of|at|for)\s(?:the\s)?(\ue001)(?!'s)"
)
"""Naming X chairman and chief executive of B."""
_IN_CHARGE_OF = re.compile(r",?\s(?:in charge|at the (?:head|helm|top)) of\s(?:the\s)?(\ue001)")


def unit_of(scene: Scene, clause: Clause, trigger: Trigger, who: Chunk) -> str | None:
    """The unit or employer that gives the title: named behind it, the one that acts, the one spoken of."""
    if scene.language == "en" and is_a(trigger.word, "gives_post") and who.start > trigger.end:
        charge = _IN_CHARGE_OF.match(scene.text, who.end) or _TITLE_OF.match(scene.text, who.end)
        if charge is not None:
            return scene.skeleton.name(charge.start(1)).entity
        giver = subject(scene, clause, trigger, ("org",))
        if giver is not None and not scene.memory.is_outlet(giver.ids[0]):
            # Meta installed the firm's chief, X, as …: who gives the post.
            return giver.ids[0]
    if scene.language == "en" and _OF_SOME_FIRM.search(scene.text, trigger.end, clause.end):
        # becomes chief executive of a Chinese memory maker: which one is not told.
        return None
    its = _of_what_is_named(scene, trigger) if scene.language == "en" else None
    if its is not None:
        return its
    inside = _named(scene, clause, trigger)
    if inside is not None and (scene.language == "en" or inside[1] <= 8):
        return inside[0]
    if (opens := firm_of_sentence(scene)) is not None:
        return opens
    called = _called_by_kind(scene, trigger)
    if called is not None:
        return called
    if scene.language == "en" and is_a(trigger.word, "replaces_whom"):
        # Neal Mohan succeeded her: where she was.
        old = following(scene, clause, trigger, ("person",), gap=24)
        memory = scene.memory
        # X is off to B; Y succeeds her: at what she leaves for it.
        gone = memory.former if old is not None and set(old.ids) & set(memory.joined_here) else memory.left
        left = next((gone.get(p) or memory.employer.get(p) for p in old.ids), None) if old is not None else None
        if left is not None:
            return left
    if scene.language == "en" and _HIS_JOB.match(scene.text, trigger.end):
        # X left A for B. Y has taken over her job: at A.
        memory, had_it = scene.memory, [p for p in scene.memory.person if p not in who.ids]
        left = next((memory.left.get(p) or memory.former.get(p) or memory.employer.get(p) for p in had_it), None)
        if left is not None:
            return left
    vacated = _vacated(scene, clause, trigger)
    if vacated is not None:
        return vacated
    before = marked(scene, clause, _OUT_OF, ("person",), until=trigger.start) if scene.language == "zh" else None
    if before is not None and before.start >= clause.start and _HANDS.match(scene.text, before.end):
        # A的X从Y手里接过董事长一职: where Y is.
        his_firm = before.org or next((scene.memory.employer.get(p) for p in before.ids), None)
        if his_firm is not None and his_firm != who.org:
            return his_firm
    made = makers(scene.text[trigger.end : clause.end]) if scene.language == "zh" and inside is None else []
    if made and made[0] in scene.memory.companies:
        # 接过百度搜索业务: where a product stands for its maker.
        return made[0]
    posted = _post_named(scene, clause, trigger) if scene.language == "zh" else None
    if posted is not None:
        return posted
    actor = next(
        (
            c
            for c in scene.left(clause, trigger.start)
            if c.kind == "org" and not behind(scene, c, _NOT_THE_ACTOR) and not _COMES_FROM_IT.match(scene.text, c.end)
        ),
        None,
    )
    if actor is not None and not scene.memory.is_outlet(actor.ids[0]) and not _approves(scene, trigger, actor):
        return actor.ids[0]
    if inside is not None:
        return inside[0]
    if scene.memory.founded_here is not None:
        # 成立B,X出任CEO: at what was founded.
        founded = scene.memory.founded_here
        company = scene.memory.companies.get(founded)
        unit = company is not None and company.kind in ("team", "lab")
        top = _OF_THE_FIRM.search(scene.text, trigger.end, min(clause.end, trigger.end + 12))
        return scene.memory.parent(founded) if unit and top else founded
    if who.ids and who.ids[0] in scene.memory.joined_here:
        # 加入A,出任…: the post is where the person has just come.
        return scene.memory.joined_here[who.ids[0]]
    if scene.language == "en" and scene.memory.headed and not (who.org and not who.former):
        return scene.memory.headed
    if trigger.word in ("留任", "续任", "连任") and who.org and not who.former and not who.implied:
        # A将B卖给C,B行政总裁X将留任: at B.
        return who.org
    found = _spoken_of(scene, clause, who.org if who.former else None)
    if found is not None:
        # A chief officer is the firm's, even where the sentence speaks of its laboratory.
        top = _TOP.search(scene.text, trigger.end, min(clause.end, trigger.end + 12))
        return scene.memory.parent(found) if top and not _has_own_boss(scene, found) else found
    if who.org and not who.former:
        # X, a partner at A, took over in September: A only owns the firm that is spoken of.
        promoted = any(t.word.lower().startswith(("promot", "elevat")) for t in scene.triggers)
        owns = scene.language == "en" and not promoted and _PARTNER.match(scene.text, who.end)
        return scene.memory.firm if owns and scene.memory.firm else who.org
    return employer_in_context(scene, who, trigger.start)


_HIS_JOB = re.compile(
    r"\s(?:his|her)\s(?:old\s|former\s)?(?:job|role|post|duties|seat|chair|place|position|responsibilities|portfolio|brief)\b"
)
_OUT_OF = re.compile(r"(?:从|自|由)[^,，。\ue000-\ue005]{0,6}$")
_HANDS = re.compile(r"(?:的)?手(?:里|中|上|头)?")
_ITS = re.compile(r"\s(?:as\s)?its\s")


def _of_what_is_named(scene: Scene, trigger: Trigger) -> str | None:
    """X, a veteran of A, joined B's board; a year later she was its chief executive: B's."""
    if not trigger.word.lower().startswith(("was", "became", "becomes", "is ")) or not _ITS.match(
        scene.text, trigger.end
    ):
        return None
    named = [o for o in named_before(scene, trigger.start) if not scene.memory.is_outlet(o)]
    return named[-1] if named else None


_REGION = re.compile(r"(?:新任|新设的?)?(中国|亚太|大中华|北美|欧洲|日本|台湾|香港)区?")


def branch_of(scene: Scene, unit: str, role: str) -> str:
    """星巴克的X出任中国首席增长官, in a text that names 星巴克中国: there."""
    region = _REGION.match(role)
    if region is None:
        return unit
    parts = (c for c in scene.memory.companies.values() if c.parent == unit and c.name.endswith(region[1]))
    return next((c.id for c in parts), unit)


def whole_firm(scene: Scene, unit: str, role: str) -> str:
    """Where a post is that a whole firm has, if a team that is spoken of was taken for it: 走马上任执行长."""
    company = scene.memory.companies.get(unit)
    group = scene.memory.topic if role.startswith(("集团", "母公司")) else None
    if group is not None and scene.memory.owner(unit) == group:
        # 不再兼任集团CFO, in a text about a part of the group.
        return group
    company_name = company.name if company is not None else ""
    if role.startswith("集团") and not company_name.endswith(("集团", "集團")):
        # 获指定接任集团总裁, where the text speaks of 长荣航空 and 长荣集团.
        groups = [c for c in scene.memory.companies.values() if c.name.endswith(("集团", "集團")) and len(c.name) > 2]
        of_its_name = [c for c in groups if c.name[:2] == company_name[:2]]
        if len(of_its_name) == 1:
            return of_its_name[0].id
    team = scene.language == "zh" and company is not None and company.kind == "team"
    its_firm = team and not _has_own_boss(scene, unit) and _OF_THE_FIRM.search(role)
    return scene.memory.parent(unit) or unit if its_firm else unit


def _has_own_boss(scene: Scene, unit: str) -> bool:
    company = scene.memory.companies.get(unit)
    return company is not None and _HAS_ITS_BOSS.search(company.name) is not None


_PARTNER = re.compile(
    r",?\s?(?:an?\s|the\s|one of the\s)?(?:[a-z-]+\s){0,2}(?:partner|co-?founder|founder|veteran|alum\w*)s?\s"
    r"(?:at|of|in|with|from)\b"
)


_GOES_TO_WHOM = re.compile(r"(?:一职|职务|职位|的?位[置子])?(?:则|将|改|转|暂|也|已)?(?:由|换[成为作])")


def _post_named(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """知乎CTO由孙斌接任: whose post it is."""
    for chunk in scene.left(clause, trigger.start):
        if chunk.kind == "group" and chunk.generic and chunk.org and _GOES_TO_WHOM.match(scene.text, chunk.end):
            return chunk.org
    return None


def _approves(scene: Scene, trigger: Trigger, actor: Chunk) -> bool:
    """监管总局核准X的行长任职资格: the bank's post, not the regulator's."""
    return "任职资格" in trigger.word and scene.memory.companies[actor.ids[0]].kind == "body"


_KIND_OF_UNIT = re.compile(
    r"(?:该|这个|这一|新)?(事业部|事业群|部门|研究院|研究所|实验室|中心|工作室|分公司|子公司|板块)的?"
)


def _called_by_kind(scene: Scene, trigger: Trigger) -> str | None:
    """被任命为事业部负责人: the unit of that kind that was named last, here or in the sentence before."""
    kind = _KIND_OF_UNIT.match(scene.text, trigger.end)
    if kind is None:
        return None
    near = (*reversed(scene.orgs(0, trigger.start)), *reversed(scene.memory.orgs))
    firms = (scene.memory.companies[o] for o in near)
    return next((f.id for f in firms if any(form.endswith(kind[1]) for form in (f.name, *f.aliases))), None)


_THE_POST = re.compile(r"(?:这一|该|其|此|的)(?:职务|职位|职|岗位|位置|位子)|空缺|帅印|遗缺|接力棒|董事会")


_HIS_POST = re.compile(
    r"\b(?:tak(?:es?|ing)|took|gets?|got|fill(?:s|ed)?|inherit(?:s|ed)?|step(?:s|ped)\sinto)\s(?:over\s)?"
    r"(?:the|his|her)\s(?:role|job|post|place|seat|position|chair|shoes)\b"
)


def _vacated(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """Where the post is that somebody takes over in the sentence that tells that it was left."""
    vacated = scene.memory.vacated
    if vacated is None:
        return None
    if scene.language == "en" and vacated[1] == scene.memory.previous[0] and _HIS_POST.search(scene.text, clause.start):
        # X retires, A said. Y, whom B had hired, takes the role: X's.
        return vacated[0]
    if vacated[1] != scene.skeleton.sentence.start:
        return None
    takes_over = is_a(trigger.word, "takes_over") or _THE_POST.search(scene.text, clause.start, clause.end)
    return vacated[0] if takes_over else None


def named_unit(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """The organisation right behind the trigger."""
    inside = _named(scene, clause, trigger)
    return inside[0] if inside is not None and inside[1] <= 8 else None


_WHOSE = re.compile(r"(?:'s|’s)\s(?:[a-z-]+\s){0,3}(?:affiliate|subsidiary|unit|arm|division|offshoot|brand|sister)\s")


def _its_part(scene: Scene, clause: Clause, chunk: Chunk) -> str | None:
    """Took over A's affiliate B: B."""
    behind_it = next((c for c in scene.right(clause, chunk.end) if c.kind == "org"), None)
    owned = behind_it is not None and _WHOSE.fullmatch(scene.text, chunk.end, behind_it.start)
    return behind_it.ids[0] if owned and behind_it is not None else None


def _named(scene: Scene, clause: Clause, trigger: Trigger) -> tuple[str, int] | None:
    """The organisation behind the trigger and how far behind: 出任MSL首席科学家."""
    for chunk in scene.right(clause, trigger.start):
        org = chunk.ids[0] if chunk.kind == "org" else chunk.org if chunk.kind == "group" else None
        if scene.language == "en" and chunk.kind == "org" and (part := _its_part(scene, clause, chunk)) is not None:
            return part, chunk.start - trigger.end
        if org is not None and chunk.start - trigger.end <= 40:
            return org, chunk.start - trigger.end
    return None


def _spoken_of(scene: Scene, clause: Clause, outside: str | None) -> str | None:
    position = scene.clauses.index(clause)
    for earlier in reversed(scene.clauses[:position]):
        for chunk in earlier.chunks:
            if scene.language == "en" and chunk.kind == "org" and only_describes(scene, chunk.ids[0]):
                continue
            if WHOSE_PART.match(scene.text, chunk.end):
                # A旗下的B,X出任CEO: at B.
                continue
            free = chunk.kind == "org" and not behind(scene, chunk, _NOT_THE_UNIT) and chunk.ids[0] != outside
            if free and not scene.memory.is_outlet(chunk.ids[0]) and not scene.is_parent(chunk.ids[0]):
                return chunk.ids[0]
    return None
