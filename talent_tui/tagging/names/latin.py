"""People in Latin letters that no list has, of two to four parts; and what is left for the rules for organisations."""

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Sequence

from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.latin_firms import by_ending, by_votes
from talent_tui.tagging.names.latin_words import (
    Word,
    has_name_form,
    is_given_name,
    is_plain,
    is_surname_spelling,
    lowercase_words,
    runs,
    split_plain,
)
from talent_tui.tagging.names.page import Page
from talent_tui.tagging.names.readings import is_pinyin

_GLUED = re.compile(r"^([A-Z][a-z]+)([A-Z][a-z]+(?:-[A-Z][a-z]+)?)$")
_EMPLOYER = re.compile(r"\b(?:former|ex-|then|longtime|onetime|veteran|current)\s?$")
_JOB = re.compile(
    r" (?:banker|engineer|executive|researcher|scientist|designer|employee|lawyer|manager|director|partner|trader"
    r"|analyst)\b"
)
"""A former Morgan Stanley banker: the name between is an employer's."""
_SHORTEST_GLUED = 5
"""Two syllables glued are a name from this length on: LiWeiMin, but not MiMo."""
_LISTED = re.compile(r"\s?(?:、|, and |, |，|和|与|及|以及| and )\s?")
_LISTED_BEFORE = re.compile(r"\s?(?:、|, and |, |，|和|与|及|以及| and )\s?$")
_PSEUDONYM = re.compile(r"^\s?[（(](?:化名|应受访者要求)")


def find_latin(
    page: Page, named: bytearray, taken: bytearray, known: list[Found], known_people: frozenset[str]
) -> list[Found]:
    """People and organisations in Latin letters that no list has.

    `named` marks the names of the lexicon, `taken` also what is known to be none; `known` are those names,
    and `known_people` what the people among them are called in full.
    """
    lower = lowercase_words(page)
    ended = by_ending(page, named, taken, lower)
    blocked = bytearray(taken)
    for item in ended:
        blocked[item.start : item.end] = b"\1" * (item.end - item.start)
    forms: dict[str, list[tuple[Word, ...]]] = defaultdict(list)
    for run in runs(page, blocked):
        for whole in split_plain(page, run, lower):
            part = whole[1:] if _begins_with_a_month(page, whole) else whole
            if len(part) <= 4:
                form = re.sub(r"\s+", " ", page.text[part[0].start : part[-1].end])
                forms[form].append(tuple(part))
    scores = {form: _score(page, places) for form, places in forms.items() if len(places[0]) > 1}
    _vouch(page, scores, forms, [item for item in known if item.kind == "person"])
    people = [
        Found(place[0].start, place[-1].end, "person", 3.6, "Latin name", form)
        for form, score in scores.items()
        if score >= _needed(page)
        for place in forms[form]
    ]
    full = [item.form.split() for item in people] + [name.split() for name in known_people if " " in name]
    surnames, given = {parts[-1] for parts in full}, {parts[0] for parts in full}
    for form, places in forms.items():
        if len(places[0]) == 1:
            people += _of_one_part(page, form, places, given)
    named_people = {item.form for item in people}
    left = {
        form: places
        for form, places in forms.items()
        if form not in named_people and form not in surnames and not _apart(form)
    }
    return [*ended, *people, *by_votes(page, left, lower, [*known, *ended])]


_A_DATE = re.compile(r"(?:\d(?:st|nd|rd|th)?|\b(?:[Ii]n|[Ll]ast|[Ss]ince|[Uu]ntil|[Bb]y|[Tt]his|late|early))\s$")


def _begins_with_a_month(page: Page, part: Sequence[Word]) -> bool:
    """On 1 April Kenta Abe, In June Prem Akkaraju: the month belongs to the date."""
    month = len(part) > 1 and part[0].text in tuple(month_name)
    return month and _A_DATE.search(page.before(part[0].start, 8)) is not None


def _needed(page: Page) -> float:
    """What a name must score: in English text many things have capitals."""
    return 1.5 if page.is_latin else 1.0


def _score(page: Page, places: list[tuple[Word, ...]]) -> float:
    """How much speaks for a person of two to four parts, over all places of the form."""
    words = [word.text for word in places[0]]
    if words[0] == "The" or " of " in page.text[places[0][0].start : places[0][-1].end]:
        return -9.0
    score = 1.0 if all(has_name_form(word) for word in words) else -2.0
    given = is_given_name(words[0]) or is_given_name(words[0].split("-")[0])
    if given:
        score += 2.0
    elif len(words) == 3 and len(words[0]) == len(words[1]) == 1 and "".join(words[:2]) not in _NO_INITIALS:
        # C.S. Venkatakrishnan.
        score += 1.0
    if all(is_pinyin(word) for word in words) and (is_surname_spelling(words[-1]) or is_surname_spelling(words[0])):
        score += 1.5
    elif is_surname_spelling(words[-1]):
        score += 1.0
    person = firm = 0.0
    for place in places:
        clue = beside(page, place[0].start, place[-1].end)
        if clue.byline:
            return -9.0
        person, firm = max(person, clue.person), max(firm, clue.firm)
        score -= 1.0 * clue.thing
    score += 0.7 * min(person, 3.0) + 0.2 * (len(places) - 1)
    if any(_EMPLOYER.search(page.before(p[0].start, 12)) and _JOB.match(page.after(p[-1].end, 24)) for p in places):
        return -9.0
    return -9.0 if firm >= 2 and score - firm < 1.5 and not given else score


_NO_INITIALS = frozenset(("US", "UK", "UN", "EU", "AI", "PR", "DC", "HK"))
"""Two capitals that stand for a country or a thing."""
_ROUNDS = 4
"""Names in a row that one good name may vouch for, each for the next."""


def _vouch(page: Page, scores: dict[str, float], forms: dict[str, list[tuple[Word, ...]]], people: list[Found]) -> None:
    """In a list (Paril Jain and Luke Holoubek) one good name vouches for its neighbours, and they for theirs."""
    starts, ends = {item.start for item in people}, {item.end for item in people}
    for _ in range(_ROUNDS):
        good = [place for form, score in scores.items() if score >= _needed(page) for place in forms[form]]
        starts |= {place[0].start for place in good}
        ends |= {place[-1].end for place in good}
        fresh = [
            form
            for form, score in scores.items()
            if 0 <= score < _needed(page) and any(_is_listed(page, place, starts, ends) for place in forms[form])
        ]
        if not fresh:
            return
        for form in fresh:
            scores[form] += 1.0


def _is_listed(page: Page, place: tuple[Word, ...], starts: set[int], ends: set[int]) -> bool:
    after = _LISTED.match(page.text, place[-1].end)
    before = _LISTED_BEFORE.search(page.before(place[0].start, 8))
    followed = after is not None and after.end() in starts
    return followed or (before is not None and place[0].start - len(before.group()) in ends)


def _apart(form: str) -> str | None:
    """The two parts of a person's name written without its space (AviVerma), or None."""
    match = _GLUED.match(form)
    if match is None or is_plain(match[2]):
        return None
    pinyin = (
        len(form) > _SHORTEST_GLUED and is_pinyin(match[1]) and is_pinyin(match[2]) and is_surname_spelling(match[2])
    )
    return f"{match[1]} {match[2]}" if is_given_name(match[1]) or pinyin else None


def _of_one_part(page: Page, form: str, places: list[tuple[Word, ...]], given: set[str]) -> list[Found]:
    spans = [(place[0].start, place[0].end) for place in places]
    if apart := _apart(form):
        return [Found(a, b, "person", 3.6, "Latin name without its space", apart) for a, b in spans]
    if not is_given_name(form) or form in given:
        return []
    clues = [beside(page, a, b) for a, b in spans]
    alias = any(_PSEUDONYM.match(page.after(b, 10)) for _, b in spans)
    if alias or sum(clue.person >= 1.5 for clue in clues) >= 2:
        return [Found(a, b, "person", 3.2, "given name of a speaker", form) for a, b in spans]
    return []
