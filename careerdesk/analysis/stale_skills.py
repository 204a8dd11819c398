"""Skills of which nothing has been heard for long: not used, not rated, not shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.analysis.months import months_before
from careerdesk.domain.skills import Skill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.evidence import Evidence
    from careerdesk.domain.learning import StudySession
    from careerdesk.domain.skills import Rating, SkillId


@dataclass(frozen=True, slots=True)
class StaleSkill:
    """A skill and the last day on which something is known of it."""

    skill: Skill
    last: date


def stale_skills(
    skills: Iterable[Skill],
    ratings: Iterable[Rating],
    evidence: Iterable[Evidence],
    sessions: Iterable[StudySession] = (),
    *,
    today: date,
    months: int,
) -> tuple[StaleSkill, ...]:
    """Return the skills without use, rating or evidence for some months, the longest first.

    Time logged on a skill is use. A last use known in part is read in favour of the skill, but
    never later than today; ratings, evidence and time dated later do not count. A skill of which
    nothing at all is known is not stale.
    """
    last: dict[SkillId, date] = {}
    for skill_id, day in (
        *((one.skill_id, one.on) for one in ratings),
        *((one.skill_id, one.on.last_day()) for one in evidence),
        *((one.skill_id, one.on) for one in sessions if one.skill_id is not None),
    ):
        if day <= today:
            last[skill_id] = max(day, last.get(skill_id, day))
    limit = months_before(today, months)
    stale = []
    for skill in skills:
        days = [day for day in (_last_use(skill, today), last.get(skill.id)) if day]
        if days and max(days) <= limit:
            stale.append(StaleSkill(skill, max(days)))
    return tuple(sorted(stale, key=lambda one: (one.last, one.skill.name.casefold())))


def _last_use(skill: Skill, today: date) -> date | None:
    if skill.last_used is None or skill.last_used.first_day() > today:
        return None
    return min(skill.last_used.last_day(), today)
