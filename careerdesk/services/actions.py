"""Actions: what will be done to reach a level of a skill; each writing function is one step.

An action is a resource to learn from, a practice of one's own or a person to ask. It is settled
when the person has said what came of it (``services/proposals.py``), or drops it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import LearningItem, LearningStatus
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.services import learning, network
from careerdesk.services.resources import (
    as_learning_item,
    catalogue_skill,
    item_of,
    resource_offers,
    usual_minutes,
)
from careerdesk.services.skills import put_skill

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from careerdesk.domain.actions import ActionId
    from careerdesk.domain.catalogue_entries import LearningResource
    from careerdesk.domain.network import ContactId
    from careerdesk.domain.skills import Level, Skill, SkillId
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

# Who is likely to know, by the group of the catalogue; whoever it is, in the others.
_FUNCTIONS: Final = {
    "prog": "technical",
    "data": "technical",
    "ml": "technical",
    "genai": "technical",
    "ops": "technical",
    "product": "product",
    "ux": "design",
    "business": "business",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOffer:
    """Somebody to ask about a skill. ``is_near`` says that their function is that of the skill.

    ``last`` is the day of the latest conversation with them, None if there was none.
    """

    contact: Contact
    is_near: bool
    last: date | None


def function_of(skill: Skill) -> str:
    """Return the function of the people who work with a skill; empty if it is any."""
    known = catalogue_skill(skill)
    return "" if known is None else _FUNCTIONS.get(known.group, "")


def people_to_ask(
    skill: Skill, contacts: Iterable[Contact], last_days: Mapping[ContactId, date]
) -> list[PersonOffer]:
    """Return people to ask about a skill, in an order that can be told in one sentence.

    First those whose function is that of the skill; among them, and among the others, those spoken
    with last, then by name. ``last_days`` are those of the latest conversations by contact.
    """
    function = function_of(skill)
    offers = [
        PersonOffer(
            contact=one,
            is_near=bool(function) and one.function == function,
            last=last_days.get(one.id),
        )
        for one in contacts
    ]
    return sorted(
        offers,
        key=lambda one: (
            not one.is_near,
            -one.last.toordinal() if one.last is not None else 1,
            fold(one.contact.name),
        ),
    )


def open_actions(desk: Desk) -> dict[SkillId, list[Action]]:
    """Return the actions not settled yet by skill, each list in the order of ``in_turn``."""
    found: dict[SkillId, list[Action]] = defaultdict(list)
    for action in in_turn(desk.all(Action)):
        if action.done_on is None:
            found[action.skill_id].append(action)
    return dict(found)


def in_turn(actions: Iterable[Action]) -> list[Action]:
    """Return actions by their due day, those without one last, then by title."""
    return sorted(actions, key=lambda one: (one.due or date.max, fold(one.title)))


def finished_actions(desk: Desk) -> frozenset[ActionId]:
    """Return the actions not settled whose work is done; they wait for a word about the level."""
    done: set[uuid.UUID | None] = {
        one.id for one in desk.all(LearningItem) if one.status is LearningStatus.DONE
    }
    done |= {one.id for one in desk.all(FollowUp) if one.done_on is not None}
    return frozenset(
        one.id
        for one in desk.all(Action)
        if one.done_on is None and (one.learning_item_id in done or one.follow_up_id in done)
    )


def next_action(desk: Desk, skill: Skill) -> Action | None:
    """Return the open action of a skill that is due first, None if there is none."""
    found = in_turn(desk.all(Action, skill_id=skill.id))
    return next((one for one in found if one.done_on is None), None)


def minutes_to_next_level(
    skill: Skill,
    actions: Iterable[Action],
    *,
    now: Level | None,
    needed: Level | None = None,
) -> int | None:
    """Estimate the minutes to the next level of a skill, for the next best step.

    That is the time planned for its open actions, or else of the shortest resource that suits;
    None if neither is known.
    """
    planned = [one.planned_minutes for one in actions if one.done_on is None]
    known = [minutes for minutes in planned if minutes is not None]
    if known:
        return sum(known)
    offers = resource_offers(skill, (), now=now, needed=needed)
    return min((one.minutes for one in offers if one.is_suited), default=None)


def add_resource_action(
    desk: Desk,
    skill: Skill,
    resource: LearningResource,
    *,
    aimed: Level | None = None,
    due: date | None = None,
) -> Action:
    """Plan to learn a skill from a resource, and return the action.

    The resource becomes a planned learning item unless it is on the desk already; one that was
    dropped is planned again. ``aimed`` is the resource's level if none is given. Nothing is
    changed where this is planned already.
    """
    known = item_of(resource, desk.all(LearningItem))
    item = known or as_learning_item(resource)
    there = desk.all(Action, skill_id=skill.id, learning_item_id=item.id)
    if is_planned := next((one for one in there if one.done_on is None), None):
        return is_planned
    minutes = usual_minutes(resource) if item.planned_minutes is None else item.planned_minutes
    action = replace(
        Action.new(skill.id, item.title, ActionKind.RESOURCE),
        learning_item_id=item.id,
        planned_minutes=minutes,
        aimed_level=resource.to_level if aimed is None else aimed,
        due=due,
    )
    with desk.change(_added(action, skill)) as tx:
        if known is None:
            tx.add(item)
        elif known.status is LearningStatus.DROPPED:
            tx.replace(replace(known, status=LearningStatus.PLANNED))
        _store(tx, skill, action)
    return action


def add_item_action(
    desk: Desk,
    skill: Skill,
    item: LearningItem,
    *,
    aimed: Level | None = None,
    due: date | None = None,
) -> Action:
    """Plan to learn a skill from something on the desk, and return the action."""
    action = replace(
        Action.new(skill.id, item.title, ActionKind.RESOURCE),
        learning_item_id=item.id,
        planned_minutes=item.planned_minutes,
        aimed_level=aimed,
        due=due,
    )
    return _add(desk, skill, action)


def add_practice_action(
    desk: Desk,
    skill: Skill,
    title: str,
    *,
    planned_minutes: int | None = None,
    aimed: Level | None = None,
    due: date | None = None,
) -> Action:
    """Plan a practice of one's own, and return the action.

    Raises:
        InvalidValueError: it has no title, or the time is out of range; nothing was changed.
    """
    action = replace(
        Action.new(skill.id, title, ActionKind.PRACTICE),
        planned_minutes=planned_minutes,
        aimed_level=aimed,
        due=due,
    )
    return _add(desk, skill, action)


def add_person_action(
    desk: Desk,
    skill: Skill,
    person: Contact,
    title: str,
    due: date,
    *,
    planned_minutes: int | None = None,
    aimed: Level | None = None,
) -> Action:
    """Plan to ask somebody, with a follow-up that reminds of it, and return the action.

    Somebody who is not on the desk yet is added.

    Raises:
        InvalidValueError: it has no title; nothing was changed.
    """
    follow_up = FollowUp.new(title, due, contact_id=person.id)
    action = replace(
        Action.new(skill.id, title, ActionKind.PERSON),
        follow_up_id=follow_up.id,
        planned_minutes=planned_minutes,
        aimed_level=aimed,
        due=due,
    )
    with desk.change(_added(action, skill)) as tx:
        if tx.find(Contact, id=person.id) is None:
            tx.add(person)
        tx.add(follow_up)
        _store(tx, skill, action)
    return action


def finish_work(desk: Desk, action: Action, today: date) -> bool:
    """Mark what an action is worked through by as done: its learning item or its follow-up.

    The action stays open until the person has said what came of it. Returns whether there was
    anything to mark.

    Raises:
        InvalidValueError: the learning item begins after today; nothing was changed.
    """
    item = desk.find(LearningItem, id=action.learning_item_id)
    if item is not None and item.status is not LearningStatus.DONE:
        learning.change_status(desk, [item], LearningStatus.DONE, today)
        return True
    follow_up = desk.find(FollowUp, id=action.follow_up_id)
    if follow_up is not None and follow_up.done_on is None:
        network.complete_follow_up(desk, follow_up, today)
        return True
    return False


def settle_action(desk: Desk, action: Action, on: date) -> None:
    """Close an action without a word about the level; its open follow-up is done with it."""
    with desk.change(f"Complete action {action.title}") as tx:
        settle(tx, [action], on)


def settle(tx: Tx, actions: Sequence[Action], on: date) -> None:
    """Close actions within a change, with the follow-ups that remind of them."""
    tx.replace_many(replace(one, done_on=on) for one in actions)
    for follow_up in _open_follow_ups(tx, actions):
        tx.replace(replace(follow_up, done_on=on))


def drop_action(desk: Desk, action: Action) -> None:
    """Take an action off the desk with the open follow-up that reminds of it.

    What was planned to learn from stays.
    """
    with desk.change(f"Drop action {action.title}") as tx:
        follow_ups = _open_follow_ups(tx, [action])
        tx.remove(action)
        tx.remove_many(follow_ups)


def _open_follow_ups(tx: Tx, actions: Sequence[Action]) -> list[FollowUp]:
    named = {one.follow_up_id for one in actions if one.follow_up_id is not None}
    found = (tx.find(FollowUp, id=key) for key in named)
    return [one for one in found if one is not None and one.done_on is None]


def _added(action: Action, skill: Skill) -> str:
    return f"Add action {action.title} for skill {skill.name}"


def _add(desk: Desk, skill: Skill, action: Action) -> Action:
    with desk.change(_added(action, skill)) as tx:
        _store(tx, skill, action)
    return action


def _store(tx: Tx, skill: Skill, action: Action) -> None:
    put_skill(tx, skill)
    tx.add(action)
