from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QFont, QFontMetrics

from careerdesk.gui import text


def test_that_a_lone_ampersand_is_no_shortcut() -> None:
    assert text.no_mnemonic("R&D") == "R&&D"


def test_that_a_tooltip_shows_markup_as_it_was_typed() -> None:
    shown = text.tooltip("<b>R&D</b>")
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in shown


def test_that_a_tooltip_breaks_only_long_lines() -> None:
    assert text.tooltip("Seven words do fit into one line").count("\n") == 0
    assert text.tooltip("word " * 30).count("\n") == 2


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (75, "1.2 h"), (90, "1.5 h"), (10_270, "171 h")],
)
def test_that_times_are_short_and_have_a_unit(minutes: int, shown: str) -> None:
    assert text.hours(minutes) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (2_100_000, "2.1 MB")],
)
def test_that_a_file_has_a_size_in_words(count: int, shown: str) -> None:
    assert text.file_size(count) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (75, "1 h 15 min"), (6_005, "100 h 5 min")],
)
def test_that_a_time_can_be_told_to_the_minute(minutes: int, shown: str) -> None:
    assert text.exact_time(minutes) == shown


@pytest.mark.parametrize(("days", "shown"), [(0, "today"), (1, "yesterday"), (12, "12 days ago")])
def test_that_the_past_is_told_in_days(days: int, shown: str) -> None:
    assert text.ago(days) == shown


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, "today"), (1, "tomorrow"), (12, "in 12 days"), (-1, "1 day late"), (-3, "3 days late")],
)
def test_that_a_day_to_come_is_told_by_its_distance(days: int, shown: str) -> None:
    assert text.until(days) == shown


def test_that_only_the_last_two_days_have_names() -> None:
    today = date(2030, 1, 8)
    headings = [text.day_heading(date(2030, 1, day), today) for day in (8, 7, 6)]
    assert headings[:2] == ["Today", "Yesterday"]
    assert "2030" in headings[2]


def test_that_a_long_line_ends_in_an_ellipsis() -> None:
    font = QFont()
    shown = text.elided("a word\nand another and another", font, 60)
    assert shown.endswith("…")
    assert QFontMetrics(font).horizontalAdvance(shown) <= 60


@pytest.mark.parametrize(
    ("system", "number", "day"),
    [("de_DE", "1,5", "03/11/2026"), ("en_US", "1.5", "11/3/26"), ("C", "1.5", "03/11/2026")],
)
def test_that_texts_are_english_with_the_forms_of_the_readers_country(
    system: str, number: str, day: str
) -> None:
    locale = text.reading_locale(QLocale(system))
    assert locale.language() is QLocale.Language.English
    assert locale.toString(1.5, "f", 1) == number
    assert locale.toString(QDate(2026, 11, 3), QLocale.FormatType.ShortFormat) == day
