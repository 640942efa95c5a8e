"""Losing a post inside an organisation: who steps down, is stripped of a role, or hands it back."""

import re
from collections.abc import Iterator

from talent_tui.events.appointments import drafts
from talent_tui.events.arguments import OBJECT, following, marked
from talent_tui.events.draft import Draft
from talent_tui.events.employers import employer_in_context
from talent_tui.events.movers import in_context, moves
from talent_tui.events.posts import named_unit, whole_firm
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG
from talent_tui.events.subjects import subject
from talent_tui.events.titles import role_of, role_within
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a


def lose_role(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X失去对…的管理权, X卸任Y: the loss of a role inside the organisation."""
    who = marked(scene, clause, OBJECT[scene.language], ("person",)) or subject(scene, clause, trigger, ("person",))
    who = who or in_context(scene, clause, trigger)
    done_to_him = _DONE_TO_HIM.search(scene.text, clause.start, trigger.start)
    if scene.language == "zh" and is_a(trigger.word, "ends_post") and not done_to_him:
        # 董事会罢免了X的CEO职务: on whom it is done.
        who = following(scene, clause, trigger, ("person",), gap=6)
    if scene.language == "en" and _TAKES_FROM.match(trigger.word):
        # Google stripped X of her duties: on whom it is done.
        who = following(scene, clause, trigger, ("person",), gap=24)
    if who is None or cue(scene.language, "negated").search(scene.before(clause, trigger.start, 8)):
        return
    if scene.language == "zh" and scene.text.startswith("的", trigger.end):
        # 已退居幕后的X: only describes who does something else.
        return
    if scene.language == "zh" and _DEMANDED.search(scene.text, clause.start, trigger.start):
        # 联名举报X,要求把他撤换: nobody has done it.
        return
    if _NO_POST_AT_ALL.match(scene.text, trigger.end) or (
        is_a(trigger.word, "ends_post") and _ALL_POSTS.match(scene.text, trigger.end, clause.end)
    ):
        # 辞职后不再担任公司任何职务: he has left.
        unit = named_unit(scene, clause, trigger)
        employer = unit or employer_in_context(scene, who, clause.start)
        yield from moves(scene, clause, trigger, "leave", who, employer, None, "leave", guessed=unit is None)
        return
    rest = scene.text[trigger.start : clause.end]
    role = role_of(scene, clause, trigger)
    stops = is_a(trigger.word, "stops_being")
    if role is None and trigger.word in ("交棒", "交班"):
        role = who.title or trigger.word
    if role is None and len(rest) <= len(trigger.word) + 2 and not who.former and not stops:
        # 负责人X卸任: what nothing behind it names is the title that X has.
        role = who.title or trigger.word
    if role is None and stops:
        role = role_within(scene.text[clause.start : trigger.start])
        if role is None:
            return
    if scene.language == "en" and role is None and trigger.word.lower().endswith(" from"):
        firm = following(scene, clause, trigger, ("org",), gap=5)
        if firm is not None:
            # Was removed from A: not from a post there.
            yield from moves(scene, clause, trigger, "leave", who, firm.ids[0], None, "leave")
            return
    if scene.language == "en" and is_a(trigger.word, "gives_way"):
        # Co-founder X made way: of his post.
        role = role or who.title or "chief"
    unit = named_unit(scene, clause, trigger)
    company = scene.memory.companies.get(unit or "")
    part = company is not None and company.kind in ("lab", "team")
    if (
        role is None
        and not part
        and not re.search(
            r"权|职|岗|调离|团队|部门|管|边缘化|停职|交出|group|team|unit|division|role|title|post|job|duties|responsibilities|powers|chairmanship|presidency|directorship|editorship"
            r"|demoted|(?:day-to-day|operational|executive) (?:control|management|running|duties)",
            rest,
        )
    ):
        return
    if unit is None:
        unit = employer_in_context(scene, who, clause.start)
        unit = whole_firm(scene, unit, role) if unit is not None and role is not None else unit
    # The word itself stood for a title that nobody tells.
    role = None if role == trigger.word else role
    yield from drafts(scene, clause, trigger, who, unit, role, "loses role")


_DONE_TO_HIM = re.compile(r"(?:被|遭)[^,，。;；]{0,10}$")
"""X被A免去B一职: on who stands before it."""
_TAKES_FROM = re.compile(r"(?:strip|reliev)\w+ …", re.IGNORECASE)
_NO_POST_AT_ALL = re.compile(
    rf"(?:{ORG}|本?公司|该公司|集团|本?行)?(?:的)?(?:全职)?(?:雇员|员工|职员)|(?:{ORG}|本?公司|该公司|集团|本?行)?(?:及其?[^,，。;；]{{0,8}})?的?(?:任何|其他|其它|一切)(?:的)?(?:管理|领导|行政)?(?:职务|职位|岗位|职)"
)
_ALL_POSTS = re.compile(r"[^,，。;；]{0,14}(?:一切|全部|所有)(?:的)?(?:党内外|行政|领导|管理)?职务")
_DEMANDED = re.compile(r"(?:要求|呼吁|主张|提议|请求|扬言|威胁)[^,，。]{0,10}$")
