"""Portfolio: what will this reader see?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from careerdesk.gui.pages.page import Page
from careerdesk.gui.pages.portfolio_document import PortfolioDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext


class PortfolioPage(Page):
    """The document with the choices about it."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = PortfolioDocument(context)
        for action in self._document.commands:
            self.addAction(action)
        self.setFocusProxy(self._document)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 20)
        column.addWidget(self._document)

    @property
    def primary(self) -> QAction:
        """Saving the document as a file."""
        return self._document.save_action

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now."""
        self._document.refresh(touched)

    def leave(self) -> bool:
        """Let go of what is chosen anew each time."""
        self._document.leave()
        return True

    def focus_filter(self) -> bool:
        """Go to the filter over the records, if there are enough for one."""
        return self._document.focus_filter()
