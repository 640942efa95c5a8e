"""What a sentence tells once more without its verb: let 300 people go in 2022 and another 340 the following May."""

import re
from collections.abc import Iterator

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.events.titles import role_in, role_within
from talent_tui.lexicon.numerals import number

_ANOTHER = r"(?:then\s|another\s|a\s(?:further|second|third)\s|some\s|about\s|as\s(?:many|much)\sas\s)*"
_ON = r"(?:only\s)?(?:in\s|on\s|at\sthe\send\sof\s|late\sin\s|early\sin\s)?"
_END = r"(?=\s?[,.;]|\s?$)"
_MORE = {
    "freeze": re.compile(
        rf"\band\s{_ANOTHER}(?P<n>\d[\d,]*)(?:\s(?:more|others|people|jobs|staff|workers|employees))*\s{_ON}(?P<date>\ue002){_END}"
        rf"|\band\s{_ON}(?P<date2>\ue002)\s{_ANOTHER}(?P<n2>\d[\d,]*)\s(?:more|others)\b{_END}"
    ),
    "deal": re.compile(rf"\band\s{_ANOTHER}(?P<sum>\ue003)(?:\smore)?\s{_ON}(?P<date>\ue002){_END}"),
    "leave": re.compile(rf"\band\s(?P<who>\ue000)\s(?:too\s|followed\s)?{_ON}(?P<date>\ue002){_END}"),
}
_MORE["join"] = _MORE["return"] = _MORE["leave"]


_SO_DID = re.compile(
    r"\s*(?:And\s)?[Ss]o\s(?:had|has|have|did|does|do|was|were|is|are|will|would)\s(?:too\s|also\s)?(\ue000)"
)


def done_alike(scene: Scene, before: list[Draft]) -> Iterator[Draft]:
    """X had left in November. So had Y: the draft of the sentence before, once more."""
    match = _SO_DID.match(scene.text) if scene.language == "en" else None
    model = next((d for d in reversed(before) if d.type in _MOVES and len(d.people) == 1), None)
    if match is None or model is None:
        return
    one = model.again()
    one.people = (scene.skeleton.name(match.start(1)).entity,)
    one.start, one.end = scene.skeleton.clean_span(0, next(c.end for c in scene.clauses if c.end >= match.end()))
    one.at, one.line, one.sentence = one.start, scene.skeleton.sentence.line, scene.skeleton.sentence.start
    yield one


_MOVES = frozenset({"join", "return", "leave"})
_OTHERS_TOO = re.compile(
    rf"(?:,|,?\s(?:and|while|but))\s(?P<who>\ue000)\s(?:for|to)\s(?:the\s|rival\s)?(?P<to>\ue001)"
    rf"(?:\s{_ON}(?P<date>\ue002))?(?=\s?[,.;]|\s(?:and|while|but)\b|\s?$)"
    rf"|,\s(?:\w+\s){{0,2}}followed\s(?:\w+\s){{0,3}}by\s(?:[a-z'’-]+\s){{0,4}}(?P<who2>\ue000)"
    rf"(?:\s{_ON}(?P<date2>\ue002))?{_END}"
    rf"|,\s(?:and\s)?(?:taking|took)\s(?:[a-z'’-]+\s){{0,4}}(?P<who3>\ue000)\s(?:along\s)?with\s(?:him|her|them)\b"
)
"""X left A for B and Y for C; X left for B, followed by Y."""


def others_too(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Who goes on the same verb, each to a place of his own."""
    if scene.language != "en":
        return
    model = next((d for d in drafts if d.type in _MOVES and d.people), None)
    told = {p for d in drafts if d.type in _MOVES for p in d.people}
    for match in _OTHERS_TOO.finditer(scene.text, scene.skeleton.at(model.at)) if model is not None else ():
        groups = match.groupdict()
        own = bool(groups["who"])
        named = next(group for group in ("who", "who2", "who3") if groups[group])
        person = scene.skeleton.name(match.start(named)).entity
        if model is None or person in told or (own and model.to is None):
            continue
        more = model.again()
        more.people = (person,)
        if own:
            more.to = scene.skeleton.name(match.start("to")).entity
            more.companies = tuple(dict.fromkeys(o for o in (more.from_, more.to) if o))
        day = "date" if own else "date2"
        if groups[day]:
            more.date, more.date_because = scene.date_at(match.start(day)), None
        yield more


_ANOTHER_POST = {
    "en": re.compile(
        r"(?:,|;|,?\s(?:and|while))\s(?P<who>\ue000)\s(?:its\s|the\s)?(?P<title>[a-z][A-Za-z -]{3,40}?)"
        r"(?=[,.;]|\sand\s\ue000|$)"
    ),
    "zh": re.compile(
        r"[、,，;；和及](?P<who>\ue000)(?:先生|女士|博士)?为(?:(?P<org>\ue001)的?)?(?P<title>[^,，。;；、\ue000-\ue005]{2,16})"
    ),
}


def other_posts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """X became chief technologist and Y finance chief: Y's post, told without the verb."""
    model = next((d for d in drafts if d.type == "appoint" and len(d.people) == 1 and d.role), None)
    if model is None:
        return
    told = {p for d in drafts for p in d.people}
    role_in_it = role_in if scene.language == "en" else role_within
    for match in _ANOTHER_POST[scene.language].finditer(scene.text, scene.skeleton.at(model.at)):
        person = scene.skeleton.name(match.start("who")).entity
        role = role_in_it(match["title"])
        if person not in told and role is not None and len(role) + 4 >= len(match["title"]):
            more = model.again()
            more.people, more.role, more.predecessor = (person,), role, ()
            if match.groupdict().get("org"):
                # 任命X为A总裁、Y为B总裁.
                more.to = scene.skeleton.name(match.start("org")).entity
                more.companies = (more.to,)
            yield more


def repeated(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """The further drafts that an English sentence gives in short, each with its own day and number, sum or person."""
    if scene.language != "en":
        return
    for draft in drafts:
        pattern = _MORE.get(draft.type)
        at = scene.skeleton.at(draft.at)
        match = pattern.search(scene.text, at) if pattern is not None else None
        if match is None or any(at < t.start < match.start() for t in scene.triggers if "say" not in t.frames):
            continue
        groups = match.groupdict()
        day = match.start("date2" if groups.get("date2") else "date")
        more = draft.again()
        more.start, more.end = scene.skeleton.clean_span(match.start() + len("and "), match.end())
        more.date, more.date_because = scene.date_at(day), None
        if groups.get("sum"):
            at_sum = match.start("sum")
            more.amounts = scene.amounts(at_sum, at_sum + 1)
            draft.amounts = [a for a in draft.amounts if a not in more.amounts]
        elif groups.get("who"):
            person = scene.skeleton.name(match.start("who")).entity
            if any(person in d.people for d in drafts if d.type == draft.type):
                continue
            more.people = (person,)
        else:
            value = number((groups.get("n") or groups.get("n2") or "").replace(",", ""))
            more.count = int(value) if value else None
        yield more
