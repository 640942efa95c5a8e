"""The stages in order for one article: bytes to article, to mentions, to events.

Importing this module imports everything that reads text (jieba, OpenCC, …): only do so when something is added.
"""

import msgspec

from talent_tui import __version__, events, reading, tagging
from talent_tui.given import GIVEN_BY_USER
from talent_tui.lexicon.names import NameLexicon, default_names
from talent_tui.model import Article, ArticleRecord, Publication


def process(
    source: reading.Source, published: Publication | None = None, names: NameLexicon | None = None
) -> ArticleRecord:
    """Read one source whole. `published` is a window that the user gave; it goes before what the article states.

    Raises UnreadableError where the source is no text.
    """
    return extract(reading.read(source), published, names)


def reprocess(
    record: ArticleRecord, published: Publication | None = None, names: NameLexicon | None = None
) -> ArticleRecord:
    """The same text again, with today's program and lexicon, or with another day of publication.

    A day that the user gave before is kept. What the article itself states is kept as it was read, since a saved web
    page states it outside of the text that is stored.
    """
    given = record.article.published
    if published is None and given.because == GIVEN_BY_USER:
        published = given
    return extract(record.article, published, names)


def extract(article: Article, published: Publication | None, names: NameLexicon | None = None) -> ArticleRecord:
    """The events of an article as it was read; `published` as in `process`."""
    clean = reading.clean(article)
    tagged = tagging.tag(article, clean, names or default_names(), published)
    article = msgspec.structs.replace(article, published=tagged.published)
    return ArticleRecord(
        article=article,
        people=tagged.people,
        companies=tagged.companies,
        events=events.extract(article, tagged),
        generator=__version__,
    )
