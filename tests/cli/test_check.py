"""`check` as a writer and an editor run it."""

import json
from pathlib import Path

import pytest

from talent_tui.store import TimelineStore
from tests.cli.conftest import Program
from tests.factories import company, make_event, make_record, person


@pytest.fixture
def told(tmp_path: Path) -> Path:
    people = [person("林若川", ident="lin-ruochuan"), person("Tobin Varga", ident="tobin-varga")]
    firms = [company("澜舟石科技", ident="lanzhoushi"), company("奥博", ident="aobo"), company("Brightmere")]
    join = make_event(
        "join", ["lin-ruochuan"], "aobo", "lanzhoushi", day="2025-06-28", quote="林若川6月28日从奥博加入澜舟石科技"
    )
    path = tmp_path / "t.json"
    TimelineStore(path).change([make_record(join, people=people, companies=firms, title="一则消息")])
    return path


DRAFT = """# 草稿

林若川在2025年6月28日从奥博加入了澜舟石科技。天气很好。
  林若川2024年从奥博加入澜舟石科技。

韩亦舟从星桥科技加入北渚资本。
"""


def test_verdicts_stand_with_line_and_column(program: Program, told: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, "utf-8")
    result = program("check", draft, "--store", told)
    lines = [line for line in result.out.splitlines() if line.startswith(str(draft))]
    assert result.code == 4
    assert lines[0].startswith(f"{draft}:3:1: agrees: ")
    assert lines[1].startswith(f"{draft}:4:3: contradicts (date): ")
    assert "“林若川6月28日从奥博加入澜舟石科技” (一则消息)" in result.out
    assert lines[2].startswith(f"{draft}:6:1: unknown: ")
    assert len(result.err.splitlines()) == 1


def test_as_json_one_object_a_sentence(program: Program, told: Path) -> None:
    result = program("check", "-", "--json", "--store", told, stdin=DRAFT.encode())
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert [(r["line"], r["verdict"], r["field"]) for r in rows][-4:] == [
        (3, "agrees", None),
        (3, "unknown", None),
        (4, "contradicts", "date"),
        (6, "unknown", None),
    ]
    assert all(len(r["events"]) == (r["verdict"] != "unknown") for r in rows)
    assert result.code == 4


def test_a_draft_without_contradiction_is_good(program: Program, told: Path, tmp_path: Path) -> None:
    assert program("check", "-", "--store", told, stdin="林若川从奥博加入澜舟石科技。".encode()).code == 0
    assert program("check", tmp_path / "none.md", "--store", told).code == 3
    empty = program("check", "-", "--store", tmp_path / "empty.json", stdin=b"x")
    assert (empty.code, empty.out) == (1, "")
