"""The day of an event: that of its clause, else of its sentence, else of the event that it continues.

Never the day of the saying for the day of the deed where the deed has one of its own; what is planned without a date
claims none; what merely has no date happened some time up to publication.
"""

import re
from datetime import date, timedelta

from talent_tui.events.counted import counted_after
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.model import NO_DATE, DateMention, DateSpan, Publication

SENTENCE_DATE = "the date of its sentence"
"""Why an event has the date of another clause."""
EARLIER = "it came before the rest"
"""Why an event has no date though the text around it has one."""


def find_date(scene: Scene, clause: Clause, at: int, *, saying: bool = False) -> tuple[DateMention | None, str | None]:
    """The date mention that dates what the trigger at `at` tells, and why if it is not the clause's own.

    What stands behind a word of `saying` dates what is said, not the saying.
    """
    own = scene.dates(clause.start, clause.end)
    put_off = None if saying else _PUT_OFF.search(scene.text, at, clause.end)
    if put_off:
        # 公测由明年1月延到明年夏天: the day that now holds.
        return next(m for i, m in own if i == put_off.end() - 1), None
    if scene.language == "en" and _NOW.match(scene.text, at):
        # Retired in 2023 and now heads A: not in 2023.
        later = [m for i, m in own if i >= at]
        return (later[0], None) if later else (None, EARLIER)
    if scene.language == "zh" and own:
        # 跳槽A两年后离开: the span belongs to the word right behind it.
        own = [(i, m) for i, m in own if i < at or not _counts_to_another(scene, clause, at, i, m)]
    before = [(i, m) for i, m in own if i < at]
    after = [m for i, m in own if i >= at]
    # She was chief until May and founded A in July: what stands before the "and" belongs to the other verb.
    elsewhere = bool(before and after) and scene.language == "en" and _NEW_VERB.search(scene.text[before[-1][0] : at])
    said = (
        before and after and not saying and scene.language == "en" and _says_between(scene, clause, before[-1][0], at)
    )
    deadline = (
        said and not _dates_a_move(clause, at) and re.search(r"\bby\s(?:the\s)?\S*$", _words_before(scene, after[0]))
    )
    if said and not deadline and not _is_vague(after[0]):
        # A said on Thursday that X would go in January: in January.
        return after[0], None
    if before and not elsewhere:
        return before[-1][1], None
    if (
        after
        and saying
        and scene.language == "en"
        and own[0][0] - at <= 36
        and not any(at < t.start < own[0][0] for t in clause.triggers)
    ):
        # "said on Monday": close behind the word it is the day of the saying.
        return after[0], None
    if after and not saying and not _is_vague(after[0]):
        return after[0], None
    counted = counted_after(scene, clause, at) if not saying else None
    if counted is not None:
        return counted, None
    position = scene.clauses.index(clause)
    vague: DateMention | None = None
    arrival, because = (None, None) if saying else _from_later(scene, clause, position, saying=False)
    if arrival is not None and not (_CLOSED.search(scene.text, clause.end) and scene.dates(0, clause.start)):
        # 宣布X出任CEO,11月1日到任: the day on which it begins, not that of the news.
        return arrival, because
    if not saying and _EARLIER_STILL[scene.language].search(scene.text, clause.start, at):
        # 谢剑3月离职,焦可更早出走: not in March.
        return (after[0], None) if after else (None, EARLIER)
    segment = max(scene.text.rfind(mark, 0, clause.start) for mark in "；;") + 1
    earlier_dates = scene.dates(segment, clause.start)
    if saying and position and len(earlier_dates) > 1 and not scene.clauses[position - 1].triggers:
        near = scene.dates(scene.clauses[position - 1].start, clause.start)
        if near and not _is_vague(near[-1][1]):
            # 2015年创办A,2023年4月,A发文: the date that stands right before the saying.
            return near[-1][1], SENTENCE_DATE
    if saying and earlier_dates and not _is_vague(earlier_dates[0][1]):
        # What opens the sentence dates the saying; what stands between belongs to what is said.
        return earlier_dates[0][1], SENTENCE_DATE
    goes_on = _PARTICIPLE.match(scene.text, clause.start)
    for number, earlier in reversed(list(enumerate(scene.clauses[:position]))):
        inner = number and earlier.triggers and scene.language == "en" and _INNER.match(scene.text, earlier.start)
        if (
            inner
            and not saying
            and not (goes_on and number == position - 1)
            and not _INNER.match(scene.text, clause.start)
        ):
            # X, appointed in October 2023 to replace Y, will not stay on: not in 2023.
            # But: A, which went public in March, raising $1.5 billion.
            continue
        for _, mention in reversed(scene.dates(earlier.start, earlier.end)):
            if not _is_vague(mention):
                return mention, SENTENCE_DATE
            vague = vague or mention
    if vague is not None:
        return vague, SENTENCE_DATE
    if after and not saying:
        return after[0], None
    return _from_later(scene, clause, position, saying=True) if saying else (None, None)


_PUT_OFF = re.compile(
    r"(?:[延改推挪]|推迟|延期|延后|顺延|提前)[到至]\ue002"
    r"|(?:pushed back|put back|postponed|delayed|moved|brought forward)[^.;]{0,30}? (?:to|until) \ue002",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s*(?:on\s|last\s|in\s|earlier\s)?\ue002", re.IGNORECASE)
_EARLIER_STILL = {
    "zh": re.compile(r"更早|早前|先前|早已|早就"),
    "en": re.compile(r"\b(?:earlier|before that|previously|had already|had earlier)\b", re.IGNORECASE),
}


def _counts_to_another(scene: Scene, clause: Clause, at: int, where: int, mention: DateMention) -> bool:
    """Whether a span counted from what is told (两年后) stands right before another word of the clause."""
    words = mention.value.text or ""
    if not words.endswith(("后", "後")):
        return False
    return any(at < t.start and where < t.start <= where + 3 for t in clause.triggers)


_NOW = re.compile(r"(?:is |are )?(?:now|currently)\b", re.IGNORECASE)
_NEW_VERB = re.compile(r"\b(?:and|but|then|before|after)\b")
_REPORTED_ON = re.compile(r"^\s(?:the\s)?\ue001\s(?:first\s)?reported\s(?:on\s)?\ue002")
_TO_THEN = re.compile(r"\sto\s(?:rival\s)?\ue001\s(?:in\s|on\s|last\s)?\ue002")
_WAS_THEN = re.compile(r"是(?:在)?\s?\ue002\s?的(?:事|时候)")
"""他坐上这个位子,还是2023年4月的事."""
_CLOSED = re.compile(r"签约|交割|完成交易")
"""The end of a deal dates it only where nothing else does."""
_ONLY_A_DATE = re.compile(
    r"\s*(?:and\s)?(?:in\s|on\s|at\s|by\s|at the\s|late\s|early\s)?\ue002\s?[.,;]?\s*", re.IGNORECASE
)
_SIGNED_ON = re.compile(
    r"\s(?:first\s)?(?:agreed|announced|lodged|made|struck|signed|sealed|closed|completed|launched|unveiled|tabled|filed)"
    r"\s(?:only\s)?(?:on\s|in\s|back\sin\s|last\s)?\ue002"
)
"""Its purchase of A, agreed in September 2024, …"""
_INNER = re.compile(
    r"\s(?:who|whom|whose|which|where|once|formerly|previously|appointed|named|hired|poached|promoted|elected"
    r"|brought in"
    r"|recruited|founded|co-founded|set up|launched|started|bought|acquired|created|made|installed|lured)\b",
    re.IGNORECASE,
)
"""What opens a clause that only describes whom or what stands before it."""
_PARTICIPLE = re.compile(r"\s[a-z]+ing\b")
_TAIL = re.compile(
    r"\s*(?:was|were|is|has been|had been|will be)\s[^,.;]{0,30}\ue002"
    r"|\s*(?:from|to|at|out of|away from|back from|back to|back in|as|in|on|for|just|only|last|this|earlier this|late"
    r"|early)\s",
    re.IGNORECASE,
)
"""What goes on behind an apposition, and only says where from, where to or when."""
_ARRIVES = re.compile(r"到岗|报到|到任|上任|生效|履新|入职|签约|交割|完成交易")


def _from_later(scene: Scene, clause: Clause, position: int, *, saying: bool) -> tuple[DateMention | None, str | None]:
    """被快手挖走,本周一已经到岗; "…," said X, chief executive of A, on Monday: a later clause that only dates."""
    goes_on = _PARTICIPLE.match(scene.text, clause.start)
    for later in scene.clauses[position + 1 : position + 3]:
        dates = scene.dates(later.start, later.end)
        text = scene.text[later.start : later.end]
        if dates and not saying and scene.language == "en" and _REPORTED_ON.search(text):
            return dates[0][1], SENTENCE_DATE
        if dates and not saying and scene.language == "en" and _TO_THEN.match(text):
            return dates[0][1], None
        if dates and not saying and _WAS_THEN.search(text):
            return dates[0][1], None
        told = scene.clauses[position + 1 : scene.clauses.index(later)]
        first = dates[0][0] if dates else later.start
        silent = not any(c.triggers for c in told) and not any(t.start < first for t in later.triggers)
        if dates and not saying and scene.language == "en" and _TAIL.match(text) and silent:
            # A won back its former chief, X, from B in June.
            return dates[0][1], None
        if dates and not saying and later is scene.clauses[position + 1] and _SIGNED_ON.match(text) and not goes_on:
            return dates[0][1], None
        if dates and not saying and scene.language == "en" and _ONLY_A_DATE.fullmatch(text):
            return dates[0][1], None
        if dates and (
            _BEGINS.match(text) if saying and scene.language == "en" else not saying and _ARRIVES.search(text)
        ):
            return dates[0][1], SENTENCE_DATE
    return None, None


_THAT = re.compile(r"\bthat\b")


def _dates_a_move(clause: Clause, at: int) -> bool:
    frames = {f for t in clause.triggers if t.start == at for f in t.frames}
    return bool(frames & {"join", "leave", "return", "appoint", "hire"})


def _words_before(scene: Scene, mention: DateMention) -> str:
    return scene.words(max(scene.skeleton.sentence.start, mention.start - 16), mention.start).rstrip()


def _says_between(scene: Scene, clause: Clause, dated: int, at: int) -> bool:
    """Whether a date belongs to a saying whose content goes on behind it: said on Thursday that …"""
    sayings = [t for t in clause.triggers if "say" in t.frames and t.end <= at]
    return bool(sayings) and abs(dated - sayings[-1].end) <= 8 and bool(_THAT.search(scene.text, dated, at))


def _is_vague(mention: DateMention) -> bool:
    return mention.value.start is None and bool(_NEAR.search(mention.value.text or ""))


_ON_THE_DAY = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:的)?(第一天|首日|头一天|当天|当日|首晚)")
_NEAR = re.compile(r"近期|近日|最近|日前|近来|前不久|不久前|recent")


def day_of_event(scene: Scene, told: list[Draft]) -> DateMention | None:
    """停摆的第一天: the first day of what was told before with that word."""
    for match in _ON_THE_DAY.finditer(scene.text):
        word = match[1]
        for draft in reversed(told):
            value = draft.date.value if draft.date is not None else None
            lasts = value is not None and value.start is not None and value.start != value.end
            if lasts and value is not None and value.start is not None and draft.rule.endswith(f":{word}"):
                start, end = scene.skeleton.clean_span(match.start(), match.end())
                words = scene.words(start, end)
                day = value.start
                span = DateSpan(day.isoformat(), day, day, words, "relative", because=f"counted from {value.text}")
                return DateMention(start, end, span)
    return None


def seen_from(mention: DateMention, anchor: date | None, published: Publication) -> DateMention:
    """近期 in what somebody said or did on a day means up to that day, not up to publication."""
    value = mention.value
    vague = (
        value.start is None and value.end is not None and value.end == published.end and _NEAR.search(value.text or "")
    )
    if anchor is None or not vague or value.end is None or anchor >= value.end:
        return mention
    span = DateSpan(
        f"[..{anchor.isoformat()}]", None, anchor, value.text, "relative", value.extent, "the day of the telling"
    )
    return DateMention(mention.start, mention.end, span, mention.tense)


_SHORT = timedelta(days=31)


def _is_short(value: DateSpan) -> bool:
    return value.start is not None and value.end is not None and value.end - value.start <= _SHORT


_LONG_BEFORE = timedelta(days=300)


_SETS_SCENE = re.compile(
    r"[^,，。;；\ue000-\ue004]{0,14}(?:出现在|发生在|是在|始于|要从|得从|回到|定格在|就在|落在|停在|来到)\s?(?:了\s?)?\ue002\s?(?:说起|讲起|谈起)?[。!！]?"
    r"|(?:It|That|This|Then|The)\s[^,.;\ue000-\ue004]{0,40}(?:in|on|came)\s(?:the\s)?\ue002[.!]?"
)
"""转折出现在2023年9月。 Only the time is told: whatever the next sentence tells happened then."""


class Continuity:
    """The last dated events, for sentences that go on telling without a date of their own."""

    def __init__(self) -> None:
        """Nothing told yet."""
        self._last: Draft | None = None
        self._sentence = -9
        self._actors: set[str] = set()
        self._carried: DateMention | None = None
        self._open: tuple[DateMention, int, int, frozenset[str] | None] | None = None

    def inherit(self, draft: Draft, sentence_number: int) -> None:
        """Give an undated draft the date of the event that it continues, if it is plainly the same story."""
        if draft.status in ("planned", "rumoured") or draft.type in ("pay", "offer"):
            return
        if self._open is not None:
            mention, line, number, orgs = self._open
            if line == draft.line and sentence_number - number == 1 and (orgs is None or orgs & set(draft.orgs)):
                draft.date, draft.date_because = mention, "the sentence before"
                draft.weak.append("date of the sentence before")
                return
        last = self._last
        if last is None or last.date is None or last.status in ("planned", "rumoured"):
            return
        near = sentence_number - self._sentence <= (2 if last.line == draft.line else 3)
        shared_people = self._actors & set(draft.people)
        if draft.type == "statement":
            follows = near and last.line >= draft.line - 1 and sentence_number - self._sentence <= 1
            # Who joined in 1998 and is quoted next did not speak all through 1998.
            if follows and shared_people and _is_short((self._carried or last.date).value):
                self._take(draft, last)
            return
        new_order = draft.type == "appoint" and last.type in ("reorganise", "appoint", "found")
        if not near or (last.line != draft.line and not new_order):
            return
        if set(last.orgs) & set(draft.orgs) or shared_people:
            self._take(draft, last)

    def _take(self, draft: Draft, last: Draft) -> None:
        draft.date, draft.date_because = self._carried or last.date, "the event that it continues"
        draft.weak.append("date of the event before")

    def remember(self, draft: Draft, sentence_number: int) -> None:
        """Note a dated draft for those that follow."""
        if draft.date is not None and draft.date.value.is_dated and draft.type != "report":
            ours, last = draft.date.value.start, self._last.date if self._last is not None else None
            then = last.value.start if last is not None else None
            if sentence_number == self._sentence and ours and then and ours < then - _LONG_BEFORE:
                # X is leaving A, which he joined in 2012: the story does not go on from 2012.
                return
            if sentence_number != self._sentence:
                self._actors = set()
                self._carried = None
            self._actors.update(draft.people)
            self._last, self._sentence = draft, sentence_number

    def note_sentence(self, scene: Scene, drafts: list[Draft], sentence_number: int) -> None:
        """Keep the date of a sentence that told no event of ours: the next one may tell it (On Friday A stepped in)."""
        dates = scene.dates(0, len(scene.text))
        self._open = None
        if dates and sentence_number == self._sentence and self._last is not None and self._last.date is not None:
            # …,6月底成立了实验室,9月就出了大问题: the story goes on from the later day.
            later = [m for _, m in dates if m.start > self._last.date.start and m.value.is_dated]
            self._carried = later[-1] if later else None
        if dates and not drafts and dates[0][1].value.is_dated:
            orgs = None if _SETS_SCENE.fullmatch(scene.text) else frozenset(scene.orgs(0, len(scene.text)))
            self._open = (dates[0][1], scene.skeleton.sentence.line, sentence_number, orgs)


def span_of(draft: Draft, published: Publication) -> DateSpan:
    """The date of a finished draft."""
    if draft.date is not None:
        value = draft.date.value
        if draft.date_because and value.because is None:
            return DateSpan(
                value.edtf, value.start, value.end, value.text, value.basis, value.extent, draft.date_because
            )
        return value
    if draft.status in ("planned",) or draft.dateless or published.end is None:
        return NO_DATE
    return DateSpan(
        f"[..{published.end.isoformat()}]", None, published.end, None, "none", because="no date in the text"
    )
