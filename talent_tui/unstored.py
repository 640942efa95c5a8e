"""Read a text without keeping anything of it. Importing this imports nothing that reads text; its functions do."""

from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from talent_tui import adding
from talent_tui.model import ArticleRecord, Publication, Span, UnreadableError


class Draft(NamedTuple):
    """A text with its own people, firms and events, and its sentences in offsets of its stored text."""

    record: ArticleRecord
    sentences: tuple[Span, ...]


def simplified(text: str) -> str:
    """A text in simplified script, for names that are typed in the other one."""
    from talent_tui.reading.script import simplify

    return simplify(text)


def read_records(
    paths: Sequence[str], published: Publication | None = None, stdin: BinaryIO | None = None
) -> list[ArticleRecord]:
    """What the articles tell, without a store. Raises UnreadableError for the first that cannot be read."""
    from talent_tui import pipeline, reading

    names = adding.names()
    records = {}
    for source in reading.find_sources(paths, stdin):
        if isinstance(source, UnreadableError):
            raise source
        record = pipeline.process(source, published, names)
        records[record.article.id] = record
    return list(records.values())
