"""Names in Latin letters that no list has: people of two to four parts, organisations by ending or by what stands beside.

English text has capitals at the start of sentences, Chinese text has only names and terms in Latin letters; so a word is
judged by its form (Mohan, DeepSeek, GPT-4), by lists of common given names and plain words, and by its neighbours.
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside
from talent_tui.tagging.names.page import LETTER, Page
from talent_tui.tagging.names.readings import is_pinyin

_U = r"A-Z\u00c0-\u00de"
_TOKEN = re.compile(
    rf"(?<![{LETTER}0-9_])(?:[{_U}][{LETTER}0-9]*|[a-z]{{1,2}}[{_U}][{LETTER}0-9]+)(?:[-'.&](?!s\b)[{LETTER}0-9]+)*"
)
_INITIAL = re.compile(rf"[{_U}]\.?$")
_PARTICLES = {
    "de",
    "del",
    "der",
    "den",
    "di",
    "da",
    "dos",
    "du",
    "van",
    "von",
    "la",
    "le",
    "al",
    "bin",
    "ben",
    "el",
    "ter",
}
_LINKS = {"of", "for", "&", "and"}
_CAMEL = re.compile(rf"^[{_U}]?[a-z]+[{_U}]")
_GLUED = re.compile(rf"^([{_U}][a-z]+)([{_U}][a-z]+(?:-[{_U}][a-z]+)?)$")
_NAME_WORD = re.compile(
    rf"^(?:(?:Mc|Mac|De|Di|Du|Le|La|Van|Von|O'|D'|L'|Al-|El-)?[{_U}][a-z\u00df-\u024f]+(?:[-'][{_U}a-z][a-z\u00df-\u024f]+)*|[{_U}]\.?(?:[{_U}]\.?)?)$"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s+|[“\"(]\s?)$")
_PSEUDONYM = re.compile(r"^\s?[（(](?:化名|应受访者要求)")
_SCHOOL = re.compile(
    rf"\b(?:University|Institute|College|Academy|Bank|Ministry|Department|School|Bureau|Council) of (?:the )?[{_U}][a-z]+(?: [{_U}][a-z]+)*"
)


class _Word(NamedTuple):
    start: int
    end: int
    text: str


@cache
def _spread(table: str) -> frozenset[str]:
    lists: dict[str, str] = getattr(name_words(), table)
    return frozenset(word for line in lists.values() for word in line.split())


def is_given_name(word: str) -> bool:
    """Whether a Latin word is a common given name."""
    return word in _spread("given_names")


@cache
def _surnames_in_pinyin() -> frozenset[str]:
    from pypinyin import lazy_pinyin

    singles = "".join(name_words().surnames.values())
    return frozenset(sound.capitalize().replace("ü", "v") for sound in lazy_pinyin(singles))


def is_surname_spelling(word: str) -> bool:
    """Whether a Latin word is a Chinese surname, in pinyin or as it is spelt elsewhere."""
    return word in _spread("surname_spellings") or word in _surnames_in_pinyin()


def is_plain(word: str) -> bool:
    """Whether a capitalised word is one of the language, or a title: no part of a person's name."""
    return word in _spread("plain_words") or word.rstrip(".") in name_words().latin_titles


@cache
def _endings() -> frozenset[str]:
    words = name_words()
    return frozenset(words.latin_firm_endings) | frozenset(words.latin_outlet_endings)


def _sequences(page: Page, taken: bytearray) -> list[list[_Word]]:
    """Runs of capitalised words with one space between them, particles kept, cut at what is already known."""
    runs: list[list[_Word]] = []
    last_end = -9
    for match in _TOKEN.finditer(page.text):
        word = _Word(match.start(), match.end(), match.group())
        if 1 in taken[word.start : word.end] or page.is_masked(word.start, word.end):
            last_end = -9
            continue
        between = page.text[last_end : word.start] if 0 <= last_end <= word.start else "\n"
        if between == " " or (between.startswith(" ") and between.endswith(" ") and _are_links(between.split())):
            runs[-1].append(word)
        elif between == ". " and _INITIAL.match(runs[-1][-1].text):
            runs[-1].append(word)
        else:
            runs.append([word])
        last_end = word.end
    return runs


def _are_links(words: list[str]) -> bool:
    return 0 < len(words) <= 2 and all(word in _PARTICLES for word in words)


def _lowercase_words(page: Page) -> frozenset[str]:
    if not page.is_latin:
        return frozenset()
    return frozenset(re.findall(r"(?<![A-Za-z'-])[a-z]{3,}(?![A-Za-z])", page.text))


def find_latin(page: Page, taken: bytearray) -> list[Found]:
    """People and organisations in Latin letters that no list has."""
    lower = _lowercase_words(page)
    found: list[Found] = []
    singles: dict[str, list[_Word]] = defaultdict(list)
    pairs: dict[str, list[tuple[_Word, ...]]] = defaultdict(list)
    for match in _SCHOOL.finditer(page.text):
        if 1 not in taken[match.start() : match.end()] and not page.is_masked(*match.span()):
            found.append(Found(*match.span(), "organisation", 4.0, "form of a school or an office", match.group()))
    for run in _sequences(page, taken):
        firm_end = _firm_end(run)
        if firm_end:
            words = _without_opening(page, run[:firm_end], lower)
            if len(words) > 1:
                if words[-1].text in name_words().latin_outlet_endings:
                    words = _with_article(run, words)
                found.append(_firm(page, words, 3.4, "ending of an organisation"))
                run = run[firm_end:]
        for part in _split_plain(page, run, lower):
            if len(part) == 1:
                singles[part[0].text].append(part[0])
            elif 2 <= len(part) <= 4:
                pairs[" ".join(word.text for word in part)].append(tuple(part))
    for places in pairs.values():
        found += _judge_pair(page, places)
    full = {item.form.split()[-1] for item in found if item.kind == "person"}
    given = {item.form.split()[0] for item in found if item.kind == "person"}
    for form, words in singles.items():
        if form not in full:
            found += _judge_single(page, form, words, given, lower)
    return found


def _firm(page: Page, words: list[_Word], weight: float, why: str) -> Found:
    start, end = words[0].start, words[-1].end
    return Found(start, end, "organisation", weight, why, page.text[start:end])


def _firm_end(run: list[_Word]) -> int:
    """How many words of the run make an organisation's name by their ending; 0 for none."""
    return max((at + 1 for at, word in enumerate(run) if at and word.text.rstrip(".") in _endings()), default=0)


def _without_opening(page: Page, words: list[_Word], lower: frozenset[str]) -> list[_Word]:
    """Drop articles, titles and the sentence's first word from the front of an organisation's name."""
    while len(words) > 1 and (
        words[0].text
        in (
            "A",
            "An",
            "At",
            "In",
            "Of",
            "On",
            "And",
            "But",
            "For",
            "From",
            "With",
            "By",
            "To",
            "As",
            "If",
            "When",
            "While",
        )
        or words[0].text.rstrip(".") in name_words().latin_titles
        or (words[0].text.lower() in lower and _SENTENCE_START.search(page.before(words[0].start, 6)))
    ):
        words = words[1:]
    return words


def _with_article(run: list[_Word], words: list[_Word]) -> list[_Word]:
    """An outlet's name with its article (The Harbour Ledger), where the text writes it with a capital."""
    at = run.index(words[0])
    return [run[at - 1], *words] if at and run[at - 1].text == "The" else words


def _split_plain(page: Page, run: list[_Word], lower: frozenset[str]) -> list[list[_Word]]:
    """Cut a run at words of the language and at titles: what is left may be a name."""
    parts: list[list[_Word]] = [[]]
    for word in run:
        opening = bool(_SENTENCE_START.search(page.before(word.start, 6))) if page.is_latin else False
        plain = is_plain(word.text) and not is_given_name(word.text)
        plain = plain and not (is_surname_spelling(word.text) and parts[-1] and is_given_name(parts[-1][0].text))
        if plain or (opening and word.text.lower() in lower and not is_given_name(word.text)):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _judge_pair(page: Page, places: list[tuple[_Word, ...]]) -> list[Found]:
    words = [word.text for word in places[0]]
    score = 1.0 if all(_NAME_WORD.match(word) for word in words) else -2.0
    if is_given_name(words[0].split("-")[0]):
        score += 2.0
    if all(is_pinyin(word) for word in words) and (is_surname_spelling(words[-1]) or is_surname_spelling(words[0])):
        score += 1.5
    elif is_surname_spelling(words[-1]):
        score += 1.0
    person = firm = 0.0
    for place in places:
        clue = beside(page, place[0].start, place[-1].end)
        if clue.byline:
            return []
        person, firm = max(person, clue.person), max(firm, clue.firm)
        score -= 1.0 * clue.thing
    score += 0.7 * min(person, 3.0) + 0.2 * (len(places) - 1)
    spans = [(place[0].start, place[-1].end) for place in places]
    form = " ".join(words)
    if firm >= 2 and score - firm < 1.5 and not is_given_name(words[0]):
        return [Found(a, b, "organisation", 3.0, "words beside it", form) for a, b in spans] if score > -2.5 else []
    if score >= (1.5 if page.is_latin else 1.0):
        return [Found(a, b, "person", 3.6, "Latin name", form) for a, b in spans]
    return []


def _judge_single(page: Page, form: str, words: list[_Word], given: set[str], lower: frozenset[str]) -> list[Found]:
    glued = _GLUED.match(form)
    if glued and not is_plain(glued[2]) and (is_given_name(glued[1]) or (is_pinyin(glued[1]) and is_pinyin(glued[2]))):
        why = "Latin name without its space"
        return [Found(word.start, word.end, "person", 3.6, why, f"{glued[1]} {glued[2]}") for word in words]
    if len(form) < 2 or (len(form) > 4 and form.endswith(("AI", "Labs")) and form[:-4]):
        if len(form) > 4:
            return [
                Found(word.start, word.end, "organisation", 3.4, "ending of an organisation", form) for word in words
            ]
        return []
    clues = [beside(page, word.start, word.end) for word in words]
    if is_given_name(form):
        person = max(clue.person for clue in clues)
        alias = any(_PSEUDONYM.match(page.after(word.end, 10)) for word in words)
        often = sum(clue.person >= 1.5 for clue in clues)
        if form not in given and (alias or (person >= 1.5 and often >= 2)):
            return [Found(word.start, word.end, "person", 3.2, "given name of a speaker", form) for word in words]
        if not any(clue.firm >= 2.7 for clue in clues):
            return []
    if (is_plain(form) or form.lower() in lower) and not _CAMEL.match(form):
        return []
    short = form.isupper() and len(form) <= 4
    firm = max(clue.firm for clue in clues)
    things = sum(clue.thing for clue in clues)
    need = 2.7 if short or any(char.isdigit() for char in form) else 2.0
    if firm >= need and things * 2 <= len(words):
        return [Found(word.start, word.end, "organisation", 3.0, "words beside it", form) for word in words]
    return []
