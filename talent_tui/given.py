"""What a person tells of an article that its text does not: when it came out, where, under which address.

Importing this imports nothing that reads text.
"""

from datetime import date
from typing import Final, NamedTuple

from talent_tui.model import Publication, UsageError
from talent_tui.model.printable import one_line

GIVEN_BY_USER: Final = "given by the user"
"""`Publication.because` of a window that a person set; working on the article again keeps such a window."""

_SCHEMES: Final = ("http://", "https://")


class Given(NamedTuple):
    """What goes before that which an article states of itself; None where nothing is told."""

    published: Publication | None = None
    outlet: str | None = None
    url: str | None = None


NOTHING: Final = Given()


def window(start: date, end: date) -> Publication:
    """The days between which an article came out, both included, as a person set them."""
    return Publication(start, end, "stated", GIVEN_BY_USER)


def address(text: str) -> str:
    """A web address that a person typed, as it can be cited. Raises UsageError where it is none."""
    typed = text.strip()
    if typed.startswith(_SCHEMES) and len(typed.split("//", 1)[1]) > 0 and typed == one_line(typed):
        if not set("<> ") & set(typed):
            return typed
        raise UsageError(f"{one_line(typed)} is no address: it holds a blank or one of < >.")
    raise UsageError(f"{one_line(typed) or 'Nothing'} is no address; type one that begins with https:// or http://.")


def outlet(text: str) -> str:
    """The name of an outlet that a person typed. Raises UsageError where it is empty."""
    name = one_line(text)
    if not name:
        raise UsageError("An outlet has a name; leave the option out where it is not known.")
    return name
