"""Exports: the schema that programs rely on, cells that calculate nothing, Markdown that is only ever ours."""

import csv
import io
import json
import re

import pytest

import talent_tui
from talent_tui.export import FORMATS, to_csv, to_json, to_jsonl, to_markdown
from talent_tui.merging import merge
from talent_tui.model import Amount, Timeline
from tests.factories import make_event, make_record, make_timeline, person, published

NASTY = '=HYPERLINK("http://x")\x1b[31m\u202e[link](http://x) <script>`*_ | 加入'


@pytest.fixture
def timeline() -> Timeline:
    event = make_event(
        "join",
        ["lin"],
        "Ombra",
        "Brightmere",
        day="2025-06-28",
        role="首席科学家",
        status="reported",
        amounts=[Amount(None, "USD", "数亿美元"), Amount(1_500_000, "EUR", "150万欧元")],
        count=3,
        speaker="lin",
        quote="林若川六月二十八日加入布莱特",
        outlets=["晚潮新闻"],
    )
    lin = person("林若川", "Ruochuan Lin", ident="lin", readings=["linruochuan"])
    return merge([make_record(event, people=[lin], title="一篇", outlet="晚潮新闻", day=published("2025-07-02"))])


def test_the_json_export_has_just_the_schemas_fields(timeline: Timeline) -> None:
    told = json.loads(to_json(timeline))
    assert list(told) == ["schema", "generator", "articles", "people", "companies", "events"]
    assert (told["schema"], told["generator"]) == ("talent-timeline/1", talent_tui.__version__)
    (article,), (lin,), (event,) = told["articles"], told["people"], told["events"]
    assert list(article) == [
        "id", "digest", "file", "title", "outlet", "author", "url", "published", "language", "repairs",
    ]  # fmt: skip
    assert article["published"] == {
        "start": "2025-07-02", "end": "2025-07-02", "basis": "stated", "because": "dateline",
    }  # fmt: skip
    assert lin == {"id": "lin", "name": "林若川", "aliases": ["Ruochuan Lin"]}
    assert list(event) == [
        "id", "type", "date", "people", "from", "to", "companies", "role", "status", "certainty", "amounts", "count",
        "speaker", "denies", "summary", "sources", "conflicts",
    ]  # fmt: skip
    assert (event["from"], event["to"], event["role"], event["count"]) == ("Ombra", "Brightmere", "首席科学家", 3)
    assert event["date"] == {
        "edtf": "2025-06-28", "start": "2025-06-28", "end": "2025-06-28", "text": "2025-06-28",
        "basis": "explicit", "extent": "within",
    }  # fmt: skip
    assert event["amounts"][1] == {"value": 1500000, "currency": "EUR", "text": "150万欧元"}
    (source,) = event["sources"]
    assert list(source) == ["article", "start", "end", "quote", "outlets", "status", "date"]
    assert source["quote"] == "林若川六月二十八日加入布莱特"


def test_json_lines_are_the_events(timeline: Timeline) -> None:
    events = [json.loads(line) for line in to_jsonl(timeline).splitlines()]
    assert events == json.loads(to_json(timeline))["events"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_timeline_exports(name: str) -> None:
    told = FORMATS[name](Timeline()).decode("utf-8-sig")
    assert name == "html" or told.count("\n") <= 8


@pytest.mark.parametrize("name", FORMATS)
def test_exports_are_the_same_each_time(name: str) -> None:
    assert FORMATS[name](make_timeline(60, 2)) == FORMATS[name](make_timeline(60, 2))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_csv_row_names_people_and_firms(timeline: Timeline) -> None:
    (row,) = rows(to_csv(timeline))
    assert (row["people"], row["from"], row["to"], row["start"]) == ("林若川", "Ombra", "Brightmere", "2025-06-28")
    assert row["amounts"] == "数亿美元; 150万欧元"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r=", "＝", "＋", "－", "＠", "\n@"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f"{start}1+1"
    event = make_event("join", [text], text, text, quote=text, role=text, summary=text, outlets=[text])
    (row,) = rows(to_csv(merge([make_record(event, text=f"a{text}", title=text)])))
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_nothing_of_an_article_is_markup_or_commands_a_terminal() -> None:
    event = make_event("join", ["lin"], None, "Brightmere", quote=NASTY, summary=NASTY)
    timeline = merge([make_record(event, title=NASTY)])
    told = to_markdown(timeline).decode()
    quoted = told.partition("“")[2].partition("”")[0]
    assert "HYPERLINK" in quoted
    assert re.search(r"(?<!\\)[`*_\[\]<>|~]", quoted) is None
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "\x1b" not in to_csv(timeline).decode()
    assert "\x1b" not in to_json(timeline).decode()


def test_markdown_has_a_heading_a_year_and_says_what_differs() -> None:
    told = to_markdown(make_timeline(400, 1)).decode()
    assert told.startswith("# Timeline\n\n## 2019\n\n- **2019-")
    assert told.count("## 2021") == 1
    assert "Sources differ on status" in told
