"""What an article says of itself: only as it stands there."""

from datetime import date

import pytest

from talent_tui.model import UNKNOWN_PUBLICATION, Article
from talent_tui.reading import Source, read

BODY = "苏明上周离开砺石科技，去向不明。公司没有回应。\n\n熟悉她的人说，她想休息半年，再看机会。\n"
LATIN_BODY = "Su Ming left Lishi Technology last week, two people said.\n\nThe company declined to comment.\n"


def article(text: str) -> Article:
    return read(Source("any", text.encode()))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"砺石科技换帅\n\n{BODY}", "砺石科技换帅"),
        (f"砺石科技为何留不住人？\n{BODY}", "砺石科技为何留不住人？"),
        (f"# 砺石科技换帅 #\n\n{BODY}", "砺石科技换帅"),
        (f"标题：砺石科技换帅\n来源：商业晚报\n{BODY}", "砺石科技换帅"),
        (f"首页 > 科技 > 正文\n砺石科技换帅\n{BODY}", "砺石科技换帅"),
        (f"2025-07-01 08:30\n砺石科技换帅\n{BODY}", "砺石科技换帅"),
        (f"A chief scientist walks out\n\n{LATIN_BODY}", "A chief scientist walks out"),
        (f'---\ntitle: "砺石科技换帅"\ndate: 2025-07-01\n---\n{BODY}', "砺石科技换帅"),
        (BODY, None),
        (LATIN_BODY, None),
        ("砺石科技换帅", None),
        (f"砺石科技换帅，谁来接手，\n{BODY}", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert article(text).title == title


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2025-07-01", date(2025, 7, 1)),
        ("2025-07-01 18:11", date(2025, 7, 1)),
        ("2025/7/1 8:05 阅读 312", date(2025, 7, 1)),
        ("2025.07.01", date(2025, 7, 1)),
        ("2025年7月1日 星期二", date(2025, 7, 1)),
        ("（2025年7月1日）", date(2025, 7, 1)),
        ("2025-07-01T18:11:00+08:00", date(2025, 7, 1)),
        ("民國114年7月1日", date(2025, 7, 1)),
        ("July 1, 2025", date(2025, 7, 1)),
        ("Tuesday, 1 July 2025", date(2025, 7, 1)),
        ("Jul. 1st, 2025, 9:30 AM ET", date(2025, 7, 1)),
        ("Published July 1, 2025", date(2025, 7, 1)),
        ("By Ada Lind | July 1, 2025", date(2025, 7, 1)),
        ("发布时间：2025-07-01 来源：商业晚报", date(2025, 7, 1)),
        ("發佈於 2025年7月1日", date(2025, 7, 1)),
        ("商业晚报 2025-07-01", date(2025, 7, 1)),
        ("岛屿夜航 科技频道 2025-07-01 18:11 7", date(2025, 7, 1)),
        ("远山评论 · 2025年7月1日", date(2025, 7, 1)),
        ("小林 | 2025-07-01", date(2025, 7, 1)),
        ("记者 林晚 2025-07-01", date(2025, 7, 1)),
        ("更新时间：2025-07-01", date(2025, 7, 1)),
        ("商业社北京2025年7月1日电 苏明离开了砺石科技。", date(2025, 7, 1)),
        ("SHANGHAI, July 1, 2025 (Newswire) -- Su Ming has left Lishi Technology.", date(2025, 7, 1)),
        ("2025年7月1日　编辑部", date(2025, 7, 1)),
        ("2025年7月1日 本报财经中心", date(2025, 7, 1)),
        ("2025年7月1日　林晚", date(2025, 7, 1)),
        ("民國114年7月1日　採訪組", date(2025, 7, 1)),
        ("LONDON, 1 July 2025", date(2025, 7, 1)),
        ("NEW YORK — Jul. 1, 2025", date(2025, 7, 1)),
        ("(Singapore, 1 July 2025)", date(2025, 7, 1)),
        ("Palo Alto, California, Tuesday, July 1, 2025", date(2025, 7, 1)),
        ("BERLIN 1 July 2025", date(2025, 7, 1)),
        ("上海，2025年7月1日", date(2025, 7, 1)),
        ("（2025年7月1日 台北）", date(2025, 7, 1)),
        ("2025年7月1日于苏州", date(2025, 7, 1)),
        ("2025年7月1日　苏明不再担任总裁", None),
        ("2025年7月1日，停牌", None),
        ("Founded 1 July 2005", None),
        ("Opened in Leeds, closed 1 July 2025", None),
        ("2025年7月1日 苏明离职的那个上午", None),
        ("2025年7月1日，苏明离开了砺石科技。", None),
        ("7月1日", None),
        ("07/08/2025", None),
        ("2025-13-45", None),
        ("2025年7月", None),
        ("苏明生于1985年7月1日", None),
        ("Su Ming left on July 1, 2025.", None),
    ],
)
def test_the_day_under_a_title(line: str, day: date | None) -> None:
    published = article(f"砺石科技换帅\n{line}\n\n{BODY}").published
    if day is None:
        assert published == UNKNOWN_PUBLICATION
    else:
        assert (published.start, published.end, published.basis) == (day, day, "stated")
        assert published.because
        assert published.because in line


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2025-07-01", date(2025, 7, 1)),
        ("2025-07-01 11:20　来源: 夜航新闻 杭州　举报", date(2025, 7, 1)),
        ("版权声明：本文于2025-07-01转载自商业晚报，共计900字。", date(2025, 7, 1)),
        ("（本文首发于2025年7月1日《商业晚报》）", date(2025, 7, 1)),
        ("下一次会议定于2025年7月1日。", None),
    ],
)
def test_the_day_at_the_end(line: str, day: date | None) -> None:
    text = f"砺石科技换帅\n\n{BODY * 8}\n{line}"
    assert article(text).published.start == day


@pytest.mark.parametrize("below", ["周舟出任青禾智能总裁\n2025-07-09 10:00", "相关推荐\n青禾智能扩招\n2025-07-09"])
def test_the_day_of_another_story_is_none(below: str) -> None:
    assert article(f"砺石科技换帅\n\n{BODY}\n{below}").published == UNKNOWN_PUBLICATION


def test_published_goes_before_updated() -> None:
    text = f"砺石科技换帅\n更新时间：2025-07-09 发布时间：2025-07-01\n{BODY}"
    assert article(text).published.start == date(2025, 7, 1)


def test_a_day_in_the_title_is_not_its_publication() -> None:
    assert article(f"2025年7月1日大事记\n{BODY}").published == UNKNOWN_PUBLICATION


@pytest.mark.parametrize(
    ("line", "outlet", "author"),
    [
        ("来源：商业晚报", "商业晚报", None),
        ("来源：商业晚报 作者：林晚", "商业晚报", "林晚"),
        ("2025-07-01 08:30 来源:《商业晚报》 编辑:小周", "商业晚报", None),
        ("來源：島嶼商報　作者：林晚", "島嶼商報", "林晚"),
        ("文章来源｜夜航", "夜航", None),
        ("来源：网络", None, None),
        ("图片来源：商业晚报", None, None),
        ("作者：林晚、周舟", None, "林晚、周舟"),
        ("文｜林晚 编辑｜周舟", None, "林晚"),
        ("记者 林晚 北京报道", None, "林晚"),
        ("〔記者林晚／台北報導〕蘇明離開了礪石科技。", None, "林晚"),
        ("【島嶼商報訊】蘇明離開了礪石科技。", "島嶼商報", None),
        ("（远山社北京5日电）苏明离开了砺石科技。", "远山社", None),
        ("IT之家 7 月 1 日消息，苏明离开了砺石科技。", "IT之家", None),
        ("夜航 2025-07-01 文｜林晚", "夜航", "林晚"),
        ("夜航新闻记者 | 林晚", "夜航新闻", "林晚"),
        ("夜航记者：林晚    夜航编辑：周舟", None, "林晚"),
        ("【夜航网】（记者 林晚）苏明离开了砺石科技。", "夜航网", "林晚"),
        ("【重磅】苏明离开了砺石科技。", None, None),
        ("**作者**：林晚", None, "林晚"),
        ("> 来源：[夜航](https://evening.example/a) ｜ 2025-07-01", "夜航", None),
        ("*By Ada Lind*", None, "Ada Lind"),
        ("By Ada Lind", None, "Ada Lind"),
        ("By Ada Lind and Bo Ek", None, "Ada Lind"),
        ("By the end of the week", None, None),
        ("Source: The Harbour Post", "The Harbour Post", None),
        ("The Limmat Ledger, October 14, 2025", "The Limmat Ledger", None),
        ("The Limmat Ledger | October 14, 2025", "The Limmat Ledger", None),
        ("ZURICH, October 14, 2025", None, None),
        ("SHANGHAI, July 1 (Reuters) - Su Ming has left Lishi Technology.", "Reuters", None),
        ("其中七人来自砺石科技", None, None),
        ("消息来源：两位知情人士", None, None),
    ],
)
def test_outlet_and_author(line: str, outlet: str | None, author: str | None) -> None:
    found = article(f"砺石科技换帅\n{line}\n\n{BODY}")
    assert (found.outlet, found.author) == (outlet, author)


@pytest.mark.parametrize(
    ("line", "outlet", "author"),
    [
        ("本文来自微信公众号：夜航船 (ID:yehang)，作者：林晚", "夜航船", "林晚"),
        ("本文來自微信公眾號「夜航船」，作者：林晚", "夜航船", "林晚"),
        ("版权声明：本文于2025-07-01转载自TheHarbour，共计900字。", "TheHarbour", None),
        ("本文首发于《商业晚报》", "商业晚报", None),
        ("转载自：商业晚报", "商业晚报", None),
        ("（本文首发于2025年7月1日）", None, None),
        ("本文首发于7月1日", None, None),
        ("This article was originally published on July 1, 2025", None, None),
        ("来源:夜航船一点号", "夜航船一点号", None),
    ],
)
def test_outlet_and_author_at_the_end(line: str, outlet: str | None, author: str | None) -> None:
    found = article(f"砺石科技换帅\n\n{BODY * 8}\n{line}\n\n相关推荐")
    assert (found.outlet, found.author) == (outlet, author)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"砺石科技换帅\n原文链接：https://evening.example/a/1\n{BODY}", "https://evening.example/a/1"),
        (f"砺石科技换帅\nhttps://evening.example/a/1\n{BODY}", "https://evening.example/a/1"),
        (f"---\nsource: https://evening.example/a/1\n---\n# 砺石科技换帅\n{BODY}", "https://evening.example/a/1"),
        (f"砺石科技换帅\n{BODY}\n参考资料\n1、https://evening.example/a/1", None),
    ],
)
def test_address(text: str, url: str | None) -> None:
    assert article(text).url == url


def test_front_matter_states_all() -> None:
    found = article(
        "---\ntitle: 砺石科技换帅\nauthor: 林晚\nsource: 商业晚报\nurl: https://evening.example/a/1\n"
        f"date: 2025-07-01T08:00:00Z\ntags: [人事]\n---\n\n{BODY}"
    )
    assert (found.title, found.author, found.outlet) == ("砺石科技换帅", "林晚", "商业晚报")
    assert found.url == "https://evening.example/a/1"
    assert found.published.start == date(2025, 7, 1)


def test_the_file_states_nothing() -> None:
    found = read(Source("2025-07-01_商业晚报_砺石科技换帅.txt", BODY.encode()))
    assert (found.title, found.outlet, found.published) == (None, None, UNKNOWN_PUBLICATION)


def test_identity_is_the_text() -> None:
    one, two = read(Source("a", BODY.encode())), read(Source("b", BODY.encode("utf-16")))
    assert (one.id, one.digest) == (two.id, two.digest)
    assert one.digest.startswith(one.id)
    assert len(one.id) == 12
