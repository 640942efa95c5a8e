"""Build the wheel, install it where nothing else is, and use it: `python -m tests.wheel`.

Run by `make wheel`. Exits with 0 where the installed program reads its own sample and exports events, else with a
sentence that says which step failed.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NoReturn

_ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="talent-tui-wheel-") as folder:
        place = Path(folder)
        _step("build the wheel", [sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(_ROOT)], place)
        wheels = list(place.glob("*.whl"))
        if len(wheels) != 1:
            _fail(f"the build left {len(wheels)} wheels")
        home = place / "environment"
        venv.create(home, with_pip=True)
        bin_ = home / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(bin_ / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        _step("install the wheel", [*pip, str(wheels[0])], place)
        program = str(bin_ / "talent-tui")
        version = _step("ask for the version", [program, "--version"], place)
        if not version.startswith("talent-tui "):
            _fail(f"the version reads {version!r}")
        code = "from talent_tui.workspace import sample_paths; print(*sample_paths(), sep='\\n')"
        sample = _step("find the sample", [str(bin_ / "python"), "-I", "-c", code], place).split("\n")
        if not sample or not all(Path(p).is_relative_to(home) for p in sample):
            _fail(f"the wheel does not carry the sample: {sample}")
        store = ["--store", str(place / "timeline.json")]
        _step("add the sample", [program, "add", *store, *sample], place)
        timeline = json.loads(_step("export the timeline", [program, "export", *store], place))
        if not timeline["events"] or len(timeline["articles"]) != len(sample):
            _fail(f"{len(timeline['articles'])} articles gave {len(timeline['events'])} events")
        print(f"{version.strip()}: {len(sample)} sample articles, {len(timeline['events'])} events.")


def _step(what: str, command: list[str], folder: Path) -> str:
    """Run a step outside of the checkout and return what it printed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "TALENT_TUI"))}
    data = {"XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache")}
    run = subprocess.run(
        command, cwd=folder, env={**clean, **data}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if run.returncode:
        _fail(f"could not {what} (exit code {run.returncode}): {(run.stderr or run.stdout).strip()[-2000:]}")
    return run.stdout.strip()


def _fail(why: str) -> NoReturn:
    sys.exit(f"wheel: {why}")


if __name__ == "__main__":
    main()
