"""The one dialog about a bug: what happened to the data, and the details to pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BUG_DIALOG: Final = "bug_dialog"


def bug_dialog(details: str, parent: QWidget) -> QDialog:
    """Return the dialog; ``details`` name places in the code and nothing of the user's."""
    dialog = QDialog(parent)
    dialog.setObjectName(BUG_DIALOG)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("bug", "Something in CareerDesk failed"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(12)
    column.addWidget(label(dialog.windowTitle(), "lead"))
    column.addWidget(
        label(
            translate(
                "bug",
                "This is a fault of the program, not yours. Your desk is as it was after your "
                "last change, and nothing has been sent anywhere. You can go on; if it happens "
                "again, close CareerDesk and start it anew.",
            ),
            "second",
            wrap=True,
        )
    )
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setAccessibleName(translate("bug", "Details: places in the program, without your data"))
    column.addWidget(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton(
        translate("bug", "Copy details"), QDialogButtonBox.ButtonRole.ActionRole
    )
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
