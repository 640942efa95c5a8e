"""Statements of named speakers, and dated reports of outlets."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import agent_behind, behind
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of
from talent_tui.events.movers import is_english_passive
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import modifies
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a

_ACCORDING = re.compile(r"据\s?$")
_DESCRIBES = re.compile(r"的(?!是|话)")
"""Alexandr Wang晒出的名单: the saying only describes something."""
_SPOKESMAN = re.compile(r"发言人|官方|公关|spokes")
_TOLD_BY_OTHERS = re.compile(
    r"专访|采访|访问|受访|报道|报导|消息|爆料|杂志|媒体|记者|内部"
    r"|(?<![向对给])(?<!全体)员工|人士|首席|总监|\ue004"
)
_PREPOSED = re.compile(
    r"(?:从|对|向|为|给|与|和|跟|被|由|将|把|让|在|告诉|包括)\s?[“「]?$"
    r"|\b(?:to|from|at|by|for|with|of|in|on|against|about|including|than|that|knows?)\s(?:the\s)?$",
    re.IGNORECASE,
)


def say(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """X表示…, “…”X说, 据X披露; X said …. The speaker only, named: a person, or an organisation for itself."""
    if scene.language == "en" and is_english_passive(scene, clause, trigger):
        # X is said to have offered: others say it. But: the report was denied by X.
        disputed = _DISPUTED.match(trigger.word)
        speaker = agent_behind(scene, clause, trigger.end, ("person", "org")) if disputed else None
    else:
        speaker = speaker_of(scene, clause, trigger)
    if speaker is None or _DESCRIBES.match(scene.text, trigger.end):
        return
    if speaker.kind == "org" and not _speaks_for_itself(scene, speaker, trigger):
        return
    if trigger.word == "许诺" and scene.amounts(clause.start, len(scene.text)):
        # 向员工许诺20万元奖金: an offer, not a saying.
        return
    if is_a(trigger.word, "refusable") and cue(scene.language, "negated").search(
        scene.before(clause, trigger.start, 3)
    ):
        return
    person = speaker.kind == "person"
    own = speaker.org or (scene.memory.employer.get(speaker.ids[0]) if person else speaker.ids[0])
    companies = (own, *(speaker.ids if not person else ()), *scene.orgs(clause.start, len(scene.text)))
    draft = draft_of("statement", scene, clause, trigger, speaker, companies=companies)
    draft.start, draft.end = _with_what_is_said(scene, clause, draft)
    draft.people = speaker.ids if person else ()
    draft.speaker = speaker.ids[0]
    draft.amounts = scene.amounts(0, len(scene.text))
    passes_on = not person and trigger.word.lower() in ("said", "says", "told", "tells") and scene.language == "en"
    own_news = person and scene.language == "en" and trigger.word.lower() in _TELLS and not _QUOTES.search(scene.text)
    if own_news:
        draft.weak.append("only tells of the own move")
    # 发微博宣布离职, 在信里宣布: whatever the form, the saying is the news it tells.
    posts = _ANNOUNCES.match(scene.text, trigger.end) if scene.language == "zh" else None
    notice = trigger.word in ("称", "说", "表示", "指") and _NOTICE.search(scene.before(clause, trigger.start))
    if is_a(trigger.word, "announces") or posts or notice or (passes_on and not cue("en", "denied").search(scene.text)):
        draft.weak.append("announcement")
    elif is_a(trigger.word, "describes") or is_a(trigger.word, "no_comment"):
        draft.weak.append("a noun or a refusal tells it")
    yield draft


_NOTICE = re.compile(r"(?:公告|通告|公示)(?:中|里)?$")
"""发布公告|称: a notice only tells its news."""
_ANNOUNCES = re.compile(r"[,，:：]?\s?(?:正式|对外|公开)?(?:宣布|宣告|官宣|公布)")


_TELLS = frozenset({"said", "says", "told", "tells", "wrote", "writes", "posted", "announced", "confirmed"})
_QUOTES = re.compile(r"[“”\"「]")
_SHORTEST = 16
"""A saying shorter than this says nothing without the quotation before it."""


def _with_what_is_said(scene: Scene, clause: Clause, draft: Draft) -> tuple[int, int]:
    """A saying is quoted with its sentence; “…”X说 standing alone with the quotation of the sentence before."""
    sentence = scene.skeleton.sentence
    start = sentence.start if "”" in scene.text[: clause.start] or "」" in scene.text[: clause.start] else draft.start
    same_line = scene.memory.previous_line == sentence.line
    if sentence.end - start < _SHORTEST and same_line:
        start = scene.memory.previous[0]
    return start, sentence.end


def _speaks_for_itself(scene: Scene, speaker: Chunk, trigger: Trigger) -> bool:
    """Not 《连线》报道称, nor OpenAI的消息源说: there others tell."""
    if scene.memory.is_outlet(speaker.ids[0]) or is_a(trigger.word, "people_talk"):
        return False
    if is_a(trigger.word, "describes") and not is_a(trigger.word, "disputes"):
        return False
    between = scene.text[speaker.end : trigger.start]
    return len(between) <= 12 and not _TOLD_BY_OTHERS.search(between)


_A_SPOKESMAN = re.compile(
    r"(?:\b(?:a|an|the|its|one)\s(?:company\s|[a-z]+\s)?(?:spokes\w+|representative)|\bthe company)\s$", re.IGNORECASE
)


_SPOKESMAN_FOR = re.compile(
    r"\b(?:spokes\w+|representative)\s(?:for|at|of)\s(?:the\s)?\ue001\s(?:on\s\ue002\s)?(?:\w+ly\s)?$"
)


_DISPUTED = re.compile(r"denied|dismissed|rejected|disputed|rubbished|refuted", re.IGNORECASE)


def speaker_of(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """Who says what a saying verb introduces or closes."""
    if scene.language == "en" and scene.memory.firm and _A_SPOKESMAN.search(scene.before(clause, trigger.start, 40)):
        # …, a spokesman said: for the firm that is spoken of.
        named = [o for o in scene.orgs(0, trigger.start) if not scene.memory.is_outlet(o)]
        firm = scene.memory.firm if scene.memory.firm in named or not named else named[0]
        return Chunk("org", clause.start, trigger.start, (firm,))
    for_whom = _SPOKESMAN_FOR.search(scene.before(clause, trigger.start, 60)) if scene.language == "en" else None
    if for_whom is not None:
        # A spokesman for A denied that …: for A.
        firms = [c for c in scene.left(clause, trigger.start) if c.kind == "org" and c.ids]
        return firms[0] if firms else None
    inverted = _SAID_BY.match(scene.text, trigger.end) if scene.language == "en" else None
    if inverted is not None and _QUOTED.search(scene.before(clause, trigger.start)):
        # "Jim leaves us strong," said chairman X: not Jim.
        return next((c for c in scene.chunks if c.kind == "person" and c.start <= inverted.end() < c.end), None)
    for chunk in scene.left(clause, trigger.start):
        if chunk.kind not in ("person", "org", "group"):
            continue
        if chunk.kind == "org" and any(p.kind == "person" and p.start < chunk.start < p.end for p in clause.chunks):
            # X of the hedge fund A wrote: X did.
            continue
        if chunk.kind == "org" and scene.text[chunk.end : chunk.end + 2] in ("'s", "’s"):
            # Nvidia's boss, put it differently: whose boss it is, does not speak.
            continue
        if chunk.kind == "group" and chunk.org and _SPOKESMAN.search(chunk.word):
            return Chunk("org", chunk.start, chunk.end, (chunk.org,))
        if chunk.kind == "group" or not chunk.ids:
            return None
        if modifies(scene, chunk, trigger.start):
            continue
        if behind(scene, chunk, _ACCORDING) or not behind(scene, chunk, _PREPOSED):
            return chunk
    closes = _QUOTED.search(scene.before(clause, trigger.start)) or not any(
        c.kind == "person" and 0 <= c.start - trigger.end <= 2 and c.end < clause.end - 2 for c in clause.chunks
    )
    if scene.language == "en" and re.match(r"said|says|wrote|told", trigger.word) and closes:
        # "…," said Jeff Wang: the speaker may stand behind the verb.
        for chunk in scene.right(clause, trigger.end):
            if chunk.kind == "person" and chunk.start - trigger.end <= 2:
                return chunk
    position = scene.clauses.index(clause)
    lead = scene.text[clause.start : trigger.start]
    if scene.language == "en" and lead.strip() == "who":
        # Don Lemon was fired, who tweeted that …: whom the relative clause follows, or the last one named.
        people = [c for c in scene.chunks if c.kind == "person" and c.ids and c.end <= clause.start]
        return people[-1] if people else None
    if scene.language == "en" and position > 1 and not lead.strip():
        # Jensen Huang, Nvidia's boss, put it differently: whom the clause between describes.
        described, own = scene.clauses[position - 1], scene.clauses[position - 2].chunks
        relative = _WHICH.match(scene.text, described.start) is not None
        kinds = ("person", "org") if relative else ("person",)
        close = own and own[-1].kind in kinds and own[-1].ids and described.start - own[-1].end <= 2
        if close:
            return own[-1]
    if position and (not lead.strip(" 并也还则又但同时就更曾特别在中上里") or _DOES_TO.match(lead)):
        earlier = [c for c in scene.clauses[position - 1].chunks if c.kind in ("person", "org") and c.ids]
        if earlier and not behind(scene, earlier[0], _PREPOSED):
            return earlier[0]
    return None


_QUOTED = re.compile(r"(?:[,.?!][\"”’']|,|^)\s*$")
_SAID_BY = re.compile(r"\s(?:\ue001(?:'s|’s)?\s)?(?:[A-Za-z'’-]+\s){0,5}(?=\ue000)")
_WHICH = re.compile(r"\s*(?:which|who|whose)\b")
_DOES_TO = re.compile(r"[,，\s]*(?:并|也|还|又|随后|当场)?(?:把|将|对|就|针对|向)")
"""…时,把外界的质疑斥为谣言: the one who opens the sentence does it."""
_NOT_THE_TELLER = re.compile(r"(?:据|对|向|to|the)\s?$")


def report(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """An outlet publishes; only where the publishing itself is dated."""
    outlet = next((c for c in scene.left(clause, trigger.start) if c.kind == "org"), None)
    if scene.language == "en" and is_english_passive(scene, clause, trigger):
        return
    if outlet is not None and trigger.word in ("独家", "披露", "曝光") and not scene.memory.is_outlet(outlet.ids[0]):
        return
    if outlet is None or trigger.start - outlet.end > 8 or behind(scene, outlet, _NOT_THE_TELLER):
        return
    if not any(i < trigger.start for i, _ in scene.dates(clause.start, clause.end)):
        return
    companies = (*outlet.ids, *scene.orgs(clause.end, len(scene.text))[:2])
    yield draft_of("report", scene, clause, trigger, outlet, companies=companies)
