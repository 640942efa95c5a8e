"""Bytes to an article: decoding, web pages, damaged text, script; title, outlet, author and day as stated.

`find_sources` gives the bytes, `read` the article with its text untouched, `clean` the same text as the taggers read
it. Imported only when something is added: its libraries cost time.
"""

import hashlib

from talent_tui.model import Article, CleanText, UnreadableError
from talent_tui.reading.cleaning import clean_text
from talent_tui.reading.decoding import decode
from talent_tui.reading.refusing import refuse_binary
from talent_tui.reading.script import language_of
from talent_tui.reading.sources import LIMIT, STANDARD_INPUT, Source, find_sources, one_source
from talent_tui.reading.stated import stated_in
from talent_tui.reading.webpage import is_page, read_page

__all__ = ["LIMIT", "STANDARD_INPUT", "Source", "clean", "find_sources", "one_source", "read"]


def read(source: Source) -> Article:
    """The article in `source`. Raises UnreadableError with one sentence where it is no text or an empty one."""
    name, data = source
    refuse_binary(name, data)
    if is_page(name, data):
        page = read_page(data)
        text, stated, repairs = page.text, page.stated, page.repairs
    else:
        decoded = decode(data)
        text, repairs = decoded.text, decoded.repairs
        stated = stated_in(text)
    if not text.strip():
        raise UnreadableError(f"{name} holds no text; check that it was saved whole.")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=digest[:12],
        digest=digest,
        text=text,
        file=name,
        title=stated.title,
        outlet=stated.outlet,
        author=stated.author,
        url=stated.url,
        published=stated.published,
        language=language_of(text),
        repairs=repairs + clean_text(text).repairs,
    )


def clean(article: Article) -> CleanText:
    """The text as the taggers read it, with its offset map. A pure function of `article.text`."""
    return clean_text(article.text).text
