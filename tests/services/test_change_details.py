from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from making import an_attachment

from careerdesk.catalogue import catalogue
from careerdesk.domain import actions as acting
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.experience import Pay, PayId
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import PROFILE_ID, PaperSize, Preferences, Profile
from careerdesk.domain.roles import Role, RoleSkill, Target, TargetId
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


def test_that_strengths_and_levels_aimed_at_are_in_words_and_keys_are_not_shown(
    desk: Desk,
) -> None:
    skill = replace(Skill.new("Python"), catalogue_key="python")
    kind, tier = EvidenceKind.FILE, EvidenceTier.ARTEFACT
    shown = Evidence.new(skill.id, "Parser", kind, tier, PartialDate("2026-03"))
    aim = replace(
        acting.Action.new(skill.id, "Kata", acting.ActionKind.PRACTICE),
        aimed_level=Level.ADVANCED,
        planned_minutes=90,
    )
    with desk.change("Add") as tx:
        tx.add(skill, shown, aim)
    added = {one.kind: one for one in newest(desk).records}
    assert [one.name for one in added["skill"].fields] == ["name"]
    assert [(one.name, one.after) for one in added["piece of evidence"].fields] == [
        ("skill", "Python"),
        ("title", "Parser"),
        ("kind", "file"),
        ("strength", "2 Artefact"),
        ("day", "Mar 2026"),
    ]
    assert [(one.name, one.after) for one in added["action"].fields] == [
        ("skill", "Python"),
        ("title", "Kata"),
        ("kind", "practice"),
        ("planned time", "1 h 30 min"),
        ("level aimed at", "4 Advanced"),
    ]


def test_that_figures_of_roles_have_their_decimals_and_weights_their_words(desk: Desk) -> None:
    role = replace(Role.new("Beekeeper"), realistic=436, impact=4)
    need = RoleSkill.new(role.id, "python", "Python", Level.AWARE, 3)
    target = Target(id=TargetId(uuid.uuid4()), catalogue_role="product_manager", since=DAY)
    with desk.change("Add") as tx:
        tx.add(role, need, target)
    added = {one.kind: one for one in newest(desk).records}
    assert ("realistic", "4.36") in [(one.name, one.after) for one in added["role"].fields]
    assert ("impact", "4") in [(one.name, one.after) for one in added["role"].fields]
    assert [(one.name, one.after) for one in added["skill of a role"].fields] == [
        ("role", "Beekeeper"),
        ("name", "Python"),
        ("level", "1 Aware"),
        ("weight", "essential"),
    ]
    assert added["target role"].name == "Product Manager"


def test_that_answers_name_what_was_asked_and_not_how_long_it_took(desk: Desk) -> None:
    attempt = replace(
        Attempt.new(DAY, version=1), pay_floor_minor=5_000_000, pay_currency="EUR", place="goals"
    )
    items = {
        AnswerPart.SKILL: "python",
        AnswerPart.GATE: "prog",
        AnswerPart.INTEREST: catalogue().instrument.interests.items[0].id,
        AnswerPart.TOP_GOAL: "impact",
    }
    answers = [
        Answer.new(attempt.id, part, item, 1, milliseconds=900) for part, item in items.items()
    ]
    unknown = [
        Answer.new(attempt.id, part, "gone", 1) for part in items if part is not AnswerPart.TOP_GOAL
    ]
    with desk.change("Add") as tx:
        tx.add(attempt, *answers, *unknown)
    first, *others = newest(desk).records
    assert (first.kind, first.name) == ("assessment", "10 Jan 2030")
    assert ("pay floor", "EUR 50,000") in [(one.name, one.after) for one in first.fields]
    assert "goals" not in [one.after for one in first.fields]
    asked = [one.after for record in others for one in record.fields if one.name == "question"]
    assert asked == [
        "Python for data and AI work",
        "Programming and software design",
        catalogue().instrument.interests.items[0].text,
        "impact",
        *["gone"] * 3,
    ]
    assert all("milliseconds" not in [one.name for one in record.fields] for record in others)
