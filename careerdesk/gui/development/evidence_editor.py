"""The fields of one piece of evidence, with what its strength takes and the files kept with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk._generated.forms.ui_evidence_form import Ui_EvidenceForm
from careerdesk.analysis.supported import ceiling
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.gui.fields.choice_fields import ChoiceField
from careerdesk.gui.file_dialogs import ask_files, documents
from careerdesk.gui.icons import icon
from careerdesk.gui.records.file_drop import FileDrop
from careerdesk.gui.records.listing import FieldSpec
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.words import choice_words, tier_words
from careerdesk.services.evidence import (
    lacks_words,
    require_past,
    require_shown,
    tier_text,
    usual_tier,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.gui.context import GuiContext


class EvidenceSource:
    """What the form of a piece of evidence is made of."""

    kind: ClassVar[type[Any]] = Evidence

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields, in the order of the tab key."""
        return _FIELDS

    def form(self) -> Any:
        """Return a new object of the compiled form's class."""
        return Ui_EvidenceForm()


class EvidenceEditor(QWidget):
    """Edits a piece that is on the desk or not yet; nothing is stored here.

    Args:
        context: of the page.
        piece: to begin with.
        files: to be kept with it; None for a piece on the desk, whose files stand elsewhere.
        is_recorded: the desk knows what was done, so that it need not be described here.
    """

    def __init__(
        self,
        context: GuiContext,
        piece: Evidence,
        files: Sequence[Path] | None = (),
        *,
        is_recorded: bool = False,
    ) -> None:
        super().__init__()
        self._context = context
        self._piece = piece
        self._is_recorded = is_recorded
        self._is_tier_chosen = False
        self.form = RecordForm(context, EvidenceSource(), is_live=False)
        self.files = FileChoice(context, files or ()) if files is not None else None
        self._needs = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self._needs)
        if self.files is not None:
            column.addWidget(self.files)
            self.files.changed.connect(self._follow)
            drop = FileDrop(self, lambda _: self.tr("Drop to keep it with this evidence"))
            drop.dropped.connect(self.files.take)
        self._kind, self._tier = self._choice("kind"), self._choice("tier")
        self._kind.edited.connect(self._follow)
        for name in ("url", "note"):
            self.form.field(name).edited.connect(self._follow)
        self._tier.edited.connect(self._on_tier_chosen)
        self.show_piece(piece)

    def show_piece(self, piece: Evidence) -> None:
        """Show another piece."""
        self._piece = piece
        self.form.show_new({spec.name: getattr(piece, spec.name) for spec in _FIELDS})
        self._is_tier_chosen = self.files is None
        self._follow()

    def piece(self) -> Evidence:
        """Return the piece as it is filled in.

        Raises:
            InvalidValueError: a value is not allowed; it is said beside its field.
        """
        values = self.form.values()
        try:
            made = replace(self._piece, **values)
            self._require_past(made)
            if self.files is not None or made != replace(made, **self._as_it_was()):
                has_files = self._has_files()
                require_shown(made, has_files=has_files, is_recorded=self._is_recorded)
            return made
        except InvalidValueError as error:
            self.form.show_error(error)
            raise

    def set_read_only(self) -> None:
        """Let the piece be looked at only."""
        for spec in _FIELDS:
            self.form.field(spec.name).set_read_only(True)

    def paths(self) -> list[Path]:
        """Return the files to be kept with it."""
        return [] if self.files is None else self.files.paths

    def _as_it_was(self) -> dict[str, Any]:
        """Return what strength rests on, which may be from before it was asked for."""
        return {name: getattr(self._piece, name) for name in ("kind", "tier", "note", "url")}

    def _require_past(self, piece: Evidence) -> None:
        """Refuse a date to come, unless it stands on the desk already or is not asked for here."""
        is_asked = self.files is not None and not self._is_recorded
        if is_asked or piece.on != self._piece.on:
            require_past(piece, self._context.today())

    def _has_files(self) -> bool:
        if self.files is not None:
            return bool(self.paths())
        return bool(self._context.shelf.grouped(Attachment, "evidence_id").get(self._piece.id))

    def _lacks_words(self, piece: Evidence) -> bool:
        """Say whether too little says what was done for a strength that nothing else shows."""
        return lacks_words(piece, has_proof=self._has_proof(), is_recorded=self._is_recorded)

    def _has_proof(self) -> bool:
        return bool(self._has_files() or self.form.field("url").text().strip())

    def _choice(self, name: str) -> ChoiceField:
        field = self.form.field(name)
        assert isinstance(field, ChoiceField)
        return field

    @Slot()
    def _follow(self) -> None:
        """Give a strength the user has not chosen the one that is usual for what is there."""
        if not self._is_tier_chosen:
            usual = usual_tier(self._kind.value(), has_proof=self._has_proof())
            typed = self._typed(usual)
            is_bare = typed.is_told and self._lacks_words(typed)
            self._tier.show_value(EvidenceTier.CLAIM if is_bare else usual)
        self._say_needs()

    def _typed(self, tier: EvidenceTier) -> Evidence:
        note = self.form.field("note").text()
        return replace(self._piece, kind=self._kind.value(), tier=tier, note=note)

    @Slot()
    def _on_tier_chosen(self) -> None:
        self._is_tier_chosen = True
        self._say_needs()

    def _say_needs(self) -> None:
        kind, tier = self._kind.value(), self._tier.value()
        text = self.tr("{tier} means: {needs}. As this kind it supports up to level {level}.")
        words = text.format(
            tier=tier_words(tier), needs=tier_text(tier).needs, level=int(ceiling(kind, tier))
        )
        described = self._typed(EvidenceTier.DESCRIBED)
        if tier is EvidenceTier.CLAIM and described.is_told and self._lacks_words(described):
            asked = self.tr(
                "Say under “{field}”, in two sentences or more, what was done, "
                "and it counts as {tier}."
            )
            field = self.form.words_of("note").replace("&", "")
            words = f"{words} {asked.format(field=field, tier=tier_words(described.tier))}"
        self._needs.setText(words)


class FileChoice(QWidget):
    """Files chosen or dropped, none of them stored yet; ``changed`` says there are others."""

    changed = Signal()

    def __init__(self, context: GuiContext, paths: Sequence[Path]) -> None:
        super().__init__()
        self._context = context
        self.paths = list(paths)
        self._button = QPushButton(self.tr("Add files…"))
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(label(self.tr("Files"), "label"), 1)
        head.addWidget(self._button)
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        self._show()

    @Slot(list)
    def take(self, paths: list[Path]) -> None:
        """Add files."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        last = self._context.settings.last_folder
        folder = last if last is not None and last.is_dir() else documents()
        if paths := ask_files(self.window(), self.tr("Files that show it"), folder):
            self._context.settings.last_folder = paths[0].parent
            self.take(paths)

    def _remove(self, path: Path) -> None:
        self.paths.remove(path)
        self._show()
        self._button.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in self.paths:
            self._rows.addWidget(self._line(path))
        if not self.paths:
            words = self.tr("None. Drop files here, and copies are kept in the desk.")
            self._rows.addWidget(label(words, "small", wrap=True))

    def _line(self, path: Path) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(LineLabel(path.name), 1)
        remove = QPushButton()
        remove.setProperty("role", "bare")
        remove.setIcon(icon("x", tokens().ink_3))
        words = self.tr("Leave {file} out").format(file=path.name)
        remove.setAccessibleName(words)
        remove.setToolTip(tooltip(words))
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda: self._remove(path))
        row.addWidget(remove)
        return line


def _offer_kinds(_context: GuiContext, field: Any, _record: Any) -> None:
    field.offer([(kind, choice_words(kind)) for kind in EvidenceKind])


def _offer_tiers(_context: GuiContext, field: Any, _record: Any) -> None:
    field.offer([(tier, f"{tier:d} {tier_words(tier)}") for tier in EvidenceTier])


_FIELDS: Final = (
    FieldSpec(name="title"),
    FieldSpec(name="kind", offer=_offer_kinds),
    FieldSpec(name="tier", offer=_offer_tiers),
    FieldSpec(name="on"),
    FieldSpec(name="is_private"),
    FieldSpec(name="note"),
    FieldSpec(name="url"),
    FieldSpec(name="project"),
)
