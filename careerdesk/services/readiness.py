"""How ready the person is for a role on a day, what moved it since another, and what to do next.

All of it follows from dated ratings and dated evidence; no result is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.next_steps import NextStep, next_steps
from careerdesk.analysis.readiness_history import ReadinessHistory, readiness_history
from careerdesk.domain.actions import Action
from careerdesk.domain.catalogue_entries import LearningResource
from careerdesk.domain.learning import LearningItem
from careerdesk.domain.skills import Skill
from careerdesk.services.actions import finished_actions, minutes_to_next_level, open_actions
from careerdesk.services.gap import Gap, gap
from careerdesk.services.resources import resource_offers
from careerdesk.services.roles import chosen_role, current_target, role_profile
from careerdesk.services.skills import new_skill_for
from careerdesk.services.standing import standing

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from careerdesk.analysis.coverage import Share
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.storage.desk import Desk

_HOUR: Final = 60  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReadiness:
    """How ready the person is for a role: the two numbers with their gaps, and how they came."""

    gap: Gap
    history: ReadinessHistory

    @property
    def unsupported(self) -> Share | None:
        """The skill of which evidence would support most; None if all that counts is supported."""
        evidenced = {one.requirement.skill: one.reached for one in self.gap.evidenced.shares}

        def open_part(share: Share) -> Fraction:
            return share.part * (share.reached - evidenced[share.requirement.skill])

        most = max(self.gap.claimed.shares, key=open_part)
        return most if open_part(most) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BestStep:
    """What to do next: a skill to raise by one level, and with what.

    ``action`` is the open one due first, ``resource`` what the catalogue has where nothing is
    planned; both are None where neither is known. ``minutes`` is the estimate to the next level.
    """

    step: NextStep
    skill: Skill
    action: Action | None
    resource: LearningResource | None
    minutes: int | None


def target_readiness(desk: Desk, today: date) -> RoleReadiness | None:
    """Return the readiness for the role aimed at; None without one that names skills."""
    target = current_target(desk)
    return readiness_as_of(desk, role_profile(desk, target.role), today) if target else None


def role_readiness(desk: Desk, key: str, day: date) -> RoleReadiness | None:
    """Return the readiness on a day for the role of a key, or of an empty one that aimed at.

    Raises:
        UnknownRoleError: there is no role of that key.
        InvalidValueError: no key is given and no role is aimed at.
    """
    return readiness_as_of(desk, chosen_role(desk, key), day)


def readiness_as_of(desk: Desk, profile: RoleProfile, day: date) -> RoleReadiness | None:
    """Return the readiness for a role on a day; None if the role names no skills."""
    stood = standing(desk, [profile], day)
    found = gap(profile, stood)
    if found is None:
        return None
    return RoleReadiness(gap=found, history=readiness_history(profile, stood.record, until=day))


def best_step(desk: Desk, found: Gap) -> BestStep | None:
    """Return the step to take first; None if no skill of known level is below its target.

    Essential gaps come first, then what closes most for each hour. The hours are those planned in
    open actions, or else of the shortest resource that suits.
    """
    actions = open_actions(desk)
    skills = {
        share.requirement.skill: found.standing.skills.get(share.requirement.skill)
        or new_skill_for(share.requirement)  # of a group that is not known at all
        for share in found.claimed.gaps
        if share.level is not None
    }
    minutes = {
        share.requirement.skill: minutes_to_next_level(
            skills[share.requirement.skill],
            actions.get(skills[share.requirement.skill].id, ()),
            now=share.level,
            needed=share.requirement.level,
        )
        for share in found.claimed.gaps
        if share.level is not None
    }
    hours = {key: None if one is None else one / _HOUR for key, one in minutes.items()}
    step = next(iter(next_steps(found.claimed, hours)), None)
    if step is None:
        return None
    key = step.share.requirement.skill
    skill = skills[key]
    finished = finished_actions(desk)
    action = next((one for one in actions.get(skill.id, ()) if one.id not in finished), None)
    return BestStep(
        step=step,
        skill=skill,
        action=action,
        resource=None if action else _resource(desk, skill, step),
        minutes=minutes[key],
    )


def _resource(desk: Desk, skill: Skill, step: NextStep) -> LearningResource | None:
    """Return what the catalogue has for a skill first, if it suits."""
    offers = resource_offers(
        skill,
        desk.all(LearningItem),
        now=step.share.level,
        needed=step.share.requirement.level,
    )
    return next((one.resource for one in offers if one.is_suited), None)
