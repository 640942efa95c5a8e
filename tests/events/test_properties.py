"""Whatever the text: events whose quotations, days, ids and words hold."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talent_tui.events.build import LONGEST_QUOTE
from talent_tui.given import GIVEN_BY_USER
from talent_tui.model import EVENT_TYPES, STATUSES, ArticleRecord, Publication, UnreadableError
from talent_tui.pipeline import process
from talent_tui.reading import Source
from tests.events.case import CASE_TEXTS

_DAY = Publication(date(2025, 7, 16), date(2025, 7, 16), "stated", GIVEN_BY_USER)
_PIECES = st.sampled_from(
    ["张三丰", "李彦宏", "萨姆·奥尔特曼", "Sam Altman", "Mira Murati", "她", "两人", "12名工程师",
     "OpenAI", "百度", "阿里巴巴", "Meta", "《南岭周刊》", "ｏｐｅｎＡＩ",
     "加入", "離開", "被", "从", "挖走", "任命", "为", "首席技术官", "辞职", "重返", "否认",
     "据", "报道", "将", "没有", "如果", "joined", "left", " was named ", "said", "on Monday", "$20 million", "1亿美元",
     "7月1日", "上周四", "2025年3月", "三天后", "，", "。", "、", "：", "“", "”", "（", "）", "？", "…",
     " ", "\n", "- ", "1. ", "發(fā)", "𠮷", "\x1b[31m", "\u202e", "\u200b"]
)  # fmt: skip
_NEWS = st.lists(_PIECES | st.text(max_size=2), max_size=40).map("".join)
_RECOMBINED = st.lists(st.sampled_from(CASE_TEXTS), min_size=1, max_size=3).flatmap(
    lambda texts: st.integers(0, 60).map(lambda cut: "\n".join(text[cut:] for text in texts))
)

_NOBODY_NAMED = st.sampled_from(
    [
        "三人",
        "大批员工",
        "他们",
        "一位研究员",
        "该公司",
        "管理层",
        "the three",
        "several engineers",
        "the company",
        "she",
    ]
)
"""What may stand where a name was: a rule that counts on a name must do without."""


def _without_a_name(text: str, at: int, length: int, instead: str) -> str:
    at %= max(len(text), 1)
    return text[:at] + instead + text[at + length :]


_NAMELESS = st.builds(
    _without_a_name, st.sampled_from(CASE_TEXTS), st.integers(0, 300), st.integers(0, 12), _NOBODY_NAMED
)


def check(record: ArticleRecord) -> None:
    """What must hold of the events of any article."""
    text = record.article.text
    people = {person.id for person in record.people}
    companies = {company.id for company in record.companies}
    ids = [event.id for event in record.events]
    assert len(ids) == len(set(ids))
    for event in record.events:
        assert event.type in EVENT_TYPES
        assert event.status in STATUSES
        assert event.certainty in ("sure", "check")
        assert set(event.people) <= people
        assert len(set(event.people)) == len(event.people)
        assert {event.from_, event.to} - {None} <= set(event.companies)
        assert set(event.companies) <= companies
        assert event.speaker is None or event.speaker in people | companies
        assert event.denies is None or event.denies in ids
        assert event.from_ is None or event.from_ != event.to
        assert event.count is None or event.count > 0
        assert event.summary.strip()
        assert "\n" not in event.summary
        (evidence,) = event.sources
        assert evidence.article == record.article.id
        assert evidence.quote == text[evidence.start : evidence.end]
        assert 0 < len(evidence.quote) <= LONGEST_QUOTE
        for span in (event.date, evidence.date):
            assert span.start is None or span.end is None or span.start <= span.end
            assert span.edtf is not None or span.start is span.end is None
        for amount in event.amounts:
            assert amount.value is None or amount.value >= 0


def events_of(text: str, published: Publication | None) -> ArticleRecord | None:
    try:
        return process(Source("any.txt", text.encode("utf-8", "surrogatepass")), published)
    except UnreadableError as error:
        assert str(error).endswith(".")
        return None


@pytest.mark.parametrize("published", [_DAY, None], ids=["dated", "undated"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.one_of(_NEWS, _RECOMBINED, _NAMELESS, st.text(max_size=80)))
@example(text="")
@example(text="。。。，，，")
@example(text="张三丰加入张三丰，百度加入百度。")
@example(text="Meta从Meta挖走了Sam Altman和Sam Altman。")
@example(text="至少两名百度员工和两名阿里巴巴员工也加入了OpenAI。")
@example(text="Aa chief:0 job cut.")
@example(text="三人合伙办起“青萍”。")
def test_any_text_gives_events_that_hold(published: Publication | None, text: str) -> None:
    record = events_of(text, published)
    if record is not None:
        check(record)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_NEWS)
def test_white_space_around_a_text_changes_no_event(text: str) -> None:
    plain, padded = events_of(text.strip(), _DAY), events_of(f"\n\n{text.strip()}\n", _DAY)
    if plain is None or padded is None:
        assert plain is padded is None
        return
    told = [(e.type, e.people, e.from_, e.to, e.status, e.date.edtf) for e in plain.events]
    assert [(e.type, e.people, e.from_, e.to, e.status, e.date.edtf) for e in padded.events] == told


@pytest.mark.parametrize("text", CASE_TEXTS)
def test_the_events_of_every_case_hold(text: str) -> None:
    record = events_of(text, _DAY)
    assert record is not None
    check(record)
