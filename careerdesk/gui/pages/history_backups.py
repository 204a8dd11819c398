"""The backups of the desk: when each was made and why, and how to get back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.file_dialogs import show_file
from careerdesk.gui.text import local_moment, tooltip, translate
from careerdesk.gui.widgets.labels import label
from careerdesk.services import backups

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.backups import Backup


class BackupsPanel(QWidget):
    """A list of verified backups, newest first, and what is done with them."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._backups: list[Backup] = []
        self._sentence = label("", "second", wrap=True)
        self._list = QTreeWidget()
        self._list.setProperty("role", "card")
        self._list.setAccessibleName(self.tr("Backups, newest first"))
        self._list.setHeaderLabels([self.tr("Made"), self.tr("Why"), self.tr("Size")])
        numbers = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._list.headerItem().setTextAlignment(2, numbers)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._restore = QPushButton(self.tr("Restore…"))
        self._now = QPushButton(self.tr("Back up now"))
        self._folder = QPushButton(self.tr("Open folder"))
        self._build()
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._list.itemActivated.connect(self._ask)
        self._restore.clicked.connect(self._ask)
        self._now.clicked.connect(self._back_up)
        self._folder.clicked.connect(self.open_folder)
        # A backup is no change of the desk, so no notice tells of it.
        context.tasks.busy_changed.connect(self._on_busy)
        self.refresh()

    def refresh(self) -> None:
        """List what lies in the folders of backups now; the one selected stays selected."""
        selected = self._selected()
        self._backups = backups.list_backups(self._context.desk.path)
        self._list.clear()
        for backup in self._backups:
            item = _item(backup)
            self._list.addTopLevelItem(item)
            if selected is not None and backup.path == selected.path:
                self._list.setCurrentItem(item)
        if self._selected() is None and (first := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(first)
        self._list.setVisible(bool(self._backups))
        self._sentence.setText(_summary(len(self._backups)))
        self._now.setEnabled(not self._context.desk.is_read_only)
        self._on_selected()

    def take_focus(self) -> None:
        """Put the cursor where a backup is chosen, or where the first is made."""
        (self._list if self._backups else self._now).setFocus()

    @Slot()
    def open_folder(self) -> None:
        """Show the backups in the folder they lie in."""
        folder = backups.folder_of(self._context.desk.path)
        show_file(folder if folder.is_dir() else self._context.desk.path.parent)

    def _selected(self) -> Backup | None:
        row = self._list.currentIndex().row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    @Slot()
    def _on_selected(self) -> None:
        may_restore = not self._context.desk.is_read_only and self._selected() is not None
        self._restore.setEnabled(may_restore)

    @Slot(bool)
    def _on_busy(self, is_busy: bool) -> None:
        if not is_busy and self.isVisible():
            self.refresh()

    @Slot()
    def _ask(self) -> None:
        backup = self._selected()
        if backup is not None and self._restore.isEnabled():
            self._context.commands.ask_restore(backup)

    @Slot()
    def _back_up(self) -> None:
        self._context.commands.back_up()

    def _build(self) -> None:
        header = self._list.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        column.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(8)
        buttons.addWidget(self._now)
        buttons.addWidget(self._folder)
        buttons.addStretch()
        buttons.addWidget(self._restore)
        column.addStretch()


def _item(backup: Backup) -> QTreeWidgetItem:
    try:
        size = _in_words(backup.path.stat().st_size)
    except OSError:  # its disk has just gone
        size = ""
    item = QTreeWidgetItem([local_moment(backup.made_at), _why(backup), size])
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in range(3):
        item.setToolTip(column, tooltip(str(backup.path)))
    return item


def _in_words(size: int) -> str:
    precise = 0 if size < 1_000_000 else 1
    return QLocale().formattedDataSize(size, precise, QLocale.DataSizeFormat.DataSizeSIFormat)


def _why(backup: Backup) -> str:
    reason = backup.reason or translate("backups", "when the desk was closed")
    if not backup.is_pinned:
        return reason
    return translate("backups", "{reason} · kept for good").format(reason=reason)


def _summary(count: int) -> str:
    if not count:
        return translate(
            "backups",
            "No backups yet. One is made when a changed desk is closed, every 30 minutes, and "
            "before imports; each is opened and compared before it counts.",
        )
    return translate(
        "backups",
        "%n verified backup(s). Restoring one keeps the desk that it replaces.",
        "",
        count,
    )
