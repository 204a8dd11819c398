"""A page of lists: one kind of record at a time, chosen by the buttons above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.gui.pages.parts_page import PartsPage, PartSpec
from careerdesk.gui.records.record_view import RecordView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing


class RecordsPage(PartsPage):
    """Shows one list after the other, each made when it is first looked at."""

    def __init__(
        self, context: GuiContext, listings: Sequence[Listing], parent: QWidget | None = None
    ) -> None:
        super().__init__([list_part(context, one) for one in listings], parent)

    @property
    def view(self) -> RecordView:
        """The list in front."""
        assert isinstance(self.part, RecordView), "a page of lists has nothing else"
        return self.part


def list_part(context: GuiContext, listing: Listing) -> PartSpec:
    """Return a list as a part of a page."""
    return PartSpec(
        listing.title(), lambda: RecordView(context, listing), listing.tables, listing.kind
    )
