"""The photo of the profile: dropped or chosen, shown as a circle, and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.file_kinds import FileKind, kind_of
from careerdesk.gui.file_dialogs import ask_file, documents
from careerdesk.gui.icons import pixmap
from careerdesk.gui.pages import PHOTO
from careerdesk.gui.records.file_drop import FileDrop
from careerdesk.gui.text import translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label
from careerdesk.services import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from careerdesk.gui.context import GuiContext

_EDGE: Final = 9  # of the photo, in lines of text
_WIDTH: Final = 15  # of the card
_PICTURE: Final = 48
_MOST_PIXELS: Final = 40_000_000  # more than phones make; the document refuses more as well
_KEPT: Final = 640  # pixels; sharp on a screen of double density in a large size of text
_FORMATS: Final = (b"png", b"jpeg")
_FACE: Final = 0.4  # of the height that is cut off, so much at the top


class PhotoCard(QFrame):
    """Shows the photo, or where one can be dropped."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Attachment | None = None
        self.setProperty("role", "card")
        self.picture = _Portrait()
        self._words = label("", "small", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose_button = QPushButton()
        self._remove_button = QPushButton(self.tr("Remove"))
        self._remove_button.setProperty("role", "quiet")
        self._remove_button.setAccessibleName(self.tr("Remove the photo"))
        self._choose_button.clicked.connect(self.ask)
        self._remove_button.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(10)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(6)
        buttons.addStretch()
        buttons.addWidget(self._choose_button)
        buttons.addWidget(self._remove_button)
        buttons.addStretch()
        self._drop = FileDrop(self, self._drop_words)
        self._drop.dropped.connect(self._take)
        self._fit()

    def refresh(self) -> None:
        """Show the photo that is stored now."""
        shelf = self._context.shelf
        found = shelf.grouped(Attachment, "profile_id").get(shelf.profile().id, [])
        photo = next(iter(found), None)
        if photo is None or self._shown is None or photo.sha256 != self._shown.sha256:
            content = b"" if photo is None else self._context.desk.content(photo.sha256)
            self.picture.show_picture(read_picture(content))
        self._shown = photo
        if photo is None:
            self._words.setText(self.tr("No photo yet. Drop a PNG or JPEG picture here."))
            self.picture.setAccessibleName(self.tr("No photo of you"))
        elif self.picture.is_empty:
            self._words.setText(self.tr("This picture cannot be shown. Choose another one."))
            self.picture.setAccessibleName(self.tr("Photo of you that cannot be shown"))
        else:
            self._words.setText(self.tr("Stands on the cover of the portfolio."))
            self.picture.setAccessibleName(self.tr("Photo of you"))
        may_write = not self._context.desk.is_read_only
        has_photo = photo is not None
        self._choose_button.setText(self.tr("Change…") if has_photo else PHOTO.title)
        self._choose_button.setAccessibleName(
            self.tr("Change the photo") if has_photo else self.tr("Choose a photo")
        )
        self._choose_button.setEnabled(may_write)
        self._remove_button.setEnabled(may_write)
        self._remove_button.setVisible(has_photo)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(_WIDTH * self.fontMetrics().height())

    def _drop_words(self, paths: Sequence[Path]) -> str:
        is_fit = len(paths) == 1 and kind_of(paths[0].name) is FileKind.PICTURE
        is_fit = is_fit and not self._context.desk.is_read_only
        return self.tr("Drop to show this picture") if is_fit else ""

    @Slot()
    def ask(self) -> None:
        """Let the user choose a picture."""
        last = self._context.settings.last_folder
        folder = last if last is not None and last.is_dir() else documents()
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path = ask_file(self.window(), self.tr("Choose a photo"), folder, kinds)
        if path is not None:
            self._context.settings.last_folder = path.parent
            self._take([path])

    @Slot(list)
    def _take(self, paths: list[Path]) -> None:
        with self._context.errors.reported():
            (path,) = paths
            if read_picture(attachments.read_file(path).content) is None:
                raise FileProblemError(_refusal(path.name))
            attachments.attach(self._context.desk, self._context.shelf.profile(), path)

    @Slot()
    def _remove(self) -> None:
        if self._shown is None:
            return
        with self._context.errors.reported():
            attachments.remove_attachment(self._context.desk, self._shown)
            self._choose_button.setFocus()
            self._context.commands.say_done(self.tr("Removed the photo."))


class _Portrait(QWidget):
    """A picture cut to a circle, or a quiet sign where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit()

    @property
    def is_empty(self) -> bool:
        """Say whether no picture is shown."""
        return self._picture is None

    def show_picture(self, picture: QImage | None) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._picture is None:
            painter.setPen(QPen(QColor(colours.ink_3), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colours.window))
            painter.drawEllipse(circle)
            sign = pixmap("user", colours.ink_3, _PICTURE)
            edge = sign.width() / sign.devicePixelRatio()
            place = circle.center() - QRectF(0, 0, edge, edge).center()
            painter.drawPixmap(place, sign)
            return
        shape = QPainterPath()
        shape.addEllipse(circle)
        painter.setClipPath(shape)
        painter.drawImage(circle, self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawEllipse(circle)

    def _fit(self) -> None:
        edge = _EDGE * self.fontMetrics().height()
        self.setFixedSize(edge, edge)


def read_picture(content: bytes) -> QImage | None:
    """Return a PNG or JPEG as a square of moderate size, the right way up; None if it is none."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return None
    if size.width() * size.height() > _MOST_PIXELS:
        return None
    if min(size.width(), size.height()) > _KEPT:
        reader.setScaledSize(
            size.scaled(_KEPT, _KEPT, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
    picture = reader.read()
    if picture.isNull():
        return None
    edge = min(picture.width(), picture.height())
    left, top = (picture.width() - edge) // 2, round((picture.height() - edge) * _FACE)
    return picture.copy(left, top, edge, edge)


def _refusal(name: str) -> str:
    return translate(
        "photo",
        "{name} cannot be read as a PNG or JPEG picture. Nothing was changed; choose another one.",
    ).format(name=name)
