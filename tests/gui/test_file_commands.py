from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QRadioButton,
)

from careerdesk.gui import file_commands, file_dialogs
from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_that_new_makes_an_empty_desk_where_the_user_says(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.folder / "Mine.careerdesk"
    monkeypatch.setattr(file_commands, "ask_new_desk", lambda *_: path)
    bench.window.show_start()
    bench.window.show()
    (action,) = (one for one in bench.window._menus.actions() if one.text() == "&New desk…")
    action.trigger()
    assert path.is_file()
    assert bench.settings.recent_desks == [path]
    assert bench.settings.last_folder == bench.folder


def test_that_a_new_desk_and_the_first_portfolio_are_proposed_beside_the_desk(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []
    elsewhere = opened.folder / "imports"
    elsewhere.mkdir()
    opened.settings.last_folder = elsewhere
    monkeypatch.setattr(file_commands, "ask_new_desk", lambda *given: proposed.append(given[2]))
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *given: proposed.append(given[2]))
    opened.window._commands.files.new()
    opened.window._commands.files.export_portfolio()
    assert [path.parent for path in proposed] == [opened.folder, opened.folder]
    opened.settings.last_portfolio = elsewhere / "Alex portfolio.pdf"
    opened.window._commands.files.export_portfolio()
    assert proposed[-1] == opened.settings.last_portfolio


def test_that_open_opens_the_file_the_user_chooses(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_desk()
    monkeypatch.setattr(file_commands, "ask_file", lambda *_: path)
    bench.window.show_start()
    bench.window.show()
    qtbot.mouseClick(button(bench.window, "Open a desk…"), Qt.MouseButton.LeftButton)
    assert bench.session.desk is not None


def test_that_a_dialog_that_is_left_changes_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: None)
    monkeypatch.setattr(file_commands, "ask_new_desk", lambda *_: None)
    monkeypatch.setattr(file_commands, "ask_file", lambda *_: None)
    bench.window._commands.files.new()
    bench.window._commands.files.open()
    bench.window._commands.files.export_portfolio()
    bench.window._minder.back_up()
    assert bench.session.desk is None


def test_that_the_example_is_made_once_and_says_that_it_is_fictional(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "documents", lambda: bench.folder / "Documents")
    bench.window._commands.files.open_example()
    qtbot.waitUntil(lambda: "Fictional" in bench.window._sidebar._place.text())
    bench.add_skill("Mine")
    bench.session.close()
    bench.window._commands.files.open_example()
    assert "Mine" in bench.skills()


def test_that_a_backup_by_hand_is_pinned_and_shown(qtbot: QtBot, opened: Bench) -> None:
    opened.add_skill("A")
    opened.window._menus.back_up.trigger()
    qtbot.waitUntil(lambda: bool(opened.messages()))
    assert opened.session.desk is not None
    assert [one.is_pinned for one in list_backups(opened.session.desk.path)] == [True]
    assert "Backed up and verified" in opened.messages()[0]
    assert opened.window._status._backup.text().startswith("Last verified backup")


def test_that_the_portfolio_is_written_in_the_background(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = opened.folder / "out.pdf"
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: out)
    with qtbot.waitSignal(
        opened.tasks.busy_changed, timeout=20_000, check_params_cb=lambda busy: not busy
    ):
        opened.window._menus.export.trigger()
        assert not opened.window._menus.export.isEnabled()
        assert opened.window._status._progress.isVisible()
    assert out.read_bytes().startswith(b"%PDF")
    assert "out.pdf" in opened.messages()[0]
    assert opened.window._menus.export.isEnabled()
    assert not opened.window._status._progress.isVisible()
    shown: list[Path] = []
    monkeypatch.setattr(file_dialogs, "show_file", shown.append)
    qtbot.mouseClick(button(opened.window, "Open PDF"), Qt.MouseButton.LeftButton)
    assert shown == [out]


def test_that_a_pdf_that_cannot_be_written_is_explained(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: opened.folder / "no" / "x.pdf")
    with qtbot.waitSignal(
        opened.tasks.busy_changed, timeout=20_000, check_params_cb=lambda busy: not busy
    ):
        opened.window._menus.export.trigger()
    assert "x.pdf" in opened.messages()[0]


class Typist:
    """Types one name into the file dialog, leaves it when it comes again, answers its questions."""

    def __init__(self, name: str, *, replaces: bool) -> None:
        self.questions: list[str] = []
        self._names = [name]
        self._words = ("Replace", "&Yes") if replaces else ("Cancel", "&No")
        self._is_done = False

    def ask(self, parent: QWidget, folder: Path) -> Path | None:
        QTimer.singleShot(0, self._act)
        made = file_dialogs.ask_new_file(
            parent, "Export", folder / "proposed.pdf", "PDF (*.pdf)", ".pdf"
        )
        self._is_done = True
        QApplication.processEvents()  # the last timer finds nothing to do
        return made

    def _act(self) -> None:
        if self._is_done:
            return
        QTimer.singleShot(5, self._act)  # first, because what follows may wait for the next answer
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.questions.append(dialog.text())
            next(one for one in dialog.buttons() if one.text() in self._words).click()
        elif isinstance(dialog, QFileDialog) and self._names:
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            field.setText(self._names.pop())
            dialog.accept()
        elif isinstance(dialog, QFileDialog):
            dialog.reject()


@pytest.mark.parametrize(
    ("typed", "meant"), [("foo", "foo.pdf"), ("foo.pdf", "foo.pdf"), ("foo.txt", "foo.txt.pdf")]
)
def test_that_a_file_is_replaced_only_when_the_user_says_so(
    bench: Bench, typed: str, meant: str
) -> None:
    path = bench.folder / meant
    assert Typist(typed, replaces=False).ask(bench.window, bench.folder) == path
    path.write_bytes(b"mine")
    careful = Typist(typed, replaces=False)
    assert careful.ask(bench.window, bench.folder) is None
    (question,) = careful.questions
    assert meant in question
    assert Typist(typed, replaces=True).ask(bench.window, bench.folder) == path


def test_that_a_documents_folder_that_cannot_be_made_is_explained(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bench.folder / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(file_commands, "documents", lambda: bench.folder / "file" / "Documents")
    bench.window._commands.files.open_example()
    (message,) = bench.messages()
    assert "was not written" in message
    assert bench.session.desk is None


def test_that_a_copy_is_a_desk_of_its_own_and_can_be_opened(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.add_skill("A")
    assert opened.session.desk is not None
    digest, target = opened.session.desk.digest(), opened.folder / "Alex copy.careerdesk"
    asked: list[Path] = []

    def ask(_parent: object, _title: str, proposed: Path) -> Path:
        asked.append(proposed)
        return target

    monkeypatch.setattr(file_commands, "ask_new_desk", ask)
    opened.window._menus._save_copy.trigger()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=20_000)
    assert asked == [target]
    assert "Copied and verified" in opened.messages()[0]
    opened.add_skill("B")
    qtbot.mouseClick(button(opened.window, "Open the copy"), Qt.MouseButton.LeftButton)
    assert opened.session.desk.path == target
    assert opened.session.desk.digest() == digest
    assert opened.session.desk.notices == ()
    assert opened.skills() == ["A"]


def test_that_a_copy_never_takes_the_place_of_a_file(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = opened.new_desk("Bo")
    before = taken.read_bytes()
    monkeypatch.setattr(file_commands, "ask_new_desk", lambda *_: taken)
    opened.window._menus._save_copy.trigger()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=20_000)
    assert "already a file" in opened.messages()[0]
    assert taken.read_bytes() == before


@pytest.mark.parametrize(("form", "name"), [("One JSON file", "x.json"), ("Tables", "x.zip")])
def test_that_everything_is_exported_after_a_word_on_privacy(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    opened.add_skill("Welding")
    out = opened.folder / name
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: out)
    opened.window._menus._export_all.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert any("private" in one.text() for one in dialog.findChildren(QLabel))
    (choice,) = (
        one for one in dialog.findChildren(QRadioButton) if one.text().replace("&", "") == form
    )
    choice.click()
    qtbot.mouseClick(button(dialog, "Choose where…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=20_000)
    assert name in opened.messages()[0]
    content = out.read_bytes()
    if name.endswith("zip"):
        with zipfile.ZipFile(out) as archive:
            content = archive.read("skill.csv")
    assert b"Welding" in content


def test_that_the_folder_of_the_desk_is_shown(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(file_commands, "show_file", shown.append)
    opened.window._menus._show_file.trigger()
    assert shown == [opened.folder]


def test_that_a_proposed_name_is_one_that_is_free(tmp_path: Path) -> None:
    path = tmp_path / "My career.careerdesk"
    assert file_dialogs.free_name(path) == path
    path.touch()
    assert file_dialogs.free_name(path).name == "My career 2.careerdesk"


def test_that_a_new_desk_is_named_until_nothing_has_its_name(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_desk("Alex")
    said: list[str] = []
    names = ["Bo", "Alex"]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(
        QFileDialog, "selectedFiles", lambda _dialog: [str(bench.folder / names.pop())]
    )
    proposed = bench.folder / "My career.careerdesk"
    assert file_dialogs.ask_new_desk(bench.window, "New", proposed) == (
        bench.folder / "Bo.careerdesk"
    )
    (words,) = said
    assert "Alex.careerdesk" in words
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    assert file_dialogs.ask_new_desk(bench.window, "New", proposed) is None


@pytest.mark.parametrize("key", ["Ctrl+W", "Ctrl+Q"])
def test_that_the_window_is_closed_by_key(qtbot: QtBot, opened: Bench, key: str) -> None:
    (action,) = (
        one for one in opened.window._menus.actions() if one.shortcut() == QKeySequence(key)
    )
    action.trigger()
    assert not opened.window.isVisible()
    assert opened.session.desk is None
