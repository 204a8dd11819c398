"""The answer to a proposal: a level with evidence, or that it is as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QPushButton

from careerdesk.catalogue import catalogue
from careerdesk.domain.skills import Level
from careerdesk.gui.development.evidence_editor import EvidenceEditor
from careerdesk.gui.development.form_dialog import FormDialog
from careerdesk.gui.development.words import limit_words, question_words
from careerdesk.gui.fields.choice_fields import ScaleField
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import level_words
from careerdesk.services import proposals
from careerdesk.services.resources import catalogue_skill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.catalogue_entries import CatalogueGroup
    from careerdesk.domain.errors import InvalidValueError
    from careerdesk.domain.skills import Skill
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.proposals import Proposal


# Of the evidence; the rest is as it was finished, and can be edited later.
_ASKED: Final = ("title", "kind", "tier", "note", "url")


class ReviewDialog(FormDialog):
    """Asks for the level after something was finished; nothing changes until it is confirmed."""

    def __init__(self, context: GuiContext, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(
            translate("development", "Review level"),
            translate("development", "&Confirm level"),
            parent,
        )
        self._context = context
        self._proposal = proposal
        self._group = _group_of(proposal.skill)
        self.scale = ScaleField()
        self.scale.set_called(self.tr("Level today"))
        self.scale.offer([level_words(level) for level in Level], self.tr("Not known yet"))
        self.scale.show_value(int(proposal.to))
        self.scale.edited.connect(self._say_anchor)
        self._anchor = label("", "second", wrap=True)
        self.keep = QCheckBox(self.tr("Keep this as evidence"))
        self.keep.setChecked(True)
        self.editor = EvidenceEditor(context, proposal.piece, is_recorded=True)
        self.editor.form.show_only(_ASKED)
        self.keep.toggled.connect(self.editor.setVisible)
        self.not_this_time = QPushButton(self.tr("&Not this time"))
        self.not_this_time.setToolTip(self.tr("The level stays, and it is not asked again"))
        self.not_this_time.clicked.connect(self._decline)
        self._build()
        self._say_anchor()
        self.finish()
        context.messages.drop_about(message_about(proposal))

    def store(self) -> None:
        """Store level and evidence, and close the actions, as one change."""
        piece = self.editor.piece() if self.keep.isChecked() else None
        files = self.editor.paths() if piece is not None else []
        value = self.scale.value()
        level = None if value is None else Level(value)
        desk, today = self._context.desk, self._context.today()
        proposals.confirm(desk, self._proposal, level, piece, today, files)
        self._context.commands.say_done(self._stored_words(level))

    def show_invalid(self, error: InvalidValueError) -> None:
        """It stands beside its field."""

    def take_focus(self) -> None:
        """Begin with the level."""
        self.scale.setFocus()

    def _build(self) -> None:
        self.body.addWidget(label(question_words(self._proposal), "lead", wrap=True))
        if limit := limit_words(self._proposal):
            self.body.addWidget(label(limit, "second", wrap=True))
        level = label(self.tr("Level today"), "label")
        level.setBuddy(self.scale)
        self.body.addWidget(level)
        self.body.addWidget(self.scale)
        self.body.addWidget(self._anchor)
        self.body.addWidget(self.keep)
        self.body.addWidget(self.editor)
        self.foot.insertWidget(0, self.not_this_time)

    @Slot()
    def _say_anchor(self) -> None:
        """Say what somebody at this level has done."""
        value = self.scale.value()
        is_known = value is not None and self._group is not None
        if value is not None and self._group is not None:
            self._anchor.setText(self._group.anchors[Level(value)])
        self._anchor.setVisible(is_known)

    def _stored_words(self, level: Level | None) -> str:
        name = self._proposal.skill.name
        if level is None:
            return self.tr("Kept as evidence for {skill}.").format(skill=name)
        return self.tr("{skill} is at level {level} now.").format(skill=name, level=int(level))

    @Slot()
    def _decline(self) -> None:
        with self._context.errors.reported():
            proposals.decline(self._context.desk, self._proposal, self._context.today())
            words = self.tr("{skill} stays as it is.").format(skill=self._proposal.skill.name)
            self._context.commands.say_done(words)
            self.accept()


def message_about(proposal: Proposal) -> str:
    """Return the name of the message that tells of a proposal, which its review takes away."""
    return f"proposal {proposal.skill.id} {proposal.source.id}"


def _group_of(skill: Skill) -> CatalogueGroup | None:
    known = catalogue_skill(skill)
    return None if known is None else catalogue().group(known.group)
