"""A list in sections: rows under headings, each of which can be folded; sorted within each."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, Qt

from careerdesk.gui.records.columns import Row
from careerdesk.gui.records.ordering import Keyed, Ordering
from careerdesk.gui.records.table_model import ROW_ROLE, RecordTableModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from careerdesk.gui.records.columns import Column
    from careerdesk.gui.records.table_model import Index

_FAMILY: Final = uuid.UUID("4d1d7f6a-58a1-4a0e-9c38-1f0f6f3b7d52")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading that stands as a row over the rows of its section.

    ``title`` gives its words, ``explanation`` what it means that a row is in it.
    """

    key: str
    title: Callable[[], str]
    explanation: Callable[[], str]

    @property
    def id(self) -> uuid.UUID:
        """What the heading is remembered by, as records are."""
        return uuid.uuid5(_FAMILY, self.key)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the row of a heading says besides its section."""

    count: int
    is_folded: bool


class SectionOrdering(Ordering):
    """Sorts within sections, in the order of these; sections without rows have no heading.

    ``folded`` holds the keys of those of which only the heading is shown.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        sections: Sequence[Section],
        section_of: Callable[[Row], str],
        usual: Callable[[Row], Any] | None = None,
    ) -> None:
        super().__init__(columns, lambda _row: "", usual)
        self._sections = tuple(sections)
        self._section_of = section_of
        self.folded: set[str] = set()

    def arranged(self, rows: Iterable[Row]) -> list[Keyed]:
        """Return headings and rows to show, in order; the key of a heading is None."""
        by_section: dict[str, list[Row]] = {one.key: [] for one in self._sections}
        for row in filter(self.is_shown, rows):
            by_section[self._section_of(row)].append(row)
        found: list[Keyed] = []
        for section in self._sections:
            inside = by_section[section.key]
            if inside:
                is_folded = section.key in self.folded
                found.append((None, Row(section, Heading(len(inside), is_folded))))
                if not is_folded:
                    found += self._sorted(inside)
        return found

    def in_order(self, keyed: Sequence[Keyed]) -> list[Keyed]:
        """Return headings and rows that stand in sections in the order chosen, within each."""
        found: list[Keyed] = []
        inside: list[Keyed] = []
        for one in keyed:
            if isinstance(one[1].record, Section):
                found += super().in_order(inside)
                inside = []
                found.append(one)
            else:
                inside.append(one)
        return found + super().in_order(inside)

    def _sorted(self, rows: Sequence[Row]) -> list[Keyed]:
        sort_key = self.sort_key
        return super().in_order([(sort_key(row), row) for row in rows])


class SectionModel(RecordTableModel):
    """Rows of any kind under the headings of their sections."""

    def __init__(
        self,
        columns: Sequence[Column],
        sections: Sequence[Section],
        section_of: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        usual: Callable[[Row], Any] | None = None,
    ) -> None:
        self._in_sections = SectionOrdering(columns, sections, section_of, usual)
        super().__init__(columns, lambda _row: "", parent, ordering=self._in_sections)

    def is_folded(self, section: Section) -> bool:
        """Say whether only the heading of a section is shown."""
        return section.key in self._in_sections.folded

    def fold(self, section: Section, *, is_folded: bool) -> None:
        """Show only the heading of a section, or its rows again."""
        if is_folded != self.is_folded(section):
            self._in_sections.folded ^= {section.key}
            self.arrange()

    def headings(self) -> list[int]:
        """Return which of the rows shown are headings."""
        return [at for at, row in enumerate(self.rows()) if isinstance(row.record, Section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a heading in its first cell; of other rows what any list says."""
        row = self.row_at(index)
        if row is None or not isinstance(row.record, Section):
            return super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.record.title() if index.column() == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return super().data(index, role) if role == ROW_ROLE else None

    def _spoken(self, row: Row) -> str:
        words = (
            self.tr("{title}, {count}, folded")
            if row.extra.is_folded
            else self.tr("{title}, {count}, unfolded")
        )
        count = QLocale().toString(row.extra.count)
        return words.format(title=row.record.title(), count=count)
