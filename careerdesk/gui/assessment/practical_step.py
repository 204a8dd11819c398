"""The practical questions: hours a week, a date, the least pay, and the way there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Route
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_range
from careerdesk.domain.instrument import AnswerKind
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.fields.choice_fields import ChoiceField
from careerdesk.gui.fields.date_fields import DayField
from careerdesk.gui.fields.text_fields import MoneyField, NumberField
from careerdesk.gui.text import known_date, to_translate, translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.domain.instrument import PracticalQuestion
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.field import Field
    from careerdesk.services.assessment_plan import Plan

_FIELDS: Final = {  # by what a question is answered with
    AnswerKind.HOURS: "hours_per_week",
    AnswerKind.DATE: "ready_by",
    AnswerKind.AMOUNT: "pay_floor_minor",
    AnswerKind.CHOICE: "route",
}
_SHORT_NAMES: Final = {  # for what is wrong with an answer
    AnswerKind.HOURS: to_translate("assessment", "Hours a week"),
    AnswerKind.DATE: to_translate("assessment", "Day to be ready by"),
    AnswerKind.AMOUNT: to_translate("assessment", "Lowest pay"),
    AnswerKind.CHOICE: to_translate("assessment", "Route"),
}
_MOST_HOURS: Final = 40
_AN_EXAMPLE_AHEAD: Final = timedelta(days=180)
_WIDEST: Final = 18  # of a field, in lines of text


class PracticalStep(StepView):
    """Four fields, all of which may stay empty: empty is unknown."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self.fields: dict[str, Field] = {}
        self._rows = self.card()
        self._rows.setSpacing(4)
        for at, question in enumerate(catalogue().instrument.practical):
            if at:
                self._rows.addSpacing(14)
            self._add(question)

    @property
    def instruction(self) -> str:
        """What the answers are for."""
        return self.tr("Four practical questions. Whatever you leave open stays unknown.")

    @property
    def keys(self) -> str:
        """Which keys lead on."""
        return self.tr("Tab goes from one to the next · Enter next")

    def values(self) -> dict[str, Any]:
        """Return the fields of the attempt; the pay has the currency of the desk."""
        found = {name: field.value() for name, field in self.fields.items()}
        floor = found["pay_floor_minor"]
        currency = self.context.shelf.preferences().currency
        return {**found, "pay_currency": "" if floor is None else currency}

    def is_sound(self) -> bool:
        """Say what is wrong beside each field that holds no value."""
        wrong = []
        for name, field in self.fields.items():
            error = self._error(name, field)
            if error is None:
                field.show_error("")
            else:
                field.refuse(error)
                wrong.append(field)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def take_focus(self) -> None:
        """Begin with the first."""
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the editors of the fields."""
        return [stop for field in self.fields.values() for stop in field.stops()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, question: PracticalQuestion) -> None:
        attempt = self.plan.attempt
        name = _FIELDS[question.kind]
        field = self._field(question)
        field.set_called(question.text)
        field.set_short_name(translate("assessment", _SHORT_NAMES[question.kind]))
        field.takes_back = False  # Escape pauses, which keeps what is typed
        field.prepare(self.context, attempt)
        field.show_value(getattr(attempt, name))
        field.edited.connect(self._on_edited)
        field.limit_width(self.fontMetrics().height() * _WIDEST)
        self.fields[name] = field
        for words in (label(question.text, "strong", wrap=True), field, _note(question.note)):
            self._rows.addWidget(words)

    def _field(self, question: PracticalQuestion) -> Field:
        if question.kind is AnswerKind.HOURS:
            hours = NumberField()
            hours.show_unit(self.tr("hours a week"))
            if question.usual is not None:
                usual = self.tr("such as {hours}").format(hours=question.usual)
                hours.line.setPlaceholderText(usual)
            return hours
        if question.kind is AnswerKind.DATE:
            day = DayField()
            example = self.context.today() + _AN_EXAMPLE_AHEAD
            day.line.setPlaceholderText(known_date(example))
            return day
        if question.kind is AnswerKind.AMOUNT:
            return MoneyField()
        route = ChoiceField()
        route.offer([(Route(one), words) for one, words in (question.choices or {}).items()])
        return route

    def _error(self, name: str, field: Field) -> InvalidValueError | None:
        """Return why a field holds no value; a day that was stored before may have gone by."""
        try:
            value = field.value()
            if name == "hours_per_week":
                require_range(field.name, value, 0, _MOST_HOURS)
            is_new = value is not None and value != getattr(self.plan.attempt, name)
            if name == "ready_by" and is_new and value < self.context.today():
                raise InvalidValueError(field.name, "must not lie in the past")
        except InvalidValueError as error:
            return error
        return None

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()


def _note(text: str) -> QLabel:
    made = label(text, "small", wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
