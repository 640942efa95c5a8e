"""How a sentence puts things together: who holds which title, who reports to whom, what came first."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from talent_tui.checking.passages import Passage

_REACH, _ENGLISH_REACH, _BESIDE = 14, 60, 4
"""Characters between a title and its bearer, and between an organisation and the title in it, at most."""
_SEQUENCES: Final = (
    re.compile(r"(?P<then>.+)紧随(?P<first>.+?)(?:之后|以后)"),
    re.compile(r"先(?:是|负责)?(?P<first>.+?)[，,、]?(?:之后|然后|后来|随后|再|(?=才))(?P<then>.+)"),
    re.compile(r"(?P<first>.+?)(?:之后|以后)[，,]?(?P<then>.+)"),
    re.compile(r"(?P<then>.+?)之前[，,]?(?P<first>.+)"),
    re.compile(r"(?P<then>.+?)\b(?:only )?after (?P<first>.+)"),
    re.compile(r"(?P<first>.+?)\b(?:and was later|and later|and then|before) (?P<then>.+)"),
)


class Post(NamedTuple):
    """A title with its bearer, and the organisation that stands right before it."""

    person: str
    posts: frozenset[str]
    firm: str | None


def held(passage: Passage) -> Iterator[Post]:
    """Each title with the person that stands nearest to it, in front or behind, without a stop between."""
    people = [n for n in passage.named if n.is_person]
    reach = _ENGLISH_REACH if passage.english else _REACH
    for title in passage.titles:
        gaps = []
        for who in people:
            start, end = (title.end, who.start) if who.start >= title.end else (who.end, title.start)
            between = passage.text[start:end]
            if end - start <= reach and not re.search(r"[。；;、]", between):
                far = (
                    end - start + (4 if who.end <= title.start else 0) + 6 * (re.search(r"[，,]", between) is not None)
                )
                gaps.append((far, who.ident))
        firms = [n.ident for n in passage.named if not n.is_person and 0 <= title.start - n.end <= _BESIDE]
        if gaps:
            yield Post(min(gaps)[1], title.posts, firms[-1] if firms else None)


def in_time(passage: Passage) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The parts of a sentence that tell what came first and what came then."""
    for pattern in _SEQUENCES:
        match = pattern.search(passage.text)
        if match:
            return match.span("first"), match.span("then")
    return None


def bosses(passage: Passage) -> set[str]:
    """The people to whom somebody reports."""
    found = set()
    for who in passage.named:
        if not who.is_person:
            continue
        before, behind = passage.text[: who.start], passage.text[who.end :]
        if (re.search(r"向[^，。,]{0,8}$", before) and re.match(r"[^，。,]{0,6}汇报", behind)) or re.search(
            r"\b(?:reports?|reporting|reported|answers?|answering) (?:directly )?to\s*$", before
        ):
            found.add(who.ident)
    return found
