"""When an article came out, from what its text tells: never wrong, rather unknown."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talent_tui.model import Article, Publication
from talent_tui.tagging.publication import LONGEST, infer, publication_of

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "publication.toml").read_text(encoding="utf-8"))[
    "case"
]


def _window(published: Publication) -> str:
    return "unknown" if published.basis == "unknown" else f"{published.start}/{published.end}"


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_inferred(case: dict[str, Any]) -> None:
    found = infer(case["text"])
    assert _window(found) == case["window"]
    if found.basis != "unknown":
        assert found.basis == "inferred"
        assert found.because


def test_a_stated_day_goes_first() -> None:
    stated = Publication(date(2025, 1, 2), date(2025, 1, 2), "stated", "byline")
    article = Article("a", "b", "2024年3月4日，公司换帅。", "x.txt", published=stated)
    assert publication_of(article, article.text, ()) == stated
    assert publication_of(Article("a", "b", article.text, "x.txt"), article.text, ()).start == date(2024, 3, 4)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "2025年6月2日，",
                "6月9日，",
                "上周四",
                "本周一",
                "他离职了。",
                "将在7月1日上线。",
                "今年3月",
                "三天后，",
                "2024年",
                "\n",
            ]
        ),
        max_size=12,
    )
)
def test_no_window_is_longer_than_a_fortnight(pieces: list[str]) -> None:
    found = infer("".join(pieces))
    if found.start is not None and found.end is not None:
        assert timedelta(0) <= found.end - found.start <= LONGEST
    else:
        assert found == Publication()
