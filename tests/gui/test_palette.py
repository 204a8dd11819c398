"""Finding records and commands with the keyboard alone, as in Ctrl+K."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
)

from careerdesk.domain.assessment import Attempt
from careerdesk.domain.experience import Pay, PayId
from careerdesk.domain.learning import StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind
from careerdesk.domain.records import TABLE_OF
from careerdesk.domain.skills import Rating, Skill
from careerdesk.gui.focus import focus_within
from careerdesk.gui.listings import LISTINGS, list_title
from careerdesk.gui.pages import PAGES
from careerdesk.gui.pages.parts_page import PartsPage
from careerdesk.gui.pages.progress_page import ProgressPage
from careerdesk.gui.pages.settings_page import SettingsPage
from careerdesk.gui.palette import palette as palette_module
from careerdesk.gui.palette.commands import HEADING, commands_of, names_of, ranked
from careerdesk.gui.palette.palette import Palette
from careerdesk.gui.palette.preview import Preview
from careerdesk.gui.palette.rows import CommandRow, Heading, MoreRow, RecordRow
from careerdesk.gui.palette.rows_model import ROW_ROLE, RowsModel
from careerdesk.gui.place_commands import PLACE_COMMANDS
from careerdesk.gui.records import attachments_panel
from careerdesk.gui.records.record_view import RecordView
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.gui.settings import ChartPeriod, ThemeChoice
from careerdesk.services import network, records

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.palette.rows import Row

DAY = date(2029, 12, 1)
_PLACE = [spec.key for spec in PAGES].index("history") + 1
HISTORY = [f"Ctrl+{_PLACE}"] if _PLACE < 10 else []  # the first nine pages have keys
CONTROL = Qt.KeyboardModifier.ControlModifier
DOWN, UP, ENTER, ESCAPE = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape),
)


class Finding:
    """The palette as a user meets it."""

    def __init__(self, qtbot: QtBot, bench: Bench) -> None:
        self.qtbot = qtbot
        self.bench = bench
        self.opened: list[Any] = []
        bench.window.navigator.open_record = self.opened.append  # type: ignore[method-assign, assignment]
        bench.window.navigator.open_records = self._list  # type: ignore[method-assign]

    def _list(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        self.opened.append((kind, sorted(ids), words))

    @property
    def palette(self) -> Palette:
        return self.bench.window.findChildren(Palette)[-1]

    @property
    def field(self) -> QLineEdit:
        found = self.palette.findChild(QLineEdit)
        assert isinstance(found, QLineEdit)
        return found

    @property
    def results(self) -> QListView:
        found = self.palette.findChild(QListView)
        assert isinstance(found, QListView)
        return found

    @property
    def rows(self) -> list[Row]:
        model = self.results.model()
        return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        return str(self.results.currentIndex().data())

    def texts(self) -> list[str]:
        """What the list says, line by line."""
        model = self.results.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def told(self) -> list[str]:
        """What the preview says."""
        found = self.palette.findChild(Preview)
        assert isinstance(found, Preview)
        return [one.text() for one in found.findChildren(QLabel) if one.isVisible() and one.text()]

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.field, key)

    def open(self, text: str = "") -> None:
        """Press Ctrl+K, wait until all is read, and type."""
        self.qtbot.keyClick(self.bench.window, Qt.Key.Key_K, CONTROL)
        reading = self.bench.window._finder._reading
        assert reading is not None
        self.qtbot.waitUntil(lambda: reading.index.is_complete)
        self.field.clear()
        self.qtbot.keyClicks(self.field, text)


@pytest.fixture
def finding(qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch) -> Finding:
    """A palette of a window in which one page lists some kinds, and no other page any."""
    others = (spec._replace(lists=()) for spec in PAGES[:-1])
    pages = (*others, PAGES[-1]._replace(lists=("contact", "skill", "conversation", "pay")))
    monkeypatch.setattr(palette_module, "PAGES", pages)
    return Finding(qtbot, opened)


def listed(*names: str) -> str:
    return QLocale().createSeparatedList(names)


PAGES_WITH_LISTS = listed("Skills", "Roles", "Learning", "Network", "Portfolio")
LISTS_OF_TIME = listed("Skills", "Courses and books")


def plain_name(text: str) -> str:
    return text.replace("&", "")


def add(bench: Bench, *made: Any) -> None:
    assert bench.session.desk is not None
    with bench.session.desk.change("Add") as tx:
        tx.add_many(made)


def test_that_a_record_is_found_and_opened_by_keys_alone(finding: Finding) -> None:
    ada = Contact.new("Łucja Ødegård", organization="Acme")
    add(finding.bench, ada, Contact.new("Grace"), Skill.new("Lucid writing"))
    finding.open("luc")
    assert finding.texts() == ["Skills", "Lucid writing", "People", "Łucja Ødegård"]
    assert finding.chosen == "Lucid writing"
    finding.press(DOWN)
    assert finding.chosen == "Łucja Ødegård"
    assert finding.told() == ["People", "Łucja Ødegård", "Organisation", "Acme"]
    finding.press(ENTER)
    assert finding.opened == [ada]
    assert not finding.palette.is_open


def test_that_up_and_down_go_round_over_headings(finding: Finding) -> None:
    add(finding.bench, Contact.new("Ada"), Skill.new("Ada code"))
    finding.open("ada")
    assert finding.chosen == "Ada code"
    finding.press(UP)
    assert finding.chosen == "Ada"
    finding.press(DOWN)
    assert finding.chosen == "Ada code"
    finding.press(Qt.Key.Key_PageDown)
    assert finding.chosen == "Ada"
    finding.press(Qt.Key.Key_PageUp)
    assert finding.chosen == "Ada code"


def test_that_nothing_found_is_said_and_does_nothing(finding: Finding) -> None:
    finding.open("xyzzy")
    assert finding.texts() == []
    assert "Nothing says “xyzzy”." in [one.text() for one in finding.palette.findChildren(QLabel)]
    for key in (DOWN, ENTER):
        finding.press(key)
    assert finding.palette.is_open
    assert finding.opened == []
    assert finding.told() == []


def test_that_escape_gives_the_focus_back(qtbot: QtBot, finding: Finding) -> None:
    window = finding.bench.window
    before = window._top._search
    before.setFocus()
    finding.open("a")
    assert window.focusWidget() is finding.field
    finding.press(ESCAPE)
    assert not finding.palette.is_open
    assert window.focusWidget() is before


def test_that_the_key_that_opens_it_closes_it(qtbot: QtBot, finding: Finding) -> None:
    finding.open()
    qtbot.keyClick(finding.field, Qt.Key.Key_P, CONTROL)
    assert not finding.palette.is_open
    qtbot.keyClick(finding.bench.window, Qt.Key.Key_P, CONTROL)
    assert finding.palette.is_open
    assert finding.field.text() == ""


def test_that_every_command_is_found_with_its_keys(finding: Finding) -> None:
    finding.open()
    shown = {row.command.action: row.command for row in finding.rows if isinstance(row, CommandRow)}
    menus = finding.bench.window._menus
    distant = finding.bench.window._complete().distant
    to_read = [one for one in distant.actions() if one.property(HEADING)]
    assert to_read
    to_do = [one for one in distant.actions() if one not in to_read]
    everywhere = [*menus.actions(), *to_do, *distant.waiting([])]
    expected = [one for one in everywhere if one.isEnabled() and one is not menus.jump]
    assert set(shown) == set(expected)
    assert shown[menus.log].name == "Log something"
    assert shown[menus.log].keys == "Ctrl+L"
    assert shown[menus.log].place == "Edit"
    for action in expected:
        name = shown[action].name
        finding.field.setText(f">{name}")
        assert any(
            row.command.action is action for row in finding.rows if isinstance(row, CommandRow)
        ), name


def test_that_a_command_is_done_with_the_focus_where_it_was(qtbot: QtBot, finding: Finding) -> None:
    add(finding.bench, Skill.new("History of art"))
    finding.open("histo")
    assert finding.texts()[:2] == ["Commands", "History"]
    assert finding.texts()[-2:] == ["Skills", "History of art"]
    keys = ["Keys", *HISTORY] if HISTORY else []
    assert finding.told() == ["Command", "History", "Menu", "View", *keys]
    finding.press(ENTER)
    assert not finding.palette.is_open
    assert finding.bench.window._top._title.text() == "History"


def test_that_commands_used_lately_come_first(finding: Finding) -> None:
    finding.open()
    assert finding.chosen == "Log something"
    finding.qtbot.keyClicks(finding.field, "> back up")
    assert finding.chosen == "Back up now"
    finding.press(ENTER)
    finding.open()
    assert finding.chosen == "Back up now"


def test_that_commands_of_the_page_in_front_are_found(finding: Finding) -> None:
    page = finding.bench.window.navigator.page("home")
    done: list[bool] = []
    action = QAction("&Water the plants", page)
    action.triggered.connect(lambda: done.append(True))
    page.addAction(action)
    hidden = QAction("Water nothing", page)
    hidden.setEnabled(False)
    page.addAction(hidden)
    finding.open("water")
    assert finding.texts() == ["Commands", "Water the plants"]
    finding.press(ENTER)
    assert done == [True]
    page.removeAction(action)
    page.removeAction(hidden)


def commands_found(finding: Finding, text: str) -> list[str]:
    """Return the names of the commands that can be given now."""
    finding.open(f"> {text}")
    rows = [row.command for row in finding.rows if isinstance(row, CommandRow)]
    finding.press(ESCAPE)
    return [one.name for one in rows if not one.needs]


def waiting_for(finding: Finding, text: str) -> list[str]:
    """Return what the commands with these words need that cannot be given now."""
    finding.open(f"> {text}")
    rows = [row.command for row in finding.rows if isinstance(row, CommandRow)]
    finding.press(ESCAPE)
    return [one.needs for one in rows if one.needs]


@pytest.mark.parametrize(
    ("typed", "name", "page", "cursor"),
    [
        ("restore", "Restore a backup…", "history", "Backups, newest first"),
        ("text size", "Text size", "settings", "Text size"),
        ("week start", "Week starts on", "settings", "Week starts on"),
        ("weekly goal", "Weekly goal", "settings", "Weekly goal"),
        ("currency", "Currency", "settings", "Currency"),
        ("network mix", "Network mix aimed at", "settings", "Weight of Technical"),
        ("cautious", "Levels without evidence", "settings", "Levels without evidence"),
        ("include private", "Include private records in portfolio", "portfolio", "private_check"),
        ("paper", "Paper of the portfolio", "portfolio", "paper_combo"),
        ("about you", "About you", "portfolio", "Name"),
        ("document", "Document", "portfolio", "sections_list"),
        ("backups", "Backups", "history", "Backups, newest first"),
        ("changes", "Changes", "history", "Changes, newest first"),
    ],
)
def test_that_a_choice_on_another_page_is_found_and_gets_the_cursor(
    finding: Finding, typed: str, name: str, page: str, cursor: str
) -> None:
    window = finding.bench.window
    add(finding.bench, Skill.new("Python"))
    window._minder.back_up()
    finding.qtbot.waitUntil(lambda: not finding.bench.tasks.is_busy)
    finding.open(f"> {typed}")
    assert finding.chosen == name
    title = next(spec.title for spec in PAGES if spec.key == page)
    assert finding.told()[2:4] == ["Page", title]
    finding.press(ENTER)
    assert window.navigator.page(page).isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert cursor in (focus.accessibleName(), focus.objectName())


@pytest.mark.parametrize("typed", ["resume", "start", "go on with the assessment", "Resume ass"])
def test_that_a_paused_assessment_is_found_by_what_one_would_do(
    finding: Finding, typed: str
) -> None:
    add(finding.bench, Attempt.new(DAY, version=1))
    finding.open(typed)
    assert "Start the assessment" in finding.texts()


@pytest.mark.parametrize(
    ("typed", "name", "page"),
    [
        ("move desk", "Move desk to another location…", "settings"),
        ("location", "Move desk to another location…", "settings"),
        ("backup folder", "Backup folder…", "settings"),
        ("save pdf", "Save portfolio as PDF…", "portfolio"),
        ("print", "Print portfolio…", "portfolio"),
        ("photo", "Choose photo…", "portfolio"),
        ("folder backups", "Open the folder of backups", "history"),
    ],
)
def test_that_what_another_page_does_is_found_and_done_there(
    finding: Finding, monkeypatch: pytest.MonkeyPatch, typed: str, name: str, page: str
) -> None:
    done: list[str] = []

    def does(what: str) -> Callable[..., None]:
        return lambda *_, **__: done.append(what)

    for place, what in (
        ("move_command.MoveCommand.ask", "Move desk to another location…"),
        ("file_dialogs.ask_folder", "Backup folder…"),
        ("portfolio_export.PortfolioExport.save", "Save portfolio as PDF…"),
        ("portfolio_print.PortfolioPrint.start", "Print portfolio…"),
        ("pages.photo_card.ask_file", "Choose photo…"),
        ("pages.history_backups.show_file", "Open the folder of backups"),
    ):
        monkeypatch.setattr(f"careerdesk.gui.{place}", does(what))
    finding.open(f"> {typed}")
    assert finding.chosen == name
    finding.press(ENTER)
    assert done == [name]
    assert finding.bench.window.navigator.page(page).isVisible()


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("4 weeks", ChartPeriod.WEEKS),
        ("3 months", ChartPeriod.QUARTER),
        ("12 months", ChartPeriod.YEAR),
        ("charts everything", ChartPeriod.ALL),
    ],
)
def test_that_the_charts_of_a_period_are_found_from_everywhere(
    finding: Finding, typed: str, period: ChartPeriod
) -> None:
    settings = finding.bench.settings
    settings.chart_period = next(one for one in ChartPeriod if one is not period)
    finding.open(f"> {typed}")
    assert finding.chosen.startswith("Charts of")
    finding.press(ENTER)
    assert finding.bench.window.navigator.page("progress").isVisible()
    assert settings.chart_period is period


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (spec.key, list_title(table))
        for spec in PAGES
        for table in spec.lists
        if table in LISTINGS and list_title(table) != spec.name
    ],
)
def test_that_each_list_is_found_by_its_name_and_opened(
    finding: Finding, page: str, title: str
) -> None:
    window = finding.bench.window
    finding.open(f"> {title}")
    assert finding.chosen == title
    assert finding.told()[2:4] == ["Page", next(one.title for one in PAGES if one.key == page)]
    finding.press(ENTER)
    shown = window.navigator.page(page)
    assert isinstance(shown, PartsPage)
    assert shown.isVisible()
    assert isinstance(shown.part, RecordView)
    assert shown.part.listing.title() == title
    assert focus_within(shown.part) is not None


def test_that_a_list_is_not_opened_while_another_page_cannot_be_left(finding: Finding) -> None:
    window = finding.bench.window
    window.navigator.open_page("settings")
    page = window.navigator.page("settings")
    assert isinstance(page, SettingsPage)
    page._ui.goal_field.line.setText("lots")
    finding.open("> certificates")
    finding.press(ENTER)
    assert page.isVisible()
    assert window._stack.page_if_made("learning") is None


def test_that_what_is_done_with_a_chart_is_found_beside_its_name(finding: Finding) -> None:
    add(finding.bench, StudySession.new(date(2029, 12, 31), 45))
    finding.bench.window.navigator.open_page("progress")
    page = finding.bench.window.navigator.page("progress")
    assert isinstance(page, ProgressPage)
    finding.qtbot.waitUntil(lambda: page.is_complete, timeout=10_000)
    card = page.card("hours")
    finding.open("> copy picture hours per week")
    assert finding.chosen == "Copy picture"
    with finding.qtbot.waitSignal(card.copy_asked):
        finding.press(ENTER)
    finding.qtbot.waitUntil(lambda: not finding.bench.tasks.is_busy, timeout=30_000)
    empty = [one for one in page.cards() if one.view is not None and one.view.is_empty]
    assert empty
    assert not any(command.isEnabled() for one in empty for command in one.commands())


def test_that_a_desk_opened_lately_is_found(finding: Finding) -> None:
    bench = finding.bench
    first = bench.session.desk
    assert first is not None
    other = bench.new_desk("Other")
    assert bench.session.open(other)
    finding.open(f"> recent {first.path.stem}")
    assert finding.chosen == first.path.stem
    finding.press(ENTER)
    assert bench.session.desk is not None
    assert bench.session.desk.path == first.path
    assert commands_found(finding, f"recent {other.stem}") == [other.stem]


def test_that_a_page_that_cannot_be_left_keeps_another_from_being_asked(finding: Finding) -> None:
    window = finding.bench.window
    window.navigator.open_page("settings")
    page = window.navigator.page("settings")
    assert isinstance(page, SettingsPage)
    page._ui.goal_field.line.setText("lots")
    finding.open("> restore")
    finding.press(ENTER)
    assert page.isVisible()
    assert window._stack.page_if_made("history") is None


def test_that_what_a_read_only_desk_has_no_use_for_is_not_offered(finding: Finding) -> None:
    path = finding.bench.new_desk("Fixed")
    path.chmod(0o400)
    assert finding.bench.session.open(path)
    names = commands_found(finding, "")
    assert {"Text size", "Save portfolio as PDF…", "Print portfolio…"} <= set(names)
    for name in ("Restore a backup…", "Weekly goal", "Move desk to another location…"):
        assert name not in names
    path.chmod(0o600)


def test_that_what_is_done_with_the_record_selected_is_found(
    finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = finding.bench.window
    window.navigator.open_page("skills")
    page = window.navigator.page("skills")
    assert isinstance(page, RecordsPage)
    for typed in ("attach", "columns"):
        assert commands_found(finding, typed) == []
        assert len(waiting_for(finding, typed)) == 1
    add(finding.bench, Skill.new("Python"), Skill.new("SQL"))
    assert commands_found(finding, "files") == ["Attach files…"]
    assert commands_found(finding, "another day") == ["Add another day"]
    assert waiting_for(finding, "files") == waiting_for(finding, "another day") == []
    asked: list[str] = []
    monkeypatch.setattr(attachments_panel, "ask_files", lambda _, title, __: asked.append(title))
    finding.open("> attach")
    assert finding.told()[2:4] == ["Page", "Files"]
    finding.press(ENTER)
    assert asked == ["Attach files"]
    page.view.table.selectAll()
    assert commands_found(finding, "attach") == []


@pytest.mark.parametrize(
    ("typed", "name", "keys", "needs"),
    [
        ("edit", "Edit…", "Ctrl+E", f"in {PAGES_WITH_LISTS}, with a record selected"),
        ("duplicate", "Duplicate", "Ctrl+D", f"in {PAGES_WITH_LISTS}, with one record selected"),
        ("delete", "Delete", "Del", f"in {PAGES_WITH_LISTS}, with a record selected"),
        ("columns", "Choose columns…", "", f"in {PAGES_WITH_LISTS}, where there are records"),
        ("done", "Mark as done", "Ctrl+Enter", "in Follow-ups, with one selected that is not done"),
        (
            "log time",
            "Log time",
            "",
            f"in {listed('Skills', 'Courses and books')}, with one record selected",
        ),
        ("copy pic", "Copy picture", "", "in Progress, for a chart that shows something"),
        ("larger", "Larger pages", "Ctrl++", "in Portfolio"),
    ],
)
def test_that_a_command_of_another_place_is_found_with_what_it_needs(
    finding: Finding, typed: str, name: str, keys: str, needs: str
) -> None:
    finding.open(f"> {typed}")
    assert name in finding.texts()
    while finding.chosen != name:
        finding.press(DOWN)
    told = ["Command", name, "Can be done", needs, *(["Keys", keys] if keys else [])]
    assert finding.told() == told
    spoken = finding.results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join(part for part in (f"Command {name}", needs, keys) if part)


def test_that_no_page_is_made_to_name_what_is_done_there(finding: Finding) -> None:
    assert len(waiting_for(finding, "")) == len(PLACE_COMMANDS)
    stack = finding.bench.window._stack
    assert [spec.key for spec in PAGES if stack.page_if_made(spec.key) is not None] == ["home"]


def test_that_what_cannot_be_done_now_comes_last_among_equals(finding: Finding) -> None:
    add(finding.bench, Skill.new("Delete with care"), Skill.new("Copying"))
    finding.open("delete")
    assert finding.texts() == ["Skills", "Delete with care", "Commands", "Delete"]
    finding.field.setText(">")
    needs = [bool(row.command.needs) for row in finding.rows if isinstance(row, CommandRow)]
    assert needs == sorted(needs)
    finding.field.setText("> d")
    names = finding.texts()
    assert names.index("Document") < names.index("Duplicate") < names.index("Mark as done")


def test_that_choosing_a_command_of_lists_leads_to_the_list_last_in_front(
    finding: Finding,
) -> None:
    window, bench = finding.bench.window, finding.bench
    add(bench, Skill.new("Python"), Contact.new("Ada"))
    window.navigator.open_page("network")
    window.navigator.open_page("home")
    for typed in ("delete", "duplicate", "make private"):
        window.navigator.open_page("home")
        finding.open(f"> {typed}")
        finding.press(ENTER)
        assert window.navigator.page("network").isVisible()
    assert bench.messages()[-1] == (
        f'"Make private or public" (Ctrl+Shift+P) can be done in {PAGES_WITH_LISTS}, '
        "with a record selected."
    )
    assert bench.session.desk is not None
    assert [one.name for one in bench.session.desk.all(Contact)] == ["Ada"]
    assert [entry.title for entry in bench.session.desk.history()] == ["Add"]


def test_that_choosing_a_command_of_one_list_leads_to_that_list(finding: Finding) -> None:
    window = finding.bench.window
    finding.open("> mark as done")
    finding.press(ENTER)
    page = window.navigator.page("network")
    assert isinstance(page, RecordsPage)
    assert page.isVisible()
    assert page.view.listing.title() == "Follow-ups"
    finding.open("> choose columns")
    finding.press(ENTER)
    assert page.view.listing.title() == "Follow-ups"


@pytest.mark.parametrize(
    ("typed", "page"),
    [("copy picture", "progress"), ("larger pages", "portfolio"), ("undo or redo", "history")],
)
def test_that_choosing_a_command_of_a_page_leads_there(
    finding: Finding, typed: str, page: str
) -> None:
    finding.open(f"> {typed}")
    finding.press(ENTER)
    assert finding.bench.window.navigator.page(page).isVisible()
    assert "can be done in" in finding.bench.messages()[-1]


def test_that_with_nothing_selected_it_is_said_what_to_select(finding: Finding) -> None:
    window, bench = finding.bench.window, finding.bench
    add(bench, Skill.new("Python"))
    window.navigator.open_page("skills")
    page = window.navigator.page("skills")
    assert isinstance(page, RecordsPage)
    assert commands_found(finding, "delete") == ["Delete"]
    page.view.table.clearSelection()
    assert commands_found(finding, "delete") == []
    finding.open("> delete")
    finding.press(ENTER)
    assert bench.skills() == ["Python"]
    assert bench.messages()[-1].startswith('"Delete" (Del) can be done in Skills,')
    finding.open("> ")
    assert finding.chosen == "Log something"  # what only led somewhere is not used lately


def test_that_what_writes_waits_for_nothing_on_a_read_only_desk(finding: Finding) -> None:
    path = finding.bench.new_desk("Fixed")
    path.chmod(0o400)
    assert finding.bench.session.open(path)
    assert waiting_for(finding, "delete") == waiting_for(finding, "attach") == []
    assert len(waiting_for(finding, "copy as text")) == 1
    path.chmod(0o600)


def test_that_every_command_of_a_page_is_known_before_the_page_is_made(finding: Finding) -> None:
    window = finding.bench.window
    known = {plain_name(one.title) for one in PLACE_COMMANDS}
    everywhere = names_of([*window._menus.actions(), *window._complete().distant.actions()])
    for spec in PAGES:
        window.navigator.open_page(spec.key)
        page: Any = window.navigator.page(spec.key)
        for at in range(len(getattr(page, "titles", ("",)))):
            if isinstance(page, PartsPage):
                page.show_part(at)
            actions = [one for one in page.actions() if one.isVisible()]
            here = {plain_name(one.property("plain") or one.text()) for one in actions}
            assert here <= known | everywhere, (spec.key, at)
            if isinstance(page, PartsPage) and isinstance(page.part, RecordView):
                table = TABLE_OF[page.part.listing.kind]
                told = {plain_name(one.title) for one in PLACE_COMMANDS if table in one.tables}
                assert here - everywhere == told, table


def test_that_the_columns_of_the_list_in_front_are_found(finding: Finding) -> None:
    add(finding.bench, Skill.new("Python"))
    finding.bench.window.navigator.open_page("skills")
    finding.open("> columns")
    assert finding.chosen == "Choose columns…"
    finding.press(ENTER)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Level" in [one.text() for one in menu.actions()]
    menu.close()


def test_that_all_results_of_a_kind_are_a_row_away(finding: Finding) -> None:
    people = [Contact.new(f"Zeppelin {at}") for at in range(9)]
    add(finding.bench, *people)
    finding.open("zeppelin")
    assert finding.texts()[-1] == "Show all 9"
    finding.press(UP)
    assert finding.told() == ["People", "Show all 9"]
    finding.press(ENTER)
    assert finding.opened == [(Contact, sorted(one.id for one in people), "“zeppelin”")]


def test_that_a_click_opens_a_result(qtbot: QtBot, finding: Finding) -> None:
    ada = Contact.new("Ada")
    add(finding.bench, ada)
    finding.open("ada")
    place = finding.results.visualRect(finding.results.model().index(1, 0)).center()
    qtbot.mouseClick(finding.results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert finding.opened == [ada]


def test_that_what_no_page_lists_is_shown_and_stays(finding: Finding) -> None:
    session = StudySession.new(DAY, 45, note="Deep work.")
    add(finding.bench, session)
    finding.open("deep")
    assert finding.chosen == "45 min of study"
    assert "Deep work." in finding.told()
    finding.press(ENTER)
    assert finding.palette.is_open
    assert finding.opened == []


def test_that_a_note_on_a_level_opens_its_skill(finding: Finding) -> None:
    skill = Skill.new("Python")
    add(finding.bench, skill, replace(Rating.new(skill.id, DAY, None), note="Still early."))
    finding.open("early")
    finding.press(ENTER)
    assert finding.opened == [skill]


def test_that_private_records_are_found_and_marked(finding: Finding) -> None:
    add(finding.bench, Pay(id=PayId(uuid.uuid4()), note="The offer"))
    finding.open("offer")
    assert "Private" in finding.told()
    spoken = finding.results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Pay, The offer, Pay, private"


def test_that_changes_are_found_at_once(qtbot: QtBot, finding: Finding) -> None:
    desk = finding.bench.session.desk
    assert desk is not None
    finding.open("byron")
    assert finding.texts() == []
    records.add(desk, Contact.new("Ada Byron"))
    qtbot.waitUntil(lambda: finding.texts() == ["People", "Ada Byron"])
    desk.undo()
    qtbot.waitUntil(lambda: finding.texts() == [])


def test_that_what_was_chosen_stays_chosen_while_results_come(
    qtbot: QtBot, finding: Finding
) -> None:
    desk = finding.bench.session.desk
    assert desk is not None
    add(finding.bench, Contact.new("Zeppelin B"), Contact.new("Zeppelin C"))
    finding.open("zeppelin")
    finding.press(DOWN)
    assert finding.chosen == "Zeppelin C"
    records.add(desk, Contact.new("Zeppelin A"))
    qtbot.waitUntil(lambda: len(finding.texts()) == 4)
    assert finding.chosen == "Zeppelin C"
    records.remove(desk, [one for one in desk.all(Contact) if one.name == "Zeppelin C"])
    qtbot.waitUntil(lambda: len(finding.texts()) == 3)
    assert finding.chosen == "Zeppelin A"


def test_that_it_says_while_it_still_reads(qtbot: QtBot, finding: Finding) -> None:
    add(finding.bench, *(Contact.new(f"Zeppelin {at}") for at in range(3000)))
    qtbot.keyClick(finding.bench.window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(finding.field, "zeppelin")
    state = finding.palette._state
    assert state.text() == "Still reading the desk …"
    qtbot.waitUntil(lambda: state.text() == "")
    heading = finding.rows[0]
    assert isinstance(heading, Heading)
    assert heading.count.endswith("000+")
    finding.press(UP)
    assert finding.chosen == "Show all"


def test_that_the_desk_is_read_without_being_asked(qtbot: QtBot, opened: Bench) -> None:
    finder = opened.window._finder
    assert finder._reading is None
    qtbot.waitUntil(lambda: finder._reading is not None)
    assert finder._reading is not None


def test_that_reading_waits_while_a_worker_has_the_desk(
    qtbot: QtBot, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = finding.bench.tasks
    monkeypatch.setattr(type(tasks), "is_busy", property(lambda _: True))
    qtbot.keyClick(finding.bench.window, Qt.Key.Key_K, CONTROL)
    reading = finding.bench.window._finder._reading
    assert reading is not None
    qtbot.wait(50)
    assert not reading.index.is_complete
    monkeypatch.undo()
    qtbot.waitUntil(lambda: reading.index.is_complete)


def test_that_another_desk_is_searched_alone(qtbot: QtBot, finding: Finding) -> None:
    add(finding.bench, Contact.new("Ada"))
    finding.open("ada")
    assert finding.texts() == ["People", "Ada"]
    assert finding.bench.session.open(finding.bench.new_desk("Other"))
    add(finding.bench, Contact.new("Adam"))
    finding.open("ada")
    assert finding.texts() == ["People", "Adam"]


def test_that_without_a_desk_nothing_opens(qtbot: QtBot, bench: Bench) -> None:
    bench.window.show_start()
    bench.window.show()
    bench.window._finder.ask()
    assert bench.window.findChildren(Palette) == []


def test_that_a_narrow_window_shows_the_list_alone(finding: Finding) -> None:
    finding.open()
    preview = finding.palette.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.isVisible()
    height = finding.palette.panel.height()
    finding.field.setText("xyzzy")
    assert finding.palette.panel.height() == height
    finding.bench.window.resize(600, 480)
    assert not preview.isVisible()
    assert finding.palette.panel.width() <= 600
    assert finding.palette.panel.geometry().bottom() <= 480


def test_that_the_model_keeps_the_rules_of_models(finding: Finding, qtbot: QtBot) -> None:
    add(finding.bench, *(Contact.new(f"Zeppelin {at}") for at in range(9)))
    finding.open()
    model = finding.results.model()
    assert isinstance(model, RowsModel)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, finding.palette
    )
    for text in ("zeppelin", "home", "xyzzy", ""):
        finding.field.setText(text)
    assert tester.model() is model


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_that_each_row_is_drawn_in_every_theme(
    finding: Finding, choice: ThemeChoice, direction: Qt.LayoutDirection
) -> None:
    talk = Conversation.new(DAY, ConversationKind.CALL, note="😀 With a note " * 9)
    desk = finding.bench.session.desk
    assert desk is not None
    people = [replace(Contact.new(f"😀 Note {at}"), is_private=at % 2 == 0) for at in range(8)]
    with desk.change("Add") as tx:
        tx.add_many(people)
        network.add_conversation(tx, talk, people[:3])
    finding.bench.theme.choose(choice)
    finding.open("o")
    kinds = {type(row) for row in finding.rows}
    assert kinds == {Heading, CommandRow, RecordRow, MoreRow}
    delegate = finding.results.itemDelegate()
    for row in range(finding.results.model().rowCount()):
        index = finding.results.model().index(row, 0)
        for state in (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver):
            option = QStyleOptionViewItem()
            option.font = finding.results.font()
            option.state = state
            size = QSize(260, delegate.sizeHint(option, index).height())
            option.rect = QRect(0, 0, size.width(), size.height())
            picture = QImage(size, QImage.Format.Format_ARGB32)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setLayoutDirection(direction)
            delegate.paint(painter, option, index)
            painter.end()
            empty = QImage(size, QImage.Format.Format_ARGB32)
            empty.fill(Qt.GlobalColor.transparent)
            assert picture != empty


def test_that_commands_are_ranked_like_records(qtbot: QtBot, opened: Bench) -> None:
    names = ("Save a copy", "Export as PDF", "Copy", "Photocopying", "&R&&D")
    actions = [QAction(name, opened.window) for name in names]
    commands = commands_of(actions)
    assert [(rank, one.name) for rank, one in ranked(commands, "copy")] == [
        (0, "Copy"),
        (1, "Save a copy"),
        (2, "Photocopying"),
    ]
    assert [one.name for _, one in ranked(commands, "r&d")] == ["R&D"]
    assert [one.name for _, one in ranked(commands, "exportas pdf")] == ["Export as PDF"]
    menus = opened.window._menus
    named = commands_of(menus.actions(), opened.window.findChildren(QMenu))
    assert (3, menus.log) in [(rank, one.action) for rank, one in ranked(named, "edit log")]


def test_that_everything_has_a_name_for_screen_readers(finding: Finding) -> None:
    add(finding.bench, *(Contact.new(f"History {at}") for at in range(9)))
    finding.open("history")
    for widget in (finding.field, finding.results, finding.palette.panel):
        assert widget.accessibleName()
    model = finding.results.model()
    said = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert said[:2] == ["Commands", ", ".join(["Command History", "View", *HISTORY])]
    assert said[2] == "Command Restore a backup…, History"
    people = said.index("People")
    assert said[people + 1] == "History 0, People"
    assert said[-1] == "People: Show all 9"
