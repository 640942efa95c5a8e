"""A page's furniture yields nothing; prose is never lost."""

import pytest

from talent_tui.model import Article
from talent_tui.reading import clean

PROSE = "苏明上周离开砺石科技，转投Nova Labs，职位是首席科学家。"


def blocked(text: str) -> list[str]:
    result = clean(Article(id="", digest="", text=text, file=""))
    return [text[slice(*result.stored(*span))] for span in result.blocked]


@pytest.mark.parametrize(
    "line",
    [
        "阅读原文",
        "閱讀原文",
        "17次阅读",
        "1.2万次播放",
        "没有评论",
        "评论（没有评论）",
        "验证码",
        "共计 1200 个字符，预计需要花费 4 分钟才能阅读完成。",
        "责任编辑：周舟",
        "版权声明：本文于2025-07-01转载自商业晚报，共计900字。",
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务，与苏明无关。",
        "图片来源：砺石科技官网",
        "扫码关注",
        "本文来自微信公众号：夜航船，作者：林晚",
        "作者：林晚",
        "文｜林晚",
        "来源：商业晚报",
        "1、https://evening.example/a/1",
        "© 2025 Harbour Post. All rights reserved.",
        "3 min read",
        "Read more: Nova Labs hires again",
        "By Ada Lind",
        "正文完",
        "返回搜狐，查看更多",
    ],
)
def test_furniture_is_blocked(line: str) -> None:
    assert blocked(f"{PROSE}\n{line}\n{PROSE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "评论认为，苏明的离职早有征兆。",
        "分享会上，苏明谈到了离职的原因。",
        "关注人才流动的投资人说，今年是大年。",
        "作者认为：她不会回去了。",
        "来源：这三个月里离职的人，多数来自两个部门。",
        "相关人士表示，此事尚无定论。",
        "推荐苏明的是她的导师。",
        "By the end of July, Su Ming had left Lishi Technology for good.",
        "Related companies hired twelve people from Lishi Technology in June.",
        "苏明：前砺石科技首席科学家，2019年加入",
        "E5——48.3万美元",
        "砺石科技换帅",
    ],
)
def test_prose_is_kept(line: str) -> None:
    assert blocked(f"标题一行\n\n{PROSE}\n{line}\n{PROSE}") == []


@pytest.mark.parametrize("heading", ["相关推荐", "延伸阅读：", "【相关阅读】", "參考資料", "Related", "READ MORE"])
def test_headlines_below_a_heading_go_with_it(heading: str) -> None:
    others = ["周舟出任青禾智能总裁", "Bo Ek joins Nova Labs as chief of staff"]
    assert blocked("\n".join([PROSE, heading, *others])) == [heading, *others]


@pytest.mark.parametrize(
    "prose", [PROSE, "Su Ming left Lishi Technology last week and joined Nova Labs as its chief scientist."]
)
def test_a_heading_amid_the_article_ends_at_the_next_prose(prose: str) -> None:
    other = "周舟出任青禾智能总裁"
    assert blocked("\n".join([prose, "相关阅读", other, prose, "苏明的新同事"])) == ["相关阅读", other]


def test_a_credit_behind_a_caption_is_blocked_and_the_caption_kept() -> None:
    assert blocked(f"{PROSE}\n砺石科技总部大楼 图片来源：林晚 摄\n{PROSE}") == ["图片来源：林晚 摄"]


def test_the_byline_under_a_title_is_blocked() -> None:
    assert blocked(f"砺石科技换帅\n夜航　2025年7月1日　文｜林晚\n\n{PROSE}") == ["夜航　2025年7月1日　文｜林晚"]


def test_credits_under_a_title_are_blocked() -> None:
    lines = ["夜航新闻记者 | 林晚", "夜航新闻编辑 | 周舟"]
    assert blocked("\n".join(["砺石科技换帅", *lines, PROSE])) == lines


def test_bylines_further_down_are_read() -> None:
    text = "\n".join([PROSE] * 6 + ["青禾智能 2025-07-01 12:30", PROSE])
    assert blocked(text) == []
