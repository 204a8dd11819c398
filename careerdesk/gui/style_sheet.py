"""The style sheet of the window, made from the tokens and the system's font.

Sizes of text are multiples of the system font, so that the window grows with it. Widgets name
what they are by dynamic properties (``role``, ``tone``); none has a sheet of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF

if TYPE_CHECKING:
    from careerdesk.palette import Palette

# Multiples of the system font: 19, 12.5, 12 and 34 where the body is 13.5.
TYPE_SCALE: Final = {"title": 1.41, "card": 0.93, "small": 0.89, "figure": 2.5, "lead": 1.12}


def scaled(font: QFont, step: str) -> QFont:
    """Return the system font at one step of the scale."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * TYPE_SCALE[step])
    return result


def pill_height(font: QFont) -> int:
    """Return the height of a pill in logical pixels.

    Its corners are a little less than half of it: Qt draws none at all if they are more.
    """
    return round(QFontMetricsF(scaled(font, "small")).height()) + 4


def style_sheet(colours: Palette, font: QFont) -> str:
    """Return the sheet for one palette and one system font."""
    sheet = _SHEET
    for name in TYPE_SCALE:
        sheet = sheet.replace(f"@{name}-size", f"{scaled(font, name).pointSizeF():.2f}pt")
    sheet = sheet.replace("@pill-radius", f"{pill_height(font) // 2 - 1}px")
    # Qt's own arrows are nearly black in every theme, so they need a light ground.
    tile = max(colours.track, colours.ink_2, key=lambda one: QColor(one).lightness())
    sheet = sheet.replace("@tile", tile)
    # Long names first: accent is the beginning of accent_surface.
    for name in sorted(_COLOURS, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", str(getattr(colours, name)))
    return sheet


_COLOURS: Final = (
    "window",
    "panel",
    "sidebar",
    "line",
    "track",
    "ink",
    "ink_2",
    "ink_3",
    "accent",
    "accent_surface",
    "on_accent",
    "warning",
    "warning_surface",
    "danger",
    "danger_surface",
)

_SHEET: Final = """
QMainWindow, QDialog { background: @window; }
QToolTip { background: @panel; color: @ink; border: 1px solid @ink_3; padding: 4px 6px; }

QMenuBar { background: @sidebar; border-bottom: 1px solid @line; padding: 1px 6px; }
QMenuBar::item { background: transparent; color: @ink_2; padding: 4px 9px; border-radius: 6px; }
QMenuBar::item:selected { background: @track; color: @ink; }
QMenu { background: @panel; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 6px; color: @ink; }
QMenu::item:selected { background: @accent_surface; }
QMenu::item:disabled { color: @ink_3; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }

QFrame[role="sidebar"] { background: @sidebar; border: none; border-right: 1px solid @line; }
QFrame[role="card"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[role="overlay"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[role="status"] { border: none; border-top: 1px solid @line; }
QFrame[role="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="panel"] { background: @panel; border: none; border-left: 1px solid @line; }

QLabel[role="title"] { font-size: @title-size; font-weight: 600; }
QLabel[role="lead"] { font-size: @lead-size; font-weight: 600; }
QLabel[role="heading"] { font-size: @card-size; font-weight: 600; color: @ink_2; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: @ink_2; }
QLabel[role="small"] { font-size: @small-size; color: @ink_3; }
QLabel[role="error"] { font-size: @small-size; color: @danger; }
QLabel[role="figure"] { font-size: @figure-size; font-weight: 600; }
QLabel[role="pill"] { font-size: @small-size; font-weight: 500; padding: 2px 9px;
  border-radius: @pill-radius; background: @track; color: @ink_2; }
QLabel[role="pill"][tone="warning"] { background: @warning_surface; color: @warning; }
QLabel[role="pill"][tone="danger"] { background: @danger_surface; color: @danger; }
QLabel[role="pill"][tone="accent"] { background: @accent_surface; color: @accent; }

QPushButton { background: @panel; color: @ink; border: 1px solid @line; border-radius: 8px;
  padding: 6px 13px; outline: none; }
QPushButton:hover { background: @window; border-color: @ink_3; }
QPushButton:pressed { background: @track; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 12px; }
QPushButton:disabled { color: @ink_3; background: @window; border-color: @line; }
QPushButton[role="primary"] { background: @accent; color: @on_accent; border-color: @accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { border-color: @ink; }
QPushButton[role="primary"]:focus { border: 2px solid @ink; }
QPushButton[role="primary"]:disabled { background: @track; color: @ink_2; border-color: @track; }
QPushButton[role="link"] { background: transparent; color: @accent; border: 1px solid transparent;
  padding: 1px 4px; font-size: @small-size; font-weight: 600; border-radius: 6px; }
QPushButton[role="link"]:hover { background: @accent_surface; }
QPushButton[role="link"]:focus { border: 1px solid @accent; }
QPushButton[role="icon"] { padding: 7px 9px; }
QPushButton[role="icon"]:focus { padding: 6px 8px; }
QPushButton[role="bare"] { background: transparent; border: 1px solid transparent; padding: 3px; }
QPushButton[role="bare"]:focus { border: 1px solid @accent; }
QPushButton[role="nav"] { background: transparent; color: @ink_2; border: 1px solid transparent;
  border-radius: 8px; padding: 8px 10px; text-align: left; }
QPushButton[role="nav"]:hover { background: @track; color: @ink; }
QPushButton[role="nav"]:checked { background: @panel; color: @ink; border-color: @line;
  font-weight: 600; }
QPushButton[role="nav"]:focus { border: 2px solid @accent; padding: 7px 9px; }
QPushButton[role="choice"] { background: transparent; border: 1px solid transparent;
  text-align: left; padding: 6px 8px; }
QPushButton[role="choice"]:hover { background: @track; }
QPushButton[role="choice"]:focus { border: 2px solid @accent; padding: 5px 7px; }
QPushButton[role="recent"] { background: transparent; border-color: transparent;
  text-align: left; padding: 6px 8px 6px 2px; }
QPushButton[role="recent"]:hover { background: @track; }
QPushButton[role="recent"]:focus { border: 2px solid @accent; padding: 5px 7px 5px 1px; }

QLineEdit { background: @panel; color: @ink; border: 1px solid @line; border-radius: 8px;
  padding: 6px 11px; selection-background-color: @accent; selection-color: @on_accent;
  placeholder-text-color: @ink_3; }
QLineEdit[role="lead"] { font-size: @lead-size; padding: 8px 11px; }
QLineEdit[role="lead"]:focus { padding: 7px 10px; }
QLineEdit:hover { border-color: @ink_3; }
QLineEdit:focus { border: 2px solid @accent; padding: 5px 10px; }
QLineEdit:disabled { background: @window; color: @ink_3; }

QFrame[role="message"] { border: 1px solid @line; border-radius: 8px; background: @panel; }
QFrame[role="message"][tone="accent"] { background: @accent_surface; border-color: @accent; }
QFrame[role="message"][tone="warning"] { background: @warning_surface; border-color: @warning; }
QFrame[role="message"][tone="danger"] { background: @danger_surface; border-color: @danger; }

QFileDialog QToolButton { background: @tile; border: none; border-radius: 6px; padding: 4px; }
QFileDialog QToolButton:disabled { background: @track; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="canvas"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @ink_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView, QTreeView { background: @panel; border: none; outline: none; color: @ink; }
QListView[role="card"] { border: 1px solid @line; border-radius: 12px; padding: 6px; }
QListView[role="popup"] { border: 1px solid @line; padding: 4px; }
QListView[role="popup"]::item { padding: 4px 8px; border-radius: 6px; }
QListView[role="popup"]::item:selected { background: @accent_surface; color: @ink; }
QTreeView::item { padding: 5px 4px; border: none; }
QTreeView::item:selected { background: transparent; color: @ink; }
QTreeView::item:focus { background: @accent_surface; color: @ink; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @ink_2; border: none;
  border-bottom: 1px solid @line; padding: 5px 4px; font-size: @small-size; font-weight: 600; }

QProgressBar { background: @track; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSplitter::handle { background: transparent; width: 8px; }
"""
