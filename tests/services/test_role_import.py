"""Roles of O*NET and ESCO become roles of the user's own, once each, by code or URI alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from foreign_files import put_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from role_releases import ESCO, ONET, RATINGS_HEADER, SKILLS, as_csv, onet_303, rated

from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.errors import ImportProblemError, StoppedError
from careerdesk.domain.roles import Role, RoleSkill
from careerdesk.domain.skills import Level
from careerdesk.exchange.foreign_roles import ForeignRole
from careerdesk.services import role_import, roles
from careerdesk.services.backups import list_backups
from careerdesk.services.role_import import Outcome, RolePlan
from careerdesk.services.roles import add_role, copy_role, role_profile

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

PLANNERS = "19-3051.00"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A release of O*NET with three occupations."""
    return put_folder(tmp_path / "db_29_3_text", ONET)


def planned(desk: Desk, folder: Path, *codes: str, updates_known: bool = False) -> RolePlan:
    found = role_import.read_roles([folder])
    chosen = found.with_codes(codes) if codes else found.roles
    return role_import.plan_roles(desk, chosen, found.problems, updates_known=updates_known)


def imported(desk: Desk, folder: Path, *codes: str, updates_known: bool = False) -> RolePlan:
    plan = planned(desk, folder, *codes, updates_known=updates_known)
    role_import.apply_roles(desk, plan)
    return plan


def outcomes(plan: RolePlan) -> list[Outcome]:
    return [one.outcome for one in plan.entries]


def test_that_roles_of_onet_come_with_skills_and_interests_as_one_change(
    desk: Desk, release: Path
) -> None:
    plan = imported(desk, release)
    assert outcomes(plan) == [Outcome.NEW] * 3
    (planner,) = (one for one in desk.all(Role) if one.source.endswith(PLANNERS))
    assert planner.title == "Urban and Regional Planners"
    assert planner.source == "O*NET 29.3, 19-3051.00"
    assert planner.summary == "Develop comprehensive plans for the use of land."
    assert (planner.realistic, planner.investigative, planner.conventional) == (200, 500, 400)
    needs = {one.skill: one for one in role_profile(desk, str(planner.id)).requirements}
    assert needs["onet:2.A.1.a"] == Requirement(
        skill="onet:2.A.1.a",
        name="Reading Comprehension",
        level=Level.INDEPENDENT,
        weight=Weight.ESSENTIAL,
    )
    assert [one.title for one in desk.history()] == ["Import 3 roles"]
    assert len(list_backups(desk.path)) == 1
    desk.undo()
    assert (desk.all(Role), desk.all(RoleSkill)) == ([], [])


def test_that_roles_of_esco_come_with_essential_and_optional_skills(
    desk: Desk, tmp_path: Path
) -> None:
    imported(desk, put_folder(tmp_path / "ESCO dataset - v1.2.0", ESCO))
    by_title = {role.title: role for role in roles.own_roles(desk)}
    needs = role_profile(desk, str(by_title["software developer"].id)).requirements
    assert {(one.name, int(one.weight)) for one in needs} == {("Python", 3), ("SQL", 1)}
    assert by_title["data analyst"].source == (
        "ESCO 1.2.0, http://data.europa.eu/esco/occupation/d3edb8f8"
    )
    assert all(one.realistic is None for one in by_title.values())


def test_that_a_second_import_of_the_same_changes_nothing(desk: Desk, release: Path) -> None:
    imported(desk, release)
    before = (desk.history(), len(list_backups(desk.path)))
    assert outcomes(imported(desk, release)) == [Outcome.IDENTICAL] * 3
    assert (desk.history(), len(list_backups(desk.path))) == before


def test_that_another_release_brings_a_role_up_to_date_and_keeps_what_is_the_users(
    desk: Desk, release: Path, tmp_path: Path
) -> None:
    imported(desk, release, PLANNERS)
    (role,) = desk.all(Role)
    with desk.change("Edit") as tx:
        tx.replace(replace(role, family="Public sector", impact=5, note="Ask Ada"))
        tx.add(RoleSkill.new(role.id, "bees", "Beekeeping", Level.AWARE, 1))
    newer = imported(
        desk, put_folder(tmp_path / "db_30_3", onet_303()), PLANNERS, updates_known=True
    )
    assert outcomes(newer) == [Outcome.CHANGED]
    assert newer.title == "Update role Urban and Regional Planners"
    (after,) = desk.all(Role)
    assert after.id == role.id
    assert after.source == "O*NET 30.3, 19-3051.00"
    assert (after.family, after.impact, after.note) == ("Public sector", 5, "Ask Ada")
    assert "bees" not in {one.skill for one in desk.all(RoleSkill)}
    desk.undo()
    assert desk.all(Role) == [replace(role, family="Public sector", impact=5, note="Ask Ada")]
    assert "bees" in {one.skill for one in desk.all(RoleSkill)}


def test_that_a_role_one_has_is_left_as_it_is(desk: Desk, release: Path, tmp_path: Path) -> None:
    imported(desk, release, PLANNERS)
    (role,) = desk.all(Role)
    roles.drop_skill(desk, role, "onet:2.A.1.a")
    before = (desk.all(Role), desk.all(RoleSkill))
    plan = imported(desk, put_folder(tmp_path / "newer", onet_303()))
    by_code = {one.foreign.code: one.outcome for one in plan.entries}
    assert by_code[PLANNERS] is Outcome.SKIPPED
    assert list(by_code.values()).count(Outcome.NEW) == 2
    assert [one for one in desk.all(Role) if one.id == role.id] == before[0]
    assert [one for one in desk.all(RoleSkill) if one.role_id == role.id] == before[1]


def test_that_the_users_edits_outlive_a_second_import_of_the_same(
    desk: Desk, release: Path
) -> None:
    imported(desk, release)
    (role,) = (one for one in desk.all(Role) if one.source.endswith(PLANNERS))
    with desk.change("Edit") as tx:
        tx.replace(replace(role, title="Town planner"))
    before = (desk.all(Role), desk.history(), len(list_backups(desk.path)))
    plan = imported(desk, release)
    assert sorted(one.value for one in outcomes(plan)) == ["identical", "identical", "skipped"]
    assert (desk.all(Role), desk.history(), len(list_backups(desk.path))) == before
    assert outcomes(imported(desk, release, PLANNERS, updates_known=True)) == [Outcome.CHANGED]
    assert desk.find(Role, id=role.id) == role


@pytest.mark.parametrize(
    "left_out",
    [
        ("Skills.txt",),
        ("Knowledge.txt",),
        ("Skills.txt", "Knowledge.txt"),
        ("Interests.txt",),
        ("Skills.txt", "Occupation Data.txt", "Alternate Titles.txt"),
    ],
)
def test_that_files_take_nothing_from_a_role_that_they_do_not_hold(
    desk: Desk, release: Path, tmp_path: Path, left_out: tuple[str, ...]
) -> None:
    imported(desk, release)
    before = (desk.all(Role), set(desk.all(RoleSkill)))
    some = {name: text for name, text in ONET.items() if name not in left_out}
    if "Occupation Data.txt" in left_out:  # the CSV edition has the titles beside the ratings
        some = {name: as_csv(text) if "O*NET-SOC" in text else text for name, text in some.items()}
    del some["Read Me.txt"]
    imported(desk, put_folder(tmp_path / "some", some), updates_known=True)
    assert (desk.all(Role), set(desk.all(RoleSkill))) == before


def test_that_a_damaged_rating_takes_no_skill_from_a_role(
    desk: Desk, release: Path, tmp_path: Path
) -> None:
    imported(desk, release, PLANNERS)
    before = set(desk.all(RoleSkill))
    for at, damaged in enumerate((SKILLS.replace("\t4.25\t", "\t?\t"), SKILLS.replace("LV", "XX"))):
        files = {**ONET, "Skills.txt": damaged.replace("\t4.12\t", "\t?\t")}
        folder = put_folder(tmp_path / f"damaged{at}", files)
        imported(desk, folder, PLANNERS, updates_known=True)
        assert set(desk.all(RoleSkill)) == before


def test_that_a_plan_says_how_many_skills_come_change_and_go(
    desk: Desk, release: Path, tmp_path: Path
) -> None:
    (entry,) = imported(desk, release, PLANNERS).entries
    assert (entry.added, entry.changed, entry.removed) == (3, 0, 0)
    lines = rated("2.A.1.a", 4.12, 7) + rated("2.A.1.e", 3, 3)
    files = {**ONET, "Skills.txt": RATINGS_HEADER + lines}
    (entry,) = planned(desk, put_folder(tmp_path / "other", files), PLANNERS).entries
    assert entry.outcome is Outcome.SKIPPED
    assert (entry.added, entry.changed, entry.removed) == (1, 1, 1)


def test_that_no_title_makes_two_roles_one(desk: Desk, release: Path) -> None:
    """In O*NET 29.3 "Developer Advocate" is an alternate title of Urban and Regional Planners."""
    assert any(one.title == "Developer Advocate" for one in catalogue().roles)
    written_by_hand = [
        Role.new("Developer Advocate"),
        Role.new("Urban and Regional Planners"),
        Role.new("Urban and Regional Planners", source=PLANNERS),
    ]
    for role in written_by_hand:
        add_role(desk, role)
    copied = copy_role(desk, "developer_advocate")
    plan = imported(desk, release, PLANNERS)
    assert outcomes(plan) == [Outcome.NEW]
    assert len(desk.all(Role)) == 5
    for role in (*written_by_hand, copied):
        assert desk.find(Role, id=role.id) == role


def test_that_a_search_says_by_which_other_title_it_found_a_role(release: Path) -> None:
    found = role_import.read_roles([release])
    (hit,) = role_import.RoleSearch(found.roles).find("developer advocate")
    assert (hit.role.code, hit.other_title) == (PLANNERS, "Developer Advocate")


def test_that_stopping_leaves_nothing_behind(desk: Desk, release: Path) -> None:
    plan = planned(desk, release)

    def stop(done: int, total: int) -> None:
        if done == total:
            raise StoppedError("enough")

    with pytest.raises(StoppedError):
        role_import.apply_roles(desk, plan, progress=stop)
    assert (desk.all(Role), desk.all(RoleSkill), desk.history()) == ([], [], [])


def test_that_a_desk_changed_meanwhile_refuses_the_plan(desk: Desk, release: Path) -> None:
    plan = planned(desk, release)
    add_role(desk, Role.new("Beekeeper"))
    with pytest.raises(ImportProblemError, match="start the import again"):
        role_import.apply_roles(desk, plan)
    assert len(desk.all(Role)) == 1


def test_that_a_role_of_the_csv_edition_is_the_same_role(
    desk: Desk, release: Path, tmp_path: Path
) -> None:
    imported(desk, release)
    tables = {name: text for name, text in ONET.items() if name != "Read Me.txt"}
    folder = put_folder(
        tmp_path / "csv",
        {name.replace(".txt", ".csv"): as_csv(text) for name, text in tables.items()},
    )
    assert Outcome.NEW not in outcomes(planned(desk, folder))


def test_that_the_source_says_what_it_asks_for_and_what_was_judged(
    desk: Desk, release: Path
) -> None:
    imported(desk, release, PLANNERS)
    (role,) = desk.all(Role)
    line, judgement = role_import.said_of_source(role)
    assert "O*NET 29.3 Database by the U.S. Department of Labor" in line
    assert "judgement" in judgement
    assert role_import.said_of_source(Role.new("Mine", source="a friend")) == ()


_needs = st.dictionaries(
    st.sampled_from(["onet:a", "onet:b", "onet:c", "onet:d"]),
    st.tuples(st.integers(1, 5), st.sampled_from(list(Weight))),
)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(first=_needs, second=_needs)
def test_that_after_an_import_a_role_asks_for_what_the_file_says_and_undo_brings_back_the_rest(
    desk: Desk,
    first: dict[str, tuple[int, Weight]],
    second: dict[str, tuple[int, Weight]],
) -> None:
    def of(needs: dict[str, tuple[int, Weight]]) -> ForeignRole:
        return ForeignRole(
            identity="onet:11-1111.11",
            source="O*NET 1.0",
            code="11-1111.11",
            title="Somebody",
            requirements=tuple(
                Requirement(skill=key, name=key.upper(), level=Level(level), weight=weight)
                for key, (level, weight) in needs.items()
            ),
            judgement="",
            file="Occupation Data.txt",
        )

    def held() -> dict[str, Requirement]:
        return {one.skill: one.requirement() for one in desk.all(RoleSkill)}

    while desk.undo_title():
        desk.undo()
    role_import.apply_roles(desk, role_import.plan_roles(desk, [of(first)]))
    before = held()
    plan = role_import.plan_roles(desk, [of(second)], updates_known=True)
    role_import.apply_roles(desk, plan)
    assert held() == {one.skill: one for one in of(second).requirements}
    assert len(desk.all(Role)) == 1
    assert (outcomes(plan) == [Outcome.IDENTICAL]) == (first == second)
    if first != second:
        desk.undo()
        assert held() == before
