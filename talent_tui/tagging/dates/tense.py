"""Whether a clause speaks of the past or the future, as far as its words say.

Looked for in the clause of the date: a future word in front of it, then the first telling word behind it. A verb of
reporting (宣布, said) tells of the past whatever it announces. Where a date is a clause by itself, the next clauses of
its sentence decide.
"""

import re
from typing import Literal

from talent_tui.lexicon.dates import Tense as TenseWords
from talent_tui.lexicon.dates import date_words

Tense = Literal["past", "future"]

_REACH = 60
"""How many characters of a sentence count, each side: more only finds other clauses' verbs."""
_BREAK = re.compile(r"[，,；;：:。！？!?\n“”「」『』]|\.\s")
_SENTENCE = re.compile(r"[。！？!?\n；;]|\.\s")


_OBJECT = re.compile(
    "[^，,。；;]{1,30}?(?:称为|称作|视为|视作|列为|当作|当成|看作|作为|变成|变为|改为|改成|转化为|纳入|归为|誉为|比作|形容为)"
)
"""将 in front of an object: 将它称为里程碑."""


def _compile(words: TenseWords, english: bool) -> re.Pattern[str]:
    groups = (
        ("hidden", words.not_tense),
        ("future", words.future),
        ("reporting", words.reporting),
        ("past", words.past),
    )
    every = sorted(((word, name) for name, table in groups for word in table), key=lambda pair: (-len(pair[0]), pair))
    if english:
        by_name = {name: "|".join(re.escape(w) for w, n in every if n == name) for name, table in groups if table}
        body = "|".join(f"(?P<{name}>{alternatives})" for name, alternatives in by_name.items())
        return re.compile(rf"(?<![A-Za-z])(?:{body}|(?P<ed>[a-z]{{3,}}ed))(?![A-Za-z])", re.IGNORECASE)
    return re.compile("|".join(re.escape(word) for word, _ in every))


_W = date_words()
_CHINESE = _compile(_W.tense, english=False)
_KIND: dict[str, str] = (
    {w: "past" for w in _W.tense.past}
    | {w: "reporting" for w in _W.tense.reporting}
    | {w: "future" for w in _W.tense.future}
    | {w: "hidden" for w in _W.tense.not_tense}
    | {w: "planned" for w in _W.tense.planned}
)
_ENGLISH = _compile(_W.english.tense, english=True)
_WEAK_FUTURE = frozenset({"将", "会", "能", "要", "应", "可能", "望"})


def _markers(text: str, english: bool) -> list[tuple[int, int, str, str]]:
    """Start, end, kind and word of each telling word."""
    out: list[tuple[int, int, str, str]] = []
    if english:
        for match in _ENGLISH.finditer(text):
            kind = match.lastgroup or "past"
            out.append((match.start(), match.end(), "past" if kind == "ed" else kind, match[0]))
        return out
    for match in _CHINESE.finditer(text):
        kind = _KIND[match[0]]
        if kind != "hidden":
            out.append((match.start(), match.end(), kind, match[0]))
    return out


def tense_of(text: str, start: int, end: int, stop: int, english: bool) -> Tense | None:
    """The tense of the clause around the date at `start` to `end`, None where no word tells.

    `stop` is where the next date begins: what stands behind that belongs to it.
    """
    left = text[max(0, start - _REACH) : start]
    if breaks := list(_BREAK.finditer(left)):
        left = left[breaks[-1].end() :]
    before = _markers(left, english)
    if before:
        last = before[-1]
        if last[2] == "planned":
            return None
        if last[2] == "future":
            # 此前预计: what was expected once is told of the past.
            return "past" if len(before) > 1 and before[-2][3] in ("此前", "曾", "曾经", "一度", "原本") else "future"
        if english and last[2] == "reporting" and len(left) - last[1] <= 8:
            return "past"
        if not english and last[2] == "past" and last[3] != "已" and len(left) - last[1] <= 2:
            return "past"
    sentence = text[end : min(stop, end + _REACH)]
    if edge := _SENTENCE.search(sentence):
        sentence = sentence[: edge.start()]
    for clause in _BREAK.split(sentence):
        markers = _markers(clause, english)
        if not markers:
            continue
        kind, word = markers[0][2], markers[0][3]
        if kind == "planned":
            return None
        if kind == "future":
            # 将 also marks an object (将办公室搬到了): a 了 or 已 behind it says so.
            if word in _WEAK_FUTURE and any(m[3] in ("了", "已", "已经", "曾") for m in markers[1:]):
                return "past"
            if word == "将" and _OBJECT.match(text, end + sentence.find(clause) + markers[0][1]):
                continue
            return "future"
        return "past"
    if before:
        return "past"
    return None
