"""Joining where the clause does not name the employer: at the firm that is spoken of, or where somebody has gone."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import FROM, behind, following, is_preposed, marked
from talent_tui.events.draft import Draft
from talent_tui.events.employers import named_before
from talent_tui.events.movers import PEOPLE, mover, moves
from talent_tui.events.origins import origin, where_he_worked
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import acting_firm
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a


def to_the_firm_itself(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """今年4月才从A过来, will join on May 4 from A: to the firm that the article is about."""
    if trigger.word.lower() == "followed":
        yield from _followed(scene, clause, trigger)
        return
    if is_a(trigger.word, "comes_with"):
        payer, parties = scene.memory.deal
        bought = [o for o in parties if o != payer]
        who = mover(scene, clause, trigger)
        if payer is not None and bought and who is not None and who.kind == "person":
            # OpenAI bought Statsig; its founder came with it.
            yield from moves(scene, clause, trigger, "join", who, bought[0], payer, "came with")
        return
    if is_a(trigger.word, "comes_along"):
        gone = list(scene.memory.joined_here.values())
        who = mover(scene, clause, trigger)
        if gone and who is not None and who.kind == "person":
            origin_ = next((f for p, f in scene.memory.former.items() if p in scene.memory.joined_here), None)
            yield from moves(scene, clause, trigger, "join", who, origin_, gone[-1], "join")
        return
    if is_a(trigger.word, "starts_on_a_day"):
        yield from _starts(scene, clause, trigger)
        return
    led = marked(scene, clause, _FOLLOWING, ("person",), until=trigger.start)
    new = next((scene.memory.employer[p] for p in led.ids if p in scene.memory.employer), None) if led else None
    if led is not None and new is not None:
        # 5名老部属已随X过档: to where X has gone.
        others = [c for c in scene.left(clause, trigger.start) if c.kind in PEOPLE and c.end <= led.start]
        old = next((scene.memory.former[p] for p in led.ids if p in scene.memory.former), None)
        if others:
            yield from moves(scene, clause, trigger, "join", others[0], old, new, "join")
        return
    aboard = is_a(trigger.word, "comes_aboard")
    if scene.language == "en" and scene.memory.firm and (aboard or _BARE_JOIN.match(scene.text, trigger.end)):
        # …, who joined in 2014: the firm that the paragraph is about.
        who = mover(scene, clause, trigger)
        if (
            who is not None
            and trigger.word.lower().startswith("arrive")
            and not _ARRIVES.fullmatch(scene.text, who.end, trigger.start)
        ):
            # Were back before the month arrived: nobody comes to a firm.
            return
        if who is not None and who.kind == "person":
            acting = acting_firm(scene, clause.start)
            # A bought B, whose founder joined: A, not B again.
            firm = acting if acting is not None and scene.memory.firm == who.org else scene.memory.firm
            if acting is not None and any("hire" in t.frames and t.end <= clause.start for t in scene.triggers):
                # A has raided B again: X comes aboard as chairman: A's.
                firm = acting
            old = origin(scene, clause, None, firm) or (who.org if firm == acting != scene.memory.firm else None)
            yield from moves(scene, clause, trigger, "join", who, old, firm, "join", guessed=True)
        return
    source = marked(scene, clause, FROM[scene.language], ("org",))
    if source is None and trigger.word.endswith("过来") and is_a(trigger.word, "comes_over"):
        yield from _came_too(scene, clause, trigger)
        return
    if source is None:
        announced = list(_announced(scene, clause, trigger)) if is_a(trigger.word, "arrives") else []
        bare = scene.language == "zh" and is_a(trigger.word, "joins_bare")
        yield from announced
        if not announced and bare and _ENDS_THERE.match(scene.text, trigger.end):
            yield from _entered(scene, clause, trigger)
        return
    to = scene.memory.firm
    if scene.language == "en" and _WHO.match(scene.text, clause.start):
        # Anthropic's catch is X, who came from Stripe: to the firm of the main clause.
        named = [
            c.ids[0] for c in scene.chunks if c.kind == "org" and c.end <= clause.start and c.ids[0] not in source.ids
        ]
        to = next((o for o in named if not scene.memory.is_outlet(o)), to)
    behind_it = scene.right(clause, source.end) if scene.language == "en" else []
    to = next((c.ids[0] for c in behind_it if c.kind == "org" and behind(scene, c, _AS_CHIEF_OF, 60)), to)
    if to is None or to in source.ids or len(source.ids) > 1:
        return
    if not is_a(trigger.word, "comes_over"):
        return
    described = next((c for c in scene.right(clause, trigger.end) if c.kind == "person"), None)
    relative = described is not None and scene.text[trigger.end : described.start] == "的"
    who = described if relative else mover(scene, clause, trigger)
    if who is None:
        return
    yield from moves(scene, clause, trigger, "join", who, source.ids[0], to, "join", guessed=True)


def _came_too(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X投奔A;B的Y也在下半年转投过来: to A, else to the firm that is spoken of."""
    who = mover(scene, clause, trigger)
    old = (where_he_worked(scene, who) or who.org) if who is not None and who.kind == "person" else None
    memory = scene.memory
    spoken_of = (*reversed(memory.joined_here.values()), memory.firm, *reversed(memory.orgs))
    to = next((o for o in spoken_of if o not in (None, old)), None)
    if who is not None and old is not None and to is not None:
        yield from moves(scene, clause, trigger, "join", who, old, to, "join", guessed=True)


_AS_CHIEF_OF = re.compile(r"\bas\s[^,.;\ue001]{3,40}\s(?:of|at)\s(?:the\s)?$")
"""Will arrive from B as chief executive of A."""
_WHO = re.compile(r"\s*who\b")
_ON_A_DAY = re.compile(r"\s?\ue002")
_WHERE = re.compile(r"\s*where\b")


def _starts(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """Was named A's chief on Monday; he starts on May 3. Turned out to be A, the owner of B, where he starts in May."""
    who = mover(scene, clause, trigger)
    if who is None or who.kind != "person" or len(who.ids) != 1 or not _ON_A_DAY.match(scene.text, trigger.end):
        return
    to = scene.memory.posts.get(who.ids[0])
    if _WHERE.match(scene.text, clause.start):
        before = named_before(scene, clause.start)
        to = before[-1] if before else None
    if to is None:
        return
    memory = scene.memory
    left = (memory.left.get(who.ids[0]), memory.employer.get(who.ids[0]), *memory.careers.get(who.ids[0], ()))
    old = next((o for o in left if o not in (None, to)), None)
    yield from moves(scene, clause, trigger, "join", who, old, to, "starts", guessed=True)


def _entered(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A引入的外部人员包括:B前总裁X,2017年11月入职: at the firm that opens the sentence, else the one spoken of."""
    who = mover(scene, clause, trigger)
    done = scene.text[: trigger.start].endswith(("已", "已经", "正式"))
    if who is None or who.kind != "person" or not (done or scene.dates(clause.start, trigger.start)):
        return
    opens = next((c for c in scene.chunks if c.kind == "org" and c.end <= who.start), None)
    hires = opens is not None and any("hire" in t.frames for t in scene.triggers if t.start < who.start)
    known = next((scene.memory.employer.get(p) for p in who.ids), None)
    to = opens.ids[0] if hires and opens is not None else known if known != who.org else None
    old_hand = _OLD_HAND.search(scene.text, 0, trigger.start)
    if old_hand is not None:
        # X是A老人,1998年入职.
        to = scene.skeleton.name(old_hand.start(1)).entity
    from_ = who.org
    hails = _HAILS_FROM.search(scene.text, 0, trigger.start)
    if hails is not None:
        # 后者来自A,明年1月到岗: to whom the text speaks of, not to A.
        from_ = scene.skeleton.name(hails.start(1)).entity
        to = next((o for o in (to, scene.memory.firm, *reversed(scene.memory.orgs)) if o not in (None, from_)), None)
        if to is None:
            return
    to = to or scene.memory.firm
    if to is None or (who.org == to and who.former):
        return
    from_ = from_ if from_ != to else None
    yield from moves(scene, clause, trigger, "join", who, from_, to, "entered", guessed=True)


_HAILS_FROM = re.compile(r"(?:他|她|后者|\ue000)(?:则|也)?(?:是)?来自[^,，。;；\ue000\ue001]{0,4}(\ue001)\s?[,，]")
_OLD_HAND = re.compile(r"(?:是|乃|属于?)(\ue001)(?:的)?(?:老人|元老|老员工|老臣|老将|旧将|老兵|老部下)")
_ENDS_THERE = re.compile(r"了?\s?(?:[,，。;；、)）]|$|(?:担任|出任|任|负责|做|教|当|至今))")


def _followed(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """Y followed him: to where he has just gone."""
    first = following(scene, clause, trigger, ("person",), gap=2)
    who = mover(scene, clause, trigger)
    memory = scene.memory
    if first is None and who is not None and memory.left and _ONLY_WHEN.match(scene.text, trigger.end):
        # X left A in 2023; Y followed in February.
        old = who.org or list(memory.left.values())[-1]
        yield from moves(scene, clause, trigger, "leave", who, old, None, "followed")
        return
    if first is None or who is None or not first.ids or first.ids[0] not in memory.former:
        return
    new, old = memory.employer.get(first.ids[0]), memory.former[first.ids[0]]
    named = next((c for c in scene.right(clause, first.end) if c.kind == "org" and behind(scene, c, _TO_WHERE)), None)
    new = named.ids[0] if named is not None else new
    if new is not None and new != old:
        yield from moves(scene, clause, trigger, "join", who, old, new, "followed")


_ONLY_WHEN = re.compile(r"(?:\ssuit)?\s(?:in\s|on\s|only\s|late in\s|early in\s)?\ue002|\ssuit\b|(?:\ssuit)?\s?[.;]")
_TO_WHERE = re.compile(r"\b(?:to|into|over to|out to)\s(?:the\s|rival\s)?$")
_ARRIVES = re.compile(
    r"(?:\s(?:only|just|himself|herself|had|has|first|then|later|finally|duly|also|who))*,?\s?(?:who)?\s?"
)
_BARE_JOIN = re.compile(
    r"\s(?:(?:back|only|again|there)\s)?(?:(?:back\s)?in\s|on\s|last\s|earlier\s)?\ue002|\s?[,.;]"
    r"|\s(?:as|from)\s(?!a result)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"(?:随|跟随|跟着|追随|随着)\s?$")


def _announced(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A宣布, X加盟: to the organisation that announces it."""
    position = scene.clauses.index(clause)
    told = next((t.start for t in clause.triggers if "say" in t.frames and t.start < trigger.start), clause.start)
    announcers = [
        c for earlier in scene.clauses[: position + 1] for c in earlier.chunks
        if c.end <= told and c.kind == "org" and not is_preposed(scene, c) and not scene.memory.is_outlet(c.ids[0])
    ]  # fmt: skip
    who = next((c for c in scene.left(clause, trigger.start) if c.kind == "person"), None)
    founded, firm = scene.memory.founded_here, scene.memory.firm
    here = firm if who is not None and who.start >= clause.start and firm not in (None, who.org) else None
    if who is None or not (announcers or founded or here):
        return
    to = founded or (announcers[-1].ids[0] if announcers else here)
    yield from moves(scene, clause, trigger, "join", who, origin(scene, clause, who, to), to, "join")
