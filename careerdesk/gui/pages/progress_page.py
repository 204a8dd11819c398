"""Progress: how far have I come? Every chart as a card, over one period for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from careerdesk._generated.forms.ui_progress_page import Ui_ProgressPage
from careerdesk.analysis.period import Period
from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.chart_feed import ChartFeed
from careerdesk.gui.chart_pictures import ChartPictures
from careerdesk.gui.pages.page import Page
from careerdesk.gui.settings import ChartPeriod
from careerdesk.gui.text import known_date
from careerdesk.gui.widgets.card import take_apart
from careerdesk.gui.widgets.chart_card import ChartCard
from careerdesk.gui.widgets.labels import LineLabel
from careerdesk.gui.widgets.one_stop import keep_one_stop

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.charts.spots import Behind
    from careerdesk.charts.view import ChartView
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

_TWO_COLUMNS: Final = 56  # width from which two fit, in lines of text
_GAP: Final = 14
_RIM: Final = 24
_SIGHT: Final = 60  # pixels around the value the keyboard has come to


class ProgressPage(Page):
    """Cards in two columns or one; each is filled as soon as its chart is read."""

    shows = frozenset(TABLE_OF[kind] for spec in CHARTS for kind in spec.kinds)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._columns = 0
        self._ui = Ui_ProgressPage()
        self._ui.setupUi(self)
        self._dates = LineLabel("", "small")  # gives way to the periods in a narrow window
        self._ui.head.addWidget(self._dates, 1)
        self._periods = {
            ChartPeriod.WEEKS: self._ui.weeks_button,
            ChartPeriod.QUARTER: self._ui.quarter_button,
            ChartPeriod.YEAR: self._ui.year_button,
            ChartPeriod.ALL: self._ui.all_button,
        }
        self._group = QButtonGroup(self)
        for button in self._periods.values():
            self._group.addButton(button)
        self._periods[context.settings.chart_period].setChecked(True)
        keep_one_stop(self._group)
        self._cards = {spec.key: ChartCard(spec.key, spec.title) for spec in CHARTS}
        self._feed = ChartFeed(context, self._period(), self)
        self._feed.built.connect(self._show_chart)
        self._group.buttonClicked.connect(self._choose_period)
        pictures = ChartPictures(context, self)
        for card in self._cards.values():
            card.chosen.connect(self._open_records)
            pictures.serve(card)
            card.canvas.walked.connect(self._follow)
            self.addActions(card.commands())
        bar = self._ui.scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._align)
        self.refresh()

    @property
    def is_complete(self) -> bool:
        """Whether every chart shows what is stored now."""
        return self._feed.is_idle

    def card(self, key: str) -> ChartCard:
        """Return the card of a chart."""
        return self._cards[key]

    def cards(self) -> list[ChartCard]:
        """Return all cards, in the order of the gallery."""
        return list(self._cards.values())

    def take_focus(self) -> None:
        """Begin with the period, which all charts share."""
        self._periods[self._chosen()].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, touched: Touched | None = None) -> None:
        """Read the charts that a change concerns again; the others stay as they are."""
        self._show_dates()
        self._feed.ask(self._period(), touched)

    def step_part(self, by: int) -> None:
        """Go from period to period."""
        periods = list(self._periods)
        self._show(periods[(periods.index(self._chosen()) + by) % len(periods)])

    def do(self, command: str) -> None:
        """Show the charts of a period."""
        self._show(ChartPeriod(command))

    def _show(self, period: ChartPeriod) -> None:
        self._periods[period].setChecked(True)
        self._choose_period()
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def _chosen(self) -> ChartPeriod:
        return next(one for one, button in self._periods.items() if button.isChecked())

    def _period(self) -> Period:
        days, today = self._chosen().days, self._context.today()
        return Period(None, today) if days is None else Period.of_days(days, today)

    @Slot()
    def _choose_period(self) -> None:
        self._context.settings.chart_period = self._chosen()
        keep_one_stop(self._group)
        self.refresh()

    @Slot(str, object)
    def _show_chart(self, key: str, view: ChartView) -> None:
        from careerdesk.gui.pages import is_listed  # which itself names this page

        self._cards[key].show_view(view, is_listed)

    def _show_dates(self) -> None:
        period = self._period()
        self._dates.show_line(
            self.tr("{first} to {last}").format(
                first=known_date(period.first), last=known_date(period.last)
            )
            if period.first
            else self.tr("Up to {last}").format(last=known_date(period.last))
        )

    @Slot(object)
    def _open_records(self, behind: Behind) -> None:
        """Go to what a bar was counted from; a single record is shown with its details."""
        navigator = self._context.navigator
        if len(behind.ids) == 1:
            record = self._context.shelf.find(behind.kind, behind.ids[0])
            if record is not None:
                navigator.open_record(record)
            return
        navigator.open_records(behind.kind, behind.ids, behind.words)

    @Slot(QRect)
    def _follow(self, rect: QRect) -> None:
        """Keep in sight where the keyboard has come to in a chart."""
        canvas = self.sender()
        if isinstance(canvas, QWidget):
            place = canvas.mapTo(self._ui.cards_canvas, rect.center())
            self._ui.scroll.ensureVisible(place.x(), place.y(), _SIGHT, _SIGHT)

    @Slot(int, int)
    def _align(self, _low: int, high: int) -> None:
        """Take the width of the scroll bar from the margin, so that the cards stay in line."""
        bar = self._ui.scroll.verticalScrollBar()
        beside = _RIM - (bar.sizeHint().width() if high else 0)
        left, right = (beside, _RIM) if self.isRightToLeft() else (_RIM, beside)
        self._ui.cards_outer.setContentsMargins(left, 2, right, 20)

    def _arrange(self) -> None:
        lines = self.width() / max(self.fontMetrics().height(), 1)
        count = 2 if lines >= _TWO_COLUMNS else 1
        if count == self._columns:
            return
        self._columns = count
        take_apart(self._ui.columns, self._cards.values())
        columns = []
        for _ in range(count):
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            self._ui.columns.addLayout(column, 1)
            columns.append(column)
        for place, card in enumerate(self._cards.values()):
            columns[place % count].addWidget(card)
        for column in columns:
            column.addStretch()
