"""The catalogue and those who ask it agree."""

import ast
import re
from pathlib import Path

import pytest

import talent_tui.tui
from talent_tui.tui.actions import ACTIONS
from talent_tui.tui.chinese import CHINESE
from talent_tui.tui.strings import ENGLISH, catalogue, say

SOURCES = sorted(Path(talent_tui.tui.__file__).parent.glob("*.py"))
FIELD = re.compile(r"\{(\w+)\}")


def calls() -> list[tuple[str, ast.Call]]:
    return [
        (path.name, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    ]


def test_every_key_that_is_asked_for_is_there_with_the_values_it_needs() -> None:
    asked = calls()
    assert len(asked) > 50
    for file, node in asked:
        key = node.args[0]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            assert key.value in ENGLISH, f"{file}: {key.value}"
            wanted = set(FIELD.findall(ENGLISH[key.value]))
            assert wanted == {keyword.arg for keyword in node.keywords}, f"{file}: {key.value}"


def test_every_action_has_a_name_and_a_line_of_help() -> None:
    for action in ACTIONS:
        assert say(f"do.{action.id}")
        assert say(f"help.{action.id}")


def test_every_reason_why_not_is_there() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    for key in re.findall(r'"(not\.[a-z.]+)"', text):
        assert key in ENGLISH


def test_no_text_of_the_catalogue_is_unused() -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for path in SOURCES if path.name not in ("strings.py", "chinese.py")
    )
    literal = set(re.findall(r"[\"']([a-z_]+(?:[.][a-z_]+)*)[\"']", text))
    built = (
        "do.",
        "help.",
        "facet.",
        "one.",
        "when.unit.",
        "said.copied.",
        "search.",
        "days.",
        "palette.",
        "jump.",
        "add.",
        "published.",
        "correct.",
        "pasted.",
        "day.",
        "count.",
        "status.",
        "type.",
        "field.",
        "save_view.",
        "rename_view.",
    )
    unused = [key for key in ENGLISH if "." in key and key not in literal and not key.startswith(built)]
    assert unused == []


def test_values_are_never_read_as_templates() -> None:
    assert say("filter.not", label="{0} {query} [bold]") == "not {0} {query} [bold]"


def test_both_languages_have_the_same_texts_with_the_same_values() -> None:
    assert set(CHINESE) == set(ENGLISH)
    for key, text in ENGLISH.items():
        fields = set(FIELD.findall(text)) - {"dash"}  # how a language joins the ends of a range is its own matter
        assert set(FIELD.findall(CHINESE[key])) == fields, key
        assert CHINESE[key].strip(), key


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, ENGLISH),
        ({"LANG": "C.UTF-8"}, ENGLISH),
        ({"LANG": "zh_CN.UTF-8"}, CHINESE),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, CHINESE),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "TALENT_TUI_LANG": "en"}, ENGLISH),
        ({"LANG": "de_DE", "TALENT_TUI_LANG": "zh"}, CHINESE),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: dict[str, str]) -> None:
    assert catalogue(environment) is language


AMBIGUOUS = re.compile("[\u2018\u2019\u201c\u201d\u2026\u2014\u00b7\u25cf\u2192]")


def test_no_chinese_text_has_signs_that_terminals_draw_in_two_widths() -> None:
    assert [key for key, text in CHINESE.items() if AMBIGUOUS.search(text)] == []
