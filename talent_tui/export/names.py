"""Names for ids, for exports that people read."""

from collections.abc import Callable

from talent_tui.model import Entity, Event, Timeline


def namer(timeline: Timeline) -> Callable[[str | None], str]:
    """A function from an id to the name of its person or organisation: "" for None, the id where it has no entry."""
    entries: tuple[Entity, ...] = (*timeline.companies, *timeline.people)
    names = {entry.id: entry.name for entry in entries}
    return lambda ident: names.get(ident, ident) if ident else ""


def outlets(event: Event) -> tuple[str, ...]:
    """The outlets that the event's sources credit, each once, in order."""
    return tuple(dict.fromkeys(outlet for source in event.sources for outlet in source.outlets))
