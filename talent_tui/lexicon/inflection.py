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
_INFLECTED = ("join", "return", "leave", "hire", "lose_to", "appoint", "lose_role", "succeeded_by", "freeze", "found")
"""Frames whose verbs are told in every form; those of money and goods list theirs, many being nouns as well."""
_MOVING = frozenset({"join", "return", "leave", "hire", "lose_role", "succeeded_by"})
_HELPS = frozenset({
    "be", "been", "being", "was", "were", "is", "are", "has", "had", "have", "will", "would",
    "to", "by", "not", "never",
})  # fmt: skip


class Inflected(NamedTuple):
    """A form, the entry that it is a form of, and whether it is bare: a verb only behind "will" and the like."""

    entry: str
    bare: bool


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


@cache
def inflected() -> dict[str, Inflected]:
    """Forms to entries: infinitives of all verbs, of moves in several words also the forms in -s and -ing."""
    table = verb_words()["en"]
    listed = {word.lower() for words in table.values() for word in words}
    out: dict[str, Inflected] = {}
    for frame in _INFLECTED:
        for entry in table[frame]:
            first, _, rest = entry.lower().partition(" ")
            if " … " in entry or first in _HELPS:
                continue
            for base in _bases(first):
                forms = [(base, True)]
                if rest and frame in _MOVING:
                    forms += [(form, False) for form in (_third_person(base), *_participles(base))]
                for form, bare in forms:
                    whole = f"{form} {rest}".strip()
                    if whole not in listed:
                        out.setdefault(whole, Inflected(entry.lower(), bare))
    return out


@cache
def inflected_pattern() -> re.Pattern[str]:
    """One pattern over all forms, the longest first; group `word` is the form."""
    return re.compile(rf"\b(?P<word>{any_of(inflected())})\b", re.IGNORECASE)


BARE = re.compile(
    r"(?:\b(?:will|would|shall|did|does)\s(?:not\s)?(?:\w+ly\s|also\s|soon\s|now\s|then\s|himself\s|herself\s)?"
    r"|\b(?:is|are|was|were|set|due|agreed|agrees|decided|decides|chose|chosen|opted|poised|retirement|scheduled|slated"
    r"|preparing|ready|plans?|planned|planning|intends?|intended|intending|expected|persuaded|convinced)\sto\s)$",
    re.IGNORECASE,
)
"""What stands in front of an infinitive that tells of a deed; "wants to", "in order to" and the like do not."""
