"""What the command line says about roles, read by a person and by a program."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from persona import AFTER, BEFORE

from careerdesk.catalogue import catalogue
from careerdesk.cli import run
from careerdesk.domain.catalogue import Goal
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.desk import create_desk, open_desk
from careerdesk.services.roles import add_role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROLE = "ai_product_manager"
FIRST, LAST = date(2025, 1, 5), date(2026, 6, 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk on which the persona rated every skill on two days."""
    made = tmp_path / "alex.careerdesk"
    with create_desk(made) as desk, desk.change("Rate") as tx:
        for key, level in AFTER.items():
            skill = replace(Skill.new(key), catalogue_key=key)
            tx.add(skill, Rating.new(skill.id, LAST, Level(level)))
            if key in BEFORE:
                tx.add(Rating.new(skill.id, FIRST, Level(BEFORE[key])))
    return made


def told(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    """Return what a command prints as JSON."""
    assert run([str(word) for word in (*words, "--json")]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def coverages(found: dict[str, Any]) -> Mapping[str, float]:
    return {one["id"]: round(one["coverage"], 3) for one in found["roles"]}


def test_that_the_persona_covers_what_was_computed_by_hand_on_both_days(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = told(capsys, "gap", path, "--role", ROLE, "--as-of", FIRST)
    after = told(capsys, "gap", path, "--role", ROLE)
    assert before["coverage"] == pytest.approx(103 / 228)
    assert after["coverage"] == pytest.approx(31 / 38)
    for found in (before, after):
        missing = sum(one["contribution"] for one in found["contributions"])
        assert missing == pytest.approx(1 - found["coverage"])
        assert found["claimed"] == found["coverage"]
        assert found["evidenced"] == 0
        assert found["range"] == [found["coverage"], found["coverage"]]
    assert before["band"] == pytest.approx([0.39, 0.54], abs=0.01)
    assert after["band"] == pytest.approx([0.70, 0.84], abs=0.01)
    largest = [one["skill"] for one in before["contributions"][:4]]
    assert set(largest[:3]) == {"customer_discovery", "requirements", "roadmapping"}
    assert largest[3] == "product_strategy"


def test_that_the_persona_has_its_ranks_by_coverage(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, "match", path, "--by", "coverage")
    ids = [one["id"] for one in found["roles"]]
    assert len(ids) == len(catalogue().roles)
    assert ids[:5] == [
        "ml_engineer", "cv_engineer", "data_scientist", ROLE, "software_engineer",
    ]  # fmt: skip
    assert [coverages(found)[role] for role in ids[:5]] == [1.0, 0.893, 0.831, 0.816, 0.798]
    (role,) = (one for one in found["roles"] if one["id"] == ROLE)
    low, high = role["coverage_band"]
    assert low <= role["coverage"] <= high
    assert (role["interest_match"], role["goal_match"]) == (None, None)
    assert role["essential_gaps"] == []


def test_that_the_first_ranks_are_those_of_the_first_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "early.careerdesk"
    with create_desk(made) as desk, desk.change("Rate") as tx:
        for key, level in BEFORE.items():
            skill = replace(Skill.new(key), catalogue_key=key)
            tx.add(skill, Rating.new(skill.id, FIRST, Level(level)))
    found = told(capsys, "match", made, "--by", "coverage")
    ids = [one["id"] for one in found["roles"]]
    assert ids[:3] == ["ml_engineer", "cv_engineer", "software_engineer"]
    assert ids.index(ROLE) + 1 == 15
    (role,) = (one for one in found["roles"] if one["id"] == ROLE)
    assert set(role["essential_gaps"]) == {
        "problem_framing", "customer_discovery", "requirements", "roadmapping",
        "stakeholder_mgmt", "influence",
    }  # fmt: skip


def test_that_answers_of_a_file_give_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, answers = tmp_path / "answered.careerdesk", tmp_path / "answers.json"
    create_desk(made).close()
    for day, levels, expected in ((FIRST, BEFORE, 0.452), (LAST, AFTER, 0.816)):
        answers.write_text(json.dumps({"on": day.isoformat(), "skills": levels}))
        told(capsys, "assess", made, "--answers", answers)
        found = told(capsys, "gap", made, "--role", ROLE)
        assert round(found["coverage"], 3) == expected
    goals = {goal.value: 3 for goal in Goal}
    top = ["impact", "growth", "autonomy"]
    answers.write_text(json.dumps({"on": "2026-06-08", "goals": goals, "top_goals": top}))
    told(capsys, "assess", made, "--answers", answers)
    (role,) = (one for one in told(capsys, "match", made)["roles"] if one["id"] == ROLE)
    assert role["goal_match"] == pytest.approx(12 / 13)


def test_that_an_unknown_skill_makes_a_range(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "early.careerdesk"
    with create_desk(made) as desk, desk.change("Rate") as tx:
        for key, level in BEFORE.items():
            skill = replace(Skill.new(key), catalogue_key=key)
            known = None if key == "customer_discovery" else Level(level)
            tx.add(skill, Rating.new(skill.id, FIRST, known))
    found = told(capsys, "gap", made, "--role", ROLE)
    assert [round(one, 4) for one in found["range"]] == [0.4320, 0.5110]
    (unknown,) = (one for one in found["contributions"] if one["level"] is None)
    assert unknown["skill"] == "customer_discovery"


def test_that_the_target_is_what_gap_speaks_of(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gap", str(path)]) == 1
    assert "target role is not chosen yet" in capsys.readouterr().err
    assert run(["target", str(path), ROLE]) == 0
    assert "AI Product Manager" in capsys.readouterr().out
    assert told(capsys, "gap", path)["role"] == ROLE
    assert run(["gap", str(path)]) == 0
    said = capsys.readouterr().out
    assert "82 % claimed, 0 % evidenced" in said
    assert "Customer discovery" in said
    assert run(["undo", str(path)]) == 0
    assert run(["gap", str(path)]) == 1


def test_that_an_unknown_role_is_refused_and_nothing_is_changed(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    assert run(["gap", str(path), "--role", ""]) == 1
    assert "There is no role “”." in capsys.readouterr().err
    for words in (["target", str(path), "ai_manager"], ["gap", str(path), "--role", "ai_manager"]):
        assert run(words) == 1
        said = capsys.readouterr().err
        assert said.startswith("careerdesk: There is no role “ai_manager”.")
        assert "Traceback" not in said
    assert path.read_bytes() == before


def test_that_a_day_that_is_none_is_not_understood(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["gap", str(path), "--as-of", "2026-02-30"])
    assert stopped.value.code == 2
    assert "is not a day" in capsys.readouterr().err


def test_that_roles_are_listed_with_and_without_a_desk(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(path) as desk:
        own = Role.new("Apiarist")
        add_role(desk, own)
    assert len(told(capsys, "roles")["roles"]) == len(catalogue().roles)
    assert len(told(capsys, "roles", path)["roles"]) == len(catalogue().roles) + 1
    (found,) = told(capsys, "roles", path, "--search", "apia")["roles"]
    assert (found["id"], found["skills"]) == (str(own.id), [])
    assert run(["roles", "--search", "no such thing"]) == 0
    assert "No role says that." in capsys.readouterr().out


def test_that_a_role_without_skills_is_compared_with_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(path) as desk:
        own = Role.new("Apiarist")
        add_role(desk, own)
    found = told(capsys, "gap", path, "--role", own.id)
    assert (found["coverage"], found["contributions"]) == (None, [])
    assert run(["gap", str(path), "--role", str(own.id)]) == 0
    assert "names no skills yet" in capsys.readouterr().out
    last = told(capsys, "match", path)["roles"][-1]
    assert (last["title"], last["coverage"]) == ("Apiarist", None)
    assert run(["match", str(path)]) == 0
    assert "100 %  Machine Learning Engineer: 91 % to 98 %" in capsys.readouterr().out
