from __future__ import annotations

import warnings
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.charts import lettering, style

TEXTS = st.text(max_size=60) | st.sampled_from(
    ["W" * 500, "a b " * 99, "日本 語", "\u202eabc\u0000"]
)


@given(TEXTS, st.floats(20, 200), st.booleans())
def test_that_a_fitted_text_is_no_wider_than_its_room(
    text: str, room: float, semibold: bool
) -> None:
    shown = lettering.fit(text, room, 8, semibold=semibold)
    assert lettering.width(shown, 8, semibold=semibold) <= room
    assert shown == lettering.printable(text) or shown.endswith(lettering.ELLIPSIS)


@given(TEXTS, st.integers(1, 3))
def test_that_wrapped_lines_fit_and_are_no_more_than_asked_for(text: str, lines: int) -> None:
    wrapped = lettering.wrap(text, 60, 8, lines=lines)
    assert len(wrapped) <= lines
    assert all(lettering.width(line, 8) <= 60 for line in wrapped)


@given(st.lists(st.sampled_from(["a", "WAVE", "to", "Łódź", "fi", "compliance"]), max_size=12))
def test_that_each_line_takes_as_many_words_as_fit(words: list[str]) -> None:
    room, lines = 60.0, lettering.wrap(" ".join(words), 60, 8, lines=12)
    assert " ".join(lines).split() == words
    for line, following in pairwise(lines):
        assert lettering.width(f"{line} {following.split()[0]}", 8) > room


@given(TEXTS)
def test_that_a_printable_text_is_one_line_every_font_can_show(text: str) -> None:
    shown = lettering.printable(text)
    assert "\n" not in shown
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lettering.width(shown, 8)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\tb  c", "a b c"),
        ("日本語", "□□□"),
        ("x\u202ey\u200b", "xy"),
        ("$$ <b> & %", "$$ <b> & %"),
        ("Zażółć Ελλάδα Привет", "Zażółć Ελλάδα Привет"),
    ],
)
def test_that_only_what_no_font_shows_is_replaced(text: str, shown: str) -> None:
    assert lettering.printable(text) == shown


def test_that_whole_words_are_kept_together_where_they_fit() -> None:
    assert lettering.wrap("Law and compliance", 45, 8, lines=2) == ["Law and", "compliance"]
    assert lettering.wrap("Law and compliance", 300, 8, lines=2) == ["Law and compliance"]


def test_that_letters_come_from_inter_and_are_never_mathematics() -> None:
    import matplotlib as mpl
    from matplotlib.font_manager import FontProperties, findfont

    assert mpl.rcParams["text.parse_math"] is False
    assert findfont(FontProperties()) == style.REGULAR_FILE
    assert findfont(FontProperties(weight=600)) == style.SEMIBOLD_FILE
    assert style.REGULAR_FILE.endswith("Inter-Regular.ttf")
