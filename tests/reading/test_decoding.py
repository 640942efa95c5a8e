"""Which encoding bytes are in: simplified, traditional and English, long and short."""

import codecs
import itertools

import pytest

from talent_tui.model import UnreadableError
from talent_tui.reading import Source, read
from talent_tui.reading.decoding import decode

SIMPLIFIED = (
    "苏明离职。",
    "据报道，公司换帅",
    "他去年从北京搬到上海。",
    "6月28日，CEO发出内部信。",
    "砺石科技宣布完成新一轮融资",
    "OpenAI与Meta争夺人才",
    "这家芯片公司的前首席科学家，三年前还在学校教书。",
    "“我们没有裁员计划。”她在会上说，“以后也不会有。”",
    "知情人士透露，薪酬委员会下周开会讨论高管的奖金。",
    "股价上涨12.5%，报38.2美元",
    "招聘：算法工程师（上海）",
    "新团队由原来的数据部门和搜索部门合并而成，向首席技术官汇报，办公地点不变。",
    "一位投资人说，看上去是换了一个人，其实是换了一条路，接下来几个月会有更多的老员工离开这家公司。",
    "从2019年起，她先后负责过搜索、广告和云计算三块业务，手下最多的时候有两千多人；去年秋天业务重组，云计算并入了集团，她就一直在考虑离开。",
)
TRADITIONAL = (
    "蘇明離職。",
    "據報道，公司換帥",
    "他去年從臺北搬到上海。",
    "6月28日，CEO發出內部信。",
    "礪石科技宣布完成新一輪融資",
    "OpenAI與Meta爭奪人才",
    "這家晶片公司的前首席科學家，三年前還在學校教書。",
    "「我們沒有裁員計劃。」她在會上說，「以後也不會有。」",
    "知情人士透露，薪酬委員會下週開會討論高層的獎金。",
    "股價上漲12.5%，報38.2美元",
    "招聘：演算法工程師（香港）",
    "新團隊由原來的資料部門和搜尋部門合併而成，向技術長彙報，辦公地點不變。",
    "一位投資人說，看上去是換了一個人，其實是換了一條路，接下來幾個月會有更多的老員工離開這家公司。",
    "從2019年起，她先後負責過搜尋、廣告和雲端三塊業務，手下最多的時候有兩千多人；去年秋天業務重組，雲端併入了集團，她就一直在考慮離開。",
)
ENGLISH = (
    "“We are not for sale,” the founder’s letter said.",
    "She left in May – nobody knew why – and joined a rival.",
    "The café owner’s son is now the firm’s chief scientist.",
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *itertools.product(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"], SIMPLIFIED),
        *itertools.product(["utf-8", "utf-16", "gb18030", "big5", "big5hkscs", "cp950"], TRADITIONAL),
        *itertools.product(["utf-8", "cp1252"], ENGLISH),
    ],
)
def test_text_comes_back_as_it_was_written(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.repairs == ()


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_mixed_article_in_a_national_encoding(encoding: str) -> None:
    text = "\r\n".join([*ENGLISH[:1], *SIMPLIFIED]).replace("’", "'")
    assert decode(text.encode(encoding)).text == text


def test_line_ends_and_odd_characters_stay() -> None:
    text = "一行\r\n二行\n\n三行\x07\x1b[31m　\u200b末"
    assert decode(text.encode()).text == text


def test_a_few_bad_bytes_are_replaced_and_told() -> None:
    data = "苏明离职，加入砺石科技。".encode()
    data = data[:9] + b"\xff" + data[9:]
    decoded = decode(data)
    assert decoded.text == data.decode("utf-8", "replace") == "苏明离�职，加入砺石科技。"
    assert [(r.kind, r.count, r.start) for r in decoded.repairs] == [("encoding", 1, 3)]


def test_bad_bytes_in_a_national_encoding_are_told_too() -> None:
    data = (SIMPLIFIED[-1] * 3).encode("gb18030") + b"\xff\n" + SIMPLIFIED[-1].encode("gb18030")
    decoded = decode(data)
    assert decoded.encoding == "gb18030"
    assert decoded.repairs[0].kind == "encoding"


def test_a_replacement_character_of_the_source_is_no_damage_of_ours() -> None:
    assert decode("苏�明".encode()).repairs == ()


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("Big5", "big5hkscs"), ("iso-8859-1", "cp1252")],
)
def test_a_declared_charset_is_read_in_its_largest_form(declared: str, encoding: str) -> None:
    # Two characters that several encodings could hold.
    data = "朱镕".encode("gb18030") if encoding == "gb18030" else "蘇明".encode("big5")
    data = "naïve’".encode("cp1252") if encoding == "cp1252" else data
    assert decode(data, declared).encoding == encoding


@pytest.mark.parametrize("declared", ["no-such-charset", "base64", "utf-8", "idna", ""])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(SIMPLIFIED[-1].encode("gb18030"), declared).text == SIMPLIFIED[-1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old office document"),
        (b"{\\rtf1\\ansi", "rich text"),
        (b"half a text\0\0and more", "NUL bytes"),
        (b"", "holds no text"),
        (b" \n\t\r\n", "holds no text"),
        (codecs.BOM_UTF8, "holds no text"),
        ("\u3000\u00a0\n".encode(), "holds no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(Source("the file", data))
    message = str(caught.value)
    assert message.startswith("the file ")
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message
