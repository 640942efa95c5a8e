"""What is copied: citations and facts as plain text or Markdown."""

from collections.abc import Iterable, Sequence

from talent_tui.export.citations import address_of
from talent_tui.index import Index
from talent_tui.model import Event, Evidence
from talent_tui.model.printable import one_line
from talent_tui.tui import wording
from talent_tui.tui.strings import say


def _credit(source: Evidence, index: Index) -> list[str]:
    """Who says it: outlets, title, day of publication, address."""
    article = index.articles.get(source.article)
    parts = [", ".join(source.outlets)] if source.outlets else []
    if article is not None:
        if article.outlet and article.outlet not in source.outlets:
            parts.append(article.outlet)
        parts += [article.title or article.file, wording.publication_text(article.published)]
    return [one_line(part) for part in parts if part]


def citation(event: Event, source: Evidence, index: Index) -> str:
    """The quotation and who says it, on one line."""
    address = _address(source, index)
    credit = ", ".join(_credit(source, index))
    return f'"{one_line(source.quote)}" ({credit}){f" {address}" if address else ""}'


def markdown(event: Event, source: Evidence, index: Index) -> str:
    """The fact in bold, the quotation, and who says it."""
    address = _address(source, index)
    credit = _plain(", ".join(_credit(source, index)))
    named = f"[{credit}](<{address}>)" if address else credit
    return f"**{_plain(fact(event, index))}**\n\n> {_plain(one_line(source.quote))}\n\n{named}"


def fact(event: Event, index: Index) -> str:
    """Day, status and summary on one line."""
    return one_line(f"{wording.day_text(event.date)}: {wording.summary(event, index)} ({event.status})")


def together(texts: Iterable[str], gap: str) -> str:
    """Several copies as one."""
    return gap.join(texts)


def _address(source: Evidence, index: Index) -> str:
    article = index.articles.get(source.article)
    return address_of(article) if article is not None else ""


def _plain(text: str) -> str:
    """Text that Markdown takes as it is."""
    return "".join("\\" + c if c in "\\`*_[]<>#|" else c for c in text)


def copies(events: Sequence[tuple[Event, Evidence]], index: Index, form: str) -> str:
    """Several events in one form: `event`, `markdown` or `fact`."""
    if form == "fact":
        return together((fact(event, index) for event, _ in events), "\n")
    if form == "markdown":
        return together((markdown(event, source, index) for event, source in events), "\n\n---\n\n")
    return together((citation(event, source, index) for event, source in events), "\n")


def what(form: str, count: int) -> str:
    """What was copied, in words."""
    name = say(f"said.copied.{form}")
    return name if count == 1 else say("said.copied.many", what=name, count=count)
