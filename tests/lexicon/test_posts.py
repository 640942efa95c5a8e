"""Which post a title names."""

import pytest

from talent_tui.lexicon.posts import posts_in


@pytest.mark.parametrize(
    ("title", "posts"),
    [
        ("首席执行官", {"chief"}),
        ("CEO", {"chief"}),
        ("chief executive", {"chief"}),
        ("首席人工智能官", {"ai"}),
        ("Chief AI Officer", {"ai"}),
        ("副总裁", {"deputy"}),
        ("vice-president", {"deputy"}),
        ("Chief Risk Officer", {"risk"}),
        ("总裁", {"president"}),
        ("总经理", {"general"}),
        ("首席技术官", {"technology"}),
        ("首席产品官", {"product"}),
        ("海外业务负责人", set()),
        ("maintainer", set()),
    ],
)
def test_posts(title: str, posts: set[str]) -> None:
    assert posts_in(title) == posts
