"""When an article came out: stated in it, else a window inferred from its text, else unknown."""

from collections.abc import Sequence

from talent_tui.model import UNKNOWN_PUBLICATION, Article, Publication, Sentence


def publication_of(article: Article, text: str, sentences: Sequence[Sentence]) -> Publication:
    """The window of publication of `article`, whose clean text is `text`."""
    if article.published.basis != "unknown":
        return article.published
    return UNKNOWN_PUBLICATION
