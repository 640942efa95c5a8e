"""Which accounts are one happening, what the merged event says, and that the order of the articles never matters."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.export import to_json
from talent_tui.merging import merge
from talent_tui.model import Amount, ArticleRecord, Company, Event, Person, Timeline
from tests.factories import make_event, make_record, make_records, person, published, span, undated

LIN = person("林若川", "Ruochuan Lin", ident="lin-ruochuan")
FIRMS = (
    Company("brightmere", "Brightmere"),
    Company("brightmere-labs", "Brightmere Labs", parent="brightmere"),
    Company("ombra", "Ombra"),
    Company("fernway", "Fernway"),
)


def article(*events: Event, file: str, day: str = "2025-07-02", people: Sequence[Person] = (LIN,)) -> ArticleRecord:
    return make_record(*events, people=people, companies=FIRMS, file=file, title=file, day=published(day))


def merged(one: Event, other: Event) -> Timeline:
    return merge([article(one, file="a.txt"), article(other, file="b.txt")])


def euros(value: float, text: str) -> Amount:
    return Amount(value, "EUR", text)


def join(**changes: object) -> Event:
    fields: dict[str, object] = {"day": "2025-06-28", "quote": "林若川离开奥博,去了布莱特", **changes}
    return make_event("join", ["lin-ruochuan"], "ombra", "brightmere", **fields)  # type: ignore[arg-type]


def say(quote: str, day: str = "2025-06-28", **changes: object) -> Event:
    fields: dict[str, object] = {"speaker": "lin-ruochuan", "companies": ("ombra",), **changes}
    return make_event("statement", ["lin-ruochuan"], day=day, quote=quote, **fields)  # type: ignore[arg-type]


def deal(quote: str, *amounts: Amount, day: str = "2025-06-10") -> Event:
    return make_event(
        "deal", [], None, "brightmere", companies=("brightmere", "fernway"), day=day, quote=quote, amounts=amounts
    )


SAME = {
    "one day": (join(), join(quote="布莱特迎来林若川")),
    "a day and a span that holds it": (
        join(),
        join(day=span("[..2025-07-02]", None, "2025-07-02"), quote="林若川近日加盟布莱特"),
    ),
    "a day and no day": (join(), join(day=undated("2025-07-05"), quote="林若川已在布莱特")),
    "two days in a row, as time zones make them": (join(), join(day="2025-06-29", quote="林若川29日加盟布莱特")),
    "the origin told once": (
        join(),
        make_event("join", ["lin-ruochuan"], None, "brightmere", day="2025-06-28", quote="林若川加盟布莱特"),
    ),
    "a join and an appointment": (
        join(),
        make_event(
            "appoint",
            ["lin-ruochuan"],
            None,
            "brightmere",
            day="2025-06-28",
            role="首席科学家",
            quote="林若川出任首席科学家",
        ),
    ),
    "the laboratory and its owner": (
        join(),
        make_event(
            "join", ["lin-ruochuan"], "ombra", "brightmere-labs", day="2025-06-28", quote="林若川加盟布莱特实验室"
        ),
    ),
    "a return that the other calls a join": (
        join(),
        make_event("return", ["lin-ruochuan"], "ombra", "brightmere", day="2025-06-28", quote="林若川重返布莱特"),
    ),
    "a sum told differently": (
        deal("布莱特以14.3亿欧元入股弗恩韦", euros(1.43e9, "14.3亿欧元")),
        deal("布莱特斥资15亿欧元投资弗恩韦", euros(1.5e9, "15亿欧元")),
    ),
    "one round, told with a sum ten times the other": (
        deal("布莱特的A轮融资募得3亿欧元,弗恩韦领投", euros(3e8, "3亿欧元")),
        deal("弗恩韦领投,布莱特完成30亿欧元A轮融资", euros(3e9, "30亿欧元")),
    ),
    "one deal in two currencies": (
        deal("布莱特以14.3亿欧元入股弗恩韦", euros(1.43e9, "14.3亿欧元")),
        deal("布莱特斥资117亿元入股弗恩韦", Amount(1.17e10, "CNY", "117亿元")),
    ),
    "one deal in the wrong currency": (
        deal("布莱特以14.3亿欧元入股弗恩韦", euros(1.43e9, "14.3亿欧元")),
        deal("布莱特斥资14.3亿美元入股弗恩韦", Amount(1.43e9, "USD", "14.3亿美元")),
    ),
    "layoffs told with two numbers": (
        make_event("freeze", [], None, None, companies=("ombra",), day="2025-06-20", count=85, quote="奥博裁员85人"),
        make_event("freeze", [], None, None, companies=("ombra",), day="2025-06-20", count=58, quote="奥博裁员58人"),
    ),
    "a plan and the deed, weeks apart as both are told": (
        join(status="planned", day=span("2025-07", "2025-07-01", "2025-07-31"), quote="林若川将于7月加盟布莱特"),
        join(day="2025-07-21", quote="林若川7月21日到布莱特上任"),
    ),
    "a move dated a fortnight apart": (join(), join(day="2025-07-12", quote="7月12日林若川到布莱特报到")),
    "a joint venture told from either parent": (
        make_event("found", [], None, "brightmere", companies=("brightmere", "tern"), quote="布莱特与奥博合资成立特恩"),
        make_event(
            "found", [], None, "ombra", companies=("ombra", "tern"), day=None, quote="奥博参股特恩,合资公司成立"
        ),
    ),
    "a deal known by its sum alone": (
        deal("布莱特以14.3亿欧元入股弗恩韦", euros(1.43e9, "14.3亿欧元")),
        make_event(
            "deal",
            [],
            None,
            "brightmere",
            day=undated("2025-07-02"),
            amounts=[euros(1.43e9, "14.3亿欧元")],
            quote="布莱特斥资14.3亿欧元,投资额创纪录",
        ),
    ),
    "a hiring freeze dated by the report of it": (
        make_event("freeze", [], None, None, companies=("ombra",), day="2025-06-20", quote="奥博冻结招聘"),
        make_event(
            "freeze",
            [],
            None,
            None,
            companies=("ombra",),
            day=span("[..2025-06-18]", None, "2025-06-18"),
            quote="奥博停止招聘",
        ),
    ),
    "a post told in two time zones": (
        say("林若川在X上晒出名单", companies=()),
        say("林若川在X上贴出新人的名字", "2025-06-29"),
    ),
    "one memo told in two articles": (
        say("林若川在内部信里说,会重新考虑大家的待遇"),
        say("备忘录泄露:林若川承诺调整待遇", "2025-06-29"),
    ),
}

APART = {
    "two moves half a year apart": (join(), join(day="2025-12-28", quote="12月28日林若川再赴布莱特")),
    "two round sums": (
        deal("布莱特以2亿欧元入股", euros(2e8, "2亿欧元"), day="2025-03-01"),
        deal("布莱特投资2亿欧元", euros(2e8, "2亿欧元")),
    ),
    "two freezes a month apart": (
        make_event("freeze", [], None, None, companies=("ombra",), day="2025-06-20", quote="奥博冻结招聘"),
        make_event("freeze", [], None, None, companies=("ombra",), day="2025-07-20", quote="奥博再次冻结招聘"),
    ),
    "two firms": (
        join(),
        make_event("join", ["lin-ruochuan"], "fernway", "ombra", day="2025-06-28", quote="林若川从弗恩韦来到奥博"),
    ),
    "two times": (join(), join(day="2022-03-01", quote="2022年3月1日林若川首次加盟布莱特")),
    "two sayings of one day apart in substance": (
        say("林若川在播客中谈到养猫"),
        say("林若川在法庭上作证,说到合同", "2025-06-29"),
    ),
    "two sayings a week apart": (say("林若川在内部信里谈待遇"), say("林若川在内部信里谈待遇", "2025-07-05")),
    "two rounds of money": (
        deal("布莱特以2亿欧元入股弗恩韦", euros(2e8, "2亿欧元")),
        deal("布莱特斥资15亿欧元投资弗恩韦", euros(1.5e9, "15亿欧元")),
    ),
    "two rounds of one firm in a month": (
        deal("布莱特完成2亿欧元A轮融资,弗恩韦领投", euros(2e8, "2亿欧元")),
        deal("布莱特完成2.5亿欧元B轮融资,弗恩韦领投", euros(2.5e8, "2.5亿欧元"), day="2025-06-14"),
    ),
    "he came, went and came back": (
        join(day="2022-03-01", quote="2022年3月1日林若川加盟布莱特"),
        make_event("return", ["lin-ruochuan"], "fernway", "brightmere", day="2025-06-28", quote="林若川重返布莱特"),
    ),
    "he left twice": (
        make_event("leave", ["lin-ruochuan"], "ombra", None, day="2022-06-28", quote="2022年林若川离开奥博"),
        make_event("leave", ["lin-ruochuan"], "ombra", None, day="2025-06-28", quote="林若川再度告别奥博"),
    ),
    "a plan for the next year and a deed of this one": (
        join(status="planned", day=span("2026", "2026-01-01", "2026-12-31"), quote="林若川明年将加盟布莱特"),
        join(),
    ),
    "a tally of seven and one of ten": (
        make_event("join", [], "ombra", "brightmere", count=7, quote="七人转投布莱特"),
        make_event("join", [], "ombra", "brightmere", count=10, quote="据说有十名研究员走了"),
    ),
    "a join and a leave from elsewhere": (
        join(),
        make_event("leave", ["lin-ruochuan"], "fernway", None, day="2025-06-28", quote="林若川告别弗恩韦"),
    ),
    "two posts": (
        make_event(
            "appoint", ["lin-ruochuan"], None, "ombra", day="2025-06-28", role="首席财务官", quote="林若川任首席财务官"
        ),
        make_event("appoint", ["lin-ruochuan"], None, "ombra", day="2025-06-28", role="监事", quote="林若川任监事"),
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_one_happening(one: Event, other: Event) -> None:
    timeline = merged(one, other)
    assert len(timeline.events) == 1
    event = timeline.events[0]
    assert len(event.sources) == len(event.members) == 2
    assert event.id == min(event.members)


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_two_happenings(one: Event, other: Event) -> None:
    assert len(merged(one, other).events) == 2


def test_events_of_one_article_stay_apart() -> None:
    again = join(quote="再说一遍:林若川去了布莱特")
    assert len(merge([article(join(), again, file="a.txt")]).events) == 2


def test_a_third_article_takes_the_one_that_agrees_better() -> None:
    early = join(day=span("2025-05", "2025-05-01", "2025-05-31"), quote="五月林若川去布莱特", role="顾问")
    late = join(day="2025-06-28", quote="六月林若川正式加入")
    timeline = merge([article(early, late, file="a.txt"), article(join(), file="b.txt")])
    assert sorted(len(e.sources) for e in timeline.events) == [1, 2]
    assert next(e for e in timeline.events if len(e.sources) == 2).date.edtf == "2025-06-28"


class TestMergedEvent:
    def test_the_day_is_the_narrowest_that_one_source_states(self) -> None:
        wide = span("2025-06-23/2025-06-29", "2025-06-23", "2025-06-29", text="上周", basis="relative")
        other = span("2025-06-27/2025-07-03", "2025-06-27", "2025-07-03", text="近一周", basis="relative")
        event = merged(join(day=wide), join(day=other, quote="林若川近一周去了布莱特")).events[0]
        assert event.date == wide
        assert event.date.edtf == "2025-06-23/2025-06-29"

    @pytest.mark.parametrize(
        ("statuses", "headline", "conflict"),
        [
            (("confirmed", "reported"), "reported", False),
            (("confirmed", "denied"), "denied", True),
            (("rumoured", "planned"), "rumoured", True),
            (("confirmed", "confirmed"), "confirmed", False),
        ],
    )
    def test_the_status_is_the_most_cautious(self, statuses: tuple[str, str], headline: str, conflict: bool) -> None:
        one, other = (join(status=s, quote=f"林若川去布莱特,说法{s}") for s in statuses)
        event = merged(one, other).events[0]
        assert event.status == headline
        assert [c.field for c in event.conflicts] == (["status"] if conflict else [])
        assert sorted(s.status for s in event.sources) == sorted(statuses)

    def test_a_plan_that_came_true_is_no_contradiction(self) -> None:
        plan = article(join(status="planned", quote="林若川将去布莱特"), file="a.txt", day="2025-06-20")
        fact = article(join(status="confirmed"), file="b.txt", day="2025-06-30")
        event = merge([plan, fact]).events[0]
        assert (event.status, event.conflicts, len(event.sources)) == ("confirmed", (), 2)

    def test_contradictions_say_who_says_what(self) -> None:
        one = article(deal("布莱特以14.3亿欧元入股弗恩韦", euros(1.43e9, "14.3亿欧元")), file="a.txt")
        two = article(deal("布莱特斥资15亿欧元投资弗恩韦", euros(1.5e9, "15亿欧元")), file="b.txt")
        three = article(deal("布莱特又以14.3亿欧元现身弗恩韦", euros(1.43e9, "1.43 billion euros")), file="c.txt")
        (event,) = merge([one, two, three]).events
        (conflict,) = event.conflicts
        told = {v.value: set(v.articles) for v in conflict.values}
        assert conflict.field == "amounts"
        assert told["15亿欧元"] == {two.article.id}
        assert {one.article.id, three.article.id} in told.values()

    @pytest.mark.parametrize(
        ("one", "other", "field"),
        [
            (join(), join(day="2025-06-29", quote="林若川29日加盟布莱特"), "date"),
            (
                join(),
                make_event(
                    "join",
                    ["lin-ruochuan"],
                    "fernway",
                    "brightmere",
                    day="2025-06-28",
                    quote="弗恩韦的林若川转投布莱特",
                ),
                "from",
            ),
            (join(role="首席科学家"), join(role="财务总监", quote="林若川任布莱特财务总监"), "role"),
        ],
    )
    def test_each_field_that_differs_is_told(self, one: Event, other: Event, field: str) -> None:
        (event,) = merged(one, other).events
        assert [c.field for c in event.conflicts] == [field]

    @pytest.mark.parametrize(
        ("case", "told"),
        [
            ("one round, told with a sum ten times the other", {"3亿欧元", "30亿欧元"}),
            ("one deal in two currencies", set()),  # nobody knows the rate of the day
            ("one deal in the wrong currency", {"14.3亿欧元", "14.3亿美元"}),
        ],
    )
    def test_a_sum_that_differs_is_told(self, case: str, told: set[str]) -> None:
        (event,) = merged(*SAME[case]).events
        assert {v.value for c in event.conflicts for v in c.values} == told

    def test_a_join_and_an_appointment_are_a_join_with_the_role(self) -> None:
        one, other = SAME["a join and an appointment"]
        event = merged(one, other).events[0]
        assert (event.type, event.from_, event.role) == ("join", "ombra", "首席科学家")

    @pytest.mark.parametrize(("claimed", "count"), [("2亿欧元年薪", 1), ("冻结招聘", 2)])
    def test_denials_are_one_where_they_deny_one_thing(self, claimed: str, count: int) -> None:
        def told(claim: Event, quote: str, file: str) -> ArticleRecord:
            denial = make_event(
                "statement", [], companies=("ombra",), day=undated("2025-07-02"), quote=quote, denies=claim.id
            )
            return article(claim, denial, file=file)

        pay = make_event("pay", [], None, "ombra", ident="aaaaaaaaaa", quote="奥博开出2亿欧元年薪", status="denied")
        same = make_event("pay", [], None, "ombra", ident="bbbbbbbbbb", quote="传奥博给2亿欧元年薪", status="denied")
        other = make_event("freeze", [], None, None, companies=("ombra",), ident="bbbbbbbbbb", quote="奥博冻结招聘")
        second = same if claimed in same.sources[0].quote else other
        one, two = told(pay, "奥博一口否认这件事", "a.txt"), told(second, "奥博否认这件事", "b.txt")
        denials = [e for e in merge([one, two]).events if e.type == "statement"]
        assert len(denials) == count

    def test_a_denial_points_to_the_merged_event(self) -> None:
        claim = join(ident="bbbbbbbbbb", status="denied")
        denial = say("林若川否认跳槽", denies="bbbbbbbbbb")
        elsewhere = join(ident="aaaaaaaaaa", quote="林若川要去布莱特")
        timeline = merge([article(claim, denial, file="a.txt"), article(elsewhere, file="b.txt")])
        assert next(e for e in timeline.events if e.type == "statement").denies == "aaaaaaaaaa"


def test_scores_do_not_depend_on_the_side() -> None:
    from talent_tui.merging.agreement import Judge, Told

    judge = Judge(lambda a, b: a == b)
    for one, other in (*SAME.values(), *APART.values()):
        a, b = Told(one, "a", lambda _: []), Told(other, "b", lambda _: [])
        assert judge.score(a, b) == judge.score(b, a)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_articles_never_matters(random: Random, seed: int) -> None:
    records = make_records(120, seed=seed, per_article=8, people=10)
    expected = to_json(merge(records))
    random.shuffle(records)
    assert to_json(merge(records)) == expected


def test_every_members_id_and_every_source_is_kept() -> None:
    records = make_records(400, seed=1, per_article=10, people=12)
    timeline = merge(records)
    own = {e.id for r in records for e in r.events}
    assert {m for e in timeline.events for m in e.members} == own
    assert sum(len(e.sources) for e in timeline.events) == sum(len(e.sources) for r in records for e in r.events)
    assert len(timeline.events) < len(own)
    people, firms = {p.id for p in timeline.people}, {c.id for c in timeline.companies}
    for event in timeline.events:
        assert set(event.people) <= people
        assert set(event.companies) <= firms
        assert len({s.article for s in event.sources}) == len(event.members)
