"""The list of all roles: searched by anything said of them, in one of three orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careerdesk.domain.folding import fold
from careerdesk.gui.roles.lines import Haystacks, Line, Order, by_title, lines
from careerdesk.gui.roles.list_delegate import RolesDelegate
from careerdesk.gui.roles.list_model import LINE_ROLE, RolesModel
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from careerdesk.services.matches import Matches

_PAUSE_MS: Final = 120
_ORDERS: Final = tuple(Order)
_LEAST_LINES: Final = 5  # of text, the height of a low list
_ABREAST: Final = 36  # width, in lines of text, from which search and orders share a line


class RoleList(QFrame):
    """``chosen`` carries the key of the role that is looked at; ``opened`` that Enter was pressed.

    ``arranged`` says that other roles may be listed.
    ``new_asked`` and ``import_asked`` say which button was pressed.
    """

    chosen = Signal(str)
    arranged = Signal()
    opened = Signal()
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Roles"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._found: Matches | None = None
        self._haystacks: Haystacks | None = None
        self._target = self._key = ""
        self._is_filling = self._finds_nothing = False
        self._awaited = ""  # a role to be looked at as soon as it is listed
        self.search = QLineEdit()
        self.orders = Segments([self.tr("Interests"), self.tr("Skills"), self.tr("My weights")])
        self._basis = LineLabel("", "small")
        self._model = RolesModel(self)
        self.view = _Roles()
        self.view.setModel(self._model)
        self._nothing = label("", "second", wrap=True)
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._new = QPushButton(self.tr("New role…"))
        self._import = QPushButton(self.tr("Import roles…"))
        self._build()
        self._connect()

    @property
    def order(self) -> Order:
        """What the list goes by."""
        return _ORDERS[self.orders.current]

    @property
    def key(self) -> str:
        """The role that is looked at; empty if none is, or none says what is searched."""
        return "" if self._finds_nothing else self._key

    def choose_order(self, order: Order) -> None:
        """Put the list in an order."""
        self.orders.choose(_ORDERS.index(order))
        self._arrange()

    def show_found(
        self, found: Matches, target: str, summaries: Mapping[str, str], *, is_read_only: bool
    ) -> None:
        """Show how all roles match; the one looked at stays if it is there."""
        self._found, self._target = found, target
        self._key = self._awaited or self._key or target  # what is looked at first
        self._awaited = ""
        self._haystacks = Haystacks(found, summaries)
        for button in (self._new, self._import):
            button.setEnabled(not is_read_only)
        self._arrange()

    def select(self, key: str) -> None:
        """Look at a role, taking the search away if it hides it; one just made is waited for."""
        self._key = key
        if self._model.place_of(key) is None and self.search.text():
            self.search.clear()
            self._arrange()
        if self._model.place_of(key) is None:
            self._awaited = key
        else:
            self._restore()

    def search_for(self, text: str) -> None:
        """List the roles that say this."""
        self.search.setText(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the orders beside the search where the list is wide, and then low."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ABREAST * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._basis.setVisible(not is_wide)

    @Slot()
    def _arrange(self) -> None:
        self._pause.stop()
        if self._found is None or self._haystacks is None:
            return
        words, haystacks = fold(self.search.text()).split(), self._haystacks
        rows = lines(self._found, self.order, self._target, lambda key: haystacks.says(key, words))
        rows = by_title(rows, haystacks, words)
        self._is_filling = True
        self._model.show(rows)
        self._is_filling = False
        self._finds_nothing = not rows
        self._stack.setCurrentIndex(0 if rows else 1)
        sought = self.search.text().strip()
        self._nothing.setText(self.tr("No role says “{words}”.").format(words=sought))
        self._basis.show_line(self._basis_words())
        self._restore()
        self.arranged.emit()

    def _restore(self) -> None:
        """Mark the role that is looked at, or the first one that is listed instead."""
        at = self._model.place_of(self._key)
        if at is None:
            at = self._model.first()
        if at is not None:
            index = self._model.index(at)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(self._model.index(max(at - 1, 0)))  # perhaps its heading
            self.view.scrollTo(index)

    def _basis_words(self) -> str:
        if self.order is Order.COVERAGE:
            return self.tr("By coverage of skills as rated, ties by goals")
        if self.order is Order.WEIGHTS:
            return self.tr("By your own weights; the parts stand under Weights")
        return self.tr("Families by interests, in them by coverage")

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Line) and not self._is_filling:
            self._key = line.key
            self.chosen.emit(line.key)

    @Slot()
    def _go_to_list(self) -> None:
        self._arrange()
        self.view.setFocus()

    def _build(self) -> None:
        words = self.tr("Find a role, a skill, a book…")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.search.setClearButtonEnabled(True)
        self.view.setAccessibleName(self.tr("Roles"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(14, 8, 14, 8)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 13, 6, 10)
        column.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.addLayout(self._head)
        self._head.setContentsMargins(7, 0, 7, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self.search, 1)
        self._head.addWidget(self.orders)
        self._head.addWidget(self._basis)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(7, 0, 7, 0)
        for button in (self._new, self._import):
            button.setProperty("role", "link")
            foot.addWidget(button)
        foot.addStretch()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self._go_to_list)
        self._pause.timeout.connect(self._arrange)
        self.orders.chosen.connect(self._arrange)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.opened.connect(self.opened)
        self._new.clicked.connect(self.new_asked)
        self._import.clicked.connect(self.import_asked)


class _Roles(QListView):
    """Enter goes on to the details."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(RolesDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave Escape to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
