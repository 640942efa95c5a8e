"""How near a foreign name in Chinese characters is to a Latin one, by the consonants that both keep.

奥尔特曼 is read ao er te man: l, t, m, n; Altman has l, t, m, n. The weights of what is often dropped or swapped are
data (`lexicon/name_sounds.toml`).
"""

import re
from functools import cache, lru_cache

from talent_tui.lexicon.names import name_sounds
from talent_tui.tagging.names.readings import plain_latin, syllables

_DROPPED = 0.8
"""What it costs to leave out a consonant that the table does not name."""
_INITIAL = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")


@lru_cache(maxsize=8192)
def sound_distance(chinese: str, latin: str) -> float:
    """How far the two names are apart: 0 the same consonants, 1 none shared. The cheapest way to make one the other."""
    left, right = _of_chinese(chinese), _of_latin(latin)
    if not left or not right:
        return 1.0
    dropped = name_sounds().dropped
    row = [0.0]
    for char in right:
        row.append(row[-1] + dropped.get(char, _DROPPED))
    for mine in left:
        previous, row = row, [row[0] + dropped.get(mine, _DROPPED)]
        for at, theirs in enumerate(right, 1):
            row.append(
                min(
                    previous[at] + dropped.get(mine, _DROPPED),
                    row[-1] + dropped.get(theirs, _DROPPED),
                    previous[at - 1] + _swapped(mine, theirs),
                )
            )
    return min(1.0, row[-1] / max(len(left), len(right)))


def _swapped(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    return name_sounds().swapped.get("".join(sorted((mine, theirs))), 1.0)


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple((spelling, sound) for spelling, sound in name_sounds().latin)


@lru_cache(maxsize=4096)
def _of_latin(name: str) -> str:
    text = re.sub(r"[^a-z]", "", plain_latin(name))
    for spelling, sound in _spellings():
        text = text.replace(spelling, sound)
    text = re.sub(r"([A-Za-z])\1", r"\1", text)
    return re.sub(r"[aeiou]", "", text)


@lru_cache(maxsize=4096)
def _of_chinese(name: str) -> str:
    initials = name_sounds().chinese
    sounds = []
    for readings in syllables(name):
        syllable = readings[0]
        if syllable == "er":
            sounds.append("l")
            continue
        if initial := _INITIAL.match(syllable):
            sounds.append(initials.get(initial[0], initial[0]))
        if syllable.endswith(("n", "ng")):
            sounds.append("n")
    return "".join(sounds)
