"""Words that may tell an event, where they stand in a sentence and with the frames that they can open."""

import re
from collections.abc import Iterator

import msgspec

from talent_tui.events.phrases import title_pattern
from talent_tui.events.skeleton import DATE, ORG, Skeleton
from talent_tui.lexicon.inflection import inflected, inflected_pattern
from talent_tui.lexicon.verbs import dated, dated_pattern, frames_of, gapped, trigger_pattern
from talent_tui.lexicon.word_classes import is_a
from talent_tui.model import DateMention


class Trigger(msgspec.Struct, frozen=True):
    """A word that may tell an event, in skeleton offsets, with the frames that it can open."""

    start: int
    end: int
    word: str
    frames: tuple[str, ...]


def find_triggers(skeleton: Skeleton, language: str) -> list[Trigger]:
    """Trigger words, longest first where several start at one place; none inside a title (负责人 is no 负责)."""
    title_at: dict[int, tuple[int, int]] = {}
    for title in title_pattern(language).finditer(skeleton.text):
        title_at.update(dict.fromkeys(range(*title.span()), title.span()))
    frames = frames_of(language)
    out = []
    place = 0
    while (match := trigger_pattern(language).search(skeleton.text, place)) is not None:
        place = match.end()
        start, end = title_at.get(match.start(), (0, 0))
        if match.end() <= end and end - start > match.end() - match.start():
            continue
        if match.end() == end and language == "zh" and _HAN_NOUN.match(skeleton.text, match.start() - 1):
            # 研究主管, 副主管: the word is the end of a title here, not a verb.
            continue
        nominal = language == "zh" and skeleton.text.startswith(_NOMINAL, match.end())
        if nominal and not skeleton.text.startswith("权杖", match.end()):
            continue
        if match["word"] == "管" and skeleton.text.endswith(("资", "托", "高", "监"), 0, match.start()):
            # 东方证券资管总经理X: no verb.
            continue
        written = match["word"].lower()
        if written in _ON_A_DAY_ONLY and not _ON_A_DAY.search(skeleton.text, 0, match.start()):
            continue
        if language == "en" and _HYPHENED.match(skeleton.text, match.end()):
            continue
        if written.startswith("be ") and skeleton.text.endswith("only to ", 0, match.start()):
            # Promoted in January, only to be sacked in October: the word behind it tells it.
            place = match.start() + 3
            continue
        if written in _ALSO_KINDS and _KIND_OF_FIRM.match(skeleton.text, match.end()):
            continue
        if written == "called" and _IS_NAMED.search(skeleton.text, 0, match.start()):
            continue
        if written in _ALSO_THINGS and _COUNTED.search(skeleton.text, max(0, match.start() - 24), match.start()):
            continue
        if is_a(written, "since_when") and not _since(skeleton, match.end()):
            # had been handed the job on May 13: another word inside it may tell something.
            place = match.start() + 1
            continue
        parted = (e for tail, e in gapped(language).get(written, ()) if tail.match(skeleton.text, match.end()))
        entry = next(parted, None)
        if entry is not None or written in frames:
            out.append(Trigger(match.start(), match.end(), entry or match["word"], frames[entry or written]))
        else:
            place = match.start() + 1
    if language == "zh":
        return out
    others = list(_other_forms(skeleton, out))
    starts = {t.start for t in others}
    return sorted([*(t for t in out if t.start not in starts), *others], key=lambda t: t.start)


def _other_forms(skeleton: Skeleton, listed: list[Trigger]) -> Iterator[Trigger]:
    """Verbs of the table in forms that it does not list: will decamp to, is crossing over to, decamped in March to."""
    frames = frames_of("en")
    for match in dated_pattern().finditer(skeleton.text):
        tails = ((e, tail.match(skeleton.text, match.end())) for tail, e in dated()[match["word"].lower()])
        entry, rest = next(((e, m) for e, m in tails if m is not None), (None, None))
        if entry is not None and rest is not None and _is_free(listed, match.start(), rest.end()):
            yield Trigger(match.start(), rest.end(), entry, frames[entry])
    for match in inflected_pattern().finditer(skeleton.text):
        told = inflected()[match["word"].lower()]
        # Given up her post: longer than "given".
        if _is_free([t for t in listed if t.start != match.start() or t.end > match.end()], *match.span()) and (
            told.behind is None or told.behind.search(skeleton.text, max(0, match.start() - 40), match.start())
        ):
            yield Trigger(match.start(), match.end(), match["word"], frames[told.entry])


def _is_free(triggers: list[Trigger], start: int, end: int) -> bool:
    """Whether no trigger overlaps a run."""
    return not any(t.start < end and start < t.end for t in triggers)


def _since(skeleton: Skeleton, at: int) -> bool:
    """X has been finance chief since May: a title stands right behind, then since when."""
    opening = _OPENING_DATE.match(skeleton.text)
    first = skeleton.mentions.get(opening.start(1)) if opening is not None else None
    if isinstance(first, DateMention) and (first.value.text or "").lower().startswith("since"):
        # Since May, X has been chief executive.
        return True
    match = _TITLE_THEN.match(skeleton.text, at)
    date = skeleton.mentions.get(match.end() - 1) if match is not None else None
    return isinstance(date, DateMention) and (date.value.text or "").lower().startswith("since")


_OPENING_DATE = re.compile(rf"\s*({DATE}),?\s")
_TITLE_THEN = re.compile(
    rf"\s(?!also|known|accused|charged|part\b|on\b|at\b|in\b|with\b|under\b|away\b)(?:[A-Za-z&'’,-]+\s|{ORG}(?:'s|’s)?\s){{1,8}}{DATE}"
)
_HYPHENED = re.compile(r"-[a-z]")
"""Merger-advice desks: no merger."""
_ALSO_KINDS = frozenset({"investment", "buyout", "takeover", "funding"})
_KIND_OF_FIRM = re.compile(
    r"\s(?:firms?|banks?|bankers?|banking|funds?|compan(?:y|ies)|managers?|management|groups?|arm|house|chief|officer|director"
    r"|advis[eo]rs?|committee|vehicle|giant|boutique)\b"
)
"""An investment firm: no investment."""
_IS_NAMED = re.compile(
    r"\b(?:start-?up|company|firm|lab|fund|venture|group|outfit|business|maker|app|studio|platform|tool|model|product"
    r"|service|project|team|unit|venue|site)\s$"
)
"""A start-up called A: nobody says anything."""
_ALSO_THINGS = frozenset({"posts", "reports", "claims"})
_COUNTED = re.compile(
    r"\b(?:\d[\d,.]*|hundred|thousand|two|three|four|five|six|seven|eight|nine|ten|of (?:its|the|their)|several|many"
    r"|these|those|senior|managerial|other|more|such)\s$"
)
"""1,400 posts: jobs, no writing."""
_ON_A_DAY_ONLY = ("走", "创业", "来的")
_ON_A_DAY = re.compile(rf"{DATE}\s?(?:才|就|便|也|刚|又|已)?$")
"""X2月走, X2018年创业: the day makes it a deed."""
_HAN_NOUN = re.compile(r"[\u4e00-\u9fff](?<![将由并也都来被])")
_NOMINAL = ("层", "者", "力", "权", "商", "率", "潮", "行为", "大战", "战", "风波", "戏码", "案", "流程")
"""领导层, 发行权 and 离职潮 are things, not deeds."""
