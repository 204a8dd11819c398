"""What tests of lists and forms do with them, as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from careerdesk.gui.fields.text_fields import NoteField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pytestqt.qtbot import QtBot

    from careerdesk.gui.records.record_form import RecordForm
    from careerdesk.gui.records.record_view import RecordView
    from careerdesk.services.desk import Desk

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Make a window the active one, as after a dialog: only an active one has a cursor."""
    with qtbot.waitActive(window):
        window.activateWindow()


def cells(view: RecordView, key: str) -> list[str]:
    """Return the words of one column, from the top."""
    at = next(at for at, one in enumerate(view.listing.columns) if one.key == key)
    return [str(view._model.index(row, at).data()) for row in range(view._model.rowCount())]


def choose(view: RecordView, *names: str, called: Callable[[Any], str] | None = None) -> None:
    """Select the records whose first cell says these names."""
    view.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    column = view.listing.columns[0]
    rows = [called(row.record) if called else column.text(row) for row in view._model.rows()]
    for at, name in enumerate(names):
        index = view._model.index(rows.index(name), 0)
        if at == 0:
            view.table.setCurrentIndex(index)
        view.table.selectionModel().select(index, flags.Select | flags.Rows)


def line(form: RecordForm, name: str) -> QLineEdit:
    """Return the line of a field."""
    field = form.field(name)
    assert isinstance(field, TextField)
    return field.line


def area(form: RecordForm, name: str) -> QPlainTextEdit:
    """Return the paragraphs of a field."""
    field = form.field(name)
    assert isinstance(field, NoteField)
    return field.area


def retype(qtbot: QtBot, widget: QLineEdit, text: str) -> None:
    """Replace what stands in a line, without leaving it."""
    widget.setFocus()
    widget.selectAll()
    if text:
        qtbot.keyClicks(widget, text)
    else:
        qtbot.keyClick(widget, Qt.Key.Key_Delete)


def store(qtbot: QtBot, widget: QLineEdit, text: str) -> None:
    """Replace what stands in a line, and leave it."""
    retype(qtbot, widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def words(widget: QWidget) -> str:
    """Return all that labels in sight say."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def latest(desk: Desk) -> str:
    """Return the title of the latest change."""
    return desk.history()[0].title
