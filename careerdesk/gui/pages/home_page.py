"""Home: what should I do now? This week, whom to write to, what is coming, and the year so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.gui.pages.home_cards import (
    ActivityCard,
    ChangesCard,
    ComingUpCard,
    PeopleCard,
    SkillsCard,
    ThisWeekCard,
)
from careerdesk.gui.pages.page import Page
from careerdesk.services import history
from careerdesk.services.home import HomeReader

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.widgets.card import Card

_CHANGES_SHOWN: Final = 5
_GAP: Final = 14  # between cards
_THREE_COLUMNS, _TWO_COLUMNS = 54, 36  # widths from which so many fit, in lines of text


class HomePage(Page):
    """Cards in three, two or one column, as the window allows."""

    painted = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = HomeReader(context.desk)
        self._is_announced = False
        self._columns = 0
        self._log_action = QAction(self.tr("Log something"), self)
        # For the tooltip of its button: the key itself belongs to the menu, on every page.
        self._log_action.setShortcut(QKeySequence("Ctrl+L"))
        self._log_action.setEnabled(not context.desk.is_read_only)
        self._week = ThisWeekCard()
        self._people = PeopleCard()
        self._coming = ComingUpCard()
        self._activity = ActivityCard()
        self._skills = SkillsCard()
        self._changes = ChangesCard()
        self._cards: dict[str, Card] = {
            "week": self._week,
            "people": self._people,
            "coming": self._coming,
            "activity": self._activity,
            "skills": self._skills,
            "changes": self._changes,
        }
        self._rows = QVBoxLayout()
        self._build()
        self._log_action.triggered.connect(self._log)
        self._changes.way_on.connect(self._open_history)
        self.refresh()

    @property
    def primary(self) -> QAction:
        """The button that opens the line to log with."""
        return self._log_action

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now."""
        today = self._context.today()
        self._reader.forget(touched)
        summary = self._reader.summary(today)
        self._week.show_week(summary.week)
        self._people.show_people(summary)
        self._coming.show_waiting(summary)
        self._activity.show_year(summary.year, summary.first_weekday)
        self._skills.show_groups(summary)
        self._changes.show_changes(history.changes(self._context.desk, _CHANGES_SHOWN), today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Announce, once, that the page with its data has been painted."""
        super().paintEvent(event)
        if not self._is_announced:
            self._is_announced = True
            # Children are painted after their parent, in the same turn; the next turn is later.
            QTimer.singleShot(0, self, self._say_painted)

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _log(self) -> None:
        self._context.navigator.ask_log()

    @Slot()
    def _open_history(self) -> None:
        self._context.navigator.open_page("history")

    def _build(self) -> None:
        canvas = QWidget()
        canvas.setProperty("role", "canvas")
        column = QVBoxLayout(canvas)
        column.setContentsMargins(24, 2, 24, 20)
        column.setSpacing(_GAP)
        self._rows.setSpacing(_GAP)
        column.addLayout(self._rows)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(canvas)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = scroll.verticalScrollBar()

        def align(_low: int, high: int) -> None:
            # The scroll bar takes its width from the margin, so that the cards stay in line.
            column.setContentsMargins(24, 2, 24 - (bar.sizeHint().width() if high else 0), 20)

        bar.rangeChanged.connect(align)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll)

    def _arrange(self) -> None:
        lines = self.width() / max(self.fontMetrics().height(), 1)
        columns = 3 if lines >= _THREE_COLUMNS else 2 if lines >= _TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        while (old := self._rows.takeAt(0)) is not None:
            if (layout := old.layout()) is not None:
                layout.deleteLater()
        # One layout a row: a grid whose cards span columns does not make them equally wide.
        for names in _PLACES[columns]:
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for name in names:
                row.addWidget(self._cards[name], 1)
            self._rows.addLayout(row)


# For each number of columns: the cards of each row.
_PLACES: Final = {
    3: (("week", "people", "coming"), ("activity",), ("skills", "changes")),
    2: (("week", "people"), ("activity",), ("coming", "skills"), ("changes",)),
    1: (("week",), ("people",), ("coming",), ("activity",), ("skills",), ("changes",)),
}
