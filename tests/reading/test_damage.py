"""Leaked readings go, true brackets stay; shifted runs are found, clean text is left alone."""

import pytest

from talent_tui.model import Article, CleanText
from talent_tui.reading import Source, clean, read
from tests.reading.leaking import leak


def cleaned(text: str) -> CleanText:
    return clean(Article(id="", digest="", text=text, file=""))


def blocked(text: str) -> list[str]:
    """The blocked runs as they stand in the source."""
    result = cleaned(text)
    return [text[slice(*result.stored(*span))] for span in result.blocked]


@pytest.mark.parametrize(
    ("damaged", "read_as"),
    [
        ("公司發(fā)布公告", "公司发布公告"),
        ("行業(yè)內(nèi)的人", "行业内的人"),
        ("這份數(shù)據(jù)很準(zhǔn)", "这份数据很准"),
        ("系統(tǒng)調(diào)整", "系统调整"),
        ("穩(wěn)住優(yōu)勢", "稳住优势"),
        ("創(chuàng)辦人", "创办人"),
        ("企業（yè）家", "企业家"),
        ("发(fā)展", "发展"),
        ("續(xù)約", "续约"),
        ("綠(lǜ)燈", "绿灯"),
        ("規(guī)模", "规模"),
        ("我們(men)走", "我们走"),
        ("一個(gè)人", "一个人"),
        ("關(guān)係(xì)", "关系"),
    ],
)
def test_a_leaked_reading_is_not_read(damaged: str, read_as: str) -> None:
    assert cleaned(damaged).text == read_as


@pytest.mark.parametrize(
    "text",
    [
        "苏明(Su Ming)说",
        "人工智能(AI)领域",
        "强化学习(rlhf)是一种方法",
        "微信公众号(shangye)",
        "马斯克旗下(xai)",
        "他们(a)和(b)两组",
        "这件事(不是)",
        "饕餮(tāotiè)是一种传说中的怪兽",
        "平安(an)科技",
        "李(Li)博士",
        "他用了一个词(qù)",
    ],
)
def test_a_true_bracket_stays(text: str) -> None:
    assert cleaned(text).text == text


def test_offsets_lead_back_over_what_was_left_out() -> None:
    text = "蘇明發(fā)現(xiàn)了它"
    result = cleaned(text)
    assert result.text == "苏明发现了它"
    # A reading belongs to its character.
    assert text[slice(*result.stored(2, 4))] == "發(fā)現(xiàn)"
    assert text[slice(*result.stored(0, 2))] == "蘇明"
    assert text[slice(*result.stored(4, 6))] == "了它"


@pytest.mark.parametrize(
    "text",
    [
        "她說得很清楚：他們為此實現了兩次轉型。公司沒有回應。",
        "工程師們全部留任，朋友們全都離開，競爭者們為了趕工實行輪班。",
        "他笑了笑。《島嶼商報》的記者（以下簡稱本報記者）問過幾位員工。",
        "他們說這裡沒有未來。“搬家”的消息是週三傳出的，供應商W公司也聽說了。",
        "這筆錢夠用三年。可是沒有人知道它花在哪裡，AI部門也說不出。",
        "「我不回去。」這是蘇明的原話。「以後再說。」",
    ],
)
def test_a_shifted_run_is_blocked_and_little_else(text: str) -> None:
    damaged, garbage = leak(text)
    assert garbage, "the sentence shows no cut"
    result = cleaned(damaged)
    lost = {place for run in result.blocked for place in range(*result.stored(*run))}
    # A question mark left of a swallowed byte tells nothing by itself.
    assert {place for place in garbage if damaged[place] != "?"} <= lost
    assert len(lost - garbage) <= 16


def test_a_day_that_lost_its_month_is_blocked() -> None:
    assert blocked("他走了?!?月29日晚上") == ["?!?月29日"]
    assert blocked("他几月走?7月29日晚上") == []


@pytest.mark.parametrize(
    "text",
    [
        "他为什么走?因为钱。OpenAI没有回应",
        "谁会接手?苏明说他不知道",
        "真的吗?!没有人相信这个说法",
        "還有誰會走?可能是因為薪酬,也可能不是@他",
        "你信嗎?!我們不信。Meta也不信",
        "What?这是真的",
        "太好了!我们明天见A",
        "去哪里?硅谷AI公司",
        "多少钱?年薪百万",
        "“走了!”他说",
    ],
)
def test_a_question_is_no_damage(text: str) -> None:
    result = cleaned(text)
    assert result.blocked == ()
    assert "garbled" not in {repair.kind for repair in read(Source("", text.encode())).repairs}


def test_a_lost_hyphen_is_mended_where_the_text_has_the_name_with_one() -> None:
    assert cleaned("他训练了ABC?4，后来又做了ABC-5。").text == "他训练了ABC-4，后来又做了ABC-5。"
    # Here it may be a question.
    assert cleaned("为什么是ABC?4月还没到。").text == "为什么是ABC?4月还没到。"


def test_repairs_are_told_with_count_place_and_example() -> None:
    text = "這次發(fā)布很突然，業(yè)界都沒想到。ABC?4和ABC-5。"
    repairs = {repair.kind: repair for repair in read(Source("", text.encode())).repairs}
    assert (repairs["pinyin"].count, repairs["pinyin"].start, repairs["pinyin"].example) == (2, 2, "發(fā)")
    assert repairs["lost-character"].count == 1
    for repair in repairs.values():
        assert text[repair.start :].startswith(repair.example)
