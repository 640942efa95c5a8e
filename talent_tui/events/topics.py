"""What an article and its lines are about: the organisation that "the company" means there."""

import re
from collections.abc import Iterator

from talent_tui.events.centre import centre_of
from talent_tui.events.memory import Memory
from talent_tui.events.roster import is_entry
from talent_tui.events.scene import Scene
from talent_tui.lexicon.word_classes import is_a


def _weights(scene: Scene, memory: Memory) -> Iterator[tuple[str, float]]:
    """The firms that a sentence names, in order, each with what the mention counts."""
    for at, mention in sorted(scene.skeleton.mentions.items()):
        org = getattr(mention, "entity", None)
        if org in memory.companies and memory.companies[org].kind not in ("outlet", "team", "university", "body"):
            passing = (
                scene.text[:at].endswith(_FROM_ELSEWHERE)
                or scene.ends_a_move(at)
                or _is_aimed_at(scene, at)
                or (scene.language == "zh" and _ONLY_BESIDE.match(scene.text, at + 1))
            )
            yield org, _IN_PASSING if passing else 1.0


def _is_aimed_at(scene: Scene, at: int) -> bool:
    """Whether a Chinese word of moving stands in front: 转任A执行长, 去了死对头A."""
    if scene.language != "zh":
        return False
    moving = (
        t for t in scene.triggers if t.end <= at and ({"join", "return"} & set(t.frames) or is_a(t.word, "transfers"))
    )
    return any(_STRAIGHT_TO.fullmatch(scene.text, t.end, at) for t in moving)


_STRAIGHT_TO = re.compile(r"[^,，。;；、\ue000-\ue005]{0,8}")


def article_topic(scenes: list[Scene], memory: Memory) -> str | None:
    """The organisation that an article is about: named most, the headline and the opening counting for more."""
    totals: dict[str, float] = {}
    for number, scene in enumerate(scenes):
        opening = _HEADLINE if number == 0 else _OPENING if number < 3 else 0.0
        for org, weight in _weights(scene, memory):
            totals[org] = totals.get(org, opening if weight == 1.0 else 0.0) + weight
    # Of two named alike the one named first: max keeps it, as the dictionary is in the order of the text.
    return max(totals, key=lambda o: totals[o]) if totals else None


_HEADLINE, _OPENING = 1.5, 0.5
"""Further mentions that standing in the headline, or in the two sentences behind it, is worth."""


_HEAD = re.compile(r"\s*[\"“*•■-]?\s?(?:At\s|And\s)?\ue001(?:'s)?\s?[.:?!—–-]")
"""xAI. …, Anthropic: …"""


def heads_by_line(scenes: list[Scene], memory: Memory) -> dict[int, str]:
    """The organisation that opens a line alone."""
    out: dict[int, str] = {}
    seen: set[int] = set()
    for scene in scenes:
        line = scene.skeleton.sentence.line
        if line in seen:
            continue
        seen.add(line)
        if scene.language == "en" and _HEAD.match(scene.text):
            org = next((c.ids[0] for c in scene.chunks if c.kind == "org"), None)
            if org is not None and not memory.is_outlet(org):
                out[line] = org
    return out


def topics_by_line(scenes: list[Scene], memory: Memory) -> dict[int, str]:
    """The organisation that each line is about: the article's where it is named, else the one named most.

    Standing first counts for more. In a round-up of the week each paragraph has its own.
    """
    weights: dict[int, dict[str, float]] = {}
    told: set[tuple[int, str]] = set()
    first: set[tuple[int, str]] = set()
    bulleted: set[int] = set()
    above = -1
    for scene in scenes:
        number = scene.skeleton.sentence.line
        if scene.text.lstrip().startswith(_BULLETS):
            bulleted.add(number)
        if is_entry(scene):
            # A line of a list goes on with what the text above it is about.
            weights.setdefault(number, dict(weights.get(above, {})))
            continue
        opens, above = number != above, number
        counted = weights.setdefault(number, {})
        for org, weight in _weights(scene, memory):
            counted[org] = counted.get(org, 0.0 if counted else _FIRST_NAMED * weight) + weight
            if weight == 1.0 and opens:
                first.add((number, org))
            if weight == 1.0 and scene.language == "zh":
                told.add((number, org))
        if scene.language == "en" and opens and (centre := centre_of(scene)) is not None:
            # In English only who acts is what a paragraph is about: not a firm that somebody buys.
            told.add((number, centre))
    article, english = memory.topic, memory.language == "en"
    out: dict[int, str] = {}
    goes_on = None
    for line, orgs in sorted(weights.items()):
        about = memory.heads.get(line)
        if about is not None:
            pass
        elif article is not None and orgs and (article in orgs or line in bulleted):
            about = article
        elif any((line, o) in told for o in orgs):
            mine = {o: w for o, w in orgs.items() if (line, o) in (told if english else first)} or orgs
            about = max(mine, key=lambda o: mine[o])
        elif not orgs or english:
            # A paragraph that names no firm goes on with what the one above it is about.
            about = goes_on
        if about is not None:
            out[line] = goes_on = about
    return out


def lines_that_name(org: str | None, scenes: list[Scene]) -> frozenset[int]:
    """The lines in which an organisation is named."""
    return frozenset(s.skeleton.sentence.line for s in scenes if org in s.orgs(0, len(s.text)))


_BULLETS = ("•", "·", "- ", "* ", "–", "—", "■", "●", "▪")
"""A line of a list goes on with what the article is about, whoever it names."""


_FROM_ELSEWHERE = ("从", "前", "原", "来自", "离开", "股东", "母公司", "投资方", "投资人", "老东家", "前东家", "旧主")
_ONLY_BESIDE = re.compile(r"\s?(?:领投|跟投|参投|入股|注资|投了|系|出身|旧人|旧部|背景|等机构)")
"""A领投了新一轮: who only puts money in is not what is spoken of."""


_IN_PASSING = 0.3
"""What a mention counts that only says where somebody came from."""


_FIRST_NAMED = 1.5
"""Further mentions that standing first in a paragraph is worth."""
