from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QTableView

from careerdesk.domain.network import Contact
from careerdesk.gui import import_flow
from careerdesk.gui.dialogs.import_dialog import ImportDialog
from careerdesk.gui.import_command import ImportCommand
from careerdesk.gui.models.import_model import Column, ImportModel, import_rows
from careerdesk.gui.settings import TextSize
from careerdesk.services import history, imports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

CONTACTS = "name,organization\nAda <b>,Engines\nBo,\n,Nowhere\n"
MANY = "name,organization\n" + "".join(f"Person {at},Works {at}\n" for at in range(6_000))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "contact.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def ask(bench: Bench) -> ImportDialog:
    """Choose Import from the menu and return the dialog."""
    next(one for one in bench.window._menus.actions() if one.text() == "&Import…").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    return dialog


def idle(qtbot: QtBot, bench: Bench) -> None:
    qtbot.waitUntil(lambda: not bench.tasks.is_busy, timeout=30_000)


def plan_shown(
    qtbot: QtBot, bench: Bench, paths: list[Path], patch: pytest.MonkeyPatch
) -> ImportDialog:
    """Choose files and return the dialog that says what would become of them."""
    patch.setattr(import_flow, "ask_files", lambda *_: paths)
    dialog = ask(bench)
    qtbot.mouseClick(button(dialog, "Choose files…"), Qt.MouseButton.LeftButton)
    assert dialog._stack.currentWidget() is dialog._work
    idle(qtbot, bench)
    return dialog


def texts(dialog: QDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def spoken(bench: Bench) -> str:
    return "\n".join(one.text() for one in bench.window._status.findChildren(QLabel))


def cells(dialog: QDialog, column: Column) -> list[str]:
    table = dialog.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [model.index(at, column).data() for at in range(model.rowCount())]


def test_that_an_import_is_shown_made_and_taken_back(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.session.desk
    assert desk is not None
    dialog = plan_shown(qtbot, opened, [table], monkeypatch)
    assert "Person" in texts(dialog)
    assert cells(dialog, Column.OUTCOME) == ["Left out", "New", "New"]
    assert cells(dialog, Column.NAME) == ["", "Ada <b>", "Bo"]
    assert cells(dialog, Column.WHERE)[0] == "contact.csv, line 4"
    assert cells(dialog, Column.REASON)[0]
    assert history.changes(desk) == []
    assert "verified backup" not in spoken(opened)
    qtbot.mouseClick(button(dialog, "Import 2"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.messages() != [], timeout=30_000)
    assert "Last verified backup" in spoken(opened)
    assert len(history.changes(desk)) == 1
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), Qt.MouseButton.LeftButton)
    assert history.steps(desk).undo_title is None


def test_that_rows_are_filtered_by_text_and_by_what_happens(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = plan_shown(qtbot, opened, [table], monkeypatch)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "ADA")
    qtbot.waitUntil(lambda: cells(dialog, Column.NAME) == ["Ada <b>"])
    assert "1 of 3" in texts(dialog)
    field.clear()
    choice = dialog.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentText("Left out")
    qtbot.waitUntil(lambda: cells(dialog, Column.OUTCOME) == ["Left out"])
    dialog.reject()


@pytest.mark.parametrize("size", TextSize)
def test_that_the_headings_of_the_rows_are_shown_whole(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch, size: TextSize
) -> None:
    opened.theme.choose_text_size(size)
    dialog = plan_shown(qtbot, opened, [table], monkeypatch)
    rows = dialog.findChild(QTableView)
    assert rows is not None
    heads = rows.horizontalHeader()
    for at in Column:
        assert heads.sectionSize(at) >= heads.sectionSizeHint(at)
    dialog.reject()


def test_that_the_model_of_the_rows_keeps_the_rules_of_qt(opened: Bench, table: Path) -> None:
    assert opened.session.desk is not None
    model = ImportModel(import_rows(imports.plan_import(opened.session.desk, [table])))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_only({imports.Outcome.NEW}, "")
    assert model.rowCount() == 2
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole).count("&lt;b&gt;") == 1


def test_that_an_import_that_is_not_wanted_changes_nothing(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.session.desk is not None
    plan_shown(qtbot, opened, [table], monkeypatch).reject()
    assert history.changes(opened.session.desk) == []


def test_that_files_nobody_can_read_are_explained_where_others_can_be_chosen(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opened.folder / "broken.zip"
    path.write_bytes(b"not a zip")
    dialog = plan_shown(qtbot, opened, [path], monkeypatch)
    assert any("broken.zip" in text for text in texts(dialog))
    monkeypatch.setattr(import_flow, "ask_folder", lambda *_: table.parent)
    qtbot.mouseClick(button(dialog, "Choose a folder…"), Qt.MouseButton.LeftButton)
    idle(qtbot, opened)
    assert button(dialog, "Import 2").isVisible()
    dialog.reject()


def test_that_files_dropped_on_the_dialog_are_read(
    qtbot: QtBot, opened: Bench, table: Path
) -> None:
    dialog = ask(opened)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    idle(qtbot, opened)
    assert button(dialog, "Import 2").isVisible()
    dialog.reject()


def test_that_escape_ends_the_reading_and_asks_for_files_again(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_reading = threading.Event()

    def never_ending(*_: object, is_stopped: Callable[[], bool], **__: object) -> None:
        is_reading.set()
        while not is_stopped():
            pass

    monkeypatch.setattr(imports, "plan_import", never_ending)
    monkeypatch.setattr(import_flow, "ask_files", lambda *_: [Path("x.zip")])
    dialog = ask(opened)
    qtbot.mouseClick(button(dialog, "Choose files…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(is_reading.is_set)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Stopping…" in texts(dialog)
    idle(qtbot, opened)
    assert dialog._stack.currentWidget() is dialog._choice
    assert dialog.isVisible()
    dialog.reject()


def test_that_an_import_cancelled_while_it_writes_leaves_nothing(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.session.desk
    assert desk is not None
    table.write_text(MANY, encoding="utf-8")
    dialog = plan_shown(qtbot, opened, [table], monkeypatch)
    before = desk.digest()
    apply, has_written, may_go_on = imports.apply_import, threading.Event(), threading.Event()

    def slowly(target: object, plan: object, *, progress: Callable[[int, int], None]) -> None:
        def wait(done: int, of: int) -> None:
            has_written.set()
            assert may_go_on.wait(10)
            progress(done, of)

        apply(target, plan, progress=wait)  # type: ignore[arg-type]

    monkeypatch.setattr(imports, "apply_import", slowly)
    qtbot.mouseClick(
        button(dialog, f"Import {QLocale().toString(6000)}"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(has_written.is_set, timeout=30_000)
    qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    may_go_on.set()
    idle(qtbot, opened)
    assert desk.digest() == before
    assert desk.count(Contact) == 0
    assert history.changes(desk) == []
    assert any("Nothing was changed" in text for text in texts(dialog))
    monkeypatch.setattr(imports, "apply_import", apply)
    qtbot.mouseClick(
        button(dialog, f"Import {QLocale().toString(6000)}"), Qt.MouseButton.LeftButton
    )
    idle(qtbot, opened)
    assert desk.count(Contact) == 6_000
    opened.window._menus.undo.trigger()  # many rows: in a worker
    assert opened.tasks.is_busy
    idle(qtbot, opened)
    assert desk.digest() == before
    opened.window._menus.redo.trigger()
    assert opened.tasks.is_busy
    idle(qtbot, opened)
    assert desk.count(Contact) == 6_000


def test_that_an_import_cannot_be_begun_twice(opened: Bench, table: Path) -> None:
    command = opened.window.findChild(ImportCommand)
    assert command is not None
    first = ask(opened)
    command.take([table])
    assert QApplication.activeModalWidget() is first
    assert not opened.tasks.is_busy
    first.reject()


def test_that_names_of_many_files_are_cut() -> None:
    from careerdesk.gui.dialogs.import_steps import names_of

    few: Sequence[Path] = [Path("a/x.csv"), Path("y.csv")]
    assert names_of(few) == "x.csv, y.csv"
    assert names_of([Path(name) for name in "abcde"]) == "a, b, c, …"
