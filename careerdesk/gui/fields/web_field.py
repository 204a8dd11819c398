"""A web address, which is handed to the browser only when its button is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_web_address
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.icons import icon
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class WebField(TextField):
    """An address with http, https or mailto; the program itself never follows one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.setPlaceholderText(self.tr("https://"))
        self._button = QPushButton(self.tr("Open"))
        self._button.setProperty("role", "quiet")
        self._button.clicked.connect(self._open)
        self._row.addWidget(self._button)
        self.line.textChanged.connect(self._show_button)
        self._show_button()

    def value(self) -> Any:
        """Return the address; one without a scheme is meant to begin with https."""
        typed = super().value()
        if typed.lower().startswith("www.") and " " not in typed:
            typed = f"https://{typed}"
        require_web_address(self.name, typed)
        return typed

    def showEvent(self, event: QShowEvent) -> None:
        """Take the colour of the icon from the theme."""
        super().showEvent(event)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._tint()

    @Slot()
    def _show_button(self) -> None:
        """Offer to open what is an address, saying which."""
        address = self._address()
        self._button.setVisible(bool(address))
        words = self.tr("Open {address}").format(address=address)
        self._button.setToolTip(tooltip(words))
        self._button.setAccessibleName(words)

    @Slot()
    def _open(self) -> None:
        open_in_browser(self._address())

    def _address(self) -> str:
        try:
            return str(self.value())
        except InvalidValueError:
            return ""

    def _tint(self) -> None:
        self._button.setIcon(icon("external-link", tokens().ink_2))


def open_in_browser(address: str) -> None:
    """Hand a web address, and nothing else, to the program the system has for it."""
    try:
        require_web_address("", address)
    except InvalidValueError:
        return
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if address:
        QDesktopServices.openUrl(QUrl(address))
