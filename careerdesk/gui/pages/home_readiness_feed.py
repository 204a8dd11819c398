"""Filling the cards of Home about readiness once the rest of the page stands.

Reading the catalogue and comparing takes a tenth of a second the first time, for which the first
frame does not wait; later it takes a few milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from careerdesk.domain.skills import Skill
from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.home_since import first_day
from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.analysis.stale_skills import StaleSkill
    from careerdesk.charts.spots import Behind
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.pages.home_readiness import ReadinessCard, StepCard
    from careerdesk.gui.settings import Since
    from careerdesk.services.proposals import Proposal
    from careerdesk.services.readiness import BestStep, RoleReadiness

# What the two cards are made from.
_TABLES: Final = frozenset(
    (
        *("target", "role", "role_skill", "skill", "rating", "evidence", "attempt", "answer"),
        *("action", "learning_item", "study_session", "certificate", "follow_up", "preferences"),
    )
)
_PATIENCE: Final = 100  # milliseconds until a desk that is lent to a worker is asked for again
_YEAR: Final = 365
_USUAL_MINUTES: Final = 45


class ReadinessFeed(QObject):
    """Reads the readiness for the role aimed at, shows it, and does what its cards ask for."""

    def __init__(
        self, context: GuiContext, readiness: ReadinessCard, step: StepCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._readiness, self._step = readiness, step
        self._is_open = False
        self._is_due = True
        self._best: BestStep | None = None
        self._to_confirm: list[Proposal] = []
        self._to_review: list[StaleSkill] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fill)
        readiness.since_chosen.connect(self._choose_since)
        readiness.behind_chosen.connect(self._open_behind)
        readiness.confirm_asked.connect(self._confirm)
        readiness.review_asked.connect(self._review)
        step.start_asked.connect(self._start)

    def begin(self) -> None:
        """Fill the cards from now on: the first frame has been painted."""
        self._is_open = True
        self.resume()

    def ask(self, touched: Touched | None) -> None:
        """Fill the cards in the next turn if a change concerns them; None always does."""
        if touched is None or touched.concerns(_TABLES):
            self._is_due = True
            self.resume()

    def resume(self) -> None:
        """Fill the cards in the next turn, if that is due."""
        if self._is_open and self._is_due:
            self._timer.start(0)

    @Slot()
    def _fill(self) -> None:
        context = self._context
        if not self._readiness.isVisible():  # the page is left, or the window closed
            return
        if context.tasks.is_busy and QApplication.activeModalWidget() is not None:
            self._timer.start(_PATIENCE)  # a worker may have the desk
            return
        self._is_due = False
        with context.errors.reported():
            from careerdesk.services import proposals, skills
            from careerdesk.services.readiness import best_step, target_readiness

            desk, today = context.desk, context.today()
            found = target_readiness(desk, today)
            if found is None:
                self._show_nothing()
                return
            self._best = best_step(desk, found.gap)
            self._to_confirm = [] if desk.is_read_only else proposals.proposals(desk, today)
            self._to_review = skills.stale(desk, today)
            self._show(found, today)

    def _show_nothing(self) -> None:
        """Say what there is to say of a role that names no skills."""
        from careerdesk.services.roles import current_target, role_profile

        target = current_target(self._context.desk)
        self._best = None
        if target is not None:
            title = role_profile(self._context.desk, target.role).title
            self._readiness.show_nothing(title)
            self._step.show_nothing()

    def _show(self, found: RoleReadiness, today: date) -> None:
        from careerdesk.analysis.period import Period
        from careerdesk.charts.readiness_history import view_of

        first_weekday = self._context.shelf.preferences().first_weekday
        first = first_day(self._context.settings.readiness_since, today, first_weekday)
        change = found.history.since(first, today)
        year = Period.of_days(_YEAR, today)
        period = Period(change.first, today) if change.first <= year.begin(today) else year
        view = view_of(found.gap.profile, found.gap.standing.record, today, period)
        self._readiness.show_readiness(found, change, view, first_weekday)
        self._readiness.show_waiting(
            to_confirm=len(self._to_confirm), to_review=len(self._to_review)
        )
        if self._best is None:
            self._step.show_done(found)
        else:
            self._step.show_step(self._best)

    @Slot(object)
    def _choose_since(self, choice: Since | date) -> None:
        self._context.settings.readiness_since = choice
        self.ask(None)

    @Slot(object)
    def _open_behind(self, behind: Behind) -> None:
        self._context.navigator.open_records(behind.kind, behind.ids, behind.words)

    @Slot()
    def _confirm(self) -> None:
        """Ask for the level after what was finished last."""
        from careerdesk.gui.development.review_dialog import ReviewDialog

        if self._to_confirm:
            ReviewDialog(self._context, self._to_confirm[0], self._readiness.window()).open()

    @Slot()
    def _review(self) -> None:
        ids = tuple(one.skill.id for one in self._to_review)
        words = translate("home", "levels for review")
        self._context.navigator.open_records(Skill, ids, words)

    @Slot()
    def _start(self) -> None:
        """Log time on what is planned, or plan what is proposed."""
        best = self._best
        if best is None:
            return
        with self._context.errors.reported():
            if best.action is not None:
                self._log(best)
            elif best.resource is not None:
                self._plan(best)
            elif has_page("gap"):
                self._context.navigator.open_page("gap")
            else:
                self._context.navigator.open_record(best.skill)

    def _log(self, best: BestStep) -> None:
        from careerdesk.domain.learning import LearningItem
        from careerdesk.services.log_names import study_line

        assert best.action is not None, "only what is planned is logged"
        item = self._context.shelf.find(LearningItem, best.action.learning_item_id)
        subject = best.skill.name if item is None else item.title
        line = study_line(subject, _USUAL_MINUTES, self._context.today())
        self._context.navigator.ask_log(line)

    def _plan(self, best: BestStep) -> None:
        from careerdesk.services.actions import add_resource_action

        assert best.resource is not None, "only what is known can be planned"
        desk = self._context.desk
        made = add_resource_action(desk, best.skill, best.resource, aimed=best.step.level)
        text = translate("home", "Planned: {title}")
        self._context.commands.say_done(text.format(title=made.title))
