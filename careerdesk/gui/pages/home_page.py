"""Home: what should I do now? How ready I am, the next step, this week, whom to write to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from careerdesk.domain.network import FollowUp
from careerdesk.gui.focus import focus_within
from careerdesk.gui.keys import lend_keys
from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.home_cards import (
    ActivityCard,
    ChangesCard,
    SkillsCard,
    ThisWeekCard,
)
from careerdesk.gui.pages.home_people import ComingUpCard, PeopleCard
from careerdesk.gui.pages.home_places import GAP, columns_for, lay_out
from careerdesk.gui.pages.home_readiness import AimCard, ReadinessCard, StepCard
from careerdesk.gui.pages.home_readiness_feed import ReadinessFeed
from careerdesk.gui.pages.page import Page
from careerdesk.services import history
from careerdesk.services.home import HomeReader

if TYPE_CHECKING:
    import uuid

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from careerdesk.domain.network import ContactId
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.widgets.card import Card
    from careerdesk.services.home import Waiting

_CHANGES_SHOWN: Final = 5
_NARROW: Final = 3  # columns in which the title of a step has two lines


class HomePage(Page):
    """Cards in three, two or one column, as the window allows."""

    painted = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = HomeReader(context.desk)
        self._is_announced = False
        self._has_target = False
        self._arrangement: tuple[int, bool] | None = None
        self._log_action = QAction(self.tr("Log something"), self)
        lend_keys(self._log_action, "Ctrl+L")
        self._log_action.setEnabled(self._may_write)
        self._aim = AimCard()
        self._readiness = ReadinessCard(context.settings.readiness_since)
        self._step = StepCard(self._may_write)
        self._feed = ReadinessFeed(context, self._readiness, self._step, self)
        self._week = ThisWeekCard(self._may_write)
        self._people = PeopleCard()
        self._coming = ComingUpCard()
        self._activity = ActivityCard()
        self._skills = SkillsCard()
        self._changes = ChangesCard()
        self._cards: dict[str, Card] = {
            "aim": self._aim,
            "readiness": self._readiness,
            "step": self._step,
            "week": self._week,
            "people": self._people,
            "coming": self._coming,
            "activity": self._activity,
            "skills": self._skills,
            "changes": self._changes,
        }
        self._rows = QVBoxLayout()
        self._build()
        self._connect()
        self.refresh()

    @property
    def _may_write(self) -> bool:
        return not self._context.desk.is_read_only

    @property
    def primary(self) -> QAction:
        """The button that opens the line to log with."""
        return self._log_action

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now."""
        place = self._place_of_focus()
        today = self._context.today()
        self._reader.forget(touched)
        summary = self._reader.summary(today)
        self._week.show_week(summary.week)
        self._people.show_people(summary, self._may_write)
        self._coming.show_waiting(summary, self._may_write)
        self._activity.show_year(summary.year, summary.first_weekday)
        self._skills.show_groups(summary)
        self._changes.show_changes(history.changes(self._context.desk, _CHANGES_SHOWN), today)
        self._aim.show_step(
            has_assessment=summary.has_assessment, is_paused=summary.has_paused_assessment
        )
        self._has_target = summary.has_target
        if self._arrangement:
            self._arrange()
            self._order_tabs()
        self._feed.ask(touched)
        self._focus_again(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was due when the page was left."""
        super().showEvent(event)
        self._feed.resume()

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
        self._feed.begin()

    @Slot()
    def _assess(self) -> None:
        self._context.navigator.open_page("assessment")

    @Slot()
    def _choose_role(self) -> None:
        self._context.navigator.open_page("roles" if has_page("roles") else "gap")

    @Slot()
    def _log(self) -> None:
        self._context.navigator.ask_log()

    @Slot(object)
    def _log_talk(self, contact_id: ContactId) -> None:
        from careerdesk.services.log_names import name_to_log

        with self._context.errors.reported():
            name = name_to_log(self._context.desk, contact_id)
            self._context.navigator.ask_log(f"coffee with {name} ")  # a line as it is typed

    @Slot(object)
    def _complete(self, item: Waiting) -> None:
        from careerdesk.services.network import complete_follow_up

        desk = self._context.desk
        with self._context.errors.reported():
            complete_follow_up(desk, desk.get(FollowUp, item.id), self._context.today())
            text = self.tr("Done: {title}").format(title=item.title)
            self._context.commands.say_done(text)

    @Slot(object, object)
    def _open(self, kind: type[Any], key: uuid.UUID) -> None:
        with self._context.errors.reported():
            self._context.navigator.open_record(self._context.desk.get(kind, key))

    @Slot()
    def _go_on(self) -> None:
        card = self.sender()
        keys = {
            self._readiness: "gap",
            self._people: "network",
            self._coming: "learning",
            self._activity: "progress",
            self._skills: "skills",
            self._changes: "history",
        }
        self._context.navigator.open_page(next(key for one, key in keys.items() if one is card))

    def _connect(self) -> None:
        self._log_action.triggered.connect(self._log)
        self._week.way_on.connect(self._log)
        for card in self._cards.values():
            if card is not self._week:
                card.way_on.connect(self._go_on)
        self._aim.assessment_asked.connect(self._assess)
        self._aim.roles_asked.connect(self._choose_role)
        for rows in (self._people, self._coming):
            rows.opened.connect(self._open)
            rows.log_asked.connect(self._log_talk)
            rows.done.connect(self._complete)

    def _order_tabs(self) -> None:
        """Let Tab go from card to card: what was made last would come last otherwise."""
        stops = [stop for card in self._cards.values() for stop in _stops(card)]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _place_of_focus(self) -> tuple[Card, int] | None:
        focus = focus_within(self)
        for card in self._cards.values():
            stops = _stops(card)
            if focus in stops:
                return card, stops.index(focus)
        return None

    def _focus_again(self, place: tuple[Card, int] | None) -> None:
        """Put the focus where it was before the rows were made anew."""
        if place is None:
            return
        card, at = place
        stops = _stops(card)
        focus = focus_within(self)
        if stops and focus not in stops:
            stop = stops[min(at, len(stops) - 1)]
            stop.show()
            stop.setFocus()

    def _build(self) -> None:
        canvas = QWidget()
        canvas.setProperty("role", "canvas")
        for card in self._cards.values():
            card.setParent(canvas)  # those without a place are in the window too
        column = QVBoxLayout(canvas)
        column.setContentsMargins(24, 2, 24, 20)
        column.setSpacing(GAP)
        self._rows.setSpacing(GAP)
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
            beside = 24 - (bar.sizeHint().width() if high else 0)
            is_left = self.isRightToLeft()
            column.setContentsMargins(beside if is_left else 24, 2, 24 if is_left else beside, 20)

        bar.rangeChanged.connect(align)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll)

    def _arrange(self) -> None:
        columns = columns_for(self.width(), self.fontMetrics().height())
        if self._arrangement == (columns, self._has_target):
            return
        self._arrangement = (columns, self._has_target)
        lay_out(self._rows, self._cards, columns, has_target=self._has_target)
        self._readiness.reserve(columns)
        self._step.reserve(2 if columns == _NARROW else 1)
        self._order_tabs()


def _stops(card: Card) -> list[QWidget]:
    """Return where Tab stops in a card, in the order in which it was filled."""
    # Qt shows new rows in the next turn and hides them until then; the old ones we have hidden.
    by_us = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    buttons = card.findChildren(QPushButton)
    return [one for one in buttons if not (one.isHidden() and one.testAttribute(by_us))]
