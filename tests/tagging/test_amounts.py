"""Sums of money: what is one, its value, its currency, its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_tui.tagging.amounts import find_amounts

Sum = tuple[str, float | int | None, str | None]

CASES: list[tuple[str, list[Sum]]] = [
    ("斥资143亿美元收购", [("143亿美元", 14_300_000_000, "USD")]),
    ("一亿美元的报价", [("一亿美元", 100_000_000, "USD")]),
    ("两千万英镑", [("两千万英镑", 20_000_000, "GBP")]),
    ("市值突破1.2万亿韩元", [("1.2万亿韩元", 1_200_000_000_000, "KRW")]),
    ("人民币50亿元", [("人民币50亿元", 5_000_000_000, "CNY")]),
    ("50亿元人民币", [("50亿元人民币", 5_000_000_000, "CNY")]),
    ("新台币45亿元", [("新台币45亿元", 4_500_000_000, "TWD")]),
    ("每月6万元", [("6万元", 60_000, "CNY")]),
    ("50万块钱", [("50万块钱", 500_000, "CNY")]),
    ("$14.3 billion", [("$14.3 billion", 14_300_000_000, "USD")]),
    ("HK$3.2bn and US$100m", [("HK$3.2bn", 3_200_000_000, "HKD"), ("US$100m", 100_000_000, "USD")]),
    ("£3,500 a week", [("£3,500", 3500, "GBP")]),
    ("3 million euros", [("3 million euros", 3_000_000, "EUR")]),
    ("100,000 dollars", [("100,000 dollars", 100_000, "USD")]),
    ("RMB 3 million", [("RMB 3 million", 3_000_000, "CNY")]),
    # A range is two sums; the first borrows scale and currency.
    ("年薪150万~200万美元", [("150万", 1_500_000, "USD"), ("200万美元", 2_000_000, "USD")]),
    ("1000元至2000元", [("1000", 1000, "CNY"), ("2000元", 2000, "CNY")]),
    ("100-200万元", [("100", 1_000_000, "CNY"), ("200万元", 2_000_000, "CNY")]),
    ("$1.5-2 billion", [("$1.5", 1_500_000_000, "USD"), ("2 billion", 2_000_000_000, "USD")]),
    ("$10 million to $20 million", [("$10 million", 10_000_000, "USD"), ("20 million", 20_000_000, "USD")]),
    # A sum said again in another currency is another sum.
    ("3.5亿欧元（约4亿美元）", [("3.5亿欧元", 350_000_000, "EUR"), ("4亿美元", 400_000_000, "USD")]),
    # A vague figure keeps its words and has no value.
    ("数千亿美元", [("数千亿美元", None, "USD")]),
    ("上亿元", [("上亿元", None, "CNY")]),
    ("九位数的薪酬", [("九位数", None, None)]),
    # Figures that say only about how much, and other spellings.
    ("投了20多亿元", [("20多亿元", 2_000_000_000, "CNY")]),
    ("投了十几亿元", [("十几亿元", None, "CNY")]),
    ("9位数的薪酬", [("9位数", None, None)]),
    ("a salary of $200K", [("$200K", 200_000, "USD")]),
    # Without a currency only where money is spoken of.
    ("四年薪酬能拿到3亿", [("3亿", 300_000_000, None)]),
    ("他们看了3亿次", []),
    # Numbers of other things.
    ("14亿人口，5000人，100万辆，1.5亿用户", []),
    ("10 million users in 2025", []),
    ("2025年元旦，3元件组成的电路，单元楼", []),
    ("$", []),
    ("", []),
]

GAPS: list[tuple[str, list[Sum]]] = [
    ("five million dollars", [("five million dollars", 5_000_000, "USD")]),
]


def _found(text: str) -> list[Sum]:
    return [(m.amount.text, m.amount.value, m.amount.currency) for m in find_amounts(text)]


@pytest.mark.parametrize(("text", "sums"), CASES, ids=[text[:20] for text, _ in CASES])
def test_sums(text: str, sums: list[Sum]) -> None:
    assert _found(text) == sums


@pytest.mark.xfail(strict=True, reason="not read yet", raises=AssertionError)
@pytest.mark.parametrize(("text", "sums"), GAPS, ids=[text[:20] for text, _ in GAPS])
def test_gaps(text: str, sums: list[Sum]) -> None:
    assert _found(text) == sums


_PIECES = st.sampled_from(
    ["$", "US$", "新台币", "€", "1", "1,000", "2.5", ".", ",", "亿", "万", "千", "百", "十", "兆", "数", "几", "多",
     "-", "~", "至", "到", " to ", "billion", "m", " ", "美元", "元", "人民币", "dollars", "位数", "薪", "投资", "人",
     "。", "\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_sums_are_sorted_disjoint_and_in_their_own_words(text: str) -> None:
    at = 0
    for mention in find_amounts(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.amount.text == text[mention.start : mention.end]
        assert mention.amount.value is None or mention.amount.value >= 0
        at = mention.end
