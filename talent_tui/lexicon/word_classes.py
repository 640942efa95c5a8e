"""Words of the verb table that behave alike: `word_classes.toml`."""

from functools import cache

from talent_tui.lexicon.inflection import inflected
from talent_tui.lexicon.tables import load


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(w.lower() for w in words) for name, words in load("word_classes", dict[str, list[str]]).items()
    }


def is_a(word: str, name: str) -> bool:
    """Whether a word of the verb table, or the entry that it is a form of, belongs to a class.

    Raises KeyError for a class that the table does not have.
    """
    words, word = _classes()[name], word.lower()
    if word in words:
        return True
    form = inflected().get(word)
    return form is not None and form.entry in words
