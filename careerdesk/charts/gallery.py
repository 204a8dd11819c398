"""The charts CareerDesk can draw, in the order they are shown; a new one is one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.charts import (
    activity,
    certificates,
    conversations,
    hours,
    levels_over_time,
    network_mix,
    skill_bars,
    skills_radar,
    texts,
)
from careerdesk.charts.view import ChartSpec, ChartView

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.records import Records

__all__ = ["CHARTS", "ChartSpec", "ChartView", "build_all"]

CHARTS: Final = (
    ChartSpec(key=hours.KEY, title=texts.HOURS, build=hours.build),
    ChartSpec(key=activity.KEY, title=texts.ACTIVITY, build=activity.build),
    ChartSpec(key=skills_radar.KEY, title=texts.SKILLS_RADAR, build=skills_radar.build),
    ChartSpec(key=skill_bars.KEY, title=texts.SKILL_BARS, build=skill_bars.build),
    ChartSpec(key=levels_over_time.KEY, title=texts.LEVELS_OVER_TIME, build=levels_over_time.build),
    ChartSpec(key=network_mix.KEY, title=texts.NETWORK_MIX, build=network_mix.build),
    ChartSpec(key=conversations.KEY, title=texts.CONVERSATIONS, build=conversations.build),
    ChartSpec(key=certificates.KEY, title=texts.CERTIFICATES, build=certificates.build),
)


def build_all(records: Records, today: date) -> tuple[ChartView, ...]:
    """Build every chart of a desk, without drawing any."""
    return tuple(spec.build(records, today) for spec in CHARTS)
