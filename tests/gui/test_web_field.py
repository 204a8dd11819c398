"""A web address is opened by the system, and only when its button is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from careerdesk.domain.errors import InvalidValueError
from careerdesk.gui.fields.web_field import WebField, open_in_browser

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> WebField:
    del theme
    made = WebField()
    made.set_called("Web address")
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_an_address_opens_on_a_click_and_not_before(
    qtbot: QtBot, field: WebField, asked: list[str]
) -> None:
    field.show_value("https://example.org/a")
    assert asked == []
    opener = button(field, "Open https://example.org/a")
    assert "https://example.org/a" in opener.toolTip()
    qtbot.mouseClick(opener, LEFT)
    assert asked == ["https://example.org/a"]


@pytest.mark.parametrize("text", ["", "file:///etc/passwd", "javascript:alert(1)", "https://"])
def test_that_anything_else_cannot_be_opened(field: WebField, asked: list[str], text: str) -> None:
    field.line.setText(text)
    assert not field._button.isVisible()
    open_in_browser(text)
    assert asked == []


def test_that_an_address_may_be_typed_without_its_scheme(field: WebField) -> None:
    field.line.setText("www.example.org")
    assert field.value() == "https://www.example.org"
    field.line.setText("example")
    with pytest.raises(InvalidValueError, match="web address must start with https"):
        field.value()


def test_that_an_address_can_be_opened_on_a_read_only_desk(field: WebField) -> None:
    field.show_value("mailto:ada@example.org")
    field.set_read_only(True)
    assert field.line.isReadOnly()
    assert button(field, "Open mailto:ada@example.org").isEnabled()
