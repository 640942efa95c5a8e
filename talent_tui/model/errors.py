"""Errors that a user can meet: one clear sentence each, never a traceback."""


class TalentError(Exception):
    """Something went wrong that a user can do something about.

    The message is one sentence: what happened, where, and what to do. `exit_code` is what the command ends with
    (2 wrong use, 3 an input could not be read or the store could not be used).
    """

    exit_code = 3


class UsageError(TalentError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class UnreadableError(TalentError):
    """An input is no text that we can read; the others are kept."""


class StoreError(TalentError):
    """The timeline's file cannot be read or written; nothing in it was changed."""
