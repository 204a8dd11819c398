"""Whatever the window says by itself is looked up, so that it can be said in another language."""

from __future__ import annotations

import pkgutil
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from assessment_bench import steps_of_assessment
from empty_desks import NOON
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog
from spoken_texts import Said, Speech, bracketed, said_by, texts_of

from careerdesk.catalogue import catalogue
from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.actions import Action
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Skill
from careerdesk.gui import dialogs
from careerdesk.gui.development.action_dialog import ActionDialog
from careerdesk.gui.development.action_form import EditActionDialog
from careerdesk.gui.development.evidence_dialog import EditEvidenceDialog, NewEvidenceDialog
from careerdesk.gui.development.review_dialog import ReviewDialog
from careerdesk.gui.dialogs.about import about_dialog, attributions, versions
from careerdesk.gui.dialogs.bug import bug_dialog
from careerdesk.gui.dialogs.busy import BusyDialog
from careerdesk.gui.dialogs.export_everything import ExportDialog
from careerdesk.gui.dialogs.import_dialog import ImportDialog
from careerdesk.gui.dialogs.shortcuts import groups_of, shortcuts_dialog
from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.log_overlay import LogOverlay
from careerdesk.gui.models.import_model import import_rows
from careerdesk.gui.page_stack import PageStack
from careerdesk.gui.pages import PAGES
from careerdesk.gui.pages.first_steps import FirstSteps
from careerdesk.gui.pages.settings_page import CURRENCIES
from careerdesk.gui.pages.start_page import StartPage
from careerdesk.gui.palette.palette import Palette
from careerdesk.gui.palette.rows import RecordRow
from careerdesk.gui.palette.rows_model import ROW_ROLE
from careerdesk.gui.records.bulk_dialog import BulkDialog
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.widgets.chart_canvas import ChartCanvas
from careerdesk.gui.widgets.chart_card import ChartCard
from careerdesk.gui.widgets.page_view import PageView
from careerdesk.services import evidence
from careerdesk.services.backups import folder_of
from careerdesk.services.change_details import change_details
from careerdesk.services.example import TITLE, create_example_desk
from careerdesk.services.history import changes
from careerdesk.services.imports import plan_import
from careerdesk.services.log_names import recent_lines
from careerdesk.services.proposals import proposal_of
from careerdesk.services.roles import copy_role
from careerdesk.words import noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gui_bench import Bench
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.context import GuiContext

# Names of people's own, and of things that are called the same everywhere.
PROPER = (
    "CareerDesk",
    "PDF",
    "LinkedIn",
    "Qt",
    "Python",
    "PySide",
    "SQLite",
    "SQLAlchemy",
    "Linux",
)
NATIVE = QKeySequence.SequenceFormat.NativeText
DIALOGS: dict[str, Callable[[Bench], QDialog]] = {
    "about": lambda bench: about_dialog(bench.window),
    "shortcuts": lambda bench: shortcuts_dialog(bench.window.findChildren(QAction), bench.window),
    "bug": lambda bench: bug_dialog("", bench.window),
    "busy": lambda bench: BusyDialog("", bench.window),
    "export_everything": lambda bench: ExportDialog(bench.window),
    "import_dialog": lambda bench: ImportDialog(bench.window),
}


def _action(context: GuiContext, skill: Skill, at: int) -> QDialog:
    dialog = ActionDialog(context, skill, context.messages.window())
    dialog.show_kind(at)
    return dialog


def _piece(context: GuiContext, skill: Skill) -> Evidence:
    return evidence.from_link(skill, "https://example.org", context.today())


DEVELOPMENT: dict[str, Callable[[GuiContext, Skill], QDialog]] = {
    "learn": lambda context, skill: _action(context, skill, 0),
    "practise": lambda context, skill: _action(context, skill, 1),
    "ask": lambda context, skill: _action(context, skill, 2),
    "edit action": lambda context, _: EditActionDialog(
        context, context.shelf.all(Action)[0], context.messages.window()
    ),
    "evidence": lambda context, skill: NewEvidenceDialog(
        context, skill, _piece(context, skill), context.messages.window()
    ),
    "edit evidence": lambda context, _: EditEvidenceDialog(
        context, context.shelf.all(Evidence)[0], context.messages.window()
    ),
    "review": lambda context, _: ReviewDialog(
        context,
        proposal_of(context.desk, context.shelf.all(Action)[0], context.today()),
        context.messages.window(),
    ),
}


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    """The language of brackets."""
    return bracketed(tmp_path_factory.mktemp("brackets"))


@pytest.fixture(autouse=True)
def brackets(qapp: QApplication, translator: QTranslator) -> Iterator[None]:
    """That language, from before the window is built."""
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(scope="module")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, made once: every test opens a copy of it."""
    path = tmp_path_factory.mktemp("example") / "Example.careerdesk"
    create_example_desk(path, NOON.date()).close()
    return path


@pytest.fixture
def example(bench: Bench, qtbot: QtBot, example_file: Path) -> Bench:
    """A bench that shows the example."""
    bench.window.resize(1280, 800)
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    assert bench.session.open(Path(shutil.copy(example_file, bench.folder)))
    return bench


def speech_of(bench: Bench, given: Iterable[str]) -> Speech:
    """Return what is not looked up: the user's words, and sentences of rooms that know no Qt."""
    desk = bench.session.desk
    assert desk is not None
    history = changes(desk)
    details = [change_details(desk, entry.id) for entry in history]
    records = [record for kind in KINDS.values() for record in desk.all(kind)]
    return Speech(
        [
            *PROPER,
            *given,
            *texts_of(records),
            desk.path.stem,
            *desk.path.parts,
            folder_of(desk.path).name,
            *CURRENCIES,
            *(entry.title for entry in history),
            *(text for one in details for record in one.records for text in texts_of([record])),
            *(value for _, value in versions()),
            *attributions(),
            *said_by_catalogue(),
            *(one.shortcut().toString(NATIVE) for one in bench.window.findChildren(QAction)),
        ]
    )


def said_by_catalogue() -> list[str]:
    """Return what the catalogue says, which is content in one language."""
    return list(texts_of([catalogue()]))


def given_by(page: QWidget) -> list[str]:
    """Return what charts and the pages of the portfolio say: documents, which speak English."""
    views = [card.view for card in page.findChildren(ChartCard) if card.view is not None]
    return [
        *(one.accessibleDescription() for one in page.findChildren(PageView)),
        *(one.accessibleDescription() for one in page.findChildren(ChartCanvas)),
        *(spec.title for spec in CHARTS),
        *(view.title for view in views),
        *(view.sentence for view in views),
        *(header for view in views for header in view.headers),
        *(cell for view in views for row in view.rows for cell in row if isinstance(cell, str)),
    ]


def listen(bench: Bench, said: list[Said], given: Iterable[str] = ()) -> None:
    """Demand that all of this is looked up, but for what is given."""
    left = speech_of(bench, given).unspoken(said)
    assert not left, "not looked up:\n" + "\n".join(f"{one.where}: {one.text}" for one in left)


def keys_of_sheet(bench: Bench) -> list[str]:
    """Return the names of keys, which are Qt's own words."""
    groups = groups_of(bench.window.findChildren(QAction))
    return [key for group in groups for _, keys in group.rows for key in keys.split(" / ")]


def context_of(bench: Bench) -> GuiContext:
    assert bench.window._context is not None
    return bench.window._context


def test_that_the_frame_says_nothing_that_is_not_looked_up(example: Bench) -> None:
    window = example.window
    (stack,) = window.findChildren(PageStack)
    window._status.begin_work("")
    window.messages().add(TITLE)
    listen(example, said_by(window, without=stack))


def test_that_the_start_says_nothing_that_is_not_looked_up(example: Bench) -> None:
    example.window.show_start()
    (page,) = example.window.findChildren(StartPage)
    listen(example, said_by(page))


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_a_page_says_nothing_that_is_not_looked_up(example: Bench, key: str) -> None:
    example.window.navigator.open_page(key)
    QApplication.processEvents()
    example.tasks.wait()
    QApplication.processEvents()
    page = example.window.navigator.page(key)
    listen(example, said_by(page), given_by(page))


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_an_empty_page_says_nothing_that_is_not_looked_up(opened: Bench, key: str) -> None:
    opened.window.navigator.open_page(key)
    opened.tasks.wait()
    QApplication.processEvents()
    page = opened.window.navigator.page(key)
    listen(opened, said_by(page), given_by(page))


def test_that_each_step_of_the_assessment_says_nothing_that_is_not_looked_up(
    example: Bench,
) -> None:
    for page in steps_of_assessment(example.window):
        listen(example, said_by(page))


@pytest.mark.parametrize("table", sorted(LISTINGS))
def test_that_a_list_with_its_details_says_nothing_that_is_not_looked_up(
    example: Bench, table: str
) -> None:
    if table == "role":  # the example has none of its own
        copy_role(context_of(example).desk, "vertical_ai_pm")
    example.window.navigator.open_record(context_of(example).shelf.all(KINDS[table])[0])
    QApplication.processEvents()
    key = next(spec.key for spec in PAGES if table in spec.lists)
    listen(example, said_by(example.window.navigator.page(key)))


@pytest.mark.parametrize("table", sorted(LISTINGS))
def test_that_a_form_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, table: str
) -> None:
    context = context_of(example)
    listing = LISTINGS[table](context)
    chosen = context.shelf.all(listing.kind)[:2]
    new = NewDialog(context, listing, {}, example.window)
    many = BulkDialog(context, listing, chosen, example.window)
    for dialog in (new, many):
        qtbot.addWidget(dialog)
        listen(example, said_by(dialog))


def test_that_the_line_to_log_with_says_nothing_that_is_not_looked_up(example: Bench) -> None:
    example.window.navigator.ask_log()
    (overlay,) = example.window.findChildren(LogOverlay)
    context = context_of(example)
    listen(example, said_by(overlay), recent_lines(context.desk, context.today(), 9))


@pytest.mark.parametrize("typed", ["", "product", ">"])
def test_that_the_search_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, typed: str
) -> None:
    example.window._finder.ask()
    (palette,) = example.window.findChildren(Palette)
    qtbot.waitUntil(lambda: palette._reading.index.is_complete)
    palette._field.setText(typed)
    rows = [palette._model.index(at).data(ROW_ROLE) for at in range(palette._model.rowCount())]
    found = [row.found for row in rows if isinstance(row, RecordRow)]
    fields = [name.capitalize() for one in found for name, _ in palette._reader.fields(one)]
    listen(example, said_by(palette), [*texts_of(found), *fields])


def test_that_the_first_steps_say_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot
) -> None:
    steps = FirstSteps()
    qtbot.addWidget(steps)
    listen(example, said_by(steps))


@pytest.mark.parametrize("name", sorted(DEVELOPMENT))
def test_that_a_dialog_about_a_skill_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, name: str
) -> None:
    context = context_of(example)
    skill = next(one for one in context.shelf.all(Skill) if one.name == "Product strategy")
    dialog = DEVELOPMENT[name](context, skill)
    qtbot.addWidget(dialog)
    anchors = [text for group in catalogue().groups for text in group.anchors.values()]
    content = texts_of([*catalogue().resources, catalogue().instrument])
    listen(example, said_by(dialog), [*anchors, *content])


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_that_a_dialog_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, name: str
) -> None:
    dialog = DIALOGS[name](example)
    qtbot.addWidget(dialog)
    listen(example, said_by(dialog), keys_of_sheet(example) if name == "shortcuts" else ())


def test_that_a_preview_of_an_import_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "contact.csv"
    table.write_text("name,organization\nAda,Engines\n,Nowhere\n", encoding="utf-8")
    plan = plan_import(context_of(example).desk, [table])
    dialog = ImportDialog(example.window)
    qtbot.addWidget(dialog)
    dialog.show_plan(plan, import_rows(plan))
    reasons = [text for one in (*plan.problems, *plan.skipped) for text in texts_of([one])]
    words = ["Ada", "Engines", "Nowhere", table.name, noun("contact").capitalize()]
    listen(example, said_by(dialog), [*words, *reasons])


def test_that_every_dialog_is_heard() -> None:
    modules = {module.name for module in pkgutil.iter_modules(dialogs.__path__)}
    heard = {name.partition(" ")[0] for name in DIALOGS}
    assert modules - heard == {"import_preview", "import_steps"}  # parts of import_dialog
