"""Portfolio: what will this reader see? And the person's own data that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.pages import ABOUT, DOCUMENT, PHOTO
from careerdesk.gui.pages.about_you import AboutYou
from careerdesk.gui.pages.parts_page import PartsPage, PartSpec
from careerdesk.gui.pages.portfolio_document import PortfolioDocument
from careerdesk.gui.records.records_page import list_part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext

# The lists beside the document; the profile, of which there is one, has a part of its own.
LISTED: Final = ("position", "education", "pay", "link")


class PortfolioPage(PartsPage):
    """The document, and beside it who the user is and what they did so far."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        document = PartSpec(DOCUMENT.title, lambda: PortfolioDocument(context))
        about = PartSpec(ABOUT.title, lambda: AboutYou(context), AboutYou.shows, AboutYou.kind)
        lists = [list_part(context, LISTINGS[table](context)) for table in LISTED]
        super().__init__([document, about, *lists], parent)

    def do(self, command: str) -> None:
        """Show the person, or the document, which all else concerns."""
        self.show_part(1 if command in (ABOUT.key, PHOTO.key) else 0)
        part = self.part
        if isinstance(part, AboutYou) and command == PHOTO.key:
            part.photo.ask()
        elif command in (ABOUT.key, DOCUMENT.key):
            part.take_focus()
        elif part is self.document:
            self.document.do(command)

    @property
    def document(self) -> PortfolioDocument:
        """The document, which is made with the page."""
        made = self._parts[0]
        assert isinstance(made, PortfolioDocument)
        return made
