"""`dates --jsonl` and `dates FILE`: answers in order, mistakes named, offsets in the text as given."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from talent_tui import cli
from talent_tui.model import UsageError
from talent_tui.tagging.dates.lines import dates_of_lines, published_on


def _ask(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(answer) for answer in dates_of_lines(lines)]


def _line(**fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_an_answer_has_all_fields() -> None:
    (answer,) = _ask(_line(id="a", text="６月２８日，他走了。", ref="2025-07-02"))
    assert answer == {
        "id": "a",
        "dates": [
            {
                "text": "６月２８日",
                "start_char": 0,
                "end_char": 5,
                "start": "2025-06-28",
                "end": "2025-06-28",
                "edtf": "2025-06-28",
                "basis": "explicit",
                "extent": "within",
            }
        ],
    }


def test_answers_come_in_order_and_bad_lines_are_named() -> None:
    answers = _ask(
        _line(id=1, text="昨天", ref="2025-07-02"),
        "",
        "{not json",
        "[1, 2]",
        _line(id=2, ref=None),
        _line(id=3, text="昨天", ref="July"),
        _line(id=4, text="昨天", ref="2025-07-05/2025-07-01"),
        _line(id=5, text="昨天"),
    )
    assert [a["id"] for a in answers] == [1, None, None, 2, 3, 4, 5]
    assert ["error" in a for a in answers] == [False, True, True, True, True, True, False]
    assert "July" in answers[4]["error"]


def test_without_a_day_of_publication_relative_dates_stay_open() -> None:
    (answer,) = _ask(_line(id=1, text="去年10月，她离开了。2019年3月的事没人记得。", ref=None))
    assert [(d["basis"], d["start"]) for d in answer["dates"]] == [("unresolved", None), ("explicit", "2019-03-01")]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("6月1日至3日停电", "during"),
        ("过去一周停电", "during"),
        ("5月以来停电", "during"),
        ("5月停电", "within"),
        ("6月中旬停电", "within"),
    ],
)
def test_extent(text: str, extent: str) -> None:
    (answer,) = _ask(_line(id=1, text=text, ref="2025-07-02"))
    assert [d["extent"] for d in answer["dates"]] == [extent]


@pytest.mark.parametrize("text", ["2025-13-01", "gestern", "2025-07-02/", "/2025-07-02", "2025-07-03/2025-07-02"])
def test_a_wrong_day_is_a_usage_error(text: str) -> None:
    if text == "2025-07-02/":
        assert published_on(text).end == published_on("2025-07-02").end
        return
    with pytest.raises(UsageError):
        published_on(text)


def test_the_command_explains_each_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.txt"
    path.write_text(
        "青屿科技换帅\n2025年5月20日，青屿科技宣布罗岚离任。次日，股价大跌。上周五她已请辞。\n", encoding="utf-8"
    )
    code = cli.run(["dates", str(path), "--published", "2025-05-22"])
    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(lines) == 4
    assert "2025-05-20" in lines[1] and "Tue" in lines[1]
    assert "2025-05-21" in lines[2] and "counted from 2025年5月20日" in lines[2]
    assert "2025-05-16" in lines[3] and "publication 2025-05-22" in lines[3]


def test_a_text_without_dates_is_nothing_found(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("没有日子的一句话。", encoding="utf-8")
    assert cli.run(["dates", str(path)]) == 1


def test_answering_lines_loads_no_segmenter_and_no_app() -> None:
    script = (
        "import sys\n"
        "from talent_tui.workspace import dates_of_lines\n"
        'list(dates_of_lines([\'{"id":1,"text":"上週四","ref":"2025-07-02"}\']))\n'
        "print([m for m in ('jieba', 'textual', 'dateparser', 'trafilatura', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
