"""Names of the lexicon in a text, all of them found in one pass."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from talent_tui.lexicon.names import NameLexicon, name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.chinese import could_be_given, is_chinese_name, surnames
from talent_tui.tagging.names.context import beside, moves_behind
from talent_tui.tagging.names.latin_words import is_given_name, is_plain
from talent_tui.tagging.names.lexicon_forms import Form, Matcher, lower_case, matcher
from talent_tui.tagging.names.page import HAN, LETTER, Page, frequency

_LATIN = re.compile(rf"[{LETTER}0-9]")
_HAN = re.compile(rf"[{HAN}]")
_LIST_AFTER = re.compile(r"\s?(?:、|,\s|，|和|与|及|以及|\s?and\s)\s?")
_LIST_BEFORE = re.compile(r"(?:、|,\s|，|和|与|及|\sand\s)\s?$")
_WORD_BEFORE = re.compile(rf"(?<![{LETTER}])([A-Z][a-z]+) $")
_GIVEN_BEFORE = re.compile(r"(?<![A-Za-z])([A-Z][a-z]+)(?=[ ]([A-Z][a-zA-Z'-]+))")
_HYPHENATED = re.compile(rf"[A-Z][{LETTER}]+ [A-Z][{LETTER}]+-$")
_WORD_BEHIND = re.compile(r" ([A-Z][a-z]+)")
_ASKS_FOR_FIRM = ("前", "原", "入职", "加入", "加盟", "离开", "来自", "在", "从", "由", "于", "到", "至")
"""In front of a name, what ends a word there although the dictionary runs on: 前|台积电, 入职|高通."""
_TITLE_BEHIND = re.compile(r"(?:CEO|CFO|COO|CTO|CMO|CPO|CIO|SVP|EVP|VP)$")
_TITLE_GLUED = re.compile(r"(?:CEO|CFO|COO|CTO|CMO|CPO|CIO|SVP|EVP|VP)")
_SHORT_WORD = 4
_CROWD = 3
"""An article that surely names this many known organisations is about firms: a weak clue is enough for another."""
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:\"“”]\s*|\n)$")


class Known(NamedTuple):
    """What the lexicon finds: names that count; `named` marks them, `taken` also the things that are no names."""

    found: list[Found]
    named: bytearray
    taken: bytearray


def _bounded(page: Page, start: int, end: int, thing: bool) -> bool:
    """Whether a match stands by itself: no letters run on at its Latin ends, no dictionary word at its Chinese ends."""
    text = page.text
    if not thing and _HYPHENATED.search(text[max(0, start - 24) : start]):
        # Pierre-Dimitri Gore-Coty: the second half of somebody's surname is no firm.
        return False
    if _LATIN.match(text[start]) and start and _LATIN.match(text[start - 1]):
        titled = text[start + 1 : start + 2].islower() and _TITLE_BEHIND.search(text[max(0, start - 4) : start])
        if not titled:
            return False
    if (
        _LATIN.match(text[end - 1])
        and end < len(text)
        and _LATIN.match(text[end])
        and not _TITLE_GLUED.match(text, end)
    ):
        glued = (
            not thing
            and text[end].isupper()
            and text[end - 1].islower()
            and not text[start].islower()
            and end - start > 3
        )
        if not glued:
            return False
    crosses = (page.cut[start] == 2 and _HAN.match(text[start])) or (page.cut[end] == 2 and _HAN.match(text[end - 1]))
    if crosses and text.startswith(("过来", "過來"), end):
        # 从高|通过|来: came over from Qualcomm.
        return page.before(start, 1) in ("从", "從")
    return not crosses or end - start >= 4 or (page.cut[end] != 2 and page.before(start, 2).endswith(_ASKS_FOR_FIRM))


def _case_agrees(form: str, written: str) -> bool:
    if form[:4].lower() == "the " and form[4:] == written[4:]:
        return True
    return form == written or (len(form) >= 5 and written[0].isupper() and form[0].isupper() and " " not in form)


def _opens_a_name(page: Page, written: str, end: int, table: Matcher, folded: str) -> bool:
    """Whether what is a thing elsewhere is a given name here: Mac Walters; not in Mac Pro, Claude Code, Maya Studio."""
    behind = _WORD_BEHIND.match(page.text, end)
    if behind is None or not is_given_name(written) or is_plain(behind[1]) or len(behind[1]) < _SHORT_WORD:
        return False
    return not table.automaton.find_matches_as_indexes(folded[end + 1 : behind.end()])


def _one_each(forms: Iterable[Form]) -> tuple[Form, ...]:
    """One reading for each entry, though it may list a form in several spellings."""
    return tuple({(form.kind, form.ident): form for form in reversed(tuple(forms))}.values())[::-1]


def find_known(page: Page, lexicon: NameLexicon) -> Known:
    """Every name of the lexicon that the text has, forms that need a clue only where there is one."""
    table = matcher(lexicon)
    named, taken = bytearray(len(page.text)), bytearray(len(page.text))
    matches: list[tuple[int, int, tuple[Form, ...]]] = []
    folded = lower_case(page.text)
    anothers: set[str] = set()
    surnames = _surnames(page)
    todo = table.automaton.find_matches_as_indexes(folded)[::-1]
    while todo:
        pattern, start, end = todo.pop()
        written = page.text[start:end]
        readings = _one_each(form for form in table.forms[pattern] if _case_agrees(form.text, written))
        thing = any(form.kind is None for form in readings)
        if not readings or page.is_masked(start, end):
            continue
        if written.endswith("中国") and page.text.startswith("区", end):
            inner = table.automaton.find_matches_as_indexes(folded[start : end - 2])
            todo += [(other, start + a, start + b) for other, a, b in inner if a == 0]
            continue
        if not _bounded(page, start, end, thing):
            if page.cut[end] == 2:
                # A shorter name may end where the word begins: 京东|方面, though 京东方 is one too.
                inner = table.automaton.find_matches_as_indexes(folded[start : end - 1])
                todo += [(other, start + a, start + b) for other, a, b in inner if a == 0]
            continue
        if thing and _GIVEN_BEFORE.match(page.text, start) and _opens_a_name(page, written, end, table, folded):
            continue
        if thing:
            if not any(form.kind for form in readings):
                taken[start:end] = b"\1" * (end - start)
                continue
            readings = tuple(form._replace(weak=True) for form in readings if form.kind)
        anothers |= {f.ident for f in readings if not f.text.isascii() and _is_anothers(f, lexicon, surnames)}
        if (called := _CALLED.match(page.text, end)) is not None:
            anothers |= {f.ident for f in readings if f.kind == "person" and not _is_called(f, called[1], lexicon)}
        matches.append((start, end, readings))
    matches = [
        (start, end, rest)
        for start, end, readings in matches
        if (rest := tuple(form for form in readings if form.ident not in anothers))
    ]
    strong = {form.ident for _, _, readings in matches if len(readings) == 1 for form in readings if not form.weak}
    namesakes = {
        written.split()[0]
        for start, end, readings in matches
        if " " in (written := page.text[start:end])
        and any(f.kind == "organisation" and f.ident in strong for f in readings)
    }
    # Khosla, in a text that has Khosla Ventures and not Vinod Khosla: the firm.
    matches = [
        (start, end, rest)
        for start, end, readings in matches
        if (rest := tuple(f for f in readings if not _is_namesake(f, strong, namesakes)))
    ]
    places = {start: readings for start, _, readings in matches}
    found = _chosen(page, lexicon, matches, places, strong, surnames)
    told = {item.known for item in found if item.known and item.weight < _FULL_FORM and _is_told(page, item)}
    # 飞书, accepted in a list of firms: no word of the language, so it is the firm wherever it stands.
    told |= {item.known for item in found if item.known and item.kind == "organisation" and _is_no_word(item.form)}
    again = [match for match in matches if any(form.ident in told - strong for form in match[2])]
    if again:
        starts = {start for start, _, _ in again}
        found = [item for item in found if item.start not in starts]
        found = sorted([*found, *_chosen(page, lexicon, again, places, strong | told, surnames)])
    for item in found:
        named[item.start : item.end] = taken[item.start : item.end] = b"\1" * (item.end - item.start)
    return Known(found, named, taken)


def _is_namesake(form: Form, strong: set[str], firms: set[str]) -> bool:
    """Whether a surname alone, of nobody whom the text has in full, is the first word of a firm that it has in full."""
    return form.kind == "person" and form.weak and form.ident not in strong and form.text in firms


_CALLED = re.compile(r"\s?[（(]\s?([A-Z][A-Za-z'’.-]+(?:\s[A-Z][A-Za-z'’.-]*)+)\s?[)）]")


def _is_called(form: Form, latin: str, lexicon: NameLexicon) -> bool:
    """Whether the Latin name in brackets behind a form may be its person's: 布林（Tim Breen） is not Sergey Brin."""
    fact = lexicon.people[form.ident]
    known = {name.split()[-1].lower() for name in (fact.name, *fact.also) if name.isascii()}
    return not known or latin.split()[-1].lower() in known


def _is_no_word(form: str) -> bool:
    """Whether a form in Chinese characters is hardly in the dictionary."""
    return len(form) > 1 and all(_HAN.match(char) for char in form) and frequency(form) < _SEEN_AS_A_WORD


_SEEN_AS_A_WORD = 3
_FULL_FORM = 5.0
_DOES = 1.5
"""What a person's verb behind a name counts."""
_TOLD = 2.0


def _is_told(page: Page, item: Found) -> bool:
    """Whether the words beside a form that is a word elsewhere say that the firm is meant: 荣耀方面."""
    return item.kind == "organisation" and beside(page, item.start, item.end).firm >= _TOLD


def _chosen(
    page: Page,
    lexicon: NameLexicon,
    matches: list[tuple[int, int, tuple[Form, ...]]],
    places: dict[int, tuple[Form, ...]],
    strong: set[str],
    surnames: dict[str, set[str]],
) -> list[Found]:
    """The matches that count, each in the reading that its place calls for."""
    found = []
    for start, end, readings in matches:
        if _is_surname_here(page, start, end, readings) or _is_in_longer_name(page, start, end, readings):
            continue
        readings = tuple(form for form in readings if form.ident in strong or not _is_anothers(form, lexicon, surnames))
        if not readings:
            continue
        listed = any(
            (beside_it := places.get(at)) is not None and any(form.ident in strong for form in beside_it)
            for at in _neighbours(page, start, end, places)
        )
        form = _choose(page, start, end, readings, strong, 1.0 * listed + 1.0 * (len(strong) >= _CROWD))
        if form is not None and form.kind is not None:
            why = "lexicon" if not form.weak else "lexicon, by its context"
            weight = 4.1 if form.weak else _FULL_FORM
            found.append(Found(start, end, form.kind, weight, why, page.text[start:end], form.ident))
    return found


def _surnames(page: Page) -> dict[str, set[str]]:
    """For every capitalised word, the given names that stand in front of it somewhere in the text."""
    out: dict[str, set[str]] = {}
    for match in _GIVEN_BEFORE.finditer(page.text):
        if not is_plain(match[1]):
            out.setdefault(match[2], set()).add(match[1])
    for match in _CHINESE_IN_FULL.finditer(page.text):
        out.setdefault(match[2], set()).add(match[1])
    return out


_CHINESE_IN_FULL = re.compile(
    r"([\u4e00-\u9fff]{1,6})·([\u4e00-\u9fff]{2,6}?)(?=[^\u4e00-\u9fff]|[将已曾说称在从的担出])"
)
"""凯文·梅耶尔: given name and surname of a foreigner, where the surname plainly ends."""


def _is_anothers(form: Form, lexicon: NameLexicon, surnames: dict[str, set[str]]) -> bool:
    """Whether the text has somebody else of this surname in full: Guillemot is not Yves where Charlie Guillemot is."""
    if form.kind != "person" or form.text not in surnames:
        return False
    fact = lexicon.people[form.ident]
    if not form.text.isascii():
        # 凯文·梅耶尔, and then 梅耶尔: not the one whom the lexicon knows.
        own = {name.partition("·")[0] for name in fact.also if name.endswith(f"·{form.text}")}
        return not any(given.endswith(tuple(own)) for given in surnames[form.text])
    if not form.weak:
        return False
    own = {name.split()[0] for name in (fact.name, *fact.also)}
    return not surnames[form.text] & own and any(is_given_name(name) for name in surnames[form.text])


def _neighbours(page: Page, start: int, end: int, places: dict[int, tuple[Form, ...]]) -> list[int]:
    """Where the other members of a list begin: X、Y, X和Y, X, Y and Z."""
    out = []
    if match := _LIST_AFTER.match(page.after(end, 8)):
        out.append(end + match.end())
    if _LIST_BEFORE.search(page.before(start, 8)):
        out += [at for at in range(max(0, start - 24), start) if at in places][-1:]
    return out


def _is_surname_here(page: Page, start: int, end: int, readings: tuple[Form, ...]) -> bool:
    """Whether a firm's name is the surname of a person here: Morgan Ford, not Ford."""
    written = page.text[start:end]
    if " " in written or not written.isascii() or any(form.kind == "person" for form in readings):
        return False
    match = _WORD_BEFORE.search(page.before(start))
    return match is not None and match[1] not in _MONTHS and is_given_name(match[1])


_MONTHS = ("April", "May", "June", "August")
"""In late June Google …: no surname stands behind a month, though it is a given name too."""
_DOTTED = re.compile(r"^[\u4e00-\u9fffA-Za-z][·•・‧].|.[·•・‧][\u4e00-\u9fff]$")


def _is_in_longer_name(page: Page, start: int, end: int, readings: tuple[Form, ...]) -> bool:
    """Whether a form that many share belongs to a longer name here: Charlie Musk, Musk Ventures, Embark Studios."""
    if any(form.kind == "person" for form in readings) and _DOTTED.search(page.text[max(0, start - 2) : end + 2]):
        # 汤姆·奥尔特曼 is not the 奥尔特曼 whom the lexicon knows in full under another name.
        return True
    if end - start == 2 and start > 0 and page.begins[start - 1] and page.text[start - 1] in surnames():
        # 李曙光 is no 曙光, where nothing of the language stands in front of the surname.
        front = page.before(start - 1, 1) or " "
        titled = page.before(start - 1, 8).endswith(name_words().titles)
        open_ = not _HAN.match(front) or front in "和与及跟同由被的" or titled
        alone = page.text[start - 1] not in _ASKS_FOR_FIRM and open_
        if alone and (all(form.weak for form in readings) or beside(page, start - 1, end).person >= _DOES):
            return True
    if all(form.kind == "organisation" for form in readings) and _FOREIGNER.match(page.text, end):
        # 副总裁库卡尼（Saurabh Kulkarni）: not the robot maker 库卡.
        return page.before(start, 8).endswith(name_words().titles)
    if end - start == 2 and (_runs_on(page, start, end, readings) or _has_another_character(page, start, end)):
        return True
    if not all(form.weak for form in readings):
        return False
    behind = _WORD_BEHIND.match(page.text, end)
    if behind and page.text[start].isascii() and behind[1] in name_words().latin_firm_endings:
        return True
    if not all(form.kind == "person" for form in readings):
        return False
    match = _WORD_BEFORE.search(page.before(start))
    return match is not None and not is_plain(match[1])


_FOREIGNER = re.compile(r"[\u4e00-\u9fff]{1,4}\s?[（(]\s?[A-Z][a-z]+ [A-Z]")


def _runs_on(page: Page, start: int, end: int, readings: tuple[Form, ...]) -> bool:
    """Whether two characters that stand for a foreign name are part of a longer one: 艾维朗, 范登布林克."""
    if not all(form.kind == "person" for form in readings) or is_chinese_name(page.text[start:end]):
        return False
    letters = name_words().transliteration
    front = page.text[start - 1 : start] if start else ""
    if front in letters and front not in _FUNCTION_WORDS and page.begins[start - 1] and page.begins[start]:
        return True
    following = page.text[end : end + 1]
    alone = bool(page.begins[end]) and bool(page.begins[min(end + 1, len(page.text))])
    return alone and following in letters and following not in _FUNCTION_WORDS


_SELDOM_A_WORD = 4000
"""A character that jieba's dictionary has seen alone less often is hardly a word behind a name."""


def _has_another_character(page: Page, start: int, end: int) -> bool:
    """Whether a name of two characters is always the front of one of three here: 程立峰离开了A, not 程立."""
    name, text = page.text[start:end], page.text
    longer = text[start : end + 1]
    if not is_chinese_name(name) or len(longer) == len(name) or not could_be_given(longer[-1]):
        return False
    if not page.begins[end + 1] or frequency(longer[-1]) >= _SELDOM_A_WORD or text.count(name) > text.count(longer):
        return False
    behind = page.after(end + 1, 1)
    closed = not _HAN.match(behind) if behind else True
    return closed or moves_behind(page, end + 1) or beside(page, start, end + 1).person >= _DOES


_FUNCTION_WORDS = frozenset(
    "在以和与于为等已也又对从的了是说称把被将才就都还向让给没不要会能可曾先再则并及或由至到去来走"
)


_ACTS = (
    r"(?:(?:was|is|were) (?:founded|co-founded|set up|started|launched|listed|valued|acquired|bought|taken private"
    r"|run by|led by|owned by|worth|hiring|raising|in talks)|(?:has |had |have )?(?:raised|took in|laid off"
    r"|went public|filed for|listed (?:on|in)|agreed to (?:buy|sell|pay|acquire)|bought|acquired|sold its|hired"
    r"|poached|turned down|closed (?:a|its)|shut its|cut \d|led (?:a|the) (?:\$|€|£|round|series|seed|funding|tender)"
    r"|lost (?=[A-Z]))|will ship|ships)\b"
)
"""What firms do."""
_FIRM_ACTS = re.compile(
    rf"^(?:, (?:founded|co-founded|run by|led by|backed by|owned by|started by|set up|launched in|based in|valued)\b"
    r"|, (?:which|where) (?:\w+ ){0,3}?(?:runs?|ran|owns?|makes?|builds?|sells?|listed|raised|bought|was founded)\b"
    rf"|, (?:the|an?|now|once|still) [^,.\n]{{3,60}}, {_ACTS}"
    r"|['’]s (?:chief executive|chairman|founder|president|co-founder|finance chief|boss)?,? ?[A-Z][a-z]+ [A-Z][a-z]+,?"
    r" (?:steps|stepped|stands|stood|is leaving|will leave|left|quit|resigned|retires|retired|was|joins|joined|named)\b"
    rf"|(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?,?)? {_ACTS}|, {_ACTS})"
)
"""Glean, founded in 2019 by …; Circle, the issuer of a coin, went public: a firm with the name of a plain word."""


def _choose(
    page: Page, start: int, end: int, readings: tuple[Form, ...], strong: set[str], prior: float
) -> Form | None:
    """The reading that a place calls for, or None. `prior` speaks for an organisation: its neighbours in the text."""
    clue = beside(page, start, end)
    written = page.text[start:end]
    best: tuple[float, Form] | None = None
    for form in readings:
        if form.near is not None and form.near not in strong:
            continue
        titled = page.text[start - 1 : start] == "《" and page.text[end : end + 1] == "》"
        platform = written == "X"
        sentence_start = page.is_latin and bool(_STARTS_SENTENCE.search(page.before(start, 4)))
        if not form.weak or (form.outlet and titled):
            value = 3.0
        elif form.ident in strong:
            value = 2.0 if not (clue.thing and clue.firm < 2) and not (sentence_start and clue.firm < 0.7) else 0.0
        elif form.kind == "organisation":
            capital = 1.0 * (page.is_latin and written[0].isupper() and not sentence_start)
            firm = clue.firm + max(prior, capital) if clue.firm and not platform else clue.firm
            if page.is_latin and written[0].isupper() and _FIRM_ACTS.match(page.after(end, 120)):
                firm = max(firm, 2.0)
            value = firm if firm >= 1.6 and not (clue.thing and clue.firm < 2.7) and clue.person < 2 else 0.0
        else:
            person = clue.person if written.isascii() else clue.person - 0.5
            value = person if person >= 1.5 or (written.isascii() and person >= 1.0) else 0.0
        if form.kind == "person" and clue.byline:
            value = 0.0
        value += 0.5 * (form.ident in strong)
        if value >= 1.0 and (best is None or value > best[0]):
            best = (value, form)
    return best[1] if best else None
