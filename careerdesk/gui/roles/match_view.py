"""One role beside the person: three results kept apart, each with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.charts.role_radar import KEY
from careerdesk.gui.chart_pictures import ChartPictures
from careerdesk.gui.pages import has_page
from careerdesk.gui.roles.blocks import Part, SkillRows, rule
from careerdesk.gui.roles.match_words import (
    chance_words,
    coverage_sentence,
    goal_reasons,
    interest_sentences,
    levels_words,
    shortfall_words,
)
from careerdesk.gui.roles.words import (
    UNKNOWN,
    coverage_words,
    known_share,
    percent,
    points,
    strength_words,
    tenths,
)
from careerdesk.gui.widgets.band_bar import BandBar
from careerdesk.gui.widgets.chart_card import ChartCard
from careerdesk.gui.widgets.labels import label
from careerdesk.services.role_view import radar_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.gui.context import GuiContext
    from careerdesk.services.matches import Matches
    from careerdesk.services.role_view import RoleView

_ABREAST: Final = 28  # width, in lines of text, from which the results stand side by side
_MOST_CARRIED: Final = 6


class MatchView(QWidget):
    """``assess_asked`` says that the way to the assessment was taken."""

    assess_asked = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._results: list[_Result] = []
        self._rest = QVBoxLayout()
        self.radar = ChartCard(KEY, self.tr("You beside the role"), is_inside=True)
        ChartPictures(context, self).serve(self.radar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._across)
        column.addWidget(rule())
        column.addLayout(self._rest)
        column.addWidget(self.radar)
        self._across.setSpacing(20)
        self._rest.setSpacing(16)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        self._foot.setSpacing(4)
        for words in catalogue().instrument.disclosures:
            self._foot.addWidget(label(words, "small", wrap=True))

    def show_role(self, view: RoleView, found: Matches) -> None:
        """Show a role beside the person."""
        self._show_results(view, found)
        _clear(self._rest)
        for part in (
            self._essential_part(view),
            self._missing_part(view),
            self._carried_part(view),
            self._interests_part(view, found),
            self._goals_part(view, found),
        ):
            if part is not None:
                self._rest.addWidget(part)
        self.radar.setVisible(bool(view.match.profile.requirements))
        if view.match.profile.requirements:
            self.radar.show_view(radar_of(view.match, found.standing.levels), _leads_nowhere)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the results side by side or, where that is too narrow, below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ABREAST * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if is_wide else directions.TopToBottom
        if self._across.direction() is not wanted:
            self._across.setDirection(wanted)

    def _show_results(self, view: RoleView, found: Matches) -> None:
        if not self._results:
            for title in (self.tr("Skills"), self.tr("Interests"), self.tr("Goals")):
                result = _Result(title)
                self._results.append(result)
                self._across.addWidget(result, 1)
        skills, interests, goals = self._results
        covered, interest, goal = view.match.coverage, view.match.interest, view.match.goals
        skills.show_figure(
            coverage_words(covered) if covered else UNKNOWN,
            f"{coverage_sentence(view)} {chance_words(view)}".strip(),
        )
        if covered is not None and view.band is not None:
            skills.show_band(known_share(covered), view.band.low, view.band.high)
        else:
            skills.hide_band()
        interests.show_figure(
            strength_words(interest.strength if interest else None),
            interest_sentences(view, found)[0],
        )
        goals.show_figure(
            points(goal.value) if goal else UNKNOWN,
            self.tr("of 100, by what you want of your next role.")
            if goal
            else self._no_goals(view, found),
        )

    def _no_goals(self, view: RoleView, found: Matches) -> str:
        if found.standing.goals and not view.match.profile.goals:
            return self.tr("Unknown: this role says nothing about goals.")
        return self.tr("Unknown until you have said what you want of your next role.")

    def _essential_part(self, view: RoleView) -> Part | None:
        if view.match.coverage is None:
            return None
        gaps = view.essential_gaps
        part = Part(self.tr("Essential gaps"))
        if not gaps:
            part.say(self.tr("No essential skill is known to be two levels or more below."))
            return part
        rows = SkillRows()
        for share in gaps:
            below = self.tr("%n level(s) below", "", share.gap)
            rows.add(share, levels_words(share), below)
        part.column.addWidget(rows)
        return part

    def _missing_part(self, view: RoleView) -> Part | None:
        covered = view.match.coverage
        if covered is None:
            part = Part(self.tr("Skills"))
            part.say(self.tr("This role names no skills yet. Add them under Own roles."))
            return part
        part = Part(self.tr("What is missing, in points of 100"))
        if not view.reasons:
            part.say(self.tr("Nothing is missing as rated."))
            return part
        rows = SkillRows()
        for reason in view.reasons:
            rows.add(reason.share, levels_words(reason.share), tenths(reason.tenths))
        rows.add_sum(shortfall_words(view), tenths(view.missing))
        part.column.addWidget(rows)
        if covered.unknown:
            words = self.tr(
                "%n skill(s) of it are not rated and count as 0 here; with answers the coverage "
                "lies between {low} and {high}.",
                "",
                len(covered.unknown),
            )
            part.say(words.format(low=percent(covered.low), high=percent(covered.high)))
            if has_page("assessment"):
                way = QPushButton(self.tr("Take the assessment"))
                way.setProperty("role", "link")
                way.clicked.connect(self._assess)
                part.column.addWidget(way)
        return part

    def _carried_part(self, view: RoleView) -> Part | None:
        above = view.match.coverage.carried_over if view.match.coverage else ()
        if not above:
            return None
        part = Part(self.tr("What you bring beyond it"))
        named = ", ".join(f"{one.requirement.name} +{one.surplus}" for one in above[:_MOST_CARRIED])
        part.say(self.tr("{skills}; it counts for nothing here.").format(skills=named))
        return part

    def _interests_part(self, view: RoleView, found: Matches) -> Part | None:
        sentences = interest_sentences(view, found)[1:]
        if not sentences:
            return None
        part = Part(self.tr("Why: interests"))
        for words in sentences:
            part.say(words)
        return part

    def _goals_part(self, view: RoleView, found: Matches) -> Part | None:
        if view.match.goals is None:
            return None
        del found
        part = Part(self.tr("Why: goals, in points of 100"))
        part.add_rows(goal_reasons(view.match.goals))
        return part

    @Slot()
    def _assess(self) -> None:
        self.assess_asked.emit()


class _Result(QWidget):
    """A title, one large figure, and the sentence that says what it means."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._figure = label("", "title", wrap=True)
        self._sentence = label("", "second", wrap=True)
        self._bar = BandBar(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(title, "heading"))
        column.addWidget(self._figure)
        column.addWidget(self._bar)
        column.addWidget(self._sentence)
        column.addStretch()
        self._bar.hide()

    def show_figure(self, figure: str, sentence: str) -> None:
        self._figure.setText(figure)
        self._sentence.setText(sentence)
        self.setAccessibleDescription(f"{figure}. {sentence}")

    def show_band(self, value: float | None, low: float, high: float) -> None:
        self._bar.show_band(value, low, high, self._sentence.text())
        self._bar.show()

    def hide_band(self) -> None:
        self._bar.hide()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _leads_nowhere(_kind: object) -> bool:
    return False
