from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from making import an_attachment

from careerdesk.domain.experience import Pay, PayId
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.profile import PROFILE_ID, PaperSize, Preferences, Profile
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services import history, portfolio_choices
from careerdesk.services.change_details import MOST_RECORDS, Action, change_details

if TYPE_CHECKING:
    from careerdesk.services.change_details import ChangeDetails
    from careerdesk.services.desk import Desk

from datetime import date

DAY = date(2030, 1, 10)


def newest(desk: Desk) -> ChangeDetails:
    return change_details(desk, history.changes(desk, 1)[0].id)


def test_that_an_added_record_shows_only_what_it_says(desk: Desk) -> None:
    with desk.change("Add") as tx:
        tx.add(Skill.new("Python"))
    (record,) = newest(desk).records
    assert (record.kind, record.name, record.action) == ("skill", "Python", Action.ADDED)
    assert [(one.name, one.before, one.after) for one in record.fields] == [("name", "", "Python")]


def test_that_a_change_shows_only_the_fields_that_differ(desk: Desk) -> None:
    skill = Skill.new("Pyhton")
    with desk.change("Add") as tx:
        tx.add(skill)
    with desk.change("Mend") as tx:
        tx.replace(replace(skill, name="Python", is_private=True))
    (record,) = newest(desk).records
    assert record.action is Action.CHANGED
    assert [(one.name, one.before, one.after) for one in record.fields] == [
        ("name", "Pyhton", "Python"),
        ("private", "", "yes"),
    ]


def test_that_paper_is_called_as_on_the_page(desk: Desk) -> None:
    portfolio_choices.choose_paper(desk, PaperSize.LETTER)
    portfolio_choices.choose_paper(desk, PaperSize.A4)
    (record,) = newest(desk).records
    assert [(one.name, one.before, one.after) for one in record.fields] == [
        ("paper", "US Letter", "A4")
    ]


def test_that_a_removed_record_shows_what_is_gone(desk: Desk) -> None:
    skill = Skill.new("Python")
    with desk.change("Add") as tx:
        tx.add(skill)
    with desk.change("Delete") as tx:
        tx.remove(skill)
    (record,) = newest(desk).records
    assert record.action is Action.REMOVED
    assert [(one.before, one.after) for one in record.fields] == [("Python", "")]


def test_that_other_records_are_named_and_not_numbered(desk: Desk) -> None:
    group = SkillGroup.new("Research")
    with desk.change("Add group") as tx:
        tx.add(group)
    with desk.change("Add skill") as tx:
        tx.add(Skill.new("Interviews", group_id=group.id))
    (record,) = newest(desk).records
    assert ("group", "Research") in [(one.name, one.after) for one in record.fields]


def test_that_a_record_that_is_gone_is_named_by_its_kind(desk: Desk) -> None:
    item = LearningItem.new("Inspired")
    with desk.change("Add") as tx:
        tx.add(item)
    with desk.change("Log") as tx:
        tx.add(StudySession.new(DAY, 45, learning_item_id=item.id))
    logged = history.changes(desk, 1)[0].id
    with desk.change("Delete") as tx:
        tx.remove(item)
    (record,) = change_details(desk, logged).records
    assert ("learning item", "learning item") in [(one.name, one.after) for one in record.fields]


def test_that_a_joining_record_is_named_by_what_it_joins(desk: Desk) -> None:
    ada, talk = Contact.new("Ada"), Conversation.new(DAY, ConversationKind.CALL)
    with desk.change("Log") as tx:
        tx.add(ada, talk)
        tx.add(Participant.new(talk.id, ada.id))
    names = {record.kind: record.name for record in newest(desk).records}
    assert names["person in a conversation"] == "10 Jan 2030, Ada"


def test_that_money_has_its_currency_and_digests_are_not_shown(desk: Desk) -> None:
    item = replace(LearningItem.new("Course"), cost_minor=1250, currency="EUR")
    scan = an_attachment(content=b"scan", profile_id=PROFILE_ID)
    with desk.change("Add") as tx:
        tx.put(Profile(name="Alex"))
        tx.keep(b"scan")
        tx.add(item, scan, Pay(id=PayId(uuid.uuid4()), bonus_permille=125))
    fields = {one.name: one.after for record in newest(desk).records for one in record.fields}
    assert fields["cost"] == "EUR 12.50"
    assert fields["bonus"] == "12.5 %"
    assert not {"sha256", "id"} & set(fields)
    assert fields["profile"] == "Alex"


def test_that_an_import_shows_its_beginning_and_counts_the_rest(desk: Desk) -> None:
    with desk.change("Import") as tx:
        tx.add_many(Contact.new(f"Person {number}") for number in range(MOST_RECORDS + 7))
    details = newest(desk)
    assert len(details.records) == MOST_RECORDS
    assert details.total == MOST_RECORDS + 7


def test_that_days_times_and_levels_are_written_as_people_write_them(desk: Desk) -> None:
    skill = Skill.new("Python")
    with desk.change("Add") as tx:
        tx.put(Preferences(weekly_goal_minutes=330, first_weekday=6))
        tx.add(skill, StudySession.new(DAY, 100), Rating.new(skill.id, DAY, Level.ADVANCED))
    fields = {one.name: one.after for record in newest(desk).records for one in record.fields}
    assert fields["weekly goal"] == "5 h 30 min"
    assert fields["first day of the week"] == "Sunday"
    assert fields["time"] == "1 h 40 min"
    assert fields["day"] == "10 Jan 2030"
    assert fields["level"] == "4 Advanced"


def test_that_a_record_changed_twice_in_one_change_is_shown_once(desk: Desk) -> None:
    skill, passing = Skill.new("Pyhton"), Skill.new("Gone again")
    with desk.change("Add") as tx:
        tx.add(skill)
    with desk.change("Mend") as tx:
        tx.replace(replace(skill, name="Pyton"))
        tx.replace(replace(skill, name="Python"))
        tx.add(passing)
        tx.remove(passing)
    details = newest(desk)
    (record,) = details.records
    assert [(one.before, one.after) for one in record.fields] == [("Pyhton", "Python")]
    assert details.total == 1
