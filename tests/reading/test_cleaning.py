"""What the taggers read: one form of each character, and the way back."""

import pytest

from talent_tui.model import Article, CleanText
from talent_tui.reading import Source, clean, read


def cleaned(text: str) -> CleanText:
    return clean(Article(id="", digest="", text=text, file=""))


@pytest.mark.parametrize(
    ("stored", "read_as"),
    [
        ("６月２８日，ＯｐｅｎＡＩ", "6月28日，OpenAI"),
        ("苏明（Su Ming）：“走！”", "苏明(Su Ming)：“走！”"),
        ("增长５％～８％", "增长5%~8%"),
        ("ABC‑4和X‐ray", "ABC-4和X-ray"),
        ("Ada\u00a0Lind　来了\u2009吗", "Ada Lind 来了 吗"),
        ("一行\u2028二行\x0b三行", "一行\n二行\n三行"),
        ("红\x1b[31m色\x07", "红 [31m色 "),
        ("｢半角｣､｡", "「半角」、。"),
        ("⼈⼯智能", "人工智能"),
        ("行一\r\n行二", "行一\r\n行二"),
    ],
)
def test_widths_are_folded_character_for_character(stored: str, read_as: str) -> None:
    result = cleaned(stored)
    assert result.text == read_as
    assert (result.starts, result.ends) == (None, None)


@pytest.mark.parametrize(
    ("stored", "read_as"),
    [
        ("选举李晓明、王　强、陈 芳为董事", "选举李晓明、王强、陈芳为董事"),
        ("部长周立 民请辞。周立 民没有解释", "部长周立民请辞。周立民没有解释"),
        ("總經理陳 強於昨日請辭", "总经理陈强于昨日请辞"),
        ("方案 一、方案 二，关于 我、你", "方案 一、方案 二，关于 我、你"),
        ("公司董事长 王志强 强调", "公司董事长 王志强 强调"),
    ],
)
def test_spaces_inside_names_are_left_out(stored: str, read_as: str) -> None:
    assert cleaned(stored).text == read_as


@pytest.mark.parametrize(
    ("stored", "read_as"),
    [
        ("趙立恆離開臺積電後，轉投蘋果", "赵立恒离开台积电后，转投苹果"),
        ("著名的乾隆瓷器，後來乾了", "著名的乾隆瓷器，后来干了"),
        ("「還有誰？」她問", "「还有谁？」她问"),
        ("裡面、裏面、里面", "里面、里面、里面"),
    ],
)
def test_traditional_script_is_simplified(stored: str, read_as: str) -> None:
    assert cleaned(stored).text == read_as


def test_lines_of_a_simplified_text_are_left_alone_unless_they_are_traditional() -> None:
    text = "林乾说，公司不会裁员，团队会扩大一倍。\n他引用了一句老话：「離開是為了回來」\n林乾没有再说什么。"
    assert cleaned(text).text.split("\n") == [
        "林乾说，公司不会裁员，团队会扩大一倍。",
        "他引用了一句老话：「离开是为了回来」",
        "林乾没有再说什么。",
    ]


@pytest.mark.parametrize(
    ("stored", "read_as"),
    [
        ("他说OpenAl会赢", "他说OpenAI会赢"),
        ("NovaAl的对手", "NovaAI的对手"),
        ("做Al的人", "做AI的人"),
        ("Nova AI很大。Nova Al的对手", "Nova AI很大。Nova AI的对手"),
        ("Al Gore和Ahmad Al-Dahle", "Al Gore和Ahmad Al-Dahle"),
        ("Nova Al and others", "Nova Al and others"),
        ("Alan和Albert，还有Alibaba", "Alan和Albert，还有Alibaba"),
    ],
)
def test_an_l_for_the_i_of_ai(stored: str, read_as: str) -> None:
    assert cleaned(stored).text == read_as


def test_invisible_characters_are_left_out_and_offsets_lead_back() -> None:
    text = "\u200b苏\u00ad明\u2060离\ufeff职\u202e。"
    result = cleaned(text)
    assert result.text == "苏明离职。"
    assert result.stored(0, 2) == (1, 4)
    assert text[slice(*result.stored(2, 4))] == "离\ufeff职"


def test_clean_text_is_the_very_text() -> None:
    text = "6月28日，苏明从砺石科技离职，转投Nova Labs。\n\n“没有更多可说的。”她说。"
    result = cleaned(text)
    assert result == CleanText(text)
    assert read(Source("", text.encode())).repairs == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("苏明离职，加入Nova Labs，职位是Chief Scientist。", "zh-Hans"),
        ("蘇明離職，加入Nova Labs，職位是Chief Scientist。", "zh-Hant"),
        ("Su Ming (苏明) has left Lishi Technology for Nova Labs, two people told us.", "en"),
        ("OpenAI、Anthropic、Google DeepMind、Microsoft三家争人", "zh-Hans"),
        ("朱镕和陈喆一起创业", "zh-Hans"),
        ("2025", "zh-Hans"),
    ],
)
def test_language_is_counted(text: str, language: str) -> None:
    assert read(Source("", text.encode())).language == language
