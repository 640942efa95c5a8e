"""Colours: two calm themes of our own, and the terminal's. Never the only thing that tells two things apart."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

DARK = Theme(
    name="talent-dark",
    primary="#7aa2d6",
    secondary="#8fb8a8",
    accent="#e0b26a",
    warning="#e0b26a",
    error="#e08a8a",
    success="#8cc48c",
    foreground="#d5d9e0",
    background="#14171c",
    surface="#191d24",
    panel="#232933",
    dark=True,
    variables={
        "faint": "#838c9b",
        "person": "#e6c58a",
        "company": "#8ab8ea",
        "when": "#93cbb4",
        "amount": "#d9a5cf",
        "cursor": "#2f4360",
        "cursor-blurred": "#262d38",
        "bar": "#6f9bd0",
        "footer-key": "#e6c58a",
    },
)

LIGHT = Theme(
    name="talent-light",
    primary="#2f5f9e",
    secondary="#2c6b57",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a83232",
    success="#2e7031",
    foreground="#22262d",
    background="#f7f6f2",
    surface="#fffefb",
    panel="#e7e5de",
    dark=False,
    variables={
        "faint": "#666b73",
        "person": "#7a4f00",
        "company": "#1c5596",
        "when": "#21614c",
        "amount": "#86407a",
        "cursor": "#cfe0f4",
        "cursor-blurred": "#eceae3",
        "bar": "#4d7fbd",
        "footer-key": "#7a4f00",
    },
)

TERMINAL_DEFAULTS = {
    "faint": "ansi_default",
    "person": "ansi_yellow",
    "company": "ansi_blue",
    "when": "ansi_green",
    "amount": "ansi_magenta",
    "cursor": "ansi_blue",
    "cursor-blurred": "ansi_default",
    "bar": "ansi_blue",
    "footer-key": "ansi_yellow",
}
"""The same in the terminal's own sixteen colours, for the `ansi` themes."""

CYCLE = ("talent-dark", "talent-light", "ansi-dark", "ansi-light")
"""The themes that the theme key goes through."""

COLOURLESS_CYCLE = ("ansi-dark", "ansi-light")
"""Those of them that tell a cursor by its attributes, for a screen without colours."""


class Look(NamedTuple):
    """A style by names of the theme's colours. `plain` are attributes that stand for shades where there are none."""

    colour: str = ""
    background: str = ""
    attributes: str = ""
    plain: str = ""


LOOKS: dict[str, Look] = {
    "ground": Look("foreground", "surface"),
    "bare": Look("foreground", "background"),
    "faint": Look("faint", plain="dim"),
    "strong": Look(attributes="bold"),
    "accent": Look("accent"),
    "good": Look("success"),
    "warn": Look("warning"),
    "bad": Look("error"),
    "person": Look("person", attributes="bold"),
    "company": Look("company", attributes="bold"),
    "date": Look("when"),
    "amount": Look("amount", attributes="bold"),
    "struck": Look("error", attributes="strike"),
    "off": Look("faint", attributes="italic", plain="dim"),
    "bar": Look("bar"),
    "hatch": Look("bar"),
    "heading": Look("primary"),
    "title": Look("faint", "panel", plain="underline"),
    "title-focus": Look("background", "primary", "bold", plain="reverse"),
    "cursor": Look("foreground", "cursor", "bold", plain="reverse"),
    "cursor-blurred": Look("", "cursor-blurred", plain="underline"),
    "quote": Look("foreground"),
    "chosen": Look("accent", attributes="bold"),
    "key": Look("footer-key", attributes="bold"),
    "range": Look("accent", attributes="bold"),
}
"""What the names that pieces of text bear look like."""


class Colourless(LineFilter):
    """No colour codes at all, as `NO_COLOR` asks for; the framework's own filter makes colours grey ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with attributes only: bold, underlined, reverse."""
        return [Segment(text, _without_colour(style), control) for text, style, control in segments]


def _without_colour(style: Style | None) -> Style | None:
    if style is None:
        return None
    meta = style.meta
    return style.without_color + Style.from_meta(meta) if meta else style.without_color


_known: tuple[Mapping[str, str], dict[str, Style]] | None = None


def looks_of(variables: Mapping[str, str]) -> dict[str, Style]:
    """The styles under a theme's colours, by name. Worked out once a theme."""
    global _known
    if _known is None or _known[0] is not variables:
        _known = (variables, {name: _style(look, variables) for name, look in LOOKS.items()})
    return _known[1]


def _style(look: Look, variables: Mapping[str, str]) -> Style:
    plain = variables["background"] == "ansi_default"
    shaded = plain and bool(look.background)
    return Style(
        color=Color.parse(variables[look.colour]).rich_color if look.colour and not shaded else None,
        bgcolor=Color.parse(variables[look.background]).rich_color if look.background and not plain else None,
    ) + Style.parse(f"{look.attributes} {look.plain if plain else ''}".strip() or "none")
