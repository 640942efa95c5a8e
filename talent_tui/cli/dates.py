"""`talent-tui dates`: every date of a text, the days it stands for, and what that rests on."""

import argparse
import io
import sys
from collections.abc import Iterator

from talent_tui.cli.articles import published_text
from talent_tui.cli.console import aligned, paint, say, watched
from talent_tui.cli.options import add_published, window_given
from talent_tui.model import DateMention, DateSpan, UsageError
from talent_tui.model.printable import one_line

HELP = "print the dates of a text with their days and the reasons, or answer lines of JSON"

_NOTHING_FOUND = 1
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FEW_DAYS = 14
_LIMITS = (None, 28, 26, None, None)


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="an article; - for standard input")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines {"id", "text", "ref"} from standard input (ref: a day, START/END or null) and answer each',
    )
    add_published(parser)


def run(options: argparse.Namespace) -> int:
    """0, or 1 where the text holds no date."""
    if options.jsonl:
        if options.file not in (None, "-"):
            raise UsageError("`dates --jsonl` reads standard input; name no file, or leave out --jsonl.")
        return _answer_lines()
    if options.file is None:
        raise UsageError("Name a file, or - for standard input.")
    from talent_tui.workspace import dates_of_file

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    published, mentions = dates_of_file(options.file, window_given(options), stdin)
    say(f"published: {published_text(published)}" + (f", {one_line(published.because)}" if published.because else ""))
    if not mentions:
        say("The text holds no date.")
        return _NOTHING_FOUND
    rows = [_row(mention) for mention in mentions]
    heading, *lines = aligned([["at", "words", "days", "weekday", "why"], *rows], _LIMITS if watched() else ())
    print(paint("  ".join(heading).rstrip(), "2"))
    for line in lines:
        print("  ".join(line).rstrip())
    return 0


def _answer_lines() -> int:
    from talent_tui.workspace import dates_of_lines

    for answer in dates_of_lines(_lines()):
        print(answer, flush=watched())
    return 0


def _lines() -> Iterator[str]:
    """The lines of standard input as UTF-8, whatever the system's settings; what is no UTF-8 is replaced."""
    if sys.stdin is None:
        return iter(())
    return iter(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n"))


def _row(mention: DateMention) -> list[str]:
    value = mention.value
    return [str(mention.start), one_line(value.text or ""), value.edtf or "-", weekday_text(value), _why(mention)]


def weekday_text(value: DateSpan) -> str:
    """The weekday of a single day, those of both ends of a few days, nothing for longer stretches."""
    if value.start is None or value.end is None or (value.end - value.start).days > _FEW_DAYS:
        return "-"
    first, last = _WEEKDAYS[value.start.weekday()], _WEEKDAYS[value.end.weekday()]
    return first if value.start == value.end else f"{first}-{last}"


def _why(mention: DateMention) -> str:
    """What the reading rests on: written, publication, a date named before, the tense of the clause."""
    value = mention.value
    reasons = [value.because] if value.because else []
    if value.basis == "unresolved":
        reasons = reasons or ["publication unknown, no day claimed"]
    elif value.basis == "explicit" and not reasons:
        reasons = ["written"]
    if mention.tense is not None:
        reasons.append(f"the clause tells of the {mention.tense}")
    return "; ".join(dict.fromkeys(one_line(reason) for reason in reasons)) or "-"
