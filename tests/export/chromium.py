"""Headless Chromium over its debugging pipe (chromedevtools.github.io/devtools-protocol), without a library."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROGRAM = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)

_SECONDS = 30


class Page:
    """An open page."""

    def __init__(self, reading: int, writing: int) -> None:
        self._read = os.fdopen(reading, "rb", buffering=0)
        self._write = os.fdopen(writing, "wb", buffering=0)
        self._number = 0
        self._rest = b""
        self.session: str | None = None

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        call = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            call["sessionId"] = self.session
        self._write.write(json.dumps(call).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = self._read.read(65536)
            assert data, "Chromium ended"
            self._rest += data
        line, self._rest = self._rest.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def run(self, script: str) -> Any:
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def close(self) -> None:
        self._read.close()
        self._write.close()


@contextlib.contextmanager
def opened(file: Path, profile: Path) -> Iterator[Page]:
    """The file in a browser without a window, loaded whole."""
    assert PROGRAM is not None
    to_browser, our_end = os.pipe()
    from_browser, their_end = os.pipe()
    flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --remote-debugging-pipe --window-size=1300,900"
    command = f'exec "$0" {flags} --user-data-dir="$1" about:blank 3<&{to_browser} 4>&{their_end}'
    browser = subprocess.Popen(
        ["bash", "-c", command, PROGRAM, str(profile)],
        pass_fds=(to_browser, their_end),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(to_browser)
    os.close(their_end)
    page = Page(from_browser, our_end)
    try:
        target = page.send("Target.createTarget", url=file.as_uri())["targetId"]
        page.session = page.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        # A new target starts as an empty page, complete at once; only then does it go to the file.
        deadline = time.monotonic() + _SECONDS
        while page.run("location.protocol + document.readyState") != "file:complete":
            assert time.monotonic() < deadline, "the page did not load"
            time.sleep(0.05)
        yield page
    finally:
        page.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()
