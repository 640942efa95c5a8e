"""Hand-made and synthetic values for tests: invented people and firms, any number of them, the same for each seed."""

import hashlib
import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import talent_tui
from talent_tui.model import (
    NO_DATE,
    UNKNOWN_PUBLICATION,
    Amount,
    Article,
    ArticleRecord,
    Certainty,
    Company,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Language,
    Person,
    Publication,
    Status,
    Timeline,
)

_SURNAMES = (
    ("陈", "chen"), ("林", "lin"), ("周", "zhou"), ("吴", "wu"), ("郑", "zheng"), ("沈", "shen"), ("韩", "han"),
    ("唐", "tang"), ("冯", "feng"), ("许", "xu"), ("何", "he"), ("吕", "lv"), ("曹", "cao"), ("袁", "yuan"),
    ("邓", "deng"), ("彭", "peng"), ("欧阳", "ouyang"), ("司徒", "situ"),
)  # fmt: skip
_GIVEN = (
    ("远", "yuan"), ("岚", "lan"), ("思", "si"), ("屿", "yu"), ("澄", "cheng"), ("若", "ruo"), ("川", "chuan"),
    ("棠", "tang"), ("牧", "mu"), ("溪", "xi"), ("予", "yu"), ("珩", "heng"), ("知", "zhi"), ("禾", "he"),
    ("砚", "yan"), ("柯", "ke"),
)  # fmt: skip
_LATIN_GIVEN = ("Maren", "Tobin", "Ilse", "Corwin", "Ayla", "Denholm", "Priya", "Osric", "Lotte", "Kiran", "Edda")
_LATIN_SURNAMES = ("Quillfeather", "Varga", "Osterhout", "Nandini", "Halvorsen", "Brackwater", "Dunmore", "Petrosky")
_FIRM_HEADS = ("青崖", "北渚", "澜舟石", "云栈", "星桥", "墨岭", "白鹭湾", "鹿溪", "赤松", "远汀")
_FIRM_TAILS = ("科技", "智能", "资本", "研究院", "生物", "机器人", "汽车")
_LATIN_FIRMS = ("Hollow Pine", "Brightmere", "Kestrel Works", "Tallow & Reed", "Northlight", "Ombra Labs", "Fernway")
_ROLES = ("首席科学家", "首席技术官", "研发副总裁", "Chief Scientist", "Head of Research", None, None)
_OUTLETS = ("晚潮新闻", "The Harbour Post", "青石财经", "Northern Ledger")


def span(edtf: str | None, start: str | None = None, end: str | None = None, **changes: object) -> DateSpan:
    """A date as written. `span("2025-06-28")` covers that day; give `start` and `end` for anything wider or open."""
    if edtf is None:
        return NO_DATE
    if start is None and end is None:
        start = end = edtf
    fields: dict[str, object] = {
        "edtf": edtf,
        "start": date.fromisoformat(start) if start else None,
        "end": date.fromisoformat(end) if end else None,
        "text": edtf,
        "basis": "explicit",
        **changes,
    }
    return DateSpan(**fields)  # type: ignore[arg-type]


def undated(published_end: str) -> DateSpan:
    """The date of an event that its article does not date: up to the last day of publication."""
    return span(f"[..{published_end}]", None, published_end, text=None, basis="none")


def published(start: str, end: str | None = None) -> Publication:
    """A stated window of publication."""
    return Publication(date.fromisoformat(start), date.fromisoformat(end or start), "stated", "dateline")


def person(name: str, *aliases: str, ident: str | None = None, readings: Sequence[str] = ()) -> Person:
    """A person; the id defaults to the name in lower case with hyphens."""
    return Person(ident or name.lower().replace(" ", "-"), name, aliases, tuple(readings))


def company(name: str, *aliases: str, ident: str | None = None, parent: str | None = None) -> Company:
    """An organisation; the id defaults to the name in lower case with hyphens."""
    return Company(ident or name.lower().replace(" ", "-"), name, aliases, (), parent)


def make_event(
    type_: EventType = "join",
    people: Sequence[str] = (),
    from_: str | None = None,
    to: str | None = None,
    *,
    day: DateSpan | str | None = "2025-06-28",
    companies: Sequence[str] | None = None,
    status: Status = "confirmed",
    quote: str = "",
    start: int = 0,
    article: str = "",
    ident: str | None = None,
    role: str | None = None,
    certainty: Certainty = "sure",
    amounts: Sequence[Amount] = (),
    count: int | None = None,
    speaker: str | None = None,
    denies: str | None = None,
    summary: str | None = None,
    outlets: Sequence[str] = (),
    search: str | None = None,
) -> Event:
    """An article's own event. `make_record` fills in the article's id and the place of the quotation."""
    when = span(day) if isinstance(day, str) or day is None else day
    named = tuple(dict.fromkeys(c for c in (from_, to) if c)) if companies is None else tuple(companies)
    told = f"{type_} {', '.join(people) or '-'} {from_ or '-'} -> {to or '-'}"
    quote = quote or told
    evidence = Evidence(article, start, start + len(quote), quote, tuple(outlets), status, when)
    return Event(
        id=ident or _digest(article, quote, type_, *people, str(when.edtf))[:10],
        type=type_,
        date=when,
        people=tuple(people),
        from_=from_,
        to=to,
        companies=named,
        role=role,
        status=status,
        certainty=certainty,
        amounts=tuple(amounts),
        count=count,
        speaker=speaker,
        denies=denies,
        summary=summary or told,
        sources=(evidence,),
        why=("made by hand",),
        search=(quote if search is None else search).casefold(),
    )


def make_record(
    *events: Event,
    people: Iterable[Person] = (),
    companies: Iterable[Company] = (),
    text: str | None = None,
    file: str = "made.txt",
    title: str | None = None,
    outlet: str | None = None,
    day: Publication = UNKNOWN_PUBLICATION,
    language: Language = "zh-Hans",
    generator: str = talent_tui.__version__,
) -> ArticleRecord:
    """A stored record. Without `text`, the text is the title and the events' quotations, one a line.

    Quotations are found in the text, events get ids that depend on it, and people and firms that no entry is given for
    get one whose name is their id.
    """
    if text is None:
        text = "\n".join(dict.fromkeys([title or file, *(e.sources[0].quote for e in events)]))
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(digest[:12], digest, text, file, title, outlet, None, None, day, language)
    placed = tuple(_placed(e, article) for e in events)
    known_people = {p.id: p for p in people}
    known_firms = {c.id: c for c in companies}
    for event in placed:
        for ident in event.people:
            known_people.setdefault(ident, Person(ident, ident))
        for firm in (*event.companies, event.from_, event.to):
            if firm:
                known_firms.setdefault(firm, Company(firm, firm))
    return ArticleRecord(article, tuple(known_people.values()), tuple(known_firms.values()), placed, generator)


def make_records(n_events: int, seed: int = 0, per_article: int = 20, people: int | None = None) -> list[ArticleRecord]:
    """About `n_events` events in articles of `per_article`, some of them told in two articles: a big invented store."""
    rng = random.Random(seed)
    cast = _people(rng, people or max(12, n_events // 12))
    firms = _firms()
    first = date(2019, 1, 1)
    records: list[ArticleRecord] = []
    again: list[tuple[str, str, str, date, str | None]] = []
    made = 0
    while made < n_events:
        told: list[Event] = []
        named_people: dict[str, Person] = {}
        named_firms: dict[str, Company] = {}
        lines: list[str] = []
        outlet = rng.choice(_OUTLETS)
        last = first
        for _ in range(min(per_article, n_events - made)):
            if again and rng.random() < 0.15:
                who, origin, goal, day, role = rng.choice(again)
                actor, old, new = cast[who], firms[origin], firms[goal]
            else:
                actor = rng.choice(list(cast.values()))
                old, new = rng.sample(list(firms.values()), 2)
                day, role = first + timedelta(days=rng.randrange(2500)), rng.choice(_ROLES)
                again.append((actor.id, old.id, new.id, day, role))
            kind: EventType = rng.choice(("join", "join", "join", "leave", "appoint", "statement", "deal", "offer"))
            quote = _sentence(kind, actor, old, new, day, role, len(lines))
            status: Status = rng.choice(("confirmed", "confirmed", "reported", "reported", "rumoured", "denied"))
            who_acts = () if kind == "deal" else (actor.id,)
            sum_ = (Amount(rng.randrange(1, 90) * 10**8, "CNY", "若干亿元"),) if kind == "deal" else ()
            told.append(
                make_event(
                    kind,
                    who_acts,
                    old.id if kind in ("join", "leave") else None,
                    new.id if kind in ("join", "appoint", "deal", "offer") else None,
                    day=span(day.isoformat(), text=f"{day.month}月{day.day}日"),
                    companies=(old.id, new.id),
                    status=status,
                    quote=quote,
                    role=role if kind in ("join", "appoint") else None,
                    certainty=rng.choice(("sure", "sure", "check")),
                    amounts=sum_,
                    speaker=actor.id if kind == "statement" else None,
                    summary=quote,
                    outlets=(outlet,),
                )
            )
            if kind != "deal":
                named_people[actor.id] = actor
            named_firms[old.id], named_firms[new.id] = old, new
            lines.append(quote)
            last = max(last, day)
        number = len(records)
        title = f"人才流动观察第{number}期"
        records.append(
            make_record(
                *told,
                people=named_people.values(),
                companies=named_firms.values(),
                text="\n".join([title, *lines]),
                file=f"made-{number:05d}.txt",
                title=title,
                outlet=outlet,
                day=published((last + timedelta(days=1)).isoformat()),
            )
        )
        made += len(told)
    return records


def make_timeline(n_events: int, seed: int = 0) -> Timeline:
    """A synthetic timeline of about `n_events` events before merging, as `merging.merge` makes it of `make_records`."""
    from talent_tui.merging import merge

    return merge(make_records(n_events, seed))


def _placed(event: Event, article: Article) -> Event:
    """The event as told in that article: quotation found, id made from the article's digest."""
    import msgspec

    told = event.sources[0]
    at = article.text.find(told.quote)
    if at < 0:
        raise ValueError(f"the text does not contain {told.quote!r}")
    outlets = told.outlets or ((article.outlet,) if article.outlet else ())
    source = Evidence(article.id, at, at + len(told.quote), told.quote, outlets, told.status, told.date)
    made_up = event.id == _digest(told.article, told.quote, event.type, *event.people, str(event.date.edtf))[:10]
    ident = _digest(article.digest, str(at), event.type, *event.people)[:10] if made_up else event.id
    return msgspec.structs.replace(event, id=ident, sources=(source,))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _people(rng: random.Random, count: int) -> dict[str, Person]:
    made: dict[str, Person] = {}
    while len(made) < count:
        if rng.random() < 0.65:
            (head, head_latin), (one, one_latin), (two, two_latin) = (
                rng.choice(_SURNAMES),
                rng.choice(_GIVEN),
                rng.choice(_GIVEN),
            )
            latin = f"{one_latin}{two_latin}"
            ident = f"{head_latin}-{latin}"
            initials = head_latin[0] + one_latin[0] + two_latin[0]
            alias = f"{latin.capitalize()} {head_latin.capitalize()}"
            entry = Person(ident, head + one + two, (alias,), (head_latin + latin, initials))
        else:
            first, last = rng.choice(_LATIN_GIVEN), rng.choice(_LATIN_SURNAMES)
            middle = rng.choice("ABCDEFGHJKLMNPRSTVW")
            entry = Person(f"{first}-{middle}-{last}".lower(), f"{first} {middle}. {last}", (last,))
        if entry.id in made:
            number = sum(1 for known in made if known.startswith(entry.id)) + 1
            entry = Person(f"{entry.id}-{number}", f"{entry.name} {_roman(number)}", (), entry.readings)
        made[entry.id] = entry
    return made


def _roman(number: int) -> str:
    text = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += letters * (number // value)
        number %= value
    return text


def _firms() -> dict[str, Company]:
    made = [Company(f"firm-{h}{t}", h + t, (h,)) for h in _FIRM_HEADS for t in _FIRM_TAILS]
    made += [Company(name.lower().replace(" & ", "-").replace(" ", "-"), name) for name in _LATIN_FIRMS]
    return {c.id: c for c in made}


def _sentence(
    kind: EventType, who: Person, old: Company, new: Company, day: date, role: str | None, number: int
) -> str:
    when = f"{day.year}年{day.month}月{day.day}日"
    told = {
        "join": f"{who.name}从{old.name}加入{new.name}" + (f",出任{role}" if role else ""),
        "leave": f"{who.name}离开{old.name}",
        "appoint": f"{new.name}任命{who.name}为{role or '负责人'}",
        "statement": f"{who.name}谈到{old.name}与{new.name}时说,人才会去有意思的地方",
        "deal": f"{new.name}投资{old.name}",
        "offer": f"{new.name}曾向{who.name}开出邀请",
    }[kind]
    return f"({number + 1}){when},{told}。"
