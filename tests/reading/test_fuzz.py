"""Whatever the bytes are: an article or one sentence, and offsets that hold."""

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from talent_tui.model import Article, CleanText, UnreadableError
from talent_tui.reading import Source, clean, read

_PIECES = st.sampled_from(
    ["發(fā)", "業(yè)", "(AI)", "?!", "?月29日", "ABC?4", "ABC-5", "OpenAl", "\u200b", "\ufeff", "　", "（", "Ａ",
     "们", "們?yōu)", "\n", "\r\n", "\x0b", "\x00", "\x1b[0m", "2025-07-01", "来源：", "作者：", "相关推荐",
     "图片来源：", "İ", "𠮷", "。", "a"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(), st.lists(_PIECES | st.text(max_size=3)).map("".join))
_BYTES = st.one_of(
    st.binary(),
    _TEXTS.map(str.encode),
    _TEXTS.map(lambda text: text.encode("gb18030")),
    _TEXTS.map(lambda text: text.encode("big5", "ignore")),
    _TEXTS.map(lambda text: text.encode("utf-16")),
)


def check(text: str, result: CleanText) -> None:
    length = len(result.text)
    if result.starts is None or result.ends is None:
        assert length == len(text)
    else:
        assert len(result.starts) == len(result.ends) == length < len(text)
        runs = list(zip(result.starts, result.ends, strict=True))
        assert all(0 <= start < end <= len(text) for start, end in runs)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(runs))
    whole = result.stored(0, length)
    assert 0 <= whole.start <= whole.end <= len(text)
    edges = [edge for span in result.blocked for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= length for edge in edges)
    assert all(span.start < span.end for span in result.blocked)


@settings(max_examples=300, deadline=None)
@given(_BYTES)
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\x00\x01")
@example("來源：İİİ 图片来源：".encode())
def test_any_bytes_give_an_article_or_one_sentence(data: bytes) -> None:
    try:
        article = read(Source("x", data))
    except UnreadableError as error:
        assert str(error).endswith(".")
    else:
        assert article.text.strip()
        for repair in article.repairs:
            assert 0 <= repair.start < len(article.text)
            assert repair.count > 0
        check(article.text, clean(article))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_cleaning_keeps_its_map_and_cleans_once_for_all(text: str) -> None:
    article = Article(id="", digest="", text=text, file="")
    result = clean(article)
    check(text, result)
    assert clean(article) == result


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text())
def test_any_page_gives_an_article_or_one_sentence(before: str, inside: str) -> None:
    html = f"<html><body>{before}<p>{inside}</p><script type='application/ld+json'>{inside}</script>"
    for data in (html.encode(), html.encode("gb18030"), html.encode("utf-16")):
        try:
            article = read(Source("x.html", data))
        except UnreadableError:
            continue
        check(article.text, clean(article))
