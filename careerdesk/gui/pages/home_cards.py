"""The cards of Home: each puts one part of the summary into words and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from careerdesk.gui.pages.home_sentences import (
    LEVELS,
    ROWS,
    people_sentence,
    skills_sentence,
    waiting_sentence,
    week_sentence,
    year_sentence,
)
from careerdesk.gui.text import (
    ago,
    counted,
    day_heading,
    decimal_hours,
    hours,
    local_time,
    short_day,
    until,
)
from careerdesk.gui.widgets.bars import AmountBar, WeekBars
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.heatmap import Heatmap
from careerdesk.gui.widgets.labels import LineLabel, label, pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel, QWidget

    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.services.history import ChangeEntry
    from careerdesk.services.home import HomeSummary, QuietPerson, ThisWeek, Waiting

_URGENT_DAYS: Final = 14


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
        self.body.addWidget(label(week_sentence(week), "second", wrap=True))
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
        for person in summary.quiet[:ROWS]:
            self.body.addLayout(_person_row(person))
        self.body.addWidget(label(people_sentence(summary), "second", wrap=True))


class ComingUpCard(Card):
    """Follow-ups and expiring certificates by their day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Coming up", parent=parent)

    def show_waiting(self, summary: HomeSummary) -> None:
        """List the nearest first."""
        self.clear()
        for item in summary.waiting[:ROWS]:
            self.body.addLayout(_waiting_row(item))
        self.body.addWidget(label(waiting_sentence(summary), "second", wrap=True))


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
        sentence = year_sentence(year)
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
        for at, level in enumerate(summary.groups[: 2 * ROWS]):
            name = level.group.name if level.group else "Without a group"
            rows.addWidget(LineLabel(name), at, 0)
            if level.mean is None:
                rows.addWidget(label("?  not rated yet", "small"), at, 1, 1, 2)
                continue
            bar = AmountBar(f"Level of {name}")
            bar.show_part(level.mean / LEVELS, f"{level.mean:.1f} of {LEVELS}")
            rows.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignVCenter)
            value = label(f"{level.mean:.1f}", "second")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(value, at, 2)
        self.body.addLayout(rows)
        self.body.addWidget(label(skills_sentence(summary), "second", wrap=True))


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
