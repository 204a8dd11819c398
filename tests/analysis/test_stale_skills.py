from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from careerdesk.analysis.stale_skills import stale_skills
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill

TODAY = date(2026, 11, 23)


def used(name: str, last: str | None) -> Skill:
    return dataclasses.replace(Skill.new(name), last_used=PartialDate(last) if last else None)


def rated(skill: Skill, on: date) -> Rating:
    return Rating.new(skill.id, on, Level.AWARE)


def shown(skill: Skill, on: str) -> Evidence:
    return Evidence.new(
        skill.id, "Shown", EvidenceKind.FILE, EvidenceTier.ARTEFACT, PartialDate(on)
    )


@pytest.mark.parametrize(
    ("last_used", "is_stale"),
    [
        ("2025-11-23", True),
        ("2025-11-24", False),
        ("2025-10", True),
        ("2025-11", False),  # it may have been the last of November
        ("2024", True),
        ("2026", False),
        ("2027", True),  # has not come yet, and the rating is old
    ],
)
def test_that_a_last_use_is_read_in_favour_of_the_skill(last_used: str, is_stale: bool) -> None:
    skill = used("Python", last_used)
    found = stale_skills([skill], [rated(skill, date(2020, 1, 1))], [], today=TODAY, months=12)
    assert bool(found) is is_stale


def test_that_a_use_a_rating_or_evidence_keeps_a_skill_fresh() -> None:
    old = "2020-01-01"
    one, two, three, four = (used(name, old) for name in ("one", "two", "three", "four"))
    found = stale_skills(
        [one, two, three, four],
        [rated(one, date(2026, 6, 1)), rated(two, date(2021, 6, 1)), rated(two, date(2020, 1, 1))],
        [shown(three, "2026-06"), shown(four, "2026")],  # the year is not over
        today=TODAY,
        months=6,
    )
    assert [(item.skill.name, item.last) for item in found] == [
        ("four", date(2020, 1, 1)),
        ("two", date(2021, 6, 1)),
    ]


def test_that_nothing_dated_later_counts() -> None:
    skill = used("Python", "2020-01-01")
    ahead = date(2026, 11, 24)
    found = stale_skills(
        [skill], [rated(skill, ahead)], [shown(skill, ahead.isoformat())], today=TODAY, months=12
    )
    assert [item.last for item in found] == [date(2020, 1, 1)]


def test_that_a_skill_of_which_nothing_is_known_is_not_stale() -> None:
    assert not stale_skills([used("Python", None)], [], [], today=TODAY, months=1)


def test_that_skills_stale_since_one_day_come_by_name() -> None:
    skills = [used(name, "2020") for name in ("b", "A")]
    found = stale_skills(skills, [], [], today=TODAY, months=1)
    assert [item.skill.name for item in found] == ["A", "b"]
