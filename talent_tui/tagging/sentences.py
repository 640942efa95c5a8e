"""Sentences of a clean text: what an event may be told in, and what a quotation is.

A sentence ends at Chinese or Latin sentence punctuation with the closing quotation marks behind it, or at the end of
its line. A Latin full stop ends one only before a space and a capital or digit, with or without signs in front (a list,
a quotation), and not behind an abbreviation.
"""

import re

from talent_tui.model import Sentence

_CLOSERS = "”’」』）)\"'》】"
_ENDS = re.compile(
    rf"(?:[。！？!?…]*[。！？]|[!?…]+(?![0-9A-Za-z])|(?<=[一-鿿])\.(?=\s|$)|\.(?=[{_CLOSERS}]*\s+[-+*#@$\"“‘'(\[]{{0,3}}(?:[A-Z0-9一-鿿]|[a-z]{{1,2}}[A-Z])|[{_CLOSERS}]*\s*$))[{_CLOSERS}]*"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Bros|Messrs|Gov|Sgt|Capt|Lt|Col|Hon|Dr|Prof|St|Inc|Ltd|Co|Corp|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Gen|Sen|Rep"
    r"|U\.S|U\.K|E\.U|a\.m|p\.m|e\.g|i\.e)"
    r"|(?<!Series )(?<!Plan )(?<!Class )(?<!Model )\b(?:[A-WYZ]|(?<!on )(?<!to )(?<!via )X))$"
)
"""An initial ends no sentence; `on X.` and `Series A.` do."""


LONGEST = 600
"""Characters of a sentence. News does not write longer ones; what has no marks at all is cut at its next comma or
space, so that the work on a sentence has a bound and the work on a text grows with its length."""
_CUTS = ",，;；、 \t"


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order, without surrounding white space; lines are counted from 0."""
    out: list[Sentence] = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        start = at
        for end in _ENDS.finditer(line):
            if end.group().startswith(".") and _ABBREVIATION.search(line[max(0, end.start() - 12) : end.start()]):
                continue
            _append(out, text, start, at + end.end(), number)
            start = at + end.end()
        at += len(line)
        _append(out, text, start, at, number)
    return tuple(piece for sentence in out for piece in _bounded(text, sentence))


def _bounded(text: str, sentence: Sentence) -> list[Sentence]:
    out = []
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in _CUTS) + 1
        end = cut if cut > start else start + LONGEST
        out.append(Sentence(start, end, sentence.line))
        start = end
    out.append(Sentence(start, sentence.end, sentence.line))
    return [s for s in out if s.end > s.start]


def _append(out: list[Sentence], text: str, start: int, end: int, line: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if any(c.isalnum() for c in stripped):
        start += len(piece) - len(piece.lstrip())
        out.append(Sentence(start, start + len(stripped), line))
    elif stripped and out and out[-1].line == line:
        # Marks left alone (a closing quotation mark after a gap) belong to the sentence before.
        out[-1] = Sentence(out[-1].start, start + len(piece.rstrip()), line)
