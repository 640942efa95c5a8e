"""Days as they can be known: Extended Date/Time Format (ISO 8601-2), with the first and the last day covered."""

from datetime import date
from typing import Literal

import msgspec

Basis = Literal["explicit", "relative", "none", "unresolved"]
"""How a day is known: written (`explicit`), counted from another day (`relative`), not in the text (`none`), or
relative to a publication that is unknown (`unresolved`: its words are kept, no day is claimed)."""

Extent = Literal["within", "during"]
"""Whether something happened on some day of the span (`within`) or went on through it (`during`)."""


class DateSpan(msgspec.Struct, frozen=True, omit_defaults=False):
    """When something happened, as far as the text tells.

    `start` and `end` are the first and last day that `edtf` covers, None on an open side; all three are None where no
    day is claimed. `text` are the article's own words, in its own script. `because` says in a few words what the
    reading rests on ("publication 2025-07-02", "counted from 6月28日"); it is None where the words say it all.
    """

    edtf: str | None
    start: date | None
    end: date | None
    text: str | None
    basis: Basis
    extent: Extent = "within"
    because: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the text itself claims a day, be it open on one side."""
        return self.basis in ("explicit", "relative") and (self.start is not None or self.end is not None)


NO_DATE = DateSpan(edtf=None, start=None, end=None, text=None, basis="none")
"""No day claimed: what is planned without a date, or told in an article of unknown publication."""


class Publication(msgspec.Struct, frozen=True):
    """The window of days in which an article came out. Unknown stays unknown: never today's date, never the file's.

    `stated`: written in the text or given by the user; `inferred`: worked out from what the text tells. `because` says
    from what.
    """

    start: date | None = None
    end: date | None = None
    basis: Literal["stated", "inferred", "unknown"] = "unknown"
    because: str | None = None


UNKNOWN_PUBLICATION = Publication()
