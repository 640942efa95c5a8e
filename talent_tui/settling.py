"""What a batch of articles changes in what is held: which are new, which take another's place, under which name."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from talent_tui import adding
from talent_tui.adding import AddResult, Taken
from talent_tui.model import Article, ArticleRecord, UsageError

SHORTEST_ID: Final = 4
"""So many characters of an id may stand for it."""


class Settled(NamedTuple):
    """What became of each input, and the change to write."""

    results: list[AddResult]
    put: list[ArticleRecord]
    drop: list[str]


def settle(
    batch: Sequence[Taken], held: Mapping[str, ArticleRecord], claims: dict[str, set[str]], folder: Path | None
) -> Settled:
    """Settle a batch against the records held. `folder` is the timeline's.

    `claims` are the files that this add found for each article so far; it grows.
    """
    records = dict(held)
    by_file = {r.article.file: i for i, r in records.items()}
    results = [_settle_one(one, records, by_file, held, claims, folder) for one in batch]
    put = [r for i, r in records.items() if held.get(i) is not r]
    return Settled(results, put, [i for i in held if i not in records])


def _settle_one(
    one: Taken,
    records: dict[str, ArticleRecord],
    by_file: dict[str, str],
    before: Mapping[str, ArticleRecord],
    claims: dict[str, set[str]],
    folder: Path | None,
) -> AddResult:
    if one.article is None or (one.record is None and one.message):
        return AddResult(one.name, one.article, 0, "unreadable", one.message)
    file = adding.stored_name(one.name, folder)
    claims.setdefault(one.article, set()).add(file)
    record = one.record or records.get(one.article) or before[one.article]
    held = records.get(one.article)
    replaced = held is not None and one.record is not None
    old = by_file.get(file)
    if old is not None and old != one.article and old in records and file != adding.STANDARD_INPUT:
        others = claims.get(old, set()) - {file}
        if others:
            records[old] = _filed(records[old], min(others))
            by_file[min(others)] = old
        else:
            del records[old]
            replaced = True
    name = min(file, held.article.file) if held is not None else file
    records[one.article] = _filed(record, name)
    by_file[name] = one.article
    if one.record is None and held is not None:
        return AddResult(one.name, one.article, len(record.events), "unchanged", None)
    return AddResult(one.name, one.article, len(record.events), "replaced" if replaced else "added", None)


def named(name: str, records: Mapping[str, ArticleRecord], folder: Path | None) -> list[Article]:
    """The articles that a user means by an id, the beginning of one, or a file. Raises UsageError."""
    if name in records:
        return [records[name].article]
    articles = [r.article for r in records.values()]
    ways: tuple[Callable[[Article], bool], ...] = (
        lambda a: a.file in (name, adding.stored_name(name, folder)),
        lambda a: Path(a.file).name == name,
        lambda a: len(name) >= SHORTEST_ID and a.id.startswith(name),
    )
    for way in ways:
        found = [a for a in articles if way(a)]
        if len(found) > 1:
            raise UsageError(f"{name} may mean {len(found)} articles; give the id that `talent-tui articles` shows.")
        if found:
            return found
    raise UsageError(f"There is no article {name}; `talent-tui articles` lists them.")


def _filed(record: ArticleRecord, file: str) -> ArticleRecord:
    """The record under another file's name; the same object where it has that name already."""
    if record.article.file == file:
        return record
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, file=file))
