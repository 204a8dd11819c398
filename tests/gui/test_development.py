"""Evidence and actions beside a skill, and the review of a level, as a person goes through them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from list_bench import choose, latest, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.actions import Action
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.learning import LearningItem, LearningStatus
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.gui.development import evidence_editor, evidence_panel
from careerdesk.gui.development.action_dialog import ActionDialog
from careerdesk.gui.development.action_form import EditActionDialog
from careerdesk.gui.development.actions_panel import ActionsPanel
from careerdesk.gui.development.choices import Choice, ChoiceDialog
from careerdesk.gui.development.evidence_dialog import EditEvidenceDialog, NewEvidenceDialog
from careerdesk.gui.development.evidence_panel import EvidencePanel
from careerdesk.gui.development.review_dialog import ReviewDialog
from careerdesk.gui.fields.choice_fields import ChoiceField
from careerdesk.gui.fields.date_fields import PartialDateField
from careerdesk.gui.records.record_view import RecordView
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.gui.widgets.level_steps import Steps
from careerdesk.services import actions, evidence, learning, records, skills

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.fields.field import Field
    from careerdesk.services.desk import Desk

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2030, 1, 1)
DISCOVERY = "customer_discovery"
ABOUT = "Artefact · 1 Jan 2030 · up to level 5"


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def skill(desk: Desk) -> Skill:
    made = replace(Skill.new("Customer discovery"), catalogue_key=DISCOVERY)
    records.add(desk, made)
    skills.rate_skill(desk, made, date(2029, 12, 1), Level.AWARE)
    return made


@pytest.fixture
def item(desk: Desk) -> LearningItem:
    made = LearningItem.new("How we talk to customers")
    records.add(desk, made)
    return made


@pytest.fixture
def page(opened: Bench, skill: Skill) -> RecordsPage:
    opened.window.navigator.open_record(skill)
    found = opened.window.navigator.page("skills")
    assert isinstance(found, RecordsPage)
    return found


def panel(page: QWidget, kind: type[Any]) -> Any:
    return next(one for one in page.findChildren(kind) if one.isVisible())


def dialog(bench: Bench, kind: type[Any]) -> Any:
    """The dialog of that kind in front of the window."""
    return next(one for one in bench.window.findChildren(kind) if one.isVisible())


def press(qtbot: QtBot, bench: Bench, name: str) -> None:
    QApplication.processEvents()  # rows made anew have their places then
    qtbot.mouseClick(button(bench.window, name), LEFT)


def accept(qtbot: QtBot, asked: Any) -> None:
    qtbot.mouseClick(asked.accept_button, LEFT)


def choose_value(field: Field, value: object) -> None:
    """Choose as a person does, which is told to whoever listens."""
    assert isinstance(field, ChoiceField)
    field.fill(value)
    field.combo.activated.emit(field.combo.currentIndex())


def test_that_a_claim_without_evidence_is_told_and_drawn_hatched(
    page: RecordsPage, skill: Skill
) -> None:
    assert "Claimed 1, supported 0: there is no evidence yet." in words(panel(page, EvidencePanel))
    view = page.part
    assert isinstance(view, RecordView)
    row = view.listing.row(skill)
    column = next(one for one in view.listing.columns if one.key == "level")
    assert column.level is not None
    assert column.level(row) == Steps(1, 0)


def test_that_a_claim_that_is_only_repeated_is_not_called_no_evidence(
    page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    kind, on = EvidenceKind.DESCRIPTION, PartialDate.of(TODAY)
    records.add(desk, Evidence.new(skill.id, "Talks", kind, EvidenceTier.CLAIM, on))
    shown = words(panel(page, EvidencePanel))
    assert "Claimed 1, supported 0: what is there is only a claim." in shown


def test_that_a_link_becomes_evidence_with_the_strength_of_what_it_shows(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "A project…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    tier = asked.editor.form.field("tier")
    assert tier.value() is EvidenceTier.CLAIM
    title, url = (asked.editor.form.field(name).line for name in ("title", "url"))
    title.selectAll()
    qtbot.keyClicks(title, "Triage of tickets")
    qtbot.keyClicks(url, "https://example.org/triage")
    assert tier.value() is EvidenceTier.ARTEFACT
    assert "up to level 5" in words(asked)
    accept(qtbot, asked)
    (made,) = desk.all(Evidence)
    assert (made.title, made.kind, made.tier, made.on) == (
        "Triage of tickets",
        EvidenceKind.PROJECT,
        EvidenceTier.ARTEFACT,
        PartialDate.of(TODAY),
    )
    assert "Claimed 1, supported 1." in words(panel(page, EvidencePanel))
    assert "Artefact · 1 Jan 2030 · up to level 5" in words(panel(page, EvidencePanel))
    menu.deleteLater()


def named(menu: QMenu, words: str) -> Any:
    return next(one for one in menu.actions() if one.text() == words)


def test_that_a_strength_one_has_chosen_stays(
    opened: Bench, page: RecordsPage, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "An outcome…").trigger()
    form = dialog(opened, NewEvidenceDialog).editor.form
    choose_value(form.field("tier"), EvidenceTier.OBSERVED)
    choose_value(form.field("kind"), EvidenceKind.PROJECT)
    assert form.field("tier").value() is EvidenceTier.OBSERVED
    dialog(opened, NewEvidenceDialog).reject()
    menu.deleteLater()


def test_that_a_finished_course_is_offered_with_what_is_known_of_it(
    opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, item: LearningItem
) -> None:
    learning.finish_learning_item(desk, item, date(2029, 12, 24))
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    offered = named(menu, "A finished course or book").menu().actions()
    assert [one.text() for one in offered] == ["How we talk to customers\t24 Dec 2029"]
    assert not named(menu, "A certificate").menu().isEnabled()
    offered[0].trigger()
    piece = dialog(opened, NewEvidenceDialog).editor.piece()
    assert (piece.learning_item_id, piece.on) == (item.id, PartialDate("2029-12-24"))
    dialog(opened, NewEvidenceDialog).reject()
    menu.deleteLater()


def test_that_one_of_very_many_is_found_by_any_of_its_words(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    done = [
        replace(
            LearningItem.new(f"Course {number}"),
            status=LearningStatus.DONE,
            finished=PartialDate(f"{1990 + number}-03-01"),
        )
        for number in range(30)
    ]
    for one in done:
        records.add(desk, one)
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    offered = named(menu, "A finished course or book").menu()
    assert len(offered.actions()) == 14  # the latest twelve, a line and the way to all
    named(offered, "All 30…").trigger()
    asked = dialog(opened, ChoiceDialog)
    assert asked.list.count() == 30
    qtbot.keyClicks(asked.line, "1993 course")
    assert [asked.list.item(at).text() for at in range(asked.list.count())] == [
        "Course 3\n1 Mar 1993"
    ]
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    new = dialog(opened, NewEvidenceDialog)
    assert new.editor.piece().learning_item_id == done[3].id
    new.reject()
    menu.deleteLater()


def test_that_nothing_is_chosen_where_nothing_is_found(qtbot: QtBot, opened: Bench) -> None:
    chosen: list[object] = []
    asked = ChoiceDialog(
        "A certificate", [Choice(1, "Maps", "2024"), Choice(2, "Looms", "2025")], opened.window
    )
    asked.chosen.connect(chosen.append)
    asked.open()
    qtbot.keyClicks(asked.line, "mapsx")
    accept(qtbot, asked)
    assert asked.isVisible()
    assert chosen == []
    asked.line.clear()
    qtbot.keyClick(asked.line, Qt.Key.Key_Down)
    accept(qtbot, asked)
    assert chosen == [2]


def test_that_escape_says_what_would_be_lost_before_it_leaves(
    qtbot: QtBot, opened: Bench, page: RecordsPage, skill: Skill
) -> None:
    context = panel(page, EvidencePanel).context
    asked = ActionDialog(context, skill, opened.window)
    asked.open()
    for at in range(3):
        asked.show_kind(at)
    asked.show_kind(1)
    qtbot.keyClicks(asked.practise.title.line, "Two talks")
    qtbot.keyClick(asked.practise.title.line, Qt.Key.Key_Escape)
    assert asked.isVisible()
    assert asked.practise.title.text() == "Two talks"
    assert "not stored yet" in words(asked)
    qtbot.keyClicks(asked.practise.title.line, " more")
    qtbot.keyClick(asked.practise.title.line, Qt.Key.Key_Escape)
    assert asked.isVisible()  # it is other words now
    qtbot.keyClick(asked.practise.title.line, Qt.Key.Key_Escape)
    assert not asked.isVisible()


@pytest.mark.parametrize("kind", [EvidenceKind.LINK, EvidenceKind.DESCRIPTION])
def test_that_escape_leaves_at_once_what_nothing_was_typed_into(
    qtbot: QtBot, opened: Bench, page: RecordsPage, skill: Skill, kind: EvidenceKind
) -> None:
    context = panel(page, EvidencePanel).context
    piece = Evidence.new(skill.id, "Talk", kind, EvidenceTier.CLAIM, PartialDate("2029"))
    for asked in (
        NewEvidenceDialog(context, skill, piece, opened.window),
        EditEvidenceDialog(context, piece, opened.window),
        ActionDialog(context, skill, opened.window),
    ):
        asked.open()
        qtbot.keyClick(asked, Qt.Key.Key_Escape)
        assert not asked.isVisible()


def test_that_a_file_added_to_new_evidence_is_not_left_by_accident(
    qtbot: QtBot, opened: Bench, page: RecordsPage, skill: Skill, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes", encoding="utf-8")
    piece = evidence.from_link(skill, "https://example.org/a", TODAY)
    asked = NewEvidenceDialog(panel(page, EvidencePanel).context, skill, piece, opened.window)
    asked.open()
    assert asked.editor.files is not None
    asked.editor.files.take([path])
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.isVisible()
    qtbot.mouseClick(button(asked, "Cancel"), LEFT)
    assert not asked.isVisible()


def test_that_what_is_wrong_is_said_beside_its_field_and_nothing_is_stored(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "A link…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    for name, typed in (("url", "triage"), ("on", "someday")):
        line = asked.editor.form.field(name).line
        line.selectAll()
        qtbot.keyClicks(line, typed)
    accept(qtbot, asked)
    assert asked.isVisible()
    assert "“Web address” must start with https://" in words(asked)
    assert desk.all(Evidence) == []
    asked.reject()
    menu.deleteLater()


def test_that_a_link_without_an_address_is_asked_for_it(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "A link…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    accept(qtbot, asked)
    assert asked.isVisible()
    assert "“Web address” must be given" in words(asked.editor.form.field("url"))
    assert desk.all(Evidence) == []
    qtbot.keyClicks(asked.editor.form.field("url").line, "https://example.org/triage")
    accept(qtbot, asked)
    assert [one.kind for one in desk.all(Evidence)] == [EvidenceKind.LINK]
    menu.deleteLater()


@pytest.mark.parametrize(
    ("typed", "is_kept"), [("+1w", False), ("2031", False), ("2030", True), ("today", True)]
)
def test_that_new_evidence_is_not_from_the_future(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    skill: Skill,
    typed: str,
    is_kept: bool,
) -> None:
    piece = evidence.from_link(skill, "https://example.org/a", TODAY)
    asked = NewEvidenceDialog(panel(page, EvidencePanel).context, skill, piece, opened.window)
    asked.open()
    on = asked.editor.form.field("on")
    assert isinstance(on, PartialDateField)
    on.line.clear()
    qtbot.keyClicks(on.line, typed)
    accept(qtbot, asked)
    said = "“Date” is in the future; evidence counts from the day it was there."
    assert bool(desk.all(Evidence)) == is_kept
    assert is_kept or said in words(on)


def test_that_a_date_to_come_from_before_stays_until_it_is_changed(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    made = evidence.from_link(skill, "https://example.org/a", date(2031, 1, 1))
    records.add(desk, made)
    panel(page, EvidencePanel)._edit(made)
    asked = dialog(opened, EditEvidenceDialog)
    asked.editor.form.field("title").fill("Triage")
    accept(qtbot, asked)
    (edited,) = desk.all(Evidence)
    assert edited.title == "Triage"
    panel(page, EvidencePanel)._edit(edited)
    asked = dialog(opened, EditEvidenceDialog)
    asked.editor.form.field("on").line.setText("+3w")
    accept(qtbot, asked)
    assert "is in the future" in words(asked.editor.form.field("on"))
    assert desk.all(Evidence) == [edited]
    qtbot.mouseClick(button(asked, "Cancel"), LEFT)


def test_that_a_file_that_was_left_out_shows_nothing(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    panel(page, EvidencePanel).take_files([path])
    asked = dialog(opened, NewEvidenceDialog)
    qtbot.mouseClick(button(asked, "Leave a.txt out"), LEFT)
    accept(qtbot, asked)
    assert asked.isVisible()
    assert "a file added under Files" in words(asked.editor.form.field("url"))
    assert desk.all(Evidence) == []
    asked.reject()


def test_that_what_nobody_described_is_a_claim_and_asks_for_the_description(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "In my own words…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    tier, note = (asked.editor.form.field(name) for name in ("tier", "note"))
    assert tier.value() is EvidenceTier.CLAIM
    assert "what was done, and it counts as Described." in words(asked)
    choose_value(tier, EvidenceTier.DESCRIBED)
    accept(qtbot, asked)
    assert asked.isVisible()
    assert "needs two sentences or more; with less, choose 0 Claim only." in words(note)
    note.fill("Ten interviews in May, for the team")
    accept(qtbot, asked)
    assert asked.isVisible()
    assert desk.all(Evidence) == []
    note.fill("Ten interviews in May, for the team. Two features came of them")
    accept(qtbot, asked)
    assert [one.tier for one in desk.all(Evidence)] == [EvidenceTier.DESCRIBED]
    menu.deleteLater()


def test_that_one_sentence_is_a_claim_in_the_dialog_as_in_the_assessment(
    qtbot: QtBot, opened: Bench, page: RecordsPage, skill: Skill
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "In my own words…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    tier, note = (asked.editor.form.field(name) for name in ("tier", "note"))
    qtbot.keyClicks(note.area, "asdf")
    assert tier.value() is EvidenceTier.CLAIM
    assert "in two sentences or more, what was done" in words(asked)
    qtbot.keyClicks(note.area, ". Ten people use it")
    assert tier.value() is EvidenceTier.DESCRIBED
    asked.editor.form.field("url").line.setText("https://example.org/a")
    note.area.clear()
    assert tier.value() is EvidenceTier.DESCRIBED  # a link says it instead
    qtbot.mouseClick(button(asked, "Cancel"), LEFT)
    menu.deleteLater()


@pytest.mark.parametrize(
    ("kind", "tier"),
    [
        (EvidenceKind.OUTCOME, EvidenceTier.OBSERVED),
        (EvidenceKind.PROJECT, EvidenceTier.ARTEFACT),
        (EvidenceKind.CERTIFICATE, EvidenceTier.ASSESSED),
    ],
)
def test_that_no_strength_rests_on_a_title_alone(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    desk: Desk,
    skill: Skill,
    kind: EvidenceKind,
    tier: EvidenceTier,
) -> None:
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "An outcome…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    form = asked.editor.form
    choose_value(form.field("kind"), kind)
    assert form.field("tier").value() is EvidenceTier.CLAIM
    choose_value(form.field("tier"), tier)
    accept(qtbot, asked)
    assert asked.isVisible()
    said = "must say in two sentences or more what shows it"
    assert said in words(form.field("note"))
    form.field("note").fill("Rated")  # one word is no description
    accept(qtbot, asked)
    assert desk.all(Evidence) == []
    form.field("note").fill("My lead rated it after the release. She saw four of five interviews.")
    accept(qtbot, asked)
    assert [(one.kind, one.tier) for one in desk.all(Evidence)] == [(kind, tier)]
    menu.deleteLater()


def test_that_evidence_from_before_keeps_its_strength_when_only_its_title_is_edited(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    on = PartialDate.of(TODAY)
    kind = EvidenceKind.LINK
    records.add(desk, old := Evidence.new(skill.id, "Link", kind, EvidenceTier.ARTEFACT, on))
    panel(page, EvidencePanel)._edit(old)
    asked = dialog(opened, EditEvidenceDialog)
    line = asked.editor.form.field("title").line
    line.selectAll()
    qtbot.keyClicks(line, "Triage")
    accept(qtbot, asked)
    assert [one.title for one in desk.all(Evidence)] == ["Triage"]


def test_that_a_dropped_file_is_looked_at_and_kept_with_its_evidence(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "interview_notes.txt"
    path.write_bytes(b"x")
    assert panel(page, EvidencePanel).drop_words() == (
        "Drop to add as evidence for Customer discovery"
    )
    panel(page, EvidencePanel).take_files([path])
    asked = dialog(opened, NewEvidenceDialog)
    assert "interview_notes.txt" in words(asked)
    accept(qtbot, asked)
    (made,) = desk.all(Evidence)
    assert [one.file_name for one in desk.all(Attachment, evidence_id=made.id)] == [
        "interview_notes.txt"
    ]
    assert "1 file" in words(panel(page, EvidencePanel))


def test_that_several_dropped_files_are_evidence_at_once(
    opened: Bench, page: RecordsPage, desk: Desk, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_bytes(b"x")
    panel(page, EvidencePanel).take_files(paths)
    assert len(desk.all(Evidence)) == 2
    assert opened.messages() == ["Added 2 pieces of evidence."]


def test_that_chosen_files_can_be_left_out_again(
    qtbot: QtBot,
    opened: Bench,
    page: RecordsPage,
    skill: Skill,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(evidence_editor, "ask_files", lambda *_: [path])
    monkeypatch.setattr(evidence_panel, "ask_files", lambda *_: [path])
    menu = evidence_panel.add_menu(panel(page, EvidencePanel).context, skill, page)
    named(menu, "A file…").trigger()
    asked = dialog(opened, NewEvidenceDialog)
    assert asked.editor.paths() == [path]
    qtbot.mouseClick(button(asked, "Leave a.txt out"), LEFT)
    assert asked.editor.paths() == []
    qtbot.mouseClick(button(asked, "Add files…"), LEFT)
    assert asked.editor.paths() == [path]
    asked.reject()
    menu.deleteLater()


def test_that_evidence_is_edited_as_one_change_and_deleted_with_the_way_back(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    piece = evidence.from_link(skill, "https://example.org/triage", TODAY)
    evidence.add_evidence(desk, piece)
    press(
        qtbot,
        opened,
        "Link: example.org/triage, Artefact · 1 Jan 2030 · up to level 5",
    )
    asked = dialog(opened, EditEvidenceDialog)
    line = asked.editor.form.field("title").line
    line.selectAll()
    qtbot.keyClicks(line, "Triage")
    choose_value(asked.editor.form.field("tier"), EvidenceTier.OBSERVED)
    accept(qtbot, asked)
    (edited,) = desk.all(Evidence)
    assert (edited.title, edited.tier) == ("Triage", EvidenceTier.OBSERVED)
    press(qtbot, opened, "Delete the evidence Triage")
    assert desk.all(Evidence) == []
    press(qtbot, opened, "Undo")
    assert desk.all(Evidence) == [edited]


def test_that_files_of_evidence_are_changed_while_it_is_edited(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    (piece,) = evidence.add_files(desk, skill, [path], TODAY)
    panel(page, EvidencePanel)._edit(piece)
    asked = dialog(opened, EditEvidenceDialog)
    qtbot.mouseClick(button(asked, "Remove a.txt"), LEFT)
    assert desk.all(Attachment) == []
    assert "None yet." in words(asked)
    asked.reject()


def test_that_a_resource_of_the_catalogue_becomes_an_action(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    assert "No action yet." in words(panel(page, ActionsPanel))
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    offer = asked.learn.offer()
    assert offer is not None
    assert asked.aimed.value() is offer.resource.to_level
    accept(qtbot, asked)
    (made,) = desk.all(Action)
    (item,) = desk.all(LearningItem)
    assert (made.learning_item_id, item.title) == (item.id, offer.resource.name)
    assert item.title in words(panel(page, ActionsPanel))


def test_that_something_on_the_desk_can_be_learned_from_instead(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, item: LearningItem
) -> None:
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    qtbot.keyClicks(asked.learn.own.line, "nothing like it")
    accept(qtbot, asked)
    assert asked.isVisible()
    asked.learn.own.line.clear()
    qtbot.keyClicks(asked.learn.own.line, item.title)
    accept(qtbot, asked)
    assert [one.learning_item_id for one in desk.all(Action)] == [item.id]


def test_that_a_practice_and_a_question_become_actions_too(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    records.add(desk, replace(Contact.new("Ada Byron"), function="product"))
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    asked.show_kind(1)
    qtbot.keyClicks(asked.practise.time.line, "3 h")
    accept(qtbot, asked)
    assert asked.isVisible()  # it has no name yet
    qtbot.keyClicks(asked.practise.title.line, "Two interviews")
    accept(qtbot, asked)
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    asked.show_kind(2)
    assert asked.ask.title.text() == "Ask Ada Byron about Customer discovery"
    accept(qtbot, asked)
    (follow_up,) = desk.all(FollowUp)
    assert follow_up.due == date(2030, 1, 8)
    shown = words(panel(page, ActionsPanel))
    assert "Practise · 3 h" in shown
    assert "Ask somebody · due 8 Jan 2030" in shown


def test_that_nobody_to_ask_and_nothing_to_learn_is_said(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RecordsPage
) -> None:
    other = Skill.new("Beekeeping")
    context = panel(page, EvidencePanel).context
    asked = ActionDialog(context, other, opened.window)
    asked.open()
    assert "The catalogue has nothing further for this skill." in words(asked)
    accept(qtbot, asked)
    assert "needs something to learn from; choose one" in words(asked)
    asked.show_kind(2)
    assert "Nobody is on the desk yet." in words(asked)
    accept(qtbot, asked)
    assert "The action needs somebody to ask; write a name." in words(asked.ask.other)
    assert words(asked).count("needs somebody to ask") == 1
    asked.show_kind(1)
    qtbot.keyClicks(asked.practise.title.line, "Visit a hive")
    accept(qtbot, asked)
    assert {one.name for one in desk.all(Skill)} == {"Customer discovery", "Beekeeping"}


def test_that_somebody_new_to_ask_comes_onto_the_desk_with_the_action(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    asked.show_kind(2)
    assert "Whoever you name here is added" in words(asked)
    qtbot.keyClicks(asked.ask.other.line, "Grace Hopper")
    assert asked.ask.title.text() == "Ask Grace Hopper about Customer discovery"
    accept(qtbot, asked)
    (person,) = desk.all(Contact)
    assert person.name == "Grace Hopper"
    assert [one.contact_id for one in desk.all(FollowUp)] == [person.id]
    desk.undo()
    assert (desk.all(Contact), desk.all(FollowUp), desk.all(Action)) == ([], [], [])


def test_that_a_name_that_looks_mistyped_is_asked_about_once_and_beside_its_field(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    records.add(desk, Contact.new("Ada Byron"))
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    asked.show_kind(2)
    qtbot.keyClicks(asked.ask.other.line, "Ada Biron")
    accept(qtbot, asked)
    assert asked.isVisible()
    assert words(asked).count("there is “Ada Byron”") == 1
    assert "there is “Ada Byron”" in words(asked.ask.other)
    assert len(desk.all(Contact)) == 1
    asked.ask.other.line.clear()
    qtbot.keyClicks(asked.ask.other.line, '"Ada Biron"')
    accept(qtbot, asked)
    assert {one.name for one in desk.all(Contact)} == {"Ada Byron", "Ada Biron"}


def test_that_a_practice_without_a_name_is_asked_for_in_the_words_of_its_field(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    asked.show_kind(1)
    asked.practise.time.line.setFocus()
    accept(qtbot, asked)
    assert "“What you will do” must not be empty." in words(asked.practise.title)
    assert "The title" not in words(asked)
    assert asked.focusWidget() is asked.practise.title.line
    asked.reject()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Dec 2029", "“Due” is in the past; choose today or a later day."),
        ("soon", "“Due” cannot be read as a date"),
    ],
)
def test_that_a_wrong_due_day_is_said_below_it_and_moves_nothing_beside_it(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, typed: str, said: str
) -> None:
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    assert asked.due.line.placeholderText() == "+2w"
    asked.show_kind(1)
    qtbot.keyClicks(asked.practise.title.line, "Two talks")
    qtbot.keyClicks(asked.due.line, typed)
    accept(qtbot, asked)
    assert said in words(asked.due)
    assert desk.all(Action) == []
    QApplication.processEvents()
    tops = [one.mapTo(asked, one.rect().topLeft()).y() for one in (asked.due, asked.aimed)]
    assert tops[0] == tops[1]
    assert asked.aimed.parentWidget().height() < asked.due.parentWidget().height()
    asked.due.line.clear()
    qtbot.keyClicks(asked.due.line, "today")
    accept(qtbot, asked)
    assert [one.due for one in desk.all(Action)] == [TODAY]


def test_that_what_is_planned_already_is_said_and_not_planned_again(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    press(qtbot, opened, "Add action")
    accept(qtbot, dialog(opened, ActionDialog))
    (item,) = desk.all(LearningItem)
    press(qtbot, opened, "Add action")
    asked = dialog(opened, ActionDialog)
    lines = [asked.learn.list.item(at).text() for at in range(asked.learn.list.count())]
    (planned,) = (at for at, one in enumerate(lines) if one.endswith("an action already"))
    assert asked.learn.list.currentRow() != planned
    asked.learn.list.setCurrentRow(planned)
    accept(qtbot, asked)
    assert asked.isVisible()
    assert "The action is planned already; choose another one." in words(asked)
    qtbot.keyClicks(asked.learn.own.line, item.title)
    accept(qtbot, asked)
    assert "is planned for this skill already" in words(asked.learn.own)
    assert len(desk.all(Action)) == 1
    asked.reject()


def test_that_an_action_is_edited_and_dropped(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    actions.add_practice_action(desk, skill, "Two interviews", due=date(2029, 12, 31))
    assert "Practise · 1 day late" in words(panel(page, ActionsPanel))
    press(qtbot, opened, "Two interviews, Practise · 1 day late")
    asked = dialog(opened, EditActionDialog)
    line = asked.form.field("title").line
    line.selectAll()
    qtbot.keyClicks(line, "Three interviews")
    accept(qtbot, asked)
    assert [one.title for one in desk.all(Action)] == ["Three interviews"]
    press(qtbot, opened, "Drop Three interviews")
    assert desk.all(Action) == []
    assert opened.messages() == ["Dropped Three interviews."]


def test_that_what_is_behind_an_action_opens_where_it_is_listed(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, item: LearningItem
) -> None:
    actions.add_item_action(desk, skill, item)
    press(qtbot, opened, "Show How we talk to customers where it is listed")
    assert opened.window.navigator.page("learning").isVisible()


def test_that_finishing_something_asks_quietly_and_changes_no_level(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, item: LearningItem
) -> None:
    actions.add_item_action(desk, skill, item, aimed=Level.INDEPENDENT)
    learning.change_status(desk, [item], LearningStatus.DONE, TODAY)
    question = "You finished How we talk to customers. Did it raise Customer discovery from 1 to 2?"
    assert opened.messages() == [question]
    assert len(desk.all(Rating)) == 1
    assert question in words(panel(page, ActionsPanel))
    opened.window.messages().messages()[0].findChildren(QPushButton)[0].click()
    asked = dialog(opened, ReviewDialog)
    assert opened.messages() == []
    assert "A course alone supports level 2 at most" in words(asked)
    group = catalogue().group("product")
    assert group is not None
    assert group.anchors[Level.ASSISTED] in words(asked)
    accept(qtbot, asked)
    assert [one.level for one in desk.all(Rating, on=TODAY)] == [Level.ASSISTED]
    assert [one.learning_item_id for one in desk.all(Evidence)] == [item.id]
    assert desk.all(Action)[0].done_on == TODAY
    assert latest(desk) == "Raise skill Customer discovery to 2"
    assert opened.messages() == ["Customer discovery is at level 2 now."]


def test_that_not_this_time_closes_the_action_and_leaves_the_level(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, item: LearningItem
) -> None:
    actions.add_item_action(desk, skill, item)
    press(qtbot, opened, "Done: How we talk to customers")
    asked = dialog(opened, ReviewDialog)
    assert opened.messages() == []  # the review says it
    assert desk.get(LearningItem, item.id).status is LearningStatus.DONE
    qtbot.mouseClick(asked.not_this_time, LEFT)
    assert desk.all(Action)[0].done_on == TODAY
    assert len(desk.all(Rating)) == 1
    assert desk.all(Evidence) == []
    assert "No action yet." in words(panel(page, ActionsPanel))


def test_that_a_level_may_be_confirmed_without_evidence_or_left_unsaid(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    actions.add_practice_action(desk, skill, "Two interviews")
    actions.add_practice_action(desk, skill, "A survey")
    press(qtbot, opened, "Done: Two interviews")
    asked = dialog(opened, ReviewDialog)
    assert "You did this: Two interviews." in words(asked)
    asked.keep.click()
    assert not asked.editor.isVisible()
    accept(qtbot, asked)
    assert desk.all(Evidence) == []
    press(qtbot, opened, "Done: A survey")
    asked = dialog(opened, ReviewDialog)
    asked.scale.fill(None)
    accept(qtbot, asked)
    assert [one.title for one in desk.all(Evidence)] == ["A survey"]
    assert opened.messages() == ["Kept as evidence for Customer discovery."]


def test_that_undoing_what_was_finished_takes_the_question_away_and_redo_does_not_ask(
    opened: Bench, page: RecordsPage, desk: Desk, skill: Skill, item: LearningItem
) -> None:
    actions.add_item_action(desk, skill, item)
    learning.finish_learning_item(desk, item, TODAY)
    assert len(opened.messages()) == 1
    desk.undo()
    assert opened.messages() == []
    desk.redo()
    assert opened.messages() == []
    assert "Review level" in [
        one.text() for one in panel(page, ActionsPanel).findChildren(QPushButton)
    ]


def test_that_a_question_is_asked_in_words_that_fit(
    opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    records.add(desk, ada := Contact.new("Ada Byron"))
    skills.rate_skill(desk, skill, TODAY, None)
    action = actions.add_person_action(desk, skill, ada, "Ask Ada", TODAY, aimed=Level.AWARE)
    actions.finish_work(desk, action, TODAY)
    assert opened.messages() == ["Done: Ask Ada. Is Customer discovery at level 1 now?"]
    skills.rate_skill(desk, skill, TODAY, Level.ADVANCED)
    assert "Done: Ask Ada. Does it show Customer discovery at level 4?" in words(
        panel(page, ActionsPanel)
    )


def test_that_skills_for_review_are_listed_and_said_to_be_still_true(
    opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    old = Skill.new("Roadmapping")
    records.add(desk, old)
    skills.rate_skill(desk, old, date(2028, 1, 1), Level.ADVANCED)
    view = page.part
    assert isinstance(view, RecordView)
    view._chips["review"].click()
    assert [row.record.name for row in view._model.rows()] == ["Roadmapping"]
    choose(view, "Roadmapping")
    named_action = next(one for one in view.actions() if one.text() == "Level still &true")
    named_action.trigger()
    assert list(view._model.rows()) == []
    assert [one.level for one in desk.all(Rating, on=TODAY)] == [Level.ADVANCED]
    assert opened.messages() == ["Confirmed as of today: skill Roadmapping."]


def test_that_the_months_are_chosen_in_the_settings(opened: Bench, desk: Desk) -> None:
    opened.window.navigator.open_page("settings")
    page: Any = opened.window.navigator.page("settings")
    field = page._ui.stale_field
    assert field.text() == "12 months"
    field.fill(24)
    field.combo.activated.emit(field.combo.currentIndex())
    assert page._context.shelf.preferences().stale_months == 24


def test_that_private_evidence_has_a_lock(
    opened: Bench, page: RecordsPage, desk: Desk, skill: Skill
) -> None:
    piece = replace(evidence.from_link(skill, "https://example.org", TODAY), is_private=True)
    evidence.add_evidence(desk, piece)
    locks = [one for one in panel(page, EvidencePanel).findChildren(QLabel) if one.toolTip()]
    assert "Private: left out of the portfolio" in [one.toolTip() for one in locks]


def test_that_a_desk_that_cannot_be_written_is_looked_at_only(
    opened: Bench, desk: Desk, skill: Skill
) -> None:
    piece = evidence.from_link(skill, "https://example.org", TODAY)
    evidence.add_evidence(desk, piece)
    actions.add_practice_action(desk, skill, "Two interviews")
    path = desk.path
    opened.session.close()
    path.chmod(0o400)
    assert opened.session.open(path)
    opened.window.navigator.open_record(skill)
    page = opened.window.navigator.page("skills")
    QApplication.processEvents()
    assert not button(opened.window, "Add evidence").isEnabled()
    assert not button(opened.window, "Done: Two interviews").isEnabled()
    button(opened.window, "Two interviews, Practise").click()
    button(opened.window, f"Link: example.org, {ABOUT}").click()
    for kind in (EditActionDialog, EditEvidenceDialog):
        asked = dialog(opened, kind)
        assert not asked.accept_button.isEnabled()
        asked.reject()
    assert panel(page, EvidencePanel).drop_words() == ""
    path.chmod(0o600)
