"""What the command line says about roles, read by a person and by a program."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from persona import AFTER, BEFORE

from careerdesk.analysis.weighting import Weighting
from careerdesk.catalogue import catalogue
from careerdesk.cli import run
from careerdesk.domain.catalogue import Goal, Requirement, Weight
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.desk import create_desk, open_desk
from careerdesk.services.matches import choose_order
from careerdesk.services.roles import add_role, target_role

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
    assert run(["target", str(path), "a\u202eb\u2066"]) == 1
    assert "“ab”" in capsys.readouterr().err
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


@pytest.fixture
def imported(path: Path) -> Role:
    """A role of the desk as an import leaves it."""
    own = Role.new("Économistes Ruraux", source="O*NET 29.3, 15-2099.01")
    with open_desk(path) as desk:
        need = Requirement(
            skill="onet:2.A.1.a", name="Reading", level=Level.AWARE, weight=Weight.USEFUL
        )
        add_role(desk, own, [need])
    return own


@pytest.mark.parametrize(
    "name", ["economistes ruraux", "15-2099.01", "onet:15-2099.01", " Économistes Ruraux "]
)
def test_that_an_imported_role_is_named_by_its_title_or_code(
    path: Path, imported: Role, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert told(capsys, "gap", path, "--role", name)["role"] == str(imported.id)
    assert run(["target", str(path), name]) == 0
    capsys.readouterr()
    assert told(capsys, "gap", path)["role"] == str(imported.id)


def test_that_a_role_of_esco_is_named_by_its_uri(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uri = "http://data.europa.eu/esco/occupation/f2b15a0e"
    own = Role.new("software developer", source=f"ESCO 1.2.0, {uri}")
    with open_desk(path) as desk:
        add_role(desk, own)
    for name in (uri, uri.replace("http:", "https:"), "esco:occupation/f2b15a0e"):
        assert told(capsys, "gap", path, "--role", name)["role"] == str(own.id)


def test_that_a_title_of_several_roles_is_refused_with_their_ids(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [Role.new("Apiarist"), Role.new("apiarist")]
    with open_desk(path) as desk:
        for one in both:
            add_role(desk, one)
    assert run(["target", str(path), "Apiarist"]) == 1
    said = capsys.readouterr().err
    assert "Several roles are called “Apiarist”" in said
    assert all(str(one.id) in said for one in both)


def test_that_a_title_nearly_right_is_told_with_the_id(
    path: Path, imported: Role, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", str(path), "economiste rural"]) == 1
    assert f"“Économistes Ruraux” ({imported.id})" in capsys.readouterr().err


def test_that_roles_show_their_source_and_are_found_by_it(
    path: Path, imported: Role, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = told(capsys, "roles", path, "--search", "15-2099.01")["roles"]
    assert (found["id"], found["code"]) == (str(imported.id), "15-2099.01")
    assert found["source"] == "O*NET 29.3, 15-2099.01"
    assert found["skills"][0]["name"] == "Reading"
    assert run(["roles", str(path), "--search", "ruraux"]) == 0
    assert "Économistes Ruraux  (O*NET 29.3, 15-2099.01)" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["11-2021.00", "1330.6", "Marketing Managers"])
def test_that_roles_are_found_by_the_occupations_that_stand_for_them(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert told(capsys, "roles", "--search", text)["roles"]


def test_that_gaps_stand_in_one_order_for_reading_and_for_programs(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("gap", path, "--role", ROLE, "--as-of", FIRST)
    found = [one for one in told(capsys, *words)["contributions"] if one["contribution"]]
    assert run(list(map(str, words))) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("+")]
    assert len(lines) == len(found)
    assert all(one["name"] in line for one, line in zip(found, lines, strict=True))


def test_that_a_role_without_skills_has_every_key_of_the_others(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = Role.new("Apiarist")
    with open_desk(path) as desk:
        add_role(desk, own)
    bare = told(capsys, "gap", path, "--role", own.id, "--as-of", LAST)
    assert bare.keys() == told(capsys, "gap", path, "--role", ROLE).keys()
    assert bare["as_of"] == LAST.isoformat()


def test_that_aiming_again_is_no_second_change_however_the_id_is_written(
    path: Path, imported: Role, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (imported.id, str(imported.id).upper(), imported.id.hex):
        assert run(["target", str(path), str(name)]) == 0
    with open_desk(path) as desk:
        titles = [one.title for one in desk.history()]
        target_role(desk, str(imported.id).upper(), LAST)
        assert [one.title for one in desk.history()] == titles
    assert titles.count("Aim at Économistes Ruraux") == 1


def test_that_a_match_says_what_its_order_goes_by(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["match", str(path), "--by", "coverage"]) == 0
    assert capsys.readouterr().out.startswith("By coverage:\n")
    assert run(["match", str(path)]) == 0
    assert "(interests not known)\n" in capsys.readouterr().out.splitlines(keepends=True)[0]
    with open_desk(path) as desk:
        choose_order(desk, Weighting())
    assert run(["match", str(path)]) == 0
    assert capsys.readouterr().out.startswith("By your weights:\n")
