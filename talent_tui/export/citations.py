"""Citations of an event's sources, as style guides write them.

Chicago follows The Chicago Manual of Style, 17th edition, 14.191 (newspapers) and 14.207 (web pages); GB/T 7714 follows
GB/T 7714-2015, 4.4 and 4.6 ([N] newspaper, [N/OL] newspaper online). Where an article does not state its day of
publication, the citation says so; a worked-out window stands in brackets, as the standards want for what is supplied.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from talent_tui.days_in_words import ENGLISH, DayWords, day_words, publication_words
from talent_tui.export.escaping import in_markdown
from talent_tui.model import Article, Event, Evidence
from talent_tui.model.printable import one_line

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def chicago(event: Event, source: Evidence, article: Article, accessed: date) -> str:
    """`Author, “Title,” Outlet, July 2, 2025, address.` The day of access is not wanted by the guide."""
    del event, accessed
    title = f"“{_title(article)},”"
    parts = [*([one_line(article.author) + ","] if article.author else []), title]
    rest = [_outlet(article, source), _chicago_day(article), address_of(article)]
    return " ".join(parts) + " " + ", ".join(r for r in rest if r) + "."


def gb7714(event: Event, source: Evidence, article: Article, accessed: date) -> str:
    """`作者. 题名[N]. 报纸名, 2025-07-02.`, with an address `[N/OL]`, the day of access and the address."""
    del event
    address = address_of(article)
    author = f"{one_line(article.author)}. " if article.author else ""
    outlet = _outlet(article, source) or "[出版者不详]"
    access = f"[{accessed.isoformat()}]. {address}" if address else ""
    return f"{author}{_title(article)}[{'N/OL' if address else 'N'}]. {outlet}, {_gb_day(article)}{access or '.'}"


def markdown(event: Event, source: Evidence, article: Article, accessed: date, words: DayWords = ENGLISH) -> str:
    """The fact with its day and status, the quotation beneath, and who says it; nothing of the article is markup."""
    del accessed
    address = address_of(article)
    title = in_markdown(_title(article))
    named = f"[{title}](<{address}>)" if address else f"*{title}*"
    outlet = _outlet(article, source)
    credit = ", ".join(p for p in (named, in_markdown(outlet), publication_words(article.published, words)) if p)
    return f"**{in_markdown(fact(event, words))}**\n\n> {in_markdown(source.quote)}\n>\n> {credit}"


def plain(event: Event, source: Evidence, article: Article, accessed: date, words: DayWords = ENGLISH) -> str:
    """The quotation and who says it, on one line: outlet, title, day of publication, address."""
    del event, accessed
    address = address_of(article)
    credit = (_outlet(article, source), _title(article), publication_words(article.published, words))
    return (
        f'"{one_line(source.quote)}" ({", ".join(part for part in credit if part)}){f" {address}" if address else ""}'
    )


def fact(event: Event, words: DayWords = ENGLISH) -> str:
    """Day, summary and status on one line."""
    return one_line(f"{day_words(event.date, words)}: {event.summary} ({event.status})")


STYLES: Final[dict[str, Callable[[Event, Evidence, Article, date], str]]] = {
    "chicago": chicago,
    "gb7714": gb7714,
    "markdown": markdown,
    "plain": plain,
}
"""Each style's name and what writes it, from an event, one of its sources, that article and the day of access."""


def _title(article: Article) -> str:
    return one_line(article.title or article.file)


def _outlet(article: Article, source: Evidence) -> str:
    return one_line(article.outlet or ", ".join(source.outlets))


def address_of(article: Article) -> str:
    """The article's address where it is one of the web that no markup can be smuggled into, else empty."""
    address = one_line(article.url or "")
    return address if address.startswith(("http://", "https://")) and not set("<> ") & set(address) else ""


def _chicago_day(article: Article) -> str:
    start, end = article.published.start, article.published.end
    day = start or end
    if day is None:
        return "n.d."
    if start == end and article.published.basis == "stated":
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year:04}"
    return f"[{publication_words(article.published).removesuffix(' (inferred)')}]"


def _gb_day(article: Article) -> str:
    start, end = article.published.start, article.published.end
    if start is None and end is None:
        return "[日期不详]"
    if start == end and start is not None and article.published.basis == "stated":
        return start.isoformat()
    ends = [d.isoformat() if d else "" for d in (start, end)]
    return f"[{ends[0] if ends[0] == ends[1] else '/'.join(ends)}]"
