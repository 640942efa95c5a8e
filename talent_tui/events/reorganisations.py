"""What happens to organisations: split, merged, dissolved, restructured."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import FROM, following, marked
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import leader_of, subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_PART = re.compile(
    r"团队|部门?(?:门|(?=[^门分落署]))|事业[群部]|业务|板块|集团|组|中心|研究院|实验室|子公司|分公司|体系|条线|平台"
)
"""A part of a firm: 取消事业部制, not 取消订单."""


_TAKEN_IN = re.compile(
    r"\s(?:(?!lessons?\b|losses|costs?\b|tariffs|blows?\b)[a-z-]+\s){0,3}(?:\ue001|[A-Z])|\s(?:by|into)\b"
)


_INTO = ("成", "为")
_OUT_OF_IT = re.compile(r"(?:程序)?(?:中|里)(?!心|国|文|东|层)")


def reorganise(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A重组, 把B拆成…, B并入C, 解散B; A merged B into C."""
    if is_negated(scene, clause, trigger):
        return
    if is_a(trigger.word, "takes_in_firm") and not _TAKEN_IN.match(scene.text, trigger.end):
        # Absorbed the lessons, or tariffs: no firm.
        return
    if scene.language == "zh" and _OUT_OF_IT.match(scene.text, trigger.end):
        # 从破产重整中接手A: what it came out of.
        return
    opens = scene.clause_before(clause) or clause
    dated = bool(scene.dates(opens.start, clause.end))
    if not dated and (_AFTER_IT.match(scene.text, trigger.end) or scene.text[: trigger.start].endswith("的")):
        # 合并之后…, A的整合: spoken of, not told.
        return
    if is_a(trigger.word, "needs_origin") and marked(scene, clause, FROM["zh"], ("org",), until=trigger.start) is None:
        return
    split_off = marked(scene, clause, FROM["zh"], ("org",)) if scene.language == "zh" else None
    if is_a(trigger.word, "needs_part") and not (split_off or _PART.search(scene.text, clause.start, clause.end)):
        return
    actor = subject(scene, clause, trigger, ("person", "org"))
    orgs = scene.orgs(clause.start, clause.end)
    if not orgs and actor is not None and actor.kind == "org":
        orgs = [*actor.ids]
    firm = scene.memory.companies.get(actor.ids[0]) if actor is not None and actor.kind == "org" else None
    if (
        scene.language == "zh" and trigger.word.startswith("解散") and firm is not None and firm.kind == "firm"
        and not scene.text[trigger.end : clause.end].strip("了 ,，。;；")
    ):  # fmt: skip
        # 航空公司宣布解散: the firm itself is shut down, no part of it.
        yield draft_of("freeze", scene, clause, trigger, actor, companies=(firm.id,))
        return
    guessed = not orgs
    if not orgs and (scene.memory.firm or scene.memory.org):
        orgs = [scene.memory.firm or scene.memory.org or ""]
    if not orgs:
        return
    # X在B任职期间,A解散了…: an organisation that acts in the clause itself goes before who opens the sentence.
    acts = actor is not None and actor.start >= clause.start and firm is not None and firm.kind not in ("lab", "team")
    people = (() if acts else leader_of(scene)) or (actor.ids if actor is not None and actor.kind == "person" else ())
    companies = (*orgs, *parents(scene, orgs))
    talks = len(orgs) > 1 and _MERGER_TALKS.search(scene.text, clause.start, trigger.start)
    if talks or (is_a(trigger.word, "merges") and _are_strangers(scene, [*orgs, *(actor.ids if actor else ())])):
        # 正评估与B合并, A merges with B: two firms that have nothing to do with each other make a deal.
        buyer = (
            actor.ids[0] if actor is not None and actor.kind == "org" and is_a(trigger.word, "takes_in_firm") else None
        )
        yield draft_of("deal", scene, clause, trigger, actor, to=buyer, companies=companies)
        return
    made = following(scene, clause, trigger, ("org",), gap=3) if trigger.word.endswith(_INTO) else None
    if made is not None:
        # 捏合成A板块,由X任总裁: of A.
        scene.memory.founded_here = made.ids[0]
    draft = draft_of("reorganise", scene, clause, trigger, actor, companies=companies, people=people)
    if guessed:
        draft.weak.append("organisation from context")
    yield draft


def _are_strangers(scene: Scene, orgs: list[str]) -> bool:
    """Whether two firms are named, none the parent of the other and none of one parent."""
    companies = [scene.memory.companies[o] for o in dict.fromkeys(orgs) if o in scene.memory.companies]
    firms = [c for c in companies if c.kind not in ("team", "lab", "outlet")]
    houses = {c.parent or c.id for c in firms}
    return len(firms) > 1 and len(houses) == len(firms) and len(firms) == len(companies)


def parents(scene: Scene, orgs: list[str]) -> list[str]:
    """The owners of some laboratories and teams, where they have one."""
    return [p for o in orgs if (p := scene.memory.parent(o)) and p != o]


_MERGER_TALKS = re.compile(r"(?:评估|洽谈|谈判|磋商|商讨|探讨|考虑)[^,，]{0,6}(?:与|和|跟|同)")
_AFTER_IT = re.compile(r"\s?(?:之后|以后|后(?!的)|期间|过程)")
