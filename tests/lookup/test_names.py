"""Whom a typed name means."""

import pytest

from talent_tui.lookup import close_names, named
from talent_tui.model import Person

PEOPLE = {
    p.id: p
    for p in (
        Person("ines-holm", "Ines Holm", ("Holm", "伊内斯·霍姆")),
        Person("ada-holm", "Ada Holm"),
        Person("lin-ruochuan", "林若川", ("Ruochuan Lin",), ("linruochuan", "lrc")),
        Person("lin-ruotang", "林若棠", (), ("linruotang", "lrt")),
        Person("zheng-mu", "鄭牧"),
        Person("holmgren", "Per Holmgren"),
    )
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ines Holm", ["ines-holm"]),
        ("INES  holm", ["ines-holm"]),
        ("ines-holm", ["ines-holm"]),
        ("伊内斯霍姆", ["ines-holm"]),
        ("Holm", ["ines-holm"]),
        ("ada", ["ada-holm"]),
        ("lrc", ["lin-ruochuan"]),
        ("linruo", ["lin-ruochuan", "lin-ruotang"]),
        ("林若", ["lin-ruochuan", "lin-ruotang"]),
        ("holmg", ["holmgren"]),
        ("郑牧", ["zheng-mu"]),
        ("h", []),
        ("", []),
        ("…", []),
        ("Quillfeather", []),
    ],
)
def test_the_best_fit_only(typed: str, found: list[str]) -> None:
    simplify = {"鄭牧": "郑牧"}.get
    assert [p.id for p in named(typed, PEOPLE, lambda text: simplify(text) or text).entries] == found


def test_the_other_script_is_only_asked_for_where_nothing_fits() -> None:
    def never(text: str) -> str:
        raise AssertionError(text)

    assert named("林若川", PEOPLE, never).how == "name"
    assert named("nobody", PEOPLE, never).how is None


@pytest.mark.parametrize(
    ("slip", "names"),
    [("Ines Hlom", ("Ines Holm",)), ("林若穿", ("林若川", "林若棠")), ("linrouchuan", ("林若川",)), ("xyzzy", ())],
)
def test_slips(slip: str, names: tuple[str, ...]) -> None:
    assert close_names(slip, PEOPLE.values()) == names
