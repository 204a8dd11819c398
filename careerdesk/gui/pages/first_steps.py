"""Three small steps to a desk of one's own; each can be skipped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk._generated.forms.ui_first_steps import Ui_FirstSteps
from careerdesk.gui.dialogs.import_dialog import linkedin_help
from careerdesk.gui.dialogs.import_steps import names_of
from careerdesk.gui.file_dialogs import SUFFIX, ask_files, ask_new_desk
from careerdesk.gui.import_command import foreign_kinds
from careerdesk.gui.widgets.drop_area import DropArea

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody said about the desk to be made; ``log`` and ``files`` may be empty."""

    path: Path
    name: str
    goal_minutes: int | None
    log: str
    files: tuple[Path, ...]


class FirstSteps(QWidget):
    """Where the desk lies, whose it is, and the first line or the files to import."""

    left = Signal()
    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_FirstSteps()
        self._ui.setupUi(self)
        self._place = Path()
        self._files: tuple[Path, ...] = ()
        self._pages: tuple[QWidget, ...] = ()
        self._at = 0
        for column in (
            self._ui.place_page_column,
            self._ui.person_page_column,
            self._ui.log_page_column,
            self._ui.files_page_column,
        ):
            column.insertSpacing(2, 8)
        self._ui.person_page_column.insertSpacing(5, 4)
        self._ui.goal_spin.setSuffix(self.tr(" h"))
        self._ui.goal_spin.setSpecialValueText(self.tr("No goal"))
        self._ui.files_help.setText(linkedin_help())
        area = DropArea(self.tr("Drop the zip here"))
        area.dropped.connect(self.take_files)
        self._ui.files_place.addWidget(area)
        self._choose_files = area.add_button(self.tr("Choose files…"))
        self._choose_files.clicked.connect(self._ask_files)
        self._ui.choose_button.clicked.connect(self._ask_place)
        self._ui.back_button.clicked.connect(self._go_back)
        self._ui.skip_button.clicked.connect(self._skip)
        self._ui.continue_button.clicked.connect(self._go_on)
        self._ui.path_edit.textChanged.connect(self._ui.place_problem.clear)
        self._ui.log_edit.textChanged.connect(self._on_log_typed)
        for field in (self._ui.path_edit, self._ui.name_edit, self._ui.log_edit):
            field.returnPressed.connect(self._go_on)

    def begin(self, place: Path, *, with_import: bool) -> None:
        """Start at the first step with ``place`` proposed; what was typed before stays."""
        ui = self._ui
        self._place = place
        if not ui.path_edit.text():
            ui.path_edit.setText(str(place))
        last = ui.files_page if with_import else ui.log_page
        self._pages = (ui.place_page, ui.person_page, last)
        self._show(0)

    def refuse_place(self, problem: str) -> None:
        """Go back to the first step and say what is wrong with the place."""
        self._show(0)
        self._ui.place_problem.setText(problem)

    def refuse_log(self, problem: str) -> None:
        """Say what is not clear in the first line."""
        self._ui.log_problem.setText(problem)
        self._ui.log_edit.setFocus()

    def forget(self) -> None:
        """Empty all fields, because the desk has been made."""
        self._files = ()
        for field in (self._ui.path_edit, self._ui.name_edit, self._ui.log_edit):
            field.clear()
        self._ui.files_chosen.clear()

    @Slot(list)
    def take_files(self, files: list[Path]) -> None:
        """Import these files when the desk has been made."""
        if files:
            self._files = tuple(files)
            self._ui.files_chosen.setText(names_of(files))
            self._ui.continue_button.setEnabled(True)
            self._ui.continue_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go_back(self) -> None:
        if self._at == 0:
            self.left.emit()
        else:
            self._show(self._at - 1)

    @Slot()
    def _skip(self) -> None:
        """Go on as if nothing had been said here."""
        page = self._pages[self._at]
        if page is self._ui.place_page:
            self._ui.path_edit.setText(str(self._place))
        elif page is self._ui.person_page:
            self._ui.name_edit.clear()
            self._ui.goal_spin.setValue(5)
        elif page is self._ui.log_page:
            self._ui.log_edit.clear()
        else:
            self._files = ()
            self._ui.files_chosen.clear()
        self._go_on(is_skipped=True)

    @Slot()
    def _go_on(self, *, is_skipped: bool = False) -> None:
        page = self._pages[self._at]
        if page is self._ui.place_page and not self._is_free():
            return
        if self._at + 1 < len(self._pages):
            self._show(self._at + 1)
        elif is_skipped or self._ui.continue_button.isEnabled():
            self.finished.emit(self._said())

    def _said(self) -> Beginning:
        hours = self._ui.goal_spin.value()
        with_import = self._pages[-1] is self._ui.files_page
        return Beginning(
            path=self._path(),
            name=self._ui.name_edit.text().strip(),
            goal_minutes=hours * 60 or None,
            log="" if with_import else self._ui.log_edit.text().strip(),
            files=self._files if with_import else (),
        )

    def _show(self, at: int) -> None:
        ui = self._ui
        self._at = at
        page = self._pages[at]
        ui.stack.setCurrentWidget(page)
        ui.step_label.setText(
            self.tr("Step {step} of {steps}").format(step=at + 1, steps=len(self._pages))
        )
        ui.place_problem.clear()
        is_last = at + 1 == len(self._pages)
        ui.continue_button.setEnabled(True)
        ui.continue_button.setText(self.tr("Continue"))
        if is_last and page is ui.files_page:
            ui.continue_button.setText(self.tr("Make the desk and read"))
            ui.continue_button.setEnabled(bool(self._files))
        elif is_last:
            ui.continue_button.setText(self.tr("Make the desk and log"))
            self._on_log_typed()
        first = {
            ui.place_page: ui.continue_button,
            ui.person_page: ui.name_edit,
            ui.log_page: ui.log_edit,
            ui.files_page: self._choose_files,
        }
        first[page].setFocus()

    @Slot()
    def _on_log_typed(self) -> None:
        self._ui.log_problem.clear()
        if self._pages and self._pages[self._at] is self._ui.log_page:
            self._ui.continue_button.setEnabled(bool(self._ui.log_edit.text().strip()))

    def _path(self) -> Path:
        path = Path(self._ui.path_edit.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _is_free(self) -> bool:
        """Say whether a desk can be made at the path typed, and why not."""
        text = self._ui.path_edit.text().strip()
        if not Path(text).name:
            problem = self.tr("The desk needs a name.")
        elif not self._path().is_absolute():
            problem = self.tr("Say in which folder, or choose one.")
        elif self._path().exists():
            problem = self.tr(
                "{name} is there already, and a desk is never replaced. Choose another name, or "
                "go back and open it."
            ).format(name=self._path().name)
        else:
            return True
        self._ui.place_problem.setText(problem)
        self._ui.path_edit.setFocus()
        return False

    @Slot()
    def _ask_place(self) -> None:
        path = ask_new_desk(self, self.tr("Where should your desk lie?"), self._path())
        if path is not None:
            self._ui.path_edit.setText(str(path))
            self._ui.continue_button.setFocus()

    @Slot()
    def _ask_files(self) -> None:
        title = self.tr("Import")
        self.take_files(ask_files(self, title, Path.home(), foreign_kinds()))
