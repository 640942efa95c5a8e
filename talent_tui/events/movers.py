"""Who moves: from the phrase that moves to one draft a person, lists and counted groups followed to their ends."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.chunks import Chunk
from talent_tui.events.disputes import is_disputed_in_chinese
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import DATE, ORG, PERSON
from talent_tui.events.subjects import acting_firm, subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue
from talent_tui.lexicon.word_classes import is_a
from talent_tui.model import EventType

PEOPLE = ("person", "group")

_NAMES_MEMBERS = re.compile(r"\s*(?:——|—|--|:|：|\(|（|,|，)?\s*(?:即|包括|分别是|分别为|也就是|including|namely)?\s*")
_NO_SUBJECT = re.compile(
    rf"(?:[{DATE},，、\s]|现在|如今|目前|后来|随后|此后|之后|其后|而后|不久|已经?|并且?|又|再|便|就|也|还|于是|最终|终于|同时|曾|将|则|才|刚|在|于"
    rf"|(?:从|离开)\s?{ORG}|(?:two|three|a\s)?[a-z]+\slater|then|later|now|and|but|\bhas|\bhad|before\sthat)*",
    re.IGNORECASE,
)
"""What may stand before a verb whose subject is left out."""
_COULD = re.compile(
    r"可以|可能会?(?=$|[^,，]{0,4}$)|能够|应该|需要|必须|愿意|宁愿|(?<![事议大晚年社协委员机])会(?=$)|\bcan\b|\bshould\b|\bmust\b",
    re.IGNORECASE,
)
_DONE_AFTER_ALL = re.compile(r"成功|已经?|计划|拟|打算|正在|plans? to|considering|in talks|close to", re.IGNORECASE)


_REASON = re.compile(r"(?:因为?|由于)[^,，。;；]*$")
_ASKED = re.compile(r"how|why|whether", re.IGNORECASE)


def unreal(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether what the trigger names did not happen and is not planned: negated, only tried, asked, supposed."""
    if scene.language == "zh" and is_disputed_in_chinese(scene.text, trigger.start):
        return False
    before = scene.before(clause, trigger.start, 14 if scene.language == "zh" else 48)
    if trigger.word.lower().startswith("to "):
        # Sought "to hire": the cue ends inside the word.
        before += "to "
    if scene.language == "zh":
        # 因销量未达预期离职: what the reason denies is not the leaving.
        before = _REASON.sub("", before)
    if cue(scene.language, "negated").search(before):
        return True
    could = _COULD.search(before)
    if could is not None and could.group() == "会" and scene.dates(clause.start, trigger.start):
        # 3月底前就会离开: that has a day.
        could = None
    tried = cue(scene.language, "tried").search(before) or could
    if tried and not _DONE_AFTER_ALL.search(before):
        return True
    supposed = cue(scene.language, "hypothetical").finditer(scene.text, clause.start, clause.end)
    # Walked out over how fast …: what is asked behind the word leaves it as it is.
    return any(m.start() < trigger.end or not _ASKED.fullmatch(m.group()) for m in supposed)


_PARTICIPLE = re.compile(
    r"^(?:\w+ed|bought|brought|sold|paid|led|cut|let|built|split|frozen|won|made|taken|set|shut|spun|laid|broken|given"
    r"|struck|lost|put|sent|told|said|understood|thought|known|stolen|drawn|taken|chosen|written|welcomed)\b"
)


def is_english_passive(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a form of "be" stands before a participle ("was hired", not "is hiring")."""
    if not _PARTICIPLE.search(trigger.word):
        return False
    before = scene.before(clause, trigger.start, 24)
    return bool(re.search(r"\b(?:was|were|been|being|is|are|be|got)\s(?:\w+ly\s)?$", before))


_INVERTED = re.compile(
    rf"了?\s?{ORG}?\s?(?:公司)?的\s?[,，]?\s?(?:还有|另有|也有|则?是|便是|正是|为|包括)[^,，。{PERSON}]{{0,24}}$"
)
"""与他同日离开A的,还有X; 同时加入的是X: the sentence names at its end who moves."""


def _named_last(scene: Scene, trigger: Trigger) -> Chunk | None:
    for chunk in scene.chunks:
        if chunk.kind in PEOPLE and chunk.start >= trigger.end:
            return chunk if _INVERTED.fullmatch(scene.text, trigger.end, chunk.head) else None
    return None


_A_DAY_OF_HIS = re.compile(r"(?:first|last|final) day (?:at|with)$|^(?:move|switch|defection) from$", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\s$", re.IGNORECASE)


_AMONG_THOSE = re.compile(
    r"\s*(?:Also\s)?[Aa]mong (?:those|the [a-z]+) (?:who|to)\b[^;.]*?\b(?:was|were|is|are)\s(?=\ue000)"
)


def _named_at_last(scene: Scene) -> Chunk | None:
    """Among those who left A for B was X."""
    match = _AMONG_THOSE.match(scene.text)
    return (
        next((c for c in scene.chunks if c.kind == "person" and c.start <= match.end() < c.end), None)
        if match
        else None
    )


def mover(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """The one who moves, read from the sentence before where this one leaves the subject out."""
    if scene.language == "en" and _A_DAY_OF_HIS.search(trigger.word):
        # Jane Roe's last day at A was in May.
        owner = next((c for c in scene.left(clause, trigger.start) if c.kind == "person" and c.ids), None)
        if owner is None and scene.memory.person and _HIS.search(scene.text, clause.start, trigger.start):
            return Chunk("person", clause.start, clause.start, scene.memory.person, word="context")
        return owner
    nth = _ONE_OF_MANY.search(scene.text, clause.start, trigger.start) if scene.language == "zh" else None
    if nth is not None:
        # X成为第三位离开A的副总裁.
        before = [c for c in scene.chunks if c.kind == "person" and c.end <= nth.start() and c.ids]
        return before[-1] if before and not _MANY.search(scene.text, before[-1].end, nth.start()) else None
    if scene.language == "zh" and _HIS_OLD_HAND.search(scene.text, clause.start, trigger.start):
        return _old_hand(scene, trigger)
    last = _named_last(scene, trigger) if scene.language == "zh" else _named_at_last(scene)
    found = last or subject(scene, clause, trigger, PEOPLE)
    if found is not None and not found.generic:
        return found
    return in_context(scene, clause, trigger)


_ONE_OF_MANY = re.compile(r"(?:成为|成了|已?是)[^,，。;；]{0,16}?(?:第[一二三四五六七八九十\d]+|又一|最新一)[位名个]$")
_MANY = re.compile(r"[,，。;；]")
_HIS_OLD_HAND = re.compile(
    r"(?:老部下|旧部下|老下属|前下属|昔日部下|旧将|爱将|心腹|老搭档|前同事|老同事|前搭档|得意门生|徒弟|弟子)\s?"
    r"(?:已经?|也|都|早已?|正式|日前|近日|随后|不久|便|就|又|刚刚?|悄然|低调|即将|将)*\s?$"
)


def _old_hand(scene: Scene, trigger: Trigger) -> Chunk | None:
    """X晒出同Y的合影,挑明老部下已经加盟A: Y, who has left X's firm; nobody where the sentence names none such."""
    gone = scene.memory.left
    named = [p for c in scene.chunks if c.kind == "person" and c.end <= trigger.start for p in c.ids if p in gone]
    return Chunk("person", trigger.start, trigger.start, (named[-1],), word="context") if named else None


def in_context(scene: Scene, clause: Clause, trigger: Trigger, until: int | None = None) -> Chunk | None:
    """The person of the sentence before, where nothing but adverbs and dates stands in front of the word.

    `until` is where those end if not at the word itself: 2017年又被A请去.
    """
    memory = scene.memory
    goes_on = memory.previous_line == scene.skeleton.sentence.line and memory.person
    begins = scene.triggers[0].start if scene.triggers else len(scene.text)
    if goes_on and scene.language == "en" and begins < trigger.start and not scene.text[:begins].strip():
        # Said his goodbyes in May and set up A: neither verb has a subject.
        return Chunk("person", clause.start, clause.start, memory.person, word="context")
    lead = scene.text[: trigger.start if until is None else until]
    if goes_on and _NO_SUBJECT.fullmatch(lead) and not scene.text.startswith("的", trigger.end):
        return Chunk("person", clause.start, clause.start, memory.person, word="context")
    return None


def moves(
    scene: Scene,
    clause: Clause,
    trigger: Trigger,
    kind: EventType,
    who: Chunk,
    from_: str | None,
    to: str | None,
    rule: str,
    *,
    guessed: bool = False,
) -> Iterator[Draft]:
    """One draft a person; one with a count for people without names. Lists are followed to their ends.

    `guessed` is for a `to` that the clause does not name, which is noted as a doubt.
    三名研究员——X、Y和Z names its members behind; X, Y and several researchers in front of it.
    """
    who = _members(scene, who) or who
    if who.kind == "person" and from_ is None:
        from_ = _counted_before(scene, who, to)
    in_list = scene.coordinated(who)
    if from_ is None and who.kind == "group":
        from_ = next((c.org for c in in_list if c.org and c.org != to), None)
    if from_ is None and who.kind == "group" and _OF_A_TEAM.search(scene.text, clause.start, who.start):
        # A宣布…,预训练团队的大部分人转去B: A's.
        from_ = next((o for o in scene.orgs(0, who.start) if o != to and not scene.memory.is_outlet(o)), None)
    if from_ is None and who.kind == "group" and _OF_ITS.search(scene.text, who.start, who.end):
        # About 20 of its engineers walked over to B: of the firm that is spoken of.
        spoken_of = (scene.memory.employer_of_unit(o) for o in (scene.memory.firm, scene.memory.topic))
        from_ = next((o for o in spoken_of if o not in (None, to)), None)
    origins: list[tuple[Chunk, str | None]] = []
    for other in in_list:
        if other.generic or (other.start, other.end) == (who.start, who.end):
            continue
        shares = who.org is None or other.kind == "person"
        origins.append((other, other.org if other.org not in (None, to) else (from_ if shares else None)))
    if scene.language == "en" and who.kind == "person" and len(in_list) == 1:
        origins += [(c, o) for c, o in _each_of_his_firm(scene, who) if o != to]
    if scene.language == "en" and (too := _so_does(scene, clause)) is not None:
        origins.append((too, too.org if too.org not in (None, to) else from_))
    for one, own in (*origins, (who, from_)):
        for draft in _one(scene, clause, trigger, kind, one, own, to, rule):
            if guessed:
                draft.weak.append("employer from context")
            yield draft


_OF_HIS_FIRM = re.compile(
    r"\s(?:from|of)\s(?:the\s)?(?:\ue001)(?:,|,?\sand)\s(\ue000)\s(?:from|of)\s(?:the\s)?(\ue001)"
)


def _each_of_his_firm(scene: Scene, who: Chunk) -> Iterator[tuple[Chunk, str]]:
    """X of A and Y of B: those behind X, each with his own."""
    at = who.head + 1
    while (match := _OF_HIS_FIRM.match(scene.text, at)) is not None:
        chunk = next((c for c in scene.chunks if c.kind == "person" and c.start <= match.start(1) < c.end), None)
        if chunk is None:
            return
        yield chunk, scene.skeleton.name(match.start(2)).entity
        at = match.start(1) + 1


_OF_ITS = re.compile(r"\bof (?:its|their|the (?:company|firm|bank|team|lab)['’]s)\b")
_OF_A_TEAM = re.compile(r"(?:团队|部门|小组|中心|事业部|实验室|业务线|[研工设]发?组)的\s?$")
_AS_DOES = re.compile(
    r"\s(?:as|so|and so)\s(?:is|are|was|were|did|does|do|has|have|had|will|would)\s(?:[A-Za-z'-]+\s){0,3}(?=\ue000)"
)


def _so_does(scene: Scene, clause: Clause) -> Chunk | None:
    """X is leaving, as is Y: who does the same."""
    behind = scene.clause_behind(clause)
    match = _AS_DOES.match(scene.text, behind.start, behind.end) if behind is not None else None
    return (
        next((c for c in scene.chunks if c.kind == "person" and c.start <= match.end() < c.end), None)
        if match
        else None
    )


def _members(scene: Scene, who: Chunk) -> Chunk | None:
    """The names behind a counted group, where they are just as many."""
    if who.kind != "group" or who.count is None:
        return None
    behind = next((c for c in scene.chunks if c.start >= who.end and c.kind == "person"), None)
    if behind is None or len(behind.ids) != who.count:
        return None
    if not _NAMES_MEMBERS.fullmatch(scene.text, who.end, behind.start):
        return None
    return msgspec.structs.replace(behind, org=behind.org or who.org)


def _counted_before(scene: Scene, who: Chunk, to: str | None) -> str | None:
    """两名前A高管——X与Y: the organisation of the group whose members the names are."""
    before = [c for c in scene.chunks if c.end <= who.start]
    if not before or before[-1].kind != "group" or before[-1].count != len(who.ids) or before[-1].org == to:
        return None
    return before[-1].org if _NAMES_MEMBERS.fullmatch(scene.text, before[-1].end, who.start) else None


def _doubts(who: Chunk) -> list[str]:
    return ["subject from the sentence before"] if who.word == "context" else []


def _one(
    scene: Scene,
    clause: Clause,
    trigger: Trigger,
    kind: EventType,
    who: Chunk,
    from_: str | None,
    to: str | None,
    rule: str,
) -> Iterator[Draft]:
    memory = scene.memory
    company = memory.companies.get(to or "")
    inside = company is not None and company.kind in ("lab", "team")
    employer = memory.parent(to) if kind in ("join", "return") and inside else to
    first = min(clause.start, who.start) if who.end > who.start else clause.start
    start, end = scene.skeleton.clean_span(first, max(clause.end, who.end))
    own = dict(who.orgs)
    several = len(who.ids) > 1
    for person in who.ids or (None,):
        mine = from_
        if several and own.get(person or "") and own[person or ""] != to:
            mine = own[person or ""]
        before = memory.joined_here.get(person or "")
        if mine is None and kind in ("join", "return") and before not in (None, to, employer):
            # 2010年进的A,十年后转投B.
            mine = before
        left_it = mine is not None and mine == before == memory.left.get(person or "")
        supposed = False
        known = memory.employer.get(person or "") or memory.former.get(person or "")
        guessed = mine is None and kind in ("join", "return") and known not in (None, to, employer)
        if guessed:
            mine = known
        elif mine is None and person and is_a(trigger.word, "moves_away"):
            # 吴新宙转投B, in a paragraph about A.
            supposed = scene.language == "en"
            acting = acting_firm(scene, who.start) if scene.language == "en" else None
            mine = next((o for o in (acting, memory.firm) if o not in (None, to, employer)), None)
        supposed = supposed and mine is not None
        if person and mine and (kind != "leave" or person not in memory.former):
            memory.former[person] = mine
        companies = (mine, to, employer, who.org)
        mine = memory.employer_of_unit(mine)
        yield Draft(
            kind, f"{rule}:{trigger.word}", start, end, scene.skeleton.starts[trigger.start],
            scene.skeleton.sentence.line, scene.skeleton.sentence.start,
            people=(person,) if person else (), from_=mine if mine != employer else None, to=employer,
            companies=tuple(o for o in dict.fromkeys(companies) if o),
            count=who.count if person is None else None, group=person is None, origin_guessed=guessed or left_it,
            weak=[*_doubts(who), *(["origin from context"] if supposed else [])],
            origin_titled=bool(who.title) and mine is not None and mine == own.get(person or "") and not who.former,
        )  # fmt: skip
