"""All pages of a document below each other, two side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.page_view import SHADOW, PageView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent, QShowEvent, QWheelEvent

    from careerdesk.services.portfolio import PageLook

_MARGIN: Final = 16  # around all pages
_GAP: Final = 16  # between pages
_SIDE_BY_SIDE: Final = 34  # width in lines of text from which two pages stand beside each other
_ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT: Final = 2  # pictures are kept as many heights of the window beyond what is seen


class PagePreview(QScrollArea):
    """Shows pages, and says by ``needs_changed`` that others or sharper ones are in sight.

    ``zoom`` is None while the width of the pages follows that of the window.
    """

    shown = Signal()
    needs_changed = Signal()
    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom: float | None = None
        self._views: list[PageView] = []
        self._turned = 0
        self._canvas = QWidget()
        self._canvas.setProperty("role", "canvas")
        self.setWidget(self._canvas)
        self.viewport().setAutoFillBackground(False)
        self._words = label("", "second", wrap=True)
        self._words.setParent(self._canvas)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(60)  # pages that fly by are not drawn
        self._settled.timeout.connect(self._on_settled)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.horizontalScrollBar().valueChanged.connect(self._on_moved)

    def say(self, words: str) -> None:
        """Show words where there are no pages yet."""
        self._words.setText(words)
        self._lay_out()

    def show_pages(self, looks: Sequence[PageLook]) -> None:
        """Show these pages in place of others, at the same place and zoom."""
        for view in self._views[len(looks) :]:
            view.hide()
            view.deleteLater()
        del self._views[len(looks) :]
        while len(self._views) < len(looks):
            view = PageView(self._canvas)
            view.show()
            self._views.append(view)
        for number, (view, look) in enumerate(zip(self._views, looks, strict=True), start=1):
            view.show_page(look, number, len(looks))
        self._lay_out()
        self.page_changed.emit()
        self.needs_changed.emit()

    def show_picture(self, page: int, picture: QPixmap, width: int) -> None:
        """Show the picture of a page, which was asked for in this width."""
        if page < len(self._views):
            self._views[page].show_picture(picture, width)

    def next_need(self) -> tuple[int, int] | None:
        """Return the page that should be drawn next, and how wide: those in sight first."""
        seen = self._seen()
        near = seen.adjusted(0, -seen.height() // 2, 0, seen.height())
        for area in (seen, near):
            for number, view in enumerate(self._views):
                if not view.is_sharp and view.geometry().intersects(area):
                    return number, view.width_in_pixels
        return None

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._views)

    @property
    def page(self) -> int:
        """The page that is read, counted from 1: the first of which the middle can be seen."""
        top = self._seen().top()
        for number, view in enumerate(self._views, start=1):
            if view.geometry().center().y() >= top:
                return number
        return len(self._views)

    @property
    def scale(self) -> float:
        """How large the pages are on screen, 1.0 being as large as on paper."""
        if not self._views or self._views[0].look is None:
            return self.zoom or 1.0
        return self._views[0].paper().width() / (self._views[0].look.width * self._natural())

    @Slot()
    def zoom_in(self) -> None:
        """Make the pages larger by a step."""
        self._zoom_to(next((one for one in _ZOOMS if one > self.scale + 0.01), _ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Make the pages smaller by a step."""
        smaller = (one for one in reversed(_ZOOMS) if one < self.scale - 0.01)
        self._zoom_to(next(smaller, _ZOOMS[0]))

    @Slot()
    def fit_width(self) -> None:
        """Let the width of the pages follow that of the window again."""
        self._zoom_to(None)

    def _zoom_to(self, zoom: float | None) -> None:
        self.zoom = zoom
        self._lay_out()
        self._on_moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last page; the other keys of reading are known to every area."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, a notch of the wheel each step."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= 120:
            if self._turned > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            self._turned -= 120 if self._turned > 0 else -120
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self.shown.emit()
        self.needs_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the pictures that will be in sight again at once."""
        super().hideEvent(event)
        self._drop_beyond(self._seen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew."""
        super().resizeEvent(event)
        self._lay_out()
        self._on_moved()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._canvas.update()

    def _natural(self) -> float:
        """Return the pixels of a point in its true size."""
        return self.logicalDpiX() / 72

    def _seen(self) -> QRect:
        return QRect(
            QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
            self.viewport().size(),
        )

    def _lay_out(self) -> None:
        """Place the pages; the one that is read stays where it is read."""
        room = self.viewport().size()
        self._words.setVisible(not self._views)
        if not self._views:
            self._canvas.resize(room)
            self._words.setGeometry(QRect(QPoint(), room).adjusted(24, 24, -24, -24))
            return
        reading = self.page - 1
        before = self._views[reading].geometry()
        top = self._seen().top()
        extent = self._place(room)
        self._canvas.resize(extent)
        after = self._views[reading].geometry()
        down = (top - before.top()) / max(before.height(), 1)
        place = round(after.top() + down * after.height()) if top else 0
        self.verticalScrollBar().setValue(place)

    def _place(self, room: QSize) -> QSize:
        available = room.width() - 2 * _MARGIN
        looks = [view.look for view in self._views if view.look is not None]
        widest = max(look.width for look in looks)
        is_wide = available >= _SIDE_BY_SIDE * self.fontMetrics().height() and len(looks) > 1
        if self.zoom is None:
            columns = 2 if is_wide else 1
            scale = (available - _GAP * (columns - 1)) / columns / widest
        else:
            scale = self.zoom * self._natural()
            columns = 2 if len(looks) > 1 and 2 * widest * scale + _GAP <= available else 1
        scale = max(scale, 0.1)
        width = round(columns * widest * scale) + _GAP * (columns - 1)
        left = max((room.width() - width) // 2, _MARGIN)
        top = _MARGIN
        for first in range(0, len(looks), columns):
            height = 0
            for column, look in enumerate(looks[first : first + columns]):
                size = QSize(round(look.width * scale), round(look.height * scale))
                x = left + column * (round(widest * scale) + _GAP)
                grown = QRect(QPoint(x, top), size).adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
                self._views[first + column].setGeometry(grown)
                height = max(height, size.height())
            top += height + _GAP
        return QSize(max(room.width(), width + 2 * _MARGIN), max(room.height(), top))

    @Slot()
    def _on_moved(self) -> None:
        self.page_changed.emit()
        self._settled.start()

    @Slot()
    def _on_settled(self) -> None:
        seen = self._seen()
        reach = seen.height() * _KEPT
        self._drop_beyond(seen.adjusted(0, -reach, 0, reach))
        self.needs_changed.emit()

    def _drop_beyond(self, kept: QRect) -> None:
        for view in self._views:
            if not view.geometry().intersects(kept):
                view.drop_picture()
