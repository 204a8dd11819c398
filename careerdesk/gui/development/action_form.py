"""The form of an action that is planned already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from careerdesk._generated.forms.ui_action_form import Ui_ActionForm
from careerdesk.domain.actions import Action
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.skills import Level
from careerdesk.gui.development.form_dialog import FormDialog
from careerdesk.gui.development.words import level_name
from careerdesk.gui.records.listing import FieldSpec
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.text import translate
from careerdesk.services import records

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.choice_fields import ChoiceField


class EditActionDialog(FormDialog):
    """Edits an action as one change."""

    def __init__(self, context: GuiContext, action: Action, parent: QWidget) -> None:
        super().__init__(
            translate("development", "Edit action"), translate("development", "&Save"), parent
        )
        self._context = context
        self._action = action
        self.form = RecordForm(context, ActionSource(), is_live=False)
        self.form.show_new({spec.name: getattr(action, spec.name) for spec in _FIELDS})
        self.body.addWidget(self.form)
        if context.desk.is_read_only:
            for spec in _FIELDS:
                self.form.field(spec.name).set_read_only(True)
            self.accept_button.setEnabled(False)
        self.finish()

    def store(self) -> None:
        """Store what differs."""
        values = self.form.values()
        try:
            records.edit(self._context.desk, self._action, **values)
        except InvalidValueError as error:
            self.form.show_error(error)
            raise

    def show_invalid(self, error: InvalidValueError) -> None:
        """It stands beside its field."""

    def take_focus(self) -> None:
        """Begin with what is to be done."""
        self.form.focus_first()


class ActionSource:
    """What the form of an action is made of."""

    kind: ClassVar[type[Any]] = Action

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields, in the order of the tab key."""
        return _FIELDS

    def form(self) -> Any:
        """Return a new object of the compiled form's class."""
        return Ui_ActionForm()


def offer_levels(field: ChoiceField, now: Level | None) -> None:
    """Let a field say which level is aimed at, above the one now, or that it is not said."""
    above = [level for level in Level if level > (now or Level.NONE)]
    unsaid = (None, translate("development", "Not said"))
    field.offer([unsaid, *((level, level_name(level)) for level in above)])


def _offer_all_levels(_context: GuiContext, field: Any, _record: Any) -> None:
    offer_levels(field, None)


_FIELDS: Final = (
    FieldSpec(name="title"),
    FieldSpec(name="due"),
    FieldSpec(name="planned_minutes"),
    FieldSpec(name="aimed_level", offer=_offer_all_levels, called="level aimed at"),
    FieldSpec(name="is_private"),
    FieldSpec(name="note"),
)
