"""The levels a skill has had: each with its day, to be added for another day or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.skills import Level, Rating
from careerdesk.gui.fields.choice_fields import ScaleField
from careerdesk.gui.fields.date_fields import NeededDayField
from careerdesk.gui.icons import icon
from careerdesk.gui.place_commands import ADD_LEVEL
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.text import known_date
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import level_words
from careerdesk.services import skills

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext


class RatingsPanel(Panel):
    """Ratings, newest first; today's is set in the form above."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, "")
        self._title.setText(self.tr("Levels so far"))
        self.button.setText(ADD_LEVEL.title)
        self.button.show()
        self._day = NeededDayField()
        self._scale = ScaleField()
        self._form = QWidget()
        self._build_form()
        column = self.layout()
        assert column is not None
        column.addWidget(self._form)
        self._form.hide()

    def fill(self) -> None:
        """List the ratings."""
        found = self.context.shelf.grouped(Rating, "skill_id").get(self.record.id, ())
        for rating in sorted(found, key=lambda one: one.on, reverse=True):
            self.body.addWidget(self._line(rating))
        if not found:
            self.say(self.tr("Not rated yet. Choose the level of today above."))

    @Slot()
    def take(self) -> None:
        """Offer a day and a level, or take the offer back."""
        self._form.setVisible(self._form.isHidden())
        if self._form.isVisible():
            self._day.prepare(self.context, self.record)
            self._day.show_value(None)
            self._scale.show_value(None)
            self._day.setFocus()

    def _build_form(self) -> None:
        self._day.set_called(self.tr("Day"))
        self._scale.offer([level_words(level) for level in Level], self.tr("Not known yet"))
        self._scale.set_called(self.tr("Level on that day"))
        add = QPushButton(self.tr("Add"))
        add.clicked.connect(self._add)
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._day, 2)
        row.addWidget(self._scale, 3)
        row.addWidget(add)

    @Slot()
    def _add(self) -> None:
        try:
            day = self._day.value()
        except InvalidValueError as error:
            self._day.refuse(error)
            return
        value = self._scale.value()
        with self.context.errors.reported():
            level = None if value is None else Level(value)
            skills.rate_skill(self.context.desk, self.record, day, level)
            self._form.hide()

    def _line(self, rating: Rating) -> QWidget:
        words = self.tr("not known") if rating.level is None else level_words(rating.level)
        number = "?" if rating.level is None else str(int(rating.level))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 2, 2, 2)
        row.addWidget(label(f"{number}  {words}"), 1)
        row.addWidget(label(known_date(rating.on), "small"))
        remove = QPushButton()
        remove.setProperty("role", "bare")
        remove.setIcon(icon("x", tokens().ink_3))
        called = self.tr("Delete the level of {day}").format(day=known_date(rating.on))
        remove.setAccessibleName(called)
        remove.setToolTip(called)
        remove.setEnabled(not self.context.desk.is_read_only)
        remove.clicked.connect(lambda: self._remove(rating))
        row.addWidget(remove)
        return line

    def _remove(self, rating: Rating) -> None:
        with self.context.errors.reported():
            skills.remove_rating(self.context.desk, self.record, rating)
