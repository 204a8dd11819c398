"""The skills a role of one's own asks for: added by name, changed and taken away in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.folding import fold
from careerdesk.domain.roles import Role, RoleSkill
from careerdesk.domain.skills import Level, Skill
from careerdesk.gui.fields.choice_fields import ChoiceField, ReferenceField, ScaleField
from careerdesk.gui.place_commands import ADD_NEED
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.roles.words import needed_words, weight_words
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.words import level_words
from careerdesk.services import roles

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

_USUAL: Final = (Level.INDEPENDENT, Weight.IMPORTANT)


class _LevelField(ScaleField):
    """The level a role asks for, 1 to 5; one always holds."""

    lowest = 1


class _Editor(QWidget):
    """Level and weight of one skill, under its line."""

    def __init__(self, panel: NeedsPanel, one: RoleSkill) -> None:
        super().__init__()
        self._panel = panel
        self._one = one
        self._level, self._weight = _level_field(one.name), _weight_field(one.name)
        self._level.show_value(int(one.level))
        self._weight.show_value(Weight(one.weight))
        remove = QPushButton(panel.tr("Remove"))
        remove.setProperty("role", "link")
        remove.setAccessibleName(panel.tr("Remove {skill}").format(skill=one.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._level)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self._weight, 1)
        row.addWidget(remove)
        self._level.committed.connect(self._store)
        self._weight.committed.connect(self._store)
        remove.clicked.connect(self._remove)

    def focus_first(self) -> None:
        """Put the cursor on the level that holds."""
        self._level.setFocus()

    @Slot()
    def _store(self) -> None:
        level = self._level.value()
        if level is None:  # nothing is no target: the one before stays
            self._level.show_value(int(self._one.level))
            return
        self._panel.require(self._one.skill, self._one.name, level, self._weight.value())

    @Slot()
    def _remove(self) -> None:
        self._panel.drop(self._one)


class NeedsPanel(Panel):
    """One line a skill, which opens its level and weight below it; the heaviest come first."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, "", ADD_NEED.title)
        self._title.setText(self.tr("Skills it asks for"))
        self._open = ""
        self._name = ReferenceField()
        self._level, self._weight = _level_field(""), _weight_field("")
        self._form = QWidget()
        self._build_form()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._form)
        self._form.hide()

    def show_record(self, record: Any) -> None:
        """Show what another role asks for with nothing opened."""
        if self.record is None or self.record.id != record.id:
            self._open = ""
            self._form.hide()
        super().show_record(record)

    def fill(self) -> None:
        """List the skills."""
        found = self.context.shelf.grouped(RoleSkill, "role_id").get(self.record.id, ())
        for one in sorted(found, key=lambda one: (-one.weight, -one.level, fold(one.name))):
            self.body.addWidget(self._line(one))
            if one.skill == self._open and not self.context.desk.is_read_only:
                self.body.addWidget(_Editor(self, one))
        if not found:
            self.say(
                self.tr("None yet. A role without skills can be matched by interests and goals.")
            )

    @Slot()
    def take(self) -> None:
        """Offer a skill to add, or take the offer back."""
        self._form.setVisible(self._form.isHidden())
        if self._form.isVisible():
            self._offer()
            self._name.setFocus()

    def require(self, skill: str, name: str, level: int, weight: Weight) -> None:
        """Let the role ask for a skill."""
        with self.context.errors.reported():
            wanted = Requirement(skill=skill, name=name, level=Level(level), weight=weight)
            roles.require_skill(self.context.desk, self._role(), wanted)

    def drop(self, one: RoleSkill) -> None:
        """Let the role ask for a skill no longer; undo is offered."""
        self._open = ""
        with self.context.errors.reported():
            roles.drop_skill(self.context.desk, self._role(), one.skill)
            self.context.commands.say_done(self.tr("Removed {skill}.").format(skill=one.name))
        self.button.setFocus()

    def _role(self) -> Role:
        role: Role = self.record
        return role

    def _line(self, one: RoleSkill) -> QWidget:
        words = needed_words(Level(one.level), Weight(one.weight))
        button = QPushButton()
        button.setProperty("role", "row")
        button.setAccessibleName(f"{one.name}, {words}")
        button.setAccessibleDescription(self.tr("Change level and weight, or remove"))
        row = QHBoxLayout(button)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(LineLabel(one.name), 1)
        row.addWidget(label(words, "small"))
        button.setMinimumHeight(row.sizeHint().height())
        button.clicked.connect(lambda: self._turn(one.skill))
        return button

    def _turn(self, skill: str) -> None:
        """Open the line of a skill, or close it."""
        self._open = "" if self._open == skill else skill
        self.show_record(self.record)
        editor = self.findChild(_Editor)
        if isinstance(editor, _Editor):
            editor.focus_first()

    def _build_form(self) -> None:
        self._name.set_called(self.tr("Skill to add"))
        self._name.line.setPlaceholderText(self.tr("Name of a skill"))
        add = QPushButton(self.tr("Add"))
        add.clicked.connect(self._add)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._level)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self._weight, 1)
        row.addWidget(add)

    def _offer(self) -> None:
        """Offer the skills of the catalogue and of the desk that the role does not ask for."""
        held = self.context.shelf.grouped(RoleSkill, "role_id").get(self.record.id, ())
        taken = {one.skill for one in held}
        names = {one.id: one.name for one in catalogue().skills}
        for own in self.context.shelf.all(Skill):
            names.setdefault(own.key, own.name)
        left = [(key, name) for key, name in names.items() if key not in taken]
        self._name.offer(self.tr("skill"), sorted(left, key=lambda one: fold(one[1])))
        self._name.show_value(None)
        self._level.show_value(int(_USUAL[0]))
        self._weight.show_value(_USUAL[1])

    @Slot()
    def _add(self) -> None:
        try:
            key = self._name.value()
            if key is None:
                raise InvalidValueError(self._name.name, self.tr("must not be empty"))
        except InvalidValueError as error:
            self._name.refuse(error)
            self._name.setFocus()
            return
        level = self._level.value() or int(_USUAL[0])
        self.require(key, self._name.shown(key), level, self._weight.value())
        self._offer()
        self._name.setFocus()


def _level_field(skill: str) -> ScaleField:
    field = _LevelField()
    levels = [level_words(level) for level in Level if level]
    field.offer(levels, translate("roles", "Leave as it is"))
    words = translate("roles", "Level asked for: {skill}") if skill else ""
    field.set_called(words.format(skill=skill) or translate("roles", "Level asked for"))
    return field


def _weight_field(skill: str) -> ChoiceField:
    field = ChoiceField()
    field.offer([(weight, weight_words(weight)) for weight in reversed(Weight)])
    words = translate("roles", "Weight: {skill}") if skill else ""
    field.set_called(words.format(skill=skill) or translate("roles", "Weight"))
    return field
