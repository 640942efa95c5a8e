"""The system's clipboard: its own tool first, else the terminal's escape sequence (OSC 52)."""

import base64
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping

TOOLS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("wl-copy", "WAYLAND_DISPLAY", ("wl-copy",)),
    ("xclip", "DISPLAY", ("xclip", "-selection", "clipboard")),
    ("xsel", "DISPLAY", ("xsel", "--clipboard", "--input")),
    ("pbcopy", None, ("pbcopy",)),
    ("clip.exe", None, ("clip.exe",)),
)
"""Programs that put standard input on the clipboard, the variable that says whether they can, and how to call them."""

MOST = 74_994
"""Bytes of text beyond which terminals drop the escape sequence: their buffers hold 100,000 of Base64."""

SECONDS = 2
"""How long a tool may take."""


def copy(text: str, write: Callable[[str], None], environment: Mapping[str, str] = os.environ) -> str | None:
    """Put `text` on the clipboard; the name of the way that was taken, None where there is none.

    `write` sends an escape sequence to the terminal.
    """
    data = text.encode("utf-8", "replace")
    for name, variable, command in TOOLS:
        if (variable is None or environment.get(variable)) and shutil.which(command[0]):
            encoded = text.encode("utf-16") if name == "clip.exe" else data
            try:
                subprocess.run(
                    command, input=encoded, check=True, timeout=SECONDS,
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
            except (OSError, subprocess.SubprocessError):
                continue
            return name
    if len(data) > MOST:
        return None
    write(sequence(data, inside_tmux=bool(environment.get("TMUX"))))
    return "OSC 52"


def sequence(data: bytes, *, inside_tmux: bool) -> str:
    """The escape sequence that asks a terminal to copy `data`; inside tmux wrapped so that it passes through."""
    plain = f"\x1b]52;c;{base64.b64encode(data).decode()}\x07"
    return f"\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\" if inside_tmux else plain
