"""An entry of the sidebar: its icon and name, and how much waits on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from careerdesk.gui.style_sheet import icon_edge
from careerdesk.gui.text import translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLabel

    from careerdesk.gui.pages import PageSpec

_ICON: Final = 16
_GAP: Final = 6
_DOT: Final = 3.5  # radius


class NavButton(QPushButton):
    """Shows the count at the right, or a dot at the icon where there is no room for words."""

    def __init__(self, spec: PageSpec) -> None:
        super().__init__(spec.title)
        self._spec = spec
        self._waiting = 0
        self._is_narrow = False
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setProperty("focusPolicy", "TabFocus")
        self._count: QLabel | None = None
        self._show()

    @property
    def waiting(self) -> int:
        """How much waits on the page."""
        return self._waiting

    def show_waiting(self, count: int) -> None:
        """Say how much waits on the page; nothing is said of nothing."""
        if count != self._waiting:
            self._waiting = count
            self._show()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show only the icon, or the icon and words."""
        self._is_narrow = is_narrow
        self._show()

    def tint(self) -> None:
        """Draw the icon in the colours in force."""
        from careerdesk.gui.icons import icon

        colours = tokens()
        colour = colours.accent if self.isChecked() else colours.ink_3
        gap = 0 if self._is_narrow else _GAP
        self.setIcon(icon(self._spec.icon, colour, size=_ICON, gap=gap))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot over the icon."""
        super().paintEvent(event)
        if not (self._is_narrow and self._waiting):
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A rim in the colour of the ground sets it off from the icon.
        painter.setPen(QColor(colours.panel if self.isChecked() else colours.sidebar))
        painter.setBrush(QColor(colours.warning))
        middle = self.rect().center()
        painter.drawEllipse(QPointF(middle.x() + 8.5, middle.y() - 6.5), _DOT + 1, _DOT + 1)

    def _show(self) -> None:
        title = self._spec.title
        due = self._spec.waiting_words(self._waiting) if self._waiting else ""
        both = translate("sidebar", "{page}, {waiting}").format(page=title, waiting=due)
        whole = both if due else title
        self.setText("" if self._is_narrow else title)
        self.setToolTip(whole if self._is_narrow else "")
        self.setAccessibleName(whole)
        edge = icon_edge(_ICON)
        self.setIconSize(QSize(edge + (0 if self._is_narrow else _GAP), edge))
        if due and self._count is None:
            self._count = self._made_count()
        if self._count is not None:
            self._count.setText(due)
            self._count.setVisible(bool(due) and not self._is_narrow)
        self.update()

    def _made_count(self) -> QLabel:
        from PySide6.QtCore import Qt

        count = label("", "small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 11, 0)
        row.addStretch()
        row.addWidget(count)
        return count


def narrow_width() -> int:
    """Return the width of a button without words."""
    return icon_edge(_ICON) + 22
