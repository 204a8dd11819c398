"""What a person may leave out or type in any list, and what comes of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from careerdesk.domain.network import Conversation, ConversationKind
from careerdesk.domain.records import TABLE_OF
from careerdesk.domain.skills import SkillGroup
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.services.records import add

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def ask(window: Any, kind: type[Any]) -> NewDialog:
    window.ask_new(kind)
    (dialog,) = window.findChildren(NewDialog)
    assert isinstance(dialog, NewDialog)
    return dialog


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("table", LISTINGS)
def test_that_an_untouched_form_for_a_new_record_names_what_is_missing_or_stores_it(
    qtbot: QtBot, opened: Bench, table: str
) -> None:
    assert opened.session.desk is not None
    (kind,) = (kind for kind, name in TABLE_OF.items() if name == table)
    dialog = ask(opened.window, kind)
    bugs: list[str] = []
    opened.errors.bug.connect(bugs.append)
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert bugs == []
    if not opened.session.desk.all(kind):
        assert "must not be empty" in words(dialog)
        dialog.reject()


def test_that_a_new_conversation_begins_with_a_coffee_of_today(qtbot: QtBot, opened: Bench) -> None:
    assert opened.session.desk is not None
    dialog = ask(opened.window, Conversation)
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    (made,) = opened.session.desk.all(Conversation)
    assert (made.on, made.kind) == (date(2030, 1, 1), ConversationKind.COFFEE)


def test_that_a_group_without_a_place_goes_to_the_end(qtbot: QtBot, opened: Bench) -> None:
    assert opened.session.desk is not None
    first, second = SkillGroup.new("First", rank=1), SkillGroup.new("Second", rank=2)
    add(opened.session.desk, first)
    add(opened.session.desk, second)
    opened.window.open_record(first)
    (form,) = (one for one in opened.window.findChildren(RecordForm) if one.isVisible())
    place = form.field("rank")
    assert isinstance(place, TextField)
    place.line.clear()
    qtbot.keyClick(place.line, Qt.Key.Key_Return)
    assert {one.name: one.rank for one in opened.session.desk.all(SkillGroup)} == {
        "First": 3,
        "Second": 2,
    }
