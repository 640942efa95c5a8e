"""The scorer itself: a key against itself is perfect, and each kind of fault lowers the figure that is meant for it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from talent_tui.model import (
    Amount,
    Article,
    ArticleRecord,
    Company,
    Conflict,
    DateSpan,
    Event,
    Evidence,
    Person,
    Publication,
)
from tests.quality.accounts import FIXTURES, account_of_key, account_of_record, fold, in_terms_of, key_paths, load_key
from tests.quality.clusters import score_clusters
from tests.quality.figures import figures, score_article, total
from tests.quality.floors import breaches, load_floors
from tests.quality.pairing import pair_up
from tests.quality.report import misses, table, verdict

PATHS = {path.stem: path for path in key_paths(FIXTURES / "keys")}
LOWER_IS_BETTER = {"denied as fact"}


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def perfect(key: dict[str, Any], text: str) -> ArticleRecord:
    """The record of a program that tells exactly what the key does."""
    digest = "0" * 64
    published = key["published"]
    window = Publication(day(published["start"]), day(published["end"]))
    events = []
    for e in key["events"]:
        when = e["date"]
        span = DateSpan(when["edtf"], day(when["start"]), day(when["end"]), when["text"], when["basis"])
        at = text.find(e["quote"])
        events.append(
            Event(
                id=f"our-{e['id']}",
                type=e["type"],
                date=span,
                people=tuple(e["people"]),
                from_=e["from"],
                to=e["to"],
                companies=tuple(e["companies"]),
                role=None,
                status=e["status"],
                certainty="sure",
                amounts=tuple(Amount(a["value"], a["currency"], a["text"]) for a in e["amounts"]),
                count=e["count"],
                speaker=None,
                denies=None,
                summary="",
                sources=(Evidence(digest, at, at + len(e["quote"]), e["quote"], (), e["status"], span),),
            )
        )
    return ArticleRecord(
        article=Article(id="0" * 12, digest=digest, text=text, file=key["article"], published=window),
        people=tuple(Person(p["id"], p["name"], tuple(p["aliases"])) for p in key["people"]),
        companies=tuple(Company(c["id"], c["name"], tuple(c["aliases"])) for c in key["companies"]),
        events=tuple(events),
        generator="test",
    )


def text_for(key: dict[str, Any]) -> str:
    """A text that holds all quotations, for scoring without reading the article."""
    return "\n".join(dict.fromkeys(e["quote"] for e in key["events"]))


def measured(record: ArticleRecord, key: dict[str, Any]) -> dict[str, float]:
    wanted = account_of_key(key, record.article.text)
    told = in_terms_of(account_of_record(record), wanted)
    return figures(score_article(wanted, told, pair_up(wanted, told)))


def ideal(name: str) -> float:
    return 0.0 if name in LOWER_IS_BETTER else 1.0


@pytest.fixture
def key() -> dict[str, Any]:
    return load_key(PATHS["carmaker-shakeup"])


@pytest.fixture
def record(key: dict[str, Any]) -> ArticleRecord:
    return perfect(key, text_for(key))


def with_event(record: ArticleRecord, which: Callable[[Event], bool], **changes: object) -> ArticleRecord:
    """The record with the first event that fits changed."""
    events = list(record.events)
    at = next(i for i, e in enumerate(events) if which(e))
    events[at] = msgspec.structs.replace(events[at], **changes)
    return msgspec.structs.replace(record, events=tuple(events))


@pytest.mark.parametrize("stem", PATHS)
def test_a_key_against_itself_is_perfect(stem: str) -> None:
    key = load_key(PATHS[stem])
    assert measured(perfect(key, text_for(key)), key) == {name: ideal(name) for name in measured_names()}


def measured_names() -> list[str]:
    return list(figures(total([])))


@pytest.mark.parametrize("stem", PATHS)
def test_other_ids_for_the_same_names_change_nothing(stem: str) -> None:
    key = load_key(PATHS[stem])
    record = perfect(key, text_for(key))
    renamed = msgspec.json.decode(
        msgspec.json.encode(record).replace(b'"openai"', b'"x-1"').replace(b'"meta"', b'"x-2"'), type=ArticleRecord
    )
    assert measured(renamed, key) == measured(record, key)


def is_move(event: Event) -> bool:
    return event.type == "join" and bool(event.people) and event.from_ is not None


def is_denied(event: Event) -> bool:
    return event.status == "denied"


def is_core_deal(event: Event) -> bool:
    return event.type == "deal" and event.status == "confirmed"


def elsewhere(event: Event) -> tuple[Evidence, ...]:
    return tuple(msgspec.structs.replace(s, start=s.start + 1, end=s.end + 1) for s in event.sources)


def _drop(which: Callable[[Event], bool]) -> Callable[[ArticleRecord], ArticleRecord]:
    def change(record: ArticleRecord) -> ArticleRecord:
        gone = next(e for e in record.events if which(e))
        return msgspec.structs.replace(record, events=tuple(e for e in record.events if e is not gone))

    return change


def _change(which: Callable[[Event], bool], **changes: object) -> Callable[[ArticleRecord], ArticleRecord]:
    return lambda record: with_event(record, which, **changes)


def _invent(record: ArticleRecord) -> ArticleRecord:
    made_up = msgspec.structs.replace(
        record.events[0],
        id="made-up",
        type="release",
        people=(),
        companies=(),
        sources=(),
        status="confirmed",
        date=DateSpan(None, None, None, None, "none"),
    )
    return msgspec.structs.replace(record, events=(*record.events, made_up))


def _shift_a_quote(record: ArticleRecord) -> ArticleRecord:
    return with_event(record, is_move, sources=elsewhere(next(e for e in record.events if is_move(e))))


def _whole_text_as_quote(record: ArticleRecord) -> ArticleRecord:
    event = next(e for e in record.events if is_move(e))
    text = record.article.text
    source = msgspec.structs.replace(event.sources[0], start=0, end=len(text), quote=text)
    return with_event(record, is_move, sources=(source,))


def _unknown_person(record: ArticleRecord) -> ArticleRecord:
    return msgspec.structs.replace(record, people=(*record.people, Person("nobody", "诸葛无名")))


def _lose_a_company(record: ArticleRecord) -> ArticleRecord:
    return msgspec.structs.replace(
        record, companies=tuple(c for c in record.companies if c.id != "lunshang")
    )  # an outlet that no event is about


def _other_publication(record: ArticleRecord) -> ArticleRecord:
    article = msgspec.structs.replace(record.article, published=Publication(date(2020, 1, 1), date(2020, 1, 2)))
    return msgspec.structs.replace(record, article=article)


NEW_YEAR = DateSpan("2019-01-01", date(2019, 1, 1), date(2019, 1, 1), "元旦", "explicit")

FAULTS = [
    ("a core event is missed", _drop(is_core_deal), {"found R", "found F1", "strict F1"}),
    ("a move is missed", _drop(is_move), {"found R", "found F1", "strict F1", "moves strict F1"}),
    ("an event is made up", _invent, {"found P", "found F1", "strict F1", "sure right"}),
    (
        "a move has another day",
        _change(is_move, date=NEW_YEAR),
        {"date exact", "strict F1", "moves strict F1", "sure right"},
    ),
    ("a move has no origin", _change(is_move, from_=None), {"strict F1", "moves strict F1", "sure right"}),
    ("a join is told as a return", _change(is_move, type="return"), {"strict F1", "moves strict F1"}),
    ("a deal has somebody in it", _change(is_core_deal, people=("he-zhiwei",)), {"strict F1"}),
    (
        "a denied event is told as fact",
        _change(is_denied, status="confirmed"),
        {"status", "unsettled F1", "denied as fact"},
    ),
    ("a denied event is told as rumour", _change(is_denied, status="rumoured"), {"status", "unsettled F1"}),
    ("a fact is told as reported", _change(is_core_deal, status="reported"), {"status"}),
    ("a sum is lost", _change(is_core_deal, amounts=()), {"amounts F1"}),
    ("a sum is another", _change(is_core_deal, amounts=(Amount(1, "CNY", "1元"),)), {"amounts F1"}),
    ("a quotation is a character off", _shift_a_quote, {"evidence"}),
    ("a quotation is a page", _whole_text_as_quote, {"evidence"}),
    ("a person is made up", _unknown_person, {"people F1"}),
    ("a company is missed", _lose_a_company, {"organisations F1"}),
    ("an event is not sure", _change(is_move, certainty="check"), {"sure share"}),
    ("the day of publication is wrong", _other_publication, {"published"}),
]  # fmt: skip


@pytest.mark.parametrize(("change", "worse"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_lowers_just_the_figures_meant_for_it(
    change: Callable[[ArticleRecord], ArticleRecord], worse: set[str], key: dict[str, Any], record: ArticleRecord
) -> None:
    got = measured(change(record), key)
    assert {name for name, value in got.items() if value != ideal(name)} == worse


def test_what_need_not_be_told_may_be_left_out(key: dict[str, Any], record: ArticleRecord) -> None:
    core = {f"our-{e['id']}" for e in key["events"] if e["core"]}
    lean = msgspec.structs.replace(record, events=tuple(e for e in record.events if e.id in core))
    assert len(lean.events) < len(record.events)
    assert measured(lean, key)["found F1"] == 1.0


def test_an_event_told_in_another_sentence_is_found_by_who_and_when(key: dict[str, Any], record: ArticleRecord) -> None:
    event = next(e for e in record.events if is_move(e))
    text = record.article.text
    far = Evidence(event.sources[0].article, len(text) - 3, len(text), text[-3:], (), event.status, event.date)
    assert measured(with_event(record, is_move, sources=(far,)), key)["found F1"] == 1.0


def test_a_move_of_somebody_else_is_not_the_move(key: dict[str, Any], record: ArticleRecord) -> None:
    other = with_event(record, lambda e: e.people == ("tian-muye",), people=("gu-wendi",))
    assert measured(other, key)["found R"] < 1.0


def test_the_order_of_events_does_not_matter(key: dict[str, Any], record: ArticleRecord) -> None:
    backwards = msgspec.structs.replace(record, events=record.events[::-1])
    assert measured(backwards, key) == measured(record, key)


def test_a_program_that_says_nothing_is_not_praised(key: dict[str, Any]) -> None:
    silent = ArticleRecord(Article("0" * 12, "0" * 64, text_for(key), key["article"]), (), (), (), "test")
    got = measured(silent, key)
    for name in ("found R", "found F1", "strict F1", "moves strict F1", "people F1", "organisations F1", "published"):
        assert got[name] == 0.0, name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("趙晟佳", "赵晟佳"),
        ("《連線》", "连线"),
        ("Meta AI", "meta-ai"),
        ("Ｏpen AI", "OpenAI"),
        ("亚历山大·王", "亚历山大・王"),
    ],
)
def test_names_are_compared_without_script_width_or_joints(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_totals_count_every_event_alike(key: dict[str, Any], record: ArticleRecord) -> None:
    wanted = account_of_key(key, record.article.text)
    good = in_terms_of(account_of_record(record), wanted)
    bad = in_terms_of(account_of_record(msgspec.structs.replace(record, events=())), wanted)
    both = total(score_article(wanted, told, pair_up(wanted, told)) for told in (good, bad))
    assert figures(both)["found R"] == 0.5
    assert figures(both)["found P"] == 1.0


CLUSTER = [{"what": "…", "events": ["a:e1", "b:e1"], "conflicts": [{"field": "amounts", "values": {}}]}]
CORE = frozenset({"a:e1", "a:e2", "b:e1", "b:e2"})
TOLD_AS = {"a:e1": "a1", "a:e2": "a2", "b:e1": "b1", "b:e2": "b2"}


def merged_event(record: ArticleRecord, *members: str, conflicts: tuple[Conflict, ...] = ()) -> Event:
    return msgspec.structs.replace(record.events[0], id=min(members), members=members, conflicts=conflicts)


@pytest.mark.parametrize(
    ("groups", "precision", "recall"),
    [
        ([("a1", "b1"), ("a2",), ("b2",)], 1.0, 1.0),
        ([("a1",), ("b1",), ("a2",), ("b2",)], 1.0, 0.0),
        ([("a1", "b1"), ("a2", "b2")], 0.5, 1.0),
        ([("a1", "b2"), ("a2", "b1")], 0.0, 0.0),
    ],
)
def test_events_taken_for_the_same(
    groups: list[tuple[str, ...]], precision: float, recall: float, record: ArticleRecord
) -> None:
    score = score_clusters(CLUSTER, CORE, TOLD_AS, [merged_event(record, *g) for g in groups])
    assert (score["merged precision"].value, score["merged recall"].value) == (precision, recall)
    assert score["contradictions"].value == 0.0


def test_a_contradiction_counts_where_it_is_told(record: ArticleRecord) -> None:
    event = merged_event(record, "a1", "b1", conflicts=(Conflict("amounts", ()),))
    assert score_clusters(CLUSTER, CORE, TOLD_AS, [event])["contradictions"].value == 1.0


def test_floors_are_told_by_name_and_figure() -> None:
    lines = breaches(
        {"found F1": 0.5, "denied as fact": 0.2}, {"found F1": 0.6, "status": 0.1}, {"denied as fact": 0.1}
    )
    assert lines == [
        "found F1 is 0.500, below its floor of 0.600",
        "status is guarded in floor.toml but was not measured",
        "denied as fact is 0.200, above its ceiling of 0.100",
    ]
    assert "--misses" in verdict(lines)


def test_a_figure_on_its_floor_is_no_breach() -> None:
    assert breaches({"found F1": 2 / 3, "denied as fact": 1 / 3}, {"found F1": 0.667}, {"denied as fact": 0.333}) == []


def test_every_figure_is_guarded() -> None:
    floor, ceiling = load_floors()
    assert floor.keys() | ceiling.keys() == {*measured_names(), "merged F1", "contradictions"}
    assert ceiling.keys() == LOWER_IS_BETTER


def test_the_table_is_aligned_and_leaves_blank_what_an_article_lacks() -> None:
    lines = table({"a-long-name": {"found F1": 0.5}, "total": {"found F1": 0.25, "merged F1": 1.0}}).split("\n")
    assert lines == [
        "           a-long-na  total",
        "found F1        0.50   0.25",
        "merged F1              1.00",
    ]


def test_misses_say_what_is_wrong(key: dict[str, Any], record: ArticleRecord) -> None:
    wanted = account_of_key(key, record.article.text)
    changed = _invent(with_event(_drop(is_core_deal)(record), is_move, date=NEW_YEAR))
    told = in_terms_of(account_of_record(changed), wanted)
    lines = list(misses(pair_up(wanted, told)))
    assert [text.split()[0] for text in lines] == ["missed", "wrong", "date:", "uncalled"]


SMALL = {
    "article": "small.txt",
    "published": {"start": None, "end": None, "basis": "unknown"},
    "people": [],
    "companies": [],
    "events": [],
}


def test_the_command_scores_a_folder_of_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.quality.__main__ import main

    (tmp_path / "small.json").write_bytes(msgspec.json.encode(SMALL))
    (tmp_path / "small.txt").write_text("天气不错。\n", encoding="utf-8")
    assert main(["--keys", str(tmp_path), "--articles", str(tmp_path)]) == 0
    assert "found F1" in capsys.readouterr().out


def test_the_command_names_an_article_that_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.quality.__main__ import main

    (tmp_path / "small.json").write_bytes(msgspec.json.encode(SMALL))
    (tmp_path / "small.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    assert main(["--keys", str(tmp_path), "--articles", str(tmp_path)]) == 3
    assert "small.txt" in capsys.readouterr().err


def test_the_command_fails_where_a_floor_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.quality import __main__ as command

    missed = load_key(PATHS["carmaker-shakeup"]) | {"article": "small.txt"}
    for folder in ("keys", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "keys" / "small.json").write_bytes(msgspec.json.encode(missed))
    (tmp_path / "articles" / "small.txt").write_text("天气不错。\n", encoding="utf-8")
    monkeypatch.setattr(command, "FIXTURES", tmp_path)
    monkeypatch.setattr(command, "load_floors", lambda path: ({"found R": 0.5}, {}))
    assert command.main([]) == 1
    assert "found R is 0.000, below its floor of 0.500" in capsys.readouterr().err
