"""The form of a record: each field is stored as one change when the cursor leaves it.

What cannot be stored stays in its field with the reason beside it, also while other records are
looked at and come back to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.gui.focus import focus_within

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.draft import Draft
    from careerdesk.gui.fields.field import Field
    from careerdesk.gui.records.listing import FieldSpec


_ABOVE_LABEL: Final = 6


class FormSource(Protocol):
    """What a form is made of; every listing is one."""

    kind: ClassVar[type[Any]]

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields, in the order of the tab key."""

    def form(self) -> Any:
        """Return a new object of the compiled form's class."""


class RecordForm(QWidget):
    """A compiled form with its fields.

    ``stored`` says that a value has been stored.
    """

    stored = Signal()

    def __init__(
        self,
        context: GuiContext,
        source: FormSource,
        *,
        is_live: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._source = source
        self._record: Any = None
        self._typed: dict[tuple[uuid.UUID, str], tuple[str, str]] = {}
        self._storing: set[tuple[uuid.UUID, str]] = set()
        self._fields: dict[str, Field] = {}
        self._ui = source.form()
        self._ui.setupUi(self)
        for spec in source.fields:
            field: Field = getattr(self._ui, f"{spec.name}_field")
            self._label(spec, field)
            self._fields[spec.name] = field
            field.takes_back = is_live  # else Escape leaves the form, which keeps what is typed
            if is_live:
                field.committed.connect(lambda spec=spec: self._store(spec))
                field.edited.connect(lambda spec=spec: self._on_edited(spec))

    @property
    def record(self) -> Any:
        """The record shown; None in a form for a new one."""
        return self._record

    def field(self, name: str) -> Field:
        """Return the editor of a field."""
        return self._fields[name]

    def words_of(self, name: str) -> str:
        """Return what the form calls a field."""
        return str(getattr(self._ui, f"{name}_label").text())

    def show_record(self, record: Any) -> None:
        """Show a record; typing that is under way in the same record is left alone."""
        is_same = self._record is not None and self._record.id == record.id
        self._record = record
        for spec in self._source.fields:
            field = self._fields[spec.name]
            if is_same and field.is_dirty and _has_focus(field):
                continue
            spec.prepare(self._context, field, record)
            field.show_value(spec.value_of(self._context, record))
            field.set_read_only(self._context.desk.is_read_only)
            if (kept := self._typed.get((record.id, spec.name))) is not None:
                field.show_typed(*kept)

    def show_new(self, values: dict[str, Any]) -> None:
        """Show an empty form with some fields filled in."""
        self._record = None
        for spec in self._source.fields:
            field = self._fields[spec.name]
            spec.prepare(self._context, field, None)
            field.show_value(values.get(spec.name))

    @property
    def is_typed_in(self) -> bool:
        """Say whether any field holds something else than what it was shown with."""
        return any(field.is_dirty for field in self._fields.values())

    def drafts(self) -> dict[str, Draft]:
        """Return what each field holds, be it a value or not."""
        return {name: field.draft() for name, field in self._fields.items()}

    def show_drafts(self, drafts: dict[str, Draft]) -> None:
        """Show again what the fields held."""
        for name, draft in drafts.items():
            self._fields[name].show_draft(draft)

    def values(self, names: Collection[str] | None = None) -> dict[str, Any]:
        """Return what the fields hold; what is wrong is said beside each of them.

        Raises:
            InvalidValueError: at least one field holds no value; the first of them.
        """
        found: dict[str, Any] = {}
        first: InvalidValueError | None = None
        for name, field in self._fields.items():
            if names is not None and name not in names:
                continue
            try:
                found[name] = field.value()
                field.show_error("")
            except InvalidValueError as error:
                field.refuse(error)
                if first is None:
                    first = error
                    field.setFocus()
        if first is not None:
            raise first
        return found

    def show_error(self, error: InvalidValueError) -> None:
        """Say beside the field that an error names what is wrong, else beside the first one."""
        shown = [spec for spec in self._source.fields if not self._fields[spec.name].isHidden()]
        for spec in shown:
            field = self._fields[spec.name]
            if _means(error, spec, field):
                field.refuse(error)
                field.setFocus()
                return
        first = self._fields[shown[0].name]
        first.show_error(str(error))
        first.setFocus()

    def show_only(self, names: Collection[str]) -> None:
        """Hide every other field with its label."""
        for name, field in self._fields.items():
            is_shown = name in names
            field.setVisible(is_shown)
            getattr(self._ui, f"{name}_label").setVisible(is_shown)
        self._share_width()

    def _share_width(self) -> None:
        """Give a column whose fields are all hidden no width."""
        grid = self.layout()
        if not isinstance(grid, QGridLayout):
            return
        taken: set[int] = set()
        for field in self._fields.values():
            if not field.isHidden():
                place: Any = grid.getItemPosition(grid.indexOf(field))
                _, first, _, count = place
                taken.update(range(first, first + count))
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, int(column in taken))

    def leave(self) -> bool:
        """Store what is being typed; say whether nothing is left that could not be stored."""
        if self._record is not None:
            for spec in self._source.fields:
                if self._fields[spec.name].is_dirty:
                    self._store(spec)
                else:  # taken back with Escape, or by typing what was there
                    self._typed.pop((self._record.id, spec.name), None)
        self._say_unsaved()
        return not self._typed

    def unsaved_record(self) -> Any:
        """Return a record with something typed that could not be stored, the one shown first."""
        keys = [key for key, _ in self._typed]
        if self._record is not None and self._record.id in keys:
            return self._record
        return self._context.shelf.find(self._source.kind, keys[0]) if keys else None

    def focus_unsaved(self) -> None:
        """Put the cursor where something typed could not be stored."""
        for spec in self._source.fields:
            if self._record is not None and (self._record.id, spec.name) in self._typed:
                self._fields[spec.name].setFocus()
                return

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).setFocus()

    def _label(self, spec: FieldSpec, field: Field) -> None:
        words: QLabel | None = getattr(self._ui, f"{spec.name}_label", None)
        if words is not None:
            words.setProperty("role", "label")
            words.setContentsMargins(0, _ABOVE_LABEL, 0, 0)  # nearer to its own field
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setBuddy(field)
            field.set_called(words.text())

    def _store(self, spec: FieldSpec) -> None:
        field, desk = self._fields[spec.name], self._context.desk
        if self._record is None or desk.is_read_only or desk.is_closed:
            return
        # As it is on the desk by now: the change of another field may be on its way here.
        record = self._context.shelf.find(self._source.kind, self._record.id) or self._record
        place = (record.id, spec.name)
        if place in self._storing:  # its change is being shown, and has taken the record away
            return
        self._storing.add(place)
        try:
            spec.store(self._context, record, field.value())
        except InvalidValueError as error:
            is_own = _means(error, spec, field)
            self._keep(place, field, field.refusal(error) if is_own else str(error))
            return
        except CareerDeskError as error:  # a full disk, a record that is gone
            self._keep(place, field, str(error))
            self._context.errors.show(error)
            return
        finally:
            self._storing.discard(place)
        self._typed.pop(place, None)
        now = self._context.shelf.find(self._source.kind, record.id)
        if now is not None and self._record is not None and self._record.id == record.id:
            self._record = now
            field.show_value(spec.value_of(self._context, now))
        self._say_unsaved()
        self.stored.emit()

    def _on_edited(self, spec: FieldSpec) -> None:
        if self._record is None:
            return
        if not self._fields[spec.name].is_dirty:  # taken back
            self._typed.pop((self._record.id, spec.name), None)
        self._say_unsaved()

    def _keep(self, place: tuple[uuid.UUID, str], field: Field, error: str) -> None:
        self._typed[place] = (field.text(), error)
        field.show_error(error)
        self._say_unsaved()

    def _say_unsaved(self) -> None:
        find, kind = self._context.shelf.find, self._source.kind
        for key in {key for key, _ in self._typed}:
            if find(kind, key) is None:  # deleted, and with it what was typed about it
                self._typed = {at: kept for at, kept in self._typed.items() if at[0] != key}
        is_typing = self._record is not None and self.is_typed_in
        self._context.navigator.note_unsaved(is_any=is_typing or bool(self._typed))


def _means(error: InvalidValueError, spec: FieldSpec, field: Field) -> bool:
    """Say whether a rule of the record is about this field."""
    return error.field.lower() in (field.name, spec.name.replace("_", " "), spec.called)


def _has_focus(field: Field) -> bool:
    return focus_within(field) is not None
