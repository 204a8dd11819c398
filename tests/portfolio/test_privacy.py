"""Nothing private is in the file, in no form, unless it was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from portfolio_desks import (
    TODAY,
    all_text,
    built,
    page_texts,
    reader,
    records_with_secrets,
    rich_records,
)
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject, TextStringObject

from careerdesk.domain.experience import Pay, PayId
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.profile import PROFILE_ID, Profile
from careerdesk.domain.records import Records
from careerdesk.portfolio.hidden import hidden_words

if TYPE_CHECKING:
    from careerdesk.portfolio.document import Portfolio


def everything_in(portfolio: Portfolio) -> str:
    """Every text a file holds: on pages, in streams, in names, titles and descriptions."""
    found: list[str] = [all_text(portfolio)]
    source = reader(portfolio)
    trailer: Any = source.trailer
    for number in range(1, trailer["/Size"]):
        _collect(source.get_object(number), found)
    return "\n".join(found)


def _collect(value: Any, found: list[str]) -> None:
    if isinstance(value, StreamObject):
        found.append(value.get_data().decode("latin-1"))
    if isinstance(value, DictionaryObject):
        for part in value.values():
            _collect(part, found)
    elif isinstance(value, ArrayObject):
        for part in value:
            _collect(part, found)
    elif isinstance(value, TextStringObject | bytes | str):
        found.append(str(value))


def test_that_no_private_word_is_in_the_file() -> None:
    records, secrets = records_with_secrets()
    text = everything_in(built(records))
    assert [secret for secret in secrets if secret in text] == []
    assert "Data analyst" in text


def test_that_everything_private_is_printed_when_asked_for() -> None:
    records, secrets = records_with_secrets()
    text = everything_in(built(records, include_private=True))
    assert [secret for secret in secrets if secret not in text] == []
    assert "EUR 60,000 base, bonus unknown, equity unknown" in text


def test_that_names_of_contacts_are_never_printed_though_they_are_not_marked() -> None:
    assert "Canary" not in everything_in(built(rich_records()))


def test_that_what_was_left_out_is_counted() -> None:
    records, _secrets = records_with_secrets()
    hidden = built(records).hidden
    assert hidden["skill"] == hidden["learning_item"] == hidden["certificate"] == 1
    assert hidden["position"] == hidden["pay"] == hidden["link"] == hidden["rating"] == 1
    assert hidden["contact_name"] == 4
    assert hidden["private_field"] == 15


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        ({"pay": 4, "contact_name": 43}, "4 pay entries and 43 names of contacts"),
        ({"contact_name": 1, "study_session": 1}, "1 study session and 1 name of a contact"),
        (
            {"private_field": 197, "pay": 1, "follow_up": 2},
            "1 pay entry, 2 follow-ups, and private details such as notes, e-mail and cost",
        ),
        ({}, ""),
    ],
)
def test_that_what_was_left_out_is_said_in_plain_words(
    hidden: dict[str, int], expected: str
) -> None:
    assert hidden_words(hidden) == expected


def test_that_nothing_is_counted_as_hidden_when_everything_is_shown() -> None:
    records, _secrets = records_with_secrets()
    assert built(records, include_private=True).hidden == {}


def test_that_a_private_profile_is_counted_once() -> None:
    profile = Profile(name="Ana Kowalska", email="ana@example.org", phone="1", is_private=True)
    assert built(Records(profile=profile)).hidden == {"profile": 1}


@pytest.mark.parametrize("asked", [False, True])
def test_that_a_private_profile_is_shown_only_when_asked_for(asked: bool) -> None:
    records = Records(profile=Profile(name="Ana Kowalska", statement="Why", is_private=True))
    assert ("Kowalska" in everything_in(built(records, include_private=asked))) is asked


def test_that_a_conversation_with_a_private_contact_keeps_its_number_but_not_the_person() -> None:
    records = rich_records()
    first, *others = records.contacts
    hidden = replace(records, contacts=(replace(first, is_private=True), *others))
    assert "6 conversations with 4 people" in all_text(built(records))
    assert "6 conversations with 3 people" in all_text(built(hidden))


def test_that_a_cover_says_when_the_document_holds_private_matter() -> None:
    records = rich_records()
    words = "With private notes, amounts and names of contacts"
    assert words in page_texts(built(records, include_private=True))[0]
    assert words not in all_text(built(records))


def test_that_private_notes_on_study_stand_under_their_heading_below_what_they_are_about() -> None:
    book = replace(LearningItem.new("Inspired"), note="lent by Ada")
    sessions = tuple(
        replace(StudySession.new(TODAY, 30), learning_item_id=item, note=note)
        for item, note in ((None, "on the train"), (book.id, "chapter one"))
    )
    records = Records(learning_items=(book,), study_sessions=sessions)
    assert (
        "Private notes Inspired lent by Ada 23 Nov 2026 chapter one "
        "Practice outside any course 23 Nov 2026 on the train"
    ) in all_text(built(records, include_private=True))
    assert "Private notes" not in all_text(built(rich_records(), include_private=True))


def test_that_pay_without_a_position_is_printed_when_asked_for() -> None:
    pay = Pay(id=PayId(PROFILE_ID), currency="CHF", base_minor=None, bonus_permille=125)
    records = Records(pay=(pay,))
    expected = "Pay: base unknown, 12.5 % bonus, equity unknown"
    assert expected in all_text(built(records, include_private=True))
    assert "12.5" not in all_text(built(records))


def test_that_what_is_left_out_by_hand_is_not_counted_as_private() -> None:
    records, _ = records_with_secrets()
    course = records.learning_items[1]
    before, after = built(records), built(records, hidden=frozenset({course.id}))
    assert course.title in all_text(before)
    assert course.title not in all_text(after)
    assert after.hidden == before.hidden
    everything = built(records, hidden=frozenset({course.id}), include_private=True)
    assert course.title not in all_text(everything)
    assert everything.hidden == {}
