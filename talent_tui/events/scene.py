"""A sentence as the rules read it: clauses, phrases, triggers, and what the text before it left standing.

`Memory` is what one sentence hands to the next: who acted last, which organisation is spoken of, who works where.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from talent_tui.events.chunks import LIST_GAPS, WITH_EACH_OTHER, Chunk
from talent_tui.events.memory import Memory
from talent_tui.events.references import CLAUSE_ENDS, Phrases
from talent_tui.events.skeleton import Skeleton
from talent_tui.events.triggers import Trigger
from talent_tui.model import AmountMention, DateMention


@dataclass
class Clause:
    """A run of a sentence between commas and the like, in skeleton offsets."""

    start: int
    end: int
    chunks: list[Chunk]
    triggers: list[Trigger]


class Scene(Phrases):
    """One sentence with its clauses, in reading order."""

    def __init__(self, skeleton: Skeleton, language: str, memory: Memory, ahead: "Scene | None" = None) -> None:
        """Read a sentence; `ahead` is the same one, read before its turn."""
        super().__init__(skeleton, language, memory, ahead)
        self.clauses = list(self._clauses())

    def _clauses(self) -> Iterator[Clause]:
        start = 0
        ends = [m for m in CLAUSE_ENDS[self.language].finditer(self.text) if not self._inside_chunk(m.start())]
        for cut in [*(m.end() for m in ends), len(self.text)]:
            if self.text[start:cut].strip():
                yield Clause(
                    start,
                    cut,
                    [c for c in self.chunks if start <= c.start < cut],
                    [t for t in self.triggers if start <= t.start < cut],
                )
            start = cut

    def _inside_chunk(self, at: int) -> bool:
        if self.text[at - 1 : at + 1].rstrip(",").isdigit() and self.text[at + 1 : at + 4].isdigit():
            return True
        return any(c.start < at < c.end for c in self.chunks)

    def coordinated(self, chunk: Chunk) -> list[Chunk]:
        """People and groups that stand in one list with `chunk`, in order: X, Y and several researchers."""
        out = [chunk]
        position = next((i for i, c in enumerate(self.chunks) if c.start == chunk.start and c.end == chunk.end), None)
        if position is None:
            return out
        gap = LIST_GAPS[self.language]
        named = next((c for c in reversed(self.chunks[:position]) if c.kind == "person"), None)
        if named is not None and self.language == "en" and _WHO_AND.fullmatch(self.text, named.end, chunk.start):
            # X, who first signed on in 2000, and Y both quit.
            return [named, chunk]
        for other in reversed(self.chunks[:position]):
            if other.kind not in ("person", "group") or not gap.fullmatch(self.text, other.end, out[0].start):
                break
            out.insert(0, other)
        for other in self.chunks[position + 1 :]:
            if other.kind not in ("person", "group") or not gap.fullmatch(self.text, out[-1].end, other.start):
                break
            if self.language == "zh" and WITH_EACH_OTHER.match(self.text, other.end):
                break
            if self.language == "en" and other.kind == "group" and _TELLS.match(self.text, other.end):
                # A poached X, two people said: who tells does not move.
                break
            out.append(other)
        return out

    def names(self, chunks: list[Chunk]) -> tuple[str, ...]:
        """The ids of the people in some phrases, once each."""
        return tuple(dict.fromkeys(i for c in chunks if c.kind == "person" for i in c.ids))

    def dates(self, start: int, end: int) -> list[tuple[int, DateMention]]:
        """Date mentions of a run, with their skeleton indices."""
        dateline = _DATELINE.match(self.text) if self.language == "en" else None
        return [
            (i, m)
            for i, m in sorted(self.skeleton.mentions.items())
            if start <= i < end
            and isinstance(m, DateMention)
            and (dateline is None or i != dateline.start(1))
            and not _OF_FIGURES.match(self.text, i + 1)
        ]

    def date_at(self, at: int) -> DateMention | None:
        """The date mention that stands at a skeleton index."""
        return next((m for _, m in self.dates(at, at + 1)), None)

    def amounts(self, start: int, end: int) -> list[AmountMention]:
        """Sums of money of a run."""
        return [
            m for i, m in sorted(self.skeleton.mentions.items()) if start <= i < end and isinstance(m, AmountMention)
        ]

    def orgs(self, start: int, end: int) -> list[str]:
        """Organisations named in a run, in order, once each."""
        out: list[str] = []
        for i, mention in sorted(self.skeleton.mentions.items()):
            entity = getattr(mention, "entity", None)
            if start <= i < end and entity and getattr(mention, "kind", "") == "organisation" and entity not in out:
                out.append(entity)
        return out

    def words(self, start: int, end: int) -> str:
        """The clean text of clean offsets."""
        return self.skeleton.clean[start:end]

    def before(self, clause: Clause, at: int, width: int = 12) -> str:
        """Up to `width` characters of the clause before a place."""
        return self.text[max(clause.start, at - width) : at]

    def clause_at(self, at: int) -> Clause | None:
        """The clause that covers a skeleton index."""
        return next((c for c in self.clauses if c.start <= at < c.end), None)

    def clause_before(self, clause: Clause) -> Clause | None:
        """The clause in front of one of the sentence's clauses; None for the first, and for a part of a clause."""
        return next((before for before, c in pairwise(self.clauses) if c == clause), None)

    def clause_behind(self, clause: Clause) -> Clause | None:
        """The clause behind one of the sentence's clauses; None for the last, and for a part of a clause."""
        return next((behind for c, behind in pairwise(self.clauses) if c == clause), None)

    def left(self, clause: Clause, at: int) -> list[Chunk]:
        """Phrases of the clause before a place, nearest first."""
        return [c for c in reversed(clause.chunks) if c.end <= at]

    def right(self, clause: Clause, at: int) -> list[Chunk]:
        """Phrases of the clause behind a place, nearest first."""
        return [c for c in clause.chunks if c.start >= at]


_WHO_AND = re.compile(r",\s(?:who|whose)\s[^.;\ue000]{3,80},\sand\s")
_TELLS = re.compile(r"\s(?:said|say|says|told|with (?:direct )?knowledge|familiar with|close to|briefed on)\b")
_OF_FIGURES = re.compile(r"\s?的?(?:业绩|财报|季报|年报|半年报|中报|营收|净利|财务|报告期|成绩单|销售额|出货量|销量)")
"""三季度业绩: the time of the figures, not of what happens."""
_DATELINE = re.compile(r"[A-Z][A-Z .,/'’-]*[,.]?\s\(?(\ue002)\)?(?:\s\([A-Za-z ]+\))?\s?[-–—:.]\s")
"""SEATTLE, Dec 9, 2025 - …: the day of the article, not of what it tells."""
