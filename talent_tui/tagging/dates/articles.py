"""All dates of one article, for people who want to see what the program reads and why."""

import msgspec

from talent_tui.model import Article, CleanText, DateMention, Publication
from talent_tui.tagging.dates import find_dates
from talent_tui.tagging.publication import publication_of


def dates_of_article(
    article: Article, clean: CleanText, published: Publication | None = None
) -> tuple[Publication, tuple[DateMention, ...]]:
    """The window of publication (`published` if given) and the dates, offsets and words in the stored text.

    Runs that must yield nothing (damage, a page's clutter) have none.
    """
    window = published or publication_of(article, clean.text, ())
    mentions = []
    for mention in find_dates(clean.text, window):
        if clean.is_blocked(mention.start, mention.end):
            continue
        start, end = clean.stored(mention.start, mention.end)
        value = msgspec.structs.replace(mention.value, text=article.text[start:end])
        mentions.append(msgspec.structs.replace(mention, start=start, end=end, value=value))
    return window, tuple(mentions)
