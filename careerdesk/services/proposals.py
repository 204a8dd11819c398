"""Proposals: something was finished, so a level may have risen. Nothing rises by itself.

A proposal is worked out from what is on the desk and stored nowhere. It ends when the person
confirms a level with evidence, or says that this time it is not so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.supported import ceiling
from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.evidence import Evidence, EvidenceKind
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus, StudySession
from careerdesk.domain.network import FollowUp
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.actions import settle
from careerdesk.services.attachments import read_file
from careerdesk.services.evidence import (
    from_certificate,
    from_learning_item,
    store_evidence,
    usual_tier,
)
from careerdesk.services.resources import catalogue_skill, resource_of
from careerdesk.services.skills import put_rating

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from careerdesk.domain.skills import SkillId
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

# What was finished longer ago and never planned as an action is not asked about any more.
RECENT_DAYS: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A question about the level of a skill after ``source`` was finished.

    ``now`` is the level of today, None if it is unknown, ``to`` the level asked about and ``aimed``
    the one that was planned, if any. ``actions`` are closed with the answer. ``piece`` is what was
    finished as evidence, not stored yet; alone it supports ``ceiling`` at most.
    """

    skill: Skill
    source: LearningItem | FollowUp | Action
    actions: tuple[Action, ...]
    finished: date
    now: Level | None
    to: Level
    aimed: Level | None
    piece: Evidence

    @property
    def key(self) -> tuple[SkillId, uuid.UUID]:
        """What tells it from other proposals."""
        return self.skill.id, self.source.id

    @property
    def ceiling(self) -> Level:
        """The highest level that what was finished can support alone."""
        return ceiling(self.piece.kind, self.piece.tier)


def proposals(desk: Desk, today: date) -> list[Proposal]:
    """Return what is to be said of levels, the latest finished first.

    There is one for each skill and each learning item that is done, with an open action for it or,
    if it was finished in the last 90 days, with time logged on the skill. There is one for each
    follow-up that is done with an open action. There is none where evidence for the skill names the
    item, where an action for it has been settled, or where, without an action, the skill has been
    rated since.
    """
    reader = _Reader(desk, today)
    return sorted(
        [*reader.of_items(), *reader.of_follow_ups()],
        key=lambda one: (-one.finished.toordinal(), one.skill.name, str(one.source.id)),
    )


def proposal_of(desk: Desk, action: Action, today: date) -> Proposal:
    """Return the question that ends an action, whether or not what it names is done.

    What was done is evidence that the person describes, unless it is a learning item.

    Raises:
        NotFoundError: the skill of the action is not on the desk.
    """
    reader = _Reader(desk, today)
    item = desk.find(LearningItem, id=action.learning_item_id)
    if item is not None:
        return reader.of_item(desk.get(Skill, action.skill_id), item, (action,))
    return reader.of_action(action)


def confirm(
    desk: Desk,
    proposal: Proposal,
    level: Level | None,
    piece: Evidence | None,
    today: date,
    files: Sequence[Path] = (),
) -> None:
    """Store the answer to a proposal as one change: level, evidence with files, actions closed.

    Args:
        desk: that the proposal is of.
        proposal: that is answered.
        level: of the skill from today on; the level so far is confirmed, None leaves it unsaid.
        piece: evidence for it, not stored yet; None for none.
        today: day of the rating.
        files: copies of them are kept with the evidence.

    Raises:
        FileProblemError: a file cannot be read, or has more than 25 MB; nothing was changed.
    """
    contents = [read_file(path) for path in files]
    with desk.change(_title(proposal, level)) as tx:
        if level is not None:
            put_rating(tx, proposal.skill, today, level)
        if piece is not None:
            store_evidence(tx, piece, contents)
        _close(tx, proposal, today)


def decline(desk: Desk, proposal: Proposal, today: date) -> None:
    """Say that the level is as before: the actions are closed, and it is not asked again."""
    with desk.change(f"Leave the level of skill {proposal.skill.name} as it is") as tx:
        _close(tx, proposal, today)


def proposed_level(now: Level | None, aimed: Level | None, highest: Level) -> Level:
    """Return the level to ask about; never below the one now.

    That is the level aimed at, or else the next one, but none that what was finished cannot support
    alone while it can support more than the level now. A level aimed at that is reached is asked
    about again.
    """
    start = now or Level.NONE
    goal = Level(min(start + 1, Level.LEADING)) if aimed is None else max(aimed, start)
    return min(goal, highest) if start < highest else goal


class _Reader:
    """Reads once what all proposals of a desk need."""

    def __init__(self, desk: Desk, today: date) -> None:
        self._desk = desk
        self._today = today
        self._levels = LevelHistory(desk.all(Rating))
        self._actions = desk.all(Action)
        self._skills = {skill.id: skill for skill in desk.all(Skill)}

    def of_items(self) -> Iterable[Proposal]:
        """Yield those of learning items."""
        for item in self._desk.all(LearningItem):
            if item.status is not LearningStatus.DONE:
                continue
            finished = self._finished(item)
            if finished is not None and finished > self._today:
                continue
            for skill_id in self._skills_of(item, finished):
                actions = self._open(skill_id, item)
                if (actions or not self._is_settled(skill_id, item)) and not self._is_shown(
                    skill_id, item
                ):
                    yield self.of_item(self._skills[skill_id], item, actions)

    def of_follow_ups(self) -> Iterable[Proposal]:
        """Yield those of follow-ups that are done."""
        for action in self._actions:
            if action.done_on is not None or action.follow_up_id is None:
                continue
            follow_up = self._desk.find(FollowUp, id=action.follow_up_id)
            done = None if follow_up is None else follow_up.done_on
            if follow_up is not None and done is not None and done <= self._today:
                yield replace(self.of_action(action), source=follow_up, finished=done)

    def of_item(self, skill: Skill, item: LearningItem, actions: tuple[Action, ...]) -> Proposal:
        """Return the question about one skill that was learned from one item."""
        certificate = self._desk.find(Certificate, learning_item_id=item.id)
        piece = (
            from_learning_item(skill, item, self._today)
            if certificate is None
            else from_certificate(skill, certificate, self._today)
        )
        aims = [one.aimed_level for one in actions if one.aimed_level is not None]
        aimed = max(aims, default=self._usual_aim(skill, item))
        finished = self._finished(item) or self._today
        return self._made(skill, item, actions, finished, aimed, piece)

    def of_action(self, action: Action) -> Proposal:
        """Return the question that ends a practice or a talk with somebody."""
        skill = self._desk.get(Skill, action.skill_id)
        is_talk = action.kind is ActionKind.PERSON
        kind = EvidenceKind.CONVERSATION if is_talk else EvidenceKind.DESCRIPTION
        made = Evidence.new(
            skill.id, action.title, kind, usual_tier(kind), PartialDate.of(self._today)
        )
        piece = replace(made, note=action.note, is_private=is_talk or action.is_private)
        return self._made(skill, action, (action,), self._today, action.aimed_level, piece)

    def _made(
        self,
        skill: Skill,
        source: LearningItem | Action,
        actions: tuple[Action, ...],
        finished: date,
        aimed: Level | None,
        piece: Evidence,
    ) -> Proposal:
        now = self._levels.level_as_of(skill.id, self._today)
        return Proposal(
            skill=skill,
            source=source,
            actions=actions,
            finished=finished,
            now=now,
            to=proposed_level(now, aimed, ceiling(piece.kind, piece.tier)),
            aimed=aimed,
            piece=piece,
        )

    def _finished(self, item: LearningItem) -> date | None:
        """Return the day an item was finished, as far as it is known and not after today."""
        if item.finished is None:
            return None
        first = item.finished.first_day()
        return first if first > self._today else min(item.finished.last_day(), self._today)

    def _skills_of(self, item: LearningItem, finished: date | None) -> Iterable[SkillId]:
        found = {
            one.skill_id: None
            for one in self._actions
            if one.learning_item_id == item.id and one.done_on is None
        }
        # A date that cannot be told from one long ago asks nothing.
        if finished is not None and finished >= self._today - timedelta(days=RECENT_DAYS):
            for session in self._desk.all(StudySession, learning_item_id=item.id):
                skill_id = session.skill_id
                if skill_id is not None and not self._is_rated_since(skill_id, finished):
                    found[skill_id] = None
        return list(found)

    def _is_rated_since(self, skill_id: SkillId, day: date) -> bool:
        rating = self._levels.rating_as_of(skill_id, self._today)
        return rating is not None and rating.on > day

    def _open(self, skill_id: SkillId, item: LearningItem) -> tuple[Action, ...]:
        return tuple(one for one in self._of(skill_id, item) if one.done_on is None)

    def _is_settled(self, skill_id: SkillId, item: LearningItem) -> bool:
        return any(one.done_on is not None for one in self._of(skill_id, item))

    def _of(self, skill_id: SkillId, item: LearningItem) -> list[Action]:
        return [
            one
            for one in self._actions
            if one.skill_id == skill_id and one.learning_item_id == item.id
        ]

    def _is_shown(self, skill_id: SkillId, item: LearningItem) -> bool:
        """Say whether evidence for the skill names the item, or a certificate that came of it."""
        pieces = self._desk.all(Evidence, skill_id=skill_id)
        if any(one.learning_item_id == item.id for one in pieces):
            return True
        earned = {one.id for one in self._desk.all(Certificate, learning_item_id=item.id)}
        return any(one.certificate_id in earned for one in pieces)

    def _usual_aim(self, skill: Skill, item: LearningItem) -> Level | None:
        """Return the level that a resource of the catalogue leads to, if the item is one."""
        resource, known = resource_of(item), catalogue_skill(skill)
        if resource is None or known is None or known.id not in resource.skills:
            return None
        return resource.to_level


def _title(proposal: Proposal, level: Level | None) -> str:
    named = proposal.skill.name
    if level is None:
        return f"Add evidence for skill {named}"
    is_raised = level > (proposal.now or Level.NONE)
    return f"Raise skill {named} to {level:d}" if is_raised else f"Rate skill {named}: {level:d}"


def _close(tx: Tx, proposal: Proposal, on: date) -> None:
    """Close the actions; where there were none, a settled one says that this was answered."""
    if proposal.actions:
        settle(tx, proposal.actions, on)
    elif isinstance(proposal.source, LearningItem):
        made = Action.new(proposal.skill.id, proposal.source.title, ActionKind.RESOURCE)
        tx.add(replace(made, learning_item_id=proposal.source.id, done_on=on))
