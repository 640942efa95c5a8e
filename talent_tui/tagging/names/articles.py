"""The names of one article by itself, for people who ask why."""

import msgspec

from talent_tui.lexicon.names import NameLexicon
from talent_tui.model import Article, CleanText
from talent_tui.tagging.names import Names, find_names
from talent_tui.tagging.sentences import split


def names_of_article(article: Article, clean: CleanText, lexicon: NameLexicon) -> Names:
    """Whom an article names; mentions in the offsets of the article's own text."""
    found = find_names(clean, split(clean.text), lexicon, article.text)
    mentions = []
    for mention in found.mentions:
        at = clean.stored(mention.start, mention.end)
        mentions.append(msgspec.structs.replace(mention, start=at.start, end=at.end))
    return found._replace(mentions=tuple(mentions))
