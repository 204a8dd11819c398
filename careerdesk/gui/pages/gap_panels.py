"""What the catalogue offers to close a gap, the shortest first; one press plans it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from careerdesk.domain.learning import LearningItem
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.text import hours, tooltip
from careerdesk.services.gap_list import GapState
from careerdesk.services.resources import resource_offers
from careerdesk.services.skills import new_skill_for

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.gap_list import GapLine
    from careerdesk.services.resources import ResourceOffer

_MOST: Final = 3


class OffersPanel(Panel):
    """Offers for a skill that the role needs; ``chosen`` carries the resource of one pressed."""

    chosen = Signal(object)

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, "")
        self._title.setText(self.tr("Close it with"))

    def show_line(self, line: GapLine) -> None:
        """Show what would close a gap; nothing where there is none."""
        self.show_record(line)

    def fill(self) -> None:
        """List the offers; the panel of actions says what else there is."""
        line: GapLine = self.record
        offers = self._offers(line) if line.state is GapState.OPEN else []
        self.setVisible(bool(offers))
        for offer in offers:
            self.body.addWidget(self._row(offer))

    def rows(self) -> list[QPushButton]:
        """Return the offers on screen."""
        return [one for one in self.findChildren(QPushButton) if one is not self.button]

    def _offers(self, line: GapLine) -> list[ResourceOffer]:
        skill = line.skill or new_skill_for(line.requirement)
        planned = {one.learning_item_id for one in line.actions}
        items = self.context.shelf.all(LearningItem)
        offers = resource_offers(skill, items, now=line.share.level, needed=line.requirement.level)
        free = [one for one in offers if one.item is None or one.item.id not in planned]
        return free[:_MOST]

    def _row(self, offer: ResourceOffer) -> QWidget:
        resource, time = offer.resource, hours(offer.minutes)
        row = self.row(resource.name, time)
        told = self.tr("Add as an action: {name}, {provider}, about {time}")
        row.setAccessibleName(
            told.format(name=resource.name, provider=resource.provider, time=time)
        )
        row.setToolTip(tooltip(row.accessibleName()))
        row.setEnabled(not self.context.desk.is_read_only)
        row.clicked.connect(lambda: self.chosen.emit(resource))
        return row
