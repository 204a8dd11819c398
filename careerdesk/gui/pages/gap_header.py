"""The head of the Gap page: the role aimed at, the two readinesses, and what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.pages.gap_words import (
    band_words,
    cautious_sentence,
    coverage_words,
    essential_sentence,
    evidenced_words,
    percent_range,
    reasons_sentence,
    unknown_sentence,
)
from careerdesk.gui.text import known_date, no_mnemonic, tooltip
from careerdesk.gui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QMenu

    from careerdesk.services.gap import Gap
    from careerdesk.services.gap_list import GapLine

_SIDE: Final = 18
_ABOVE, _ABOVE_LOW = 12, 6
# Heights of the page, in lines of text, below which this takes less room, and one line only.
_LOW: Final = 40
_LOWEST: Final = 29


class GapHeader(QFrame):
    """One card across the page.

    On a low page all but the figures stands in a paragraph, on the lowest in their tooltips.
    """

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.target_button = QPushButton(self.tr("Target role"))
        self.target_button.setMenu(menu)
        self._since = LineLabel("", "small")
        self._claimed = _Figure(self.tr("As rated"))
        self._evidenced = _Figure(self.tr("Evidenced"))
        self._role_label = label(self.tr("Target role"), "label")
        self._told = QWidget()
        self._reasons = label("", "second", wrap=True)
        self._essential = label("", "caution", wrap=True)
        self._brief = label("", "small", wrap=True)
        self._column = QVBoxLayout(self)
        self._build()
        self._lines = 0
        self.fit(_LOW * self.fontMetrics().height())

    def show_gap(self, found: Gap, lines: Sequence[GapLine], since: date) -> None:
        """Show how the person stands against the role aimed at."""
        title = found.profile.title
        self.target_button.setText(no_mnemonic(title))
        self.target_button.setAccessibleName(self.tr("Target role: {role}").format(role=title))
        self._since.show_line(self.tr("Target since {day}").format(day=known_date(since)))
        band = band_words(found.band)
        doubt = percent_range(found.band.low, found.band.high)
        self._claimed.show_figure(coverage_words(found.claimed), band, f"({doubt})")
        self._evidenced.show_figure(coverage_words(found.evidenced), evidenced_words(lines))
        told = [reasons_sentence(found, lines), unknown_sentence(found)]
        if found.cautious is not None:
            told.append(cautious_sentence(found.cautious))
        essential = essential_sentence(found)
        self._reasons.setText(" ".join(one for one in told if one))
        self._essential.setText(essential)
        self._essential.setVisible(bool(essential))
        as_rated = self.tr("As rated {band}.").format(band=band)
        said = " ".join(one for one in (as_rated, *told, essential) if one)
        self._brief.setText(said)
        for figure in (self._claimed, self._evidenced):
            figure.setToolTip(tooltip(said))

    def fit(self, height: int) -> None:
        """Take less room on a page that is low."""
        lines = height // self.fontMetrics().height()
        if lines == self._lines:
            return
        self._lines = lines
        is_low = lines < _LOW
        above = _ABOVE_LOW if is_low else _ABOVE
        self._column.setContentsMargins(_SIDE, above, _SIDE, above)
        self._brief.setVisible(_LOWEST <= lines < _LOW)
        for widget in (self._role_label, self._since, self._told):
            widget.setVisible(not is_low)
        for figure in (self._claimed, self._evidenced):
            figure.set_low(is_low=is_low, is_alone=lines < _LOWEST)

    def _build(self) -> None:
        self._column.setSpacing(6)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.setSpacing(24)
        target = QVBoxLayout()
        row.addLayout(target, 4)
        target.setSpacing(4)
        self.target_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        target.addWidget(self._role_label)
        target.addWidget(self.target_button)
        target.addWidget(self._since)
        target.addStretch()
        row.addWidget(self._claimed, 4)
        row.addWidget(self._evidenced, 4)
        row.addWidget(self._told, 6)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(4)
        told.addWidget(label(self.tr("What is missing"), "label"))
        told.addWidget(self._reasons)
        told.addWidget(self._essential)
        told.addStretch()
        self._column.addWidget(self._brief)


class _Figure(QWidget):
    """A figure with its label above and what to think of it below; low, beside each other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = label(name, "label")
        self._figure = label("", "figure")
        self._note = label("", "small", wrap=True)
        self._range = label("", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._name)
        self._column.addWidget(self._figure)
        self._column.addWidget(self._range)
        self._column.addWidget(self._note)
        self._column.addStretch()

    def show_figure(self, figure: str, note: str, doubt: str = "") -> None:
        """Show a figure; ``doubt`` stands behind it where there is no room for the note."""
        self._figure.setText(figure)
        self._figure.setAccessibleName(f"{self._name.text()}: {figure}, {note}")
        self._note.setText(note)
        self._range.setText(doubt)

    def set_low(self, *, is_low: bool, is_alone: bool) -> None:
        """Take one line only, or all there is to say; a number never stands there bare."""
        directions = QBoxLayout.Direction
        self._column.setDirection(directions.LeftToRight if is_low else directions.TopToBottom)
        self._column.setSpacing(8 if is_low else 2)
        self._note.setVisible(not is_low)
        self._range.setVisible(is_alone)
        self._figure.setProperty("role", "title" if is_low else "figure")
        self._figure.style().polish(self._figure)
