"""All about one skill that the role needs: where one is, what is missing, and how to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.skills import Level
from careerdesk.gui.development.actions_panel import ActionsPanel
from careerdesk.gui.development.evidence_panel import EvidencePanel
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.pages.gap_levels import LevelCard
from careerdesk.gui.pages.gap_panels import OffersPanel
from careerdesk.gui.pages.gap_what_if import WhatIfPanel
from careerdesk.gui.pages.gap_words import weight_words
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services.gap_list import GapState
from careerdesk.services.skills import new_skill_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.sections import Section
    from careerdesk.services.gap import Gap
    from careerdesk.services.gap_list import GapLine

_SIDE: Final = 17


class GapDetail(QWidget):
    """Shows one skill, what a section means, or nothing.

    ``rated`` carries a level for the skill shown, or None; ``example_told`` that its example was
    written.
    """

    rated = Signal(object)
    example_told = Signal(str)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._line: GapLine | None = None
        self._title = LineLabel("", "lead")
        self._about = LineLabel("", "small")
        self._definition = label("", "second", wrap=True)
        self.level = LevelCard()
        self._between = label("", "heading")
        self._anchors = QVBoxLayout()
        self.example = TextField()
        self.example.line.setPlaceholderText(self.tr("What it did, for whom, with which result"))
        self._example_label = label(self.tr("Example of how it helps (private)"), "heading")
        self.evidence_panel = EvidencePanel(context, has_level=False)
        self.what_if = WhatIfPanel()
        self.actions_panel = ActionsPanel(context)
        self.offers = OffersPanel(context)
        self._said = label("", "second", wrap=True)
        self._stack = QStackedWidget()
        self._one = self._build()
        self._connect()

    @property
    def line(self) -> GapLine | None:
        """The skill shown."""
        return self._line

    @property
    def key(self) -> str:
        """What the role calls the skill shown; empty while there is none."""
        return "" if self._line is None else self._line.requirement.skill

    def show_line(self, found: Gap, line: GapLine) -> None:
        """Show one skill of the role."""
        is_other = self._line is None or self._line.requirement != line.requirement
        self._line = line
        requirement = line.requirement
        known = catalogue().skill(requirement.skill)
        group = None if known is None else catalogue().group(known.group)
        weight = weight_words(requirement.weight)
        self._title.show_line(requirement.name)
        self._about.show_line(f"{weight} · {group.name}" if group is not None else weight)
        self._definition.setText("" if known is None else known.definition)
        self._definition.setVisible(known is not None)
        may_write = not self._context.desk.is_read_only
        anchors: Mapping[Level, str] = {} if group is None else group.anchors
        self.level.show_line(line, anchors, may_rate=may_write)
        self._show_between(line, anchors)
        is_strength = line.state is GapState.SURPLUS
        self._example_label.setVisible(is_strength)
        self.example.setVisible(is_strength)
        if is_strength and not (self.example.is_dirty and not is_other):
            self.example.show_value("" if line.skill is None else line.skill.example)
        self.example.set_read_only(not may_write)
        skill = line.skill or new_skill_for(requirement)
        self.evidence_panel.show_record(skill)
        self.actions_panel.needed = requirement.level
        self.actions_panel.show_record(skill)
        is_open = line.state is GapState.OPEN
        self.actions_panel.setVisible(is_open or bool(line.actions or line.waiting))
        self.offers.show_line(line)
        self.what_if.show_line(found, line)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._one)

    def show_section(self, section: Section) -> None:
        """Say what it means that a skill is in a section."""
        self._say(section.explanation())

    def show_nothing(self) -> None:
        """Say what would be here."""
        self._say(self.tr("Choose a skill to see what separates you from the level needed."))

    def store(self) -> None:
        """Store an example that is being written."""
        if self._line is not None and not self.example.isHidden() and self.example.is_dirty:
            self._tell_example()

    @Slot()
    def take_focus(self) -> None:
        """Put the cursor on the first thing to do about the skill."""
        if self._line is not None:
            self.level.take_focus()

    def _say(self, words: str) -> None:
        self._line = None
        self._said.setText(words)
        self._stack.setCurrentIndex(0)

    def _show_between(self, line: GapLine, anchors: Mapping[Level, str]) -> None:
        """List what the levels between now and the one needed say."""
        while (item := self._anchors.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        level, needed = line.share.level, line.requirement.level
        first = needed if level is None else Level(min(level + 1, needed))
        is_shown = line.state is GapState.OPEN and bool(anchors)
        self._between.setVisible(is_shown)
        if not is_shown:
            return
        if level is None:
            self._between.setText(self.tr("What level {needed} takes").format(needed=int(needed)))
        else:
            words = self.tr("What separates {now} from {needed}")
            self._between.setText(words.format(now=int(level), needed=int(needed)))
        for at in range(first, needed + 1):
            words = self.tr("{level} · {anchor}")
            told = words.format(level=self.locale().toString(at), anchor=anchors[Level(at)])
            self._anchors.addWidget(label(told, "second", wrap=True))

    def _build(self) -> QWidget:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(_SIDE, 2, _SIDE, 12)
        inner.setSpacing(6)
        inner.addWidget(self._about)
        inner.addWidget(self._definition)
        inner.addSpacing(4)
        inner.addWidget(self.level)
        inner.addSpacing(6)
        inner.addWidget(self._between)
        inner.addLayout(self._anchors)
        self._anchors.setSpacing(4)
        inner.addWidget(self._example_label)
        inner.addWidget(self.example)
        self.example.take_label(self._example_label)
        for panel in (self.actions_panel, self.offers, self.what_if, self.evidence_panel):
            inner.addWidget(panel)
        inner.addStretch()
        self._scroll = scrolled(body)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QVBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(_SIDE, 0, _SIDE, 2)
        head.setSpacing(1)
        head.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing = QWidget()
        middle = QHBoxLayout(nothing)
        middle.setContentsMargins(_SIDE, 0, _SIDE, 0)
        middle.addWidget(self._said)
        self._stack.addWidget(nothing)
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        return page

    def _connect(self) -> None:
        self.level.rated.connect(self.rated)
        self.example.committed.connect(self._tell_example)

    @Slot()
    def _tell_example(self) -> None:
        self.example_told.emit(self.example.value())
