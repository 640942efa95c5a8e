"""A sentence with its mentions folded to one character each, so that patterns can speak of mentions.

"6月28日,OpenAI的Mark Chen说" becomes "D,O的P说" (with private-use characters for D, O, P). A name that is repeated
in brackets behind itself (萨姆·奥尔特曼(Sam Altman)) and quotation marks around a name fold into the name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from talent_tui.model import AmountMention, DateMention, NameMention, Sentence, Tagged

PERSON, ORG, DATE, MONEY = "\ue000", "\ue001", "\ue002", "\ue003"
TRIGGER = "\ue004"
"""Stands for each character of a trigger word in `shadow` texts."""
MOVE = "\ue005"
"""The same for a word of moving, whose object is the organisation behind it."""

_NOT_OURS = dict.fromkeys(range(0xE000, 0xE010), "\ufffd")
"""Private-use characters of the article itself (icons of a page's font) are none of the symbols above."""

Mention = NameMention | DateMention | AmountMention

_REPEATED = re.compile(r"([\ue000\ue001])\s?[(（]\s?([\ue000\ue001])\s?[)）]")
_QUOTED = re.compile(r"[“‘「『《\"]([\ue000\ue001])[”’」』》\"]")


_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_WHOLE_SENTENCE = 4
"""Latin words that make a sentence of English rather than a name or a title."""


class Skeleton:
    """A sentence as a pattern sees it. `text[i]` stands for the clean characters `starts[i]` to `ends[i]`."""

    def __init__(self, sentence: Sentence, clean: str, mentions: Sequence[Mention]) -> None:
        """Fold `mentions`, which are sorted, disjoint and inside the sentence."""
        self.sentence = sentence
        self.clean = clean
        text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.mentions: dict[int, Mention] = {}
        at = sentence.start
        written = clean[sentence.start : sentence.end].translate(_NOT_OURS)
        for mention in mentions:
            for i in range(at, mention.start):
                text.append(written[i - sentence.start])
                self.starts.append(i)
                self.ends.append(i + 1)
            self.mentions[len(text)] = mention
            text.append(_symbol(mention))
            self.starts.append(mention.start)
            self.ends.append(mention.end)
            at = mention.end
        for i in range(at, sentence.end):
            text.append(written[i - sentence.start])
            self.starts.append(i)
            self.ends.append(i + 1)
        self.text = "".join(text)
        self._fold(_QUOTED, same_entity=False)
        self._fold(_REPEATED, same_entity=True)

    def language(self, article: str) -> str:
        """The language in which the sentence is read: that of its `article`, unless it is wholly in the other one."""
        text = self.clean[self.sentence.start : self.sentence.end]
        if article == "zh" and not _HAN.search(text) and len(_LATIN_WORD.findall(text)) >= _WHOLE_SENTENCE:
            return "en"
        if article == "en" and len(_HAN.findall(text)) > 2 * len(_LATIN_WORD.findall(text)):
            return "zh"
        return article

    def _fold(self, pattern: re.Pattern[str], *, same_entity: bool) -> None:
        """Fold matches into their first mention, from right to left so that indices stay true."""
        for match in reversed(list(pattern.finditer(self.text))):
            a, b = match.span()
            first, last = match.start(1), match.start(match.lastindex or 1)
            kept = self.mentions[first]
            other = self.mentions[last]
            if same_entity and getattr(kept, "entity", None) != getattr(other, "entity", None):
                continue
            start, end = self.starts[a], self.ends[b - 1]
            self.text = self.text[:a] + self.text[first] + self.text[b:]
            self.starts[a:b] = [start]
            self.ends[a:b] = [end]
            shift = b - a - 1
            moved = {i if i < a else i - shift: m for i, m in self.mentions.items() if i < a or i >= b}
            moved[a] = kept
            self.mentions = moved

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets of skeleton characters `start` to `end` (not empty)."""
        return self.starts[start], self.ends[end - 1]

    def at(self, clean_offset: int) -> int:
        """The skeleton index of the character that holds a clean offset."""
        return max(0, bisect_left(self.ends, clean_offset + 1))

    def name(self, index: int) -> NameMention:
        """The person or organisation at a skeleton index."""
        mention = self.mentions[index]
        assert isinstance(mention, NameMention)
        return mention


def _symbol(mention: Mention) -> str:
    if isinstance(mention, DateMention):
        return DATE
    if isinstance(mention, AmountMention):
        return MONEY
    return PERSON if mention.kind == "person" else ORG


def skeletons(tagged: Tagged) -> list[Skeleton]:
    """One skeleton a sentence, in order. Where mentions overlap, names win over dates, dates over amounts."""
    mentions: list[Mention] = sorted(
        [*tagged.names, *tagged.dates, *tagged.amounts], key=lambda m: (m.start, _RANK[type(m)], -m.end)
    )
    out, i = [], 0
    for sentence in tagged.sentences:
        while i < len(mentions) and mentions[i].start < sentence.start:
            i += 1
        inside: list[Mention] = []
        while i < len(mentions) and mentions[i].start < sentence.end:
            mention = mentions[i]
            if mention.end <= sentence.end and (not inside or mention.start >= inside[-1].end):
                inside.append(mention)
            elif inside and _RANK[type(mention)] < _RANK[type(inside[-1])] and mention.end <= sentence.end:
                inside[-1] = mention
            i += 1
        out.append(Skeleton(sentence, tagged.clean.text, inside))
    return out


_RANK: dict[type, int] = {NameMention: 0, DateMention: 1, AmountMention: 2}
