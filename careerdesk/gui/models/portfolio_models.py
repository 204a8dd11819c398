"""The sections of the portfolio and the records of one of them, as lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from careerdesk.domain.portfolio import UNTICKED, Section
from careerdesk.gui.text import tooltip, translate
from careerdesk.services.portfolio_outline import OutlineItem, OutlineSection, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ASIDE_ROLE: Final = ROW_ROLE + 1  # what stands at the right of a line
_CHECK: Final = Qt.ItemDataRole.CheckStateRole


def section_title(section: Section | None) -> str:
    """Return the name of a section; None is the cover."""
    titles = {
        None: translate("portfolio", "Cover"),
        Section.STATEMENT: translate("portfolio", "Why I am changing careers"),
        Section.READINESS: translate("portfolio", "Readiness"),
        Section.ROLE_SKILLS: translate("portfolio", "Skills against the role"),
        Section.GAPS: translate("portfolio", "Gaps and what closes them"),
        Section.SKILLS: translate("portfolio", "Skills"),
        Section.EXPERIENCE: translate("portfolio", "Experience and education"),
        Section.LEARNING: translate("portfolio", "Learning record"),
        Section.CERTIFICATES: translate("portfolio", "Certificates"),
        Section.NETWORK: translate("portfolio", "Network in numbers"),
    }
    return titles[section]


def section_amount(row: OutlineSection) -> str:
    """Say how much a section shows, such as "31 of 54"; empty if there is nothing to show."""
    if row.section is Section.STATEMENT:
        return translate("portfolio", "%n word(s)", "", row.amount) if row.amount else ""
    if row.section is Section.NETWORK:
        return translate("portfolio", "%n conversation(s)", "", row.amount) if row.amount else ""
    total = len(row.items)
    if not total:
        return ""
    if row.section is None:
        if row.shown == total:
            return translate("portfolio", "%n link(s)", "", total)
        words = translate("portfolio", "{shown} of %n link(s)", "", total)
        return words.format(shown=row.shown)
    if row.shown == total:
        return str(total)
    return translate("portfolio", "{shown} of {total}").format(shown=row.shown, total=total)


def section_about(row: OutlineSection) -> str:
    """Say what a section is made of that has no records to choose among."""
    if row.items:
        return ""
    if row.section is None:
        return translate("portfolio", "Name, headline, photo and links of your profile.")
    if row.section is Section.STATEMENT:
        if row.amount:
            return translate("portfolio", "The statement of your profile, in your own words.")
        return translate(
            "portfolio", "Write in your profile why you change careers; it is printed here."
        )
    if row.section is Section.NETWORK:
        if row.amount:
            return translate(
                "portfolio", "Conversations in numbers and charts. No names are printed."
            )
        return translate("portfolio", "Log a conversation; only numbers are printed, never names.")
    if row.section in UNTICKED:
        return _role_words(row)
    return translate(
        "portfolio", "Nothing to print yet. The section appears with its first record."
    )


def _role_words(row: OutlineSection) -> str:
    if not row.amount:
        return translate("portfolio", "Choose a target role, and this section can be printed.")
    if row.section is Section.READINESS:
        return translate(
            "portfolio",
            "Both readiness numbers, how they came about, and what moved them. "
            "Left out until it is ticked.",
        )
    if row.section is Section.GAPS:
        return translate(
            "portfolio",
            "Each skill the target role needs, what is missing, and the actions that close it. "
            "Left out until it is ticked.",
        )
    return translate(
        "portfolio",
        "Levels by group beside those of the target role. Left out until it is ticked.",
    )


def standing_sentence(standing: Standing) -> str:
    """Say whether a record stands in the document and, if not, why."""
    if standing is Standing.SHOWN:
        return translate("portfolio", "Shown in the portfolio.")
    if standing is Standing.HIDDEN:
        return translate("portfolio", "Left out of the portfolio.")
    if standing is Standing.HIDDEN_WITH:
        return translate("portfolio", "Left out with the record it belongs to.")
    return translate("portfolio", "Private, so it is left out unless private records are included.")


class SectionsModel(QAbstractListModel):
    """The cover and the sections in their order; it asks for changes and waits to be shown them."""

    show_asked = Signal(object, bool)
    move_asked = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineSection, ...] = ()

    def show(self, rows: tuple[OutlineSection, ...]) -> None:
        """Show these sections; a list of the same ones in the same order keeps its selection."""
        if [one.section for one in rows] == [one.section for one in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, section: Section | None) -> int:
        """Return where a section stands."""
        return [one.section for one in self._rows].index(section)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of sections, the cover among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The cover always comes first and is always there; lines are dropped between lines."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if self._rows[index.row()].section is None:
            return plain
        return plain | flag.ItemIsUserCheckable | flag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the amount at its right, the tick, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return section_title(row.section)
        if role == ASIDE_ROLE:
            return section_amount(row)
        if role == _CHECK and row.section is not None:
            return Qt.CheckState.Checked if row.is_shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (section_title(row.section), section_amount(row))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{section_title(row.section)}\n{section_amount(row)}".strip())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a section to be printed or left out."""
        if role != _CHECK or not index.isValid():
            return False
        self.show_asked.emit(
            self._rows[index.row()].section, Qt.CheckState(value) is Qt.CheckState.Checked
        )
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved, never copied."""
        return Qt.DropAction.MoveAction

    def moveRows(self, parent: Index, row: int, count: int, target: Index, before: int) -> bool:
        """Ask for a section that was dragged to be put before another line."""
        if parent.isValid() or target.isValid() or count != 1 or before in (row, row + 1):
            return False
        section = self._rows[row].section
        if section is None:
            return False
        place = max(before - (1 if before > row else 0) - 1, 0)  # the cover is no section
        self.move_asked.emit(section, place)
        return True


class ItemsModel(QAbstractListModel):
    """The records of one section that can be left out, each with its eye."""

    toggle_asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[OutlineItem] = ()

    def show(self, rows: Sequence[OutlineItem]) -> None:
        """Show these records; the same ones in the same order keep their selection."""
        if [one.record.id for one in rows] == [one.record.id for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> list[OutlineItem]:
        """Return what is listed."""
        return list(self._rows)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An eye of its own has what is not left out for another reason."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        has_eye = self._rows[index.row()].standing in (Standing.SHOWN, Standing.HIDDEN)
        return plain | flag.ItemIsUserCheckable if has_eye else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, what tells it from others, whether it is shown, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == ASIDE_ROLE:
            return row.detail
        if role == _CHECK:
            is_shown = row.standing is Standing.SHOWN
            return Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.name, row.detail, standing_sentence(row.standing))
            return ", ".join(filter(None, parts))
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (row.name, row.detail, standing_sentence(row.standing))
            return tooltip("\n".join(filter(None, lines)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a record to be left out or shown again."""
        del value
        if role != _CHECK or not index.isValid():
            return False
        self.toggle_asked.emit(self._rows[index.row()])
        return True
