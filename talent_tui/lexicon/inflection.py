"""English verbs in forms that the verb table does not list: will hire, is crossing over to."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.verbs import verb_words

_IRREGULAR = {
    "became": "become", "began": "begin", "broke": "break", "brought": "bring", "bought": "buy", "built": "build",
    "came": "come", "caught": "catch", "chose": "choose", "cut": "cut", "drew": "draw", "fell": "fall", "flew": "fly",
    "found": "find", "froze": "freeze", "gave": "give", "got": "get", "held": "hold", "kept": "keep", "laid": "lay",
    "led": "lead", "left": "leave", "let": "let", "lost": "lose", "made": "make", "paid": "pay", "quit": "quit",
    "ran": "run", "said": "say", "sent": "send", "set": "set", "shut": "shut", "sold": "sell", "split": "split",
    "spun": "spin", "stole": "steal", "stood": "stand", "struck": "strike", "swept": "sweep", "threw": "throw",
    "told": "tell", "took": "take", "went": "go", "won": "win", "wound": "wind", "wrote": "write",
}  # fmt: skip
_PERFECT = {
    "began": "begun", "broke": "broken", "became": "become", "came": "come", "chose": "chosen", "drew": "drawn",
    "fell": "fallen", "flew": "flown", "froze": "frozen", "gave": "given", "ran": "run", "stole": "stolen",
    "took": "taken", "threw": "thrown", "went": "gone", "wrote": "written",
}  # fmt: skip
_INFLECTED = ("join", "return", "leave", "hire", "lose_to", "appoint", "lose_role", "succeeded_by", "freeze", "found")
"""Frames whose verbs are told in every form; those of money and goods list theirs, many being nouns as well."""
_MOVING = frozenset({"join", "return", "leave", "hire", "lose_role", "succeeded_by"})
_HELPS = frozenset({
    "be", "been", "being", "was", "were", "is", "are", "has", "had", "have", "will", "would",
    "to", "by", "not", "never",
})  # fmt: skip


_BARE = re.compile(
    r"(?:\b(?:will|would|shall|did|does)\s(?:not\s)?(?:\w+ly\s|also\s|soon\s|now\s|then\s|himself\s|herself\s)?"
    r"|\b(?:is|are|was|were|set|due|agreed|agrees|decided|decides|chose|chosen|opted|poised|retirement|scheduled|slated"
    r"|preparing|ready|plans?|planned|planning|intends?|intended|intending|expected|persuaded|convinced)\sto\s)$",
    re.IGNORECASE,
)
"""What stands in front of an infinitive that tells of a deed; "wants to", "in order to" and the like do not."""
_HAS = re.compile(
    r"\b(?:has|have|had|having)\s(?:not\s)?(?:(?:since|already|also|now|then|just|long|himself|herself|\w+ly)\s)?$",
    re.IGNORECASE,
)
"""What stands in front of the participle of a perfect: has taken a job at."""
_TAKEN = re.compile(rf"{_HAS.pattern}|\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?$", re.IGNORECASE)
"""Or of a passive: was taken on by."""
_EITHER = re.compile(rf"{_BARE.pattern}|{_HAS.pattern}", re.IGNORECASE)
"""Has come over to, will come over to: one form for both."""


class Inflected(NamedTuple):
    """A form, the entry that it is a form of, and what makes a verb of it: "will" and the like, or "has"."""

    entry: str
    behind: re.Pattern[str] | None


def _bases(past: str) -> Iterator[str]:
    """What may be the infinitive of a past form; of the wrong guesses none is an English word behind "will"."""
    if past in _IRREGULAR:
        yield _IRREGULAR[past]
    elif past.endswith("ied"):
        yield past[:-3] + "y"
    elif past.endswith("ed"):
        stem = past[:-2]
        yield stem
        yield stem + "e"
        if len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]


def _third_person(base: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def _participles(base: str) -> Iterator[str]:
    yield (base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base) + "ing"
    if re.fullmatch(r"[a-z]*[^aeiou][aeiou][^aeiouwxy]", base):
        yield base + base[-1] + "ing"


def _forms(past: str, frame: str, *, alone: bool) -> Iterator[tuple[str, re.Pattern[str] | None]]:
    """The other forms of the first word of an entry; `alone` if it has no other word."""
    perfect, bases = _PERFECT.get(past), list(_bases(past))
    if perfect is not None and perfect not in bases:
        yield perfect, _TAKEN if frame == "hire" else _HAS
    for base in bases if frame in _INFLECTED else ():
        yield base, _EITHER if perfect == base else _BARE
        if not alone and frame in _MOVING:
            yield from ((form, None) for form in (_third_person(base), *_participles(base)))


@cache
def inflected() -> dict[str, Inflected]:
    """Forms to entries: infinitives of all verbs, of moves in several words also the forms in -s and -ing."""
    table = verb_words()["en"]
    listed = {word.lower() for words in table.values() for word in words}
    out: dict[str, Inflected] = {}
    for frame, entries in table.items():
        for entry in entries if frame != "ignore" else ():
            first, _, rest = entry.lower().partition(" ")
            if " … " in entry or first in _HELPS:
                continue
            for form, behind in _forms(first, frame, alone=not rest):
                whole = f"{form} {rest}".strip()
                if whole not in listed:
                    out.setdefault(whole, Inflected(entry.lower(), behind))
    return out


@cache
def inflected_pattern() -> re.Pattern[str]:
    """One pattern over all forms, the longest first; group `word` is the form."""
    return re.compile(rf"\b(?P<word>{any_of(inflected())})\b", re.IGNORECASE)
