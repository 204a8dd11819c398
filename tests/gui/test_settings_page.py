from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import activate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from careerdesk.domain.network import MixTarget
from careerdesk.gui import file_dialogs, move_command
from careerdesk.gui.pages import settings_page
from careerdesk.gui.pages.settings_page import SettingsPage
from careerdesk.gui.settings import Settings, TextSize, ThemeChoice
from careerdesk.gui.theme import tokens
from careerdesk.palette import DARK, LIGHT
from careerdesk.services import backups, history, profile
from careerdesk.services.desk import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
    from pytestqt.qtbot import QtBot

    from careerdesk.domain.profile import Preferences
    from careerdesk.services.desk import Desk


@pytest.fixture
def page(opened: Bench) -> SettingsPage:
    """The page in front, as Ctrl+, brings it."""
    opened.window._menus._preferences.trigger()
    shown = opened.window.navigator.page("settings")
    assert isinstance(shown, SettingsPage)
    assert shown.isVisible()
    return shown


def desk_of(bench: Bench) -> Desk:
    assert bench.session.desk is not None
    return bench.session.desk


def preferences(bench: Bench) -> Preferences:
    return profile.preferences(desk_of(bench))


def choose(combo: QComboBox, words: str) -> None:
    """Choose as a user does, by its words."""
    at = combo.findText(words)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def type_in(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def titles(bench: Bench) -> list[str]:
    return [change.title for change in history.changes(desk_of(bench))]


def texts(where: QWidget) -> list[str]:
    return [one.text() for one in where.findChildren(QLabel) if one.isVisible()]


def test_that_the_cursor_is_on_the_first_choice_when_the_page_opens(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    activate(qtbot, opened.window)
    assert page._ui.theme_field.combo.hasFocus()
    before = page._ui.theme_field.combo.currentText()
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("settings")
    assert page._ui.theme_field.combo.hasFocus()
    assert page._ui.theme_field.combo.currentText() == before


def test_that_the_cursor_is_where_it_was_when_the_page_opens_again(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    activate(qtbot, opened.window)
    opened.window.resize(900, 600)
    QApplication.processEvents()
    page._ui.folder_button.setFocus()
    scrolled = page._ui.scroll_area.verticalScrollBar().value()
    assert scrolled > 0
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("settings")
    QApplication.processEvents()
    assert page._ui.folder_button.hasFocus()
    assert page._ui.scroll_area.verticalScrollBar().value() == scrolled


def test_that_the_theme_changes_at_once_and_in_the_menu_too(
    page: SettingsPage, opened: Bench, tmp_path: Path
) -> None:
    choose(page._ui.theme_field.combo, "Dark")
    assert tokens() is DARK
    assert Settings(tmp_path / "settings.ini").theme is ThemeChoice.DARK
    (chosen,) = (one.text() for one in opened.window._menus._themes if one.isChecked())
    assert chosen == "&Dark"
    opened.theme.choose(ThemeChoice.LIGHT)
    assert tokens() is LIGHT
    assert page._ui.theme_field.combo.currentText() == "Light"


def test_that_the_size_of_text_changes_at_once(page: SettingsPage, opened: Bench) -> None:
    before = page._ui.theme_label.sizeHint().height()
    choose(page._ui.text_size_field.combo, "Largest (150 %)")
    assert opened.settings.text_size is TextSize.LARGEST
    assert page._ui.theme_label.sizeHint().height() >= 1.4 * before
    assert page._ui.sections.maximumWidth() > 45 * 16
    opened.theme.choose_text_size(TextSize.NORMAL)
    assert page._ui.text_size_field.combo.currentText() == "Normal (100 %)"


def test_that_choices_of_the_desk_are_changes_that_can_be_undone(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    choose(page._ui.weekday_field.combo, "Sunday")
    type_in(qtbot, page._ui.goal_field.line, "7 h 30")
    choose(page._ui.currency_field.combo, "CHF")
    assert titles(opened) == [
        "Change currency",
        "Change weekly goal",
        "Change first day of the week",
    ]
    stored = preferences(opened)
    assert (stored.first_weekday, stored.weekly_goal_minutes, stored.currency) == (6, 450, "CHF")
    for _ in range(3):
        history.undo(desk_of(opened))
    assert page._ui.weekday_field.combo.currentText() == "Monday"
    assert page._ui.goal_field.line.text() == "5 h"
    assert page._ui.currency_field.combo.currentText() == "EUR"


def test_that_choices_of_the_desk_survive_a_restart(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    type_in(qtbot, page._ui.goal_field.line, "2 h")
    path = desk_of(opened).path
    opened.session.close()
    with open_desk(path) as desk:
        assert profile.preferences(desk).weekly_goal_minutes == 120


def test_that_an_empty_goal_is_no_goal(qtbot: QtBot, page: SettingsPage, opened: Bench) -> None:
    line = page._ui.goal_field.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert preferences(opened).weekly_goal_minutes is None
    assert line.placeholderText() == "No goal"


@pytest.mark.parametrize(
    ("typed", "words"), [("much", "cannot be read"), ("0", "weekly goal"), ("200 h", "weekly goal")]
)
def test_that_a_wrong_goal_is_said_beside_it_and_stays(
    qtbot: QtBot, page: SettingsPage, opened: Bench, typed: str, words: str
) -> None:
    line = page._ui.goal_field.line
    type_in(qtbot, line, typed)
    assert [text for text in texts(page) if words in text.lower()]
    assert line.property("invalid")
    assert line.text() == typed
    assert preferences(opened).weekly_goal_minutes == 300
    choose(page._ui.weekday_field.combo, "Sunday")  # another setting does not take it away
    assert line.text() == typed
    type_in(qtbot, line, "4 h")
    assert not line.property("invalid")


def test_that_a_currency_may_be_typed(qtbot: QtBot, page: SettingsPage, opened: Bench) -> None:
    line = page._ui.currency_field.combo.lineEdit()
    assert line is not None
    type_in(qtbot, line, "isk")
    assert preferences(opened).currency == "ISK"
    type_in(qtbot, line, "euros")
    assert [text for text in texts(page) if "three-letter code" in text]
    assert preferences(opened).currency == "ISK"


def test_that_what_is_being_typed_is_stored_on_leaving_the_page(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    line = page._ui.goal_field.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "3 h")
    opened.window.navigator.open_page("home")
    assert preferences(opened).weekly_goal_minutes == 180


def test_that_a_wrong_goal_is_not_saved_and_keeps_page_and_desk(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    line = page._ui.goal_field.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "lots")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert "Something typed is not saved yet" in texts(opened.window)
    opened.window.navigator.open_page("home")
    assert page.isVisible()
    assert line.hasFocus()
    assert not opened.session.open(opened.new_desk("Other"))
    assert [text for text in opened.messages() if "cannot be stored yet" in text]
    opened.window.close()
    assert opened.window.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "5 h"
    assert "All changes saved" in texts(opened.window)
    opened.window.navigator.open_page("home")
    assert not page.isVisible()


def test_that_a_goal_put_right_is_saved(qtbot: QtBot, page: SettingsPage, opened: Bench) -> None:
    type_in(qtbot, page._ui.goal_field.line, "lots")
    assert "Something typed is not saved yet" in texts(opened.window)
    type_in(qtbot, page._ui.goal_field.line, "4 h")
    assert "All changes saved" in texts(opened.window)
    assert page.leave()


def test_that_tab_goes_down_the_page(qtbot: QtBot, page: SettingsPage, opened: Bench) -> None:
    type_in(qtbot, page._ui.function_field.line, "Policy")
    qtbot.waitUntil(lambda: page._mix._weights["Policy"].isVisible())
    page._ui.theme_field.combo.setFocus()
    names = []
    for _ in range(16):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or getattr(focus, "text", str)())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert names == [
        *("Theme", "Text size", "Week starts on", "Weekly goal", "Currency"),
        *("Review levels after", "Levels without evidence"),
        *(f"Weight of {one}" for one in ("Technical", "Product", "Design", "Business", "Other")),
        *("Weight of Policy", "Remove Policy", "Function of your own", "Add function"),
    ]
    assert button(opened.window, "Show file").hasFocus()


def test_that_clicks_on_a_weight_are_one_change(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    weight = page._mix._weights["product"]
    for _ in range(3):
        weight.stepUp()
    shares = [page._mix._shares[one].text() for one in ("technical", "product", "other")]
    assert shares == ["14 %", "57 %", "0 %"]
    qtbot.waitUntil(lambda: titles(opened) == ["Change the network mix aimed at"])
    stored = {one.function: one.weight for one in desk_of(opened).all(MixTarget)}
    assert stored == {"technical": 1, "product": 4, "design": 1, "business": 1, "other": 0}
    history.undo(desk_of(opened))
    assert weight.value() == 1


def test_that_a_weight_is_stored_on_leaving_the_page(page: SettingsPage, opened: Bench) -> None:
    page._mix._weights["design"].setValue(9)
    opened.window.navigator.open_page("home")
    assert titles(opened) == ["Change the network mix aimed at"]


def test_that_a_function_of_ones_own_is_added_and_removed(
    qtbot: QtBot, page: SettingsPage, opened: Bench
) -> None:
    type_in(qtbot, page._ui.function_field.line, "Public policy")
    assert page._mix._weights["Public policy"].value() == 1
    assert page._ui.function_field.line.text() == ""
    qtbot.waitUntil(lambda: page._mix._weights["Public policy"].isVisible())
    qtbot.mouseClick(button(opened.window, "Remove Public policy"), Qt.MouseButton.LeftButton)
    assert "Public policy" not in page._mix._weights
    assert len(titles(opened)) == 2


@pytest.mark.parametrize(("typed", "words"), [("", "Say what"), ("  DESIGN ", "listed already")])
def test_that_a_function_needs_a_name_of_its_own(
    qtbot: QtBot, page: SettingsPage, opened: Bench, typed: str, words: str
) -> None:
    page._ui.function_field.line.setText(typed)
    qtbot.mouseClick(button(opened.window, "Add function"), Qt.MouseButton.LeftButton)
    assert [text for text in texts(page) if words in text]
    assert page._ui.function_field.line.text() == typed
    assert titles(opened) == []


def test_that_another_folder_for_backups_is_used_from_then_on(
    qtbot: QtBot,
    page: SettingsPage,
    opened: Bench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: disk)
    qtbot.mouseClick(button(opened.window, "Choose folder…"), Qt.MouseButton.LeftButton)
    folder = disk / "Alex.careerdesk.backups"
    assert page._ui.backups_path.text() == str(folder)
    opened.window._minder.back_up()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert backups.list_backups(desk_of(opened).path)[0].path.parent == folder
    qtbot.mouseClick(button(opened.window, "Keep beside the desk"), Qt.MouseButton.LeftButton)
    assert backups.is_beside(desk_of(opened).path)
    assert not page._ui.beside_button.isVisible()


def test_that_another_folder_for_backups_is_told_where_its_line_is_out_of_sight(
    page: SettingsPage, opened: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: disk)
    bar = page._ui.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.do("backups")
    assert opened.messages() == []  # it is there to read
    opened.window.resize(900, 600)
    QApplication.processEvents()
    bar.setValue(0)
    page.do("backups")
    assert opened.messages() == [f"Backups are now made in {disk / 'Alex.careerdesk.backups'}."]
    page._keep_in(None)
    page._keep_in(tmp_path / "missing")
    _, beside, refused = opened.messages()
    assert beside == "Backups are now made beside the desk."
    assert "is not a folder" in refused


def test_that_a_lost_folder_for_backups_is_said(
    qtbot: QtBot, page: SettingsPage, opened: Bench, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    shutil.rmtree(backups.choose_folder(desk_of(opened).path, tmp_path / "disk"))
    page.refresh()
    assert [text for text in texts(page) if "This folder is not there now" in text]
    opened.add_skill("A")
    opened.window._minder.look()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert [text for text in opened.messages() if "beside the desk" in text]


def test_that_a_folder_that_cannot_be_used_is_said_beside_it(
    page: SettingsPage, opened: Bench, tmp_path: Path
) -> None:
    page._keep_in(tmp_path / "missing")
    assert [text for text in texts(page) if "is not a folder" in text]
    assert backups.is_beside(desk_of(opened).path)


def test_that_the_desk_moves_with_its_backups_and_opens_there(
    qtbot: QtBot,
    page: SettingsPage,
    opened: Bench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.isVisible()
    opened.add_skill("Python")
    old = desk_of(opened).path
    target = tmp_path / "elsewhere"
    target.mkdir()
    monkeypatch.setattr(move_command, "ask_folder", lambda *_: target)
    qtbot.mouseClick(button(opened.window, "Move…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.desk is not None)
    new = target / "Alex.careerdesk"
    assert desk_of(opened).path == new
    assert opened.skills() == ["Python"]
    assert (old.exists(), opened.settings.recent_desks) == (False, [new])
    assert len(backups.list_backups(new)) == 1
    assert f"The desk is now in {target}." in opened.messages()
    assert opened.window.navigator.page("settings").isVisible()


def test_that_a_desk_that_cannot_be_moved_is_open_as_before(
    qtbot: QtBot, page: SettingsPage, opened: Bench, tmp_path: Path
) -> None:
    assert page.isVisible()
    old = desk_of(opened).path
    target = tmp_path / "elsewhere" / old.name
    target.parent.mkdir()
    target.write_text("in the way", encoding="utf-8")
    opened.window._commands.moving.move_to(target)
    qtbot.waitUntil(lambda: opened.session.desk is not None)
    assert desk_of(opened).path == old
    assert [text for text in opened.messages() if "already exists" in text]
    assert target.read_text(encoding="utf-8") == "in the way"


def test_that_the_file_is_shown_in_its_folder(
    qtbot: QtBot, page: SettingsPage, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.isVisible()
    shown: list[Path] = []
    monkeypatch.setattr("careerdesk.gui.file_dialogs.show_file", shown.append)
    qtbot.mouseClick(button(opened.window, "Show file"), Qt.MouseButton.LeftButton)
    assert shown == [desk_of(opened).path.parent]


def test_that_a_desk_that_is_read_only_cannot_be_set_up(bench: Bench, qtbot: QtBot) -> None:
    path = bench.new_desk()
    path.chmod(0o400)
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    assert bench.session.open(path)
    bench.window.navigator.open_page("settings")
    page = bench.window.navigator.page("settings")
    assert isinstance(page, SettingsPage)
    assert not page._ui.weekday_field.combo.isEnabled()
    assert not page._ui.move_button.isEnabled()
    assert not page._ui.add_button.isEnabled()
    assert page._ui.theme_field.combo.isEnabled()


def test_that_all_usual_currencies_have_three_letters() -> None:
    assert {len(code) for code in settings_page.CURRENCIES} == {3}


def test_that_the_cautious_view_is_off_until_it_is_chosen_and_can_be_undone(
    page: SettingsPage, opened: Bench
) -> None:
    assert page._ui.cautious_field.combo.currentText() == "As rated"
    choose(page._ui.cautious_field.combo, "Cautious as well")
    assert preferences(opened).is_cautious
    desk_of(opened).undo()
    assert not preferences(opened).is_cautious
    assert page._ui.cautious_field.combo.currentText() == "As rated"
