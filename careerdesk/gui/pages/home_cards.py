"""The cards of Home that sum up: each puts one part of the summary into words and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.home_sentences import (
    LEVELS,
    ROWS,
    skills_sentence,
    week_sentence,
    weeks_sentence,
    year_sentence,
)
from careerdesk.gui.text import day_heading, decimal_hours, hours, known_date, local_time, translate
from careerdesk.gui.widgets.bars import AmountBar, WeekBars
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.heatmap import Heatmap
from careerdesk.gui.widgets.labels import LineLabel, label, pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.services.history import ChangeEntry
    from careerdesk.services.home import HomeSummary, ThisWeek


class ThisWeekCard(Card):
    """Hours of this week against the goal, and the weeks before."""

    def __init__(self, may_write: bool, parent: QWidget | None = None) -> None:
        way_on = translate("home", "Log time") if may_write else ""
        super().__init__(translate("home", "This week"), way_on, parent)

    def show_week(self, week: ThisWeek) -> None:
        """Show the figure, the bar and what they mean."""
        self.clear()
        figure = QHBoxLayout()
        self.body.addLayout(figure)
        figure.setSpacing(8)
        time = translate("home", "{hours} h").format(hours=decimal_hours(week.minutes))
        figure.addWidget(label(time, "figure"), 0, Qt.AlignmentFlag.AlignBaseline)
        if week.goal_minutes:
            goal = translate("home", "of {goal}").format(goal=hours(week.goal_minutes))
            figure.addWidget(label(goal, "second"), 0, Qt.AlignmentFlag.AlignBaseline)
        figure.addStretch()
        if week.goal_minutes:
            bar = AmountBar(translate("home", "Hours of this week against the goal"))
            told = translate("home", "{done} of {goal}")
            told = told.format(done=hours(week.minutes), goal=hours(week.goal_minutes))
            bar.show_part(week.minutes / week.goal_minutes, told)
            self.body.addWidget(bar)
        self.body.addWidget(label(week_sentence(week), "second", wrap=True))
        if len(week.weeks) > 1:
            self._show_weeks(week)

    def _show_weeks(self, week: ThisWeek) -> None:
        count = len(week.weeks)
        bars = WeekBars()
        bars.setAccessibleName(translate("home", "Hours of the last %n week(s)", "", count))
        told = translate("home", "Week of {day}: {time}")
        bars.show_weeks(
            [one.minutes for one in week.weeks],
            [told.format(day=known_date(one.start), time=hours(one.minutes)) for one in week.weeks],
            week.goal_minutes,
        )
        self.body.addWidget(bars)
        self.body.addWidget(label(weeks_sentence(week), "small", wrap=True))


class ActivityCard(Card):
    """Every day of the year as a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        way_on = translate("home", "Progress") if has_page("progress") else ""
        super().__init__(translate("home", "Activity"), way_on, parent)
        self._sentence = label("", "second", wrap=True)
        self._heatmap = Heatmap()
        self._heatmap.setAccessibleName(
            translate("home", "Learning time of each day of the last 12 months")
        )
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
        way_on = translate("home", "Skills") if has_page("skills") else ""
        super().__init__(translate("home", "Skills by group"), way_on, parent)

    def show_groups(self, summary: HomeSummary) -> None:
        """Draw one bar a group; a group that is not rated has a question mark and no bar."""
        self.clear()
        rows = QGridLayout()
        self.body.addLayout(rows)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(7)
        rows.setColumnStretch(0, 6)
        rows.setColumnStretch(1, 5)
        for at, level in enumerate(summary.groups[: 2 * ROWS]):
            name = level.group.name if level.group else translate("home", "Without a group")
            rows.addWidget(LineLabel(name), at, 0)
            if level.mean is None:
                unknown = label(translate("home", "?  not rated yet"), "small")
                rows.addWidget(unknown, at, 1, 1, 2)
                continue
            mean = QLocale().toString(level.mean, "f", 1)
            bar = AmountBar(translate("home", "Level of {group}").format(group=name))
            told = translate("home", "{level} of {top}").format(level=mean, top=LEVELS)
            bar.show_part(level.mean / LEVELS, told)
            rows.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignVCenter)
            value = label(mean, "second")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(value, at, 2)
        self.body.addWidget(label(skills_sentence(summary), "second", wrap=True))


class ChangesCard(Card):
    """What was done last; every change is kept in the history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("home", "Latest changes"), translate("home", "History"), parent)

    def show_changes(self, changes: Sequence[ChangeEntry], today: date) -> None:
        """List the newest first."""
        self.clear()
        for change in changes:
            row = QHBoxLayout()
            self.body.addLayout(row)
            row.setSpacing(12)
            row.addWidget(LineLabel(change.title), 1)
            if change.state.value == "undone":
                row.addWidget(pill(translate("home", "undone")))
            row.addWidget(label(_when(change.at, today), "small"))
        if not changes:
            lesson = translate(
                "home",
                "Nothing has been changed yet. Every change you make is listed here, "
                "and can be taken back.",
            )
            self.body.addWidget(label(lesson, "second", wrap=True))


def _when(moment: datetime, today: date) -> str:
    day = moment.astimezone().date()
    if day == today:
        return local_time(moment)
    return known_date(day) if (today - day).days > 1 else day_heading(day, today)
