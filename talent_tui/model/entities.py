"""People and organisations: one entry each, with every form of the name."""

from typing import Literal

import msgspec

OrganisationKind = Literal["firm", "lab", "team", "university", "outlet", "fund", "body"]


class Person(msgspec.Struct, frozen=True):
    """A named person. `name` is the Chinese form of a Chinese name, else the usual full Latin name.

    `aliases` are all other forms, as written (nicknames, surnames alone, garbled forms). `readings` are what a person
    may type without an input method, lower case: pinyin and initials ("zhaoshengjia", "zsj").
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


class Company(msgspec.Struct, frozen=True):
    """An organisation that employs, invests, publishes or takes part: a firm, laboratory, team, university, outlet.

    `name` is its usual own name (Meta; 苹果 → Apple; Chinese firms keep theirs: 字节跳动). `parent` is the id of the
    organisation that it belongs to, if known (Google DeepMind → google). `kind` is what it is, as far as known.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    parent: str | None = None
    kind: OrganisationKind = "firm"


Entity = Person | Company
