"""The end of an attempt: its answers become ratings of the desk's skills, as one change."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.asked_skills import described_skill, gates_of
from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import AnswerPart, AnswerState, Attempt, Route
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.assessment_plan import plan
from careerdesk.services.level_entry import LevelEntry, put_levels
from careerdesk.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from careerdesk.analysis.asked_skills import AskedSkill
    from careerdesk.services.assessment_plan import Plan
    from careerdesk.storage.desk import Desk

# The note of a level that was not asked for by itself.
FROM_GROUP: Final = "From the answer about the whole group"


class Finished(enum.Enum):
    """What the end of an attempt makes of its answers."""

    RATED = "rated"
    UNRATED = "unrated"  # something was answered, but nothing that rates a skill
    EMPTY = "empty"


def outcome(desk: Desk, planned: Plan) -> Finished:
    """Return what finishing an attempt makes of what was answered so far."""
    if levels_to_write(desk, planned):
        return Finished.RATED
    one = planned.attempt
    practical = (one.hours_per_week, one.ready_by, one.pay_floor_minor)
    is_any = planned.answers or practical != (None, None, None) or one.route is not Route.NOT_SURE
    return Finished.UNRATED if is_any else Finished.EMPTY


def levels_to_write(desk: Desk, planned: Plan) -> tuple[LevelEntry, ...]:
    """Return the levels that finishing an attempt writes, by what was answered so far.

    Those that come from the answer about a group have the note ``FROM_GROUP``.
    """
    return (*_rated(planned), *_closed(desk, planned))


def falling_to_0(desk: Desk, entries: Iterable[LevelEntry], day: date) -> list[str]:
    """Return the names of the skills known above 0 that the answer about a group makes 0."""
    closed = [one for one in entries if one.note == FROM_GROUP]
    known = skills_by_key(closed, desk.all(Skill))
    history = LevelHistory(desk.all(Rating))
    return [skill.name for skill in known.values() if history.level_as_of(skill.id, day)]


def finish(desk: Desk, attempt: Attempt, today: date) -> Attempt:
    """End an attempt, rate the skills as it says, and return it as it is now.

    "Not sure" makes the level of a skill unknown; "rather not say" leaves it as it was. Groups
    rated 0 make their skills 0, with a note, where a role asked about needs them or they are in
    the inventory: others need no entry to be known as 0 from the answer itself.
    """
    on = max(today, attempt.started)
    after = replace(attempt, finished=on)
    planned = plan(desk, attempt, today)
    entries = levels_to_write(desk, planned)
    with desk.change(f"Finish assessment of {day(on)}") as tx:
        tx.replace(after)
        put_levels(tx, entries, on)
    return after


def _rated(planned: Plan) -> Iterator[LevelEntry]:
    for (part, key), answer in planned.answers.items():
        if part is AnswerPart.SKILL and answer.state is not AnswerState.DECLINED:
            asked = _asked(planned, key)
            if asked is not None:
                level = None if answer.value is None else Level(answer.value)
                yield _entry(asked, level, _reason(planned, key))


def _asked(planned: Plan, key: str) -> AskedSkill | None:
    """Return a skill that was answered for; None if its group was rated 0 afterwards."""
    for one in planned.skills:
        if one.skill == key:
            return one
    known = described_skill(catalogue(), key, "")  # of a role that is not asked about any more
    if known.group is None or gates_of(planned.answers).get(known.group.id) == Level.NONE:
        return None
    return known


def _reason(planned: Plan, key: str) -> str:
    """Return why a level differs much from the earlier one; empty if nothing was said."""
    answer = planned.answers.get((AnswerPart.REASON, key))
    if answer is None or answer.value is None:
        return ""
    return catalogue().instrument.retest.reasons[answer.value - 1]


def _closed(desk: Desk, planned: Plan) -> Iterator[LevelEntry]:
    needed = {one.skill: one for one in planned.closed}
    listed = {one.catalogue_key for one in desk.all(Skill)}
    for group in catalogue().groups:
        answer = planned.answers.get((AnswerPart.GATE, group.id))
        if answer is None or answer.value != Level.NONE:
            continue
        for one in catalogue().skills_of(group.id):
            if one.id in needed or one.id in listed:
                yield LevelEntry(
                    skill=one.id,
                    name=one.name,
                    group=group.name,
                    level=Level.NONE,
                    note=FROM_GROUP,
                )


def _entry(asked: AskedSkill, level: Level | None, note: str) -> LevelEntry:
    return LevelEntry(
        skill=asked.skill,
        name=asked.name,
        group=asked.group.name if asked.group else "",
        level=level,
        note=note,
    )
