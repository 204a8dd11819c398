"""Roles from tables of ESCO, in the official layouts and in Tabiya's."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign_files import put_folder
from role_releases import (
    ANALYST,
    DEVELOPER,
    ESCO,
    ESCO_OCCUPATIONS,
    ESCO_RELATIONS,
    ESCO_RELATIONS_12,
    ESCO_SKILLS,
    HOST,
    PYTHON,
    SQL,
    TABIYA,
    Gathered,
    roles_in,
)

from careerdesk.exchange.drafts import Severity

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "esco_tabiya_sample"
needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample of ESCO is not here")


def read(tmp_path: Path, files: dict[str, str]) -> Gathered:
    return roles_in(put_folder(tmp_path / "esco", files))


def needs_of(gathered: Gathered, code: str) -> list[tuple[str, str, int, int]]:
    return [(one.skill, one.name, one.level, one.weight) for one in gathered[code].requirements]


def test_that_an_occupation_becomes_a_role_with_everything_the_files_say(tmp_path: Path) -> None:
    gathered = read(tmp_path, ESCO)
    developer = gathered[DEVELOPER]
    assert developer.identity == "esco:occupation/f2b15a0e"
    assert developer.source_line == f"ESCO, {DEVELOPER}"
    assert (developer.code, developer.title) == ("2512.4", "software developer")
    assert developer.other_titles == ("programmer", "software writer")
    assert developer.description == "Software developers implement."
    assert developer.interests == {}
    assert developer.notes == ()
    assert (developer.file, developer.line) == ("occupations_en.csv", 2)
    assert gathered.problems == []


def test_that_essential_weighs_3_optional_1_and_every_level_is_3_by_a_labelled_judgement(
    tmp_path: Path,
) -> None:
    gathered = read(tmp_path, ESCO)
    assert needs_of(gathered, DEVELOPER) == [
        ("esco:skill/ccd0a1d9", "Python", 3, 3),
        ("esco:skill/598de5b0", "SQL", 3, 1),
    ]
    assert "ESCO gives neither levels nor weights" in gathered[DEVELOPER].judgement


def test_that_alternate_labels_are_split_at_line_ends_and_at_bars(tmp_path: Path) -> None:
    assert read(tmp_path, ESCO)[ANALYST].other_titles == ("number wizard", "data expert")


def test_that_relations_with_labels_need_no_table_of_skills(tmp_path: Path) -> None:
    files = {
        "occupations_en.csv": ESCO_OCCUPATIONS,
        "occupationSkillRelations_en.csv": ESCO_RELATIONS_12,
    }
    gathered = read(tmp_path, files)
    assert needs_of(gathered, DEVELOPER) == [("esco:skill/ccd0a1d9", "Python", 3, 3)]
    assert gathered[ANALYST].is_bare
    assert gathered[ANALYST].notes == ("The files relate no skills to this occupation.",)


def test_that_the_layout_of_tabiya_gives_the_identities_of_esco(tmp_path: Path) -> None:
    gathered = read(tmp_path, TABIYA)
    official = read(tmp_path / "official", ESCO)
    assert gathered[DEVELOPER].identity == official[DEVELOPER].identity
    assert gathered[DEVELOPER].source == "ESCO (Tabiya edition)"
    assert needs_of(gathered, DEVELOPER) == [("esco:skill/ccd0a1d9", "Python", 3, 3)]
    assert gathered[DEVELOPER].other_titles == ("programmer", "coder")


def test_that_an_occupation_that_is_not_of_esco_goes_by_the_id_of_its_file(tmp_path: Path) -> None:
    seller = read(tmp_path, TABIYA)["I11_1"]
    assert seller.identity == "esco:local/key_i"
    assert seller.source_line == "ESCO (Tabiya edition), local/key_i"
    assert [one.skill for one in seller.requirements] == ["esco:local/key_s"]


def test_that_a_localised_occupation_is_the_same_occupation(tmp_path: Path) -> None:
    gathered = read(tmp_path, TABIYA)
    assert gathered[DEVELOPER].title == "software developer"
    assert gathered[DEVELOPER].notes == ("Left out of skills: 1 neither essential nor optional.",)
    told = {(file, line): reason for file, line, reason in gathered.problems}
    assert "a second time" in told["occupations.csv", 4]
    reason = told["occupation_to_skill_relations.csv", 4]
    assert reason.startswith("It does not say whether the skill is essential or optional")


@pytest.mark.parametrize("order", [("essential", "optional"), ("optional", "essential")])
def test_that_a_skill_that_is_both_is_essential(tmp_path: Path, order: tuple[str, str]) -> None:
    header = ESCO_RELATIONS.partition("\n")[0]
    both = [f"{DEVELOPER},{relation},knowledge,{SQL}" for relation in order]
    files = {**ESCO, "occupationSkillRelations_en.csv": "\n".join((header, *both))}
    gathered = read(tmp_path, files)
    assert needs_of(gathered, DEVELOPER) == [("esco:skill/598de5b0", "SQL", 3, 3)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (f"{HOST}/occupation/none,essential,knowledge,{PYTHON}", "No table of occupations has"),
        (f"{DEVELOPER},essential,knowledge,{HOST}/skill/none", "No table of skills has"),
        (f"{DEVELOPER},vital,knowledge,{PYTHON}", "The relation 'vital' is unknown"),
        (f"{DEVELOPER},essential,knowledge,", "No table of skills has ''"),
        ('"x"y,essential,knowledge,z', "Text follows a closing quotation mark."),
    ],
)
def test_that_a_dangling_or_unknown_relation_is_told_with_file_line_and_reason(
    tmp_path: Path, line: str, reason: str
) -> None:
    files = {**ESCO, "occupationSkillRelations_en.csv": f"{ESCO_RELATIONS}{line}\n"}
    gathered = read(tmp_path, files)
    ((file, at, told),) = gathered.problems
    assert (file, at) == ("occupationSkillRelations_en.csv", 6)
    assert told.startswith(reason)
    assert gathered.severities == [Severity.ERROR]
    assert len(needs_of(gathered, DEVELOPER)) == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Occupation,,2512,nameless,,,,,,,,,,1,", "It has no URI; the line was left out."),
        ("Occupation,a b,2512,spaced,,,,,,,,,,1,", "It has no URI; the line was left out."),
        (f"Occupation,{HOST}/occupation/x,2512,,,,,,,,,,,1,", "no label; the line was left out."),
    ],
)
def test_that_an_occupation_without_uri_or_label_is_told(
    tmp_path: Path, line: str, reason: str
) -> None:
    files = {**ESCO, "occupations_en.csv": f"{ESCO_OCCUPATIONS}{line}\n"}
    gathered = read(tmp_path, files)
    assert len(gathered.roles) == 2
    ((file, at, told),) = gathered.problems
    assert (file, at) == ("occupations_en.csv", 6)
    assert told.endswith(reason)


def test_that_a_release_is_told_by_the_name_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "ESCO dataset - v1.2.1 - classification - en - csv"
    gathered = roles_in(put_folder(folder, ESCO))
    assert {role.source for role in gathered.roles} == {"ESCO 1.2.1"}


def test_that_codes_may_be_shared_and_uris_never(tmp_path: Path) -> None:
    twin = ESCO_OCCUPATIONS.replace("2511.3", "2512.4")
    gathered = read(tmp_path, {**ESCO, "occupations_en.csv": twin})
    assert {role.code for role in gathered.roles} == {"2512.4"}
    assert len({role.identity for role in gathered.roles}) == 2


def test_that_tables_about_other_things_are_passed_over(tmp_path: Path) -> None:
    others = {
        "ISCOGroups_en.csv": "conceptType,conceptUri,code,preferredLabel,status,altLabels\n",
        "digitalSkillsCollection_en.csv": ESCO_SKILLS.replace(
            "description\n", "description,broaderConceptUri\n"
        ),
        "skillSkillRelations_en.csv": "originalSkillUri,relationType,relatedSkillUri\n",
    }
    gathered = read(tmp_path, {**ESCO, **others})
    (reason,) = gathered.reasons
    assert all(name in reason for name in others)
    assert len(gathered.roles) == 2


@needs_sample
def test_that_the_real_sample_of_tabiya_is_read() -> None:
    gathered = roles_in(SAMPLE)
    assert len(gathered.roles) == 3_012  # 3,015 lines, three of them localised doubles
    needs = [need for role in gathered.roles for need in role.requirements]
    assert len(needs) == 4_698 + 3_977
    assert sum(need.weight == 3 for need in needs) == 4_698
    assert Severity.ERROR not in gathered.severities


def test_that_an_obsolete_occupation_is_left_out_with_a_note(tmp_path: Path) -> None:
    obsolete = ESCO_OCCUPATIONS.replace("data expert,,released", "data expert,,obsolete")
    gathered = roles_in(put_folder(tmp_path / "esco", {**ESCO, "occupations_en.csv": obsolete}))
    assert [role.title for role in gathered.roles] == ["software developer"]
    (reason,) = gathered.reasons
    assert reason == "ESCO calls data analyst obsolete; the line was left out."
