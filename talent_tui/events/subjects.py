"""Who acts: the phrase that a verb is told of, and the firm that an English sentence is about."""

import re

import msgspec

from talent_tui.events.arguments import behind, is_preposed
from talent_tui.events.chunks import Chunk
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

ACTORS = ("person", "org", "group")

_I = re.IGNORECASE


def somebodys_man(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """Y, an X lieutenant who had been installed as …: Y, not X."""
    match = _HIS_MAN.match(scene.text, clause.start, trigger.start) if scene.language == "en" else None
    before = [c for c in scene.chunks if c.kind == "person" and c.ids and 0 <= clause.start - c.end <= 1]
    return msgspec.structs.replace(before[-1], ids=before[-1].ids[-1:], orgs=()) if match and before else None


def subject(scene: Scene, clause: Clause, trigger: Trigger, kinds: tuple[str, ...] = ACTORS) -> Chunk | None:
    """The phrase that acts: before the trigger, behind no preposition; else that of an earlier clause.

    In a chain of clauses without their own subject (X加入A,后跳槽至B) the first one's subject acts on.
    """
    if "person" in kinds and (his_man := somebodys_man(scene, clause, trigger)) is not None:
        return his_man
    found = _free(scene, clause, trigger.start, kinds)
    if found is not None:
        return found
    if scene.language == "en" and _WHO.match(scene.text, clause.start, clause.end):
        # X, who joined in 2021: the relative clause's subject stands right before it.
        near = [c for c in scene.chunks if c.kind in kinds and c.ids and 0 <= clause.start - c.end <= 3]
        if near:
            return near[-1]
    position = scene.clauses.index(clause)
    if scene.language == "en" and not position and _PARTICIPLE_FIRST.match(scene.text, clause.start, trigger.end):
        # Before joining A in 2020, X had…: whoever acts in the main clause.
        for later in scene.clauses[position + 1 : position + 3]:
            main = next((c for c in later.chunks if c.kind in kinds and (c.ids or c.kind == "group")), None)
            if main is not None and not is_preposed(scene, main) and not modifies(scene, main, later.end):
                return main
    for number, earlier in reversed(list(enumerate(scene.clauses[:position]))):
        if (
            scene.language == "en"
            and not _GOES_ON.match(scene.text, clause.start)
            and _APPOSED.match(scene.text, scene.clauses[number + 1].start)
        ):
            # …that Bannon, its leader and a former Apple man, would leave: whom the apposition describes.
            last = earlier.chunks[-1] if earlier.chunks else None
            if (
                last is not None
                and last.kind in kinds
                and last.ids
                and not scene.text[last.end : earlier.end].strip(" ,")
                and not behind(scene, last, _BESIDE)
            ):
                return last
        found = _announced(scene, earlier, kinds) or _free(scene, earlier, earlier.end, kinds, first=True)
        if found is not None and scene.language == "en" and _only_describes_them(scene, number, found):
            continue
        if found is not None and _heads(scene, earlier, found):
            return found
    return None


def _announced(scene: Scene, clause: Clause, kinds: tuple[str, ...]) -> Chunk | None:
    """X宣布Y加盟A,出任…: Y goes on, of whom the clause tells something, not X who says it."""
    said = next((t for t in clause.triggers if "say" in t.frames), None) if scene.language == "zh" else None
    if said is None or "person" not in kinds:
        return None
    told = [t.start for t in clause.triggers if t.start > said.end and _TELLS_OF & {*t.frames}]
    for chunk in clause.chunks:
        at = next((at for at in told if chunk.end <= at), None)
        named = chunk.kind == "person" and chunk.ids and said.end <= chunk.start
        if named and at is not None and not is_preposed(scene, chunk) and not _WHOSE.match(scene.text, chunk.end):
            return chunk
    return None


_WHOSE = re.compile(r"\s?的")
_TELLS_OF = frozenset({"join", "return", "leave", "appoint"})


def _only_describes_them(scene: Scene, number: int, group: Chunk) -> bool:
    """The three, OpenAI alumni all, started A: what says who they are does not act."""
    clause = scene.clauses[number]
    if not number or not group.generic or clause.triggers or not any(group is c for c in clause.chunks):
        return False
    before = scene.clauses[number - 1].chunks
    close = bool(before) and before[-1].kind in ("person", "pronoun") and clause.start - before[-1].end <= 1
    rest = scene.text[clause.start : group.start] + scene.text[group.end : clause.end]
    return close and rest.strip(" ,") in ("", "all", "both", "each")


_HIS_MAN = re.compile(
    r"\s(?:an?|the|his|her|one)\s(?:[a-z-]+\s){0,2}\ue000(?:['’]s)?\s(?:[a-z-]+\s){0,2}"
    r"(?:lieutenant|prot[eé]g[eé]e?|ally|aide|confidante?|loyalist|deputy|appointee|hire|recruit|associate|acolyte"
    r"|advis[eo]r|friend|man|woman|disciple|pupil|trustee)\s(?:(?:who|whom)\s|$)"
)
_PARTICIPLE_FIRST = re.compile(
    r"\s*(?:(?:and|but|soon|shortly|just|only|\w+ (?:days?|weeks?|months?|years?))\s)*"
    r"(?:(?:after|before|since|on|upon|by|while|when|instead of)\s(?:having\s|first\s|being\s)?|newly\s|until\s)?"
    r"(?:having\s(?:joined|left|quit|founded|started|resigned)|[A-Za-z][a-z]+ing|hired|poached|founded|lured|appointed"
    r"|named|promoted|sacked|fired|ousted|dismissed)\b",
    _I,
)
"""A participle that opens the sentence and whose subject the next clause names."""
_APPOSED = re.compile(
    r"\s(?:its|an?|the|his|her|who|whose|former|formerly|then|until|another|one of|both|most recently"
    r"|hired|poached|lured|promoted|named|made|brought|recruited|appointed)\b",
    _I,
)
_GOES_ON = re.compile(r"\s*(?:as\s[^,;]{3,40}\s)?(?:and|but|then|or)\b", _I)
"""A paid for B, until then the leader, and carried off …: the main clause goes on."""
_BESIDE = re.compile(r"\b(?:with|alongside|together with|along with)\s(?:his\s|her\s|the\s)?$", _I)
_WHO = re.compile(r"\s*(?:who|which)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"[\s•·*\-–—]*[\"“]?(?:(?:and|but|while|as|when|so|then|meanwhile|yet|his|her|its|their|the)\s"
    r"|(?:on\s|in\s|by\s|at\s|last\s|earlier\s|that\s|this\s|the same\s|that same\s)?\ue002\s|that same (?:day|week"
    r"|month|year)\s)*(?:[a-z-]+\s)?$",
    re.I,
)
_RELATIVE = re.compile(r"\s*(?:who|which|whose|that|where|an?\s)", re.I)


def acting_firm(scene: Scene, until: int) -> str | None:
    """Who acts in the English sentence before a place: the firm that is the subject of the last main clause."""
    found = None
    for clause in scene.clauses:
        if clause.start >= until:
            break
        if _RELATIVE.match(scene.text, clause.start) or _APPOSED.match(scene.text, clause.start):
            continue
        verb = next((t.start for t in clause.triggers), clause.end)
        for chunk in clause.chunks:
            if chunk.start >= min(verb, until):
                break
            # Started a drone maker, CyPhy Works: a name alone says what was meant before it.
            alone = clause is not scene.clauses[0] and not clause.triggers
            named_only = alone and not scene.text[chunk.end : clause.end].strip(" .,;:")
            acts = chunk.kind == "org" and chunk.ids and not named_only and not is_preposed(scene, chunk)
            if (
                acts
                and not scene.memory.is_outlet(chunk.ids[0])
                and _HEAD_AT.search(scene.text[clause.start : chunk.start])
            ):
                found = chunk.ids[0]
                break
    return found


_HEAD_AT = re.compile(r"^[^\ue000\ue001]*$")
_SAYS_THAT = re.compile(r"\b(?:that|said|says)\s(?:(?:its|his|her|their|the|an?|former)\s)*(?:[a-z-]+\s){0,4}$")


def _heads(scene: Scene, clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase opens its English clause; one inside an apposition or a relative clause is no subject."""
    if scene.language != "en":
        return True
    lead = scene.text[clause.start : chunk.start]
    if _SAYS_THAT.search(lead):
        # A said that X, its …, will leave: X heads a sentence within the sentence.
        return True
    if lead.strip() == "whose":
        # B, whose founder, X, joined as …: the subject of the relative clause.
        return True
    return not _RELATIVE.match(lead) and bool(_HEAD.fullmatch(lead))


def _free(scene: Scene, clause: Clause, at: int, kinds: tuple[str, ...], *, first: bool = False) -> Chunk | None:
    chunks = clause.chunks if first else scene.left(clause, at)
    if not first and scene.language == "en" and _AND_DOES.search(scene.text[clause.start : at]):
        # A paid B and took on its staff: who does the one does the other.
        chunks = chunks[::-1]
    for chunk in chunks:
        fits = chunk.kind in kinds and (chunk.ids or chunk.kind == "group")
        if fits and not is_preposed(scene, chunk) and not modifies(scene, chunk, at):
            return chunk
    return None


_AND_DOES = re.compile(
    r"\b(?:and|but|then|or)\s(?:(?:then|later|also|soon|now|has|have|had|will|would|is|are|was|were|been|\w+ly)\s)*$",
    _I,
)
_MODIFIER = re.compile(r"[^,，。\ue000-\ue005向对从给把将在为]{0,8}?的(?![话时])")
_IS_WHAT = re.compile(r"\s?(?:曾|原|本|正|就|也|还|都|乃)?(?:是|为)(?!了)")


def modifies(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Whether a phrase only describes the next one (他弟弟杰克主持的播客)."""
    if scene.language == "en":
        # Elon Musk's xAI: whose it is, is not who acts.
        return chunk.kind == "person" and scene.text[chunk.end - 2 : chunk.end] in ("'s", "’s")
    if chunk.kind == "group":
        return False
    if chunk.word in ("他", "她") and not scene.text.startswith("的", chunk.end):
        return False
    if any(
        t.start == chunk.end and {"leave", "join", "return"} & set(t.frames) and not scene.text.startswith("的", t.end)
        for t in scene.triggers
    ):
        # X告别待了17年的A: what X does; the 的 belongs to its object.
        return False
    if _IS_WHAT.match(scene.text, chunk.end):
        # X是《质量效应》的主笔,2003年进入A: the 的 belongs to what he is.
        return False
    if scene.text.startswith("因", chunk.end):
        # X因隐瞒与下属的恋情被解职: the 的 belongs to the reason.
        return False
    match = _MODIFIER.match(scene.text, chunk.end)
    return match is not None and match.end() < at


def leader_of(scene: Scene, until: int | None = None) -> tuple[str, ...]:
    """The person who opens the sentence and so does what it goes on to tell: 扎克伯格…,亲自推动…重组."""
    first = next((c for c in scene.chunks if c.kind in ("person", "org", "group")), None)
    if first is None or first.kind != "person" or len(first.ids) != 1 or is_preposed(scene, first):
        return ()
    clause = next(c for c in scene.clauses if c.start <= first.start < c.end)
    others = [
        c
        for c in scene.chunks
        if until is not None
        and c.kind == "org"
        and clause.end <= c.start
        and c.end <= until
        and not is_preposed(scene, c)
    ]
    if others:
        # 他走之前,A刚给…:成立B: A has taken over as the one who acts.
        return ()
    said = [t.word for t in clause.triggers if "say" in t.frames]
    if any(not is_a(word, "announces") and not is_a(word, "describes") for word in said):
        # Ryan告诉记者,Meta成立了…: who only tells does nothing.
        return ()
    if scene.language == "zh" and until is None and any(_MOVES & set(t.frames) for t in clause.triggers):
        # 李航2017年加盟字节,AI Lab则并入Seed: he only moved.
        own = [c for c in scene.chunks if c.kind == "org" and c.start >= clause.end and not is_preposed(scene, c)]
        if own:
            return ()
    return () if modifies(scene, first, len(scene.text)) else first.ids


_MOVES = frozenset({"join", "return", "leave"})
