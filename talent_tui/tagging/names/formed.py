"""Teams by the verb in front of them, whatever their name is made of: 合并成端到端算法与功能部, 新设的AI Infra部."""

import re
from functools import cache

from talent_tui.lexicon.names import name_cues, name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.page import HAN, Page

_INSIDE = rf"[{HAN}A-Za-z0-9 -]"
_NO_NAME = re.compile(
    r"[的了在由把被向将]|(?:一|两|多|几|数|这|那|该|各)[个支家]|公司|[一二三]级|全资|专门|专职|独立|全新|新的"
)
_NEXT = re.compile(r"\s?[、和与及]\s?")
_LONGEST = 16


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = name_words()
    endings = "|".join(sorted((*words.team_endings, "研究院"), key=lambda e: (-len(e), e)))
    verbs = "|".join(sorted(name_cues().team_formed, key=lambda v: (-len(v), v)))
    name = rf"[“「]?({_INSIDE}{{2,{_LONGEST}}}?(?:{endings})(?!{endings}))"
    return re.compile(rf"(?:{verbs})了?(?:一个|一支|新的|名为|整个|全部|全新的?|独立的?)?{name}"), re.compile(name)


def find_formed(page: Page, named: bytearray) -> list[Found]:
    """Teams that are set up, merged, split, closed or taken over; `named` marks names that are known."""
    first, following = _patterns()
    found = []
    for match in first.finditer(page.text):
        span = _team(page, named, *match.span(1))
        while span is not None:
            found.append(
                Found(*span, "organisation", 3.2, "a team to which something happens", page.text[slice(*span)])
            )
            link = _NEXT.match(page.text, span[1])
            another = following.match(page.text, link.end()) if link else None
            span = _team(page, named, *another.span(1)) if another else None
    return found


def _team(page: Page, named: bytearray, start: int, end: int) -> tuple[int, int] | None:
    """The run of a team's name, without the firm in front of it, or None."""
    text = page.text
    if page.is_masked(start, end) or page.cut[end] or _NO_NAME.search(text, start, end):
        return None
    start = next((at + 1 for at in range(end - 1, start - 1, -1) if named[at]), start)
    ending = next(
        (len(e) for e in sorted(name_words().team_endings, key=len, reverse=True) if text.endswith(e, start, end)), 0
    )
    stem = text[start : end - ending].strip()
    words = name_words()
    if len(stem) < 2 or stem in words.team_stops or page.cut[start]:
        return None
    return start + (len(text[start:end]) - len(text[start:end].lstrip())), end
