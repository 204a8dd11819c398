"""The person beside the role aimed at: levels by group, and the gaps with what closes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.apportion import shortfall_tenths
from careerdesk.analysis.readiness import readiness
from careerdesk.charts import role_radar, texts
from careerdesk.charts.aimed_at import record_of, role_aimed_at
from careerdesk.charts.readiness_texts import WEIGHTS, adds
from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.charts_placement import ChartFigure, charts_of
from careerdesk.portfolio.readiness_section import disclosure
from careerdesk.portfolio.styles import (
    BODY,
    CAPTION,
    CELL,
    CELL_NUMBER,
    CELL_QUIET,
    CELL_QUIET_RIGHT,
    SUBSECTION,
)
from careerdesk.portfolio.tables import LONGEST_NAME, Column, Table
from careerdesk.portfolio.text import Heading, text
from careerdesk.words import cut, day

if TYPE_CHECKING:
    from careerdesk.analysis.coverage import Share
    from careerdesk.analysis.readiness import Readiness
    from careerdesk.charts.view import ChartView
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.tables import Row

_MOST_ACTIONS: Final = 3
_ASKING: Final = "Ask somebody"
_LED: Final = replace(BODY, keeps_with_next=True)


def role_skills_story(matter: Matter) -> list[Block]:
    """Return the radar of the role's groups with its sentence, and its numbers as a table."""
    found = _found(matter)
    if found is None:
        return []
    profile, ready = found
    levels = {key: one.rating for key, one in ready.supports.items()}
    view = role_radar.of_role(profile, levels, role_radar.IN_DOCUMENT)
    if view.is_empty:
        return []
    return [
        _target(profile),
        Heading(view.title, SUBSECTION, level=3, anchor=f"chart-{view.key}"),
        text(view.sentence, CAPTION),
        ChartFigure(view),
        _groups(view),
        disclosure(matter, profile),
    ]


def gaps_story(matter: Matter) -> list[Block]:
    """Return the bars of all skills, and what is planned for those below their level."""
    found = _found(matter)
    charts = charts_of(matter, Section.GAPS)
    if found is None or not charts:
        return []
    profile, ready = found
    story: list[Block] = [_target(profile), *charts]
    if ready.claimed.gaps:
        story.append(Heading("What closes them", SUBSECTION, level=3, anchor="gaps-closed"))
        story.append(_gaps(matter, profile, ready))
    story.append(disclosure(matter, profile))
    return story


def _target(profile: RoleProfile) -> Block:
    return text(f"Target role: {cut(profile.title, LONGEST_NAME)}.", _LED)


def _found(matter: Matter) -> tuple[RoleProfile, Readiness] | None:
    profile = role_aimed_at(matter.records)
    if profile is None:
        return None
    ready = readiness(profile, record_of(matter.records), day=matter.today)
    return None if ready is None else (profile, ready)


def _groups(view: ChartView) -> Table:
    group, rated, needed, _, unknown = view.headers
    columns = [
        Column(header=group, share=3),
        Column(header=rated, share=1.3, is_right=True),
        Column(header=needed, share=1.4, is_right=True),
    ]
    has_unknown = any(row[-1] for row in view.rows)
    if has_unknown:
        columns.append(Column(header=unknown, share=0.9, is_right=True))
    rows: list[Row] = []
    for name, held, asked, _, missing in view.rows:
        row: Row = (
            text(cut(str(name), LONGEST_NAME), CELL),
            text(_one_decimal(held), CELL_NUMBER),
            text(_one_decimal(asked), CELL_NUMBER),
        )
        if has_unknown:
            row = (*row, text(str(missing), CELL_QUIET_RIGHT) if missing else None)
        rows.append(row)
    return Table(columns, rows, name=view.title)


def _one_decimal(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, int | float) else str(value)


def _gaps(matter: Matter, profile: RoleProfile, ready: Readiness) -> Table:
    skills = record_of(matter.records).skills_of(profile)
    tenths = shortfall_tenths(ready.claimed)
    columns = (
        Column(header="Skill", share=2.5),
        Column(header="Weight", share=0.95),
        Column(header="Level", share=0.7),
        Column(header="Adds", share=0.6, is_right=True),
        Column(header="What closes it", share=3),
    )

    def row(share: Share) -> Row:
        need = share.requirement
        skill = skills.get(need.skill)
        planned = _planned(matter, None if skill is None else skill.id)
        now = texts.UNKNOWN_MARK if share.level is None else str(int(share.level))
        return (
            text(cut(need.name, LONGEST_NAME), CELL),
            text(WEIGHTS[need.weight], CELL_QUIET),
            text(f"{now} \u2192 {int(need.level)}", CELL),
            text(adds(tenths[need.skill]), CELL_NUMBER),
            text(planned or "nothing planned yet", CELL_QUIET),
        )

    return Table(columns, [row(share) for share in ready.claimed.gaps], name="What closes them")


def _planned(matter: Matter, skill_id: object) -> str:
    """Return the open actions for a skill with their days, those due first in front."""
    found = [
        one for one in matter.records.actions if one.skill_id == skill_id and one.done_on is None
    ]
    found.sort(key=lambda one: (one.due is None, one.due or matter.today, one.title.casefold()))
    words = [_action_words(matter, one) for one in found[:_MOST_ACTIONS]]
    if left := len(found) - len(words):
        words.append(f"{left} more")
    return "; ".join(words)


def _action_words(matter: Matter, action: Action) -> str:
    """Return an action with its day; whom one will ask is nobody else's business."""
    is_about_somebody = action.kind is ActionKind.PERSON and not matter.includes_private
    title = _ASKING if is_about_somebody else cut(action.title, LONGEST_NAME)
    return title if action.due is None else f"{title}, by {day(action.due)}"
