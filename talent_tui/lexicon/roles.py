"""Titles and nouns for people: `roles.toml`."""

from functools import cache

import msgspec

from talent_tui.lexicon.tables import load


class Roles(msgspec.Struct, frozen=True):
    """The words of one language: endings of titles, nouns for people, and what says that a title is past or present.

    `fields` of work may stand joined in one title (软件与硬件副总裁).
    """

    titles: list[str]
    people: list[str]
    fields: list[str]
    former: list[str]
    current: list[str]


@cache
def roles(language: str) -> Roles:
    """The words of `language` ("zh" or "en")."""
    return load("roles", dict[str, Roles])[language]
