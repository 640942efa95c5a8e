"""Mentions to events: who did what, from where to where, when, how sure, who says so."""

from talent_tui.events.build import build, event_ids, search_text
from talent_tui.events.careers import follow_careers
from talent_tui.events.certainty import Doubts
from talent_tui.events.confirmations import confirm
from talent_tui.events.denials import deny
from talent_tui.events.reader import read
from talent_tui.events.same import unite
from talent_tui.model import Article, Event, Tagged

__all__ = ["extract", "search_text"]


def extract(article: Article, tagged: Tagged) -> tuple[Event, ...]:
    """The events of one article, in the order of their places, the same happening once.

    `companies` and `people` of the events are ids of `tagged`. Costs grow linearly with the text.
    """
    drafts, scenes = read(article, tagged)
    follow_careers(drafts)
    drafts = unite(deny(confirm(drafts, scenes), scenes))
    ids = {id(d): ident for d, ident in zip(drafts, event_ids(drafts, article), strict=True)}
    doubts = Doubts(tagged)
    return tuple(build(d, article, tagged, doubts, ids[id(d)], ids.get(id(d.denies))) for d in drafts)
