"""The pattern for one of many words finds the longest that fits, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from talent_tui.lexicon.alternation import any_of

WORDS = st.lists(st.text("ab加入了.*", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.text("ab加入了.*", max_size=12))
def test_the_longest_word_at_each_place(words: list[str], text: str) -> None:
    pattern = re.compile(any_of(words))
    for at in range(len(text)):
        fitting = [word for word in words if text.startswith(word, at)]
        match = pattern.match(text, at)
        assert (match.group() if match else None) == (max(fitting, key=len) if fitting else None)
