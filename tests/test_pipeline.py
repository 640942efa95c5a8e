"""One article through all stages: the same each time, with exact evidence, at a cost that grows as its text."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import msgspec
import pytest

from talent_tui.given import GIVEN_BY_USER
from talent_tui.lexicon.names import default_names
from talent_tui.model import ArticleRecord, Publication, UnreadableError
from talent_tui.pipeline import process, reprocess
from talent_tui.reading import Source

NEWS = """云杉科技换帅
2025年7月3日

7月1日，云杉科技首席技术官贺兰秋离开公司，加盟竞争对手青禾智能。云杉科技创始人陆景明在内部信中写道：“我们祝她一切顺利。”
据彭博社报道，青禾智能上周完成了2亿美元融资，由红杉中国领投。

6月，研究员卞雨桐从微软跳槽到Anthropic。知情人士透露，工程师齐暮云也将于8月加入Anthropic。
青禾智能否认将收购云杉科技。
"""
DAY = Publication(date(2024, 2, 29), date(2024, 2, 29), "stated", GIVEN_BY_USER)
WINDOW = Publication(date(2023, 5, 1), date(2023, 5, 7), "stated", GIVEN_BY_USER)


def record_of(text: str, published: Publication | None = None) -> ArticleRecord:
    return process(Source("news.txt", text.encode("utf-8", "surrogatepass")), published)


def as_bytes(record: ArticleRecord) -> bytes:
    return msgspec.json.encode(record)


def test_the_same_text_gives_the_same_bytes() -> None:
    assert as_bytes(record_of(NEWS)) == as_bytes(record_of(NEWS))


def test_another_file_name_changes_the_file_name_alone() -> None:
    here = record_of(NEWS)
    there = process(Source("elsewhere/copy.md", NEWS.encode()))
    assert there.article.file == "elsewhere/copy.md"
    article = msgspec.structs.replace(there.article, file=here.article.file)
    assert as_bytes(msgspec.structs.replace(there, article=article)) == as_bytes(here)


def test_other_articles_in_between_change_nothing() -> None:
    before = as_bytes(record_of(NEWS))
    record_of("Oskar Lindholm left Spotify for Klarna in May.")
    record_of("贺兰秋是一家公司的名字，贺兰秋公司。")
    assert as_bytes(record_of(NEWS)) == before


def test_reading_again_gives_the_same_record() -> None:
    record = record_of(NEWS)
    assert as_bytes(reprocess(record)) == as_bytes(record)


def test_evidence_is_exact_and_tells_of_its_article() -> None:
    record = record_of(NEWS)
    text = record.article.text
    assert len(record.events) >= 5
    for event in record.events:
        (evidence,) = event.sources
        assert evidence.article == record.article.id
        assert text[evidence.start : evidence.end] == evidence.quote
        assert "\n" not in evidence.quote


@pytest.mark.parametrize("ending", ["\r\n", "\u2028", "\n\n"])
def test_evidence_is_exact_whatever_ends_lines(ending: str) -> None:
    record = record_of(NEWS.replace("\n", ending))
    text = record.article.text
    assert record.events
    assert all(text[s.start : s.end] == s.quote for e in record.events for s in e.sources)


@pytest.mark.parametrize(
    ("damage", "mended"),
    [("发布", "發(fā)布"), ("７月１日", "7月1日"), ("\u200b", "")],
    ids=["readings", "widths", "zero-width"],
)
def test_evidence_is_what_is_stored_not_what_was_mended(damage: str, mended: str) -> None:
    text = f"{damage}6月2日，研究员卞雨桐从微软跳槽到{mended}Anthropic{damage}，工程师齐暮云加入百度。"
    record = record_of(text)
    assert record.article.text == text
    assert record.events
    assert all(text[s.start : s.end] == s.quote for e in record.events for s in e.sources)


def test_ids_are_of_the_text_and_unique() -> None:
    record = record_of(NEWS)
    ids = [event.id for event in record.events]
    assert len(set(ids)) == len(ids)
    other = record_of(NEWS + "\n完。\n")
    assert other.article.id != record.article.id
    assert not {event.id for event in other.events} & set(ids)


def test_the_day_that_a_user_gives_goes_before_what_the_text_states_and_keeps_ids() -> None:
    stated, given = record_of(NEWS), record_of(NEWS, DAY)
    assert stated.article.published.start == date(2025, 7, 3)
    assert given.article.published == DAY
    assert [e.id for e in given.events] == [e.id for e in stated.events]


def test_the_day_that_a_user_gave_is_kept_when_read_again() -> None:
    given = record_of(NEWS, DAY)
    assert as_bytes(reprocess(given)) == as_bytes(given)


def test_a_day_given_later_goes_before_one_given_before() -> None:
    again = reprocess(record_of(NEWS, DAY), WINDOW)
    assert again.article.published == WINDOW
    assert as_bytes(again) == as_bytes(record_of(NEWS, WINDOW))


def test_relative_days_follow_the_day_that_a_user_gives() -> None:
    text = "上周四，副总裁沈听澜离开百度。"
    assert [e.date.edtf for e in record_of(text).events] == [None]
    dated = reprocess(record_of(text), DAY)
    assert [e.date.edtf for e in dated.events] == ["2024-02-22"]


def test_other_names_give_other_people_and_the_same_text() -> None:
    record = record_of(NEWS)
    bare = reprocess(record, names=default_names().emptied())
    assert bare.article.text == record.article.text
    assert as_bytes(reprocess(bare)) == as_bytes(record)


HOSTILE: dict[str, str] = {
    "one verb": "加入",
    "one name": "张三",
    "moves without a mark": "张三加入百度",
    "moves in sentences": "张三加入百度。",
    "moves in English": "Sam Altman joined Meta. ",
    "verbs in English": "joined ",
    "names in English": "Sam Altman ",
    "a list of names": "张三、李四、",
    "quoted names": "「张三」",
    "denials": "张三加入百度。百度否认。",
    "list lines": "1. 张三，前百度员工\n",
    "days": "7月1日",
    "relative days": "三天后",
    "sums": "1亿美元",
    "digits": "9",
    "one letter": "A",
    "hyphens": "A-",
    "commas": "，",
    "full stops": "。",
    "dots": "……",
    "open brackets": "（",
    "open quotation marks": "“",
    "bullets": "- ",
    "empty lines": "\n",
    "prepositions": "从",
    "particles": "的",
    "markup": "<b><p class='",
    "escapes": "\x1b[31m\x07",
    "overrides": "\u202e张三加入百度\u202c",
    "leaked readings": "們(men)",
    "lost characters": "?们",
    "outside the plane": "𠮷",
    "combining": "á́",
}
"""Pieces that, repeated, have no end: each a word for what it is."""


def _repeated(piece: str, size: int) -> str:
    """`piece` again and again, `size` bytes of it at most, with a word around it so that it is a text."""
    return "记者报道：" + piece * (size // len(piece.encode())) + "。完"


def _calls(work: Callable[[], object]) -> int:
    """How many functions, of Python and of C, a piece of work calls: its cost, the same on every machine."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _process(text: str) -> None:
    try:
        record = record_of(text)
    except UnreadableError as error:
        assert str(error).endswith(".")
    else:
        assert all(record.article.text[s.start : s.end] == s.quote for e in record.events for s in e.sources)


@pytest.mark.parametrize("name", [n for n in HOSTILE if n != "digits"])
def test_work_grows_no_faster_than_the_text(name: str) -> None:
    _process(_repeated(HOSTILE[name], 500))
    short, long = _repeated(HOSTILE[name], 2_000), _repeated(HOSTILE[name], 8_000)
    assert _calls(lambda: _process(long)) <= 4.6 * _calls(lambda: _process(short))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_text_of_one_thing_is_read_to_its_end(name: str) -> None:
    """No clock is read: what grows with the square of the text would keep the tests for minutes."""
    _process(_repeated(HOSTILE[name], 20_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["one verb", "one name"])
def test_200_kilobytes_of_one_word_are_read_to_their_end(name: str) -> None:
    _process(_repeated(HOSTILE[name], 200_000))


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff。",
        "，。！？；：“”",
        "\u202e\u202d\u2066张三\u2069加入百度",
        "张三\ud800加入百度。",
        "<html><body><p>张三加入百度</p>" * 50,
        "a" * 500 + "。" + "张三加入百度。",
        "\n".join("张三加入百度" + "，" * 300 for _ in range(5)),
        "0",
        "\t\t张三\t加入\t百度\t",
    ],
    ids=range(9),
)
def test_odd_texts_never_raise(text: str) -> None:
    _process(text)
