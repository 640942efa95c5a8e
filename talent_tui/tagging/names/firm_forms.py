"""Forms of one organisation in a text: 砺岩微电子 and 砺岩, 浮岛互动（Drift Isle）, 自动驾驶团队 and 自动驾驶部门."""

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise

from talent_tui.lexicon.names import NameLexicon, name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.groups import Groups, key_of
from talent_tui.tagging.names.latin_words import is_given_name, is_plain
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_IN_BRACKETS = re.compile(r"[*_]{0,2}\s?[（(]\s?[*_]{0,2}")
_CLOSED = re.compile(r"\s?[)）,，]")
_SHORT_STEM = 3
_UNKNOWN_WORD = 60
"""A stem that the dictionary has seen less often is a name by itself: 凌步 of 凌步智能, but not 超级 of 超级智能."""
_LEGAL = re.compile(r"(?:股份|集团|控股|科技|公司|有限公司|股份有限公司)$")


_DRIVING = ("自动驾驶", "智能驾驶", "智驾")
"""One and the same work under three names, the last one short for the others."""
_HOUSES = frozenset(
    ("事业群", "事业部", "业务群", "业务线", "产品线", "分公司", "分社", "分部", "中心", "实验室", "编辑部")
)
"""Units that are no team: 机器人事业群 and 机器人团队 are two."""


@cache
def _endings() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = name_words()

    def pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
        longest = sorted(endings, key=lambda e: (-len(e), e))
        return re.compile(f"(?:{'|'.join(re.escape(ending) for ending in longest)})$")

    dropped = tuple(
        end for end in (*words.firm_endings, *words.firm_endings_weak, "公司") if end not in words.kept_endings
    )
    firms = pattern(dropped)
    return firms, pattern(words.team_endings), frozenset(words.latin_firm_endings)


_ALSO_ENDINGS = ("发展", "实业", "国际", "置业", "置地")
_WORD_OF_A_NAME = 200
"""A stem that the dictionary has seen more often is no name by itself."""


def base(form: str) -> str | None:
    """What an organisation is called for short: its name without the ending; None where that is no name."""
    firms, _, latin = _endings()
    if _HAN.search(form):
        match = firms.search(form)
        short = form[: match.start()] if match else ""
        if (
            not short
            and form.endswith("智能")
            and len(form) <= _SHORT_STEM + 2
            and frequency(form[:-2]) < _UNKNOWN_WORD
        ):
            short = form[:-2]
        if not short and form.endswith(_ALSO_ENDINGS) and frequency(form[:-2]) < _WORD_OF_A_NAME:
            short = form[:-2]
        return short if len(short) >= 2 and _HAN.match(short[-1]) else None
    parts = form.split()
    if len(parts) < 2 or parts[-1].rstrip(".") not in latin:
        return None
    short = " ".join(parts[:-1])
    plain = len(parts) == 2 and (is_plain(parts[0]) or is_given_name(parts[0]) or len(short) < 4)
    return None if plain else short


def apposed(page: Page, found: list[Found]) -> list[Found]:
    """The runs again, those in brackets right behind an organisation made organisations too: 浮岛互动（Drift Isle）."""
    out = list(found)
    for at in range(1, len(out)):
        one, other = out[at - 1], out[at]
        if one.kind == "organisation" and other.kind == "person" and _in_brackets(page, one, other):
            out[at] = other._replace(kind="organisation", why="in brackets behind an organisation", known=None)
    return out


def _in_brackets(page: Page, one: Found, other: Found) -> bool:
    gap = page.text[one.end : other.start]
    return bool(len(gap) <= 6 and _IN_BRACKETS.fullmatch(gap) and _CLOSED.match(page.after(other.end, 2)))


_ANOTHER_NAME = re.compile(
    r"[,，]?\s?[（(]?(?:原名|曾用名|旧称|原称|后更名|后来更名|现更名|现已更名|已更名|更名|后改名|后来改名|现改名|改名|改称)(?:为|叫|作|成|是)?\s?"
    r"|(?:\sin\s[\w ]{4,14})?,?\s[（(]?(?:which\s(?:was|is)\s)?(?:under the name(?: of)?"
    r"|(?:formerly|previously|originally|first|then|until then|once|now|since|later) (?:known as|called|named|renamed)"
    r"|since rebranded (?:as|to)|which later became known as)\s",
    re.IGNORECASE,
)


def _renamed(page: Page, one: Found, other: Found) -> bool:
    """Covariant, formerly called Embodied Intelligence; 蓝帆科技(原名白云智能): two names of one firm."""
    return _ANOTHER_NAME.fullmatch(page.text, one.end, other.start) is not None


def tie_organisations(page: Page, found: list[Found], lexicon: NameLexicon) -> dict[str, str]:
    """For every key of an organisation, the key that stands for it."""
    items = [item for item in found if item.kind == "organisation"]
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        forms[key_of(item)][item.form] = None
    groups = Groups(forms)
    for one, other in pairwise(found):
        both = one.kind == other.kind == "organisation"
        if both and not (one.known and other.known) and (_in_brackets(page, one, other) or _renamed(page, one, other)):
            groups.tie(key_of(one), key_of(other))
    spelt = {
        form: f"#{ident}"
        for ident in {item.known for item in items if item.known}
        for form in _forms_of(lexicon, ident)
    }
    for key, all_ in forms.items():
        for form in all_:
            if key[0] != "#" and form in spelt:
                groups.tie(key, spelt[form])
    _tie_short(forms, groups)
    return {key: groups.root(key) for key in forms}


def _forms_of(lexicon: NameLexicon, ident: str) -> tuple[str, ...]:
    fact = lexicon.organisations[ident]
    return (fact.name, *fact.also, *fact.context)


def _tie_short(forms: dict[str, dict[str, None]], groups: Groups) -> None:
    """A name and the same name without its ending; two names that differ in 股份, 集团 and the like only."""
    _, team, _ = _endings()
    bases: dict[str, dict[str, None]] = defaultdict(dict)
    teams: dict[str, str] = {}
    whole = {form: key for key, all_ in forms.items() for form in all_}
    for key, all_ in forms.items():
        for form in all_:
            match = team.search(form)
            if match and key[0] != "#" and match.group() not in _HOUSES:
                groups.tie(teams.setdefault(form[: match.start()], key), key)
            elif short := base(form):
                bases[short][key] = None
            first, _, last = form.rpartition(" ")
            if first and last in whole and not is_plain(last) and key[0] != "#":
                groups.tie(key, whole[last])
            if form.startswith("The ") and form[4:] in whole:
                groups.tie(key, whole[form[4:]])
    _tie_teams(forms, bases, teams, groups)
    for short, keys in bases.items():
        if len(keys) == 1 and short in whole:
            groups.tie(next(iter(keys)), whole[short])
        elif len(keys) > 1:
            names = [(key, form) for key in keys for form in forms[key] if base(form) == short]
            legal = [key for key, form in names if _LEGAL.search(form)]
            others = [key for key, form in names if not _LEGAL.search(form)]
            if short in whole and len(set(others)) > 1:
                groups.tie(whole[short], sorted(others)[0])
            if len(set(others)) <= 1:
                for key in [*others, *legal][1:]:
                    groups.tie([*others, *legal][0], key)
                if short in whole:
                    groups.tie([*others, *legal][0], whole[short])


def _tie_teams(
    forms: dict[str, dict[str, None]], bases: dict[str, dict[str, None]], teams: dict[str, str], groups: Groups
) -> None:
    """驰岳智驾团队 and 智驾团队, where one owner has it; 智能驾驶团队 and 智驾团队."""
    owners = {form for all_ in forms.values() for form in all_} | set(bases)
    owned: dict[str, dict[str, None]] = defaultdict(dict)
    for stem, key in teams.items():
        for size in range(2, len(stem) - 1):
            if stem[:size] in owners:
                owned[stem[size:]][key] = None
    for stem, keys in owned.items():
        if stem in teams and len(keys) == 1:
            groups.tie(next(iter(keys)), teams[stem])
    driving = [teams[stem] for stem in _DRIVING if stem in teams]
    for key in driving[1:]:
        groups.tie(driving[0], key)
    for stem, key in teams.items():
        if len(stem) == 4 and (short := stem[0] + stem[2]) in teams:
            groups.tie(key, teams[short])
