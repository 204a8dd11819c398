"""Actions: what is offered for a skill, what each of them puts on the desk, and how they end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from careerdesk.catalogue import catalogue
from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.learning import LearningItem, LearningKind, LearningStatus
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Skill
from careerdesk.services import actions, history, learning, records, skills
from careerdesk.services.resources import catalogue_skill, resource_offers, usual_minutes

if TYPE_CHECKING:
    from careerdesk.domain.catalogue_entries import LearningResource
    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 1)
DISCOVERY = "customer_discovery"


@pytest.fixture
def skill(desk: Desk) -> Skill:
    made = replace(Skill.new("Talking to customers"), catalogue_key=DISCOVERY)
    records.add(desk, made)
    return made


@pytest.fixture
def resource() -> LearningResource:
    return catalogue().resources_for(DISCOVERY)[0]


def title(desk: Desk) -> str:
    return history.changes(desk)[0].title


def test_that_offers_suit_the_level_and_the_shortest_comes_first(skill: Skill) -> None:
    offers = resource_offers(skill, (), now=Level.AWARE, needed=Level.ADVANCED)
    suited = [one for one in offers if one.is_suited]
    assert suited
    assert offers[: len(suited)] == suited
    assert [one.minutes for one in suited] == sorted(one.minutes for one in suited)
    assert all(one.resource.from_level <= Level.AWARE < one.resource.to_level for one in suited)


def test_that_what_leads_no_further_is_not_offered(skill: Skill) -> None:
    assert resource_offers(skill, (), now=Level.LEADING) == []
    unknown = resource_offers(skill, (), now=None)
    assert len(unknown) == len(catalogue().resources_for(DISCOVERY))
    assert all(one.is_suited for one in unknown)


def test_that_a_skill_written_by_hand_is_known_by_its_name_and_others_are_not() -> None:
    known = catalogue().skill(DISCOVERY)
    assert known is not None
    assert catalogue_skill(Skill.new(known.name.upper())) == known
    assert resource_offers(Skill.new("Beekeeping"), (), now=None) == []
    other = replace(Skill.new(known.name), catalogue_key="esco:1")
    assert catalogue_skill(other) is None


def test_that_what_is_on_the_desk_already_is_marked(
    skill: Skill, resource: LearningResource
) -> None:
    item = LearningItem.new(resource.name.upper())
    other = replace(LearningItem.new(resource.name), provider="Somebody else")
    offers = resource_offers(skill, [other, item], now=None)
    assert [one.item for one in offers if one.resource == resource] == [item]


def test_that_what_is_finished_is_not_offered_again(desk: Desk, skill: Skill) -> None:
    first, *rest = resource_offers(skill, (), now=None)
    actions.add_resource_action(desk, skill, first.resource)
    learning.finish_learning_item(desk, desk.all(LearningItem)[0], TODAY)
    offers = resource_offers(skill, desk.all(LearningItem), now=None)
    assert [one.resource for one in offers] == [one.resource for one in rest]


def test_that_a_resource_becomes_a_planned_learning_item_with_its_action(
    desk: Desk, skill: Skill, resource: LearningResource
) -> None:
    action = actions.add_resource_action(desk, skill, resource, due=DUE)
    (item,) = desk.all(LearningItem)
    assert (item.title, item.provider, item.url) == (
        resource.name,
        resource.provider,
        resource.url,
    )
    assert (item.status, item.planned_minutes) == (
        LearningStatus.PLANNED,
        usual_minutes(resource),
    )
    assert (action.learning_item_id, action.aimed_level, action.due) == (
        item.id,
        resource.to_level,
        DUE,
    )
    assert title(desk) == f"Add action {resource.name} for skill Talking to customers"
    history.undo(desk)
    assert desk.all(Action) == []
    assert desk.all(LearningItem) == []


def test_that_a_resource_on_the_desk_is_used_and_not_added_again(
    desk: Desk, skill: Skill, resource: LearningResource
) -> None:
    item = replace(
        LearningItem.new(resource.name, LearningKind.BOOK),
        planned_minutes=60,
        status=LearningStatus.DROPPED,
    )
    records.add(desk, item)
    action = actions.add_resource_action(desk, skill, resource, aimed=Level.ASSISTED)
    assert (action.learning_item_id, action.planned_minutes, action.aimed_level) == (
        item.id,
        60,
        Level.ASSISTED,
    )
    assert desk.get(LearningItem, item.id).status is LearningStatus.PLANNED
    assert actions.add_resource_action(desk, skill, resource) == action
    assert len(desk.all(Action)) == 1


def test_that_what_is_learned_from_already_can_be_an_action_too(desk: Desk, skill: Skill) -> None:
    item = replace(LearningItem.new("Own course"), planned_minutes=90)
    records.add(desk, item)
    action = actions.add_item_action(desk, skill, item, aimed=Level.ASSISTED, due=DUE)
    assert desk.all(Action) == [action]
    assert (action.title, action.planned_minutes) == ("Own course", 90)


def test_that_asking_somebody_makes_a_follow_up_with_the_day(desk: Desk, skill: Skill) -> None:
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    action = actions.add_person_action(desk, skill, ada, "Ask Ada about interviews", DUE)
    (follow_up,) = desk.all(FollowUp)
    assert (follow_up.title, follow_up.due, follow_up.contact_id) == (
        "Ask Ada about interviews",
        DUE,
        ada.id,
    )
    assert action.follow_up_id == follow_up.id
    assert title(desk).startswith("Add action Ask Ada about interviews for skill")


def test_that_a_skill_that_is_not_there_comes_with_its_first_action(desk: Desk) -> None:
    known = catalogue().skills[0]
    asked = Requirement(
        skill=known.id, name=known.name, level=Level.ADVANCED, weight=Weight.ESSENTIAL
    )
    skill = skills.skill_for(desk, asked)
    assert desk.all(Skill) == []
    actions.add_practice_action(desk, skill, "Two interviews", planned_minutes=180)
    (stored,) = desk.all(Skill)
    assert stored.key == known.id
    assert skills.skill_for(desk, asked) == stored


def test_that_a_practice_without_a_name_is_refused(desk: Desk, skill: Skill) -> None:
    with pytest.raises(InvalidValueError):
        actions.add_practice_action(desk, skill, "  ")
    assert desk.all(Action) == []


def test_that_people_of_the_skills_function_come_first_then_the_last_spoken_with(
    skill: Skill,
) -> None:
    near, far = Contact.new("Zoe"), Contact.new("Ada")
    near = replace(near, function="product")
    never, recent = replace(Contact.new("Bo"), function="product"), Contact.new("Cy")
    last = {near.id: date(2026, 1, 1), recent.id: date(2026, 10, 1)}
    offers = actions.people_to_ask(skill, [far, recent, never, near], last)
    assert [one.contact.name for one in offers] == ["Zoe", "Bo", "Cy", "Ada"]
    assert [one.is_near for one in offers] == [True, True, False, False]
    assert offers[0].last == date(2026, 1, 1)
    own = actions.people_to_ask(Skill.new("Beekeeping"), [far, recent], last)
    assert not any(one.is_near for one in own)


def test_that_every_group_of_the_catalogue_but_people_has_its_function() -> None:
    groups = {one.group: one.id for one in catalogue().skills}
    found = {
        group: actions.function_of(replace(Skill.new("x"), catalogue_key=key))
        for group, key in groups.items()
    }
    assert [group for group, function in found.items() if not function] == ["people"]


def test_that_the_next_action_is_due_first_and_none_without_an_open_one(
    desk: Desk, skill: Skill
) -> None:
    assert actions.next_action(desk, skill) is None
    later = actions.add_practice_action(desk, skill, "A day without one")
    first = actions.add_practice_action(desk, skill, "Zoo", due=DUE)
    assert actions.open_actions(desk) == {skill.id: [first, later]}
    assert actions.next_action(desk, skill) == first
    actions.settle_action(desk, first, TODAY)
    assert actions.next_action(desk, skill) == later
    assert title(desk) == "Complete action Zoo"


def test_that_the_time_to_the_next_level_is_planned_or_the_shortest_offer(skill: Skill) -> None:
    offers = resource_offers(skill, (), now=Level.AWARE)
    least = min(one.minutes for one in offers if one.is_suited)
    made = [Action.new(skill.id, "A", kind) for kind in ActionKind]
    assert actions.minutes_to_next_level(skill, made, now=Level.AWARE) == least
    planned = [replace(one, planned_minutes=30) for one in made]
    done = replace(planned[0], done_on=TODAY)
    assert actions.minutes_to_next_level(skill, [*planned, done], now=Level.AWARE) == 90
    assert actions.minutes_to_next_level(Skill.new("Beekeeping"), made, now=None) is None


def test_that_the_work_of_an_action_is_finished_without_closing_it(
    desk: Desk, skill: Skill, resource: LearningResource
) -> None:
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    learned = actions.add_resource_action(desk, skill, resource)
    asked = actions.add_person_action(desk, skill, ada, "Ask Ada", DUE)
    tried = actions.add_practice_action(desk, skill, "Two interviews")
    assert actions.finish_work(desk, learned, TODAY)
    (item,) = desk.all(LearningItem)
    assert (item.status, item.finished) == (LearningStatus.DONE, PartialDate.of(TODAY))
    assert actions.finish_work(desk, asked, TODAY)
    assert desk.all(FollowUp)[0].done_on == TODAY
    assert not actions.finish_work(desk, tried, TODAY)
    assert not actions.finish_work(desk, learned, TODAY)
    assert not actions.finish_work(desk, asked, TODAY)
    assert len(actions.open_actions(desk)[skill.id]) == 3


def test_that_a_settled_or_dropped_action_reminds_of_nothing_more(desk: Desk, skill: Skill) -> None:
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    settled = actions.add_person_action(desk, skill, ada, "Ask Ada", DUE)
    dropped = actions.add_person_action(desk, skill, ada, "Ask her again", DUE)
    actions.settle_action(desk, settled, TODAY)
    assert desk.get(FollowUp, settled.follow_up_id).done_on == TODAY  # type: ignore[arg-type]
    actions.drop_action(desk, dropped)
    assert [one.title for one in desk.all(FollowUp)] == ["Ask Ada"]
    assert [one.title for one in desk.all(Action)] == ["Ask Ada"]
    assert title(desk) == "Drop action Ask her again"
