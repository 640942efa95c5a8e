"""A small invented story told by three articles, with all that a timeline can hold: what the app's tests show."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import BinaryIO

from talent_tui.adding import State
from talent_tui.correcting import Wish
from talent_tui.given import Given
from talent_tui.index import Index
from talent_tui.model import (
    Amount,
    Article,
    Certainty,
    Company,
    Conflict,
    ConflictValue,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Person,
    Publication,
    Status,
    Timeline,
)
from talent_tui.workspace import AddResult
from tests.factories import span, undated

LEDGER = """青崖科技的研究部门迎来变动
林若川与三名同事于6月26日从青崖科技加入北渚智能。北渚智能确认了这一消息,并称他将出任首席科学家。
知情人士透露,签约金高达2亿元。青崖科技没有回应。
6月30日到7月6日,青崖科技全员休假一周。北渚智能计划在8月31日前完成对鹿溪机器人的收购。
欧阳岚说,她从未收到过任何邀请。
"""
HARBOUR = """Kestrel Works loses its head of research
Maren Varga, who led research at Kestrel Works, is joining Beizhu Intelligence, two people said.
Beizhu paid 300 million yuan to hire Lin Ruochuan, one of them said. He started in the middle of June.
Kestrel Works was founded in 2019. It may freeze hiring.
"""
HOSTILE = """[bold]号外[/bold] \x1b[31m红色\x1b[0m
[@click=app.quit]欧阳岚[/]离开了Kestrel Works。\x1b]0;owned\x07\u202e反写\u202c
她在上周四递交了辞呈。\x9b2J
"""


def _article(text: str, file: str, title: str, outlet: str | None, published: Publication) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:12], digest, text, file, title, outlet, None, None, published)


ARTICLES = (
    _article(LEDGER, "ledger.txt", "青崖科技的研究部门迎来变动", "青石财经",
             Publication(date(2025, 7, 8), date(2025, 7, 8), "stated")),
    _article(HARBOUR, "harbour.txt", "Kestrel Works loses its head of research", "The Harbour Post",
             Publication(date(2025, 6, 30), date(2025, 7, 2), "inferred")),
    _article(HOSTILE, "hostile.txt", "[bold]号外[/bold] \x1b[31m红色\x1b[0m", "[red]晚潮[/red]", Publication()),
)  # fmt: skip
PEOPLE = (
    Person("lin-ruochuan", "林若川", ("Lin Ruochuan",), ("linruochuan", "lrc")),
    Person("maren-varga", "Maren Varga", ("Varga",)),
    Person("ouyang-lan", "欧阳岚", (), ("ouyanglan", "oyl")),
)
FIRMS = (
    Company("qingya", "青崖科技", ("青崖",), ("qingyakeji", "qykj")),
    Company("beizhu", "北渚智能", ("Beizhu Intelligence", "Beizhu", "北渚"), ("beizhuzhineng", "bzzn")),
    Company("kestrel", "Kestrel Works", ("Kestrel",)),
    Company("luxi", "鹿溪机器人", (), (), "beizhu"),
)


def _source(number: int, quote: str, status: Status, when: DateSpan) -> Evidence:
    article = ARTICLES[number]
    start = article.text.index(quote)
    outlets = (article.outlet,) if article.outlet else ()
    return Evidence(article.id, start, start + len(quote), quote, outlets, status, when)


def _event(
    ident: str, type_: EventType, sources: Sequence[tuple[int, str]], when: DateSpan, summary: str,
    *, people: Sequence[str] = (), from_: str | None = None, to: str | None = None, firms: Sequence[str] = (),
    status: Status = "confirmed", role: str | None = None, certainty: Certainty = "sure",
    amounts: Sequence[Amount] = (), count: int | None = None, denies: str | None = None,
    conflicts: Sequence[Conflict] = (), why: Sequence[str] = (),
) -> Event:  # fmt: skip
    told = tuple(_source(number, quote, status, when) for number, quote in sources)
    companies = tuple(dict.fromkeys([c for c in (from_, to) if c] + list(firms)))
    speaker = people[0] if type_ == "statement" and people else None
    return Event(
        ident, type_, when, tuple(people), from_, to, companies, role, status, certainty, tuple(amounts), count,
        speaker, denies, summary, told, tuple(conflicts), (), tuple(why),
        "\n".join([summary, *(source.quote for source in told)]).lower(),
    )  # fmt: skip


EVENTS = (
    _event("e01", "found", [(1, "Kestrel Works was founded in 2019.")], span("2019", "2019-01-01", "2019-12-31"),
           "Kestrel Works is founded", firms=["kestrel"]),
    _event("e02", "join", [(0, "林若川与三名同事于6月26日从青崖科技加入北渚智能。"),
                           (1, "He started in the middle of June.")],
           span("2025-06-26", text="6月26日"), "林若川 joins 北渚智能 from 青崖科技", people=["lin-ruochuan"],
           from_="qingya", to="beizhu", role="首席科学家", why=["加入 with a subject and a goal"],
           conflicts=[Conflict("date", (ConflictValue("2025-06-26", (ARTICLES[0].id,)),
                                        ConflictValue("2025-06-11/2025-06-20", (ARTICLES[1].id,))))]),
    _event("e03", "offer", [(0, "签约金高达2亿元"), (1, "Beizhu paid 300 million yuan to hire Lin Ruochuan")],
           undated("2025-07-02"), "北渚智能 offers 林若川 a signing bonus", people=["lin-ruochuan"], to="beizhu",
           status="reported", certainty="check",
           amounts=[Amount(200000000, "CNY", "2亿元"), Amount(300000000, "CNY", "300 million yuan")],
           conflicts=[Conflict("amounts", (ConflictValue("2亿元", (ARTICLES[0].id,)),
                                           ConflictValue("300 million yuan", (ARTICLES[1].id,))))]),
    _event("e04", "freeze", [(0, "6月30日到7月6日,青崖科技全员休假一周。")],
           span("2025-06-30/2025-07-06", "2025-06-30", "2025-07-06", text="6月30日到7月6日", extent="during"),
           "青崖科技 closes for a week", firms=["qingya"]),
    _event("e05", "deal", [(0, "北渚智能计划在8月31日前完成对鹿溪机器人的收购。")],
           span("[..2025-08-31]", None, "2025-08-31", text="8月31日前"), "北渚智能 buys 鹿溪机器人",
           to="beizhu", firms=["luxi"], status="planned"),
    _event("e06", "statement", [(0, "欧阳岚说,她从未收到过任何邀请。")], undated("2025-07-08"),
           "欧阳岚 says that nobody approached her", people=["ouyang-lan"], denies="e07"),
    _event("e07", "offer", [(0, "任何邀请")], span("2025-06-11/2025-06-20", "2025-06-11", "2025-06-20", text="6月中旬"),
           "北渚智能 approaches 欧阳岚", people=["ouyang-lan"], to="beizhu", status="denied", certainty="check"),
    _event("e08", "join", [(1, "Maren Varga, who led research at Kestrel Works, is joining Beizhu Intelligence")],
           undated("2025-07-02"), "Maren Varga joins 北渚智能 from Kestrel Works", people=["maren-varga"],
           from_="kestrel", to="beizhu", status="reported"),
    _event("e09", "freeze", [(1, "It may freeze hiring.")], undated("2025-07-02"), "Kestrel Works stops hiring",
           firms=["kestrel"], status="rumoured", certainty="check"),
    _event("e10", "leave", [(2, "[@click=app.quit]欧阳岚[/]离开了Kestrel Works。")],
           DateSpan(None, None, None, "上周四", "unresolved"),
           "[@click=app.quit]欧阳岚[/] leaves \x1b[31mKestrel Works\x1b[0m", people=["ouyang-lan"], from_="kestrel"),
    _event("e11", "join", [(0, "三名同事")], span("2025-06-26", text="6月26日"), "3 people join 北渚智能 from 青崖科技",
           from_="qingya", to="beizhu", count=3),
)  # fmt: skip

STORY = Timeline(ARTICLES, PEOPLE, FIRMS, EVENTS)


class Shelf:
    """A workspace without a file."""

    def __init__(self, timeline: Timeline = STORY) -> None:
        self.timeline = timeline
        self.index = Index(timeline)
        self.newer: Timeline | None = None
        self.sample: Timeline = STORY
        self.pasted = b""
        self.given = Given()
        self.wishes: list[tuple[str, Wish]] = []
        self.published: tuple[list[str], Publication | None] | None = None

    def changed(self) -> bool:
        return self.newer is not None

    def reload(self) -> None:
        if self.newer is not None:
            self.timeline, self.newer = self.newer, None
            self.index = Index(self.timeline)

    def add(
        self,
        paths: Sequence[str],
        *,
        published: Publication | None = None,
        outlet: str | None = None,
        url: str | None = None,
        stdin: BinaryIO | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> list[AddResult]:
        done = []
        self.given = Given(published, outlet, url)
        self.pasted = stdin.read() if stdin is not None else b""
        for number, path in enumerate(paths, 1):
            if progress is not None:
                progress(number, len(paths), path)
            state: State = "unchanged" if self.timeline == STORY and stdin is None else "added"
            self.timeline, self.index = STORY, Index(STORY)
            done.append(AddResult(path, ARTICLES[0].id, len(STORY.events), state, None))
        return done

    def article_in(self, stdin: BinaryIO) -> tuple[Article, bool]:
        """One that states its outlet and hides its day and its address."""
        text = stdin.read().decode()
        return _article(text, "-", "", "晚潮新闻", Publication(date(2025, 7, 1), date(2025, 7, 6), "inferred")), False

    def reread(self, names: Sequence[str] | None, *, published: Publication | None = None) -> list[AddResult]:
        self.published = (list(names or ()), published)
        return []

    def edit(self, event_id: str, wish: Wish) -> None:
        self.wishes.append((event_id, wish))

    def take_back(self) -> None:
        self.wishes.pop()

    def queue(self) -> list[tuple[Event, tuple[str, ...]]]:
        return [(e, ("rests on a guess",)) for e in self.index.events if e.certainty == "check"]

    def add_sample(self) -> None:
        self.timeline = self.sample
        self.index = Index(self.timeline)
