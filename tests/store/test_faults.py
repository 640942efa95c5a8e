"""Faults of the system, made for real: a full disk, somebody else's files, a kill in the middle of many articles."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from talent_tui.store import TimelineStore
from tests.store.full_disk import record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")

ROOT = Path(__file__).parents[2]
NOBODY = "65534"


def test_a_full_disk_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    disk = tmp_path / "满 盘"
    disk.mkdir()
    script = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" -m tests.store.full_disk "$1"'
    for unshare in (["unshare", "-m"], ["unshare", "-rm"]):
        probe = [*unshare, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
        if shutil.which("unshare") and subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            break
    else:
        pytest.skip("mounting a small disk is not allowed here")
    run = subprocess.run(
        [*unshare, "sh", "-c", script, "sh", str(disk), sys.executable],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["held"] == told["acknowledged"] != []
    assert told["same"], "the file was left as it was"
    assert told["refused"], "a correction that does not fit is refused too"
    assert told["whole"]
    assert "No space left on device" in told["sentence"]
    assert "\n" not in told["sentence"]
    assert told["left"] == ["线.json", "线.json.bak", "线.json.lock"], "nothing half-written lies about"
    assert told["goes_on"]


class Stranger:
    """The program, run by a user to whom the files do not belong."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.prefix: list[str] = []
        if os.geteuid() == 0:
            setpriv = shutil.which("setpriv")
            assert setpriv, "as root, faults of permission do not happen: setpriv (util-linux) must drop the privileges"
            self.prefix = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            who = subprocess.run([*self.prefix, "id", "-u"], capture_output=True, text=True, check=True)
            assert who.stdout.strip() == NOBODY, "the privileges could not be dropped"

    def __call__(self, *argv: str) -> "subprocess.CompletedProcess[str]":
        env = {k: v for k, v in os.environ.items() if not k.startswith(("TALENT_TUI", "XDG_"))}
        command = [*self.prefix, sys.executable, "-B", "-m", "talent_tui", *argv]
        return subprocess.run(
            command, capture_output=True, text=True, env={**env, "HOME": str(self.home)}, check=False, cwd=ROOT
        )


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder with a space that everybody can look into, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folder = Path(made) / "别人 的"
        folder.mkdir()
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def stranger(shared: Path) -> Stranger:
    home = shared.parent / "home"
    home.mkdir()
    home.chmod(0o777)
    return Stranger(home)


def kept(folder: Path) -> Path:
    path = folder / "线.json"
    TimelineStore(path).change([record(1)])
    (folder / "线.json.lock").unlink(missing_ok=True)
    return path


WRITING = (["edit", "{event}", "--note", "x"], ["edit", "--undo"], ["remove", "1"], ["add", "{article}"])


@pytest.mark.parametrize("argv", WRITING, ids=lambda argv: argv[0])
def test_somebody_elses_timeline_can_be_read_and_is_not_changed(
    shared: Path, stranger: Stranger, argv: list[str]
) -> None:
    path = kept(shared)
    article = shared.parent / "neu.txt"
    article.write_text("2024年4月9日,托宾·瓦尔加(Tobin Varga)离开布莱特。", "utf-8")
    event = record(1).events[0].id
    path.chmod(0o444)
    shared.chmod(0o555)
    before = path.read_bytes(), sorted(p.name for p in shared.iterdir())
    looked = stranger("find", "Ines", "--store", str(path))
    assert looked.returncode == 0, looked.stderr
    run = stranger(*(a.format(event=event, article=article) for a in argv), "--store", str(path))
    assert run.returncode == 3, run.stderr
    said = run.stderr.strip().splitlines()[-1]
    assert "Permission denied" in said
    assert str(path) in said
    assert "Traceback" not in run.stderr
    assert (path.read_bytes(), sorted(p.name for p in shared.iterdir())) == before


@pytest.mark.parametrize("argv", [["find", "Ines"], ["export"], ["edit", "--list"], ["store", "check"]], ids=" ".join)
def test_a_timeline_that_may_not_be_read_is_said_in_one_sentence(
    shared: Path, stranger: Stranger, argv: list[str]
) -> None:
    path = kept(shared)
    path.chmod(0o000)
    run = stranger(*argv, "--store", str(path))
    path.chmod(0o644)
    assert run.returncode == 3
    assert run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1
    assert "Permission denied" in run.stderr
    assert len(TimelineStore(path).load()) == 1


def test_an_add_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "五百 篇"
    folder.mkdir()
    many = 230  # more than are written at once
    for number in range(many):
        (folder / f"{number:03}.txt").write_text(f"2024年4月9日,托宾·瓦尔加离开布莱特。第{number}篇。", "utf-8")
    env = {**os.environ, "HOME": str(tmp_path), **{f"XDG_{n}_HOME": str(tmp_path / n) for n in ("DATA", "CACHE")}}
    command = [sys.executable, "-m", "talent_tui", "add", str(folder), "--store", str(tmp_path / "t.json")]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, env=env, cwd=ROOT)
    assert child.stderr is not None
    told = [child.stderr.readline()]
    os.kill(child.pid, signal.SIGKILL)
    told += child.stderr.read().splitlines()
    child.wait()
    child.stderr.close()
    acknowledged = [line for line in told if line.startswith(b"added")]
    assert acknowledged
    assert len(acknowledged) < many
    again = subprocess.run(command, capture_output=True, env=env, check=True, cwd=ROOT)
    states = [line.split()[0] for line in again.stderr.splitlines()]
    assert len(states) == many
    assert states.count(b"unchanged") >= len(acknowledged)
    assert len(TimelineStore(tmp_path / "t.json").load()) == many
