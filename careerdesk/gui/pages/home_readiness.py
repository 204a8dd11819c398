"""The cards of Home about the role aimed at: how ready the user is, and what to do next.

They are filled after the first frame, because the catalogue is read for them. So they are made
whole, with room for what will stand in them, and only their texts change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.pages import has_page, is_listed
from careerdesk.gui.pages.home_readiness_words import (
    change_words,
    done_sentence,
    done_title,
    figure_words,
    readiness_sentence,
    spoken_change,
    step_sentence,
    step_title,
    why_sentence,
)
from careerdesk.gui.pages.home_since import SinceButton
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.chart_canvas import NOT_READ, RIM, ChartCanvas
from careerdesk.gui.widgets.labels import LineLabel, RoomLabel, label

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.analysis.readiness_history import ReadinessChange
    from careerdesk.charts.view import ChartView
    from careerdesk.gui.settings import Since
    from careerdesk.services.readiness import BestStep, RoleReadiness

_NOTHING_YET: Final = "\u2013"


class AimCard(Card):
    """What comes before any readiness: a role to aim at."""

    assessment_asked = Signal()
    roles_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("home", "Readiness"), "", parent)
        self._lead = label("", "lead", wrap=True)
        self._sentence = label("", "second", wrap=True)
        self._assess = QPushButton(translate("home", "Take the assessment"))
        self._assess.clicked.connect(self.assessment_asked)
        self._roles = QPushButton(translate("home", "Choose a role"))
        self._roles.clicked.connect(self.roles_asked)
        self.body.addWidget(self._lead)
        self.body.addWidget(self._sentence)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self._assess)
        row.addWidget(self._roles)
        row.addStretch()

    def show_step(self, *, has_assessment: bool, is_paused: bool) -> None:
        """Teach the one step that comes next."""
        takes = has_page("assessment") and (is_paused or not has_assessment)
        verb = translate("home", "Take the assessment")
        if is_paused:
            verb = translate("home", "Resume assessment")
        self._assess.setText(verb)
        self._assess.setVisible(takes)
        self._roles.setVisible(has_page("roles") or has_page("gap"))
        if takes:
            self._lead.setText(translate("home", "Where do you stand, and where to?"))
            words = translate(
                "home",
                "The assessment asks for skills, interests and goals, and compares you with every "
                "role. Then choose one to aim at.",
            )
        else:
            self._lead.setText(translate("home", "Which role do you aim at?"))
            words = translate(
                "home",
                "Choose one, and how ready you are for it stands here: as claimed, and as far as "
                "evidence supports it.",
            )
        self._sentence.setText(words)


class ReadinessCard(Card):
    """Both numbers, what they won since a day, how they came about, and what waits for a word.

    ``behind_chosen`` carries the records behind a place of the chart, ``since_chosen`` the day
    from which changes are counted.
    """

    behind_chosen = Signal(object)
    since_chosen = Signal(object)
    confirm_asked = Signal()
    review_asked = Signal()

    def __init__(self, since: Since | date, parent: QWidget | None = None) -> None:
        way_on = translate("home", "Open gap") if has_page("gap") else ""
        super().__init__(translate("home", "Readiness"), way_on, parent)
        self._claimed = label(_NOTHING_YET, "figure")
        self._evidenced = label(_NOTHING_YET, "figure")
        self._evidenced.setProperty("tone", "second")
        self._since = SinceButton(since)
        self._since.chosen.connect(self.since_chosen)
        _keep_room(self._since)
        self._chart = ChartCanvas(translate("home", "Readiness over time"))
        self._chart.chosen.connect(self.behind_chosen)
        self._sentence = RoomLabel("second")
        self._confirm = _QuietLine(translate("home", "Confirm"))
        self._confirm.asked.connect(self.confirm_asked)
        self._review = _QuietLine(translate("home", "Review"))
        self._review.asked.connect(self.review_asked)
        self._build()

    def reserve(self, lines: int) -> None:
        """Keep room for so many lines of the sentence."""
        self._sentence.keep(lines)

    def show_readiness(
        self,
        found: RoleReadiness,
        change: ReadinessChange,
        view: ChartView,
        first_weekday: int,
    ) -> None:
        """Show a role's readiness and its change."""
        claimed, evidenced = found.gap.claimed, found.gap.evidenced
        title = translate("home", "Readiness for {role}")
        self.show_title(title.format(role=found.gap.profile.title))
        self._claimed.setText(figure_words(claimed.low, claimed.high))
        self._evidenced.setText(figure_words(evidenced.low))
        words, spoken = change_words(found.gap, change), spoken_change(found.gap, change)
        self._since.show_change(words, spoken, found.gap.standing.day, first_weekday)
        self._since.setVisible(bool(found.history.steps))
        self._chart.show()
        # As high as the room that is kept for it, so that nothing below it moves.
        self._chart.show_view(replace(view, size=(view.size[0], NOT_READ / 72)), is_listed)
        self._sentence.setText(readiness_sentence(found.gap))

    def show_nothing(self, role: str) -> None:
        """Say that the role aimed at names no skills."""
        title = translate("home", "Readiness for {role}")
        self.show_title(title.format(role=role))
        for figure in (self._claimed, self._evidenced):
            figure.setText(_NOTHING_YET)
        self._since.hide()
        self._chart.hide()
        self._sentence.setText(
            translate("home", "This role names no skills yet. Say under Roles what it needs.")
        )
        self.show_waiting(to_confirm=0, to_review=0)

    def show_waiting(self, *, to_confirm: int, to_review: int) -> None:
        """Say what waits for a word of the user; nothing where nothing does."""
        self._confirm.show_line(
            translate("home", "%n level(s) to confirm", "", to_confirm) if to_confirm else ""
        )
        self._review.show_line(
            translate("home", "%n level(s) for review", "", to_review) if to_review else ""
        )

    def _build(self) -> None:
        figures = QHBoxLayout()
        self.body.addLayout(figures)
        figures.setSpacing(24)
        for figure, words in (
            (self._claimed, translate("home", "claimed")),
            (self._evidenced, translate("home", "evidenced")),
        ):
            column = QVBoxLayout()
            figures.addLayout(column)
            column.setSpacing(0)
            column.addWidget(figure)
            column.addWidget(label(words, "second"))
        figures.addStretch()
        pill = QHBoxLayout()
        self.body.addLayout(pill)
        pill.addWidget(self._since)
        pill.addStretch()
        wide = QHBoxLayout()
        self.body.addLayout(wide)
        wide.setContentsMargins(-RIM, 0, -RIM, 0)  # the picture has a rim of its own
        wide.addWidget(self._chart)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._confirm)
        self.body.addWidget(self._review)


class StepCard(Card):
    """The next best step, with the reason on demand.

    ``start_asked`` asks to plan it, or to log time on what is planned already.
    """

    start_asked = Signal()

    def __init__(self, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(translate("home", "Next best step"), "", parent)
        self._may_write = may_write
        self._title = RoomLabel("lead")
        self._sentence = RoomLabel("second")
        self._start = QPushButton(translate("home", "Start"))
        self._start.clicked.connect(self.start_asked)
        self._why = QPushButton(translate("home", "Why this?"))
        self._why.setCheckable(True)
        self._why.setProperty("role", "quiet")
        self._why.toggled.connect(self._show_reason)
        self._reason = label("", "notice", wrap=True)
        self._reason.hide()
        for button in (self._start, self._why):
            _keep_room(button)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self._start)
        row.addWidget(self._why)
        row.addStretch()
        self.body.addWidget(self._reason)

    def reserve(self, lines: int) -> None:
        """Keep room for so many lines of the title, and for two of the sentence."""
        self._title.keep(lines)
        self._sentence.keep(2)

    def show_step(self, best: BestStep) -> None:
        """Show what to do, what it adds and how long it takes."""
        title = step_title(best)
        self._title.setText(title)
        self._sentence.setText(step_sentence(best))
        verb, spoken = translate("home", "Start"), translate("home", "Plan: {step}")
        if best.action is not None:
            verb, spoken = translate("home", "Log"), translate("home", "Log time on: {step}")
        self._start.setText(verb)
        self._start.setAccessibleName(spoken.format(step=title))
        self._start.setVisible(self._may_write)
        self._why.show()
        self._reason.setText(why_sentence(best))

    def show_done(self, found: RoleReadiness) -> None:
        """Say what is to be done where no skill can be raised."""
        self._title.setText(done_title(found))
        self._sentence.setText(done_sentence(found))
        self._start.hide()
        self._why.setChecked(False)
        self._why.hide()

    def show_nothing(self) -> None:
        """Say that the role aimed at asks for nothing yet."""
        self._title.setText(translate("home", "Say what the role needs"))
        self._sentence.setText(translate("home", "Its skills decide which step comes next."))
        self._start.hide()
        self._why.setChecked(False)
        self._why.hide()

    @Slot(bool)
    def _show_reason(self, is_shown: bool) -> None:
        self._reason.setVisible(is_shown)


class _QuietLine(QWidget):
    """Something that waits, with one way on; hidden while nothing does."""

    asked = Signal()

    def __init__(self, way_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LineLabel("", "second")
        self._way_on = way_on
        self._button = QPushButton(way_on)
        self._button.setProperty("role", "row-word")
        self._button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.hide()

    def show_line(self, words: str) -> None:
        """Say what waits; empty hides the line."""
        self._line.show_line(words)
        self._button.setAccessibleName(f"{self._way_on}: {words}")
        self.setVisible(bool(words))


def _keep_room(button: QPushButton) -> None:
    """Hide a button until there is something to press it for, without moving what is beside it."""
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    button.hide()
