"""The words above the answers of rows: what each column means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from careerdesk.gui.assessment.answer_row import GAP, declined, not_sure
from careerdesk.gui.style_sheet import scaled
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM: Final = 6  # beside the longest word of a column
_LEAST: Final = 2.0  # lines of text a column is wide at least, and at most where there is room
_MOST: Final = 5.5


class ScaleHead(QWidget):
    """One label a column, as wide as the answers below it."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (*words, not_sure(), declined())
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(10, 0, 10, 2)
        self._across.setSpacing(12)
        self._across.addStretch(1)
        columns = QHBoxLayout()
        self._across.addLayout(columns)
        columns.setSpacing(GAP)
        self._labels: list[QLabel] = []
        for at, word in enumerate(self._words):
            if at == len(words):
                columns.addSpacing(2 * GAP)
            made = label(word, "small", wrap=True)
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            self._labels.append(made)
            columns.addWidget(made)
        columns.addStretch()

    def widths(self, room: float) -> tuple[int, int]:
        """Return how wide an answer is, and one that is no level, where all may take so much room.

        They are never narrower than their longest words, nor much wider than easy to follow.
        """
        line = self.fontMetrics().height()
        answer = max(self._longest(self._words[:-2]), round(line * _LEAST))
        other = max(self._in_two_lines(one) for one in self._words[-2:])
        count = len(self._words) - 2
        spare = room - self.room_for(0, other)
        return max(answer, min(round(spare / count), round(line * _MOST))), other

    def room_for(self, answer: int, other: int) -> int:
        """Return how much room all columns of such widths take."""
        count = len(self._words) - 2
        return count * answer + 2 * other + (count + 4) * GAP

    def set_width(self, answer: int, other: int, *, is_stacked: bool) -> None:
        """Make each column so wide; stacked, they begin where the rows do."""
        for at, one in enumerate(self._labels):
            one.setFixedWidth(answer if at < len(self._labels) - 2 else other)
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)

    def _longest(self, words: Sequence[str]) -> int:
        return max((self._advance(part) for one in words for part in one.split()), default=0)

    def _in_two_lines(self, words: str) -> int:
        parts = words.split()
        cuts = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts) + 1)]
        return min(max(map(self._advance, cut)) for cut in cuts)

    def _advance(self, words: str) -> int:
        return QFontMetrics(scaled(self.font(), "small")).horizontalAdvance(words) + _ROOM
