"""Hiring, told from the employer's side: A从B挖来X, X被A挖走, A hired X from B; tallies of where people came from."""

import re
from collections.abc import Iterator

from talent_tui.events.appointments import drafts
from talent_tui.events.arguments import BY, FROM, OBJECT, agent_behind, behind, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import organisation_of
from talent_tui.events.movers import PEOPLE, in_context, is_english_passive, mover, moves, unreal
from talent_tui.events.origins import came_from_several, origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.word_classes import is_a
from talent_tui.model import EventType


def hire(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A从B挖来X, A挖走B的X, X被A挖走, 将X引入A; A hired X (from B), X was hired by A."""
    if unreal(scene, clause, trigger) or scene.text.startswith(_NAME_OF_A_DEED, trigger.end):
        return
    if is_a(trigger.word, "needs_in") and not _IN_BEHIND.match(scene.text, trigger.end, clause.end):
        return
    if scene.language == "zh" and (source := _whence(scene, clause, trigger)) is not None:
        who, to = mover(scene, clause, trigger), scene.memory.firm
        if who is not None and who.kind == "person" and to is not None and to != source:
            yield from moves(scene, clause, trigger, "join", who, source, to, "hire", guessed=True)
        return
    if (
        scene.language == "zh"
        and _FOR_PAY.search(scene.text, clause.start, trigger.start)
        and (not _DONE.match(scene.text, trigger.end) and trigger.word in _COURTS)
    ):
        # 以千万年薪招揽X: a sum held out to somebody, no more.
        return
    each = _each_from(scene, clause, trigger) if scene.language == "en" else []
    boss = subject(scene, clause, trigger, ("org",)) if len(each) > 1 else None
    if boss is not None:
        for one, old in each:
            yield from moves(scene, clause, trigger, "join", one, old, boss.ids[0], "hire")
        return
    passive = _is_passive(scene, clause, trigger)
    who, hirer = (_passive if passive else _active)(scene, clause, trigger)
    if who is None or who.generic:
        return
    if scene.language == "zh" and _STANDS_IN.match(scene.text, who.end):
        # 董事会找来财务长X暂代执行长: a post, told by another word.
        return
    if who.kind == "group" and _WANTS.search(scene.text[clause.start : trigger.end]):
        return
    if who.kind == "group" and cue(scene.language, "planned").search(scene.text[clause.start : trigger.end]):
        return
    to = hirer.ids[0] if hirer else None
    if trigger.word == "迎来" and to is not None and who.title and _NEW_POST.search(scene.text[trigger.end : who.head]):
        # 广汽迎来新董事长X: a post, and nothing says that he comes from elsewhere.
        yield from drafts(scene, clause, trigger, who, to, who.title.removeprefix("新任").removeprefix("新"), "hire")
        return
    target = following(scene, clause, trigger, ("org",), gap=6)
    if target is not None and is_a(trigger.word, "takes_in") and who.start < trigger.start:
        to = target.ids[0]
    guessed = to is None or (hirer is not None and hirer.word == _ELSEWHERE)
    if to is None and scene.language == "en" and _THE_BOARD.search(scene.text[clause.start : trigger.start]):
        to = scene.memory.firm
    if to is None and (scene.language == "zh" or (passive and who.kind == "person")):
        memory, named = scene.memory, scene.orgs(clause.start, clause.end)
        likely: tuple[str | None, ...] = (memory.hirer, memory.firm, memory.topic)
        if scene.language == "en":
            known = next((memory.employer.get(p) for p in who.ids), None)
            known = known if known in (memory.topic, memory.about) else None
            likely = (
                memory.headed,
                _left_again(scene, clause),
                known,
                memory.employer_of_unit(memory.firm),
                memory.topic,
            )
        to = next((o for o in likely if o and o not in named), None)
    if to is None or to in who.ids:
        return
    several = came_from_several(scene, clause)
    from_ = None if several else origin(scene, clause, who, to) or _from_object(scene, clause, trigger, to)
    if from_ is None and not several and _OF_ITS.search(scene.text[who.start : who.end]):
        # Ardmore has poached six of its engineers: the firm spoken of before.
        from_ = scene.memory.topic if scene.memory.topic != to else None
    if from_ is None and scene.language == "en" and _ITS_PEOPLE.match(scene.text[trigger.end : who.head]):
        # Amazon licensed the software of Covariant and took on its founders: of the other firm named.
        others = [o for o in scene.orgs(0, trigger.start) if o not in (to, scene.memory.parent(to))]
        from_ = others[-1] if others else None
    lured = scene.language == "en" and _AWAY.match(scene.text, max(who.end, trigger.end))
    if from_ is None and lured and who.kind == "person" and len(who.ids) == 1:
        # A hired her away: from whom she worked for.
        employer = scene.memory.employer.get(who.ids[0])
        from_ = employer if employer not in (to, scene.memory.parent(to)) else None
    back = scene.language == "en" and _BACK.match(scene.text, max(who.end, trigger.end))
    kind: EventType = "return" if back else "join"
    for draft in moves(scene, clause, trigger, kind, who, from_, to, "hire", guessed=guessed):
        draft.companies = tuple(dict.fromkeys((*draft.companies, *several)))
        if several:
            draft.from_ = None
        scene.memory.hirer = to
        yield draft


_FROM_EACH = re.compile(r"(\ue000)\s(?:away\s)?from\s(?:the\s|rival\s)?(\ue001)(?!'s|’s)")


def _each_from(scene: Scene, clause: Clause, trigger: Trigger) -> list[tuple[Chunk, str]]:
    """A hired X from B and Y from C: whom, and from where."""
    found = []
    for match in _FROM_EACH.finditer(scene.text, trigger.end):
        who = next((c for c in scene.chunks if c.kind == "person" and c.start <= match.start(1) < c.end), None)
        if who is not None:
            found.append((who, scene.skeleton.name(match.start(2)).entity))
    return found


def _left_again(scene: Scene, clause: Clause) -> str | None:
    """X, lured from A in 2023, left B in June: B is who had lured him."""
    leaves = next((t for t in scene.triggers if t.start >= clause.end and "leave" in t.frames), None)
    if leaves is None:
        return None
    there = next(c for c in scene.clauses if c.start <= leaves.start < c.end)
    firm = following(scene, there, leaves, ("org",), gap=40)
    return firm.ids[0] if firm is not None and len(firm.ids) == 1 else None


_AWAY = re.compile(r"\s?away\b(?!\sfrom)")
_BACK = re.compile(
    r"\s(?:straight\s|right\s)?back\b(?!\s(?:in|on)\s)|(?:\s(?:and|along)[^,.;]{0,30})?\sback\b"
    r"|[^.;]{0,60}\b(?:a|for the) second time\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"\b(?:for|to join|to run|to lead|to head)\s(?:the\s|rival\s)?$")
"""Was hired to do the same for A."""
_AS_ITS = re.compile(
    r"(?:\s(?:away|from|by|in|on|only|last|this|earlier|the|\ue001|\ue002)){0,7}\s(?:as|to be|to become)\s(?:the\s)?"
    r"(\ue001)(?:'s|’s)\s"
)
_ELSEWHERE = "told elsewhere"
"""Marks the firm of somebody who hires, where his own phrase does not name it."""
_FOR_PAY = re.compile(r"(?:以|用|开出)[^,，。;；]{0,12}(?:年薪|月薪|薪酬|薪水|高薪|待遇)[^,，。;；]{0,4}$")
_COURTS = frozenset({"招揽", "延揽", "招募", "网罗", "挖角"})
_DONE = re.compile(r"[了到来走进入]")
_STANDS_IN = re.compile(r"(?:一?[同起]|共同|联手|先|来)*(?:暂代|代理|暂任|暂时代理|兼任|暂管)")
_UNDERGOES = re.compile(r"[被获遭][^,，。]{0,20}$")
_IN_BEHIND = re.compile(r"\s[^,.;]{0,50}?\ue000(?:'s)?\s(?:in|aboard|on board|over)\b")
_THE_BOARD = re.compile(r"\b(?:the|its) (?:board|directors|owners|management)\b", re.IGNORECASE)
_REDUCED = re.compile(r"\s(?:away\s)?(?:from|by|in|on|as|only|last|this|earlier)\b|\s\ue002")
"""X, poached from A; a former banker hired in 2016: nobody is named behind the word."""
_FINITE = re.compile(r"(?:\b(?:had|has|have|having|who|whom|to|and)\s(?:\w+\s)?|\ue001\s(?:\w+ly\s)?)$")
_NEW_POST = re.compile(r"新任?[^,，]{0,12}$|^新")
_WANTS = re.compile(r"(?:[还要想欲拟]|打算|准备)(?:[^,，]{0,8})(?:挖|招)\S?$")
_NAME_OF_A_DEED = ("比", "更", "难度", "成本", "名单", "对象")
"""从A挖角比从B更容易: spoken of, not told."""
_PEOPLE_OF_A_FIRM = (
    r"(?:\s(?:on|in|away|over|up))?\s(?:its|the (?:company|firm|start-?up|bank)'s|the)\s(?:[a-z-]+\s){0,3}?"
    r"(?:(?:co-?)?founders?|chiefs?|boss(?:es)?|heads?|leaders?|team|staff|chief executive"
    r"|(?:top )?(?:engineers|researchers|executives))"
)
_ITS_PEOPLE = re.compile(_PEOPLE_OF_A_FIRM + r"[\s,]")
_ITS_PEOPLE_ARE = re.compile(_PEOPLE_OF_A_FIRM + r"(?:,|:|\s[—–])\s(?=\ue000)")
_OF_ITS = re.compile(r"of (?:its|the (?:company|firm|bank)'s)\b")


_HE_WAS = re.compile(r"是[^,，。;；]{0,14}(?:从|自)\s?\ue001[^,，。;；\ue000\ue001]{0,6}$")
_CLEFT = re.compile(r"的\s?(?:[,，。;；]|$)")


def _whence(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """X是从A挖来的: from where somebody was hired by the firm that is spoken of."""
    if not _CLEFT.match(scene.text, trigger.end) or not _HE_WAS.search(scene.text, clause.start, trigger.start):
        return None
    source = marked(scene, clause, FROM["zh"], ("org",), until=trigger.start)
    return source.ids[0] if source is not None and len(source.ids) == 1 else None


def _passive(scene: Scene, clause: Clause, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    who = subject(scene, clause, trigger, PEOPLE)
    if scene.language == "en":
        employer = (c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, _FOR_WHOM))
        its = _AS_ITS.match(scene.text, trigger.end, clause.end)
        if its is not None:
            # Brought in as A's chief.
            return who, Chunk("org", its.start(1), its.end(1), (scene.skeleton.name(its.start(1)).entity,))
        return who, agent_behind(scene, clause, trigger.end, ("org",)) or next(employer, None)
    agent = marked(scene, clause, BY["zh"], ("org",)) or _boss(scene, marked(scene, clause, BY["zh"], ("person",)))
    by = _UNDERGOES.search(scene.text, clause.start, trigger.start)
    if who is None and by is not None:
        who = in_context(scene, clause, trigger, by.start())
    if who is None or who.end > trigger.end:
        return who, agent
    # 被A挖走的X: the relative clause's own subject stands behind it.
    after = next((c for c in scene.right(clause, trigger.end) if c.kind in PEOPLE and not c.generic), None)
    if after is not None and re.match(r"\s?[”」]?\s?的", scene.text[trigger.end : trigger.end + 3]):
        return after, agent
    return who, agent


def _boss(scene: Scene, person: Chunk | None) -> Chunk | None:
    """被A的雷军领进门: who hires does it for the firm that he acts for."""
    org = organisation_of(scene, person)
    guessed = person is not None and org != person.org
    return Chunk("org", 0, 0, (org,), word=_ELSEWHERE if guessed else "") if org is not None else None


def _active(scene: Scene, clause: Clause, trigger: Trigger) -> tuple[Chunk | None, Chunk | None]:
    who = marked(scene, clause, OBJECT[scene.language], PEOPLE, until=trigger.start)
    who = who or following(scene, clause, trigger, PEOPLE, gap=22) or _possessed(scene, clause, trigger)
    hirer = subject(scene, clause, trigger, ("org",)) or _named_hirer(scene, clause, trigger)
    if (
        hirer is not None
        and scene.memory.is_outlet(hirer.ids[0])
        and any("publish" in t.frames for t in scene.triggers)
    ):
        hirer = None
    if who is None and scene.language == "en" and (its := _ITS_PEOPLE_ARE.match(scene.text, trigger.end)) is not None:
        # Hired its founders, X, Y and Z.
        who = next((c for c in scene.chunks if c.kind == "person" and c.start == its.end()), None)
    lead = scene.text[clause.start : trigger.start]
    if scene.language == "en" and re.match(r"\s*whom\b", lead):
        who = next((c for c in reversed(scene.chunks) if c.kind == "person" and c.end <= clause.start), who)
    return who, hirer


def _possessed(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """People behind a further organisation: 挖走了OpenAI多模态团队的Bi."""
    for chunk in scene.right(clause, trigger.end):
        if chunk.kind in PEOPLE and not chunk.generic and chunk.start - trigger.end < 30:
            return chunk
    return None


def _from_object(scene: Scene, clause: Clause, trigger: Trigger, to: str) -> str | None:
    found = following(scene, clause, trigger, ("org",), gap=4)
    return found.ids[0] if found and found.ids[0] != to and len(found.ids) == 1 else None


def _named_hirer(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """A person who hires does it for the firm in the phrase: Meta CEO扎克伯格挖来…"""
    boss = subject(scene, clause, trigger, ("person",))
    told = boss is not None and scene.language == "en" and boss.ids[0] in scene.memory.employer
    if boss is None or not (boss.org or boss.start >= clause.start or told or boss.ids[0] in leaders()):
        return None
    org = organisation_of(scene, boss)
    if org is None and scene.language == "en" and boss.start >= clause.start:
        # Jane Fraser hired X from A: for the firm that the paragraph is about.
        named = {c.org for c in scene.chunks if c.kind == "person" and c.org}
        org = scene.memory.firm if scene.memory.firm not in (named | set(scene.orgs(boss.end, clause.end))) else None
    return Chunk("org", 0, 0, (org,)) if org else None


def _is_passive(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if scene.language == "en":
        return is_english_passive(scene, clause, trigger) or bool(
            not trigger.word.lower().startswith(("had ", "has ", "have "))
            and _REDUCED.match(scene.text, trigger.end)
            and not _FINITE.search(scene.before(clause, trigger.start))
            and not following(scene, clause, trigger, PEOPLE, gap=12)
        )
    return _UNDERGOES.search(scene.before(clause, trigger.start, 24)) is not None


def lost(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A lost X to B: X moves from A to B; without B, X left A."""
    if unreal(scene, clause, trigger):
        return
    if scene.language == "en" and is_english_passive(scene, clause, trigger):
        yield from _lost_to(scene, clause, trigger)
        return
    who = following(scene, clause, trigger, PEOPLE, gap=24)
    loser = subject(scene, clause, trigger, ("org",))
    if who is None or who.generic or loser is None:
        return
    if any(trigger.end <= t.start < who.start for t in clause.triggers):
        # Lost the race to hire X: whom it never had.
        return
    winner = next((c for c in scene.right(Clause(clause.start, len(scene.text), scene.chunks, []), who.end)
                   if c.kind == "org" and behind(scene, c, _TO)), None)  # fmt: skip
    if winner is not None and any(who.end <= t.start < winner.start for t in scene.triggers):
        # Has lost three founders: X went to B.
        winner = None
    kind: EventType = "join" if winner is not None else "leave"
    yield from moves(scene, clause, trigger, kind, who, loser.ids[0], winner.ids[0] if winner else None, "lost")


def _lost_to(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X was lost to B: from where he was known to work."""
    who = subject(scene, clause, trigger, ("person",))
    winner = next((c for c in scene.right(clause, trigger.end) if c.kind == "org" and behind(scene, c, _TO)), None)
    if who is None or winner is None:
        return
    from_ = origin(scene, clause, who, winner.ids[0])
    if from_ is None and not any(p in scene.memory.employer for p in who.ids):
        from_ = scene.memory.firm if scene.memory.firm not in winner.ids else None
    yield from moves(scene, clause, trigger, "join", who, from_, winner.ids[0], "lost")


_TO = re.compile(r"\bto\s(?:rival\s|the\s)?$")


def came_from(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """…挖来20人, 还有3人来自A: a tally goes on; the employer is the one that hired."""
    source = following(scene, clause, trigger, ("org",), gap=3)
    group = next((c for c in scene.left(clause, trigger.start) if c.kind == "group" and c.count is not None), None)
    to = scene.memory.hirer
    if source is None or group is None or to is None or trigger.start - group.end > 3 or to in source.ids:
        return
    yield from moves(scene, clause, trigger, "join", group, source.ids[0], to, "came from")
