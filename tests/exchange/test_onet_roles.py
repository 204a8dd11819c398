"""Roles from tables of O*NET: every release, what is judged, and what is wrong with a line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from foreign_files import put, put_folder
from hypothesis import given
from hypothesis import strategies as st
from role_releases import (
    INTERESTS,
    INTERESTS_HEADER,
    OCCUPATIONS,
    ONET,
    RATINGS_HEADER,
    SKILLS,
    Gathered,
    as_csv,
    interests,
    onet_303,
    rated,
    rating,
    roles_in,
)

from careerdesk.domain.catalogue import InterestType, Weight
from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.skills import Level
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.limits import DEFAULT_LIMITS
from careerdesk.exchange.role_scales import level_from_onet, weight_from_onet

SUBSET = Path(__file__).resolve().parents[3] / "shared" / "data" / "onet_29_3_subset"
needs_subset = pytest.mark.skipif(not SUBSET.is_dir(), reason="the subset of O*NET is not here")
PLANNER, SPY, DATA = "19-3051.00", "33-3021.06", "15-2051.00"


def read(tmp_path: Path, files: dict[str, str]) -> Gathered:
    return roles_in(put_folder(tmp_path / "onet", files))


def with_skills(tmp_path: Path, *lines: str) -> Gathered:
    return read(tmp_path, {**ONET, "Skills.txt": RATINGS_HEADER + "".join(lines)})


def needs_of(gathered: Gathered, code: str = PLANNER) -> dict[str, tuple[int, int]]:
    return {one.skill: (one.level, one.weight) for one in gathered[code].requirements}


def test_that_an_occupation_becomes_a_role_with_everything_the_files_say(tmp_path: Path) -> None:
    planner = read(tmp_path, ONET)[PLANNER]
    assert planner.identity == "onet:19-3051.00"
    assert planner.source_line == "O*NET 29.3, 19-3051.00"
    assert planner.title == "Urban and Regional Planners"
    assert planner.other_titles == ("Developer Advocate",)
    assert planner.description == "Develop comprehensive plans for the use of land."
    assert [(one.name, one.level, one.weight) for one in planner.requirements] == [
        ("Reading Comprehension", Level.INDEPENDENT, Weight.ESSENTIAL),
        ("Computers and Electronics", Level.LEADING, Weight.IMPORTANT),
        ("Programming", Level.AWARE, Weight.USEFUL),
    ]
    assert planner.interests == dict(zip(InterestType, (2, 5, 3, 3, 4, 4), strict=True))
    assert "judgement" in planner.judgement
    assert planner.notes == ()
    assert (planner.file, planner.line) == ("Occupation Data.txt", 3)


def plain(gathered: Gathered) -> list[object]:
    return [replace(role, source="", file="", line=None) for role in gathered.roles]


def test_that_release_30_3_gives_the_same_roles_from_other_files(tmp_path: Path) -> None:
    new = read(tmp_path / "new", onet_303())
    assert plain(new) == plain(read(tmp_path / "old", ONET))
    assert {role.source for role in new.roles} == {"O*NET 30.3"}
    assert new.severities == [Severity.NOTICE]
    assert "Software Skills.txt, Specific Interest Areas.txt." in new.reasons[0]


def test_that_the_csv_edition_with_a_title_column_gives_the_same_roles(tmp_path: Path) -> None:
    files = {
        name.replace(".txt", ".csv"): as_csv(text)
        for name, text in ONET.items()
        if name != "Read Me.txt"
    }
    read_from_csv = read(tmp_path / "csv", files)
    assert plain(read_from_csv) == plain(read(tmp_path / "text", ONET))
    assert read_from_csv[PLANNER].source == "O*NET"


def test_that_names_of_files_do_not_matter(tmp_path: Path) -> None:
    odd = {f"{at}.dat": text for at, text in enumerate(ONET.values())}
    assert plain(read(tmp_path / "odd", odd)) == plain(read(tmp_path / "known", ONET))


def test_that_an_alternate_title_that_misleads_is_for_searching_only(tmp_path: Path) -> None:
    gathered = read(tmp_path, ONET)
    assert "AI Consultant" in gathered[SPY].other_titles
    assert {role.title for role in gathered.roles} == {
        "Data Scientists",
        "Urban and Regional Planners",
        "Intelligence Analysts",
    }
    assert len({role.identity for role in gathered.roles}) == 3


def test_that_an_occupation_without_ratings_has_interests_alone_and_says_so(
    tmp_path: Path,
) -> None:
    scientist = read(tmp_path, ONET)[DATA]
    assert scientist.requirements == ()
    assert scientist.judgement == ""
    assert scientist.interests[InterestType.INVESTIGATIVE] == 6.99
    assert not scientist.is_bare
    assert scientist.notes == (
        "O*NET has no ratings of skills and knowledge for this occupation.",
        "The figures of interests come from a model of O*NET, not from a survey.",
    )


def test_that_files_of_interests_alone_are_enough(tmp_path: Path) -> None:
    files = {"Occupation Data.txt": OCCUPATIONS, "Interests.txt": INTERESTS}
    gathered = read(tmp_path, files)
    assert len(gathered.roles) == 3
    assert gathered[PLANNER].notes == ("The files have no ratings of skills and knowledge.",)


def test_that_interests_of_fewer_than_six_types_are_none(tmp_path: Path) -> None:
    some = INTERESTS_HEADER + interests(PLANNER, (2, 5, 3, 3, 4))
    planner = read(tmp_path, {**ONET, "Interests.txt": some})[PLANNER]
    assert planner.interests == {}
    assert planner.notes == ("Interests were left out: only 5 of the six types have a figure.",)


def test_that_what_onet_flags_and_what_matters_little_is_left_out_and_counted(
    tmp_path: Path,
) -> None:
    gathered = with_skills(
        tmp_path,
        rated("2.A.1.a", 4, 4),
        rating("2.A.1.e", "IM", 3) + rating("2.A.1.e", "LV", 3, irrelevant="Y"),
        rating("2.B.3.e", "IM", 3, suppress="Y") + rating("2.B.3.e", "LV", 3),
        rating("2.B.1.a", "IM", 3) + rating("2.B.1.a", "LV", 3, suppress="Y"),
        rated("2.B.1.b", 1.99, 5),
        rating("2.B.1.c", "IM", 5),
    )
    assert needs_of(gathered) == {"onet:2.A.1.a": (3, 3), "onet:2.C.3.a": (5, 2)}
    assert gathered[PLANNER].notes == (
        "Left out of skills and knowledge: 2 too uncertain, as O*NET says; 1 not relevant, as "
        "O*NET says; 1 of little importance (below 2 of 5); 1 rated on one scale alone.",
    )


def test_that_abilities_and_technology_are_no_requirements(tmp_path: Path) -> None:
    gathered = read(tmp_path, ONET)
    assert not any("1.A" in one for one in needs_of(gathered))
    (reason,) = gathered.reasons
    assert reason.startswith("Not read, because CareerDesk takes only skills, knowledge")
    assert "Abilities.txt" in reason


def test_that_knowledge_of_mathematics_is_told_from_the_skill(tmp_path: Path) -> None:
    gathered = with_skills(tmp_path, rated("2.A.1.e", 4, 4), rated("2.C.4.a", 3, 4))
    names = {one.skill: one.name for one in gathered[PLANNER].requirements}
    assert names["onet:2.A.1.e"] == "Mathematics"
    assert names["onet:2.C.4.a"] == "Mathematics (knowledge)"
    assert names["onet:2.C.3.a"] == "Computers and Electronics"


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [("08/2019", "07/2022", 4), ("07/2022", "08/2019", 2), ("08/2022", "08/2022", 2), ("", "", 2)],
)
def test_that_of_two_ratings_the_newest_counts_and_of_two_of_one_date_the_first(
    tmp_path: Path, first: str, second: str, level: int
) -> None:
    gathered = with_skills(
        tmp_path,
        rating("2.A.1.a", "IM", 4),
        rating("2.A.1.a", "LV", 2, date=first),
        rating("2.A.1.a", "LV", 5, date=second),
    )
    assert needs_of(gathered)["onet:2.A.1.a"] == (level, 3)
    assert ("Skills.txt", 4) in [(file, line) for file, line, _ in gathered.problems]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (rating("2.A.1.a", "XX", 3), "The scale 'XX' is unknown here, where IM (importance) and"),
        (rating("2.A.1.a", "OI", 3), "The scale 'OI' is unknown here"),
        (rating("2.A.1.a", "IM", "5.01"), "The data value '5.01' is no number from 1 to 5"),
        (rating("2.A.1.a", "IM", "0.99"), "The data value '0.99' is no number from 1 to 5"),
        (rating("2.A.1.a", "LV", "7.5"), "The data value '7.5' is no number from 0 to 7"),
        (rating("2.A.1.a", "LV", "-1"), "The data value '-1' is no number"),
        (rating("2.A.1.a", "LV", "nan"), "The data value 'nan' is no number"),
        (rating("2.A.1.a", "LV", ""), "The data value '' is no number"),
        (rating("Reading", "IM", 3), "'Reading' is no element of O*NET"),
        (rating("2.A.1.a", "IM", 3, code="15-2051"), "'15-2051' is no O*NET-SOC code"),
        ('19-3051.00\t"2.A.1.a"x\n', "Text follows a closing quotation mark."),
    ],
)
def test_that_a_wrong_line_is_told_with_file_line_and_reason_and_costs_itself(
    tmp_path: Path, line: str, reason: str
) -> None:
    good = rated("2.B.3.e", 3, 3)
    gathered = with_skills(tmp_path, good, line)
    assert needs_of(gathered)["onet:2.B.3.e"] == (3, 2)
    ((file, at, told),) = [one for one in gathered.problems if one[1] is not None]
    assert (file, at) == ("Skills.txt", 4)
    assert told.startswith(reason)
    assert told.endswith("left out.")
    (tmp_path / "good").mkdir()
    assert all(at is None for _, at, _ in with_skills(tmp_path / "good", good).problems)


def test_that_a_decimal_comma_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    gathered = with_skills(tmp_path, rated("2.A.1.a", 4, 4).replace("\t4\t8", "\t4,25\t8"))
    assert needs_of(gathered)["onet:2.A.1.a"] == (3, 3)


def test_that_thousands_of_wrong_lines_are_told_by_the_first_few_and_their_number(
    tmp_path: Path,
) -> None:
    lines = [rating("2.A.1.a", "XX", 3) for _ in range(3_000)]
    gathered = with_skills(tmp_path, *lines, rated("2.A.1.a", 4, 4))
    of_skills = [reason for file, _, reason in gathered.problems if file == "Skills.txt"]
    assert len(of_skills) == 6
    assert of_skills[-1] == "2,995 more lines have an unknown scale."


def test_that_ratings_of_an_unlisted_occupation_are_told_and_left_out(tmp_path: Path) -> None:
    gathered = with_skills(tmp_path, rated("2.A.1.a", 4, 4, code="99-9999.00"))
    assert len(gathered.roles) == 3
    assert (
        "Skills.txt",
        2,
        "99-9999.00 is in no table of occupations; what is said of it was left out.",
    ) in gathered.problems


def test_that_a_title_beside_a_rating_lists_an_occupation_only_where_no_table_does(
    tmp_path: Path,
) -> None:
    skills = as_csv(SKILLS + rated("2.A.1.a", 4, 4, code="99-9999.00"))
    listed = read(tmp_path / "listed", {**ONET, "Skills.txt": skills})
    assert len(listed.roles) == 3
    alone = read(tmp_path / "alone", {"Skills.csv": skills})
    assert {role.code for role in alone.roles} == {PLANNER, SPY, "99-9999.00"}
    assert alone[PLANNER].title == "Urban and Regional Planners"


def test_that_ratings_of_tasks_are_passed_over(tmp_path: Path) -> None:
    tasks = "O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value\n19-3051.00\t1\tFT\t1\t9\n"
    gathered = read(tmp_path, {**ONET, "Task Ratings.txt": tasks})
    (reason,) = gathered.reasons
    assert reason.endswith("Abilities.txt, Task Ratings.txt.")


def test_that_a_second_line_for_an_occupation_is_told(tmp_path: Path) -> None:
    again = OCCUPATIONS + "19-3051.00\tDeveloper Advocate\tSomething else.\n13-1082.00\t\tx\n"
    gathered = read(tmp_path, {**ONET, "Occupation Data.txt": again})
    assert gathered[PLANNER].title == "Urban and Regional Planners"
    file = "Occupation Data.txt"
    told = [(line, reason) for name, line, reason in gathered.problems if name == file]
    assert told == [
        (5, "It names 19-3051.00 a second time; the first line was taken."),
        (6, "It gives 13-1082.00 no title; the line was left out."),
    ]


def test_that_ratings_of_more_rows_than_are_read_are_refused(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", ONET)
    with pytest.raises(ImportProblemError, match=r"^\w+\.txt: It has more than 4 rows"):
        roles_in(folder, limits=replace(DEFAULT_LIMITS, rows=4))


def test_that_ratings_of_mostly_damaged_lines_are_refused(tmp_path: Path) -> None:
    damaged = '19-3051.00\t"2.A.1.a"x\n' * 300
    with pytest.raises(ImportProblemError, match=r"^Skills\.txt: So many lines are damaged"):
        with_skills(tmp_path, rated("2.A.1.a", 4, 4), damaged)


def test_that_another_encoding_is_told(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", {**ONET, "Occupation Data.txt": ""})
    text = OCCUPATIONS.replace("Data Scientists", "Données").encode("cp1252")
    put(folder / "Occupation Data.txt", text)
    gathered = roles_in(folder)
    assert gathered[DATA].title == "Données"
    assert any("not in UTF-8" in reason for reason in gathered.reasons)


def test_that_utf_16_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", ONET)
    put(folder / "Skills.txt", SKILLS.encode("utf-16"))
    assert "onet:2.A.1.a" in needs_of(roles_in(folder))


@pytest.mark.parametrize(
    ("figure", "level"),
    [(0, 1), (1.49, 1), (1.5, 2), (2, 2), (2.99, 2), (3, 3), (4, 3), (4.5, 4), (6, 5), (7, 5)],
)
def test_that_levels_follow_the_anchors_of_onet(figure: float, level: int) -> None:
    assert level_from_onet(figure) == level


@pytest.mark.parametrize(
    ("importance", "weight"), [(1, None), (1.99, None), (2, 1), (2.99, 1), (3, 2), (4, 3), (5, 3)]
)
def test_that_weights_begin_at_the_words_of_the_scale(
    importance: float, weight: int | None
) -> None:
    assert weight_from_onet(importance) == weight


@given(st.floats(0, 7), st.floats(0, 7))
def test_that_a_higher_level_of_onet_is_never_a_lower_target(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert Level.AWARE <= level_from_onet(low) <= level_from_onet(high) <= Level.LEADING


@given(st.floats(1, 5), st.floats(1, 5))
def test_that_more_importance_never_weighs_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert (weight_from_onet(low) or 0) <= (weight_from_onet(high) or 0)


@needs_subset
def test_that_the_real_29_3_is_read_and_its_false_friends_stay_what_they_are() -> None:
    gathered = roles_in(SUBSET)
    assert len(gathered.roles) == 31
    assert {role.source for role in gathered.roles} == {"O*NET 29.3"}
    assert set(gathered.severities) == {Severity.NOTICE}
    assert gathered["19-3051.00"].title == "Urban and Regional Planners"
    assert "Developer Advocate" in gathered["19-3051.00"].other_titles
    assert gathered["33-3021.06"].title == "Intelligence Analysts"
    assert "AI Consultant" in gathered["33-3021.06"].other_titles
    without = {role.title for role in gathered.roles if not role.requirements}
    assert without == {
        "Data Scientists",
        "Project Management Specialists",
        "Software Developers",
        "Web and Digital Interface Designers",
    }
    assert all(len(role.interests) == 6 for role in gathered.roles)
    assert all(22 <= len(role.requirements) <= 56 for role in gathered.roles if role.requirements)


def test_that_a_date_that_is_no_month_is_told_and_ignored(tmp_path: Path) -> None:
    gathered = with_skills(
        tmp_path,
        rating("2.A.1.a", "IM", 4),
        rating("2.A.1.a", "LV", 2, date="08/2023"),
        rating("2.A.1.a", "LV", 5, date="13/2024"),
    )
    assert needs_of(gathered)["onet:2.A.1.a"] == (2, 3)
    assert ("Skills.txt", 4, "'13/2024' is no month; the date was ignored.") in gathered.problems


def test_that_no_character_that_turns_the_direction_comes_in(tmp_path: Path) -> None:
    turned = OCCUPATIONS.replace("Data Scientists", "Data \u202estsitneicS\u2069")
    gathered = read(tmp_path, {**ONET, "Occupation Data.txt": turned})
    assert gathered[DATA].title == "Data stsitneicS"
