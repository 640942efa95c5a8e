"""Lists of Chinese names (夏中谱、贾鹏和CTO王佳佳): what one member says about the next."""

import re
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.page import HAN, Page

THRESHOLD = 2.1
"""Chosen on the keys: lower finds no more people, but words."""
_LIKELY = 0.6
"""What a doubtful name must score to speak for its neighbour in a list."""
_VOUCHED = 2.2
"""What a good name adds to its neighbour in a list."""
_LIST_ROUNDS = 4


class Place(NamedTuple):
    """One place of a form, and how much speaks for a name there."""

    start: int
    end: int
    score: float


def vouch_in_lists(page: Page, scores: dict[str, float], places: dict[str, list[Place]], sure: list[Found]) -> None:
    """In a list (夏中谱、贾鹏和CTO王佳佳) one good name vouches for its neighbours, and they for theirs."""
    known_starts, known_ends = {item.start for item in sure}, {item.end for item in sure}
    _counted(page, scores, places)
    _pairs(page, scores, places)
    doubtful = [form for form in places if THRESHOLD - _VOUCHED <= scores[form] < THRESHOLD]
    for _ in range(_LIST_ROUNDS):
        good = [place for form, at in places.items() if scores[form] >= THRESHOLD for place in at]
        starts = known_starts | {place.start for place in good}
        ends = known_ends | {place.end for place in good}
        fresh = [form for form in doubtful if any(_is_listed(page, place, starts, ends) for place in places[form])]
        if not fresh:
            return
        for form in fresh:
            scores[form] += _VOUCHED
        doubtful = [form for form in doubtful if form not in fresh]


_COUNTED = re.compile(rf"((?:[{HAN}]{{2,3}}(?:、|和|与)){{1,6}}[{HAN}]{{2,3}}?)([两二三四五六七])[人位名]")
_FIGURES = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}


def _counted(page: Page, scores: dict[str, float], places: dict[str, list[Place]]) -> None:
    """张震、高翔、岳斌三人: where as many are named as counted and one is a good name, all are names."""
    for match in _COUNTED.finditer(page.text):
        names = re.split("[、和与]", match[1])
        if len(names) != _FIGURES[match[2]] or not any(scores.get(name, 0.0) >= THRESHOLD for name in names):
            continue
        for name in names:
            if name in places:
                scores[name] = max(scores[name], THRESHOLD)


def _pairs(page: Page, scores: dict[str, float], places: dict[str, list[Place]]) -> None:
    """In a list of names none of which is sure (柳含章和唐不器分别) each speaks for the one beside it."""
    likely = [form for form in places if _LIKELY <= scores[form] < THRESHOLD]
    at = [place for form in likely for place in places[form]]
    starts, ends = {place.start for place in at}, {place.end for place in at}
    for form in likely:
        sides = max(_listed_sides(page, place, starts, ends) for place in places[form])
        scores[form] += 0.9 * sides


def _listed_sides(page: Page, place: Place, starts: set[int], ends: set[int]) -> int:
    before, after = _list_marks()
    left = before.search(page.before(place.start, 12))
    right = after.match(page.after(place.end, 12))
    beside_left = left is not None and place.start - len(left.group()) in ends
    return beside_left + (right is not None and place.end + right.end() in starts)


def _is_listed(page: Page, place: Place, starts: set[int], ends: set[int]) -> bool:
    """Whether a good name is the next or the last member of a list, be there a title between."""
    return _listed_sides(page, place, starts, ends) > 0


@cache
def _list_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    titles = any_of(name_words().titles)
    mark = rf"(?:、|和|与|及|以及)\s?(?:前|原)?(?:{titles})?\s?"
    return re.compile(rf"{mark}$"), re.compile(mark)
