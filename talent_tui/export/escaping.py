"""Text of an article inside Markdown: no sign of it is markup.

CommonMark 0.31, 2.4 says what a backslash does; tables and strikethrough are those of GitHub's dialect.
"""

import re
from typing import Final

from talent_tui.model.printable import one_line

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|~&])")


def in_markdown(text: str) -> str:
    """The text on one line, with a backslash before every sign that Markdown might take for its own."""
    return _MARKUP.sub(r"\\\1", one_line(text))
