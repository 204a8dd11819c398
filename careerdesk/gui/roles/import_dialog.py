"""Importing roles: which files, which of their roles, and what would become of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.dialogs.import_steps import ImportSteps
from careerdesk.gui.text import tooltip, translate
from careerdesk.gui.widgets.labels import label
from careerdesk.services.role_import import RoleSearch

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from careerdesk.services.role_import import ForeignRole, ForeignRoles, Problem, RoleHit

_MOST_LISTED: Final = 300
_MOST_TICKED: Final = 10  # roles of a few files are wanted, those of a release are looked for
_PROBLEMS: Final = 3
_PAUSE_MS: Final = 80
_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class RolesChoice(QWidget):
    """The roles of the files, searched by title, other titles and code, and ticked.

    ``chosen`` says that others are ticked.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: dict[str, ForeignRole] = {}
        self._search: RoleSearch | None = None
        self._total = 0
        self._lead = label("", "lead", wrap=True)
        self._noticed = label("", "small", wrap=True)
        self._field = QLineEdit()
        words = self.tr("Find by title, another title or code")
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(words)
        self._field.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Roles in the files"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._about = label("", "second", wrap=True)
        self._count = label("", "small")
        self.updates_known = QCheckBox(
            self.tr("Bring roles that I have already to the version of the files")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._pause.timeout.connect(self._list_hits)
        self._field.textChanged.connect(self._pause.start)
        self._list.itemChanged.connect(self._on_ticked)
        self._list.currentItemChanged.connect(self._on_current)

    @property
    def roles(self) -> list[ForeignRole]:
        """The roles that are ticked."""
        return list(self._ticked.values())

    def show_roles(self, found: ForeignRoles) -> None:
        """Show the roles of other files; of a few all are ticked."""
        self._total = len(found.roles)
        self._search = RoleSearch(found.roles)
        few = found.roles if self._total <= _MOST_TICKED else ()
        self._ticked = {one.identity: one for one in few}
        words = self.tr("%n role(s) in the files. Which would you like?", "", self._total)
        self._lead.setText(words)
        self._noticed.setText(self._problem_words(found.problems))
        self._noticed.setVisible(bool(found.problems))
        self._field.clear()
        self._list_hits()

    def take_focus(self) -> None:
        """Begin with the search of a release, else with the list."""
        target = self._field if self._total > _MOST_TICKED else self._list
        target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the search into the list with Down."""
        if not self._field.hasFocus() or event.key() != Qt.Key.Key_Down:
            super().keyPressEvent(event)
            return
        if self._pause.isActive():
            self._list_hits()
        if self._list.count():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _list_hits(self) -> None:
        self._pause.stop()
        if self._search is None:
            return
        hits = self._search.find(self._field.text(), _MOST_LISTED)
        with QSignalBlocker(self._list):
            self._list.clear()
            for hit in hits:
                self._list.addItem(self._item(hit))
            if hits:
                self._list.setCurrentRow(0)
        self._show_about(hits[0].role if hits else None)
        self._say_count(len(hits))

    def _item(self, hit: RoleHit) -> QListWidgetItem:
        role = hit.role
        said = [role.title, role.code or role.uri]
        if hit.other_title:
            said.append(self.tr("also called {title}").format(title=hit.other_title))
        item = QListWidgetItem(" · ".join(said))
        item.setToolTip(tooltip(role.description or role.title))
        item.setData(_ROLE, role)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_on = role.identity in self._ticked
        item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        return item

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        role = item.data(_ROLE)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[role.identity] = role
        else:
            self._ticked.pop(role.identity, None)
        self._say_count(self._list.count())
        self.chosen.emit()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, _before: object) -> None:
        self._show_about(item.data(_ROLE) if item is not None else None)

    def _show_about(self, role: ForeignRole | None) -> None:
        if role is None:
            self._about.setText(self.tr("No role in these files is called so."))
            return
        skills = self.tr("%n skill(s)", "", len(role.requirements))
        interests = self.tr("with interests") if role.interests else self.tr("without interests")
        self._about.setText(
            "\n".join(filter(None, (role.description, f"{skills}, {interests}", *role.notes)))
        )

    def _say_count(self, listed: int) -> None:
        locale = QLocale()
        words = self.tr("{ticked} chosen · {listed} of {all} listed")
        self._count.setText(
            words.format(
                ticked=locale.toString(len(self._ticked)),
                listed=locale.toString(listed),
                all=locale.toString(self._total),
            )
        )

    def _problem_words(self, problems: tuple[Problem, ...]) -> str:
        said = [
            f"{one.file}:{one.line}: {one.reason}" if one.line else f"{one.file}: {one.reason}"
            for one in problems[:_PROBLEMS]
        ]
        if len(problems) > _PROBLEMS:
            more = QLocale().toString(len(problems) - _PROBLEMS)
            said.append(self.tr("… and {count} more").format(count=more))
        return "\n".join(said)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._lead)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        column.addWidget(self._list, 1)
        column.addWidget(self._about)
        column.addWidget(self._noticed)
        column.addWidget(self.updates_known)


class ImportRolesDialog(ImportSteps):
    """Shows where the import stands; what is read and written is up to ``ImportRolesCommand``."""

    def __init__(self, parent: QWidget) -> None:
        choice = RolesChoice()
        super().__init__(
            parent,
            title=translate("import_roles", "Import roles"),
            question=translate("import_roles", "Where are the roles?"),
            sentence=translate(
                "import_roles",
                "The zip or folder of the O*NET database (text or CSV) or of the ESCO "
                "classification (CSV), of any release, or files of them. You choose which of "
                "their roles to take, and nothing is changed before.",
            ),
            preview=choice,
        )
        self.choice = choice
        self.choice.chosen.connect(self._say_how_many)

    def explain(self, column: QVBoxLayout) -> None:
        """Say where such files come from, and how roles are told apart."""
        column.addWidget(label(self.tr("Where to get them"), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "onetcenter.org/database.html offers the database as a zip of text files, "
                    "esco.ec.europa.eu/en/use-esco/download the classification as CSV. A role you "
                    "imported before is known by its code or address, never by its title."
                ),
                "second",
                wrap=True,
            )
        )

    def show_roles(self, found: ForeignRoles) -> None:
        """Show the roles that were read."""
        self.choice.show_roles(found)
        self.show_choice_again()

    def show_choice_again(self) -> None:
        """Show the roles that were read before, with the same ones ticked."""
        self._show(self.choice)
        self._say_how_many()
        self.choice.take_focus()

    @Slot()
    def _say_how_many(self) -> None:
        count = len(self.choice.roles)
        self._import.setText(self.tr("Import %n role(s)", "", count))
        self._import.setEnabled(count > 0)
        self._import.setDefault(count > 0)
