"""What a list and its details need to know about one kind of record.

A kind is shown and edited by writing one subclass in ``gui/listings`` and one form in ``ui/``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar

from careerdesk.domain.folding import fold
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.context import GuiContext
from careerdesk.gui.listings import list_title, new_words
from careerdesk.gui.place_commands import PlaceCommand
from careerdesk.gui.records.columns import Column, Row
from careerdesk.services import records
from careerdesk.services.naming import name_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping
    from pathlib import Path

    from careerdesk.domain.file_kinds import FileKind
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.fields.field import Field
    from careerdesk.gui.records.panel import Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form: the widget ``NAME_field`` with the label ``NAME_label``.

    Args:
        name: of the record's field, unless ``load`` and ``save`` say otherwise.
        offer: tells the editor what may be chosen; called before each record is shown.
        load: gets the value of a record.
        save: stores a changed value as one change.
        is_kept: whether the form for a new record keeps the value for the next one.
        is_for_many: whether many records may be given the same value at once.
        is_for_new: whether the form for a new record has the field.
        called: what a rule of the record that refuses a value calls the field, where that is
            neither its name nor the words of its label.
    """

    name: str
    offer: Callable[[GuiContext, Any, Any], None] | None = None
    load: Callable[[GuiContext, Any], Any] | None = None
    save: Callable[[GuiContext, Any, Any], object] | None = None
    is_kept: bool = False
    is_for_many: bool = False
    is_for_new: bool = True
    called: str = ""

    def prepare(self, context: GuiContext, field: Field, record: Any) -> None:
        """Make the editor ready to show a value of this record; None is one not made yet."""
        field.prepare(context, record)
        if self.offer is not None:
            self.offer(context, field, record)

    def value_of(self, context: GuiContext, record: Any) -> Any:
        """Return the value to show."""
        return getattr(record, self.name) if self.load is None else self.load(context, record)

    def store(self, context: GuiContext, record: Any, value: Any) -> None:
        """Store a value the user has entered.

        Raises:
            CareerDeskError: it cannot be; nothing was changed.
        """
        if self.save is None:
            records.edit(context.desk, record, **{self.name: value})
        else:
            self.save(context, record, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickFilter:
    """A choice above the list, such as "Due"; ``passes`` says which rows it shows."""

    key: str
    title: str
    passes: Callable[[Row], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something only this kind can do, such as marking as done; one change for all selected.

    ``take`` gets the records selected and returns the sentence that says what was done;
    ``suits`` says whether it can be done with them.
    """

    named: PlaceCommand
    take: Callable[[Sequence[Any]], str]
    suits: Callable[[Sequence[Any]], bool]


class Listing(ABC):
    """One kind of record, as lists and forms see it.

    ``kind`` is its class; ``icon`` stands where there is none yet. ``reads`` are other kinds
    whose changes show in the rows, ``beside`` those that show in the panels of the details only.
    ``order`` is the key of the column sorted by at first, with a
    minus sign before it for the largest first. ``made_of`` are kinds of files that become a new
    record when they are dropped on the list.
    """

    kind: ClassVar[type[Any]]
    icon: ClassVar[str]
    reads: ClassVar[tuple[type[Any], ...]] = ()
    beside: ClassVar[tuple[type[Any], ...]] = ()
    order: ClassVar[str] = ""
    made_of: ClassVar[frozenset[FileKind]] = frozenset()
    columns: tuple[Column, ...]
    fields: tuple[FieldSpec, ...]

    def __init__(self, context: GuiContext) -> None:
        self.context = context

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose changes show in this list or in the details."""
        return frozenset(TABLE_OF[kind] for kind in (self.kind, *self.reads, *self.beside))

    def title(self) -> str:
        """Return the heading, such as "People"."""
        return list_title(TABLE_OF[self.kind])

    @abstractmethod
    def counted(self, count: int) -> str:
        """Return a number with the noun, such as "12 contacts"."""

    def new_words(self) -> str:
        """Return the words of the button that makes one, such as "New contact"."""
        return new_words(TABLE_OF[self.kind])

    @abstractmethod
    def empty_words(self) -> tuple[str, str]:
        """Return a heading and a sentence that teach the first step where there is none yet."""

    @abstractmethod
    def form(self) -> Any:
        """Return a new object of the compiled form's class."""

    @abstractmethod
    def create(self, values: dict[str, Any]) -> Any:
        """Store a new record with these values of the form as one change, and return it.

        Raises:
            InvalidValueError: a value is not allowed.
        """

    def defaults(self) -> dict[str, Any]:
        """Return what stands in the form for a new record at first."""
        return {"is_private": False} if "is_private" in self.own_fields() else {}

    def edit_many(self, chosen: Sequence[Any], values: Mapping[str, Any]) -> int:
        """Give many records the same values as one change; return how many differ now.

        Raises:
            InvalidValueError: a value is not allowed for one of them; nothing was changed.
        """
        return records.edit_many(self.context.desk, chosen, values)

    def row(self, record: Any) -> Row:
        """Return the row of a record."""
        return Row(record)

    def rows(self) -> list[Row]:
        """Return the rows of all records."""
        return [self.row(record) for record in self.context.shelf.by_id(self.kind).values()]

    def affected(self, touched: Touched) -> frozenset[uuid.UUID] | None:
        """Return the records whose rows a change may have altered; None is any of them."""
        own = touched.ids_of(TABLE_OF[self.kind])
        others = frozenset(TABLE_OF[kind] for kind in self.reads)
        return None if touched.concerns(others) else own

    def haystack(self, row: Row) -> str:
        """Return all the words by which a row is found, folded."""
        texts = [column.text(row) for column in self.columns]
        note = getattr(row.record, "note", "")
        return fold(" ".join((*texts, note)))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Return the choices above the list."""
        return ()

    def commands(self) -> tuple[Command, ...]:
        """Return what only this kind can do."""
        return ()

    def name(self, record: Any) -> str:
        """Return the heading over the details of a record."""
        return name_of(record) or self.counted(1)

    def duplicate(self, record: Any) -> Any:
        """Store a copy of a record under an id of its own, and return it."""
        import uuid

        copy = replace(record, id=uuid.uuid4())
        records.add(self.context.desk, copy)
        return copy

    def words_after_removal(self) -> str:
        """Return what else the last removal has changed; usually nothing."""
        return ""

    def remove(self, chosen: Sequence[Any]) -> str:
        """Delete records as one change, and return what they are called."""
        return records.remove(self.context.desk, chosen)

    def drop_words(self) -> str:
        """Say what dropping files of the kinds ``made_of`` on the list does."""
        return ""

    def create_from(self, paths: Sequence[Path]) -> list[Any]:
        """Store a new record for each of these files as one change, and return them.

        Raises:
            FileProblemError: one of them cannot be read; nothing was changed.
        """
        raise AssertionError("a listing whose records are made of files knows how")

    def panels(self) -> list[Panel]:
        """Return what is shown below the form: related records, files, a history."""
        return []

    def spec(self, name: str) -> FieldSpec:
        """Return the field of that name."""
        return next(one for one in self.fields if one.name == name)

    def own_fields(self) -> frozenset[str]:
        """Return the names of the fields that the record itself has."""
        return frozenset(field.name for field in fields(self.kind))
