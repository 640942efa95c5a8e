"""What is copied: citations and facts of several events as one text, with days in the words of the catalogue."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from talent_tui.export.citations import fact, markdown, plain
from talent_tui.index import Index
from talent_tui.model import Event, Evidence
from talent_tui.tui import wording
from talent_tui.tui.strings import counted, say

Form = Literal["event", "markdown", "fact"]
"""`event` is the citation on one line."""

_GAPS: dict[Form, str] = {"event": "\n", "markdown": "\n\n---\n\n", "fact": "\n"}


def copies(events: Sequence[tuple[Event, Evidence]], index: Index, form: Form) -> str:
    """Several events, each by one of its sources."""
    return _GAPS[form].join(_copy(event, source, index, form) for event, source in events)


def _copy(event: Event, source: Evidence, index: Index, form: Form) -> str:
    words, today = wording.words_of("full"), date.today()
    event = msgspec.structs.replace(event, summary=wording.summary(event, index))
    article = index.articles.get(source.article)
    if form == "fact" or article is None:
        return fact(event, words)
    return (markdown if form == "markdown" else plain)(event, source, article, today, words)


def what(form: Form, count: int) -> str:
    """What was copied, in words."""
    name = say(f"said.copied.{form}")
    return name if count == 1 else say("said.copied.many", what=name, events=counted("event", count))
