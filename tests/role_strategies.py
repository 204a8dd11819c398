"""Generated roles, evidence, actions and attempts at the assessment, for whole desks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from value_strategies import (
    addresses,
    currencies,
    days,
    ids,
    maybe,
    one_of,
    partial_dates,
    texts,
    truths,
)

from careerdesk.domain import actions as acting
from careerdesk.domain import assessment, roles, skills
from careerdesk.domain import evidence as showing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@st.composite
def evidence_drawn(
    draw: st.DrawFn, inventory: Sequence[Any], sources: Mapping[str, Sequence[Any]]
) -> tuple[showing.Evidence, ...]:
    made = []
    for id_ in draw(st.lists(ids, max_size=3, unique=True)) if inventory else ():
        field = draw(st.sampled_from(showing.SOURCE_FIELDS))
        made.append(
            showing.Evidence(
                id=id_,
                skill_id=draw(st.sampled_from([skill.id for skill in inventory])),
                title=draw(texts(1)),
                kind=draw(st.sampled_from(showing.EvidenceKind)),
                tier=draw(st.sampled_from(showing.EvidenceTier)),
                on=draw(partial_dates()),
                project=draw(texts()),
                url=draw(addresses),
                note=draw(texts()),
                is_private=draw(truths),
                **{field: draw(one_of(sources[field]))},
            )
        )
    return tuple(made)


@st.composite
def actions_drawn(
    draw: st.DrawFn,
    inventory: Sequence[Any],
    items: Sequence[Any],
    promises: Sequence[Any],
) -> tuple[acting.Action, ...]:
    return tuple(
        acting.Action(
            id=id_,
            skill_id=draw(st.sampled_from([skill.id for skill in inventory])),
            title=draw(texts(1)),
            kind=draw(st.sampled_from(acting.ActionKind)),
            learning_item_id=draw(one_of(items)),
            follow_up_id=draw(one_of(promises)),
            planned_minutes=draw(maybe(st.integers(0, 600_000))),
            aimed_level=draw(maybe(st.sampled_from(list(skills.Level)[1:]))),
            due=draw(maybe(days)),
            done_on=draw(maybe(days)),
            note=draw(texts()),
            is_private=draw(truths),
        )
        for id_ in (draw(st.lists(ids, max_size=3, unique=True)) if inventory else ())
    )


@st.composite
def roles_drawn(draw: st.DrawFn) -> roles.Role:
    figures = {name: draw(maybe(st.integers(100, 700))) for name in roles.INTEREST_FIELDS.values()}
    goals = {name: draw(maybe(st.integers(1, 5))) for name in roles.GOAL_FIELDS.values()}
    return roles.Role(
        id=draw(ids),
        title=draw(texts(1)),
        family=draw(texts()),
        summary=draw(texts()),
        source=draw(texts()),
        note=draw(texts()),
        is_private=draw(truths),
        **figures,
        **goals,
    )


@st.composite
def role_skills_drawn(draw: st.DrawFn, own: Sequence[Any]) -> tuple[roles.RoleSkill, ...]:
    places = [(role.id, skill) for role in own for skill in ("python", "sql", "onet:2.A.1.a")]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=4)) if places else []
    return tuple(
        roles.RoleSkill(
            id=draw(ids),
            role_id=role_id,
            skill=skill,
            name=draw(texts(1)),
            level=draw(st.sampled_from(list(skills.Level)[1:])),
            weight=draw(st.integers(1, 3)),
        )
        for role_id, skill in chosen
    )


@st.composite
def targets_drawn(draw: st.DrawFn, own: Sequence[Any]) -> tuple[roles.Target, ...]:
    """Each role once, and one of them at the most aimed at now, as the program keeps them."""
    known = [("ml_engineer", None), ("data_scientist", None), *(("", one.id) for one in own)]
    chosen = draw(st.lists(st.sampled_from(known), unique=True, max_size=3))
    current = draw(st.integers(0, 3))
    return tuple(
        roles.Target(
            id=draw(ids),
            catalogue_role=catalogue_role,
            role_id=role_id,
            since=draw(days),
            is_current=at == current,
            note=draw(texts()),
            is_private=draw(truths),
        )
        for at, (catalogue_role, role_id) in enumerate(chosen)
    )


@st.composite
def attempts_drawn(draw: st.DrawFn) -> assessment.Attempt:
    started, later = draw(days), draw(maybe(st.integers(0, 30)))
    return assessment.Attempt(
        id=draw(ids),
        started=started,
        finished=None if later is None else started + timedelta(days=later),
        number=draw(st.integers(1, 9)),
        version=draw(st.integers(1, 9)),
        place=draw(texts()),
        hours_per_week=draw(maybe(st.integers(0, 40))),
        ready_by=draw(maybe(days)),
        pay_floor_minor=draw(maybe(st.integers(0, 10**12))),
        pay_currency=draw(currencies),
        route=draw(st.sampled_from(assessment.Route)),
        note=draw(texts()),
        is_private=draw(truths),
    )


@st.composite
def answers_drawn(draw: st.DrawFn, attempts: Sequence[Any]) -> tuple[assessment.Answer, ...]:
    places = [
        (attempt.id, part, item)
        for attempt in attempts
        for part in assessment.AnswerPart
        for item in (("growth", "income") if "goal" in part.value else ("R1", "python"))
    ]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=5)) if places else []
    return tuple(
        assessment.Answer(
            id=draw(ids),
            attempt_id=attempt_id,
            part=part,
            item=item,
            state=assessment.AnswerState.NOT_SURE
            if value is None
            else assessment.AnswerState.GIVEN,
            value=value,
            milliseconds=draw(maybe(st.integers(0, 60_000))),
        )
        for attempt_id, part, item in chosen
        for value in [draw(maybe(st.integers(*assessment.RANGES[part])))]
    )
