"""What came of an attempt, one card for each part, beside the attempt before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from careerdesk.analysis.interest_checks import Notice
from careerdesk.analysis.interests import NoShape
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import AnswerPart, AnswerState
from careerdesk.domain.instrument import ITEMS_PER_TYPE
from careerdesk.domain.scoring import LEAST_ANSWERS
from careerdesk.gui.assessment.answer_row import signed
from careerdesk.gui.pages import has_page
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import choice_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdesk.analysis.interest_checks import InterestChange
    from careerdesk.domain.catalogue import Goal, InterestType
    from careerdesk.services.assessment_findings import Comparison, Findings

_HIGHEST = 4  # of a score
_UNKNOWN = "?"


class InterestsCard(Card):
    """The six scores, with what has changed since the attempt before."""

    def __init__(self) -> None:
        way_on = translate("assessment", "See matching roles") if has_page("roles") else ""
        super().__init__(translate("assessment", "Interests"), way_on)

    def show_found(self, found: Findings, compared: Comparison | None) -> None:
        """Show the scores, why one is unknown, and what looks careless."""
        self.clear()
        if found.interests is None:
            self.body.addWidget(_sentence(translate("assessment", "No statement was answered.")))
            return
        changes = compared.interests if compared else {}
        grid = QGridLayout()
        self.body.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, text in enumerate(catalogue().instrument.interests.types):
            score = found.interests.scores[text.type]
            name = label(text.name)
            name.setToolTip(text.gist)
            grid.addWidget(name, at, 0)
            if score is None:
                grid.addWidget(_sentence(_unknown_words(found, text.type)), at, 1, 1, 3)
                continue
            bar = AmountBar(text.name)
            words = QLocale().toString(score, "f", 1)
            bar.show_part(score / _HIGHEST, words)
            grid.addWidget(bar, at, 1)
            grid.addWidget(label(words, "strong"), at, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(_change_words(changes, text.type), "small"), at, 3)
        for words in _interest_sentences(found, changes):
            self.body.addWidget(_sentence(words))


class GoalsCard(Card):
    """What counts most, and what would decide."""

    def __init__(self) -> None:
        super().__init__(translate("assessment", "Goals"))

    def show_found(self, found: Findings, compared: Comparison | None) -> None:
        """Show the goals by how much they count."""
        self.clear()
        if found.goals:
            self._show_goals(found)
        else:
            self.body.addWidget(_sentence(translate("assessment", "No goal was rated.")))
        if found.unsure_goals:
            words = translate("assessment", "Not sure, so without a weight: {goals}.")
            self.body.addWidget(_sentence(words.format(goals=_listed(found.unsure_goals))))
        added = compared.goals_added if compared else ()
        if added:
            words = translate("assessment", "New among what would decide: {goals}.")
            self.body.addWidget(_sentence(words.format(goals=_listed(added))))

    def _show_goals(self, found: Findings) -> None:
        grid = QGridLayout()
        self.body.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        most = max(found.goals.values())
        weights = sorted(found.goals.items(), key=lambda pair: -pair[1])
        for at, (goal, weight) in enumerate(weights):
            grid.addWidget(label(choice_words(goal)), at, 0)
            bar = AmountBar(choice_words(goal))
            words = translate("assessment", "{percent} %").format(
                percent=round(float(weight) * 100)
            )
            bar.show_part(float(weight / most), words)
            grid.addWidget(bar, at, 1)
            grid.addWidget(label(words, "strong"), at, 2, Qt.AlignmentFlag.AlignRight)
            decides = translate("assessment", "would decide") if goal in found.top_goals else ""
            grid.addWidget(label(decides, "small"), at, 3)


class SkillsCard(Card):
    """How many skills were rated, and how many differently from the attempt before."""

    def __init__(self) -> None:
        way_on = translate("assessment", "Open skills")
        super().__init__(translate("assessment", "Skills"), way_on)

    def show_found(self, found: Findings, compared: Comparison | None) -> None:
        """Show the figure and what it consists of."""
        self.clear()
        rated = len(found.levels)
        unsure = found.count(AnswerState.NOT_SURE, AnswerPart.SKILL)
        declined = found.count(AnswerState.DECLINED, AnswerPart.SKILL)
        self.body.addWidget(label(QLocale().toString(rated), "figure"))
        self.body.addWidget(_sentence(translate("assessment", "skills rated")))
        if found.closed:
            words = translate(
                "assessment", "Level 0, from your answer about the group: {count} of these."
            )
            count = QLocale().toString(len(found.closed))
            self.body.addWidget(_sentence(words.format(count=count)))
        if unsure:
            words = translate("assessment", "Not sure, so unknown: %n skill(s).", "", unsure)
            self.body.addWidget(_sentence(words))
        if declined:
            words = translate("assessment", "Rather not say: %n skill(s).", "", declined)
            self.body.addWidget(_sentence(words))
        if compared and compared.skills:
            words = translate(
                "assessment", "{higher} higher than before, {lower} lower, {same} alike."
            )
            self.body.addWidget(
                _sentence(
                    words.format(
                        higher=sum(one > 0 for one in compared.skills.values()),
                        lower=sum(one < 0 for one in compared.skills.values()),
                        same=sum(one == 0 for one in compared.skills.values()),
                    )
                )
            )


def notice_words(notice: Notice) -> str:
    """Return the gentle question about answers that look careless."""
    if notice is Notice.MANY_SKIPPED:
        return translate("assessment", "Many statements have no answer. Were they hard to imagine?")
    if notice is Notice.FLAT:
        return translate(
            "assessment", "Nearly all statements have the same answer. Does that fit you?"
        )
    return translate(
        "assessment", "Half of the statements took less than two seconds. Were you in a hurry?"
    )


def _interest_sentences(
    found: Findings, changes: Mapping[InterestType, InterestChange]
) -> list[str]:
    assert found.interests is not None
    sentences = [notice_words(one) for one in found.notices]
    if found.interests.no_shape is NoShape.FLAT:
        sentences.append(
            translate(
                "assessment", "The six are nearly alike, so no role fits better than another."
            )
        )
    elif found.interests.no_shape is not None:
        sentences.append(
            translate("assessment", "They are not compared with roles: too little is known.")
        )
    if changes and not any(one.is_flagged for one in changes.values()):
        sentences.append(
            translate("assessment", "No change since the last time is larger than chance makes.")
        )
    return sentences


def _unknown_words(found: Findings, kind: InterestType) -> str:
    words = translate("assessment", "{sign} unknown: {given} of {all} answered, {least} are needed")
    return words.format(
        sign=_UNKNOWN, given=found.answered[kind], all=ITEMS_PER_TYPE, least=LEAST_ANSWERS
    )


def _change_words(changes: Mapping[InterestType, InterestChange], kind: InterestType) -> str:
    change = changes.get(kind)
    if change is None:
        return ""
    by = signed(change.after - change.before, 1)
    if change.is_flagged:
        return translate("assessment", "{difference}, a change").format(difference=by)
    return by


def _listed(goals: Iterable[Goal]) -> str:
    return ", ".join(choice_words(one) for one in goals)


def _sentence(words: str) -> QLabel:
    return label(words, "second", wrap=True)
