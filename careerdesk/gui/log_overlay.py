"""Logging from anywhere: one line, what was understood of it before Enter, and the last lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.icons import icon
from careerdesk.gui.text import no_mnemonic, tooltip, translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.log_line import LogLine
from careerdesk.gui.widgets.overlay import Overlay
from careerdesk.services import quick_log
from careerdesk.services.log_names import LogNames, recent_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.log_names import Completion

_PAUSE_MS: Final = 120  # of typing, before the desk is searched for the names
_RECENT: Final = 3
_LENGTH: Final = re.compile(r"\d+ (?:min|h(?: \d+ min)?)\b")


class LogOverlay(Overlay):
    """Enter logs and closes, Ctrl+Enter logs and waits for the next line.

    A line that was not logged is still there when it is opened the next time.
    """

    def __init__(self, context: GuiContext, window: QWidget) -> None:
        super().__init__(window, translate("LogOverlay", "Log something"))
        self._context = context
        self._names = LogNames(context.desk)
        self._field = LogLine(self._complete)
        self._field.setProperty("role", "lead")
        self._field.setPlaceholderText(self.tr("“45 min on Inspired” or “coffee with Ada 30 min”"))
        self._field.setAccessibleName(self.tr("Log something"))
        self._answer = label("", "small", wrap=True)
        self._answer.setAccessibleName(self.tr("What was understood"))
        self._recent: list[QPushButton] = []
        self._recent_rows = QVBoxLayout()
        self._recent_title = label(self.tr("Again, today"), "small")
        self._button = QPushButton(self.tr("Log"))
        self._button.setProperty("role", "primary")
        self._another = QPushButton(self.tr("Log another"))
        self._another.setToolTip(tooltip(self.tr("Log this and stay (Ctrl+Enter)")))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._connect()

    def ask(self, text: str = "") -> None:
        """Come to the front with this text in the line, or with what was left in it.

        A length of time in the text is selected, to be typed over.
        """
        if not self.is_open:
            self._show_recent()
        self.open()
        if text:
            self._field.setText(text)
        self._on_typed()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not text:
            self._field.selectAll()
        elif (length := _LENGTH.match(text)) is not None:
            self._field.setSelection(length.start(), len(length[0]))  # likely to be another
        else:
            self._field.end(False)

    def note(self, touched: Touched) -> None:
        """Forget the names that a change has touched."""
        self._names.forget(touched)

    def dismiss(self) -> None:
        """Go away, and the list of names with it."""
        self._pause.stop()
        self._field.close_list()
        super().dismiss()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self._recent:
                self._tint(button)

    @Slot()
    def _on_typed(self) -> None:
        has_text = bool(self._field.text().strip())
        may_log = has_text and not self._context.desk.is_read_only
        self._button.setEnabled(may_log)
        self._another.setEnabled(may_log)
        shows_recent = not has_text and bool(self._recent)
        for widget in (self._recent_title, *self._recent):
            widget.setVisible(shows_recent)
        if has_text:
            self._pause.start()
        else:
            self._pause.stop()
            self._say(self._hint())

    def _say(self, words: str, role: str = "small") -> None:
        self._answer.setText(words)
        if self._answer.property("role") != role:
            self._answer.setProperty("role", role)
            self._answer.style().polish(self._answer)  # the sheet looks at properties only then

    def _hint(self) -> str:
        if self._context.desk.is_read_only:
            return self.tr("This desk is read-only, so nothing can be logged.")
        return self.tr("A name that is new is added to the desk.")

    def _complete(self, text: str) -> Completion | None:
        with self._context.errors.reported():
            return self._names.completion(text)
        return None

    @Slot()
    def _understand(self) -> None:
        desk, text = self._context.desk, self._field.text().strip()
        try:
            understood = quick_log.understand(desk, text, self._context.today(), self._names)
            self._say(understood.sentence, "second")
        except CareerDeskError as error:
            self._say(str(error))

    @Slot()
    def _log(self) -> None:
        if self._button.isEnabled() and self._store(self._field.text()) is not None:
            self.dismiss()

    @Slot()
    def _log_and_stay(self) -> None:
        if not self._button.isEnabled():
            return
        done = self._store(self._field.text())
        if done is not None:
            self._show_recent()
            self._on_typed()
            self._say(self.tr("Logged: {sentence}").format(sentence=done), "second")
            self._field.setFocus()

    @Slot()
    def _log_again(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        if self._store(str(button.property("line"))) is not None:
            self.dismiss()

    def _store(self, line: str) -> str | None:
        """Log a line; return what was stored, or None if it was not."""
        context = self._context
        self._pause.stop()
        with context.errors.reported():
            try:
                done = quick_log.log(context.desk, line.strip(), context.today(), self._names)
            except quick_log.NotUnderstoodError as error:
                self._field.setText(line)
                self._pause.stop()
                self._say(str(error), "error")
                return None
            self._field.setText("")  # forgets what was typed, so that Ctrl+Z means the desk
            context.commands.say_done(self.tr("Logged: {sentence}").format(sentence=done))
            return done
        return None

    def _show_recent(self) -> None:
        for old in self._recent:
            old.hide()
            old.deleteLater()
        self._recent.clear()
        if self._context.desk.is_read_only:
            return
        with self._context.errors.reported():
            for line in recent_lines(self._context.desk, self._context.today(), _RECENT):
                button = QPushButton(no_mnemonic(line))
                button.setProperty("role", "choice")
                button.setProperty("line", line)
                button.setToolTip(tooltip(self.tr("Log “{line}” for today").format(line=line)))
                button.clicked.connect(self._log_again)
                self._tint(button)
                self._recent.append(button)
                self._recent_rows.addWidget(button)

    def _tint(self, button: QPushButton) -> None:
        button.setIcon(icon("history", tokens().ink_3, gap=6))

    def _build(self) -> None:
        self.body.addWidget(self._field)
        self.body.addWidget(self._answer)
        self.body.addLayout(self._recent_rows)
        self._recent_rows.setSpacing(0)
        self._recent_rows.addWidget(self._recent_title)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(8)
        keys = self.tr("Enter logs · Ctrl+Enter logs and stays · Esc closes")
        row.addWidget(LineLabel(keys, "small"), 1)
        row.addWidget(self._another)
        row.addWidget(self._button)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._understand)
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._log)
        self._field.again.connect(self._log_and_stay)
        self._button.clicked.connect(self._log)
        self._another.clicked.connect(self._log_and_stay)
