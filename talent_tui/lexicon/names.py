"""Known people and organisations with all their names, and the words by which unknown names are recognised.

`people.toml` and `organisations.toml` say who is who; `not_names.toml` what looks like a name and is none;
`name_words.toml` what the rules for unknown names go by (surnames, titles, forms of organisations …). A user's own
`names.toml` adds to the first three and overrides them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import msgspec

from talent_tui.lexicon.tables import load, load_facts, load_file
from talent_tui.model import OrganisationKind


class PersonFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A known person: usual name, other full forms (`also`), and forms that many share (`context`: Wang, Ilya).

    `firms` are ids of organisations that the person is known to work or to have worked for, the newest first.
    """

    name: str
    also: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    firms: tuple[str, ...] = ()


class OrganisationFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A known organisation: usual own name, other forms (`also`), and the id of its `parent`.

    `context` are forms that are common words or other things too; they count only beside words that ask for an
    organisation, or once another form has been seen. `near` are forms that count only where the parent is named.
    """

    name: str
    kind: OrganisationKind = "firm"
    parent: str | None = None
    also: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class NotNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of products, models, places, prizes and the like."""

    things: tuple[str, ...] = ()


class UserNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A user's `names.toml`: `[people]` and `[organisations]` as in ours, `things` for what is no name."""

    people: dict[str, PersonFact] = {}
    organisations: dict[str, OrganisationFact] = {}
    things: tuple[str, ...] = ()


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that the rules for unknown names go by; `name_words.toml` says what each list is for."""

    surnames: dict[str, str]
    compound_surnames: tuple[str, ...]
    japanese_surnames: tuple[str, ...]
    rare_as_surname: str
    given: str
    not_given: str
    seldom_given: str
    transliteration: str
    given_names: dict[str, str]
    surname_spellings: dict[str, str]
    plain_words: dict[str, str]
    plain_surnames: tuple[str, ...]
    titles: tuple[str, ...]
    latin_titles: tuple[str, ...]
    honorifics: tuple[str, ...]
    speech: tuple[str, ...]
    moves: tuple[str, ...]
    firm_endings: tuple[str, ...]
    firm_endings_weak: tuple[str, ...]
    firm_stops: tuple[str, ...]
    firm_stop_chars: str
    team_stops: tuple[str, ...]
    places: tuple[str, ...]
    kept_endings: tuple[str, ...]
    team_endings: tuple[str, ...]
    latin_firm_endings: tuple[str, ...]
    latin_outlet_endings: tuple[str, ...]
    outlet_endings: tuple[str, ...]
    hardly_surname: str
    womens: str
    generic: tuple[str, ...]
    bylines: tuple[str, ...]


class NameCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a name that tell a person from an organisation; `name_cues.toml` says what each list is for."""

    act_before: tuple[str, ...]
    called: tuple[str, ...]
    adverbs: tuple[str, ...]
    firm_before: tuple[str, ...]
    firm_before_english: tuple[str, ...]
    firm_after: tuple[str, ...]
    firm_after_english: tuple[str, ...]
    firm_nouns_english: tuple[str, ...]
    firm_kinds: tuple[str, ...]
    firm_before_weak: tuple[str, ...]
    firm_after_weak: tuple[str, ...]
    works_after: tuple[str, ...]
    thing_before: tuple[str, ...]
    thing_after: tuple[str, ...]
    team_before: tuple[str, ...]
    team_formed: tuple[str, ...]
    vote_joined: tuple[str, ...]
    vote_before: tuple[str, ...]
    vote_role: tuple[str, ...]
    vote_after: tuple[str, ...]
    vote_neutral: tuple[str, ...]
    vote_around: tuple[str, ...]
    vote_never: tuple[str, ...]
    team_after: tuple[str, ...]


class NameSounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How consonants of foreign names are kept in Chinese characters; `name_sounds.toml` says what each table is."""

    latin: tuple[tuple[str, str], ...]
    chinese: dict[str, str]
    dropped: dict[str, float]
    swapped: dict[str, float]


class NameReadings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How characters are read in surnames and in given names, where the dictionary's first reading is another."""

    surnames: dict[str, str]
    given: dict[str, str]


@dataclass(frozen=True, eq=False)
class NameLexicon:
    """All that is known about names. Values are shared, never changed; `with_user` and `emptied` make new ones."""

    people: Mapping[str, PersonFact] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationFact] = field(default_factory=dict)
    things: tuple[str, ...] = ()

    def with_user(self, path: Path) -> "NameLexicon":
        """This lexicon with a user's own names. An id that is ours is replaced; a name that was a thing becomes one.

        Raises UnreadableError where the file is missing or not understood.
        """
        user = load_file(path, UserNames)
        facts: tuple[PersonFact | OrganisationFact, ...] = (*user.people.values(), *user.organisations.values())
        named = {form for fact in facts for form in (fact.name, *fact.also)}
        things = tuple(thing for thing in self.things if thing not in named) + user.things
        people = {key: fact for key, fact in self.people.items() if key not in user.organisations}
        organisations = {key: fact for key, fact in self.organisations.items() if key not in user.people}
        return replace(
            self,
            people={**people, **user.people},
            organisations={**organisations, **user.organisations},
            things=things,
        )

    def named_careers(self, people: Iterable[str], organisations: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Of some people, the organisations among some that they are known to have worked for, the newest first.

        Of a part that is not among them, the organisation that it belongs to.
        """
        careers = {}
        for person in people:
            firms = self.people[person].firms if person in self.people else ()
            named = dict.fromkeys(o for o in (self._among(firm, organisations) for firm in firms) if o is not None)
            if named:
                careers[person] = tuple(named)
        return careers

    def _among(self, organisation: str | None, named: Collection[str]) -> str | None:
        seen = set()
        while organisation is not None and organisation not in named and organisation not in seen:
            seen.add(organisation)
            fact = self.organisations.get(organisation)
            organisation = fact.parent if fact is not None else None
        return organisation if organisation in named else None

    def emptied(self) -> "NameLexicon":
        """This lexicon without its people, firms, laboratories and schools: what the rules do by themselves.

        News outlets stay: they are who tells, not who is told of.
        """
        outlets = {key: fact for key, fact in self.organisations.items() if fact.kind == "outlet"}
        return replace(self, people={}, organisations=outlets)


@cache
def default_names() -> NameLexicon:
    """The names that ship with the program."""
    return NameLexicon(
        people=load_facts("people", dict[str, PersonFact]),
        organisations=load_facts("organisations", dict[str, OrganisationFact]),
        things=load("not_names", NotNames).things,
    )


@cache
def name_words() -> NameWords:
    """The words that the rules for unknown names go by."""
    return load("name_words", NameWords)


@cache
def name_cues() -> NameCues:
    """The words beside a name that tell what it is."""
    return load("name_cues", NameCues)


@cache
def name_sounds() -> NameSounds:
    """What the comparison of transliterations goes by."""
    return load("name_sounds", NameSounds)


@cache
def name_readings() -> NameReadings:
    """The readings of characters in names."""
    return load("name_readings", NameReadings)
