"""What no event tells is held against the articles' sentences: in other words, the other script or language."""

from pathlib import Path

import pytest

from talent_tui.checking import Checked, Names, check, sentences_of
from talent_tui.unstored import read_draft, read_records, reader, simplified
from talent_tui.workspace import Workspace

ARTICLES = {
    "潮汐湾.txt": """2025年6月20日，潮汐湾科技宣布，首席财务官温若棠离职，副手康以安接任。
公司去年在成都设立了办公室，现有员工412人，其中有60人做语音模型。
潮汐湾给语音团队的签约奖金总额约3000万元，另投入数百亿元建设算力。
语音模型“浪花”的发布推迟到2026年二季度。
预计潮汐湾将收购做标注的小公司木舟智能。
运营总监段知夏从潮汐湾跳槽到北岭汽车，负责座舱。
段知夏要向北岭汽车副总裁柳闻笙汇报。
温若棠离职之后，潮汐湾才完成C轮融资。
感知团队由顾晚舟领导，他发明了一种叫TideNet的网络。
""",
    "大会.txt": "2025年7月1日，潮汐湾科技创始人俞景澄在全员大会上否认公司要卖。",
    "north.txt": """LONDON, May 8, 2025
Harrowgate Bank said on Thursday that Nadia Ferris, its chief risk officer, had resigned.
Her deputy, Colm Breslin, takes over on June 2, 2025, and will report to Agnes Thorley, the chief executive.
Harrowgate has closed 14 branches and laid off 230 people since January.
Thorley denied that the bank was in talks with Castellan Group.
Harrowgate lured eight engineers from Castellan Group in March.
""",
    "deals.txt": """LONDON, May 8, 2025
Brightmere paid $1.2 billion for the chip start-up Tessel Labs on April 3.
Ilya Ferrant was promoted to chief executive of Brightmere on May 2, replacing Dana Whitlock.
""",
    "否认.txt": """2025年9月12日
星罗智能创始人梁文澜没有离开公司，网传他将加盟北岭汽车的消息不实。北岭汽车上周收购了声隐科技。
""",
}

WRONG = [
    ("潮汐湾的首席技术官温若棠已经离职，康以安接任。", "role"),
    ("潮汐湾现有员工214人。", "count"),
    ("潮汐灣去年在成都設立辦公室，員工如今有512人。", "count"),
    ("潮汐湾拿出约300万元，给语音团队发签约奖金。", "amounts"),
    ("潮汐湾另投入数千亿元建设算力。", "amounts"),
    ("俞景澄在潮汐湾的全员大会上证实，公司要卖。", "status"),
    ("潮汐湾的语音模型“浪花”已经如期发布。", "status"),
    ("潮汐湾已经收购了做标注的小公司木舟智能。", "status"),
    ("运营总监段知夏从北岭汽车跳槽到潮汐湾，负责座舱。", "order"),
    ("北岭汽车的柳闻笙要向段知夏汇报。", "order"),
    ("发明TideNet网络、领导感知团队的，是康以安。", "people"),
    ("TideNet的发明人温若棠领导感知团队。", "people"),
    ("Harrowgate Bank has closed 41 branches and laid off 230 people since January.", "count"),
    ("Harrowgate has laid off 320 people.", "count"),
    ("Brightmere sold Tessel Labs on April 3, 2025.", "order"),
    ("Agnes Thorley, who runs Harrowgate, has confirmed that the bank was in talks with Castellan Group.", "status"),
    ("Agnes Thorley will report to Colm Breslin.", "order"),
    ("Castellan Group lured eight engineers from Harrowgate in March.", "order"),
    ("哈罗盖特的事：Nadia Ferris, the chief financial officer of Harrowgate Bank, has resigned.", "role"),
]

OPEN = [
    "梁文澜离开了星罗智能。",
    "北岭汽车没有收购声隐科技。",
    "Brightmere did not buy Tessel Labs.",
    "Dana Whitlock became chief executive of Brightmere.",
]
"""What seems to be told and is not: a denied move is no departure, who is replaced was not named."""

RIGHT = [
    "Ilya Ferrant became chief executive of Brightmere.",
    "Brightmere bought Tessel Labs in April 2025.",
    "潮汐湾的财务长温若棠走了，由副手康以安接任。",
    "潮汐灣有四百一十二名員工。",
    "潮汐湾为语音团队准备了3000万元左右的签约奖金。",
    "“浪花”赶不上今年，潮汐湾把这个语音模型的发布推迟了。",
    "段知夏离开潮汐湾，去了北岭汽车管座舱。",
    "顾晚舟带的是感知团队。",
    "潮汐湾有意买下木舟智能。",
    "俞景澄说潮汐湾不卖。",
    "Harrowgate, the bank, let 230 people go and shut 14 branches.",
    "Colm Breslin succeeds Nadia Ferris as Harrowgate's chief risk officer on June 2.",
    "Eight engineers left Castellan Group for Harrowgate.",
    "Wen Ruotang, the chief financial officer, has left.",
    "潮汐湾在深圳新开了一家食堂，能坐800人。",
    "北岭汽车今年卖出12万辆车。",
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return Workspace.in_memory(read_records([str(folder)]))


def verdict(text: str, opened: Workspace, folder: Path) -> Checked:
    file = folder / "draft.md"
    file.write_text(text, "utf-8")
    draft = read_draft(str(file), opened.timeline)
    names = Names(opened.index)
    sentences = sentences_of(draft.article, draft.tagged, draft.events, names)
    return check(sentences, opened.index, names, simplified, reader(opened.timeline))[-1]


@pytest.mark.parametrize(("text", "field"), WRONG, ids=[text for text, _ in WRONG])
def test_a_sentence_that_the_articles_tell_otherwise(text: str, field: str, opened: Workspace, tmp_path: Path) -> None:
    one = verdict(text, opened, tmp_path)
    assert (one.verdict, one.field) == ("contradicts", field)


@pytest.mark.parametrize("text", RIGHT)
def test_a_sentence_that_they_tell_too_or_say_nothing_of(text: str, opened: Workspace, tmp_path: Path) -> None:
    one = verdict(text, opened, tmp_path)
    assert one.verdict != "contradicts", (one.field, one.passage and one.passage.text)


@pytest.mark.parametrize("text", OPEN)
def test_a_sentence_that_is_neither_told_nor_told_otherwise(text: str, opened: Workspace, tmp_path: Path) -> None:
    one = verdict(text, opened, tmp_path)
    assert one.verdict != "agrees"
    assert one.sentence.claims or one.sentence.denies
