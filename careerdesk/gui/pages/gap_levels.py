"""The level of a skill now with what it says, and all levels to choose today's from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.domain.skills import Level
from careerdesk.gui.development.words import support_words
from careerdesk.gui.focus import focus_within
from careerdesk.gui.focus_in_sight import areas_around
from careerdesk.gui.pages.gap_words import level_title, spoken_levels, steps_of, unsupported_words
from careerdesk.gui.text import no_mnemonic, translate
from careerdesk.gui.widgets.labels import label, pill
from careerdesk.gui.widgets.level_steps import LevelSteps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from careerdesk.services.gap_list import GapLine


class LevelCard(QFrame):
    """The level now, its anchor and what supports it; ``rated`` carries a level chosen, or None."""

    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchors: Mapping[Level, str] = {}
        self._level: Level | None = None
        self._steps = LevelSteps(self.tr("Your level"))
        self._title = label("", "strong")
        self._anchor = label("", "second", wrap=True)
        self._support = label("", "small", wrap=True)
        self._missing = pill("")
        self._button = QPushButton(self.tr("Rate now"))
        self._button.setProperty("role", "link")
        self._button.setCheckable(True)
        self._choices = QWidget()
        self._rows = QVBoxLayout(self._choices)
        self._build()
        self._button.toggled.connect(self._turn)

    def show_line(self, line: GapLine, anchors: Mapping[Level, str], *, may_rate: bool) -> None:
        """Show the level of a skill; ``anchors`` say what somebody at each level has done."""
        level = line.share.level
        if (level, anchors) != (self._level, self._anchors):
            self._button.setChecked(False)
        self._level, self._anchors = level, anchors
        self._steps.show_steps(steps_of(line), spoken_levels(line))
        self._title.setText(level_title(level))
        self._anchor.setText("" if level is None else anchors.get(level, ""))
        self._anchor.setVisible(bool(self._anchor.text()))
        self._support.setText(_support_words(line))
        missing = unsupported_words(line)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._button.setEnabled(may_rate)

    @Slot()
    def ask(self) -> None:
        """Unfold the levels, with the cursor on the one that holds."""
        if self._button.isEnabled():
            self._button.setChecked(True)
            rows = self._choices.findChildren(LevelChoice)
            chosen = next((one for one in rows if one.is_current), rows[0])
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_cursor)  # when all have their places

    @Slot()
    def _show_cursor(self) -> None:
        if (focus := focus_within(self._choices)) is not None:
            for area in areas_around(focus):
                area.ensureWidgetVisible(focus)

    def fold(self) -> None:
        """Take the levels back."""
        self._button.setChecked(False)

    def take_focus(self) -> None:
        """Put the cursor on the button that unfolds the levels."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(10)
        head.addWidget(self._steps)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._button)
        column.addWidget(self._anchor)
        column.addWidget(self._support)
        column.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._choices)
        self._rows.setContentsMargins(0, 6, 0, 0)
        self._rows.setSpacing(2)
        self._choices.hide()

    @Slot(bool)
    def _turn(self, is_open: bool) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._choices.setVisible(is_open)
        self._button.setText(self.tr("Leave as it is") if is_open else self.tr("Rate now"))
        if not is_open:
            return
        before: QWidget = self._button
        for level in (None, *Level):
            row = LevelChoice(level, self._anchors.get(level, "") if level is not None else "")
            row.mark(is_current=level == self._level)
            row.clicked.connect(lambda _=False, level=level: self._choose(level))
            self._rows.addWidget(row)
            row.show()  # at once: Qt would do it in the next turn, too late for the cursor
            self.setTabOrder(before, row)
            before = row

    def _choose(self, level: Level | None) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._button.setChecked(False)
        self.rated.emit(level)


def _support_words(line: GapLine) -> str:
    if line.support is None:
        return translate("gap", "Not rated yet, so there is no claim to support.")
    return support_words(line.support)


class LevelChoice(QPushButton):
    """One level with what somebody at it has done; None is not known."""

    def __init__(self, level: Level | None, anchor: str) -> None:
        super().__init__()
        self.is_current = False
        self._title = level_title(level)
        self._anchor = anchor
        self.setProperty("role", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 5, 8, 6)
        self._column.setSpacing(1)
        self._name = label(self._title, "strong")
        for widget in (self._name, label(anchor, "second", wrap=True)):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(widget)
            widget.setVisible(bool(widget.text()))
        self.mark(is_current=False)

    def mark(self, *, is_current: bool) -> None:
        """Say whether this is the level now."""
        self.is_current = is_current
        words = self.tr("{level} (now)").format(level=self._title) if is_current else self._title
        self._name.setText(words)
        self.setAccessibleName(no_mnemonic(words))
        self.setAccessibleDescription(self._anchor)

    def sizeHint(self) -> QSize:
        """Return the height that the words need in the width at hand."""
        width = max(self.width(), self.fontMetrics().averageCharWidth() * 24)
        follows = self._column.hasHeightForWidth()
        height = self._column.totalSizeHint().height()
        return QSize(width, self._column.totalHeightForWidth(width) if follows else height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that no word is cut."""
        return QSize(24, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the words break differently."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
