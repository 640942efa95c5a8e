"""The figures as a table, and the events that were missed, wrong or told without cause, one line each."""

from collections.abc import Iterator, Mapping, Sequence

from tests.quality.accounts import Happening
from tests.quality.pairing import Pairing

QUOTE_SHOWN = 44


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """An aligned table: a line for each figure, a column for each article. A figure that a column lacks is blank."""
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    heads = [_head(article) for article in rows]
    width = max(map(len, names), default=0)
    lines = [" " * width + "".join(f"  {head}" for head in heads)]
    for name in names:
        cells = (f"{row[name]:.2f}" if name in row else "" for row in rows.values())
        lines.append(f"{name:<{width}}" + "".join(f"  {c:>{len(h)}}" for c, h in zip(cells, heads, strict=True)))
    return "\n".join(line.rstrip() for line in lines)


def _head(article: str) -> str:
    """A column's head: short enough for twelve of them in a wide terminal, wide enough for a figure."""
    return f"{article[:9]:>5}"


def line(event: Happening) -> str:
    """An event in one line: type, days, people, from and to, status, the words."""
    first, last = (str(day) if day else ".." for day in event.days)
    days = first if first == last else f"{first}/{last}"
    people = ",".join(sorted(event.people)) or "-"
    quote = event.quote.replace("\n", " ")[:QUOTE_SHOWN]
    ends = f"{event.origin or '-'} > {event.target or '-'}"
    return f"{event.type:<10} {days:<21} {people}  {ends}  {event.status}  {quote}"


def misses(pairing: Pairing) -> Iterator[str]:
    """What an article's pairing leaves to be wished for."""
    for event in pairing.missed:
        yield f"  missed    {line(event)}"
    for pair in pairing.pairs:
        if pair.faults:
            yield f"  wrong     {line(pair.key)}"
            yield f"     {'/'.join(pair.faults)}: {line(pair.told)}"
        elif pair.key.status != pair.told.status:
            yield f"  status    {line(pair.key)}  told as {pair.told.status}"
    for event in pairing.uncalled:
        yield f"  uncalled  {line(event)}"


def verdict(lines: Sequence[str]) -> str:
    """What to tell whoever broke a floor."""
    return "\n".join(
        [
            "The program has got worse on the fixtures:",
            *(f"  {text}" for text in lines),
            "See what with `python -m tests.quality --misses`.",
        ]
    )
