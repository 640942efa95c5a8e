"""Words that say how sure a telling is: `cues.toml`."""

import re
from functools import cache

from talent_tui.lexicon.tables import load


@cache
def cue(language: str, kind: str) -> re.Pattern[str]:
    """The pattern of one kind of cue ("reported", "planned", …) in one language."""
    table = load("cues", dict[str, dict[str, list[str]]])
    return re.compile("|".join(f"(?:{p})" for p in table[language][kind]), re.IGNORECASE)
