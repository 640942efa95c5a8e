"""JSON of schema `talent-timeline/1`: one object, or one event a line."""

import datetime
from typing import Final

import msgspec
from msgspec import UNSET, UnsetType

import talent_tui
from talent_tui.model import (
    EXPORT_SCHEMA,
    Amount,
    Article,
    Company,
    Conflict,
    DateSpan,
    Event,
    Evidence,
    Person,
    Publication,
    Repair,
    Timeline,
)


class _Date(msgspec.Struct, frozen=True):
    edtf: str | None
    start: datetime.date | None
    end: datetime.date | None
    text: str | None
    basis: str
    extent: str


class _Article(msgspec.Struct, frozen=True):
    id: str
    digest: str
    file: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: Publication
    language: str
    repairs: tuple[Repair, ...]


class _Named(msgspec.Struct, frozen=True):
    id: str
    name: str
    aliases: tuple[str, ...]


class _Source(msgspec.Struct, frozen=True):
    article: str
    start: int
    end: int
    quote: str
    outlets: tuple[str, ...]
    status: str
    date: _Date


class _Event(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    id: str
    type: str
    date: _Date
    people: tuple[str, ...]
    from_: str | None
    to: str | None
    companies: tuple[str, ...]
    role: str | None
    status: str
    certainty: str
    amounts: tuple[Amount, ...]
    count: int | None
    speaker: str | None
    denies: str | None
    summary: str
    sources: tuple[_Source, ...]
    conflicts: tuple[Conflict, ...]
    verified: datetime.date | UnsetType = UNSET
    edited: tuple[str, ...] | UnsetType = UNSET
    note: str | UnsetType = UNSET


_encode: Final = msgspec.json.Encoder().encode


def to_json(timeline: Timeline) -> bytes:
    """The whole timeline as one JSON object, one record a line: UTF-8, the same bytes for the same timeline.

    What a person corrected is told where there is any: on events as `verified`, `edited` and `note`, and as the table
    `corrections`, in which hidden events are named too.
    """
    head = b'{"schema": %b,\n"generator": %b' % (_encode(EXPORT_SCHEMA), _encode(talent_tui.__version__))
    tables = (
        _table("articles", [_encode(_article(a)) for a in timeline.articles]),
        _table("people", [_encode(_named(p)) for p in timeline.people]),
        _table("companies", [_encode(_named(c)) for c in timeline.companies]),
        _table("events", [_encode(_event(e)) for e in timeline.events]),
    )
    log = [_table("corrections", [_encode(c) for c in timeline.corrections])] if timeline.corrections else []
    return b",\n".join((head, *tables, *log)) + b"\n}\n"


def to_jsonl(timeline: Timeline) -> bytes:
    """One event a line, as in `to_json`."""
    return b"".join(_encode(_event(e)) + b"\n" for e in timeline.events)


def _table(name: str, rows: list[bytes]) -> bytes:
    return b'"%b": [%b]' % (name.encode(), b"\n" + b",\n".join(rows) + b"\n" if rows else b"")


def _article(article: Article) -> _Article:
    return _Article(
        id=article.id,
        digest=article.digest,
        file=article.file,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        published=article.published,
        language=article.language,
        repairs=article.repairs,
    )


def _named(entity: Person | Company) -> _Named:
    return _Named(entity.id, entity.name, entity.aliases)


def _date(span: DateSpan) -> _Date:
    return _Date(span.edtf, span.start, span.end, span.text, span.basis, span.extent)


def _source(source: Evidence) -> _Source:
    return _Source(
        source.article, source.start, source.end, source.quote, source.outlets, source.status, _date(source.date)
    )


def _event(event: Event) -> _Event:
    return _Event(
        id=event.id,
        type=event.type,
        date=_date(event.date),
        people=event.people,
        from_=event.from_,
        to=event.to,
        companies=event.companies,
        role=event.role,
        status=event.status,
        certainty=event.certainty,
        amounts=event.amounts,
        count=event.count,
        speaker=event.speaker,
        denies=event.denies,
        summary=event.summary,
        sources=tuple(_source(s) for s in event.sources),
        conflicts=event.conflicts,
        verified=event.verified or UNSET,
        edited=event.edited or UNSET,
        note=event.note or UNSET,
    )
