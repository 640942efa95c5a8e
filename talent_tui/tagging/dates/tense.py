"""Whether a clause speaks of the past or the future, as far as its words say.

Looked for in the clause of the date: a future word in front of it, then the first telling word behind it. A verb of
reporting (宣布, said) tells of the past whatever it announces. Where a date only opens its sentence (12月20日，……), the
next clauses decide; behind any other clause they are no more than a hint.
"""

import re
from typing import Literal, NamedTuple

from talent_tui.lexicon.dates import Tense as TenseWords
from talent_tui.lexicon.dates import date_words

Tense = Literal["past", "future"]


class ClauseTense(NamedTuple):
    """What a clause's words tell. `sure` ones stand in the date's own clause or in the one that it opens."""

    tense: Tense | None
    sure: bool
    ahead: bool = False
    """Without tense, but of what is usually told in advance (8月20日举行)."""


_UNTOLD = ClauseTense(None, True)
_PLANNED = ClauseTense(None, True, ahead=True)
_REACH = 60
"""How many characters of a sentence count, each side: more only finds other clauses' verbs."""
_REACH_LEFT = {True: 110, False: 60}
"""In front of an English date: "will quit by mutual agreement as creative director of A on December 12"."""
_NEXT = 2
"""Characters between a word of the future and the date that it belongs to."""
_BREAK = re.compile(r"[，,；;：:。！？!?\n“”「」『』]|\.\s")
_SENTENCE = re.compile(r"[。！？!?\n；;]|\.\s")


_OBJECT = re.compile(
    "(?:他|她|它|其)(?:们|俩|二人|两人)?(?!会|在|要|继续|于|成为)|[^，,。；;]{1,30}?(?:称为|称作|视为|视作|列为|当作|当成|看作|作为|变成|变为|改为|改成|转化为|纳入|归为|誉为|比作|形容为)"
)
"""将 in front of an object: 将他拔除, 将公司称为里程碑."""


def _compile(words: TenseWords, english: bool) -> re.Pattern[str]:
    groups = (
        ("hidden", words.not_tense),
        ("planned", words.planned),
        ("scheduled", words.scheduled),
        ("future", words.future),
        ("reporting", words.reporting),
        ("past", words.past),
    )
    every = sorted(((word, name) for name, table in groups for word in table), key=lambda pair: (-len(pair[0]), pair))
    if english:
        by_name = {name: "|".join(re.escape(w) for w, n in every if n == name) for name, table in groups if table}
        body = "|".join(f"(?P<{name}>{alternatives})" for name, alternatives in by_name.items())
        return re.compile(
            rf"(?<![A-Za-z])(?:{body}|(?<!are )(?<! is )(?<! be )(?!hundred|sacred)(?P<ed>[a-z]{{3,}}(?<!e)ed))"
            "(?![A-Za-z])",
            re.IGNORECASE,
        )
    # Grouped by first character: the longest word still wins, and fewer branches are tried.
    by_first: dict[str, list[str]] = {}
    for word, _ in every:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()))


_W = date_words()
_CHINESE = _compile(_W.tense, english=False)
_KIND: dict[str, str] = {
    **dict.fromkeys(_W.tense.past, "past"),
    **dict.fromkeys(_W.tense.reporting, "reporting"),
    **dict.fromkeys(_W.tense.future, "future"),
    **dict.fromkeys(_W.tense.not_tense, "hidden"),
    **dict.fromkeys(_W.tense.planned, "planned"),
    **dict.fromkeys(_W.tense.scheduled, "scheduled"),
}
_ENGLISH = _compile(_W.english.tense, english=True)
_WEAK_FUTURE = frozenset({"将", "会", "能", "要", "应", "可能", "望"})


_OUGHT = re.compile("[该当将会在于由为予可能有尽把对不要按如至以立及从是得自被向]")
_BARE = frozenset({"quit", "cut", "let", "put", "set", "shut", "split", "become", "come", "run"})
"""Past forms that look like the bare one."""


class _Marker(NamedTuple):
    """A telling word: where it ends, its kind, the word."""

    end: int
    kind: str
    word: str


def _markers(text: str, english: bool) -> list[_Marker]:
    """The telling words of a clause, in order."""
    out: list[_Marker] = []
    if english:
        for match in _ENGLISH.finditer(text):
            if match[0] == "May":
                # The month.
                continue
            kind = match.lastgroup or "past"
            if out and out[-1].kind == "future" and match[0].lower() in _BARE and match.start() - out[-1].end <= 1:
                # Will quit: the bare form.
                continue
            out.append(_Marker(match.end(), "past" if kind == "ed" else kind, match[0].lower()))
        return out
    for match in _CHINESE.finditer(text):
        kind = _KIND[match[0]]
        if match[0] == "应" and not _OUGHT.match(text, match.end()):
            # 周应波: part of a name.
            continue
        if kind != "hidden":
            out.append(_Marker(match.end(), kind, match[0]))
    return out


_OPENING = re.compile(
    r"^[\s\"'“]*(?:[到就早直等]|直到|等到|早在|就在|而在|在|于|从|自|但|而|据悉|其中|当时"
    r"|[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Bb]ut [io]n|[Aa]nd)?(?: the)?[\s]*$"
)
_WHAT_FOR = re.compile(r" to [a-z]+ ")
_TAKES_OFFICE = re.compile("起(?:正式)?(?:出任|担任|接任|兼任|接掌|执掌|转任|接替|生效|履新)")
_ADVERBIAL = re.compile(r"^.{0,6}$|(?:[上中里时后前间内起晚夜际]|会|后来)$")


def tense_of(text: str, start: int, end: int, stop: int, english: bool) -> ClauseTense:
    """The tense of the clause around the date at `start` to `end`.

    `stop` is where the next date begins: what stands behind that belongs to it.
    """
    left = text[max(0, start - _REACH_LEFT[english]) : start]
    if breaks := list(_BREAK.finditer(left)):
        left = left[breaks[-1].end() :]
    before = [m for m in _markers(left, english) if m.kind != "scheduled"]
    if before and (told := _told_before(left, before, english)) is not None:
        return told
    if not english and _TAKES_OFFICE.match(text, end - text.endswith("起", 0, end)):
        # 由9月1日起出任: usually told in advance.
        return _PLANNED
    if english and before and before[-1].kind == "past" and _WHAT_FOR.match(text, end):
        # hired him in March to be its chief, left in May to start a firm: what for.
        return ClauseTense("past", True)
    sentence = text[end : min(stop, end + _REACH)]
    if edge := _SENTENCE.search(sentence):
        sentence = sentence[: edge.start()]
    clauses = _BREAK.split(sentence)
    # A date alone, or 在6月的会上: what the sentence tells comes next.
    opens = bool(_OPENING.match(left)) and bool(_ADVERBIAL.search(clauses[0]))
    at = end
    for number, clause in enumerate(clauses):
        at = text.find(clause, at)
        markers = _markers(clause, english)
        if number and markers and markers[-1].kind == "future" and stop - at - markers[-1].end <= _NEXT:
            # 8月，公司换帅，预计年底前……: the future is that of the next date.
            markers = markers[:-1]
        tense = _told_by(text, at, markers)
        if tense == "planned":
            return _PLANNED
        if tense == "scheduled":
            return ClauseTense("past", True) if before else _PLANNED
        if tense is not None:
            return ClauseTense("future" if tense == "future" else "past", number == 0 or opens)
        at += len(clause)
        if before and number == 0:
            return ClauseTense("past", True)
    if english and _OPENING.match(left) and not clauses[0].strip(" ."):
        return _of_the_sentence(text, start)
    return _UNTOLD


def _of_the_sentence(text: str, start: int) -> ClauseTense:
    """Will hand over to Y, his finance chief, on February 1: what closes a sentence goes with its first verb."""
    left = text[max(0, start - 2 * _REACH) : start]
    if breaks := list(_SENTENCE.finditer(left)):
        left = left[breaks[-1].end() :]
    first = next((m for m in _markers(left, english=True) if m.kind in ("future", "past")), None)
    return ClauseTense("future", True) if first is not None and first.kind == "future" else _UNTOLD


def _told_before(left: str, before: list[_Marker], english: bool) -> ClauseTense | None:
    """What the words in front of the date tell, None where those behind it decide."""
    last = before[-1]
    near = len(left) - last.end
    if last.kind == "planned":
        return _PLANNED
    if last.kind == "future":
        # 此前预计: what was expected once is told of the past.
        once = len(before) > 1 and before[-2].word in ("此前", "曾", "曾经", "一度", "原本")
        return ClauseTense("past" if once else "future", True)
    if english and near <= 8:
        # will be announced Thursday: what is to come may stand in the passive.
        coming = len(before) > 1 and before[-2].kind == "future" and last.end - before[-2].end <= 18
        return ClauseTense("future" if coming else "past", True)
    if not english and last.kind == "past" and last.word != "已" and near <= 2:
        return ClauseTense("past", True)
    return None


def _told_by(text: str, at: int, markers: list[_Marker]) -> str | None:
    """The kind of a clause that begins at `at`: of its first telling word."""
    scheduled = False
    for number, marker in enumerate(markers):
        if marker.kind == "scheduled":
            scheduled = True
            continue
        if marker.kind == "future":
            # 将 also marks an object (将办公室搬到了, 将它称为): what stands behind says so.
            if marker.word in _WEAK_FUTURE and any(m.word in ("了", "已", "已经", "曾") for m in markers[number + 1 :]):
                return "past"
            if marker.word == "将" and _OBJECT.match(text, at + marker.end):
                continue
        return marker.kind
    return "scheduled" if scheduled else None
