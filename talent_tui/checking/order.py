"""Where an article tells the same the other way round: who took from whom, who reports to whom, what came first."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from talent_tui.checking.alike import Against
from talent_tui.checking.library import Feature, Library, Match
from talent_tui.checking.passages import Passage
from talent_tui.checking.structure import bosses, in_time
from talent_tui.index import Index
from talent_tui.model import Event, EventType

_TAKING: Final = (
    re.compile(r"挖|\b(?:poach|lure|hire|recruit)(?:s|d|ed|es)?\b"),
    re.compile(r"收购|并购|买下|\b(?:acquires?|acquired|buys?|bought)\b"),
)
_NO_ACTOR: Final = re.compile(r"(?:从|由|自|与|和|跟|被|向|给|\bfrom|\bwith|\band|\bby|\bto)\s?$")
_PASSIVE: Final = re.compile(r"被|遭|洽谈|谈判|否认|\b(?:was|were|been|being|denie[ds]|talks)\b")
_WAY: Final = re.compile(
    r"(?P<origin>从|由|自|离开|\b(?:from|left|leaving)\b)"
    r"|(?P<goal>到|去|至|加入|加盟|投奔|转投|进|返|\b(?:to|for|join(?:s|ed|ing)?|into)\b)"
)


class Order:
    """Holds the directions that a draft's sentence tells against those of the articles."""

    def __init__(self, library: Library, root: Callable[[str], str], index: Index) -> None:
        """`root` turns a laboratory or an office to its owner."""
        self._library = library
        self._index = index
        self._root = root
        self._reports = [(boss, p) for p in library.passages for boss in bosses(p)]

    def against(self, passage: Passage, best: Sequence[Match]) -> Iterator[Against]:
        """What the sentences that tell the same tell the other way round."""
        flows = self._flows(passage)
        yield from self._reversed_reports(passage)
        for match in best:
            theirs = self._flows(match.passage)
            if any((b, a) in theirs for a, b in flows) and not flows & theirs:
                yield Against("order", match.passage)
            if self._is_turned(passage, match.passage):
                yield Against("order", match.passage)
            for verb in _TAKING:
                ours, others = self._actors(passage, verb), self._actors(match.passage, verb)
                firms = {self._root(f) for f in passage.firms}
                if ours and others and not ours & others and others & firms:
                    yield Against("order", match.passage)

    def out_of_time(self, passage: Passage) -> tuple[Event, ...]:
        """The timeline's events where a sentence puts first what a person did last: the later, then the earlier."""
        parts = in_time(passage)
        if parts is None:
            return ()
        first, then = (self._library.features_within(passage, part) for part in parts)
        for person in sorted(passage.people):
            events = [e for e in self._index.events_of("person", person) if _is_narrow(e)]
            ones, others = _of_kind(events, first), _of_kind(events, then)
            if ones and others and _start(min(ones, key=_start)) > _end(max(others, key=_end)):
                return min(ones, key=_start), max(others, key=_end)
        return ()

    def _reversed_reports(self, passage: Passage) -> Iterator[Against]:
        """Where the one who reports to another is, in an article, the one reported to."""
        for boss in bosses(passage):
            for other in passage.people - {boss}:
                if any(told == boss and other in p.people | p.around for told, p in self._reports):
                    continue
                for told, p in self._reports:
                    if told == other and boss in p.people | p.around:
                        yield Against("order", p)

    def _is_turned(self, ours: Passage, theirs: Passage) -> bool:
        """Whether both tell of two things, and each puts first what the other puts last."""
        mine, other = in_time(ours), in_time(theirs)
        if mine is None or other is None:
            return False
        (a, b), (x, y) = (self._spoken(ours, mine), self._spoken(theirs, other))
        weigh = self._library.weigh
        turned, straight = (weigh(a & y), weigh(b & x)), (weigh(a & x), weigh(b & y))
        return min(turned) > max(straight)

    def _spoken(self, passage: Passage, parts: Sequence[tuple[int, int]]) -> list[frozenset[Feature]]:
        """Of what the parts of a sentence speak."""
        return [frozenset(f for f in self._library.features_within(passage, p) if f[0] == "what") for p in parts]

    def _flows(self, passage: Passage) -> set[tuple[str, str]]:
        """From which organisation to which somebody goes: each origin with the goal that follows it."""
        found, start = set(), ""
        for firm in (n for n in passage.named if not n.is_person):
            marks = list(_WAY.finditer(passage.text, max(0, firm.start - 14), firm.start))
            if not marks or re.search(r"[，。,;；]", passage.text[marks[-1].end() : firm.start]):
                continue
            ident = self._root(firm.ident)
            if marks[-1].lastgroup == "origin":
                start = ident
            elif start and ident != start:
                found.add((start, ident))
                start = ""
        return found

    def _actors(self, passage: Passage, verb: re.Pattern[str]) -> set[str]:
        """The organisations that stand right before a verb in the active voice."""
        found = set()
        for match in verb.finditer(passage.text):
            before = [n for n in passage.named if not n.is_person and 0 <= match.start() - n.end <= 8]
            for firm in before[-1:]:
                between = passage.text[firm.end : match.start()]
                if not _NO_ACTOR.search(passage.text[: firm.start]) and not _PASSIVE.search(between):
                    found.add(self._root(firm.ident))
        return found


_KINDS: Final[dict[str, frozenset[EventType]]] = {
    "leave": frozenset({"leave"}),
    "founder": frozenset({"found"}),
    "appoint": frozenset({"appoint", "join"}),
    "promote": frozenset({"appoint"}),
    "join": frozenset({"join"}),
    "go-back": frozenset({"return"}),
}
"""The types of events that a concept tells of a person."""
_SEASON: Final = 92


def _of_kind(events: Sequence[Event], features: frozenset[Feature]) -> list[Event]:
    kinds = frozenset().union(*(_KINDS.get(what, frozenset()) for _, what in features))
    return [e for e in events if e.type in kinds]


def _is_narrow(event: Event) -> bool:
    start, end = event.date.start, event.date.end
    return start is not None and end is not None and (end - start).days <= _SEASON


def _start(event: Event) -> date:
    return event.date.start or date.min


def _end(event: Event) -> date:
    return event.date.end or date.max
