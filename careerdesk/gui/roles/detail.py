"""The card of one role: what it is, what can be done with it, and three ways to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.catalogue import catalogue
from careerdesk.gui.pages import has_page
from careerdesk.gui.roles.compare_view import CompareView
from careerdesk.gui.roles.facts_view import FactsView
from careerdesk.gui.roles.match_view import MatchView
from careerdesk.gui.roles.words import family_words
from careerdesk.gui.text import known_date
from careerdesk.gui.widgets.flow import FlowLayout
from careerdesk.gui.widgets.labels import LineLabel, label, pill
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.domain.roles import Role, Target
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.matches import Matches
    from careerdesk.services.role_view import PayFloor, RoleView

_SIDE: Final = 18
_RING: Final = 2  # around what is scrolled
MATCH, BESIDE, FACTS = range(3)


class RoleDetail(QFrame):
    """Signals say which button was pressed."""

    gap_asked = Signal()
    copy_asked = Signal()
    edit_asked = Signal()
    drop_asked = Signal()
    assess_asked = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("The role"))
        self._title = LineLabel("", "lead")
        self._pill = pill("", "accent")
        self._about = LineLabel("", "small")
        self._summary = label("", "second", wrap=True)
        self._gap = QPushButton(self.tr("Open gap"))
        self._beside = QPushButton(self.tr("Compare…"))
        self._copy = QPushButton(self.tr("Copy and edit"))
        self._edit = QPushButton(self.tr("Edit"))
        self._drop = QPushButton(self.tr("Stop aiming at it"))
        self.views = Segments([self.tr("Match"), self.tr("Side by side"), self.tr("About")])
        self.match = MatchView(context)
        self.compare = CompareView()
        self.facts = FactsView()
        self.key = ""
        self._waiting: dict[int, Callable[[], None]] = {}
        self._views: tuple[QWidget, ...] = (self.match, self.compare, self.facts)
        self._build()
        self._connect()

    def show_role(
        self,
        view: RoleView,
        found: Matches,
        *,
        own: Role | None,
        target: Target | None,
        floor: PayFloor | None,
        may_write: bool,
    ) -> None:
        """Show one role.

        ``own`` is its record if it is the user's, ``target`` says that it is or was aimed at.
        """
        profile = view.profile
        self._title.show_line(profile.title)
        self._pill.setVisible(target is not None)
        if target is not None:
            words = self.tr("Target since {day}").format(day=known_date(target.since))
            self._pill.setText(words if target.is_current else self.tr("Earlier target"))
        self._about.show_line(self._about_words(profile.family, own))
        known = catalogue().role(profile.id)
        summary = known.summary if known else own.summary if own else ""
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        is_current = target is not None and target.is_current
        self._gap.setVisible(is_current and has_page("gap"))
        self._edit.setVisible(own is not None)
        self._drop.setVisible(is_current)
        for button in (self._copy, self._edit, self._drop):
            button.setEnabled(may_write)
        self.key = profile.id
        self._waiting = {
            MATCH: lambda: self.match.show_role(view, found),
            BESIDE: lambda: self.compare.show_role(view, found),
            FACTS: lambda: self.facts.show_role(profile, own, floor),
        }
        self._fill()
        self._area.show()

    def clear(self) -> None:
        """Show no role."""
        self.key = ""
        self._waiting.clear()
        self._area.hide()

    @Slot(int)
    def show_view(self, at: int) -> None:
        """Look at the role in one of the three ways."""
        self.views.choose(at)
        self._fill()
        for place, view in enumerate(self._views):
            view.setVisible(place == at)

    def _fill(self) -> None:
        """Fill the view that is looked at; the others wait until they are."""
        if (fill := self._waiting.pop(self.views.current, None)) is not None:
            fill()

    def take_focus(self) -> None:
        """Put the cursor on the choice of views."""
        for button in self.views.findChildren(QPushButton):
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_up(self) -> None:
        """Show the beginning."""
        self._area.verticalScrollBar().setValue(0)

    def _about_words(self, family: str, own: Role | None) -> str:
        words = family_words(family)
        if own is None:
            return words
        said = self.tr("your own role")
        return f"{words} · {said}" if family else said[:1].upper() + said[1:]

    def _build(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(_SIDE - _RING, 16, _SIDE - _RING, 16)
        inner.setSpacing(6)
        line = QHBoxLayout()
        inner.addLayout(line)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self._pill)
        inner.addWidget(self._about)
        inner.addWidget(self._summary)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setSpacing(8)
        for button in (self._gap, self._beside, self._edit, self._copy, self._drop):
            flow.addWidget(button)
        inner.addSpacing(4)
        inner.addWidget(buttons)
        inner.addSpacing(6)
        inner.addWidget(self.views)
        inner.addSpacing(10)
        for view in self._views:
            inner.addWidget(view)
        inner.addStretch()
        self._area = scrolled(body)
        self._area.setProperty("role", "reader")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read with the arrow keys
        self._area.setAccessibleName(self.tr("Details of the role"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)
        self.show_view(MATCH)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self._beside.clicked.connect(self._show_beside)
        self._gap.clicked.connect(self.gap_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._edit.clicked.connect(self.edit_asked)
        self._drop.clicked.connect(self.drop_asked)
        self.match.assess_asked.connect(self.assess_asked)

    @Slot()
    def _show_beside(self) -> None:
        self.show_view(BESIDE)
        self.compare.choose.setFocus()
