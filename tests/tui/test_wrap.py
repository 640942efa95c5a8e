"""Lines by cells, and names by what is typed of them."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from talent_tui.tui.wrap import fit, fuzzy, wrap

TEXTS = st.text(alphabet=st.sampled_from("ab c,。「中文字\n😀e\u0301"), max_size=120)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(TEXTS, st.integers(2, 30))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert "".join(text[a:b] for a, b in spans) == text.replace("\n", "")
    assert all(cell_len(text[a:b].rstrip(" ")) <= width for a, b in spans)


def test_chinese_breaks_between_characters_and_latin_between_words() -> None:
    assert lines("林若川加入Kestrel Works实验室", 12) == ["林若川加入", "Kestrel ", "Works实验室"]


def test_no_line_begins_with_a_closing_sign() -> None:
    assert lines("一二三四五。六七", 10) == ["一二三四", "五。六七"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert lines("abcdefgh", 3) == ["abc", "def", "gh"]


@given(TEXTS, st.integers(0, 30))
def test_fitted_text_has_just_that_width(text: str, width: int) -> None:
    assert cell_len(fit(text.replace("\n", ""), width)) == width


def test_a_name_fits_by_its_beginning_better_than_by_scattered_letters() -> None:
    scores = [fuzzy("kes", name) for name in ("Kestrel", "A Kestrel", "Tokens", "K. Elias", "Varga")]
    assert scores[-1] is None
    found = [score for score in scores if score is not None]
    assert found == sorted(found)
    assert fuzzy("赵佳", "赵晟佳") is not None
