"""Lists of people under a sentence that says what they did: one line a person.

"A份近期加入Meta的名单,一共11人,其中7人来自OpenAI" above eleven lines makes eleven moves. What the heading says (what
happened, to where, from where) reaches each line unless the line says otherwise: a line that tells of years at the new
employer makes a return of a join, a line that names another last employer has its own origin.
"""

import re
from collections.abc import Sequence

from talent_tui.events.arguments import following
from talent_tui.events.dating import find_date
from talent_tui.events.days import seen_from
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.events.skeleton import ORG, PERSON
from talent_tui.events.subjects import subject
from talent_tui.lexicon.products import makers
from talent_tui.model import DateMention, EventType, Publication

_BULLET = r"^[\s\-*•·●▪◦>#]*(?:\(?\d{1,2}[.、)）:]|[一二三四五六七八九十]+、)?\s*[*_“「]*"
_ENTRY = re.compile(rf"{_BULLET}{PERSON}[*_”」]*\s*(?:[:：]|——|—|–|-|,|，|\(|（|$)")
_ENTRY_STRICT = re.compile(rf"{_BULLET}{PERSON}[*_”」]*\s*(?:[:：]|——|—|–|\s-\s)")
_BULLETED = re.compile(rf"^[\s>]*(?:[\-*•·●▪◦#]|\(?\d{{1,2}}[.、)）:]|[一二三四五六七八九十]+、)\s*[*_“「]*{PERSON}")
_NAMED_LIST = re.compile(
    rf"({ORG})[^,，。]{{0,8}}?"
    r"(?:新成员|新员工|新人|新同事|新招|新聘|首批成员|人才|new hires|joiners)[^,，。]{0,8}(?:名单|如下|[:：]|list)"
)
_PAST = re.compile(rf"(?:曾|此前|之前|早年|前|原|过去)[^,，;；。]{{0,6}}{ORG}")
_LATER = re.compile(rf"(?:后来?|随后|最近|离开前|上一站|此前最后)[^,，;；。]{{0,4}}{ORG}")


class Heading:
    """What the sentences above a list say of all its people."""

    def __init__(self) -> None:
        """Nothing said yet."""
        self.to: str | None = None
        self.origin: str | None = None
        self.kind = "join"
        self.date: DateMention | None = None
        self.trigger = ""


def is_entry(scene: Scene) -> bool:
    """Whether a sentence looks like a line of a list: a bullet or a colon behind the name that it begins with."""
    return bool(_ENTRY_STRICT.match(scene.text) or _BULLETED.match(scene.text))


def rosters(scenes: Sequence[Scene]) -> dict[int, list[int]]:
    """Index of the first sentence of each list to the indices of its entries (first sentences of their lines)."""
    first_of_line: dict[int, int] = {}
    for i, scene in enumerate(scenes):
        first_of_line.setdefault(scene.skeleton.sentence.line, i)
    out: dict[int, list[int]] = {}
    run: list[int] = []
    for _, i in sorted(first_of_line.items()):
        if _ENTRY.match(scenes[i].text) and (
            not run or _ENTRY_STRICT.match(scenes[i].text) or len(scenes[i].text) < 120
        ):
            run.append(i)
            continue
        _close(run, scenes, out)
        run = []
    _close(run, scenes, out)
    return out


def _close(run: list[int], scenes: Sequence[Scene], out: dict[int, list[int]]) -> None:
    strict = sum(bool(_ENTRY_STRICT.match(scenes[i].text) or _BULLETED.match(scenes[i].text)) for i in run)
    if len(run) >= 2 and strict * 2 >= len(run):
        out[run[0]] = list(run)


def heading_of(scenes: Sequence[Scene], first: int, published: Publication) -> Heading:
    """The heading of a list: its last four sentences, the nearest word of moving wins."""
    heading = Heading()
    for scene in reversed(scenes[max(0, first - 4) : first]):
        for clause in reversed(scene.clauses):
            from_here = re.search(
                rf"(?:来自|从|出自|均是|都是|都来自)\s?({ORG})", scene.text[clause.start : clause.end]
            )
            if from_here and heading.origin is None:
                heading.origin = scene.skeleton.name(clause.start + from_here.start(1)).entity
            for trigger in reversed(clause.triggers):
                if heading.to is not None:
                    break
                target = None
                if {"join", "return"} & set(trigger.frames):
                    target = following(scene, clause, trigger, ("org",))
                elif "hire" in trigger.frames:
                    target = subject(scene, clause, trigger, ("org",))
                if target is None:
                    continue
                heading.to = target.ids[0]
                heading.kind = "return" if "return" in trigger.frames else "join"
                heading.trigger = trigger.word
                heading.date = find_date(scene, clause, trigger.start)[0]
                if heading.date is None:
                    dates = scene.dates(0, len(scene.text))
                    heading.date = dates[0][1] if dates else None
                if heading.date is not None:
                    heading.date = seen_from(heading.date, scene.day, published)
        named = _NAMED_LIST.search(scene.text) if heading.to is None else None
        if named is not None:
            heading.to, heading.trigger = scene.skeleton.name(named.start(1)).entity, "list of newcomers"
            dates = scene.dates(0, len(scene.text))
            heading.date = dates[0][1] if dates else None
        if heading.to is not None and heading.origin is not None:
            break
    if heading.origin == heading.to:
        heading.origin = None
    return heading


def entry(scenes: Sequence[Scene], index: int, heading: Heading, told: Sequence[Draft]) -> Draft | None:
    """The move of one line. `told` are the dated moves that the line itself tells (2023年跳槽到OpenAI)."""
    scene = scenes[index]
    assert heading.to is not None
    at = scene.text.index(PERSON)
    person = scene.skeleton.name(at).entity
    line = [s for s in scenes[index : index + 4] if s.skeleton.sentence.line == scene.skeleton.sentence.line]
    to = scene.memory.parent(heading.to)
    origins = [o for s in line for o in s.orgs(0, len(s.text)) if o not in (to, heading.to)]
    origin = origins[-1] if origins else None
    made = [o for s in line for o in makers(s.text) if o not in (to, heading.to) and o in scene.memory.companies]
    present = [o for s in line for o in _present(s) if o not in (to, heading.to)]
    stations = [d.to for d in told if d.type in ("join", "return") and d.to and d.to not in (to, heading.to)]
    from_ = (
        (stations[-1] if stations else None)
        or (present[-1] if present else None)
        or (made[0] if made else None)
        or origin
        or heading.origin
    )
    stayed = any(_was_at(s, {to, heading.to}) for s in line)
    kind: EventType = "return" if stayed or heading.kind == "return" else "join"
    start, end = scene.skeleton.clean_span(0, len(scene.text))
    return Draft(
        kind, f"list under “{heading.trigger}”", start, end, scene.skeleton.starts[at],
        scene.skeleton.sentence.line, scene.skeleton.sentence.start,
        people=(person,), from_=from_, to=to, companies=tuple(o for o in dict.fromkeys((from_, to, heading.to)) if o),
        date=heading.date, date_because="the heading of its list" if heading.date else None,
        weak=[] if from_ else ["origin unknown"],
    )  # fmt: skip


def _org_at(scene: Scene, match: re.Match[str]) -> str:
    return scene.skeleton.name(match.end() - 1).entity


def _present(scene: Scene) -> list[str]:
    """Organisations that a line places the person at last: 后在X, 在X负责 (not 曾在X), X项目的…"""
    later = [_org_at(scene, m) for m in _LATER.finditer(scene.text)]
    if later:
        return later
    past = {_org_at(scene, m) for m in _PAST.finditer(scene.text)}
    return [o for o in scene.orgs(0, len(scene.text)) if o not in past][:1]


def _was_at(scene: Scene, orgs: set[str | None]) -> bool:
    return any(
        _org_at(scene, m) in orgs for m in re.finditer(rf"(?:曾|此前|早年|之前)[^,，;；。]{{0,4}}{ORG}", scene.text)
    ) and bool(re.search(r"任职|工作|供职|效力|就职|年|前员工|待", scene.text))
