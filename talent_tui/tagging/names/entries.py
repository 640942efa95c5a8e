"""One person, one entry: the forms of a text tied together, and the entry that each group makes.

The clues in the order of their reliability: the lexicon, brackets in the text (中文(Latin)), pinyin in both orders, the
surname within the article, the sound of a transliteration. Two people are never one for a shared surname.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from talent_tui.lexicon.names import NameLexicon
from talent_tui.model import Company, OrganisationKind, Person
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.chinese import is_chinese_name
from talent_tui.tagging.names.foreign import is_transliteration
from talent_tui.tagging.names.groups import Groups, key_of
from talent_tui.tagging.names.page import HAN, Page
from talent_tui.tagging.names.readings import (
    latin_readings,
    pinyin_as_written,
    pinyin_spellings,
    plain_latin,
    same_by_pinyin,
    split_name,
    typed_readings,
    usual_pinyin,
)
from talent_tui.tagging.names.sounds import sound_distance

SURE_DISTANCE = 0.10
"""A transliteration this near is taken on sound alone: no false tie among 51 names measured."""
CLUE_DISTANCE = 0.25
"""A transliteration this near is taken with a second clue, but not for one whose transliteration is known."""

_NEAR = 120
"""How many Latin names on either side a foreign name in Chinese characters is compared with."""

_HAN = re.compile(rf"[{HAN}]")
_APPOSED = re.compile(r"[*_]{0,2}\s?[（(]\s?[*_]{0,2}")


def _is_latin(form: str) -> bool:
    return not _HAN.search(form)


def tie_people(page: Page, found: list[Found], lexicon: NameLexicon) -> dict[str, str]:
    """For every key of a person, the key that stands for the person."""
    people = [item for item in found if item.kind == "person"]
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for item in people:
        forms[key_of(item)][item.form] = None
        if item.known:
            fact = lexicon.people[item.known]
            for form in (fact.name, *fact.also):
                forms[key_of(item)][form] = None
    groups = Groups(forms)
    _tie_appositions(page, people, groups)
    chinese = [(key, form) for key, all_ in forms.items() for form in all_ if is_chinese_name(form)]
    latin = [(key, form) for key, all_ in forms.items() for form in all_ if _is_latin(form) and " " in form]
    spelt: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, form in latin:
        spelt[re.sub(r"[^a-z]", "", plain_latin(form))].append((key, form))
    for key, form in chinese:
        for spelling in pinyin_spellings(form):
            for other, name in spelt.get(spelling, ()):
                if same_by_pinyin(form, name):
                    groups.tie(key, other)
    _tie_sounds(page, people, forms, groups, latin)
    return {key: groups.root(key) for key in forms}


def _tie_appositions(page: Page, people: list[Found], groups: Groups) -> None:
    """中文(Latin) and Latin(中文): two names of which one stands in brackets right behind the other."""
    for one, other in pairwise(people):
        gap = page.text[one.end : other.start]
        if len(gap) <= 6 and _APPOSED.fullmatch(gap) and _is_latin(one.form) != _is_latin(other.form):
            groups.tie(key_of(one), key_of(other))


def _tie_sounds(
    page: Page, people: list[Found], forms: dict[str, dict[str, None]], groups: Groups, latin: list[tuple[str, str]]
) -> None:
    """Foreign names in Chinese characters and the Latin names that sound like them.

    A form without a dot is compared with the surname. A second clue is that no other Latin name comes near.
    """
    dotted: dict[str, set[str]] = defaultdict(set)
    for key, all_ in forms.items():
        for form in all_:
            if "·" in form:
                dotted[form.rpartition("·")[2]].add(groups.root(key))
    for key, all_ in forms.items():
        for form in all_:
            if len(dotted.get(form, ())) == 1:
                groups.tie(key, next(iter(dotted[form])))
    first: dict[str, int] = {}
    for item in people:
        first.setdefault(item.form, item.start)
    latin = sorted(latin, key=lambda pair: (first.get(pair[1], 0), pair))
    by_place = [first.get(form, 0) for _, form in latin]
    placed = sorted(
        {(key, form) for key, all_ in forms.items() for form in all_ if not _is_latin(form)},
    )
    tied: set[str] = {groups.root(key) for key, _ in latin}
    for key, form in placed:
        if is_chinese_name(form) or groups.root(key) in tied:
            continue
        reversed_name = _reversed(form)
        scored = []
        for other, name in _nearest(first.get(form, 0), by_place, latin):
            if reversed_name and plain_latin(name).split()[-1] == reversed_name[0]:
                distance = sound_distance(reversed_name[1], name.rpartition(" ")[0])
            elif "·" in form:
                distance = sound_distance(form.replace("·", ""), name)
            else:
                distance = sound_distance(form, name.split()[-1])
            scored.append((distance, other, name))
        scored.sort()
        if not scored:
            continue
        best = scored[0]
        alone = len(scored) == 1 or scored[1][0] - best[0] > 0.15 or groups.root(scored[1][1]) == groups.root(best[1])
        spelt = best[1].startswith("#") and any(not _is_latin(known) for known in forms[best[1]])
        if best[0] <= SURE_DISTANCE or (best[0] <= CLUE_DISTANCE and alone and not spelt):
            groups.tie(key, best[1])


def _nearest(place: int, by_place: list[int], latin: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The Latin names nearest to a place: enough for any article, few enough for any text."""
    at = bisect_left(by_place, place)
    return latin[max(0, at - _NEAR) : at + _NEAR]


def _reversed(form: str) -> tuple[str, str] | None:
    """王亚历山大 as (wang, 亚历山大): a surname in front of a foreign given name of three characters or more."""
    if "·" in form or len(form) < 4 or not is_transliteration(form[1:]):
        return None
    surname, given = split_name(form)
    return usual_pinyin(surname + "一")[0], given


class Entries:
    """The people and organisations of an article, with the id of the entry that each form belongs to."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.people: list[Person] = []
        self.companies: list[Company] = []
        self.entity: dict[str, str] = {}
        self._ids: set[str] = set()

    def _unique(self, ident: str) -> str:
        ident = ident or "name"
        name, count = ident, 2
        while name in self._ids:
            name, count = f"{ident}-{count}", count + 1
        self._ids.add(name)
        return name

    def add(
        self, kind: str, keys: list[str], forms: list[str], aliases: Iterable[str], *, is_outlet: bool = False
    ) -> None:
        """Make one entry of some keys, their forms in order of first use, and the aliases as written.

        `is_outlet` says of an organisation that no lexicon knows that the text names it as the teller of news.
        """
        known = next((key[1:] for key in keys if key.startswith("#")), None)
        if kind == "person":
            name = self.lexicon.people[known].name if known else _person_name(forms)
        else:
            name = self.lexicon.organisations[known].name if known else forms[0]
        # The article "the" in front is no part of a newspaper's name as most people list it.
        aliases = tuple(alias.removeprefix("the ") for alias in aliases)
        ident = self._unique(known or slug(name, kind, aliases))
        for key in keys:
            self.entity[key] = ident
        others = tuple(dict.fromkeys(alias for alias in aliases if alias != name))
        if kind == "person":
            self.people.append(Person(ident, name, others, readings_of(name, others)))
        else:
            fact = self.lexicon.organisations[known] if known else None
            parent, of_kind = (fact.parent, fact.kind) if fact else (None, "outlet" if is_outlet else kind_of(name))
            self.companies.append(Company(ident, name, others, readings_of(name, others), parent, of_kind))

    def set_parents(self, owners: dict[str, str]) -> None:
        """Say of organisations whose parent no lexicon knows which other entry they belong to; keys by keys."""
        parents: dict[str, str] = {}
        for key, owner in owners.items():
            if key in self.entity and owner in self.entity and self.entity[key] != self.entity[owner]:
                parents.setdefault(self.entity[key], self.entity[owner])
        for child in list(parents):
            if parents.get(parents[child]) == child:
                del parents[child]
        self.companies = [
            msgspec.structs.replace(company, parent=company.parent or parents.get(company.id))
            for company in self.companies
        ]


def kind_of(name: str) -> OrganisationKind:
    """What an organisation that no lexicon knows calls itself."""
    return next((kind for kind, form in _KINDS.items() if form.search(name)), "firm")


_KINDS: dict[OrganisationKind, re.Pattern[str]] = {
    "university": re.compile(r"大学|学院$|\b(?:University|College)\b"),
    "lab": re.compile(r"实验室$|研究院$|研究所$|\b[Ll]abs?$|\bInstitute\b|\bResearch$"),
    "team": re.compile(
        r"团队$|部门?$|部$|组$|办公室$|事业[群部]$|业务线$|产品线$|BU$|BG$|\b(?:Team|Group|Office)$|\b(?:team|group|unit|division|department|business|arm)$"
    ),
    "body": re.compile(r"总局$|监管局$|管理局$|证监局$|证监会$|交易所$|法院$"),
    "outlet": re.compile(
        r"日报$|晚报$|周刊$|杂志$|新闻$|新闻网$|财经$|时报$|财讯$|\b(?:News|Times|Post|Journal|Courier|Herald|Ledger|Gazette|Daily|Weekly|Chronicle|Tribune|Review|Magazine|Observer"
        r"|Telegraph|Inquirer|Bulletin|Examiner|Newspaper)$"
    ),
    "fund": re.compile(r"资本$|创投$|基金$|投资$|\b(?:Capital|Ventures|Partners|Fund)$"),
}


def _person_name(forms: list[str]) -> str:
    chinese = [form for form in forms if is_chinese_name(form)]
    if chinese:
        return max(chinese, key=len)
    latin = [form for form in forms if _is_latin(form)]
    return max(latin or forms, key=lambda form: (form.count(" ") + form.count("·"), len(form)))


def readings_of(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """What a person may type to find a name: pinyin and initials of Chinese forms, initials of Latin ones."""
    out: dict[str, None] = {}
    for form in (name, *aliases):
        for reading in typed_readings(form, is_chinese_name(form)) if _HAN.search(form) else latin_readings(form):
            if len(reading) > 1:
                out[reading] = None
    return tuple(out)


def slug(name: str, kind: str, aliases: Iterable[str] = ()) -> str:
    """An id from a name: `mark-chen`; a Chinese person's is pinyin, surname first: `zhao-shengjia`.

    Where characters have several readings, a Latin form among the aliases decides.
    """
    from pypinyin import lazy_pinyin

    if kind == "person" and is_chinese_name(name):
        text = "-".join(pinyin_as_written(name, filter(_is_latin, aliases)))
    elif _HAN.search(name):
        text = "-".join(lazy_pinyin(name)).replace("ü", "v")
    else:
        text = name
    return re.sub(r"[^a-z0-9]+", "-", plain_latin(text)).strip("-")
