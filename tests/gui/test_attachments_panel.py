"""Files of a record: dropped, chosen, opened, saved, made private and removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from list_bench import words
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES, Attachment
from careerdesk.domain.learning import Certificate
from careerdesk.gui.records import attachments_panel
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.services import attachments, history, records
from careerdesk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
FILES = {"scan.pdf": b"%PDF-1.7", "run.exe": b"MZ", "fake.pdf": b"MZ"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def certificate(desk: Desk) -> Certificate:
    made = Certificate.new("Scrum Master")
    records.add(desk, made)
    return made


@pytest.fixture
def page(opened: Bench, certificate: Certificate) -> RecordsPage:
    opened.window.navigator.open_record(certificate)
    found = opened.window.navigator.page("learning")
    assert isinstance(found, RecordsPage)
    return found


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system was asked to show."""
    found: list[Path] = []

    def show(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return found


def mime(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(widget: QWidget, data: QMimeData) -> bool:
    """Drag over a widget; say whether anything would take what is dragged."""
    place = widget.rect().center()
    keys = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, keys)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(host: QWidget, data: QMimeData) -> None:
    place = QPointF(host.rect().center())
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(host, QDropEvent(place, Qt.DropAction.CopyAction, data, LEFT, keys))


def editor(page: RecordsPage, name: str) -> QWidget:
    found = page.view._details.form.field(name).focusProxy()
    assert found is not None
    return found


def press(qtbot: QtBot, place: QWidget, name: str) -> None:
    QApplication.processEvents()  # what was listed anew is shown in the next turn
    qtbot.mouseClick(button(place, name), LEFT)


def names(desk: Desk, owner: Any) -> list[str]:
    kept = desk.all(Attachment, **{attachments.owner_field(type(owner)): owner.id})
    return sorted(one.file_name for one in kept)


def test_that_files_dropped_anywhere_on_the_details_are_attached_as_one_change(
    page: RecordsPage, desk: Desk, certificate: Certificate, files: Path
) -> None:
    details = page.view._details
    data = mime([files / "scan.pdf", files / "run.exe"])
    assert drag(details, data)
    assert "Drop to attach to Scrum Master" in words(details)
    drop(details, data)
    assert "Drop to attach" not in words(details)
    assert names(desk, certificate) == ["run.exe", "scan.pdf"]
    assert desk.history()[0].title == "Attach 2 files"
    assert "PDF · 8 bytes" in words(details)
    assert "EXE file · 2 bytes" in words(details)
    history.undo(desk)
    assert "None yet" in words(details)


def test_that_the_sign_goes_when_the_files_are_taken_elsewhere(
    page: RecordsPage, files: Path
) -> None:
    details = page.view._details
    assert drag(details, mime([files / "scan.pdf"]))
    QApplication.sendEvent(details, QDragLeaveEvent())
    assert "Drop to attach" not in words(details)


def test_that_fields_leave_files_to_the_details_and_take_text(
    page: RecordsPage, desk: Desk, certificate: Certificate, files: Path
) -> None:
    data = mime([files / "scan.pdf"])
    data.setText(str(files / "scan.pdf"))  # file managers send the name along
    for name in ("title", "note"):
        assert drag(editor(page, name), data)
        assert "Drop to attach" in words(page)
    drop(page.view._details, data)
    assert names(desk, certificate) == ["scan.pdf"]
    text = QMimeData()
    text.setText("words")
    assert drag(editor(page, "title"), text)
    assert "Drop to attach" not in words(page)


def test_that_files_are_attached_from_a_dialog(
    qtbot: QtBot,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attachments_panel, "ask_files", lambda *_: [files / "scan.pdf"])
    press(qtbot, page, "Attach files…")
    assert names(desk, certificate) == ["scan.pdf"]
    monkeypatch.setattr(attachments_panel, "ask_files", lambda *_: [])
    press(qtbot, page, "Attach files…")
    assert names(desk, certificate) == ["scan.pdf"]


def test_that_a_file_too_large_or_unreadable_is_refused_in_a_sentence(
    opened: Bench, page: RecordsPage, desk: Desk, certificate: Certificate, files: Path
) -> None:
    with (files / "large.pdf").open("wb") as large:
        large.truncate(MAX_ATTACHMENT_BYTES + 1)
    details = page.view._details
    for name in ("large.pdf", "gone.pdf"):
        assert drag(details, mime([files / name]))
        drop(details, mime([files / name]))
    assert "an attachment may have 25" in opened.messages()[0]
    assert "cannot be read" in opened.messages()[1]
    assert names(desk, certificate) == []


def test_that_a_harmless_file_opens_on_a_click_as_a_private_copy(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    shown: list[Path],
) -> None:
    attachments.attach(desk, certificate, files / "scan.pdf")
    assert shown == []
    press(qtbot, page, "Open scan.pdf, PDF · 8 bytes")
    assert [path.name for path in shown] == ["scan.pdf"]
    assert shown[0].read_bytes() == FILES["scan.pdf"]
    opener = button(page, "Open scan.pdf, PDF · 8 bytes")
    opener.setFocus()
    qtbot.keyClick(opener, Qt.Key.Key_Return)
    assert len(shown) == 2
    assert files not in shown[0].parents
    opened.window.close()
    assert not shown[0].exists()


def test_that_other_kinds_and_false_names_are_not_opened(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    shown: list[Path],
) -> None:
    attachments.attach_many(desk, certificate, [files / "run.exe", files / "fake.pdf"])
    (panel,) = [one for one in page.findChildren(AttachmentsPanel) if one.isVisible()]
    QApplication.processEvents()
    openers = [one for one in panel.findChildren(QWidget) if "run.exe, EXE" in one.accessibleName()]
    qtbot.mouseClick(openers[0], LEFT)
    assert shown == []
    press(qtbot, page, "Open fake.pdf, PDF · 2 bytes")
    assert shown == []
    assert "its content is not what its name says" in opened.messages()[0]


def test_that_a_missing_program_is_said(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    attachments.attach(desk, certificate, files / "scan.pdf")
    press(qtbot, page, "Open scan.pdf, PDF · 8 bytes")
    assert "No program on this computer opens scan.pdf" in opened.messages()[0]


def test_that_a_copy_is_saved_where_it_is_asked_for(
    qtbot: QtBot,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attachments.attach(desk, certificate, files / "run.exe")
    target = files / "copy.exe"
    proposed: list[str] = []

    def ask(_parent: QWidget, _title: str, path: Path, _kinds: str, suffix: str) -> Path:
        proposed.extend((path.name, suffix))
        return target

    monkeypatch.setattr(attachments_panel, "ask_new_file", ask)
    press(qtbot, page, "Save a copy of run.exe…")
    assert target.read_bytes() == FILES["run.exe"]
    assert proposed == ["run.exe", ".exe"]


def test_that_a_file_is_removed_with_undo_at_hand(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
) -> None:
    attachments.attach(desk, certificate, files / "scan.pdf")
    press(qtbot, page, "Remove scan.pdf")
    assert names(desk, certificate) == []
    assert opened.messages() == ["Removed scan.pdf."]
    press(qtbot, opened.window.messages(), "Undo")
    assert names(desk, certificate) == ["scan.pdf"]


def test_that_each_file_has_a_lock_and_the_cursor_stays_on_it(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
) -> None:
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    attachments.attach(desk, certificate, files / "scan.pdf")
    QApplication.processEvents()
    lock = button(page, "Public: scan.pdf may be shown. Make it private")
    lock.setFocus()
    qtbot.keyClick(lock, Qt.Key.Key_Space)
    assert desk.all(Attachment)[0].is_private
    assert desk.history()[0].title == "Make attachment scan.pdf private"
    QApplication.processEvents()
    closed = button(page, "Private: scan.pdf is left out of the portfolio. Make it public")
    assert opened.window.focusWidget() is closed


def test_that_nothing_is_attached_while_several_records_or_none_are_chosen(
    page: RecordsPage, desk: Desk, files: Path
) -> None:
    records.add(desk, Certificate.new("Second"))
    page.view.table.selectAll()
    drag(page.view._details, mime([files / "scan.pdf"]))
    assert "Drop to" not in words(page)  # the window may take them


def test_that_a_scan_dropped_on_the_list_becomes_a_certificate(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, files: Path
) -> None:
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    card = page.view._ui.list_card
    drag(card, mime([files / "scan.pdf", files / "run.exe"]))
    assert "Drop to" not in words(page)
    scan = files / "scan.pdf"
    assert drag(page.view.table.viewport(), mime([scan]))
    assert "Drop to add a certificate of each file" in words(card)
    drop(card, mime([scan]))
    assert {one.title for one in desk.all(Certificate)} == {"Scrum Master", "scan"}
    made = page.view._details.form.record
    assert (made.title, names(desk, made)) == ("scan", ["scan.pdf"])
    assert opened.window.focusWidget() is editor(page, "title")
    history.undo(desk)
    assert [one.title for one in desk.all(Certificate)] == ["Scrum Master"]


def test_that_a_file_attached_does_not_read_the_list_again(
    page: RecordsPage,
    desk: Desk,
    certificate: Certificate,
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read_again() -> list[Any]:
        raise AssertionError("a file changes no row")

    monkeypatch.setattr(page.view.listing, "rows", read_again)
    attachments.attach(desk, certificate, files / "scan.pdf")
    assert "scan.pdf" in words(page)


def test_that_a_read_only_desk_takes_no_files(
    opened: Bench, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.session.desk
    assert desk is not None
    made = Certificate.new("Scrum")
    records.add(desk, made)
    attachments.attach(desk, made, files / "scan.pdf")
    monkeypatch.setattr(Desk, "is_read_only", True)
    opened.window.navigator.open_record(made)
    page = opened.window.navigator.page("learning")
    assert isinstance(page, RecordsPage)
    drag(page.view._details, mime([files / "scan.pdf"]))
    drag(page.view._ui.list_card, mime([files / "scan.pdf"]))
    assert "Drop to" not in words(page)
    QApplication.processEvents()
    for name in ("Attach files…", "Remove scan.pdf"):
        assert not button(page, name).isEnabled()
    assert button(page, "Save a copy of scan.pdf…").isEnabled()
