"""Every form of a lexicon's names, looked for in one pass."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from talent_tui.lexicon.names import NameLexicon
from talent_tui.tagging.names.page import HAN, Kind, frequency

_INITIALS = re.compile(r"([A-Z])\.?\s?([A-Z])\.?\s([A-Z].+)")
"""RJ Scaringe, also R.J. Scaringe and R. J. Scaringe."""

_ALL_HAN = re.compile(rf"[{HAN}]+")


class Form(NamedTuple):
    """A way to write a name, and whose it is; `kind` is None for no name, `near` is the id that must be named."""

    text: str
    kind: Kind | None
    ident: str
    weak: bool
    near: str | None
    outlet: bool = False


@dataclass(frozen=True, eq=False)
class Matcher:
    """An automaton over every form of a lexicon; `forms[i]` are the readings of pattern `i`."""

    automaton: AhoCorasick
    forms: tuple[tuple[Form, ...], ...]


def lower_case(text: str) -> str:
    """A text in lower case, each character one character."""
    lower = text.lower()
    if len(lower) == len(text) and "Σ" not in text:  # which has a lower case of its own at the end of a word
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _variants(form: str) -> set[str]:
    """A form and how it may be written: without spaces (ScaleAI), with another apostrophe folded."""
    form = form.replace("’", "'").replace("•", "·").replace("‧", "·")
    spellings = {form}
    if " " in form:
        spellings.add(form.replace(" ", ""))
    if initials := _INITIALS.match(form):
        first, second, rest = initials.groups()
        spellings |= {f"{first}{second} {rest}", f"{first}.{second}. {rest}", f"{first}. {second}. {rest}"}
    if "·" in form:
        spellings.add(form.replace("·", "") if len(form) > 5 else form)
    return spellings


_TRADES = re.compile(r"(?:证券|银行|基金|保险|医药|制药|药业|乳业|航空|金控|置业|影业|物流|快递|微电子|半导体)$")
"""Trades whose firms are mostly called by what stands in front; 智驾 or 禾川 without 科技 is seldom the firm."""
_SEEN = 5
"""A stem that the dictionary has seen more often is also a word."""


def _stems(lexicon: NameLexicon) -> dict[str, str]:
    """What firms are called without their trade (天风 for 天风证券), where that is no word and fits one firm only."""
    owners: dict[str, set[str]] = {}
    for ident, organisation in lexicon.organisations.items():
        for form in (organisation.name, *organisation.also) if organisation.kind == "firm" else ():
            match = _TRADES.search(form)
            stem = form[: match.start()] if match else ""
            if 2 <= len(stem) <= 4 and _ALL_HAN.fullmatch(stem):
                owners.setdefault(stem, set()).add(ident)
    return {stem: ids.pop() for stem, ids in owners.items() if len(ids) == 1 and frequency(stem) < _SEEN}


@lru_cache(maxsize=8)
def matcher(lexicon: NameLexicon) -> Matcher:
    """The automaton of a lexicon, built once."""
    forms: dict[str, dict[tuple[Kind | None, str, str], Form]] = {}

    def add(
        text: str, kind: Kind | None, ident: str, weak: bool, near: str | None = None, outlet: bool = False
    ) -> None:
        for spelling in _variants(text):
            if len(spelling) > 1 or spelling == "X":
                entry = Form(spelling, kind, ident, weak, near, outlet)
                forms.setdefault(lower_case(spelling), {}).setdefault((kind, ident, spelling), entry)

    for ident, organisation in lexicon.organisations.items():
        for form in organisation.context:
            add(form, "organisation", ident, True, None, organisation.kind == "outlet")
        for form in organisation.near:
            add(form, "organisation", ident, False, organisation.parent)
        for form in (organisation.name, *organisation.also):
            add(form, "organisation", ident, False)
    for ident, person in lexicon.people.items():
        for form in person.context:
            add(form, "person", ident, True)
        for form in (person.name, *person.also):
            add(form, "person", ident, False)
    for thing in lexicon.things:
        add(thing, None, "", False)
    for stem, ident in _stems(lexicon).items():
        if lower_case(stem) not in forms:
            add(stem, "organisation", ident, True)
    patterns = list(forms)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    return Matcher(automaton, tuple(tuple(forms[pattern].values()) for pattern in patterns))


def known_outlet(lexicon: NameLexicon, name: str) -> str | None:
    """The id of the outlet that the lexicon knows by this very name, or None."""
    return next(iter(_called(lexicon, name)), None)


def known_firm(lexicon: NameLexicon, name: str) -> str | None:
    """The id of the one firm that the lexicon knows by this very name, or None; units are many firms' own."""
    idents = _called(lexicon, name)
    fact = lexicon.organisations[idents[0]] if len(idents) == 1 else None
    return idents[0] if fact is not None and fact.kind not in ("team", "lab") else None


def _called(lexicon: NameLexicon, name: str) -> list[str]:
    """The ids of the organisations that have this very name."""
    table = matcher(lexicon)
    return [
        form.ident
        for pattern, start, end in table.automaton.find_matches_as_indexes(lower_case(name))
        if (start, end) == (0, len(name))
        for form in table.forms[pattern]
        if form.kind == "organisation"
    ]
