"""The command `talent-tui`: without a command it opens the app, else it runs the command. Never a traceback."""

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from talent_tui.model import TalentError, UsageError

_INTERRUPTED = 130
_BUG = 70
"""What the system's sysexits.h calls an internal error."""
_NOT_WRITTEN = 3
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the program and exit with its code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    code = _BUG
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except TalentError as error:
        _say(f"talent-tui: {error}")
        code = error.exit_code
    except BrokenPipeError:
        _drop_output()
        code = 0
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except Exception as error:
        if os.environ.get("TALENT_TUI_DEBUG"):
            raise
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            _drop_output()
            _say("talent-tui: the output could not be written: the disk is full. Make room, or write it elsewhere.")
            sys.exit(_NOT_WRITTEN)
        _say(
            f"talent-tui: a mistake in the program stopped it ({type(error).__name__}: {_brief(error)}). "
            "Set TALENT_TUI_DEBUG=1 and run it again to see where, and please report that."
        )
    sys.exit(code)


def _run(argv: list[str]) -> int:
    if not argv:
        return _open_app(None, sample=False, fresh=False)
    if argv[0] == "--store" and len(argv) == 2 and not argv[1].startswith("-"):
        return _open_app(argv[1], sample=False, fresh=False)
    from talent_tui import cli  # the app opens without a parser of command lines

    options = cli.parse(argv)
    if options.command is not None:
        return cli.run_parsed(options)
    return _open_app(options.store, sample=options.sample, fresh=options.fresh)


def _open_app(store: str | None, *, sample: bool, fresh: bool) -> int:
    _need_terminal()
    # Input methods commit whole words as one key event under the Kitty protocol, and Textual's parser drops long ones;
    # it reads this setting at its first import.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from talent_tui import tui, workspace
    from talent_tui.locations import chosen_store

    if sample:
        _say("Reading the sample articles …")
        opened = workspace.Workspace.sample()
    else:
        opened = workspace.Workspace.open(chosen_store(store))
    parting = tui.run(opened, fresh=fresh)
    if parting:
        _say(f"talent-tui: {parting}")
    return 0


def _need_terminal() -> None:
    """Raise UsageError where nobody sits at a keyboard: what is piped in would be taken for keys, and its end never."""
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        raise UsageError("The app needs a keyboard, and standard input is none; to read a text: talent-tui add -")
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        raise UsageError("The app draws on a terminal, and standard error is none: run it without redirecting that.")


def _say(sentence: str) -> None:
    from talent_tui.model.printable import one_line

    with contextlib.suppress(OSError, UnicodeError, ValueError):  # nobody may be listening
        print(one_line(sentence), file=sys.stderr, flush=True)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or "no details"


def _drop_output() -> None:
    """Let the interpreter close a standard output that nobody reads any more without a word."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
