"""Words in Latin letters that begin with a capital: runs of them, and what a word by itself tells.

English text has capitals at the start of sentences, Chinese text has only names and terms in Latin letters; so a word
is judged by its form (Mohan, DeepSeek, GPT-4) and by lists of common given names and plain words.
"""

import re
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.page import LETTER, Page
from talent_tui.tagging.names.readings import plain_latin

_U = r"A-Z\u00c0-\u00de"
_TOKEN = re.compile(
    rf"(?<![{LETTER}0-9_])(?:[{_U}][{LETTER}0-9]*|[a-z]{{1,2}}[{_U}][{LETTER}0-9]+)"
    rf"(?:\.(?:ai|AI|com|io|fyi|co|dev|xyz)\b|[-'&](?!s\b|(?:backed|based|funded|led|listed|owned|run)\b)[{LETTER}0-9]+)*"
)
_INITIAL = re.compile(rf"[{_U}]\.?$")
_PARTICLES = frozenset(
    ("al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ter", "van", "von")
)
_NAME_WORD = re.compile(
    rf"^(?:(?:Mc|Mac|De|Di|Du|Le|La|Van|Von|O'|D'|L'|Al-|El-|de|di|da|du)?[{_U}][a-z\u00df-\u024f]+"
    rf"(?:[-'][{_U}a-z][a-z\u00df-\u024f]+)*"
    rf"|[{_U}]\.?(?:[{_U}]\.?)?)$"
)
_TWO_SYLLABLES = re.compile(r"^[A-Z][a-z]{1,5}-[a-z]{2,6}$")
"""Korean and Chinese given names with a hyphen: Ji-ho, Mei-ling."""
_TITLE_GLUED = re.compile(r"(?:^|(?<=[a-z]))(?:CEO|CFO|COO|CTO|CMO|CPO|CIO|SVP|EVP|VP)(?=[A-Z][a-z])")
_GLUED_TITLE = re.compile(r"(?<=[a-z])(?:CEO|CFO|COO|CTO|CMO|CPO|CIO)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s+|[“\"(]\s?)$")


class Word(NamedTuple):
    """A word with a capital and where it stands."""

    start: int
    end: int
    text: str


@cache
def _spread(table: str) -> frozenset[str]:
    lists: dict[str, str] = getattr(name_words(), table)
    return frozenset(word for line in lists.values() for word in line.split())


def is_given_name(word: str) -> bool:
    """Whether a Latin word is a common given name."""
    plain = plain_latin(word).capitalize()
    return word in _spread("given_names") or plain in _given_without_accents() or bool(_TWO_SYLLABLES.match(word))


@cache
def _given_without_accents() -> frozenset[str]:
    return frozenset(plain_latin(word).capitalize() for word in _spread("given_names"))


@cache
def _surnames_in_pinyin() -> frozenset[str]:
    from pypinyin import lazy_pinyin

    singles = "".join(name_words().surnames.values())
    return frozenset(sound.capitalize().replace("ü", "v") for sound in lazy_pinyin(singles))


def is_surname_spelling(word: str) -> bool:
    """Whether a Latin word is a Chinese surname, in pinyin or as it is spelt elsewhere."""
    return word in _spread("surname_spellings") or word in _surnames_in_pinyin()


def is_title(word: str) -> bool:
    """Whether a Latin word is a title (CEO, Mr.)."""
    return word.rstrip(".") in name_words().latin_titles


def is_plain(word: str) -> bool:
    """Whether a capitalised word is one of the language, or a title: no part of a person's name."""
    return word in _spread("plain_words") or is_title(word)


def has_name_form(word: str) -> bool:
    """Whether a word is written as parts of a person's name are: LeCun, Al-Dahle, D'Angelo, J."""
    return bool(_NAME_WORD.match(word))


def opens_sentence(page: Page, start: int) -> bool:
    """Whether a word of an English text has its capital from the start of a sentence."""
    return page.is_latin and bool(_SENTENCE_START.search(page.before(start, 6)))


def runs(page: Page, taken: bytearray) -> list[list[Word]]:
    """Capitalised words with one space between them, particles kept in, cut at what `taken` marks."""
    out: list[list[Word]] = []
    last_end = -9
    for match in _TOKEN.finditer(page.text):
        word = _without_title(match.start(), match.group())
        if 1 in taken[word.start : word.end] or page.is_masked(word.start, word.end):
            last_end = -9
            continue
        between = page.text[last_end : word.start] if 0 <= last_end <= word.start else "\n"
        linked = between == " " or (len(between) < 12 and between[0] == between[-1] == " " and _are_links(between))
        linked = linked or (between in (" of ", " of the ") and not page.is_latin)
        if linked or (between in (". ", ".") and _INITIAL.match(out[-1][-1].text)):
            out[-1].append(word)
        else:
            out.append([word])
        last_end = word.end
    return out


def _without_title(start: int, text: str) -> Word:
    """A word without the title that is written in one with it: CEOBrett, PolestarCEO."""
    if match := _TITLE_GLUED.search(text):
        start, text = start + match.end(), text[match.end() :]
    elif match := _GLUED_TITLE.search(text):
        text = text[: match.start()]
    return Word(start, start + len(text), text)


def _are_links(between: str) -> bool:
    words = between.split()
    return 0 < len(words) <= 2 and all(word in _PARTICLES for word in words)


def lowercase_words(page: Page) -> frozenset[str]:
    """Words that an English text writes small: with a capital they only open a sentence."""
    if not page.is_latin:
        return frozenset()
    return frozenset(re.findall(r"(?<![A-Za-z'-])[a-z]{3,}(?![A-Za-z])", page.text))


def split_plain(page: Page, run: list[Word], lower: frozenset[str]) -> list[list[Word]]:
    """Cut a run at words of the language and at titles: what is left may be a name."""
    parts: list[list[Word]] = [[]]
    if not page.is_latin and run[0].text == "The" and 2 <= len(run) <= 4:
        return [run]
    for word, following in zip(run, [*run[1:], None], strict=True):
        given = is_given_name(word.text)
        # Park Dae-jun: a surname that is a word, before a given name that is none.
        korean = following is not None and bool(_TWO_SYLLABLES.match(following.text))
        plain = is_plain(word.text) and not given and not (korean and word.text in name_words().plain_surnames)
        plain = plain and not (is_surname_spelling(word.text) and parts[-1] and is_given_name(parts[-1][0].text))
        plain = plain and not (
            word.text in name_words().plain_surnames and parts[-1] and is_given_name(parts[-1][-1].text)
        )
        if plain or (word.text.lower() in lower and not given and opens_sentence(page, word.start)):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]
