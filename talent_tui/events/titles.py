"""The title that an appointment gives: 出任[首席人工智能官], named [chief executive] of …"""

import re
from functools import cache

from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import DATE, MONEY, ORG, PERSON
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.roles import roles

_ROLE_END = re.compile(
    rf"[,，。;；:：!！?？\"()（）{DATE}{MONEY}{PERSON}]|一职|职务|的职|的头衔|头衔|之[职位]|那年|当年|那时|印信|一事|已(?=[一两三四五六七八九十\d]|经|有)|大位|宝座|帅印|和|并|后|时|期间|以|的(?=\S{{0,6}}$)"
)


@cache
def _title_in_english() -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, roles("en").titles), key=len, reverse=True))
    lead = r"\s*(?:as\s|to\s)?(?:its\s|the\s|an?\s|their\s|his\s|her\s)?"
    return re.compile(rf"{lead}((?:[A-Za-z&'-]+\s){{0,5}}?(?:co-)?(?:{titles})s?)\b", re.IGNORECASE)


_TO_A_POST = re.compile(r"^\s[^,.;\ue000]{2,40}?\s(?:to|into)\s")
"""Went from co-CEO to executive chairman."""
_FROM_A_POST = re.compile(r"^(?:\sfrom\s[^,.;\ue000]{3,60}?)?\s(?:to|into)\s(?=[a-z]+\s|its\s|[A-Z])")
"""Stepped up from chief strategy officer to interim CEO."""
_TO_A_TITLE = (" to", " as", " from", "became", "becomes", "become")
"""Was elevated to CFO in place of X: the title stands right behind such a word."""
_NO_POST = re.compile(
    r"\s(?:critic|rival|target|problem|worry|defender|customer|backer|supporter|beneficiary|concern|competitor)"
)
"""Meta's chief critic: nobody gave him that post."""
_NO_TITLE = re.compile(
    r"\b(?:replac\w+|succeed\w*|be(?:come|came|comes|coming)|and|to|from|after|when|who|with|was|were|is|had|has"
    r"|would|will)\b",
    re.I,
)
"""Words that stand in no title: the pattern has run on into the next verb."""


@cache
def _title_in_chinese() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, roles("zh").titles)))


def role_of(scene: Scene, clause: Clause, trigger: Trigger) -> str | None:
    """The title behind an appointment: 出任[首席人工智能官], named [chief executive] of …"""
    text = scene.text[trigger.end : clause.end]
    if scene.language == "en":
        person = re.match(rf"[^{PERSON}]{{0,60}}{PERSON}(?:(?:,\sand|,|\sand)\s{PERSON})*(?:'s)?", text)
        text = (_TO_A_POST if trigger.word.lower().endswith("from") else _FROM_A_POST).sub("", text)
        text = re.sub(rf"^\s(?:the\s)?{ORG}(?:'s|’s)(?=\s)", "", text)
        at_once = _title_in_english().match(text) if trigger.word.lower().endswith(_TO_A_TITLE) else None
        match = at_once or _title_in_english().match(text[person.end() :] if person else text)
        if match is None and person is not None:
            # named X, hired from A in June, as its chief scientist.
            behind_it = re.search(r",\sas\s(?:its|the|their|an?)?", scene.text[clause.end - 1 : clause.end + 60])
            rest = scene.text[clause.end - 1 + behind_it.end() :] if behind_it else ""
            match = _title_in_english().match(rest) if rest else None
        if match is not None and _NO_POST.match(match.string, match.end(1)):
            return None
        role = match[1].strip() if match else None
        return None if role is not None and _NO_TITLE.search(role) else role
    text = re.sub(rf"^[^{PERSON},，。]{{0,14}}{PERSON}\s*(?:为|担任|出任|任|当)?", "", text)
    text = re.sub(rf"^\s*[了为成任作]?\s*{ORG}?\s*的?\s*(?:新设立?的|新设|新任|新|全球|该公司|公司)?", "", text)
    cut = _ROLE_END.search(text)
    role = (text[: cut.start()] if cut else text).strip(" 「」『』“”为了" + ORG).replace(ORG, "")
    role = re.sub(r"^(?:出任|担任|就任|兼任|任|过)", "", role)
    if not 2 <= len(role) <= 24 or not _title_in_chinese().search(role):
        return None
    return re.sub(r"[「」『』“”]", "", role)


def role_within(text: str) -> str | None:
    """The first Chinese title of a run: 连[董事长]也不当了."""
    match = _title_in_chinese().search(text)
    return match.group() if match else None


def role_in(text: str) -> str | None:
    """The first title of an English run: the role of [chief operating officer] to."""
    match = _title_in_english().search(text)
    return match[1].strip() if match else None
