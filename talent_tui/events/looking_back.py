"""Where somebody came from, told by the sentence behind the move: Before that she had been head of search at A."""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene

_WAS = r"(?:供职于|任职于|就职于|效力于|担任|在|是|任|为)"
_TOLD_AFTERWARDS = {
    "zh": re.compile(
        r"\s*(?:(?:此前|之前|先前|在此之前|在那之前|加入前|加盟前|入职前|跳槽前|到任前|来之前|上任前)[,，]?\s?"
        rf"(?:他|她|(\ue000))?(?:一直|曾经?|长期|原本|还|都|已)*{_WAS}"
        r"|(?:他|她|(\ue000))(?:则|便|就)?(?:是)?来自|(?:他|她|(\ue000))的(?:上一站|前一站|上一份工作|前东家|上家)(?:是|在|为))"
        r"\s?(\ue001)(?![^,，。]{0,6}(?:融资|上市|收购))"
    ),
    "en": re.compile(
        r"\s*(?:(?:Previously|Before that|Before then|Until then|Until recently|Most recently|Formerly),?\s"
        r"(?:[Hh]e|[Ss]he|(\ue000))\s"
        r"(?:(?:was|had been|served as|worked as)\s[^,.;\ue000-\ue005]{0,40}?(?:at|of|with|for)|worked (?:at|for)"
        r"|(?:had )?(?:ran|run|led|headed|oversaw|managed)(?:\s[^,.;\ue000-\ue005]{1,30}?\s(?:at|for|of))?)"
        r"|(?:He|She|(\ue000))\s(?:was|had been|had worked|had spent|had run|had led|had headed)\s"
        r"(?:previously|formerly|most recently|until (?:then|now|recently)|[a-z]+ years)\s"
        r"[^,.;\ue000-\ue005]{0,40}?(?:at|of|with|for))\s(?:the\s)?(\ue001)"
    ),
}


def told_afterwards(scene: Scene, before: list[Draft]) -> None:
    """X joined B. Before that she had been head of search at A: gives the draft before where she came from."""
    match = _TOLD_AFTERWARDS[scene.language].match(scene.text)
    moved = [d for d in before if d.type in ("join", "return") and len(d.people) == 1]
    if match is None or len({d.people for d in moved}) != 1:
        return
    last = match.re.groups
    person = next((scene.skeleton.name(match.start(n)).entity for n in range(1, last) if match[n]), None)
    org = scene.skeleton.name(match.start(last)).entity
    for draft in moved:
        told = draft.from_ is None or draft.origin_guessed
        if told and person in (None, *draft.people) and org not in (draft.to, scene.memory.parent(draft.to)):
            draft.from_, draft.origin_guessed = org, False
            draft.companies = tuple(dict.fromkeys((org, *draft.companies)))
