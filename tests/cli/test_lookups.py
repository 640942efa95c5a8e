"""Cards, days, citations and articles from a pipe, as a user runs them."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from talent_tui.store import TimelineStore
from tests.cli.conftest import Program
from tests.factories import company, make_event, make_record, person, published, span

HOLM = "2024年3月5日,澜舟石宣布,伊内斯·霍姆(Ines Holm)从奥博加入公司,出任首席科学家。"


def test_who_prints_names_career_and_events(program: Program, store: Path) -> None:
    for name in ("林若川", "lrc", "Ruochuan Lin"):
        told = program("who", *name.split(), "--store", store).out
        assert told.startswith("林若川\nalso: Ruochuan Lin\n")
        assert "澜舟石  since Sat 28 Jun 2025" in told
        assert "Ombra   until Sat 28 Jun 2025" in told


def test_who_as_json(program: Program, store: Path) -> None:
    told = json.loads(program("who", "lrc", "--json", "--store", store).out)
    assert told["person"]["id"] == "lin-ruochuan"
    assert [stay["company"] for stay in told["career"]] == ["ombra", "lanzhoushi"]
    assert [e["type"] for e in told["timeline"]["events"]] == ["join"]


def test_firm_tells_arrivals_and_departures(program: Program, store: Path) -> None:
    told = program("firm", "Lanstone", "--store", store).out
    assert told.startswith("澜舟石\n")
    assert "\narrivals\n" in told
    assert "\ndepartures\n" not in told
    parts = json.loads(program("firm", "ombra", "--json", "--store", store).out)
    assert (len(parts["arrivals"]), len(parts["departures"]), len(parts["timeline"]["events"])) == (0, 2, 2)


@pytest.mark.parametrize(("command", "name"), [("who", "Vargo"), ("who", "林若穿"), ("firm", "Ombar")])
def test_a_near_miss_suggests(program: Program, store: Path, command: str, name: str) -> None:
    result = program(command, name, "--store", store)
    assert (result.code, result.out) == (1, "")
    assert "did you mean" in result.err


def test_a_name_that_fits_several_lists_them(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "t.json"
    people = [person("Ines Holm"), person("Ada Holm")]
    events = [make_event("leave", [p.id], "ombra", quote=f"{p.name} leaves") for p in people]
    TimelineStore(store).change([make_record(*events, people=people, companies=[company("Ombra")])])
    result = program("who", "Holm", "--store", store)
    assert (result.code, result.out) == (2, "")
    assert "ada-holm" in result.err
    assert "ines-holm" in result.err
    assert program("who", "ada-holm", "--store", store).out.startswith("Ada Holm\n")


def test_on_a_day(program: Program, store: Path) -> None:
    assert len(program("on", "2025-06-30", "--store", store).out.splitlines()) == 2
    assert len(program("on", "2025-06-30", "--around", "1", "--store", store).out.splitlines()) == 1
    nothing = program("on", "2024-01-01", "--store", store)
    assert (nothing.code, nothing.out) == (1, "")
    told = json.loads(program("on", "2025年6月28日", "--around", "0", "--json", "--store", store).out)
    assert [e["type"] for e in told["events"]] == ["join"]


def test_what_is_known_only_roughly_is_left_out_and_said(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "t.json"
    rough = make_event("found", [], day=span("2025", "2025-01-01", "2025-12-31"), quote="in 2025")
    TimelineStore(store).change([make_record(rough)])
    result = program("on", "2025-06-28", "--store", store)
    assert (result.code, result.out) == (1, "")
    assert "1 known only roughly" in result.err
    assert program("on", "2025-06-28", "--all", "--store", store).out.startswith("   2025")


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        ("chicago", "Ada Quill, “Holm \u241b leaves,” Harbour Post, July 2, 2025, https://post.example/holm."),
        (
            "gb7714",
            "Ada Quill. Holm \u241b leaves[N/OL]. Harbour Post, 2025-07-02[2026-01-05]. https://post.example/holm",
        ),
    ],
)
def test_citations(program: Program, tmp_path: Path, style: str, citation: str) -> None:
    store = tmp_path / "t.json"
    _cited(store, "https://post.example/holm")
    told = program("cite", _only(program, store), "--style", style, "--accessed", "2026-01-05", "--store", store)
    assert told.out == citation + "\n"


def test_a_citation_in_markdown_takes_nothing_for_markup(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "t.json"
    _cited(store, "javascript:alert(1)")
    told = program("cite", _only(program, store), "--style", "markdown", "--store", store).out
    assert "javascript" not in told
    assert "\\<b\\>" in told
    assert "> " in told


def _cited(store: Path, url: str) -> None:
    import msgspec

    event = make_event("leave", ["holm"], "ombra", quote="<b>Holm</b> leaves")
    record = make_record(event, title="Holm \x1b leaves", outlet="Harbour Post", day=published("2025-07-02"))
    article = msgspec.structs.replace(record.article, author="Ada Quill", url=url)
    TimelineStore(store).change([msgspec.structs.replace(record, article=article)])


def _only(program: Program, store: Path) -> str:
    (event,) = json.loads(program("export", "--store", store).out)["events"]
    return str(event["id"])


def test_an_article_from_a_pipe_is_shown_and_not_kept(program: Program) -> None:
    shown = program("-", stdin=HOLM.encode())
    assert shown.code == 0
    assert "Tue 5 Mar 2024" in shown.out
    told = json.loads(program("-", "--json", stdin=HOLM.encode()).out)
    assert "伊内斯·霍姆" in {n for p in told["people"] for n in (p["name"], *p["aliases"])}
    assert not (program.home / "DATA").exists()
    nothing = program("-", stdin="今天天气很好。".encode())
    assert (nothing.code, nothing.out) == (1, "")
    assert program("-", stdin=b"\x00\x01\x02\xff\xfe\x00").code == 3


def test_an_article_from_the_clipboard(program: Program, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    tool = tools / "xclip"
    tool.write_text(f"#!/bin/sh\nprintf '%s' '{HOLM}'\n", "utf-8")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    program.env |= {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "DISPLAY": ":9", "WAYLAND_DISPLAY": ""}
    result = program("add", "--clipboard")
    assert (result.code, result.out) == (0, "")
    assert "Tue 5 Mar 2024" in program("find", "Holm").out
    tool.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    empty = program("add", "--clipboard")
    assert empty.code == 3
    assert "no text" in empty.err


def test_export_takes_the_filters_of_find(program: Program, store: Path, tmp_path: Path) -> None:
    told = json.loads(program("export", "--person", "lrc", "--store", store).out)
    assert [e["people"] for e in told["events"]] == [["lin-ruochuan"]]
    assert [p["id"] for p in told["people"]] == ["lin-ruochuan"]
    assert len(program("export", "denied", "--format", "jsonl", "--store", store).out.splitlines()) == 1
    assert json.loads(program("export", "nobody", "--store", store).out)["events"] == []
    page = tmp_path / "page.html"
    assert program("export", "--since", "2025-07", "--format", "html", "--output", page, "--store", store).out == ""
    assert "lin-ruochuan" not in page.read_text("utf-8")


def test_only_what_somebody_vouched_for(program: Program, store: Path) -> None:
    nothing = program("find", "--verified", "--store", store)
    assert (nothing.code, nothing.out) == (1, "")
    told = json.loads(program("find", "lrc", "--json", "--store", store).out)
    assert program("edit", told["events"][0]["id"], "--verify", "--store", store).code == 0
    assert program("find", "--verified", "--store", store).out.startswith("v  Sat 28 Jun 2025")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_person_at_a_terminal_is_asked_which(program: Program, tmp_path: Path) -> None:
    import pty

    store = tmp_path / "t.json"
    people = [person("Ines Holm"), person("Ada Holm")]
    events = [make_event("leave", [p.id], "ombra", quote=f"{p.name} leaves") for p in people]
    TimelineStore(store).change([make_record(*events, people=people, companies=[company("Ombra")])])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "talent_tui", "who", "Holm", "--store", str(store)]
    env = {**program.env, "TERM": "xterm"}
    run = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=env)
    os.close(theirs)
    os.write(ours, b"7\n2\n")
    out, _ = run.communicate(timeout=30)
    asked = os.read(ours, 65536).decode()
    os.close(ours)
    assert run.returncode == 0
    assert "Which one?" in asked
    assert "from 1 to 2" in asked
    assert out.decode().startswith("Ines Holm\n")


def test_colour_is_for_terminals_only(program: Program, store: Path) -> None:
    assert "\x1b" not in program("find", "denied", "--store", store, CLICOLOR_FORCE="1", TERM="xterm-256color").out
