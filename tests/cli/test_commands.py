"""The commands as a user runs them: what they print where, and the code they end with."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Program

HOLM = "2024年3月5日,澜舟石宣布,伊内斯·霍姆(Ines Holm)从奥博加入公司,出任首席科学家。"


def test_add_tells_one_line_a_file_on_standard_error(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "文 章"
    folder.mkdir()
    (folder / "一.txt").write_text(HOLM, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    store = tmp_path / "t.json"
    first = program("add", "--store", store, folder)
    assert first.code == 3
    assert first.out == ""
    assert [line.split()[0] for line in first.err.splitlines()][1:] == ["added"] or "added" in first.err
    assert len(first.err.splitlines()) == 2
    again = program("add", folder / "一.txt", "--store", store)
    assert (again.code, again.err.split()[0]) == (0, "unchanged")


def test_an_article_without_events_is_good(program: Program, tmp_path: Path) -> None:
    (tmp_path / "weather.txt").write_text("今天天气很好,适合散步。", "utf-8")
    assert program("add", "--store", tmp_path / "t.json", tmp_path / "weather.txt").code == 0


def test_add_from_a_pipe_with_a_window(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "t.json"
    args = ("add", "-", "--name", "晚报", "--published", "2024-03-05/2024-03-07", "--store", store)
    assert program(*args, stdin=HOLM.encode()).code == 0
    (article,) = json.loads(program("export", "--store", store).out)["articles"]
    assert article["file"] == "晚报"
    assert (article["published"]["start"], article["published"]["end"]) == ("2024-03-05", "2024-03-07")


def test_an_outlet_and_an_address_given_by_hand_are_cited(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "t.json"
    address = "https://tide.example/7"
    options = ("--outlet", "晚潮新闻", "--url", address, "--published", "2024-03-06")
    assert program("add", "-", *options, "--store", store, stdin=HOLM.encode()).code == 0
    exported = json.loads(program("export", "--store", store).out)
    assert (exported["articles"][0]["outlet"], exported["articles"][0]["url"]) == ("晚潮新闻", address)
    told = program("cite", exported["events"][0]["id"], "--style", "chicago", "--store", store).out
    assert "晚潮新闻, March 6, 2024, https://tide.example/7." in told


@pytest.mark.parametrize(
    "argv",
    [
        ["frobnicate"],
        ["add"],
        [],
        ["--sample"],
        ["--sample", "find", "Holm"],
        ["--fresh", "articles"],
        ["add", "x.txt", "--published", "yesterday"],
        ["add", "x.txt", "--published", "2025-07-06/2025-07-01"],
        ["add", "x.txt", "--url", "www.harbour.example"],
        ["add", "x.txt", "--url", "https://harbour.example/a b"],
        ["add", "x.txt", "--outlet", " "],
        ["add", "a.txt", "b.txt", "--url", "https://harbour.example"],
        ["add", "x.txt", "--jobs", "0"],
        ["export", "--format", "pdf"],
        ["remove", "nobody"],
        ["reread"],
        ["reread", "--all", "abc"],
        ["explain", "zzzz"],
        ["add", "a.txt", "b.txt", "--name", "x"],
        ["find"],
        ["add", "--clipboard", "a.txt"],
        ["on", "whenever it was"],
        ["cite", "zzzz"],
        ["cite", "zzzz", "--style", "apa"],
        ["find", "--since", "whenever it was"],
        ["find", "--since", "2025-07", "--until", "2025-06"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2(program: Program, argv: list[str]) -> None:
    result = program(*argv)
    assert result.code == 2
    assert result.out == ""
    assert result.err


def test_the_store_may_stand_before_the_command_or_in_the_environment(program: Program, store: Path) -> None:
    ways = (
        program("--store", store, "export"),
        program("export", "--store", store),
        program("export", TALENT_TUI_STORE=str(store)),
        program("export", "--store", store, TALENT_TUI_STORE="/nowhere/at/all.json"),
    )
    assert len({w.out for w in ways}) == 1
    assert [w.code for w in ways] == [0, 0, 0, 0]
    assert json.loads(ways[0].out)["events"]


def test_without_a_store_the_users_own_is_used(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOLM, "utf-8")
    assert program("add", tmp_path / "a.txt").code == 0
    assert (program.home / "DATA" / "talent-tui" / "timeline.json").is_file()
    assert program("articles").code == 0


JUNE, JULY = "Sat 28 Jun 2025", "Tue 1 Jul 2025"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["林若川"], [JUNE]),
        (["lrc"], [JUNE]),
        (["linruo"], [JUNE]),
        (["Lanstone"], [JUNE]),
        (["瀾舟石"], [JUNE]),
        (["ombra"], [JUNE, JULY]),
        (["ombra", "leave"], [JULY]),
        (["denied"], [JULY]),
        (["2025-06"], [JUNE]),
        (["2025年6月"], [JUNE]),
        (["june", "2025"], [JUNE]),
        (["2025-06..2025-07-01"], [JUNE, JULY]),
        (["晚潮"], [JUNE]),
        (["Ruochuan Lin"], [JUNE]),
        (["--person", "林若川"], [JUNE]),
        (["--person", "tv", "--person", "varga"], []),
        (["--person", "varga"], [JULY]),
        (["--company", "Ombra"], [JUNE, JULY]),
        (["--from", "Ombra", "--to", "Lanstone"], [JUNE]),
        (["--type", "leave", "--type", "join"], [JUNE, JULY]),
        (["--status", "denied"], [JULY]),
        (["--since", "2025-07"], [JULY]),
        (["--until", "2025年6月"], [JUNE]),
        (["ombra", "--limit", "1"], [JULY]),
        (["--outlet", "晚潮"], [JUNE]),
        (["--all"], [JUNE, JULY]),
        (["nobody"], []),
        (["林若川", "denied"], []),
    ],
    ids=str,
)
def test_find(program: Program, store: Path, words: list[str], found: list[str]) -> None:
    result = program("find", *words, "--store", store)
    assert result.code == (0 if found else 1)
    days = [next(day for day in (JUNE, JULY) if day in line) for line in result.out.splitlines()]
    assert days == found


def test_find_as_json_is_a_timeline_of_what_is_found(program: Program, store: Path) -> None:
    told = json.loads(program("find", "lrc", "--json", "--store", store).out)
    assert told["schema"] == "talent-timeline/1"
    assert [e["type"] for e in told["events"]] == ["join"]
    assert [p["name"] for p in told["people"]] == ["林若川"]


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        (["Vagra"], "Tobin Varga"),
        (["林若穿"], "林若川"),
        (["--person", "Varge"], "Tobin Varga"),
        (["--company", "Lnastone"], "澜舟石"),
    ],
    ids=str,
)
def test_a_near_miss_suggests(program: Program, store: Path, words: list[str], guess: str) -> None:
    result = program("find", *words, "--store", store)
    assert (result.code, result.out) == (1, "")
    assert f"did you mean {guess}?" in result.err


def test_lines_are_aligned_by_display_width_and_carry_no_command(program: Program, store: Path) -> None:
    for command in (["find", "ombra"], ["find", "ombra", "--quote"], ["articles"]):
        told = program(*command, "--store", store).out
        assert told
        assert "\x1b" not in told
        assert "\x07" not in told
        assert "\u202e" not in told
    lines = program("find", "ombra", "--store", store).out.splitlines()
    for columns in (("join", "leave"), ("confirmed", "denied"), ("林若川", "Tobin")):
        starts = {cell_len(line[: line.index(word)]) for line, word in zip(lines, columns, strict=True)}
        assert len(starts) == 1


def test_articles_say_when_publication_is_unknown(program: Program, store: Path) -> None:
    told = program("articles", "--store", store).out
    assert "2025-07-02" in told
    assert "unknown" in told


def test_remove_and_reread(program: Program, store: Path) -> None:
    assert program("remove", "一.txt", "--store", store).code == 0
    assert program("find", "林若川", "--store", store).code == 1
    assert program("remove", "一.txt", "--store", store).code == 2


def test_explain_says_why(program: Program, store: Path) -> None:
    event = json.loads(program("export", "--store", store).out)["events"][0]
    told = program("explain", event["id"][:6], "--store", store).out
    assert "made by hand" in told
    assert "“林若川离开Ombra,加盟澜舟石”" in told


def test_a_damaged_store_is_said_and_repaired(program: Program, store: Path) -> None:
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) // 2])
    for command in ("export", "articles", "find x"):
        result = program(*command.split(), "--store", store)
        assert result.code == 3
        assert len(result.err.splitlines()) == 1
    assert program("store", "check", "--store", store).code == 3
    repaired = program("store", "repair", "--store", store)
    assert repaired.code == 0, repaired.err
    assert program("store", "check", "--store", store).code == 0


def test_an_output_file_is_written(program: Program, store: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert program("export", "--format", "csv", "--output", target, "--store", store).out == ""
    assert target.read_bytes() == program("export", "--format", "csv", "--store", store).out.encode()


def test_a_pipe_that_closes_early_is_no_fault(program: Program, store: Path) -> None:
    command = f'"{sys.executable}" -m talent_tui export --store "{store}" | true'
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, env=program.env, check=False)
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_no_mistake_of_the_program(program: Program, store: Path) -> None:
    command = f"{sys.executable} -m talent_tui find 林若川 --store {shlex.quote(str(store))} > /dev/full"
    run = subprocess.run(["bash", "-c", command], capture_output=True, env=program.env, check=False)
    assert (run.returncode, b"disk is full" in run.stderr, b"mistake" in run.stderr) == (3, True, False)


def test_output_is_utf_8_whatever_the_system_says(program: Program, store: Path) -> None:
    result = program("find", "林若川", "--store", store, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.code == 0
    assert "澜舟石" in result.out


def test_without_a_home_folder(program: Program, store: Path) -> None:
    for name in [n for n in program.env if n == "HOME" or n.startswith("XDG_")]:
        del program.env[name]
    assert program("find", "林若川", "--store", store).code == 0


def test_a_folder_that_may_not_be_written_to(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOLM, "utf-8")
    place = Path("/proc/talent-tui") if Path("/proc").is_dir() else tmp_path / "a.txt" / "inside"
    result = program("add", tmp_path / "a.txt", "--store", place / "t.json")
    assert result.code == 3
    assert len(result.err.splitlines()) == 1


def test_help_names_every_command(program: Program) -> None:
    told = program("--help").out
    for command in (
        "add",
        "articles",
        "remove",
        "reread",
        "export",
        "find",
        "who",
        "firm",
        "on",
        "cite",
        "-",
        "explain",
    ):
        assert f"\n    {command} " in told
