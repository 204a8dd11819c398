"""What the levels of one group of skills mean: six statements about what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.domain.skills import Level
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import level_words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QLabel

    from careerdesk.domain.catalogue_entries import CatalogueGroup
    from careerdesk.domain.instrument import LevelText

_NAME_LINES: Final = 6.2  # width of the names of levels, in lines of text


class Anchors(QFrame):
    """Name and definition of what has the cursor, and the six levels; a click chooses one."""

    chosen = Signal(int)

    def __init__(self, general: tuple[LevelText, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = label("", "lead", wrap=True)
        self._definition = label("", "second", wrap=True)
        self.marked: QWidget | None = None
        self._levels = {one.level: _Anchor(one) for one in general}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for one in (self._title, self._definition):
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(one)
        column.addSpacing(4)
        for anchor in self._levels.values():
            anchor.chosen.connect(self.chosen)
            column.addWidget(anchor)
        column.addStretch()

    def show_skill(self, name: str, definition: str, group: CatalogueGroup | None) -> None:
        """Show what the levels mean for one skill or group."""
        self.setAccessibleName(translate("assessment", "Levels of {name}").format(name=name))
        self._title.setText(name)
        self._definition.setText(definition)
        self._definition.setVisible(bool(definition))
        for level, anchor in self._levels.items():
            anchor.show_words(group.anchors[level] if group else "")

    def show_general(self, *, is_shown: bool) -> None:
        """Show or leave out what the levels mean everywhere, where there is little room."""
        for anchor in self._levels.values():
            anchor.show_general(is_shown=is_shown)

    def mark(self, level: int | None) -> None:
        """Mark the level that is the answer, None for no level."""
        self.marked = None
        for one, anchor in self._levels.items():
            anchor.mark(is_chosen=one == level)
            if one == level:
                self.marked = anchor


class _Anchor(QFrame):
    """One level: its name, what it means in the group, and what it means everywhere."""

    chosen = Signal(int)

    def __init__(self, text: LevelText) -> None:
        super().__init__()
        self._level = text.level
        self._is_general_shown = True
        self.setProperty("role", "anchor")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 5, 8, 5)
        across.setSpacing(10)
        self._name = label(f"{text.level:d}  {level_words(Level(text.level))}", "strong")
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._name)
        words = QVBoxLayout()
        across.addLayout(words, 1)
        words.setSpacing(1)
        self._words = self._line("")
        self._general = self._line("small", text.anchor)
        words.addWidget(self._words)
        words.addWidget(self._general)

    def show_words(self, words: str) -> None:
        """Show what the level means in a group; empty leaves what it means everywhere."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.show_general(is_shown=self._is_general_shown)
        self._name.setMinimumWidth(round(self.fontMetrics().height() * _NAME_LINES))

    def show_general(self, *, is_shown: bool) -> None:
        """Show or leave out what the level means everywhere, unless that is all there is."""
        self._is_general_shown = is_shown
        self._general.setVisible(is_shown or not self._words.text())

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether the level is the answer."""
        self.setProperty("active", is_chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the level."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(int(self._level))

    def _line(self, role: str, text: str = "") -> QLabel:
        made = label(text, role, wrap=True)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return made
