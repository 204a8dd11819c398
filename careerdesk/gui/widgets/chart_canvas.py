"""One chart on screen: painted at once, and every bar answers to the pointer and the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.gui.style_sheet import ring_width, scaled
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.chart_paper import ChartPaper, pixels_per_point

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from careerdesk.charts.spots import Spot
    from careerdesk.charts.view import ChartView
    from careerdesk.palette import Palette

RIM: Final = 6  # pixels around the picture, for the ring that shows the focus
_USUAL: Final = 440  # pixels of width
_NARROW: Final = 200
NOT_READ: Final = 150.0  # points of height of a chart that is not read yet
_EMPTY: Final = 70.0  # of one that only teaches the first step
_GAP: Final = 6  # between a spot and what it says
_PADDING: Final = 8
_SHADE: Final = 26  # of 255, over a spot
_REACH: Final = 3  # pixels beside a spot that still mean it
# How high the bars are that stand for a chart not read yet, of the room there is.
_SKELETON: Final = (0.3, 0.55, 0.42, 0.7, 0.5, 0.85, 0.62, 0.95)


class ChartCanvas(QWidget):
    """Paints a view; a spot under the pointer or reached by the arrow keys says what it shows.

    ``chosen`` hands over what lies behind a spot that is clicked, or on which Enter is pressed;
    ``walked`` tells which part of the widget the keyboard has come to.
    """

    chosen = Signal(object)
    walked = Signal(QRect)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ChartView | None = None
        self._leads_somewhere: Callable[[type[Any]], bool] = _nowhere
        self._picture: QPixmap | None = None
        self._state: tuple[object, ...] = ()
        self._spots: list[tuple[QRectF, Spot]] = []
        self._at: int | None = None
        self._is_by_key = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: ChartView, leads_somewhere: Callable[[type[Any]], bool]) -> None:
        """Paint this chart; ``leads_somewhere`` tells of which kinds records can be opened."""
        self._view, self._leads_somewhere = view, leads_somewhere
        self.forget_picture()
        self.setAccessibleDescription(view.sentence)
        self.updateGeometry()

    def forget_picture(self) -> None:
        """Paint anew next time."""
        self._picture = None
        self._at = None
        self.update()

    def spots(self) -> list[Spot]:
        """Return what can be pointed at, in the order of the arrow keys."""
        self._paint_picture()
        return [spot for _, spot in self._spots]

    def rect_of(self, spot: Spot) -> QRect:
        """Return where a spot lies on the widget."""
        return next(rect for rect, one in self._spots if one == spot).toAlignedRect()

    @property
    def spot(self) -> Spot | None:
        """The spot that says what it shows now."""
        return None if self._at is None else self._spots[self._at][1]

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chart at this width and this size of text."""
        unit = pixels_per_point(self.font())
        points = NOT_READ
        if self._view is not None:
            inner = (width - 2 * RIM) / unit
            points = _EMPTY if self._view.is_empty else self._view.height(inner)
        return round(points * unit) + 2 * RIM

    def sizeHint(self) -> QSize:
        """Return a usual width, and the height that goes with it."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow window."""
        return QSize(_NARROW, self.heightForWidth(_NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, the spot pointed at, and what it says."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view is None:
            self._paint_skeleton(painter)
            return
        self._paint_picture()
        assert self._picture is not None
        painter.drawPixmap(QPoint(0, 0), self._picture)
        colours = tokens()
        if self._at is not None:
            self._paint_spot(painter, colours)
        if self.hasFocus():
            ring = ring_width(colours)
            painter.setPen(QPen(QColor(colours.accent), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rim = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(rim, 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the spot under the pointer shows."""
        self._is_by_key = False
        self._show_spot(self._spot_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing any more."""
        super().leaveEvent(event)
        if not self._is_by_key:
            self._show_spot(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the records behind the spot under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_spot(self._spot_at(event.position().toPoint()))
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the spots, and go to the records behind one."""
        count = len(self.spots())  # painted now if it has not been in sight yet
        at = self._at
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and at is not None:
            self._choose()
        elif key == Qt.Key.Key_Escape and at is not None:
            self._is_by_key = False
            self._show_spot(None)
        elif count and key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._walk_to(0 if at is None else min(at + 1, count - 1))
        elif count and key in (Qt.Key.Key_Left, Qt.Key.Key_Up) and (at is None or at > 0):
            self._walk_to(count - 1 if at is None else at - 1)
        elif count and key == Qt.Key.Key_Home:
            self._walk_to(0)
        elif count and key == Qt.Key.Key_End:
            self._walk_to(count - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys are for this chart now."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say nothing any more."""
        super().focusOutEvent(event)
        self._is_by_key = False
        self._show_spot(None)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back the memory of a picture that nobody sees; it is soon drawn again."""
        super().hideEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme or font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.forget_picture()
            self.updateGeometry()

    def _paint_picture(self) -> None:
        """Draw the chart, unless it is drawn already in this size and these colours."""
        state = (self._view, self.size(), self.devicePixelRatio(), tokens(), self.font().key())
        if self._view is None or (self._picture is not None and self._state == state):
            return
        ratio = self.devicePixelRatio()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paper = ChartPaper(painter, self._inside(), self.font(), tokens())
        self._view.paint(paper)
        painter.end()
        self._picture, self._state = picture, state
        self._spots = [(paper.rect(spot.box), spot) for spot in paper.spots]
        if self._at is not None and self._at >= len(self._spots):
            self._at = None

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)

    def _paint_skeleton(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().track))
        pitch, room = self.width() / len(_SKELETON), self.height() * 0.8
        for place, part in enumerate(_SKELETON):
            height = room * part
            left = (place + 0.2) * pitch
            painter.drawRoundedRect(QRectF(left, self.height() - height, pitch * 0.6, height), 4, 4)

    def _paint_spot(self, painter: QPainter, colours: Palette) -> None:
        assert self._at is not None
        rect, spot = self._spots[self._at]
        shade = QColor(colours.ink)
        painter.setPen(QPen(QColor(colours.ink_3), 1))
        shade.setAlpha(_SHADE)
        painter.setBrush(shade)
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1) & inner, 3, 3)
        font = scaled(self.font(), "small")
        metrics = QFontMetrics(font)
        room = QRect(0, 0, self.width() - 2 * _PADDING - 2, self.height())
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = metrics.boundingRect(room, flags, spot.text)
        bubble = text.adjusted(-_PADDING, -_PADDING // 2, _PADDING, _PADDING // 2)
        bubble.moveCenter(rect.center().toPoint())
        bubble.moveBottom(round(rect.top()) - _GAP)
        if bubble.top() < 0:
            bubble.moveTop(round(rect.bottom()) + _GAP)
        if bubble.bottom() >= self.height():  # neither above nor below: inside, at the top
            bubble.moveTop(max(round(rect.top()), 0) + 1)
        bubble.moveLeft(max(min(bubble.left(), self.width() - bubble.width() - 1), 1))
        painter.setPen(QPen(QColor(colours.ink_3), 1))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        inside = bubble.adjusted(_PADDING, _PADDING // 2, _PADDING, _PADDING // 2)
        painter.drawText(inside, int(flags), spot.text)

    def _spot_at(self, place: QPoint) -> int | None:
        """Return the spot under a point; a small one also if the point is just beside it."""
        for reach in (0, _REACH):
            for number in range(len(self._spots) - 1, -1, -1):
                rect = self._spots[number][0].adjusted(-reach, -reach, reach, reach)
                if rect.contains(place):
                    return number
        return None

    def _walk_to(self, number: int) -> None:
        self._is_by_key = True
        self._show_spot(number)
        self.walked.emit(self._spots[number][0].toAlignedRect())
        spot = self.spot
        if spot is not None and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, spot.text)
            QAccessible.updateAccessibility(event)

    def _show_spot(self, number: int | None) -> None:
        if number == self._at:
            return
        self._at = number
        spot = self.spot
        words = [spot.text] if spot else []
        if self._view is not None:
            self.setAccessibleDescription("\n".join([*words, self._view.sentence]))
        if self._has_way(spot):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def _has_way(self, spot: Spot | None) -> bool:
        behind = spot.behind if spot is not None else None
        return behind is not None and self._leads_somewhere(behind.kind)

    def _choose(self) -> None:
        spot = self.spot
        if spot is not None and self._has_way(spot):
            self.chosen.emit(spot.behind)


def _nowhere(kind: type[Any]) -> bool:
    del kind
    return False
