"""Texts are looked up: plural forms in English, everything in a language that has been added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from careerdesk.gui import translations
from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("days", "shown"), [(1, "in 1 day"), (2, "in 2 days"), (1200, "in 1,200 days")]
)
def test_that_a_number_has_its_plural_form_and_the_forms_of_the_country(
    days: int, shown: str
) -> None:
    assert translate("text", "in %n day(s)", "", days) == shown


@pytest.mark.parametrize(("reader", "language"), [("de_AT", "de"), ("fr_FR", "en"), ("C", "en")])
def test_that_the_window_speaks_the_readers_language_if_it_can(
    monkeypatch: pytest.MonkeyPatch, reader: str, language: str
) -> None:
    monkeypatch.setattr(translations, "LANGUAGES", ("en", "de"))
    assert translations.language_of(QLocale(reader)) == language


def test_that_the_texts_of_qt_are_in_the_language_of_the_window(qapp: QApplication) -> None:
    def cancel() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    assert cancel() == "Cancel"
    added = translations.install(qapp, "de")
    try:
        assert cancel() == "Abbrechen"
        assert translate("text", "in %n day(s)", "", 1) == "in 1 day"
    finally:
        translations.remove(qapp, added)
    assert cancel() == "Cancel"
