"""An article to its mentions: sentences, dates, people, organisations, amounts."""

import msgspec

from talent_tui.lexicon.names import NameLexicon
from talent_tui.model import Article, CleanText, DateMention, Publication, Tagged
from talent_tui.tagging.amounts import find_amounts
from talent_tui.tagging.dates import find_dates
from talent_tui.tagging.names import find_names
from talent_tui.tagging.publication import publication_of
from talent_tui.tagging.sentences import split


def tag(article: Article, clean: CleanText, names: NameLexicon, published: Publication | None) -> Tagged:
    """All mentions of an article, in the offsets of `clean`.

    `published` is the window that a user gave, else None: then the article's own stated day or what can be inferred
    from its text is taken. Nothing is found in the blocked runs of `clean`.
    """
    sentences = tuple(s for s in split(clean.text) if not _all_blocked(clean, s.start, s.end))
    window = published or publication_of(article, clean.text, sentences)
    found = find_names(clean, sentences, names, article.text)
    dates = tuple(
        _in_stored_script(mention, article, clean)
        for mention in find_dates(clean.text, window, sentences)
        if not clean.is_blocked(mention.start, mention.end)
    )
    amounts = tuple(a for a in find_amounts(clean.text) if not clean.is_blocked(a.start, a.end))
    return Tagged(
        clean=clean,
        published=window,
        sentences=sentences,
        dates=dates,
        names=found.mentions,
        amounts=amounts,
        people=found.people,
        companies=found.companies,
        careers=names.named_careers([p.id for p in found.people], {c.id for c in found.companies}),
    )


def _all_blocked(clean: CleanText, start: int, end: int) -> bool:
    return any(b.start <= start and end <= b.end for b in clean.blocked)


def _in_stored_script(mention: DateMention, article: Article, clean: CleanText) -> DateMention:
    span = clean.stored(mention.start, mention.end)
    words = article.text[span.start : span.end]
    return msgspec.structs.replace(mention, value=msgspec.structs.replace(mention.value, text=words))
