"""The day of an event: that of its clause, else of its sentence, else of the event that it continues.

Never the day of the saying for the day of the deed where the deed has one of its own; what is planned without a date
claims none; what merely has no date happened some time up to publication.
"""

import re

from talent_tui.events.counted import counted_after
from talent_tui.events.described import counts_to_another, describes_somebody, in_attribute
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.since import began
from talent_tui.model import DateMention

SENTENCE_DATE = "the date of its sentence"
"""Why an event has the date of another clause."""
EARLIER = "it came before the rest"
"""Why an event has no date though the text around it has one."""


def find_date(scene: Scene, clause: Clause, at: int, *, saying: bool = False) -> tuple[DateMention | None, str | None]:
    """The date mention that dates what the trigger at `at` tells, and why if it is not the clause's own.

    What stands behind a word of `saying` dates what is said, not the saying.
    """
    if scene.language == "zh" and not saying and _SPOKEN_OF.search(scene.text, clause.start, at):
        # X今天首次回应加入A: today is the day of the answer.
        return None, EARLIER
    if scene.language == "zh" and not saying and _LONG_SINCE.match(scene.text, at, clause.end):
        return None, EARLIER
    own = scene.dates(clause.start, clause.end)
    then = _told_next(scene, clause) if scene.language == "zh" and not saying else None
    if then is not None:
        return then, None
    if scene.language == "en" and not saying and _SO_LONG_AFTER.search(scene.text, clause.start, at):
        so_long = counted_after(scene, clause, at) or next((m for i, m in own if i >= at), None)
        return so_long, None if so_long is not None else EARLIER
    if scene.language == "en" and not own and not saying and _BEFORE_THAT.match(scene.text, at, clause.end):
        return None, EARLIER
    if scene.language == "zh" and not own and not saying and _LATER_ON.match(scene.text, clause.start, at):
        # 2023年初被停职,其后去了A: later, nobody knows when.
        return None, EARLIER
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
        own = [(i, m) for i, m in own if i < at or not counts_to_another(scene, clause, at, i, m)]
        own = [(i, m) for i, m in own if i < at or not in_attribute(scene, at, i)]
        own = [(i, m) for i, m in own if not describes_somebody(scene, at, i)]
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
    if before and not saying and scene.language == "en" and (begins := _takes_effect(scene, clause, at)) is not None:
        return begins, None
    if before and not elsewhere:
        return before[-1][1], None
    if (
        after
        and saying
        and scene.language == "en"
        and own[0][0] - at <= 36
        and not any(at < t.start < own[0][0] and "say" not in t.frames for t in clause.triggers)
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
    earlier_dates = [(i, m) for i, m in scene.dates(segment, clause.start) if not in_attribute(scene, at, i)]
    if scene.language == "en":
        relative = [c for c in scene.clauses[:position] if _WHO_WHEN.match(scene.text, c.start)]
        earlier_dates = [(i, m) for i, m in earlier_dates if not any(c.start <= i < c.end for c in relative)]
    if saying and position and len(earlier_dates) > 1 and not scene.clauses[position - 1].triggers:
        near = scene.dates(scene.clauses[position - 1].start, clause.start)
        if near and not _is_vague(near[-1][1]):
            # 2015年创办A,2023年4月,A发文: the date that stands right before the saying.
            return near[-1][1], SENTENCE_DATE
    if (
        saying
        and scene.language == "en"
        and earlier_dates
        and _closes(scene, clause, at)
        and earlier_dates[0][0] > _OPENS
    ):
        # That X will go in January is false, A says: A does not say it in January.
        return (None, None)
    if saying and earlier_dates and not _is_vague(earlier_dates[0][1]):
        # What opens the sentence dates the saying; what stands between belongs to what is said.
        return earlier_dates[0][1], SENTENCE_DATE
    opens = _OPENING_DATE.match(scene.text) if scene.language == "en" and position and not saying else None
    if opens is not None and _MAIN_VERB.match(scene.text, clause.start) and (day := scene.date_at(opens.end() - 1)):
        # In May A's start-up, which he founded after leaving B in 2019, was bought: in May.
        return day, SENTENCE_DATE
    goes_on = _PARTICIPLE.match(scene.text, clause.start)
    for number, earlier in reversed(list(enumerate(scene.clauses[:position]))):
        inner = number and scene.language == "en" and (
            (earlier.triggers and _INNER.match(scene.text, earlier.start))
            or WHO_DID.match(scene.text, earlier.start, earlier.end)
        )  # fmt: skip
        if (
            inner
            and not saying
            and not (goes_on and number == position - 1)
            and not _INNER.match(scene.text, clause.start)
        ):
            # X, appointed in October 2023 to replace Y, will not stay on: not in 2023.
            # But: A, which went public in March, raising $1.5 billion.
            continue
        if saying and number and scene.language == "en" and _WHO_WHEN.match(scene.text, earlier.start):
            # X, who came to A in 2016, denied it: not in 2016.
            continue
        told = [(i, m) for i, m in scene.dates(earlier.start, earlier.end) if not in_attribute(scene, at, i)]
        if number and not earlier.triggers and told and (told[-1][1].value.text or "").lower().startswith("since"):
            # X, at A since 1999, takes over: not since 1999.
            continue
        if scene.language == "zh" and len(told) > 1 and _is_vague(told[-1][1]):
            # 去年刚融资的A近日又有变动: what stands nearer is what the clause tells of.
            return told[-1][1], SENTENCE_DATE
        for _, mention in reversed(told):
            if not _is_vague(mention):
                return (began(mention) if _WHEN.match(scene.text, clause.start) else mention), SENTENCE_DATE
            vague = vague or mention
    if vague is not None:
        return vague, SENTENCE_DATE
    if after and not saying:
        return after[0], None
    return _from_later(scene, clause, position, saying=True) if saying else (None, None)


def _told_next(scene: Scene, clause: Clause) -> DateMention | None:
    """两人在同一天辞职,那是2024年9月: the clause behind says when."""
    there = scene.clause_behind(clause)
    match = _THAT_WAS.fullmatch(scene.text, there.start, there.end) if there is not None else None
    return scene.date_at(match.start(1)) if match is not None else None


_WHEN = re.compile(r"\s*when\b")


def _takes_effect(scene: Scene, clause: Clause, at: int) -> DateMention | None:
    """A today announced the appointment of X as Y, effective March 3: not the day of the announcement."""
    if not any("say" in t.frames and t.end <= at for t in clause.triggers):
        return None
    days = [
        scene.dates(later.start, later.end)[0][1]
        for later in scene.clauses
        if later.start > clause.start and _ONLY_A_DATE.fullmatch(scene.text, later.start, later.end)
    ]
    begins = ("effective", "starting", "beginning", "as of")
    return next((day for day in days if (day.value.text or "").lower().startswith(begins)), None)


_OPENING_DATE = re.compile(r"\s*(?:(?:In|On|By|Late in|Early in|Back in|Late on|At|Only)\s(?:the\s)?|[“\"]?)\ue002")
_MAIN_VERB = re.compile(r"\s*(?:was|were|is|are|has|have|had|will|would)\s")
_WHO_WHEN = re.compile(r"\s*(?:who|whom|whose|which|where)\b")
_OPENS = 12
"""What stands further in than this does not open a sentence."""


def _closes(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a clause ends the sentence and says no more than who says it: …, A's chief said."""
    alone = clause is scene.clauses[-1] and clause is not scene.clauses[0] and clause.end - clause.start <= _SAYS_WHO
    return alone and bool(_SAYS.match(scene.text, at))


_SAYS_WHO = 48
_SAYS = re.compile(r"(?:said|says|writes|wrote|adds|added|reports|reported)\b")
_PUT_OFF = re.compile(
    r"(?:[延改推挪]|推迟|延期|延后|顺延|提前)[到至]\ue002"
    r"|(?:pushed back|put back|postponed|delayed|moved|brought forward)[^.;]{0,30}? (?:to|until) \ue002",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s*(?:on\s|last\s|in\s|earlier\s)?\ue002", re.IGNORECASE)
_SO_LONG_AFTER = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|decades?)\s(?:after|since)\s(?:\ue000|\ue001|he|she|they|it|the\s[a-z]+)\b[^,.;]*$"
)
"""In February, two years after he arrived from A: he did not arrive in February."""
_LONG_SINCE = re.compile(r"[^,，。\ue002]{1,5}(?:后|之后|以来)(?:一直|至今|始终|迟迟|便一直|就一直)")
"""9月的发布会上说,X离职后一直没找到人: he did not leave in September."""
_LATER_ON = re.compile(r"\s?(?:其后|此后|后来|之后)")
_BEFORE_THAT = re.compile(r"[^,.;]{0,24}\b(?:before (?:that|then)|earlier still)\b")
_EARLIER_STILL = {
    "zh": re.compile(r"更早|早前|先前|早已|早就"),
    "en": re.compile(r"\b(?:earlier|before that|previously|had already|had earlier)\b", re.IGNORECASE),
}
_NOW = re.compile(r"(?:is |are )?(?:now|currently)\b", re.IGNORECASE)
_NEW_VERB = re.compile(r"\b(?:and|but|then|before|after)\b")
_REPORTED_ON = re.compile(r"^\s(?:the\s)?\ue001\s(?:first\s)?reported\s(?:on\s)?\ue002")
_TO_THEN = re.compile(r"\sto\s(?:rival\s)?\ue001\s(?:in\s|on\s|last\s)?\ue002")
_WAS_THEN = re.compile(r"是(?:在)?\s?\ue002\s?的(?:事|时候)")
"""他坐上这个位子,还是2023年4月的事."""
_THAT_WAS = re.compile(r"\s?[那这](?:还|已)?(?:是|发生)(?:在)?\s?(\ue002)\s?[,，。;；]?\s?")
_CLOSED = re.compile(r"签约|交割|完成交易")
"""The end of a deal dates it only where nothing else does."""
_ONLY_A_DATE = re.compile(
    r"\s*(?:and\s)?(?:in\s|on\s|at\s|by\s|at the\s|late\s|early\s)?\ue002\s?[.,;]?\s*", re.IGNORECASE
)
_SIGNED_ON = re.compile(
    r"\s(?:which\s(?:was\s|had been\s)?)?(?:first\s)?"
    r"(?:agreed|announced|lodged|made|struck|signed|sealed|closed|completed|launched|unveiled|tabled|filed)"
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
_SPOKEN_OF = re.compile(r"(?:回应|谈及|谈到|解释|回顾)(?:了|自己)?(?:为何|为什么)?$")
WHO_DID = re.compile(r"\s(?:the|an?|its|his|her|one)\s[^,;.]{3,60}?\b(?:who|whom|which)\s")
"""X, the former A chief who founded B in 2016, stepped down: not in 2016."""
_PARTICIPLE = re.compile(r"\s[a-z]+ing\b")
_TAIL = re.compile(
    r"\s*(?:was|were|is|has been|had been|will be)\s[^,.;]{0,30}\ue002"
    r"|\s*(?:from|to|at|out of|away from|back from|back to|back in|as|in|on|for|just|only|last|this|earlier this|late"
    r"|early)\s",
    re.IGNORECASE,
)
"""What goes on behind an apposition, and only says where from, where to or when."""
_ARRIVES = re.compile(r"最后工作日|最后一个工作日|最后一天|到岗|报到|到任|上任|生效|履新|入职|签约|交割|完成交易")


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
        told = [
            c
            for c in scene.clauses[position + 1 : scene.clauses.index(later)]
            if not _WHO_WHEN.match(scene.text, c.start)
        ]
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
    return bool(sayings) and abs(dated - sayings[-1].end) <= 16 and bool(_THAT.search(scene.text, dated, at))


def _is_vague(mention: DateMention) -> bool:
    return mention.value.start is None and bool(NEAR.search(mention.value.text or ""))


NEAR = re.compile(r"近期|近日|最近|日前|近来|前不久|不久前|recent")
