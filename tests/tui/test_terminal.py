"""The app in a real terminal: what a person sees who starts it, types and leaves."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from talent_tui.store import TimelineStore
from tests.factories import company, make_event, make_record, person, published, span

pytestmark = pytest.mark.terminal

SECONDS = 20


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small timeline on the disk."""
    path = tmp_path_factory.mktemp("terminal") / "timeline.json"
    people = [
        person("欧阳若川", ident="ouyang-ruochuan", readings=("ouyangruochuan", "oyrc")),
        person("Maren Varga", ident="maren-varga"),
    ]
    firms = [company("青崖科技", ident="qingya"), company("Kestrel Works", ident="kestrel")]
    record = make_record(
        make_event("join", ["ouyang-ruochuan"], "qingya", "kestrel", day=span("2025-06-26", text="6月26日"),
                   quote="欧阳若川于6月26日从青崖科技加入Kestrel Works。", summary="欧阳若川 joins Kestrel Works"),
        make_event("leave", ["maren-varga"], "kestrel", None, day=span("2025-07-03", text="7月3日"),
                   quote="Maren Varga于7月3日离开Kestrel Works。", summary="Maren Varga leaves Kestrel Works"),
        people=people, companies=firms, file="news.txt", title="两则消息", outlet="晚潮新闻",
        day=published("2025-07-04"),
    )  # fmt: skip
    kept = TimelineStore(path)
    with kept.writing():
        kept.change([record], [])
    return path


class Terminal:
    """A tmux session of our own."""

    def __init__(self, command: list[str], state: str, width: int = 80, height: int = 24) -> None:
        self.server = f"talent-tui-test-{uuid.uuid4().hex}"
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        environment["XDG_STATE_HOME"] = state
        quoted = " ".join(f"'{part}'" for part in command)
        self._tmux("new-session", "-d", "-x", str(width), "-y", str(height), f"{quoted}; sleep 60", env=environment)

    def _tmux(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        command = ["tmux", "-u", "-L", self.server, "-f", os.devnull, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tmux("send-keys", key)

    def press_at_once(self, *keys: str) -> None:
        """Keys in one breath, faster than the app looks."""
        self._tmux("send-keys", *keys)

    def commit(self, text: str) -> None:
        """Several characters at once, as an input method commits them."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def until(self, *texts: str) -> str:
        """The screen once it shows all of `texts`: a slow machine may paint them one after the other."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            screen = self.screen()
            if all(text in screen for text in texts):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"{texts} never came together:\n{self.screen()}")

    def until_gone(self, text: str) -> None:
        """Wait until the screen does not show `text` any more."""
        end = time.monotonic() + SECONDS
        while text in self.screen():
            assert time.monotonic() < end, f"{text!r} never went"
            time.sleep(0.05)

    def close(self) -> None:
        self._tmux("kill-server")


class Starter(Protocol):
    """Opens the app in a terminal, with options; all that it starts share what the app keeps."""

    def __call__(self, *options: str) -> Terminal: ...


@pytest.fixture
def start(store: Path, tmp_path: Path) -> Iterator[Starter]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    opened: list[Terminal] = []

    def one(*options: str) -> Terminal:
        opened.append(Terminal([sys.executable, "-m", "talent_tui", "--store", str(store), *options], str(tmp_path)))
        return opened[-1]

    yield one
    for terminal in opened:
        terminal.close()


@pytest.fixture
def terminal(start: Starter) -> Terminal:
    return start()


def test_a_person_opens_filters_reads_and_leaves(terminal: Terminal) -> None:
    terminal.until("晚潮新闻", "2 events", "Thu 26 Jun", "欧阳若川 joins Kestrel Works")
    terminal.press("p", "Space")
    terminal.until("1 hidden by", "1/2 events")
    terminal.press("u")
    terminal.until("Undone.")
    terminal.press("T", "r")
    terminal.until("event 2 of 2")
    terminal.press("BSpace", "q")
    time.sleep(0.5)
    terminal.press("Enter")
    assert "Timeline" not in terminal.screen()


def test_the_last_session_comes_back_but_not_if_one_starts_afresh(start: Starter) -> None:
    first = start()
    first.until("2 events")
    first.press("/")
    first.until("Search")
    first.commit("欧阳若川")
    first.press("Enter")
    first.until("1 hidden by")
    first.press("S")
    first.until("Save as")
    first.commit("谁走了")
    first.press("Enter")
    first.until('Saved as "谁走了"')
    first.press("q")
    first.until_gone("Timeline")
    start().until("1/2 events", "As you left it: 1 of 2 events")
    fresh = start("--fresh")
    assert "hidden" not in fresh.until("2 events")
    fresh.press("V")
    fresh.until("1  谁走了", "Saved views 1")


def test_what_is_typed_right_behind_enter_is_no_part_of_what_was_entered(terminal: Terminal) -> None:
    terminal.until("2 events")
    terminal.press_at_once("/", *"oyrc", "Enter", "S", *"abc", "Enter", "V")
    terminal.until('1  abc  "oyrc"', "Saved views 1")


def test_keys_in_one_breath_are_done_in_their_order(terminal: Terminal) -> None:
    terminal.until("2 events")
    terminal.press_at_once("p", "j", "Space", "t", "j", "Space", "c", "x", "T", "b", "l", "Space")
    screen = terminal.until("o leave").splitlines()[0]
    assert "欧阳若川  o leave  not Kestrel Works" in screen


def test_an_input_method_commits_many_characters_at_once(terminal: Terminal) -> None:
    terminal.until("2 events")
    terminal.press("/")
    terminal.until("Search")
    terminal.commit("欧阳若川于6月26日")
    terminal.until("Search 欧阳若川于6月26日", "1/2 events")


def test_readings_find_without_an_input_method(terminal: Terminal) -> None:
    terminal.until("2 events")
    terminal.press("/")
    terminal.commit("oyrc")
    terminal.press("Enter")
    terminal.until('"oyrc"', "1/2 events")


def test_the_keyboard_protocol_that_breaks_long_commits_is_never_asked_for(store: Path, tmp_path: Path) -> None:
    controller, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-kitty", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": str(tmp_path)}
    environment.pop("TEXTUAL_DISABLE_KITTY_KEY", None)
    app = subprocess.Popen(
        [sys.executable, "-m", "talent_tui", "--store", str(store)],
        stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(child)
    try:
        seen = _read_until(controller, b"Kestrel")
        assert b"\x1b[>1u" not in seen
        os.write(controller, b"/" + "欧阳若川从青崖科技加入".encode())
        _read_until(controller, "欧阳若川从青崖科技加入".encode())
    finally:
        app.terminate()
        app.wait(timeout=SECONDS)
        os.close(controller)


def _read_until(controller: int, wanted: bytes) -> bytes:
    seen = b""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        ready, _, _ = select.select([controller], [], [], 0.1)
        if ready:
            seen += os.read(controller, 65536)
            if wanted in seen:
                return seen
    raise AssertionError(f"{wanted.decode()} never came")
