"""A role to aim at, found by typing: title, family, summary and skills are looked through."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from careerdesk.gui.style_sheet import scaled
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.line import FilterLine
from careerdesk.gui.widgets.overlay import Overlay
from careerdesk.services import roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.gui.context import GuiContext

_WIDTH: Final = 66  # characters
_LINES: Final = 22  # of text, the height of the list
_PAGE: Final = 8  # rows that Page Down goes on
_KEY: Final = Qt.ItemDataRole.UserRole


class RoleChooser(Overlay):
    """Typing finds, Up and Down choose, Enter takes; ``chosen`` carries the key of the role."""

    chosen = Signal(str)

    def __init__(self, context: GuiContext, window: QWidget) -> None:
        super().__init__(window, translate("gap", "Choose a target role"), _WIDTH)
        self._context = context
        self._field = FilterLine()
        self._field.setProperty("role", "lead")
        self._field.setPlaceholderText(self.tr("A role, a field or a skill …"))
        self._field.setAccessibleName(self.tr("Find a role"))
        self._list = _Roles()
        self._list.setAccessibleName(self.tr("Roles"))
        self._nothing = label("", "second", wrap=True)
        for widget in (self._field, self._list, self._nothing):
            self.body.addWidget(widget)
        keys = self.tr("↑ ↓ choose · Enter aims at it · Esc closes")
        self.body.addWidget(LineLabel(keys, "small"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._take)
        self._list.itemClicked.connect(self._on_clicked)

    def ask(self) -> None:
        """Come to the front with all roles."""
        self.open()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.clear()
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that choose do so while the line has the cursor."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _STEPS
        ):
            self._step(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _search(self) -> None:
        text = self._field.text()
        with self._context.errors.reported():
            desk = self._context.desk
            found = roles.find_roles(desk, text)
            aimed = {one.role: one.is_current for one in roles.targets(desk)}
            self._fill(found, aimed)
        self._nothing.setText(self.tr("No role says “{words}”.").format(words=text.strip()))
        self._nothing.setVisible(not found)
        self._list.setVisible(bool(found))
        self.fit()

    def _fill(self, found: Sequence[RoleProfile], aimed: dict[str, bool]) -> None:
        self._list.clear()
        strong = scaled(self.font(), "small")
        strong.setWeight(QFont.Weight.DemiBold)
        in_order = sorted(found, key=lambda one: (one.family, one.title))
        for family, profiles in groupby(in_order, key=lambda one: one.family):
            heading = QListWidgetItem(family.capitalize() or self.tr("Your own roles"))
            heading.setFont(strong)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(heading)
            for profile in profiles:
                item = QListWidgetItem(_words(profile, aimed.get(profile.id)))
                item.setData(_KEY, profile.id)
                self._list.addItem(item)
        self._choose(next(iter(self._places()), None))

    def _places(self) -> list[int]:
        """Return the rows that are roles."""
        rows = range(self._list.count())
        return [at for at in rows if self._list.item(at).data(_KEY)]

    def _step(self, by: int) -> None:
        places = self._places()
        if not places:
            return
        now = self._list.currentRow()
        at = places.index(now) if now in places else 0
        after = at + by
        after = after % len(places) if abs(by) == 1 else min(max(after, 0), len(places) - 1)
        self._choose(places[after])
        said = QAccessibleAnnouncementEvent(self._list, self._list.currentItem().text())
        QAccessible.updateAccessibility(said)

    def _choose(self, row: int | None) -> None:
        self._list.setCurrentRow(-1 if row is None else row)
        if row == 1:
            self._list.scrollToTop()  # with the heading over it

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_KEY):
            self._list.setCurrentItem(item)
            self._take()

    @Slot()
    def _take(self) -> None:
        item = self._list.currentItem() if self._list.currentRow() >= 0 else None
        if item is not None:
            key = str(item.data(_KEY))
            self.dismiss()
            self.chosen.emit(key)


class _Roles(QListWidget):
    """A list that leaves the cursor to the line, and is as high as the window allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def sizeHint(self) -> QSize:
        """Return the same height whatever is found, so that nothing moves while one types."""
        return QSize(300, self.fontMetrics().height() * _LINES)

    def minimumSizeHint(self) -> QSize:
        """Allow a low window."""
        return QSize(120, self.fontMetrics().height() * 4)


def _words(profile: RoleProfile, is_current: bool | None) -> str:
    if is_current is None:
        return profile.title
    if is_current:
        return translate("gap", "{role} · your target now").format(role=profile.title)
    return translate("gap", "{role} · a target of yours").format(role=profile.title)


_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
