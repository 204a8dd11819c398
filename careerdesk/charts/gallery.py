"""The charts CareerDesk can draw, in the order they are shown; a new one is one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.charts import (
    activity,
    aimed_at,
    certificates,
    conversations,
    gap_bars,
    hours,
    levels_over_time,
    network_mix,
    readiness_history,
    readiness_texts,
    skill_bars,
    skills_radar,
    texts,
)
from careerdesk.charts.view import ChartSpec, ChartView
from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.network import Contact, Conversation, MixTarget, Participant
from careerdesk.domain.profile import Preferences
from careerdesk.domain.skills import Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.records import Records

__all__ = ["CHARTS", "ChartSpec", "ChartView", "build_all"]

_TIME: Final = (StudySession, Preferences)
_LEVELS: Final = (SkillGroup, Skill, Rating)

CHARTS: Final = (
    ChartSpec(
        key=readiness_history.KEY,
        title=readiness_texts.READINESS,
        build=readiness_history.build,
        kinds=aimed_at.KINDS,
    ),
    ChartSpec(
        key=gap_bars.KEY, title=readiness_texts.GAP_BARS, build=gap_bars.build, kinds=aimed_at.KINDS
    ),
    ChartSpec(key=hours.KEY, title=texts.HOURS, build=hours.build, kinds=_TIME),
    ChartSpec(key=activity.KEY, title=texts.ACTIVITY, build=activity.build, kinds=_TIME),
    ChartSpec(
        key=skills_radar.KEY, title=texts.SKILLS_RADAR, build=skills_radar.build, kinds=_LEVELS
    ),
    ChartSpec(key=skill_bars.KEY, title=texts.SKILL_BARS, build=skill_bars.build, kinds=_LEVELS),
    ChartSpec(
        key=levels_over_time.KEY,
        title=texts.LEVELS_OVER_TIME,
        build=levels_over_time.build,
        kinds=_LEVELS,
    ),
    ChartSpec(
        key=network_mix.KEY,
        title=texts.NETWORK_MIX,
        build=network_mix.build,
        kinds=(Contact, MixTarget),
    ),
    ChartSpec(
        key=conversations.KEY,
        title=texts.CONVERSATIONS,
        build=conversations.build,
        kinds=(Conversation, Participant, Preferences),
    ),
    ChartSpec(
        key=certificates.KEY,
        title=texts.CERTIFICATES,
        build=certificates.build,
        kinds=(Certificate,),
    ),
)


def build_all(records: Records, today: date) -> tuple[ChartView, ...]:
    """Build every chart of a desk, without drawing any."""
    return tuple(spec.build(records, today) for spec in CHARTS)
