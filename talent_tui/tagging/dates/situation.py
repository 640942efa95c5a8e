"""Where the second pass stands: the expression at hand, its clause's tense, what was named before, and why."""

import re
from datetime import date, timedelta

from talent_tui.tagging.dates.context import Context, Named, NamedYear
from talent_tui.tagging.dates.spec import Expression
from talent_tui.tagging.dates.tense import Tense, tense_of

FAR_AHEAD = timedelta(days=45)
"""In a clause without tense, a bare month that begins later than this belongs to the year before: news is told of the
past."""
SCHEDULED_AHEAD = timedelta(days=183)
"""Parts of a year, and what is usually scheduled (8月20日举行), may lie this far ahead in a clause without tense."""
FAR_BEHIND = timedelta(days=31)
"""In a clause about the future, a bare month that lies further back than this belongs to the year after."""

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_SENTENCE_START = re.compile(
    r"(?:^|[。！？!?\n；;“「『]|\.\s)[\s\"'“]*"
    r"(?:到了|直到|等到|早在|就在|而在|而|在|从|自|自从|截至|到|至"
    r"|[Ii]n |[Bb]y |[Ss]ince |[Bb]ack in |[Ii]n the |[Tt]he )?$"
)


class UnresolvableError(Exception):
    """The text names nothing to count from."""


class NoDateError(Exception):
    """The words are no date expression here."""


_SCENE_BEFORE = re.compile(r"(?:回到|到了?|从|追溯到|追溯至|始于|发生在|出现在|停在|止于|来到|定格在)$")
_SCENE_BEHIND = re.compile(r"年?(?:春|夏|秋|冬|初|底)?(?:为止|说起|讲起|谈起|算起)?[。,，:：；]")


class Situation:
    """One text read from its beginning, for one day of publication (None: unknown)."""

    def __init__(self, text: str, ref: date | None) -> None:
        """Begin before the first expression."""
        self.text = text
        self.context = Context(ref)
        self.here = Expression(0, 0, None)  # type: ignore[arg-type]
        self.tense: Tense | None = None
        """The tense by which the expression is read, None where its own clause tells none."""
        self.told: Tense | None = None
        """The tense that any clause of the sentence tells."""
        self.ahead = FAR_AHEAD
        self.because: list[str] = []
        self.line = 0
        self.sentence_start = 0
        self._read = 0

    def move(self, expression: Expression, stop: int) -> None:
        """Go on to the next expression; `stop` is where the one behind it begins."""
        gap = self.text[self._read : expression.start]
        if "\n" in gap:
            self.line += gap.count("\n")
            self.context.new_line()
        for edge in _SENTENCE_END.finditer(gap):
            self.sentence_start = self._read + edge.end()
        self._read = expression.end
        self.here, self.because = expression, []
        told = tense_of(self.text, expression.start, expression.end, stop, expression.english)
        self.told = told.tense
        self.tense = told.tense if told.sure else None
        self.ahead = SCHEDULED_AHEAD if told.ahead else FAR_AHEAD

    @property
    def words(self) -> str:
        """The words of the expression."""
        return self.text[self.here.start : self.here.end]

    def opens_sentence(self) -> bool:
        """Whether the expression opens its sentence, so that what follows is told of its time."""
        return bool(_SENTENCE_START.search(self.text[max(0, self.here.start - 12) : self.here.start]))

    def sets_scene(self) -> bool:
        """Whether a sentence is only about its time, so that what follows is told of it (故事要从2024年说起)."""
        return bool(
            _SCENE_BEFORE.search(self.text, max(0, self.here.start - 5), self.here.start)
            and _SCENE_BEHIND.match(self.text, self.here.end)
        )

    def ref(self) -> date:
        """The day of publication, noted as the reason. Raises UnresolvableError where it is unknown."""
        if self.context.ref is None:
            raise UnresolvableError
        self.because.append(f"publication {self.context.ref.isoformat()}")
        return self.context.ref

    def anchor(self, unit: str, *, loose: bool = False) -> Named | None:
        """The date named before to count `unit` from: the latest.

        What may also count from publication (`loose`) starts from a plan only within its sentence or for another plan.
        """
        ahead = self.context.anchor_ahead(unit, self.sentence_start if loose and self.tense != "future" else 0)
        behind = self.context.anchor(unit)
        return ahead if ahead is not None and (behind is None or ahead.end > behind.end) else behind

    def antecedent(self, unit: str) -> Named:
        """The date that 次日, 同年 and the like count from, noted as the reason. Raises UnresolvableError.

        Words that often mean something else (第二天) need it in their own line.
        """
        anchor = self.anchor(unit)
        if anchor is None or (self.here.needs_antecedent and anchor.line != self.line):
            raise UnresolvableError
        self.because.append(f"counted from {anchor.words}")
        return anchor

    def in_sentence(self, named: Named | NamedYear | None) -> bool:
        """Whether a date was named in the sentence of the expression."""
        return named is not None and named.end > self.sentence_start
