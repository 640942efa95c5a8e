"""One form for both sides: what an answer key tells about an article, and what the program tells about it."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from opencc import OpenCC

from talent_tui.model import ArticleRecord, Publication

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

UNKNOWN = "?"
"""Prefix of a name's id that the key does not have: it equals nothing in the key."""


@dataclass(frozen=True)
class Happening:
    """One event. `spans` are half-open runs of the article's text; a key's quotation is looked up in that text.

    `dated` is whether a day is claimed; `start` and `end` are its first and last, None on an open side. `sources` are
    the runs with the words given for them; a key has none. `core` is False for what may be told but need not.
    """

    id: str
    type: str
    people: frozenset[str]
    companies: frozenset[str]
    origin: str | None
    target: str | None
    start: date | None
    end: date | None
    dated: bool
    status: str
    values: tuple[float, ...]
    quote: str
    spans: tuple[tuple[int, int], ...] = ()
    core: bool = True
    sure: bool = False
    sources: tuple[tuple[int, int, str], ...] = ()

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day covered."""
        return self.start, self.end

    @property
    def cast(self) -> frozenset[tuple[str, str]]:
        """Everybody who takes part: people and organisations."""
        organisations = self.companies | {c for c in (self.origin, self.target) if c}
        return frozenset({("person", p) for p in self.people} | {("organisation", c) for c in organisations})


@dataclass(frozen=True)
class Account:
    """What one side tells about an article. `people` and `companies`: id to every form of the name, folded."""

    name: str
    text: str
    people: Mapping[str, frozenset[str]]
    companies: Mapping[str, frozenset[str]]
    happenings: tuple[Happening, ...]
    published: Publication = field(default_factory=Publication)


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def fold(name: str) -> str:
    """A name as it is compared: simplified script, one width, no case, no spaces or joints."""
    simplified = _simplifier().convert(unicodedata.normalize("NFKC", name))
    return re.sub(r"[\W_]+", "", str(simplified).casefold())


def fold_all(names: Iterable[str]) -> frozenset[str]:
    """All forms of a name, folded; what folds to nothing is left out."""
    return frozenset(folded for folded in map(fold, names) if folded)


def places(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a quotation first stands in a text; nowhere if the reader did not keep that passage."""
    at = text.find(quote) if quote else -1
    return ((at, at + len(quote)),) if at >= 0 else ()


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def account_of_key(key: Mapping[str, Any], text: str) -> Account:
    """An answer key's account. `text` is the article's text as the program stores it, for the places of quotations."""
    happenings = []
    for event in key["events"]:
        when = event["date"]
        happenings.append(
            Happening(
                id=event["id"],
                type=event["type"],
                people=frozenset(event["people"]),
                companies=frozenset(event["companies"]),
                origin=event["from"],
                target=event["to"],
                start=_day(when["start"]),
                end=_day(when["end"]),
                dated=when["basis"] in ("explicit", "relative"),
                status=event["status"],
                values=tuple(a["value"] for a in event["amounts"] if a["value"] is not None),
                quote=event["quote"],
                spans=places(event["quote"], text),
                core=event["core"],
            )
        )
    window = key["published"]
    return Account(
        name=Path(key["article"]).stem,
        text=text,
        people={p["id"]: fold_all([p["name"], *p["aliases"]]) for p in key["people"]},
        companies={c["id"]: fold_all([c["name"], *c["aliases"]]) for c in key["companies"]},
        happenings=tuple(happenings),
        published=Publication(_day(window["start"]), _day(window["end"]), window["basis"]),
    )


def account_of_record(record: ArticleRecord) -> Account:
    """The program's account of an article."""
    happenings = tuple(
        Happening(
            id=event.id,
            type=event.type,
            people=frozenset(event.people),
            companies=frozenset(event.companies),
            origin=event.from_,
            target=event.to,
            start=event.date.start,
            end=event.date.end,
            dated=event.date.is_dated,
            status=event.status,
            values=tuple(a.value for a in event.amounts if a.value is not None),
            quote=event.sources[0].quote if event.sources else "",
            spans=tuple((s.start, s.end) for s in event.sources),
            sure=event.certainty == "sure",
            sources=tuple((s.start, s.end, s.quote) for s in event.sources),
        )
        for event in record.events
    )
    return Account(
        name=Path(record.article.file).stem,
        text=record.article.text,
        people={p.id: fold_all([p.name, *p.aliases]) for p in record.people},
        companies={c.id: fold_all([c.name, *c.aliases]) for c in record.companies},
        happenings=happenings,
        published=record.article.published,
    )


def tie(told: Mapping[str, frozenset[str]], key: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Which name of the program is which of the key, one to one: those that share the longest forms first."""
    shared = [
        (sum(len(form) for form in forms & wanted), mine, theirs)
        for mine, forms in told.items()
        for theirs, wanted in key.items()
        if forms & wanted
    ]
    tied: dict[str, str] = {}
    taken: set[str] = set()
    for _, mine, theirs in sorted(shared, key=lambda row: (-row[0], row[1], row[2])):
        if mine not in tied and theirs not in taken:
            tied[mine] = theirs
            taken.add(theirs)
    return tied


def in_terms_of(told: Account, key: Account) -> Account:
    """The program's account with the key's ids; names that the key does not have get an id that equals none."""
    people, companies = tie(told.people, key.people), tie(told.companies, key.companies)

    def organisation(ident: str | None) -> str | None:
        return None if ident is None else companies.get(ident, UNKNOWN + ident)

    return replace(
        told,
        people={people.get(i, UNKNOWN + i): forms for i, forms in told.people.items()},
        companies={companies.get(i, UNKNOWN + i): forms for i, forms in told.companies.items()},
        happenings=tuple(
            replace(
                h,
                people=frozenset(people.get(p, UNKNOWN + p) for p in h.people),
                companies=frozenset(companies.get(c, UNKNOWN + c) for c in h.companies),
                origin=organisation(h.origin),
                target=organisation(h.target),
            )
            for h in told.happenings
        ),
    )


def load_key(path: Path) -> dict[str, Any]:
    """An answer key as it is on disk."""
    key: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return key


def key_paths(folder: Path) -> list[Path]:
    """The answer keys of a folder, without the file that ties several articles together."""
    return [path for path in sorted(folder.glob("*.json")) if not path.stem.startswith(("clusters", "garbled"))]
