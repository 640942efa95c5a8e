"""The command as a process of its own, and a small store to look into."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from talent_tui.store import TimelineStore
from tests.factories import company, make_event, make_record, person, published


class Result:
    def __init__(self, run: "subprocess.CompletedProcess[bytes]") -> None:
        self.code = run.returncode
        self.out = run.stdout.decode("utf-8")
        self.err = run.stderr.decode("utf-8")


class Program:
    """`talent-tui` in a process of its own, with its own home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("TALENT_TUI")},
            "HOME": str(home),
            **{f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CACHE", "CONFIG")},
        }

    def __call__(self, *argv: str | Path, stdin: bytes = b"", **env: str) -> Result:
        command = [sys.executable, "-m", "talent_tui", *map(str, argv)]
        run = subprocess.run(command, input=stdin, capture_output=True, env={**self.env, **env}, check=False)
        result = Result(run)
        assert "Traceback" not in result.err
        return result


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with two articles that nothing had to be read for."""
    lin = person("林若川", "Ruochuan Lin", ident="lin-ruochuan", readings=["linruochuan", "lrc"])
    varga = person("Tobin Varga", ident="tobin-varga")
    firms = [company("澜舟石", "Lanstone", ident="lanzhoushi"), company("Ombra", ident="ombra")]
    join = make_event(
        "join",
        ["lin-ruochuan"],
        "ombra",
        "lanzhoushi",
        day="2025-06-28",
        quote="林若川离开Ombra,加盟澜舟石",
        outlets=["晚潮新闻"],
    )
    nasty = make_event(
        "leave",
        ["tobin-varga"],
        "ombra",
        day="2025-07-01",
        status="denied",
        quote="Tobin Varga \x1b[31mleaves\x1b[0m \u202eOmbra",
        certainty="check",
    )
    path = tmp_path / "时 间 线.json"
    TimelineStore(path).change(
        [
            make_record(
                join, people=[lin], companies=firms, file="一.txt", outlet="晚潮新闻", day=published("2025-07-02")
            ),
            make_record(nasty, people=[varga], companies=firms, file="\x1b]0;title\x07.txt", title="Bell\x07"),
        ]
    )
    return path
