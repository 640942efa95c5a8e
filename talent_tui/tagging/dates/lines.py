"""Dates of loose sentences: lines of JSON with a text and the day it was published, answered line by line."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from talent_tui.model import DateMention, Publication, UsageError
from talent_tui.tagging.dates import find_dates
from talent_tui.tagging.dates.folding import fold


def published_on(text: str | None) -> Publication:
    """A day (2025-07-02) or a window (2025-06-30/2025-07-02) as a stated publication; None is unknown.

    Raises UsageError for anything else.
    """
    if text is None:
        return Publication()
    first, _, last = text.partition("/")
    try:
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if last else start
    except ValueError:
        raise UsageError(f"{text!r} is no day like 2025-07-02 and no window like 2025-07-01/2025-07-06.") from None
    if end < start:
        raise UsageError(f"The window {text} ends before it starts: write the earlier day first.")
    return Publication(start, end, "stated", "given by the user")


def dates_of_text(text: str, published: Publication) -> tuple[DateMention, ...]:
    """The dates of raw text in either script, offsets and words in the text as given."""
    return tuple(
        msgspec.structs.replace(
            mention, value=msgspec.structs.replace(mention.value, text=text[mention.start : mention.end])
        )
        for mention in find_dates(fold(text), published)
    )


def dates_of_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each line `{"id", "text", "ref"}` its answer as a line of JSON without line feed; blank lines have none.

    A line that cannot be understood is answered with `{"id", "error"}` (id null where none can be read).
    """
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(_answer(line)).decode()


def _answer(line: str) -> dict[str, Any]:
    name: Any = None
    try:
        asked = msgspec.json.decode(line)
        if not isinstance(asked, dict):
            raise UsageError('A line is an object with "id", "text" and "ref".')
        name = asked.get("id")
        text, ref = asked.get("text"), asked.get("ref")
        if not isinstance(text, str):
            raise UsageError('"text" is missing or no text.')
        if not (ref is None or isinstance(ref, str)):
            raise UsageError('"ref" is a day, a window START/END or null.')
        mentions = dates_of_text(text, published_on(ref))
    except msgspec.DecodeError as error:
        return {"id": name, "error": f"This line is no JSON: {error}."}
    except UsageError as error:
        return {"id": name, "error": str(error)}
    return {"id": name, "dates": [_as_json(mention) for mention in mentions]}


def _as_json(mention: DateMention) -> dict[str, Any]:
    value = mention.value
    return {
        "text": value.text,
        "start_char": mention.start,
        "end_char": mention.end,
        "start": value.start,
        "end": value.end,
        "edtf": value.edtf,
        "basis": value.basis,
        "extent": value.extent,
    }
