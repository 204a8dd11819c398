"""The rows of panels beside a record: a picture, a title with a line below, and small buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from careerdesk.gui.icons import icon, pixmap
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def lay_row(place: QWidget, picture: str, title: str, about: str, look: str = "small") -> None:
    """Put picture, title and the line below it into a widget, which keeps the room they take.

    ``picture`` is the name of an icon, ``look`` the role of the line below.
    """
    drawn = QLabel()
    drawn.setPixmap(pixmap(picture, tokens().ink_2))
    row = QHBoxLayout(place)
    row.setContentsMargins(8, 4, 4, 4)
    row.setSpacing(10)
    row.addWidget(drawn)
    texts = QVBoxLayout()
    row.addLayout(texts, 1)
    texts.setSpacing(0)
    texts.addWidget(LineLabel(title))
    texts.addWidget(LineLabel(about, look))
    place.setMinimumHeight(row.sizeHint().height())


def row_button(
    picture: str, title: str, about: str, words: str, look: str = "small"
) -> QPushButton:
    """Return such a row that can be pressed; ``words`` say what it is and what pressing does."""
    button = QPushButton()
    button.setProperty("role", "row")
    button.setAccessibleName(words)
    button.setToolTip(tooltip(words))
    lay_row(button, picture, title, about, look)
    return button


def bare_button(picture: str, words: str, colour: str = "") -> QPushButton:
    """Return a picture that can be pressed; ``words`` say what that does."""
    button = QPushButton()
    button.setProperty("role", "bare")
    button.setIcon(icon(picture, colour or tokens().ink_3))
    button.setAccessibleName(words)
    button.setToolTip(tooltip(words))
    return button
