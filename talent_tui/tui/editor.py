"""Reading an article in the editor that a person has chosen."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from talent_tui.model import Article
from talent_tui.tui.strings import say


def edit(app: App[None], article: Article, at: int) -> str | None:
    """Hand the terminal to $VISUAL or $EDITOR, at the line of character `at`; what went wrong, None if nothing did.

    The editor gets a copy: the stored text never changes, for offsets count in it.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return say("not.editor")
    line = article.text.count("\n", 0, at) + 1
    with tempfile.TemporaryDirectory(prefix="talent-tui-") as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8", errors="replace")
        try:
            with app.suspend():
                code = subprocess.call([*shlex.split(editor), f"+{line}", str(path)])
        except SuspendNotSupported:
            return say("not.suspend")
        except (OSError, ValueError) as error:
            return say("said.editor", editor=editor, code=error)
    return say("said.editor", editor=editor, code=code) if code else None
