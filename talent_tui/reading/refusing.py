"""Bytes that are no text: what they seem to be, and what to do about it."""

from talent_tui.model import UnreadableError

_TEXT_OF_IT = "save its text as .txt or .md and add that"
_BEGINNINGS = (
    (b"%PDF-", "a PDF", _TEXT_OF_IT),
    (b"PK\x03\x04", "a zip archive or an office document (docx, epub)", _TEXT_OF_IT),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)", _TEXT_OF_IT),
    (b"{\\rtf", "a rich text document", _TEXT_OF_IT),
    (b"\x89PNG", "a picture", "write its text into a .txt file and add that"),
    (b"\xff\xd8\xff", "a picture", "write its text into a .txt file and add that"),
    (b"GIF8", "a picture", "write its text into a .txt file and add that"),
    (b"BM\x00", "a picture", "write its text into a .txt file and add that"),
    (b"RIFF", "a picture, a sound or a film", "write its text into a .txt file and add that"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"BZh", "a compressed file (bzip2)", "unpack it first"),
    (b"\xfd7zXZ", "a compressed file (xz)", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3", "a database", _TEXT_OF_IT),
    (b"\x7fELF", "a program", "give a text file"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def refuse_binary(name: str, data: bytes) -> None:
    """Raise UnreadableError where `data` is no text; `name` is for the sentence that says so."""
    for beginning, kind, advice in _BEGINNINGS:
        if data.startswith(beginning):
            raise UnreadableError(f"{name} seems to be {kind}, no text; {advice}.")
    if b"\0" in data and not data.startswith(_WIDE_MARKS):
        raise UnreadableError(
            f"{name} holds NUL bytes and seems to be no text; if it is an article, save it as UTF-8 and add it again."
        )
