"""Where files lie: the user's timeline, cache, state and names, and the sample that ships with the program."""

import os
from pathlib import Path

_NAME = "talent-tui"
_SUFFIXES = frozenset({".htm", ".html", ".md", ".txt"})


def chosen_store(named: str | None) -> Path | None:
    """The timeline's file that `--store` or TALENT_TUI_STORE names; None for the user's own."""
    path = named or os.environ.get("TALENT_TUI_STORE")
    return Path(path).expanduser() if path else None


def default_store() -> Path:
    """The user's own timeline, in the data folder of the system."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "timeline.json"


def cache_folder() -> Path:
    """What can be made again at any time."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def user_names() -> Path:
    """The user's own people and organisations, if the file exists (see CONTRIBUTING.md for its form)."""
    import platformdirs

    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "names.toml"


def state_folder() -> Path:
    """What the app was left with: views, sessions. A person's own, whoever shares the timelines that they are of."""
    import platformdirs

    return Path(platformdirs.user_state_dir(_NAME, appauthor=False))


def sample_paths() -> list[Path]:
    """The sample articles: inside the installed package, or in a checkout's fixtures."""
    package = Path(__file__).parent
    for folder in (package / "sample", package.parent / "fixtures" / "articles"):
        if folder.is_dir():
            return sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES)
    return []
