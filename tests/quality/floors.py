"""A guard against loss: figures that must not fall below what was once reached."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floor.toml")
SECOND_FLOORS = Path(__file__).with_name("floor-second.toml")

SLACK = 0.0005
"""Figures are shown and written with three places; the rest is rounding."""


def load_floors(path: Path = FLOORS) -> tuple[dict[str, float], dict[str, float]]:
    """The lowest figures allowed, and the highest for those that are the better the lower."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return dict(table["floor"]), dict(table["ceiling"])


def breaches(figures: Mapping[str, float], floor: Mapping[str, float], ceiling: Mapping[str, float]) -> list[str]:
    """One sentence for each figure that is worse than allowed, or that is guarded but was not measured."""
    lines = []
    for limits, word, sign in ((floor, "below its floor of", 1), (ceiling, "above its ceiling of", -1)):
        for name, limit in limits.items():
            if name not in figures:
                lines.append(f"{name} is guarded in {FLOORS.name} but was not measured")
            elif sign * (figures[name] - limit) < -SLACK:
                lines.append(f"{name} is {figures[name]:.3f}, {word} {limit:.3f}")
    return lines
