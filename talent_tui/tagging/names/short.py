"""Names that are short for one that the article has in full: surnames, given names, nicknames; and every other place
where an accepted form stands."""

import re
from collections import defaultdict

from ahocorasick_rs import AhoCorasick, MatchKind

from talent_tui.lexicon.names import NameLexicon, name_words
from talent_tui.tagging.names.candidates import Found, count_forms
from talent_tui.tagging.names.chinese import is_chinese_name
from talent_tui.tagging.names.context import beside, clues
from talent_tui.tagging.names.firm_forms import base
from talent_tui.tagging.names.groups import key_of
from talent_tui.tagging.names.japanese import japanese_surname
from talent_tui.tagging.names.latin_words import is_given_name, is_plain
from talent_tui.tagging.names.page import HAN, LETTER, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_WORD_BEFORE = re.compile(r"([A-Z][a-z]+)(?:(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.|(?<=Prof)\.)? $")
_LETTER = re.compile(rf"[{LETTER}0-9]")


def _alone(page: Page, start: int, end: int) -> bool:
    """Whether a run stands by itself: no letters run on, no dictionary word is cut."""
    text = page.text
    if _LETTER.match(text[start]):
        return not (start and _LETTER.match(text[start - 1])) and not (end < len(text) and _LETTER.match(text[end]))
    return end - start > 2 or not page.splits_word(start, end)


def find_again(page: Page, found: list[Found], taken: bytearray) -> list[Found]:
    """Every other place where a form that the rules accepted stands."""
    forms: dict[str, Found] = {}
    used = bytearray(taken)
    for item in found:
        used[item.start : item.end] = b"\1" * (item.end - item.start)
        if item.known is None and len(item.form) > 1:
            forms.setdefault(page.text[item.start : item.end], item)
    if not forms:
        return []
    patterns = list(forms)
    out = []
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    for pattern, start, end in automaton.find_matches_as_indexes(page.text):
        item = forms[patterns[pattern]]
        if 1 in used[start:end] or page.is_masked(start, end) or not _alone(page, start, end):
            continue
        if beside(page, start, end).byline:
            continue
        out.append(item._replace(start=start, end=end, weight=min(item.weight, 2.9), why=f"{item.why}, again"))
    return out


def find_short(page: Page, found: list[Found], roots: dict[str, str], lexicon: NameLexicon) -> list[Found]:
    """Bare surnames (Wang, 奥尔特曼, 朱), given names (Sam) and nicknames (小扎) of people, 砺岩 for 砺岩微电子.

    A short form that fits two people or firms means neither. `roots` gains the keys of the new forms.
    """
    owners: dict[str, dict[str, Found]] = defaultdict(dict)
    firms = {short for item in found if item.kind == "organisation" if (short := base(item.form))}
    for item in found:
        if item.kind == "organisation":
            short = base(item.form) or _without_owner(item.form, firms)
            short = short or (_first_word(item.form) if page.is_latin else None)
            paper = _PAPER.fullmatch(item.form) if page.is_latin else None
            for one in (short, f"The {paper[1]}" if paper is not None else None):
                if one:
                    owners[one][roots[key_of(item)]] = item
            continue
        names = [item.form]
        if item.known:
            fact = lexicon.people[item.known]
            names += [fact.name, *fact.also]
        for name in names:
            for short in _short_forms(name):
                owners[short][roots[key_of(item)]] = item
    for item in found if page.is_latin else ():
        whose = owners.get(item.form, {})
        if item.kind == "organisation" and item.known is None and len(whose) == 1:
            # Novo, seen as a firm by itself where Novo Nordisk is named too.
            ((root, owner),) = whose.items()
            if owner.kind == "organisation" and owner.form != item.form:
                roots[key_of(item)] = root
    used = bytearray(len(page.text))
    for item in found:
        used[item.start : item.end] = b"\1" * (item.end - item.start)
    patterns = [short for short, who in owners.items() if len(who) == 1]
    if not patterns:
        return []
    out = []
    counts = count_forms(page.text, [short for short in patterns if short.startswith("小")])
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    places = [
        (patterns[pattern], start, end)
        for pattern, start, end in automaton.find_matches_as_indexes(page.text)
        if 1 not in used[start:end] and not page.is_masked(start, end)
    ]
    acting = {
        short
        for short, start, end in places
        if next(iter(owners[short].values())).kind == "organisation" and _is_surely_firm(page, start, end, short)
    }
    for short, start, end in places:
        ((root, owner),) = owners[short].items()
        fits = (
            _fits(page, start, end, short, counts.get(short, 0), is_chinese_name(_full(owner, lexicon)))
            if owner.kind == "person"
            else _fits_firm(page, start, end, short, sure=short in acting or short.startswith("The "))
        )
        if not fits:
            continue
        why = _why(short) if owner.kind == "person" else "short for an organisation named in full"
        item = Found(start, end, owner.kind, 2.0, why, short, owner.known)
        roots[key_of(item)] = root
        out.append(item)
    return out


_TWO_WORDS = re.compile(r"([A-Z][a-z]{3,}|[A-Z]{3,5}) [A-Z][A-Za-z]+")
_A_PLACE = re.compile(r"(?:\b(?:in|near|of|from|around|outside|north|south|east|west|downtown)|[A-Z][a-z]+) $")


_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w.]+ )+(Times|Journal|Post|Tribune|Herald|Chronicle|Telegraph|Observer|Globe|Examiner|Review)"
)
"""The New York Times, and then The Times."""


def _first_word(form: str) -> str | None:
    """What an English article calls a firm of two words later: Novo for Novo Nordisk, TDR for TDR Capital."""
    match = _TWO_WORDS.fullmatch(form)
    return match[1] if match and not is_plain(match[1]) and not is_given_name(match[1]) else None


def _without_owner(form: str, firms: set[str]) -> str | None:
    """What a team is called without the firm in front: 智驾团队 for 驰岳智驾团队."""
    if not form.endswith(name_words().team_endings):
        return None
    return next((form[size:] for size in (2, 3, 4) if form[:size] in firms and len(form) - size >= 4), None)


def _full(owner: Found, lexicon: NameLexicon) -> str:
    return lexicon.people[owner.known].name if owner.known else owner.form


def _why(short: str) -> str:
    if len(short) == 2 and short[0] in "小老阿":
        return "nickname of a person named in the article"
    return "short for a person named in full"


def _short_forms(name: str) -> list[str]:
    """What an article may call a person later: surname, given name, nickname."""
    if "·" in name:
        parts = name.split("·")
        return [part for part in (parts[-1], *parts[-1].split("-")[-1:]) if len(part) > 1] + [
            f"小{parts[-1][0]}",
            *([parts[0]] if len(parts[0]) > 1 else []),
        ]
    if _HAN.search(name):
        if surname := japanese_surname(name):
            return [surname]
        if not is_chinese_name(name):
            return [f"小{name[0]}"]
        return [name[0], *([name[1:]] if len(name) == 3 else [])]
    parts = name.split()
    return [parts[-1], parts[0]] if len(parts) > 1 else []


def _fits(page: Page, start: int, end: int, short: str, often: int, is_short_of_chinese: bool) -> bool:
    """Whether a short form is used for a person here; `often` is how often the text has it."""
    clue = beside(page, start, end)
    if clue.byline or clue.thing:
        return False
    text = page.text
    if _LETTER.match(short[0]):
        if not _alone(page, start, end) or len(short) < 2:
            return False
        if is_plain(short) and not clue.person:
            return False
        if neighbour := _WORD_BEFORE.search(page.before(start)):
            return is_plain(neighbour[1])
        return not (re.match(r" [A-Z][a-z]+", page.after(end)) and is_given_name(short))
    if page.splits_word(start, end):
        return False
    if len(short) == 1:
        left = text[start - 1 : start]
        if left and _HAN.match(left) and left not in "据对向让与和由":
            return False
        honour = clues().honorific_after.match(page.after(end, 4))
        return bool(honour or (clues().speech_after.match(page.after(end)) and clue.person >= 1.5))
    if short[0] == "小" and len(short) == 2:
        return frequency(short) < 20 and (clue.person >= 1.5 or often > 1)
    if len(short) == 2 and is_short_of_chinese:
        return clue.person >= 1.5 and clue.person > clue.firm
    return frequency(short) < 200 or clue.person >= 1.5


_ACTS = re.compile(
    r"(?:也|则|却|又|还|才|已|正|将|随后|随即|当时|昨日|近日|日前)*(?:打算|宣布|计划|准备|公告|办了?|拿下|拿到|完成|否认|回应|推出|发布"
    r"|裁|关|收购|买|卖|出售|聘|任命|解雇|挖|请来|起诉|融资|上市|递|申请|成立|表示|称|与|跟)"
)
_WORD_OF_TEXT = 500
"""A word that the dictionary has seen less often stands for the firm wherever it acts like one in the article."""


def _is_surely_firm(page: Page, start: int, end: int, short: str) -> bool:
    """Whether a firm's short name that is also a word acts as a firm at this place."""
    if _LETTER.match(short[0]) or page.splits_word(start, end) or frequency(short) >= _WORD_OF_TEXT:
        return False
    before = page.before(start, 1)
    opens = not before or not _HAN.match(before)
    return (opens and bool(_ACTS.match(page.after(end, 12)))) or beside(page, start, end).firm >= 2


def _fits_firm(page: Page, start: int, end: int, short: str, *, sure: bool = False) -> bool:
    """Whether an organisation's name without its ending stands for it here; `sure` where it acts as a firm anywhere."""
    if _LETTER.match(short[0]):
        if _A_PLACE.search(page.before(start, 16)) or re.match(r" [A-Z]", page.after(end, 2)):
            return False
        return _alone(page, start, end)
    if page.splits_word(start, end):
        return False
    return sure or frequency(short) < 20 or beside(page, start, end).firm >= 2
