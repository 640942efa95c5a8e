"""Words that tell events, by language and frame: `verbs.toml`."""

import re
from functools import cache

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.tables import load


@cache
def verb_words() -> dict[str, dict[str, list[str]]]:
    """Language ("zh", "en") to frame to words."""
    return load("verbs", dict[str, dict[str, list[str]]])


@cache
def trigger_pattern(language: str) -> re.Pattern[str]:
    """One pattern over all words of a language, the longest first; group `word` is the word."""
    words = {w for frame in verb_words()[language].values() for w in frame}
    if language == "en":
        return re.compile(rf"\b(?P<word>{any_of(w.lower() for w in words)})\b", re.IGNORECASE)
    return re.compile(rf"(?P<word>{any_of(words)})")


@cache
def frames_of(language: str) -> dict[str, tuple[str, ...]]:
    """Each word to the frames that it can open, in the table's order."""
    out: dict[str, list[str]] = {}
    for frame, words in verb_words()[language].items():
        for word in words:
            out.setdefault(word.lower(), []).append(frame)
    return {word: tuple(frames) for word, frames in out.items()}
