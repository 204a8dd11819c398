"""A panel over the window near its top, for one line and what comes of it; nothing is dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from careerdesk.gui.focus import focus_within

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_WIDTH_IN_CHARACTERS: Final = 88  # about 640 pixels at the usual size of text
_TOP: Final = 90
_MARGIN: Final = 24  # to the edges of a narrow window
_SHADOW: Final = 14  # how far it reaches
_RADIUS: Final = 12


class Overlay(QWidget):
    """Covers its window unseen, so that a click beside the panel closes it; Escape does too.

    The focus goes back to where it was. Tab stays within the panel. ``body`` is to be filled;
    the panel is so many characters wide, where the window allows it.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, characters: int = _WIDTH_IN_CHARACTERS) -> None:
        super().__init__(window)
        self._characters = characters
        self._window = window
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "overlay")
        self.panel.setAccessibleName(name)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(16, 14, 16, 12)
        self.body.setSpacing(8)
        self.panel.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is there, even while its window is not."""
        return not self.isHidden()

    def open(self) -> None:
        """Come to the front; whoever opens it gives the focus to what is typed in."""
        if self.is_open:
            return
        window = self._window
        self._before = focus_within(window)
        if self._before is not None:
            self._before.destroyed.connect(self._forget_before)
        window.installEventFilter(self)
        _application().focusChanged.connect(self._on_focus_changed)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.fit()

    @Slot()
    def dismiss(self) -> None:
        """Go away and give the focus back."""
        if not self.is_open:
            return
        self._window.removeEventFilter(self)
        _application().focusChanged.disconnect(self._on_focus_changed)
        has_focus = focus_within(self) is not None
        before, self._before = self._before, None
        if before is not None:
            before.destroyed.disconnect(self._forget_before)
        self.hide()
        if has_focus and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def fit(self) -> None:
        """Take the height that what is shown needs; called whenever that has changed."""
        room = self.rect()
        width = self.fontMetrics().averageCharWidth() * self._characters
        width = min(width, room.width() - 2 * _MARGIN)
        self.body.activate()
        follows = self.body.hasHeightForWidth()
        hint = self.body.totalSizeHint().height()
        height = self.body.totalHeightForWidth(width) if follows else hint
        top = min(_TOP, max(room.height() - height - _MARGIN, _MARGIN))
        height = min(height, room.height() - top - _MARGIN)
        self.panel.setGeometry((room.width() - width) // 2, top, width, height)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and what is in the panel."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.fit()
        elif watched is self.panel and event.type() == QEvent.Type.LayoutRequest and self.is_open:
            self.fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the panel."""
        if self.panel.geometry().contains(event.position().toPoint()):
            super().mousePressEvent(event)
        else:
            event.accept()
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let Tab go round within the panel."""
        widgets = [one for one in self.findChildren(QWidget) if self._takes_tab(one)]
        if not widgets:
            return False
        focus = focus_within(self)
        step = 1 if is_next else -1
        at = widgets.index(focus) if focus in widgets else min(-step, 0)
        reason = Qt.FocusReason
        widgets[(at + step) % len(widgets)].setFocus(
            reason.TabFocusReason if is_next else reason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft shadow round the panel, which lifts it off the page."""
        super().paintEvent(event)
        colour = QColor(Qt.GlobalColor.black)  # of light taken away, in every theme
        colour.setAlpha(5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        panel = QRectF(self.panel.geometry()).translated(0, 3)
        for reach in range(1, _SHADOW + 1):
            radius = _RADIUS + reach
            painter.drawRoundedRect(panel.adjusted(-reach, -reach, reach, reach), radius, radius)

    def _takes_tab(self, widget: QWidget) -> bool:
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        return bool(takes) and widget.isVisible() and widget.isEnabled()

    @Slot()
    def _forget_before(self) -> None:
        self._before = None

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        # A key that opens another page takes the focus there; popups are windows of their own.
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self.dismiss()


def _application() -> QApplication:
    found = QGuiApplication.instance()
    assert isinstance(found, QApplication)
    return found
