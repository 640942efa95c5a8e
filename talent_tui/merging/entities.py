"""Tie the people and organisations of all articles together, by strong evidence only.

Strong is: the same full name, or a full name that the other article gives beside its own (赵晟佳 (Shengjia Zhao)). Two
entries of one article are never tied: an article lists each once. Two namesakes whose articles have no organisation in
common and who each have a career of their own stay two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from talent_tui.merging.groups import Groups
from talent_tui.merging.names import best_name, fold, full_names, is_han, name_pieces, strong_aliases
from talent_tui.merging.regroup import Local, Regrouped, regroup
from talent_tui.model import ArticleRecord, Company, Deed, Entity, Person


class Tied(NamedTuple):
    """People and organisations of the whole timeline, sorted by id, and what each article's entries became."""

    people: tuple[Person, ...]
    companies: tuple[Company, ...]
    person_of: dict[Local, str]
    company_of: dict[Local, str]


def tie(records: Sequence[ArticleRecord], deeds: Sequence[Deed] = ()) -> Tied:
    """Tie the entries of `records`, which are sorted by article id.

    What a person merged and split (`deeds`) goes before names.
    """
    firms = {(r.article.id, c.id): c for r in records for c in r.companies}
    firm_groups = regroup(_firm_groups(firms).members(), firms, "company", deeds)
    company_of = _idents(firm_groups.groups, taken=set())
    companies = _merged_companies(firm_groups, firms, company_of)

    people = {(r.article.id, p.id): p for r in records for p in r.people}
    person_groups = regroup(_person_groups(people, records, company_of).members(), people, "person", deeds)
    person_of = _idents(person_groups.groups, taken={c.id for c in companies})
    return Tied(_merged_people(person_groups, people, person_of), companies, person_of, company_of)


def _firm_groups(firms: dict[Local, Company]) -> Groups[Local]:
    groups: Groups[Local] = Groups(firms, article_of=lambda local: local[0])
    by_name: dict[str, list[Local]] = defaultdict(list)
    by_alias: dict[str, list[Local]] = defaultdict(list)
    by_long_alias: dict[str, list[Local]] = defaultdict(list)
    for local, firm in firms.items():
        by_name[fold(firm.name)].append(local)
        for alias in {fold(a) for a in firm.aliases} - {fold(firm.name)}:
            by_alias[alias].append(local)
        for alias in strong_aliases(firm):
            by_long_alias[alias].append(local)
    for name in sorted(by_name):
        groups.join_all(by_name[name])
    for alias in sorted(by_alias):
        bearers = by_alias[alias]
        if alias in by_name and len({groups.find(b) for b in bearers}) == 1:
            groups.join_all([*by_name[alias], *bearers])
    for alias in sorted(by_long_alias):
        groups.join_all(by_long_alias[alias])
    return groups


def _person_groups(
    people: dict[Local, Person], records: Sequence[ArticleRecord], company_of: dict[Local, str]
) -> Groups[Local]:
    groups: Groups[Local] = Groups(people, article_of=lambda local: local[0])
    pieces = frozenset(piece for p in people.values() for piece in name_pieces(p))
    by_name: dict[str, list[Local]] = defaultdict(list)
    by_form: dict[str, list[Local]] = defaultdict(list)
    for local, person in people.items():
        forms = full_names(person, pieces)
        if forms and forms[0] == fold(person.name):
            by_name[forms[0]].append(local)
        for form in forms:
            by_form[form].append(local)
    around = {r.article.id: {company_of[r.article.id, c.id] for c in r.companies} for r in records}
    careers = _careers(records, company_of)
    namesakes = set()
    for name in sorted(by_name):
        bands = _bands(by_name[name], around, careers)
        for band in bands:
            groups.join_all(band)
        if len(bands) > 1:
            namesakes.add(name)
    for form in sorted(by_form):
        bearers = by_form[form]
        chinese = {fold(people[b].name) for b in bearers if is_han(people[b].name)}
        if len(chinese) <= 1 and not any(fold(people[b].name) in namesakes for b in bearers):
            groups.join_all(bearers)
    return groups


def _careers(records: Sequence[ArticleRecord], company_of: dict[Local, str]) -> dict[Local, set[str]]:
    """The organisations that each entry has to do with in its article's events."""
    out: dict[Local, set[str]] = defaultdict(set)
    for record in records:
        article = record.article.id
        for event in record.events:
            ends = {c for c in (*event.companies, event.from_, event.to) if c}
            firms = {company_of[article, c] for c in ends if (article, c) in company_of}
            for person in event.people:
                out[article, person] |= firms
    return out


def _bands(bearers: list[Local], around: dict[str, set[str]], careers: dict[Local, set[str]]) -> list[list[Local]]:
    """Bearers of one name, apart where nothing but the name speaks for their being one person.

    Articles that have an organisation in common speak of one person. Of the bands that are left, those without a career
    (no event says where the person works) go to the only one that has one; with two careers, they stay by themselves.
    """
    if len(bearers) == 1:
        return [bearers]
    linked: Groups[Local] = Groups(bearers, article_of=None)
    first_at: dict[str, Local] = {}
    for local in bearers:
        firms = around[local[0]]
        for other in {first_at[firm] for firm in firms & first_at.keys()}:
            linked.join(other, local)
        first_at.update(dict.fromkeys(firms - first_at.keys(), local))
    bands = linked.members()
    working = [band for band in bands if any(careers.get(local) for local in band)]
    if len(working) <= 1:
        return [bearers]
    return bands


def _idents(groups: list[list[Local]], taken: set[str]) -> dict[Local, str]:
    """An id for each entry: the commonest of its group, made unique by a number where two groups want the same."""
    out: dict[Local, str] = {}
    used = set(taken)
    for members in groups:
        wanted = Counter(local for _, local in members)
        base = min(wanted, key=lambda ident: (-wanted[ident], ident))
        ident, number = base, 1
        while ident in used:
            number += 1
            ident = f"{base}-{number}"
        used.add(ident)
        out.update(dict.fromkeys(members, ident))
    return out


def _forms(entries: Iterable[Entity], name: str) -> tuple[str, ...]:
    return tuple(sorted({form for e in entries for form in (e.name, *e.aliases)} - {name}))


def _readings(entries: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r for e in entries for r in e.readings))


def _merged_people(
    regrouped: Regrouped, people: dict[Local, Person], person_of: dict[Local, str]
) -> tuple[Person, ...]:
    merged = []
    for members in regrouped.groups:
        entries = [people[m] for m in members]
        readings = _readings(entries)
        name = regrouped.names.get(members[0]) or best_name([e.name for e in entries], frozenset(readings))
        merged.append(Person(person_of[members[0]], name, _forms(entries, name), readings))
    return tuple(sorted(merged, key=lambda p: p.id))


def _merged_companies(
    regrouped: Regrouped, firms: dict[Local, Company], company_of: dict[Local, str]
) -> tuple[Company, ...]:
    by_local_id = {local: ident for (_, local), ident in sorted(company_of.items(), reverse=True)}
    merged = []
    for members in regrouped.groups:
        entries = [firms[m] for m in members]
        names = Counter(e.name for e in entries)
        name = regrouped.names.get(members[0]) or min(names, key=lambda n: (-names[n], n))
        parents = [
            company_of.get((article, parent)) or by_local_id.get(parent)
            for (article, _), entry in zip(members, entries, strict=True)
            if (parent := entry.parent)
        ]
        own = company_of[members[0]]
        parent = min((p for p in parents if p and p != own), default=None)
        kinds = Counter(e.kind for e in entries)
        kind = min(kinds, key=lambda k: (-kinds[k], k))
        merged.append(Company(own, name, _forms(entries, name), _readings(entries), parent, kind))
    return tuple(sorted(merged, key=lambda c: c.id))
