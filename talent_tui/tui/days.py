"""Days that a person types: what they mean, seen from today."""

from typing import TYPE_CHECKING

from talent_tui.lookup.times import Days, plain_days

if TYPE_CHECKING:
    from talent_tui.tui.app import TalentApp


def read_days(text: str, app: "TalentApp") -> Days | None:
    """What a person means by `text`, today; None where it is not understood.

    Plain dates are read at once; for all else the grammar is loaded, unless it is already.
    """
    plain = plain_days(text)
    return plain if plain is not None else app.read_days(text)
