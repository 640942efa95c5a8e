"""The day that a text goes on telling of: what an undated event takes from the one before it."""

import re
from datetime import timedelta

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.model import DateMention, DateSpan, Publication

_SHORT = timedelta(days=31)
_LONG_BEFORE = timedelta(days=300)
_SETS_SCENE = re.compile(
    r"[^,，。;；\ue000-\ue004]{0,14}(?:出现在|发生在|是在|始于|要从|得从|回到|定格在|就在|落在|停在|来到)\s?(?:了\s?)?\ue002\s?(?:说起|讲起|谈起)?[。!！]?"
    r"|(?:It|That|This|Then|The)\s[^,.;\ue000-\ue004]{0,40}(?:in|on|came)\s(?:the\s)?\ue002[.!]?"
)
"""转折出现在2023年9月。 Only the time is told: whatever the next sentence tells happened then."""


_AT_THAT_TIME = re.compile(
    r"\s*(?:当时|那时|彼时|其时|那会儿"
    r"|(?:不到|仅仅?|短短)?(?:[一两几半数]|\d+)个?多?(?:小时|钟头|分钟)(?:之?后|内|不到)?[,，]"
    r"|(?:At the|At that) time\b|Back then\b"
    r"|(?:(?:Within|Barely|Less than|Just)\s)?(?:[Aa]n hour|[Hh]ours|[Mm]inutes)(?:\slater|\safter)?,)"
)
"""当时, 不到一小时, hours later: on the day of the sentence before."""
_PRESENT = re.compile(r"(?!was\b|has\b)[a-z]{3,}s\b|is\b|are\b", re.IGNORECASE)
"""An English word of today: leaves, steps down, is leaving."""


def _is_short(value: DateSpan) -> bool:
    return value.start is not None and value.end is not None and value.end - value.start <= _SHORT


class Continuity:
    """The last dated events, for sentences that go on telling without a date of their own."""

    def __init__(self, published: Publication) -> None:
        """Nothing told yet."""
        self._published = published.end
        self._last: Draft | None = None
        self._sentence = -9
        self._actors: set[str] = set()
        self._carried: DateMention | None = None
        self._open: tuple[DateMention, int, int, frozenset[str] | None] | None = None
        self._said: tuple[DateMention, int] | None = None
        self._then: DateMention | None = None

    def begin(self, scene: Scene) -> None:
        """Begin a sentence: 当时… tells of the day that the sentence before it has named."""
        same_line = self._said is not None and self._said[1] == scene.skeleton.sentence.line
        then = same_line and _AT_THAT_TIME.match(scene.text)
        self._then = self._said[0] if then and self._said is not None else None

    def inherit(self, draft: Draft, sentence_number: int) -> None:
        """Give an undated draft the date of the event that it continues, if it is plainly the same story."""
        if self._then is not None:
            draft.date, draft.date_because = self._then, "the sentence before"
            return
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
        if not near or (last.line != draft.line and not (new_order and self._is_news(last.date))):
            return
        if _PRESENT.match(draft.word) and not self._is_news(last.date):
            # Joined in 2022. She leaves with the sale: not in 2022.
            return
        if set(last.orgs) & set(draft.orgs) or shared_people:
            self._take(draft, last)

    def _is_news(self, mention: DateMention) -> bool:
        """Whether a day is not long before publication: behind what X became in 2007 a paragraph begins anew."""
        day = mention.value.end
        return day is None or self._published is None or self._published - day <= _LONG_BEFORE

    def _take(self, draft: Draft, last: Draft) -> None:
        draft.date, draft.date_because = self._carried or last.date, "the event that it continues"
        draft.weak.append("date of the event before")

    def remember(self, draft: Draft, sentence_number: int) -> None:
        """Note a dated draft for those that follow."""
        if draft.date is not None and draft.date.value.is_dated and draft.type != "report":
            ours, last = draft.date.value.start, self._last.date if self._last is not None else None
            then = last.value.start if last is not None else None
            long_ago = ours is not None and then is not None and ours < then - _LONG_BEFORE
            looks_back = draft.type == "join" and bool(self._actors & set(draft.people))
            if long_ago and (sentence_number == self._sentence or looks_back):
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
        dated = [m for _, m in dates if m.value.is_dated]
        if dates or self._then is None:
            self._said = (dated[0], scene.skeleton.sentence.line) if len(dated) == 1 else None
        self._open = None
        if dates and sentence_number == self._sentence and self._last is not None and self._last.date is not None:
            # …,6月底成立了实验室,9月就出了大问题: the story goes on from the later day.
            later = [m for _, m in dates if m.start > self._last.date.start and m.value.is_dated]
            self._carried = later[-1] if later else None
        if dates and not drafts and dates[0][1].value.is_dated:
            orgs = None if _SETS_SCENE.fullmatch(scene.text) else frozenset(scene.orgs(0, len(scene.text)))
            self._open = (dates[0][1], scene.skeleton.sentence.line, sentence_number, orgs)
