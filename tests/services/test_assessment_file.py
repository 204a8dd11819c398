"""An assessment from a file: one attempt for a day, one change, and ratings of the right skills."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import FROM_FILE, Answer, AnswerPart, AnswerState, Attempt
from careerdesk.domain.catalogue import Goal, InterestType
from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services import history, records, skills
from careerdesk.services.assessment_file import Scored, score_file
from careerdesk.services.assessment_findings import findings

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

TODAY = date(2026, 2, 1)
PYTHON = catalogue().skill("python")
GROUP = "Programming and software design"


def score(desk: Desk, folder: Path, **whole: Any) -> Scored:
    path = folder / "answers.json"
    path.write_text(json.dumps(whole))
    return score_file(desk, path, TODAY)


def levels(desk: Desk) -> dict[str, list[tuple[date, Level | None]]]:
    """The ratings of each skill by its key, in the order of their days."""
    return {
        skill.catalogue_key or skill.name: sorted(
            ((one.on, one.level) for one in desk.all(Rating, skill_id=skill.id)),
            key=lambda pair: pair[0],
        )
        for skill in desk.all(Skill)
    }


def test_that_skills_are_added_under_their_group_and_rated_on_the_day_of_the_file(
    desk: Desk, tmp_path: Path
) -> None:
    scored = score(desk, tmp_path, on="2026-01-31", skills={"python": 5, "nlp": None})
    assert (scored.skills_added, scored.is_changed) == (2, True)
    day = date(2026, 1, 31)
    assert levels(desk) == {"python": [(day, Level.LEADING)], "nlp": [(day, None)]}
    (python,) = desk.all(Skill, catalogue_key="python")
    assert PYTHON is not None
    assert python.name == PYTHON.name
    assert python.group_id == desk.find(SkillGroup, name=GROUP).id  # type: ignore[union-attr]


def test_that_the_day_is_today_where_the_file_names_none(desk: Desk, tmp_path: Path) -> None:
    scored = score(desk, tmp_path, goals={"impact": 5})
    assert scored.attempt is not None
    assert (scored.attempt.started, scored.attempt.finished) == (TODAY, TODAY)
    assert scored.attempt.version == catalogue().instrument.version


def test_that_a_skill_written_by_hand_takes_the_key_and_stays_where_it_is(
    desk: Desk, tmp_path: Path
) -> None:
    assert PYTHON is not None
    own = Skill.new(PYTHON.name.upper())
    skills.add_skill(desk, own, group="Mine", on=date(2025, 1, 1), level=Level.AWARE)
    scored = score(desk, tmp_path, skills={"python": 3})
    assert scored.skills_added == 0
    after = desk.get(Skill, own.id)
    assert after.catalogue_key == "python"
    assert after.group_id == desk.find(SkillGroup, name="Mine").id  # type: ignore[union-attr]
    assert levels(desk)["python"] == [
        (date(2025, 1, 1), Level.AWARE),
        (TODAY, Level.INDEPENDENT),
    ]


def test_that_a_skill_with_the_key_is_meant_whatever_it_is_called(
    desk: Desk, tmp_path: Path
) -> None:
    assert PYTHON is not None
    keyed = replace(Skill.new("Snakes"), catalogue_key="python")
    records.add(desk, keyed)
    records.add(desk, Skill.new(PYTHON.name))
    score(desk, tmp_path, skills={"python": 3})
    assert [one.skill_id for one in desk.all(Rating)] == [keyed.id]


def test_that_the_group_of_that_name_is_used_in_any_spelling(desk: Desk, tmp_path: Path) -> None:
    group = SkillGroup.new(GROUP.upper())
    records.add(desk, group)
    score(desk, tmp_path, skills={"python": 3})
    assert desk.all(SkillGroup) == [group]


def test_that_the_same_file_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    whole = {"skills": {"python": 3, "nlp": None}, "interests": {"R1": 0}, "top_goals": ["focus"]}
    first = score(desk, tmp_path, **whole)
    before = desk.records()
    again = score(desk, tmp_path, **whole)
    assert (again.attempt, again.is_changed) == (first.attempt, False)
    assert desk.records() == before
    assert len(history.changes(desk)) == 1


def test_that_another_file_for_the_day_replaces_its_parts_and_ratings(
    desk: Desk, tmp_path: Path
) -> None:
    score(desk, tmp_path, skills={"python": 3, "nlp": 1}, interests={"R1": 0})
    score(desk, tmp_path, skills={"python": 4})
    (attempt,) = desk.all(Attempt)
    said = {(one.part, one.item): one.value for one in desk.all(Answer, attempt_id=attempt.id)}
    assert said == {(AnswerPart.SKILL, "python"): 4, (AnswerPart.INTEREST, "R1"): 0}
    assert levels(desk)["python"] == [(TODAY, Level.ADVANCED)]


def test_that_ratings_are_put_again_where_they_were_changed_since(
    desk: Desk, tmp_path: Path
) -> None:
    score(desk, tmp_path, skills={"python": 3})
    (skill,) = desk.all(Skill)
    skills.rate_skill(desk, skill, TODAY, Level.AWARE)
    assert score(desk, tmp_path, skills={"python": 3}).is_changed
    assert levels(desk)["python"] == [(TODAY, Level.INDEPENDENT)]


def test_that_other_days_are_attempts_of_their_own(desk: Desk, tmp_path: Path) -> None:
    score(desk, tmp_path, on="2026-01-01", skills={"python": 3})
    score(desk, tmp_path, on="2026-01-31", skills={"python": 4})
    assert sorted(one.started.day for one in desk.all(Attempt)) == [1, 31]
    assert [level for _, level in levels(desk)["python"]] == [3, 4]


def test_that_an_attempt_in_the_window_on_that_day_stays_as_it_is(
    desk: Desk, tmp_path: Path
) -> None:
    own = replace(Attempt.new(TODAY, version=1), finished=TODAY, place="end")
    records.add(desk, own)
    score(desk, tmp_path, goals={"impact": 5})
    assert desk.get(Attempt, own.id) == own
    assert len(desk.all(Attempt)) == 2


def test_that_all_of_it_is_one_change_with_one_undo(desk: Desk, tmp_path: Path) -> None:
    before = desk.records()
    score(desk, tmp_path, on="2026-01-31", skills={"python": 3}, interests={"R1": 0})
    assert [one.title for one in history.changes(desk)] == ["Score assessment of 31 Jan 2026"]
    history.undo(desk)
    assert desk.records() == before


def test_that_a_file_without_answers_stores_nothing(desk: Desk, tmp_path: Path) -> None:
    assert score(desk, tmp_path, on="2026-01-31", skills={}) == Scored(attempt=None)
    assert history.changes(desk) == []


def test_that_a_refused_file_leaves_the_desk_as_it_is(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ImportProblemError):
        score(desk, tmp_path, skills={"python": 3, "nlp": 9})
    assert desk.all(Skill) == []
    assert history.changes(desk) == []


def test_that_an_attempt_from_a_file_is_marked_as_such(desk: Desk, tmp_path: Path) -> None:
    scored = score(desk, tmp_path, goals={"impact": 5})
    assert scored.attempt is not None
    assert scored.attempt.place == FROM_FILE


def test_that_findings_tell_what_is_known_and_what_is_not(desk: Desk, tmp_path: Path) -> None:
    scored = score(
        desk,
        tmp_path,
        interests={"R1": 1, "R2": 2, "R3": 3, "R4": 4, "I1": None},
        goals={"impact": 5, "focus": 1, "income": None},
        top_goals=["impact"],
    )
    assert scored.attempt is not None
    found = findings(desk, scored.attempt)
    assert found.interests is not None
    assert found.interests.scores[InterestType.REALISTIC] == 2.5
    assert found.interests.scores[InterestType.INVESTIGATIVE] is None
    assert (found.answered[InterestType.REALISTIC], found.answered[InterestType.SOCIAL]) == (4, 0)
    assert found.goals == {Goal.IMPACT: 1, Goal.FOCUS: 0}
    assert found.top_goals == (Goal.IMPACT,)
    assert found.count(AnswerState.GIVEN) == 7
    assert found.count(AnswerState.NOT_SURE) == 2
    assert found.count(AnswerState.NOT_SURE, AnswerPart.GOAL) == 1


def test_that_findings_without_statements_have_neither_interests_nor_notices(
    desk: Desk, tmp_path: Path
) -> None:
    scored = score(desk, tmp_path, skills={"python": 3})
    assert scored.attempt is not None
    found = findings(desk, scored.attempt)
    assert (found.interests, found.notices) == (None, ())


def test_that_a_skill_no_longer_in_the_file_of_a_day_loses_what_that_file_said(
    desk: Desk, tmp_path: Path
) -> None:
    score(desk, tmp_path, on="2026-01-01", skills={"python": 4})
    score(desk, tmp_path, skills={"python": None, "sql": 2, "nlp": 3})
    (nlp,) = desk.all(Skill, catalogue_key="nlp")
    skills.rate_skill(desk, nlp, TODAY, Level.ASSISTED)
    score(desk, tmp_path, skills={"sql": 2})
    assert levels(desk) == {
        "python": [(date(2026, 1, 1), Level.ADVANCED)],
        "sql": [(TODAY, Level.ASSISTED)],
        "nlp": [(TODAY, Level.ASSISTED)],  # which was changed by hand since
    }
