"""Quiet messages above the page: errors, notices and what has just been done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.focus import focus_within
from careerdesk.gui.icons import icon, pixmap
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label

_MOST: Final = 3
_PASSING_MS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A button on a message; the message goes when it is pressed."""

    text: str
    take: Callable[[], object]


class _Message(QFrame):
    closing = Signal()

    def __init__(
        self, text: str, tone: str, offers: tuple[Offer, ...], about: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.about = about
        self.is_closed = False
        self.is_passing = False
        self._tone = tone
        self.setProperty("role", "message")
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        self._picture = QLabel()
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        for offer in offers:
            button = QPushButton(offer.text)
            button.clicked.connect(offer.take)
            button.clicked.connect(self._close)
            row.addWidget(button)
        self._close_button = QPushButton()
        self._close_button.setProperty("role", "bare")
        self._close_button.setAccessibleName(self.tr("Close this message"))
        self._close_button.setToolTip(self.tr("Close this message"))
        self._close_button.clicked.connect(self._close)
        row.addWidget(self._close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self.findChildren(QPushButton):
            # A click leaves the cursor where one works, since the button is gone afterwards.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tint()

    def pass_after(self, milliseconds: int) -> None:
        self.is_passing = True
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._close)
        timer.start(milliseconds)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colours = tokens()
        colour = {"danger": colours.danger, "warning": colours.warning}.get(
            self._tone, colours.accent
        )
        name = "triangle-alert" if self._tone in ("danger", "warning") else "info"
        self._picture.setPixmap(pixmap(name, colour))
        self._close_button.setIcon(icon("x", colours.ink_2))

    @Slot()
    def _close(self) -> None:
        self.closing.emit()
        self.is_closed = True
        self.hide()
        self.deleteLater()


class MessageArea(QWidget):
    """At most three messages, the newest at the bottom.

    They lie over the lower edge of the page. ``room_taken`` says how high they are, so that the
    page can end above them: what one looks at stays in its place, and nothing is covered.
    ``focus_left`` says that a message with the cursor in it is about to go.
    """

    room_taken = Signal(int)
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(24, 6, 24, 12)
        self._rows.setSpacing(6)
        self.hide()

    def add(
        self,
        text: str,
        tone: str = "accent",
        *offers: Offer,
        is_passing: bool = False,
        about: str = "",
    ) -> None:
        """Show a message until it is closed, or for a few seconds; none is shown twice.

        Args:
            text: plain text.
            tone: accent for notices, warning, or danger for failures.
            offers: buttons.
            is_passing: goes by itself after ten seconds.
            about: a name by which ``drop_about`` closes it when it is no longer true.
        """
        shown = self.messages()
        for old in shown:
            if old.text == text:
                self._drop(old)
        for old in self.messages()[: max(len(self.messages()) - _MOST + 1, 0)]:
            self._drop(old)
        message = _Message(text, tone, offers, about, self)
        message.closing.connect(lambda: self._let_go(message))
        message.destroyed.connect(self._hide_if_empty)
        self._rows.addWidget(message)
        message.show()  # or, in an area that is on screen already, it has no height until later
        if is_passing:
            message.pass_after(_PASSING_MS)
        self.show()
        self.follow()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def float_over(self, page: QWidget) -> None:
        """Lie over the lower edge of this sibling from now on."""
        self._below = page
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Take the place that belongs to the page now."""
        if self._below is None or self.isHidden():
            self.room_taken.emit(0)
            return
        page = self._below.geometry()
        self._rows.invalidate()
        height = min(self._rows.totalHeightForWidth(page.width()), page.height())
        self.setGeometry(page.left(), page.bottom() + 1 - height, page.width(), height)
        self.raise_()
        self.room_taken.emit(height)

    def close_newest(self) -> None:
        """Close the message that came last."""
        for message in self.messages()[-1:]:
            self._drop(message)
            self._hide_if_empty()

    def texts(self) -> list[str]:
        """Return what is shown, oldest first."""
        return [message.text for message in self.messages()]

    def messages(self) -> list[_Message]:
        """Return the messages still open, oldest first."""
        return [one for one in self.findChildren(_Message) if not one.is_closed]

    def drop_passing(self) -> None:
        """Close what told of the last change, because there is a newer one."""
        for message in self.messages():
            if message.is_passing:
                self._drop(message)

    def drop_about(self, about: str) -> None:
        """Close what was said about something that has become otherwise."""
        for message in self.messages():
            if message.about == about:
                self._drop(message)

    def clear(self) -> None:
        """Close all messages."""
        for message in self.messages():
            self._drop(message)
        self._hide_if_empty()

    def _let_go(self, message: _Message) -> None:
        if focus_within(message) is not None:
            self.focus_left.emit()

    def _drop(self, message: _Message) -> None:
        self._let_go(message)
        message.is_closed = True
        self._rows.removeWidget(message)
        message.hide()
        message.deleteLater()

    @Slot()
    def _hide_if_empty(self) -> None:
        if not self.messages():
            self.hide()
        self.follow()
