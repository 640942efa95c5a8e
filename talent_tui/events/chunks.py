"""Noun phrases over a skeleton: who is named, with which title, at which organisation; who is counted.

"前DeepMind研究员迈克·瓦尔科" is one person chunk that knows an organisation and that it is a former one; "至少八名
OpenAI核心研究员" one group chunk with a count. Chunks are in skeleton offsets, sorted and disjoint.
"""

import re

import msgspec

from talent_tui.events.phrases import phrase_pattern
from talent_tui.events.skeleton import DATE, MOVE, TRIGGER, Skeleton
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.numerals import number
from talent_tui.lexicon.roles import roles
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
    implied: bool = False
    """Whether `org` is not in the phrase: a bare title is taken to be of the firm spoken of."""
    orgs: tuple[tuple[str, str], ...] = ()
    """For people: (person, organisation) pairs that the phrase itself gives."""


_MOVING = frozenset({"join", "return", "leave"})


def find_chunks(skeleton: Skeleton, triggers: list[Trigger], language: str) -> list[Chunk]:
    """All noun phrases of a sentence, lists of names joined."""
    shadow = list(skeleton.text)
    for trigger in triggers:
        for i in range(trigger.start, trigger.end):
            shadow[i] = MOVE if _MOVING & set(trigger.frames) else TRIGGER
    text = "".join(shadow)
    chunks = []
    for match in phrase_pattern(language).finditer(text):
        chunk = _chunk(match, skeleton, language)
        if chunk is not None:
            chunks.append(chunk)
    return joined(chunks, skeleton.text, language)


def _chunk(match: re.Match[str], skeleton: Skeleton, language: str) -> Chunk | None:
    groups = match.groupdict()

    def entity(group: str) -> str | None:
        return skeleton.name(match.start(group)).entity if groups.get(group) else None

    start, end = match.span()
    if groups["who"]:
        org = entity("org") or entity("org2") if "org2" in groups else entity("org")
        former = _is_former(groups.get("pre")) or _is_former(groups.get("mid")) or bool(groups.get("left"))
        # 来自A的X当选B董事: A is where he was.
        former = former or (org is not None and skeleton.text.endswith("来自", 0, start))
        title = groups.get("title") or groups.get("after")
        who = skeleton.name(match.start("who"))
        if (
            groups["title"]
            and "," in skeleton.text[match.end("title") : match.start("who")]
            and _OF_THE_ONE_BEFORE.search(skeleton.text, 0, match.end("title"))
        ):
            # X, its founder, Y, its president, and Z: the title is X's.
            return Chunk("person", match.start("who"), end, (who.entity,), head=match.start("who"))
        return Chunk(
            "person", start, end, (who.entity,), org, former, _tidy(title), head=match.start("who"),
            orgs=((who.entity, org),) if org else (),
        )  # fmt: skip
    if single := groups["single"]:
        mention = skeleton.mentions[start]
        if isinstance(mention, NameMention):
            return Chunk("org", start, end, (mention.entity,), head=start)
        return Chunk("date" if single == DATE else "money", start, end, head=start)
    if groups.get("owner"):
        owner = skeleton.name(match.start("owner")).entity
        return Chunk("pronoun", start, end, (owner,), word="his firm", head=start)
    if groups.get("product"):
        return Chunk("pronoun", start, end, word="maker", title=groups["product"], head=start)
    if groups.get("thisone"):
        return Chunk("pronoun", start, end, word="这位", head=start)
    if groups.get("this"):
        former = _is_former(groups.get("tpre")) or _is_former(groups.get("tmid"))
        return Chunk(
            "pronoun",
            start,
            end,
            org=entity("torg"),
            former=former,
            word="这位" if language == "zh" else "he",
            head=start,
        )
    if groups["pronoun"]:
        return Chunk("pronoun", start, end, word=groups["pronoun"], head=start)
    if groups["gnoun"]:
        return Chunk("group", start, end, org=entity("gorg3"), generic=True, head=start, word=groups["gnoun"])
    return _group(groups, entity("gorg") or entity("gorg2"), start, end)


_OF_THE_ONE_BEFORE = re.compile(r"\ue000,\s(?:its|the|his|her|their|an?)\s(?:[A-Za-z-]+\s){0,5}?[A-Za-z -]+$")


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


_ENGLISH_NUMBERS = {"both": 2} | {
    word: value
    for value, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), 2)
}


def _count(figure: str) -> int | None:
    word = figure.lower()
    if word == "half a dozen":
        return 6
    if word.endswith(" dozen"):
        return 12 * {"a": 1, "two": 2, "three": 3, "four": 4}[word.split()[0]]
    if word in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[word]
    value = number(figure)
    return int(value) if value and value == int(value) else None


def _is_former(word: str | None) -> bool:
    return bool(word) and (word in roles("zh").former or (word or "").lower() in roles("en").former)


def _tidy(title: str | None) -> str | None:
    return title.strip(" 的,，、") or None if title else None


LIST_GAPS = {
    "zh": re.compile(
        r"\s*(?:(?:、|和|与)(?:人称|外号|绰号|江湖人称)(?:[“「][^”」,，。]{1,8}[”」]的)?"
        r"|(?:、|和|与|及|以及|跟|还有)(?:[他她]?的?(?:前|昔日|老)?(?:大学|高中|中学)?(?:同学|好友|师兄|师弟|搭档|伙伴|同事|老部下|部下|旧部|老友|拍档|弟弟|哥哥|兄长|胞兄|胞弟|胞妹|姐姐|妹妹|父亲|母亲|儿子|女儿|长子|次子|堂弟|表弟|合伙人|妻子|丈夫))?"
        r"|/|,\s*(?:和|以及))\s*"
    ),
    "en": re.compile(
        r"\s*(?:,|and|, and|&|as well as|along with"
        r"|,\s(?:the|its|an?|his|her)\s[^,.;\ue000-\ue005]{3,40},(?:\sand)?)\s*"
    ),
}


def _is_no_member(chunk: Chunk, text: str) -> bool:
    """Salesforce, Slack's owner; having paid for A, it …: an apposition or the next clause, no list."""
    return bool(chunk.word) or text.startswith(("'s", "’s"), chunk.end)


def _counts_them(people: Chunk, group: Chunk) -> bool:
    """X、Y和Z三人: a number right behind a list of names counts those who have been named."""
    counted = people.kind == "person" and group.kind == "group" and group.count == len(people.ids) > 1
    return counted and group.start - people.end <= 1


_SAYS_WHO_THEY_ARE = re.compile(r",\s|\s[—–]\s")
_ALL_OF_THEM = re.compile(r"(?:all|both)\s", re.IGNORECASE)


def _describes_them(people: Chunk, group: Chunk, text: str) -> bool:
    """X, Y and Z, three of the founders of A: who they are, not others besides them."""
    if people.kind != "person" or group.kind != "group" or not group.org or len(people.ids) < 2:
        return False
    many = group.count == len(people.ids) or (group.count is None and _ALL_OF_THEM.match(text, group.start))
    return bool(many) and _SAYS_WHO_THEY_ARE.fullmatch(text, people.end, group.start) is not None


WITH_EACH_OTHER = re.compile(r"\s?(?:最终|彻底|就此)?(?:分家|分手|分道扬镳|决裂|反目|闹翻|不和|交恶|翻脸|失和|闹掰)")
"""齐向东与周鸿祎分家,离开360: the first one leaves."""


def joined(chunks: list[Chunk], text: str, language: str) -> list[Chunk]:
    """Names in a list become one chunk; so do organisations."""
    out: list[Chunk] = []
    gap = LIST_GAPS[language]
    for chunk in chunks:
        last = out[-1] if out else None
        if (
            last
            and last.kind == chunk.kind == "person"
            and last.ids[-1:] == chunk.ids
            and text[last.end : chunk.start] == "的"
        ):
            # 人称“楼教主”的楼天城.
            out[-1] = msgspec.structs.replace(last, end=chunk.end)
            continue
        if last and _counts_them(last, chunk):
            out[-1] = msgspec.structs.replace(last, end=chunk.end)
            continue
        if last and language == "en" and chunk.org and _describes_them(last, chunk, text):
            pairs = tuple((person, chunk.org) for person in last.ids)
            out[-1] = msgspec.structs.replace(last, end=chunk.end, org=chunk.org, orgs=pairs)
            continue
        if (
            last
            and last.kind == chunk.kind
            and chunk.kind in ("person", "org")
            and gap.fullmatch(text, last.end, chunk.start)
            and not (language == "zh" and WITH_EACH_OTHER.match(text, chunk.end))
            and not (chunk.kind == "org" and text[last.end : chunk.start] == ", " and _is_no_member(chunk, text))
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
