"""Members of a group whose move or layoff was told, named behind it: 1,000 people went, among them X."""

import re
from collections.abc import Iterator

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene

_INCLUDING = {
    "en": re.compile(
        r"(?:,|:|—|–|;)\s(?:among them|including|among those (?:leaving|joining|going|hired)\s(?:is|are|was|were))"
        r"\s(?:\w+\s)?[^\ue000\ue001,;.]{0,40}$"
    ),
    "zh": re.compile(r"(?:其中|当中)?(?:就|也|还)?(?:包括|包含|不乏|有)(?:了)?[^,，。;；\ue000]{0,24}$"),
}
_AMONG = {
    "en": re.compile(r"\s*(?:are|were|is|was)\samong\s(?:them|those|the)\b"),
    "zh": re.compile(
        r"\s?(?:等人|两人|三人)?(?:均|都|也|就|皆)?(?:在列(?!席|车|队)|在其中|名列其中|身在其中|在其列|榜上有名)"
    ),
}
_AMONG_FIRST = {
    "en": re.compile(
        r"\s*Among (?:them|those|the (?:hires|leavers|departures|new arrivals|recruits)) (?:is|are|was|were)\s"
        r"[^\ue000,;.]{0,30}$"
    ),
    "zh": re.compile(r"^[\s“「]*(?:其中|当中)(?:就|也|还)?(?:包括|包含|有)(?:了)?[^,，。;；\ue000]{0,24}$"),
}
_WITH_HIS_DAY = re.compile(r"\s(?:in\s|on\s|last\s|only\s)?\ue002")
_GOES = ("join", "return", "leave", "freeze")


def named_members(scene: Scene, told: list[Draft], before: list[Draft]) -> Iterator[Draft]:
    """A draft a person that the sentence names as a member of a group that it, or the one `before`, tells of."""
    already = {p for d in told for p in d.people}
    for chunk in scene.chunks:
        if chunk.kind != "person" or not chunk.ids or set(chunk.ids) & already:
            continue
        if scene.text.startswith("在内的", chunk.end):
            # 包括X在内的高管表示遗憾: they are those who speak.
            continue
        lead = scene.text[: chunk.head]
        own_day = _WITH_HIS_DAY.match(scene.text, chunk.end) if scene.language == "en" and ":" in lead else None
        listed = [d for d in told if _of_a_group(d) and scene.skeleton.at(d.at) < lead.find(":")]
        if own_day is not None and listed and not any(t.start > lead.find(":") for t in scene.triggers):
            # Two engineers have gone to A: X in July and Y a week later.
            for one in _one_each(scene, listed[-1], chunk.ids, chunk.start):
                day = own_day.end() - 1
                one.date, one.date_because = scene.date_at(day) or one.date, None
                yield one
            continue
        counted = any(c.kind == "group" and c.end <= chunk.start for c in scene.chunks)
        here = [d for d in told if _of_a_group(d) and (counted or scene.skeleton.at(d.at) < chunk.start)]
        if here and _INCLUDING[scene.language].search(lead):
            yield from _one_each(scene, here[-1], chunk.ids, chunk.start)
            continue
        earlier = [d for d in before if _of_a_group(d)]
        named = _AMONG[scene.language].match(scene.text, chunk.end) or _AMONG_FIRST[scene.language].search(lead)
        if earlier and not told and named:
            yield from _one_each(scene, earlier[-1], chunk.ids, chunk.start)


_SPELT_OUT = {
    "zh": re.compile(
        r"[^。]{0,20}?(?:[:：]|——|[,，](?:他们|两人|三人|四人|这两人|这三人)?(?:分别)?(?:是|为|即|叫)|[,，](?:即|也就是|分别))"
        r"[^,，。;；:：\ue000]{0,14}"
    ),
    "en": re.compile(r"[^.]{0,40}?(?::|\s[—–]|,\snamely)\s[^,.;:\ue000]{0,24}"),
}
_FROM_FIRM = re.compile(r"\s(?:from|of|formerly of|late of|at)\s(?:the\s)?(\ue001)")


def spelt_out(scene: Scene, told: list[Draft]) -> list[Draft]:
    """两位高管加入A:B的X和C的Y; two joined A: X from B and Y from C. Each of them instead of the number."""
    out: list[Draft] = []
    for draft in told:
        at = scene.skeleton.at(draft.at)
        people = [c for c in scene.chunks if c.kind == "person" and c.start > at]
        ids = [p for c in people for p in c.ids]
        counted = draft.type in ("join", "return", "leave") and _of_a_group(draft) and draft.count == len(ids) > 1
        apart = (
            counted
            and len(set(ids)) == len(ids)
            and _SPELT_OUT[scene.language].fullmatch(scene.text, at, people[0].start)
        )
        if not apart or any(people[0].start < t.start < people[-1].start for t in scene.triggers):
            out.append(draft)
            continue
        for chunk in people:
            match = _FROM_FIRM.match(scene.text, chunk.head + 1) if scene.language == "en" else None
            own = dict(chunk.orgs)
            for one in _one_each(scene, draft, chunk.ids, chunk.start):
                old = scene.skeleton.name(match.start(1)).entity if match is not None else own.get(one.people[0])
                if draft.type != "leave" and old not in (None, draft.to):
                    one.from_ = old
                    one.companies = tuple(dict.fromkeys((old, *one.companies)))
                out.append(one)
    return out


def _of_a_group(draft: Draft) -> bool:
    return draft.type in _GOES and not draft.people and (draft.group or draft.count is not None)


def _one_each(scene: Scene, of: Draft, people: tuple[str, ...], at: int) -> Iterator[Draft]:
    clause = next(c for c in scene.clauses if c.start <= at < c.end)
    start, end = scene.skeleton.clean_span(clause.start, clause.end)
    for person in people:
        one = of.again()
        one.people, one.count, one.group = (person,), None, False
        one.start, one.end = min(start, of.start) if of.sentence == scene.skeleton.sentence.start else start, end
        one.at, one.line, one.sentence = (
            scene.skeleton.starts[at],
            scene.skeleton.sentence.line,
            scene.skeleton.sentence.start,
        )
        if of.type == "freeze":
            # Who is named among those laid off leaves the firm.
            one.type, one.from_, one.to = "leave", next(iter(of.companies), None), None
        yield one
