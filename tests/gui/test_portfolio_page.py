"""The Portfolio page: what is chosen stands in the document, and the document is on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from portfolio_desks import records_with_secrets
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from careerdesk.domain.portfolio import (
    UNTICKED,
    PortfolioHidden,
    PortfolioSection,
    Section,
    in_order,
)
from careerdesk.domain.profile import PaperSize, Preferences
from careerdesk.domain.records import COLLECTIONS
from careerdesk.domain.roles import Target
from careerdesk.domain.skills import Skill
from careerdesk.gui import file_dialogs, portfolio_print
from careerdesk.gui.dialogs.busy import BusyDialog
from careerdesk.gui.models.portfolio_models import ASIDE_ROLE, ROW_ROLE
from careerdesk.gui.pages.portfolio_page import PortfolioPage
from careerdesk.gui.settings import TextSize
from careerdesk.gui.widgets.choice_delegate import mark_area
from careerdesk.gui.widgets.page_view import PageView
from careerdesk.services import history, portfolio, portfolio_choices
from careerdesk.services.portfolio_outline import Standing

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from PySide6.QtWidgets import QListView
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.pages.portfolio_document import PortfolioDocument
    from careerdesk.storage.desk import Desk


@pytest.fixture
def rich(opened: Bench) -> Bench:
    """A bench with something in every section, some of it private."""
    made, _ = records_with_secrets()
    with desk_of(opened).change("Fill the desk") as tx:
        tx.keep(b"scan")
        tx.put(made.profile)
        for name in COLLECTIONS:
            tx.add_many(getattr(made, name))
    return opened


def desk_of(bench: Bench) -> Desk:
    assert bench.session.desk is not None
    return bench.session.desk


def opened_page(qtbot: QtBot, bench: Bench) -> PortfolioDocument:
    bench.window.navigator.open_page("portfolio")
    page = bench.window.navigator.page("portfolio")
    assert isinstance(page, PortfolioPage)
    settle(qtbot, bench, page.document)
    return page.document


def settle(qtbot: QtBot, bench: Bench, document: PortfolioDocument) -> None:
    """Wait until the pages in sight are those of the desk as it is."""

    def is_done() -> bool:
        preview = document._preview
        return (
            preview.is_current and not preview._is_drawing and document._pages.next_need() is None
        )

    qtbot.waitUntil(is_done, timeout=30_000)


def lines(view: QListView) -> list[tuple[str, str]]:
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [(index.data(), index.data(ASIDE_ROLE)) for index in rows]


def click_mark(qtbot: QtBot, view: QListView, row: int) -> None:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    place = mark_area(option, index).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def page_text(document: PortfolioDocument) -> str:
    return " ".join(view.accessibleDescription() for view in document.findChildren(PageView))


def printed(bench: Bench) -> list[str]:
    stored = in_order(desk_of(bench).all(PortfolioSection))
    return [one.section.value for one in stored if one.is_shown]


USUAL = [section.value for section in Section if section not in UNTICKED]


def test_that_the_page_shows_every_section_and_all_pages(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    assert lines(ui.sections_list) == [
        ("Cover", "1 of 2 links"),
        ("Why I am changing careers", "13 words"),
        ("Skills", "5 of 6"),
        ("Experience and education", "3 of 4"),
        ("Learning record", "2 of 3"),
        ("Certificates", "2 of 3"),
        ("Network in numbers", "6 conversations"),
        ("Readiness", ""),
        ("Skills against the role", ""),
        ("Gaps and what closes them", ""),
    ]
    made = document._preview.document
    assert document._pages.page_count == made.pages > 4
    assert document._ui.page_label.text() == f"Page 1 of {made.pages}"
    assert "Ana Kowalska" in page_text(document)
    assert "Secret" not in page_text(document)
    assert "Hidden from this reader" in ui.hidden_label.text()
    assert "names of contacts" in ui.hidden_label.text()


def test_that_a_tick_leaves_a_section_out_of_the_document(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    view = document._choices._ui.sections_list
    click_mark(qtbot, view, 6)
    assert printed(rich) == USUAL[:-1]
    settle(qtbot, rich, document)
    assert "Network in numbers" not in page_text(document)
    view.setCurrentIndex(view.model().index(6, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert printed(rich) == USUAL
    settle(qtbot, rich, document)
    assert "Network in numbers" in page_text(document)


def test_that_sections_are_moved_by_keys_and_by_buttons(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    view = ui.sections_list
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert printed(rich)[:2] == ["skills", "statement"]
    assert view.currentIndex().data() == "Skills"
    assert not ui.up_button.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert printed(rich)[:2] == ["skills", "statement"]
    qtbot.mouseClick(ui.down_button, Qt.MouseButton.LeftButton)
    assert printed(rich) == USUAL
    view.setCurrentIndex(view.model().index(9, 0))
    assert not ui.down_button.isEnabled()
    view.setCurrentIndex(view.model().index(0, 0))
    assert not ui.up_button.isEnabled()
    assert not ui.down_button.isEnabled()


def test_that_what_is_missing_for_a_role_is_printed_only_once_it_is_ticked(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    view = ui.sections_list
    told = set()
    for row in (7, 8, 9):
        view.setCurrentIndex(view.model().index(row, 0))
        told.add(ui.about_label.text())
    assert len(told) == 3
    assert all(one.endswith("Left out until it is ticked.") for one in told)
    assert "as rated by me" not in page_text(document)
    click_mark(qtbot, view, 7)
    assert printed(rich) == [*USUAL, "readiness"]
    qtbot.waitUntil(lambda: "as rated by me" in page_text(document))
    (target,) = desk_of(rich).all(Target)
    with desk_of(rich).change("Aim at nothing") as tx:
        tx.remove(target)
    assert ui.about_label.text() == "Choose a target role, and this section can be printed."


@pytest.mark.parametrize(
    ("row", "before", "order"),
    [
        (6, 1, ["network", *USUAL[:-1]]),
        (6, 0, ["network", *USUAL[:-1]]),
        (1, 3, ["skills", "statement", *USUAL[2:]]),
        (1, 7, [*USUAL[1:], "statement"]),
    ],
)
def test_that_a_section_is_put_where_it_is_dropped(
    qtbot: QtBot, rich: Bench, row: int, before: int, order: list[str]
) -> None:
    document = opened_page(qtbot, rich)
    model = document._choices._ui.sections_list.model()
    assert model.moveRows(QModelIndex(), row, 1, QModelIndex(), before)
    qtbot.waitUntil(lambda: printed(rich) == order)
    assert document._choices._ui.sections_list.currentIndex().row() - 1 == order.index(
        USUAL[row - 1]
    )


def test_that_the_cover_is_not_moved_and_nothing_is_dropped_on_itself(
    qtbot: QtBot, rich: Bench
) -> None:
    model = opened_page(qtbot, rich)._choices._ui.sections_list.model()
    root = QModelIndex()
    assert not model.moveRows(root, 0, 1, root, 3)
    assert not model.moveRows(root, 2, 1, root, 2)
    assert not model.moveRows(root, 2, 1, root, 3)
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert model.index(1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert printed(rich) == USUAL


def test_that_an_eye_leaves_one_record_out_and_shows_it_again(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    view = document._choices._ui.items_list
    names = [name for name, _ in lines(view)]
    click_mark(qtbot, view, names.index("Testing"))
    hidden = {one.skill_id for one in desk_of(rich).all(PortfolioHidden)}
    assert [one.name for one in desk_of(rich).all(Skill) if one.id in hidden] == ["Testing"]
    assert document._choices._ui.amount_label.text() == "4 of 6"
    settle(qtbot, rich, document)
    assert "Testing" not in page_text(document)
    click_mark(qtbot, view, names.index("Testing"))
    assert desk_of(rich).all(PortfolioHidden) == []
    assert rich.messages() == []


def test_that_what_is_private_or_hidden_with_another_has_no_eye_of_its_own(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    view = document._choices._ui.items_list
    names = [name for name, _ in lines(view)]
    click_mark(qtbot, view, names.index("Discovery"))
    standings = {
        index.data(): index.data(ROW_ROLE).standing
        for index in (view.model().index(row, 0) for row in range(len(names)))
    }
    assert standings["Interviews"] is Standing.HIDDEN_WITH
    (private,) = (name for name in names if name.startswith("Secret"))
    assert standings[private] is Standing.PRIVATE
    before = desk_of(rich).undo_title()
    click_mark(qtbot, view, names.index("Interviews"))
    click_mark(qtbot, view, names.index(private))
    assert desk_of(rich).undo_title() == before


def test_that_enter_opens_a_record_where_it_is_changed(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    opened: list[Any] = []
    document._choices._context.navigator = Recorder(opened)  # type: ignore[assignment]
    ui.items_list.setCurrentIndex(ui.items_list.model().index(0, 0))
    qtbot.keyClick(ui.items_list, Qt.Key.Key_Return)
    assert [one.name for one in opened] == ["Python"]


class Recorder:
    """A navigator that goes nowhere."""

    def __init__(self, opened: list[Any]) -> None:
        self._opened = opened

    def open_record(self, record: Any) -> None:
        self._opened.append(record)


def test_that_several_records_are_left_out_as_one_change_with_undo(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    view = document._choices._ui.items_list
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert desk_of(rich).undo_title() == "Leave 2 skills out of the portfolio"
    qtbot.mouseClick(button(rich.window, "Undo"), Qt.MouseButton.LeftButton)
    assert desk_of(rich).all(PortfolioHidden) == []


def test_that_all_that_the_filter_lets_through_is_hidden_and_shown(
    qtbot: QtBot, rich: Bench
) -> None:
    desk = desk_of(rich)
    with desk.change("Add skills") as tx:
        tx.add_many(Skill.new(f"M\u00fcller {number}") for number in range(6))
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    page = rich.window.navigator.page("portfolio")
    assert page.focus_filter()
    qtbot.keyClicks(ui.filter_edit, "muller")
    assert len(lines(ui.items_list)) == 6
    qtbot.mouseClick(ui.hide_all_button, Qt.MouseButton.LeftButton)
    assert desk.count(PortfolioHidden) == 6
    assert not ui.hide_all_button.isEnabled()
    qtbot.mouseClick(ui.show_all_button, Qt.MouseButton.LeftButton)
    assert desk.count(PortfolioHidden) == 0
    view = ui.sections_list
    view.setCurrentIndex(view.model().index(5, 0))
    assert ui.filter_edit.text() == ""
    assert not page.focus_filter()


def test_that_sections_without_records_say_what_they_are_made_of(
    qtbot: QtBot, opened: Bench
) -> None:
    document = opened_page(qtbot, opened)
    ui = document._choices._ui
    said = set()
    for row in range(7):
        ui.sections_list.setCurrentIndex(ui.sections_list.model().index(row, 0))
        assert ui.about_label.isVisible()
        assert not ui.items_list.isVisible()
        said.add(ui.about_label.text())
    assert len(said) == 4
    assert "What to add first" in page_text(document)
    assert ui.hidden_label.text() == "Nothing is hidden from this reader."


def test_that_private_records_are_included_until_the_page_is_left(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    before = desk_of(rich).undo_title()
    ui.private_check.click()
    assert ui.private_label.isVisible()
    settle(qtbot, rich, document)
    assert "Secret" in page_text(document)
    assert desk_of(rich).undo_title() == before, "that choice is never stored"
    rich.window.navigator.open_page("home")
    rich.window.navigator.open_page("portfolio")
    assert not ui.private_check.isChecked()
    settle(qtbot, rich, document)
    assert "Secret" not in page_text(document)


def test_that_the_paper_is_kept_on_the_desk(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    combo = document._choices._ui.paper_combo
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    combo.activated.emit(combo.currentIndex())
    (stored,) = desk_of(rich).all(Preferences)
    assert stored.paper is PaperSize.LETTER
    settle(qtbot, rich, document)
    assert (
        document.findChildren(PageView)[0].look == portfolio.look(document._preview.document.pdf)[0]
    )
    history.undo(desk_of(rich))
    assert combo.currentText() == "A4"


def test_that_a_change_while_pages_are_set_is_the_one_that_is_shown(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    preview = document._preview
    preview.ask(at_once=True)
    qtbot.waitUntil(lambda: preview.is_building, timeout=5000)
    shown: list[int] = []
    preview.built.connect(lambda: shown.append(1))
    for name in ("Alpha", "Omega"):
        rich.add_skill(name)
    preview.ask(at_once=True)
    settle(qtbot, rich, document)
    assert "Omega" in page_text(document)
    assert len(shown) == 1, "the document given up was never shown"


def test_that_the_window_stays_alive_while_pages_are_set(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(5)
    document._preview.ask(at_once=True)
    qtbot.waitUntil(lambda: document._preview.is_building, timeout=5000)
    settle(qtbot, rich, document)
    timer.stop()
    assert len(beats) > 5
    assert not rich.tasks.is_busy


def test_that_a_closed_desk_takes_its_preview_along(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    document._preview.ask(at_once=True)
    qtbot.waitUntil(lambda: document._preview.is_building, timeout=5000)
    assert rich.session.open(rich.new_desk("Other"))
    rich.tasks.wait()
    other = opened_page(qtbot, rich)
    assert "Ana Kowalska" not in page_text(other)


def test_that_pages_are_set_only_while_somebody_looks(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    document._preview.ask(at_once=True)
    rich.window.navigator.open_page("home")
    qtbot.wait(50)
    assert not document._preview.is_building
    rich.add_skill("Meanwhile")
    qtbot.wait(50)
    assert not document._preview.is_building
    rich.window.navigator.open_page("portfolio")
    settle(qtbot, rich, document)
    assert "Meanwhile" in page_text(document)


def test_that_the_button_saves_what_the_preview_shows(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio_choices.show_section(desk_of(rich), Section.SKILLS, False)
    document = opened_page(qtbot, rich)
    assert not document._ui.folder_button.isEnabled()
    out = rich.folder / "mine.pdf"
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: out)
    with qtbot.waitSignal(document._export.saved, timeout=20_000):
        qtbot.mouseClick(button(rich.window, "Save PDF…"), Qt.MouseButton.LeftButton)
    assert out.read_bytes() == document._preview.document.pdf
    (message,) = rich.messages()
    assert "mine.pdf" in message
    assert "not in it" in message
    shown: list[Path] = []
    monkeypatch.setattr(file_dialogs, "show_file", shown.append)
    qtbot.mouseClick(document._ui.folder_button, Qt.MouseButton.LeftButton)
    assert shown == [rich.folder]
    assert rich.settings.last_portfolio == out
    out.unlink()
    qtbot.waitUntil(lambda: not rich.tasks.is_busy)


def test_that_private_records_are_saved_only_as_long_as_they_are_chosen(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_page(qtbot, rich)
    document._choices._ui.private_check.click()
    out = rich.folder / "mine.pdf"
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: out)
    with qtbot.waitSignal(document._export.saved, timeout=20_000):
        document.save_action.trigger()
    assert any("Secret" in page.extract_text() for page in PdfReader(out).pages)
    assert "Private records are in it." in rich.messages()[0]
    qtbot.waitUntil(lambda: not rich.tasks.is_busy)


def test_that_only_the_last_file_saved_is_told_of_and_not_for_long(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_page(qtbot, rich)
    private = document._choices._ui.private_check
    for name, is_private in (("first", False), ("second", True), ("third", False)):
        private.setChecked(is_private)
        out = rich.folder / f"{name}.pdf"
        monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_, out=out: out)
        with qtbot.waitSignal(document._export.saved, timeout=20_000):
            document.save_action.trigger()
        (message,) = rich.window.messages().messages()
        assert f"{name}.pdf" in message.text
        assert message.is_passing is not is_private  # a warning waits until it is read
    qtbot.waitUntil(lambda: not rich.tasks.is_busy)


def a_printer(path: Path, paper: PaperSize = PaperSize.A4) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    portfolio_print.set_paper(made, paper)
    return made


def test_that_every_page_is_printed_on_the_paper_chosen(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_of(opened).change("Add") as tx:  # little, for each page is millions of pixels
        tx.add_many(Skill.new(name) for name in ("Python", "SQL"))
    document = opened_page(qtbot, opened)
    out = opened.folder / "printed.pdf"
    monkeypatch.setattr(portfolio_print, "ask_printer", lambda _, paper: a_printer(out, paper))
    qtbot.mouseClick(button(opened.window, "Print…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.messages()), timeout=60_000)
    pages = PdfReader(out).pages
    assert 1 < len(pages) == document._preview.document.pages
    assert opened.messages() == [f"{len(pages)} pages sent to the printer."]
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    for page in pages:
        assert min(picture.image.width for picture in page.images if picture.image) >= 2480


def test_that_only_the_pages_named_are_printed(qtbot: QtBot, rich: Bench) -> None:
    printer: Any = a_printer(rich.folder / "x.pdf")
    assert portfolio_print.pages_chosen(printer, 5) == [0, 1, 2, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert portfolio_print.pages_chosen(printer, 5) == [1, 2]
    printer.setFromTo(4, 9)
    assert portfolio_print.pages_chosen(printer, 5) == [3, 4]


def test_that_printing_can_be_stopped(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_page(qtbot, rich)
    out = rich.folder / "printed.pdf"
    monkeypatch.setattr(portfolio_print, "ask_printer", lambda _, paper: a_printer(out, paper))
    document.print_action.trigger()
    document.print_action.trigger()  # the one under way goes on alone
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BusyDialog)
    qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not rich.tasks.is_busy, timeout=20_000)
    assert rich.messages() == ["Printing was stopped."]


def test_that_a_printer_dialog_that_is_left_prints_nothing(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_page(qtbot, rich)
    monkeypatch.setattr(portfolio_print, "ask_printer", lambda *_: None)
    document.print_action.trigger()
    assert not rich.tasks.is_busy
    assert rich.messages() == []


@pytest.mark.qt_log_ignore("QPainter::begin.*")
def test_that_a_printer_that_does_not_start_is_explained(
    qtbot: QtBot, rich: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_page(qtbot, rich)
    nowhere = rich.folder / "no folder" / "x.pdf"
    monkeypatch.setattr(portfolio_print, "ask_printer", lambda *_: a_printer(nowhere))
    document.print_action.trigger()
    qtbot.waitUntil(lambda: bool(rich.messages()), timeout=30_000)
    assert "Nothing was printed" in rich.messages()[0]
    qtbot.waitUntil(lambda: not rich.tasks.is_busy)


def test_that_the_lists_are_sound_models_while_they_change(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    testers = [
        QAbstractItemModelTester(
            view.model(), QAbstractItemModelTester.FailureReportingMode.Warning
        )
        for view in (ui.sections_list, ui.items_list)
    ]
    rich.add_skill("New")
    click_mark(qtbot, ui.items_list, 0)
    ui.sections_list.setCurrentIndex(ui.sections_list.model().index(0, 0))
    portfolio_choices.move_section(desk_of(rich), Section.NETWORK, 0)
    history.undo(desk_of(rich))
    with desk_of(rich).change("Remove") as tx:
        tx.remove_many(tx.all(Skill))
    assert testers


def test_that_lines_say_everything_to_a_screen_reader(qtbot: QtBot, rich: Bench) -> None:
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    role = Qt.ItemDataRole.AccessibleTextRole
    assert ui.sections_list.model().index(2, 0).data(role) == "Skills, 5 of 6"
    first = ui.items_list.model().index(0, 0).data(role)
    assert first == "Python, Engineering, Shown in the portfolio."
    assert ui.items_list.accessibleName() == "Records of Skills"
    for name in ("Move section up", "Larger pages", "Smaller pages"):
        assert button(rich.window, name)


def test_that_names_are_cut_before_the_amount_is(qtbot: QtBot, rich: Bench) -> None:
    desk = desk_of(rich)
    skill = desk.all(Skill)[0]
    with desk.change("Rename") as tx:
        tx.replace(replace(skill, name="A very long name " * 20))
    document = opened_page(qtbot, rich)
    ui = document._choices._ui
    assert ui.items_list.grab().size().width() == ui.items_list.width()
    assert ui.items_list.horizontalScrollBar().maximum() == 0
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(), ui.items_list.viewport().size())
    assert mark_area(option, ui.items_list.model().index(0, 0)).right() <= option.rect.right()


def test_that_all_sections_are_in_sight_at_every_size_of_text(qtbot: QtBot, opened: Bench) -> None:
    document = opened_page(qtbot, opened)
    view = document._choices._ui.sections_list
    for size in (TextSize.LARGEST, TextSize.SMALL):
        opened.theme.choose_text_size(size)
        last = view.visualRect(view.model().index(6, 0))
        assert last.isValid()
        assert view.viewport().rect().contains(last)
    opened.theme.choose_text_size(TextSize.NORMAL)
    assert document._choices.width() <= document.width() * 0.45


def test_that_marks_stand_on_the_other_side_for_readers_from_right_to_left(
    qtbot: QtBot, rich: Bench
) -> None:
    document = opened_page(qtbot, rich)
    view = document._choices._ui.items_list
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 30)
    index = view.model().index(0, 0)
    assert mark_area(option, index).center().x() > 100
    option.direction = Qt.LayoutDirection.RightToLeft
    assert mark_area(option, index).center().x() < 100
