from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.folding import fold, matches


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Müller", "mull", ["Müll"]),
        ("Mu\u0308ller", "mu", ["Mu\u0308"]),  # the mark belongs to its letter
        ("Łukasz Ødegård", "odegard", ["Ødegård"]),
        ("Straße", "ras", ["raß"]),  # half a letter is a whole one
        ("C++ and C#", "c++", ["C++"]),
        ("banana", "ana", ["anana"]),
        ("Ada Byron", "by ad", ["Ad", "By"]),
        ("Ada Byron", "x", []),
        ("Ada", "", []),
    ],
)
def test_that_a_text_is_marked_where_it_says_a_word(
    text: str, words: str, marked: list[str]
) -> None:
    assert [text[begin:end] for begin, end in matches(text, words.split())] == marked


@given(st.text(max_size=20), st.text(max_size=3))
def test_that_every_word_found_in_a_folded_text_is_marked(text: str, word: str) -> None:
    for folded in fold(word).split():
        assert bool(matches(text, [folded])) == (folded in fold(text))


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=2), max_size=3))
def test_that_marks_are_in_order_and_apart(text: str, words: list[str]) -> None:
    ends = [end for span in matches(text, map(fold, words)) for end in span]
    assert ends == sorted(set(ends))
    assert all(0 <= end <= len(text) for end in ends)
