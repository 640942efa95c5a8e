"""What is on the system's clipboard, through the system's own tools."""

import os
import shutil
import subprocess
from collections.abc import Mapping

from talent_tui.model import UnreadableError

TOOLS: tuple[tuple[str, str | None, tuple[str, ...], str], ...] = (
    ("wl-paste", "WAYLAND_DISPLAY", ("--no-newline",), "utf-8"),
    ("xclip", "DISPLAY", ("-selection", "clipboard", "-out"), "utf-8"),
    ("xsel", "DISPLAY", ("--clipboard", "--output"), "utf-8"),
    ("pbpaste", None, (), "utf-8"),
    (
        "powershell.exe",
        None,
        ("-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"),
        "utf-8-sig",
    ),
)
"""Programs that print the clipboard, the variable that says whether they can, their arguments and their encoding."""

_SECONDS = 5


def paste(environment: Mapping[str, str] = os.environ) -> bytes:
    """The clipboard's text in UTF-8. Raises UnreadableError where it is empty or no tool can read it."""
    failed = []
    for name, variable, arguments, encoding in TOOLS:
        program = shutil.which(name, path=environment.get("PATH"))
        if program is None or (variable is not None and not environment.get(variable)):
            continue
        try:
            run = subprocess.run([program, *arguments], capture_output=True, check=True, timeout=_SECONDS)
        except (OSError, subprocess.SubprocessError):
            failed.append(name)
            continue
        data = run.stdout.decode(encoding, "replace").encode() if encoding != "utf-8" else run.stdout
        if not data.strip():
            raise UnreadableError("The clipboard holds no text; copy an article first.")
        return data
    if failed:
        raise UnreadableError(f"The clipboard could not be read by {', '.join(failed)}; pipe the article into `add -`.")
    raise UnreadableError(
        "No program to read the clipboard was found (wl-paste, xclip, xsel, pbpaste); pipe the article into `add -`."
    )
