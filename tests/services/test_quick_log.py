"""Logging in one line: what is there is found, what is not is added, what is unclear refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.learning import LearningItem, LearningKind, LearningStatus, StudySession
from careerdesk.domain.network import Contact, Conversation, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.quick_log import NotUnderstoodError
from careerdesk.domain.skills import Skill
from careerdesk.services.quick_log import log, understand

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk_with_names(desk: Desk) -> Desk:
    """A desk with a book, two courses of one beginning, a skill and three people."""
    with desk.change("Set up") as tx:
        tx.add(
            LearningItem.new("Inspired", LearningKind.BOOK),
            LearningItem.new("Product Thinking: the basics"),
            LearningItem.new("Product Thinking in practice"),
            Skill.new("SQL"),
            Contact.new("Łukasz Nowak", organization="Acme"),
            Contact.new("Mara Testov", organization="Muster Analytics"),
            Contact.new("Mara Testov", organization="Fjord AS"),
        )
    return desk


def test_that_time_is_logged_on_the_item_it_names(desk_with_names: Desk) -> None:
    said = log(desk_with_names, "45 min on inspired: chapters 3 and 4", TODAY)
    (session,) = desk_with_names.all(StudySession)
    item = desk_with_names.find(LearningItem, title="Inspired")
    assert item is not None
    assert (session.on, session.minutes, session.learning_item_id, session.note) == (
        TODAY,
        45,
        item.id,
        "chapters 3 and 4",
    )
    assert said.startswith("45 min on the book Inspired, today")


def test_that_a_planned_item_becomes_active_with_the_first_time_spent(
    desk_with_names: Desk,
) -> None:
    log(desk_with_names, "yesterday 45 min on Inspired", TODAY)
    item = desk_with_names.find(LearningItem, title="Inspired")
    assert item is not None
    assert (item.status, item.started) == (LearningStatus.ACTIVE, PartialDate("2026-11-22"))


def test_that_logging_is_one_step_with_a_readable_title(desk_with_names: Desk) -> None:
    log(desk_with_names, "coffee with Ada Byron and Lukasz 30 min: on roadmaps", TODAY)
    assert desk_with_names.history()[0].title == (
        "Log coffee with Ada Byron and Łukasz Nowak, 30 min"
    )
    desk_with_names.undo()
    assert desk_with_names.count(Conversation) == 0
    assert desk_with_names.count(Contact) == 3


def test_that_a_title_with_a_colon_is_found_whole(desk_with_names: Desk) -> None:
    log(desk_with_names, "1 h on Product thinking: the basics", TODAY)
    (session,) = desk_with_names.all(StudySession)
    assert session.note == ""
    assert desk_with_names.count(LearningItem) == 3


def test_that_practice_is_logged_on_a_skill(desk_with_names: Desk) -> None:
    log(desk_with_names, "20 min on sql", TODAY)
    (session,) = desk_with_names.all(StudySession)
    assert session.skill_id == desk_with_names.all(Skill)[0].id


def test_that_what_is_new_is_added_and_said(desk: Desk) -> None:
    said = log(desk, "45 min on Inspired", TODAY)
    assert "new on the desk" in said
    assert [item.title for item in desk.all(LearningItem)] == ["Inspired"]
    said = log(desk, "call with Zoë (Acme, Inc)", TODAY)
    assert "Zoë" in said
    assert [(one.name, one.organization) for one in desk.all(Contact)] == [("Zoë", "Acme, Inc")]


def test_that_people_are_found_without_accents_and_by_one_name(desk_with_names: Desk) -> None:
    log(desk_with_names, "coffee with lukasz 30 min", TODAY)
    assert desk_with_names.count(Contact) == 3
    assert desk_with_names.count(Participant) == 1


def test_that_two_people_of_one_name_are_told_apart_by_their_organization(
    desk_with_names: Desk,
) -> None:
    with pytest.raises(NotUnderstoodError, match=r"Fjord AS.*Muster Analytics"):
        log(desk_with_names, "coffee with Mara Testov", TODAY)
    assert desk_with_names.count(Conversation) == 0
    log(desk_with_names, "coffee with Mara Testov (fjord as)", TODAY)
    assert desk_with_names.count(Contact) == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("45 min on Inspird", "there is “Inspired”"),
        ("coffee with Lukasz Novak", "there is “Łukasz Nowak”"),
        ("45 min on Product Thinking", "may mean several"),
        ("0 min on Inspired", "between 1 and 1,440"),
        ("25 h on Inspired", "between 1 and 1,440"),
    ],
)
def test_that_what_looks_mistyped_or_unclear_is_refused(
    desk_with_names: Desk, line: str, words: str
) -> None:
    before = desk_with_names.digest()
    with pytest.raises(Exception, match=words):
        log(desk_with_names, line, TODAY)
    assert desk_with_names.digest() == before


def test_that_a_new_person_named_twice_is_one_person(desk: Desk) -> None:
    log(desk, "coffee with Ada and Ada 30 min", TODAY)
    assert (desk.count(Contact), desk.count(Participant)) == (1, 1)


@pytest.mark.parametrize(
    ("there", "new"),
    [
        ("Statistics 101", "Statistics 201"),
        ("Sprint 1", "Sprint 2"),
        ("Advanced product management with data", "Advanced product management with users"),
    ],
)
def test_that_names_that_differ_in_a_word_or_a_number_are_two_names(
    desk: Desk, there: str, new: str
) -> None:
    for title in (there, new):
        log(desk, f"45 min on {title}", TODAY)
    assert {item.title for item in desk.all(LearningItem)} == {there, new}


def test_that_a_name_in_quotation_marks_is_taken_as_it_stands(desk_with_names: Desk) -> None:
    log(desk_with_names, '45 min on "Inspird"', TODAY)
    log(desk_with_names, "45 min on “Product Thinking”: more", TODAY)
    log(desk_with_names, 'coffee with "Mara"', TODAY)
    titles = {item.title for item in desk_with_names.all(LearningItem)}
    assert {"Inspird", "Product Thinking", "Inspired"} < titles
    assert "Mara" in {person.name for person in desk_with_names.all(Contact)}
    log(desk_with_names, '45 min on "Inspird"', TODAY)
    assert len(titles) == desk_with_names.count(LearningItem)


def test_that_signs_in_a_name_are_part_of_it(desk: Desk) -> None:
    log(desk, 'coffee with =HYPERLINK("x") 30 min', TODAY)
    assert [one.name for one in desk.all(Contact)] == ['=HYPERLINK("x")']


def test_that_understanding_stores_nothing(desk_with_names: Desk) -> None:
    before = desk_with_names.digest()
    assert "Ada" in understand(desk_with_names, "coffee with Ada 30 min", TODAY).sentence
    assert desk_with_names.digest() == before
