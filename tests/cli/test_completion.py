"""Completion in the shells themselves, where they are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program


@pytest.fixture
def shell_env(program: Program, store: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which `talent-tui` is the program and its store the small one."""
    tools = tmp_path / "bin"
    tools.mkdir()
    tool = tools / "talent-tui"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m talent_tui "$@"\n', "utf-8")
    tool.chmod(0o755)
    return {
        **program.env,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "TALENT_TUI_STORE": str(store),
        "LC_ALL": "C.UTF-8",
    }


def run(shell: str, code: str, env: dict[str, str]) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    command = [shell, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("wh", ["who"]),
        ("who To", ["Tobin\\ Varga"]),
        ("who lrc", ["林若川"]),
        ("firm L", ["Lanstone"]),
        ("find --to Om", ["Ombra"]),
        ("find --status de", ["denied"]),
        ("--store x firm Om", ["Ombra"]),
        ("export --format ht", ["html"]),
    ],
)
def test_bash(words: str, offered: list[str], shell_env: dict[str, str]) -> None:
    code = f"""
        eval "$(talent-tui completion bash)"
        compopt() {{ :; }}
        COMP_WORDS=(talent-tui {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _talent_tui; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert run("bash", code, shell_env).splitlines() == offered


@pytest.mark.parametrize(
    ("line", "offered"), [("wh", "who"), ("who To", "Tobin Varga"), ("find --to Om", "Ombra"), ("firm 澜", "澜舟石")]
)
def test_fish(line: str, offered: str, shell_env: dict[str, str]) -> None:
    code = f'talent-tui completion fish | source; complete -C "talent-tui {line}"'
    assert offered in [told.partition("\t")[0] for told in run("fish", code, shell_env).splitlines()]


@pytest.mark.parametrize(("line", "offered"), [("wh", "who"), ("who Tob", "Tobin\\ Varga"), ("firm Omb", "Ombra")])
def test_zsh(line: str, offered: str, shell_env: dict[str, str], tmp_path: Path) -> None:
    code = f"""
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -d {tmp_path}/dump; eval "$(talent-tui completion zsh)"'
        zpty -w z 'bindkey "^I" complete-word; bindkey "^X" quoted-print; quoted-print() {{ print -r -- "<$BUFFER>" }}'
        zpty -w z 'zle -N quoted-print; print ready''-now'
        zpty -r -m z told '*ready-now*'
        zpty -n -w z $'talent-tui {line}\\t\\x18'
        zpty -r -m z told '*<talent-tui*>*'; print -r -- $told; zpty -d z
    """
    assert f"{offered}" in run("zsh", code, shell_env)


def test_only_known_shells(program: Program) -> None:
    for argv in (["completion"], ["completion", "tcsh"]):
        result = program(*argv)
        assert (result.code, result.out) == (2, "")
