"""What happened some time after what was told before: 随后, 后来."""

import re

from talent_tui.events.dating import SENTENCE_DATE
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.model import DateMention, DateSpan, Publication

_AFTERWARDS = re.compile(r"(?:随后|后来)(?![的几数一两三四五六七八九十\d不没])")


def run_on(scene: Scene, draft: Draft, published: Publication) -> None:
    """Let an event that came 随后 or 后来 run from the dated event before it to the last day of publication.

    So the keys count these words. A day of its own goes before them; what is to come has none of this.
    """
    if scene.language != "zh" or draft.date is None or draft.date_because is None or draft.status == "planned":
        return
    at = scene.skeleton.at(draft.at)
    clause = scene.clause_at(at)
    word = _AFTERWARDS.search(scene.text, clause.start, at) if clause is not None else None
    start, end = draft.date.value.start, published.end
    own = clause is not None and draft.date_because == SENTENCE_DATE and scene.dates(clause.start, clause.end)
    if word is None or own or start is None or end is None or start >= end:
        return
    words = scene.words(*scene.skeleton.clean_span(word.start(), word.end()))
    span = DateSpan(
        f"{start.isoformat()}/{end.isoformat()}", start, end, words, "relative", because=draft.date.value.text
    )
    draft.date = DateMention(draft.date.start, draft.date.end, span, draft.date.tense)
