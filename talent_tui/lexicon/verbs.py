"""Words that tell events, by language and frame: `verbs.toml`.

An entry with a gap ("struck … deal") opens its frame at its first part where the second one follows in the clause.
"""

import re
from functools import cache

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.tables import load


@cache
def verb_words() -> dict[str, dict[str, list[str]]]:
    """Language ("zh", "en") to frame to words."""
    return load("verbs", dict[str, dict[str, list[str]]])


_GAP = " … "
_BETWEEN = {"zh": "[^,，。;；:：]{0,20}?", "en": r"(?:\s(?:[^,.;:]|,\s\d\d,){0,44}?)?\s"}
"""What may stand in a gap: no end of a clause."""


@cache
def _all_words(language: str) -> frozenset[str]:
    return frozenset(w for frame in verb_words()[language].values() for w in frame)


@cache
def gapped(language: str) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """The first part of each entry with a gap, to a pattern of what must follow it and the entry itself."""
    out: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for entry in sorted(_all_words(language), key=lambda e: (-len(e), e)):
        if _GAP in entry:
            head, tail = entry.lower().split(_GAP)
            end = r"\b" if language == "en" else ""
            pattern = re.compile(f"{_BETWEEN[language]}{re.escape(tail)}{end}", re.IGNORECASE)
            out.setdefault(head, []).append((pattern, entry.lower()))
    return out


_PREPOSITION = re.compile(r" (?:over |across |back |off )?(?:to|at|for|from|with|as)$")
_MOVING = ("join", "return", "leave", "hire", "lose_to")


@cache
def dated() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """English: the head of a moving entry that ends in a preposition, to what must follow it and the entry itself.

    "decamped to" is also "decamped in March to": a day may stand before the preposition.
    """
    out: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    words = {w.lower() for frame in _MOVING for w in verb_words()["en"][frame] if _GAP not in w}
    for entry in sorted(words, key=lambda e: (-len(e), e)):
        if (match := _PREPOSITION.search(entry)) is not None:
            pattern = re.compile(rf"{_WHEN}{re.escape(match[0])}\b", re.IGNORECASE)
            out.setdefault(entry[: match.start()], []).append((pattern, entry))
    return out


_WHEN = r"\s(?:(?:late |early |back )?(?:in|on)\s|last\s|earlier\s|only\s)?\ue002"


@cache
def trigger_pattern(language: str) -> re.Pattern[str]:
    """One pattern over all words of a language, the longest first; group `word` is the word."""
    words = {w.split(_GAP)[0] for w in _all_words(language)}
    if language == "en":
        return re.compile(rf"\b(?P<word>{any_of(w.lower() for w in words)})\b", re.IGNORECASE)
    return re.compile(rf"(?P<word>{any_of(words)})")


@cache
def dated_pattern() -> re.Pattern[str]:
    """One pattern over the heads of English entries that a day may part."""
    return re.compile(rf"\b(?P<word>{any_of(dated())})\b(?={_WHEN})", re.IGNORECASE)


@cache
def frames_of(language: str) -> dict[str, tuple[str, ...]]:
    """Each word to the frames that it can open, in the table's order."""
    out: dict[str, list[str]] = {}
    for frame, words in verb_words()[language].items():
        for word in words:
            out.setdefault(word.lower(), []).append(frame)
    return {word: tuple(frames) for word, frames in out.items()}
