"""The assessment before it is taken, while it is paused, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.analysis.assessment_steps import seconds_of_parts, step_at
from careerdesk.analysis.interest_checks import is_retest_due
from careerdesk.catalogue import catalogue
from careerdesk.gui.assessment.minutes import about_minutes, minutes_left, whole_minutes
from careerdesk.gui.assessment.result_cards import GoalsCard, InterestsCard, SkillsCard
from careerdesk.gui.text import known_date, translate
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.card import Card, take_apart
from careerdesk.gui.widgets.labels import label, pill
from careerdesk.gui.widgets.quiet_buttons import NameButton, PictureButton
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services.assessment_findings import comparison, findings
from careerdesk.services.assessment_plan import plan

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from careerdesk.domain.assessment import Attempt
    from careerdesk.gui.context import GuiContext

_RIM: Final = 24
_GAP: Final = 14
_TWO_COLUMNS: Final = 46  # width from which two fit, in lines of text
_WIDEST: Final = 50  # up to here lines are easy to follow
_ANY: Final = 16777215  # Qt's own limit of a width


class Overview(QWidget):
    """``opened`` carries the page to go to; ``discarded`` the attempt to be deleted."""

    opened = Signal(str)
    discarded = Signal(object)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: Attempt | None = None  # by the user, among those that are done
        self._shown: Attempt | None = None
        self._done: list[Attempt] = []
        self._columns = 0
        self.about = _AboutCard()
        self.pause = _PauseCard()
        self.interests = InterestsCard()
        self.goals = GoalsCard()
        self.skills = SkillsCard()
        self.attempts = _AttemptsCard()
        self._build()
        self.interests.way_on.connect(self._open_roles)
        self.skills.way_on.connect(self._open_skills)
        self.pause.way_on.connect(self._discard_paused)
        self.attempts.chosen.connect(self._choose)
        self.attempts.discarded.connect(self.discarded)

    def show_attempts(self, attempts: list[Attempt]) -> None:
        """Show the paused attempt, if there is one, and the latest or the chosen finished one."""
        paused = next((one for one in attempts if one.finished is None), None)
        self._done = [one for one in attempts if one.finished is not None]
        may_write = not self._context.desk.is_read_only
        self.pause.setVisible(paused is not None)
        if paused is not None:
            self.pause.show_attempt(self._context, paused)
        known = {one.id: one for one in self._done}
        self._chosen = known.get(self._chosen.id) if self._chosen else None
        self._shown = self._chosen or next(iter(self._done), None)
        self.about.show_state(is_new=not attempts)
        for card in (self.interests, self.goals, self.skills, self.attempts):
            card.setVisible(self._shown is not None)
        if self._shown is not None:
            self._show_result(self._shown)
            today = self._context.today()
            self.attempts.show_attempts(self._done, self._shown, today, may_write=may_write)
        self._arrange()

    def forget_choice(self) -> None:
        """Show the latest attempt from now on, whichever was looked at before."""
        self._chosen = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def _show_result(self, attempt: Attempt) -> None:
        desk = self._context.desk
        found = findings(desk, attempt)
        at = self._done.index(attempt)
        before = self._done[at + 1] if at + 1 < len(self._done) else None
        compared = comparison(desk, before, attempt) if before else None
        for card in (self.interests, self.goals, self.skills):
            card.show_found(found, compared)

    @Slot(object)
    def _choose(self, attempt: Attempt) -> None:
        self._chosen = attempt
        self.show_attempts([*self._paused(), *self._done])
        self.attempts.take_focus(attempt)

    def _paused(self) -> list[Attempt]:
        return [] if self.pause.attempt is None or self.pause.isHidden() else [self.pause.attempt]

    @Slot()
    def _open_roles(self) -> None:
        self.opened.emit("roles")

    @Slot()
    def _open_skills(self) -> None:
        self.opened.emit("skills")

    @Slot()
    def _discard_paused(self) -> None:
        self.discarded.emit(self.pause.attempt)

    def _build(self) -> None:
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self._lines.setContentsMargins(_RIM, 2, _RIM, 20)
        self._lines.setSpacing(_GAP)
        top = QHBoxLayout()
        self._lines.addLayout(top)
        top.addWidget(self.pause, 1)
        top.addStretch()
        self._across = QHBoxLayout()
        self._lines.addLayout(self._across)
        self._across.setSpacing(_GAP)
        self._lines.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(body))
        self._arrange()

    def _arrange(self) -> None:
        """Lay the cards out in two columns where there are results and room for them."""
        line = max(self.fontMetrics().height(), 1)
        has_room = self.width() / line >= _TWO_COLUMNS
        count = 2 if has_room and self._shown is not None else 1
        widest = _WIDEST * line if self._shown is None else _ANY
        self.about.setMaximumWidth(widest)
        self.pause.setMaximumWidth(widest)
        if count == self._columns:
            return
        self._columns = count
        cards = (self.interests, self.goals, self.skills, self.attempts, self.about)
        take_apart(self._across, cards)
        columns = []
        for _ in range(count):
            column = QVBoxLayout()
            self._across.addLayout(column, 1)
            column.setSpacing(_GAP)
            columns.append(column)
        self._across.addStretch()  # what is not as wide as the page begins at its edge
        for card in cards:
            is_right = card in (self.skills, self.attempts, self.about)
            columns[-1 if is_right else 0].addWidget(card)
        for column in columns:
            column.addStretch()


class _AboutCard(Card):
    """What the assessment is, how long it takes, and what it is not."""

    def __init__(self) -> None:
        super().__init__(translate("assessment", "What this is"))
        instrument = catalogue().instrument
        self._lead = label(translate("assessment", "Where do you stand?"), "lead", wrap=True)
        self.body.addWidget(self._lead)
        self.body.addWidget(
            label(
                translate(
                    "assessment",
                    "A structured self-report in three parts: what you like to do, what you want "
                    "of your next role, and what you have done so far. It is not a validated test.",
                ),
                wrap=True,
            )
        )
        self._parts = QWidget()
        self.body.addWidget(self._parts)
        self._list_parts()
        self._ways = label(
            translate(
                "assessment",
                "Short pages with Back and Next. Pause whenever you like and go on another day. "
                "“Not sure” and “Rather not say” are answers; neither ever counts as 0.",
            ),
            "second",
            wrap=True,
        )
        self.body.addWidget(self._ways)
        self._not = label(translate("assessment", "What it is not"), "heading")
        self.body.addWidget(self._not)
        for words in (instrument.purpose, *instrument.disclosures):
            self.body.addWidget(label(words, "small", wrap=True))

    def show_state(self, *, is_new: bool) -> None:
        """Tell how it goes only where it has not been taken yet."""
        for one in (self._lead, self._parts, self._ways, self._not):
            one.setVisible(is_new)

    def _list_parts(self) -> None:
        instrument = catalogue().instrument
        rows = QVBoxLayout(self._parts)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(6)
        interests, goals, skills = seconds_of_parts(instrument)
        minutes = whole_minutes(interests + goals + skills)
        for name, words, seconds in (
            (
                translate("assessment", "Interests"),
                translate("assessment", "%n statement(s)", "", len(instrument.interests.items)),
                interests,
            ),
            (
                translate("assessment", "Goals"),
                translate("assessment", "%n question(s)", "", len(instrument.goals.questions)),
                goals,
            ),
            (
                translate("assessment", "Skills"),
                translate("assessment", "%n skill(s) at most", "", instrument.levels.most_ratings),
                skills,
            ),
        ):
            line = QHBoxLayout()
            rows.addLayout(line)
            line.setSpacing(10)
            line.addWidget(label(name, "strong"))
            line.addWidget(label(words, "second"), 1)
            about = translate("assessment", "{minutes} min").format(minutes=about_minutes(seconds))
            line.addWidget(pill(about))
        whole = translate("assessment", "Together about %n minute(s).", "", minutes)
        rows.addWidget(label(whole, "second"))


class _PauseCard(Card):
    """Where one has stopped, and how much is left."""

    def __init__(self) -> None:
        super().__init__(translate("assessment", "Paused"), translate("assessment", "Discard"))
        self.attempt: Attempt | None = None

    def show_attempt(self, context: GuiContext, attempt: Attempt) -> None:
        """Show how far a paused attempt has come."""
        self.clear()
        self.attempt = attempt
        planned = plan(context.desk, attempt, context.today())
        at = step_at(planned.steps, attempt.place)
        left = minutes_left(planned.seconds_left(at))
        bar = AmountBar(translate("assessment", "Part of the assessment that is done"))
        bar.show_part(planned.part_done(at), left)
        self.body.addWidget(label(left, "lead"))
        self.body.addWidget(bar)
        begun = translate("assessment", "Begun on {day}. All answers are kept.")
        self.body.addWidget(
            label(begun.format(day=known_date(attempt.started)), "second", wrap=True)
        )


class _AttemptsCard(Card):
    """All finished attempts; the chosen one is shown beside."""

    chosen = Signal(object)
    discarded = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("assessment", "Your assessments"))
        self._names: dict[QObject, Attempt] = {}
        self._bins: dict[QObject, Attempt] = {}

    def show_attempts(
        self, attempts: list[Attempt], shown: Attempt, today: date, *, may_write: bool
    ) -> None:
        """List them, the latest first, and say when it is worth taking it again."""
        self.clear()
        self._names.clear()
        self._bins.clear()
        days = Counter(one.finished for one in attempts)
        for one in attempts:
            line = QHBoxLayout()
            self.body.addLayout(line)
            line.setSpacing(8)
            day = _called(one, is_numbered=days[one.finished] > 1)
            name = NameButton(day)
            name.clicked.connect(self._on_chosen)
            self._names[name] = one
            line.addWidget(name)
            line.addStretch()
            if one == shown and len(attempts) > 1:
                line.addWidget(pill(translate("assessment", "Shown"), "accent"))
            if may_write:
                words = translate("assessment", "Delete the assessment of {day}").format(day=day)
                bin_ = PictureButton("trash-2", words)
                bin_.clicked.connect(self._on_discarded)
                self._bins[bin_] = one
                line.addWidget(bin_)
        self.body.addWidget(_retest_sentence(attempts[0], today))

    def take_focus(self, attempt: Attempt) -> None:
        """Put the cursor on an attempt."""
        for button, one in self._names.items():
            if one == attempt and isinstance(button, NameButton):
                button.setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(self._names[self.sender()])

    @Slot()
    def _on_discarded(self) -> None:
        self.discarded.emit(self._bins[self.sender()])


def _called(attempt: Attempt, *, is_numbered: bool) -> str:
    """Return the day of an attempt, with its number where that day has several."""
    day = known_date(attempt.finished)
    if not is_numbered:
        return day
    words = translate("assessment", "{day}, no. {number}")
    return words.format(day=day, number=attempt.number)


def _retest_sentence(latest: Attempt, today: date) -> QLabel:
    assert latest.finished is not None, "only finished attempts are listed"
    months = catalogue().instrument.retest.interests_after_months
    if is_retest_due(latest.finished, today=today):
        words = translate(
            "assessment",
            "The last one is more than %n month(s) old: it is time to look again.",
            "",
            months,
        )
    else:
        words = translate(
            "assessment", "A second look says something after %n month(s).", "", months
        )
    return label(words, "second", wrap=True)
