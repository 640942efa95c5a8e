"""An article as it was read: its text, untouched, and what it states about itself."""

from typing import Literal

import msgspec

from talent_tui.model.dates import UNKNOWN_PUBLICATION, Publication

Language = Literal["zh-Hans", "zh-Hant", "en"]


class Repair(msgspec.Struct, frozen=True):
    """One kind of damage found in the text. Offsets of the first place are in the stored text.

    `kind`: `pinyin` (readings leaked behind characters, taken out for reading), `garbled` (byte-shifted runs, detected
    and left alone), `lost-character`, `width`, `encoding`, … `count` is how often, `example` one of them.
    """

    kind: str
    count: int
    start: int
    example: str


class Article(msgspec.Struct, frozen=True):
    """A news article. Its identity is its content: `digest` is the SHA-256 of `text`, `id` its first twelve digits.

    `text` is what offsets count in: the decoded file, or for a saved web page the main text taken from it. `title`,
    `outlet`, `author` and `url` are as stated in it, None where it states none. `file` is where it was read from, for
    people; nothing depends on it.
    """

    id: str
    digest: str
    text: str
    file: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Publication = UNKNOWN_PUBLICATION
    language: Language = "zh-Hans"
    repairs: tuple[Repair, ...] = ()
