"""Saved web pages: the article, not the page; what the page states, and nothing guessed."""

from datetime import date

import pytest

from talent_tui.model import UNKNOWN_PUBLICATION, Article, UnreadableError
from talent_tui.reading import Source, read

PARAGRAPHS = (
    "苏明上周离开砺石科技，去向不明。公司没有回应置评请求，只说感谢她六年来的工作，并祝她一切顺利。",
    "熟悉她的人说，她想休息半年，再看机会。Nova Labs的创始人曾在今年春天两次飞到杭州见她，每次都谈到深夜。",
    "砺石科技在一封内部信里写道，首席科学家的职位由副总裁周舟暂代，公司计划在2026年推出下一代产品。",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CLUTTER = "<nav><a href='/'>首页</a><a href='/tech'>科技</a></nav>"
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "Organization", "name": "夜航传媒"},
{"@type": "NewsArticle", "headline": "砺石科技换帅", "datePublished": "2025-07-01T08:00:00+08:00",
 "author": [{"@type": "Person", "name": "林晚"}, {"@type": "Person", "name": "周舟"}],
 "publisher": {"@type": "Organization", "name": "夜航"}}]}</script>"""


def page(head: str = "", body: str = BODY, encoding: str = "utf-8") -> Article:
    html = (
        f"<!DOCTYPE html><html><head>{head}<style>p {{color: red}}</style></head>"
        f"<body>{CLUTTER}<script>var a = '脚本';</script><article>{body}</article></body></html>"
    )
    return read(Source("page.html", html.encode(encoding)))


def test_the_main_text_has_a_paragraph_a_line() -> None:
    assert page().text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("gb2312", "gb18030"), ("gbk", "gbk"), ("utf-8", "utf-8"), ("wrong", "gb18030"), ("utf-8", "gb18030")],
)
def test_the_declared_charset_is_used_if_it_fits(charset: str, encoding: str) -> None:
    assert page(f'<meta charset="{charset}">', encoding=encoding).text.split("\n") == list(PARAGRAPHS)


def test_metadata_of_meta_elements() -> None:
    article = page(
        '<title>砺石科技换帅 - 夜航</title><meta property="og:title" content="砺石科技换帅">'
        '<meta property="og:site_name" content="夜航"><meta name="author" content="林晚">'
        '<meta property="og:url" content="https://evening.example/a/1">'
        '<meta property="article:published_time" content="2025-07-01T08:00:00+08:00">'
    )
    assert (article.title, article.outlet, article.author) == ("砺石科技换帅", "夜航", "林晚")
    assert article.url == "https://evening.example/a/1"
    assert article.published.start == article.published.end == date(2025, 7, 1)
    assert article.published.basis == "stated"
    assert "2025-07-01" in (article.published.because or "")


def test_metadata_of_linked_data() -> None:
    article = page(LINKED)
    assert (article.title, article.outlet, article.author) == ("砺石科技换帅", "夜航", "林晚, 周舟")
    assert article.published.start == date(2025, 7, 1)


def test_a_title_loses_the_outlet_behind_it() -> None:
    head = '<title>砺石科技换帅 - 夜航</title><meta property="og:site_name" content="夜航">'
    assert page(head).title == "砺石科技换帅"


def test_a_byline_in_the_text_counts_where_the_metadata_are_silent() -> None:
    article = page(body=f"<h1>砺石科技换帅</h1><p>2025-07-01 08:30 来源：夜航</p>{BODY}")
    assert article.published.start == date(2025, 7, 1)
    assert article.outlet == "夜航"


def test_a_byline_between_the_heading_and_the_text_counts_too() -> None:
    html = (
        "<html><body><h1>砺石科技换帅</h1><div class='info'><span>2025-07-01 08:30</span> <span>来源：夜航</span></div>"
        f"<article>{BODY}</article><aside><a>周舟出任总裁</a><span>2025-07-09 10:00</span></aside></body></html>"
    )
    article = read(Source("page.html", html.encode()))
    assert (article.title, article.outlet) == ("砺石科技换帅", "夜航")
    assert article.published.start == date(2025, 7, 1)


def test_the_day_of_another_story_is_none() -> None:
    html = (
        f"<html><body><h1>砺石科技换帅</h1><article>{BODY}</article>"
        "<aside><a>周舟出任总裁</a><span>2025-07-09 10:00</span></aside></body></html>"
    )
    assert read(Source("page.html", html.encode())).published == UNKNOWN_PUBLICATION


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="date" content="soon">',
        '<meta property="article:modified_time" content="2025-07-09">',
        '<link rel="canonical" href="https://evening.example/2025/07/01/a.html">',
        '<script type="application/ld+json">{"@type": "Event", "datePublished": "2025-07-01"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 20250701}</script>',
        '<script type="application/ld+json">{broken</script>',
    ],
)
def test_no_day_is_guessed(head: str) -> None:
    # The text speaks of 2026, and other libraries take that for the page's day.
    assert page(head).published == UNKNOWN_PUBLICATION


def test_a_page_without_main_text_gives_what_can_be_seen() -> None:
    html = (
        "<html><head><title>无</title></head><body><div>苏明<b>离职</b><br>不明</div><script>x()</script></body></html>"
    )
    article = read(Source("page.html", html.encode()))
    assert "苏明离职" in article.text.replace("\n", "")
    assert "x()" not in article.text


def test_a_page_is_known_by_its_beginning_too() -> None:
    html = f"<!-- saved --><!doctype HTML><html><body><article>{BODY}</article></body></html>"
    assert read(Source("standard input", html.encode())).text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><script>x()</script></body></html>", "<!-- -->"])
def test_an_empty_page_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError, match=r"page.html holds no text"):
        read(Source("page.html", html.encode()))
