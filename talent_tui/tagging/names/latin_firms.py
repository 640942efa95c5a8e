"""Organisations in Latin letters that no list has.

They are known by their ending (… Labs, … Times), by form (Levels.fyi, PlayAI), and by all that stands beside them in
the whole text: neighbours in a list vouch for each other.
"""

import re
from functools import cache

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.latin_words import (
    Word,
    is_given_name,
    is_plain,
    is_title,
    opens_sentence,
    runs,
)
from talent_tui.tagging.names.page import Page

_CAMEL = re.compile(r"^(?:[A-Z]?[a-z]+[A-Z]|[A-Z]{2,}[a-z])")
_DOMAIN = re.compile(r"\.(?:ai|AI|com|io|fyi|co|dev|xyz)$")
_SCHOOL = re.compile(
    r"\b(?:University|Institute|College|Academy|Bank|Ministry|Department|School|Bureau|Council) of (?:the )?"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)*"
)
_OPENING = frozenset(
    (
        "A",
        "An",
        "And",
        "As",
        "At",
        "But",
        "By",
        "For",
        "From",
        "If",
        "In",
        "Of",
        "On",
        "The",
        "To",
        "When",
        "While",
        "With",
    )
)
_MOVES_BEFORE = re.compile(
    r"\b(?:off|over|back|away|defect\w*|walk\w*|decamp\w*|jump\w*|switch\w*|mov\w+|went|go\w*|return\w*|head\w*|bound"
    r"|poach\w*|hir\w+|lur\w+|c[oa]me\w*|coming|arriv\w*|recruit\w*|tempt\w*|pluck\w*|snatch\w*|bolt\w*|transfer\w*"
    r"|rose|spent \w+ years|quit\w*|retired|resigned)(?: in)?"
    r"(?: away| off| over| back| in| across| on| up| here)? (?:to|from|for|at) $|\bswapped $"
    r"|\b(?:walk|bow)\w* out of $"
    r"|\b(?:stint|years|spell|career|decades?|time) (?:at|with) $|\bs(?:old|ell|ells|elling)\b[^.;\n]{2,40} to $"
)
_PAYS_AFTER = re.compile(
    r"^ (?:(?:had|has|have|will|would) )?(?:put|puts|put in|invested?|won|wins|paid|pays|pay"
    r"|led (?:a|the) (?:\w+ )?(?:round|seed|Series)|told (?:its )?(?:staff|employees|investors)|has agreed|agreed to"
    r"|led(?=[.;])|bought|buys|raised|laid off|boss|man who|alum|banker|lawyer|was (?:reported|said) to)\b"
)
_LISTED_AFTER = re.compile(r"\s?(?:、|, |，|和|与|及|以及|或| and | or )\s?(?:the )?")
_LISTED_BEFORE = re.compile(r"\s?(?:、|, |，|和|与|及|以及|或| and | or )\s?(?:the )?$")
_ENOUGH = 2.0
_BOTH_SIDES = 4.0
"""What the words on both sides of a firm weigh together: founded Otto, a maker of kits."""
_ROUNDS = 4
"""A list vouches along its length; four rounds reach the members that are that far from one known otherwise."""


@cache
def _endings() -> frozenset[str]:
    words = name_words()
    return frozenset(words.latin_firm_endings) | frozenset(words.latin_outlet_endings)


_PARTNERS = re.compile(
    r"(?<![&-] )\b(?:O['’]|D['’]|Mc|Mac)?[A-Z][a-z][\w-]* & [A-Z][a-z][\w-]*(?: [A-Z][\w-]+)?\b(?! [A-Z&])"
)
"""Holloway & Pike; Research & Development is none, whose words are of the language."""
_OFFICE = re.compile(
    r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:office|studio|lab|plant|factory|newsroom|bureau|fab|campus)\b"
    r"(?= (?:will|would|is to|was|is being|has been) (?:be )?(?:clos|shut|mov|open))"
)


_WORD_BEFORE = re.compile(r"(?:^|[^\w'’-])([A-Z][\w'’-]*) $")


def _in_a_longer_name(page: Page, start: int, lower: frozenset[str]) -> bool:
    """Whether a capitalised word of a name stands in front: Smith Holloway & Pike, not At Holloway & Pike."""
    match = _WORD_BEFORE.search(page.before(start, 24))
    return match is not None and not (match[1] in _OPENING or is_title(match[1]) or match[1].lower() in lower)


def _offices(page: Page) -> list[Found]:
    """Offices and plants of a town that are opened or closed: its Dublin office would close."""
    return [
        Found(*match.span(), "organisation", 5.1, "an office that is closed or opened", match.group())
        for match in _OFFICE.finditer(page.text)
        if not page.is_masked(*match.span())
    ]


def by_ending(page: Page, named: bytearray, taken: bytearray, lower: frozenset[str]) -> list[Found]:
    """Organisations of two words or more by their last one, schools and offices by their first."""
    found = [
        Found(*match.span(), "organisation", 4.0, "form of a school or an office", match.group())
        for match in _SCHOOL.finditer(page.text)
        if 1 not in named[match.start() : match.end()] and not page.is_masked(*match.span())
    ]
    found += [
        Found(*match.span(), "organisation", 4.0, "two names with & between", match.group())
        for match in _PARTNERS.finditer(page.text)
        if not page.is_masked(*match.span())
        and 1 not in named[match.start() : match.end()]
        and not all(is_plain(word) or word.lower() in lower for word in re.findall(r"[A-Z][\w'-]*", match.group()))
        and not _in_a_longer_name(page, match.start(), lower)
    ]
    found += _offices(page)
    for run in runs(page, named):
        last = max((at for at, word in enumerate(run) if at and word.text.rstrip(".") in _endings()), default=0)
        words = _without_opening(page, run[: last + 1], lower) if last else []
        if len(words) < 2 or all(is_plain(word.text) and len(word.text) < 4 for word in words[:-1]):
            continue
        if len(words) == 2 and is_given_name(words[0].text) and beside(page, words[0].start, words[-1].end).person >= 1:
            continue
        outlet = words[-1].text in name_words().latin_outlet_endings
        named_with_article = outlet or words[-1].text == "Company"
        if not outlet and taken[words[-2].start]:
            continue
        if named_with_article and run.index(words[0]):
            before = run[run.index(words[0]) - 1]
            words = [before, *words] if before.text == "The" else words
        start, end = words[0].start, words[-1].end
        found.append(Found(start, end, "organisation", 3.4, "ending of an organisation", page.text[start:end]))
    return found


def _without_opening(page: Page, words: list[Word], lower: frozenset[str]) -> list[Word]:
    """Drop articles, titles and the sentence's first word from the front of an organisation's name."""
    while len(words) > 1 and (
        words[0].text in _OPENING
        or _is_a_day(page, words)
        or is_title(words[0].text)
        or (words[0].text.lower() in lower and opens_sentence(page, words[0].start))
    ):
        words = words[1:]
    return words


_MONTHS = frozenset((
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Spring", "Summer",
    "Autumn", "Fall", "Winter",
))  # fmt: skip
_WHEN = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Ll]ast|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]his|[Nn]ext|[Ll]ate|[Ee]arly|[Mm]id|[Tt]hat|of) $"
)


def _is_a_day(page: Page, words: list[Word]) -> bool:
    """In May Brightwell Capital …, Last May …: when, and no part of the name."""
    first = words[0]
    if first.text in ("Last", "Next", "Late", "Early", "Since", "Until") and words[1].text in _MONTHS:
        return True
    return first.text in _MONTHS and _WHEN.search(page.before(first.start, 8)) is not None


def by_votes(
    page: Page, forms: dict[str, list[tuple[Word, ...]]], lower: frozenset[str], known: list[Found]
) -> list[Found]:
    """Organisations by all places of a form together. `known` are organisations and people that are sure."""
    spans = {form: [(place[0].start, place[-1].end) for place in places] for form, places in forms.items()}
    votes = {form: _votes(page, form, at, lower) for form, at in spans.items()}
    starts = {item.start for item in known if item.kind == "organisation"}
    ends = {item.end for item in known if item.kind == "organisation"}
    firsts = {item.form for item in known if item.kind == "organisation"}
    accepted: dict[str, None] = {}
    for _ in range(_ROUNDS):
        fresh = []
        for form, at in spans.items():
            if form in accepted or votes[form] <= -2.0:
                continue
            listed = sum(_is_listed(page, a, b, starts, ends) for a, b in at)
            part_of = 1.5 if " " in form and form.split()[0] in firsts else 0.0
            if votes[form] + min(listed, 2) * 2.0 + part_of >= _ENOUGH:
                fresh.append(form)
        for form in fresh:
            accepted[form] = None
            firsts.add(form)
            starts.update(a for a, _ in spans[form])
            ends.update(b for _, b in spans[form])
        if not fresh:
            break
    return [
        Found(a, b, "organisation", 3.8 if form.startswith("The ") else 3.0, "words beside it", form)
        for form in accepted
        for a, b in spans[form]
    ]


_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
_AT_HOME = re.compile(
    r" (?:[a-z][a-z-]* ){0,3}(?:start-?up|company|firm|maker|bank|fund|outfit|lab|studio|chain|retailer)\b"
)
_IN_A_PLACE = re.compile(r"\b[Ii]n $")


def _is_listed(page: Page, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    """Whether a sure organisation is the neighbour in a list."""
    if _IN_A_PLACE.search(page.before(start, 4)):
        # Over in Walldorf, SAP …: a town and a firm are no list.
        return False
    after = _LISTED_AFTER.match(page.text, end)
    if after and after.end() in starts:
        return True
    before = _LISTED_BEFORE.search(page.before(start, 8))
    return before is not None and start - len(before.group()) in ends


def _votes(page: Page, form: str, at: list[tuple[int, int]], lower: frozenset[str]) -> float:
    """What speaks for an organisation, over all places of a form."""
    single = " " not in form
    if len(form) < 2 or (single and _is_word(page, form, at, lower)):
        return -9.0
    if single and len(form) > 4 and form.endswith(("AI", "Labs")):
        return 3.0
    vote = 0.8 if form.startswith("The ") else 0.0
    if _DOMAIN.search(form):
        vote += 2.0
    elif _CAMEL.match(form):
        vote += 0.6
    elif form.isupper() and len(form) <= 4:
        vote -= 0.4
    if any(char.isdigit() for char in form):
        vote -= 1.0
    if is_given_name(form.split()[0]):
        vote -= 1.0
    weak = 0.0
    for start, end in at:
        clue = beside(page, start, end)
        if page.is_latin and _ARTICLE.search(page.before(start, 5)) and _AT_HOME.match(page.after(end, 60)):
            # The Miami e-commerce start-up: where it is at home.
            vote -= 2.0
        elif clue.thing and clue.firm < 2.7:
            vote -= 1.0
        elif clue.firm >= 2:
            vote += 2.0 if clue.firm < 2.7 else 2.5 if clue.firm < _BOTH_SIDES else 3.5
        elif _moves(page, start, end):
            vote += 2.0
        else:
            weak += (1.0 if page.is_latin else 0.6) * clue.firm
    return vote + min(weak, 2.0)


def _moves(page: Page, start: int, end: int) -> bool:
    """Whether somebody comes from there or goes there, or the money comes from there; of English text."""
    return page.is_latin and bool(
        _MOVES_BEFORE.search(page.before(start, 40)) or _PAYS_AFTER.match(page.after(end, 40))
    )


def _is_word(page: Page, form: str, at: list[tuple[int, int]], lower: frozenset[str]) -> bool:
    if _CAMEL.match(form) or _DOMAIN.search(form):
        return False
    return is_plain(form) or form.lower() in lower or form in _endings()
