"""The people and firms of a text, as the timeline knows them."""

from collections.abc import Callable
from typing import Final

from talent_tui.index import Index, fold
from talent_tui.lexicon.names import default_names
from talent_tui.lookup.names import bare
from talent_tui.model import Entity, Person, Tagged

_LEAST_SOUND: Final = 5
"""Letters of pinyin below which many names sound alike."""


class Names:
    """From a text's own ids to the timeline's: the same id, or an entry that bears one of the whole names."""

    def __init__(self, index: Index) -> None:
        """The names of one timeline."""
        self._index = index
        self._by_name: dict[str, str] = {}
        self._by_sound: dict[str, str] = {}
        self._ambiguous: set[str] = set()
        entries: list[Entity] = [*index.people.values(), *index.companies.values()]
        for entry in entries:
            for form in {bare(form) for form in (entry.name, *entry.aliases)}:
                if self._by_name.setdefault(form, entry.id) != entry.id:
                    self._ambiguous.add(form)
        self._by_start: dict[str, str] = {}
        for firm in index.companies.values():
            for reading in {r for r in firm.readings if len(r) >= _LEAST_SOUND and not firm.name.isascii()}:
                for end in range(_LEAST_SOUND, len(reading) + 1):
                    if self._by_start.setdefault(reading[:end], firm.id) != firm.id:
                        self._ambiguous.add(reading[:end])
        for person in index.people.values():
            for sound in _sounds(person):
                if self._by_sound.setdefault(sound, person.id) != person.id:
                    self._ambiguous.add(sound)

    def turn(self, tagged: Tagged) -> Callable[[str], str]:
        """The timeline's id for each of a text's; ids that it does not know stay."""
        lexicon = default_names()
        known: dict[str, str] = {}
        locals_: list[Entity] = [*tagged.people, *tagged.companies]
        for local in locals_:
            fact = lexicon.people.get(local.id) or lexicon.organisations.get(local.id)
            also = (fact.name, *fact.also) if fact is not None else ()
            forms = [bare(form) for form in (local.name, *local.aliases, *also)]
            found = next((self._by_name[f] for f in forms if f in self._by_name and f not in self._ambiguous), None)
            if found is None and isinstance(local, Person):
                sounds = sorted(_sounds(local) - self._ambiguous)
                found = next((self._by_sound[s] for s in sounds if s in self._by_sound), None)
            if found is None and not isinstance(local, Person) and local.id not in self._index.companies:
                found = self.sounding(local.name)
            if found is None and (local.id in self._index.people or local.id in self._index.companies):
                found = local.id
            known[local.id] = found or local.id
        return lambda ident: known.get(ident, ident)

    def sounding(self, name: str) -> str | None:
        """The Chinese firm whose name begins as the first words of a Latin one sound (Daodu Media: 岛读传媒)."""
        words = fold(name).replace("'", "").replace("’", "").split() if name.isascii() else []
        for end in range(len(words), 0, -1):
            start = "".join(words[:end])
            if start in self._by_start and start not in self._ambiguous:
                return self._by_start[start]
        return None


def _sounds(person: Person) -> set[str]:
    """How the whole name sounds, in Latin letters: a Chinese one by its pinyin, a Latin one in either order."""
    if not person.name.isascii():
        return {r for r in person.readings[:1] if len(r) >= _LEAST_SOUND}
    words = fold(person.name).split()
    return {"".join(words), "".join(reversed(words))} if len(words) == 2 else set()
