"""What a user names, and which inputs that gives."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from talent_tui.model import UnreadableError
from talent_tui.reading import Source, find_sources, sources


def names(found: list[Source | UnreadableError]) -> list[str]:
    return [Path(one.name).name for one in found if isinstance(one, Source)]


def errors(found: list[Source | UnreadableError]) -> list[str]:
    return [str(one) for one in found if isinstance(one, UnreadableError)]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    monkeypatch.chdir(tmp_path)

    def write(*paths: str) -> None:
        for path in paths:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(f"text of {path}")

    return write


def test_a_file_is_read_under_the_name_given(write: Callable[..., None]) -> None:
    write("news/a.log")
    assert list(find_sources(["news/a.log"])) == [Source("news/a.log", b"text of news/a.log")]


def test_a_folder_gives_its_articles_sorted_without_hidden_files(write: Callable[..., None]) -> None:
    write("in/b.txt", "in/a.md", "in/deep/c.HTML", "in/.hidden.txt", "in/.git/d.txt", "in/e.pdf")
    assert names(list(find_sources(["in"]))) == ["a.md", "b.txt", "c.HTML"]


def test_a_pattern_gives_what_it_matches_sorted(write: Callable[..., None]) -> None:
    write("2.txt", "1.txt", "3.md", "deep/4.txt")
    assert names(list(find_sources(["*.txt"]))) == ["1.txt", "2.txt"]
    assert names(list(find_sources(["**/*.txt"]))) == ["1.txt", "2.txt", "4.txt"]


@pytest.mark.parametrize("name", ["[1].txt", "a*.txt", "-x", "--sample", "$(touch x)", "; rm a", "~", "带 空格.txt"])
def test_a_path_that_exists_is_that_path(write: Callable[..., None], name: str) -> None:
    write(name, "1.txt", "ab.txt")
    assert names(list(find_sources([name]))) == [name]


def test_standard_input_is_a_dash() -> None:
    assert list(find_sources(["-"], io.BytesIO(b"news"))) == [Source("standard input", b"news")]
    assert "no standard input" in errors(list(find_sources(["-"], None)))[0]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.txt", "gone.txt does not exist"),
        ("*.nothing", "Nothing matches *.nothing"),
        ("empty", "empty holds no articles"),
        ("a\0b", "no path"),
        ("dangling", "dangling cannot be read"),
        ("pipe", "pipe is no file that can be read to its end"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_follows(write: Callable[..., None], path: str, said: str) -> None:
    write("good.txt")
    Path("empty").mkdir()
    Path("dangling").symlink_to("nowhere")
    os.mkfifo("pipe")
    found = list(find_sources([path, "good.txt"]))
    assert names(found) == ["good.txt"]
    (error,) = errors(found)
    assert said in error
    assert error.endswith(".")


def test_an_input_beyond_the_limit_is_refused(write: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    write("long.txt")
    monkeypatch.setattr(sources, "LIMIT", 10)
    assert "long.txt is larger than" in errors(list(find_sources(["long.txt"])))[0]
    assert "standard input is larger than" in errors(list(find_sources(["-"], io.BytesIO(b"x" * 11))))[0]
    assert names(list(find_sources(["-"], io.BytesIO(b"x" * 10)))) == ["standard input"]
