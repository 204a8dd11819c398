"""What if a skill had another level: both readinesses live, and nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from careerdesk.domain.skills import Level
from careerdesk.gui.pages.gap_words import band_words, coverage_words, level_title
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.labels import label
from careerdesk.services.gap_list import GapState, what_if_level

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from careerdesk.analysis.coverage import Coverage
    from careerdesk.services.gap import Gap
    from careerdesk.services.gap_list import GapLine, WhatIf


class WhatIfPanel(QWidget):
    """A slider from 0 to 5 and what each level would make of the two readinesses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap: Gap | None = None
        self._line: GapLine | None = None
        self._question = label("", "heading")
        self._slider = _Slider()
        self._slider.setAccessibleName(self.tr("What if this were another level"))
        self._claimed = AmountBar(self.tr("As rated"))
        self._evidenced = AmountBar(self.tr("Evidenced"))
        self._claimed_words = label("", "strong")
        self._evidenced_words = label("", "strong")
        self._told = label("", "small", wrap=True)
        self._build()
        self._slider.valueChanged.connect(self._show)

    def show_line(self, found: Gap, line: GapLine) -> None:
        """Ask about a skill, at first whether the next level would help."""
        is_same = self._line is not None and self._line.requirement == line.requirement
        is_same = is_same and self._line is not None and self._line.share == line.share
        self._gap, self._line = found, line
        if not is_same:
            self._slider.blockSignals(True)
            self._slider.setValue(_first_question(line))
            self._slider.blockSignals(False)
        self._show()

    def _build(self) -> None:
        self._question.setBuddy(self._slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addWidget(self._slider)
        numbers = QHBoxLayout()
        column.addLayout(numbers)
        numbers.setContentsMargins(5, 0, 5, 4)
        for level in Level:
            if level > min(Level):
                numbers.addStretch()
            numbers.addWidget(label(self.locale().toString(int(level)), "small"))
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("As rated"), self._claimed, self._claimed_words),
            (self.tr("Evidenced"), self._evidenced, self._evidenced_words),
        )
        for at, (name, bar, words) in enumerate(rows):
            grid.addWidget(label(name, "second"), at, 0)
            grid.addWidget(bar, at, 1)
            grid.addWidget(words, at, 2, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._told)

    @Slot()
    def _show(self) -> None:
        if self._gap is None or self._line is None:
            return
        level = Level(self._slider.value())
        then = what_if_level(self._gap, self._line.requirement.skill, level)
        title = level_title(level)
        self._question.setText(self.tr("What if this were {level}?").format(level=title))
        self._fill(self._claimed, self._claimed_words, self._gap.claimed, then.claimed)
        self._fill(self._evidenced, self._evidenced_words, self._gap.evidenced, then.evidenced)
        self._told.setText(self._sentence(then))
        self._slider.setAccessibleDescription(
            self.tr("{level}: {claimed} as rated, {evidenced} evidenced").format(
                level=title,
                claimed=coverage_words(then.claimed),
                evidenced=coverage_words(then.evidenced),
            )
        )

    def _fill(self, bar: AmountBar, words: QLabel, now: Coverage, then: Coverage) -> None:
        told = self.tr("{now} now, {then} then")
        told = told.format(now=coverage_words(now), then=coverage_words(then))
        bar.show_change(float(now.value), float(then.value), told)
        words.setText(coverage_words(then))

    def _sentence(self, then: WhatIf) -> str:
        band = band_words(then.band)
        if then.shown.value == then.evidenced.value:
            return self.tr("{band}. Nothing is changed by asking.").format(band=band)
        return self.tr(
            "{band}. Evidenced would be {shown} once there is evidence for that level. "
            "Nothing is changed by asking."
        ).format(band=band, shown=coverage_words(then.shown))


def _first_question(line: GapLine) -> int:
    needed, level = int(line.requirement.level), line.share.level
    if level is None:
        return needed
    return level + 1 if line.state is GapState.OPEN else int(level)


class _Slider(QSlider):
    """A slider that the wheel does not move in passing."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(int(min(Level)), int(max(Level)))
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
