"""The files kept with a record: attached by choice or by dropping, opened, saved and removed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.file_kinds import FileKind, is_harmless, is_shown, kind_of, suffix_of
from careerdesk.gui.file_dialogs import ask_files, ask_new_file, documents
from careerdesk.gui.place_commands import ATTACH
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.records.panel_rows import bare_button, lay_row
from careerdesk.gui.text import file_size, tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.message_area import Offer
from careerdesk.gui.words import file_kind_words
from careerdesk.services import attachments, records
from careerdesk.services.naming import name_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from careerdesk.gui.context import GuiContext

_ICONS: Final = {FileKind.PICTURE: "image", FileKind.OTHER: "file"}


class AttachmentsPanel(Panel):
    """The files of a record of any kind that can have some (``services/attachments.py``)."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, "")
        self._title.setText(self.tr("Files"))
        self.button.setText(ATTACH.title)
        self.button.show()
        self._buttons: dict[tuple[uuid.UUID, str], QPushButton] = {}

    def fill(self) -> None:
        """List the files by name."""
        field = attachments.owner_field(type(self.record))
        found = self.context.shelf.grouped(Attachment, field).get(self.record.id, ())
        self._buttons.clear()
        for one in sorted(found, key=lambda one: one.file_name.casefold()):
            self.body.addWidget(self._line(one))
        if not found:
            self.say(self.tr("None yet. Drop files here, and copies are kept in the desk."))

    @Slot()
    def take(self) -> None:
        """Ask for files and attach them."""
        paths = ask_files(self.window(), self.tr("Attach files"), self._folder())
        if paths:
            self.context.settings.last_folder = paths[0].parent
            self.take_files(paths)

    def drop_words(self) -> str:
        """Say what dropping files on the details does."""
        if self.record is None or self.context.desk.is_read_only:
            return ""
        return self.tr("Drop to attach to {name}").format(name=name_of(self.record))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attach files as one change."""
        with self.context.errors.reported(), _waiting():
            attachments.attach_many(self.context.desk, self.record, paths)

    def _line(self, one: Attachment) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._name(one), 1)
        lock, words = (
            ("lock", self.tr("Private: {file} is left out of the portfolio. Make it public"))
            if one.is_private
            else ("lock-open", self.tr("Public: {file} may be shown. Make it private"))
        )
        may_write = not self.context.desk.is_read_only
        row.addWidget(self._small(one, lock, words, self._toggle_private, is_enabled=may_write))
        save = self.tr("Save a copy of {file}…")
        row.addWidget(self._small(one, "download", save, self._save_copy))
        remove = self.tr("Remove {file}")
        row.addWidget(self._small(one, "x", remove, self._remove, is_enabled=may_write))
        return line

    def _name(self, one: Attachment) -> QWidget:
        """Return picture, name, kind and size; a button if another program may show the file."""
        kind = kind_of(one.file_name)
        about = self.tr("{kind} · {size}").format(
            kind=file_kind_words(kind, suffix_of(one.file_name)), size=file_size(one.size)
        )
        place: QWidget
        if is_shown(one.file_name):
            place = QPushButton()
            place.setProperty("role", "row")
            words = self.tr("Open {file}, {about}").format(file=one.file_name, about=about)
            place.setAccessibleName(words)
            place.setToolTip(tooltip(self.tr("Open {file}").format(file=one.file_name)))
            place.clicked.connect(lambda: self._open(one))
        else:
            place = QWidget()
            place.setAccessibleName(f"{one.file_name}, {about}")
            place.setToolTip(
                tooltip(self.tr("Files of this kind are not opened from here. Save a copy of it."))
            )
        lay_row(place, _ICONS.get(kind, "file-text"), one.file_name, about)
        return place

    def _small(
        self,
        one: Attachment,
        name: str,
        words: str,
        do: Callable[[Attachment], None],
        *,
        is_enabled: bool = True,
    ) -> QPushButton:
        colour = tokens().accent if name == "lock" else ""
        button = bare_button(name, words.format(file=one.file_name), colour)
        button.setEnabled(is_enabled)
        button.clicked.connect(lambda: do(one))
        self._buttons[one.id, do.__name__] = button
        return button

    def _open(self, one: Attachment) -> None:
        with self.context.errors.reported(), _waiting():
            content = self.context.desk.content(one.sha256)
            if not is_harmless(one.file_name, content):
                self._refuse(
                    one,
                    self.tr(
                        "{file} was not opened: its content is not what its name says, or it "
                        "holds macros. A copy of it can be saved."
                    ),
                )
            elif not self.context.opened_files.show(one.file_name, content):
                self._refuse(
                    one, self.tr("No program on this computer opens {file}. Save a copy instead.")
                )

    def _refuse(self, one: Attachment, words: str) -> None:
        self.context.messages.add(
            words.format(file=one.file_name),
            "warning",
            Offer(self.tr("Save a copy…"), lambda: self._save_copy(one)),
        )

    def _save_copy(self, one: Attachment) -> None:
        path = ask_new_file(
            self.window(),
            self.tr("Save a copy"),
            self._folder() / one.file_name,
            self.tr("All files (*)"),
            suffix_of(one.file_name),
        )
        if path is not None:
            self.context.settings.last_folder = path.parent
            with self.context.errors.reported(), _waiting():
                attachments.save_copy(self.context.desk, one, path)

    def _toggle_private(self, one: Attachment) -> None:
        with self.context.errors.reported():
            records.edit(self.context.desk, one, is_private=not one.is_private)
        if (button := self._buttons.get((one.id, "_toggle_private"))) is not None:
            button.setFocus()  # it has been made anew

    def _remove(self, one: Attachment) -> None:
        with self.context.errors.reported():
            attachments.remove_attachment(self.context.desk, one)
            self.button.setFocus()
            said = self.tr("Removed {file}.").format(file=one.file_name)
            self.context.commands.say_done(said)

    def _folder(self) -> Path:
        last = self.context.settings.last_folder
        return last if last is not None and last.is_dir() else documents()


@contextlib.contextmanager
def _waiting() -> Iterator[None]:
    """Show that something is done: a file of 25 MB takes a quarter of a second."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
