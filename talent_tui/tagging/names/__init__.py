"""Who is who in a text: people and organisations, where each is named, and one entry for all forms of one.

The lexicon comes first, then rules by form and context, for names that no list has; then what is short for a name
that the article has in full (surnames, given names, nicknames). Costs grow linearly with the text.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from talent_tui.lexicon.names import NameLexicon
from talent_tui.model import CleanText, Company, NameMention, Person, Sentence
from talent_tui.tagging.names.candidates import Found, occurrences, without_overlaps
from talent_tui.tagging.names.chinese import find_chinese
from talent_tui.tagging.names.english_units import find_units
from talent_tui.tagging.names.entries import Entries, tie_people
from talent_tui.tagging.names.firm_forms import apposed, base, tie_organisations
from talent_tui.tagging.names.firms import find_firms
from talent_tui.tagging.names.foreign import find_dotted, find_initialled, find_undotted
from talent_tui.tagging.names.formed import find_formed
from talent_tui.tagging.names.groups import key_of
from talent_tui.tagging.names.japanese import find_japanese
from talent_tui.tagging.names.known import find_known
from talent_tui.tagging.names.latin import find_latin
from talent_tui.tagging.names.lexicon_forms import known_firm
from talent_tui.tagging.names.outlets import CREDITED, find_outlets
from talent_tui.tagging.names.owners import houses_of_known, owners_of, with_houses
from talent_tui.tagging.names.page import Page, prepare
from talent_tui.tagging.names.short import find_again, find_short
from talent_tui.tagging.names.taking_part import taking_part
from talent_tui.tagging.names.voted import find_voted

__all__ = ["Names", "find_names"]


class Names(NamedTuple):
    """Mentions sorted by start, none overlapping another, each tied to one of the people or companies."""

    mentions: tuple[NameMention, ...]
    people: tuple[Person, ...]
    companies: tuple[Company, ...]


def find_names(clean: CleanText, sentences: Sequence[Sentence], lexicon: NameLexicon, stored_text: str) -> Names:
    """All people and organisations that a text names.

    Mentions are in offsets of `clean`; aliases are the forms as `stored_text` has them, and as the clean text has them.
    """
    page = prepare(clean, tuple(sentences))
    found, houses = with_houses(page, _find(page, lexicon))
    roots = {**tie_people(page, found, lexicon), **tie_organisations(page, found, lexicon)}
    short = find_short(page, found, roots, lexicon)
    found = without_overlaps([*found, *short])
    found = taking_part(page, found)
    return _entries(clean, stored_text, found, roots, owners_of(page, found, houses), lexicon)


_VOTED_SURE = 3.9
"""Organisations of this weight are no people, though their names could be somebody's."""


def _mark(taken: bytearray, found: list[Found]) -> None:
    for item in found:
        taken[item.start : item.end] = b"\1" * (item.end - item.start)


def _find(page: Page, lexicon: NameLexicon) -> list[Found]:
    """What the lexicon and the rules find, without overlaps, in every place where an accepted form stands."""
    known = find_known(page, lexicon)
    taken = known.taken
    rules = [*find_dotted(page, taken), *find_initialled(page, taken), *find_outlets(page, lexicon)]
    _mark(taken, rules)
    called = frozenset(lexicon.people[item.known].name for item in known.found if item.known and item.kind == "person")
    latin = find_latin(page, known.named, taken, known.found, called)
    firms = [
        *find_firms(page, taken, [*known.found, *rules, *latin]),
        *find_formed(page, known.named),
        *find_units(page),
    ]
    undotted = [*find_undotted(page, taken), *find_japanese(page, taken)]
    sure = [*known.found, *rules, *latin]
    firms += find_voted(page, taken, [*sure, *firms])
    _mark(taken, [item for item in firms if item.weight > _VOTED_SURE])
    shorts = frozenset(short for item in firms if (short := base(item.form)) and not short.isascii())
    for _, start, end in occurrences(page.text, shorts):
        taken[start:end] = b"\1" * (end - start)
    chinese = find_chinese(page, taken, sure)
    found = without_overlaps([*known.found, *rules, *firms, *latin, *undotted, *chinese])
    found = _as_listed(_as_introduced(_without_surnames(apposed(page, found), lexicon)), lexicon)
    return without_overlaps([*found, *find_again(page, found, known.taken)])


_SURE = 5.0
"""The weight of a form that needs no clue to be whom the lexicon says."""


def _without_surnames(found: list[Found], lexicon: NameLexicon) -> list[Found]:
    """The names without firms that only have the surname of somebody named in full: Lip-Bu Tan, then Tan warned."""
    full = {item.form for item in found if item.kind == "person"}
    for item in found:
        if item.kind == "person" and item.known:
            fact = lexicon.people[item.known]
            full |= {fact.name, *fact.also}
    surnames = {name.split()[-1] for name in full if " " in name}
    return [item for item in found if item.kind == "person" or item.known or item.form not in surnames]


def _as_introduced(found: list[Found]) -> list[Found]:
    """The names, with one person for COO柯南 and a 柯南 whom the lexicon has as somebody else: the text's own."""
    own = {item.form for item in found if item.kind == "person" and item.known is None}
    return [
        item._replace(known=None) if item.kind == "person" and item.weight < _SURE and item.form in own else item
        for item in found
    ]


def _as_listed(found: list[Found], lexicon: NameLexicon) -> list[Found]:
    """The names, with the lexicon's own firm for one that the rules found by what stands beside it: 来到淘宝."""
    return [
        item._replace(known=known_firm(lexicon, item.form)) if item.kind == "organisation" and not item.known else item
        for item in found
    ]


def _entries(
    clean: CleanText,
    stored_text: str,
    found: list[Found],
    roots: dict[str, str],
    owners: dict[str, str],
    lexicon: NameLexicon,
) -> Names:
    groups: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        groups[roots.get(key_of(item), key_of(item))].append(item)
    entries = Entries(lexicon)
    for items in groups.values():
        keys = list(dict.fromkeys(key_of(item) for item in items))
        forms = list(dict.fromkeys(item.form for item in items))
        aliases = []
        for item in items:
            span = clean.stored(item.start, item.end)
            aliases += [stored_text[span.start : span.end], clean.text[item.start : item.end], item.form]
        teller = any(item.why == CREDITED for item in items)
        entries.add(items[0].kind, keys, forms, dict.fromkeys(aliases), is_outlet=teller)
    for key, alias in houses_of_known(found, lexicon).items():
        if key not in entries.entity:
            entries.add("organisation", [key], [alias], (alias,))
    entries.set_parents(owners)
    mentions = tuple(
        NameMention(item.start, item.end, item.kind, entries.entity[key_of(item)], item.why) for item in found
    )
    return Names(mentions, tuple(entries.people), tuple(entries.companies))
