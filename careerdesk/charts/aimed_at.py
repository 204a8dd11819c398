"""The role aimed at, as charts find it in the records of a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.closed_groups import ClosedGroups
from careerdesk.analysis.readiness import SkillRecord
from careerdesk.charts import readiness_texts
from careerdesk.domain.assessment import Answer, Attempt
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.roles import Role, RoleSkill, Target, profile_of
from careerdesk.domain.skills import Rating, Skill

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.records import Records

# What a chart about the role aimed at is read from.
KINDS: Final = (Target, Role, RoleSkill, Skill, Rating, Evidence, Attempt, Answer)


def role_aimed_at(records: Records) -> RoleProfile | None:
    """Return the role that is the current target; None without one that names any skill.

    Raises:
        CatalogueDamagedError: it is a role of the catalogue, which cannot be read.
    """
    profile = _profile(records)
    return profile if profile and profile.requirements else None


def nothing_aimed_at(records: Records) -> tuple[str, str]:
    """Return a heading and the first step where no role with skills is the current target."""
    if _profile(records) is None:
        return readiness_texts.NO_TARGET
    return readiness_texts.NO_NEEDS


def record_of(records: Records) -> SkillRecord:
    """Return the skills with their ratings and evidence, and what was said of whole groups."""
    from careerdesk.catalogue import catalogue

    closed = ClosedGroups(records.attempts, records.answers, catalogue().group_of_skills)
    return SkillRecord(records.skills, records.ratings, records.evidence, closed)


def _profile(records: Records) -> RoleProfile | None:
    target = next((one for one in records.targets if one.is_current), None)
    if target is None:
        return None
    if target.role_id is None:
        from careerdesk.catalogue import catalogue  # takes longer to import than most charts

        known = catalogue().role(target.catalogue_role)
        return known.profile if known else None
    own = next((one for one in records.roles if one.id == target.role_id), None)
    return profile_of(own, records.role_skills) if own else None
