"""What a screen reader finds on every page, form and dialog, and where the tabulator leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from assessment_bench import steps_of_assessment
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)

from careerdesk.domain.records import KINDS
from careerdesk.gui.dialogs.about import about_dialog
from careerdesk.gui.dialogs.bug import bug_dialog
from careerdesk.gui.dialogs.export_everything import ExportDialog
from careerdesk.gui.dialogs.import_dialog import ImportDialog
from careerdesk.gui.dialogs.shortcuts import shortcuts_dialog
from careerdesk.gui.focus import focus_within
from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.pages import PAGES
from careerdesk.gui.pages.parts_page import PartsPage
from careerdesk.gui.widgets.chart_canvas import ChartCanvas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gui_bench import Bench
    from PySide6.QtGui import QAccessibleInterface, QAction
    from pytestqt.qtbot import QtBot

NAME = QAccessible.Text.Name
MOST_STOPS = 200  # of the tabulator, in a whole window
MOST_CELLS = 30  # looked at in a table
# What holds rows has its own test; each of its cells is an object of its own.
HOLDERS = (QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List)
# What takes keys must say what it is for; these roles say only that there is something.
VAGUE = (QAccessible.Role.NoRole, QAccessible.Role.Grouping, QAccessible.Role.Border)
DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "about": about_dialog,
    "bug": lambda window: bug_dialog("line 7", window),
    "export": ExportDialog,
    "import": ImportDialog,
    "shortcuts": lambda window: shortcuts_dialog(window.actions(), window),
}


@pytest.fixture
def example(opened: Bench, qtbot: QtBot) -> Bench:
    """A bench that shows the example."""
    assert opened.session.create_example(opened.folder / "Example.careerdesk")
    opened.window.messages().clear()
    opened.window.activateWindow()
    return opened


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_all_that_takes_keys_on_a_page_has_a_name_and_a_role(
    qtbot: QtBot, example: Bench, key: str
) -> None:
    for where in parts_of(qtbot, example, key):
        assert nameless(where) == []
        assert labels_without_their_field(where) == []


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_each_underlined_letter_of_a_page_leads_to_its_field(
    qtbot: QtBot, example: Bench, key: str
) -> None:
    for part in parts_of(qtbot, example, key):
        assert dead_letters(qtbot, part) == []
        assert letters_on(part).isdisjoint(letters_of_menus(example))


def test_that_each_underlined_letter_on_the_way_to_a_first_desk_leads_to_its_field(
    qtbot: QtBot, example: Bench
) -> None:
    first = example.window._commands.first
    first.leave_example()
    example.window.activateWindow()
    letters: set[str] = set()
    for step in range(3):
        first.page.steps._show(step)
        assert dead_letters(qtbot, first.page) == []
        letters |= letters_on(first.page)
    assert letters == {"Alt+I", "Alt+N", "Alt+W", "Alt+L"}
    assert letters.isdisjoint(letters_of_menus(example))


@pytest.mark.parametrize("with_import", [False, True])
def test_that_tab_goes_through_each_step_to_a_first_desk_and_is_seen_at_every_stop(
    qtbot: QtBot, example: Bench, with_import: bool
) -> None:
    first = example.window._commands.first
    first.leave_example()
    first._begin(with_import)
    example.window.activateWindow()
    for step in range(3):
        first.page.steps._show(step)
        visited, hidden = walk_with_tab(qtbot, example.window)
        assert hidden == []
        assert {described(one) for one in visited} == {
            described(one) for one in tab_stops(example.window)
        }


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_tab_comes_to_all_that_takes_keys_on_a_page_and_back(
    qtbot: QtBot, example: Bench, key: str
) -> None:
    for part in parts_of(qtbot, example, key):
        visited, hidden = walk_with_tab(qtbot, example.window)
        assert hidden == [], "the cursor is somewhere out of sight"
        wanted = tab_stops(part)
        assert [described(one) for one in wanted if one not in visited] == []


def test_that_tab_goes_through_each_step_of_the_assessment_whose_answers_are_named(
    qtbot: QtBot, example: Bench
) -> None:
    for page in steps_of_assessment(example.window):
        page.take_focus()
        assert nameless(page) == []
        assert labels_without_their_field(page) == []
        assert dead_letters(qtbot, page) == []
        page.take_focus()
        visited, hidden = walk_with_tab(qtbot, example.window)
        assert hidden == [], page.questions.step
        assert [described(one) for one in tab_stops(page) if one not in visited] == []


@pytest.mark.parametrize("key", [spec.key for spec in PAGES if spec.lists])
def test_that_rows_of_a_table_can_be_read(qtbot: QtBot, example: Bench, key: str) -> None:
    for part in parts_of(qtbot, example, key):
        for table in part.findChildren(QTableView):
            if table.isVisible():
                assert table.accessibleName()
                found = QAccessible.queryAccessibleInterface(table)
                shown = [found.child(at) for at in range(min(found.childCount(), MOST_CELLS))]
                heads = [one for one in shown if one.role() is QAccessible.Role.ColumnHeader]
                cells = [one for one in shown if one.role() is QAccessible.Role.Cell]
                assert heads
                assert all(one.text(NAME) for one in heads)
                assert cells[0].text(NAME).endswith(table.model().index(0, 0).data())


def test_that_a_chart_has_a_name_and_says_what_it_shows(qtbot: QtBot, example: Bench) -> None:
    for part in parts_of(qtbot, example, "progress"):
        canvases = [one for one in part.findChildren(ChartCanvas) if one.isVisible()]
        assert canvases
        names = set()
        for canvas in canvases:
            found = QAccessible.queryAccessibleInterface(canvas)
            names.add(found.text(NAME))
            assert len(found.text(QAccessible.Text.Description)) > 20
        assert len(names) == len(canvases)


@pytest.mark.parametrize("table", sorted(LISTINGS))
def test_that_a_form_for_a_new_record_is_named_and_tab_goes_through_it(
    qtbot: QtBot, example: Bench, table: str
) -> None:
    example.window.navigator.ask_new(KINDS[table])
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        dialog.activateWindow()
    check_alone(qtbot, dialog)
    dialog.close()


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_that_a_dialog_is_named_and_tab_goes_through_it(
    qtbot: QtBot, example: Bench, name: str
) -> None:
    dialog = DIALOGS[name](example.window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    check_alone(qtbot, dialog)
    dialog.close()


def test_that_the_log_line_and_the_search_are_named(qtbot: QtBot, example: Bench) -> None:
    window = example.window
    window.navigator.ask_log("45 min on Inspired")
    log = overlay(window)
    assert nameless(log) == []
    assert walk_with_tab(qtbot, window)[0] >= set(tab_stops(log))
    log.dismiss()
    window._menus.jump.trigger()
    search = overlay(window)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in search.findChildren(QAbstractItemView)))
    assert nameless(search) == []
    search.dismiss()


def test_that_tab_goes_down_the_details_in_the_order_in_which_they_are_read(
    qtbot: QtBot, example: Bench
) -> None:
    next(parts_of(qtbot, example, "skills"))
    stops: list[str] = []
    while not stops or stops[-1] != "Home":  # the first beside the page
        stop = example.window.focusWidget()
        assert stop is not None
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        after = example.window.focusWidget()
        assert after is not None
        text = after.text() if hasattr(after, "text") else ""
        stops.append(after.accessibleName() or text)
    level, group, note = (stops.index(one) for one in ("4 Advanced", "Group", "Note (private)"))
    assert stops[0] == "Name"
    assert level < group < note < stops.index("Add another day")
    days = [at for at, name in enumerate(stops) if name.startswith("Delete the level of")]
    assert days[0] == stops.index("Add another day") + 1
    assert days == list(range(days[0], days[-1] + 1))
    assert days[-1] < stops.index("Attach files…")


def test_that_what_gets_the_focus_from_outside_is_scrolled_to(qtbot: QtBot, example: Bench) -> None:
    part = next(parts_of(qtbot, example, "skills"))
    (area,) = (one for one in part.findChildren(QScrollArea) if one.isVisible())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.keyClick(example.window.focusWidget(), Qt.Key.Key_Tab)
    name = example.window.focusWidget()
    assert name is not None
    assert name.accessibleName() == "Name"
    assert not name.visibleRegion().isEmpty()


def test_that_the_frame_round_the_pages_is_named(example: Bench) -> None:
    assert nameless(example.window) == []


def parts_of(qtbot: QtBot, bench: Bench, key: str) -> Iterator[QWidget]:
    """Show a page, or each of its parts, with all that workers bring."""
    bench.window.navigator.open_page(key)
    page: Any = bench.window.navigator.page(key)
    count = len(page.titles) if isinstance(page, PartsPage) else 1
    for at in range(count):
        if isinstance(page, PartsPage):
            page.show_part(at)
        qtbot.waitUntil(lambda: bench.tasks.is_idle and getattr(page, "is_complete", True))
        page.take_focus()
        yield page


def check_alone(qtbot: QtBot, dialog: QWidget) -> None:
    assert nameless(dialog) == []
    assert labels_without_their_field(dialog) == []
    assert dead_letters(qtbot, dialog) == []
    visited, hidden = walk_with_tab(qtbot, dialog)
    assert hidden == []
    assert [described(one) for one in tab_stops(dialog) if one not in visited] == []


def nameless(where: QWidget) -> list[str]:
    """Return what takes keys and has no name, or a role that says nothing."""
    found = []
    for one in objects_in(QAccessible.queryAccessibleInterface(where)):
        if one.state().focusable and (not one.text(NAME).strip() or one.role() in VAGUE):
            found.append(f"{one.role().name} {described(one.object())}")
    return found


def objects_in(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through the tree as a screen reader does; what cannot be seen is left out."""
    if top.state().invisible:
        return
    yield top
    if top.role() in HOLDERS:
        return
    for at in range(top.childCount()):
        child = top.child(at)
        if child is not None and child.isValid():
            yield from objects_in(child)


def labels_without_their_field(where: QWidget) -> list[str]:
    """Return labels on screen whose field is not, or is called nothing."""
    wrong = []
    for label in where.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is None or not label.isVisible():
            continue
        field: QWidget = buddy.focusProxy() or buddy
        called = QAccessible.queryAccessibleInterface(field).text(NAME)
        if not buddy.isVisible() or not (called or field.accessibleName()):
            wrong.append(label.text())
    return wrong


def dead_letters(qtbot: QtBot, where: QWidget) -> list[str]:
    """Press the underlined letter of each label; return those that do not lead to their field."""
    dead = []
    for label in where.findChildren(QLabel):
        letter, buddy = letter_of(label), label.buddy()
        if buddy is None or not letter or not label.isVisible():
            continue
        where.setFocus()
        qtbot.keyClick(where.window(), letter[-1].lower(), Qt.KeyboardModifier.AltModifier)
        if focus_within(buddy) is None:
            dead.append(label.text())
    return dead


def letters_on(where: QWidget) -> set[str]:
    """Return the underlined letters of labels and buttons on screen."""
    labels = [one for one in where.findChildren(QLabel) if one.buddy() is not None]
    found: list[QLabel | QAbstractButton] = [*labels, *where.findChildren(QAbstractButton)]
    return {letter_of(one) for one in found if one.isVisible()} - {""}


def letters_of_menus(bench: Bench) -> set[str]:
    """Return the underlined letters of the menu bar."""
    return {letter_of(one) for one in bench.window.menuBar().actions()}


def letter_of(one: QLabel | QAbstractButton | QAction) -> str:
    """Return the key of an underlined letter, such as "Alt+N", empty if there is none."""
    return QKeySequence.mnemonic(one.text()).toString()


def tab_stops(where: QWidget) -> list[QWidget]:
    """Return what should be reached with the tabulator."""
    return [
        one
        for one in where.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and takes_tab(one)
        and one.window() is where.window()
    ]


def takes_tab(one: QWidget) -> bool:
    return bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def walk_with_tab(qtbot: QtBot, window: QWidget) -> tuple[set[QWidget], list[str]]:
    """Press Tab until the cursor is where it began; return the stops, and those out of sight."""
    focus = window.focusWidget()
    if focus is not None and not takes_tab(focus):  # a page itself, on which nothing is chosen
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    begun = stop = window.focusWidget()
    assert begun is not None
    visited: set[QWidget] = set()
    hidden = []
    for _ in range(MOST_STOPS):
        assert stop is not None
        visited.add(stop)
        if stop.visibleRegion().isEmpty():
            hidden.append(described(stop))
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        after = window.focusWidget()
        assert after is not stop or tab_stops(window) == [stop], f"{described(stop)} holds Tab"
        stop = after
        if stop is begun:
            return visited, hidden
    raise AssertionError(f"Tab goes round without coming back to {described(begun)}")


def overlay(window: QWidget) -> Any:
    (found,) = (
        one.parentWidget()
        for one in window.findChildren(QFrame)
        if one.property("role") == "overlay" and one.isVisible()
    )
    return found


def described(one: Any) -> str:
    if not isinstance(one, QWidget):
        return str(one)
    text = one.text() if hasattr(one, "text") else ""
    return f"{type(one).__name__} {one.objectName()} {one.accessibleName() or text!r}"
