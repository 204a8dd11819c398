"""The mean level of each group of skills, as a radar of at most ten spokes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import group_levels, top_skills
from careerdesk.charts import radar, spot_texts, texts
from careerdesk.charts.radar import Spoke
from careerdesk.charts.spots import behind
from careerdesk.charts.view import SQUARE, ChartView, empty_view
from careerdesk.domain.skills import Skill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.analysis.period import Period
    from careerdesk.analysis.skill_levels import GroupLevel
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Behind
    from careerdesk.domain.records import Records

KEY: Final = "skills_radar"
SIZE: Final = (SQUARE, SQUARE)


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the mean level of each group as of today, whatever the period."""
    del period
    groups = group_levels(records.skill_groups, records.skills, records.ratings, today=today)
    if not groups:
        return empty_view(
            KEY, texts.SKILLS_RADAR, SIZE, texts.SKILLS_RADAR_HEADERS, texts.NO_SKILLS
        )
    known = [
        (texts.group_name(level.group), level.mean) for level in groups if level.mean is not None
    ]
    if not known:
        return empty_view(
            KEY, texts.SKILLS_RADAR, SIZE, texts.SKILLS_RADAR_HEADERS, texts.NO_RATINGS
        )
    return ChartView(
        key=KEY,
        title=texts.SKILLS_RADAR,
        sentence=texts.radar_sentence(
            means=known,
            known=sum(level.known for level in groups),
            unknown=sum(level.unknown for level in groups),
            parts=len(records.skills) - sum(level.known + level.unknown for level in groups),
        ),
        headers=texts.SKILLS_RADAR_HEADERS,
        rows=tuple(
            (
                texts.group_name(level.group),
                texts.UNKNOWN if level.mean is None else round(level.mean, 1),
                level.known,
                level.unknown,
            )
            for level in groups
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(
            _paint,
            groups,
            [
                behind(Skill, (skill.id for skill in skills), spot_texts.skills_of(group))
                for group, skills in top_skills(records.skill_groups, records.skills)
            ],
        ),
    )


def _paint(groups: Sequence[GroupLevel], skills: Sequence[Behind | None], canvas: Paper) -> None:
    spokes = [
        Spoke(
            name=texts.group_name(group.group),
            level=group.mean,
            figure=texts.mean_level(group.mean),
            says=spot_texts.group(texts.group_name(group.group), group),
            behind=of_group,
        )
        for group, of_group in zip(groups, skills, strict=False)
    ]
    radar.paint(canvas, spokes)
