"""Whatever the window says by itself is looked up, so that it can be said in another language."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog
from spoken_texts import Said, Speech, bracketed, said_by, texts_of

from careerdesk.domain.records import KINDS, kind_words
from careerdesk.gui import dialogs
from careerdesk.gui.dialogs.about import about_dialog, shortcuts_dialog, versions
from careerdesk.gui.dialogs.bug import bug_dialog
from careerdesk.gui.dialogs.busy import BusyDialog
from careerdesk.gui.page_stack import PageStack
from careerdesk.gui.pages.settings_page import CURRENCIES
from careerdesk.services.backups import folder_of
from careerdesk.services.change_details import change_details
from careerdesk.services.example import TITLE
from careerdesk.services.history import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

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
CHECKED = ("history", "settings")
NATIVE = QKeySequence.SequenceFormat.NativeText
DIALOGS: dict[str, Callable[[Bench], QDialog]] = {
    "about": lambda bench: about_dialog(bench.window),
    "about shortcuts": lambda bench: shortcuts_dialog(
        bench.window.findChildren(QAction), bench.window
    ),
    "bug": lambda bench: bug_dialog("", bench.window),
    "busy": lambda bench: BusyDialog("", bench.window),
}


@pytest.fixture(autouse=True)
def brackets(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The language of brackets, from before the window is built."""
    translator = bracketed(tmp_path)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def example(bench: Bench, qtbot: QtBot) -> Bench:
    """A bench that shows the example."""
    bench.window.resize(1280, 800)
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    assert bench.session.create_example(bench.folder / "Example.careerdesk")
    return bench


def speech_of(bench: Bench) -> Speech:
    """Return what is not looked up: the user's words, and sentences of rooms that know no Qt."""
    desk = bench.session.desk
    assert desk is not None
    history = changes(desk)
    details = [change_details(desk, entry.id) for entry in history]
    records = [record for kind in KINDS.values() for record in desk.all(kind)]
    return Speech(
        [
            *PROPER,
            *texts_of(records),
            desk.path.stem,
            *desk.path.parts,
            folder_of(desk.path).name,
            *CURRENCIES,
            *(entry.title for entry in history),
            *(text for one in details for record in one.records for text in texts_of([record])),
            *(kind_words(name) for name in KINDS),
            *(value for _, value in versions()),
            *(one.shortcut().toString(NATIVE) for one in bench.window.findChildren(QAction)),
        ]
    )


def listen(bench: Bench, said: list[Said]) -> None:
    """Demand that all of this is looked up."""
    left = speech_of(bench).unspoken(said)
    assert not left, "not looked up:\n" + "\n".join(f"{one.where}: {one.text}" for one in left)


def test_that_the_frame_says_nothing_that_is_not_looked_up(example: Bench) -> None:
    window = example.window
    (stack,) = window.findChildren(PageStack)
    window._status.begin_work("")
    window.messages().add(TITLE)
    listen(example, said_by(window, without=stack))


@pytest.mark.parametrize("key", CHECKED)
def test_that_a_page_says_nothing_that_is_not_looked_up(example: Bench, key: str) -> None:
    example.window.open_page(key)
    QApplication.processEvents()
    listen(example, said_by(example.window.page(key)))


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_that_a_dialog_says_nothing_that_is_not_looked_up(
    example: Bench, qtbot: QtBot, name: str
) -> None:
    dialog = DIALOGS[name](example)
    qtbot.addWidget(dialog)
    listen(example, said_by(dialog))


def test_that_every_dialog_is_heard() -> None:
    modules = {module.name for module in pkgutil.iter_modules(dialogs.__path__)}
    assert modules - {name.partition(" ")[0] for name in DIALOGS} == {"import_plan"}
