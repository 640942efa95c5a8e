"""Teams and units of a firm in English text: the Dojo team that is disbanded, the AI group that somebody gives up."""

import re

from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.page import Page

_CHARGE = (
    r"(?:lead|leads|led|leading|leader of|head of|heads|headed|heading|boss of|chief of|runs|ran|run|running|oversees"
    r"|oversaw|joined|joining|built|in charge of|manages|managed)"
)
_CHANGE = (
    r"(?:disbanded|disbanding|dissolved|merged|split up|shut down|folded|took over|takes over|taking over|take over"
    r"|gave up|gives up|giving up|got|gets|inherits|inherited|handed|caretaker of|reorgani[sz]ed)"
)
_WHOSE = r"(?:the|its|their|[A-Z]\w+'s)"
_NAMED = re.compile(
    rf"\b(?:{_CHARGE}|{_CHANGE}) {_WHOSE} ((?:[A-Z][\w-]*[\w] ){{1,3}}(?:team|group|unit|division|lab|department))\b"
)
_DESCRIBED_AS = (
    r"(?!new\b|small|whole|entire|founding|leadership|management|executive|core|same|own|first|original|only|other"
    r"|rest\b|company|parent)(?:[a-z]{2,}|[A-Z]{2,3})(?: (?:[a-z]{3,}|[A-Z]{2,3})){0,2}?"
    r" (?:team|group|unit|division|lab|department|business|arm)"
)
_DESCRIBED = re.compile(rf"\b{_CHANGE} {_WHOSE} ({_DESCRIBED_AS})\b(?! of )")
_PASSED = re.compile(rf"\b(?:the|its|whose|their) ({_DESCRIBED_AS}) (?:passed|went|goes|was handed|moved|moves) to\b")


def find_units(page: Page) -> list[Found]:
    """Teams that get a new head, are dissolved, merged or handed on."""
    if not page.is_latin:
        return []
    found = []
    for pattern in (_NAMED, _DESCRIBED, _PASSED):
        for match in pattern.finditer(page.text):
            start, end = match.span(1)
            if not page.is_masked(start, end):
                found.append(Found(start, end, "organisation", 5.2, "a team to which something happens", match[1]))
    return found
