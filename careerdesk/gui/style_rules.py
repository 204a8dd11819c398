"""The rules of the style sheet, by kind of widget.

``@name`` stands for a token of the palette, a size or a length; ``@name:token`` for a shape in
that colour. ``@less(6)`` is a padding of 6 pixels where a focus ring stands instead of a line.
"""

from __future__ import annotations

from typing import Final

_FRAMES: Final = """
QMainWindow, QDialog { background: @window; }
QToolTip { background: @panel; color: @ink; border: 1px solid @ink_3; padding: 4px 6px; }

QFrame[role="sidebar"] { background: @sidebar; border: none; border-right: 1px solid @line; }
QFrame[role="card"], QFrame[role="detail"] { background: @panel; border: 1px solid @line;
  border-radius: 12px; }
QFrame[role="status"] { border: none; border-top: 1px solid @line; }
QFrame[role="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="panel"] { background: @panel; border: none; border-left: 1px solid @line; }
QFrame[role="overlay"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[role="segments"] { background: @track; border: none; border-radius: 8px; }
QFrame[role="drop"] { background: @window; border: 2px dashed @line; border-radius: 8px; }
QFrame[role="drop"][over="true"] { background: @accent_surface; border: 2px dashed @accent; }
QFrame[role="drop"]:focus { border: @ring solid @accent; }
QFrame[role="question"] { border: none; border-radius: 8px; background: transparent; }
QFrame[role="question"][active="true"] { background: @accent_surface; }
QFrame[role="anchor"] { border: 1px solid transparent; border-radius: 8px; }
QFrame[role="anchor"]:hover { border-color: @line; }
QFrame[role="anchor"][active="true"] { background: @accent_surface; border-color: @accent; }
QScrollArea[role="reader"] { border: @ring solid transparent; border-radius: 8px; }
QScrollArea[role="reader"]:focus { border-color: @accent; }
QFrame[role="message"] { border: 1px solid @line; border-radius: 8px; background: @panel; }
QFrame[role="message"][tone="accent"] { background: @accent_surface; border-color: @accent; }
QFrame[role="message"][tone="warning"] { background: @warning_surface; border-color: @warning; }
QFrame[role="message"][tone="danger"] { background: @danger_surface; border-color: @danger; }

QGroupBox { background: transparent; border: none; border-top: 1px solid @line;
  margin-top: 1.4em; padding: 10px 0 0 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: @ink_2;
  padding: 0 8px 0 0; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 9px; margin: 0 4px; }
QSplitter::handle:vertical { height: 9px; margin: 4px 0; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: @accent; }
"""

_MENUS: Final = """
QMenuBar { background: @sidebar; border-bottom: 1px solid @line; padding: 1px 6px; }
QMenuBar::item { background: transparent; color: @ink_2; padding: 4px 9px; border-radius: 6px; }
QMenuBar::item:selected { background: @track; color: @ink; }
QMenu { background: @panel; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 6px; color: @ink; }
QMenu::item:selected { background: @accent_surface; }
QMenu::item:disabled { color: @ink_3; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::indicator { width: @mark; height: @mark; left: 6px; image: none; }
QMenu::indicator:checked { image: @check:ink_2; }
QMenu::right-arrow { image: @chevron-right:ink_2; width: @mark; height: @mark; right: 4px; }
"""

_LABELS: Final = """
QLabel[role="title"] { font-size: @title-size; font-weight: 600; }
QLabel[role="lead"] { font-size: @lead-size; font-weight: 600; }
QLabel[role="heading"] { font-size: @card-size; font-weight: 600; color: @ink_2; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: @ink_2; }
QLabel[role="small"] { font-size: @small-size; color: @ink_3; }
QLabel[role="hint"] { color: @ink_3; }
QLabel[role="label"] { font-size: @small-size; font-weight: 600; color: @ink_2; }
QLabel[role="mono"] { font-family: monospace; font-size: @small-size; color: @ink_2; }
QLabel[role="keys"] { font-size: @small-size; color: @ink_2; background: @panel;
  border: 1px solid @line; border-radius: 5px; padding: 2px 7px; }
QLabel[role="caution"] { font-size: @small-size; color: @warning; }
QLabel[role="error"] { font-size: @small-size; color: @danger; }
QLabel[role="figure"] { font-size: @figure-size; font-weight: 600; }
QLabel[role="figure"][tone="accent"] { color: @accent; }
QLabel[role="figure"][tone="second"] { color: @second; }
QLabel[role="notice"] { padding: 8px 12px; border-radius: 8px; background: @track; }
QLabel[role="notice"][tone="warning"] { background: @warning_surface; color: @warning; }
QLabel[role="notice"][tone="danger"] { background: @danger_surface; color: @danger; }
QLabel[role="pill"] { font-size: @small-size; font-weight: 500; padding: 2px 9px;
  border-radius: @pill-radius; background: @track; color: @ink_2; }
QLabel[role="pill"][tone="warning"] { background: @warning_surface; color: @warning; }
QLabel[role="pill"][tone="danger"] { background: @danger_surface; color: @danger; }
QLabel[role="pill"][tone="accent"] { background: @accent_surface; color: @accent; }
"""

_BUTTONS: Final = """
QPushButton { background: @panel; color: @ink; border: 1px solid @line; border-radius: 8px;
  padding: 6px 13px; outline: none; icon-size: @icon; }
QPushButton:hover { background: @window; border-color: @ink_3; }
QPushButton:pressed { background: @track; }
QPushButton:checked { background: @accent_surface; border-color: @accent; }
QPushButton:focus { border: @ring solid @accent; padding: @less(6) @less(13); }
QPushButton:disabled { color: @ink_3; background: @window; border-color: @line; }
QPushButton::menu-indicator { image: @chevron-down:ink_2; width: @mark; height: @mark;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[role="primary"] { background: @accent; color: @on_accent; border-color: @accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { border-color: @ink; }
QPushButton[role="primary"]:focus { border: @ring solid @ink; }
QPushButton[role="primary"]:disabled { background: @track; color: @ink_2; border-color: @track; }
QPushButton[role="danger"] { color: @danger; }
QPushButton[role="danger"]:hover { background: @danger_surface; border-color: @danger; }
QPushButton[role="danger"]:focus { border: @ring solid @danger; }
QPushButton[role="danger"]:disabled { color: @ink_3; }
QPushButton[role="quiet"] { background: transparent; color: @ink_2; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: @track; color: @ink; }
QPushButton[role="quiet"]:focus { border: @ring solid @accent; }
QPushButton[role="quiet"]:checked { background: transparent; color: @accent;
  border-color: transparent; }
QPushButton[role="quiet"]:disabled { color: @ink_3; }
QPushButton[role="row"] { background: transparent; border-color: transparent; text-align: left;
  padding: 0; }
QPushButton[role="row"]:hover { background: @window; }
QPushButton[role="row"]:focus { border: @ring solid @accent; }
QPushButton[role="step"] { padding: 6px 0; min-width: @step; border-radius: 6px; }
QPushButton[role="step"]:focus { padding: @less(6) 0; }
QPushButton[role="link"] { background: transparent; color: @accent; border: 1px solid transparent;
  padding: 1px 4px; font-size: @small-size; font-weight: 600; border-radius: 6px; }
QPushButton[role="link"]:hover { background: @accent_surface; }
QPushButton[role="link"]:checked { background: @accent_surface; border-color: @accent; }
QPushButton[role="link"]:focus { border: 1px solid @accent; }
QPushButton[role="link"]:disabled { color: @ink_3; }
QPushButton[role="icon"] { padding: 7px 9px; }
QPushButton[role="icon"]:focus { padding: @less(7) @less(9); }
QPushButton[role="answer"] { padding: 6px 0; border-radius: 8px; color: @ink_2; }
QPushButton[role="answer"]:hover { color: @ink; }
QPushButton[role="answer"]:checked { background: @accent; color: @on_accent;
  border-color: @accent; font-weight: 600; }
QPushButton[role="answer"]:focus { border: @ring solid @accent; padding: @less(6) 0; }
QPushButton[role="answer"]:checked:focus { border: @ring solid @ink; }
QPushButton[role="bare"] { background: transparent; border: 1px solid transparent; padding: 3px; }
QPushButton[role="bare"]:hover { background: @track; }
QPushButton[role="bare"]:focus { border: 1px solid @accent; }
QPushButton[role="nav"] { background: transparent; color: @ink_2; border: 1px solid transparent;
  border-radius: 8px; padding: 8px 10px; text-align: left; }
QPushButton[role="nav"]:hover { background: @track; color: @ink; }
QPushButton[role="nav"]:checked { background: @panel; color: @ink; border-color: @line;
  font-weight: 600; }
QPushButton[role="nav"]:focus { border: @ring solid @accent; padding: @less(8) @less(10); }
QPushButton[role="row-word"] { padding: 2px 10px; font-size: @small-size; border-radius: 6px; }
QPushButton[role="row-word"]:focus { border: @ring solid @accent; padding: @less(2) @less(10); }
QPushButton[role="row-icon"] { padding: 2px 5px; border-radius: 6px; }
QPushButton[role="row-icon"]:focus { border: @ring solid @accent; padding: @less(2) @less(5); }
QPushButton[role="name"] { background: transparent; border: 1px solid transparent;
  border-radius: 4px; padding: 0 2px; margin-left: -3px; text-align: left; font-weight: 600; }
QPushButton[role="name"]:hover { color: @accent; }
QPushButton[role="name"]:focus { border: 1px solid @accent; }
QPushButton[role="choice-card"] { border-radius: 12px; padding: 0; }
QPushButton[role="choice-card"]:focus { padding: 0; }
QPushButton[role="choice"] { background: transparent; border: 1px solid transparent;
  text-align: left; padding: 6px 8px; }
QPushButton[role="choice"]:hover { background: @track; }
QPushButton[role="choice"]:focus { border: @ring solid @accent; padding: @less(6) @less(8); }
QPushButton[role="recent"] { background: transparent; border-color: transparent;
  text-align: left; padding: 6px 8px 6px 2px; }
QPushButton[role="recent"]:hover { background: @track; }
QPushButton[role="recent"]:focus { border: @ring solid @accent;
  padding: @less(6) @less(8) @less(6) 0; }
QPushButton[role="search"] { text-align: left; padding: 6px 11px; min-height: 1.3em; }
QPushButton[role="search"]:hover { background: @panel; }
QPushButton[role="search"]:focus { padding: @less(6) @less(11); }
QPushButton[role="segment"] { background: transparent; color: @ink_2; border-color: transparent;
  border-radius: 6px; padding: 4px 12px; }
QPushButton[role="segment"]:hover { color: @ink; border-color: @line; }
QPushButton[role="segment"]:checked { background: @panel; color: @ink; border-color: @line;
  font-weight: 600; }
QPushButton[role="segment"]:focus { border: @ring solid @accent; padding: @less(4) @less(12); }
QPushButton[role="segment"]:disabled { color: @ink_3; }
QPushButton[role="chip"] { background: @accent_surface; color: @ink; border-color: transparent;
  border-radius: @chip-radius; padding: 3px 10px; font-size: @small-size; }
QPushButton[role="chip"]:hover { border-color: @accent; }
QPushButton[role="chip"][menu="true"] { padding-right: 26px; }
QPushButton[role="chip"][menu="true"]:focus { padding-right: @less(26); }
QPushButton[role="chip"][checkable="true"] { background: transparent; color: @ink_2;
  border-color: @line; }
QPushButton[role="chip"]:checked { background: @accent_surface; color: @ink;
  border-color: @accent; }
QPushButton[role="chip"]:focus { border: @ring solid @accent; padding: @less(3) @less(10); }

QToolButton { background: transparent; color: @ink; border: 1px solid transparent;
  border-radius: 6px; padding: 4px; icon-size: @icon; }
QToolButton:hover { background: @track; }
QToolButton:checked { background: @accent_surface; border-color: @accent; }
QToolButton:focus { border: @ring solid @accent; padding: @less(4); }
QToolButton:disabled { color: @ink_3; }
QToolButton::menu-indicator { image: @chevron-down:ink_2; width: @mark; height: @mark; }
QToolButton[role="more"]::menu-indicator { image: none; width: 0; }
QLineEdit QToolButton { padding: 0; border: none; }
QFileDialog QToolButton { background: @tile; border: none; border-radius: 6px; padding: 4px; }
QFileDialog QToolButton:disabled { background: @track; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: @panel; color: @ink;
  border: 1px solid @line; border-radius: 8px; padding: 6px 11px;
  selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @ink_3; }
QPlainTextEdit, QTextEdit { padding: 5px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
  border-color: @ink_3; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: @ring solid @accent; padding: @less(6) @less(11); }
QPlainTextEdit:focus, QTextEdit:focus { border: @ring solid @accent; padding: @less(5) @less(8); }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { background: @window; color: @ink_3; }
QLineEdit { lineedit-clear-button-icon: @x:ink_2; }
QLineEdit:read-only { background: @window; }
QLineEdit[role="lead"] { font-size: @lead-size; padding: 8px 11px; }
QLineEdit[role="lead"]:focus { padding: @less(8) @less(11); }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"],
QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"] { border: 1px solid @danger; }
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus,
QTextEdit[invalid="true"]:focus, QComboBox[invalid="true"]:focus,
QAbstractSpinBox[invalid="true"]:focus { border: @ring solid @danger; }
QFrame[role="detail"] QTextBrowser, QFrame[role="detail"] QTextEdit[readOnly="true"] {
  border: none; padding: 0; }

QComboBox { padding-right: 4px; combobox-popup: 0; }
QComboBox:focus, QComboBox:on { padding-right: @less(4); }
QComboBox:!editable { padding-left: 13px; }
QComboBox:!editable:focus, QComboBox:!editable:on { padding-left: @less(13); }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right;
  width: @arrow; border: none; background: transparent; }
QComboBox::down-arrow { image: @chevron-down:ink_2; width: @mark; height: @mark; }
QComboBox::down-arrow:disabled { image: @chevron-down:ink_3; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0;
  border-radius: 0; }
QComboBox QAbstractItemView { background: @panel; color: @ink; border: 1px solid @line;
  padding: 4px; outline: none; selection-background-color: @accent_surface;
  selection-color: @ink; }
QComboBox QAbstractItemView::item { padding: 4px 8px; border-radius: 6px; min-height: 1.5em; }
QComboBox QAbstractItemView::item:selected { background: @accent_surface; color: @ink; }

QAbstractSpinBox { padding-left: 0; padding-right: 0; qproperty-alignment: AlignCenter; }
QAbstractSpinBox:focus { padding-left: 0; padding-right: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
  width: @arrow; height: @arrow; border: none; border-radius: 6px; background: transparent;
  margin: 0 3px; }
QAbstractSpinBox::down-button { subcontrol-position: center left; }
QAbstractSpinBox::up-button { subcontrol-position: center right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @track; }
QAbstractSpinBox::up-arrow { image: @plus:ink_2; width: @mark; height: @mark; }
QAbstractSpinBox::down-arrow { image: @minus:ink_2; width: @mark; height: @mark; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: @plus:ink_3; }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
  image: @minus:ink_3; }
"""

_CHOICES: Final = """
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 1px solid transparent;
  border-radius: 6px; color: @ink; }
QCheckBox:focus, QRadioButton:focus { border: @ring solid @accent; padding: @less(3); }
QCheckBox:disabled, QRadioButton:disabled { color: @ink_3; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator { width: @box;
  height: @box; border: 1px solid @ink_3; border-radius: 5px; background: @panel; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
QGroupBox::indicator:checked { background: @accent; border-color: @accent;
  image: @check:on_accent; }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: @accent; border-color: @accent; image: @minus:on_accent; }
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled { background: @track;
  border-color: @line; image: none; }
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled {
  image: @check:ink_3; }
QRadioButton::indicator { width: @box; height: @box; border: 1px solid @ink_3;
  border-radius: @round; background: @panel; }
QRadioButton::indicator:hover { border-color: @accent; }
QRadioButton::indicator:checked { width: @dot; height: @dot; background: @on_accent;
  border: @dot-border solid @accent; }
QRadioButton::indicator:disabled { background: @track; border-color: @line; }
QRadioButton::indicator:checked:disabled { background: @panel; border-color: @ink_3; }

QSlider:horizontal { min-height: @slider; }
QSlider:vertical { min-width: @slider; }
QSlider:focus { border: 1px solid @accent; border-radius: 6px; }
QSlider::groove:horizontal { background: @track; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: @panel; border: 2px solid @accent; width: @knob;
  height: @knob; margin: @knob-margin 0; border-radius: @knob-radius; }
QSlider::handle:horizontal:hover { background: @accent_surface; }
QSlider::groove:vertical { background: @track; width: 4px; border-radius: 2px; }
QSlider::add-page:vertical { background: @accent; width: 4px; border-radius: 2px; }
QSlider::handle:vertical { background: @panel; border: 2px solid @accent; width: @knob;
  height: @knob; margin: 0 @knob-margin; border-radius: @knob-radius; }
QSlider::handle:disabled { border-color: @ink_3; }

QProgressBar { background: @track; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @ink_2; border: none;
  border-bottom: 2px solid transparent; padding: 7px 4px; margin: 0 10px 0 4px; }
QTabBar::tab:hover { color: @ink; border-bottom-color: @line; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; background: @accent_surface; border-radius: 4px; }
QTabBar::tab:disabled { color: @ink_3; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel;
  border-bottom: 1px solid @line; padding: 2px; }
QCalendarWidget QToolButton { color: @ink; font-weight: 600; padding: 4px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: @chevron-left:ink_2; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: @chevron-right:ink_2; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { padding: 2px 0; }
QCalendarWidget QAbstractItemView { background: @panel; color: @ink; border: none;
  selection-background-color: @accent; selection-color: @on_accent; outline: none; }
QCalendarWidget QAbstractItemView:disabled { color: @ink_3; }
QCalendarWidget QAbstractItemView::item { padding: 0; border: none; border-radius: 6px; }
QCalendarWidget QAbstractItemView::item:selected { background: @accent; color: @on_accent;
  border: none; }
"""

_LISTS: Final = """
QScrollArea { background: transparent; border: none; }
QScrollArea[role="pages"] { background: @track; border: @ring solid transparent;
  border-radius: 12px; }
QScrollArea[role="pages"]:focus { border-color: @accent; }
QScrollArea > QWidget > QWidget[role="canvas"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: @scroll; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: @scroll; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @ink_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QListView, QTreeView, QTableView { background: @panel; border: none; outline: none; color: @ink;
  selection-background-color: @accent_surface; selection-color: @ink; }
QListView[role="card"], QTableView[role="card"] { border: 1px solid @line; border-radius: 12px;
  padding: 6px; }
QListView[role="popup"] { border: 1px solid @line; padding: 4px; }
QListView[role="popup"]::item { padding: 4px 8px; border-radius: 6px; }
QListView[role="popup"]::item:selected { background: @accent_surface; color: @ink; }
QTreeView::item { padding: 4px 3px; border: 1px solid transparent; }
QTreeView::item:selected { background: transparent; color: @ink; }
QTreeView::item:focus { background: @accent_surface; color: @ink; border: 1px solid @accent; }
QTreeView[role="card"] { border: 1px solid @line; border-radius: 12px; padding: 6px; }
QTreeView[role="card"]::item { padding: 6px 5px; }
QTreeView[role="card"]::item:selected { background: @accent_surface; color: @ink; }
QTreeView::branch:has-children:closed { image: @chevron-right:ink_2; }
QTreeView::branch:has-children:open { image: @chevron-down:ink_2; }
QListWidget::item, QListView[role="choices"]::item { padding: 6px 10px; border-radius: 6px;
  border: 1px solid transparent; }
QListWidget::item:hover, QListView[role="choices"]::item:hover { background: @track; }
QListWidget::item:selected, QListView[role="choices"]::item:selected {
  background: @accent_surface; color: @ink; }
QListWidget::item:disabled { background: transparent; color: @ink_2; }
QListWidget::item:focus { border: 1px solid @accent; }

QTableView { gridline-color: @line; alternate-background-color: @panel; }
QTableView::item { padding: 0 8px; border: none; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @accent_surface; color: @ink; }
QTableView::item:focus { border: 1px solid @accent; }
QTableView QLineEdit { border-radius: 0; padding: 0 7px; }
QTableView QTableCornerButton::section { background: @panel; border: none;
  border-bottom: 1px solid @line; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @ink_2; border: none;
  border-bottom: 1px solid @line; padding: 5px 4px; font-size: @small-size; font-weight: 600; }
QTableView QHeaderView::section:horizontal { padding: 7px 11px; }
QHeaderView::section:hover { color: @ink; }
QHeaderView::up-arrow { image: @chevron-up:ink_2; width: @mark; height: @mark;
  subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
QHeaderView::down-arrow { image: @chevron-down:ink_2; width: @mark; height: @mark;
  subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
"""

RULES: Final = _FRAMES + _MENUS + _LABELS + _BUTTONS + _FIELDS + _CHOICES + _LISTS

# What normal contrast leaves to the colour of a surface is said by a line here.
CONTRAST_RULES: Final = """
QLabel[role="pill"] { border: 1px solid @line; padding: 1px 8px; }
QLabel[role="pill"][tone="warning"] { border-color: @warning; }
QLabel[role="pill"][tone="danger"] { border-color: @danger; }
QLabel[role="pill"][tone="accent"] { border-color: @accent; }
QMenuBar::item:selected { border: 1px solid @ink; }
QMenu::item { border: 1px solid transparent; }
QMenu::item:selected { border-color: @accent; }
QFrame[role="segments"] { border: 1px solid @line; }
QPushButton:disabled { border-style: dashed; }
QPushButton[role="nav"]:hover, QPushButton[role="quiet"]:hover { border-color: @ink; }
QPushButton[role="nav"]:checked, QPushButton[role="segment"]:checked { border-color: @ink; }
QPushButton[role="link"] { text-decoration: underline; }
QPushButton[role="link"]:focus, QPushButton[role="bare"]:focus { border: 2px solid @accent; }
QPushButton[role="chip"] { border-color: @accent; }
QProgressBar { border: 1px solid @line; }
QListWidget::item:selected, QComboBox QAbstractItemView::item:selected {
  border: 1px solid @accent; }
QTableView::item:selected { border-top: 1px solid @accent; border-bottom: 1px solid @accent; }
QTableView::item:focus { border: 2px solid @accent; }
QTreeView::item:focus { border: 2px solid @accent; padding: 3px 2px; }
QTreeView[role="card"]::item:focus { padding: 5px 4px; }
"""
