"""Adding a piece of evidence for a skill, and editing one."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from careerdesk.gui.development.evidence_editor import EvidenceEditor
from careerdesk.gui.development.form_dialog import FormDialog
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.file_drop import FileDrop
from careerdesk.gui.text import translate
from careerdesk.services import evidence, records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.attachments import Attachment
    from careerdesk.domain.errors import InvalidValueError
    from careerdesk.domain.evidence import Evidence
    from careerdesk.domain.skills import Skill
    from careerdesk.gui.context import GuiContext


class NewEvidenceDialog(FormDialog):
    """Asks for a piece of evidence; ``added`` carries it when it is on the desk.

    Args:
        context: of the page.
        skill: the one it is for; it is added too if it is not on the desk yet.
        piece: what is known of it already, as made by ``services/evidence.py``.
        parent: the window.
        files: to be kept with it.
    """

    added = Signal(object)

    def __init__(
        self,
        context: GuiContext,
        skill: Skill,
        piece: Evidence,
        parent: QWidget,
        files: Sequence[Path] = (),
    ) -> None:
        title = translate("development", "Evidence for {skill}").format(skill=skill.name)
        super().__init__(title, translate("development", "&Add evidence"), parent)
        self._context = context
        self._skill = skill
        self.editor = EvidenceEditor(context, piece, files)
        self._began_with = list(files)
        self.body.addWidget(self.editor)
        self.finish()

    def unstored(self) -> list[str]:
        """Return what was typed, and the files that were added or left out."""
        files = self.editor.paths()
        return [*super().unstored(), *(map(str, files) if files != self._began_with else ())]

    def store(self) -> None:
        """Store the piece with its files as one change."""
        piece = self.editor.piece()
        evidence.add_evidence(
            self._context.desk, piece, skill=self._skill, files=self.editor.paths()
        )
        self.added.emit(piece)

    def show_invalid(self, error: InvalidValueError) -> None:
        """It stands beside its field."""

    def take_focus(self) -> None:
        """Begin with the title."""
        self.editor.form.focus_first()


class EditEvidenceDialog(FormDialog):
    """Edits a piece of evidence on the desk as one change; its files are changed at once."""

    def __init__(self, context: GuiContext, piece: Evidence, parent: QWidget) -> None:
        super().__init__(
            translate("development", "Edit evidence"), translate("development", "&Save"), parent
        )
        self._context = context
        self._piece = piece
        self.editor = EvidenceEditor(context, piece, None)
        self.body.addWidget(self.editor)
        files = _Files(context)
        files.show_record(piece)
        self.body.addWidget(files)
        if context.desk.is_read_only:
            self.editor.set_read_only()
            self.accept_button.setEnabled(False)
        drop = FileDrop(self, lambda _paths: files.drop_words())
        drop.dropped.connect(files.take_files)
        self.finish()

    def store(self) -> None:
        """Store what differs."""
        wanted = self.editor.piece()
        values = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
        records.edit(self._context.desk, self._piece, **values)

    def show_invalid(self, error: InvalidValueError) -> None:
        """It stands beside its field."""

    def take_focus(self) -> None:
        """Begin with the title."""
        self.editor.form.focus_first()


class _Files(AttachmentsPanel):
    """The files of a piece, in a dialog that no page refreshes."""

    def take_files(self, paths: Sequence[Path]) -> None:
        super().take_files(paths)
        self.show_record(self.record)

    def _toggle_private(self, one: Attachment) -> None:
        super()._toggle_private(one)
        self.show_record(self.record)

    def _remove(self, one: Attachment) -> None:
        super()._remove(one)
        self.show_record(self.record)
