"""People and organisations in sentences of our own; most names are invented, so that no list can know them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.lexicon.names import NameLexicon, default_names
from talent_tui.model import CleanText, Company, Person, Span
from talent_tui.tagging.names import Names, find_names
from talent_tui.tagging.sentences import split


def read(text: str, lexicon: NameLexicon | None = None, blocked: tuple[Span, ...] = ()) -> Names:
    clean = CleanText(text, blocked=blocked)
    return find_names(clean, split(text), lexicon or default_names(), text)


def entries(found: Names) -> list[Person | Company]:
    return [*found.people, *found.companies]


def people(text: str, lexicon: NameLexicon | None = None) -> set[str]:
    return {person.name for person in read(text, lexicon).people}


def companies(text: str, lexicon: NameLexicon | None = None) -> set[str]:
    return {company.name for company in read(text, lexicon).companies}


PEOPLE = [
    # titles around a Chinese name
    ("公司CEO秦岚舟昨天在内部会上说，研发不会停。", {"秦岚舟"}),
    ("董事会任命前副总裁邹牧遥为总经理。", {"邹牧遥"}),
    ("芯片架构师霍知微上周离职。", {"霍知微"}),
    ("感知团队由卢锟带，向CTO邱炎汇报。", {"卢锟", "邱炎"}),
    # lists: one good name vouches for the others
    ("去年加入的还有范一舟、贺蕴和CTO蒋溪桥。", {"范一舟", "贺蕴", "蒋溪桥"}),
    # the surname of two characters
    ("首席科学家欧阳知夏宣布离职。", {"欧阳知夏"}),
    # foreign names with a dot and with what runs on behind them
    ("创始人奥利弗·普雷斯科特说道，公司不会出售。", {"奥利弗·普雷斯科特"}),
    ("前研究员米拉·科瓦连科(Mila Kovalenko)加入了新团队。", {"Mila Kovalenko"}),
    # Latin names in Chinese text, glued and with particles and hyphens
    ("Tobias Hartwell在信中写道，他将离开。", {"Tobias Hartwell"}),
    ("从竞争对手挖来的JonasBrandt和MiaLindgren已经到岗。", {"Jonas Brandt", "Mia Lindgren"}),
    ("研究员Lars van der Meer上周离职。", {"Lars van der Meer"}),
    ("Amina Al-Rashid将出任首席产品官。", {"Amina Al-Rashid"}),
    # a false name, used as a speaker
    ("在这里工作五年的Simon（化名）告诉记者，他不会回去。Simon说，代码没人看。", {"Simon"}),
    # pinyin names
    ("Yichen Luo：多模态模型的负责人。", {"Yichen Luo"}),
    # English
    ("Chief executive Petra Lindqvist said on Monday that she would leave.", {"Petra Lindqvist"}),
    ("The post goes to Anders Holm, a former engineer at the firm. Mr. Holm starts in May.", {"Anders Holm"}),
    ("Co-founder Ravi Menon resigned. Menon gave no reason.", {"Ravi Menon"}),
    # what stands beside them: who was there before, whose hands it goes through, what only people do
    ("CFO换成了汪砚。前任彭听信没走。", {"汪砚", "彭听信"}),
    ("帅印从吴文砚手里交给侯晓楠，他没有推辞。", {"吴文砚", "侯晓楠"}),
    ("何享砚把董事长的位子交给了别人。", {"何享砚"}),
    ("张砚、高翔、岳砚三人离开了公司。", {"张砚", "高翔", "岳砚"}),
    ("公司由叶博任等人创办。", {"叶博任"}),
    ("行长王良为1995年入行的老员工。", {"王良"}),
    ("总裁程立成因个人原因辞职。", {"程立成"}),
    ("公司官宣造车。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_that_no_list_has(text: str, expected: set[str]) -> None:
    assert people(text, default_names().emptied()) == expected


NO_PEOPLE = [
    "公司和研究团队都在加速，任何时候都不会停。",
    "周一上午，高速公路旁的马路通车了。",
    "他们于是从头开始，向前一步。",
    "发布会上展示了GPT-4o、Llama 4和Gemini 2.5三款模型。",
    "办公室在San Francisco和New York之间来回搬。",
    "Performance Definition和Signing Bonus是两回事。",
    "作者：贺听澜\n\n公司今天开会。",
    "The Chief Executive Officer will speak in Silicon Valley on Monday.",
]


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_what_is_no_person(text: str) -> None:
    assert people(text) == set()


COMPANIES = [
    # by their ending, the beginning settled by what stands in front
    ("她加入了云岫科技，担任首席财务官。", {"云岫科技"}),
    ("地产商泓远集团周二宣布裁员。", {"泓远集团"}),
    ("获得青屿资本领投的一轮融资。", {"青屿资本"}),
    ("他在海州大学任教。", {"海州大学"}),
    # by what stands beside them
    ("他2021年离开泊屿，今年加入砺帆，出任副总裁。砺帆CEO没有回应。", {"泊屿", "砺帆"}),
    ("NovaForge联合创始人表示，公司正在招聘。", {"NovaForge"}),
    ("她此前在Tessellate工作了三年，后来加入Tessellate的对手。", {"Tessellate"}),
    # a list vouches for its members
    ("他们来自Quillon、Brontek和Ravelin等公司。", {"Quillon", "Brontek", "Ravelin"}),
    # the same firm, shorter
    ("驭澜汽车昨天开会。驭澜员工说，驭澜不会裁员。", {"驭澜汽车"}),
    ("雾岛互动（Misty Isle）上月成立。", {"雾岛互动"}),
    # outlets
    ("据《北港晚报》报道，谈判已经破裂。", {"北港晚报"}),
    ("知情人士告诉《南屿观察》，公司正在洽谈出售。", {"南屿观察"}),
    ("本文来自微信公众号：灯塔夜读，作者：某人", {"灯塔夜读"}),
    # a team to which something happens
    ("公司撤销了语音交互团队，60人被裁。", {"语音交互团队"}),
    # English
    ("He joined Marrow Labs from Tindle, where he was an engineer.", {"Marrow Labs"}),
    ("Kestrin, the start-up behind a coding tool, said it had hired forty people.", {"Kestrin"}),
    ("The Harwick Courier reported that talks had ended.", {"The Harwick Courier"}),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES)
def test_organisations_that_no_list_has(text: str, expected: set[str]) -> None:
    found = companies(text, default_names().emptied())
    assert expected <= found
    assert len(found) <= len(expected) + ("Tindle" in text)


NO_COMPANIES = [
    "一家初创公司的员工说，这家公司没有回应。",
    "他用Slack和LinkedIn给大家发消息。",
    "理想很丰满，现实很骨感。",
    "今天吃了一个苹果，味道不错。",
    "新团队和核心团队都还在。",
    "十几家公司盯着抢，没有哪家公司比得过他们。",
    "He is an MIT graduate and lives in London.",
]


@pytest.mark.parametrize("text", NO_COMPANIES)
def test_what_is_no_organisation(text: str) -> None:
    assert companies(text) == set()


KNOWN = [
    ("苹果挖走了谷歌的工程师。", {"Apple", "Google"}),
    ("辉达和超微的股价都涨了，台积电也是。", {"NVIDIA", "AMD", "台积电"}),
    ("他从理想汽车去了小鹏，理想没有挽留。", {"理想汽车", "小鹏汽车"}),
    ("脸书2021年改名为Meta。", {"Meta"}),
    ("ScaleAI的员工加入MetaAI。", {"Scale AI", "Meta"}),
    ("据彭博社和《连线》报道，交易已经谈妥。", {"Bloomberg", "WIRED"}),
    ("Apple Watch和Google Maps都更新了。", set()),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_organisations(text: str, expected: set[str]) -> None:
    assert companies(text) == expected


ONE_PERSON = [
    ("赵晟佳去年加入。Shengjia Zhao今年升职。", "赵晟佳", {"Shengjia Zhao"}),
    ("Ruoming Pang的团队解散了，前研究员庞若鸣离职。", "庞若鸣", {"Ruoming Pang"}),
    ("CEO萨姆·奥尔特曼否认。奥特曼说，Sam Altman这个名字太常见。", "Sam Altman", {"奥特曼", "萨姆·奥尔特曼"}),
    ("马克·扎克伯格亲自打电话。小扎还发了邮件。", "Mark Zuckerberg", {"小扎", "马克·扎克伯格"}),
    ("Alexandr Wang加入了。王亚历山大今年28岁。Wang没有回应。", "Alexandr Wang", {"王亚历山大", "Wang"}),
    ("创始人秦岚舟离职。秦说，她想休息。", "秦岚舟", {"秦"}),
]


@pytest.mark.parametrize(("text", "name", "aliases"), ONE_PERSON)
def test_one_person_is_one_entry(text: str, name: str, aliases: set[str]) -> None:
    found = read(text).people
    assert [person.name for person in found] == [name]
    assert aliases <= set(found[0].aliases)


def test_a_transliteration_is_tied_by_its_sound() -> None:
    text = "Tobias Hartwell上周离职。哈特韦尔说，他很累。CEO哈特韦尔没有多谈。"
    assert [person.name for person in read(text, default_names().emptied()).people] == ["Tobias Hartwell"]


def test_two_people_are_never_one_for_their_surname() -> None:
    text = "创始人秦岚舟和研究员秦牧之都离职了。Jonas Brandt joined, and Mia Brandt said no. Brandt left."
    assert people(text) == {"秦岚舟", "秦牧之", "Jonas Brandt", "Mia Brandt"}


def test_a_full_name_is_not_the_famous_one_with_the_same_end() -> None:
    text = "从迪士尼挖来的汤姆·奥尔特曼(Tom Altman)上任CEO。凯文·梅耶尔(Kevin Mayer)走了。"
    assert people(text) == {"Tom Altman", "Kevin Mayer"}


def test_aliases_are_written_as_the_stored_text_has_them() -> None:
    stored, simplified = "創始人秦嵐舟離職。", "创始人秦岚舟离职。"
    found = find_names(CleanText(simplified), split(simplified), default_names(), stored)
    assert found.people[0].name == "秦岚舟"
    assert "秦嵐舟" in found.people[0].aliases


def test_readings_are_what_a_person_may_type() -> None:
    found = read("研究员曾毓群和Sam Altman见面。字节跳动没有回应。")
    readings = {entry.name: entry.readings for entry in entries(found)}
    assert readings["曾毓群"][:2] == ("zengyuqun", "zyq")
    assert "sa" in readings["Sam Altman"]
    assert {"zijietiaodong", "zjtd"} <= set(readings["字节跳动"])


def test_ids_are_slugs_and_unique() -> None:
    found = read("研究员秦岚舟离职。Jonas Brandt说，云岫科技没有回应。")
    ids = [entry.id for entry in entries(found)]
    assert ids == ["qin-lanzhou", "jonas-brandt", "yun-xiu-ke-ji"]


def test_blocked_runs_yield_nothing() -> None:
    text = "创始人秦岚舟离职。创始人贺听澜留任。"
    assert {p.name for p in read(text, blocked=(Span(0, 9),)).people} == {"贺听澜"}


def test_mentions_are_sorted_apart_and_tied() -> None:
    found = read("OpenAI CEO萨姆·奥尔特曼和Mark Chen说，Meta挖走了毕树超(Shuchao Bi)。奥尔特曼不满。")
    ids = {entry.id for entry in entries(found)}
    assert all(mention.entity in ids and mention.start < mention.end for mention in found.mentions)
    assert all(a.end <= b.start for a, b in zip(found.mentions, found.mentions[1:], strict=False))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="王李任和于·（）()《》、，。 ABCabc-'.说加入公司团队科技\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    ids = {entry.id for entry in entries(found)}
    assert {mention.entity for mention in found.mentions} == ids
    assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)
