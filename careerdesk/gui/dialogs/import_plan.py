"""What an import would do, shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPlainTextEdit, QVBoxLayout

from careerdesk.domain.records import kind_words
from careerdesk.gui.text import counted
from careerdesk.gui.widgets.labels import label
from careerdesk.services.imports import Outcome

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.services.imports import ImportPlan, Problem

_WORDS: Final = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.IDENTICAL: "already there",
    Outcome.SKIPPED: "left out",
}
_PROBLEMS_SHOWN: Final = 200
_LINES: Final = 10  # in sight at once


def import_dialog(plan: ImportPlan, parent: QWidget) -> QDialog:
    """Return the dialog; it is accepted when the user wants the import."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Import")
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(12)
    words = (
        "Everything in these files is on your desk already."
        if plan.is_empty and not plan.skipped
        else "Nothing of these files can be imported."
        if plan.is_empty
        else "This is what the import would do. It is one change, which you can undo."
    )
    column.addWidget(label(words, "lead", wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setColumnStretch(1, 1)
    for at, (kind, counts) in enumerate(plan.counts().items()):
        shown = [
            counted(counts[outcome.value], words, words)
            for outcome, words in _WORDS.items()
            if counts[outcome.value]
        ]
        grid.addWidget(label(kind_words(kind).capitalize(), "second"), at, 0)
        grid.addWidget(label(", ".join(shown)), at, 1)
    column.addLayout(grid)
    if plan.problems:
        column.addWidget(label("Worth knowing", "heading"))
        text = QPlainTextEdit("\n".join(_problem_lines(plan.problems)))
        text.setReadOnly(True)
        text.setAccessibleName("What was noticed in the files")
        line = text.fontMetrics().lineSpacing()
        text.setFixedHeight(line * (min(len(plan.problems), _LINES) + 1))
        text.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 70)
        column.addWidget(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    if not plan.is_empty:
        accept = buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setProperty("role", "primary")
        accept.setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog


def _problem_lines(problems: tuple[Problem, ...]) -> list[str]:
    lines = [
        f"{item.file}, line {item.line}: {item.reason}"
        if item.line
        else f"{item.file}: {item.reason}"
        for item in problems[:_PROBLEMS_SHOWN]
    ]
    more = len(problems) - _PROBLEMS_SHOWN
    return [*lines, f"and {counted(more, 'more', 'more')}"] if more > 0 else lines
