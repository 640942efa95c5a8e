"""Noun phrases over a skeleton: who is named, with which title, at which organisation; who is counted.

"前DeepMind研究员迈克·瓦尔科" is one person chunk that knows an organisation and that it is a former one; "至少八名
OpenAI核心研究员" one group chunk with a count. Chunks are in skeleton offsets, sorted and disjoint.
"""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from talent_tui.events.skeleton import DATE, MONEY, MOVE, ORG, PERSON, TRIGGER, Skeleton
from talent_tui.lexicon.numerals import number
from talent_tui.lexicon.roles import roles
from talent_tui.lexicon.verbs import frames_of, trigger_pattern
from talent_tui.model import NameMention


class Chunk(msgspec.Struct, frozen=True):
    """A noun phrase.

    `kind`: `person`, `org`, `group` (people without names), `pronoun`, `date`, `money`. `ids` are entity ids of people
    or organisations. `org` is the organisation that a person or group belongs to, `former` whether no longer. `count`
    is the number written, None for a vague one. `generic` marks a group that is no particular one (OpenAI员工).
    `word` is the pronoun, `head` the index of the first name, date or sum itself.
    """

    kind: str
    start: int
    end: int
    ids: tuple[str, ...] = ()
    org: str | None = None
    former: bool = False
    title: str | None = None
    count: int | None = None
    generic: bool = False
    word: str = ""
    head: int = 0
    orgs: tuple[tuple[str, str], ...] = ()
    """For people: (person, organisation) pairs that the phrase itself gives."""


class Trigger(msgspec.Struct, frozen=True):
    """A word that may tell an event, in skeleton offsets, with the frames that it can open."""

    start: int
    end: int
    word: str
    frames: tuple[str, ...]


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _title_pattern(language: str) -> re.Pattern[str]:
    words = [*roles(language).titles, *roles(language).people]
    return re.compile(rf"\b(?:{_either(words)})\b" if language == "en" else _either(words), re.IGNORECASE)


def find_triggers(skeleton: Skeleton, language: str) -> list[Trigger]:
    """Trigger words, longest first where several start at one place; none inside a title (负责人 is no 负责)."""
    title_at: dict[int, tuple[int, int]] = {}
    for title in _title_pattern(language).finditer(skeleton.text):
        title_at.update(dict.fromkeys(range(*title.span()), title.span()))
    frames = frames_of(language)
    out = []
    for match in trigger_pattern(language).finditer(skeleton.text):
        start, end = title_at.get(match.start(), (0, 0))
        if match.end() <= end and end - start > match.end() - match.start():
            continue
        if language == "zh" and skeleton.text.startswith(_NOMINAL, match.end()):
            continue
        out.append(Trigger(match.start(), match.end(), match["word"], frames[match["word"].lower()]))
    return out


_NOMINAL = ("层", "者", "力", "权", "商", "率", "潮", "行为", "大战", "战", "风波", "戏码", "案", "流程")
"""领导层, 发行权 and 离职潮 are things, not deeds."""


_MOVING = frozenset({"join", "return", "leave"})


def find_chunks(skeleton: Skeleton, triggers: list[Trigger], language: str) -> list[Chunk]:
    """All noun phrases of a sentence, lists of names joined."""
    shadow = list(skeleton.text)
    for trigger in triggers:
        for i in range(trigger.start, trigger.end):
            shadow[i] = MOVE if _MOVING & set(trigger.frames) else TRIGGER
    text = "".join(shadow)
    chunks = []
    for match in _phrase_pattern(language).finditer(text):
        chunk = _chunk(match, skeleton)
        if chunk is not None:
            chunks.append(chunk)
    return joined(chunks, skeleton.text, language)


@cache
def _phrase_pattern(language: str) -> re.Pattern[str]:
    words = roles(language)
    p, o, former, current = PERSON, ORG, _either(words.former), _either(words.current)
    stop = f"{p}{o}{DATE}{MONEY}{TRIGGER}{MOVE}"
    if language == "en":
        title_words = _either(words.titles)
        desc = r"(?:[A-Za-z][\w&'’-]*\s){0,3}?"
        title = rf"{desc}(?:{title_words})(?:\s(?:of|for)\s(?:(?:the|its|global)\s)?(?:[A-Za-z&-]+\s?){{1,3}})?"
        person = (
            rf"(?:(?P<pre>{former}|{current})\s)?(?:(?P<org>{o})(?:'s|’s)?\s)?(?:(?P<mid>{former}|{current})\s)?"
            rf"(?:(?P<title>{title})(?:\sat\s(?P<org2>{o}))?,?\s)?(?P<who>{p})(?:'s|’s)?"
        )
        numbers = r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands"
        group = (
            rf"(?:(?:at least|about|around|more than|over|nearly|some|up to|almost|roughly)\s)?"
            rf"(?:(?P<n>{numbers})|(?P<vague>several|many|a number of|some|most|dozens of|hundreds of|thousands of|a third of its|half of its|all))\s"
            rf"(?:of\s(?:its|the|their)\s)?(?:(?:{former}|senior|other|more|top|key|new)\s)*(?:(?P<gorg>{o})(?:'s|’s)?\s)?(?:[a-z-]+\s){{0,2}}?"
            rf"(?P<noun>{_either(words.people)})\b(?:\s(?:of|at|from)\s(?P<gorg2>{o}))?"
        )
        pronoun = r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s(?:two|three|four|pair|trio|duo)|[Tt]he\s(?:company|firm|start-up|startup|group|studio|chain|carmaker|lab|publisher|bank|retailer|airline|network|business)|[Ii]t)\b"
        generic = rf"(?P<gorg3>{o})(?:'s|’s)?\s(?P<gnoun>{_either(words.people)})\b"
        return re.compile(rf"(?:{person}|{group}|{generic}|(?P<single>[{o}{DATE}{MONEY}])|{pronoun})")
    desc = rf"[^,，。;；:：!?！？“”‘’「」『』《》\"'()（）、\n{stop}由被让将把向已曾了对从是与和于称说也都还及同]"
    counted = r"(?![^,，]{0,8}?(?:\d+|[一二三四五六七八九十两多数几])\s?(?:名|位|员大|员|个|人))"
    title = rf"{counted}{desc}{{0,16}}?(?:{_either(words.titles)})"
    person = (
        rf"(?:(?P<pre>{former}|{current})\s?)?(?:(?<!{MOVE})(?<!{MOVE}了)(?<!{MOVE}到)(?<!{MOVE}\s)(?P<org>{o})\s?(?:{o}\s?)?(?:旗下|内部)?的?\s?)?(?:(?P<mid>{former}|{current})\s?)?"
        rf"(?:(?P<title>{title}(?:[、,/兼]\s?{title}){{0,3}})(?:之一)?\s?)?[“「]?(?P<who>{p})(?:\s?(?P<after>{_either(words.titles)}))?"
    )
    approx = r"(?:(?:至少|超过|超|约|多达|逾|近|大约|高达|不少于|一共有|共有|共|总计|合计|其余|另外|另有|另)\s?)*"
    group = (
        rf"(?:(?P<gorg>{o})\s?(?:旗下|内部|这边|中)?的?\s?(?:{desc}{{0,8}}?))?{approx}(?<!第)"
        rf"(?:(?:(?P<n>\d[\d,]*|[一二三四五六七八九十百千万两俩]+)(?P<more>[多余来几])?|(?P<vague>多|数|几|好几|许多|若干|众多|数十|数百|数千|几十|几百|几千|上百|上千|近百))\s?(?:(?P<cl>名|位|人(?![均次工口生气])|员|号人)|个(?=\s?{desc}{{0,12}}?(?:{_either(words.people)})))"
        rf"|(?P<some>一些|部分|大批|不少|一批|大量|许多|多数|大多数))"
        rf"\s?(?:来自\s?)?(?:(?P<gorg2>{o})\s?的?\s?)?(?P<noun>{desc}{{0,14}}?(?:{_either(words.people)}))?"
    )
    generic = rf"(?P<gorg3>{o})\s?的?\s?(?P<gnoun>{desc}{{0,8}}?(?:{_either([w for w in (*words.people, *words.titles) if len(w) > 1])}))"
    pronoun = (
        r"(?P<pronoun>[他她]们(?:[两二三四五六七八九十]人)?|他(?![人国乡的])|她(?!的)|(?:这|那|上述|该)?(?:两|二|三|四|五|六|七|八|九|十)(?:人|者|位)(?![均次])|俩人|前者|后者"
        r"|(?:该|这家|这间|此)(?:公司|企业|机构|实验室|团队|部门|工作室|集团|平台|厂商|媒体|车厂|车企|大厂|巨头)"
        r"|(?:^|(?<=[,，。“「在对向为从给由称]))公司(?![层文股外内总里高管创上的门])|本公司|我司)"
    )
    return re.compile(rf"(?:{person}|{group}|{generic}|(?P<single>[{o}{DATE}{MONEY}])|{pronoun})")


def _chunk(match: re.Match[str], skeleton: Skeleton) -> Chunk | None:
    groups = match.groupdict()

    def entity(group: str) -> str | None:
        return skeleton.name(match.start(group)).entity if groups.get(group) else None

    start, end = match.span()
    if groups["who"]:
        org = entity("org") or entity("org2") if "org2" in groups else entity("org")
        former = _is_former(groups.get("pre")) or _is_former(groups.get("mid"))
        title = groups.get("title") or groups.get("after")
        who = skeleton.name(match.start("who"))
        return Chunk(
            "person", start, end, (who.entity,), org, former, _tidy(title), head=match.start("who"),
            orgs=((who.entity, org),) if org else (),
        )  # fmt: skip
    if single := groups["single"]:
        mention = skeleton.mentions[start]
        if isinstance(mention, NameMention):
            return Chunk("org", start, end, (mention.entity,), head=start)
        return Chunk("date" if single == DATE else "money", start, end, head=start)
    if groups["pronoun"]:
        return Chunk("pronoun", start, end, word=groups["pronoun"], head=start)
    if groups["gnoun"]:
        return Chunk("group", start, end, org=entity("gorg3"), generic=True, head=start, word=groups["gnoun"])
    return _group(groups, entity("gorg") or entity("gorg2"), start, end)


def _group(groups: dict[str, str | None], org: str | None, start: int, end: int) -> Chunk | None:
    figure = groups.get("n")
    if figure is None and groups.get("noun") is None and not groups.get("cl"):
        return None
    count = _count(figure) if figure else None
    one = count == 1
    return Chunk(
        "group", start, end, org=org, count=None if one else count, generic=one,
        word=groups.get("noun") or groups.get("cl") or "", head=start,
    )  # fmt: skip


_ENGLISH_NUMBERS = {
    w: i
    for i, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


def _count(figure: str) -> int | None:
    word = figure.lower()
    if word in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[word]
    value = number(figure)
    return int(value) if value is not None and value == int(value) else None


def _is_former(word: str | None) -> bool:
    return bool(word) and (word in roles("zh").former or (word or "").lower() in roles("en").former)


def _tidy(title: str | None) -> str | None:
    return title.strip(" 的,，、") or None if title else None


LIST_GAPS = {
    "zh": re.compile(
        r"\s*(?:(?:、|和|与|及|以及|跟|还有)(?:[他她]?的?(?:大学|高中|中学)?(?:同学|好友|师兄|师弟|搭档|伙伴|同事|弟弟|哥哥|妻子|丈夫))?"
        r"|/|,\s*(?:和|以及))\s*"
    ),
    "en": re.compile(r"\s*(?:,|and|, and|&|as well as|along with)\s*"),
}


def joined(chunks: list[Chunk], text: str, language: str) -> list[Chunk]:
    """Names in a list become one chunk; so do organisations."""
    out: list[Chunk] = []
    gap = LIST_GAPS[language]
    for chunk in chunks:
        last = out[-1] if out else None
        if (
            last
            and last.kind == chunk.kind
            and chunk.kind in ("person", "org")
            and gap.fullmatch(text, last.end, chunk.start)
        ):
            out[-1] = msgspec.structs.replace(
                last,
                end=chunk.end,
                ids=last.ids + tuple(i for i in chunk.ids if i not in last.ids),
                orgs=last.orgs + chunk.orgs,
                title=last.title
                if last.title and chunk.title is None
                else chunk.title
                if last.title is None
                else last.title,
            )
        else:
            out.append(chunk)
    return out
