"""The form for a new record never loses what was typed into it unless that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import LEFT, activate, words
from PySide6.QtCore import Qt

from careerdesk.domain.network import Contact, Conversation
from careerdesk.domain.skills import Skill
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.records.new_dialog import NewDialog

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: Bench) -> Desk:
    activate(qtbot, opened.window)
    assert opened.session.desk is not None
    return opened.session.desk


def ask(bench: Bench, kind: type[object], **values: object) -> NewDialog:
    bench.window.navigator.ask_new(kind, **values)
    (found,) = (one for one in bench.window.findChildren(NewDialog) if one.isVisible())
    return found


def typed(dialog: NewDialog, field: str) -> str:
    return dialog.form.field(field).text()


def type_name(qtbot: QtBot, dialog: NewDialog, text: str) -> TextField:
    name = dialog.form.field("name")
    assert isinstance(name, TextField)
    qtbot.keyClicks(name.line, text)
    return name


def test_that_escape_leaves_the_form_and_it_comes_back_as_it_was_left(
    qtbot: QtBot, opened: Bench, desk: Desk
) -> None:
    dialog = ask(opened, Skill)
    name = type_name(qtbot, dialog, "Interviews")
    dialog.form.field("group_id").fill_typed("Discovery")
    dialog.form.field("note").fill_typed("With users")
    qtbot.keyClick(name.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = ask(opened, Skill)
    assert typed(again, "name") == "Interviews"
    assert typed(again, "group_id") == "Discovery"
    assert typed(again, "note") == "With users"
    assert "As you left it." in words(again)
    qtbot.mouseClick(button(again, "&Add"), LEFT)
    assert [one.name for one in desk.all(Skill)] == ["Interviews"]
    assert typed(ask(opened, Skill), "name") == ""


@pytest.mark.usefixtures("desk")
def test_that_a_value_that_cannot_be_stored_comes_back_too(qtbot: QtBot, opened: Bench) -> None:
    dialog = ask(opened, Conversation)
    dialog.form.field("minutes").fill_typed("a while")
    dialog.close()
    assert typed(ask(opened, Conversation), "minutes") == "a while"
    del qtbot


@pytest.mark.usefixtures("desk")
def test_that_what_was_kept_can_be_cleared(qtbot: QtBot, opened: Bench) -> None:
    dialog = ask(opened, Skill)
    type_name(qtbot, dialog, "Interviews")
    dialog.reject()
    again = ask(opened, Skill)
    qtbot.mouseClick(button(again, "&Start afresh"), LEFT)
    assert typed(again, "name") == ""
    again.reject()
    assert typed(ask(opened, Skill), "name") == ""


@pytest.mark.usefixtures("desk")
def test_that_cancel_keeps_nothing(qtbot: QtBot, opened: Bench) -> None:
    dialog = ask(opened, Skill)
    type_name(qtbot, dialog, "Interviews")
    qtbot.mouseClick(button(dialog, "Cancel"), LEFT)
    assert typed(ask(opened, Skill), "name") == ""


def test_that_what_was_begun_about_one_person_is_not_shown_for_another(
    opened: Bench, desk: Desk
) -> None:
    ada, bo = Contact.new("Ada Byron"), Contact.new("Bo Ek")
    with desk.change("Add") as tx:
        tx.add(ada, bo)
    dialog = ask(opened, Conversation, people=(ada,))
    dialog.form.field("note").fill_typed("About engines")
    dialog.reject()
    other = ask(opened, Conversation, people=(bo,))
    assert typed(other, "note") == ""
    other.reject()
    again = ask(opened, Conversation, people=(ada,))
    assert typed(again, "note") == "About engines"
    assert again.form.field("people").value() == (ada,)


@pytest.mark.usefixtures("desk")
def test_that_quitting_says_first_what_was_begun_and_not_added(qtbot: QtBot, opened: Bench) -> None:
    dialog = ask(opened, Skill)
    type_name(qtbot, dialog, "Interviews")
    dialog.reject()
    opened.window.close()
    assert opened.window.isVisible()
    assert 'What you typed under "New skill" has not been added' in words(opened.window)
    assert typed(ask(opened, Skill), "name") == "Interviews"
    opened.window.findChildren(NewDialog)[-1].reject()
    opened.window.close()
    assert opened.window.isVisible()  # however often
    qtbot.mouseClick(button(opened.window.messages(), "Quit without it"), LEFT)
    assert not opened.window.isVisible()


def test_that_another_desk_waits_until_what_was_begun_is_added_or_cancelled(
    qtbot: QtBot, opened: Bench, desk: Desk, tmp_path: Path
) -> None:
    dialog = ask(opened, Skill)
    type_name(qtbot, dialog, "Interviews")
    dialog.reject()
    assert not opened.session.create(tmp_path / "Other.careerdesk")
    assert opened.session.desk is desk
    assert not (tmp_path / "Other.careerdesk").exists()
    assert 'What you typed under "New skill" has not been added' in opened.messages()[-1]
    qtbot.mouseClick(button(ask(opened, Skill), "Cancel"), LEFT)
    assert opened.session.create(tmp_path / "Other.careerdesk")
