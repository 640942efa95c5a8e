"""Days that a person types: what they mean, seen from today."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talent_tui.lookup.times import Days
    from talent_tui.tui.app import TalentApp


def plain_days(text: str) -> "Days | None":
    """What plain figures mean, without the grammar of dates; None for anything else."""
    from talent_tui.lookup.times import plain_days as plain

    return plain(text)


def read_days(text: str, app: "TalentApp") -> "Days | None":
    """What a person means by `text`, today; None where it is not understood.

    Plain dates are read at once; for all else the grammar is loaded, unless it is already.
    """
    plain = plain_days(text)
    return plain if plain is not None else app.read_days(text)
