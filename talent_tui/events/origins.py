"""Where somebody comes from: told in the clause, behind it, by the time spent there, or by the phrase itself."""

import re
from datetime import date, timedelta

from talent_tui.events.arguments import FROM, marked, part_of
from talent_tui.events.chunks import Chunk
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import PERSON


def origin(scene: Scene, clause: Clause, chunk: Chunk | None, to: str | None) -> str | None:
    """Where somebody comes from: 从X …, 离开X, else the organisation in the phrase itself (OpenAI研究员…)."""
    named = marked(scene, clause, FROM[scene.language], ("org", "group"))
    if named is not None and named.kind == "org" and scene.language == "zh":
        # 由A的合资公司B转投C: from B.
        named = part_of(scene, clause, named)
    just = scene.memory.joined_here.get(chunk.ids[0]) if chunk is not None and len(chunk.ids) == 1 else None
    came = scene.memory.former.get(chunk.ids[0]) if just is not None and chunk is not None else None
    if just not in (None, to) and named is not None and named.ids == (came,) and scene.language == "en":
        # Joined A from B in 2019 and moved to C in May: from A.
        return just
    if named is not None and named.kind == "org" and len(named.ids) == 1 and named.ids[0] != to:
        return named.ids[0]
    if named is not None and named.kind == "org" and len(named.ids) > 1:
        return None
    if named is not None and named.org and named.org != to:
        return named.org
    if scene.language == "zh" and _FROM_THERE.search(scene.text, clause.start, clause.end):
        # 从那里跳槽到B: from what was named last.
        named_before = [*reversed(scene.orgs(0, clause.start)), *reversed(scene.memory.orgs)]
        return next((o for o in named_before if o != to and not scene.memory.is_outlet(o)), None)
    raid = _RAIDED.search(scene.text, 0, clause.start) if scene.language == "en" else None
    if raid is not None and scene.skeleton.name(raid.start(1)).entity != to:
        # A has raided B again: X joined in May.
        return scene.skeleton.name(raid.start(1)).entity
    both = all_from(scene, chunk) if chunk is not None else None
    if both is not None and both != to:
        return both
    worked = chunk and (_described_by(_BROUGHT_UP, scene, chunk) or where_he_worked(scene, chunk))
    if worked:
        return worked if worked != to else None
    founded = _founded(scene, chunk) if chunk is not None else None
    if founded is not None and founded != to:
        return founded
    joined = chunk is not None and any(p in scene.memory.joined_here for p in chunk.ids)
    left = _left_before(scene, clause, chunk) if scene.language == "zh" and chunk is not None and not joined else None
    if left is not None and left != to:
        return left
    moving = _BEFORE_MOVING.search(scene.text, clause.start, clause.end) if scene.language == "en" else None
    if moving is not None and (moved_from := scene.skeleton.name(moving.start(1)).entity) != to:
        # X ran A before moving to B in 2018: from A.
        return moved_from
    ran = _ran_before(scene, clause, chunk, to) if scene.language == "en" else None
    if ran is not None:
        # X, a co-founder of B, who had been running A's services, joined C: from A.
        return ran
    long_gone = scene.language == "en" and to is None and chunk is not None and chunk.former
    if chunk is not None and chunk.org and chunk.org != to and not long_gone:
        return chunk.org
    if scene.language == "en":
        told = _from_behind(scene, clause, to) or _time_at(scene, clause, to)
        if told is not None:
            return told
        return None
    before = _BEFORE_THAT.search(scene.text)
    if before is not None:
        org = scene.skeleton.name(before.start(1)).entity
        return org if org != to else None
    time_at = _TIME_AT.search(scene.text, 0, clause.end)
    if time_at is not None:
        org = scene.skeleton.name(time_at.start(1)).entity
        return org if org != to else None
    return None


_EACH_FROM = {
    "zh": re.compile(
        r"(?:一[个位名人]|前者)(?:则|是)?来自[^,，。;；\ue000\ue001]{0,8}(\ue001)[^,，。;；\ue000\ue001]{0,8}[,，;；]\s?"
        r"(?:另?一[个位名人]|后者)(?:则|是)?来自[^,，。;；\ue000\ue001]{0,8}(\ue001)"
    ),
    "en": re.compile(
        r"\b(?:one|the first) (?:came )?from (?:the )?(\ue001)[^,.;\ue000\ue001]{0,20},? (?:and )?(?:the )?"
        r"(?:other|second) (?:came )?from (?:the )?(\ue001)"
    ),
}


_RAIDED = re.compile(r"\braid(?:ed|s|ing)\s(?:the\s|rival\s)?(\ue001)")
_ALL_FROM = re.compile(
    r"\s?(?:,|\s[—–-])\s(?:both|all|each|all three|all four|all of them)\s"
    r"(?:formerly\s|previously\s|late\s|fresh\s)?(?:from|of|at)\s(?:the\s)?(\ue001)"
)


def all_from(scene: Scene, chunk: Chunk) -> str | None:
    """X and Y, both from A: A."""
    match = _ALL_FROM.match(scene.text, chunk.end) if scene.language == "en" and len(chunk.ids) > 1 else None
    return scene.skeleton.name(match.start(1)).entity if match is not None else None


def each_from(scene: Scene, at: int) -> tuple[str, str] | None:
    """X和Y加入C,一个来自A,一个来自B: where each of two people comes from, told behind a place."""
    match = _EACH_FROM[scene.language].search(scene.text, at)
    return (scene.skeleton.name(match.start(1)).entity, scene.skeleton.name(match.start(2)).entity) if match else None


_BROUGHT_UP = re.compile(r"(\ue001)(?:[（(]\ue001[)）])?\s?(?:体系)?(?:出身|背景)的[^,，。;；\ue000-\ue005]{0,12}$")
_WORKED_AT = re.compile(
    r"在(\ue001)(?:做|当|担?任|工作|任职|供职|从事|给|负责|带|教|待|干|效力)[^,，。;；]{0,14}的[^,，。;；\ue000-\ue005]{0,8}$"
)


def where_he_worked(scene: Scene, chunk: Chunk) -> str | None:
    """在A做研究的X: A."""
    return _described_by(_WORKED_AT, scene, chunk)


def _described_by(pattern: re.Pattern[str], scene: Scene, chunk: Chunk) -> str | None:
    match = pattern.search(scene.text, 0, chunk.head) if scene.language == "zh" else None
    return scene.skeleton.name(match.start(1)).entity if match is not None and match.end() >= chunk.start else None


FOUNDED = re.compile(r"(\ue000)(?:等人)?(?:自己|独自|联合|共同)?(?:创立|创办|创建|合创|打造)的\s?(\ue001)")
"""X创立的A被收购: where X is, whatever he was before."""


def _founded(scene: Scene, chunk: Chunk) -> str | None:
    """What the sentence says that somebody founded: X创立的A被B收购,X加入B."""
    for match in FOUNDED.finditer(scene.text):
        if scene.skeleton.name(match.start(1)).entity in chunk.ids and match.end() <= chunk.end:
            return scene.skeleton.name(match.start(2)).entity
    return None


def _from_behind(scene: Scene, clause: Clause, to: str | None) -> str | None:
    """X came to B only in 2024, from A; X joined B, fresh from A: the next clause says no more than where from."""
    later = scene.clause_behind(clause)
    match = _ONLY_FROM.match(scene.text, later.start, later.end) if later is not None else None
    org = scene.skeleton.name(match.start(1)).entity if match is not None else None
    return org if org != to else None


_ONLY_FROM = re.compile(
    r"\s*(?:fresh |straight |and |directly |also |again |this time |most recently |previously |formerly |until then "
    r"|then |late )*"
    r"(?:from|out of|of|at|with|a\s(?:former\s)?[a-z -]{0,30}?(?:at|of"
    r"|from))\s(?:the\s)?(?:rival\s)?(?:[a-z-]+\s){0,4}(\ue001)"
    r"(?!'s\s(?:[a-z]+\s){0,3}(?:in|on|at)\b)",
    re.IGNORECASE,
)


_BEFORE_MOVING = re.compile(
    r"\b(?:ran|led|headed|managed|worked (?:at|for)|was (?:at|with)|spent [^,.;]{3,30} at"
    r"|served (?:at|as [^,.;]{3,30} (?:at|of)))"
    r"\s(?:the\s)?(\ue001)[^,.;\ue000\ue001]{0,30}\s?before\s(?:joining|moving|leaving|switching|going|defecting|jumping)\b"
)
_APPOSED_WITHIN = 60
"""Characters of other appositions between a name and who ran what."""
_WHO_RAN = re.compile(
    r"\s*who\s(?:had\s|has\s|once\s|long\s|until\s[a-z]+\s)*"
    r"(?:(?:run|ran|led|headed|overseen|oversaw|managed)(?:\s[^,\ue000\ue001]{1,30}?\s(?:at|for|of|in))?"
    r"|worked (?:at|for)"
    r"|served (?:at|as [^,]{0,30} (?:at|of))|spent [^,]{0,30} at|been (?:running|leading|heading)"
    r"|been (?:[^,]{0,30} )?(?:at|of|with))\s(?:the\s)?(\ue001)"
)


def _ran_before(scene: Scene, clause: Clause, chunk: Chunk | None, to: str | None) -> str | None:
    """X, who had run A's wealth business, joined B; B hired X, who ran A: from A."""
    if chunk is None or chunk.kind != "person" or chunk.word:
        return None
    told = [c for c in scene.clauses if 0 <= c.start - chunk.end <= _APPOSED_WITHIN]
    found = (_WHO_RAN.match(scene.text, c.start, c.end) for c in told)
    match = next((m for m in found if m is not None and PERSON not in scene.text[chunk.end : m.start()]), None)
    org = scene.skeleton.name(match.start(1)).entity if match is not None else None
    return org if org != to else None


def _time_at(scene: Scene, clause: Clause, to: str | None) -> str | None:
    """X joined B after a spell at A: in the clause, or in another one that "after" opens."""
    for match in _TIME_AT_EN.finditer(scene.text):
        here = match.start() < clause.end or _AFTER_A_TIME.search(scene.text[: match.end()])
        org = scene.skeleton.name(match.start(1)).entity
        if here and org != to:
            return org
    return None


_TIME_AT_EN = re.compile(
    r"\b(?:years|months|weeks|year|stint|spell|time|decades?|career|tenure|period|run|stretch|stay|life|apprenticeship)"
    r"\s(?:[a-z-]+\s){0,3}?(?:at|with|inside|in)\s(?:the\s)?(?:rival\s)?(\ue001)",
    re.IGNORECASE,
)
_AFTER_A_TIME = re.compile(r"\b(?:after|following|ending|capping)\s[^;.]{0,60}$", re.IGNORECASE)


_LEFT = re.compile(r"(?:离开|告别|辞别|脱离|挥别|卸下|辞去|辞掉)了?\s?$")


_FROM_THERE = re.compile(r"从(?:那里|那儿|那边|这里)")
_CAME_HOME = re.compile(r"从\s?(\ue001)[^,，。;；]{0,4}(?:回国|归国|回来|出来|辞职|离职|出走|退下来)")
"""从普渡大学回国,进了A."""
_HANDED_IN = re.compile(r"向\s?(\ue001)[^,，。]{0,4}(?:递|提|交)[^,，。]{0,4}(?:辞呈|辞职)")


def _left_before(scene: Scene, clause: Clause, chunk: Chunk) -> str | None:
    """What the clauses between a person and the word say that he left: A董事长X,离开B总经理的位子,转赴C."""
    for earlier in reversed(scene.clauses[: scene.clauses.index(clause)]):
        if earlier.end <= chunk.start or any({"found", "join"} & set(t.frames) for t in earlier.triggers):
            # 离开A,次月创办B,后受聘于C: from A he went to B.
            break
        handed_in = _HANDED_IN.search(scene.text, earlier.start, earlier.end)
        if handed_in is not None:
            return scene.skeleton.name(handed_in.start(1)).entity
        came_back = _CAME_HOME.search(scene.text, earlier.start, earlier.end)
        if came_back is not None:
            return scene.skeleton.name(came_back.start(1)).entity
        named = marked(scene, earlier, _LEFT, ("org", "group"))
        if named is not None and named.start >= chunk.end:
            left = next((m.value.end for _, m in scene.dates(earlier.start, earlier.end)), None)
            came = next((m.value.start for _, m in scene.dates(clause.start, clause.end)), None)
            if away_too_long(left, came):
                # 2009年离开A,2011年加入B: not from A any more.
                return None
            return named.ids[0] if len(named.ids) == 1 else named.org
    return None


_BETWEEN_JOBS = timedelta(days=150)
"""Who has been away for longer comes from nowhere."""


def away_too_long(left: date | None, came: date | None) -> bool:
    """Whether somebody left one firm too long before he came to another for it to be one move."""
    return left is not None and came is not None and came - left > _BETWEEN_JOBS


_BEFORE_THAT = re.compile(
    r"(?:(?:此前|之前|先前|原先|原本|(?:\ue000|他|她)(?:原|本)来?)他?她?(?:一直)?(?:曾?在|供职于|任职于|效力于|就职于|是|任)"
    r"|(?:前|上)一(?:站|份工作|家公司|任雇主|个东家)(?:是|在|为))\s?(\ue001)"
)
"""此前他在A工作了十一年: where he came from, told behind."""
_TIME_AT = re.compile(r"在(\ue001)[^,，。]{0,6}?(?:工作|任职|待|干|效力)[^,，。]{0,8}?(?:年|月|后)")
"""In A for years, then to B: 在A工作九年后, after two years at A."""


def came_from_several(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """The organisations of 从A、B和C等公司."""
    named = marked(scene, clause, FROM[scene.language], ("org",))
    return named.ids if named is not None and len(named.ids) > 1 else ()
