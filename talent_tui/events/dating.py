"""The day of an event: that of its clause, else of its sentence, else of the event that it continues.

Never the day of the saying for the day of the deed where the deed has one of its own; what is planned without a date
claims none; what merely has no date happened some time up to publication.
"""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Clause, Scene
from talent_tui.model import NO_DATE, DateMention, DateSpan, Publication

_PAST_TIME = re.compile(r"[^,，]{0,3}(?:以来|至今)")


def find_date(scene: Scene, clause: Clause, at: int) -> tuple[DateMention | None, str | None]:
    """The date mention that dates what the trigger at `at` tells, and why if it is not the clause's own."""
    own = scene.dates(clause.start, clause.end)
    if own:
        before = [m for i, m in own if i < at]
        return (before[-1] if before else own[0][1]), None
    position = scene.clauses.index(clause)
    for earlier in reversed(scene.clauses[:position]):
        found = scene.dates(earlier.start, earlier.end)
        if found:
            return found[-1][1], "the date of its sentence"
    return None, None


class Continuity:
    """The last dated events, for sentences that go on telling without a date of their own."""

    def __init__(self) -> None:
        """Nothing told yet."""
        self._last: Draft | None = None
        self._line = -1
        self._sentence = -1

    def inherit(self, draft: Draft, sentence_number: int) -> None:
        """Give an undated draft the date of the event that it continues, if it is plainly the same story."""
        last = self._last
        if (
            last is not None and last.date is not None and last.line == draft.line
            and sentence_number - self._sentence <= 2
            and draft.type not in ("statement", "pay", "offer")
            and (set(last.orgs) & set(draft.orgs) or set(last.people) & set(draft.people))
            and last.status not in ("planned", "rumoured") and draft.status not in ("planned", "rumoured")
        ):  # fmt: skip
            draft.date = last.date
            draft.date_because = "the event that it continues"
            draft.weak.append("date of the event before")

    def remember(self, draft: Draft, sentence_number: int) -> None:
        """Note a dated draft for those that follow."""
        if draft.date is not None and draft.date.value.is_dated and draft.type not in ("report",):
            self._last, self._sentence = draft, sentence_number


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
