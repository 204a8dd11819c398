"""Pieces of the details of a role: headed parts, rows of words and figures, and results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.level_steps import LevelSteps, Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.analysis.coverage import Share


class Part(QWidget):
    """A heading and what belongs to it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        if title:
            self.column.addWidget(label(title, "heading"))

    def say(self, words: str, role: str = "second") -> None:
        """Put a sentence below what is there."""
        self.column.addWidget(label(words, role, wrap=True))

    def add_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Put lines of words and a figure at the right below what is there."""
        grid = QGridLayout()
        self.column.addLayout(grid)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (words, figure) in enumerate(rows):
            grid.addWidget(LineLabel(words), at, 0)
            grid.addWidget(label(figure, "strong"), at, 1, Qt.AlignmentFlag.AlignRight)


class SkillRows(QWidget):
    """Skills with the level there is and the one that is asked for, and a figure for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._rows = 0

    def add(self, share: Share, words: str, figure: str) -> None:
        """Add a skill; ``words`` say both levels."""
        requirement, at = share.requirement, self._rows
        steps = LevelSteps(requirement.name)
        level = None if share.level is None else float(share.level)
        steps.show_steps(Steps(level, needed=int(requirement.level)), words)
        self._grid.addWidget(LineLabel(requirement.name), at, 0)
        self._grid.addWidget(steps, at, 1)
        self._grid.addWidget(label(words, "second"), at, 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label(figure, "strong"), at, 3, right)
        self._rows += 1

    def add_sum(self, words: str, figure: str) -> None:
        """Add the line that says what all of them come to."""
        self._grid.addWidget(rule(), self._rows, 0, 1, 4)
        self._grid.addWidget(label(words, "second"), self._rows + 1, 0, 1, 3)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label(figure, "strong"), self._rows + 1, 3, right)
        self._rows += 2


def rule() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made
