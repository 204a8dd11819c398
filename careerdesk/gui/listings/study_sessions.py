"""Time spent learning: how long, on which day, and on what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerdesk._generated.forms.ui_study_session_form import Ui_StudySessionForm
from careerdesk.analysis.study_time import week_start
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.skills import Skill
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.text import exact_time, known_date, translate
from careerdesk.services import learning
from careerdesk.services.log_names import study_line

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

_USUAL_MINUTES: Final = 45


class _Subject(NamedTuple):
    item: str
    skill: str


def _subject(row: Row) -> str:
    return " · ".join(name for name in row.extra if name)


_COLUMNS: Final = (
    Column(
        key="on",
        title=lambda: translate("study_sessions", "Day"),
        text=lambda row: known_date(row.record.on),
        sort=lambda row: row.record.on,
        width=14,
    ),
    Column(
        key="time",
        title=lambda: translate("study_sessions", "Time"),
        text=lambda row: exact_time(row.record.minutes),
        sort=lambda row: row.record.minutes,
        is_number=True,
        width=12,
    ),
    Column(
        key="subject",
        title=lambda: translate("study_sessions", "On what"),
        text=_subject,
        width=34,
    ),
    Column(
        key="note",
        title=lambda: translate("study_sessions", "Note"),
        text=lambda row: row.record.note.partition("\n")[0],
        width=30,
    ),
)


class StudySessions(Listing):
    """The sessions, newest first."""

    kind = StudySession
    icon = "clock"
    reads = (LearningItem, Skill)
    order = "-on"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self.fields = (
            FieldSpec(name="minutes", called="number of minutes", is_for_many=True),
            FieldSpec(name="on", is_kept=True, is_for_many=True),
            FieldSpec(name="learning_item_id", offer=offer_items, is_kept=True, is_for_many=True),
            FieldSpec(name="skill_id", offer=_offer_skills, is_kept=True, is_for_many=True),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of sessions."""
        return translate("study_sessions", "%n session(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("study_sessions", "No time logged yet"),
            translate(
                "study_sessions",
                "Press Ctrl+L and write “45 min on Inspired”, or fill in a form here.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_StudySessionForm()

    def defaults(self) -> dict[str, Any]:
        """Begin with today."""
        return {**super().defaults(), "on": self.context.today()}

    def row(self, record: StudySession) -> Row:
        """Return a session with the names of what it was spent on."""
        item = self.context.shelf.find(LearningItem, record.learning_item_id)
        skill = self.context.shelf.find(Skill, record.skill_id)
        return Row(record, _Subject(item.title if item else "", skill.name if skill else ""))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer this week, and what still says nothing about what was learned."""
        return (
            QuickFilter(
                key="week",
                title=translate("study_sessions", "This week"),
                passes=self._is_this_week,
            ),
            QuickFilter(
                key="bare",
                title=translate("study_sessions", "Without subject"),
                passes=lambda row: not any(row.extra),
            ),
        )

    def create(self, values: dict[str, Any]) -> StudySession:
        """Store a new session; a planned item that time is spent on becomes active."""
        session = StudySession(id=StudySession.new(self.context.today(), 1).id, **values)
        learning.log_session(self.context.desk, session)
        return session

    def _is_this_week(self, row: Row) -> bool:
        first_weekday = self.context.shelf.preferences().first_weekday
        first = week_start(self.context.today(), first_weekday)
        return bool(first <= row.record.on < first + timedelta(days=7))


def ask_time(context: GuiContext, subject: str) -> None:
    """Open the line to log with, written for just this; only the length is to be typed over."""
    context.navigator.ask_log(study_line(subject, _USUAL_MINUTES, context.today()))


def offer_items(context: GuiContext, field: Any, _record: Any) -> None:
    """Offer all courses, books, certifications and workshops."""
    items = [(one.id, one.title) for one in context.shelf.all(LearningItem)]
    field.offer(translate("study_sessions", "course or book"), items)


def _offer_skills(context: GuiContext, field: Any, _record: Any) -> None:
    skills = [(one.id, one.name) for one in context.shelf.all(Skill)]
    field.offer(translate("study_sessions", "skill"), skills)
