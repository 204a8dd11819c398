"""The cards of Home: each puts one part of the summary into words and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from careerdesk.analysis.certificates import WARNING_DAYS
from careerdesk.gui.text import (
    ago,
    counted,
    day_heading,
    decimal_hours,
    hours,
    local_time,
    month_name,
    short_day,
    until,
)
from careerdesk.gui.widgets.bars import AmountBar, WeekBars
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.heatmap import Heatmap
from careerdesk.gui.widgets.labels import LineLabel, label, pill
from careerdesk.services.home import SOON_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel, QWidget

    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.services.history import ChangeEntry
    from careerdesk.services.home import HomeSummary, QuietPerson, ThisWeek, Waiting

_ROWS: Final = 4
_LEVELS: Final = 5
_URGENT_DAYS: Final = 14
_HORIZON: Final = f"follow-ups are listed {SOON_DAYS} days ahead, certificates {WARNING_DAYS} days"


class ThisWeekCard(Card):
    """Hours of this week against the goal, and the weeks before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("This week", parent=parent)

    def show_week(self, week: ThisWeek) -> None:
        """Show the figure, the bar and what they mean."""
        self.clear()
        figure = QHBoxLayout()
        figure.setSpacing(8)
        figure.addWidget(
            label(f"{decimal_hours(week.minutes)} h", "figure"),
            0,
            Qt.AlignmentFlag.AlignBaseline,
        )
        if week.goal_minutes:
            of = label(f"of {hours(week.goal_minutes)}", "second")
            figure.addWidget(of, 0, Qt.AlignmentFlag.AlignBaseline)
        figure.addStretch()
        self.body.addLayout(figure)
        if week.goal_minutes:
            bar = AmountBar("Hours of this week against the goal")
            bar.show_part(
                week.minutes / week.goal_minutes,
                f"{hours(week.minutes)} of {hours(week.goal_minutes)}",
            )
            self.body.addWidget(bar)
        self.body.addWidget(label(_week_sentence(week), "second", wrap=True))
        if len(week.weeks) > 1:
            bars = WeekBars()
            bars.setAccessibleName(f"Hours of the last {len(week.weeks)} weeks")
            bars.show_weeks(
                [one.minutes for one in week.weeks],
                [f"Week of {short_day(one.start)}: {hours(one.minutes)}" for one in week.weeks],
                week.goal_minutes,
            )
            self.body.addWidget(bars)
            goal = "; the dashed line is the goal" if week.goal_minutes else ""
            self.body.addWidget(label(f"The last {len(week.weeks)} weeks{goal}", "small"))


class PeopleCard(Card):
    """People quiet for longer than the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("People to write to", parent=parent)

    def show_people(self, summary: HomeSummary) -> None:
        """List the longest silent first."""
        self.clear()
        for person in summary.quiet[:_ROWS]:
            self.body.addLayout(_person_row(person))
        self.body.addWidget(label(_people_sentence(summary), "second", wrap=True))


class ComingUpCard(Card):
    """Follow-ups and expiring certificates by their day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Coming up", parent=parent)

    def show_waiting(self, summary: HomeSummary) -> None:
        """List the nearest first."""
        self.clear()
        for item in summary.waiting[:_ROWS]:
            self.body.addLayout(_waiting_row(item))
        self.body.addWidget(label(_waiting_sentence(summary), "second", wrap=True))


class ActivityCard(Card):
    """Every day of the year as a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Activity", parent=parent)
        self._sentence = label("", "second", wrap=True)
        self._heatmap = Heatmap()
        self._heatmap.setAccessibleName("Learning time of each day of the last 12 months")
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._heatmap)

    def show_year(self, year: ActivityYear, first_weekday: int) -> None:
        """Show the sentence and the days."""
        sentence = _year_sentence(year)
        self._sentence.setText(sentence)
        self._heatmap.show_days(
            year.minutes_by_day,
            first=year.first,
            last=year.last,
            today=year.last,
            first_weekday=first_weekday,
            description=sentence,
        )


class SkillsCard(Card):
    """The level of each group of skills, as the user rates them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Skills by group", parent=parent)

    def show_groups(self, summary: HomeSummary) -> None:
        """Draw one bar a group; a group that is not rated has a question mark and no bar."""
        self.clear()
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(7)
        rows.setColumnStretch(0, 6)
        rows.setColumnStretch(1, 5)
        for at, level in enumerate(summary.groups[: 2 * _ROWS]):
            name = level.group.name if level.group else "Without a group"
            rows.addWidget(LineLabel(name), at, 0)
            if level.mean is None:
                rows.addWidget(label("?  not rated yet", "small"), at, 1, 1, 2)
                continue
            bar = AmountBar(f"Level of {name}")
            bar.show_part(level.mean / _LEVELS, f"{level.mean:.1f} of {_LEVELS}")
            rows.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignVCenter)
            value = label(f"{level.mean:.1f}", "second")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(value, at, 2)
        self.body.addLayout(rows)
        self.body.addWidget(label(_skills_sentence(summary), "second", wrap=True))


class ChangesCard(Card):
    """What was done last; every change is kept in the history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Latest changes", "History", parent)

    def show_changes(self, changes: Sequence[ChangeEntry], today: date) -> None:
        """List the newest first."""
        self.clear()
        for change in changes:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(LineLabel(change.title), 1)
            day = change.at.astimezone().date()
            when = local_time(change.at) if day == today else day_heading(day, today)
            if (today - day).days > 1:
                when = short_day(day)
            if change.state.value == "undone":
                row.addWidget(pill("undone"))
            row.addWidget(label(when, "small"))
            self.body.addLayout(row)
        if not changes:
            self.body.addWidget(
                label(
                    "Nothing has been changed yet. Every change you make is listed here, "
                    "and can be taken back.",
                    "second",
                    wrap=True,
                )
            )


def _person_row(person: QuietPerson) -> QVBoxLayout:
    place = f", {person.organization}" if person.organization else ""
    last = ago(person.silent_days) if person.silent_days is not None else "never spoken"
    # Twice the rhythm is more than late: the contact has gone quiet.
    is_quiet = person.days_over is None or person.days_over >= person.cadence_days
    return _row(
        f"{person.name}{place}",
        pill("Quiet", "danger") if is_quiet else pill("Due", "warning"),
        f"{last} · every {counted(person.cadence_days, 'day', 'days')}",
    )


def _waiting_row(item: Waiting) -> QVBoxLayout:
    tone = "danger" if item.days_left < 0 else "warning" if item.days_left <= _URGENT_DAYS else ""
    kind = "certificate expires" if item.is_certificate else "follow-up"
    person = f" · {item.person}" if item.person else ""
    return _row(item.title, pill(until(item.days_left), tone), f"{kind}{person}")


def _row(title: str, mark: QLabel, note: str) -> QVBoxLayout:
    row, second = QVBoxLayout(), QHBoxLayout()
    row.setSpacing(2)
    second.setSpacing(8)
    second.addWidget(mark)
    second.addWidget(LineLabel(note, "small"), 1)
    row.addWidget(LineLabel(title, "strong"))
    row.addLayout(second)
    return row


def _week_sentence(week: ThisWeek) -> str:
    if not week.weeks:
        return (
            "No study time yet. Log the first session in the line above, "
            "for example “45 min on Inspired”."
        )
    if week.streak == 0:
        return "No session this week or last week. One of ten minutes starts a new row of weeks."
    if week.streak == 1:
        return "The first week of a new row with at least one session."
    return f"{week.streak} weeks in a row with at least one session."


def _people_sentence(summary: HomeSummary) -> str:
    more = len(summary.quiet) - _ROWS
    if more > 0:
        return f"{counted(more, 'more person waits', 'more people wait')} for a word from you."
    if summary.quiet:
        lacking = summary.mix.furthest_below()
        if lacking is not None and summary.mix.with_function:
            people = counted(lacking.people, "person", "people")
            return f"Furthest below its target in your network: {lacking.function}, {people}."
        return "Nobody else is due."
    if summary.has_cadences:
        return "Nobody is due: you have spoken with everyone as often as you planned."
    if summary.mix.with_function or summary.mix.without_function:
        return (
            "Nobody is due: for none of your people is it said how often you want to speak. "
            "What you log about them is kept."
        )
    return (
        "Nobody here yet. Log the first conversation in the line above, "
        "for example “coffee with Ada 30 min”."
    )


def _waiting_sentence(summary: HomeSummary) -> str:
    more = len(summary.waiting) - _ROWS
    if more > 0:
        return f"{counted(more, 'more date', 'more dates')} after these."
    if summary.waiting:
        return f"Nothing else: {_HORIZON}."
    if summary.has_dates:
        return f"Nothing is due: {_HORIZON}."
    return (
        "Nothing yet. Follow-ups and certificates that an import brings in are listed by their day."
    )


def _year_sentence(year: ActivityYear) -> str:
    if not year.minutes_by_day:
        return "Nothing logged in the last 12 months yet. Each day you learn fills a cell."
    days = len(year.minutes_by_day)
    sentence = f"{hours(year.minutes)} on {counted(days, 'day', 'days')} in the last 12 months"
    if year.best_month is None:
        return f"{sentence}."
    month = month_name(year.best_month.month)
    return f"{sentence}; the best month was {month} with {hours(year.best_month_minutes)}."


def _skills_sentence(summary: HomeSummary) -> str:
    if not summary.skills:
        return (
            "No skills yet. Import in the File menu brings them in from a LinkedIn export; "
            "the example there shows what this becomes."
        )
    skills = counted(summary.skills, "skill", "skills")
    unknown = sum(level.unknown for level in summary.groups)
    if unknown == summary.skills:
        return f"{skills}, not rated yet."
    if unknown:
        known = counted(summary.skills - unknown, "of", "of")
        return f"{known} {skills} rated by yourself from 0 to {_LEVELS}."
    return f"{skills}, rated by yourself from 0 to {_LEVELS}."
